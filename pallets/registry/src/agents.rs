//! The agents of institutions: given other roles, removed. The only place that makes an account an
//! agent.

use crate::{
	AccountIdLookupOf, AgentState, Agents, AgentsByInstitution, Config, Error, Event,
	InstitutionOf, Pallet,
};
use frame_support::{ensure, pallet_prelude::Get};
use salus_primitives::{Act, Action, Agent, InstitutionId, OnInstitution, Role, Roles, Step};
use sp_runtime::{traits::StaticLookup, DispatchResult, Saturating};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_change_roles(
		act: Act<T::AccountId>,
		who: AccountIdLookupOf<T>,
		roles: Roles,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::AgentRolesChanged, &(&who, &roles));
		let who = T::Lookup::lookup(who)?;
		ensure!(!roles.is_empty(), Error::<T>::NoRoles);
		let before = Self::agent_for(institution, &who)?;
		Self::change_institution(&mut step, institution, |entry| {
			Self::reassign(entry, &who, before, roles.clone())
		})?;
		Self::deposit_event(Event::AgentRolesChanged { institution, who, roles });
		Ok(())
	}

	pub(crate) fn do_remove_agent(
		act: Act<T::AccountId>,
		who: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::AgentRemoved, &who);
		let who = T::Lookup::lookup(who)?;
		let agent = Self::agent_for(institution, &who)?;
		Self::change_institution(&mut step, institution, |entry| {
			if agent.roles.contains(&Role::Admin) {
				Self::resign_admin(institution, entry)?;
			}
			entry.agents.saturating_dec();
			Ok(())
		})?;
		Agents::<T>::remove(&who);
		AgentsByInstitution::<T>::remove(institution, &who);
		T::OnInstitution::agent_left(institution, &who);
		Self::deposit_event(Event::AgentRemoved { institution, who });
		Ok(())
	}

	/// The roles, and that of an admin.
	pub(crate) fn with_admin(mut roles: Roles) -> Result<Roles, Error<T>> {
		roles.try_insert(Role::Admin).map_err(|_| Error::Overflow)?;
		Ok(roles)
	}

	/// Makes `who` an agent of an institution.
	pub(crate) fn enlist(
		institution: InstitutionId,
		entry: &mut InstitutionOf<T>,
		who: &T::AccountId,
		roles: Roles,
	) -> Result<(), Error<T>> {
		ensure!(!roles.is_empty(), Error::NoRoles);
		ensure!(!Agents::<T>::contains_key(who), Error::AgentAlreadyExists);
		Self::ensure_room(entry)?;
		entry.agents.saturating_inc();
		if roles.contains(&Role::Admin) {
			entry.admins.saturating_inc();
		}
		Agents::<T>::insert(who, Agent { institution, roles });
		AgentsByInstitution::<T>::insert(institution, who, AgentState::Acting);
		Ok(())
	}

	/// Refuses one more agent or invitation than an institution may have.
	pub(crate) fn ensure_room(entry: &InstitutionOf<T>) -> Result<(), Error<T>> {
		let taken = entry.agents.saturating_add(entry.invitations);
		ensure!(taken < T::MaxAgents::get(), Error::TooManyAgents);
		Ok(())
	}

	/// Gives an agent other roles than it had.
	fn reassign(
		entry: &mut InstitutionOf<T>,
		who: &T::AccountId,
		before: Agent,
		roles: Roles,
	) -> Result<(), Error<T>> {
		ensure!(before.roles != roles, Error::Unchanged);
		match (before.roles.contains(&Role::Admin), roles.contains(&Role::Admin)) {
			(true, false) => Self::resign_admin(before.institution, entry)?,
			(false, true) => entry.admins.saturating_inc(),
			_ => {}
		}
		Agents::<T>::insert(who, Agent { institution: before.institution, roles });
		Ok(())
	}

	/// The agent that an account is for an institution.
	fn agent_for(institution: InstitutionId, who: &T::AccountId) -> Result<Agent, Error<T>> {
		Agents::<T>::get(who)
			.filter(|agent| agent.institution == institution)
			.ok_or(Error::AgentNotFound)
	}

	/// Counts one admin less, unless it is the last of an institution that may act.
	fn resign_admin(
		institution: InstitutionId,
		entry: &mut InstitutionOf<T>,
	) -> Result<(), Error<T>> {
		ensure!(entry.admins > 1 || Self::is_suspended(institution), Error::LastAdmin);
		entry.admins.saturating_dec();
		Ok(())
	}
}
