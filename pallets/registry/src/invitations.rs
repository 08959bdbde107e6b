//! Invitations to act for an institution: an account becomes an agent by its own consent. An
//! invitation binds the account to nothing, and any number of institutions may invite one account.

use crate::{
	AccountIdLookupOf, AgentState, AgentsByInstitution, Config, Error, Event, InstitutionOf,
	Invitations, Pallet,
};
use frame_support::ensure;
use salus_primitives::{Act, Action, InstitutionId, Roles, Step};
use sp_runtime::{traits::StaticLookup, DispatchResult, Saturating};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_invite_agent(
		act: Act<T::AccountId>,
		who: AccountIdLookupOf<T>,
		roles: Roles,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::AgentInvited, &(&who, &roles));
		let who = T::Lookup::lookup(who)?;
		Self::change_institution(&mut step, institution, |entry| {
			Self::invite(institution, entry, &who, roles.clone())
		})?;
		Self::deposit_event(Event::AgentInvited { institution, who, roles });
		Ok(())
	}

	pub(crate) fn do_accept_invitation(
		act: Act<T::AccountId>,
		who: T::AccountId,
		institution: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::AgentAppointed, &institution);
		let roles = Self::change_institution(&mut step, institution, |entry| {
			let roles = Self::end_invitation(institution, entry, &who)?;
			ensure!(!Self::is_suspended(institution), Error::InstitutionSuspended);
			Self::enlist(institution, entry, &who, roles.clone())?;
			Ok(roles)
		})?;
		Self::deposit_event(Event::AgentAppointed { institution, who, roles });
		Ok(())
	}

	pub(crate) fn do_decline_invitation(
		act: Act<T::AccountId>,
		who: T::AccountId,
		institution: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::InvitationEnded, &institution);
		Self::change_institution(&mut step, institution, |entry| {
			Self::end_invitation(institution, entry, &who)
		})?;
		Self::deposit_event(Event::InvitationEnded { institution, who });
		Ok(())
	}

	pub(crate) fn do_withdraw_invitation(
		act: Act<T::AccountId>,
		who: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::InvitationEnded, &who);
		let who = T::Lookup::lookup(who)?;
		Self::change_institution(&mut step, institution, |entry| {
			Self::end_invitation(institution, entry, &who)
		})?;
		Self::deposit_event(Event::InvitationEnded { institution, who });
		Ok(())
	}

	/// Invites `who` to act for an institution. An agent of another institution may be invited: it
	/// must leave that one before it accepts.
	pub(crate) fn invite(
		institution: InstitutionId,
		entry: &mut InstitutionOf<T>,
		who: &T::AccountId,
		roles: Roles,
	) -> Result<(), Error<T>> {
		ensure!(!roles.is_empty(), Error::NoRoles);
		match AgentsByInstitution::<T>::get(institution, who) {
			Some(AgentState::Acting) => return Err(Error::AgentAlreadyExists),
			Some(AgentState::Invited) => return Err(Error::InvitationAlreadyExists),
			None => {}
		}
		Self::ensure_room(entry)?;
		entry.invitations.saturating_inc();
		Invitations::<T>::insert(who, institution, roles);
		AgentsByInstitution::<T>::insert(institution, who, AgentState::Invited);
		Ok(())
	}

	/// Ends the invitation of `who`; answers with the roles that it was for.
	fn end_invitation(
		institution: InstitutionId,
		entry: &mut InstitutionOf<T>,
		who: &T::AccountId,
	) -> Result<Roles, Error<T>> {
		let roles = Invitations::<T>::take(who, institution).ok_or(Error::InvitationNotFound)?;
		AgentsByInstitution::<T>::remove(institution, who);
		entry.invitations.saturating_dec();
		Ok(roles)
	}
}
