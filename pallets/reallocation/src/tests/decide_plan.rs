use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, Authority, Moment, PlanId, Subject,
	TransferId, Transfers,
};
use sp_runtime::DispatchError;

#[test]
fn what_is_decided_is_reserved_at_once_and_accepted() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let lines = orders(&[gives(Goods::Lot(lot), 400), gives(Goods::Class(MASKS), 600)]);
		let decided = Reallocation::decide_plan(assembly(), lines, DISPATCH_BY, RECEIVE_BY);
		assert_ok!(decided);
		let plan = PlanId(0);
		let (first, second) = (TransferId(0), TransferId(1));
		assert_eq!(
			events(),
			[
				Event::PlanDecided { plan, lines: 2 },
				Event::LineMade { plan, line: 0, transfer: first, quantity: 400 },
				Event::LineMade { plan, line: 1, transfer: second, quantity: 600 },
				Event::PlanCarriedOut { plan },
			]
		);
		assert_eq!(own(lot, DONOR).reserved, 1_000);
		assert_eq!(own(lot, DONOR).available, 0);
		assert_eq!(outcome(plan, 0), whole(0, 400));
		let transfer = Circulation::transfer(first).expect("it was made");
		assert_eq!((transfer.sender, transfer.receiver), (DONOR, HOSPITAL));
		assert_eq!(transfer.status, pallet_circulation::Status::Accepted);
		assert_eq!(transfer.terms, salus_primitives::Terms::Gift);
		assert_eq!((transfer.dispatch_by, transfer.receive_by), (DISPATCH_BY, RECEIVE_BY));
		let stored = Reallocation::plan(plan).expect("it was decided");
		assert_eq!((stored.lines, stored.carried_out, stored.archived), (2, 2, 0));
		assert_eq!(stored.decided_at, NOW);
		assert_ok!(dispatch(DONOR_AGENT, first));
	});
}

#[test]
fn the_assembly_decides_and_the_plan_acts() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let lines = [gives(Goods::Lot(lot), 400)];
		let plan = decide(&lines);
		let by_assembly = (Actor::Authority(Authority::Assembly), Action::PlanDecided);
		let by_plan = (Actor::Plan(plan), Action::LinesCarriedOut);
		assert_eq!(records(plan), [by_assembly, by_plan.clone()]);
		let digest = digest_of(&(orders(&lines), DISPATCH_BY, RECEIVE_BY));
		let of_plan = MockTrail::records_of(&Subject::Plan(plan));
		assert!(of_plan.iter().all(|record| record.digest == digest));
		for subject in [Subject::Transfer(made(plan, 0)), Subject::Lot(lot)] {
			let newest = MockTrail::records_of(&subject).pop().expect("a record");
			assert_eq!((newest.actor, newest.action), by_plan, "{subject:?}");
		}
	});
}

#[test]
fn nobody_else_decides() {
	play(|| {
		let lines = orders(&[gives(Goods::Class(MASKS), 1)]);
		let refused = Reallocation::decide_plan(by(DONOR_AGENT), lines, DISPATCH_BY, RECEIVE_BY);
		assert_noop!(refused, DispatchError::BadOrigin);
	});
}

#[test]
fn a_plan_that_cannot_be_meant_is_not_decided() {
	play(|| {
		let line = gives(Goods::Class(MASKS), 1);
		let nothing = LineOrder { quantity: 0, ..line };
		let to_itself = LineOrder { receiver: DONOR, ..line };
		let late = NOW + 30 * DAY + 1;
		let cases: [(&[LineOrder], Moment, Moment, Error<Test>); 8] = [
			(&[], DISPATCH_BY, RECEIVE_BY, Error::NoLines),
			(&[line, nothing], DISPATCH_BY, RECEIVE_BY, Error::ZeroQuantity),
			(&[line, to_itself], DISPATCH_BY, RECEIVE_BY, Error::SameInstitution),
			(&[line], NOW - 1, RECEIVE_BY, Error::DeadlinePassed),
			(&[line], late, late + DAY, Error::ReservationTooLong),
			(&[line], DISPATCH_BY, DISPATCH_BY - 1, Error::DeadlinesReversed),
			(&[line], DISPATCH_BY, DISPATCH_BY + HOUR - 1, Error::TransitTooShort),
			(&[line], DISPATCH_BY, DISPATCH_BY + 90 * DAY + 1, Error::TransitTooLong),
		];
		for (lines, dispatch_by, receive_by, error) in cases {
			let decided =
				Reallocation::decide_plan(assembly(), orders(lines), dispatch_by, receive_by);
			assert_noop!(decided, error);
		}
		let last = Reallocation::decide_plan(assembly(), orders(&[line]), NOW, NOW + HOUR);
		assert_ok!(last);
	});
}

#[test]
fn identifiers_end() {
	play(|| {
		NextPlanId::<Test>::put(PlanId(u64::MAX));
		let lines = orders(&[gives(Goods::Class(MASKS), 1)]);
		let decided = Reallocation::decide_plan(assembly(), lines, DISPATCH_BY, RECEIVE_BY);
		assert_noop!(decided, Error::<Test>::IdsExhausted);
	});
}

#[test]
fn as_many_lines_as_a_decision_pays_for_are_carried_out_with_it() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let lines = vec![gives(Goods::Lot(lot), 1); MAX_LINES as usize];
		let plan = decide(&lines);
		let known = Reallocation::plan(plan).expect("it was decided");
		assert_eq!((known.lines, known.carried_out), (MAX_LINES, AT_ONCE));
		assert_eq!(own(lot, DONOR).reserved, u64::from(AT_ONCE));
		assert!(!events().contains(&Event::PlanCarriedOut { plan }));
		// The rest follows in the same block.
		idle(Weight::MAX);
		assert_eq!(own(lot, DONOR).reserved, u64::from(MAX_LINES));
		assert!(events().contains(&Event::PlanCarriedOut { plan }));
	});
}

#[test]
fn what_the_first_lines_did_not_cost_is_given_back() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let lines = orders(&[gives(Goods::Lot(lot), 1), gives(Goods::Class(MASKS), 1)]);
		let call = Call::<Test>::decide_plan {
			lines: lines.clone(),
			dispatch_by: DISPATCH_BY,
			receive_by: RECEIVE_BY,
		};
		let making = <Circulation as Transfers<u64>>::weight_of_making;
		let most = Weight::from_parts(20 + 100_000 + 1_000 + 2_000, 0);
		let most = most.saturating_add(making(1)).saturating_add(making(MAX_LEGS));
		assert_eq!(call.get_dispatch_info().call_weight, most);
		let decided = Reallocation::decide_plan(assembly(), lines, DISPATCH_BY, RECEIVE_BY);
		let used = decided.expect("it is sound").actual_weight.expect("it is told");
		assert!(used.all_lte(most), "{used:?} of {most:?}");
	});
}
