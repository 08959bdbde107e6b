//! What the log holds, and what the views answer.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_system::pallet_prelude::BlockNumberFor;
use salus_primitives::{
	Action, Actor, EpochId, EventClaim, InstitutionId, Moment, RecordId, Subject, LONGEST_ANSWER,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// One entry of the log.
///
/// The [leaf](Self::leaf) of a record is the SCALE encoding of its [`RecordId`] and the record, one
/// after the other. Exported records are checked by it, so the order and the types of the fields
/// never change; nor do the indices of the enums within.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Record<AccountId, BlockNumber> {
	/// The chain's time when it was written.
	///
	/// A call that the scheduler runs at the start of a block, an upgrade and a change of collators
	/// are recorded with the time of the block before, because the block's own time is not set yet.
	pub time: Moment,
	/// The block in which it was written.
	pub block: BlockNumber,
	/// The place in that block of the extrinsic that caused it; `None` when the chain acted by
	/// itself, as for a scheduled call.
	pub extrinsic: Option<u32>,
	/// Who acted.
	pub actor: Actor<AccountId>,
	/// For which institution.
	pub institution: Option<InstitutionId>,
	/// What was done.
	pub action: Action,
	/// What it was done to.
	pub subject: Subject,
	/// The digest of the call's arguments.
	pub digest: H256,
	/// When it happened, if the actor says so.
	pub event: Option<ClaimedEvent>,
	/// The record before this one of the same subject.
	pub previous: Option<RecordId>,
	/// The record before this one of the same institution.
	pub previous_of_institution: Option<RecordId>,
}

impl<AccountId: Encode, BlockNumber: Encode> Record<AccountId, BlockNumber> {
	/// The form in which the record is exported, hashed and proved: the SCALE encoding of
	/// `(RecordId, Record)`.
	pub fn leaf(&self, id: RecordId) -> Vec<u8> {
		(id, self).encode()
	}
}

/// A [`Record`] of a runtime.
pub type RecordOf<T> = Record<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// An event time as the actor claims it, with the chain's remark.
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
pub struct ClaimedEvent {
	/// The claim.
	pub claim: EventClaim,
	/// How it lies to the chain's time.
	pub timeliness: Timeliness,
}

/// How a claimed event lies to the chain's time. A part of every record with a claim, so indices are
/// fixed.
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
pub enum Timeliness {
	/// Reported about when it happened.
	#[codec(index = 0)]
	Timely,
	/// Reported long after it happened.
	#[codec(index = 1)]
	BackDated,
}

/// The key of a record in storage: its identifier, big-endian.
///
/// Neighbours in the log are neighbours in the state trie: a step that writes several records proves
/// one path instead of several, and a reader pages through the log in order.
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
pub struct RecordKey(pub [u8; 8]);

impl From<RecordId> for RecordKey {
	fn from(id: RecordId) -> Self {
		Self(id.0.to_be_bytes())
	}
}

impl From<RecordKey> for RecordId {
	fn from(key: RecordKey) -> Self {
		Self(u64::from_be_bytes(key.0))
	}
}

/// What is left of a pruned epoch.
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
pub struct Epoch {
	/// Its first record.
	pub first: RecordId,
	/// Its last record.
	pub last: RecordId,
	/// How many records it held.
	pub count: u32,
	/// The Merkle root over its leaves.
	pub root: H256,
	/// The time of its first record.
	pub opened: Moment,
	/// The time of its last record.
	pub closed: Moment,
	/// The newest record about the epoch: that of its pruning.
	pub newest_record: Option<RecordId>,
}

/// A version of the chain's code, as far as the trail tells versions apart.
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
pub struct RuntimeEntry {
	/// The version of the chain's rules.
	pub spec_version: u32,
	/// The version of their implementation.
	pub impl_version: u32,
	/// The newest record about the code.
	pub newest_record: Option<RecordId>,
}

/// The collators that were planned last.
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
pub struct CollatorsEntry {
	/// The digest of their accounts, in ascending order.
	pub digest: H256,
	/// The newest record about the collators.
	pub newest_record: Option<RecordId>,
}

/// A record with its identifier.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Entry<AccountId, BlockNumber> {
	pub id: RecordId,
	pub record: Record<AccountId, BlockNumber>,
}

/// An [`Entry`] of a runtime.
pub type EntryOf<T> = Entry<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// How many records a view returns when it is asked for `limit`.
pub(crate) fn page_size(limit: u32) -> usize {
	usize::try_from(limit.clamp(1, LONGEST_ANSWER)).unwrap_or(1)
}

/// A part of a history, newest first.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Page<AccountId, BlockNumber> {
	pub entries: Vec<Entry<AccountId, BlockNumber>>,
	/// What lies behind them.
	pub rest: Rest,
}

/// A [`Page`] of a runtime.
pub type PageOf<T> = Page<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// What lies behind a page of a history.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Rest {
	/// Nothing: the history begins here.
	Nothing,
	/// More live records: ask for those before the last one of this page.
	More,
	/// Pruned records, the newest of which is `record`.
	Pruned {
		/// The next older record.
		record: RecordId,
		/// The epoch whose root it verifies against.
		epoch: EpochId,
	},
	/// Unknown: the record named as `before` is not live, or not of this history.
	NotFound,
}

/// A part of the log between two times, oldest first.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Window<AccountId, BlockNumber> {
	pub entries: Vec<Entry<AccountId, BlockNumber>>,
	/// The last record of this page, if others follow it: ask for those after it.
	pub more_after: Option<RecordId>,
	/// The pruned epochs that reach into the window.
	pub pruned: Option<EpochSpan>,
}

/// A [`Window`] of a runtime.
pub type WindowOf<T> = Window<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// A run of epochs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct EpochSpan {
	pub first: EpochId,
	/// Included.
	pub last: EpochId,
}

/// That a record belongs to the root of its epoch.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct RecordProof {
	pub epoch: EpochId,
	/// The root that the epoch will have.
	pub root: H256,
	/// The hashes beside the leaf's path to the root, from the leaf up.
	pub proof: Vec<H256>,
	/// How many leaves the tree has.
	pub number_of_leaves: u32,
	/// The leaf's place, from zero.
	pub leaf_index: u32,
	/// The SCALE encoding of `(RecordId, Record)`.
	pub leaf: Vec<u8>,
}

/// Why there is no proof of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum ProofError {
	/// There is no such record.
	NotFound,
	/// Its epoch still takes records, so it has no root yet.
	EpochOpen,
	/// It was pruned with this epoch: a proof taken before still verifies.
	Pruned(EpochId),
}

/// What became of a proof.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Verdict {
	/// The leaf is the record at this place of the epoch.
	Genuine,
	/// It is not, or the proof does not show it.
	Refuted,
	/// The epoch still takes records, so it has no root yet.
	EpochOpen,
	/// There is no such epoch.
	NotFound,
}
