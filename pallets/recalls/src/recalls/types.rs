//! Recalls: of what, by whom, what is asked, and who has answered.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_primitives::{
	ClassId, Custody, InstitutionId, LotId, Moment, Quantity, RecallId, RecordId, Total,
};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// The most lots that one recall names.
pub const MAX_NAMED: u32 = 16;
/// The most recalls on one lot.
pub const MAX_RECALLS: u32 = 4;
/// The most units of work of one step.
pub const MAX_STEP: u32 = 32;
/// The most duties that are forgotten at once.
pub const MAX_FORGOTTEN: u32 = 64;

/// How grave it is when recalled goods are used. A part of storage keys, so the order is fixed.
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
pub enum RecallSeverity {
	/// They may kill, or do harm that stays.
	I,
	/// They may do harm that passes.
	II,
	/// They hardly do any harm.
	III,
}

/// What whoever has recalled goods is asked to do with them.
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
pub enum RecallAction {
	/// To keep them aside.
	Hold,
	Return,
	Destroy,
}

/// Who issued a recall.
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
pub enum Issuer {
	/// Who made or imported the lots that it names.
	Maker(InstitutionId),
	/// The health commission of a region that whoever registered them is in.
	Supervisor(InstitutionId),
	/// The council or the assembly.
	Governance,
}

impl Issuer {
	/// The institution that issued it, if one did.
	pub fn institution(&self) -> Option<InstitutionId> {
		match self {
			Self::Maker(institution) | Self::Supervisor(institution) => Some(*institution),
			Self::Governance => None,
		}
	}
}

/// How far a recall is.
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
pub enum RecallState {
	/// It is in force, and has not reached every lot that came out of those it names, or not every holder.
	Spreading,
	/// It is in force, and has reached all of them, but for the lots that it waits for and their holders.
	Standing,
	/// It was closed, and has not freed every lot.
	Closing,
	/// It was closed, and has freed every lot.
	Closed,
}

impl RecallState {
	/// Whether lots are still to be reached or freed, or holders to be asked.
	pub fn is_unfinished(self) -> bool {
		matches!(self, Self::Spreading | Self::Closing)
	}
}

pub type NamedLots = BoundedVec<LotId, ConstU32<MAX_NAMED>>;

/// Who registered the lots that a recall names, each once.
pub type Registrants = BoundedVec<InstitutionId, ConstU32<MAX_NAMED>>;

/// The recalls on a lot, in the order in which they reached it.
pub type RecallsOnLot = BoundedVec<RecallId, ConstU32<MAX_RECALLS>>;

/// A recall of lots, and of all that came out of them.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Recall {
	pub issuer: Issuer,
	/// The lots that it names; those that came out of them are recalled as well.
	pub lots: NamedLots,
	/// Who registered the lots that it names, each once.
	pub registrants: Registrants,
	/// The class of the lots that it names.
	pub class: ClassId,
	pub severity: RecallSeverity,
	pub action: RecallAction,
	/// Digest of the notice that tells why, kept off chain.
	pub notice: H256,
	/// How long after it was asked an institution has time to answer, in milliseconds.
	pub answer_within: Moment,
	pub issued_at: Moment,
	pub state: RecallState,
	/// When it was closed; `None` while it is in force.
	pub closed_at: Option<Moment>,
	/// How many institutions have been asked.
	pub asked: u32,
	/// How many of them have answered, and have not been asked anew since.
	pub answered: u32,
	/// How many lots it has reached, those included that it has freed.
	pub marked: u32,
	/// How many lots it holds.
	pub held: u32,
	/// How many lots it waits for: as many other recalls are on them as may be.
	pub awaited: u32,
	/// How many lots its walk is not through with.
	pub walk: u32,
	/// Of a recall that was closed: the last lot that it freed, behind which the next one is looked for.
	pub freed: Option<LotId>,
	/// The most units that there can be of all lots that it has reached together, in base units.
	pub goods: Total,
	/// What all answers together found, in base units.
	pub found: Total,
	/// With how much of that has been done what was asked, in base units.
	pub done: Total,
	/// The block in which a whole step of it, or its last one, was taken last: no other one is free of charge
	/// there.
	pub whole_step_in: Option<u32>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

impl Recall {
	/// Whether it is in force: it was not closed.
	pub fn is_in_force(&self) -> bool {
		matches!(self.state, RecallState::Spreading | RecallState::Standing)
	}

	/// The last moment at which an answer to a duty is in time.
	pub fn due(&self, duty: &Duty) -> Moment {
		duty.asked_at.saturating_add(self.answer_within)
	}

	/// Counts what an answer found and did.
	pub(crate) fn put_in(&mut self, duty: &Duty) {
		if let Some(Answer { found, done, .. }) = duty.answer {
			self.found = self.found.saturating_add(found.into());
			self.done = self.done.saturating_add(done.into());
		}
	}

	/// Counts it no more.
	pub(crate) fn take_out(&mut self, duty: &Duty) {
		if let Some(Answer { found, done, .. }) = duty.answer {
			self.found = self.found.saturating_sub(found.into());
			self.done = self.done.saturating_sub(done.into());
		}
	}
}

/// How far the walk is with a recalled lot. Lots and holdings are gone through in the order of storage.
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
pub enum Stage {
	/// The lots that came out of it are recalled next, from behind this one on.
	Offspring(Option<LotId>),
	/// Whoever has some of it is asked next, from behind this holding on.
	Holders(Option<Custody>),
}

/// How a recall stands to one lot.
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
	/// It holds the lot, since then.
	Since(Moment),
	/// As many other recalls are on the lot as may be: it takes the place of one of them when that leaves.
	Waiting,
}

/// When it is a recall's turn to be carried on. A part of storage keys, whose order is the order in which
/// recalls are carried on: those that spread before those that were closed, and of each the gravest first, of
/// these the oldest.
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
pub struct Turn {
	pub is_closing: bool,
	pub severity: RecallSeverity,
	/// When it was issued, most significant byte first.
	pub issued_at: [u8; 8],
	pub recall: RecallId,
}

impl Turn {
	/// The turn of a recall, which is unfinished.
	pub(crate) fn of(id: RecallId, recall: &Recall) -> Self {
		Self {
			is_closing: recall.state == RecallState::Closing,
			severity: recall.severity,
			issued_at: recall.issued_at.to_be_bytes(),
			recall: id,
		}
	}
}

/// What an institution answered.
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
pub struct Answer {
	/// How many units it found, of all recalled lots together, in base units.
	#[codec(compact)]
	pub found: Quantity,
	/// With how many of them it has done what was asked.
	#[codec(compact)]
	pub done: Quantity,
	/// Digest of a document kept off chain.
	pub document: Option<H256>,
	pub at: Moment,
}

/// What is asked of one institution by one recall: to answer.
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
pub struct Duty {
	/// When it was asked, or asked anew.
	pub asked_at: Moment,
	/// Its newest answer, also when it has been asked anew since.
	pub answer: Option<Answer>,
	/// Whether an answer is waited for.
	pub is_open: bool,
}
