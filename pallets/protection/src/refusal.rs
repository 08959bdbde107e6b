//! What the pool is told when it refuses a call that nobody signed.

use crate::{Config, Error, Pallet};
use codec::Encode;
use frame_support::pallet_prelude::InvalidTransaction;

impl<T: Config> Pallet<T> {
	/// An [`InvalidTransaction`] has room for one byte and none for a name, so it carries the number that the
	/// error has among those of this pallet, as the metadata tells it.
	pub(crate) fn refusal(error: Error<T>) -> InvalidTransaction {
		InvalidTransaction::Custom(error.encode().first().copied().unwrap_or(u8::MAX))
	}
}
