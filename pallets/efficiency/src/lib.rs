//! # Efficiency
//!
//! How well resources are used, in reports that nobody can forge.
//!
//! | term | meaning |
//! |---|---|
//! | *round* | one evaluation or survey: a question put to its DMUs by a deadline |
//! | *DMU* | a decision-making unit: a region or an institution, about which a round is |
//! | *specification* | what a round asks and how it answers: indicators, model, deadlines |
//! | *roster* | the DMUs of a round |
//! | *indicator* | one column of figures: an *input*, an *output*, or descriptive |
//! | *evaluation*, *survey* | a round with inputs and outputs; a round with neither |
//! | *observation* | the figures of one DMU, which its statistics agent reports |
//! | *snapshot* | the frozen figures of a sealed round, and the DMUs left out with the reason |
//! | *fingerprint* | BLAKE2b-256 of what the report follows from: method, specification and snapshot |
//! | *certificate* | what proves the efficiency of a DMU; see [`salus_analysis::dea`] |
//! | *report* | the efficiencies of all DMUs, final once each is proven |
//!
//! An authority opens a round. Statistics agents report for what is theirs: an institution for
//! itself, the health commission of a region for the region. Sealing freezes the figures: by the
//! authority at any time, by anybody once the time for figures is over. A survey is complete with
//! that. An evaluation takes certificates, from anybody: each is verified in exact arithmetic, so it
//! does not matter who sends it, and a wrong score cannot be stored. When every DMU is proven the
//! report is final. A round that has no report when its time is over ends without one, and never
//! with a default.
//!
//! No figures are lost because nobody acts. Whoever signs may seal as soon as the time for figures is
//! over, and however late; whenever a round is sealed, it takes certificates for at least
//! [`Config::MinProving`]. Only a round without a figure to report on is closed unsealed.
//!
//! ## A short story
//!
//! The council opens a round over 31 regions: beds and technicians in, visits and admissions out.
//! Thirty commissions report. One leaves the beds empty; it may still correct itself, but does not,
//! and on sealing its region is listed as left out, for no figure is better than an invented one.
//! The off-chain worker of some node solves the thirty programs and sends the certificates. The
//! chain checks that each is the optimum, adds up the means, and the report stands. An analyst who
//! trusts no node downloads the snapshot, computes its fingerprint, solves the programs again, and
//! reads the same twelve digits, and keeps what it downloaded. A year later somebody archives the round
//! ([`Pallet::archive_round`]). The chain keeps the seal and the sums, and the analyst's copy can be
//! proven by the record.
//!
//! ## The fingerprint
//!
//! BLAKE2b-256 of the SCALE encoding of (method, round, [`RoundSpecification`], [`Snapshot`]), one
//! after the other. A certificate is bound to the round's fingerprint, which no other round has, even
//! if its figures are the same.
//!
//! ## Archiving
//!
//! Anybody may archive a round that ended at least [`Config::ArchiveAfter`] ago, whatever its end was.
//! It names the digest of all that is removed, the BLAKE2b-256 of the SCALE encoding of, one after the
//! other,
//!
//! 1. the identifier of the round,
//! 2. its [`Opening`], as in `RoundSpecifications`,
//! 3. its [`Round`], as in `Rounds`,
//! 4. its optional [`Snapshot`], as in `Snapshots`: a one and the snapshot if the round is complete,
//!    a zero otherwise,
//! 5. the list of its [`Efficiency`] entries by their place in the snapshot, as in `Efficiencies`,
//!    which is empty unless the round is a complete evaluation.
//!
//! None of it changes once a round has ended. Another digest is refused, and the record of the call
//! covers the digest: whoever keeps these bytes can prove them for ever. A complete round leaves its
//! seal, with the fingerprint, and its sums, for ever. Any other leaves its newest record alone, which
//! [`Pallet::forget_round`] removes once that record is pruned.
//!
//! ## The off-chain worker
//!
//! With every block, the [`worker`] looks for sealed rounds with DMUs that are not proven, solves some
//! of them for up to a second, checks the certificates as the chain would, and sends them in as few
//! transactions as calls may be large, which need no key. What it sent it does not send again for some
//! blocks. Nothing depends on its memory: without it, it asks the chain what is missing.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them.
//!
//! 1. The active rounds are exactly the open and the sealed ones, in ascending order, and no
//!    identifier is in use that was not handed out.
//! 2. Every round has a specification that could be opened. Open rounds, and no others, have a roster,
//!    of as many DMUs as the round says, in ascending order.
//! 3. Observations belong to open rounds, to DMUs of their roster, with a figure or a gap for each
//!    indicator, and are as many as the round counts.
//! 4. Sealed and complete rounds, and no others, have a snapshot. It holds as many DMUs as the round
//!    says, each once, in order, left out if and only if there is reason to, and it has the fingerprint
//!    that the seal says.
//! 5. Efficiencies belong to DMUs of the snapshot of a sealed or complete evaluation. They are as
//!    many as the round counts, in all and by belt, and add up to its sums. A round is complete if
//!    and only if all of its DMUs are proven, and has an end if and only if it is not active.
//! 6. Of every efficiency, constant returns score no higher than variable ones, neither above one;
//!    scale is their quotient to the last digit; slacks are those of the inputs and outputs; peers are
//!    DMUs of the snapshot whose weights add up to one but for rounding.
//! 7. The first efficiency of each round is what solving the round's figures again gives.
//! 8. An archived round has an identifier that was handed out, and nothing else in storage. The report
//!    that it leaves has proven all DMUs of its seal, or none if it is a survey's, and its belts add up.
//!
//! Identifiers that were handed out and are neither stored nor archived belong to rounds that were
//! archived and forgotten.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod archive_round;
mod cancel;
mod certificates;
mod close;
mod forget_round;
mod genesis;
mod observe;
mod open_round;
mod rounds;
mod seal;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
mod weights;
pub mod worker;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use certificates::CertificateBatch;
pub use genesis::{RoundSeed, SeedStage};
pub use pallet::*;
pub(crate) use types::exclusion;
pub use types::{
	ArchivedReport, ArchivedRound, Dmu, Efficiency, Exclusion, Indicator, IndicatorRole, Opening,
	Progress, Roster, Round, RoundSpecification, Row, SampleSize, Seal, Snapshot, Stage, Sums,
	Values, MAX_DECIMALS, MAX_DMUS, MAX_INDICATORS, METHOD,
};
pub use views::{
	DensityError, Group, GroupMeans, Measure, Observation, Ranked, Report, ReportRow, RoundView,
	Target, ValueScale,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		rounds, seal::Haste, worker, ArchivedRound, CertificateBatch, DensityError, Dmu,
		Efficiency, Group, Measure, Observation, Opening, Ranked, Report, ReportRow, Roster, Round,
		RoundSeed, RoundSpecification, RoundView, SampleSize, Snapshot, Target, ValueScale, Values,
		WeightInfo, MAX_DMUS, MAX_INDICATORS,
	};
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, CloneNoBound, PartialEqNoBound};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
	use salus_analysis::{
		dea::Means,
		density::{Bandwidth, Curve, Grid},
	};
	use salus_primitives::{
		Access, Act, Actor, Directory, Geography, InstitutionId, Malformed, Moment, Role, RoundId,
		Trail,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What a runtime decides.
	#[pallet::config]
	pub trait Config: frame_system::Config + CreateAuthorizedTransaction<Call<Self>> {
		/// Who opens, seals and calls off rounds.
		type RoundOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Knows which regions there are.
		type Geography: Geography;

		/// Keeps the record of every change, and the time.
		type Trail: Trail<Self::AccountId>;

		/// The most rounds that are open or sealed at a time.
		#[pallet::constant]
		type MaxActiveRounds: Get<u32>;

		/// The largest transaction that every block takes. Of it a batch of certificates weighs a
		/// part.
		type LargestTransaction: Get<Weight>;

		/// The longest time from the opening of a round to its `report_by`, in milliseconds.
		#[pallet::constant]
		type MaxRound: Get<Moment>;

		/// The shortest time for certificates, in milliseconds: from a round's `observe_by` to its
		/// `report_by`, and from its sealing on, whenever that is.
		#[pallet::constant]
		type MinProving: Get<Moment>;

		/// How long ago a round must have ended to be archived, in milliseconds.
		#[pallet::constant]
		type ArchiveAfter: Get<Moment>;

		/// The most DMUs whose certificates one call carries. What it weighs may allow for fewer;
		/// see [`Pallet::largest_batch`].
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// For how many blocks the off-chain worker waits for what it sent before it sends it again.
		#[pallet::constant]
		type RetryPeriod: Get<BlockNumberFor<Self>>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;

		/// Sets the stage for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next round.
	#[pallet::storage]
	pub type NextRoundId<T: Config> = StorageValue<_, RoundId, ValueQuery>;

	/// What each round was opened with, which never changes.
	#[pallet::storage]
	pub type RoundSpecifications<T: Config> = StorageMap<_, Identity, RoundId, Opening>;

	/// Where each round stands.
	#[pallet::storage]
	pub type Rounds<T: Config> = StorageMap<_, Identity, RoundId, Round>;

	/// The rounds that are open or sealed, in ascending order.
	#[pallet::storage]
	pub type ActiveRounds<T: Config> =
		StorageValue<_, BoundedVec<RoundId, T::MaxActiveRounds>, ValueQuery>;

	/// The DMUs of each open round.
	#[pallet::storage]
	pub type Rosters<T: Config> = StorageMap<_, Identity, RoundId, Roster>;

	/// What was reported in open rounds.
	#[pallet::storage]
	pub type Observations<T: Config> =
		StorageDoubleMap<_, Identity, RoundId, Blake2_128Concat, Dmu, Values>;

	/// The frozen figures of sealed rounds.
	#[pallet::storage]
	pub type Snapshots<T: Config> = StorageMap<_, Identity, RoundId, Snapshot>;

	/// What is proven, by the DMU's place in the snapshot.
	#[pallet::storage]
	pub type Efficiencies<T: Config> =
		StorageDoubleMap<_, Identity, RoundId, Identity, u16, Efficiency>;

	/// What is left of rounds that are archived.
	#[pallet::storage]
	pub type Archived<T: Config> = StorageMap<_, Identity, RoundId, ArchivedRound>;

	/// What the chain knows before its first block.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Rounds; identifiers in this order.
		pub rounds: Vec<RoundSeed>,
		/// For which runtime.
		#[serde(skip)]
		pub runtime: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.plant();
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A round was opened, and takes figures until its `observe_by`.
		RoundOpened { round: RoundId },
		/// An institution reported the figures of a DMU, or replaced them.
		DmuObserved { round: RoundId, dmu: Dmu, institution: InstitutionId },
		/// The figures of a round were frozen.
		RoundSealed {
			round: RoundId,
			/// The fingerprint, to which certificates are bound.
			fingerprint: H256,
			/// How many DMUs the report is about.
			dmus: u16,
			/// How many DMUs are left out of it.
			excluded: u16,
		},
		/// The efficiency of some DMUs was proven.
		DmusProven {
			round: RoundId,
			/// How many now.
			dmus: u16,
			/// How many in all.
			proven: u16,
		},
		/// A report became final.
		RoundCompleted {
			round: RoundId,
			/// The means over all DMUs; none for a survey.
			means: Option<Means>,
		},
		/// A round was closed without a report, because its time was over.
		RoundExpired { round: RoundId },
		/// The authority called a round off.
		RoundCancelled { round: RoundId },
		/// A round that ended long ago was removed. Of a report, the seal and the sums stay.
		RoundArchived {
			round: RoundId,
			/// The digest of what was removed.
			digest: H256,
		},
		/// Nothing is left of an archived round: its records are pruned.
		RoundForgotten { round: RoundId },
	}

	/// Why a call was refused. The pool, which has no room for a name, tells a transaction without a
	/// signature the number of the error here, as `InvalidTransaction::Custom`.
	#[pallet::error]
	#[derive(CloneNoBound, PartialEqNoBound)]
	pub enum Error<T> {
		/// There is no round with this identifier.
		RoundNotFound,
		/// The round takes no figures any more: it is sealed, or it ended.
		RoundNotOpen,
		/// The round takes no certificates: it is not sealed yet, or it ended.
		RoundNotSealed,
		/// The round ended already: its report is final, or it expired or was called off.
		RoundEnded,
		/// As many rounds are active as may be. Close one whose time is over, or seal it if it has
		/// figures; cancel one; or wait until one ends.
		TooManyActiveRounds,
		/// A DMU of the roster is no region or institution that is registered. Register it first.
		DmuNotFound,
		/// DMUs are not in ascending order, or one is named twice. Sort them, each once.
		DmusNotAscending,
		/// There is no DMU that the report could be about: the roster is empty, or every DMU lacks a
		/// figure.
		NoDmus,
		/// The specification has no indicator. Give at least one.
		NoIndicators,
		/// There are more inputs than a sample may have, which is 8.
		TooManyInputs,
		/// There are more outputs than a sample may have, which is 8.
		TooManyOutputs,
		/// There are inputs without outputs. Add an output, or make all indicators descriptive.
		NoOutputs,
		/// There are outputs without inputs. Add an input, or make all indicators descriptive.
		NoInputs,
		/// An indicator has more than 19 decimals, the digits of a figure.
		TooManyDecimals,
		/// A text is empty, or is not UTF-8.
		InvalidCharacters,
		/// `observe_by` has passed already, or is not before `report_by`.
		InvalidDeadlines,
		/// The deadline has passed: `observe_by` for figures; for certificates `report_by`, or
		/// `MinProving` after the round was sealed, whichever is later.
		DeadlinePassed,
		/// The deadline has not passed: only after it anybody may do this.
		DeadlineNotPassed,
		/// The DMU is not in the roster of the round.
		DmuNotInRound,
		/// The DMU is another's to report for: an institution reports for itself, and the health
		/// commission of a region for the region.
		NotOwnDmu,
		/// There is not one figure or gap for each indicator of the round.
		WrongLength,
		/// Nothing to change: the figures given are the reported ones.
		Unchanged,
		/// The certificates were found for other figures than those of the round. Read the round's
		/// fingerprint again.
		WrongFingerprint,
		/// The sample of the round is not as large as the batch says.
		WrongSize,
		/// The batch has no certificate.
		EmptyBatch,
		/// The certificates together weigh more than a call may. Send them in smaller batches; see the
		/// view `batch_limit`.
		BatchTooHeavy,
		/// A DMU of the batch is proven already. Leave it out.
		AlreadyProven,
		/// The snapshot has no DMU at this place.
		NoSuchDmu,
		/// A basis has not as many columns as its program has rows.
		BasisOfWrongLength,
		/// A basis names a column that the program does not have.
		NoSuchColumn,
		/// The columns of a basis are not in ascending order.
		ColumnsNotAscending,
		/// The columns of a basis are not independent.
		BasisSingular,
		/// The solution of a basis has a negative value.
		BasisInfeasible,
		/// There is a better solution than that of a basis.
		BasisNotOptimal,
		/// No identifier is left for another round.
		IdsExhausted,
		/// What should be stored is not there. Tell whoever operates the chain.
		Corrupt,
		/// The round was sealed for another version of the method than this runtime has. Cancel it, and
		/// open it again.
		OtherMethod,
		/// The round is archived: it ended long ago. Read it from a copy; what it left is told by the
		/// view `archived_round`.
		RoundArchived,
		/// The round would last too long: `report_by` is more than `MaxRound` ahead. Check that it is in
		/// milliseconds, or choose an earlier one.
		RoundTooLong,
		/// There is too little time for certificates: `report_by` is less than `MinProving` behind
		/// `observe_by`. Choose a later one.
		ProvingTooShort,
		/// An institution of the roster is wound up, and will never report. Leave it out.
		DmuWoundUp,
		/// The round has figures that nobody has frozen. Seal it, as anybody may; then it can still be
		/// answered.
		FiguresNotSealed,
		/// The round has not ended: it can be archived a while after it has.
		NotEnded,
		/// The round ended not long enough ago: archive it later.
		RetentionNotOver,
		/// The digest is not that of the round as it is stored. Read the round anew; see the view
		/// `archive_digest`.
		DigestMismatch,
		/// The round is not archived, or is forgotten already.
		NotArchived,
		/// The archived round had a report, whose seal and sums stay so that copies of it can be
		/// checked.
		ReportKept,
		/// The newest record of the round is not pruned yet: wait until its epoch is.
		RecordNotPruned,
	}

	impl<T> From<Malformed> for Error<T> {
		fn from(_: Malformed) -> Self {
			// Nothing but text is checked here.
			Self::InvalidCharacters
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn offchain_worker(now: BlockNumberFor<T>) {
			worker::run::<T>(now);
		}

		fn integrity_test() {
			assert!(T::MaxActiveRounds::get() > 0, "there is room for a round");
			assert!(T::MaxBatch::get() > 0, "a batch has room for a certificate");
			let (longest, proving) = (T::MaxRound::get(), T::MinProving::get());
			assert!(proving > 0, "certificates take a moment");
			assert!(longest > proving, "a round has time for figures and for certificates");
			assert!(T::RetryPeriod::get() > 0u32.into(), "what is sent takes a block to arrive");
			let (most, widest) = (MAX_DMUS as u16, MAX_INDICATORS as u8);
			for columns in 2..=widest {
				for dmus in [1, most] {
					let size = SampleSize { listed: most, dmus, columns };
					assert!(
						Self::largest_batch(size) > 0,
						"a certificate for {size:?} weighs more than a batch may"
					);
				}
			}
			// A call that is larger than what every block takes may wait for one that takes it, but it
			// must fit into a block.
			let limit = T::BlockWeights::get().max_block;
			for weight in [
				T::WeightInfo::open_round(MAX_DMUS),
				Self::weight_of_seal(),
				Self::weight_of_close(),
				Self::weight_of_cancel(),
				Self::weight_of_archive_round(),
			] {
				assert!(weight.all_lte(limit), "a round is too large to be handled in a block");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A round: what it was opened with, and where it stands; `None` if it is archived, as in the
		/// views that follow.
		pub fn round(id: RoundId) -> Option<RoundView> {
			Self::view_round(id)
		}

		/// The rounds that follow `after`, if given, in ascending order; at most `limit` of them,
		/// and at most 64.
		pub fn rounds(after: Option<RoundId>, limit: u32) -> Vec<(RoundId, RoundView)> {
			Self::view_rounds(after, limit)
		}

		/// What was reported in a round, in the order of its DMUs from the place `from` on; at
		/// most `limit` DMUs, and at most 256. After sealing, what is frozen.
		pub fn observations(id: RoundId, from: u32, limit: u32) -> Vec<Observation> {
			Self::view_observations(id, from, limit)
		}

		/// The report of a round, as far as it is proven; `None` if there is none, as in a survey.
		pub fn report(id: RoundId) -> Option<Report> {
			Self::view_report(id)
		}

		/// The proven DMUs of a round in the order of the snapshot, from the place `from` on; at
		/// most `limit`, and at most 256.
		pub fn report_rows(id: RoundId, from: u16, limit: u32) -> Vec<ReportRow> {
			Self::view_report_rows(id, from, limit)
		}

		/// What is proven of one DMU.
		pub fn report_of(id: RoundId, dmu: Dmu) -> Option<ReportRow> {
			Self::view_report_of(id, &dmu)
		}

		/// The proven DMUs of a round, best first; equal ones share a rank and keep the order of
		/// the snapshot. At most `limit`, and at most 256, from the place `from` on.
		pub fn ranking(id: RoundId, by: Measure, from: u32, limit: u32) -> Vec<Ranked> {
			Self::view_ranking(id, by, from, limit)
		}

		/// What a DMU would have to release of each input and gain of each output, to be as
		/// efficient as what it is compared with; `None` if it is not proven, or if its score is
		/// zero.
		pub fn targets(id: RoundId, dmu: Dmu) -> Option<Vec<Target>> {
			Self::view_targets(id, &dmu)
		}

		/// What is proven of a DMU in the `rounds` rounds from `from` on, of which there may be 64.
		pub fn history(dmu: Dmu, from: RoundId, rounds: u32) -> Vec<(RoundId, ReportRow)> {
			Self::view_history(&dmu, from, rounds)
		}

		/// How the figures of one indicator, counted from zero, are spread over a group of the DMUs
		/// of a sealed round, left out ones included; a DMU without a figure does not count.
		///
		/// `values` tells whether they are taken as they are, or as multiples of the mean over all
		/// DMUs of the round.
		pub fn density(
			id: RoundId,
			indicator: u8,
			group: Group,
			values: ValueScale,
			bandwidth: Bandwidth,
			grid: Grid,
		) -> Result<Curve, DensityError> {
			Self::view_density(id, indicator, group, values, bandwidth, grid)
		}

		/// What is left of a round that is archived.
		pub fn archived_round(id: RoundId) -> Option<ArchivedRound> {
			rounds::archived::<T>(id)
		}

		/// The digest by which a round is archived; `None` if it has not ended, or is archived already.
		pub fn archive_digest(id: RoundId) -> Option<H256> {
			Self::view_archive_digest(id)
		}

		/// How many certificates one call can carry for a sample of this size.
		pub fn batch_limit(size: SampleSize) -> u32 {
			Self::largest_batch(size)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Opens a round over the DMUs of `roster`.
		///
		/// By [`Config::RoundOrigin`]. Deadlines are in milliseconds since 1970: `report_by` at most
		/// [`Config::MaxRound`] ahead, and at least [`Config::MinProving`] behind `observe_by`. Deposits
		/// [`Event::RoundOpened`].
		///
		/// Errors: [`Error::InvalidCharacters`], [`Error::NoIndicators`], [`Error::TooManyInputs`],
		/// [`Error::TooManyOutputs`], [`Error::NoInputs`], [`Error::NoOutputs`],
		/// [`Error::TooManyDecimals`], [`Error::InvalidDeadlines`], [`Error::RoundTooLong`],
		/// [`Error::ProvingTooShort`], [`Error::NoDmus`], [`Error::DmusNotAscending`],
		/// [`Error::DmuNotFound`], [`Error::DmuWoundUp`], [`Error::TooManyActiveRounds`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open_round(roster.len() as u32))]
		pub fn open_round(
			origin: OriginFor<T>,
			specification: RoundSpecification,
			roster: Roster,
		) -> DispatchResult {
			let act = Act::by(T::RoundOrigin::ensure_origin(origin)?);
			Self::do_open_round(act, specification, roster)
		}

		/// Reports the figures of a DMU, in place of what was reported before.
		///
		/// By an agent of the DMU in the role of statistics: of the institution itself, or of the
		/// health commission of the region. `values` has one entry for each indicator, with its
		/// decimals; `None` where there is no figure. Deposits [`Event::DmuObserved`].
		///
		/// Errors: those of [`Config::Access`], [`Error::NotOwnDmu`], [`Error::RoundNotFound`],
		/// [`Error::RoundArchived`], [`Error::RoundNotOpen`], [`Error::DeadlinePassed`], [`Error::DmuNotInRound`],
		/// [`Error::WrongLength`], [`Error::Unchanged`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::observe())]
		pub fn observe(
			origin: OriginFor<T>,
			round: RoundId,
			dmu: Dmu,
			values: Values,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Statistics)?;
			Self::do_observe(act, round, dmu, values)
		}

		/// Freezes the figures of a round.
		///
		/// By [`Config::RoundOrigin`] at any time; by anybody once `observe_by` has passed, however long
		/// ago. Certificates are taken for [`Config::MinProving`] at least, also if `report_by` is
		/// earlier. Deposits [`Event::RoundSealed`], and [`Event::RoundCompleted`] for a survey.
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundNotOpen`],
		/// [`Error::DeadlineNotPassed`], [`Error::NoDmus`] if none is left that the report could be
		/// about.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::weight_of_seal())]
		pub fn seal(origin: OriginFor<T>, round: RoundId) -> DispatchResultWithPostInfo {
			let (act, haste) = match T::RoundOrigin::try_origin(origin) {
				Ok(actor) => (Act::by(actor), Haste::Allowed),
				Err(origin) => (T::Access::anyone(origin)?, Haste::Refused),
			};
			Self::do_seal(act, haste, round)
		}

		/// Calls a round off that has no report yet. Its figures and certificates are removed.
		///
		/// By [`Config::RoundOrigin`]. Deposits [`Event::RoundCancelled`].
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundEnded`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::weight_of_cancel())]
		pub fn cancel(origin: OriginFor<T>, round: RoundId) -> DispatchResultWithPostInfo {
			let act = Act::by(T::RoundOrigin::ensure_origin(origin)?);
			Self::do_cancel(act, round)
		}

		/// Ends a round that has no report though its time is over. Its figures and certificates are
		/// removed.
		///
		/// By anybody, once `report_by` has passed: a sealed round, [`Config::MinProving`] after it was
		/// sealed or later; an open one, if there is no DMU that its report could be about. Deposits
		/// [`Event::RoundExpired`].
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundEnded`],
		/// [`Error::DeadlineNotPassed`], [`Error::FiguresNotSealed`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::weight_of_close())]
		pub fn close(origin: OriginFor<T>, round: RoundId) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			Self::do_close(act, round)
		}

		/// Proves the efficiency of some DMUs, without a signature.
		///
		/// By anybody, as a transaction that the pool takes if and only if every certificate holds:
		/// see [`CertificateBatch`] for its parts. `discriminator` means nothing; it tells one attempt
		/// from another, so that a pool that dropped one takes the next. Deposits
		/// [`Event::DmusProven`], and [`Event::RoundCompleted`] with the last DMU.
		///
		/// Errors: as [`Pallet::submit_certificates`]. The pool refuses the transaction with the number
		/// of the error as `InvalidTransaction::Custom`, and with `InvalidTransaction::Stale` for
		/// [`Error::AlreadyProven`]. An author who puts a batch into a block past the pool gets what is
		/// wrong with a certificate as an error of the call.
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::weight_of_batch(batch))]
		#[pallet::authorize(Pallet::<T>::authorize_batch)]
		#[pallet::weight_of_authorize(Pallet::<T>::weight_of_admission(batch))]
		pub fn post_certificates(
			origin: OriginFor<T>,
			batch: CertificateBatch<T::MaxBatch>,
			discriminator: u32,
		) -> DispatchResult {
			frame_system::ensure_authorized(origin)?;
			Self::do_prove(Act::by(Actor::Proof), &batch, &(&batch, discriminator))
		}

		/// Proves the efficiency of some DMUs.
		///
		/// By anybody who signs. Deposits [`Event::DmusProven`], and [`Event::RoundCompleted`] with
		/// the last DMU.
		///
		/// Errors: [`Error::EmptyBatch`], [`Error::BatchTooHeavy`], [`Error::DmusNotAscending`],
		/// [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::RoundNotSealed`],
		/// [`Error::DeadlinePassed`], [`Error::WrongFingerprint`], [`Error::OtherMethod`], [`Error::WrongSize`],
		/// [`Error::NoSuchDmu`], [`Error::AlreadyProven`], and what is wrong with a certificate:
		/// [`Error::BasisOfWrongLength`], [`Error::NoSuchColumn`], [`Error::ColumnsNotAscending`],
		/// [`Error::BasisSingular`], [`Error::BasisInfeasible`], [`Error::BasisNotOptimal`].
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::weight_of_batch(batch))]
		pub fn submit_certificates(
			origin: OriginFor<T>,
			batch: CertificateBatch<T::MaxBatch>,
		) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_prove(act, &batch, &(&batch,))
		}

		/// Removes a round that ended long ago. The record of this call covers the digest of what is
		/// removed, so that a copy of it can be proven for ever. Of a report, the seal and the sums
		/// stay.
		///
		/// By anybody, [`Config::ArchiveAfter`] after the round's end. `digest` is that of all that is
		/// stored of the round, as the [pallet's documentation](crate#archiving) defines it;
		/// [`Pallet::archive_digest`] tells it. Deposits [`Event::RoundArchived`].
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundArchived`], [`Error::NotEnded`],
		/// [`Error::RetentionNotOver`], [`Error::DigestMismatch`].
		#[pallet::call_index(7)]
		#[pallet::weight(Pallet::<T>::weight_of_archive_round())]
		pub fn archive_round(
			origin: OriginFor<T>,
			round: RoundId,
			digest: H256,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			Self::do_archive_round(act, round, digest)
		}

		/// Removes what is left of an archived round that had no report: the name of its newest record,
		/// which is pruned.
		///
		/// By anybody. Deposits [`Event::RoundForgotten`].
		///
		/// Errors: [`Error::NotArchived`], [`Error::ReportKept`], [`Error::RecordNotPruned`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::forget_round())]
		pub fn forget_round(origin: OriginFor<T>, round: RoundId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget_round(round, T::Trail::is_pruned)
		}
	}
}
