//! The off-chain worker, which rings what is due.

use crate::{
	mock::*,
	worker::{attempt, Problem, LOOKING_TIME, MOST_ALARMS, STOPPED_AT},
	*,
};
use codec::Decode;
use frame_support::{
	assert_ok, dispatch::GetDispatchInfo, pallet_prelude::TransactionSource, traits::OffchainWorker,
};
use salus_primitives::{time::DAY, ClassId, NeedId, OfferId, OrderId, RegionCode};
use sp_core::offchain::{
	testing::TestOffchainExt, Duration, OffchainDbExt, OffchainWorkerExt, TransactionPool,
	TransactionPoolExt,
};
use sp_runtime::{
	offchain::{
		storage::StorageValueRef,
		storage_lock::{StorageLock, Time},
	},
	traits::{Applyable, Checkable},
};
use std::sync::{Arc, Mutex};

/// A pool that tests look into. It may take its time, and refuse.
#[derive(Clone)]
struct Pool {
	sent: Arc<Mutex<Vec<Vec<u8>>>>,
	advance: Arc<dyn Fn(u64) + Send + Sync>,
	/// How many milliseconds each transaction takes.
	takes: Arc<Mutex<u64>>,
	refuses: Arc<Mutex<bool>>,
}

impl TransactionPool for Pool {
	fn submit_transaction(&mut self, transaction: Vec<u8>) -> Result<(), ()> {
		(self.advance)(*self.takes.lock().expect("one thread"));
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

	/// The alarms that were sent since it was last asked.
	fn alarms(&self) -> Vec<Alarm> {
		self.take().iter().map(alarm_of).collect()
	}

	/// Puts what was sent into a block.
	fn apply(&self) -> Vec<Alarm> {
		let transactions = self.take();
		let alarms = transactions.iter().map(alarm_of).collect();
		transactions.into_iter().for_each(apply);
		alarms
	}

	fn slow(&self, millis: u64) {
		*self.takes.lock().expect("one thread") = millis;
	}

	fn refuse(&self, refuses: bool) {
		*self.refuses.lock().expect("one thread") = refuses;
	}
}

fn alarm_of(transaction: &Extrinsic) -> Alarm {
	match transaction.function {
		RuntimeCall::NeedsPallet(Call::post_ring { alarm, .. }) => alarm,
		ref other => panic!("the worker sent {other:?}"),
	}
}

fn apply(transaction: Extrinsic) {
	let (info, len) = (transaction.get_dispatch_info(), 0);
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	assert!(checked.validate::<Test>(TransactionSource::Local, &info, len).is_ok());
	assert!(checked.apply::<Test>(&info, len).is_ok_and(|dispatched| dispatched.is_ok()));
}

/// Runs a test on a node with an off-chain worker.
fn on_a_node(test: impl FnOnce(Pool)) {
	let mut stage = stage();
	let (offchain, state) = TestOffchainExt::new();
	let advance = move |millis| {
		let mut state = state.write();
		state.timestamp = state.timestamp.add(Duration::from_millis(millis));
	};
	let pool = Pool {
		sent: Default::default(),
		advance: Arc::new(advance),
		takes: Default::default(),
		refuses: Default::default(),
	};
	stage.register_extension(OffchainDbExt::new(offchain.clone()));
	stage.register_extension(OffchainWorkerExt::new(offchain));
	stage.register_extension(TransactionPoolExt::new(pool.clone()));
	stage.execute_with(|| {
		test(pool);
		check_all();
	});
}

/// So many offers of one unit each, which are over in a day.
fn short_offers(count: usize) {
	for (place, (institution, who)) in [
		(DONOR, DONOR_SENDS),
		(CLINIC, CLINIC_SENDS),
		(HOSPITAL, HOSPITAL_SENDS),
		(COMMISSION, COMMISSION_SENDS),
	]
	.into_iter()
	.enumerate()
	{
		let most = MAX_OFFERS as usize;
		let count = count.saturating_sub(place * most).min(most);
		let goods = lot(institution, OXYGEN, 100, None);
		for _ in 0..count {
			offered(who, Supply { until: NOW + DAY, ..supply(goods, 1) });
		}
	}
}

/// So many needs of the hospital's that are over in a day.
fn short_needs(count: usize) -> Vec<NeedId> {
	let window = Window { from: None, until: NOW + DAY };
	let short = || published(HOSPITAL_RECEIVES, Request { window, class: OXYGEN, ..masks(1) });
	(0..count).map(|_| short()).collect()
}

fn release(offer: u64) -> Alarm {
	Alarm::Release { offer: OfferId(offer) }
}

#[test]
fn it_rings_what_is_due() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, None);
		lot(DONOR, RESPIRATORS, 10, Some(NOW + 9 * DAY));
		let sends = given(DONOR_SENDS, sending());
		let offers = given(DONOR_SENDS, Instruction { class: RESPIRATORS, ..offering() });
		let wanted = published(HOSPITAL_RECEIVES, masks(10));
		let [over] = short_needs(1)[..] else { panic!("one need") };
		short_offers(1);
		pass(DAY + 1);
		<NeedsPallet as OffchainWorker<u64>>::offchain_worker(1);
		let expected = [
			Alarm::Send { order: sends, need: wanted },
			Alarm::Offer { order: offers },
			Alarm::Lapse { need: over },
			release(0),
		];
		assert_eq!(pool.apply(), expected);
		assert_eq!(need(wanted).unsent(), 0);
		assert_eq!(offer(OfferId(1)).order, Some(offers));
		assert_eq!(need(over).escalations, 1);
		assert!(offer(OfferId(0)).ended.is_some());
		// And then it is content.
		assert_eq!(attempt::<Test>(2), Ok(0));
		assert_eq!(pool.alarms(), vec![]);
	});
}

#[test]
fn it_sends_no_alarm_that_does_nothing() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, Some(NOW + 9 * DAY));
		let [paused, revoked, far] = [
			sending(),
			offering(),
			Instruction {
				scope: Scope { regions: vec![code("CN-SH")].try_into().expect("few"), ..anybody() },
				..sending()
			},
		]
		.map(|instruction| given(DONOR_SENDS, instruction));
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), paused));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), revoked));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		short_needs(1);
		short_offers(1);
		pass(DAY);
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		let before = root();
		assert_eq!(attempt::<Test>(1), Ok(0));
		assert_eq!(pool.alarms(), vec![]);
		assert_eq!(root(), before, "looking changes nothing");
		assert_ok!(NeedsPallet::resume_order(by(DONOR_SENDS), paused));
		assert_eq!(attempt::<Test>(1), Ok(1));
		assert_eq!(pool.alarms(), [Alarm::Send { order: paused, need }]);
		assert_eq!(NeedsPallet::explain_order(far, need).findings, [Error::RegionOutsideScope]);
	});
}

#[test]
fn an_order_rings_for_one_need_at_a_time_and_passes_over_what_it_does_not_serve() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, None);
		let first = given(DONOR_SENDS, sending());
		let scope = Scope { priority: salus_primitives::Priority::Stat, ..anybody() };
		given(DONOR_SENDS, Instruction { scope, ..sending() });
		let needs = [(); 3].map(|()| published(HOSPITAL_RECEIVES, masks(10)));
		let send = |need| Alarm::Send { order: first, need };
		for (run, need) in needs.into_iter().enumerate() {
			assert_eq!(attempt::<Test>(run as u64), Ok(1));
			assert_eq!(pool.apply(), [send(need)]);
		}
		assert_eq!(attempt::<Test>(3), Ok(0));
	});
}

#[test]
fn it_sends_no_more_than_some_alarms_of_a_sort_and_then_goes_on() {
	on_a_node(|pool| {
		assert_eq!(MOST_ALARMS, 16);
		short_offers(24);
		let [over] = short_needs(1)[..] else { panic!("one need") };
		pass(DAY + 1);
		// Needs and offers each have their own.
		assert_eq!(attempt::<Test>(1), Ok(17));
		let expected: Vec<_> =
			core::iter::once(Alarm::Lapse { need: over }).chain((0..16).map(release)).collect();
		assert_eq!(pool.apply(), expected);
		assert_eq!(attempt::<Test>(2), Ok(8));
		assert_eq!(pool.apply(), (16..24).map(release).collect::<Vec<_>>());
		assert_eq!(attempt::<Test>(3), Ok(0));
	});
}

#[test]
fn it_comes_round_to_what_was_lost() {
	on_a_node(|pool| {
		short_offers(20);
		pass(DAY + 1);
		assert_eq!(attempt::<Test>(1), Ok(16));
		assert_eq!(pool.alarms(), (0..16).map(release).collect::<Vec<_>>());
		// Nobody put them into a block. The rest comes first; then it begins anew.
		for (block, expected) in [(2, 16..20), (3, 0..16), (4, 16..20)] {
			assert_eq!(attempt::<Test>(block), Ok(expected.clone().count()));
			assert_eq!(pool.alarms(), expected.map(release).collect::<Vec<_>>());
		}
	});
}

#[test]
fn what_ended_where_a_run_stopped_does_not_keep_the_next_one_from_going_on() {
	on_a_node(|pool| {
		short_offers(3);
		let needs = short_needs(3);
		pass(DAY + 1);
		pool.slow(LOOKING_TIME.millis());
		for (block, place) in [(1, 0), (2, 1), (3, 2)] {
			assert_eq!(attempt::<Test>(block), Ok(2));
			assert_eq!(pool.apply(), [Alarm::Lapse { need: needs[place] }, release(place as u64)]);
		}
		assert_eq!(attempt::<Test>(4), Ok(0));
		assert_eq!(attempt::<Test>(5), Ok(0));
	});
}

#[test]
fn what_ended_is_not_looked_at() {
	on_a_node(|pool| {
		// As many as were ever posted would take a run each.
		let needs: Vec<_> = (0..12)
			.map(|_| {
				let [need] = short_needs(1)[..] else { panic!("one need") };
				assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
				need
			})
			.collect();
		assert_eq!(needs.len(), 12);
		let [over] = short_needs(1)[..] else { panic!("one need") };
		pass(DAY + 1);
		pool.slow(LOOKING_TIME.millis());
		assert_eq!(attempt::<Test>(1), Ok(1));
		assert_eq!(pool.alarms(), [Alarm::Lapse { need: over }]);
	});
}

#[test]
fn in_safe_mode_it_sends_nothing() {
	on_a_node(|pool| {
		short_offers(1);
		pass(DAY + 1);
		set_safe_mode(true);
		assert_eq!(attempt::<Test>(1), Ok(0));
		assert_eq!(pool.alarms(), vec![]);
		set_safe_mode(false);
		assert_eq!(attempt::<Test>(2), Ok(1));
		assert_eq!(pool.apply(), [release(0)]);
	});
}

#[test]
fn a_run_ends_with_its_time_and_the_next_one_goes_on() {
	on_a_node(|pool| {
		short_offers(3);
		pass(DAY + 1);
		// What is at hand is finished.
		pool.slow(LOOKING_TIME.millis());
		for (block, offer) in [(1, 0), (2, 1), (3, 2)] {
			assert_eq!(attempt::<Test>(block), Ok(1));
			assert_eq!(pool.alarms(), [release(offer)]);
		}
		// Behind the last one there is nothing; then it begins anew.
		assert_eq!(attempt::<Test>(4), Ok(0));
		assert_eq!(attempt::<Test>(5), Ok(1));
		assert_eq!(pool.alarms(), [release(0)]);
		pool.slow(LOOKING_TIME.millis() - 1);
		assert_eq!(attempt::<Test>(6), Ok(2));
		assert_eq!(pool.alarms(), [release(1), release(2)]);
	});
}

#[test]
fn orders_needs_and_offers_do_not_keep_each_other_waiting() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		let [first, _] = short_needs(2)[..] else { panic!("two needs") };
		short_offers(2);
		pass(DAY + 1);
		pool.slow(LOOKING_TIME.millis());
		assert_eq!(attempt::<Test>(1), Ok(3));
		let expected = [Alarm::Send { order, need }, Alarm::Lapse { need: first }, release(0)];
		assert_eq!(pool.alarms(), expected);
	});
}

#[test]
fn a_run_that_ends_among_the_needs_of_an_order_goes_on_behind_the_last() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let next = given(DONOR_SENDS, sending());
		let needs = [(); 3].map(|()| published(HOSPITAL_RECEIVES, masks(10)));
		pool.slow(LOOKING_TIME.millis());
		pool.refuse(true);
		assert_eq!(attempt::<Test>(1), Ok(0));
		pool.refuse(false);
		assert_eq!(attempt::<Test>(2), Ok(1));
		assert_eq!(pool.alarms(), [Alarm::Send { order, need: needs[1] }]);
		// The next order begins with the first need.
		assert_eq!(attempt::<Test>(3), Ok(1));
		assert_eq!(pool.alarms(), [Alarm::Send { order: next, need: needs[0] }]);
	});
}

#[test]
fn where_an_order_stopped_means_nothing_for_another() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let next = given(DONOR_SENDS, sending());
		let needs = [(); 2].map(|()| published(HOSPITAL_RECEIVES, masks(10)));
		pool.slow(LOOKING_TIME.millis());
		pool.refuse(true);
		assert_eq!(attempt::<Test>(1), Ok(0));
		pool.refuse(false);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		assert_eq!(attempt::<Test>(2), Ok(1));
		assert_eq!(pool.alarms(), [Alarm::Send { order: next, need: needs[0] }]);
	});
}

#[test]
fn what_the_pool_refuses_is_not_counted() {
	on_a_node(|pool| {
		short_offers(20);
		pass(DAY + 1);
		pool.refuse(true);
		assert_eq!(attempt::<Test>(1), Ok(0));
		pool.refuse(false);
		assert_eq!(attempt::<Test>(2), Ok(16));
	});
}

#[test]
fn an_attempt_is_told_from_the_one_before_the_retry_period() {
	on_a_node(|pool| {
		short_offers(1);
		pass(DAY + 1);
		let sent = |block| {
			assert_eq!(attempt::<Test>(block), Ok(1));
			let [Call::post_ring { discriminator, .. }] = pool
				.take()
				.into_iter()
				.map(|transaction| match transaction.function {
					RuntimeCall::NeedsPallet(call) => call,
					other => panic!("the worker sent {other:?}"),
				})
				.collect::<Vec<_>>()[..]
			else {
				panic!("one alarm");
			};
			discriminator
		};
		let discriminators = [2 * RETRY, 3 * RETRY - 1, 3 * RETRY].map(sent);
		assert_eq!(discriminators, [2, 2, 3]);
	});
}

#[test]
fn a_memory_of_another_chain_counts_for_nothing() {
	on_a_node(|pool| {
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		short_offers(1);
		pass(DAY + 1);
		let memory = StorageValueRef::persistent(STOPPED_AT);
		let expected = [Alarm::Send { order, need }, release(0)];
		let nowhere = ClassId(u32::MAX);
		let of_order = None::<(RegionCode, NeedId)>;
		let behind_all = Some((nowhere, code("XX-1"), NeedId(u64::MAX)));
		let orders = Some((nowhere, OrderId(u64::MAX)));
		memory.set(&(orders, of_order, behind_all, Some((nowhere, OfferId(u64::MAX)))));
		// Behind all that there is, it finds nothing once.
		assert_eq!(attempt::<Test>(1), Ok(0));
		assert_eq!(attempt::<Test>(2), Ok(2));
		assert_eq!(pool.alarms(), expected);
		// Neither does what cannot be read count.
		memory.set(&7u8);
		assert_eq!(attempt::<Test>(3), Ok(2));
		assert_eq!(pool.alarms(), expected);
	});
}

#[test]
fn runs_do_not_overlap_and_a_dead_run_is_forgotten() {
	on_a_node(|pool| {
		short_offers(1);
		pass(DAY + 1);
		let deadline = Duration::from_millis(20_000);
		let mut lock = StorageLock::<'_, Time>::with_deadline(b"salus/needs/lock", deadline);
		lock.try_lock().expect("it is free").forget();
		assert_eq!(attempt::<Test>(1), Err(Problem::Busy));
		// And a hook never fails.
		<NeedsPallet as OffchainWorker<u64>>::offchain_worker(1);
		assert_eq!(pool.alarms(), vec![]);
		(pool.advance)(20_001);
		assert_eq!(attempt::<Test>(2), Ok(1));
	});
}

#[test]
fn it_touches_nothing_where_nothing_was_posted() {
	// There are no off-chain extensions here: whatever reached for them would panic.
	play(|| assert_eq!(attempt::<Test>(1), Ok(0)));
}
