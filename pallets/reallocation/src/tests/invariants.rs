//! Each invariant, broken on purpose.

use crate::{mock::*, *};
use salus_primitives::{PlanId, RecordId, TransferId};
use sp_runtime::TryRuntimeError;

/// Breaks something about a plan of which all lines but one are carried out, and shows what is said.
fn breaks(break_it: impl FnOnce(PlanId), message: &'static str) {
	stage().execute_with(|| {
		let lot = stock(DONOR, MASKS, 100, None);
		let plan = decide(&vec![gives(Goods::Lot(lot), 10); AT_ONCE as usize + 1]);
		check_all();
		break_it(plan);
		let told = Reallocation::do_try_state();
		assert_eq!(told, Err(TryRuntimeError::Other(message)));
	});
}

fn change(id: PlanId, change: impl FnOnce(&mut Plan)) {
	Plans::<Test>::mutate(id, |plan| change(plan.as_mut().expect("a plan")));
}

#[test]
fn plans_are_numbered_and_have_as_many_orders_as_lines() {
	breaks(
		|_| NextPlanId::<Test>::put(PlanId(0)),
		"reallocation: invariant 1: a plan is not below the next",
	);
	breaks(
		|id| change(id, |plan| plan.lines += 1),
		"reallocation: invariant 1: a plan has not as many orders as lines",
	);
	breaks(
		|id| Orders::<Test>::mutate(id, |orders| orders[0].quantity = 0),
		"reallocation: invariant 1: an order moves nothing",
	);
	breaks(
		|id| change(id, |plan| plan.archived = AT_ONCE + 1),
		"reallocation: invariant 1: more is archived than was carried out",
	);
	breaks(
		|_| Orders::<Test>::insert(PlanId(7), orders(&[gives(Goods::Class(MASKS), 1)])),
		"reallocation: invariant 1: orders belong to no plan",
	);
}

#[test]
fn lines_have_an_outcome_exactly_when_they_are_carried_out() {
	breaks(
		|id| Outcomes::<Test>::remove(id, 0),
		"reallocation: invariant 2: a line was carried out without an outcome",
	);
	breaks(
		|id| Outcomes::<Test>::insert(id, AT_ONCE, outcome(id, 0)),
		"reallocation: invariant 2: a line has an outcome too soon or too late",
	);
}

#[test]
fn what_is_bound_is_what_was_made() {
	let message = "reallocation: invariant 3: what is bound is not what was made";
	breaks(|id| Bound::<Test>::remove(made(id, 0)), message);
	breaks(|id| Bound::<Test>::insert(TransferId(77), (id, 0)), message);
	breaks(|id| Bound::<Test>::insert(made(id, 0), (id, 1)), message);
	breaks(
		|id| Outcomes::<Test>::insert(id, 1, outcome(id, 0)),
		"reallocation: invariant 3: a transfer was made twice",
	);
}

#[test]
fn what_is_reserved_is_what_the_lines_say() {
	let message = "reallocation: invariant 4: what is reserved is not what the line says";
	breaks(|id| Outcomes::<Test>::insert(id, 0, whole(made(id, 0).0, 9)), message);
	breaks(|id| Orders::<Test>::mutate(id, |orders| orders[0].receiver = CLINIC), message);
	breaks(|id| Orders::<Test>::mutate(id, |orders| orders[0].giver = CLINIC), message);
	breaks(
		|id| {
			pallet_circulation::Transfers::<Test>::mutate(made(id, 0), |transfer| {
				let transfer = transfer.as_mut().expect("a transfer");
				transfer.status = pallet_circulation::Status::Proposed;
			})
		},
		message,
	);
	breaks(
		|id| Outcomes::<Test>::insert(id, 0, whole(made(id, 0).0, 11)),
		"reallocation: invariant 4: more was reserved than was decided",
	);
}

#[test]
fn nothing_waits_before_the_first_unfinished_plan() {
	breaks(
		|id| FirstUnfinished::<Test>::put(id.next().expect("few plans")),
		"reallocation: invariant 5: a plan waits before the first",
	);
	breaks(
		|_| FirstUnfinished::<Test>::put(PlanId(9)),
		"reallocation: invariant 5: the first unfinished plan is not there",
	);
}

#[test]
fn archived_plans_are_numbered_and_gone() {
	breaks(
		|_| Archived::<Test>::insert(PlanId(9), RecordId(0)),
		"reallocation: invariant 6: an archived plan is not below the next",
	);
	breaks(
		|id| Archived::<Test>::insert(id, RecordId(0)),
		"reallocation: invariant 6: an archived plan is stored",
	);
}
