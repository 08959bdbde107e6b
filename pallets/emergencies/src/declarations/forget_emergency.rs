//! The call `forget_emergency`.
//!
//! It leaves no record: the emergency's records are pruned, so that there is no trail that a record could be
//! the newest of.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{EmergencyId, Haste, Matter, RecordId};

impl<T: Config> Pallet<T> {
	/// `is_pruned` is the trail's; no benchmark can prune the trail.
	pub(crate) fn do_forget_emergency(
		id: EmergencyId,
		is_pruned: impl FnOnce(RecordId) -> bool,
	) -> DispatchResult {
		let emergency = Self::load_emergency(id)?;
		ensure!(Self::is_closed(id, &emergency), Error::<T>::NotClosed);
		ensure!(emergency.allocations == 0, Error::<T>::AllocationsStored);
		ensure!(emergency.newest_record.is_some_and(is_pruned), Error::<T>::RecordNotPruned);
		for class in &emergency.declaration.classes {
			Self::forget_opens_from(id, *class);
		}
		Self::remove_emergency(id);
		T::Haste::closed(Matter::Emergency(id));
		Self::deposit_event(Event::EmergencyForgotten { emergency: id });
		Ok(())
	}
}
