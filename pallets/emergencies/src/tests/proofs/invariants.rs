//! The invariant of plans that stand is seen when it is broken.

use super::{best, crossed, flows, is_deciding, submit};
use crate::{mock::*, Allocations, BarredPairs, BarredSets, Candidates, GivenBy, Method, Stage};
use frame_support::assert_ok;
use salus_primitives::AllocationId;
use sp_runtime::TryRuntimeError;

#[track_caller]
fn breaks(message: &'static str, stands: bool, break_it: impl FnOnce(AllocationId)) {
	stage().execute_with(|| {
		let id = crossed();
		if stands {
			assert_ok!(submit(best(id)));
		}
		check_all();
		break_it(id);
		assert_eq!(Emergencies::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn set_stage(id: AllocationId, stage: Stage) {
	let mut allocation = known(id);
	assert!(is_deciding(&allocation.stage));
	allocation.stage = stage;
	Allocations::<Test>::insert(id, allocation);
}

fn deciding(asked: Option<u16>) -> Stage {
	Stage::Deciding { decide_by: NOW + super::PROVING, asked }
}

#[test]
fn a_plan_stands_exactly_while_it_is_asked_about() {
	breaks("emergencies: invariant 12: a plan stands out of turn", true, |id| {
		set_stage(id, Stage::Greedy { taken: 0 });
	});
	let none = "emergencies: invariant 12: a plan is asked about that is none";
	breaks(none, true, |id| set_stage(id, deciding(None)));
	breaks(none, false, |id| set_stage(id, deciding(Some(0))));
	breaks("emergencies: invariant 12: a plan is of no allocation", false, |_| {
		Candidates::<Test>::insert(AllocationId(9), flows(&[]));
	});
}

#[test]
fn it_comes_in_time_and_before_lines_are_known() {
	let too_late = "emergencies: invariant 12: a plan comes too late";
	breaks(too_late, false, |id| {
		set_stage(id, Stage::Deciding { decide_by: NOW + LONGEST + 1, asked: None });
	});
	breaks(too_late, false, |id| {
		set_stage(id, Stage::Deciding { decide_by: NOW, asked: None });
	});
	breaks("emergencies: invariant 12: a plan answers no question", false, |id| {
		let mut allocation = known(id);
		allocation.method = Some(Method::Greedy);
		Allocations::<Test>::insert(id, allocation);
	});
}

#[test]
fn it_is_a_plan_of_what_there_is() {
	breaks("emergencies: invariant 12: more was asked about than there is", true, |id| {
		set_stage(id, deciding(Some(2)));
	});
	breaks("emergencies: invariant 12: a plan goes over no pair", true, |id| {
		// The second need is kept from the first offer, as if it was barred.
		let of_crossed = [[2, 0, 0, 0, 0, 0, 0, 0], [0; 8]].to_vec();
		BarredPairs::<Test>::insert(id, BarredSets::truncate_from(of_crossed));
		Allocations::<Test>::insert(id, crate::Allocation { barred: 1, ..known(id) });
		GivenBy::<Test>::mutate(id, |offers| offers.as_mut()[0].pairs[0] = 1);
	});
	let none = "emergencies: invariant 12: a plan is none for what there is";
	for listed in [
		&[(1, 0, 10), (0, 1, 10)][..],
		&[(0, 0, 1), (0, 1, 10)][..],
		&[(0, 0, 10), (1, 0, 10)][..],
		&[(0, 1, 0)][..],
	] {
		breaks(none, true, |id| Candidates::<Test>::insert(id, flows(listed)));
	}
}
