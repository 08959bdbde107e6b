//! Ratifying what the council did.

use crate::{Config, Event, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, Matter, OnRatified, Reversal, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_ratify(act: Act<T::AccountId>, matter: Matter) -> DispatchResult {
		let mut step = Step::new(act, Action::ActRatified, &matter);
		let effect = Self::load_pending(matter)?.effect;
		Self::remove(matter);
		T::Reversal::record(&mut step, matter)?;
		T::OnRatified::ratified(matter);
		Self::deposit_event(Event::ActRatified { matter, effect });
		Ok(())
	}
}
