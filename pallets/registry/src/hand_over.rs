//! Handing over: goods of an institution that acts no more go to another.

use crate::{estates::Estate, Config, Error, Event, LotBook, Pallet};
use frame_support::ensure;
use salus_primitives::{
	Act, Action, Custody, Directory, InstitutionId, LotId, Purpose, Quantity, Standing, Step,
};
use sp_core::H256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_hand_over(
		act: Act<T::AccountId>,
		lot: LotId,
		custody: Custody,
		to: InstitutionId,
		quantity: Quantity,
		document: Option<H256>,
	) -> DispatchResult {
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let mut book = LotBook::<T>::open(lot)?;
		let Estate { of_custodian, of_owner } = Self::estate(&custody)?;
		// The party that is left of a loan takes the goods, and nobody else.
		let heir = match (of_custodian, of_owner) {
			(true, true) => None,
			(true, false) => Some(custody.owner),
			(false, _) => Some(custody.custodian),
		};
		ensure!(heir.is_none_or(|heir| heir == to), Error::<T>::NotHeir);
		let standing = <Self as Directory<_>>::standing(to);
		ensure!(standing == Some(Standing::Active), Error::<T>::ReceiverInactive);
		// An heir takes what is its own, or what it has already.
		if heir.is_none() {
			Self::ensure_capable(to, book.entry().capability)?;
		}

		let arguments = (lot, custody, to, quantity, document);
		let mut step = Step::new(act, Action::LotHandedOver, &arguments);
		// Goods that stay where they are go back to nobody, and would leave a hold on them behind.
		let purpose = match heir {
			Some(heir) if heir != custody.custodian => Purpose::Return,
			_ => Purpose::Send,
		};
		book.hand_over_resting(&custody, &Custody::own(to), quantity, purpose)?;
		book.close(&mut step)?;
		let holding = custody.of(lot);
		Self::deposit_event(Event::LotHandedOver { holding, to, quantity, document });
		Ok(())
	}
}
