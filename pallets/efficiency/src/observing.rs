//! What statistics agents report.

use crate::{Config, Error, Event, Observations, Pallet, Rosters, Rounds, Stage, Unit, Values};
use frame_support::pallet_prelude::*;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use salus_primitives::{
	digest_of, Action, Actor, Directory, InstitutionId, InstitutionKind, Role, RoundId, Trail,
};

impl<T: Config> Pallet<T> {
	/// The agent that signed and its institution, if it may report for a unit.
	pub(crate) fn ensure_reporter(
		origin: OriginFor<T>,
		unit: &Unit,
	) -> Result<(T::AccountId, InstitutionId), DispatchError> {
		let who = ensure_signed(origin)?;
		let agent = T::Directory::agent(&who).ok_or(Error::<T>::NotAgent)?;
		ensure!(agent.roles.contains(&Role::Statistics), Error::<T>::NotAuthorized);
		let standing = T::Directory::standing(agent.institution).ok_or(Error::<T>::NotAgent)?;
		ensure!(standing.active, Error::<T>::Suspended);
		let own = match unit {
			Unit::Region(code) => {
				standing.kind == InstitutionKind::HealthCommission && standing.region == *code
			}
			Unit::Institution(id) => agent.institution == *id,
		};
		ensure!(own, Error::<T>::NotOwnUnit);
		Ok((who, agent.institution))
	}

	pub(crate) fn do_observe(
		who: T::AccountId,
		institution: InstitutionId,
		round: RoundId,
		unit: Unit,
		values: Values,
	) -> DispatchResult {
		let digest = digest_of(&(round, &unit, &values));
		Self::put_observation(round, &unit, values)?;
		let actor = Actor::Account(who);
		Self::record(actor, Some(institution), round, Action::UnitObserved, digest)?;
		Self::deposit_event(Event::UnitObserved { round, unit, institution });
		Ok(())
	}

	/// Stores the figures of a unit, in place of earlier ones.
	pub(crate) fn put_observation(
		id: RoundId,
		unit: &Unit,
		values: Values,
	) -> Result<(), Error<T>> {
		let mut round = Rounds::<T>::get(id).ok_or(Error::RoundNotFound)?;
		ensure!(round.stage == Stage::Open, Error::RoundNotOpen);
		ensure!(T::Trail::now() <= round.terms.observe_by, Error::DeadlinePassed);
		let roster = Rosters::<T>::get(id).ok_or(Error::Corrupt)?;
		ensure!(roster.contains(unit), Error::UnitNotInRound);
		ensure!(values.len() == round.terms.indicators.len(), Error::WrongLength);
		match Observations::<T>::get(id, unit) {
			Some(before) => ensure!(before != values, Error::Unchanged),
			None => {
				// No more than there are units.
				round.observed = round.observed.saturating_add(1);
				Rounds::<T>::insert(id, round);
			}
		}
		Observations::<T>::insert(id, unit, values);
		Ok(())
	}
}
