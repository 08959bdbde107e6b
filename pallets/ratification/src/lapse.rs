//! Undoing what nobody has ratified.

use crate::{Config, Error, Event, HastyAct, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Matter, Reversal, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_lapse(act: Act<T::AccountId>, matter: Matter) -> DispatchResult {
		let mut step = Step::new(act, Action::ActLapsed, &matter);
		let hasty = Self::load_pending(matter)?;
		Self::ensure_term_over(&hasty)?;
		let effect = hasty.effect;
		let until = Self::put_spent(matter, hasty);
		T::Reversal::undo(&mut step, matter, effect)?;
		Self::deposit_event(Event::ActLapsed { matter, effect, until });
		Ok(())
	}

	/// Refuses an act that may still be ratified.
	pub(crate) fn ensure_term_over(act: &HastyAct) -> Result<(), Error<T>> {
		ensure!(Self::is_over(act.lapses_at), Error::TermNotOver);
		Ok(())
	}
}
