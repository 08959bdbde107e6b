use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::Pays, weights::Weight};
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, Authority, LotId, PlanId, Subject,
};
use sp_runtime::DispatchError;

/// A plan of so many lines of a lot.
fn plan_of(lot: LotId, lines: u32) -> PlanId {
	decide(&vec![gives(Goods::Lot(lot), 1); lines as usize])
}

fn carried_out(plan: PlanId) -> u32 {
	Reallocation::plan(plan).expect("it was decided").carried_out
}

/// What carrying out so many lines by lot weighs at most, of the first plan.
fn room(lines: u32) -> Weight {
	let each = Reallocation::most_of_line(&Goods::Lot(LotId(0))).saturating_mul(lines.into());
	let looks = <()>::look().saturating_mul(2);
	<()>::carry_out().saturating_add(each).saturating_add(looks)
}

#[test]
fn anybody_carries_on_for_nothing() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plan = plan_of(lot, 20);
		events();
		let done = Reallocation::carry_out(by(NOBODY), plan, 2).expect("lines wait");
		assert_eq!(done.pays_fee, Pays::No);
		assert_eq!(carried_out(plan), AT_ONCE + 2);
		let told = events();
		assert_eq!(told.len(), 2);
		let transfer = made(plan, AT_ONCE);
		assert_eq!(told[0], Event::LineMade { plan, line: AT_ONCE, transfer, quantity: 1 });
		let newest = MockTrail::records_of(&Subject::Plan(plan)).pop().expect("a record");
		assert_eq!((newest.actor, newest.action), (Actor::Plan(plan), Action::LinesCarriedOut));
		assert_eq!(newest.digest, digest_of(&(plan, 2u32)));
	});
}

#[test]
fn a_call_carries_out_at_least_one_line_and_at_most_a_step() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let lines = AT_ONCE + 1 + 2 * MAX_STEP;
		let plan = plan_of(lot, lines);
		assert_ok!(carry_out(plan, 0));
		assert_eq!(carried_out(plan), AT_ONCE + 1);
		assert_ok!(carry_out(plan, u32::MAX));
		assert_eq!(carried_out(plan), AT_ONCE + 1 + MAX_STEP);
		assert_ok!(carry_out(plan, MAX_STEP));
		assert_eq!(carried_out(plan), lines);
		assert!(events().contains(&Event::PlanCarriedOut { plan }));
	});
}

#[test]
fn what_is_carried_out_is_not_carried_out_again() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plan = plan_of(lot, 1);
		assert_noop!(carry_out(plan, 1), Error::<Test>::NothingToDo);
		assert_noop!(carry_out(PlanId(7), 1), Error::<Test>::PlanNotFound);
		let unsigned = Reallocation::carry_out(RuntimeOrigin::none(), plan, 1);
		assert_noop!(unsigned, DispatchError::BadOrigin);
	});
}

#[test]
fn a_block_carries_out_what_it_has_room_for() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plan = plan_of(lot, 20);
		for (lines, expected) in [(0, AT_ONCE), (1, AT_ONCE + 1), (3, AT_ONCE + 4)] {
			let room = room(lines);
			let used = idle(room);
			assert!(used.all_lte(room), "{used:?} of {room:?}");
			assert_eq!(carried_out(plan), expected);
		}
		assert_eq!(idle(Weight::zero()), Weight::zero());
		assert_eq!(carried_out(plan), AT_ONCE + 4);
		let newest = MockTrail::records_of(&Subject::Plan(plan)).pop().expect("a record");
		assert_eq!(newest.digest, digest_of(&(plan, AT_ONCE + 1, 3u32)));
		idle(Weight::MAX);
		assert_eq!(carried_out(plan), 20);
		assert_eq!(FirstUnfinished::<Test>::get(), PlanId(1));
	});
}

#[test]
fn in_the_safe_mode_nothing_is_carried_out_by_itself() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plan = plan_of(lot, 20);
		IsShut::set(true);
		assert_eq!(idle(Weight::MAX), <()>::look());
		assert_eq!(carried_out(plan), AT_ONCE);
		IsShut::set(false);
		idle(Weight::MAX);
		assert_eq!(carried_out(plan), 20);
	});
}

#[test]
fn the_oldest_plan_comes_first() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plans = [plan_of(lot, 1), plan_of(lot, 6), plan_of(lot, 6), plan_of(lot, 6)];
		let lines = || plans.map(carried_out);
		assert_eq!(lines(), [1, AT_ONCE, AT_ONCE, AT_ONCE]);
		idle(room(1).saturating_add(<()>::look()));
		assert_eq!(lines(), [1, AT_ONCE + 1, AT_ONCE, AT_ONCE]);
		assert_eq!(FirstUnfinished::<Test>::get(), plans[1]);
		// Somebody hastens a later one.
		assert_ok!(carry_out(plans[2], MAX_STEP));
		idle(Weight::MAX);
		assert_eq!(lines(), [1, 6, 6, 6]);
		assert_eq!(FirstUnfinished::<Test>::get(), PlanId(4));
		let used = idle(Weight::MAX);
		assert_eq!(used, <()>::look());
	});
}

#[test]
fn a_line_that_is_refused_holds_up_no_other_and_leaves_its_report_alone() {
	play(|| {
		let lot = stock(DONOR, MASKS, 10, None);
		let to_nowhere = LineOrder { receiver: NOWHERE, ..gives(Goods::Lot(lot), 5) };
		let plan = decide(&[to_nowhere, gives(Goods::Lot(lot), 10), gives(Goods::Lot(lot), 1)]);
		let not_found = pallet_circulation::Error::<Test>::ReceiverNotFound;
		assert_eq!(outcome(plan, 0), refused(not_found));
		assert_eq!(outcome(plan, 1), whole(0, 10));
		assert_eq!(outcome(plan, 2), refused(Error::<Test>::NothingAvailable));
		let error = Error::<Test>::NothingAvailable.into();
		assert!(events().contains(&Event::LineRefused { plan, line: 2, error, unmet: None }));
		assert_eq!(own(lot, DONOR).reserved, 10);
		assert_eq!(Bound::<Test>::iter().count(), 1);
		// Nothing of what was refused is on any trail but the plan's.
		let by_plan = MockTrail::records_of(&Subject::Lot(lot));
		assert_eq!(by_plan.iter().filter(|record| record.actor == Actor::Plan(plan)).count(), 1);
		let authority = Actor::Authority(Authority::Assembly);
		let expected =
			[(authority, Action::PlanDecided), (Actor::Plan(plan), Action::LinesCarriedOut)];
		assert_eq!(records(plan), expected);
	});
}

#[test]
fn a_line_whose_time_is_over_when_it_is_carried_out_is_refused() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let plan = plan_of(lot, 5);
		turn_to(DISPATCH_BY + 1);
		idle(Weight::MAX);
		let error = pallet_circulation::Error::<Test>::DeadlinePassed;
		assert_eq!(outcome(plan, AT_ONCE), refused(error));
	});
}
