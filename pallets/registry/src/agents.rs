//! Who may call: the accreditation origin, and the agents of institutions.

use crate::{
	AccountIdLookupOf, Agency, Agents, Config, Error, Event, Institutions, Pallet, Status,
};
use frame_support::{pallet_prelude::*, traits::EnsureOrigin};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use salus_primitives::{
	digest_of, Action, Actor, Agent, InstitutionId, Role, Roles, Step, Subject, Trail,
};
use sp_core::H256;
use sp_runtime::{traits::StaticLookup, Saturating};

impl<T: Config> Pallet<T> {
	/// The actor behind an accreditation origin.
	pub(crate) fn ensure_accreditation(
		origin: OriginFor<T>,
	) -> Result<Actor<T::AccountId>, DispatchError> {
		T::AccreditationOrigin::ensure_origin(origin.clone())?;
		Ok(ensure_signed(origin).map_or(Actor::Authority, Actor::Account))
	}

	/// The agent that signed, if it has `role` and its institution may act.
	pub(crate) fn ensure_agent(
		origin: OriginFor<T>,
		role: Role,
	) -> Result<Agency<T::AccountId>, DispatchError> {
		let who = ensure_signed(origin)?;
		let Agent { institution, roles } = Agents::<T>::get(&who).ok_or(Error::<T>::NotAgent)?;
		ensure!(roles.contains(&role), Error::<T>::NotAuthorized);
		let status = Institutions::<T>::get(institution).map(|institution| institution.status);
		ensure!(status == Some(Status::Active), Error::<T>::Suspended);
		Ok(Agency { who, institution })
	}

	/// The agent that signed, if it may remove `who`. Every agent may leave: nobody is held captive
	/// who was appointed without being asked.
	pub(crate) fn ensure_remover(
		origin: OriginFor<T>,
		who: &AccountIdLookupOf<T>,
	) -> Result<Agency<T::AccountId>, DispatchError> {
		let signer = ensure_signed(origin.clone())?;
		if T::Lookup::lookup(who.clone())? != signer {
			return Self::ensure_agent(origin, Role::Admin);
		}
		let Agent { institution, .. } = Agents::<T>::get(&signer).ok_or(Error::<T>::NotAgent)?;
		Ok(Agency { who: signer, institution })
	}

	/// What the records of an authority's act have in common.
	pub(crate) fn authority_step(
		actor: Actor<T::AccountId>,
		action: Action,
		digest: H256,
	) -> Step<T::AccountId> {
		Step { actor, institution: None, action, digest, event: None }
	}

	pub(crate) fn do_appoint_agent(
		by: Agency<T::AccountId>,
		who: AccountIdLookupOf<T>,
		roles: Roles,
	) -> DispatchResult {
		let digest = digest_of(&(&who, &roles));
		let institution = by.institution;
		let who = T::Lookup::lookup(who)?;
		Self::enlist(institution, &who, roles.clone())?;
		let step = by.step(Action::AgentAppointed, digest, None);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::AgentAppointed { institution, who, roles });
		Ok(())
	}

	pub(crate) fn do_change_roles(
		by: Agency<T::AccountId>,
		who: AccountIdLookupOf<T>,
		roles: Roles,
	) -> DispatchResult {
		let digest = digest_of(&(&who, &roles));
		let institution = by.institution;
		let who = T::Lookup::lookup(who)?;
		ensure!(!roles.is_empty(), Error::<T>::NoRoles);
		let before = Self::colleague(institution, &who)?;
		Self::reassign(&who, before, roles.clone())?;
		let step = by.step(Action::AgentRolesChanged, digest, None);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::AgentRolesChanged { institution, who, roles });
		Ok(())
	}

	pub(crate) fn do_remove_agent(
		by: Agency<T::AccountId>,
		who: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let digest = digest_of(&who);
		let institution = by.institution;
		let who = T::Lookup::lookup(who)?;
		let agent = Self::colleague(institution, &who)?;
		if agent.roles.contains(&Role::Admin) {
			Self::resign_admin(institution)?;
		}
		Institutions::<T>::mutate(institution, |stored| {
			if let Some(stored) = stored {
				stored.agents.saturating_dec();
			}
		});
		Agents::<T>::remove(&who);
		let step = by.step(Action::AgentRemoved, digest, None);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::AgentRemoved { institution, who });
		Ok(())
	}

	pub(crate) fn do_appoint_admin(
		actor: Actor<T::AccountId>,
		institution: InstitutionId,
		who: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let digest = digest_of(&(institution, &who));
		let who = T::Lookup::lookup(who)?;
		let (action, event) = match Self::colleague(institution, &who) {
			Ok(before) => {
				let roles = Self::with_admin(before.roles.clone())?;
				Self::reassign(&who, before, roles.clone())?;
				(Action::AgentRolesChanged, Event::AgentRolesChanged { institution, who, roles })
			}
			Err(_) => {
				let roles = Self::with_admin(Roles::new())?;
				Self::enlist(institution, &who, roles.clone())?;
				(Action::AgentAppointed, Event::AgentAppointed { institution, who, roles })
			}
		};
		let step = Self::authority_step(actor, action, digest);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(event);
		Ok(())
	}

	/// The roles, and that of an admin.
	pub(crate) fn with_admin(mut roles: Roles) -> Result<Roles, Error<T>> {
		roles.try_insert(Role::Admin).map_err(|_| Error::Overflow)?;
		Ok(roles)
	}

	/// Makes `who` an agent of an institution that exists.
	pub(crate) fn enlist(
		institution: InstitutionId,
		who: &T::AccountId,
		roles: Roles,
	) -> Result<(), Error<T>> {
		ensure!(!roles.is_empty(), Error::NoRoles);
		ensure!(!Agents::<T>::contains_key(who), Error::AgentAlreadyExists);
		Institutions::<T>::try_mutate(institution, |stored| -> Result<(), Error<T>> {
			let stored = stored.as_mut().ok_or(Error::InstitutionNotFound)?;
			ensure!(stored.agents < T::MaxAgents::get(), Error::TooManyAgents);
			stored.agents.saturating_inc();
			if roles.contains(&Role::Admin) {
				stored.admins.saturating_inc();
			}
			Ok(())
		})?;
		Agents::<T>::insert(who, Agent { institution, roles });
		Ok(())
	}

	/// Gives an agent other roles than it had.
	fn reassign(who: &T::AccountId, before: Agent, roles: Roles) -> Result<(), Error<T>> {
		let institution = before.institution;
		ensure!(before.roles != roles, Error::Unchanged);
		match (before.roles.contains(&Role::Admin), roles.contains(&Role::Admin)) {
			(true, false) => Self::resign_admin(institution)?,
			(false, true) => Institutions::<T>::mutate(institution, |stored| {
				if let Some(stored) = stored {
					stored.admins.saturating_inc();
				}
			}),
			_ => {}
		}
		Agents::<T>::insert(who, Agent { institution, roles });
		Ok(())
	}

	/// Another agent of the same institution, or the caller itself.
	fn colleague(institution: InstitutionId, who: &T::AccountId) -> Result<Agent, Error<T>> {
		Agents::<T>::get(who)
			.filter(|agent| agent.institution == institution)
			.ok_or(Error::AgentNotFound)
	}

	/// Counts one admin less, unless it is the last.
	fn resign_admin(institution: InstitutionId) -> Result<(), Error<T>> {
		Institutions::<T>::try_mutate(institution, |stored| {
			let stored = stored.as_mut().ok_or(Error::InstitutionNotFound)?;
			ensure!(stored.admins > 1, Error::LastAdmin);
			stored.admins.saturating_dec();
			Ok(())
		})
	}
}
