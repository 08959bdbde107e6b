//! The call `forget`.
//!
//! It leaves no record: the records are pruned, so that there is no trail that a record could be the newest
//! of.

use crate::{Config, Error, Event, Pallet, Posting};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{RecordId, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_forget(posting: Posting) -> DispatchResult {
		match posting {
			Posting::Need(id) => Self::remove_need(id)?,
			Posting::Offer(id) => Self::remove_offer(id)?,
			Posting::Order(id) => Self::remove_order(id)?,
		}
		Self::deposit_event(Event::Forgotten { posting });
		Ok(())
	}

	/// Refuses to forget what has not ended, or has a record that is live.
	pub(crate) fn ensure_forgettable(
		ended: bool,
		newest: Option<RecordId>,
	) -> Result<(), Error<T>> {
		ensure!(ended, Error::<T>::NotEnded);
		ensure!(newest.is_some_and(T::Trail::is_pruned), Error::<T>::RecordNotPruned);
		Ok(())
	}
}
