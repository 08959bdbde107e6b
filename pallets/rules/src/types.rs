//! What a rule is made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedBTreeSet, BoundedVec};
use salus_primitives::{
	Capability, ClassId, InstitutionId, InstitutionKind, Moment, Priority, Quantity, RecordId,
	RegionCode, Severity, TermsKind, Total, TransferId,
};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// The most alternatives of one rule.
pub const MAX_ALTERNATIVES: u32 = 4;
/// The most conditions of one alternative.
pub const MAX_CLAUSES: u32 = 8;
/// The most conditions of one rule that limit what moves in a period. Each has a count of its own.
pub const MAX_LIMITS: u32 = 2;
/// The most conditions of one rule that demand a signature. Each is looked up.
pub const MAX_CO_SIGNATURES: u32 = 2;
/// The most rules of governance for one class, and the most for all classes.
pub const GOVERNANCE_RULES: u32 = 3;
/// The most rules of one institution for one class, and the most for all classes.
pub const OWN_RULES: u32 = 2;
/// For how many classes governance may have rules; that for all of them counts as one more.
pub const MAX_GOVERNED: u32 = 64;
/// For how many classes one institution may have rules; that for all of them counts as one more.
pub const MAX_OWN: u32 = 16;
/// The most rules that one movement may fall under: as many as there can be for goods of one class.
pub const MAX_APPLICABLE: u32 = 2 * (GOVERNANCE_RULES + OWN_RULES);
/// The most signatures that institutions of one kind give for the same.
pub const MAX_SIGNATURES: u32 = 4;

/// Whose a rule is.
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
pub enum Author {
	/// It binds whatever anybody sends.
	Governance,
	/// It binds what leaves this institution's own books.
	Institution(InstitutionId),
}

/// Whether a rule binds.
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
pub enum Force {
	/// It binds.
	Binding,
	/// It binds nobody until it is resumed.
	Paused {
		/// Who paused it, and resumes it.
		by: Author,
	},
}

/// Whom a condition is about.
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
pub enum Party {
	/// Whose books the goods leave.
	Sender,
	/// Whose books the goods enter.
	Receiver,
	/// Who carries them: the sender itself when it names nobody. Known at dispatch, and asked about
	/// then alone.
	Carrier,
}

/// To whom a limit applies.
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
pub enum Reach {
	/// To each receiver by itself.
	Receiver,
	/// To all receivers of one region together; of the region itself, and not of its parts.
	Region,
	/// To all receivers together.
	Everybody,
}

/// What a signature must be for.
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
pub enum Signing {
	/// For what this sender sends to this receiver. Asked for when a transfer is proposed and when it
	/// is dispatched.
	Pair,
	/// For this very transfer. Asked for when it is dispatched.
	Transfer,
}

/// Something that is asked of a movement.
///
/// A rule for one class asks about the goods of that class that move, one for all classes about all of
/// them. What is asked of goods must be true of each lot.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Condition {
	/// A party has a licence for this that has not expired.
	Licensed { party: Party, capability: Capability },
	/// A party is of this kind.
	OfKind { party: Party, kind: InstitutionKind },
	/// A party is in this region or in a part of it.
	Within { party: Party, region: RegionCode },
	/// At the latest moment of receipt, so many days are left until the goods expire. What does not
	/// expire has them.
	ShelfLife { days: u16 },
	/// The sender keeps so much of the class available, in base units. For rules of one class.
	KeepsUnits {
		#[codec(compact)]
		units: Quantity,
	},
	/// The sender keeps what it uses in so many days on average. Who never used any need not keep any.
	KeepsDays { days: u16 },
	/// What moves, and what has moved under this rule in the same period, is not more than this, in
	/// base units. Periods follow each other without a gap, the first one from 1970 on. For rules of
	/// one class.
	AtMost {
		#[codec(compact)]
		quantity: Quantity,
		/// The length of a period.
		days: u16,
		to: Reach,
	},
	/// The terms are among these.
	Terms { among: BoundedBTreeSet<TermsKind, ConstU32<4>> },
	/// What moves is not less than `least` and not more than `most`, in base units. For rules of one
	/// class.
	Between {
		#[codec(compact)]
		least: Quantity,
		#[codec(compact)]
		most: Quantity,
	},
	/// A need is served, of this priority at least.
	Serves { priority: Priority },
	/// An emergency is in force where the receiver is, for what moves, and this grave at least.
	Emergency { severity: Severity },
	/// An institution of this kind has signed that is neither sender nor receiver.
	CoSigned { kind: InstitutionKind, signing: Signing },
}

/// A condition, or its opposite.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Clause {
	pub condition: Condition,
	/// Whether the condition must not hold.
	pub negated: bool,
}

/// Conditions that must all hold.
pub type Alternative = BoundedVec<Clause, ConstU32<MAX_CLAUSES>>;

/// Alternatives of which one must hold.
pub type Wording = BoundedVec<Alternative, ConstU32<MAX_ALTERNATIVES>>;

/// Under which conditions goods may move.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Rule {
	pub author: Author,
	/// The class that it is for; `None` when it is for all.
	pub class: Option<ClassId>,
	pub wording: Wording,
	/// Digest of the text that the conditions put into force, kept off chain.
	pub digest: H256,
	/// How often it was given another wording.
	pub version: u32,
	pub force: Force,
	/// The newest record of the rule's trail.
	pub newest_record: Option<RecordId>,
}

/// Among whom a limit counts.
#[derive(
	Clone,
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
pub enum Among {
	/// What this institution receives.
	Receiver(InstitutionId),
	/// What the institutions of this region receive.
	Region(RegionCode),
	/// What anybody receives.
	Everybody,
}

/// What a count under a rule is of.
#[derive(
	Clone,
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
pub struct CountKey {
	/// The length of the period, in days.
	pub days: u16,
	pub among: Among,
}

/// What has moved in a period.
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
pub struct Count {
	/// The number of the period, from 1970 on.
	pub period: u64,
	/// What moved in it, in base units.
	pub quantity: Total,
}

/// What one transfer was counted as.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Share {
	pub key: CountKey,
	/// The period in which it was counted.
	pub period: u64,
	/// In base units.
	pub quantity: Total,
}

/// How a transfer that was proposed, and has not left yet, passed a rule.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Passage {
	pub rule: salus_primitives::RuleId,
	/// The version that it passed.
	pub version: u32,
	/// Which clauses it met: the bit at eight times the alternative, and the clause.
	pub met: u32,
	/// What it counts as.
	pub shares: BoundedVec<Share, ConstU32<MAX_LIMITS>>,
}

/// What a signature is for.
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
pub enum Signed {
	/// For what falls under the rule that the first sends to the second.
	Pair { sender: InstitutionId, receiver: InstitutionId },
	/// For one transfer.
	Transfer(TransferId),
}

impl Signed {
	/// What it must be for to be of any use.
	pub fn signing(&self) -> Signing {
		match self {
			Self::Pair { .. } => Signing::Pair,
			Self::Transfer(_) => Signing::Transfer,
		}
	}
}

/// A signature.
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
pub struct Signature {
	/// Who signed.
	pub by: InstitutionId,
	/// The version of the rule that it signed under. It is of no use under a later one.
	pub version: u32,
	/// The last moment at which it is of use.
	pub until: Moment,
}
