//! What a plan is made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_primitives::{
	ClassId, InstitutionId, LotId, Moment, NeedId, Quantity, RecordId, RuleId, TransferId, Unmet,
};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::DispatchError;

/// The most lines of a plan.
pub const MAX_LINES: u32 = 200;
/// The most lines that one `carry_out` carries out, which must fit into a transaction.
pub const MAX_STEP: u32 = 5;
/// The most lines that one `archive_plan` archives.
pub const MAX_ARCHIVED: u32 = 32;
/// How many places of a giver's shelf a line by class looks at. Goods that are borrowed, and goods of which
/// nothing is available, stand among the others.
pub const PLACES_LOOKED_AT: u32 = 24;
/// The most rules of a giver that yield to one line: more than one class of goods can fall under.
pub const MAX_YIELDED: u32 = 16;

/// Which goods a line is about.
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
pub enum Goods {
	/// Those of one lot.
	Lot(LotId),
	/// Those of a class, the lots that expire first in front, of which none may be expired at the end of
	/// receipt.
	Class(ClassId),
}

/// One line of a plan: who gives how much of what to whom.
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
pub struct LineOrder {
	/// Whose own goods leave its books.
	pub giver: InstitutionId,
	pub goods: Goods,
	/// Is not asked, and may withdraw until the goods leave.
	pub receiver: InstitutionId,
	/// The need of the receiver that they serve, if any: what moves then counts as promised to it.
	pub serves: Option<NeedId>,
	/// In base units of the class.
	#[codec(compact)]
	pub quantity: Quantity,
}

/// The lines of a plan.
pub type LineOrders = BoundedVec<LineOrder, ConstU32<MAX_LINES>>;

/// A plan. Its orders and what became of them are stored beside it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Plan {
	/// The last moment at which the goods may leave.
	pub dispatch_by: Moment,
	/// The last moment before anyone may declare what has not arrived missing.
	pub receive_by: Moment,
	/// How many lines it has.
	pub lines: u32,
	/// How many of them are carried out, from the first one on.
	pub carried_out: u32,
	/// How many of them are archived, from the first one on.
	pub archived: u32,
	/// When it was decided.
	pub decided_at: Moment,
	/// The newest record of the plan's trail.
	pub newest_record: Option<RecordId>,
}

/// Why less moves than a line asks for.
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
pub enum Shortage {
	/// The giver had no more of it available that is its own and, of a class, not expired at the end of
	/// receipt.
	Stock,
	/// One transfer carries no more: neither more lots, nor more of one lot. What is left can be decided by
	/// another line.
	Transfer,
	/// More of it may stand on the giver's shelf, behind the places that are looked at, which hold what was
	/// reserved, offered or borrowed. What is left can be decided by a line that names the lot.
	Shelf,
}

/// How a transfer that was decided ended without its goods having left.
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
pub enum NotSent {
	/// They had not left when the time to dispatch was over, although both sides might act.
	Overdue,
	/// The receiver withdrew before that.
	TurnedDown,
	/// The giver or the receiver might not act when the transfer ended: it was suspended or wound up.
	Barred,
}

/// What became of a line.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Outcome {
	/// A transfer was made and accepted, and its goods are reserved. What became of it then is told by the
	/// transfer.
	Made {
		transfer: TransferId,
		/// What it carries, in base units.
		#[codec(compact)]
		quantity: Quantity,
		/// Why that is less than the line asks for, if it is.
		short: Option<Shortage>,
		/// The giver's own rules that it does not meet, and that yielded.
		yielded: BoundedVec<RuleId, ConstU32<MAX_YIELDED>>,
	},
	/// No transfer could be made.
	Refused {
		/// What its proposal would have failed with.
		error: DispatchError,
		/// The condition of a rule of governance that is not met, where that is the reason.
		unmet: Option<Unmet>,
	},
	/// A transfer was made, and its goods never left.
	Unsent {
		transfer: TransferId,
		/// What it was to carry, in base units.
		#[codec(compact)]
		quantity: Quantity,
		how: NotSent,
	},
}
