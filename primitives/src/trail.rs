//! What the trail records, and the [`Trail`] that every state-changing call writes to.

use crate::{
	Act, AllocationId, AppealId, CaseId, ClassId, ComplaintId, ContextId, DocumentId, EmergencyId,
	EpochId, EventClaim, InstitutionId, LotId, Moment, NeedId, OfferId, OrderId, PlanId, RecallId,
	RecordId, ReferendumId, RegionCode, RingId, RoundId, RuleId, SiteId, TransferId,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};

/// What a trail is about. A part of every record, so indices are fixed: an exported record must mean
/// the same years later. Each pallet has a range of them:
///
/// | indices | pallet |
/// |---|---|
/// | 0 to 15 | registry |
/// | 16 to 31 | circulation |
/// | 32 to 47 | efficiency |
/// | 48 to 63 | supervision, recalls |
/// | 64 to 79 | rules |
/// | 80 to 95 | needs |
/// | 96 to 111 | emergencies |
/// | 112 to 127 | protection, allowances |
/// | 128 to 143 | votes |
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
	#[codec(index = 0)]
	Region(RegionCode),
	/// An institution, with its licences and agents.
	#[codec(index = 1)]
	Institution(InstitutionId),
	/// A site.
	#[codec(index = 2)]
	Site(SiteId),
	/// A class.
	#[codec(index = 3)]
	Class(ClassId),
	/// A lot, with its holdings wherever they are.
	#[codec(index = 4)]
	Lot(LotId),
	/// A transfer, with its receipts and disputes.
	#[codec(index = 16)]
	Transfer(TransferId),
	/// A round, from its opening to its report.
	#[codec(index = 32)]
	Round(RoundId),
	/// An epoch of the trail itself.
	#[codec(index = 48)]
	Epoch(EpochId),
	/// The chain's code.
	#[codec(index = 49)]
	Runtime,
	/// Who makes blocks.
	#[codec(index = 50)]
	Collators,
	/// A recall, from its issue on, with the answers to it.
	#[codec(index = 51)]
	Recall(RecallId),
	/// A case of a supervisor, with its documents and the counts that it demands.
	#[codec(index = 52)]
	Case(CaseId),
	/// A rule, with its signatures.
	#[codec(index = 64)]
	Rule(RuleId),
	/// A need, with the transfers that serve it.
	#[codec(index = 80)]
	Need(NeedId),
	/// An offer, with what was taken of it.
	#[codec(index = 81)]
	Offer(OfferId),
	/// A standing order, with what it did.
	#[codec(index = 82)]
	Order(OrderId),
	/// An emergency, from its declaration on.
	#[codec(index = 96)]
	Emergency(EmergencyId),
	/// An allocation, with what it shared out.
	#[codec(index = 97)]
	Allocation(AllocationId),
	/// A ring of member keys, with its revisions.
	#[codec(index = 112)]
	Ring(RingId),
	/// A context, with the pseudonyms that were bound in it.
	#[codec(index = 113)]
	Context(ContextId),
	/// An appeal, with what was promised to it.
	#[codec(index = 114)]
	Appeal(AppealId),
	/// A complaint, with the answer to it.
	#[codec(index = 115)]
	Complaint(ComplaintId),
	/// A document that was sent sealed.
	#[codec(index = 116)]
	Document(DocumentId),
	/// The council and its seats.
	#[codec(index = 128)]
	Council,
	/// A referendum, with the votes on it.
	#[codec(index = 129)]
	Referendum(ReferendumId),
	/// The assembly: its members, and their ranks.
	#[codec(index = 130)]
	Assembly,
	/// A plan of a reallocation, with what became of its lines.
	#[codec(index = 131)]
	Plan(PlanId),
}

/// What was done. A part of every record, so indices are fixed; those that are not in use any more are
/// named, and are not given away. Each pallet has a range of them:
///
/// | indices | pallet |
/// |---|---|
/// | 0 to 39 | registry |
/// | 40 to 59 | circulation |
/// | 60 to 79 | efficiency |
/// | 80 to 89 | supervision |
/// | 90 to 99 | rules |
/// | 100 to 119 | needs |
/// | 120 to 121 | ratification |
/// | 122 to 139 | emergencies |
/// | 140 to 159 | recalls |
/// | 160 to 179 | protection |
/// | 180 to 199 | votes |
/// | 200 to 209 | allowances |
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
	/// An account accepted an invitation: it is an agent.
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
	/// An account was invited to become an agent.
	#[codec(index = 13)]
	AgentInvited,
	/// An invitation was withdrawn by the institution, or declined by the account.
	#[codec(index = 14)]
	InvitationEnded,
	/// Accreditation removed all agents of an institution and named new ones.
	#[codec(index = 15)]
	AgentsReplaced,
	/// An institution's kind, name, region, parent or identifier was amended.
	#[codec(index = 16)]
	InstitutionAmended,
	/// An institution was wound up.
	#[codec(index = 17)]
	InstitutionWoundUp,
	/// A site was amended.
	#[codec(index = 18)]
	SiteAmended,
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
	// 24: units were set aside from use. 25: they were released again. A hold does both now.
	/// Units were repacked into, or out of, the lot.
	#[codec(index = 26)]
	LotRepacked,
	/// A lot's identity was corrected by a new lot.
	#[codec(index = 27)]
	LotCorrected,
	/// A holding was moved to another site of its custodian.
	#[codec(index = 28)]
	LotRelocated,
	/// A custodian counted more than the books say of a lot that it did not register; a second party
	/// has to answer.
	#[codec(index = 29)]
	CountClaimed,
	/// A second party confirmed such a count.
	#[codec(index = 30)]
	CountConfirmed,
	/// A second party refused such a count, or the custodian withdrew it, or its time ran out.
	#[codec(index = 31)]
	CountDismissed,
	/// Goods of an institution that is suspended for long, or wound up, were handed to another.
	#[codec(index = 32)]
	LotHandedOver,
	/// Goods of an institution that is suspended for long, or wound up, were written off.
	#[codec(index = 33)]
	LotWrittenOff,
	/// A lot of which nothing is left was archived.
	#[codec(index = 34)]
	LotArchived,
	/// Units of a lot whose window is over were taken out of the books unused.
	#[codec(index = 35)]
	LotLapsed,
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
	/// What a borrower has of a loan was put into dispute.
	#[codec(index = 52)]
	LoanCalledIn,
	/// The carrier acknowledged that it carries a transfer.
	#[codec(index = 53)]
	CarriageAcknowledged,
	/// Who was named as carrier said that it does not carry the transfer.
	#[codec(index = 54)]
	CarriageDeclined,
	/// The receiver asked to keep goods that it had rejected.
	#[codec(index = 55)]
	KeepingRequested,
	/// An ended transfer was archived.
	#[codec(index = 56)]
	TransferArchived,
	/// A round was opened.
	#[codec(index = 60)]
	RoundOpened,
	/// The figures of a decision-making unit were reported, or replaced.
	#[codec(index = 61)]
	DmuObserved,
	/// A round's figures were frozen.
	#[codec(index = 62)]
	RoundSealed,
	/// The efficiency of some decision-making units was proven.
	#[codec(index = 63)]
	DmusProven,
	/// A round's report became final.
	#[codec(index = 64)]
	RoundCompleted,
	/// A round ended without a report, for want of an answer in time.
	#[codec(index = 65)]
	RoundExpired,
	/// A round was called off.
	#[codec(index = 66)]
	RoundCancelled,
	/// A round that ended long ago was removed, and the digest of what was removed recorded.
	#[codec(index = 67)]
	RoundArchived,
	/// The records of an epoch were replaced by their Merkle root.
	#[codec(index = 80)]
	EpochPruned,
	/// The chain runs other code.
	#[codec(index = 81)]
	RuntimeUpgraded,
	/// Others make blocks.
	#[codec(index = 82)]
	CollatorsChanged,
	/// A rule was written.
	#[codec(index = 90)]
	RuleWritten,
	/// A rule was given another wording: it has a new version.
	#[codec(index = 91)]
	RuleAmended,
	/// A rule was paused: it binds nobody.
	#[codec(index = 92)]
	RulePaused,
	/// A paused rule binds again.
	#[codec(index = 93)]
	RuleResumed,
	/// A rule was withdrawn.
	#[codec(index = 94)]
	RuleWithdrawn,
	/// An institution signed what a rule demands a signature for.
	#[codec(index = 95)]
	CoSigned,
	/// A signature was revoked by who gave it.
	#[codec(index = 96)]
	SignatureRevoked,
	/// A signature that had lapsed was taken out.
	#[codec(index = 97)]
	SignatureExpired,
	/// A need was published.
	#[codec(index = 100)]
	NeedPublished,
	/// A need was closed by who published it.
	#[codec(index = 101)]
	NeedClosed,
	/// The time of a need ran out, and what is open of it is asked of the parent region.
	#[codec(index = 102)]
	NeedEscalated,
	/// The time of a need ran out for good.
	#[codec(index = 103)]
	NeedExpired,
	/// Goods were set aside for others to take.
	#[codec(index = 104)]
	OfferMade,
	/// Goods were taken from an offer: a transfer of them was agreed.
	#[codec(index = 105)]
	OfferTaken,
	/// What was left of an offer was withdrawn by who made it.
	#[codec(index = 106)]
	OfferWithdrawn,
	/// What was left of an offer was released, since its time or its giver's standing had ended.
	#[codec(index = 107)]
	OfferReleased,
	/// A standing order was given.
	#[codec(index = 108)]
	OrderGiven,
	/// A standing order was paused: it does nothing.
	#[codec(index = 109)]
	OrderPaused,
	/// A paused standing order acts again.
	#[codec(index = 110)]
	OrderResumed,
	/// A standing order was revoked.
	#[codec(index = 111)]
	OrderRevoked,
	/// A standing order proposed a transfer to whom a need is of.
	#[codec(index = 112)]
	OrderSent,
	/// A standing order offered what expires soon.
	#[codec(index = 113)]
	OrderOffered,
	/// The most that may be needed of a class without a history of use was set.
	#[codec(index = 114)]
	NeedBoundSet,
	/// A standing order was bound to emergencies of a severity, or freed of that.
	#[codec(index = 115)]
	OrderBound,
	/// What the council had done in haste was ratified: it lasts.
	#[codec(index = 120)]
	ActRatified,
	/// What the council had done in haste was not ratified in time, and was undone.
	#[codec(index = 121)]
	ActLapsed,
	/// An emergency was declared.
	#[codec(index = 122)]
	EmergencyDeclared,
	/// An emergency was called off.
	#[codec(index = 123)]
	EmergencyCalledOff,
	/// An emergency was given a later end.
	#[codec(index = 124)]
	EmergencyProlonged,
	/// An emergency that is over was closed: it covers nothing any more.
	#[codec(index = 125)]
	EmergencyClosed,
	/// An allocation was opened.
	#[codec(index = 126)]
	AllocationOpened,
	/// An allocation took a step.
	#[codec(index = 127)]
	AllocationAdvanced,
	/// Lines of an allocation were carried out, or could not be; each has its own answer.
	#[codec(index = 128)]
	LinesAllocated,
	/// What an allocation left open of needs is asked of the parent region.
	#[codec(index = 129)]
	NeedsEscalated,
	/// An allocation ended.
	#[codec(index = 130)]
	AllocationEnded,
	/// An allocation that ended long ago was removed, and the digest of what was removed recorded.
	#[codec(index = 131)]
	AllocationArchived,
	/// A plan of an allocation was proven optimal for all that is known.
	#[codec(index = 132)]
	PlanPosted,
	/// Pairs of an allocation are known to be forbidden by rules.
	#[codec(index = 133)]
	PairsBarred,
	/// A hold was placed on a lot, on a holding, or on units of one.
	#[codec(index = 140)]
	HoldPlaced,
	/// A hold was lifted, or some of the units under it.
	#[codec(index = 141)]
	HoldLifted,
	/// The holds on a lot or a holding of which nothing is left were cleared.
	#[codec(index = 142)]
	HoldsCleared,
	/// A recall was issued; on a lot, which it names.
	#[codec(index = 143)]
	RecallIssued,
	/// A recall reached further lots or holders, or freed lots.
	#[codec(index = 144)]
	RecallAdvanced,
	/// An institution that had been asked by a recall answered.
	#[codec(index = 145)]
	RecallAcknowledged,
	/// A recall was closed.
	#[codec(index = 146)]
	RecallClosed,
	/// A supervisor opened a case.
	#[codec(index = 147)]
	CaseOpened,
	/// A supervisor demanded a count.
	#[codec(index = 148)]
	CountDemanded,
	/// The digest of a document was attached to a case.
	#[codec(index = 149)]
	DocumentAttached,
	/// A side of a case acknowledged a document of the other.
	#[codec(index = 150)]
	DocumentAcknowledged,
	/// A supervisor placed a hold in a case.
	#[codec(index = 151)]
	HoldOrdered,
	/// A case was closed.
	#[codec(index = 152)]
	CaseClosed,
	/// A case was voided: it should not have been opened.
	#[codec(index = 153)]
	CaseVoided,
	/// An institution registered a member key for a role.
	#[codec(index = 160)]
	KeyRegistered,
	/// An institution withdrew its member key for a role.
	#[codec(index = 161)]
	KeyWithdrawn,
	/// A ring has a new revision.
	#[codec(index = 162)]
	RingBuilt,
	/// A context was declared.
	#[codec(index = 163)]
	ContextDeclared,
	/// A context was closed before its end.
	#[codec(index = 164)]
	ContextClosed,
	/// An account was bound to a pseudonym, by a proof.
	#[codec(index = 165)]
	PseudonymBound,
	/// A pseudonym appealed for goods.
	#[codec(index = 166)]
	AppealMade,
	/// A pseudonym closed its appeal.
	#[codec(index = 167)]
	AppealClosed,
	/// An institution promised goods to an appeal.
	#[codec(index = 168)]
	PromiseMade,
	/// An institution withdrew what it had promised to an appeal.
	#[codec(index = 169)]
	PromiseWithdrawn,
	/// A pseudonym complained about an institution or a transfer.
	#[codec(index = 170)]
	ComplaintMade,
	/// A complaint was answered.
	#[codec(index = 171)]
	ComplaintAnswered,
	/// A pseudonym rated an institution after a transfer.
	#[codec(index = 172)]
	RatingGiven,
	/// A pseudonym voted on a referendum, for the first time or anew.
	#[codec(index = 173)]
	SecretVoteCast,
	/// An institution or a pseudonym published a key to which documents for it are sealed.
	#[codec(index = 174)]
	SealingKeyPublished,
	/// A document was sent sealed, and its digest recorded.
	#[codec(index = 175)]
	DocumentSent,
	/// The receiver of a sealed document acknowledged it.
	#[codec(index = 176)]
	DocumentReceived,
	/// A referendum was put to a ring: it takes secret votes alone.
	#[codec(index = 177)]
	ReferendumPutToRing,
	/// A commission was given a seat of the council; by the chain: its silent seat is sitting again.
	#[codec(index = 180)]
	SeatGiven,
	/// A seat of the council was vacated; by the chain: it fell silent, or its institution lost it.
	#[codec(index = 181)]
	SeatVacated,
	/// Another account speaks for a seat of the council.
	#[codec(index = 182)]
	SeatReassigned,
	/// A referendum was submitted to the assembly.
	#[codec(index = 183)]
	ReferendumSubmitted,
	/// An institution voted on a referendum, for the first time or anew.
	#[codec(index = 184)]
	VoteCast,
	/// It was noted that a referendum is approved.
	#[codec(index = 185)]
	ReferendumApproved,
	/// It was noted that a referendum is rejected.
	#[codec(index = 186)]
	ReferendumRejected,
	/// It was noted that a referendum was called off.
	#[codec(index = 187)]
	ReferendumCalledOff,
	/// It was noted that the time of a referendum ran out before its decision began.
	#[codec(index = 188)]
	ReferendumTimedOut,
	/// An institution became a member of the assembly.
	#[codec(index = 189)]
	MemberInducted,
	/// A member of the assembly has another rank.
	#[codec(index = 190)]
	MemberRanked,
	/// An institution is no member of the assembly any more.
	#[codec(index = 191)]
	MemberRemoved,
	/// A kind of institution was given a rank in the assembly.
	#[codec(index = 192)]
	RankSet,
	/// A plan was decided.
	#[codec(index = 193)]
	PlanDecided,
	/// Lines of a plan were carried out, or could not be; each has its own answer.
	#[codec(index = 194)]
	LinesCarriedOut,
	/// Lines of a plan that is over were archived.
	#[codec(index = 195)]
	LinesArchived,
}

/// One step of one call, while it runs: what its records have in common, and which subjects have
/// their record already.
///
/// A call opens a step before it changes anything, and hands it to whoever changes something:
/// goods cannot move without one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step<AccountId> {
	/// Who acts, and for which institution.
	pub act: Act<AccountId>,
	/// What is done.
	pub action: Action,
	/// BLAKE2b-256 of the call's arguments.
	pub digest: H256,
	/// When it happened, if the actor says so.
	pub event: Option<EventClaim>,
	recorded: Vec<(Subject, RecordId)>,
}

impl<AccountId> Step<AccountId> {
	/// A step of a call. `arguments` are exactly those of the call, in their order, encoded as the
	/// call encodes them; a call with one argument passes it alone or as a tuple of one.
	pub fn new(act: Act<AccountId>, action: Action, arguments: &impl Encode) -> Self {
		let digest = digest_of(arguments);
		Self { act, action, digest, event: None, recorded: Vec::new() }
	}

	/// The same with the time at which it happened, if the actor says so.
	pub fn at(mut self, event: impl Into<Option<EventClaim>>) -> Self {
		self.event = event.into();
		self
	}

	/// The record that the step has left on `subject`, if any.
	pub fn record_on(&self, subject: &Subject) -> Option<RecordId> {
		self.recorded.iter().find(|(known, _)| known == subject).map(|(_, id)| *id)
	}

	/// Remembers that the step has left a record. For the implementation of a [`Trail`] alone.
	pub fn remember(&mut self, subject: Subject, id: RecordId) {
		self.recorded.push((subject, id));
	}

	/// The records that the step has left, in their order.
	pub fn records(&self) -> &[(Subject, RecordId)] {
		&self.recorded
	}
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
	/// Appends the step's record on `subject`, with the chain's own time.
	///
	/// `newest` is the newest record of the subject, which the subject's owner keeps in the subject's
	/// own entry: the new record links to it and takes its place. The owner writes the entry after
	/// this. A subject that has a record of this step already gets no second one.
	///
	/// Fails when the step claims an event time out of bounds.
	fn record(
		step: &mut Step<AccountId>,
		subject: Subject,
		newest: &mut Option<RecordId>,
	) -> DispatchResult;

	/// The chain's own time.
	fn now() -> Moment;

	/// When an institution last acted, by the newest record that names it; of one whose newest record
	/// is pruned, a moment not earlier than that. `None` when it never acted.
	fn last_act_of(institution: InstitutionId) -> Option<Moment>;

	/// Whether a record was pruned with its epoch.
	fn is_pruned(record: RecordId) -> bool;

	/// When a record was written; of a pruned one, a moment not earlier than that. `None` when there
	/// is no such record.
	fn time_of(record: RecordId) -> Option<Moment>;
}

impl<AccountId> Trail<AccountId> for () {
	fn record(_: &mut Step<AccountId>, _: Subject, _: &mut Option<RecordId>) -> DispatchResult {
		Ok(())
	}
	fn now() -> Moment {
		0
	}
	fn last_act_of(_: InstitutionId) -> Option<Moment> {
		None
	}
	fn is_pruned(_: RecordId) -> bool {
		false
	}
	fn time_of(_: RecordId) -> Option<Moment> {
		None
	}
}

/// Owns subjects of the trail, and knows the newest record of each.
pub trait Subjects {
	/// The newest record of a subject; `None` when it has none, or when somebody else owns it.
	fn newest_record(subject: &Subject) -> Option<RecordId>;
}

#[impl_for_tuples(12)]
impl Subjects for Tuple {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		for_tuples!( #( if let Some(id) = Tuple::newest_record(subject) { return Some(id); } )* );
		None
	}
}
