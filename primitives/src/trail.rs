//! What the trail records, and the [`Trail`] that every state-changing call writes to.

use crate::{
	ClassId, EventClaim, InstitutionId, LotId, Moment, RegionCode, RoundId, SiteId, TransferId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};

/// What a trail is about.
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
pub enum Subject {
	/// A region.
	Region(RegionCode),
	/// An institution, with its licences and agents.
	Institution(InstitutionId),
	/// A site.
	Site(SiteId),
	/// A class.
	Class(ClassId),
	/// A lot, with its holdings wherever they are.
	Lot(LotId),
	/// A transfer, with its receipts and disputes.
	Transfer(TransferId),
	/// A round, from its opening to its report.
	Round(RoundId),
}

/// Who acted.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Actor<AccountId> {
	/// An account.
	Account(AccountId),
	/// An origin without an account, such as the council.
	Authority,
	/// Nobody in particular: the call proved by itself that it was right, and needed no signature.
	Proof,
}

/// What was done. Indices are fixed: an exported record must mean the same years later.
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
pub enum Action {
	/// A region was registered.
	#[codec(index = 0)]
	RegionRegistered,
	/// A region's figures were amended.
	#[codec(index = 1)]
	RegionAmended,
	/// An institution was admitted.
	#[codec(index = 2)]
	InstitutionAdmitted,
	/// An institution's profile was amended.
	#[codec(index = 3)]
	ProfileAmended,
	/// A licence was granted or prolonged.
	#[codec(index = 4)]
	LicenceGranted,
	/// A licence was revoked.
	#[codec(index = 5)]
	LicenceRevoked,
	/// An institution was suspended.
	#[codec(index = 6)]
	InstitutionSuspended,
	/// A suspended institution was reinstated.
	#[codec(index = 7)]
	InstitutionReinstated,
	/// An agent was appointed.
	#[codec(index = 8)]
	AgentAppointed,
	/// An agent's roles were changed.
	#[codec(index = 9)]
	AgentRolesChanged,
	/// An agent was removed.
	#[codec(index = 10)]
	AgentRemoved,
	/// A site was registered.
	#[codec(index = 11)]
	SiteRegistered,
	/// A class was registered.
	#[codec(index = 12)]
	ClassRegistered,
	/// A lot was registered.
	#[codec(index = 20)]
	LotRegistered,
	/// A holding was set to a counted quantity.
	#[codec(index = 21)]
	LotCounted,
	/// Units were used.
	#[codec(index = 22)]
	LotConsumed,
	/// Units were destroyed.
	#[codec(index = 23)]
	LotDestroyed,
	/// Units were set aside from use.
	#[codec(index = 24)]
	LotQuarantined,
	/// Units were released from quarantine.
	#[codec(index = 25)]
	LotReleased,
	/// Units were repacked into, or out of, the lot.
	#[codec(index = 26)]
	LotRepacked,
	/// A lot's identity was corrected by a new lot.
	#[codec(index = 27)]
	LotCorrected,
	/// A holding was moved to another site of its custodian.
	#[codec(index = 28)]
	LotRelocated,
	/// A sender was approved in advance.
	#[codec(index = 40)]
	SenderApproved,
	/// An approval of a sender was revoked.
	#[codec(index = 41)]
	SenderApprovalRevoked,
	/// A transfer was proposed, and its goods reserved; its receiver has to answer.
	#[codec(index = 42)]
	TransferProposed,
	/// A transfer was accepted.
	#[codec(index = 43)]
	TransferAccepted,
	/// A transfer was dispatched.
	#[codec(index = 44)]
	TransferDispatched,
	/// A receipt was written.
	#[codec(index = 45)]
	TransferReceived,
	/// The receiver declined a proposal.
	#[codec(index = 46)]
	TransferRejected,
	/// One side withdrew before dispatch.
	#[codec(index = 47)]
	TransferWithdrawn,
	/// A transfer was not dispatched in time, and its goods were released.
	#[codec(index = 48)]
	TransferExpired,
	/// A dispatched transfer was not received in time, and is in dispute.
	#[codec(index = 49)]
	TransferDisputed,
	/// A part of a dispute was resolved.
	#[codec(index = 50)]
	DisputeResolved,
	/// A transfer was proposed to a receiver that had approved its sender: proposed and accepted
	/// at once.
	#[codec(index = 51)]
	TransferAgreed,
	/// A round was opened.
	#[codec(index = 60)]
	RoundOpened,
	/// A unit's figures were reported, or replaced.
	#[codec(index = 61)]
	UnitObserved,
	/// A round's figures were frozen.
	#[codec(index = 62)]
	RoundSealed,
	/// The efficiency of some units was proven.
	#[codec(index = 63)]
	UnitsProven,
	/// A round's report became final.
	#[codec(index = 64)]
	RoundCompleted,
	/// A round ended without a report, for want of an answer in time.
	#[codec(index = 65)]
	RoundExpired,
	/// A round was called off.
	#[codec(index = 66)]
	RoundCancelled,
}

/// One step of one call: what all its records have in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step<AccountId> {
	/// Who acted.
	pub actor: Actor<AccountId>,
	/// For which institution; `None` for an authority, a proof, or somebody who acts for none.
	pub institution: Option<InstitutionId>,
	/// What was done.
	pub action: Action,
	/// [`digest_of`] the call's arguments, in the order of the call.
	pub digest: H256,
	/// When it happened, if the actor says so.
	pub event: Option<EventClaim>,
}

/// The digest by which a record names its payload: BLAKE2b-256 of the SCALE encoding.
pub fn digest_of(payload: &impl Encode) -> H256 {
	BlakeTwo256::hash_of(payload)
}

/// Keeps the trail.
///
/// Its cost is part of the benchmarks of the calls that record, which run in the runtime that wires
/// it.
pub trait Trail<AccountId> {
	/// Appends one record for each of `subjects`, in order, with the chain's own time.
	///
	/// Fails without a trace when no subject is named, when one is named twice, and when the step
	/// claims an event time out of bounds.
	fn record(step: Step<AccountId>, subjects: &[Subject]) -> DispatchResult;

	/// The chain's own time.
	fn now() -> Moment;
}

impl<AccountId> Trail<AccountId> for () {
	fn record(_: Step<AccountId>, _: &[Subject]) -> DispatchResult {
		Ok(())
	}
	fn now() -> Moment {
		0
	}
}
