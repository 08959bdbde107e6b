//! The off-chain worker: an untrusted prover.
//!
//! It runs with every block that a node imports, in a thread of its own, and so may run twice at a
//! time, on two branches of a fork, or not for a while. So
//!
//! - a lock with a deadline of twenty seconds keeps runs from overlapping, and frees itself if one
//!   dies. Two that do overlap, after a longer run, solve the same units, and no more comes of it;
//! - a run solves for [`SOLVING_TIME`] and leaves the rest to the next one, the round with the
//!   nearest deadline first;
//! - units that were sent, or could not be solved, are remembered with the block, and are not tried
//!   again for [`Config::RetryPeriod`] blocks, so that none keeps others waiting. A memory from the
//!   future, left by a branch that was dropped or by a chain that was started over, counts for
//!   nothing, nor does one of other figures or of a round that takes no proofs any more;
//! - what is missing is asked of the chain, each time. A worker that remembers nothing does the same
//!   as one that does, only sooner.
//!
//! A certificate that the chain would refuse is never sent: the same check runs here first.

use crate::{
	ActiveRounds, Call, Config, Efficiencies, Objection, Pallet, Proof, Round, Rounds, SampleSize,
	Seal, Snapshots,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, Encode};
use core::{fmt, iter};
use frame_support::BoundedVec;
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use salus_analysis::dea::{Certificate, SampleError};
use salus_primitives::{RoundId, Trail};
use salus_solver::Solver;
use sp_core::{offchain::Duration, Get, H256};
use sp_runtime::{
	offchain::{
		storage::StorageValueRef,
		storage_lock::{StorageLock, Time},
	},
	traits::One,
	SaturatedConversion, Saturating,
};

/// Where log messages come from.
const LOG_TARGET: &str = "runtime::efficiency";
/// Whose turn it is.
const LOCK: &[u8] = b"salus/efficiency/lock";
/// What was tried lately.
const TRIED: &[u8] = b"salus/efficiency/tried";
/// After how long a run is taken for dead.
const LOCK_TIME: Duration = Duration::from_millis(20_000);
/// For how long a run solves. The unit at hand is always finished.
pub const SOLVING_TIME: Duration = Duration::from_millis(1_000);

/// Why a run stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
	/// Another run is at work.
	Busy,
	/// The figures make no sample.
	NoSample(SampleError),
	/// A unit was not solved.
	Unsolved(u16, salus_solver::Error),
	/// Even one certificate weighs more than a call may.
	TooHeavy,
	/// The chain would refuse what was found.
	Refused(Objection),
	/// The pool did not take the transaction, which may be for one that it has already.
	NotTaken,
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Busy => write!(f, "another run is at work"),
			Self::NoSample(error) => write!(f, "the figures make no sample: {error}"),
			Self::Unsolved(unit, error) => write!(f, "unit {unit} was not solved: {error}"),
			Self::TooHeavy => write!(f, "a certificate weighs more than a call may"),
			Self::Refused(objection) => write!(f, "the chain would refuse: {objection:?}"),
			Self::NotTaken => write!(f, "the pool did not take the transaction"),
		}
	}
}

/// What was tried for the figures of a round: each unit and the block with which it was.
#[derive(Encode, Decode)]
struct Tried<BlockNumber> {
	round: RoundId,
	fingerprint: H256,
	units: Vec<(u16, BlockNumber)>,
}

/// What was tried lately, for all rounds that take proofs.
pub(crate) struct Memory<BlockNumber> {
	now: BlockNumber,
	rounds: Vec<Tried<BlockNumber>>,
}

impl<BlockNumber> Memory<BlockNumber>
where
	BlockNumber: Encode + Decode + Copy + PartialOrd + Saturating,
{
	/// What the node remembers of these rounds, of what was tried less than `period` blocks ago.
	pub(crate) fn recall(
		now: BlockNumber,
		period: BlockNumber,
		wanted: impl Iterator<Item = (RoundId, H256)>,
	) -> Self {
		let stored = StorageValueRef::persistent(TRIED).get::<Vec<Tried<BlockNumber>>>();
		let stored = stored.ok().flatten().unwrap_or_default();
		let rounds = wanted.map(|(round, fingerprint)| {
			let known =
				|tried: &&Tried<_>| (tried.round, tried.fingerprint) == (round, fingerprint);
			let fresh = |at: BlockNumber| at <= now && now < at.saturating_add(period);
			let units = stored.iter().find(known).into_iter().flat_map(|tried| &tried.units);
			let units = units.copied().filter(|(_, at)| fresh(*at)).collect();
			Tried { round, fingerprint, units }
		});
		Self { now, rounds: rounds.collect() }
	}

	fn of(&self, round: RoundId) -> impl Iterator<Item = u16> + '_ {
		let tried = self.rounds.iter().filter(move |tried| tried.round == round);
		tried.flat_map(|tried| &tried.units).map(|(unit, _)| *unit)
	}

	fn add(&mut self, round: RoundId, units: impl Iterator<Item = u16>) {
		if let Some(tried) = self.rounds.iter_mut().find(|tried| tried.round == round) {
			tried.units.extend(units.map(|unit| (unit, self.now)));
		}
		StorageValueRef::persistent(TRIED).set(&self.rounds);
	}
}

/// Runs with a block. What goes wrong is logged, and no more.
pub fn run<T: Config>(now: BlockNumberFor<T>) {
	match attempt::<T>(now) {
		Ok(_) => {}
		Err(problem @ (Problem::Busy | Problem::NotTaken)) => {
			log::debug!(target: LOG_TARGET, "{problem}")
		}
		Err(problem) => log::warn!(target: LOG_TARGET, "{problem}"),
	}
}

/// Solves and sends, and tells for how many units.
///
/// # Errors
///
/// See [`Problem`].
pub fn attempt<T: Config>(now: BlockNumberFor<T>) -> Result<usize, Problem> {
	let mut rounds: Vec<(RoundId, Round)> = ActiveRounds::<T>::get()
		.into_iter()
		.filter_map(|id| Some((id, Rounds::<T>::get(id)?)))
		.filter(|(_, round)| round.seal.is_some() && T::Trail::now() <= round.terms.report_by)
		.collect();
	rounds.sort_by_key(|(id, round)| (round.terms.report_by, *id));
	if rounds.is_empty() {
		return Ok(0);
	}
	let mut lock = StorageLock::<'_, Time>::with_deadline(LOCK, LOCK_TIME);
	let _guard = lock.try_lock().map_err(|_| Problem::Busy)?;
	let until = sp_io::offchain::timestamp().add(SOLVING_TIME);

	let is_over = || sp_io::offchain::timestamp() >= until;
	let wanted = rounds.iter().filter_map(|(id, round)| Some((*id, round.seal?.fingerprint)));
	let mut memory = Memory::recall(now, T::RetryPeriod::get(), wanted);
	let mut outcome = Outcome::default();
	for (id, round) in rounds {
		let proven = Prover::<T>::new(id, &round, &mut memory).and_then(|it| it.prove(is_over));
		outcome.note(proven);
	}
	outcome.tell()
}

/// What came of several attempts, of which one that fails does not keep the others from going on.
#[derive(Default)]
struct Outcome {
	sent: usize,
	problem: Option<Problem>,
}

impl Outcome {
	fn note(&mut self, result: Result<usize, Problem>) {
		match result {
			Ok(sent) => self.sent = self.sent.saturating_add(sent),
			Err(problem) => {
				log::debug!(target: LOG_TARGET, "{problem}");
				self.problem.get_or_insert(problem);
			}
		}
	}

	/// How many were sent, or, if none, the first problem.
	fn tell(self) -> Result<usize, Problem> {
		match self {
			Self { sent: 0, problem: Some(problem) } => Err(problem),
			Self { sent, .. } => Ok(sent),
		}
	}
}

/// At work on one round.
pub(crate) struct Prover<'a, T: Config> {
	id: RoundId,
	round: &'a Round,
	seal: Seal,
	memory: &'a mut Memory<BlockNumberFor<T>>,
}

impl<'a, T: Config> Prover<'a, T> {
	pub(crate) fn new(
		id: RoundId,
		round: &'a Round,
		memory: &'a mut Memory<BlockNumberFor<T>>,
	) -> Result<Self, Problem> {
		let seal = round.seal.ok_or(Problem::Refused(Objection::RoundNotSealed))?;
		Ok(Self { id, round, seal, memory })
	}

	/// Sends what is neither proven nor tried lately, until the time is over.
	pub(crate) fn prove(mut self, is_over: impl Fn() -> bool) -> Result<usize, Problem> {
		let missing: Vec<u16> = (0..self.seal.units)
			.filter(|unit| !Efficiencies::<T>::contains_key(self.id, unit))
			.filter(|unit| self.memory.of(self.id).all(|tried| tried != *unit))
			.collect();
		if missing.is_empty() || is_over() {
			return Ok(0);
		}
		let terms = &self.round.terms;
		let snapshot = Snapshots::<T>::get(self.id).ok_or(Problem::Refused(Objection::Corrupt))?;
		let sample = snapshot.sample(terms).map_err(Problem::NoSample)?;
		let size = snapshot.size(terms);
		let largest = Pallet::<T>::largest_batch(size) as usize;
		if largest == 0 {
			return Err(Problem::TooHeavy);
		}

		let mut solver = Solver::new(&sample, terms.model);
		let mut batch: Vec<(u16, Certificate)> = vec![];
		let mut outcome = Outcome::default();
		for unit in missing {
			match solver.certify(unit) {
				Ok(certificate) => batch.push((unit, certificate)),
				Err(error) => {
					self.memory.add(self.id, iter::once(unit));
					outcome.note(Err(Problem::Unsolved(unit, error)));
				}
			}
			let over = is_over();
			if batch.len() == largest {
				outcome.note(self.send(size, core::mem::take(&mut batch)));
			}
			if over {
				break;
			}
		}
		if !batch.is_empty() {
			outcome.note(self.send(size, batch));
		}
		outcome.tell()
	}

	/// Sends certificates, once they are known to be accepted, and remembers it.
	fn send(&mut self, size: SampleSize, batch: Vec<(u16, Certificate)>) -> Result<usize, Problem> {
		let units: Vec<u16> = batch.iter().map(|(unit, _)| *unit).collect();
		let proof = Proof {
			round: self.id,
			fingerprint: self.seal.fingerprint,
			size,
			certificates: BoundedVec::truncate_from(batch),
		};
		Pallet::<T>::check_proof(&proof).map_err(Problem::Refused)?;
		let period = T::RetryPeriod::get().max(One::one());
		let discriminator = (self.memory.now / period).saturated_into::<u32>();
		let call = Call::<T>::post_certificates { proof, discriminator };
		let transaction = T::create_authorized_transaction(call.into());
		let taken = SubmitTransaction::<T, Call<T>>::submit_transaction(transaction);

		// Remembered even if the pool did not take it: another node may have been faster.
		self.memory.add(self.id, units.iter().copied());
		taken.map_err(|()| Problem::NotTaken)?;
		log::info!(
			target: LOG_TARGET,
			"round {}: sent certificates for {} of {} units",
			self.id.0,
			units.len(),
			self.seal.units,
		);
		Ok(units.len())
	}
}
