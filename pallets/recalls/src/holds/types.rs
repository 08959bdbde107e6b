//! Holds: on what, of how much, by whom.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_primitives::{
	CaseId, HoldId, HoldKind, HoldingKey, InstitutionId, LotId, Moment, Quantity, Text,
};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// The most holds on one place.
pub const MAX_HOLDS: u32 = 16;
/// The most of them that the custodian places: it cannot fill a set against its supervisors.
pub const MAX_OWN_HOLDS: u32 = 4;
/// The most of them that the chain places: on units of three kinds, and on the whole of one kind.
pub const MAX_CHAIN_HOLDS: u32 = 4;

/// What a hold is on. A part of storage keys, so indices are fixed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum HoldPlace {
	/// A lot, wherever it is.
	#[codec(index = 0)]
	Lot(LotId),
	/// A holding, or units of it.
	#[codec(index = 1)]
	Holding(HoldingKey),
}

impl HoldPlace {
	/// The lot that it is, or is a part of.
	pub fn lot(&self) -> LotId {
		match self {
			Self::Lot(lot) => *lot,
			Self::Holding(holding) => holding.lot,
		}
	}

	/// Whether somebody can count it: whoever has it counts what is its own.
	pub fn is_countable(&self) -> bool {
		matches!(self, Self::Holding(holding) if holding.custodian == holding.owner)
	}

	/// Who has it; a lot as such is had by nobody.
	pub fn custodian(&self) -> Option<InstitutionId> {
		match self {
			Self::Lot(_) => None,
			Self::Holding(holding) => Some(holding.custodian),
		}
	}
}

/// How much of its place a hold is on.
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
pub enum Extent {
	/// On all of it, what comes in later included.
	Whole,
	/// On units of a holding, which are quarantined. In base units.
	Units(#[codec(compact)] Quantity),
}

impl Extent {
	/// Whether it is the whole.
	pub fn is_whole(&self) -> bool {
		*self == Self::Whole
	}

	/// How many units; `None` when it is the whole.
	pub fn units(&self) -> Option<Quantity> {
		match self {
			Self::Whole => None,
			Self::Units(units) => Some(*units),
		}
	}
}

/// Who placed a hold.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum HoldBy {
	/// The chain itself, because of how the goods arrived or what a sensor measured.
	Chain,
	/// Who has the goods.
	Custodian,
	/// The health commission of a region that who has the goods is in or, of a lot, who registered it.
	Supervisor(InstitutionId),
	/// The council or the assembly.
	Governance,
}

/// Why a hold is placed or lifted.
pub type Reason = Text<64>;

/// What a hold is of a case.
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
pub struct InCase {
	pub case: CaseId,
	/// Which of the counts that the case demands it waits for; none of a hold that was ordered.
	pub demand: Option<u8>,
}

/// One hold.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Hold {
	pub id: HoldId,
	pub kind: HoldKind,
	/// Of units: how many are left under it.
	pub extent: Extent,
	pub by: HoldBy,
	/// `None` when the chain placed it. Of units that were added to the hold: why the last ones were.
	pub reason: Option<Reason>,
	/// Digest of a document kept off chain; of units as `reason`.
	pub document: Option<H256>,
	/// When it was placed; of units, when the first ones were.
	pub placed_at: Moment,
	/// In which case a supervisor ordered it, or demanded the count that it waits for.
	pub case: Option<InCase>,
}

/// The holds on one place, oldest first.
pub type HoldSet = BoundedVec<Hold, ConstU32<MAX_HOLDS>>;
