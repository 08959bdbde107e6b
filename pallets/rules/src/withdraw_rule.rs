//! The call `withdraw_rule`.

use crate::{Config, Event, Pallet, Rule};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, RuleId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_withdraw_rule(
		act: Act<T::AccountId>,
		id: RuleId,
		rule: Rule,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RuleWithdrawn, &(id,));
		Self::remove_rule(&mut step, id, rule)?;
		Self::deposit_event(Event::RuleWithdrawn { rule: id });
		Ok(())
	}
}
