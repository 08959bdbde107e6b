//! From a proposal to its answer.

use super::*;
use alloc::vec::Vec;
use frame_support::{ensure, BoundedVec};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(who: T::AccountId, proposal: ProposalOf<T>) -> DispatchResult {
		let agent = Self::agent(&who)?;
		Self::ensure_role(&agent, Role::Dispatch)?;
		let sender = agent.institution;
		let cleared = Self::examine_proposal(sender, &proposal, &mut |finding| {
			Err(Error::<T>::from(finding.fault))
		})?;
		let id = NextTransferId::<T>::get();
		NextTransferId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);

		let digest = digest_of(&(&proposal,));
		let receiver = proposal.to;
		let approved = Approvals::<T>::contains_key(receiver, sender);
		let legs: Vec<_> = proposal.legs.iter().map(TransferLeg::of).collect();
		let transfer = Transfer {
			sender,
			receiver,
			owner: cleared.owner,
			from_site: proposal.from_site,
			to_site: proposal.to_site,
			terms: proposal.terms,
			status: if approved { Status::Accepted } else { Status::Proposed },
			dispatch_by: proposal.dispatch_by,
			receive_by: proposal.receive_by,
			shipment: None,
			receipts: 0,
			// As many as the proposal has, under the same bound.
			legs: BoundedVec::truncate_from(legs),
		};
		Self::shift_all(&transfer, &cleared.totals, Bucket::Available, Bucket::Reserved)?;
		Transfers::<T>::insert(id, transfer);
		let mut subjects = books::subjects(id, cleared.totals.iter().map(|(lot, _)| *lot));
		if let Some((of, mut earlier)) = cleared.earlier {
			Self::count_return(&mut earlier, &cleared.totals)?;
			Transfers::<T>::insert(of, earlier);
			subjects.push(Subject::Transfer(of));
		}
		let action = if approved { Action::TransferAgreed } else { Action::TransferProposed };
		Self::record(who, Some(sender), action, digest, None, &subjects)?;
		Self::deposit_event(Event::TransferProposed { transfer: id, sender, receiver });
		if approved {
			Self::deposit_event(Event::TransferAccepted { transfer: id });
		}
		Ok(())
	}

	pub(crate) fn do_accept(who: T::AccountId, id: TransferId) -> DispatchResult {
		let agent = Self::agent(&who)?;
		let mut transfer = Self::load(id)?;
		Self::ensure_step_of(&agent, transfer.receiver, Role::Receive)?;
		Self::ensure_active(transfer.receiver)?;
		ensure!(transfer.status == Status::Proposed, Error::<T>::NotProposed);
		ensure!(T::Trail::now() <= transfer.dispatch_by, Error::<T>::DeadlinePassed);

		transfer.status = Status::Accepted;
		Transfers::<T>::insert(id, transfer);
		let subjects = [Subject::Transfer(id)];
		let digest = digest_of(&(id,));
		let institution = Some(agent.institution);
		Self::record(who, institution, Action::TransferAccepted, digest, None, &subjects)?;
		Self::deposit_event(Event::TransferAccepted { transfer: id });
		Ok(())
	}

	/// Answers with the number of legs.
	pub(crate) fn do_reject(who: T::AccountId, id: TransferId) -> Result<u32, DispatchError> {
		let agent = Self::agent(&who)?;
		let transfer = Self::load(id)?;
		Self::ensure_step_of(&agent, transfer.receiver, Role::Receive)?;
		Self::ensure_active(transfer.receiver)?;
		ensure!(transfer.status == Status::Proposed, Error::<T>::NotProposed);

		let legs = transfer.legs.len() as u32;
		let subjects = Self::end_undispatched(id, transfer, Status::Rejected)?;
		let digest = digest_of(&(id,));
		let institution = Some(agent.institution);
		Self::record(who, institution, Action::TransferRejected, digest, None, &subjects)?;
		Self::deposit_event(Event::TransferRejected { transfer: id });
		Ok(legs)
	}

	/// Answers with the number of legs.
	pub(crate) fn do_withdraw(who: T::AccountId, id: TransferId) -> Result<u32, DispatchError> {
		let agent = Self::agent(&who)?;
		let transfer = Self::load(id)?;
		let by = agent.institution;
		let is_receiver = by == transfer.receiver;
		if is_receiver {
			Self::ensure_role(&agent, Role::Receive)?;
		} else {
			Self::ensure_step_of(&agent, transfer.sender, Role::Dispatch)?;
		}
		Self::ensure_active(by)?;
		match transfer.status {
			Status::Proposed => ensure!(!is_receiver, Error::<T>::NotAccepted),
			Status::Accepted => {}
			Status::Dispatched | Status::Settled | Status::Disputed => {
				return Err(Error::<T>::AlreadyDispatched.into())
			}
			Status::Rejected | Status::Withdrawn | Status::Expired => {
				return Err(Error::<T>::Ended.into())
			}
		}

		let legs = transfer.legs.len() as u32;
		let subjects = Self::end_undispatched(id, transfer, Status::Withdrawn)?;
		let digest = digest_of(&(id,));
		Self::record(who, Some(by), Action::TransferWithdrawn, digest, None, &subjects)?;
		Self::deposit_event(Event::TransferWithdrawn { transfer: id, by });
		Ok(legs)
	}
}
