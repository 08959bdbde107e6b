//! What needs, offers and standing orders are made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedBTreeSet, BoundedVec};
use salus_primitives::{
	geography::LONGEST_LINEAGE, Capability, ClassId, InstitutionId, InstitutionKind, LotId, Moment,
	NeedId, OfferId, OrderId, Priority, Quantity, RecordId, RegionCode, SiteNumber, Terms, Total,
};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};
use sp_runtime::Percent;

/// The most classes that a need accepts in place of its own.
pub const MAX_SUBSTITUTES: u32 = 3;
/// The most needs of one institution that one class serves and that count against it.
pub const MAX_OPEN_NEEDS: u32 = 4;
/// The most regions, kinds of institution and licences that a scope names, of each.
pub const MAX_NAMED: u32 = 8;
/// The most offers that one ring makes.
pub const MAX_OFFERS_AT_ONCE: u32 = 4;
/// The most lots that a standing order sends by one transfer.
pub const MAX_SENT_LOTS: u32 = 4;
/// The most transfers that a standing order makes in a period.
pub const MAX_SENDINGS: u8 = 64;
/// The least number of days for which a standing order offers something.
pub const SHORTEST_OFFER: u16 = 5;
/// How many places of a shelf one ring looks at. Goods that are borrowed, and goods of which nothing is
/// available, stand among the others.
pub const PLACES_LOOKED_AT: u32 = 16;

/// When goods are wanted.
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
pub struct Window {
	/// Goods must not have to arrive before this; `None` when they may come at once.
	pub from: Option<Moment>,
	/// Goods must leave by this.
	pub until: Moment,
}

/// What an institution says that it has and uses, beside what the chain knows.
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
pub struct Claim {
	/// In base units.
	#[codec(compact)]
	pub on_hand: Quantity,
	/// What it uses in a day, in thousandths of a base unit.
	#[codec(compact)]
	pub daily_use: Quantity,
}

/// What is asked for.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Request {
	pub class: ClassId,
	/// Classes that are accepted in its place, the best one first. Their base units are the same.
	pub substitutes: BoundedVec<ClassId, ConstU32<MAX_SUBSTITUTES>>,
	/// In base units.
	#[codec(compact)]
	pub quantity: Quantity,
	pub priority: Priority,
	pub window: Window,
	/// The site that the goods are to go to.
	pub site: Option<SiteNumber>,
	/// For how many days goods must be good, at least, after the latest moment of receipt.
	pub shelf_life: u16,
	/// Digest of a note kept off chain.
	pub note: Option<H256>,
	pub claim: Option<Claim>,
}

impl Request {
	/// The classes that serve it, the best one first.
	pub fn accepted(&self) -> impl Iterator<Item = ClassId> + '_ {
		core::iter::once(self.class).chain(self.substitutes.iter().copied())
	}
}

/// What the chain itself knew of a class at the institution when it published the need.
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
pub struct Evidence {
	/// What it had available of its own, in base units.
	#[codec(compact)]
	pub on_hand: Total,
	/// What it used in a day on average, in thousandths of a base unit.
	#[codec(compact)]
	pub daily_use: Total,
	/// On how many days that average rests.
	#[codec(compact)]
	pub days: u32,
}

/// How a need ended.
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
pub enum Ending {
	/// As much was delivered as was needed.
	Filled,
	/// Its publisher closed it.
	Closed,
	/// Its time ran out, and no region is left to ask.
	Expired,
}

/// A need.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Need {
	pub institution: InstitutionId,
	pub request: Request,
	pub evidence: Evidence,
	/// The region that it is asked of: at first the institution's own, then the one that that is a
	/// part of, and so on.
	pub region: RegionCode,
	/// How often it was escalated.
	pub escalations: u8,
	/// The last moment for goods to leave; later than that of its window once it was escalated.
	pub until: Moment,
	/// What transfers promise, and what is under way, in base units.
	#[codec(compact)]
	pub promised: Total,
	/// What standing orders have sent and nobody has answered, in base units. It covers nothing; but no
	/// order sends as much again meanwhile.
	#[codec(compact)]
	pub unanswered: Total,
	/// What arrived, in base units.
	#[codec(compact)]
	pub delivered: Total,
	/// How and when it ended; `None` while it has not.
	pub ended: Option<(Ending, Moment)>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

impl Need {
	/// What nobody has promised yet, in base units.
	pub fn open(&self) -> Total {
		let covered = self.promised.saturating_add(self.delivered);
		Total::from(self.request.quantity).saturating_sub(covered)
	}

	/// What no standing order has sent either, in base units.
	pub fn unsent(&self) -> Total {
		self.open().saturating_sub(self.unanswered)
	}

	/// What has not arrived yet, in base units.
	pub fn lacking(&self) -> Total {
		Total::from(self.request.quantity).saturating_sub(self.delivered)
	}

	/// Whether it counts against its institution: it is open, or something is promised to it.
	pub fn counts(&self) -> bool {
		self.ended.is_none() || self.promised > 0
	}

	/// What counts of it against the cap of its institution, in base units: what has not arrived yet, or
	/// of one that has ended, what is promised to it.
	pub fn asked(&self) -> Total {
		match self.ended {
			None => self.lacking().max(self.promised),
			Some(_) => self.promised,
		}
	}

	/// Whether transfers may promise something to it at `now`.
	pub fn is_open(&self, now: Moment) -> bool {
		self.ended.is_none() && now <= self.until
	}

	/// Whether figures are claimed for it of which the chain has no history: one of fewer than `least` days,
	/// or one that has faded, is none.
	pub fn claims_without_history(&self, least: u32) -> bool {
		let none = self.evidence.days < least || self.evidence.daily_use == 0;
		self.request.claim.is_some() && none
	}
}

/// For whose needs something is.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Scope {
	/// The institution is in one of these regions, or in a part of one; with none, anywhere.
	pub regions: BoundedVec<RegionCode, ConstU32<MAX_NAMED>>,
	/// The institution is of one of these kinds; with none, of any.
	pub kinds: BoundedVec<InstitutionKind, ConstU32<MAX_NAMED>>,
	/// The institution has all of these licences.
	pub capabilities: BoundedVec<Capability, ConstU32<MAX_NAMED>>,
	/// The need is at least this urgent.
	pub priority: Priority,
}

/// How long goods take, in days.
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
pub struct Pace {
	/// From the promise to the latest moment of dispatch.
	pub dispatch: u16,
	/// From then to the latest moment of receipt.
	pub transit: u16,
}

/// What is set aside for others, and for whom.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Supply {
	pub lot: LotId,
	/// In base units.
	#[codec(compact)]
	pub quantity: Quantity,
	pub scope: Scope,
	/// A gift, a sale or a loan. Allocations share out gifts alone.
	pub terms: Terms,
	/// What the giver keeps available of the class, in base units. Below it, nothing can be taken.
	#[codec(compact)]
	pub keeps: Quantity,
	/// The least that is taken at once, in base units; what is left below it is taken as a whole. It does not
	/// bind an allocation, which may share less out to each of several needs.
	#[codec(compact)]
	pub least: Quantity,
	/// The last moment at which something can be taken.
	pub until: Moment,
	pub pace: Pace,
}

/// An offer.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Offer {
	pub institution: InstitutionId,
	/// The class of the lot.
	pub class: ClassId,
	pub supply: Supply,
	/// What is set aside and not taken, in base units.
	#[codec(compact)]
	pub left: Quantity,
	/// The standing order that made it, if one did.
	pub order: Option<OrderId>,
	/// How and when it ended; `None` while it has not.
	pub ended: Option<(OfferEnding, Moment)>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// How an offer ended.
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
pub enum OfferEnding {
	/// All of it was taken. What of that never leaves opens it again.
	Taken,
	/// Its giver withdrew the rest.
	Withdrawn,
	/// The rest was released: its time or its giver's standing had ended.
	Released,
}

/// What an allocation notes of a need, for it to be paired with offers.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NeedFacts {
	pub institution: InstitutionId,
	/// The kind of the institution.
	pub kind: InstitutionKind,
	/// The region of the institution, the one that that is a part of, and so on.
	pub lineage: BoundedVec<RegionCode, ConstU32<{ LONGEST_LINEAGE as u32 }>>,
	/// What the institution is licensed for.
	pub capabilities: BoundedBTreeSet<Capability, ConstU32<{ Capability::ALL.len() as u32 }>>,
	pub priority: Priority,
	/// Goods must not have to arrive before this; `None` when they may come at once.
	pub from: Option<Moment>,
	/// The last moment for goods to leave.
	pub until: Moment,
	/// For how many days goods must be good, at least, after the latest moment of receipt.
	pub shelf_life: u16,
}

/// What an allocation must know of an offer to pair it with needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfferFacts {
	/// The giver, whose own needs its goods do not serve.
	pub institution: InstitutionId,
	pub scope: Scope,
	pub pace: Pace,
	/// The first moment at which the lot is expired; `None` when it does not expire.
	pub expires_at: Option<Moment>,
	/// What a receiver of the lot's class must be licensed for.
	pub needs_licence: Option<Capability>,
	/// When the goods should be back, if they are lent.
	pub due: Option<Moment>,
}

/// What a transfer that has neither left nor ended came from.
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
pub enum Origin {
	/// It was taken from an offer.
	Offer(OfferId),
	/// A standing order sent it to a need, and counted it in a period.
	Order(OrderId, NeedId, Sent),
}

/// What stays with whoever gives.
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
pub enum Floor {
	/// So many base units.
	Units(#[codec(compact)] Quantity),
	/// What it uses in so many days on average, rounded up to whole units.
	Days(u16),
}

/// What a standing order does.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Duty {
	/// Sends to needs, as gifts, what expires first.
	Send {
		/// Of what was above the floor in the period, at most this part is sent in it, rounded down.
		share: Percent,
		/// The most that is sent in a period, in base units.
		#[codec(compact)]
		most: Quantity,
		/// The length of a period, in days. Periods follow each other without a gap, the first one from
		/// 1970 on.
		days: u16,
	},
	/// Offers, as gifts, what expires soon.
	Offer {
		/// In how many days.
		within: u16,
		/// For how many days it is offered, and never beyond its expiry.
		open: u16,
		/// The least that is taken of it at once, in base units.
		#[codec(compact)]
		least: Quantity,
	},
}

/// What a standing order is to do, and for whom.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Instruction {
	pub class: ClassId,
	pub scope: Scope,
	pub floor: Floor,
	pub pace: Pace,
	pub duty: Duty,
}

/// What a standing order sent in a period.
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
pub struct Sent {
	/// The number of the period, from 1970 on.
	#[codec(compact)]
	pub period: u64,
	/// In base units.
	#[codec(compact)]
	pub quantity: Total,
}

/// What a standing order did in the newest period in which it sent something.
#[derive(
	Clone,
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
pub struct Lately {
	/// What it sent, less what never left.
	pub sent: Sent,
	/// How often it sent something, whatever became of it.
	pub times: u8,
	/// The needs to which it sent something that never left. It sends them nothing more in the period.
	pub turned_down: BoundedVec<NeedId, ConstU32<{ MAX_SENDINGS as u32 }>>,
}

/// A standing order.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Order {
	pub institution: InstitutionId,
	pub instruction: Instruction,
	/// Whether it does nothing until it is resumed.
	pub paused: bool,
	/// What it did in the newest period in which it sent something.
	pub lately: Lately,
	/// When it was revoked; `None` while it has not been.
	pub ended: Option<Moment>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// Something that is due by itself, once somebody rings.
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
pub enum Alarm {
	/// A standing order sends to a need.
	Send { order: OrderId, need: NeedId },
	/// A standing order offers what expires soon.
	Offer { order: OrderId },
	/// The time of a need ran out: it is escalated, or expires.
	Lapse { need: NeedId },
	/// What is left of an offer is released: its time ran out, or its giver may not act.
	Release { offer: OfferId },
}

/// Something that was posted and ended.
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
pub enum Posting {
	Need(NeedId),
	Offer(OfferId),
	Order(OrderId),
}
