use crate::{mock::*, *};
use frame_support::{assert_ok, weights::Weight};
use salus_primitives::{PlanId, LONGEST_ANSWER};

fn states(plan: PlanId) -> Vec<LineState> {
	let page = Reallocation::report(plan, None, u32::MAX);
	page.lines.into_iter().map(|line| line.state).collect()
}

#[test]
fn a_report_tells_line_by_line_where_each_stands() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let line = gives(Goods::Lot(lot), 1);
		let refused = LineOrder { receiver: NOWHERE, ..line };
		let plan = decide(&[line, line, refused, line, line]);
		assert_ok!(carry_out(plan, 1));
		assert_ok!(dispatch(DONOR_AGENT, made(plan, 1)));
		assert_ok!(withdraw(HOSPITAL_AGENT, made(plan, 3)));
		use LineState::*;
		assert_eq!(states(plan), [Reserved, UnderWay, Refused, TurnedDown, Waiting]);
		idle(Weight::MAX);
		turn_to(DISPATCH_BY + 1);
		assert_eq!(states(plan), [Overdue, UnderWay, Refused, TurnedDown, Overdue]);
		assert_ok!(release(made(plan, 4)));
		assert_eq!(states(plan), [Overdue, UnderWay, Refused, TurnedDown, Expired]);
		let page = Reallocation::report(plan, Some(1), 2);
		let expected =
			LineReport { line: 2, order: refused, state: Refused, outcome: Some(outcome(plan, 2)) };
		assert_eq!(page.lines[0], expected);
		assert_eq!((page.lines.len(), page.next), (2, Some(3)));
		let page = Reallocation::report(plan, Some(3), 2);
		assert_eq!((page.lines.len(), page.next), (1, None));
		let page = Reallocation::report(plan, None, 0);
		assert_eq!((page.lines.len(), page.next), (1, Some(0)));
		for after in [4, u32::MAX] {
			let page = Reallocation::report(plan, Some(after), 2);
			assert_eq!((page.lines.len(), page.next), (0, None));
		}
		assert_eq!(Reallocation::report(PlanId(9), None, 9).lines, []);
		assert_eq!(Reallocation::plan(PlanId(9)), None);
	});
}

#[test]
fn what_left_and_comes_back_to_the_giver_did_not_arrive() {
	use pallet_circulation::{LegReceipt, MissingGoods, Outcome as Resolution};
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let line = gives(Goods::Lot(lot), 2);
		let plan = decide(&[line, line]);
		for line in [0, 1] {
			assert_ok!(dispatch(DONOR_AGENT, made(plan, line)));
		}
		let event = salus_primitives::EventClaim { at: NOW, utc_offset: 480 };
		let legs = vec![LegReceipt { accepted: 2, ..Default::default() }];
		let legs = legs.try_into().expect("one leg");
		let agent = by(HOSPITAL_AGENT);
		assert_ok!(Circulation::receive(agent, made(plan, 0), legs, None, None, event));
		use LineState::*;
		assert_eq!(states(plan), [Arrived, UnderWay]);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(release(made(plan, 1)));
		assert_eq!(states(plan), [Arrived, Disputed]);
		let found = Resolution::Missing(MissingGoods::Found);
		let giver = by(DONOR_AGENT);
		let event = Some(salus_primitives::EventClaim { at: RECEIVE_BY, utc_offset: 480 });
		assert_ok!(Circulation::resolve(giver, made(plan, 1), 0, found, 2, None, event));
		assert_eq!(states(plan), [Arrived, NothingArrived]);
	});
}

/// Every line that is overdue, by pages of a length.
fn overdue(limit: u32) -> Vec<(u64, u32, LineState)> {
	let (mut all, mut after) = (Vec::new(), None);
	for _ in 0..100 {
		let page = Reallocation::overdue(after, limit);
		assert!(page.lines.len() as u32 <= limit.max(1));
		all.extend(page.lines.iter().map(|line| (line.plan.0, line.line, line.state)));
		let Some(next) = page.next else { return all };
		after = Some(next);
	}
	panic!("the pages end");
}

#[test]
fn overdue_lines_are_listed_until_their_plan_is_archived() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let line = gives(Goods::Lot(lot), 1);
		let refused = LineOrder { receiver: NOWHERE, ..line };
		let first = decide(&[line, refused, line, line]);
		idle(Weight::MAX);
		assert_ok!(dispatch(DONOR_AGENT, made(first, 2)));
		let second = decide(&[line]);
		assert_ok!(withdraw(HOSPITAL_AGENT, made(second, 0)));
		assert_eq!(overdue(10), []);
		turn_to(DISPATCH_BY);
		let third = decide(&[line]);
		assert_eq!(overdue(10), []);
		turn_to(DISPATCH_BY + 1);
		let fourth = decide(&[line]);
		assert_ok!(release(made(first, 3)));
		use LineState::*;
		let expected = [(first.0, 0, Overdue), (first.0, 3, Expired)];
		for limit in [0, 1, 2, 3, u32::MAX] {
			assert_eq!(overdue(limit), expected, "{limit}");
		}
		let page = Reallocation::overdue(None, 1);
		assert_eq!(page.lines[0].giver, DONOR);
		assert_eq!(page.lines[0].transfer, made(first, 0));
		assert_eq!(Reallocation::overdue(Some((PlanId(9), 0)), 1).lines, []);
		turn_to(RECEIVE_BY + 20 * salus_primitives::time::DAY);
		let later = [(third.0, 0, Overdue), (fourth.0, 0, Overdue)];
		assert_eq!(overdue(3), [&expected[..], &later[..]].concat());
	});
}

#[test]
fn a_page_of_overdue_lines_looks_at_so_many_and_says_where_it_stopped() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let line = gives(Goods::Lot(lot), 1);
		let plans: Vec<_> = (0..2).map(|_| decide(&vec![line; MAX_LINES as usize])).collect();
		idle(Weight::MAX);
		turn_to(DISPATCH_BY + 1);
		let page = Reallocation::overdue(None, u32::MAX);
		// One look goes to the end of the first plan.
		assert_eq!(page.lines.len() as u32, LONGEST_ANSWER - 1);
		assert_eq!(page.next, Some((plans[1], LONGEST_ANSWER - 2 - MAX_LINES)));
		assert_eq!(overdue(u32::MAX).len() as u32, 2 * MAX_LINES);
	});
}
