//! The call `vote`.

use crate::{Config, Error, Event, Pallet};
use frame_support::{dispatch::Pays, ensure};
use salus_primitives::{Act, Action, Ballots, Electorate, ReferendumId, Step};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with whether the call is paid for.
	pub(crate) fn do_vote(
		act: Act<T::AccountId>,
		referendum: ReferendumId,
		aye: bool,
	) -> Result<Pays, DispatchError> {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::VoteCast, &(referendum, aye));
		ensure!(T::Electorate::rank_of(institution).is_some(), Error::<T>::NotMember);
		Self::ensure_not_silenced(institution)?;
		let entry = Self::load(referendum)?;
		ensure!(Self::is_ongoing(referendum), Error::<T>::ReferendumNotOngoing);
		Self::ensure_open(referendum)?;
		let pays = T::Ballots::vote(institution, referendum, aye)?;
		Self::save(&mut step, referendum, entry)?;
		Self::deposit_event(Event::VoteCast { referendum, institution, aye });
		Ok(pays)
	}
}
