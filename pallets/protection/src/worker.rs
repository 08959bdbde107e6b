//! The off-chain worker: it builds rings without a key, in the sense of [`salus_primitives::offchain`].
//!
//! With every block, it looks in each role for the step of building a ring that is due, and sends it. What it sent
//! is not sent again for [`Config::RetryPeriod`] blocks, unless another step is due by then; whatever is done is
//! not due any more.

use crate::{BuildStep, Call, Config, Pallet};
use alloc::vec::Vec;
use core::{fmt, iter};
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use salus_primitives::{
	digest_of,
	offchain::{with_lock, Busy, Outcome, Tries},
	Role,
};
use sp_core::{offchain::Duration, Get};

/// Where log messages come from.
const LOG_TARGET: &str = "runtime::protection";
/// The name of the pallet in the node's local storage.
pub(crate) const NAME: &str = "protection";
/// After how long a run is taken for dead.
const LOCK_TIME: Duration = Duration::from_millis(20_000);

/// Why a run stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
	/// Another run is at work.
	Busy,
	/// The chain takes no step now, as in safe mode.
	Refused,
	/// The pool did not take the transaction, which may be for one that it has already.
	NotTaken,
}

impl From<Busy> for Problem {
	fn from(_: Busy) -> Self {
		Self::Busy
	}
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Busy => write!(f, "another run is at work"),
			Self::Refused => write!(f, "the chain takes no step now"),
			Self::NotTaken => write!(f, "the pool did not take the transaction"),
		}
	}
}

/// In which roles a step was sent lately.
type Memory<T> = Tries<Role, (), BlockNumberFor<T>>;

/// Runs with a block.
pub fn run<T: Config>(now: BlockNumberFor<T>) {
	if let Err(problem) = attempt::<T>(now) {
		log::debug!(target: LOG_TARGET, "{problem}");
	}
}

/// Looks for steps that are due, sends them, and tells how many.
///
/// # Errors
///
/// See [`Problem`].
pub fn attempt<T: Config>(now: BlockNumberFor<T>) -> Result<usize, Problem> {
	let due = |role: Role| Some((role, Pallet::<T>::next_step(role)?));
	let due: Vec<(Role, BuildStep)> = Role::ALL.into_iter().filter_map(due).collect();
	if due.is_empty() {
		return Ok(0);
	}
	with_lock(NAME, LOCK_TIME, || {
		let prints = due.iter().map(|(role, step)| (*role, digest_of(step)));
		let mut memory = Memory::<T>::recall(NAME, now, T::RetryPeriod::get(), prints);
		let mut outcome = Outcome::default();
		for (role, step) in &due {
			outcome.note(LOG_TARGET, send::<T>(*role, *step, &mut memory));
		}
		outcome.tell()
	})?
}

/// Sends a step, unless that was done lately, and tells how many were sent.
fn send<T: Config>(role: Role, step: BuildStep, memory: &mut Memory<T>) -> Result<usize, Problem> {
	if !memory.of(&role).is_empty() {
		return Ok(0);
	}
	let discriminator = memory.discriminator();
	Pallet::<T>::admit_step(&step, discriminator).map_err(|_| Problem::Refused)?;
	let call = Call::<T>::advance_ring { step, discriminator };
	let transaction = T::create_authorized_transaction(call.into());
	let taken = SubmitTransaction::<T, Call<T>>::submit_transaction(transaction);

	// Remembered even if the pool did not take it: another node may have been faster.
	memory.add(&role, iter::once(()));
	taken.map_err(|()| Problem::NotTaken)?;
	log::info!(target: LOG_TARGET, "sent: {step:?}");
	Ok(1)
}
