//! Whose step it is.
//!
//! The order of the answers is the same everywhere: first whether the signer acts for anybody, then
//! whether for the party whose step it is, then in which role, then whether that party may act; only
//! then how the step itself stands. What anybody may do, and what the arbiter does, asks none of it.

use super::*;
use frame_support::ensure;

impl<T: Config> Pallet<T> {
	/// Whom `who` acts for, in whatever role.
	pub(crate) fn agent(who: &T::AccountId) -> Result<Agent, Error<T>> {
		T::Directory::agent(who).ok_or(Error::<T>::NotAgent)
	}

	/// Refuses an agent that lacks `role`.
	pub(crate) fn ensure_role(agent: &Agent, role: Role) -> Result<(), Error<T>> {
		ensure!(agent.roles.contains(&role), Error::<T>::NotAuthorized);
		Ok(())
	}

	/// Refuses an agent of anybody but `party`, or that lacks `role`.
	pub(crate) fn ensure_step_of(
		agent: &Agent,
		party: InstitutionId,
		role: Role,
	) -> Result<(), Error<T>> {
		ensure!(agent.institution == party, Error::<T>::NotParty);
		Self::ensure_role(agent, role)
	}

	/// Refuses an institution that is suspended.
	pub(crate) fn ensure_active(institution: InstitutionId) -> Result<(), Error<T>> {
		let active = T::Directory::standing(institution).is_some_and(|standing| standing.active);
		ensure!(active, Error::<T>::Suspended);
		Ok(())
	}
}
