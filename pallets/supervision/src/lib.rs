//! # Supervision
//!
//! What happened, in which order, when, and who did it. The other pallets tell this one of every
//! step through [`Trail`]; it keeps the steps as one append-only log that nobody can amend, and
//! that anybody can check years later.
//!
//! ## Terms
//!
//! - **Record**: one entry of the log, about one *subject* (a lot, a transfer, ...). A step that
//!   touches several subjects leaves one record for each, and never two for one.
//! - **Owner** of a subject: the pallet that has the subject in its storage.
//! - **Link**: each record names the record before it of the same subject, and of the same
//!   institution. A history is walked by links, newest first.
//! - **Record time** is the chain's; **event time** is what the actor claims. The chain bounds the
//!   claim ([`Config::MaxDrift`], [`Config::MaxBackdating`]) and flags one that lies far back.
//! - **Epoch**: a run of [`Config::EpochLength`] records. It is *open* until its last record is
//!   written, then *closed*; a closed one may be *pruned*, after which the chain keeps its bounds
//!   and its Merkle root.
//! - **Retention**: for [`Config::Retention`] after its last record an epoch is kept whole. After
//!   that anybody may prune it, oldest first.
//! - **Leaf**: the SCALE encoding of `(RecordId, Record)`, the form in which a [`Record`] is exported
//!   and proved. Its bytes mean the same for as long as the chain runs.
//!
//! ## A short story
//!
//! A hospital in Hubei receives a transfer of two lots. The receipt leaves three records in one
//! block: one for the transfer, one for each lot, all with the chain's time and with the hour at
//! which the ward says it opened the boxes. Anyone may walk the lot's history, list what happened
//! that afternoon, or list what the hospital did last. An auditor exports the record with its proof.
//! Two years later somebody prunes the epoch, which leaves a record of its own, and the auditor's copy
//! still verifies, against the root that the chain has kept.
//!
//! ## Where the links begin
//!
//! The histories of subjects are intrusive lists. The newest record of a subject is named in the
//! subject's own storage entry, which its owner hands to [`Trail::record`] and writes afterwards:
//! the call has the entry in hand anyway, while a map of this pallet would cost one more path of the
//! state trie for each subject of each call. The views ask the owners, through
//! [`Config::Subjects`]. The newest record of an institution is kept here, in
//! [`NewestOfInstitution`], because whatever an institution's agents do adds to it.
//!
//! Three kinds of subject are this pallet's own, and it answers for them as their owner
//! ([`Subjects`]): the newest record of an epoch is in [`Epochs`], that of the chain's code in
//! [`KnownRuntime`], that of the makers of blocks in [`KnownCollators`].
//!
//! ## What the chain records by itself
//!
//! Two kinds of record that this pallet writes have the chain itself as their actor, no extrinsic, and
//! the time of the block before, because the block's own time is not set yet:
//!
//! - [`Action::RuntimeUpgraded`] in the first block of other code. Its digest is of
//!   `(spec_version, impl_version)`, two `u32`, which the runtime's metadata and
//!   `state_getRuntimeVersion` tell.
//! - [`Action::CollatorsChanged`] in the block in which a session is planned whose collators are
//!   others than those planned before. Its digest is of the planned accounts in ascending order, as a
//!   `Vec<AccountId>`. They take over when that session starts, one session after the record. An
//!   account among them without session keys makes no blocks.
//!
//! The first version, and the collators of the first two sessions, are part of the genesis state and
//! leave no record.
//!
//! Seats leave records of the chain too; those have the extrinsic that caused them, if one did.
//!
//! ## The Merkle tree
//!
//! Leaves and inner nodes are hashed with BLAKE2b-256; an odd node at the end of a row moves up
//! unhashed. Nothing marks a leaf apart from an inner node, so a proof must have exactly the length
//! that its place in the tree demands, or it is refused. Whoever verifies without the chain has to
//! demand the same: with `width` the number of leaves and `place` the index of the leaf, each row
//! with more than one node adds one hash to the path, unless `place` is even and the last of the
//! row; in the row above, `place` is half of it, rounded down, and `width` half of it, rounded up.
//! A tree of 512 leaves has paths of nine hashes.
//!
//! ## What grows
//!
//! - [`Records`] holds the epochs within their retention, the one that is open, and those that
//!   nobody has pruned yet.
//! - [`Epochs`] grows by one entry, with its key about 120 bytes, for each epoch that is pruned, and
//!   nothing is taken out of it: it is the proof of all history. A million records leave a quarter of
//!   a megabyte.
//! - [`NewestOfInstitution`] has one entry for each institution that ever acted.
//!
//! ## Invariants
//!
//! 1. The live records are those from the first of the oldest unpruned epoch up to the one before
//!    [`NextRecordId`], without a gap.
//! 2. Record times never run backwards.
//! 3. Each record links to the nearest one before it of the same subject, and of the same
//!    institution; a link that leaves the live records leads to a pruned one.
//! 4. The owner of every subject that has a live record names the newest one, and
//!    [`NewestOfInstitution`] names the newest one of every institution. What this pallet names as the
//!    newest record of an institution, or of a subject of its own, is pruned if it is not that.
//! 5. The pruned epochs are all those before [`NextEpochToPrune`], each with its full number of
//!    records, each beginning where the one before it ends, in order of time, and each with the record
//!    of its pruning, which is newer than all of its own.
//! 6. The newest records about the chain's code and about its collators, as long as they are live, have
//!    the digests of what [`KnownRuntime`] and [`KnownCollators`] say.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod between;
pub mod collators;
mod history;
mod log;
#[cfg(test)]
mod mock;
mod prove;
mod prune;
mod subjects;
#[cfg(test)]
mod tests;
mod trail;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod upgrade;
mod verify;
pub mod weights;

#[cfg(doc)]
use salus_primitives::{Action, Subjects, Trail};

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		log::Log, CollatorsEntry, Epoch, PageOf, ProofError, RecordKey, RecordOf, RecordProof,
		RuntimeEntry, Verdict, WeightInfo, WindowOf,
	};
	use alloc::vec::Vec;
	use frame_support::weights::Weight;
	use frame_support::{
		dispatch::{DispatchClass, DispatchResult},
		pallet_prelude::{BuildGenesisConfig, StorageMap, StorageValue, ValueQuery},
		traits::{Get, Hooks, StorageVersion, Time},
		Identity,
	};
	use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
	use salus_primitives::{Access, EpochId, InstitutionId, Moment, RecordId, Subject, Subjects};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The chain's own clock.
		type Time: Time<Moment = Moment>;

		/// The owners of subjects, which know the newest record of each.
		type Subjects: Subjects;

		/// Resolves who prunes.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Records per epoch.
		///
		/// Never to be changed on a running chain: the place of every pruned record follows from it.
		#[pallet::constant]
		type EpochLength: Get<u32>;

		/// Milliseconds for which an epoch is kept whole after its last record.
		#[pallet::constant]
		type Retention: Get<Moment>;

		/// Milliseconds by which a claimed event may lie ahead of the chain's time.
		#[pallet::constant]
		type MaxDrift: Get<Moment>;

		/// Milliseconds by which a claimed event may lie behind the chain's time.
		#[pallet::constant]
		type MaxBackdating: Get<Moment>;

		/// Milliseconds behind the chain's time from which a claimed event is flagged.
		#[pallet::constant]
		type BackdatedAfter: Get<Moment>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// The identifier that the next record will have.
	///
	/// Nearly every call reads and writes it, and a block does so once: the block is charged for it,
	/// and not each call.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type NextRecordId<T: Config> = StorageValue<_, RecordId, ValueQuery>;

	/// The live records, in the order of the log.
	#[pallet::storage]
	pub type Records<T: Config> = StorageMap<_, Identity, RecordKey, RecordOf<T>>;

	/// The newest record of each institution, which may be a pruned one.
	#[pallet::storage]
	pub type NewestOfInstitution<T: Config> = StorageMap<_, Identity, InstitutionId, RecordId>;

	/// What is left of each pruned epoch.
	#[pallet::storage]
	pub type Epochs<T: Config> = StorageMap<_, Identity, EpochId, Epoch>;

	/// The oldest epoch whose records are still there.
	#[pallet::storage]
	pub type NextEpochToPrune<T: Config> = StorageValue<_, EpochId, ValueQuery>;

	/// The version of the code that ran last.
	#[pallet::storage]
	pub type KnownRuntime<T: Config> = StorageValue<_, RuntimeEntry>;

	/// The collators that were planned last.
	#[pallet::storage]
	pub type KnownCollators<T: Config> = StorageValue<_, CollatorsEntry>;

	/// Nothing to give: the state begins with the version of the code that runs.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// For which runtime.
		#[serde(skip)]
		pub runtime: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::know_runtime();
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The records of a closed epoch were replaced by their Merkle root.
		EpochPruned {
			epoch: EpochId,
			/// Its first record.
			first: RecordId,
			/// Its last record.
			last: RecordId,
			/// The root against which its records verify from now on.
			root: H256,
		},
		/// The chain runs other code from this block on.
		RuntimeUpgraded {
			/// The version of its rules.
			spec_version: u32,
			/// The version of their implementation.
			impl_version: u32,
		},
		/// Other collators make blocks, from the start of `session` on.
		CollatorsChanged {
			/// The number of the session.
			session: u32,
			/// BLAKE2b-256 of their accounts, in ascending order, as a list.
			collators: H256,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The claimed event time lies further ahead of the chain's time than `MaxDrift`. Correct
		/// the time, or leave it out.
		EventTimeAhead,
		/// The claimed event time lies further behind the chain's time than `MaxBackdating`.
		/// Correct the time, or leave it out.
		EventTimeTooOld,
		/// The claimed offset from UTC is beyond fourteen hours. Give it in minutes, east positive.
		InvalidUtcOffset,
		/// The log has no identifiers left.
		IdsExhausted,
		/// The epoch still takes records. Prune it once it is full and its retention is over.
		EpochOpen,
		/// The epoch has to be kept until `Retention` has passed since its last record.
		RetentionNotOver,
		/// A record that should be live is not there: the log is broken.
		RecordNotFound,
		/// The epoch is pruned already, perhaps by somebody else just now: its root is in `Epochs`.
		AlreadyPruned,
		/// An epoch before this one still has its records. Prune the one that `NextEpochToPrune`
		/// names.
		EarlierEpochNotPruned,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// What the records of the block will do to `NextRecordId`.
			T::DbWeight::get().reads_writes(1, 1)
		}

		fn on_runtime_upgrade() -> Weight {
			Self::record_upgrade()
		}

		fn integrity_test() {
			assert!(T::EpochLength::get() > 0, "an epoch holds at least one record");
			assert!(T::BackdatedAfter::get() > 0, "what happens now is not back-dated");
			assert!(
				T::BackdatedAfter::get() <= T::MaxBackdating::get(),
				"a flag beyond the largest back-dating would never show"
			);
			let normal = T::BlockWeights::get().get(DispatchClass::Normal).clone();
			if let Some(largest) = normal.max_extrinsic {
				assert!(
					T::WeightInfo::prune().all_lte(largest / 2),
					"an epoch is too long to be pruned in half of the largest extrinsic"
				);
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Prunes the oldest epoch that still has its records: keeps their Merkle root, removes them.
		///
		/// May be called by anybody who signs.
		///
		/// - `epoch`: the oldest epoch that is not pruned, which [`NextEpochToPrune`] names. It is
		///   named so that of two who prune at once the second prunes nothing.
		///
		/// Emits [`Event::EpochPruned`].
		///
		/// Errors: [`Error::AlreadyPruned`]; [`Error::EarlierEpochNotPruned`];
		/// [`Error::EpochOpen`] while the epoch still takes records; [`Error::RetentionNotOver`] until
		/// [`Config::Retention`] has passed since its last record; [`Error::RecordNotFound`] if the log
		/// has a gap, which it never should.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::prune())]
		pub fn prune(origin: OriginFor<T>, epoch: EpochId) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_prune(act, epoch)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A live record.
		pub fn record(id: RecordId) -> Option<RecordOf<T>> {
			Log::<T>::get(id)
		}

		/// The history of a subject, newest first: at most `limit` records (1 to 256), all of them
		/// older than the record `before`, if given.
		pub fn history(subject: Subject, before: Option<RecordId>, limit: u32) -> PageOf<T> {
			Self::history_of_subject(&subject, before, limit)
		}

		/// What an institution's agents did, newest first: at most `limit` records (1 to 256), all
		/// of them older than the record `before`, if given.
		pub fn of_institution(
			institution: InstitutionId,
			before: Option<RecordId>,
			limit: u32,
		) -> PageOf<T> {
			Self::history_of_institution(institution, before, limit)
		}

		/// The records whose time is `from` (ms since 1970) or later and earlier than `to`, oldest
		/// first: at most `limit` (1 to 256), all of them newer than the record `after`, if given.
		pub fn between(
			from: Moment,
			to: Moment,
			after: Option<RecordId>,
			limit: u32,
		) -> WindowOf<T> {
			Self::window(from, to, after, limit)
		}

		/// Proof that a live record of a closed epoch belongs to the root its epoch will have.
		pub fn prove(id: RecordId) -> Result<RecordProof, ProofError> {
			Self::proof_of(id)
		}

		/// Whether `leaf`, exported by `prove`, is record number `leaf_index` (from zero) of an
		/// epoch: by the stored root if the epoch is pruned, by the root it will have if it is
		/// closed.
		pub fn verify(epoch: EpochId, leaf_index: u32, leaf: Vec<u8>, proof: Vec<H256>) -> Verdict {
			Self::verdict_on(epoch, leaf_index, &leaf, proof)
		}
	}
}
