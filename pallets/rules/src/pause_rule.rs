//! The call `pause_rule`.

use crate::{access::ensure_governs, Author, Config, Error, Event, Force, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, RuleId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_pause_rule(act: Act<T::AccountId>, by: Author, id: RuleId) -> DispatchResult {
		let mut rule = Self::load(id)?;
		ensure_governs(&rule, by).map_err(Error::<T>::from)?;
		// What an institution paused, governance may pause as well, so that it stays so.
		let stays = [Force::Paused { by }, Force::Paused { by: Author::Governance }];
		ensure!(!stays.contains(&rule.force), Error::<T>::AlreadyPaused);
		let mut step = Step::new(act, Action::RulePaused, &(id,));
		rule.force = Force::Paused { by };
		Self::save(&mut step, id, rule)?;
		Self::deposit_event(Event::RulePaused { rule: id, by });
		Ok(())
	}
}
