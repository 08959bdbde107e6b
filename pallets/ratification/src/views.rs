//! What clients read beside the storage itself.

use crate::{ActPage, ActState, Config, LapseExplanation, Pallet};
use alloc::vec::Vec;
use frame_support::storage::with_transaction;
use salus_primitives::{Act, Action, Actor, Effect, Matter, Reversal, Step, LONGEST_ANSWER};
use sp_runtime::{DispatchError, DispatchResult, TransactionOutcome};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_pending(after: Option<Matter>, limit: u32) -> ActPage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let mut page = ActPage::default();
		let mut left = LONGEST_ANSWER;
		for (matter, act) in Self::acts_behind(after) {
			left = left.saturating_sub(1);
			if act.state == ActState::Pending {
				page.acts.push((matter, act));
			}
			if page.acts.len() == limit || left == 0 {
				page.next = Some(matter);
				break;
			}
		}
		page
	}

	pub(crate) fn view_explain_lapse(matter: Matter) -> LapseExplanation {
		let obstacles = match Self::load_pending(matter) {
			Err(error) => Vec::from([DispatchError::from(error)]),
			Ok(act) => {
				let too_early = Self::ensure_term_over(&act).err().map(DispatchError::from);
				let impossible = Self::try_undo(matter, act.effect).err();
				too_early.into_iter().chain(impossible).collect()
			}
		};
		LapseExplanation { act: Self::find(matter), obstacles }
	}

	/// Whether something can be undone. It is done, and what that changed is thrown away.
	fn try_undo(matter: Matter, effect: Effect) -> DispatchResult {
		let mut step = Step::new(Act::by(Actor::Chain), Action::ActLapsed, &matter);
		with_transaction(|| {
			TransactionOutcome::Rollback(T::Reversal::undo(&mut step, matter, effect))
		})
	}
}
