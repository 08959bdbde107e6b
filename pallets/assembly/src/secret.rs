//! Referenda that are put to a ring.
//!
//! All reads and writes of [`SecrecyOf`] go through this file; only `try_state` iterates over them itself. Who is
//! in the ring, and who has voted, is not known here.

use crate::{Config, Error, Event, Pallet, Secrecy, SecrecyOf};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use frame_system::pallet_prelude::BlockNumberFor;
use salus_primitives::{
	Ballots, Electorate, InstitutionId, ReferendumId, SecretPolls, Step, Track,
};
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	/// Has a referendum that was submitted a moment ago wait to be put to a ring.
	pub(crate) fn want_secrecy(referendum: ReferendumId, track: Track) -> Result<(), Error<T>> {
		let wait = T::Ballots::ring_wait(track).ok_or(Error::NeverSecret)?;
		let until = Self::block_number().saturating_add(wait);
		SecrecyOf::<T>::insert(referendum, Secrecy::Wanted { until });
		Self::deposit_event(Event::SecrecyWanted { referendum, until });
		Ok(())
	}

	/// How secret the votes on a referendum are; `None` when it takes open ones, or took them until it was decided.
	pub(crate) fn secrecy(referendum: ReferendumId) -> Option<Secrecy<BlockNumberFor<T>>> {
		SecrecyOf::<T>::get(referendum).filter(|secrecy| secrecy.holds(&Self::block_number()))
	}

	fn block_number() -> BlockNumberFor<T> {
		frame_system::Pallet::<T>::block_number()
	}

	/// Refuses a referendum that takes no open votes, or none yet.
	pub(crate) fn ensure_open(referendum: ReferendumId) -> Result<(), Error<T>> {
		match Self::secrecy(referendum) {
			Some(Secrecy::Wanted { .. }) => Err(Error::AwaitsRing),
			Some(Secrecy::Granted) => Err(Error::SecretBallot),
			None => Ok(()),
		}
	}

	/// Whether a referendum was put to a ring.
	pub(crate) fn is_secret(referendum: ReferendumId) -> bool {
		Self::secrecy(referendum) == Some(Secrecy::Granted)
	}

	/// Nothing is left of a referendum but its outcome.
	pub(crate) fn remove_secrecy(referendum: ReferendumId) {
		SecrecyOf::<T>::remove(referendum);
	}
}

impl<T: Config> SecretPolls<T::AccountId> for Pallet<T> {
	/// Whoever may put a referendum to a ring is the caller's to decide. Whoever has no key in a ring cannot vote, so
	/// most members must have one.
	fn put_to_ring(
		step: &mut Step<T::AccountId>,
		referendum: ReferendumId,
		voters: u32,
	) -> DispatchResult {
		let entry = Self::load(referendum)?;
		ensure!(Pallet::<T>::is_ongoing(referendum), Error::<T>::ReferendumNotOngoing);
		let secrecy = SecrecyOf::<T>::get(referendum).ok_or(Error::<T>::SecrecyNotWanted)?;
		ensure!(secrecy != Secrecy::Granted, Error::<T>::SecretBallot);
		ensure!(secrecy.holds(&Self::block_number()), Error::<T>::WaitOver);
		let enough = voters > T::Electorate::count() / 2;
		ensure!(enough, Error::<T>::TooFewVoters);
		SecrecyOf::<T>::insert(referendum, Secrecy::Granted);
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
	fn wanted() -> ReferendumId {
		crate::benchmarking::wanted::<T>()
	}
}
