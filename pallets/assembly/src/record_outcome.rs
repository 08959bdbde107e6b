//! The call `record_outcome`.
//!
//! Referenda are decided between calls, when the scheduler wakes them, and tell nobody. So somebody has to
//! say so, and can say nothing but what happened.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Ballots, Outcome, ReferendumId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_record_outcome(
		act: Act<T::AccountId>,
		referendum: ReferendumId,
	) -> DispatchResult {
		let mut entry = Self::load(referendum)?;
		ensure!(entry.recorded.is_none(), Error::<T>::AlreadyRecorded);
		let (outcome, _) = Self::decision(referendum)?;
		entry.recorded = Some(outcome);
		entry.preimage.take().into_iter().for_each(T::Ballots::release);
		let action = match outcome {
			Outcome::Approved => Action::ReferendumApproved,
			Outcome::Rejected => Action::ReferendumRejected,
			Outcome::CalledOff => Action::ReferendumCalledOff,
			Outcome::TimedOut => Action::ReferendumTimedOut,
		};
		Self::save(&mut Step::new(act, action, &referendum), referendum, entry)?;
		Self::deposit_event(Event::OutcomeRecorded { referendum, outcome });
		Ok(())
	}
}
