//! The call `archive_round`: a round that ended long ago leaves the storage, and the digest of what it
//! was stays on the trail.

use crate::{
	rounds, Config, Efficiency, Error, Event, Opening, Pallet, Round, Snapshot, Stage, WeightInfo,
	MAX_DMUS,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResultWithPostInfo, Get, Weight},
};
use salus_primitives::{digest_of, Act, Action, Moment, RoundId, Step, Subject, Trail};
use sp_core::H256;

/// All that is stored of a round that has ended.
struct Ended {
	opening: Opening,
	round: Round,
	/// Of a complete round alone.
	snapshot: Option<Snapshot>,
	/// In the order of the snapshot; of a complete evaluation alone.
	efficiencies: Vec<Efficiency>,
}

impl Ended {
	fn read<T: Config>(id: RoundId, round: Round) -> Result<Self, Error<T>> {
		ensure!(round.ended.is_some(), Error::NotEnded);
		Ok(Self {
			opening: rounds::opening::<T>(id)?,
			snapshot: rounds::snapshot::<T>(id),
			efficiencies: (0..round.progress.all.proven)
				.filter_map(|place| rounds::efficiency::<T>(id, place))
				.collect(),
			round,
		})
	}

	fn digest(&self, id: RoundId) -> H256 {
		let Self { opening, round, snapshot, efficiencies } = self;
		digest_of(&(id, opening, round, snapshot, efficiencies))
	}

	/// What archiving it weighs.
	fn weight<T: Config>(&self) -> Weight {
		let dmus = self.opening.dmus.into();
		match (self.round.stage, self.efficiencies.is_empty()) {
			(Stage::Complete, false) => T::WeightInfo::archive_evaluation(dmus),
			(Stage::Complete, true) => T::WeightInfo::archive_survey(dmus),
			_ => T::WeightInfo::archive_failed(),
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_archive_round(
		act: Act<T::AccountId>,
		id: RoundId,
		digest: H256,
	) -> DispatchResultWithPostInfo {
		Self::archive_round_as_of(T::Trail::now(), act, id, digest)
	}

	/// Archives a round at a moment, which is the present one save in benchmarks.
	pub(crate) fn archive_round_as_of(
		now: Moment,
		act: Act<T::AccountId>,
		id: RoundId,
		digest: H256,
	) -> DispatchResultWithPostInfo {
		let mut round = rounds::find::<T>(id)?;
		let ended = round.ended.ok_or(Error::<T>::NotEnded)?;
		let age = now.checked_sub(ended);
		let over = age.is_some_and(|age| age >= T::ArchiveAfter::get());
		ensure!(over, Error::<T>::RetentionNotOver);
		let stored = Ended::read::<T>(id, round)?;
		ensure!(stored.digest(id) == digest, Error::<T>::DigestMismatch);

		let mut step = Step::new(act, Action::RoundArchived, &(id, digest));
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		rounds::archive::<T>(id, &round);
		Self::deposit_event(Event::RoundArchived { round: id, digest });
		Ok(Some(stored.weight::<T>()).into())
	}

	/// What archiving weighs at most.
	pub(crate) fn weight_of_archive_round() -> Weight {
		T::WeightInfo::archive_evaluation(MAX_DMUS)
			.max(T::WeightInfo::archive_survey(MAX_DMUS))
			.max(T::WeightInfo::archive_failed())
	}

	pub(crate) fn view_archive_digest(id: RoundId) -> Option<H256> {
		let round = rounds::find::<T>(id).ok()?;
		Some(Ended::read::<T>(id, round).ok()?.digest(id))
	}
}
