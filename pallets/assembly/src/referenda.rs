//! Referenda, as far as they are kept here.
//!
//! All reads and writes of [`Referenda`] and [`OpenOf`] go through this file; only `try_state` iterates
//! over them itself.

use crate::{Config, Error, OpenOf, Pallet, Referenda, Referendum};
use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::BlockNumberFor;
use salus_primitives::{
	Ballots, InstitutionId, Outcome, Progress, ReferendumId, Step, Subject, Track, Trail,
};
use sp_runtime::{traits::Saturating, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The referendum under `id`.
	pub(crate) fn load(id: ReferendumId) -> Result<Referendum, Error<T>> {
		Referenda::<T>::get(id).ok_or(Error::ReferendumNotFound)
	}

	/// Records the step on the referendum, and writes it.
	pub(crate) fn save(
		step: &mut Step<T::AccountId>,
		id: ReferendumId,
		mut referendum: Referendum,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Referendum(id), &mut referendum.newest_record)?;
		Referenda::<T>::insert(id, referendum);
		Ok(())
	}

	/// Removes a referendum that is decided.
	pub(crate) fn remove(id: ReferendumId, referendum: &Referendum) {
		OpenOf::<T>::mutate_exists(referendum.institution, referendum.track, |open| {
			let rest = open.take().map(|mut open| {
				open.retain(|listed| *listed != id);
				open
			});
			*open = rest.filter(|rest| !rest.is_empty());
		});
		Referenda::<T>::remove(id);
	}

	/// Lists a referendum among those that its institution has open on a track, and leaves out those that
	/// are decided.
	pub(crate) fn list_open(
		institution: InstitutionId,
		track: Track,
		id: ReferendumId,
	) -> Result<(), Error<T>> {
		OpenOf::<T>::try_mutate(institution, track, |open| {
			open.retain(|listed| Self::is_ongoing(*listed));
			open.try_push(id).map_err(|_| Error::TooManyOpen)
		})
	}

	/// Whether a referendum takes votes.
	pub(crate) fn is_ongoing(id: ReferendumId) -> bool {
		matches!(T::Ballots::progress(id), Some(Progress::Ongoing))
	}

	/// How a referendum ended, and in which block; refused while it takes votes.
	pub(crate) fn decision(id: ReferendumId) -> Result<(Outcome, BlockNumberFor<T>), Error<T>> {
		match T::Ballots::progress(id).ok_or(Error::ReferendumNotFound)? {
			Progress::Ongoing => Err(Error::NotDecided),
			Progress::Decided { outcome, at } => Ok((outcome, at)),
		}
	}

	/// Refuses a referendum that is not decided, or of which the votes are still to be kept.
	pub fn ensure_retained(id: ReferendumId) -> Result<(), Error<T>> {
		let (_, at) = Self::decision(id)?;
		let until = at.saturating_add(T::RetentionPeriod::get());
		ensure!(frame_system::Pallet::<T>::block_number() >= until, Error::RetentionNotOver);
		Ok(())
	}
}
