//! The off-chain worker, from shares to a plan that is carried out.

use super::{
	apply, asked, best, crossed, gives_to_hospitals, honest, is_deciding, let_prove, naive, pairs,
	ruled, submit, submit_bars, waiting, PROVING,
};
use crate::{
	mock::*,
	worker::{attempt, prove, wanted_plans, Known, Memory, Problem, ASKED, NAME},
	Call, Error, Event, Method, PostedPlan, Stage,
};
use codec::Decode;
use frame_support::{assert_ok, traits::OffchainWorker, weights::Weight};
use pallet_needs::Request;
use salus_analysis::transport::Pair;
use salus_primitives::{AllocationId, NeedId, OfferId};
use sp_core::offchain::{
	testing::TestOffchainExt, Duration, OffchainDbExt, OffchainWorkerExt, TransactionPool,
	TransactionPoolExt,
};
use sp_runtime::offchain::{
	storage::StorageValueRef,
	storage_lock::{StorageLock, Time},
};
use std::{
	cell::Cell,
	sync::{Arc, Mutex},
};

/// A pool that tests look into, and that may refuse.
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

/// What the worker sends.
#[derive(Clone, PartialEq, Debug)]
enum Sent {
	Plan(PostedPlan),
	Bars(Vec<(u16, u16)>),
}

impl Pool {
	fn take(&self) -> Vec<Extrinsic> {
		let sent = core::mem::take(&mut *self.sent.lock().expect("one thread"));
		sent.iter().map(|bytes| Extrinsic::decode(&mut &bytes[..]).expect("it decodes")).collect()
	}

	/// What was sent since it was last asked.
	fn sent(&self) -> Vec<Sent> {
		self.take().iter().map(told).collect()
	}

	/// Puts what was sent into a block.
	fn apply(&self) -> Vec<Sent> {
		let transactions = self.take();
		let told = transactions.iter().map(told).collect();
		for transaction in transactions {
			assert!(apply(transaction).is_ok_and(|dispatched| dispatched.is_ok()));
		}
		told
	}

	fn refuse(&self, refuses: bool) {
		*self.refuses.lock().expect("one thread") = refuses;
	}
}

fn told(transaction: &Extrinsic) -> Sent {
	match &transaction.function {
		RuntimeCall::Emergencies(Call::post_plan { plan, .. }) => Sent::Plan(plan.clone()),
		RuntimeCall::Emergencies(Call::post_bars { bars, .. }) => Sent::Bars(listed(bars)),
		other => panic!("the worker sent {other:?}"),
	}
}

fn listed(bars: &[Pair]) -> Vec<(u16, u16)> {
	bars.iter().map(|pair| (pair.supply, pair.demand)).collect()
}

/// The bars of the only plan that was sent.
#[track_caller]
fn bars_of_plan(sent: &[Sent]) -> Vec<(u16, u16)> {
	match sent {
		[Sent::Plan(plan)] => listed(&plan.bars),
		other => panic!("{other:?}"),
	}
}

/// Runs a test on a node with an off-chain worker, whose clock may be turned.
fn on_a_node(test: impl FnOnce(Pool, &dyn Fn(u64))) {
	let mut externalities = stage();
	let (offchain, state) = TestOffchainExt::new();
	let pool = Pool::default();
	externalities.register_extension(OffchainDbExt::new(offchain.clone()));
	externalities.register_extension(OffchainWorkerExt::new(offchain));
	externalities.register_extension(TransactionPoolExt::new(pool.clone()));
	let advance = move |millis| {
		let mut state = state.write();
		state.timestamp = state.timestamp.add(Duration::from_millis(millis));
	};
	externalities.execute_with(|| {
		test(pool, &advance);
		check_all();
	});
}

#[test]
fn the_worker_proves_the_best_plan() {
	on_a_node(|pool, _| {
		let id = crossed();
		<Emergencies as OffchainWorker<u64>>::offchain_worker(1);
		let sent = pool.apply();
		let [Sent::Plan(plan)] = &sent[..] else { panic!("{sent:?}") };
		assert_eq!((&plan.flows, plan.bars.len()), (&best(id).flows, 0));
		assert_eq!(asked(id), Some(0));
		// And then it is content.
		assert_eq!(attempt::<Test>(100), Ok(0));
		carry_through(id);
		assert_eq!(known(id).method, Some(Method::Proven));
		assert_eq!(lines(id), [(OfferId(0), NeedId(1), 10), (OfferId(1), NeedId(0), 10)]);
	});
}

#[test]
fn a_plan_is_sent_with_every_block_until_one_stands() {
	on_a_node(|pool, _| {
		crossed();
		for block in 10..10 + RETRY {
			assert_eq!(attempt::<Test>(block), Ok(1));
		}
		// A pool that has it takes no other one of it.
		let sent = pool.take();
		assert!(sent.iter().all(|one| one.function == sent[0].function));
		// It was lost, and whoever refused it may remember that: now it is another transaction.
		assert_eq!(attempt::<Test>(10 + RETRY), Ok(1));
		let later = pool.take();
		assert_eq!(told(&sent[0]), told(&later[0]));
		assert_ne!(sent[0].function, later[0].function);
		assert_eq!(attempt::<Test>(11 + RETRY), Ok(1));
		pool.apply();
		assert_eq!(attempt::<Test>(12 + RETRY), Ok(0));
	});
}

#[test]
fn what_the_pool_did_not_take_is_sent_again() {
	on_a_node(|pool, _| {
		crossed();
		pool.refuse(true);
		assert_eq!(attempt::<Test>(10), Err(Problem::NotTaken));
		pool.refuse(false);
		assert_eq!(attempt::<Test>(11), Ok(1));
		pool.apply();
	});
}

#[test]
fn it_knows_what_the_rules_forbid_before_the_chain_does() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_eq!(attempt::<Test>(1), Ok(1));
		// Another plan would be as good, and goes over a pair that the rule forbids.
		assert_eq!(bars_of_plan(&pool.apply()), [(0, 1)]);
		assert_eq!(pairs(id), [(0, 0), (1, 0), (1, 1)]);
		let view = Emergencies::problem(id).expect("it is stored");
		assert_eq!(view.candidate, Some(honest(id).flows.to_vec()));
		assert_eq!(carry_through(id).method, Some(Method::Proven));
	});
}

#[test]
fn it_is_not_held_up_by_a_plan_that_the_rules_forbid() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		assert_eq!(attempt::<Test>(1), Ok(1));
		assert_eq!(bars_of_plan(&pool.apply()), [(0, 1)]);
		let (offer, need) = (OfferId(0), NeedId(1));
		let dropped = Event::CandidateDropped { allocation: id, offer, need };
		assert!(events().contains(&dropped));
		assert_eq!(attempt::<Test>(2), Ok(0));
		assert_eq!(carry_through(id).method, Some(Method::Proven));
		made(id, 0);
		made(id, 1);
	});
}

#[test]
fn it_does_not_displace_a_plan_that_is_as_good_as_its_own() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_ok!(submit(honest(id)));
		assert_eq!(attempt::<Test>(1), Ok(0));
		assert!(pool.take().is_empty());
	});
}

#[test]
fn pairs_that_others_barred_are_not_barred_again() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_ok!(submit_bars(id, &[(0, 1)]));
		assert_eq!(attempt::<Test>(1), Ok(1));
		assert!(bars_of_plan(&pool.apply()).is_empty());
	});
}

/// Four needs of a centre, to which the donor must not give, and as many of a hospital, to which it may; and two
/// offers of the donor, which would be enough for all of them.
fn many_bars() -> AllocationId {
	gives_to_hospitals();
	for institution in [CENTRE, HOSPITAL] {
		for _ in 0..4 {
			asks(institution, 10);
		}
	}
	offers(DONOR, 40);
	offers(DONOR, 40);
	waiting()
}

#[test]
fn bars_that_a_plan_cannot_carry_go_ahead_of_it() {
	on_a_node(|pool, _| {
		let id = many_bars();
		// To be admitted weighs 50, the call 500, and each bar 100: five are free, and three with a plan of four
		// flows.
		LargestTransaction::set(&Weight::from_parts(8 * 1_050, u64::MAX));
		assert_eq!(Emergencies::largest_bars(), 5);
		let mut barred = 0;
		let mut block = 0;
		let last = loop {
			block += 1;
			assert!(block < 9, "it comes to an end");
			let sent = attempt::<Test>(block).expect("the chain takes all of it");
			assert!(sent > 0);
			let sent = pool.apply();
			let plans = sent.iter().filter(|sent| matches!(sent, Sent::Plan(_))).count();
			if plans > 0 {
				break sent;
			}
			for bars in &sent {
				let Sent::Bars(bars) = bars else { panic!("{bars:?}") };
				assert!(bars.len() <= 5);
				barred += bars.len();
			}
		};
		// Of each offer to each need of the centre.
		assert_eq!(barred, 8);
		assert!(matches!(last[0], Sent::Plan(_)));
		assert_eq!(attempt::<Test>(100), Ok(0));
		// The hospital gets its forty, whoever of the donor's offers gives them.
		let ended = carry_through(id);
		assert_eq!(ended.method, Some(Method::Proven));
		let quality = ended.quality.expect("it ended well");
		assert_eq!((quality.all.shared, quality.all.promised), (80, 40));
	});
}

#[test]
fn a_run_ends_with_its_time_and_the_next_one_goes_on() {
	on_a_node(|pool, _| {
		let id = ruled();
		let fingerprint = known(id).fingerprint.expect("shares are decided");
		let mut remembered = Known::none(id, fingerprint);
		let mut memory = Memory::<Test>::recall(NAME, 1, RETRY, [(id, fingerprint)]);
		let looks = Cell::new(0);
		// It looks at the clock before each question.
		let is_over = || {
			looks.set(looks.get() + 1);
			looks.get() > 1
		};
		let proven = prove::<Test>((id, fingerprint), &mut memory, &mut remembered, is_over);
		assert_eq!(proven, Ok(0));
		assert!(pool.take().is_empty());
		assert_ne!(remembered, Known::none(id, fingerprint));
		let proven = prove::<Test>((id, fingerprint), &mut memory, &mut remembered, || false);
		assert_eq!(proven, Ok(1));
		assert_eq!(bars_of_plan(&pool.apply()), [(0, 1)]);
	});
}

#[test]
fn what_was_asked_is_remembered_for_the_figures_that_it_is_about() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_eq!(attempt::<Test>(1), Ok(1));
		let stored = || {
			let stored = StorageValueRef::persistent(ASKED).get::<Vec<Known>>();
			stored.expect("it decodes").expect("it is stored")
		};
		let fingerprint = known(id).fingerprint.expect("shares are decided");
		assert_eq!(stored().len(), 1);
		assert_ne!(stored()[0], Known::none(id, fingerprint));
		pool.take();
		// Another allocation, of another chain on the same database.
		let other = H256::repeat_byte(7);
		StorageValueRef::persistent(ASKED).set(&vec![Known::none(id, other)]);
		assert_eq!(attempt::<Test>(1 + RETRY), Ok(1));
		assert_eq!(bars_of_plan(&pool.sent()), [(0, 1)]);
		assert_ne!(stored()[0], Known::none(id, fingerprint));
		// What cannot be read is nothing.
		StorageValueRef::persistent(ASKED).set(&7u8);
		assert_eq!(attempt::<Test>(1 + 2 * RETRY), Ok(1));
	});
}

#[test]
fn what_the_chain_would_refuse_is_asked_anew() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_eq!(attempt::<Test>(1), Ok(1));
		pool.take();
		// The donor takes its rule back before the plan is included.
		assert_ok!(Ruling::withdraw_rule(by(agent_of(DONOR)), salus_primitives::RuleId(0)));
		let refused = Err(Problem::Refused(Error::NotBarred));
		assert_eq!(attempt::<Test>(1 + RETRY), refused);
		assert_eq!(attempt::<Test>(1 + RETRY), Ok(1));
		assert!(bars_of_plan(&pool.apply()).is_empty());
		assert_eq!(pairs(id).len(), 4);
	});
}

#[test]
fn several_allocations_are_solved_and_others_left_alone() {
	on_a_node(|pool, _| {
		asks_for(CENTRE, Request { class: GOWNS, ..wanted(10) });
		let lot = stock(DONOR, GOWNS, 10, None);
		offers_of(DONOR, supply(lot, 10));
		let first = crossed();
		let second = opened_of(declared(ASSEMBLY, of_one("CN", GOWNS)), GOWNS);
		assert_eq!(wanted_plans::<Test>().len(), 1);
		advance_until(second, is_deciding);
		assert_eq!(attempt::<Test>(1), Ok(2));
		pool.apply();
		assert_eq!((asked(first), asked(second)), (Some(0), Some(0)));
	});
}

#[test]
fn it_touches_nothing_where_there_is_nothing_to_do() {
	// There are no off-chain extensions here: whatever reached for them would panic.
	run(|| {
		assert_eq!(attempt::<Test>(1), Ok(0));
		let id = crossed();
		pass(PROVING + 1);
		assert_eq!(attempt::<Test>(1), Ok(0));
		carry_through(id);
		assert_eq!(attempt::<Test>(1), Ok(0));
	});
	run(|| {
		crossed();
		set_safe_mode(true);
		assert_eq!(attempt::<Test>(1), Ok(0));
	});
	run(|| {
		let id = crossed();
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), known(id).emergency));
		assert_eq!(attempt::<Test>(1), Ok(0));
	});
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let_prove();
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		assert_eq!(attempt::<Test>(1), Ok(0));
	});
}

#[test]
fn runs_do_not_overlap_and_a_dead_run_is_forgotten() {
	on_a_node(|_, advance| {
		crossed();
		let deadline = Duration::from_millis(20_000);
		let mut lock = StorageLock::<'_, Time>::with_deadline(b"salus/emergencies/lock", deadline);
		let guard = lock.try_lock().expect("it is free");
		assert_eq!(attempt::<Test>(1), Err(Problem::Busy));
		guard.forget();
		assert_eq!(attempt::<Test>(2), Err(Problem::Busy));
		advance(20_001);
		assert_eq!(attempt::<Test>(3), Ok(1));
	});
}

#[test]
fn a_plan_of_bars_alone_is_sent_where_nothing_may_go() {
	on_a_node(|pool, _| {
		gives_to_hospitals();
		asks(CENTRE, 10);
		offers(DONOR, 10);
		let id = waiting();
		assert_eq!(attempt::<Test>(1), Ok(1));
		assert_eq!(bars_of_plan(&pool.apply()), [(0, 0)]);
		assert_eq!(carry_through(id).lines, 0);
	});
}

#[test]
fn a_plan_that_it_knows_to_be_forbidden_is_dropped_though_its_own_comes_too_late() {
	on_a_node(|pool, _| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		pass(PROVING + 1);
		// It leaves that to the chain.
		assert_eq!(attempt::<Test>(1), Ok(0));
		assert!(pool.take().is_empty());
		assert_ok!(advance(id));
		assert_eq!(asked(id), None);
	});
}
