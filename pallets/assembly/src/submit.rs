//! The calls `submit` and `submit_for_ring`.

use crate::{Config, EnactmentOf, Error, Event, Pallet, ProposalOf, Referendum};
use alloc::boxed::Box;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{
	Act, Action, Ballots, Electorate, ReferendumId, Step, Submitted, Track, Unfit,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with the referendum.
	pub(crate) fn do_submit(
		act: Act<T::AccountId>,
		track: Track,
		proposal: Box<ProposalOf<T>>,
		enactment: EnactmentOf<T>,
	) -> Result<ReferendumId, DispatchError> {
		let institution = act.institution()?;
		let arguments = (track, &proposal, &enactment);
		let mut step = Step::new(act, Action::ReferendumSubmitted, &arguments);
		ensure!(T::Electorate::rank_of(institution).is_some(), Error::<T>::NotMember);
		Self::ensure_not_silenced(institution)?;
		T::Ballots::check(&proposal, &enactment).map_err(Error::<T>::from)?;
		let Submitted { id: referendum, preimage } =
			T::Ballots::submit(institution, track, *proposal, enactment)?;
		Self::list_open(institution, track, referendum)?;
		let entry =
			Referendum { institution, track, preimage, recorded: None, newest_record: None };
		Self::save(&mut step, referendum, entry)?;
		Self::deposit_event(Event::ReferendumSubmitted { referendum, institution, track });
		Ok(referendum)
	}

	pub(crate) fn do_submit_for_ring(
		act: Act<T::AccountId>,
		track: Track,
		proposal: Box<ProposalOf<T>>,
		enactment: EnactmentOf<T>,
	) -> DispatchResult {
		let referendum = Self::do_submit(act, track, proposal, enactment)?;
		Self::want_secrecy(referendum, track)?;
		Ok(())
	}
}

impl<T> From<Unfit> for Error<T> {
	fn from(unfit: Unfit) -> Self {
		match unfit {
			Unfit::TooLong => Self::ProposalTooLong,
			Unfit::TooHeavy => Self::ProposalTooHeavy,
			Unfit::TooLate => Self::EnactmentTooLate,
		}
	}
}
