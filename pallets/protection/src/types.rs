//! What rings, contexts, pseudonyms and what they do are made of.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_primitives::{
	AppealId, ClassId, ComplaintId, ContextId, DocumentId, InstitutionId, Moment, Priority,
	Quantity, RecordId, ReferendumId, RegionCode, RingId, Role, TransferId,
};
use salus_rings::{Alias, MemberKey, Root, Unfinished};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// The most members of one ring.
pub const MAX_MEMBERS: u32 = 255;
/// The most rings of one role.
pub const MAX_RINGS: u8 = 16;
/// The most keys of one role that wait to enter a ring.
pub const MAX_QUEUED: u32 = 255;
/// The most keys that one step pushes to a ring.
pub const MAX_PUSHED: u32 = 16;
/// The most roots of one ring that are kept beside the newest one.
pub const MAX_OLD_ROOTS: u32 = 8;
/// The most institutions that promise something to one appeal.
pub const MAX_PROMISES: u32 = 16;
/// The most contexts.
pub const MAX_CONTEXTS: u32 = 256;
/// The most that a context allows its purpose to one pseudonym: what a pseudonym leaves behind is removed at once.
pub const MAX_USES: u16 = 64;

/// A member of a ring.
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
pub struct Member {
	/// The institution whose key it is. It is public which keys a ring has, and whose they are.
	pub institution: InstitutionId,
	pub key: MemberKey,
}

/// Where a member key is.
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
pub enum Place {
	/// It waits to enter a ring.
	Queued,
	/// It is in this ring of its role, or in the revision of it that is being built.
	Ring(u8),
}

/// The member key of an institution for a role.
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
pub struct RegisteredKey {
	pub key: MemberKey,
	/// When it was registered.
	pub since: Moment,
	pub place: Place,
}

/// A ring, in its newest revision.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Ring {
	/// Counted from one.
	#[codec(compact)]
	pub revision: u32,
	pub root: Root,
	/// How many members this revision has.
	#[codec(compact)]
	pub members: u32,
	/// When this revision was built.
	pub built_at: Moment,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// An earlier revision of a ring, against which proofs are still verified.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct OldRoot {
	#[codec(compact)]
	pub revision: u32,
	pub root: Root,
	/// How many members the revision had.
	#[codec(compact)]
	pub members: u32,
	/// The last moment at which proofs against it are accepted.
	pub until: Moment,
}

/// A revision of a ring that is being built.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Construction {
	pub ring: RingId,
	/// The revision that it will be.
	#[codec(compact)]
	pub revision: u32,
	/// How many of its members were pushed: the first in `Drafts`.
	#[codec(compact)]
	pub pushed: u32,
	/// How many of those who wait are still to enter it: the first in `Queue`.
	#[codec(compact)]
	pub entering: u32,
	pub unfinished: Unfinished,
}

/// Why a new revision of a ring is due.
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
pub enum Cause {
	/// Enough keys wait to enter it, or the first of them has waited for long enough.
	Queue,
	/// This institution is a member, and should be none any more: it may not act, or its key is another.
	Leaver(InstitutionId),
}

/// One step of building a revision of a ring.
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
pub enum BuildStep {
	/// Begins a revision: it is settled how many of those who wait may enter it.
	Start(RingId, Cause),
	/// Pushes the next [`MAX_PUSHED`] members, or those that are left, behind the first `pushed`. Whoever should
	/// be no member any more is left out.
	Push {
		ring: RingId,
		#[codec(compact)]
		revision: u32,
		#[codec(compact)]
		pushed: u32,
	},
	/// The revision is the newest one from now on.
	Finish {
		ring: RingId,
		#[codec(compact)]
		revision: u32,
	},
}

/// What pseudonyms may do in a context.
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
pub enum Purpose {
	/// Appeal for goods.
	Appeal,
	/// Complain about an institution or a transfer.
	Complain,
	/// Rate institutions after transfers.
	Rate,
	/// Vote on a referendum that is put to the ring.
	Vote(ReferendumId),
}

/// Against which revisions of a ring a member proves that it is in it.
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
pub enum Roll {
	/// The newest, and those that it replaced not long ago.
	Recent,
	/// The newest alone.
	Newest,
	/// Those that were the newest when the context was declared, however long ago that was. Whoever changes
	/// its key gets no second pseudonym.
	AtDeclaration,
}

/// What a context is for, and for whom.
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
pub struct Terms {
	/// The role whose rings members prove to be in.
	pub role: Role,
	pub purpose: Purpose,
	pub roll: Roll,
	/// How often a pseudonym does what the context is for.
	pub uses: u16,
	/// What a pseudonym gets to pay its transactions with, in the smallest unit of the fee token.
	#[codec(compact)]
	pub purse: u128,
	/// The last moment at which anything is done in it; `None` if it has no end, as that of every vote.
	pub until: Option<Moment>,
}

/// A context.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Context {
	pub terms: Terms,
	pub declared_at: Moment,
	/// When it was closed before its end; `None` while it was not.
	pub closed: Option<Moment>,
	/// How many pseudonyms were bound in it and are not forgotten.
	#[codec(compact)]
	pub pseudonyms: u32,
	/// How many members it has: of the rings of its role that can be used, when it was declared.
	#[codec(compact)]
	pub members: u32,
	/// What its pseudonyms voted.
	pub ballot: Ballot,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// What was voted in secret.
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
pub struct Ballot {
	#[codec(compact)]
	pub ayes: u32,
	#[codec(compact)]
	pub nays: u32,
}

/// A ring as it was when a context was declared.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RollEntry {
	#[codec(compact)]
	pub revision: u32,
	pub root: Root,
	/// How many members the revision had.
	#[codec(compact)]
	pub members: u32,
}

/// What binds an account to a pseudonym.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Binding<AccountId, BlockNumber> {
	pub context: ContextId,
	/// Which ring of the context's role the member is in.
	pub ring: u8,
	/// The revision against which the proof was made.
	#[codec(compact)]
	pub revision: u32,
	/// The account that is to act. It has never signed anything.
	pub account: AccountId,
	/// What the member is called in the context.
	pub alias: Alias,
	/// The last block in which this is accepted.
	pub until: BlockNumber,
	/// The proof that somebody in the ring with this alias says so.
	pub proof: BoundedVec<u8, ConstU32<{ salus_rings::PROOF_LENGTH as u32 }>>,
}

/// A pseudonym.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pseudonym {
	pub context: ContextId,
	pub alias: Alias,
	pub bound_at: Moment,
	/// How often it did what the context is for.
	pub used: u16,
	/// What it voted last.
	pub vote: Option<bool>,
}

/// What is appealed for.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Plea {
	pub class: ClassId,
	/// Where it is needed. The larger the region, the less is said about who needs it.
	pub region: RegionCode,
	/// In base units.
	#[codec(compact)]
	pub quantity: Quantity,
	pub priority: Priority,
	/// The last moment at which something can be promised.
	pub until: Moment,
}

/// What an institution promises to an appeal.
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
pub struct Promise {
	pub institution: InstitutionId,
	/// In base units.
	#[codec(compact)]
	pub quantity: Quantity,
}

/// How an appeal ended.
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
pub enum AppealEnd {
	/// What was needed has come.
	Served,
	/// It is not needed any more.
	Withdrawn,
}

/// An appeal.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Appeal<AccountId> {
	/// The account of the pseudonym.
	pub by: AccountId,
	pub plea: Plea,
	pub promises: BoundedVec<Promise, ConstU32<MAX_PROMISES>>,
	/// How and when it was closed; `None` while it was not.
	pub closed: Option<(AppealEnd, Moment)>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// What a complaint is about.
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
pub enum About {
	Institution(InstitutionId),
	Transfer(TransferId),
}

/// A complaint.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Complaint<AccountId> {
	/// The account of the pseudonym.
	pub by: AccountId,
	pub about: About,
	/// BLAKE2b-256 of the text, which is kept off chain.
	pub text: H256,
	pub made_at: Moment,
	/// Who answered it, when, and BLAKE2b-256 of the answer; `None` while nobody has.
	pub answer: Option<Answer>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// The answer to a complaint.
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
	/// The health commission that answered.
	pub institution: InstitutionId,
	/// BLAKE2b-256 of the text, which is kept off chain.
	pub text: H256,
	pub at: Moment,
}

/// How an institution was rated.
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
pub enum Rating {
	#[codec(index = 0)]
	Bad,
	#[codec(index = 1)]
	Poor,
	#[codec(index = 2)]
	Fair,
	#[codec(index = 3)]
	Good,
	#[codec(index = 4)]
	Excellent,
}

/// How often an institution was rated in which way, from the worst to the best.
pub type Reputation = [u32; 5];

/// Who sends or receives a document.
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
pub enum Party<AccountId> {
	Institution(InstitutionId),
	/// A pseudonym, by its account.
	Pseudonym(AccountId),
}

/// A key to which documents are sealed.
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
pub struct SealingKey {
	/// Counted from one: every new key of a party has the next number.
	#[codec(compact)]
	pub number: u32,
	/// An X25519 public key.
	pub key: [u8; 32],
	pub since: Moment,
}

/// A document that was sent sealed. It travels off chain.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Document<AccountId> {
	pub from: Party<AccountId>,
	pub to: Party<AccountId>,
	/// BLAKE2b-256 of the sealed document, as it travels.
	pub digest: H256,
	/// To which key of the receiver it is sealed.
	#[codec(compact)]
	pub sealed_to: u32,
	pub sent_at: Moment,
	/// When the receiver acknowledged it; `None` while it has not.
	pub received_at: Option<Moment>,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// What is left of something that is over.
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
pub enum Remnant<AccountId> {
	/// A context that is over, once its pseudonyms are forgotten.
	Context(ContextId),
	/// A pseudonym of a context that is over.
	Pseudonym(AccountId),
	/// An appeal that was closed, or whose time is over.
	Appeal(AppealId),
	/// A complaint that was answered, or that nobody has answered in a year.
	Complaint(ComplaintId),
	/// A document that was acknowledged, or that nobody has acknowledged in a year.
	Document(DocumentId),
}

/// A page of a list, and where the next one begins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Page<Item, Key> {
	pub items: Vec<Item>,
	/// What to ask for next; `None` at the end.
	pub next: Option<Key>,
}
