//! The off-chain worker: an untrusted prover, in the sense of [`salus_primitives::offchain`].
//!
//! With every block, it solves for [`SOLVING_TIME`] and leaves the rest to the next run, the round with
//! the nearest deadline first. It sends certificates only once the chain's own check has passed here.
//!
//! - A lock keeps its runs apart for twenty seconds. Two that overlap, after a longer run, solve the
//!   same DMUs, and no more comes of it.
//! - DMUs that were sent, or could not be solved, are not tried again for [`Config::RetryPeriod`]
//!   blocks, as long as the round has the same fingerprint.

use crate::{rounds, Call, CertificateBatch, Config, Error, Opening, Pallet, SampleSize, Seal};
use alloc::{collections::BTreeSet, vec, vec::Vec};
use core::{fmt, iter};
use frame_support::{BoundedVec, DebugNoBound, PartialEqNoBound};
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use salus_analysis::dea::{Certificate, SampleError};
use salus_primitives::{
	offchain::{with_lock, Busy, Outcome, Tries},
	Moment, RoundId, Trail,
};
use salus_solver::Solver;
use sp_core::{offchain::Duration, Get};

/// Where log messages come from.
const LOG_TARGET: &str = "runtime::efficiency";
/// The name of the pallet in the node's local storage.
pub(crate) const NAME: &str = "efficiency";
/// After how long a run is taken for dead.
const LOCK_TIME: Duration = Duration::from_millis(20_000);
/// For how long a run solves. The DMU at hand is always finished.
pub const SOLVING_TIME: Duration = Duration::from_millis(1_000);

/// Why a run stopped.
#[derive(PartialEqNoBound, DebugNoBound)]
pub enum Problem<T: Config> {
	/// Another run is at work.
	Busy,
	/// The figures make no sample.
	NoSample(SampleError),
	/// A DMU was not solved.
	Unsolved(u16, salus_solver::Error),
	/// Even one certificate weighs more than a call may.
	TooHeavy,
	/// The chain would refuse what was found.
	Refused(Error<T>),
	/// The pool did not take the transaction, which may be for one that it has already.
	NotTaken,
}

impl<T: Config> From<Busy> for Problem<T> {
	fn from(_: Busy) -> Self {
		Self::Busy
	}
}

impl<T: Config> fmt::Display for Problem<T> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Busy => write!(f, "another run is at work"),
			Self::NoSample(error) => write!(f, "the figures make no sample: {error}"),
			Self::Unsolved(place, error) => write!(f, "DMU {place} was not solved: {error}"),
			Self::TooHeavy => write!(f, "a certificate weighs more than a call may"),
			Self::Refused(error) => write!(f, "the chain would refuse: {error:?}"),
			Self::NotTaken => write!(f, "the pool did not take the transaction"),
		}
	}
}

/// What was tried lately: places in the snapshots of rounds.
pub(crate) type Memory<T> = Tries<RoundId, u16, BlockNumberFor<T>>;

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

/// Solves and sends, and tells for how many DMUs.
///
/// # Errors
///
/// See [`Problem`].
pub fn attempt<T: Config>(now: BlockNumberFor<T>) -> Result<usize, Problem<T>> {
	let mut wanted = wanted_rounds::<T>();
	if wanted.is_empty() {
		return Ok(0);
	}
	wanted.sort_by_key(|round| (round.prove_by, round.id));
	with_lock(NAME, LOCK_TIME, || {
		let until = sp_io::offchain::timestamp().add(SOLVING_TIME);
		let is_over = || sp_io::offchain::timestamp() >= until;
		let prints = wanted.iter().map(|round| (round.id, round.seal.fingerprint));
		let mut memory = Memory::<T>::recall(NAME, now, T::RetryPeriod::get(), prints);
		let mut outcome = Outcome::default();
		for round in &wanted {
			let proven = Prover::<T> { round, memory: &mut memory }.prove(is_over);
			outcome.note(LOG_TARGET, proven);
		}
		outcome.tell()
	})?
}

/// The rounds that take certificates.
pub(crate) fn wanted_rounds<T: Config>() -> Vec<SealedRound> {
	rounds::active::<T>()
		.into_iter()
		.filter_map(|id| {
			let round = rounds::find::<T>(id).ok()?;
			let seal = round.seal?;
			let opening = rounds::opening::<T>(id).ok()?;
			let prove_by = rounds::prove_by::<T>(&opening, &round);
			let in_time = T::Trail::now() <= prove_by;
			in_time.then_some(SealedRound { id, opening, seal, prove_by })
		})
		.collect()
}

/// A round that takes certificates.
pub(crate) struct SealedRound {
	pub(crate) id: RoundId,
	pub(crate) opening: Opening,
	pub(crate) seal: Seal,
	/// The last moment at which it takes them.
	pub(crate) prove_by: Moment,
}

/// At work on one round.
pub(crate) struct Prover<'a, T: Config> {
	pub(crate) round: &'a SealedRound,
	pub(crate) memory: &'a mut Memory<T>,
}

impl<T: Config> Prover<'_, T> {
	/// Sends what is neither proven nor tried lately, until the time is over.
	pub(crate) fn prove(mut self, is_over: impl Fn() -> bool) -> Result<usize, Problem<T>> {
		let SealedRound { id, opening, seal, .. } = self.round;
		let tried: BTreeSet<u16> = self.memory.of(id);
		let missing: Vec<u16> = (0..seal.dmus)
			.filter(|place| !tried.contains(place) && !rounds::is_proven::<T>(*id, *place))
			.collect();
		if missing.is_empty() || is_over() {
			return Ok(0);
		}
		let specification = &opening.specification;
		let snapshot = rounds::snapshot::<T>(*id).ok_or(Problem::Refused(Error::Corrupt))?;
		let sample = snapshot.sample(specification).map_err(Problem::NoSample)?;
		let size = snapshot.size(specification);
		let largest = Pallet::<T>::largest_batch(size) as usize;
		if largest == 0 {
			return Err(Problem::TooHeavy);
		}

		let mut solver = Solver::new(&sample, specification.model);
		let mut found: Vec<(u16, Certificate)> = vec![];
		let mut outcome = Outcome::default();
		for place in missing {
			match solver.certify(place) {
				Ok(certificate) => found.push((place, certificate)),
				Err(error) => {
					self.memory.add(id, iter::once(place));
					outcome.note(LOG_TARGET, Err(Problem::Unsolved(place, error)));
				}
			}
			let over = is_over();
			if found.len() == largest {
				outcome.note(LOG_TARGET, self.send(size, core::mem::take(&mut found)));
			}
			if over {
				break;
			}
		}
		if !found.is_empty() {
			outcome.note(LOG_TARGET, self.send(size, found));
		}
		outcome.tell()
	}

	/// Sends certificates, once they are known to be accepted, and remembers it.
	fn send(
		&mut self,
		size: SampleSize,
		found: Vec<(u16, Certificate)>,
	) -> Result<usize, Problem<T>> {
		let SealedRound { id, seal, .. } = self.round;
		let places: Vec<u16> = found.iter().map(|(place, _)| *place).collect();
		let batch = CertificateBatch {
			round: *id,
			fingerprint: seal.fingerprint,
			size,
			certificates: BoundedVec::truncate_from(found),
		};
		Pallet::<T>::check_batch(&batch).map_err(Problem::Refused)?;
		let discriminator = self.memory.discriminator();
		let call = Call::<T>::post_certificates { batch, discriminator };
		let transaction = T::create_authorized_transaction(call.into());
		let taken = SubmitTransaction::<T, Call<T>>::submit_transaction(transaction);

		// Remembered even if the pool did not take it: another node may have been faster.
		self.memory.add(id, places.iter().copied());
		taken.map_err(|()| Problem::NotTaken)?;
		log::info!(
			target: LOG_TARGET,
			"round {}: sent certificates for {} of {} DMUs",
			id.0,
			places.len(),
			seal.dmus,
		);
		Ok(places.len())
	}
}
