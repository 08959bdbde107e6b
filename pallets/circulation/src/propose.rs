//! The call `propose`, and what a proposal is made of.

use crate::{
	explain::{refuse, Cleared},
	Capacity, Config, Event, Pallet, ProposalOf, Status, Transfer, TransferLeg, WeightInfo,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::Get, weights::Weight, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound,
	PartialEqNoBound,
};
use salus_primitives::{
	Act, Action, InstitutionId, LotId, LotStock, Moment, Quantity, Rules, SiteNumber, Source, Sscc,
	Step, TermsKind, TransferId,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// Under which terms goods change hands. Payment for a sale happens off chain.
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
pub enum Terms {
	/// The receiver becomes the owner.
	Gift,
	/// The receiver becomes the owner.
	Sale,
	/// The sender stays the owner, and wants the goods back.
	Loan {
		/// The last moment at which the goods should be back.
		due: Moment,
	},
	/// Goods of an earlier transfer go back to where they came from.
	Return {
		/// The earlier transfer.
		of: TransferId,
	},
}

impl Terms {
	/// The same without the particulars.
	pub fn kind(&self) -> TermsKind {
		match self {
			Self::Gift => TermsKind::Gift,
			Self::Sale => TermsKind::Sale,
			Self::Loan { .. } => TermsKind::Loan,
			Self::Return { .. } => TermsKind::Return,
		}
	}
}

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
}

impl<T: Config> Pallet<T> {
	/// What proposing weighs at most.
	pub(crate) fn most_of_proposing(proposal: &ProposalOf<T>) -> Weight {
		let rules = match proposal.terms {
			Terms::Return { .. } => T::Rules::most_back(),
			Terms::Gift | Terms::Sale | Terms::Loan { .. } => T::Rules::most(),
		};
		Self::weight_of_proposing(proposal, rules)
	}

	/// What proposing weighs when the proposal falls under `rules` rules.
	pub(crate) fn weight_of_proposing(proposal: &ProposalOf<T>, rules: u32) -> Weight {
		let legs = proposal.legs.len() as u32;
		match proposal.terms {
			Terms::Return { .. } => T::WeightInfo::propose_return(legs, rules),
			Terms::Gift | Terms::Sale | Terms::Loan { .. } => T::WeightInfo::propose(legs, rules),
		}
	}

	/// Answers with what it cost.
	pub(crate) fn do_propose(
		act: Act<T::AccountId>,
		proposal: ProposalOf<T>,
	) -> Result<Weight, DispatchError> {
		let sender = act.institution()?;
		let receiver = proposal.to;
		let Cleared { owner, mut lots, earlier, movement, passed } =
			Self::examine_proposal(sender, &proposal, &mut refuse)?;
		let rules = T::Rules::count(&passed);
		let approved = Self::approves(receiver, Capacity::Receiver, sender);
		let id = Self::take_transfer_id()?;

		let action = if approved { Action::TransferAgreed } else { Action::TransferProposed };
		let mut step = Step::new(act, action, &(&proposal,));
		let legs: Vec<_> = proposal.legs.iter().map(TransferLeg::of).collect();
		let transfer = Transfer {
			sender,
			receiver,
			owner,
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
			rules,
			ended_at: None,
			newest_record: None,
		};
		let custody = transfer.source();
		let source = match transfer.terms {
			Terms::Return { .. } => Source::AvailableForReturn,
			Terms::Gift | Terms::Sale | Terms::Loan { .. } => Source::Available,
		};
		lots.move_each(|stock, carried| stock.reserve(custody, source, carried))?;
		let carried = lots.carried();
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		T::Rules::settle(id, &movement, passed)?;
		if let Some((of, earlier)) = earlier {
			Self::count_return(&mut step, of, earlier, &carried)?;
		}
		Self::deposit_event(Event::TransferProposed { transfer: id, sender, receiver });
		if approved {
			Self::deposit_event(Event::TransferAccepted { transfer: id });
		}
		Ok(Self::weight_of_proposing(&proposal, rules.into()))
	}
}
