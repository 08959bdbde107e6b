//! What a transfer is made of. Nothing here touches storage.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt::Debug;
use frame_support::{
	traits::Get, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use salus_primitives::{
	EventClaim, HoldingKey, InstitutionId, LotId, Malformed, Moment, Quantity, SiteId, Sscc, Text,
	TransferId,
};
use scale_info::{prelude::vec::Vec, TypeInfo};
use sp_core::H256;

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
		/// By when.
		due: Moment,
	},
	/// Goods of an earlier transfer go back to where they came from.
	Return {
		/// The earlier transfer.
		of: TransferId,
	},
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
	/// Which lot.
	pub lot: LotId,
	/// How much of it, in base units of its class.
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
	/// The sender's place that the goods leave.
	pub from_site: Option<SiteId>,
	/// The receiver's place that the goods go to.
	pub to_site: Option<SiteId>,
	/// Under which terms.
	pub terms: Terms,
	/// What.
	pub legs: BoundedVec<Leg, MaxLegs>,
	/// The last moment at which the goods may leave.
	pub dispatch_by: Moment,
	/// The last moment before anyone may declare what has not arrived missing.
	pub receive_by: Moment,
}

/// One line of a transfer, with the fate of every unit of it.
///
/// `quantity` is what was proposed. What has been reported of it is accepted, rejected, missing,
/// recovered, destroyed or lost; the rest is outstanding.
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
pub struct TransferLeg {
	/// Which lot.
	pub lot: LotId,
	/// How much of it, in base units of its class.
	#[codec(compact)]
	pub quantity: Quantity,
	/// The logistic unit that this line travels in, inside the shipment.
	pub pack: Option<Sscc>,
	/// Arrived, and handed to the receiver.
	#[codec(compact)]
	pub accepted: Quantity,
	/// Arrived and refused; in dispute.
	#[codec(compact)]
	pub rejected: Quantity,
	/// Not arrived; in dispute.
	#[codec(compact)]
	pub missing: Quantity,
	/// Was in dispute, and is back with the sender.
	#[codec(compact)]
	pub recovered: Quantity,
	/// Was in dispute, and is out of the books: rejected, and destroyed.
	#[codec(compact)]
	pub destroyed: Quantity,
	/// Was in dispute, and is out of the books: missing, and given up.
	#[codec(compact)]
	pub lost: Quantity,
	/// Arrived beyond `quantity`.
	#[codec(compact)]
	pub excess: Quantity,
	/// On its way back, or back, under the terms [`Terms::Return`].
	#[codec(compact)]
	pub returned: Quantity,
}

impl TransferLeg {
	/// A line of which nothing has been reported yet.
	pub fn of(leg: &Leg) -> Self {
		Self {
			lot: leg.lot,
			quantity: leg.quantity,
			pack: leg.pack,
			accepted: 0,
			rejected: 0,
			missing: 0,
			recovered: 0,
			destroyed: 0,
			lost: 0,
			excess: 0,
			returned: 0,
		}
	}

	/// Units whose fate has been reported; `None` when the sum does not fit.
	pub fn reported(&self) -> Option<Quantity> {
		[self.rejected, self.missing, self.recovered, self.destroyed, self.lost]
			.iter()
			.try_fold(self.accepted, |sum, quantity| sum.checked_add(*quantity))
	}

	/// Units whose fate has not been reported.
	pub fn outstanding(&self) -> Quantity {
		self.reported().map_or(0, |reported| self.quantity.saturating_sub(reported))
	}

	/// Units in dispute.
	pub fn disputed(&self) -> Quantity {
		self.rejected.saturating_add(self.missing)
	}

	/// Units that the receiver may still send back.
	pub fn returnable(&self) -> Quantity {
		self.accepted.saturating_add(self.excess).saturating_sub(self.returned)
	}
}

/// Where a transfer stands.
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
pub enum Status {
	/// The goods are reserved; the receiver has not answered.
	Proposed,
	/// The goods are reserved; the receiver expects them.
	Accepted,
	/// The goods are under way, at least in part.
	Dispatched,
	/// Every unit has been reported, and none is in dispute. Ended.
	Settled,
	/// The receiver declined. Ended.
	Rejected,
	/// One side withdrew before dispatch. Ended.
	Withdrawn,
	/// Not dispatched in time. Ended.
	Expired,
	/// Every unit has been reported, and some are in dispute.
	Disputed,
}

/// What is known of goods under way.
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
pub struct Shipment {
	/// Who carries them.
	pub carrier: Option<InstitutionId>,
	/// The logistic unit as a whole.
	pub sscc: Option<Sscc>,
	/// When they should arrive.
	pub expected: Option<Moment>,
	/// When they left, as the sender says.
	pub event: EventClaim,
	/// When the chain was told.
	pub dispatched_at: Moment,
}

/// One movement between two institutions.
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
pub struct Transfer<MaxLegs: Get<u32>> {
	/// Who sends.
	pub sender: InstitutionId,
	/// Who receives.
	pub receiver: InstitutionId,
	/// Whose goods they are while under way. Differs from the sender when a loan goes back.
	pub owner: InstitutionId,
	/// The sender's place that the goods leave.
	pub from_site: Option<SiteId>,
	/// The receiver's place that the goods go to.
	pub to_site: Option<SiteId>,
	/// Under which terms.
	pub terms: Terms,
	/// Where it stands.
	pub status: Status,
	/// The last moment at which the goods may leave.
	pub dispatch_by: Moment,
	/// The last moment before anyone may declare what has not arrived missing.
	pub receive_by: Moment,
	/// Known from dispatch on.
	pub shipment: Option<Shipment>,
	/// How many receipts were written.
	pub receipts: u16,
	/// What.
	pub legs: BoundedVec<TransferLeg, MaxLegs>,
}

impl<MaxLegs: Get<u32>> Transfer<MaxLegs> {
	/// Whether the receiver becomes the owner of what it accepts.
	pub fn ownership_moves(&self) -> bool {
		self.new_owner() != self.owner
	}

	/// The holding that `lot` leaves.
	pub fn source(&self, lot: LotId) -> HoldingKey {
		HoldingKey { lot, custodian: self.sender, owner: self.owner }
	}

	/// The holding that `lot` arrives in.
	pub fn destination(&self, lot: LotId) -> HoldingKey {
		HoldingKey { lot, custodian: self.receiver, owner: self.new_owner() }
	}

	/// Whether the goods are still with the sender, reserved.
	pub fn is_undispatched(&self) -> bool {
		matches!(self.status, Status::Proposed | Status::Accepted)
	}

	/// Where a dispatched transfer stands by what its legs say.
	pub fn progress(&self) -> Status {
		if self.legs.iter().any(|leg| leg.outstanding() > 0) {
			Status::Dispatched
		} else if self.legs.iter().any(|leg| leg.disputed() > 0) {
			Status::Disputed
		} else {
			Status::Settled
		}
	}

	fn new_owner(&self) -> InstitutionId {
		match self.terms {
			Terms::Loan { .. } => self.sender,
			Terms::Gift | Terms::Sale | Terms::Return { .. } => self.receiver,
		}
	}
}

/// Why something did not arrive as it was sent.
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
pub enum Discrepancy {
	/// Damaged.
	Damaged,
	/// Not as many as the papers say.
	MismatchQuantity,
	/// Not what the papers say.
	MismatchClass,
	/// Past its expiry on arrival.
	Expired,
	/// Left its temperature range on the way.
	ColdChainBreach,
	/// Stolen.
	Stolen,
	/// Lost.
	Lost,
	/// Nobody knows.
	Unknown,
}

/// A quantity that is not as it was sent, and why.
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
pub struct Shortfall {
	/// How much, in base units.
	#[codec(compact)]
	pub quantity: Quantity,
	/// Why.
	pub reason: Discrepancy,
}

/// In what condition goods were accepted.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Condition {
	/// As they should be.
	#[default]
	Normal,
	/// Damaged, and taken all the same.
	Damaged,
}

/// What a receiver found of one leg.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LegReceipt {
	/// Arrived and taken, in base units.
	#[codec(compact)]
	pub accepted: Quantity,
	/// In what condition that was. Goods in different conditions go into different receipts.
	pub condition: Condition,
	/// Arrived and refused.
	pub rejected: Option<Shortfall>,
	/// Not arrived, and not expected any more.
	pub missing: Option<Shortfall>,
	/// Arrived beyond what was sent.
	pub excess: Option<Shortfall>,
}

impl LegReceipt {
	/// Whether it says nothing about any unit.
	pub fn is_silent(&self) -> bool {
		self.accepted == 0
			&& self.rejected.is_none()
			&& self.missing.is_none()
			&& self.excess.is_none()
	}
}

/// What a sensor that travelled with the goods measured, in tenths of a degree Celsius.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SensorSummary {
	/// The coldest.
	pub min: i16,
	/// The warmest.
	pub max: i16,
	/// The mean.
	pub mean: i16,
	/// Which device.
	pub device: Text<20>,
	/// The first measurement.
	pub from: Moment,
	/// The last one.
	pub to: Moment,
	/// Digest of the full series, kept off chain.
	pub digest: H256,
}

impl SensorSummary {
	/// Refuses a mean outside its bounds or a span that ends before it begins
	/// ([`Malformed::Range`]), and a device without a name ([`Malformed::Characters`]).
	pub fn check(&self) -> Result<(), Malformed> {
		if self.min > self.mean || self.mean > self.max || self.from > self.to {
			return Err(Malformed::Range);
		}
		self.device.check()
	}
}

/// What a receiver stated once. A transfer may have several receipts.
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
#[codec(mel_bound(AccountId: MaxEncodedLen))]
pub struct Receipt<AccountId, MaxLegs>
where
	AccountId: Clone + Eq + Debug,
	MaxLegs: Get<u32>,
{
	/// Which agent of the receiver.
	pub by: AccountId,
	/// One entry for each leg of the transfer, in its order.
	pub legs: BoundedVec<LegReceipt, MaxLegs>,
	/// What a sensor measured on the way.
	pub sensor: Option<SensorSummary>,
	/// Digest of a document kept off chain.
	pub document: Option<H256>,
	/// When it happened, as the receiver says.
	pub event: EventClaim,
	/// When the chain was told.
	pub recorded_at: Moment,
}

/// What became of rejected goods.
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
pub enum RejectedGoods {
	/// They are back with the sender, who looks at them before they are used again.
	Returned,
	/// They were destroyed.
	Destroyed,
	/// The receiver keeps them after all.
	Delivered,
}

/// What became of missing goods.
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
pub enum MissingGoods {
	/// The sender has them, and looks at them before they are used again.
	Found,
	/// They are gone.
	WrittenOff,
	/// The receiver has them after all.
	Delivered,
}

/// How a part of a dispute ends.
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
pub enum Outcome {
	/// About goods that the receiver rejected.
	Rejected(RejectedGoods),
	/// About goods that went missing.
	Missing(MissingGoods),
}

/// Something that stands in the way of a proposal or a dispatch.
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
pub enum Fault {
	/// No such transfer.
	TransferNotFound,
	/// The transfer is not accepted, or no longer.
	NotAccepted,
	/// The sender is no institution.
	SenderNotFound,
	/// The sender is suspended.
	Suspended,
	/// The receiver is no institution.
	ReceiverNotFound,
	/// The receiver is suspended.
	ReceiverSuspended,
	/// Sender and receiver are the same.
	SameInstitution,
	/// No such site.
	SiteNotFound,
	/// The site belongs to another institution than the one that it stands for.
	SiteOfAnother,
	/// The time to dispatch is over.
	DeadlinePassed,
	/// The goods would be reserved for too long.
	ReservationTooLong,
	/// The time to receive ends before the time to dispatch.
	DeadlinesReversed,
	/// The goods would be under way for too long.
	TransitTooLong,
	/// The loan is due before it need have arrived.
	DueTooEarly,
	/// The transfer did not bring anything from this receiver to this sender.
	NotReturnable,
	/// No legs.
	NoLegs,
	/// A quantity of zero.
	ZeroQuantity,
	/// A wrong check digit.
	InvalidCheckDigit,
	/// Characters that the standard does not allow.
	InvalidCharacters,
	/// No such lot.
	LotNotFound,
	/// The lot is expired.
	LotExpired,
	/// The receiver lacks the licence that the lot's class demands.
	CapabilityMissing,
	/// With the legs before it, more than the sender has available of the lot.
	InsufficientStock,
	/// With the legs before it, more than the earlier transfer brought and has not gone back.
	ExceedsAccepted,
}

/// One fault, and where.
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
pub struct Finding {
	/// Which leg, counted from zero; `None` when it is the transfer as a whole.
	pub leg: Option<u32>,
	/// What.
	pub fault: Fault,
}

/// What a borrower still has to give back of one leg.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Lent {
	/// Which lot.
	pub lot: LotId,
	/// How much arrived and is not yet on its way back, in base units.
	pub outstanding: Quantity,
}

/// How a loan stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct LoanState {
	/// By when the goods should be back.
	pub due: Moment,
	/// Whether that moment is over while the borrower, or whoever carries them back, has goods of
	/// these lots that are the lender's. A second loan of the same lots to the same borrower counts
	/// as well.
	pub overdue: bool,
	/// Leg by leg.
	pub legs: Vec<Lent>,
}
