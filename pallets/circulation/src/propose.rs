//! The call `propose`, and what a proposal is made of.

use crate::{
	explain::{report, Cleared},
	Capacity, Config, Event, Pallet, ProposalOf, Status, Transfer, TransferLeg, WeightInfo,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::Get, weights::Weight, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound,
	PartialEqNoBound,
};
use salus_primitives::{
	Act, Action, InstitutionId, LotId, LotStock, MadeTransfer, Mandate, Moment, NeedId, Needs,
	NotMade, Purpose, Quantity, ReturnFrom, Rules, Service, SiteNumber, Source, Sscc, Step, Terms,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// One line of a proposal.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Leg {
	pub lot: LotId,
	/// In base units of the lot's class.
	#[codec(compact)]
	pub quantity: Quantity,
	/// The logistic unit that this line travels in, inside the shipment.
	pub pack: Option<Sscc>,
}

/// What a sender proposes to a receiver.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[scale_info(skip_type_params(MaxLegs))]
#[codec(mel_bound())]
pub struct Proposal<MaxLegs: Get<u32>> {
	/// The receiver.
	pub to: InstitutionId,
	/// The sender's site that the goods leave.
	pub from_site: Option<SiteNumber>,
	/// The receiver's site that the goods go to.
	pub to_site: Option<SiteNumber>,
	pub terms: Terms,
	pub legs: BoundedVec<Leg, MaxLegs>,
	/// The last moment at which the goods may leave.
	pub dispatch_by: Moment,
	/// The last moment before anyone may declare what has not arrived missing.
	pub receive_by: Moment,
	/// The receiver's need that the goods serve, if they serve one. They are promised to it once the
	/// receiver accepts. With no site of the receiver's named, they go to that of the need.
	pub serves: Option<NeedId>,
}

/// From where goods are reserved that move under some terms, unless they were offered before.
pub(crate) fn source_under(terms: Terms) -> Source {
	match terms {
		Terms::Return { from: ReturnFrom::Available, .. } => Source::AvailableForReturn,
		Terms::Return { from: ReturnFrom::Quarantined, .. } => Source::QuarantinedForReturn,
		Terms::Gift | Terms::Sale | Terms::Loan { .. } => Source::Available,
	}
}

/// What goods leave for that are reserved from a source.
pub(crate) fn purpose_of(source: Source) -> Purpose {
	match source {
		Source::Available | Source::Offered => Purpose::Send,
		Source::AvailableForReturn | Source::QuarantinedForReturn => Purpose::Return,
	}
}

impl<T: Config> Pallet<T> {
	/// What proposing weighs at most.
	pub(crate) fn most_of_proposing(proposal: &ProposalOf<T>) -> Weight {
		Self::weight_of_proposing(proposal, T::Rules::most())
			.saturating_add(T::Rules::most_of_emergencies(proposal.legs.len() as u32))
	}

	/// What proposing weighs when the proposal falls under `rules` rules, none of which asks for an emergency.
	pub(crate) fn weight_of_proposing(proposal: &ProposalOf<T>, rules: u32) -> Weight {
		let legs = proposal.legs.len() as u32;
		let weight = match proposal.terms {
			Terms::Return { .. } => T::WeightInfo::propose_return(legs, rules),
			Terms::Gift | Terms::Sale | Terms::Loan { .. } => T::WeightInfo::propose(legs, rules),
		};
		match proposal.serves {
			Some(_) => weight.saturating_add(T::Needs::weight_of_serving()),
			None => weight,
		}
	}

	/// Answers with what it cost.
	pub(crate) fn do_propose(
		act: Act<T::AccountId>,
		proposal: ProposalOf<T>,
	) -> Result<Weight, DispatchError> {
		let sender = act.institution()?;
		let agreed = Self::approves(proposal.to, Capacity::Receiver, sender);
		let action = if agreed { Action::TransferAgreed } else { Action::TransferProposed };
		let mut step = Step::new(act, action, &(&proposal,));
		let source = source_under(proposal.terms);
		let mandate = Mandate::Consent;
		Ok(Self::transfer_goods(&mut step, sender, proposal, source, (mandate, agreed))?.weight)
	}

	/// Reserves the goods of a proposal from `source`, and enters the transfer. If it is `agreed`, it is
	/// accepted, and its goods are promised to the need that it serves. The sender's own rules yield to a
	/// decision.
	pub(crate) fn transfer_goods(
		step: &mut Step<T::AccountId>,
		sender: InstitutionId,
		proposal: ProposalOf<T>,
		source: Source,
		(mandate, agreed): (Mandate, bool),
	) -> Result<MadeTransfer, NotMade> {
		let receiver = proposal.to;
		let Cleared { owner, mut lots, earlier, movement, served, passed, yielded } =
			Self::examine_proposal(sender, &proposal, (source, mandate), &mut report)?;
		let rules = T::Rules::count(&passed);
		let id = Self::take_transfer_id()?;

		let service = proposal.serves.zip(served);
		let service = service.map(|(need, served)| {
			let priority = served.priority;
			Service { need, priority, promised: agreed }
		});
		let weight = Self::weight_of_proposing(&proposal, rules.into())
			.saturating_add(T::Rules::weight_of_emergencies(&passed));
		let legs: Vec<_> = proposal.legs.iter().map(TransferLeg::of).collect();
		let transfer = Transfer {
			sender,
			receiver,
			owner,
			from_site: proposal.from_site,
			to_site: proposal.to_site.or_else(|| served.and_then(|served| served.site)),
			terms: proposal.terms,
			status: if agreed { Status::Accepted } else { Status::Proposed },
			dispatch_by: proposal.dispatch_by,
			receive_by: proposal.receive_by,
			shipment: None,
			receipts: 0,
			// As many as the proposal has, under the same bound.
			legs: BoundedVec::truncate_from(legs),
			rules,
			serves: service,
			ended_at: None,
			newest_record: None,
		};
		let custody = transfer.source();
		lots.move_each(|stock, carried| stock.reserve(custody, source, carried))?;
		let carried = lots.carried();
		let (need, quantity) = (transfer.promised_to(), transfer.quantity());
		Self::save(step, id, transfer)?;
		lots.close(step)?;
		if let Some(need) = need {
			T::Needs::promise(step, id, need, quantity)?;
		}
		T::Rules::settle(id, &movement, passed)?;
		if let Some((of, earlier)) = earlier {
			Self::count_return(step, of, earlier, &carried)?;
		}
		Self::deposit_event(Event::TransferProposed { transfer: id, sender, receiver });
		if agreed {
			Self::deposit_event(Event::TransferAccepted { transfer: id });
		}
		Ok(MadeTransfer { id, agreed, weight, yielded })
	}
}
