//! The call `resume_rule`.

use crate::{access::ensure_governs, Author, Config, Error, Event, Force, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, RuleId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resume_rule(
		act: Act<T::AccountId>,
		author: Author,
		id: RuleId,
	) -> DispatchResult {
		let mut rule = Self::load(id)?;
		ensure_governs(&rule, author).map_err(Error::<T>::from)?;
		let Force::Paused { by } = rule.force else { return Err(Error::<T>::NotPaused.into()) };
		ensure!(by == author, Error::<T>::PausedByAnother);
		let mut step = Step::new(act, Action::RuleResumed, &(id,));
		rule.force = Force::Binding;
		Self::save(&mut step, id, rule)?;
		Self::deposit_event(Event::RuleResumed { rule: id });
		Ok(())
	}
}
