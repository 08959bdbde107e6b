//! # Protection
//!
//! Acting as a member without saying which one.
//!
//! | term | meaning |
//! |---|---|
//! | *member key* | a key that an institution registers for a role; who has which is public |
//! | *ring* | the member keys of one role, at most [`MAX_MEMBERS`]; those beyond form further rings |
//! | *revision* | a state of a ring; whoever enters or leaves does so with the next one |
//! | *root* | what a revision is reduced to, and proofs are verified against |
//! | *context* | a purpose for which members act without their names |
//! | *alias* | what a member is called in a context: always the same there, another one elsewhere |
//! | *pseudonym* | an account that is bound to an alias |
//! | *purse* | what a pseudonym gets to pay its transactions with |
//! | *roll* | the revisions of rings that a context accepts |
//! | *appeal* | a call for goods under a pseudonym; what institutions *promise* to it |
//! | *sealing key* | a key to which documents are sealed that travel off chain |
//!
//! ## A short story
//!
//! Twenty hospitals register member keys in the role *receive*; once enough wait, the keys enter a ring.
//! The assembly declares a context for appeals. One of the hospitals proves with its own machine that some
//! member of the ring says: *this account is mine, in this context*. The account gets a purse, and appeals
//! for 500 masks in Hubei. A relief organisation promises them; the pseudonym sends it a document, sealed
//! to its key, that says where to deliver, and the relief organisation alone can open it. On the trail stand
//! the appeal, the promise and the digest of the document, each with its time, and no hospital. The same
//! hospital votes in secret on a referendum, under another pseudonym; nobody can tell that the two are one.
//!
//! ## Rings
//!
//! A key waits until [`Config::Batch`] keys wait, or it has waited for [`Config::MaxWait`]; then all enter
//! that find room, so that the moment of an entry says little. A ring of fewer than [`Config::MinRing`]
//! members hides nobody: it cannot be used. An institution that may not act, or has changed its key, is in no
//! later revision. A revision is built in steps, which anybody may send and the off-chain worker sends
//! ([`advance_ring`](Pallet::advance_ring)); revisions of one ring are at least [`Config::BuildRest`] apart.
//! A root that was replaced is accepted for [`Config::RootRetention`] longer, so that a proof that is on its
//! way is not in vain.
//!
//! ## Pseudonyms
//!
//! A proof says which account is bound, in which context of which chain, and until which block; with another
//! account, context, chain or block it is worth nothing. Each member has one alias in a context, so it has one
//! pseudonym there. Whoever changes its key has another alias; [`Config::KeyRest`] bounds how often, and a
//! context whose roll is [`Roll::AtDeclaration`], as that of every vote, excludes it.
//!
//! A pseudonym signs ordinary transactions, pays for them from its purse, and does what its context is for, so
//! often as the context allows. What is done to an institution, or to a key, does not reach what was bound
//! before.
//!
//! ## Votes
//!
//! A referendum that is put to a ring takes secret votes, and no others. A vote counts as that of a member of
//! rank zero, since a ring does not tell who votes.
//!
//! ## Documents
//!
//! Who sends what to whom is public; what it says is not. A pseudonym writes to those who promised something
//! to an appeal of its, and they to it.
//!
//! ## What ends what
//!
//! | wait | ends |
//! |---|---|
//! | a key in a queue | enough keys wait, or it has waited for long enough; its institution withdraws it |
//! | a revision that is being built | anybody sends its next step |
//! | a context | its end; its referendum takes no votes any more; governance closes it |
//! | a pseudonym whose key is lost | its context is over |
//! | an appeal | its pseudonym closes it; its time is over |
//! | a promise | its institution withdraws it; the appeal ends |
//! | a complaint | a health commission answers it; after [`Config::UnansweredAfter`], anybody has it forgotten |
//! | a document | its receiver acknowledges it; after that time, anybody has it forgotten |
//! | what is left of what is over | anybody has it forgotten, once its newest record is pruned |
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. Every registered key is known by its holder, and no two are the same. A key that waits is in its role's
//!    queue, once, and nothing else is; a key that is in a ring is among the members of it, or of the revision
//!    of it that is being built.
//! 2. A ring has at most [`MAX_MEMBERS`] members, and as many as it says; its number is below the count of its
//!    role's rings. No institution is a member of two rings of a role; whoever is leaving one is in it.
//! 3. Of a ring at most [`MAX_OLD_ROOTS`] old roots are kept, of earlier revisions, in their order.
//! 4. What is being built is the next revision of its ring. No more members were pushed than it has, and with
//!    those who are to enter it has no more than may be, and none twice.
//! 5. Contexts have identifiers that were handed out, and a record, unless they were there before the first
//!    block and nothing was done in them; each counts its pseudonyms. Those with a fixed roll, and no others,
//!    have one.
//! 6. A pseudonym and its alias know each other. None was used more often than its context allows, and none
//!    voted that is for something else.
//! 7. A ballot counts what the pseudonyms of its context voted; once the context is over, also what those voted
//!    that are forgotten. Contexts for something else have none.
//! 8. Appeals, complaints and documents have identifiers that were handed out, and a record. No institution
//!    promises twice to one appeal, or nothing.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod acting;
mod advance_ring;
mod appeals;
mod authorize_bind;
mod bind;
mod calls;
mod complaints;
mod contexts;
mod documents;
mod errors;
mod forget;
mod genesis;
mod keys;
mod message;
mod ratings;
mod refusal;
mod rings;
mod roots;
mod subjects;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
mod vote;
pub mod weights;
pub mod worker;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use message::{binding_message, context_name, possession_message};
pub use pallet::*;
pub use types::{
	About, Answer, Appeal, AppealEnd, Ballot, Binding, BuildStep, Cause, Complaint, Construction,
	Context, Document, Member, OldRoot, Page, Party, Place, Plea, Promise, Pseudonym, Purpose,
	Rating, RegisteredKey, Remnant, Reputation, Ring, Roll, RollEntry, SealingKey, Terms,
	MAX_CONTEXTS, MAX_MEMBERS, MAX_OLD_ROOTS, MAX_PROMISES, MAX_PUSHED, MAX_QUEUED, MAX_RINGS,
	MAX_USES,
};
pub use views::{ContextView, RingView, RootView};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;
use frame_system::pallet_prelude::BlockNumberFor;

/// What binds an account to a pseudonym, under the types of a runtime.
pub type BindingOf<T> = Binding<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// Who sends or receives a document, under the types of a runtime.
pub type PartyOf<T> = Party<<T as frame_system::Config>::AccountId>;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::{Member, *};
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, weights::Weight, PartialEqNoBound};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
	use salus_primitives::{
		Access, Actor, AppealId, Catalogue, ComplaintId, ContextId, Dealings, Directory,
		DocumentId, Geography, InstitutionId, Moment, Purses, Quantity, RingId, Role, SecretPolls,
		Trail, TransferId,
	};
	use salus_rings::{Alias, MemberKey, Possession, RingScheme};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeCall: From<Call<Self>>, Hash = H256>
		+ CreateAuthorizedTransaction<Call<Self>>
	{
		/// Verifies proofs, and reduces rings to their roots.
		type Scheme: RingScheme;

		/// Who declares contexts, and closes them.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Who puts referenda to rings.
		type BallotOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Knows the regions.
		type Geography: Geography;

		/// Knows the classes.
		type Catalogue: Catalogue<Self::AccountId>;

		/// Knows who dealt with whom.
		type Dealings: Dealings;

		/// Knows the referenda that are put to rings.
		type Polls: SecretPolls<Self::AccountId>;

		/// Fills purses.
		type Purses: Purses<Self::AccountId>;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// How many members a ring must have to be used.
		#[pallet::constant]
		type MinRing: Get<u32>;

		/// How many keys enter a ring at once, at least.
		#[pallet::constant]
		type Batch: Get<u32>;

		/// How long a key waits for others at most, in milliseconds.
		#[pallet::constant]
		type MaxWait: Get<Moment>;

		/// How long after an institution has registered a key for a role it may register another one, in
		/// milliseconds.
		#[pallet::constant]
		type KeyRest: Get<Moment>;

		/// How long after a revision of a ring the next one begins, at least, in milliseconds.
		#[pallet::constant]
		type BuildRest: Get<Moment>;

		/// For how long a root is accepted that was replaced, in milliseconds.
		#[pallet::constant]
		type RootRetention: Get<Moment>;

		/// For how many blocks a binding is accepted, at most.
		#[pallet::constant]
		type MaxWindow: Get<BlockNumberFor<Self>>;

		/// The longest time of an appeal, in milliseconds.
		#[pallet::constant]
		type MaxAppeal: Get<Moment>;

		/// After which time something is over that nobody has answered, in milliseconds.
		#[pallet::constant]
		type UnansweredAfter: Get<Moment>;

		/// The largest purse, in the smallest unit of the fee token.
		#[pallet::constant]
		type MaxPurse: Get<u128>;

		/// The smallest purse of a vote, in the smallest unit of the fee token: with less, nobody could vote but
		/// by money of its own.
		#[pallet::constant]
		type MinBallotPurse: Get<u128>;

		/// The weight of the largest transaction of the normal class.
		type LargestTransaction: Get<Weight>;

		/// After how many blocks a step that was not included is sent again.
		#[pallet::constant]
		type RetryPeriod: Get<BlockNumberFor<Self>>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need from the registry.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;

		/// Has keys and proofs for benchmarks, which cannot make any.
		#[cfg(feature = "runtime-benchmarks")]
		type Fixture: benchmarking::Fixture<Self::AccountId>;
	}

	/// The member keys that are registered, by role and institution.
	#[pallet::storage]
	pub type Keys<T> = StorageDoubleMap<_, Identity, Role, Identity, InstitutionId, RegisteredKey>;

	/// Who has registered a member key, and for which role.
	#[pallet::storage]
	pub type KeyHolders<T> = StorageMap<_, Blake2_128Concat, MemberKey, (Role, InstitutionId)>;

	/// When each institution registered a key for each role last, whether it has one now or not.
	#[pallet::storage]
	pub type LastRegistered<T> =
		StorageDoubleMap<_, Identity, Role, Identity, InstitutionId, Moment>;

	/// The institutions whose keys wait to enter a ring of a role, in the order of registration.
	#[pallet::storage]
	pub type Queue<T> =
		StorageMap<_, Identity, Role, BoundedVec<InstitutionId, ConstU32<MAX_QUEUED>>, ValueQuery>;

	/// The institutions that have withdrawn a key which is in a ring of a role, and the number of that ring.
	/// They enter no ring before this one is built without them.
	#[pallet::storage]
	pub type Leaving<T> = StorageDoubleMap<_, Identity, Role, Identity, InstitutionId, u8>;

	/// How many rings a role has, or is building.
	#[pallet::storage]
	pub type RingCount<T> = StorageMap<_, Identity, Role, u8, ValueQuery>;

	/// The rings, in their newest revisions.
	#[pallet::storage]
	pub type Rings<T> = StorageMap<_, Identity, RingId, Ring>;

	/// The members of the newest revision of each ring, in the order in which they were pushed: whoever makes
	/// a proof needs them.
	#[pallet::storage]
	pub type Members<T> =
		StorageMap<_, Identity, RingId, BoundedVec<Member, ConstU32<MAX_MEMBERS>>, ValueQuery>;

	/// The roots of earlier revisions of each ring that may still be accepted, the oldest first.
	#[pallet::storage]
	pub type OldRoots<T> =
		StorageMap<_, Identity, RingId, BoundedVec<OldRoot, ConstU32<MAX_OLD_ROOTS>>, ValueQuery>;

	/// The revision that is being built, one at a time in each role.
	#[pallet::storage]
	pub type Constructions<T> = StorageMap<_, Identity, Role, Construction>;

	/// The members of the revision that is being built: those that were pushed, and then those of the revision
	/// before of whom it is not decided yet whether they stay.
	#[pallet::storage]
	pub type Drafts<T> =
		StorageMap<_, Identity, Role, BoundedVec<Member, ConstU32<MAX_MEMBERS>>, ValueQuery>;

	/// The identifier of the next context.
	#[pallet::storage]
	pub type NextContextId<T> = StorageValue<_, ContextId, ValueQuery>;

	/// How many contexts there are.
	#[pallet::storage]
	pub type ContextCount<T> = StorageValue<_, u32, ValueQuery>;

	/// All contexts.
	#[pallet::storage]
	pub type Contexts<T> = StorageMap<_, Identity, ContextId, Context>;

	/// The rings as they were when a context was declared, of contexts whose roll is fixed.
	#[pallet::storage]
	pub type Rolls<T> = StorageDoubleMap<_, Identity, ContextId, Identity, u8, RollEntry>;

	/// The pseudonyms, by their accounts.
	#[pallet::storage]
	pub type Pseudonyms<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Pseudonym>;

	/// The account that is bound to each alias.
	#[pallet::storage]
	pub type Aliases<T: Config> =
		StorageDoubleMap<_, Identity, ContextId, Identity, Alias, T::AccountId>;

	/// The identifier of the next appeal.
	#[pallet::storage]
	pub type NextAppealId<T> = StorageValue<_, AppealId, ValueQuery>;

	/// All appeals.
	#[pallet::storage]
	pub type Appeals<T: Config> = StorageMap<_, Identity, AppealId, Appeal<T::AccountId>>;

	/// For how many appeals of a pseudonym an institution has promised something: they may write to each
	/// other.
	#[pallet::storage]
	pub type Correspondents<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Identity,
		InstitutionId,
		u32,
		ValueQuery,
	>;

	/// The identifier of the next complaint.
	#[pallet::storage]
	pub type NextComplaintId<T> = StorageValue<_, ComplaintId, ValueQuery>;

	/// All complaints.
	#[pallet::storage]
	pub type Complaints<T: Config> = StorageMap<_, Identity, ComplaintId, Complaint<T::AccountId>>;

	/// How often each institution was rated in which way.
	#[pallet::storage]
	pub type Reputations<T> = StorageMap<_, Identity, InstitutionId, Reputation, ValueQuery>;

	/// Whom a pseudonym rated after which transfer, and how.
	#[pallet::storage]
	pub type Ratings<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Identity, TransferId>,
			NMapKey<Identity, InstitutionId>,
		),
		Rating,
	>;

	/// The sealing key of each party.
	#[pallet::storage]
	pub type SealingKeys<T: Config> =
		StorageMap<_, Blake2_128Concat, Party<T::AccountId>, SealingKey>;

	/// The identifier of the next document.
	#[pallet::storage]
	pub type NextDocumentId<T> = StorageValue<_, DocumentId, ValueQuery>;

	/// All documents.
	#[pallet::storage]
	pub type Documents<T: Config> = StorageMap<_, Identity, DocumentId, Document<T::AccountId>>;

	/// Contexts that are there before the first block.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T> {
		/// The terms of each context, encoded.
		pub contexts: Vec<Vec<u8>>,
		#[serde(skip)]
		pub runtime: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::build_contexts(&self.contexts);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An institution registered a member key for a role. The key waits to enter a ring.
		KeyRegistered { role: Role, institution: InstitutionId, key: MemberKey },
		/// An institution withdrew its member key for a role. If the key is in a ring, it leaves with the next
		/// revision.
		KeyWithdrawn { role: Role, institution: InstitutionId, key: MemberKey },
		/// A revision of a ring is being built. It will have so many members at most.
		BuildStarted { ring: RingId, revision: u32, members: u32 },
		/// A ring has a new revision.
		RingBuilt { ring: RingId, revision: u32, members: u32 },
		/// A context was declared.
		ContextDeclared { context: ContextId, purpose: Purpose },
		/// A context was closed before its end. Its pseudonyms do nothing in it any more.
		ContextClosed { context: ContextId },
		/// An account was bound to a pseudonym.
		PseudonymBound { context: ContextId, alias: Alias, account: T::AccountId },
		/// A pseudonym appealed for goods.
		AppealMade { appeal: AppealId, by: T::AccountId, plea: Plea },
		/// An institution promised goods to an appeal, in base units, in place of what it had promised.
		PromiseMade { appeal: AppealId, institution: InstitutionId, quantity: Quantity },
		/// An institution withdrew what it had promised.
		PromiseWithdrawn { appeal: AppealId, institution: InstitutionId },
		/// A pseudonym closed its appeal.
		AppealClosed { appeal: AppealId, end: AppealEnd },
		/// A pseudonym complained.
		ComplaintMade { complaint: ComplaintId, about: About, text: H256 },
		/// A health commission answered a complaint.
		ComplaintAnswered { complaint: ComplaintId, institution: InstitutionId, text: H256 },
		/// A pseudonym rated an institution after a transfer.
		RatingGiven { transfer: TransferId, institution: InstitutionId, rating: Rating },
		/// A pseudonym voted on the referendum that is put to the ring, for the first time or anew.
		SecretVoteCast { context: ContextId, alias: Alias, aye: bool },
		/// A party has a new sealing key.
		SealingKeyPublished { party: Party<T::AccountId>, number: u32, key: [u8; 32] },
		/// A document was sent sealed, and travels off chain.
		DocumentSent {
			document: DocumentId,
			from: Party<T::AccountId>,
			to: Party<T::AccountId>,
			digest: H256,
		},
		/// The receiver of a document acknowledged it.
		DocumentReceived { document: DocumentId },
		/// Nothing is left of what was over.
		Forgotten { remnant: Remnant<T::AccountId> },
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn offchain_worker(now: BlockNumberFor<T>) {
			worker::run::<T>(now);
		}

		fn integrity_test() {
			assert!(T::MinRing::get() > 1, "a ring of one member hides nobody");
			assert!(T::MinRing::get() <= MAX_MEMBERS, "a ring can have enough members");
			assert!(MAX_MEMBERS <= T::Scheme::MOST_MEMBERS, "a ring can be full");
			assert!((1..=MAX_QUEUED).contains(&T::Batch::get()), "enough keys can wait");
			assert!(
				T::BuildRest::get().saturating_mul(MAX_OLD_ROOTS.into()) >= T::RootRetention::get(),
				"old roots are over before there are too many of them"
			);
			let purses = T::Purses::least()..=T::MaxPurse::get();
			assert!(purses.contains(&T::MinBallotPurse::get()), "a purse can hold enough");
			Self::check_free_calls();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A ring, with its revisions that are accepted now; `None` when there is none.
		pub fn ring(ring: RingId) -> Option<RingView> {
			Self::view_ring(ring)
		}

		/// The members of the newest revision of a ring, in the order in which they stand in it. Ask whether
		/// the revision is still the same afterwards, by `ring`.
		pub fn ring_members(ring: RingId) -> Vec<Member> {
			Members::<T>::get(ring).into_inner()
		}

		/// The rings of a role.
		pub fn rings_of(role: Role) -> Vec<RingView> {
			Self::view_rings_of(role)
		}

		/// The member key of an institution for a role; `None` when it has none.
		pub fn member_key(role: Role, institution: InstitutionId) -> Option<RegisteredKey> {
			Keys::<T>::get(role, institution)
		}

		/// The institutions whose keys wait to enter a ring of a role.
		pub fn queue(role: Role) -> Vec<InstitutionId> {
			Queue::<T>::get(role).into_inner()
		}

		/// The next step of building rings of a role that is due now; `None` when none is.
		pub fn due_step(role: Role) -> Option<BuildStep> {
			Self::view_due_step(role)
		}

		/// A context; `None` when there is none, or none any more.
		pub fn context(context: ContextId) -> Option<ContextView> {
			Self::view_context(context)
		}

		/// The contexts behind `after`; at most `limit` of them, and at most 256.
		pub fn contexts(after: Option<ContextId>, limit: u32) -> Page<ContextView, ContextId> {
			Self::view_contexts(after, limit)
		}

		/// A pseudonym, by its account; `None` when the account is bound to none.
		pub fn pseudonym(account: T::AccountId) -> Option<Pseudonym> {
			Pseudonyms::<T>::get(account)
		}

		/// The account that is bound to an alias in a context; `None` when none is.
		pub fn account_of(context: ContextId, alias: Alias) -> Option<T::AccountId> {
			Aliases::<T>::get(context, alias)
		}

		/// Why a binding would be refused now; `Ok` when it would not.
		pub fn explain_binding(binding: BindingOf<T>) -> Result<(), Error<T>> {
			Self::check_binding(&binding)
		}

		/// An appeal; `None` when there is none, or none any more.
		pub fn appeal_entry(appeal: AppealId) -> Option<Appeal<T::AccountId>> {
			Appeals::<T>::get(appeal)
		}

		/// The appeals behind `after` to which something can be promised now; at most `limit`, and at most 256
		/// are looked at.
		pub fn open_appeals(
			after: Option<AppealId>,
			limit: u32,
		) -> Page<(AppealId, Appeal<T::AccountId>), AppealId> {
			Self::view_open_appeals(after, limit)
		}

		/// A complaint; `None` when there is none, or none any more.
		pub fn complaint(complaint: ComplaintId) -> Option<Complaint<T::AccountId>> {
			Complaints::<T>::get(complaint)
		}

		/// How often an institution was rated in which way, from the worst to the best.
		pub fn reputation(institution: InstitutionId) -> Reputation {
			Reputations::<T>::get(institution)
		}

		/// The sealing key of a party; `None` when it has published none.
		pub fn sealing_key(party: PartyOf<T>) -> Option<SealingKey> {
			SealingKeys::<T>::get(party)
		}

		/// A document; `None` when there is none, or none any more.
		pub fn document(document: DocumentId) -> Option<Document<T::AccountId>> {
			Documents::<T>::get(document)
		}
	}
}
