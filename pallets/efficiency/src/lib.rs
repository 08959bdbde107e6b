//! # Efficiency
//!
//! How well resources are used, in reports that nobody can forge.
//!
//! | term | meaning |
//! |---|---|
//! | *round* | one evaluation or survey: a question put to its *units* by a deadline |
//! | *unit* | a region or an institution, about which a round is |
//! | *roster* | the units of a round |
//! | *indicator* | one column of figures: an *input*, an *output*, or descriptive |
//! | *evaluation*, *survey* | a round with inputs and outputs; a round with neither |
//! | *observation* | the figures of one unit, which its statistics agent reports |
//! | *snapshot* | the frozen figures of a sealed round, and the units left out with the reason |
//! | *fingerprint* | BLAKE2b-256 of what the report follows from: method, terms and snapshot |
//! | *certificate* | what proves the efficiency of a unit; see [`salus_analysis::dea`] |
//! | *report* | the efficiencies of all units, final once each is proven |
//!
//! An authority opens a round. Statistics agents report for what is theirs: an institution for
//! itself, the health commission of a region for the region. Sealing freezes the figures: by the
//! authority at any time, by anybody once the time for figures is over. A survey is complete with
//! that. An evaluation takes certificates, from anybody: each is verified in exact arithmetic, so it
//! does not matter who sends it, and a wrong score cannot be stored. When every unit is proven the
//! report is final. A round that has no report when its time is over ends without one, and never
//! with a default.
//!
//! ## A short story
//!
//! The council opens a round over 31 regions: beds and technicians in, visits and admissions out.
//! Thirty commissions report. One leaves the beds empty; it may still correct itself, but does not,
//! and on sealing its region is listed as left out, for no figure is better than an invented one.
//! The off-chain worker of some node solves the thirty programs and sends the certificates. The
//! chain checks that each is the optimum, adds up the means, and the report stands. An analyst who
//! trusts no node downloads the snapshot, computes its fingerprint, solves the programs again, and
//! reads the same twelve digits.
//!
//! ## The fingerprint
//!
//! BLAKE2b-256 of the SCALE encoding of (method, round, [`Terms`], [`Snapshot`]), one after the
//! other. It differs between rounds even if their figures are the same, so a certificate cannot
//! wander.
//!
//! ## The off-chain worker
//!
//! With every block, the [`worker`] looks for sealed rounds with units that are not proven,
//! solves some of them for up to a second, checks the certificates as the chain would, and sends
//! them in as few transactions as calls may be large, which need no key. What it sent it does not send again for some blocks.
//! Nothing depends on its memory: without it, it asks the chain what is missing.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them.
//!
//! 1. The active rounds are exactly the open and the sealed ones, in ascending order, and no
//!    identifier is in use that was not handed out.
//! 2. Every round has terms that could be opened, and a roster of as many units as it says; the
//!    roster of a round that expired or was called off is gone.
//! 3. Observations belong to open rounds, to units of their roster, with a figure or a gap for each
//!    indicator, and are as many as the round counts.
//! 4. Sealed and complete rounds, and no others, have a snapshot. It holds each unit of the roster
//!    once, in order, left out if and only if there is reason to, and it has the fingerprint that
//!    the seal says.
//! 5. Efficiencies belong to units of the snapshot of a sealed or complete evaluation. They are as
//!    many as the round counts, in all and by belt, and add up to its sums. A round is complete if
//!    and only if all of its units are proven.
//! 6. Of every efficiency, constant returns score no higher than variable ones, neither above one;
//!    scale is their quotient to the last digit; peers are units of the snapshot whose weights add
//!    up to one but for rounding.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod genesis;
mod observing;
mod proving;
mod rounds;
mod snapshot;
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

pub use pallet::*;
pub use proving::{Objection, Proof};
pub use types::*;
pub use views::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{dispatch::DispatchClass, pallet_prelude::*};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
	use salus_analysis::{
		dea::Means,
		density::{Bandwidth, Curve, Grid},
	};
	use salus_primitives::{Directory, Geography, InstitutionId, Malformed, RoundId, Trail};
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
		type RoundOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Knows who may act for whom.
		type Directory: Directory<Self::AccountId>;

		/// Knows which regions there are.
		type Geography: Geography;

		/// Keeps the record of every change, and the time.
		type Trail: Trail<Self::AccountId>;

		/// The most rounds that are open or sealed at a time.
		#[pallet::constant]
		type MaxActiveRounds: Get<u32>;

		/// The most units whose certificates one call carries. What it weighs may allow for fewer;
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
		type Rehearsal: salus_primitives::Rehearsal<Self::AccountId>;
	}

	/// The identifier of the next round.
	#[pallet::storage]
	pub type NextRoundId<T: Config> = StorageValue<_, RoundId, ValueQuery>;

	/// Rounds.
	#[pallet::storage]
	pub type Rounds<T: Config> = StorageMap<_, Identity, RoundId, Round>;

	/// The rounds that are open or sealed, in ascending order.
	#[pallet::storage]
	pub type ActiveRounds<T: Config> =
		StorageValue<_, BoundedVec<RoundId, T::MaxActiveRounds>, ValueQuery>;

	/// What each round is about.
	#[pallet::storage]
	pub type Rosters<T: Config> = StorageMap<_, Identity, RoundId, Roster>;

	/// What was reported in open rounds.
	#[pallet::storage]
	pub type Observations<T: Config> =
		StorageDoubleMap<_, Identity, RoundId, Blake2_128Concat, Unit, Values>;

	/// The frozen figures of sealed rounds.
	#[pallet::storage]
	pub type Snapshots<T: Config> = StorageMap<_, Identity, RoundId, Snapshot>;

	/// What is proven, by the unit's place in the snapshot.
	#[pallet::storage]
	pub type Efficiencies<T: Config> =
		StorageDoubleMap<_, Identity, RoundId, Identity, u16, Efficiency>;

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
		/// A round was opened.
		RoundOpened {
			/// Its identifier.
			round: RoundId,
		},
		/// The figures of a unit were reported, or replaced.
		UnitObserved {
			/// In which round.
			round: RoundId,
			/// Of which unit.
			unit: Unit,
			/// By whom.
			institution: InstitutionId,
		},
		/// The figures of a round were frozen.
		RoundSealed {
			/// Which round.
			round: RoundId,
			/// The fingerprint.
			fingerprint: H256,
			/// How many units the report is about.
			units: u16,
			/// How many units are left out.
			excluded: u16,
		},
		/// The efficiency of some units was proven.
		UnitsProven {
			/// In which round.
			round: RoundId,
			/// How many now.
			units: u16,
			/// How many in all.
			proven: u16,
		},
		/// A report became final.
		RoundCompleted {
			/// Of which round.
			round: RoundId,
			/// The means over all units; none for a survey.
			means: Option<Means>,
		},
		/// A round ended without a report, for want of an answer in time.
		RoundExpired {
			/// Which.
			round: RoundId,
		},
		/// A round was called off.
		RoundCancelled {
			/// Which.
			round: RoundId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// No such round.
		RoundNotFound,
		/// The round takes no figures any more.
		RoundNotOpen,
		/// The round takes no certificates: it is not sealed, or it ended.
		RoundNotSealed,
		/// The round ended already.
		RoundEnded,
		/// As many rounds are active as may be.
		TooManyActiveRounds,
		/// A unit is no region or institution that exists.
		UnitNotFound,
		/// The units are not in ascending order, or one is named twice.
		UnitsNotAscending,
		/// There is no unit; or there is none left that a report could be about.
		NoUnits,
		/// There is no indicator.
		NoIndicators,
		/// There are more inputs than a sample may have.
		TooManyInputs,
		/// There are more outputs than a sample may have.
		TooManyOutputs,
		/// There are inputs without outputs.
		NoOutputs,
		/// There are outputs without inputs.
		NoInputs,
		/// An indicator has more decimals than a figure has digits.
		TooManyDecimals,
		/// Text that is empty or is not UTF-8.
		InvalidCharacters,
		/// The deadlines have passed, or do not follow each other.
		InvalidDeadlines,
		/// The time for it is over.
		DeadlinePassed,
		/// The time for others to act is not over.
		DeadlineNotPassed,
		/// The signer acts for no institution.
		NotAgent,
		/// The agent lacks the role.
		NotAuthorized,
		/// The agent's institution is suspended.
		Suspended,
		/// The round is not about the unit.
		UnitNotInRound,
		/// The unit is not the agent's to report for.
		NotOwnUnit,
		/// There is not one figure or gap for each indicator.
		WrongLength,
		/// Everything is so already.
		Unchanged,
		/// The fingerprint is not that of the round's figures.
		WrongFingerprint,
		/// The sample is not as large as the call says.
		WrongSize,
		/// There is no certificate.
		EmptyBatch,
		/// The certificates together weigh more than one call may.
		BatchTooHeavy,
		/// The unit is proven already.
		AlreadyProven,
		/// The snapshot has no unit at this place.
		NoSuchUnit,
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
		/// No identifier is left.
		IdsExhausted,
		/// What should be stored is not there.
		Corrupt,
		/// The round was sealed for another version of the method than this runtime has.
		OtherMethod,
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
			assert!(T::RetryPeriod::get() > 0u32.into(), "what is sent takes a block to arrive");
			let (most, widest) = (MAX_UNITS as u16, MAX_INDICATORS as u8);
			for columns in 2..=widest {
				for units in [1, most] {
					let size = SampleSize { listed: most, units, columns };
					assert!(
						Self::largest_batch(size) > 0,
						"a certificate for {size:?} weighs more than a batch may"
					);
				}
			}
			let normal = T::BlockWeights::get().get(DispatchClass::Normal).clone();
			if let Some(limit) = normal.max_extrinsic {
				for weight in [
					T::WeightInfo::open_round(MAX_UNITS),
					Self::weight_of_seal(),
					Self::weight_of_close(),
					Self::weight_of_cancel(),
				] {
					assert!(weight.all_lte(limit), "a round is too large to be handled in a call");
				}
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A round.
		pub fn round(id: RoundId) -> Option<Round> {
			Rounds::<T>::get(id)
		}

		/// The rounds that follow `after`, if given, in ascending order; at most `limit` of them,
		/// and at most 64.
		pub fn rounds(after: Option<RoundId>, limit: u32) -> Vec<(RoundId, Round)> {
			Self::view_rounds(after, limit)
		}

		/// What was reported in a round, in the order of its roster from the place `from` on; at
		/// most `limit` units, and at most 256. After sealing, what is frozen.
		pub fn observations(id: RoundId, from: u32, limit: u32) -> Vec<Observation> {
			Self::view_observations(id, from, limit)
		}

		/// The report of a round, as far as it is proven; `None` if there is none, as in a survey.
		pub fn report(id: RoundId) -> Option<Report> {
			Self::view_report(id)
		}

		/// The proven units of a round in the order of the snapshot, from the place `from` on; at
		/// most `limit`, and at most 256.
		pub fn report_rows(id: RoundId, from: u16, limit: u32) -> Vec<ReportRow> {
			Self::view_report_rows(id, from, limit)
		}

		/// What is proven of one unit.
		pub fn report_of(id: RoundId, unit: Unit) -> Option<ReportRow> {
			Self::view_report_of(id, &unit)
		}

		/// The proven units of a round, best first; equal ones share a rank and keep the order of
		/// the snapshot. At most `limit`, and at most 256, from the place `from` on.
		pub fn ranking(id: RoundId, by: Measure, from: u32, limit: u32) -> Vec<Ranked> {
			Self::view_ranking(id, by, from, limit)
		}

		/// What a unit would have to release of each input and gain of each output, to be as
		/// efficient as what it is compared with; `None` if it is not proven, or if its score is
		/// zero.
		pub fn targets(id: RoundId, unit: Unit) -> Option<Vec<Target>> {
			Self::view_targets(id, &unit)
		}

		/// What is proven of a unit in the `rounds` rounds from `from` on, of which there may be 64.
		pub fn history(unit: Unit, from: RoundId, rounds: u32) -> Vec<(RoundId, ReportRow)> {
			Self::view_history(&unit, from, rounds)
		}

		/// How the figures of one indicator, counted from zero, are spread over a group of the units
		/// of a sealed round, left out ones included; a unit without a figure does not count.
		///
		/// `values` tells whether they are taken as they are, or as multiples of the mean over all
		/// units of the round.
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

		/// How many certificates one call can carry for a sample of this size.
		pub fn batch_limit(size: SampleSize) -> u32 {
			Self::largest_batch(size)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Opens a round over the units of `roster`.
		///
		/// By [`Config::RoundOrigin`]. Deadlines are in milliseconds since 1970. Deposits
		/// [`Event::RoundOpened`].
		///
		/// Errors: [`Error::InvalidCharacters`], [`Error::NoIndicators`], [`Error::TooManyInputs`],
		/// [`Error::TooManyOutputs`], [`Error::NoInputs`], [`Error::NoOutputs`],
		/// [`Error::TooManyDecimals`], [`Error::InvalidDeadlines`], [`Error::NoUnits`],
		/// [`Error::UnitsNotAscending`], [`Error::UnitNotFound`], [`Error::TooManyActiveRounds`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open_round(roster.len() as u32))]
		pub fn open_round(origin: OriginFor<T>, terms: Terms, roster: Roster) -> DispatchResult {
			let actor = Self::ensure_authority(origin)?;
			Self::do_open_round(actor, terms, roster)
		}

		/// Reports the figures of a unit, in place of what was reported before.
		///
		/// By an agent of the unit in the role of statistics: of the institution itself, or of the
		/// health commission of the region. `values` has one entry for each indicator, with its
		/// decimals; `None` where there is no figure. Deposits [`Event::UnitObserved`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::NotOwnUnit`], [`Error::RoundNotFound`], [`Error::RoundNotOpen`],
		/// [`Error::DeadlinePassed`], [`Error::UnitNotInRound`], [`Error::WrongLength`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::observe())]
		pub fn observe(
			origin: OriginFor<T>,
			round: RoundId,
			unit: Unit,
			values: Values,
		) -> DispatchResult {
			let (who, institution) = Self::ensure_reporter(origin, &unit)?;
			Self::do_observe(who, institution, round, unit, values)
		}

		/// Freezes the figures of a round.
		///
		/// By [`Config::RoundOrigin`] at any time; by anybody once `observe_by` has passed. Deposits
		/// [`Event::RoundSealed`], and [`Event::RoundCompleted`] for a survey.
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundNotOpen`], [`Error::DeadlineNotPassed`],
		/// [`Error::DeadlinePassed`] (that for the report), [`Error::NoUnits`] if none is left that
		/// the report could be about.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::weight_of_seal())]
		pub fn seal(origin: OriginFor<T>, round: RoundId) -> DispatchResultWithPostInfo {
			let (actor, haste) = Self::ensure_authority_or_signed(origin)?;
			Self::do_seal(actor, haste, round)
		}

		/// Calls a round off that has no report yet. Its figures and proofs are removed.
		///
		/// By [`Config::RoundOrigin`]. Deposits [`Event::RoundCancelled`].
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundEnded`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::weight_of_cancel())]
		pub fn cancel(origin: OriginFor<T>, round: RoundId) -> DispatchResultWithPostInfo {
			let actor = Self::ensure_authority(origin)?;
			Self::do_cancel(actor, round)
		}

		/// Ends a round that has no report though its time is over. Its figures and proofs are
		/// removed.
		///
		/// By anybody, once `report_by` has passed. Deposits [`Event::RoundExpired`].
		///
		/// Errors: [`Error::RoundNotFound`], [`Error::RoundEnded`], [`Error::DeadlineNotPassed`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::weight_of_close())]
		pub fn close(origin: OriginFor<T>, round: RoundId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_close(who, round)
		}

		/// Proves the efficiency of some units, without a signature.
		///
		/// By anybody, as a transaction that the pool takes if and only if every certificate holds:
		/// see [`Proof`] for its parts. `discriminator` means nothing; it tells one attempt from
		/// another, so that a pool that dropped one takes the next. Deposits [`Event::UnitsProven`],
		/// and [`Event::RoundCompleted`] with the last unit.
		///
		/// Errors: as [`Pallet::submit_certificates`], told as what makes the transaction invalid;
		/// see [`Objection`]. An author who puts a proof into a block past the pool gets what is wrong
		/// with a certificate as an error of the call.
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::weight_of_proof(proof))]
		#[pallet::authorize(Pallet::<T>::authorize_proof)]
		#[pallet::weight_of_authorize(Pallet::<T>::weight_of_admission(proof))]
		pub fn post_certificates(
			origin: OriginFor<T>,
			proof: Proof<T::MaxBatch>,
			discriminator: u32,
		) -> DispatchResult {
			frame_system::ensure_authorized(origin)?;
			Self::do_prove(salus_primitives::Actor::Proof, proof, discriminator)
		}

		/// Proves the efficiency of some units.
		///
		/// By anybody who signs. Deposits [`Event::UnitsProven`], and [`Event::RoundCompleted`] with
		/// the last unit.
		///
		/// Errors: [`Error::EmptyBatch`], [`Error::BatchTooHeavy`], [`Error::UnitsNotAscending`],
		/// [`Error::RoundNotFound`], [`Error::RoundNotSealed`], [`Error::DeadlinePassed`],
		/// [`Error::WrongFingerprint`], [`Error::OtherMethod`], [`Error::WrongSize`],
		/// [`Error::NoSuchUnit`], [`Error::AlreadyProven`], and what is wrong with a certificate:
		/// [`Error::BasisOfWrongLength`], [`Error::NoSuchColumn`], [`Error::ColumnsNotAscending`],
		/// [`Error::BasisSingular`], [`Error::BasisInfeasible`], [`Error::BasisNotOptimal`].
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::weight_of_proof(proof))]
		pub fn submit_certificates(
			origin: OriginFor<T>,
			proof: Proof<T::MaxBatch>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prove(salus_primitives::Actor::Account(who), proof, 0)
		}
	}
}
