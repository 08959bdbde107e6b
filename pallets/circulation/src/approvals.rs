//! Acceptance in advance.

use super::*;
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_approve_sender(who: T::AccountId, sender: InstitutionId) -> DispatchResult {
		let receiver = Self::receiver_of(&who)?;
		ensure!(sender != receiver, Error::<T>::SameInstitution);
		ensure!(T::Directory::standing(sender).is_some(), Error::<T>::SenderNotFound);
		ensure!(!Approvals::<T>::contains_key(receiver, sender), Error::<T>::AlreadyApproved);

		Approvals::<T>::insert(receiver, sender, ());
		Self::record_approval(who, receiver, sender, Action::SenderApproved)?;
		Self::deposit_event(Event::SenderApproved { receiver, sender });
		Ok(())
	}

	pub(crate) fn do_revoke_sender(who: T::AccountId, sender: InstitutionId) -> DispatchResult {
		let receiver = Self::receiver_of(&who)?;
		ensure!(Approvals::<T>::take(receiver, sender).is_some(), Error::<T>::NotApproved);

		Self::record_approval(who, receiver, sender, Action::SenderApprovalRevoked)?;
		Self::deposit_event(Event::SenderApprovalRevoked { receiver, sender });
		Ok(())
	}

	fn receiver_of(who: &T::AccountId) -> Result<InstitutionId, Error<T>> {
		let agent = Self::agent(who)?;
		Self::ensure_role(&agent, Role::Receive)?;
		Self::ensure_active(agent.institution)?;
		Ok(agent.institution)
	}

	fn record_approval(
		who: T::AccountId,
		receiver: InstitutionId,
		sender: InstitutionId,
		action: Action,
	) -> DispatchResult {
		let subjects = [Subject::Institution(receiver)];
		Self::record(who, Some(receiver), action, digest_of(&(sender,)), None, &subjects)
	}
}
