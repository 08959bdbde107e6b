//! The call `forget`.
//!
//! It leaves no record: the records are pruned, so that there is no trail that a record could be the newest
//! of.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Ballots, RecordId, ReferendumId};

impl<T: Config> Pallet<T> {
	/// `is_pruned` tells whether a record is.
	pub(crate) fn do_forget(
		referendum: ReferendumId,
		is_pruned: impl Fn(RecordId) -> bool,
	) -> DispatchResult {
		let entry = Self::load(referendum)?;
		Self::ensure_retained(referendum)?;
		ensure!(entry.recorded.is_some(), Error::<T>::NotRecorded);
		ensure!(entry.newest_record.is_some_and(is_pruned), Error::<T>::RecordNotPruned);
		let left = T::Ballots::ballots(referendum, None, 1);
		ensure!(left.is_empty(), Error::<T>::BallotsLeft);
		T::Ballots::remove(referendum);
		Self::remove(referendum, &entry);
		Self::remove_secrecy(referendum);
		Self::deposit_event(Event::ReferendumForgotten { referendum });
		Ok(())
	}
}
