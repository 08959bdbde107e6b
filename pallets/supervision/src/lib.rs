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
//! - **Leaf**: the SCALE encoding of `(RecordId, Record)`, the form in which a [`Record`] is exported
//!   and proved. Its bytes mean the same for as long as the chain runs.
//!
//! ## A short story
//!
//! A hospital in Hubei receives a transfer of two lots. The receipt leaves three records in one
//! block: one for the transfer, one for each lot, all with the chain's time and with the hour at
//! which the ward says it opened the boxes. Anyone may walk the lot's history, list what happened
//! that afternoon, or list what the hospital did last. An auditor exports the record with its proof.
//! Two years later the epoch is pruned, and the auditor's copy still verifies, against the root that
//! the chain has kept.
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
//! ## The Merkle tree
//!
//! Leaves and inner nodes are hashed with BLAKE2b-256; an odd node at the end of a row moves up
//! unhashed. Nothing marks a leaf apart from an inner node, so a proof must have exactly the length
//! that its place in the tree demands, or it is refused.
//!
//! ## Invariants
//!
//! 1. The live records are those from the first of the oldest unpruned epoch up to the one before
//!    [`NextRecordId`], without a gap.
//! 2. Record times never run backwards.
//! 3. Each record links to the nearest one before it of the same subject, and of the same
//!    institution; a link that leaves the live records leads to a pruned one.
//! 4. The owner of every subject that has a live record names the newest one, and
//!    [`NewestOfInstitution`] names the newest one of every institution.
//! 5. The pruned epochs are all those before [`NextEpochToPrune`], each with its full number of
//!    records, each beginning where the one before it ends, in order of time.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod between;
mod history;
mod log;
#[cfg(test)]
mod mock;
mod prove;
mod prune;
#[cfg(test)]
mod tests;
mod trail;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod verify;
pub mod weights;

#[cfg(doc)]
use salus_primitives::Trail;

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		log::Log, Epoch, PageOf, ProofError, RecordKey, RecordOf, RecordProof, Verdict, WeightInfo,
		WindowOf,
	};
	use alloc::vec::Vec;
	use frame_support::weights::Weight;
	use frame_support::{
		dispatch::{DispatchClass, DispatchResult},
		pallet_prelude::{StorageMap, StorageValue, ValueQuery},
		traits::{EnsureOrigin, Get, Hooks, StorageVersion, Time},
		Identity,
	};
	use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
	use salus_primitives::{EpochId, InstitutionId, Moment, RecordId, Subject, Subjects};
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

		/// Who may prune.
		type PruneOrigin: EnsureOrigin<Self::RuntimeOrigin>;

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
		/// The oldest unpruned epoch still takes records. Prune it once it is full and its retention
		/// is over.
		EpochOpen,
		/// The oldest unpruned epoch has to be kept until `Retention` has passed since its last
		/// record.
		RetentionNotOver,
		/// A record that should be live is not there: the log is broken.
		RecordNotFound,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// What the records of the block will do to `NextRecordId`.
			T::DbWeight::get().reads_writes(1, 1)
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
		/// Prune the oldest epoch that still has its records: keep their Merkle root, remove them.
		///
		/// May be called by [`Config::PruneOrigin`].
		///
		/// Emits [`Event::EpochPruned`].
		///
		/// Errors: [`Error::EpochOpen`] while the epoch still takes records;
		/// [`Error::RetentionNotOver`] until [`Config::Retention`] has passed since its last record;
		/// [`Error::RecordNotFound`] if the log has a gap, which it never should.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::prune())]
		pub fn prune(origin: OriginFor<T>) -> DispatchResult {
			T::PruneOrigin::ensure_origin(origin)?;
			Self::do_prune()?;
			Ok(())
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
