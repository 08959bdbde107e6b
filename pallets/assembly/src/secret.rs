//! Referenda that are put to a ring.
//!
//! All reads and writes of [`SecretReferenda`] go through this file; only `try_state` iterates over them
//! itself. Who is in the ring, and who has voted, is not known here.

use crate::{Config, Error, Event, Pallet, SecretReferenda};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{
	Ballots, Electorate, InstitutionId, ReferendumId, SecretPolls, Step, Track,
};

impl<T: Config> Pallet<T> {
	/// Whether a referendum was put to a ring.
	pub(crate) fn is_secret(id: ReferendumId) -> bool {
		SecretReferenda::<T>::contains_key(id)
	}

	/// Nothing is left of a referendum but its outcome.
	pub(crate) fn remove_secret(id: ReferendumId) {
		SecretReferenda::<T>::remove(id);
	}
}

impl<T: Config> SecretPolls<T::AccountId> for Pallet<T> {
	/// A ring does not tell ranks, so what only the weight of many ranks may decide stays open; and whoever has
	/// no key in a ring cannot vote, so most members must.
	fn put_to_ring(
		step: &mut Step<T::AccountId>,
		referendum: ReferendumId,
		voters: u32,
	) -> DispatchResult {
		let entry = Self::load(referendum)?;
		ensure!(Pallet::<T>::is_ongoing(referendum), Error::<T>::ReferendumNotOngoing);
		ensure!(!Self::is_secret(referendum), Error::<T>::SecretBallot);
		let cast = T::Ballots::ballots(referendum, None, 1);
		ensure!(cast.is_empty(), Error::<T>::VotesCast);
		ensure!(entry.track != Track::Upgrade, Error::<T>::NeverSecret);
		let enough = voters > T::Electorate::count() / 2;
		ensure!(enough, Error::<T>::TooFewVoters);
		SecretReferenda::<T>::insert(referendum, ());
		Self::save(step, referendum, entry)?;
		Self::deposit_event(Event::ReferendumPutToRing { referendum });
		Ok(())
	}

	fn may_vote(institution: InstitutionId) -> bool {
		T::Electorate::rank_of(institution).is_some() && Self::silenced_until(institution).is_none()
	}

	fn is_ongoing(referendum: ReferendumId) -> bool {
		Self::load(referendum).is_ok() && Pallet::<T>::is_ongoing(referendum)
	}

	fn count_secret(
		step: &mut Step<T::AccountId>,
		referendum: ReferendumId,
		before: Option<bool>,
		aye: bool,
	) -> DispatchResult {
		let entry = Self::load(referendum)?;
		ensure!(Self::is_secret(referendum), Error::<T>::OpenBallot);
		ensure!(Pallet::<T>::is_ongoing(referendum), Error::<T>::ReferendumNotOngoing);
		T::Ballots::count(referendum, before, aye)?;
		Self::save(step, referendum, entry)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ongoing() -> ReferendumId {
		crate::benchmarking::ongoing::<T>()
	}
}
