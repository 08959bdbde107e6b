//! Forgetting a level that says nothing any more.

use crate::{levels, Config, Event, Pallet};
use salus_primitives::{ClassId, InstitutionId, Moment, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Leaves no record: a level is no subject, and every change of it is in the record of the lot that
	/// changed it.
	pub(crate) fn do_forget_level(institution: InstitutionId, class: ClassId) -> DispatchResult {
		Self::forget_level_as_of(T::Trail::now(), institution, class)
	}

	/// Forgets a level as if it were `now`, which is later for benchmarks alone.
	pub(crate) fn forget_level_as_of(
		now: Moment,
		institution: InstitutionId,
		class: ClassId,
	) -> DispatchResult {
		levels::forget::<T>(institution, class, now)?;
		Self::deposit_event(Event::LevelForgotten { institution, class });
		Ok(())
	}
}
