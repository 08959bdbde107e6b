//! The call `call_off`.

use super::declare::is_hasty;
use crate::{Config, EmergencyEnding, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Effect, EmergencyId, Haste, Matter, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_call_off(act: Act<T::AccountId>, id: EmergencyId) -> DispatchResult {
		let emergency = Self::load_in_force(id)?;
		// The council's calling off is never hasty: it undoes what is.
		let may = emergency.is_pending() || !is_hasty(&act.actor);
		ensure!(may, Error::<T>::NotPending);
		let mut step = Step::new(act, Action::EmergencyCalledOff, &id);
		Self::end_emergency(&mut step, id, emergency, EmergencyEnding::CalledOff)?;
		T::Haste::acted(&step.act.actor, Matter::Emergency(id), Effect::OutOfForce)?;
		Self::deposit_event(Event::EmergencyCalledOff { emergency: id });
		Ok(())
	}
}
