//! Goods that are held stay available, whichever call asks, for each purpose that a hold forbids.

use crate::{
	mock::*, Call, CountReason, DestroyFrom, DestroyReason, Destruction, LotIdentity,
	QuarantineReason, RepackInput, RepackOutput,
};
use frame_support::{assert_noop, assert_ok, traits::UnfilteredDispatchable};
use salus_primitives::{Custody, LotId, LotStock, Purpose, Source};
use sp_core::H256;
use sp_runtime::DispatchResult;

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };

fn dispatch(call: Call<Test>) -> DispatchResult {
	call.dispatch_bypass_filter(signed(STOREKEEPER)).map(drop).map_err(|failed| failed.error)
}

fn destroy(lot: LotId, from: DestroyFrom) -> Call<Test> {
	let how = Destruction { from, reason: DestroyReason::Recalled, document: None };
	Call::destroy { lot, owner: HOSPITAL, quantity: 1, how, event: None }
}

fn quarantine(lot: LotId) -> Call<Test> {
	let reason = QuarantineReason::Suspicion;
	Call::quarantine { lot, owner: HOSPITAL, quantity: 1, reason, event: None }
}

fn count(lot: LotId, counted: u64) -> Call<Test> {
	let reason = CountReason::StockTake;
	Call::count { lot, owner: HOSPITAL, counted, reason, event: None }
}

/// Every way in which goods of a lot of ten leave *available*, with its purpose.
fn ways_out(lot: LotId) -> Vec<(Purpose, Box<dyn Fn() -> DispatchResult>)> {
	vec![
		(Purpose::Use, Box::new(move || dispatch(Call::consume { lot, quantity: 1, event: None }))),
		(Purpose::Offer, Box::new(move || moved(lot, |stock| stock.offer(HOSPITALS, 1)))),
		(
			Purpose::Send,
			Box::new(move || moved(lot, |stock| stock.reserve(HOSPITALS, Source::Available, 1))),
		),
		(
			Purpose::Return,
			Box::new(move || {
				moved(lot, |stock| stock.reserve(HOSPITALS, Source::AvailableForReturn, 1))
			}),
		),
		(
			Purpose::Repack,
			Box::new(move || {
				let inputs = vec![RepackInput { lot, quantity: 1 }];
				let outputs =
					vec![RepackOutput { identity: masks(), quantity: 1, class_change: None }];
				dispatch(Call::repack {
					inputs: inputs.try_into().expect("three at most"),
					outputs: outputs.try_into().expect("three at most"),
					event: None,
				})
			}),
		),
		(
			Purpose::Repack,
			Box::new(move || {
				let identity = LotIdentity { document: Some(H256::zero()), ..masks() };
				let call = Call::correct_lot { lot, identity, class_change: None, event: None };
				dispatch(call)
			}),
		),
		(Purpose::Quarantine, Box::new(move || dispatch(quarantine(lot)))),
		(Purpose::Destroy, Box::new(move || dispatch(destroy(lot, DestroyFrom::Available)))),
		(Purpose::Count, Box::new(move || dispatch(count(lot, 9)))),
	]
}

#[test]
fn a_hold_closes_each_way_out_that_it_forbids_and_no_other() {
	run(|| {
		for forbidden in PURPOSES {
			let count = ways_out(LotId(0)).len();
			let mut closed = 0;
			for way in 0..count {
				let lot = lot(masks(), 10);
				MockHolds::hold(lot, &[forbidden]);
				let (purpose, leave) = ways_out(lot).swap_remove(way);
				if purpose == forbidden {
					assert_noop!(leave(), MockHolds::HELD);
					closed += 1;
				} else {
					assert_ok!(leave());
				}
			}
			assert!(closed > 0, "something is for {forbidden:?}");
		}
	});
}

#[test]
fn a_hold_that_is_lifted_forbids_nothing() {
	run(|| {
		let ways = ways_out(LotId(0)).len();
		for way in 0..ways {
			let lot = lot(masks(), 10);
			MockHolds::hold(lot, &PURPOSES);
			let (_, leave) = ways_out(lot).swap_remove(way);
			assert_noop!(leave(), MockHolds::HELD);
			MockHolds::hold(lot, &[]);
			assert_ok!(leave());
		}
	});
}

#[test]
fn what_is_not_available_moves_in_spite_of_a_hold() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| {
			stock.offer(HOSPITALS, 20)?;
			stock.reserve(HOSPITALS, Source::Available, 20)
		}));
		accepted(signed(STOREKEEPER), quarantine(lot));
		accepted(signed(STOREKEEPER), quarantine(lot));
		MockHolds::hold(lot, &PURPOSES);
		assert_ok!(moved(lot, |stock| {
			stock.withdraw_offer(HOSPITALS, 1)?;
			stock.unreserve(HOSPITALS, 1)?;
			stock.send(HOSPITALS, 1)
		}));
		let release = Call::release { lot, owner: HOSPITAL, quantity: 1, event: None };
		accepted(signed(STOREKEEPER), release);
		accepted(signed(STOREKEEPER), destroy(lot, DestroyFrom::Quarantined));
		accepted(signed(STOREKEEPER), Call::relocate { lot, owner: HOSPITAL, site: None });
	});
}

#[test]
fn what_was_offered_is_not_sent_under_a_hold() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 20)));
		let send = || moved(lot, |stock| stock.reserve(HOSPITALS, Source::Offered, 20));
		MockHolds::hold(lot, &[Purpose::Send]);
		assert_noop!(send(), MockHolds::HELD);
		MockHolds::hold(lot, &[]);
		assert_ok!(send());
	});
}

#[test]
fn a_count_that_agrees_or_finds_more_is_no_way_out() {
	run(|| {
		let lot = lot(masks(), 10);
		MockHolds::hold(lot, &PURPOSES);
		accepted(signed(STOREKEEPER), count(lot, 10));
		accepted(signed(STOREKEEPER), count(lot, 11));
		refused(signed(STOREKEEPER), count(lot, 10), MockHolds::HELD);
	});
}

#[test]
fn what_is_held_of_one_lot_says_nothing_of_another() {
	run(|| {
		let (one, another) = (lot(masks(), 10), lot(masks(), 10));
		MockHolds::hold(one, &PURPOSES);
		let consume = |lot| Call::consume { lot, quantity: 1, event: None };
		refused(signed(STOREKEEPER), consume(one), MockHolds::HELD);
		accepted(signed(STOREKEEPER), consume(another));
		// One held input holds up a repacking of several.
		let inputs = [another, one].map(|lot| RepackInput { lot, quantity: 1 }).to_vec();
		let outputs = vec![RepackOutput { identity: masks(), quantity: 2, class_change: None }];
		let call = Call::repack {
			inputs: inputs.try_into().expect("three at most"),
			outputs: outputs.try_into().expect("three at most"),
			event: None,
		};
		refused(signed(STOREKEEPER), call, MockHolds::HELD);
	});
}
