//! The call `bind` without a signature.

use crate::{BindingOf, Call, Config, Pallet};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{
		InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	traits::Contains,
	weights::Weight,
};
use salus_primitives::offchain;
use sp_runtime::{traits::Saturating, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Decides on a binding.
	///
	/// None is taken but those that are proven, neither into the pool nor into a block.
	///
	/// What it provides are the alias and the account: two bindings of one member in one context, or of one
	/// account, exclude each other in the pool. It stays there no longer than it is accepted.
	///
	/// It goes before what pays, though after what moves goods: nobody can give a tip for it, and it is accepted
	/// for a few blocks alone, so that whoever pays could keep a member from voting. There is one for each
	/// member and context at most, so none keeps out what pays for long.
	pub(crate) fn authorize_bind(
		_: TransactionSource,
		binding: &BindingOf<T>,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		let call = Call::<T>::bind { binding: binding.clone() };
		ensure!(T::BaseCallFilter::contains(&call.into()), InvalidTransaction::Call);
		Self::check_binding(binding).map_err(Self::refusal)?;
		let now = frame_system::Pallet::<T>::block_number();
		// This block, and those up to the last one.
		let left = binding.until.saturating_sub(now).saturating_plus_one();
		let alias = ("salus/bind", binding.context, binding.alias).encode();
		let account = ("salus/bind", &binding.account).encode();
		let validity = ValidTransaction {
			provides: [alias, account].into(),
			priority: offchain::priority::UPKEEP,
			longevity: left.saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		Ok((validity, Weight::zero()))
	}
}
