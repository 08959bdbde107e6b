//! Transfers that other pallets make: the [`Transfers`] of the house.

use crate::{
	explain::{examine_sender, report},
	Capacity, Config, Error, Finding, Leg, Pallet, Proposal, ProposalOf, Status, Transfer,
	Transfers as AllTransfers, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight, BoundedVec};
#[cfg(feature = "runtime-benchmarks")]
use salus_primitives::{ClassId, InstitutionId};
use salus_primitives::{
	Course, Line, LotId, LotStock, MadeTransfer, Mandate, Moment, Movement, Needs, NewTransfer,
	NotMade, Occasion, PendingTransfer, Priority, Quantity, Rules, Ruling, Step, Stock, Total,
	TransferId, Transfers,
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
			.saturating_add(T::Rules::most_of_emergencies(1))
			.saturating_add(T::Needs::weight_of_serving())
	}

	fn weight_of_making_free(lines: u32) -> Weight {
		T::WeightInfo::propose(lines, 0).saturating_add(T::Needs::weight_of_serving())
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

	fn ask_rules(transfer: &NewTransfer, priority: Option<Priority>) -> Ruling {
		let line = |(lot, quantity): &(LotId, Quantity)| {
			let facts = T::Stock::open(*lot)?.facts();
			Some(Line { class: facts.class, quantity: *quantity, expires_at: facts.expires_at })
		};
		let movement = Movement {
			occasion: Occasion::Proposal,
			sender: transfer.sender,
			receiver: transfer.receiver,
			owner: transfer.sender,
			terms: transfer.terms.kind(),
			source: transfer.source,
			dispatch_by: transfer.dispatch_by,
			receive_by: transfer.receive_by,
			serves: priority,
			lines: transfer.lines.iter().filter_map(line).collect(),
		};
		match T::Rules::examine(&movement, &mut Err) {
			Ok(passed) => Ruling { is_forbidden: false, rules: T::Rules::count(&passed).into() },
			Err(_) => Ruling { is_forbidden: true, rules: T::Rules::most() },
		}
	}

	fn most_rules() -> u32 {
		T::Rules::most()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(sender: InstitutionId, receiver: InstitutionId, class: ClassId) {
		T::Rules::fill_in_emergency(sender, receiver, class);
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
