//! How long a plan is waited for, and what is done when none comes.

use super::{asked, best, crossed, is_deciding, let_prove, submit, waiting, PROVING};
use crate::{mock::*, AllocationEnding, Call, Error, Method, Stage, WeightInfo};
use frame_support::assert_ok;
use pallet_needs::Request;
use salus_primitives::{mock::MockTrail, Action, AllocationId, Moment, Subject};

fn advancing(allocation: AllocationId) -> Call<Test> {
	Call::advance { allocation, lines: 1 }
}

#[track_caller]
fn decide_by(id: AllocationId) -> Moment {
	match known(id).stage {
		Stage::Deciding { decide_by, .. } => decide_by,
		other => panic!("{other:?}"),
	}
}

#[test]
fn a_plan_is_waited_for_and_nobody_hastens_that() {
	run(|| {
		let id = crossed();
		assert_eq!(known(id).stage, Stage::Deciding { decide_by: NOW + PROVING, asked: None });
		refused(by(STRANGER), advancing(id), Error::<Test>::NothingToDo);
		pass(PROVING);
		refused(by(STRANGER), advancing(id), Error::<Test>::NothingToDo);
		let before = MockTrail::records_of(&Subject::Allocation(id)).len();
		pass(1);
		let info = Emergencies::advance(by(STRANGER), id, 1).expect("it is over");
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::wait()));
		assert_eq!(known(id).stage, Stage::Greedy { taken: 0 });
		let records = MockTrail::records_of(&Subject::Allocation(id)).split_off(before);
		let actions: Vec<_> = records.iter().map(|record| record.action).collect();
		assert_eq!(actions, [Action::AllocationAdvanced]);
		assert_eq!(carry_through(id).method, Some(Method::Greedy));
	});
}

#[test]
fn a_block_looks_whether_one_came_and_no_more() {
	run(|| {
		let id = crossed();
		// A look, and finding that it waits.
		assert_eq!(idle(u64::MAX), 1 + 2);
		assert_eq!(idle(2), 1);
		assert_eq!(asked(id), None);
		pass(PROVING + 1);
		// To give up waiting might cost as much as to ask about a line that the rules forbid.
		assert_eq!(idle(1_615), 1);
		assert_eq!(asked(id), None);
		assert_eq!(idle(1_616), 1 + 2);
		assert_eq!(known(id).stage, Stage::Greedy { taken: 0 });
	});
}

#[test]
fn one_that_waits_does_not_hold_up_the_next() {
	run(|| {
		asks_for(CENTRE, Request { class: GOWNS, ..wanted(10) });
		let lot = stock(DONOR, GOWNS, 10, None);
		offers_of(DONOR, supply(lot, 10));
		let first = crossed();
		ProvingTime::set(&0);
		let second = opened_of(declared(ASSEMBLY, of_one("CN", GOWNS)), GOWNS);
		assert!(idle(u64::MAX) > 3);
		assert_eq!(asked(first), None);
		assert_eq!(carry_through(second).method, Some(Method::Greedy));
		assert!(known(first).is_running());
	});
}

#[test]
fn no_longer_than_half_of_the_time_that_is_left() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let_prove();
		let id = opened(masks_in_hubei());
		// Three minutes are left of twenty.
		pass(LONGEST - 3 * 60_000);
		advance_until(id, is_deciding);
		assert_eq!(decide_by(id), NOW + LONGEST - 90_000);
	});
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let_prove();
		let id = opened(masks_in_hubei());
		// None is left.
		pass(LONGEST);
		advance_until(id, is_behind);
		assert_eq!(known(id).stage, Stage::Greedy { taken: 0 });
	});
}

/// Whether shares are decided.
fn is_behind(stage: &Stage) -> bool {
	matches!(stage, Stage::Deciding { .. } | Stage::Greedy { .. })
}

#[test]
fn an_emergency_that_is_called_off_meanwhile_ends_it() {
	for stands in [false, true] {
		run(|| {
			let id = crossed();
			if stands {
				assert_ok!(submit(best(id)));
			}
			assert_ok!(Emergencies::call_off(by(ASSEMBLY), known(id).emergency));
			assert!(idle(u64::MAX) > 3);
			let how = AllocationEnding::EmergencyOver;
			assert_eq!(known(id).stage, Stage::Ended { how, at: NOW });
			assert_eq!(crate::Candidates::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn the_end_of_its_time_ends_it_too() {
	for stands in [false, true] {
		run(|| {
			let id = crossed();
			if stands {
				assert_ok!(submit(best(id)));
			}
			pass(LONGEST + 1);
			let how = AllocationEnding::TimeOver;
			assert_ok!(advance(id));
			assert_eq!(known(id).stage, Stage::Clearing { how, next: 0 });
			assert_ok!(advance(id));
			assert_eq!(known(id).stage, Stage::Ended { how, at: now() });
			assert_eq!(crate::Candidates::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn what_is_frozen_is_frozen_while_a_plan_is_waited_for() {
	run(|| {
		asks(HOSPITAL, 10);
		let offer = offers(DONOR, 10);
		let id = waiting();
		assert!(is_offer_frozen(offer));
		pass(LONGEST);
		assert!(is_offer_frozen(offer));
		pass(1);
		assert!(!is_offer_frozen(offer) && known(id).is_running());
	});
}

#[test]
fn in_the_safe_mode_nothing_is_decided() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		set_safe_mode(true);
		assert_eq!(idle(u64::MAX), 1);
		assert_eq!(asked(id), Some(0));
		set_safe_mode(false);
		assert!(idle(u64::MAX) > 1);
		assert_eq!(known(id).method, Some(Method::Proven));
	});
}
