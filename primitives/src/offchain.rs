//! What every off-chain worker needs, so that it is an untrusted prover and a polite one.
//!
//! A worker runs with every block that a node imports, in a thread of its own. So it may run twice at
//! a time, on two branches of a fork, or not for a while; and whatever it sends may be lost, or sent by
//! another node at the same time. It asks the chain what is missing, each time, and keeps three things
//! in the node's local storage or in its transactions:
//!
//! | | |
//! |---|---|
//! | [`with_lock`] | keeps runs of a pallet's worker from overlapping |
//! | [`Tries`] | remembers what was tried lately, so that it is not tried again with each block |
//! | [`retry_discriminator`] | tells one attempt from the next, so that a pool that dropped one takes it |
//!
//! Correctness rests on none of them: a worker that remembers nothing does the same as one that
//! remembers, and repeats itself.
//!
//! What a worker sends costs nobody a fee. So a pool orders it by [`priority`], and a call of this sort
//! is no larger than [`free_call_budget`] allows; [`largest_batch`] finds how much fits.

use alloc::{collections::BTreeSet, format, vec::Vec};
use codec::{Decode, Encode};
use core::fmt::Display;
use frame_support::{pallet_prelude::TransactionPriority, weights::Weight};
use sp_core::{offchain::Duration, H256};
use sp_runtime::{
	offchain::{
		storage::StorageValueRef,
		storage_lock::{StorageLock, Time},
	},
	traits::{AtLeast32BitUnsigned, One},
	SaturatedConversion,
};

/// Which transactions without a fee go before which. All of them go before what pays: nobody is paid
/// for them, each is wanted once, and nothing is gained by sending another.
pub mod priority {
	use super::TransactionPriority;

	/// Goods move because of it, or stop moving: somebody waits.
	pub const GOODS: TransactionPriority = TransactionPriority::MAX / 4 * 3;
	/// A report becomes final because of it.
	pub const REPORT: TransactionPriority = TransactionPriority::MAX / 2;
	/// It tidies up what has expired, which anybody could do later.
	pub const UPKEEP: TransactionPriority = TransactionPriority::MAX / 4;
}

/// A call that costs no fee weighs at most this part of the largest extrinsic of its class. It bounds
/// what a stranger can make a node verify for nothing, by a proof of which the last step is wrong.
pub const FREE_PART: u64 = 8;

/// What a call that costs no fee may weigh, where `largest` is the largest extrinsic of its class, if
/// that is bounded.
pub fn free_call_budget(largest: Option<Weight>) -> Weight {
	largest.unwrap_or(Weight::MAX) / FREE_PART
}

/// The largest batch of at most `most` whose weight fits into `budget`; zero if not even one does.
/// A larger batch must not weigh less.
pub fn largest_batch(most: u32, budget: Weight, weight_of: impl Fn(u32) -> Weight) -> u32 {
	if weight_of(most).all_lte(budget) {
		return most;
	}
	let (mut fits, mut exceeds) = (0, most);
	while exceeds - fits > 1 {
		let batch = fits + (exceeds - fits) / 2;
		if weight_of(batch).all_lte(budget) {
			fits = batch;
		} else {
			exceeds = batch;
		}
	}
	fits
}

/// Another run of the same worker is at work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Busy;

/// Runs the worker of a pallet, named in lower case, unless a run of it is at work.
///
/// The lock frees itself after `deadline`, so that a run that died does not stop the worker for good. A
/// run that takes longer may be overlapped by the next.
///
/// # Errors
///
/// [`Busy`], if a run is at work.
pub fn with_lock<R>(pallet: &str, deadline: Duration, run: impl FnOnce() -> R) -> Result<R, Busy> {
	let key = local_key(pallet, "lock");
	let mut lock = StorageLock::<'_, Time>::with_deadline(&key, deadline);
	let _guard = lock.try_lock().map_err(|_| Busy)?;
	Ok(run())
}

/// The key in a node's local storage under which the worker of a pallet keeps something.
fn local_key(pallet: &str, what: &str) -> Vec<u8> {
	format!("salus/{pallet}/{what}").into_bytes()
}

/// What tells an attempt from those before it: the number of the retry period in which it is made.
pub fn retry_discriminator<BlockNumber>(now: BlockNumber, period: BlockNumber) -> u32
where
	BlockNumber: AtLeast32BitUnsigned,
{
	(now / period.max(One::one())).saturated_into()
}

/// What was tried of a subject that had this fingerprint: each part, and the block with which it was.
#[derive(Encode, Decode)]
struct Tried<Subject, Part, BlockNumber> {
	subject: Subject,
	fingerprint: H256,
	parts: Vec<(Part, BlockNumber)>,
}

/// What the worker of a pallet tried lately, subject by subject and part by part; of a round, for
/// example, which decision-making units.
///
/// What was sent, or could not be solved, is not tried again for a retry period, so that none keeps
/// others waiting. A try counts for nothing
///
/// - of a subject that has another fingerprint now, or that is not wanted any more;
/// - from the future, left by a branch that was dropped or by a chain that was started over.
pub struct Tries<Subject, Part, BlockNumber> {
	key: Vec<u8>,
	now: BlockNumber,
	period: BlockNumber,
	subjects: Vec<Tried<Subject, Part, BlockNumber>>,
}

impl<Subject, Part, BlockNumber> Tries<Subject, Part, BlockNumber>
where
	Subject: Encode + Decode + PartialEq,
	Part: Encode + Decode + Copy + Ord,
	BlockNumber: Encode + Decode + Copy + AtLeast32BitUnsigned,
{
	/// What the node remembers at the block `now` of the subjects that are wanted, each with its
	/// fingerprint, and of tries less than `period` blocks ago. The pallet is named in lower case.
	pub fn recall(
		pallet: &str,
		now: BlockNumber,
		period: BlockNumber,
		wanted: impl IntoIterator<Item = (Subject, H256)>,
	) -> Self {
		let key = local_key(pallet, "tried");
		let stored = StorageValueRef::persistent(&key)
			.get::<Vec<Tried<Subject, Part, BlockNumber>>>()
			.ok()
			.flatten()
			.unwrap_or_default();
		let is_fresh = |at: BlockNumber| at <= now && now < at.saturating_add(period);
		let subjects = wanted
			.into_iter()
			.map(|(subject, fingerprint)| {
				let known = stored
					.iter()
					.find(|tried| tried.subject == subject && tried.fingerprint == fingerprint);
				let parts = known.into_iter().flat_map(|tried| &tried.parts);
				let parts = parts.copied().filter(|(_, at)| is_fresh(*at)).collect();
				Tried { subject, fingerprint, parts }
			})
			.collect();
		Self { key, now, period, subjects }
	}

	/// What was tried of a subject.
	pub fn of(&self, subject: &Subject) -> BTreeSet<Part> {
		let tried = self.subjects.iter().filter(|tried| tried.subject == *subject);
		tried.flat_map(|tried| &tried.parts).map(|(part, _)| *part).collect()
	}

	/// Remembers that parts of a wanted subject are tried with this block.
	pub fn add(&mut self, subject: &Subject, parts: impl IntoIterator<Item = Part>) {
		let now = self.now;
		if let Some(tried) = self.subjects.iter_mut().find(|tried| tried.subject == *subject) {
			tried.parts.extend(parts.into_iter().map(|part| (part, now)));
		}
		StorageValueRef::persistent(&self.key).set(&self.subjects);
	}

	/// The [`retry_discriminator`] of what is tried with this block.
	pub fn discriminator(&self) -> u32 {
		retry_discriminator(self.now, self.period)
	}
}

/// What came of several attempts, of which one that fails does not keep the others from going on.
pub struct Outcome<Problem> {
	done: usize,
	problem: Option<Problem>,
}

impl<Problem> Default for Outcome<Problem> {
	fn default() -> Self {
		Self { done: 0, problem: None }
	}
}

impl<Problem: Display> Outcome<Problem> {
	/// Counts what an attempt did. A problem is logged for the `log_target`.
	pub fn note(&mut self, log_target: &'static str, result: Result<usize, Problem>) {
		match result {
			Ok(done) => self.done = self.done.saturating_add(done),
			Err(problem) => {
				log::debug!(target: log_target, "{problem}");
				self.problem.get_or_insert(problem);
			}
		}
	}

	/// How much was done, or, if nothing, the first problem.
	///
	/// # Errors
	///
	/// The first problem.
	pub fn tell(self) -> Result<usize, Problem> {
		match self {
			Self { done: 0, problem: Some(problem) } => Err(problem),
			Self { done, .. } => Ok(done),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::offchain::{
		testing::TestOffchainExt, OffchainDbExt, OffchainWorkerExt, Timestamp,
	};
	use sp_io::TestExternalities;

	const DEADLINE: Duration = Duration::from_millis(20_000);

	/// Runs a test on a node, which hands out a way to set its clock.
	fn on_a_node(test: impl FnOnce(&dyn Fn(u64))) {
		let (offchain, state) = TestOffchainExt::new();
		let mut node = TestExternalities::default();
		node.register_extension(OffchainDbExt::new(offchain.clone()));
		node.register_extension(OffchainWorkerExt::new(offchain));
		let set_clock = move |millis| state.write().timestamp = Timestamp::from_unix_millis(millis);
		node.execute_with(|| test(&set_clock));
	}

	type TestTries = Tries<u32, u16, u64>;

	fn recalled(now: u64, wanted: &[(u32, H256)]) -> TestTries {
		Tries::recall("test", now, 5, wanted.iter().copied())
	}

	fn print(byte: u8) -> H256 {
		H256::repeat_byte(byte)
	}

	#[test]
	fn goods_go_before_reports_and_reports_before_upkeep() {
		const {
			assert!(priority::GOODS > priority::REPORT);
			assert!(priority::REPORT > priority::UPKEEP);
			// What pays has the tip as its priority, times some thousands.
			assert!(priority::UPKEEP > TransactionPriority::MAX / 8);
		}
	}

	#[test]
	fn a_free_call_weighs_an_eighth_of_the_largest_extrinsic() {
		let largest = Weight::from_parts(800, 81);
		assert_eq!(free_call_budget(Some(largest)), Weight::from_parts(100, 10));
		assert_eq!(free_call_budget(None), Weight::MAX / 8);
	}

	#[test]
	fn the_largest_batch_is_the_last_that_fits() {
		let weight_of = |batch: u32| Weight::from_parts(7 + 10 * u64::from(batch), 0);
		for most in [0, 1, 2, 3, 64] {
			for budget in 0..120 {
				let budget = Weight::from_parts(budget, 0);
				let fits = |batch: &u32| weight_of(*batch).all_lte(budget);
				let expected = (1..=most).take_while(fits).last().unwrap_or_default();
				assert_eq!(largest_batch(most, budget, weight_of), expected);
			}
		}
		assert_eq!(largest_batch(u32::MAX, Weight::MAX, |_| Weight::zero()), u32::MAX);
	}

	#[test]
	fn both_parts_of_a_weight_have_to_fit() {
		let weight_of = |batch: u32| Weight::from_parts(1, 3).saturating_mul(batch.into());
		assert_eq!(largest_batch(9, Weight::from_parts(8, 12), weight_of), 4);
	}

	#[test]
	fn runs_do_not_overlap_and_a_dead_run_is_forgotten() {
		on_a_node(|set_clock| {
			let nested = with_lock("test", DEADLINE, || {
				assert_eq!(with_lock("other", DEADLINE, || 1), Ok(1));
				with_lock("test", DEADLINE, || 2)
			});
			assert_eq!(nested, Ok(Err(Busy)));
			assert_eq!(with_lock("test", DEADLINE, || 3), Ok(3));
			let key = local_key("test", "lock");
			let mut lock = StorageLock::<'_, Time>::with_deadline(&key, DEADLINE);
			lock.try_lock().expect("it is free").forget();
			assert_eq!(with_lock("test", DEADLINE, || 4), Err(Busy));
			set_clock(20_001);
			assert_eq!(with_lock("test", DEADLINE, || 5), Ok(5));
		});
	}

	#[test]
	fn what_was_tried_is_remembered_for_a_period() {
		on_a_node(|_| {
			let wanted = [(1, print(1)), (2, print(2))];
			let mut tries = recalled(10, &wanted);
			assert_eq!(tries.of(&1), BTreeSet::new());
			tries.add(&1, [3, 4]);
			assert_eq!(tries.of(&1), BTreeSet::from([3, 4]));
			assert_eq!(tries.of(&2), BTreeSet::new());
			recalled(12, &wanted).add(&1, [5]);
			assert_eq!(recalled(14, &wanted).of(&1), BTreeSet::from([3, 4, 5]));
			assert_eq!(recalled(15, &wanted).of(&1), BTreeSet::from([5]));
			assert_eq!(recalled(17, &wanted).of(&1), BTreeSet::new());
		});
	}

	#[test]
	fn a_try_counts_for_the_subject_the_fingerprint_and_the_past_alone() {
		on_a_node(|_| {
			let mut tries = recalled(10, &[(1, print(1))]);
			tries.add(&1, [3]);
			// A subject that is not wanted is not remembered.
			tries.add(&2, [4]);
			assert_eq!(recalled(10, &[(1, print(2))]).of(&1), BTreeSet::new());
			assert_eq!(recalled(10, &[(2, print(1))]).of(&2), BTreeSet::new());
			// A branch that is behind, or a chain that was started over.
			assert_eq!(recalled(9, &[(1, print(1))]).of(&1), BTreeSet::new());
			assert_eq!(recalled(10, &[(1, print(1))]).of(&1), BTreeSet::from([3]));
			let other = Tries::<u32, u16, u64>::recall("other", 10, 5, [(1, print(1))]);
			assert_eq!(other.of(&1), BTreeSet::new());
		});
	}

	#[test]
	fn each_period_has_a_discriminator_of_its_own() {
		let told = [0u64, 4, 5, 9, 10].map(|now| retry_discriminator(now, 5));
		assert_eq!(told, [0, 0, 1, 1, 2]);
		assert_eq!(retry_discriminator(7u64, 0), 7);
		on_a_node(|_| assert_eq!(recalled(12, &[]).discriminator(), 2));
	}

	#[test]
	fn one_problem_does_not_hide_what_was_done() {
		let told = |results: &[Result<usize, &'static str>]| {
			let mut outcome = Outcome::default();
			results.iter().for_each(|result| outcome.note("test", *result));
			outcome.tell()
		};
		assert_eq!(told(&[]), Ok(0));
		assert_eq!(told(&[Ok(0), Err("first"), Err("second")]), Err("first"));
		assert_eq!(told(&[Ok(2), Err("first"), Ok(3)]), Ok(5));
	}
}
