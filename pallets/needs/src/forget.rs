//! The call `forget`.
//!
//! It leaves no record: the records are pruned, so that there is no trail that a record could be the newest
//! of.

use crate::{Config, Error, Event, Pallet, Posting};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::RecordId;

impl<T: Config> Pallet<T> {
	/// `is_pruned` tells whether a record is.
	pub(crate) fn do_forget(
		posting: Posting,
		is_pruned: impl Fn(RecordId) -> bool,
	) -> DispatchResult {
		match posting {
			Posting::Need(id) => Self::remove_need(id, is_pruned)?,
			Posting::Offer(id) => Self::remove_offer(id, is_pruned)?,
			Posting::Order(id) => Self::remove_order(id, is_pruned)?,
		}
		Self::deposit_event(Event::Forgotten { posting });
		Ok(())
	}

	/// Refuses to forget what has not ended, or has a record that is live.
	pub(crate) fn ensure_forgettable(
		ended: bool,
		newest: Option<RecordId>,
		is_pruned: impl Fn(RecordId) -> bool,
	) -> Result<(), Error<T>> {
		ensure!(ended, Error::<T>::NotEnded);
		ensure!(newest.is_some_and(is_pruned), Error::<T>::RecordNotPruned);
		Ok(())
	}
}
