//! Steps: who has them taken, what they cost, and what ends them.

use crate::{
	mock::*, AllocationEnding, Call, Error, Event, GreedyPlans, PairingFacts, Stage, WeightInfo,
};
use frame_support::{
	assert_ok,
	dispatch::{GetDispatchInfo, Pays},
};
use pallet_needs::Request;
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, AllocationId, OfferId, Subject,
};
use sp_runtime::DispatchError;

fn call(allocation: AllocationId) -> Call<Test> {
	Call::advance { allocation, lines: 1 }
}

/// A need of 70, and as many offers of one: stages take several steps.
fn many() -> Vec<OfferId> {
	asks(HOSPITAL, 100);
	offers_of_one(70)
}

/// A name for each stage.
fn name(stage: &Stage) -> &'static str {
	match stage {
		Stage::GatheringNeeds { .. } => "needs",
		Stage::GatheringOffers { .. } => "offers",
		Stage::Apportioning => "apportioning",
		Stage::Deciding { .. } => "deciding",
		Stage::Greedy { .. } => "greedy",
		Stage::CarryingOut { .. } => "carrying out",
		Stage::Escalating { .. } => "escalating",
		Stage::Summing => "summing",
		Stage::Ended { .. } => "ended",
		Stage::Clearing { .. } => "clearing",
	}
}

/// The stages that an allocation of many is in after each step.
fn stages(id: AllocationId) -> Vec<Stage> {
	let mut stages = vec![known(id).stage];
	while known(id).is_running() {
		assert_ok!(advance(id));
		stages.push(known(id).stage);
		check_all();
	}
	stages
}

#[test]
fn one_stage_leads_to_the_next_and_every_step_is_recorded() {
	run(|| {
		many();
		let id = opened(masks_in_hubei());
		let stages = stages(id);
		let names: Vec<_> = stages.iter().map(name).collect();
		let carrying_out = ["carrying out"; 5];
		let before = ["needs", "offers", "offers", "apportioning"];
		let planning = ["greedy"; 5];
		let after = ["escalating", "summing", "ended"];
		assert_eq!(names, [&before[..], &planning, &carrying_out, &after].concat());

		let records = MockTrail::records_of(&Subject::Allocation(id)).split_off(1);
		assert_eq!(records.len(), stages.len() - 1);
		for (stage, record) in stages.iter().zip(&records) {
			assert_eq!(record.actor, Actor::Allocation(id));
			let (action, digest) = match stage {
				Stage::CarryingOut { next } => {
					let count = (70 - next).min(16);
					(Action::LinesAllocated, digest_of(&(id, next, count)))
				}
				Stage::Escalating { .. } => (Action::NeedsEscalated, digest_of(&(id, stage))),
				Stage::Summing => {
					(Action::AllocationEnded, digest_of(&(id, AllocationEnding::Allocated)))
				}
				_ => (Action::AllocationAdvanced, digest_of(&(id, stage))),
			};
			assert_eq!((record.action, record.digest), (action, digest), "{stage:?}");
		}
	});
}

#[test]
fn a_call_weighs_what_it_did_and_is_free_if_that_is_a_whole_step() {
	run(|| {
		many();
		let id = opened(masks_in_hubei());
		type Costs = ();
		let weights = [
			Costs::gather_needs(1),
			Costs::gather_offers(64),
			Costs::gather_offers(6),
			Costs::apportion(70),
		];
		let most = call(id).get_dispatch_info().call_weight;
		for weight in weights {
			let info = Emergencies::advance(by(STRANGER), id, 1).expect("it runs");
			assert_eq!((info.actual_weight, info.pays_fee), (Some(weight), Pays::No));
			assert!(weight.all_lte(most));
		}
		// Whoever takes one line has all lists written for it, and pays. To ask about a pair weighs 15, and behind the last
		// question that there is room for one more offer is come to.
		for (lines, pays) in [(1, Pays::Yes), (15, Pays::Yes), (16, Pays::No)] {
			let info = Emergencies::advance(by(STRANGER), id, lines).expect("there are offers");
			let asking = frame_support::weights::Weight::from_parts(15 * u64::from(lines), 0);
			let weight = Costs::greedy(lines + 1).saturating_add(asking);
			assert_eq!((info.actual_weight, info.pays_fee), (Some(weight), pays));
			assert!(weight.all_lte(most));
		}
		decide(id);
		for (lines, pays) in [(1, Pays::Yes), (15, Pays::Yes), (16, Pays::No)] {
			let info = Emergencies::advance(by(STRANGER), id, lines).expect("there are lines");
			let weight = Costs::carry_out(lines);
			assert_eq!((info.actual_weight, info.pays_fee), (Some(weight), pays));
		}
		advance_until(id, |stage| matches!(stage, Stage::Escalating { .. }));
		for weight in [Costs::escalate(1), Costs::sum(1, 70)] {
			let info = Emergencies::advance(by(STRANGER), id, 1).expect("it runs");
			assert_eq!(info.actual_weight, Some(weight));
			assert!(weight.all_lte(most));
		}
		// The dearest of all steps, of as much as may be.
		assert_eq!(most, Costs::sum(512, 1_023));
	});
}

#[test]
fn whoever_hastens_one_signs_and_it_runs() {
	run(|| {
		let id = opened(masks_in_hubei());
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, call(id), DispatchError::BadOrigin);
		}
		refused(by(STRANGER), call(AllocationId(9)), Error::<Test>::AllocationNotFound);
		carry_through(id);
		refused(by(STRANGER), call(id), Error::<Test>::AllocationEnded);
	});
}

#[test]
fn blocks_take_the_steps_as_far_as_they_have_room() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let id = opened(masks_in_hubei());
		// A look costs 1; whatever is looked at, a step takes place if the dearest of its kind fits: 1,640.
		assert_eq!(idle(0), 0);
		assert_eq!(idle(1_640), 1);
		assert_eq!(name(&known(id).stage), "needs");
		assert_eq!(idle(1_641), 1 + 1_010);
		assert_eq!(name(&known(id).stage), "offers");
		// 1,011 for offers, 2,001 for shares, 1,013 for the plan and 15 for its question, 1,100 for one line, 1,014 to
		// escalate, 1,003 to sum up.
		assert_eq!(idle(9_999), 1 + 1_011 + 2_001 + 1_013 + 15 + 1_100 + 1_014 + 1_003);
		assert_eq!(name(&known(id).stage), "ended");
		assert_eq!(idle(9_999), 1);
	});
}

#[test]
fn a_block_takes_no_more_than_it_may_and_as_many_lines_as_fit() {
	run(|| {
		let all = many();
		let id = opened(masks_in_hubei());
		decide(id);
		// Of 10,000, one is for the look, and 1,000 for the step: 89 lines would fit, and there are 70. Of what is
		// left, 1,999, it escalates, which might cost 1,896; to sum up, 985 do not suffice.
		assert_eq!(idle(u64::MAX), 1 + 8_000 + 1_014);
		assert_eq!(known(id).carried_out, 70);
		assert_eq!(name(&known(id).stage), "summing");
		assert_eq!(lines(id).len(), all.len());
	});
	run(|| {
		many();
		let id = opened(masks_in_hubei());
		decide(id);
		assert_eq!(idle(4_099), 1 + 1_000 + 30 * 100);
		assert_eq!(known(id).carried_out, 30);
		assert_eq!(known(id).stage, Stage::CarryingOut { next: 30 });
		// A line less than one.
		assert_eq!(idle(1_100), 1);
		assert_eq!(known(id).carried_out, 30);
	});
}

#[test]
fn the_oldest_goes_first() {
	run(|| {
		many();
		asks_for(CLINIC, Request { class: GOWNS, ..wanted(10) });
		let first = opened(masks_in_hubei());
		let second = opened_of(declared(ASSEMBLY, of_one("CN", GOWNS)), GOWNS);
		assert_eq!(idle(1_641), 1 + 1_010);
		assert_eq!((name(&known(first).stage), name(&known(second).stage)), ("offers", "needs"));
		// There is room for a step of the second, and not for the next one of the first.
		assert_ok!(advance(first));
		assert_ok!(advance(first));
		assert_eq!(name(&known(first).stage), "apportioning");
		assert_eq!(idle(1_700), 1);
		let names = (name(&known(first).stage), name(&known(second).stage));
		assert_eq!(names, ("apportioning", "needs"));
		// When the first has ended, it is the turn of the second.
		for _ in 0..20 {
			idle(u64::MAX);
		}
		assert_eq!((name(&known(first).stage), name(&known(second).stage)), ("ended", "ended"));
	});
}

#[test]
fn in_the_safe_mode_no_block_takes_a_step() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let id = opened(masks_in_hubei());
		set_safe_mode(true);
		assert_eq!(idle(u64::MAX), 1);
		assert_eq!(name(&known(id).stage), "needs");
		set_safe_mode(false);
		assert!(idle(u64::MAX) > 1);
		assert_eq!(name(&known(id).stage), "ended");
	});
}

/// Ends an allocation of many in every stage that it comes through, and shows that nothing waits any more.
fn ends_in_every_stage(how: AllocationEnding, end: impl Fn(AllocationId)) {
	let mut steps = 0;
	loop {
		let mut was_running = true;
		run(|| {
			let offers = many();
			let id = opened(masks_in_hubei());
			for _ in 0..steps {
				assert_ok!(advance(id));
			}
			was_running = known(id).is_running();
			if !was_running {
				return;
			}
			let before = known(id);
			end(id);
			events();
			assert_ok!(advance(id));
			assert!(offers.iter().all(|offer| !is_offer_frozen(*offer)));
			// What comes to no line forgets what it gathered before it has ended.
			let clears = before.lines == 0 && before.needs > 0;
			assert_eq!(name(&known(id).stage), if clears { "clearing" } else { "ended" });
			carry_through(id);
			let method = before.method;
			let told = Event::AllocationEnded { allocation: id, how, method };
			assert_eq!(events(), [told], "{:?}", before.stage);
			let after = known(id);
			assert_eq!(after.stage, Stage::Ended { how, at: now() });
			assert_eq!((after.carried_out, after.lines), (before.carried_out, before.lines));
			assert!(offers.iter().all(|offer| !is_offer_frozen(*offer)));
			assert!(Emergencies::running().is_empty());
			assert_eq!(
				(PairingFacts::<Test>::iter().count(), GreedyPlans::<Test>::iter().count()),
				(0, 0)
			);
			// What was made stays made.
			for line in 0..after.carried_out {
				made(id, line);
			}
			let newest = MockTrail::records_of(&Subject::Allocation(id)).pop();
			assert_eq!(newest.map(|record| record.action), Some(Action::AllocationEnded));
		});
		if !was_running {
			break;
		}
		steps += 1;
	}
	// As many as an allocation of many takes.
	assert_eq!(steps, 16);
}

#[test]
fn an_emergency_that_is_called_off_in_the_middle_ends_it() {
	ends_in_every_stage(AllocationEnding::EmergencyOver, |id| {
		let emergency = known(id).emergency;
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), emergency));
	});
}

#[test]
fn so_does_the_end_of_its_time() {
	ends_in_every_stage(AllocationEnding::TimeOver, |_| pass(LONGEST + 1));
}

#[test]
fn at_the_last_moment_it_takes_a_step() {
	run(|| {
		many();
		let id = opened(masks_in_hubei());
		pass(LONGEST);
		assert_ok!(advance(id));
		assert_eq!(name(&known(id).stage), "offers");
	});
}

#[test]
fn an_emergency_that_ends_by_itself_ends_it_too() {
	run(|| {
		many();
		let emergency = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + 60_000));
		let id = opened(emergency);
		assert_ok!(advance(id));
		turn_to(NOW + 60_000);
		carry_through(id);
		let how = AllocationEnding::EmergencyOver;
		assert_eq!(known(id).stage, Stage::Ended { how, at: now() });
	});
}

#[test]
fn a_block_ends_what_has_had_its_time() {
	run(|| {
		many();
		let id = opened(masks_in_hubei());
		decide(id);
		pass(DAY);
		// As dear as one line. It has lines, so its lists stay.
		assert_eq!(idle(u64::MAX), 1 + 1_100);
		let how = AllocationEnding::TimeOver;
		assert_eq!(known(id).stage, Stage::Ended { how, at: now() });
	});
}

#[test]
fn what_comes_to_no_line_forgets_64_entries_in_a_step() {
	run(|| {
		let offers = many();
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		pass(LONGEST + 1);
		assert_ok!(advance(id));
		let how = AllocationEnding::TimeOver;
		// A need and seventy offers are 71.
		for (next, left) in [(0, 70), (64, 7)] {
			assert_eq!(known(id).stage, Stage::Clearing { how, next });
			assert_eq!(crate::FrozenOffers::<Test>::iter().count(), left);
			assert!(offers.iter().all(|offer| !is_offer_frozen(*offer)));
			check_all();
			let info = Emergencies::advance(by(STRANGER), id, 1).expect("it is not cleared");
			let weight = <() as WeightInfo>::archive(if next == 0 { 64 } else { 7 });
			assert_eq!((info.actual_weight, info.pays_fee), (Some(weight), Pays::No));
		}
		assert_eq!(known(id).stage, Stage::Ended { how, at: now() });
		assert_eq!(crate::FrozenOffers::<Test>::iter().count(), 0);
		assert_eq!(crate::GivenBy::<Test>::iter().count(), 0);
		assert_eq!((known(id).needs, known(id).offers, known(id).fingerprint), (0, 0, None));
	});
}
