//! The call `close`.

use crate::{Config, Emergency, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, EmergencyId, Step, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_close(act: Act<T::AccountId>, id: EmergencyId) -> DispatchResult {
		let emergency = Self::load_emergency(id)?;
		let now = T::Trail::now();
		ensure!(emergency.is_over(now), Error::<T>::StillInForce);
		ensure!(!Self::is_closed(id, &emergency), Error::<T>::NothingToDo);
		let may_leave = !Self::is_listed(id) || Self::has_cooled(&emergency, now);
		ensure!(may_leave, Error::<T>::StillCooling);
		let mut step = Step::new(act, Action::EmergencyClosed, &id);
		Self::put_closed(&mut step, id, emergency)?;
		Self::deposit_event(Event::EmergencyClosed { emergency: id });
		Ok(())
	}

	/// Whether an emergency is over, covers nothing and is not listed: by its closing, or since others took
	/// all that there was to take.
	pub(crate) fn is_closed(id: EmergencyId, emergency: &Emergency) -> bool {
		let is_over = emergency.is_over(T::Trail::now());
		is_over && emergency.covers == 0 && !Self::is_listed(id)
	}
}
