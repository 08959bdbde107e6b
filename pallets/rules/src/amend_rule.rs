//! The call `amend_rule`.

use crate::{access::ensure_author, Author, Config, Error, Event, Pallet, Wording};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, RuleId, Step};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_amend_rule(
		act: Act<T::AccountId>,
		author: Author,
		id: RuleId,
		wording: Wording,
		digest: H256,
	) -> DispatchResult {
		let mut rule = Self::load(id)?;
		ensure_author(&rule, author).map_err(Error::<T>::from)?;
		ensure!(rule.wording != wording || rule.digest != digest, Error::<T>::Unchanged);
		Self::check_wording(rule.class, &wording)?;
		let mut step = Step::new(act, Action::RuleAmended, &(id, &wording, digest));
		let version = rule.version.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		rule.wording = wording;
		rule.digest = digest;
		rule.version = version;
		Self::save(&mut step, id, rule)?;
		Self::deposit_event(Event::RuleAmended { rule: id, version });
		Ok(())
	}
}
