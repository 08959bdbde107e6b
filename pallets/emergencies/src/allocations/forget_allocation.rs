//! The call `forget_allocation`.
//!
//! It leaves no record: the allocation's records are pruned, so that there is no trail that a record could be
//! the newest of.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{AllocationId, RecordId};

impl<T: Config> Pallet<T> {
	/// `is_pruned` is the trail's; no benchmark can prune the trail.
	pub(crate) fn do_forget_allocation(
		id: AllocationId,
		is_pruned: impl FnOnce(RecordId) -> bool,
	) -> DispatchResult {
		let newest = Self::archived_allocation(id).ok_or(Error::<T>::NotArchived)?;
		ensure!(is_pruned(newest), Error::<T>::RecordNotPruned);
		Self::remove_archived_allocation(id);
		Self::deposit_event(Event::AllocationForgotten { allocation: id });
		Ok(())
	}
}
