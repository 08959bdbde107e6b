//! Rounds, from their opening to their end.

use crate::{
	ActiveRounds, Config, Efficiencies, Error, Event, NextRoundId, Observations, Pallet, Progress,
	Roster, Rosters, Round, Rounds, Seal, Snapshot, Snapshots, Stage, Terms, Unit, MAX_DECIMALS,
	MAX_UNITS, METHOD,
};
use frame_support::{dispatch::PostDispatchInfo, pallet_prelude::*, traits::EnsureOrigin};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use salus_analysis::dea::{MAX_INPUTS, MAX_OUTPUTS};
use salus_primitives::{
	digest_of, Action, Actor, Directory, Geography, InstitutionId, Moment, RoundId, Step, Subject,
	Trail,
};
use sp_core::H256;

use crate::weights::WeightInfo;

/// Whether the actor may act before others may.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Haste {
	/// The authority may.
	Allowed,
	/// Everybody else has to wait.
	Refused,
}

impl<T: Config> Pallet<T> {
	/// The actor behind the origin that opens rounds.
	pub(crate) fn ensure_authority(
		origin: OriginFor<T>,
	) -> Result<Actor<T::AccountId>, DispatchError> {
		T::RoundOrigin::ensure_origin(origin.clone())?;
		Ok(ensure_signed(origin).map_or(Actor::Authority, Actor::Account))
	}

	/// The actor behind any origin that may seal, and whether it may do so at once.
	pub(crate) fn ensure_authority_or_signed(
		origin: OriginFor<T>,
	) -> Result<(Actor<T::AccountId>, Haste), DispatchError> {
		match Self::ensure_authority(origin.clone()) {
			Ok(actor) => Ok((actor, Haste::Allowed)),
			Err(_) => Ok((Actor::Account(ensure_signed(origin)?), Haste::Refused)),
		}
	}

	/// Writes down what was done to a round.
	pub(crate) fn record(
		actor: Actor<T::AccountId>,
		institution: Option<InstitutionId>,
		round: RoundId,
		action: Action,
		digest: H256,
	) -> DispatchResult {
		let step = Step { actor, institution, action, digest, event: None };
		T::Trail::record(step, &[Subject::Round(round)])
	}

	pub(crate) fn do_open_round(
		actor: Actor<T::AccountId>,
		terms: Terms,
		roster: Roster,
	) -> DispatchResult {
		let digest = digest_of(&(&terms, &roster));
		let round = Self::add_round(terms, roster)?;
		Self::record(actor, None, round, Action::RoundOpened, digest)?;
		Self::deposit_event(Event::RoundOpened { round });
		Ok(())
	}

	pub(crate) fn do_seal(
		actor: Actor<T::AccountId>,
		haste: Haste,
		id: RoundId,
	) -> DispatchResultWithPostInfo {
		let digest = digest_of(&id);
		let round = Rounds::<T>::get(id).ok_or(Error::<T>::RoundNotFound)?;
		ensure!(round.stage == Stage::Open, Error::<T>::RoundNotOpen);
		let now = T::Trail::now();
		ensure!(now <= round.terms.report_by, Error::<T>::DeadlinePassed);
		ensure!(
			haste == Haste::Allowed || now > round.terms.observe_by,
			Error::<T>::DeadlineNotPassed
		);
		let (round, seal) = Self::freeze(id, round)?;
		Self::record(actor.clone(), None, id, Action::RoundSealed, digest)?;
		let Seal { fingerprint, units, excluded, .. } = seal;
		Self::deposit_event(Event::RoundSealed { round: id, fingerprint, units, excluded });
		if round.stage == Stage::Complete {
			Self::record(actor, None, id, Action::RoundCompleted, digest)?;
			Self::deposit_event(Event::RoundCompleted { round: id, means: None });
		}
		Ok(Some(T::WeightInfo::seal(round.units.into())).into())
	}

	pub(crate) fn do_cancel(actor: Actor<T::AccountId>, id: RoundId) -> DispatchResultWithPostInfo {
		let round = Self::active(id)?;
		let weight = match round.stage {
			Stage::Open => T::WeightInfo::cancel_open(round.units.into()),
			_ => T::WeightInfo::cancel_sealed(round.units.into()),
		};
		Self::discard(id, round, Stage::Cancelled);
		Self::record(actor, None, id, Action::RoundCancelled, digest_of(&id))?;
		Self::deposit_event(Event::RoundCancelled { round: id });
		Ok(PostDispatchInfo::from(Some(weight)))
	}

	pub(crate) fn do_close(who: T::AccountId, id: RoundId) -> DispatchResultWithPostInfo {
		Self::close_as_of(T::Trail::now(), who, id)
	}

	/// Closes a round at a moment, which is the present one save in benchmarks.
	pub(crate) fn close_as_of(
		now: Moment,
		who: T::AccountId,
		id: RoundId,
	) -> DispatchResultWithPostInfo {
		let round = Self::active(id)?;
		ensure!(now > round.terms.report_by, Error::<T>::DeadlineNotPassed);
		let weight = match round.stage {
			Stage::Open => T::WeightInfo::close_open(round.units.into()),
			_ => T::WeightInfo::close_sealed(round.units.into()),
		};
		Self::discard(id, round, Stage::Expired);
		Self::record(Actor::Account(who), None, id, Action::RoundExpired, digest_of(&id))?;
		Self::deposit_event(Event::RoundExpired { round: id });
		Ok(PostDispatchInfo::from(Some(weight)))
	}

	/// What sealing weighs at most.
	pub(crate) fn weight_of_seal() -> Weight {
		T::WeightInfo::seal(MAX_UNITS)
	}

	/// What calling off weighs at most.
	pub(crate) fn weight_of_cancel() -> Weight {
		T::WeightInfo::cancel_open(MAX_UNITS).max(T::WeightInfo::cancel_sealed(MAX_UNITS))
	}

	/// What closing weighs at most.
	pub(crate) fn weight_of_close() -> Weight {
		T::WeightInfo::close_open(MAX_UNITS).max(T::WeightInfo::close_sealed(MAX_UNITS))
	}

	/// A round that is open or sealed.
	fn active(id: RoundId) -> Result<Round, Error<T>> {
		let round = Rounds::<T>::get(id).ok_or(Error::RoundNotFound)?;
		ensure!(round.stage.is_active(), Error::RoundEnded);
		Ok(round)
	}

	/// Adds a round that takes figures.
	pub(crate) fn add_round(terms: Terms, roster: Roster) -> Result<RoundId, Error<T>> {
		Self::check_terms(&terms)?;
		let now = T::Trail::now();
		ensure!(terms.observe_by > now, Error::InvalidDeadlines);
		ensure!(!roster.is_empty(), Error::NoUnits);
		ensure!(roster.ascends(), Error::UnitsNotAscending);
		ensure!(roster.iter().all(|unit| Self::exists(&unit)), Error::UnitNotFound);

		let id = NextRoundId::<T>::get();
		ActiveRounds::<T>::try_append(id).map_err(|()| Error::TooManyActiveRounds)?;
		NextRoundId::<T>::put(id.next().ok_or(Error::IdsExhausted)?);
		let round = Round {
			terms,
			stage: Stage::Open,
			opened: now,
			// A roster has at most MAX_UNITS.
			units: roster.len() as u16,
			observed: 0,
			seal: None,
			progress: Progress::default(),
			ended: None,
		};
		Rounds::<T>::insert(id, round);
		Rosters::<T>::insert(id, roster);
		Ok(id)
	}

	/// Refuses terms that no round can have.
	pub(crate) fn check_terms(terms: &Terms) -> Result<(), Error<T>> {
		terms.check_texts()?;
		ensure!(!terms.indicators.is_empty(), Error::NoIndicators);
		let (inputs, outputs) = terms.widths();
		ensure!(inputs <= MAX_INPUTS, Error::TooManyInputs);
		ensure!(outputs <= MAX_OUTPUTS, Error::TooManyOutputs);
		ensure!(inputs > 0 || outputs == 0, Error::NoInputs);
		ensure!(outputs > 0 || inputs == 0, Error::NoOutputs);
		let fits = terms.indicators.iter().all(|indicator| indicator.decimals <= MAX_DECIMALS);
		ensure!(fits, Error::TooManyDecimals);
		ensure!(terms.observe_by < terms.report_by, Error::InvalidDeadlines);
		Ok(())
	}

	/// Freezes the figures of an open round.
	pub(crate) fn freeze(id: RoundId, mut round: Round) -> Result<(Round, Seal), Error<T>> {
		let roster = Rosters::<T>::get(id).ok_or(Error::Corrupt)?;
		let snapshot = Snapshot::take(&round.terms, roster.iter(), Self::belt_of, |unit| {
			Observations::<T>::take(id, unit)
		});
		ensure!(!snapshot.rows.is_empty(), Error::NoUnits);
		let now = T::Trail::now();
		let seal = Seal {
			at: now,
			method: METHOD,
			fingerprint: snapshot.fingerprint(METHOD, id, &round.terms),
			units: snapshot.rows.len() as u16,
			excluded: snapshot.excluded.len() as u16,
		};
		Snapshots::<T>::insert(id, snapshot);
		round.seal = Some(seal);
		round.stage = Stage::Sealed;
		if !round.terms.is_evaluation() {
			Self::end(id, &mut round, Stage::Complete);
		}
		Rounds::<T>::insert(id, &round);
		Ok((round, seal))
	}

	/// Ends a round that is active, without storing it.
	pub(crate) fn end(id: RoundId, round: &mut Round, stage: Stage) {
		round.stage = stage;
		round.ended = Some(T::Trail::now());
		ActiveRounds::<T>::mutate(|active| active.retain(|other| *other != id));
	}

	/// Ends an active round without a report, and removes what was on the way to one.
	fn discard(id: RoundId, mut round: Round, stage: Stage) {
		if let Some(roster) = Rosters::<T>::take(id) {
			if round.stage == Stage::Open {
				for unit in roster.iter() {
					Observations::<T>::remove(id, unit);
				}
			}
		}
		if let Some(seal) = round.seal {
			Snapshots::<T>::remove(id);
			for place in 0..seal.units {
				Efficiencies::<T>::remove(id, place);
			}
		}
		round.progress = Progress::default();
		Self::end(id, &mut round, stage);
		Rounds::<T>::insert(id, round);
	}

	/// Whether there is such a region or institution.
	fn exists(unit: &Unit) -> bool {
		match unit {
			Unit::Region(code) => T::Geography::area(code).is_some(),
			Unit::Institution(id) => T::Directory::standing(*id).is_some(),
		}
	}

	/// The belt of a unit: that of the region, or of the institution's region.
	pub(crate) fn belt_of(unit: &Unit) -> Option<salus_primitives::Belt> {
		match unit {
			Unit::Region(code) => T::Geography::area(code)?.belt,
			Unit::Institution(id) => T::Geography::area(&T::Directory::standing(*id)?.region)?.belt,
		}
	}
}
