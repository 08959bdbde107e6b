//! The call `write_rule`.

use crate::{Author, Config, Event, Force, Pallet, Rule, Wording};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, ClassId, Step};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_write_rule(
		act: Act<T::AccountId>,
		author: Author,
		class: Option<ClassId>,
		wording: Wording,
		digest: H256,
	) -> DispatchResult {
		Self::check_wording(class, &wording)?;
		let mut step = Step::new(act, Action::RuleWritten, &(class, &wording, digest));
		let (version, force, newest_record) = (0, Force::Binding, None);
		let rule = Rule { author, class, wording, digest, version, force, newest_record };
		let rule = Self::add_rule(&mut step, rule)?;
		Self::deposit_event(Event::RuleWritten { rule, author, class });
		Ok(())
	}
}
