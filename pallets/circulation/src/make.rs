//! Transfers that other pallets make: the [`Transfers`] of the house.

use crate::{
	explain::{examine_sender, report},
	Capacity, Config, Error, Finding, Leg, Pallet, Proposal, ProposalOf, Status, Transfer,
	Transfers as AllTransfers, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight, BoundedVec};
use salus_primitives::{
	Course, MadeTransfer, Mandate, Moment, Needs, NewTransfer, NotMade, PendingTransfer, Quantity,
	Rules, Step, Total, TransferId, Transfers,
};

impl<T: Config> Transfers<T::AccountId> for Pallet<T> {
	type Finding = Finding<T>;

	fn most_lines() -> u32 {
		T::MaxLegs::get()
	}

	fn largest_line() -> Quantity {
		T::MaxLegQuantity::get()
	}

	fn weight_of_making(lines: u32) -> Weight {
		T::WeightInfo::propose(lines, T::Rules::most())
			.saturating_add(T::Needs::weight_of_serving())
	}

	fn transit() -> (Moment, Moment) {
		(T::MinTransit::get(), T::MaxTransit::get())
	}

	fn longest_reservation() -> Moment {
		T::MaxReservation::get()
	}

	fn explain(transfer: NewTransfer) -> Vec<Finding<T>> {
		let NewTransfer { sender, source, mandate, .. } = transfer;
		match proposal_of::<T>(transfer) {
			Ok(proposal) => Self::findings_against(sender, &proposal, (source, mandate)),
			Err(error) => Vec::from([Finding::whole(error)]),
		}
	}

	fn make(step: &mut Step<T::AccountId>, transfer: NewTransfer) -> Result<MadeTransfer, NotMade> {
		let NewTransfer { sender, receiver, source, agreed, mandate, .. } = transfer;
		examine_sender::<T, _>(sender, &mut report)?;
		let agreed = agreed
			|| mandate == Mandate::Decision
			|| Self::approves(receiver, Capacity::Receiver, sender);
		let proposal = proposal_of::<T>(transfer)?;
		Self::transfer_goods(step, sender, proposal, source, (mandate, agreed))
	}

	fn pending(transfer: TransferId) -> Option<PendingTransfer> {
		let transfer = AllTransfers::<T>::get(transfer).filter(Transfer::is_undispatched)?;
		Some(PendingTransfer {
			sender: transfer.sender,
			receiver: transfer.receiver,
			agreed: transfer.status == Status::Accepted,
			quantity: transfer.quantity(),
		})
	}

	fn course(transfer: TransferId) -> Option<Course> {
		let transfer = AllTransfers::<T>::get(transfer)?;
		match transfer.status {
			Status::Dispatched => Some(Course::UnderWay),
			Status::Disputed => Some(Course::Disputed),
			Status::Settled => {
				let accepted = transfer.legs.iter().map(|leg| Total::from(leg.accepted));
				Some(Course::Settled { delivered: accepted.sum() })
			}
			Status::Proposed
			| Status::Accepted
			| Status::Rejected
			| Status::Withdrawn
			| Status::Expired => None,
		}
	}
}

/// What a person would propose.
fn proposal_of<T: Config>(transfer: NewTransfer) -> Result<ProposalOf<T>, Error<T>> {
	let line = |(lot, quantity)| Leg { lot, quantity, pack: None };
	let legs = transfer.lines.into_iter().map(line).collect::<Vec<_>>();
	Ok(Proposal {
		to: transfer.receiver,
		from_site: None,
		to_site: None,
		terms: transfer.terms,
		legs: BoundedVec::try_from(legs).map_err(|_| Error::<T>::TooManyLegs)?,
		dispatch_by: transfer.dispatch_by,
		receive_by: transfer.receive_by,
		serves: transfer.serves,
	})
}
