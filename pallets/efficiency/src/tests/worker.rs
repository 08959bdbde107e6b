//! The off-chain worker, from figures to a report on chain.

use super::published::{hospital_rows, hospital_specification};
use crate::{
	mock::*,
	worker::{attempt, wanted_rounds, Memory, Problem, Prover, NAME},
	Call, Error, Stage,
};
use codec::Decode;
use frame_support::{
	dispatch::GetDispatchInfo, pallet_prelude::TransactionSource, traits::OffchainWorker,
	weights::Weight,
};
use salus_analysis::dea::Orientation;
use salus_primitives::RoundId;
use sp_core::offchain::{
	testing::{TestOffchainExt, TestTransactionPoolExt},
	Duration, OffchainDbExt, OffchainWorkerExt, TransactionPoolExt,
};
use sp_runtime::{
	offchain::storage_lock::{StorageLock, Time},
	traits::{Applyable, Checkable},
};
use std::sync::Arc;

/// What the worker sent and nobody has applied yet.
struct Pool(Box<dyn Fn() -> Vec<Extrinsic>>);

impl Pool {
	fn take(&self) -> Vec<Extrinsic> {
		(self.0)()
	}
}

/// Runs a test on a node with an off-chain worker.
fn on_a_node(test: impl FnOnce(Pool, Arc<dyn Fn(u64)>)) {
	let mut externalities = externalities(Default::default());
	let (offchain, state) = TestOffchainExt::new();
	let (pool, sent) = TestTransactionPoolExt::new();
	externalities.register_extension(OffchainDbExt::new(offchain.clone()));
	externalities.register_extension(OffchainWorkerExt::new(offchain));
	externalities.register_extension(TransactionPoolExt::new(pool));
	let pool = Pool(Box::new(move || {
		let bytes = core::mem::take(&mut sent.write().transactions);
		bytes.iter().map(|bytes| Extrinsic::decode(&mut &bytes[..]).expect("it decodes")).collect()
	}));
	let advance: Arc<dyn Fn(u64)> = Arc::new(move |millis| {
		let mut state = state.write();
		state.timestamp = state.timestamp.add(Duration::from_millis(millis));
	});
	externalities.execute_with(|| {
		begin();
		test(pool, advance);
		check_state();
	});
}

fn apply(transaction: Extrinsic) {
	let (info, len) = (transaction.get_dispatch_info(), 0);
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	assert!(checked.validate::<Test>(TransactionSource::Local, &info, len).is_ok());
	assert!(checked.apply::<Test>(&info, len).is_ok_and(|dispatched| dispatched.is_ok()));
}

fn dmus_of(transaction: &Extrinsic) -> Vec<u16> {
	match &transaction.function {
		RuntimeCall::Efficiency(Call::post_certificates { batch, .. }) => {
			batch.certificates.iter().map(|(dmu, _)| *dmu).collect()
		}
		other => panic!("the worker sent {other:?}"),
	}
}

#[test]
fn the_worker_proves_the_31_regions() {
	on_a_node(|pool, _| {
		let round = sealed(hospital_specification(Orientation::Output), &hospital_rows());
		<Efficiency as OffchainWorker<u64>>::offchain_worker(1);
		let transactions = pool.take();
		assert_eq!(transactions.len(), 1);
		transactions.into_iter().for_each(apply);
		assert_eq!(stored(round).stage, Stage::Complete);
		assert_eq!(stored(round).progress.all.proven, 31);
		// And then it is content.
		assert_eq!(attempt::<Test>(100), Ok(0));
	});
}

#[test]
fn batches_are_as_large_as_a_call_may_be() {
	on_a_node(|pool, _| {
		let round = sealed(hospital_specification(Orientation::Output), &hospital_rows());
		MaxBatch::set(12);
		assert_eq!(attempt::<Test>(1), Ok(31));
		let transactions = pool.take();
		let sizes: Vec<_> = transactions.iter().map(|sent| dmus_of(sent).len()).collect();
		assert_eq!(sizes, [12, 12, 7]);
		// In any order.
		transactions.into_iter().rev().for_each(apply);
		assert_eq!(stored(round).stage, Stage::Complete);
	});
}

#[test]
fn what_was_sent_is_not_sent_again_for_a_while() {
	on_a_node(|pool, _| {
		sealed(evaluation(), &DEAP);
		assert_eq!(attempt::<Test>(10), Ok(5));
		let first = pool.take();
		for block in 10..10 + RETRY {
			assert_eq!(attempt::<Test>(block), Ok(0));
		}
		// It was lost. The next attempt is the same batch, but not the same transaction.
		assert_eq!(attempt::<Test>(10 + RETRY), Ok(5));
		let second = pool.take();
		assert_eq!(dmus_of(&first[0]), dmus_of(&second[0]));
		assert_ne!(first[0].function, second[0].function);
	});
}

#[test]
fn a_memory_from_the_future_counts_for_nothing() {
	on_a_node(|pool, _| {
		sealed(evaluation(), &DEAP);
		assert_eq!(attempt::<Test>(10), Ok(5));
		// A branch that is behind, or a chain that was started over.
		assert_eq!(attempt::<Test>(9), Ok(5));
		assert_eq!(pool.take().len(), 2);
	});
}

#[test]
fn a_memory_of_other_figures_counts_for_nothing() {
	on_a_node(|pool, _| {
		sealed(evaluation(), &DEAP);
		assert_eq!(attempt::<Test>(10), Ok(5));
		// The same round of another chain on the same database.
		crate::NextRoundId::<Test>::put(ROUND);
		accepted(root(), Call::cancel { round: ROUND });
		sealed(evaluation(), &[[20, 10], [40, 30]]);
		assert_eq!(attempt::<Test>(10), Ok(2));
		assert_eq!(pool.take().len(), 2);
	});
}

#[test]
fn it_goes_on_where_others_have_been() {
	on_a_node(|pool, _| {
		sealed(evaluation(), &DEAP);
		let all = certificates(ROUND);
		let some = batch_of(ROUND, vec![all[1], all[3]]);
		accepted(signed(STRANGER), Call::submit_certificates { batch: some });
		assert_eq!(attempt::<Test>(1), Ok(3));
		assert_eq!(dmus_of(&pool.take()[0]), [0, 2, 4]);
	});
}

#[test]
fn runs_do_not_overlap_and_a_dead_run_is_forgotten() {
	on_a_node(|_, advance| {
		sealed(evaluation(), &DEAP);
		let deadline = Duration::from_millis(20_000);
		let mut lock = StorageLock::<'_, Time>::with_deadline(b"salus/efficiency/lock", deadline);
		let guard = lock.try_lock().expect("it is free");
		assert_eq!(attempt::<Test>(1), Err(Problem::Busy));
		guard.forget();
		assert_eq!(attempt::<Test>(2), Err(Problem::Busy));
		advance(20_001);
		assert_eq!(attempt::<Test>(3), Ok(5));
	});
}

#[test]
fn a_run_ends_with_its_time_and_the_next_one_goes_on() {
	on_a_node(|pool, _| {
		let round = sealed(hospital_specification(Orientation::Output), &hospital_rows());
		let looks = core::cell::Cell::new(0);
		let found = wanted_rounds::<Test>().pop().expect("it takes certificates");
		let wanted = [(round, found.seal.fingerprint)];
		let mut memory = Memory::<Test>::recall(NAME, 1, RETRY, wanted);
		let prover = Prover::<Test> { round: &found, memory: &mut memory };
		// It looks at the clock before the first DMU and after each.
		let is_over = || {
			looks.set(looks.get() + 1);
			looks.get() > 4
		};
		assert_eq!(prover.prove(is_over), Ok(4));
		assert_eq!(dmus_of(&pool.take()[0]), [0, 1, 2, 3]);
		assert_eq!(attempt::<Test>(2), Ok(27));
		assert_eq!(dmus_of(&pool.take()[0])[0], 4);
	});
}

#[test]
fn several_rounds_are_proven_and_others_left_alone() {
	on_a_node(|pool, _| {
		open(evaluation(), roster(5));
		sealed(evaluation(), &DEAP);
		sealed(hospital_specification(Orientation::Input), &hospital_rows());
		assert_eq!(attempt::<Test>(1), Ok(36));
		pool.take().into_iter().for_each(apply);
		assert_eq!(stored(ROUND).stage, Stage::Open);
		for round in [RoundId(1), RoundId(2)] {
			assert_eq!(stored(round).stage, Stage::Complete);
		}
	});
}

#[test]
fn it_sends_nothing_that_the_chain_would_refuse() {
	on_a_node(|pool, _| {
		sealed(evaluation(), &DEAP);
		// Figures that are not what was sealed, as on a chain that is broken.
		let honest = stored(ROUND);
		crate::Rounds::<Test>::mutate(ROUND, |round| {
			if let Some(seal) = round.as_mut().and_then(|round| round.seal.as_mut()) {
				seal.dmus = 4;
			}
		});
		assert_eq!(attempt::<Test>(1), Err(Problem::Refused(Error::WrongSize)));
		crate::Rounds::<Test>::insert(ROUND, honest);
		Timestamp::set_timestamp(REPORT_BY + 1);
		assert_eq!(attempt::<Test>(1), Ok(0));
		Timestamp::set_timestamp(REPORT_BY);
		DmuWeight::set(Weight::MAX);
		assert_eq!(attempt::<Test>(1), Err(Problem::TooHeavy));
		// And a hook never fails.
		<Efficiency as OffchainWorker<u64>>::offchain_worker(1);
		assert!(pool.take().is_empty());
	});
}

#[test]
fn a_round_that_cannot_be_proven_does_not_hold_up_the_next() {
	on_a_node(|pool, _| {
		let broken = sealed(evaluation(), &DEAP);
		sealed(evaluation(), &DEAP);
		let snapshot = crate::Snapshots::<Test>::take(broken).expect("it is sealed");
		assert_eq!(attempt::<Test>(1), Ok(5));
		assert_eq!(pool.take().len(), 1);
		crate::Snapshots::<Test>::insert(broken, snapshot);
	});
}

#[test]
fn it_proves_what_is_sealed_late() {
	on_a_node(|pool, _| {
		open(evaluation(), roster(1));
		observe(0, ROUND, figures(&[1, 1]));
		Timestamp::set_timestamp(REPORT_BY + 7);
		seal(ROUND);
		Timestamp::set_timestamp(REPORT_BY + 7 + MIN_PROVING);
		assert_eq!(attempt::<Test>(1), Ok(1));
		pool.take().into_iter().for_each(apply);
		assert_eq!(stored(ROUND).stage, Stage::Complete);
	});
}

#[test]
fn it_touches_nothing_where_there_is_nothing_to_do() {
	// There are no off-chain extensions here: whatever reached for them would panic.
	run(|| {
		open(evaluation(), roster(5));
		sealed(survey(), &[[1], [2]]);
		assert_eq!(attempt::<Test>(1), Ok(0));
	});
}
