//! Who may act: the accreditation origin, and the agents of institutions. The only place that knows
//! [`Error::NotAgent`], [`Error::NotAuthorized`] and [`Error::Suspended`].

use crate::{claims, AccountIdLookupOf, Agents, Config, Error, Pallet};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use salus_primitives::{
	Access, Act, Actor, Agent, Effect, Haste, InstitutionId, LotId, Matter, Role, Trail,
};
use sp_runtime::{traits::StaticLookup, DispatchError};

/// Whether an act may change what is final.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Finality {
	/// It may.
	Final,
	/// It may not.
	Revisable,
}

impl<T: Config> Access<OriginFor<T>, T::AccountId> for Pallet<T> {
	fn agent_as(
		origin: OriginFor<T>,
		role_of: impl FnOnce(InstitutionId) -> Result<Role, DispatchError>,
	) -> Result<Act<T::AccountId>, DispatchError> {
		Self::agent_unless(Self::is_suspended, origin, role_of)
	}

	fn voter(origin: OriginFor<T>) -> Result<Act<T::AccountId>, DispatchError> {
		let is_silenced = |institution| {
			Self::is_suspended(institution)
				&& T::Haste::pending(Matter::Standing(institution)) != Some(Effect::OutOfForce)
		};
		Self::agent_unless(is_silenced, origin, |_| Ok(Role::Vote))
	}

	fn anyone(origin: OriginFor<T>) -> Result<Act<T::AccountId>, DispatchError> {
		let who = ensure_signed(origin)?;
		let institution = Agents::<T>::get(&who).map(|agent| agent.institution);
		Ok(Act { actor: Actor::Account(who), institution })
	}
}

impl<T: Config> Pallet<T> {
	/// An act of an agent, in the role that `role_of` asks, unless its institution is barred from it.
	fn agent_unless(
		is_barred: impl FnOnce(InstitutionId) -> bool,
		origin: OriginFor<T>,
		role_of: impl FnOnce(InstitutionId) -> Result<Role, DispatchError>,
	) -> Result<Act<T::AccountId>, DispatchError> {
		let who = ensure_signed(origin)?;
		let Agent { institution, roles } = Agents::<T>::get(&who).ok_or(Error::<T>::NotAgent)?;
		ensure!(!is_barred(institution), Error::<T>::Suspended);
		let role = role_of(institution)?;
		ensure!(roles.contains(&role), Error::<T>::NotAuthorized);
		Ok(Act::of_agent(who, institution))
	}

	/// An act of the accreditation origin.
	pub(crate) fn accreditation(origin: OriginFor<T>) -> Result<Act<T::AccountId>, DispatchError> {
		Ok(Act::by(T::AccreditationOrigin::ensure_origin(origin)?))
	}

	/// An act of who decides what is final.
	pub(crate) fn finality(origin: OriginFor<T>) -> Result<Act<T::AccountId>, DispatchError> {
		Ok(Act::by(T::FinalOrigin::ensure_origin(origin)?))
	}

	/// An act of who amends institutions, and whether it may be final.
	pub(crate) fn amending(
		origin: OriginFor<T>,
	) -> Result<(Act<T::AccountId>, Finality), DispatchError> {
		match T::FinalOrigin::try_origin(origin) {
			Ok(actor) => Ok((Act::by(actor), Finality::Final)),
			Err(origin) => Ok((Self::accreditation(origin)?, Finality::Revisable)),
		}
	}

	/// An act of an account for itself, whichever institution it acts for, if any.
	pub(crate) fn oneself(
		origin: OriginFor<T>,
	) -> Result<(Act<T::AccountId>, T::AccountId), DispatchError> {
		let who = ensure_signed(origin)?;
		Ok((Act::by(Actor::Account(who.clone())), who))
	}

	/// An act of who disposes of the goods of institutions that act no more.
	pub(crate) fn estate_authority(
		origin: OriginFor<T>,
	) -> Result<Act<T::AccountId>, DispatchError> {
		Ok(Act::by(T::EstateOrigin::ensure_origin(origin)?))
	}

	/// An act of who may confirm counts: accreditation, and stock agents. Whether they act for the
	/// lot's registrant is to be asked yet.
	pub(crate) fn count_witness(origin: OriginFor<T>) -> Result<Act<T::AccountId>, DispatchError> {
		match T::AccreditationOrigin::try_origin(origin) {
			Ok(actor) => Ok(Act::by(actor)),
			Err(origin) => Self::agent(origin, Role::Stock),
		}
	}

	/// An act of who may dismiss a count: as [`count_witness`](Self::count_witness), and anybody once
	/// its time is over.
	pub(crate) fn count_dismisser(
		origin: OriginFor<T>,
		lot: LotId,
		custodian: InstitutionId,
	) -> Result<Act<T::AccountId>, DispatchError> {
		match claims::open::<T>(lot, custodian) {
			Ok(claim) if claim.is_over(T::Trail::now()) => Self::anyone(origin),
			_ => Self::count_witness(origin),
		}
	}

	/// An act of who may remove `who` from its institution: its admins, and itself, whether the
	/// institution may act or not.
	pub(crate) fn remover(
		origin: OriginFor<T>,
		who: &AccountIdLookupOf<T>,
	) -> Result<Act<T::AccountId>, DispatchError> {
		let act = Self::anyone(origin.clone())?;
		if act.actor != Actor::Account(T::Lookup::lookup(who.clone())?) {
			return Self::agent(origin, Role::Admin);
		}
		ensure!(act.institution.is_some(), Error::<T>::NotAgent);
		Ok(act)
	}
}
