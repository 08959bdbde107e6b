//! Proofs: what is checked before they are stored, and how much that weighs.
//!
//! The transaction that needs no signature and the one that has one go through the same check. What
//! stores does not rely on who checked before it: it verifies the certificates itself, for that is
//! where the digits come from.

use crate::{
	Config, Efficiencies, Efficiency, Error, Event, Pallet, Round, Rounds, SampleSize, Snapshot,
	Snapshots, Stage, WeightInfo, METHOD,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::DispatchClass,
	pallet_prelude::{
		DispatchResult, Get, InvalidTransaction, TransactionPriority, TransactionSource,
		TransactionValidityError, ValidTransaction, Weight,
	},
	BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use salus_analysis::dea::{Certificate, Refusal, SampleError, UnitReport, Verifier};
use salus_primitives::{digest_of, Action, Actor, RoundId, Trail};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::SaturatedConversion;

/// Proofs go before what pays, for nobody pays for them and each unit takes one. Nothing is gained by
/// sending another.
const PRIORITY: TransactionPriority = TransactionPriority::MAX / 2;
/// A batch weighs at most this part of the largest normal extrinsic. It bounds what a stranger can
/// make a node verify for nothing, by a proof of which the last certificate is wrong.
const PART: u64 = 8;

/// Certificates for some units of a round.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[codec(mel_bound())]
#[scale_info(skip_type_params(MaxBatch))]
pub struct Proof<MaxBatch: Get<u32>> {
	/// Of which round.
	pub round: RoundId,
	/// The fingerprint of the figures that they were found for.
	pub fingerprint: H256,
	/// How large the sample is, by which the cost of verifying is known beforehand.
	pub size: SampleSize,
	/// One for each of some units that are not proven yet, in ascending order of their places in the
	/// snapshot.
	pub certificates: BoundedVec<(u16, Certificate), MaxBatch>,
}

/// Why a proof is refused. The numbers are those of [`InvalidTransaction::Custom`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Objection {
	/// There is no certificate.
	EmptyBatch = 1,
	/// The certificates together weigh more than one call may.
	BatchTooHeavy = 2,
	/// The units are not in ascending order, or one is named twice.
	UnitsNotAscending = 3,
	/// No such round.
	RoundNotFound = 4,
	/// The round takes no certificates.
	RoundNotSealed = 5,
	/// The time for proofs is over.
	DeadlinePassed = 6,
	/// The fingerprint is not that of the round's figures.
	WrongFingerprint = 7,
	/// The sample is not as large as the proof says.
	WrongSize = 8,
	/// The snapshot has no unit at this place.
	NoSuchUnit = 9,
	/// A unit is proven already. As a transaction: [`InvalidTransaction::Stale`].
	AlreadyProven = 10,
	/// A basis has not as many columns as its program has rows.
	BasisOfWrongLength = 11,
	/// A basis names a column that the program does not have.
	NoSuchColumn = 12,
	/// The columns of a basis are not in ascending order.
	ColumnsNotAscending = 13,
	/// The columns of a basis are not independent.
	BasisSingular = 14,
	/// The solution of a basis has a negative value.
	BasisInfeasible = 15,
	/// There is a better solution than that of a basis.
	BasisNotOptimal = 16,
	/// What should be stored is not there.
	Corrupt = 17,
	/// The round was sealed for another version of the method than this runtime has.
	OtherMethod = 18,
}

impl From<Refusal> for Objection {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::NoSuchUnit => Self::NoSuchUnit,
			Refusal::WrongLength => Self::BasisOfWrongLength,
			Refusal::NoSuchColumn(_) => Self::NoSuchColumn,
			Refusal::NotAscending(_) => Self::ColumnsNotAscending,
			Refusal::Singular => Self::BasisSingular,
			Refusal::Infeasible(_) => Self::BasisInfeasible,
			Refusal::NotOptimal(_) => Self::BasisNotOptimal,
		}
	}
}

impl From<SampleError> for Objection {
	fn from(_: SampleError) -> Self {
		// What is left out is left out for this never to be.
		Self::Corrupt
	}
}

impl From<Objection> for TransactionValidityError {
	fn from(objection: Objection) -> Self {
		match objection {
			Objection::AlreadyProven => InvalidTransaction::Stale,
			other => InvalidTransaction::Custom(other as u8),
		}
		.into()
	}
}

impl<T> From<Objection> for Error<T> {
	fn from(objection: Objection) -> Self {
		match objection {
			Objection::EmptyBatch => Self::EmptyBatch,
			Objection::BatchTooHeavy => Self::BatchTooHeavy,
			Objection::UnitsNotAscending => Self::UnitsNotAscending,
			Objection::RoundNotFound => Self::RoundNotFound,
			Objection::RoundNotSealed => Self::RoundNotSealed,
			Objection::DeadlinePassed => Self::DeadlinePassed,
			Objection::WrongFingerprint => Self::WrongFingerprint,
			Objection::WrongSize => Self::WrongSize,
			Objection::NoSuchUnit => Self::NoSuchUnit,
			Objection::AlreadyProven => Self::AlreadyProven,
			Objection::BasisOfWrongLength => Self::BasisOfWrongLength,
			Objection::NoSuchColumn => Self::NoSuchColumn,
			Objection::ColumnsNotAscending => Self::ColumnsNotAscending,
			Objection::BasisSingular => Self::BasisSingular,
			Objection::BasisInfeasible => Self::BasisInfeasible,
			Objection::BasisNotOptimal => Self::BasisNotOptimal,
			Objection::Corrupt => Self::Corrupt,
			Objection::OtherMethod => Self::OtherMethod,
		}
	}
}

fn require(holds: bool, objection: Objection) -> Result<(), Objection> {
	if holds {
		Ok(())
	} else {
		Err(objection)
	}
}

/// What a proof that holds shows.
pub(crate) struct Shown {
	pub(crate) round: Round,
	pub(crate) snapshot: Snapshot,
	pub(crate) reports: Vec<(u16, UnitReport)>,
}

impl<T: Config> Pallet<T> {
	/// Checks all of a proof, what is cheap before what is dear, and changes nothing.
	pub(crate) fn check_proof(proof: &Proof<T::MaxBatch>) -> Result<Shown, Objection> {
		let round = Self::admit(proof)?;
		Self::verify(round, proof)
	}

	/// Checks whether a proof is wanted: all but its certificates. Tells of which round it is.
	pub(crate) fn admit(proof: &Proof<T::MaxBatch>) -> Result<Round, Objection> {
		let Proof { size, certificates, .. } = proof;
		require(!certificates.is_empty(), Objection::EmptyBatch)?;
		let fits = certificates.len() as u32 <= Self::largest_batch(*size);
		require(fits, Objection::BatchTooHeavy)?;
		let ascends = certificates.is_sorted_by(|(a, _), (b, _)| a < b);
		require(ascends, Objection::UnitsNotAscending)?;
		Self::wanting(proof)
	}

	/// The round that lacks what a proof is about.
	pub(crate) fn wanting(proof: &Proof<T::MaxBatch>) -> Result<Round, Objection> {
		let Proof { round: id, fingerprint, size, certificates } = proof;
		let round = Rounds::<T>::get(id).ok_or(Objection::RoundNotFound)?;
		let seal = match (round.stage, round.seal) {
			(Stage::Sealed, Some(seal)) => seal,
			_ => return Err(Objection::RoundNotSealed),
		};
		require(T::Trail::now() <= round.terms.report_by, Objection::DeadlinePassed)?;
		require(seal.fingerprint == *fingerprint, Objection::WrongFingerprint)?;
		require(seal.method == METHOD, Objection::OtherMethod)?;
		let (inputs, outputs) = round.terms.widths();
		let same = (size.listed, size.units) == (round.units, seal.units)
			&& usize::from(size.columns) == inputs + outputs;
		require(same, Objection::WrongSize)?;
		for (unit, _) in certificates {
			require(*unit < seal.units, Objection::NoSuchUnit)?;
			let proven = Efficiencies::<T>::contains_key(id, unit);
			require(!proven, Objection::AlreadyProven)?;
		}
		Ok(round)
	}

	/// Verifies the certificates of a proof that is admitted.
	fn verify(round: Round, proof: &Proof<T::MaxBatch>) -> Result<Shown, Objection> {
		let snapshot = Snapshots::<T>::get(proof.round).ok_or(Objection::Corrupt)?;
		let sample = snapshot.sample(&round.terms)?;
		let verifier = Verifier::new(&sample, round.terms.model);
		let mut batch = verifier.batch();
		let reports = proof
			.certificates
			.iter()
			.map(|(unit, certificate)| Ok((*unit, batch.report(*unit, certificate)?)))
			.collect::<Result<_, Refusal>>()?;
		Ok(Shown { round, snapshot, reports })
	}

	/// Decides on a proof without a signature.
	///
	/// The pool takes none that does not hold. In a block, the certificates are left to the call
	/// itself, which verifies them in any case: an author can put anything into its own block. A
	/// wrong proof fails there, is charged its whole weight, and takes room from the author alone.
	///
	/// What it provides are the units that it proves: two proofs of one unit exclude each other in
	/// the pool, whatever else they say.
	pub(crate) fn authorize_proof(
		source: TransactionSource,
		proof: &Proof<T::MaxBatch>,
		_discriminator: &u32,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		match source {
			TransactionSource::InBlock => Self::admit(proof).map(drop)?,
			TransactionSource::Local | TransactionSource::External => {
				Self::check_proof(proof).map(drop)?
			}
		}
		let tag = |unit: &u16| ("salus/efficiency", proof.round, unit).encode();
		let validity = ValidTransaction {
			provides: proof.certificates.iter().map(|(unit, _)| tag(unit)).collect(),
			priority: PRIORITY,
			// The worker sends again what is not included by then.
			longevity: T::RetryPeriod::get().saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		// Nothing is left of what it weighs: each certificate was looked up.
		Ok((validity, Weight::zero()))
	}

	pub(crate) fn do_prove(
		actor: Actor<T::AccountId>,
		proof: Proof<T::MaxBatch>,
		discriminator: u32,
	) -> DispatchResult {
		let Shown { round, snapshot, reports } =
			Self::check_proof(&proof).map_err(Error::<T>::from)?;
		let digest = digest_of(&(&proof, discriminator));
		Self::store(actor, proof.round, digest, round, &snapshot, reports)
	}

	/// Stores what is proven.
	pub(crate) fn store(
		actor: Actor<T::AccountId>,
		id: RoundId,
		digest: H256,
		mut round: Round,
		snapshot: &Snapshot,
		reports: Vec<(u16, UnitReport)>,
	) -> DispatchResult {
		// A batch has at most MAX_UNITS certificates, since they are of different units.
		let units = reports.len() as u16;
		for (place, report) in reports {
			let efficiency = Efficiency::from(report);
			let belt = snapshot.rows.get(usize::from(place)).and_then(|row| row.belt);
			round.progress.add(belt, &efficiency);
			Efficiencies::<T>::insert(id, place, efficiency);
		}
		let proven = round.progress.all.proven;
		let complete = round.seal.is_some_and(|seal| seal.units == proven);
		Self::record(actor.clone(), None, id, Action::UnitsProven, digest)?;
		Self::deposit_event(Event::UnitsProven { round: id, units, proven });
		if complete {
			let means = round.progress.all.means();
			Self::end(id, &mut round, Stage::Complete);
			Self::record(actor, None, id, Action::RoundCompleted, digest)?;
			Self::deposit_event(Event::RoundCompleted { round: id, means });
		}
		Rounds::<T>::insert(id, round);
		Ok(())
	}

	/// What admitting a proof to a block weighs.
	pub fn weight_of_admission(proof: &Proof<T::MaxBatch>) -> Weight {
		T::WeightInfo::admit(proof.certificates.len() as u32)
	}

	/// What storing a proof weighs, which admits and verifies it first.
	pub fn weight_of_proof(proof: &Proof<T::MaxBatch>) -> Weight {
		Self::weight_of_proving(proof.certificates.len() as u32, proof.size)
	}

	fn weight_of_proving(batch: u32, size: SampleSize) -> Weight {
		let units = size.units.into();
		let verify = match size.columns {
			0..=4 => T::WeightInfo::verify_4_columns(units),
			5..=8 => T::WeightInfo::verify_8_columns(units),
			_ => T::WeightInfo::verify_16_columns(units),
		};
		T::WeightInfo::admit(batch)
			.saturating_add(T::WeightInfo::prepare(size.listed.into()))
			.saturating_add(verify.saturating_mul(batch.into()))
			.saturating_add(T::WeightInfo::store(batch))
	}

	/// The most certificates that one call may carry for a sample of this size: at most
	/// [`Config::MaxBatch`], and as many as weigh an eighth of the largest normal extrinsic. Zero if not
	/// even one does.
	pub fn largest_batch(size: SampleSize) -> u32 {
		let limit = T::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
		let limit = limit.unwrap_or(Weight::MAX) / PART;
		let (mut fits, mut exceeds) = (0, T::MaxBatch::get().saturating_add(1));
		while exceeds - fits > 1 {
			let batch = fits + (exceeds - fits) / 2;
			let weight =
				T::WeightInfo::admit(batch).saturating_add(Self::weight_of_proving(batch, size));
			if weight.all_lte(limit) {
				fits = batch;
			} else {
				exceeds = batch;
			}
		}
		fits
	}
}
