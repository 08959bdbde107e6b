//! The off-chain worker, which builds rings.

use crate::{
	mock::*,
	worker::{attempt, Problem},
	BuildStep, Call, Cause, Rings,
};
use codec::Decode;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	pallet_prelude::TransactionSource,
	traits::{OffchainWorker, UnfilteredDispatchable},
};
use salus_primitives::{RingId, Role};
use sp_core::offchain::{
	testing::TestOffchainExt, Duration, OffchainDbExt, OffchainWorkerExt, TransactionPool,
	TransactionPoolExt,
};
use sp_runtime::{
	offchain::storage_lock::{StorageLock, Time},
	traits::{Applyable, Checkable},
};
use std::sync::{Arc, Mutex};

/// A pool that tests look into. It may refuse.
#[derive(Clone, Default)]
struct Pool {
	sent: Arc<Mutex<Vec<Vec<u8>>>>,
	refuses: Arc<Mutex<bool>>,
}

impl TransactionPool for Pool {
	fn submit_transaction(&mut self, transaction: Vec<u8>) -> Result<(), ()> {
		if *self.refuses.lock().expect("one thread") {
			return Err(());
		}
		self.sent.lock().expect("one thread").push(transaction);
		Ok(())
	}
}

impl Pool {
	/// What was sent since it was last asked.
	fn take(&self) -> Vec<Extrinsic> {
		let sent = core::mem::take(&mut *self.sent.lock().expect("one thread"));
		sent.iter().map(|bytes| Extrinsic::decode(&mut &bytes[..]).expect("it decodes")).collect()
	}

	/// The steps that were sent since it was last asked, each with its discriminator.
	fn steps(&self) -> Vec<(BuildStep, u32)> {
		self.take().iter().map(step_of).collect()
	}

	/// Puts what was sent into a block.
	fn apply(&self) -> Vec<(BuildStep, u32)> {
		let transactions = self.take();
		let steps = transactions.iter().map(step_of).collect();
		transactions.into_iter().for_each(apply_one);
		steps
	}

	fn refuse(&self, refuses: bool) {
		*self.refuses.lock().expect("one thread") = refuses;
	}
}

fn step_of(transaction: &Extrinsic) -> (BuildStep, u32) {
	match transaction.function {
		RuntimeCall::Protection(Call::advance_ring { step, discriminator }) => {
			(step, discriminator)
		}
		ref other => panic!("the worker sent {other:?}"),
	}
}

fn apply_one(transaction: Extrinsic) {
	let (info, len) = (transaction.get_dispatch_info(), 0);
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	assert_ok!(checked.validate::<Test>(TransactionSource::Local, &info, len));
	assert!(checked.apply::<Test>(&info, len).is_ok_and(|dispatched| dispatched.is_ok()));
}

/// Runs a test on a node with an off-chain worker.
fn on_a_node(test: impl FnOnce(Pool)) {
	let mut node = externalities();
	let (offchain, _) = TestOffchainExt::new();
	let pool = Pool::default();
	node.register_extension(OffchainDbExt::new(offchain.clone()));
	node.register_extension(OffchainWorkerExt::new(offchain));
	node.register_extension(TransactionPoolExt::new(pool.clone()));
	node.execute_with(|| {
		populate();
		Timestamp::set_timestamp(NOW);
		test(pool);
		assert_eq!(Protection::do_try_state(), Ok(()));
	});
}

fn register_for(role: Role, number: u32) {
	assert_ok!(registering(role, number).dispatch_bypass_filter(signed(admin(number))));
}

fn start(role: Role) -> BuildStep {
	BuildStep::Start(RingId { role, number: 0 }, Cause::Queue)
}

#[test]
fn it_builds_the_rings_of_all_roles() {
	on_a_node(|pool| {
		for (place, role) in (0..).zip(Role::ALL) {
			(0..3).for_each(|number| register_for(role, 10 * place + number));
		}
		<Protection as OffchainWorker<u64>>::offchain_worker(1);
		let starts: Vec<_> = Role::ALL.into_iter().map(|role| (start(role), 0)).collect();
		assert_eq!(pool.apply(), starts);
		for block in [2, 3] {
			assert_eq!(attempt::<Test>(block), Ok(6));
			assert_eq!(pool.apply().len(), 6);
		}
		for role in Role::ALL {
			let ring = Rings::<Test>::get(RingId { role, number: 0 });
			assert_eq!(ring.map(|ring| (ring.revision, ring.members)), Some((1, 3)));
		}
		// And then it is content.
		assert_eq!(attempt::<Test>(4), Ok(0));
		assert_eq!(pool.steps(), vec![]);
	});
}

#[test]
fn it_sends_nothing_while_nothing_is_due() {
	on_a_node(|pool| {
		register_all(MIN_RING - 1);
		assert_eq!(attempt::<Test>(1), Ok(0));
		assert_eq!(pool.steps(), vec![]);
	});
}

#[test]
fn what_was_lost_is_sent_again_after_some_blocks_as_another_attempt() {
	on_a_node(|pool| {
		register_all(3);
		assert_eq!(attempt::<Test>(1), Ok(1));
		assert_eq!(pool.steps(), [(start(RING.role), 0)]);
		for block in 2..1 + RETRY {
			assert_eq!(attempt::<Test>(block), Ok(0));
		}
		assert_eq!(attempt::<Test>(1 + RETRY), Ok(1));
		assert_eq!(pool.apply(), [(start(RING.role), 1)]);
		// What is due next is another step, and is not waited for.
		assert_eq!(attempt::<Test>(2 + RETRY), Ok(1));
		assert_eq!(pool.steps().len(), 1);
	});
}

#[test]
fn it_says_when_the_pool_does_not_take_a_step_and_waits() {
	on_a_node(|pool| {
		register_all(3);
		pool.refuse(true);
		assert_eq!(attempt::<Test>(1), Err(Problem::NotTaken));
		pool.refuse(false);
		assert_eq!(attempt::<Test>(2), Ok(0));
		assert_eq!(attempt::<Test>(1 + RETRY), Ok(1));
		assert_eq!(pool.steps().len(), 1);
	});
}

#[test]
fn its_runs_do_not_overlap() {
	on_a_node(|pool| {
		register_all(3);
		let deadline = Duration::from_millis(20_000);
		let mut lock = StorageLock::<'_, Time>::with_deadline(b"salus/protection/lock", deadline);
		let guard = lock.try_lock().expect("it is free");
		assert_eq!(attempt::<Test>(1), Err(Problem::Busy));
		assert_eq!(pool.steps(), vec![]);
		drop(guard);
		assert_eq!(attempt::<Test>(1), Ok(1));
	});
}

#[test]
fn problems_are_told_in_words() {
	for (problem, words) in [
		(Problem::Busy, "another run is at work"),
		(Problem::Refused, "the chain takes no step now"),
		(Problem::NotTaken, "the pool did not take the transaction"),
	] {
		assert_eq!(problem.to_string(), words);
	}
}
