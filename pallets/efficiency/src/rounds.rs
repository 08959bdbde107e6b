//! What rounds keep in storage. All other modules read and write it through this one.
//!
//! | item | there while the round is | changes |
//! |---|---|---|
//! | `RoundSpecifications` | known | never |
//! | `Rounds` | known | with every step |
//! | `ActiveRounds` | open or sealed | as it opens and ends |
//! | `Rosters` | open | never |
//! | `Observations` | open | as figures are reported |
//! | `Snapshots` | sealed or complete | never |
//! | `Efficiencies` | sealed or complete | one is added for each DMU that is proven |
//! | `Archived` | archived, and not forgotten | never |
//!
//! A round is known until it is archived. Sealing takes the roster and the observations into the
//! snapshot. Of a round that expires or is called off, only the first two remain. These are the
//! invariants 1 to 5 and 8 of the [pallet](crate#invariants).
//!
//! A [`Round`] is read, changed and put back by the step that changes it, which records itself in
//! between, so that the round's newest record is written with it.

use crate::{
	ActiveRounds, Archived, ArchivedReport, ArchivedRound, Config, Dmu, Efficiencies, Efficiency,
	Error, NextRoundId, Observations, Opening, Pallet, Progress, Roster, Rosters, Round,
	RoundSpecifications, Rounds, Snapshot, Snapshots, Stage, Values,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::Get};
use salus_primitives::{Moment, RecordId, RoundId, Subject, Subjects, Trail};

/// A round as it stands.
pub(crate) fn find<T: Config>(id: RoundId) -> Result<Round, Error<T>> {
	Rounds::<T>::get(id).ok_or_else(|| match Archived::<T>::contains_key(id) {
		true => Error::RoundArchived,
		false => Error::RoundNotFound,
	})
}

/// A round that is open or sealed.
pub(crate) fn find_active<T: Config>(id: RoundId) -> Result<Round, Error<T>> {
	let round = find(id)?;
	ensure!(round.stage.is_active(), Error::RoundEnded);
	Ok(round)
}

/// What a round was opened with.
pub(crate) fn opening<T: Config>(id: RoundId) -> Result<Opening, Error<T>> {
	RoundSpecifications::<T>::get(id).ok_or(Error::RoundNotFound)
}

/// The last moment at which a round takes certificates: its `report_by`, but no earlier than
/// [`Config::MinProving`] after it was sealed.
pub(crate) fn prove_by<T: Config>(opening: &Opening, round: &Round) -> Moment {
	let report_by = opening.specification.report_by;
	let since_seal = |at: Moment| at.saturating_add(T::MinProving::get());
	round.seal.map_or(report_by, |seal| report_by.max(since_seal(seal.at)))
}

/// The rounds that are open or sealed, in ascending order.
pub(crate) fn active<T: Config>() -> Vec<RoundId> {
	ActiveRounds::<T>::get().into_inner()
}

/// The DMUs of an open round.
pub(crate) fn roster<T: Config>(id: RoundId) -> Result<Roster, Error<T>> {
	Rosters::<T>::get(id).ok_or(Error::Corrupt)
}

/// What was reported for a DMU in an open round.
pub(crate) fn observation<T: Config>(id: RoundId, dmu: &Dmu) -> Option<Values> {
	Observations::<T>::get(id, dmu)
}

/// The frozen figures of a round that is sealed or complete.
pub(crate) fn snapshot<T: Config>(id: RoundId) -> Option<Snapshot> {
	Snapshots::<T>::get(id)
}

/// What is proven of the DMU at a place of the snapshot.
pub(crate) fn efficiency<T: Config>(id: RoundId, place: u16) -> Option<Efficiency> {
	Efficiencies::<T>::get(id, place)
}

/// Whether the DMU at a place of the snapshot is proven.
pub(crate) fn is_proven<T: Config>(id: RoundId, place: u16) -> bool {
	Efficiencies::<T>::contains_key(id, place)
}

/// Takes an identifier and a place among the active rounds for a round that is opened. The caller
/// puts the [`Round`].
pub(crate) fn open<T: Config>(opening: Opening, roster: Roster) -> Result<RoundId, Error<T>> {
	let id = NextRoundId::<T>::get();
	ActiveRounds::<T>::try_append(id).map_err(|()| Error::TooManyActiveRounds)?;
	NextRoundId::<T>::put(id.next().ok_or(Error::IdsExhausted)?);
	RoundSpecifications::<T>::insert(id, opening);
	Rosters::<T>::insert(id, roster);
	Ok(id)
}

/// Puts a round that has changed.
pub(crate) fn put<T: Config>(id: RoundId, round: &Round) {
	Rounds::<T>::insert(id, round);
}

/// Puts what was reported for a DMU, in place of what was reported before.
pub(crate) fn put_observation<T: Config>(id: RoundId, dmu: &Dmu, values: Values) {
	Observations::<T>::insert(id, dmu, values);
}

/// Takes the figures of an open round away, with its roster, for a snapshot to be made of them.
///
/// The figures are removed as the iterator comes to them.
pub(crate) fn take_figures<T: Config>(
	id: RoundId,
) -> Result<impl Iterator<Item = (Dmu, Option<Values>)>, Error<T>> {
	let roster = Rosters::<T>::take(id).ok_or(Error::Corrupt)?;
	let dmus = (0..roster.len()).filter_map(move |place| roster.get(place));
	Ok(dmus.map(move |dmu| {
		let values = Observations::<T>::take(id, &dmu);
		(dmu, values)
	}))
}

/// Puts the frozen figures of a round.
pub(crate) fn put_snapshot<T: Config>(id: RoundId, snapshot: &Snapshot) {
	Snapshots::<T>::insert(id, snapshot);
}

/// Puts what is proven of the DMU at a place of the snapshot.
pub(crate) fn put_efficiency<T: Config>(id: RoundId, place: u16, efficiency: Efficiency) {
	Efficiencies::<T>::insert(id, place, efficiency);
}

/// Ends an active round. The caller puts it.
pub(crate) fn end<T: Config>(id: RoundId, round: &mut Round, stage: Stage) {
	round.stage = stage;
	round.ended = Some(T::Trail::now());
	ActiveRounds::<T>::mutate(|active| active.retain(|other| *other != id));
}

/// Ends an active round without a report, and removes what was on the way to one. The caller puts the
/// round.
pub(crate) fn discard<T: Config>(id: RoundId, round: &mut Round, stage: Stage) {
	if let Ok(figures) = take_figures::<T>(id) {
		figures.for_each(drop);
	}
	if let Some(seal) = round.seal {
		Snapshots::<T>::remove(id);
		for place in 0..seal.dmus {
			Efficiencies::<T>::remove(id, place);
		}
	}
	round.progress = Progress::default();
	end::<T>(id, round, stage);
}

/// Removes a round that has ended, but for its newest record and what a copy of its report is checked
/// against.
pub(crate) fn archive<T: Config>(id: RoundId, round: &Round) {
	let Round { stage, seal, progress, ended, newest_record, .. } = *round;
	Rounds::<T>::remove(id);
	RoundSpecifications::<T>::remove(id);
	Snapshots::<T>::remove(id);
	for place in 0..progress.all.proven {
		Efficiencies::<T>::remove(id, place);
	}
	let report = match (stage, seal, ended) {
		(Stage::Complete, Some(seal), Some(completed)) => {
			Some(ArchivedReport { seal, progress, completed })
		}
		_ => None,
	};
	Archived::<T>::insert(id, ArchivedRound { report, newest_record });
}

/// What is left of an archived round.
pub(crate) fn archived<T: Config>(id: RoundId) -> Option<ArchivedRound> {
	Archived::<T>::get(id)
}

/// Removes what is left of an archived round.
pub(crate) fn forget<T: Config>(id: RoundId) {
	Archived::<T>::remove(id);
}

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		let Subject::Round(id) = subject else { return None };
		match Rounds::<T>::get(id) {
			Some(round) => round.newest_record,
			None => archived::<T>(*id)?.newest_record,
		}
	}
}
