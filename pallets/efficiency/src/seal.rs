//! Freezing the figures of a round.
//!
//! There is no last moment for it: figures that were reported in time are never lost because nobody
//! has sealed. A round that is sealed late has [`Config::MinProving`] left for its certificates.

use crate::{
	rounds, Config, Dmu, Error, Event, Opening, Pallet, Round, Seal, Snapshot, Stage, WeightInfo,
	MAX_DMUS, METHOD,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResultWithPostInfo, Weight},
};
use salus_primitives::{Act, Action, Belt, Directory, Geography, RoundId, Step, Subject, Trail};

/// Whether the actor may seal before others may.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Haste {
	/// The authority may.
	Allowed,
	/// Everybody else has to wait.
	Refused,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_seal(
		act: Act<T::AccountId>,
		haste: Haste,
		id: RoundId,
	) -> DispatchResultWithPostInfo {
		let mut step = Step::new(act.clone(), Action::RoundSealed, &(id,));
		let mut round = rounds::find::<T>(id)?;
		ensure!(round.stage == Stage::Open, Error::<T>::RoundNotOpen);
		let opening = rounds::opening::<T>(id)?;
		ensure!(
			haste == Haste::Allowed || T::Trail::now() > opening.specification.observe_by,
			Error::<T>::DeadlineNotPassed
		);
		let Seal { fingerprint, dmus, excluded, .. } = Self::freeze(id, &opening, &mut round)?;
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		Self::deposit_event(Event::RoundSealed { round: id, fingerprint, dmus, excluded });
		if round.stage == Stage::Complete {
			let mut step = Step::new(act, Action::RoundCompleted, &(id,));
			T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
			Self::deposit_event(Event::RoundCompleted { round: id, means: None });
		}
		rounds::put::<T>(id, &round);
		Ok(Some(T::WeightInfo::seal(opening.dmus.into())).into())
	}

	/// Freezes the figures of an open round. A survey is complete with that. The caller puts the round.
	pub(crate) fn freeze(
		id: RoundId,
		opening: &Opening,
		round: &mut Round,
	) -> Result<Seal, Error<T>> {
		let specification = &opening.specification;
		let figures = rounds::take_figures::<T>(id)?;
		let snapshot = Snapshot::of(specification, figures, Self::belt_of);
		ensure!(!snapshot.rows.is_empty(), Error::NoDmus);
		let seal = Seal {
			at: T::Trail::now(),
			method: METHOD,
			fingerprint: snapshot.fingerprint(METHOD, id, specification),
			// A roster has at most MAX_DMUS.
			dmus: snapshot.rows.len() as u16,
			excluded: snapshot.excluded.len() as u16,
		};
		rounds::put_snapshot::<T>(id, &snapshot);
		round.seal = Some(seal);
		round.stage = Stage::Sealed;
		if !specification.is_evaluation() {
			rounds::end::<T>(id, round, Stage::Complete);
		}
		Ok(seal)
	}

	/// The belt of a DMU: that of the region, or of the institution's region.
	pub(crate) fn belt_of(dmu: &Dmu) -> Option<Belt> {
		match dmu {
			Dmu::Region(code) => T::Geography::area(code)?.belt,
			Dmu::Institution(id) => T::Geography::area(&T::Directory::body(*id)?.region)?.belt,
		}
	}

	/// What sealing weighs at most.
	pub(crate) fn weight_of_seal() -> Weight {
		T::WeightInfo::seal(MAX_DMUS)
	}
}
