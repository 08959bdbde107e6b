//! Certificates: what is checked before what they prove is stored, and how much that weighs.
//!
//! `post_certificates`, which needs no signature, and `submit_certificates`, which has one, go through
//! the same check. What stores does not rely on who checked before it: it verifies the certificates
//! itself, because that is where the digits come from.

use crate::{
	rounds, Config, Efficiency, Error, Event, Pallet, Round, RoundSpecification, SampleSize,
	Snapshot, Stage, WeightInfo, METHOD,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchResult, Get, InvalidTransaction, TransactionSource, TransactionValidityError,
		ValidTransaction, Weight,
	},
	BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use salus_analysis::dea::{Certificate, DmuReport, Refusal, SampleError, Verifier};
use salus_primitives::{offchain, Act, Action, RoundId, Step, Subject, Trail};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::SaturatedConversion;

/// Certificates for some DMUs of a round.
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
pub struct CertificateBatch<MaxBatch: Get<u32>> {
	pub round: RoundId,
	/// The fingerprint of the figures that the certificates were found for.
	pub fingerprint: H256,
	/// How large the sample is, by which the cost of verifying is known beforehand.
	pub size: SampleSize,
	/// One for each of some DMUs that are not proven yet, in ascending order of their places in the
	/// snapshot.
	pub certificates: BoundedVec<(u16, Certificate), MaxBatch>,
}

impl<T> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::NoSuchDmu => Self::NoSuchDmu,
			Refusal::WrongLength => Self::BasisOfWrongLength,
			Refusal::NoSuchColumn(_) => Self::NoSuchColumn,
			Refusal::NotAscending(_) => Self::ColumnsNotAscending,
			Refusal::Singular => Self::BasisSingular,
			Refusal::Infeasible(_) => Self::BasisInfeasible,
			Refusal::NotOptimal(_) => Self::BasisNotOptimal,
		}
	}
}

impl<T> From<SampleError> for Error<T> {
	fn from(_: SampleError) -> Self {
		// What is left out of a snapshot is left out for this never to be.
		Self::Corrupt
	}
}

impl<T> Error<T> {
	/// The error's index among the errors of this pallet, as the metadata has it.
	pub fn index(&self) -> u8 {
		self.encode().first().copied().unwrap_or(u8::MAX)
	}
}

/// What the pool is told. An [`InvalidTransaction`] has room for one byte and none for a name, so it
/// carries the [index](Error::index) of the error. What is proven already is stale, as every pool
/// understands.
impl<T> From<Error<T>> for TransactionValidityError {
	fn from(error: Error<T>) -> Self {
		match error {
			Error::AlreadyProven => InvalidTransaction::Stale,
			other => InvalidTransaction::Custom(other.index()),
		}
		.into()
	}
}

/// A round that lacks what a batch is about.
pub(crate) struct Wanting {
	round: Round,
	specification: RoundSpecification,
}

/// What a batch shows that holds.
pub(crate) struct Shown {
	pub(crate) round: Round,
	pub(crate) snapshot: Snapshot,
	pub(crate) reports: Vec<(u16, DmuReport)>,
}

impl<T: Config> Pallet<T> {
	/// Checks all of a batch, what is cheap before what is dear, and changes nothing.
	pub(crate) fn check_batch(batch: &CertificateBatch<T::MaxBatch>) -> Result<Shown, Error<T>> {
		let wanting = Self::admit(batch)?;
		Self::verify(wanting, batch)
	}

	/// Checks whether a batch is wanted: all but its certificates. Tells of which round it is.
	pub(crate) fn admit(batch: &CertificateBatch<T::MaxBatch>) -> Result<Wanting, Error<T>> {
		let CertificateBatch { size, certificates, .. } = batch;
		ensure!(!certificates.is_empty(), Error::EmptyBatch);
		let fits = certificates.len() as u32 <= Self::largest_batch(*size);
		ensure!(fits, Error::BatchTooHeavy);
		let ascends = certificates.is_sorted_by(|(a, _), (b, _)| a < b);
		ensure!(ascends, Error::DmusNotAscending);
		Self::wanting(batch)
	}

	/// The round that lacks what a batch is about.
	pub(crate) fn wanting(batch: &CertificateBatch<T::MaxBatch>) -> Result<Wanting, Error<T>> {
		let CertificateBatch { round: id, fingerprint, size, certificates } = batch;
		let round = rounds::find::<T>(*id)?;
		let seal = match (round.stage, round.seal) {
			(Stage::Sealed, Some(seal)) => seal,
			_ => return Err(Error::RoundNotSealed),
		};
		let opening = rounds::opening::<T>(*id)?;
		let in_time = T::Trail::now() <= rounds::prove_by::<T>(&opening, &round);
		ensure!(in_time, Error::DeadlinePassed);
		ensure!(seal.fingerprint == *fingerprint, Error::WrongFingerprint);
		ensure!(seal.method == METHOD, Error::OtherMethod);
		let (inputs, outputs) = opening.specification.widths();
		let same = (size.listed, size.dmus) == (opening.dmus, seal.dmus)
			&& usize::from(size.columns) == inputs + outputs;
		ensure!(same, Error::WrongSize);
		for (place, _) in certificates {
			ensure!(*place < seal.dmus, Error::NoSuchDmu);
			ensure!(!rounds::is_proven::<T>(*id, *place), Error::AlreadyProven);
		}
		Ok(Wanting { round, specification: opening.specification })
	}

	/// Verifies the certificates of a batch that is admitted.
	fn verify(wanting: Wanting, batch: &CertificateBatch<T::MaxBatch>) -> Result<Shown, Error<T>> {
		let Wanting { round, specification } = wanting;
		let snapshot = rounds::snapshot::<T>(batch.round).ok_or(Error::Corrupt)?;
		let sample = snapshot.sample(&specification)?;
		let verifier = Verifier::new(&sample, specification.model);
		let mut verified = verifier.batch();
		let reports = batch
			.certificates
			.iter()
			.map(|(place, certificate)| Ok((*place, verified.report(*place, certificate)?)))
			.collect::<Result<_, Refusal>>()?;
		Ok(Shown { round, snapshot, reports })
	}

	/// Decides on a batch without a signature.
	///
	/// The pool takes none that does not hold. In a block, the certificates are left to the call
	/// itself, which verifies them in any case: an author can put anything into its own block. A
	/// wrong certificate fails there, is charged the whole weight of its batch, and takes room from the
	/// author alone.
	///
	/// What it provides are the DMUs that it proves: two batches with one DMU exclude each other in
	/// the pool, whatever else they say.
	pub(crate) fn authorize_batch(
		source: TransactionSource,
		batch: &CertificateBatch<T::MaxBatch>,
		_discriminator: &u32,
	) -> Result<(ValidTransaction, Weight), TransactionValidityError> {
		match source {
			TransactionSource::InBlock => Self::admit(batch).map(drop)?,
			TransactionSource::Local | TransactionSource::External => {
				Self::check_batch(batch).map(drop)?
			}
		}
		let tag = |place: &u16| ("salus/efficiency", batch.round, place).encode();
		let validity = ValidTransaction {
			provides: batch.certificates.iter().map(|(place, _)| tag(place)).collect(),
			priority: offchain::priority::REPORT,
			// The worker sends again what is not included by then.
			longevity: T::RetryPeriod::get().saturated_into(),
			propagate: true,
			..ValidTransaction::default()
		};
		// Nothing is left of what it weighs: each certificate was looked up.
		Ok((validity, Weight::zero()))
	}

	/// Verifies a batch and stores what it proves. `arguments` are those of the call.
	pub(crate) fn do_prove(
		act: Act<T::AccountId>,
		batch: &CertificateBatch<T::MaxBatch>,
		arguments: &impl Encode,
	) -> DispatchResult {
		let shown = Self::check_batch(batch)?;
		Self::store(act, batch.round, shown, arguments)
	}

	/// Stores what is proven.
	pub(crate) fn store(
		act: Act<T::AccountId>,
		id: RoundId,
		shown: Shown,
		arguments: &impl Encode,
	) -> DispatchResult {
		let Shown { mut round, snapshot, reports } = shown;
		let mut step = Step::new(act.clone(), Action::DmusProven, arguments);
		// A batch has at most MAX_DMUS certificates, since they are of different DMUs.
		let dmus = reports.len() as u16;
		for (place, report) in reports {
			let efficiency = Efficiency::from(report);
			let belt = snapshot.rows.get(usize::from(place)).and_then(|row| row.belt);
			round.progress.add(belt, &efficiency);
			rounds::put_efficiency::<T>(id, place, efficiency);
		}
		let proven = round.progress.all.proven;
		T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
		Self::deposit_event(Event::DmusProven { round: id, dmus, proven });
		if round.seal.is_some_and(|seal| seal.dmus == proven) {
			let mut step = Step::new(act, Action::RoundCompleted, arguments);
			rounds::end::<T>(id, &mut round, Stage::Complete);
			T::Trail::record(&mut step, Subject::Round(id), &mut round.newest_record)?;
			let means = round.progress.all.means();
			Self::deposit_event(Event::RoundCompleted { round: id, means });
		}
		rounds::put::<T>(id, &round);
		Ok(())
	}

	/// What admitting a batch to a block weighs.
	pub fn weight_of_admission(batch: &CertificateBatch<T::MaxBatch>) -> Weight {
		T::WeightInfo::admit(batch.certificates.len() as u32)
	}

	/// What storing a batch weighs, which admits and verifies it first.
	pub fn weight_of_batch(batch: &CertificateBatch<T::MaxBatch>) -> Weight {
		Self::weight_of_proving(batch.certificates.len() as u32, batch.size)
	}

	fn weight_of_proving(certificates: u32, size: SampleSize) -> Weight {
		let dmus = size.dmus.into();
		let verify = match size.columns {
			0..=4 => T::WeightInfo::verify_4_columns(dmus),
			5..=8 => T::WeightInfo::verify_8_columns(dmus),
			_ => T::WeightInfo::verify_16_columns(dmus),
		};
		T::WeightInfo::admit(certificates)
			.saturating_add(T::WeightInfo::prepare(size.listed.into()))
			.saturating_add(verify.saturating_mul(certificates.into()))
			.saturating_add(T::WeightInfo::store(certificates))
	}

	/// The most certificates that one call may carry for a sample of this size: at most
	/// [`Config::MaxBatch`], and as many as fit into [`offchain::free_call_budget`]. Zero if not even
	/// one does.
	pub fn largest_batch(size: SampleSize) -> u32 {
		let budget = offchain::free_call_budget(Some(T::LargestTransaction::get()));
		offchain::largest_batch(T::MaxBatch::get(), budget, |certificates| {
			let proving = Self::weight_of_proving(certificates, size);
			T::WeightInfo::admit(certificates).saturating_add(proving)
		})
	}
}
