//! The call `give_order`.

use crate::{Config, Event, Instruction, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_give_order(
		act: Act<T::AccountId>,
		instruction: Instruction,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::OrderGiven, &(&instruction,));
		let class = instruction.class;
		let order = Self::add_order(&mut step, institution, instruction)?;
		Self::deposit_event(Event::OrderGiven { order, institution, class });
		Ok(())
	}
}
