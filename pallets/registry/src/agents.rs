//! The agents of institutions: appointed, given other roles, removed.

use crate::{AccountIdLookupOf, Agents, Config, Error, Event, InstitutionOf, Pallet};
use frame_support::{ensure, pallet_prelude::Get};
use salus_primitives::{Act, Action, Agent, InstitutionId, OnInstitution, Role, Roles, Step};
use sp_runtime::{traits::StaticLookup, DispatchResult, Saturating};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint_agent(
		act: Act<T::AccountId>,
		who: AccountIdLookupOf<T>,
		roles: Roles,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::AgentAppointed, &(&who, &roles));
		let who = T::Lookup::lookup(who)?;
		Self::change_institution(&mut step, institution, |entry| {
			Self::enlist(institution, entry, &who, roles.clone())
		})?;
		Self::deposit_event(Event::AgentAppointed { institution, who, roles });
		Ok(())
	}

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
				Self::resign_admin(entry)?;
			}
			entry.agents.saturating_dec();
			Ok(())
		})?;
		Agents::<T>::remove(&who);
		T::OnInstitution::agent_left(institution, &who);
		Self::deposit_event(Event::AgentRemoved { institution, who });
		Ok(())
	}

	pub(crate) fn do_appoint_admin(
		act: Act<T::AccountId>,
		institution: InstitutionId,
		who: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let account = T::Lookup::lookup(who.clone())?;
		match Self::agent_for(institution, &account) {
			Ok(before) => {
				let arguments = (institution, &who);
				let mut step = Step::new(act, Action::AgentRolesChanged, &arguments);
				let roles = Self::with_admin(before.roles.clone())?;
				Self::change_institution(&mut step, institution, |entry| {
					Self::reassign(entry, &account, before, roles.clone())
				})?;
				Self::deposit_event(Event::AgentRolesChanged { institution, who: account, roles });
			}
			Err(_) => {
				let mut step = Step::new(act, Action::AgentAppointed, &(institution, &who));
				let roles = Self::with_admin(Roles::new())?;
				Self::change_institution(&mut step, institution, |entry| {
					Self::enlist(institution, entry, &account, roles.clone())
				})?;
				Self::deposit_event(Event::AgentAppointed { institution, who: account, roles });
			}
		}
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
		ensure!(entry.agents < T::MaxAgents::get(), Error::TooManyAgents);
		entry.agents.saturating_inc();
		if roles.contains(&Role::Admin) {
			entry.admins.saturating_inc();
		}
		Agents::<T>::insert(who, Agent { institution, roles });
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
			(true, false) => Self::resign_admin(entry)?,
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

	/// Counts one admin less, unless it is the last.
	fn resign_admin(entry: &mut InstitutionOf<T>) -> Result<(), Error<T>> {
		ensure!(entry.admins > 1, Error::LastAdmin);
		entry.admins.saturating_dec();
		Ok(())
	}
}
