//! Cases: who supervises them, what they are about, what they demand, and their documents.

use crate::Reason;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{
	HoldId, InstitutionId, LotId, Moment, Quantity, RecordId, RegionCode, Subject,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// The most counts that one case demands.
pub const MAX_DEMANDS: u8 = 32;
/// The most documents that each side of a case attaches.
pub const MAX_ATTACHED: u8 = 32;
/// The most entries that go with a case when it is forgotten: its demands, and the documents of both sides.
pub const MAX_OF_CASE: u32 = MAX_DEMANDS as u32 + 2 * MAX_ATTACHED as u32;

/// Who opened a case. Others may supervise it as well: a commission of a region around that of the one
/// which opened it, and governance.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum CaseSupervisor {
	/// The health commission of a region that the party was in.
	Commission(InstitutionId),
	/// The council or the assembly.
	Governance,
}

/// How a case is ended.
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
pub enum CaseEnd {
	/// What it was about is settled.
	Closed,
	/// It should not have been opened.
	Voided,
}

/// How, why and when a case ended.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Ended {
	pub how: CaseEnd,
	pub reason: Reason,
	pub at: Moment,
}

/// A side of a case.
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
pub enum Side {
	/// Whoever opened it, and whoever may take it over.
	Supervisor,
	/// The institution that it is opened over.
	Party,
}

/// A case of a supervisor over an institution.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Case {
	/// Who opened it.
	pub supervisor: CaseSupervisor,
	/// What it is about: anything that has a record.
	pub subject: Subject,
	/// The institution that it is opened over.
	pub party: InstitutionId,
	/// The party's region when it was opened.
	pub region: RegionCode,
	/// Why it was opened.
	pub reason: Reason,
	pub opened_at: Moment,
	/// `None` while it is open.
	pub ended: Option<Ended>,
	/// How many counts it has demanded. They are numbered from zero.
	pub demands: u8,
	/// How many documents the supervisor's side has attached. Those of both sides together are numbered from
	/// zero.
	pub attached_by_supervisor: u8,
	/// How many documents the party has attached.
	pub attached_by_party: u8,
	pub newest_record: Option<RecordId>,
}

impl Case {
	/// How many documents there are.
	pub fn documents(&self) -> u8 {
		self.attached_by_supervisor.saturating_add(self.attached_by_party)
	}

	/// How many documents a side has attached, to be changed.
	pub(crate) fn attached_by(&mut self, side: Side) -> &mut u8 {
		match side {
			Side::Supervisor => &mut self.attached_by_supervisor,
			Side::Party => &mut self.attached_by_party,
		}
	}
}

/// A count that a case demands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Demand {
	/// Of which the party counts what it has of its own.
	pub lot: LotId,
	/// Until when.
	pub by: Moment,
	pub demanded_at: Moment,
	/// The hold that it is under until it is counted. When that was lifted, the count is not demanded any
	/// more.
	pub hold: HoldId,
	/// What the party found available, in base units, and when it said so.
	pub counted: Option<(Quantity, Moment)>,
}

/// A document of a case, which is kept off chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CaseDocument {
	pub digest: H256,
	pub attached_by: Side,
	pub attached_at: Moment,
	/// When the other side said that it has it.
	pub acknowledged_at: Option<Moment>,
}
