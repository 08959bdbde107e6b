//! The call `vote`.

use crate::{Ballot, Config, Error, Event, Pallet, Pseudonym, Purpose};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Action, SecretPolls, Step};

impl Ballot {
	/// Counts a vote, in place of the one `before` of the same pseudonym.
	fn count(&mut self, before: Option<bool>, aye: bool) {
		if let Some(before) = before {
			let side = self.side(before);
			*side = side.saturating_sub(1);
		}
		let side = self.side(aye);
		*side = side.saturating_add(1);
	}

	fn side(&mut self, aye: bool) -> &mut u32 {
		if aye {
			&mut self.ayes
		} else {
			&mut self.nays
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_vote(who: T::AccountId, aye: bool) -> DispatchResult {
		let (act, pseudonym, mut context, referendum) = Self::acting_as(&who, Purpose::referendum)?;
		ensure!(pseudonym.vote != Some(aye), Error::<T>::SameVote);
		let mut step = Step::new(act, Action::SecretVoteCast, &aye);
		T::Polls::count_secret(&mut step, referendum, pseudonym.vote, aye)?;
		context.ballot.count(pseudonym.vote, aye);
		let Pseudonym { context: id, alias, .. } = pseudonym;
		Self::save_context(&mut step, id, context)?;
		Self::spend(&who, Pseudonym { vote: Some(aye), ..pseudonym });
		Self::deposit_event(Event::SecretVoteCast { context: id, alias, aye });
		Ok(())
	}
}
