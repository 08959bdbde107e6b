//! The call `prolong`.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, EmergencyId, Moment, Step, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_prolong(
		act: Act<T::AccountId>,
		id: EmergencyId,
		until: Moment,
	) -> DispatchResult {
		let mut emergency = Self::load_in_force(id)?;
		ensure!(!emergency.is_pending(), Error::<T>::NotRatified);
		ensure!(until > emergency.declaration.until, Error::<T>::NotLater);
		Self::ensure_not_too_long(until, T::Trail::now())?;
		let mut step = Step::new(act, Action::EmergencyProlonged, &(id, until));
		emergency.declaration.until = until;
		Self::save_emergency(&mut step, id, emergency)?;
		Self::deposit_event(Event::EmergencyProlonged { emergency: id, until });
		Ok(())
	}
}
