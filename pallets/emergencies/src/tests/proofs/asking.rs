//! What the chain asks the rules about a plan that stands.

use super::{
	asked, barred, best, crossed, first, gives_to_hospitals, honest, naive, pairs, plan, ruled,
	submit, waiting, PROVING,
};
use crate::{mock::*, Call, Error, Event, Method, Stage, WeightInfo, MAX_STEP};
use frame_support::assert_ok;
use pallet_rules::{Condition, Party};
use salus_primitives::{AllocationId, InstitutionKind, NeedId, OfferId};

/// One step that asks about so many lines; answers with what it weighs.
#[track_caller]
fn step(id: AllocationId, lines: u32) -> u64 {
	let info = Emergencies::advance(by(STRANGER), id, lines).expect("there is something to ask");
	info.actual_weight.expect("it is known").ref_time()
}

#[test]
fn a_step_asks_about_as_many_lines_as_are_asked_for() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		// A step costs 1,000, and each line that falls under no rule 15.
		assert_eq!(step(id, 1), 1_015);
		assert_eq!(asked(id), Some(1));
		check_all();
		assert_eq!(step(id, 9), 1_015);
		assert_eq!(known(id).method, Some(Method::Proven));
	});
}

#[test]
fn a_call_asks_about_no_more_than_it_may() {
	run(|| {
		asks(HOSPITAL, 20);
		// All of them in Shanghai.
		offers_of_one(20);
		let id = waiting();
		let flows: Vec<_> = (0..20).map(|offer| (offer, 0, 1)).collect();
		assert_ok!(submit(plan(id, &flows, &[0; 20], &[first()])));
		assert_eq!(step(id, 99), 1_000 + 16 * 15);
		assert_eq!(asked(id), Some(16));
		assert_eq!(step(id, 99), 1_000 + 4 * 15);
		assert_eq!(known(id).lines, 20);
	});
}

#[test]
fn a_block_asks_about_as_many_as_there_is_room_for() {
	run(|| {
		asks(HOSPITAL, 20);
		// All of them in Shanghai.
		offers_of_one(20);
		let id = waiting();
		let flows: Vec<_> = (0..20).map(|offer| (offer, 0, 1)).collect();
		assert_ok!(submit(plan(id, &flows, &[0; 20], &[first()])));
		// A line might fall under ten rules, which cost 100, and they might forbid it, which costs 500 to enter: beside
		// the look and the step, there is room for one of these behind ten others, and not behind eleven.
		assert_eq!(idle(1 + 1_000 + 10 * 15 + 15 + 100 + 500), 1 + 1_000 + 11 * 15);
		assert_eq!(asked(id), Some(11));
		// None fits.
		assert_eq!(idle(1 + 1_000 + 15 + 100 + 499), 1);
		assert_eq!(asked(id), Some(11));
	});
}

#[test]
fn rules_that_allow_it_cost_as_many_as_there_are() {
	run(|| {
		let kind = InstitutionKind::Hospital;
		for _ in 0..2 {
			write_rule(root(), Condition::OfKind { party: Party::Receiver, kind });
		}
		let id = crossed();
		assert_ok!(submit(best(id)));
		// Two of the most that there may be, of what all of them cost.
		let most = <pallet_rules::Pallet<Test> as salus_primitives::Rules>::most();
		let rules = 200u64.div_ceil(most.into());
		assert_eq!(step(id, 1), 1_015 + rules);
		assert_eq!(step(id, 1), 1_015 + rules);
		assert_eq!(known(id).method, Some(Method::Proven));
	});
}

#[test]
fn a_plan_that_the_rules_forbid_is_dropped_and_the_pair_is_none_any_more() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		events();
		// One line, under as many rules as there may be, and entering the bar.
		assert_eq!(step(id, MAX_STEP), 1_015 + 100 + 500);
		assert_eq!(asked(id), None);
		assert_eq!(pairs(id), [(0, 0), (1, 0), (1, 1)]);
		// Of the first offer the second need; of the other one none.
		assert_eq!(barred(id), [[2, 0, 0, 0, 0, 0, 0, 0], [0; 8]]);
		let (offer, need) = (OfferId(0), NeedId(1));
		assert_eq!(events(), [Event::CandidateDropped { allocation: id, offer, need }]);
		refused(by(STRANGER), Call::submit_plan { plan: naive(id) }, Error::<Test>::PairForbidden);
		assert_ok!(submit(honest(id)));
		assert_eq!(carry_through(id).method, Some(Method::Proven));
		made(id, 0);
		made(id, 1);
	});
}

#[test]
fn it_is_asked_both_for_one_unit_and_for_as_much_as_could_go() {
	for (least, most, is_barred) in [(1, 9, false), (2, 20, false), (2, 9, true)] {
		run(|| {
			// Ten could go.
			write_rule(by(agent_of(DONOR)), Condition::Between { least, most });
			asks(HOSPITAL, 10);
			offers(DONOR, 30);
			let id = waiting();
			let plan = plan(id, &[(0, 0, 10)], &[0], &[first()]);
			assert_ok!(submit(plan));
			assert_ok!(advance(id));
			assert_eq!(pairs(id).is_empty(), is_barred, "{least} to {most}");
			assert_eq!(known(id).method.is_none(), is_barred);
			if !is_barred {
				// A line is made, or skipped, as a whole.
				carry_through(id);
				let is_made = matches!(outcome(id, 0), crate::LineOutcome::Made { .. });
				assert_eq!(is_made, most >= 10);
			}
		});
	}
}

#[test]
fn a_plan_that_came_in_time_is_asked_about_behind_it() {
	run(|| {
		let id = ruled();
		pass(PROVING);
		assert_ok!(submit(honest(id)));
		pass(60_000);
		assert_ok!(advance(id));
		assert_eq!(known(id).method, Some(Method::Proven));
	});
	run(|| {
		let id = ruled();
		pass(PROVING);
		assert_ok!(submit(naive(id)));
		pass(1);
		assert_ok!(advance(id));
		assert_eq!(asked(id), None);
		// It is too late for another one, and the greedy plan goes by what is known.
		assert_ok!(advance(id));
		assert_eq!(known(id).stage, Stage::Greedy { taken: 0 });
		decide(id);
		assert_eq!(lines(id), [(OfferId(0), NeedId(0), 10), (OfferId(1), NeedId(1), 10)]);
	});
}

#[test]
fn rules_that_are_written_while_they_are_asked_count_from_then_on() {
	run(|| {
		asks(CENTRE, 10);
		asks(FAR, 10);
		let lot = stock(DONOR, MASKS, 20, None);
		offers_of(DONOR, supply(lot, 10));
		offers_of(DONOR, supply(lot, 10));
		super::let_prove();
		let id = opened(declared(ASSEMBLY, of_one("CN", MASKS)));
		advance_until(id, super::is_deciding);
		// To Shanghai it is no way at all.
		let here = salus_analysis::transport::worth(0, 0);
		assert_ok!(submit(plan(id, &[(0, 0, 10), (1, 1, 10)], &[0, 0], &[first(), here])));
		step(id, 1);
		assert_eq!(asked(id), Some(1));
		gives_to_hospitals();
		// What was asked before is not asked again: the line is skipped when it is carried out.
		step(id, 1);
		assert_eq!(known(id).method, Some(Method::Proven));
		carry_through(id);
		assert!(matches!(outcome(id, 0), crate::LineOutcome::Skipped { unmet: Some(_), .. }));
		made(id, 1);
	});
}

#[test]
fn what_was_withdrawn_is_not_forbidden_and_is_skipped() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		assert_ok!(withdraw_offer(DONOR, OfferId(0)));
		let ended = carry_through(id);
		assert_eq!(ended.method, Some(Method::Proven));
		assert_eq!(outcome(id, 0), skipped(pallet_needs::Error::<Test>::Ended));
		made(id, 1);
	});
}

#[test]
fn no_step_of_a_call_weighs_more_than_it_is_charged_for() {
	run(|| {
		use frame_support::dispatch::GetDispatchInfo;
		let id = ruled();
		assert_ok!(submit(naive(id)));
		let call = Call::<Test>::advance { allocation: id, lines: MAX_STEP };
		let most = call.get_dispatch_info().call_weight.ref_time();
		assert!(step(id, MAX_STEP) <= most);
		assert!(<() as WeightInfo>::ask_rules(MAX_STEP).ref_time() + 16 * 100 <= most);
	});
}
