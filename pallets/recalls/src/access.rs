//! Who may place a hold, and who may lift it; who may recall lots, answer, and close; who may open a case,
//! who supervises it, and who its party is.
//!
//! Governance is asked first. Anybody else is an agent, and the order of the answers is the same in every
//! call: [`Access`] tells whether the origin signs for an institution and whether that may act; then
//! whether the institution has to do with the place ([`Error::NotAuthorized`]), and what else it needs
//! ([`Error::CapabilityMissing`]); then [`Access`] again, whether the agent has the role that its
//! institution's side needs: stock for who has the goods, admin for a supervisor.
//!
//! Every place has one institution that it is of: a holding, its custodian; a lot, whoever registered it.
//! An institution never lifts what a supervisor placed on what is its own, not even as a commission over
//! that supervisor.
//!
//! A recall is answered in the same order, with [`Error::NotMaker`], [`Error::NotAsked`] and
//! [`Error::NotAuthorized`]; whoever issues it as a maker, and whoever answers, does so by agents in the role
//! of stock, and a supervisor by admins.
//!
//! A case is answered in the same order: whether the origin signs for an institution that may act; whether
//! that supervises the party ([`Error::NotSupervisor`]) or is of the case ([`Error::NotSide`]); whether the
//! agent has the role of admin. A party is never its own supervisor.

use crate::{
	Case, CaseSupervisor, Config, Duty, Error, Hold, HoldBy, HoldPlace, Issuer, Pallet, Side,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::pallet_prelude::OriginFor;
use salus_primitives::{
	Access, Act, Capability, Directory, Geography, HoldKind, InstitutionId, InstitutionKind,
	LotSummary, Lots, RecallId, RegionCode, Role,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// An act of who may place a hold, and who that is to the place.
	pub(crate) fn placer(
		origin: OriginFor<T>,
		place: &HoldPlace,
	) -> Result<(Act<T::AccountId>, HoldBy), DispatchError> {
		Self::governance_or(origin, HoldBy::Governance, |institution| {
			Ok(Self::side_of(institution, place)?)
		})
	}

	/// An act of who may lift a hold.
	pub(crate) fn lifter(
		origin: OriginFor<T>,
		place: &HoldPlace,
		hold: &Hold,
	) -> Result<Act<T::AccountId>, DispatchError> {
		match T::GovernanceOrigin::try_origin(origin) {
			Ok(actor) => Ok(Act::by(actor)),
			Err(origin) => T::Access::agent_as(origin, |institution| {
				Ok(Self::role_to_lift(institution, place, hold)?)
			}),
		}
	}

	/// An act of who may recall lots of which this is known, and who that is to them.
	pub(crate) fn issuer(
		origin: OriginFor<T>,
		lots: &[LotSummary],
	) -> Result<(Act<T::AccountId>, Issuer), DispatchError> {
		Self::governance_or(origin, Issuer::Governance, |institution| {
			Ok(Self::issuer_as(institution, lots)?)
		})
	}

	/// An act of who may answer a recall, and what it is asked.
	pub(crate) fn answerer(
		origin: OriginFor<T>,
		recall: RecallId,
	) -> Result<(Act<T::AccountId>, Duty), DispatchError> {
		let mut duty = None;
		let act = T::Access::agent_as(origin, |institution| {
			duty = Self::duty(recall, institution);
			ensure!(duty.is_some(), Error::<T>::NotAsked);
			Ok(Role::Stock)
		})?;
		Ok((act, duty.ok_or(Error::<T>::NotAsked)?))
	}

	/// An act of who may close a recall.
	pub(crate) fn closer(
		origin: OriginFor<T>,
		issuer: &Issuer,
	) -> Result<Act<T::AccountId>, DispatchError> {
		match T::GovernanceOrigin::try_origin(origin) {
			Ok(actor) => Ok(Act::by(actor)),
			Err(origin) => T::Access::agent_as(origin, |institution| {
				Ok(Self::role_to_close(institution, issuer)?)
			}),
		}
	}

	/// An act of who may open a case over an institution, and who that is.
	pub(crate) fn opener(
		origin: OriginFor<T>,
		party: InstitutionId,
	) -> Result<(Act<T::AccountId>, CaseSupervisor), DispatchError> {
		Self::governance_or(origin, CaseSupervisor::Governance, |institution| {
			ensure!(T::Directory::standing(party).is_some(), Error::<T>::PartyNotFound);
			ensure!(Self::supervises(institution, party), Error::<T>::NotSupervisor);
			Ok((CaseSupervisor::Commission(institution), Role::Admin))
		})
	}

	/// An act of who may supervise a case, and by whom what is held in it is held.
	pub(crate) fn supervisor(
		origin: OriginFor<T>,
		case: &Case,
	) -> Result<(Act<T::AccountId>, HoldBy), DispatchError> {
		Self::governance_or(origin, HoldBy::Governance, |institution| {
			let may_supervise = Self::may_supervise(institution, case);
			ensure!(may_supervise, Error::<T>::NotSupervisor);
			Ok((HoldBy::Supervisor(institution), Role::Admin))
		})
	}

	/// An act of a side of a case, and which side that is.
	pub(crate) fn side_of_case(
		origin: OriginFor<T>,
		case: &Case,
	) -> Result<(Act<T::AccountId>, Side), DispatchError> {
		Self::governance_or(origin, Side::Supervisor, |institution| {
			if institution == case.party {
				return Ok((Side::Party, Role::Admin));
			}
			ensure!(Self::may_supervise(institution, case), Error::<T>::NotSide);
			Ok((Side::Supervisor, Role::Admin))
		})
	}

	/// An act of governance, as which it acts as `governing`; or of an agent of an institution, of which
	/// `agent_as` tells as which it acts, and in which role.
	fn governance_or<By>(
		origin: OriginFor<T>,
		governing: By,
		agent_as: impl FnOnce(InstitutionId) -> Result<(By, Role), DispatchError>,
	) -> Result<(Act<T::AccountId>, By), DispatchError> {
		let origin = match T::GovernanceOrigin::try_origin(origin) {
			Ok(actor) => return Ok((Act::by(actor), governing)),
			Err(origin) => origin,
		};
		let mut by = None;
		let act = T::Access::agent_as(origin, |institution| {
			let (side, role) = agent_as(institution)?;
			by = Some(side);
			Ok(role)
		})?;
		Ok((act, by.ok_or(Error::<T>::NotAuthorized)?))
	}

	/// Refuses what a commission holds of an institution that it does not supervise.
	pub(crate) fn ensure_may_hold(by: HoldBy, place: &HoldPlace) -> Result<(), Error<T>> {
		let party = Self::party_of(place)?;
		let may_hold = match by {
			HoldBy::Supervisor(commission) => Self::supervises(commission, party),
			HoldBy::Governance | HoldBy::Custodian | HoldBy::Chain => true,
		};
		ensure!(may_hold, Error::NotAuthorized);
		Ok(())
	}

	/// Whether an institution may supervise a case: it is the commission that opened it, or a commission of
	/// a region around that one's, and of one that the party is in.
	fn may_supervise(institution: InstitutionId, case: &Case) -> bool {
		match case.supervisor {
			CaseSupervisor::Commission(opener) => {
				Self::is_or_is_over(institution, opener)
					&& (institution == opener || Self::supervises(institution, case.party))
			}
			CaseSupervisor::Governance => false,
		}
	}

	/// The institution that a place is of.
	pub(crate) fn party_of(place: &HoldPlace) -> Result<InstitutionId, Error<T>> {
		match place {
			HoldPlace::Lot(lot) => {
				let summary = T::Lots::summary(*lot).ok_or(Error::LotNotFound)?;
				Ok(summary.registered_by)
			}
			HoldPlace::Holding(holding) => Ok(holding.custodian),
		}
	}

	/// Who an institution is to a place, and in which role its agents act there. A custodian that is a
	/// commission as well acts as custodian.
	fn side_of(institution: InstitutionId, place: &HoldPlace) -> Result<(HoldBy, Role), Error<T>> {
		let party = Self::party_of(place)?;
		if place.custodian() == Some(institution) {
			return Ok((HoldBy::Custodian, Role::Stock));
		}
		ensure!(Self::supervises(institution, party), Error::NotAuthorized);
		Ok((HoldBy::Supervisor(institution), Role::Admin))
	}

	/// The role in which agents of an institution lift a hold.
	fn role_to_lift(
		institution: InstitutionId,
		place: &HoldPlace,
		hold: &Hold,
	) -> Result<Role, Error<T>> {
		let party = Self::party_of(place)?;
		match hold.by {
			HoldBy::Custodian | HoldBy::Chain if institution == party => {
				let may_judge = !Self::takes_licence(place, hold)
					|| T::Directory::is_licensed(institution, Capability::ColdChain);
				ensure!(may_judge, Error::CapabilityMissing);
				Ok(Role::Stock)
			}
			HoldBy::Custodian | HoldBy::Chain => {
				ensure!(Self::supervises(institution, party), Error::NotAuthorized);
				Ok(Role::Admin)
			}
			HoldBy::Supervisor(placer) => {
				let may_lift = Self::is_or_is_over(institution, placer);
				ensure!(institution != party && may_lift, Error::NotAuthorized);
				Ok(Role::Admin)
			}
			HoldBy::Governance => Err(Error::NotAuthorized),
		}
	}

	/// As whom an institution recalls lots, and in which role its agents do. A maker that is a commission as
	/// well recalls what it made as a maker. Who repacked lots is the maker of what it registered as
	/// commissioned.
	fn issuer_as(
		institution: InstitutionId,
		lots: &[LotSummary],
	) -> Result<(Issuer, Role), Error<T>> {
		let made = |lot: &LotSummary| lot.registered_by == institution && lot.commissioned;
		if lots.iter().all(made) {
			return Ok((Issuer::Maker(institution), Role::Stock));
		}
		let registrants: BTreeSet<_> = lots.iter().map(|lot| lot.registered_by).collect();
		let supervises = |party: &InstitutionId| Self::supervises(institution, *party);
		ensure!(registrants.iter().all(supervises), Error::NotMaker);
		Ok((Issuer::Supervisor(institution), Role::Admin))
	}

	/// The role in which agents of an institution close a recall by that issuer.
	fn role_to_close(institution: InstitutionId, issuer: &Issuer) -> Result<Role, Error<T>> {
		match *issuer {
			Issuer::Maker(maker) if institution == maker => Ok(Role::Stock),
			Issuer::Maker(maker) => {
				ensure!(Self::supervises(institution, maker), Error::NotAuthorized);
				Ok(Role::Admin)
			}
			Issuer::Supervisor(commission) => {
				let may_close = Self::is_or_is_over(institution, commission);
				ensure!(may_close, Error::NotAuthorized);
				Ok(Role::Admin)
			}
			Issuer::Governance => Err(Error::NotAuthorized),
		}
	}

	/// Whether a custodian lifts a hold only under a licence for the cold chain: a breach, and whatever the
	/// chain holds of a class with a range. What arrives by a detour has lost the hold that it was under.
	pub(crate) fn takes_licence(place: &HoldPlace, hold: &Hold) -> bool {
		let has_range =
			|| T::Lots::summary(place.lot()).is_some_and(|summary| summary.has_temperature_range);
		hold.kind == HoldKind::ColdChainBreach || (hold.by == HoldBy::Chain && has_range())
	}

	/// Whether an institution is a health commission, whether it may act or not.
	pub(crate) fn is_commission(institution: InstitutionId) -> bool {
		Self::region_of_commission(institution).is_some()
	}

	/// Whether `commission` is the health commission of a region that another institution is in.
	fn supervises(commission: InstitutionId, institution: InstitutionId) -> bool {
		commission != institution
			&& Self::region_of_commission(commission)
				.is_some_and(|region| Self::lineage_of(institution).contains(&region))
	}

	/// Whether `who` is that commission, and still one; or the health commission of a region around.
	fn is_or_is_over(who: InstitutionId, commission: InstitutionId) -> bool {
		(who == commission && Self::is_commission(who)) || Self::is_wider(who, commission)
	}

	/// Whether `commission` is the health commission of a region around that of another institution.
	fn is_wider(commission: InstitutionId, institution: InstitutionId) -> bool {
		Self::region_of_commission(commission).is_some_and(|region| {
			Self::lineage_of(institution).iter().skip(1).any(|at| *at == region)
		})
	}

	fn region_of_commission(institution: InstitutionId) -> Option<RegionCode> {
		let body = T::Directory::body(institution)?;
		(body.kind == InstitutionKind::HealthCommission).then_some(body.region)
	}

	/// The region that an institution is in, and those around it.
	fn lineage_of(institution: InstitutionId) -> Vec<RegionCode> {
		T::Directory::body(institution)
			.map(|body| T::Geography::lineage(&body.region))
			.unwrap_or_default()
	}
}
