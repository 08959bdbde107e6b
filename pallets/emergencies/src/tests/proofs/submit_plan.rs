//! A plan that holds stands, and is carried out.

use super::{
	asked, barred, barring, best, call, crossed, first, honest, naive, pairs, plan, ruled, second,
	submit,
};
use crate::{mock::*, Candidates, Event, Method, Stage};
use frame_support::assert_ok;
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, InstitutionId, NeedId, OfferId, Subject,
};

#[test]
fn a_plan_that_holds_stands() {
	run(|| {
		let id = crossed();
		let plan = best(id);
		events();
		assert_ok!(submit(plan.clone()));
		assert_eq!(asked(id), Some(0));
		let view = Emergencies::problem(id).expect("it is stored");
		assert_eq!(view.candidate, Some(plan.flows.to_vec()));
		assert!(view.lines.is_empty());
		// Ten units over 687 kilometres, and ten over 294.
		let told = Event::PlanPosted { allocation: id, digest: digest_of(&plan), unit_km: 9_810 };
		assert_eq!(events(), [told]);
		let record = MockTrail::records_of(&Subject::Allocation(id)).pop().expect("one");
		assert_eq!((record.actor, record.action), (Actor::Account(STRANGER), Action::PlanPosted));
		assert_eq!(record.digest, digest_of(&plan));
		assert_eq!(record.institution, None::<InstitutionId>);
		assert_eq!(known(id).method, None);
	});
}

#[test]
fn it_is_carried_out_once_the_rules_were_asked() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		assert_ok!(advance(id));
		assert_eq!(known(id).stage, Stage::CarryingOut { next: 0 });
		assert_eq!((known(id).method, known(id).lines), (Some(Method::Proven), 2));
		assert_eq!(Candidates::<Test>::iter().count(), 0);
		let expected = [(OfferId(0), NeedId(1), 10), (OfferId(1), NeedId(0), 10)];
		assert_eq!(lines(id), expected);
		carry_through(id);
		for line in 0..2 {
			made(id, line);
		}
	});
}

#[test]
fn the_greedy_plan_of_the_same_delivers_half() {
	run(|| {
		let id = crossed();
		pass(super::PROVING + 1);
		decide(id);
		assert_eq!(lines(id), [(OfferId(0), NeedId(0), 10)]);
		assert_eq!(known(id).method, Some(Method::Greedy));
	});
}

#[test]
fn any_prices_that_prove_it_do() {
	run(|| {
		let id = crossed();
		// What each unit more would add may be counted for the offers as well as for the needs.
		let flows = [(0, 1, 10), (1, 0, 10)];
		assert_ok!(submit(plan(id, &flows, &[first(), second()], &[0, 0])));
	});
}

#[test]
fn where_nothing_is_better_nothing_may_go() {
	run(|| {
		super::gives_to_hospitals();
		asks(CENTRE, 10);
		offers(DONOR, 10);
		let id = super::waiting();
		assert_ok!(submit(barring(plan(id, &[], &[0], &[0]), &[(0, 0)])));
		assert!(pairs(id).is_empty());
		assert_eq!(asked(id), Some(0));
		let ended = carry_through(id);
		assert_eq!((ended.method, ended.lines), (Some(Method::Proven), 0));
		let quality = ended.quality.expect("it ended well");
		assert_eq!((quality.all.shared, quality.all.promised), (10, 0));
		assert_eq!((quality.unit_km, quality.least_km), (0, Some(0)));
	});
}

#[test]
fn bars_come_with_it() {
	run(|| {
		let id = ruled();
		let plan = barring(honest(id), &[(0, 1)]);
		events();
		assert_ok!(submit(plan.clone()));
		assert_eq!(pairs(id), [(0, 0), (1, 0), (1, 1)]);
		assert_eq!(barred(id), [[2, 0, 0, 0, 0, 0, 0, 0], [0; 8]]);
		let unit_km = 9_810;
		let posted = Event::PlanPosted { allocation: id, digest: digest_of(&plan), unit_km };
		assert_eq!(events(), [Event::PairsBarred { allocation: id, pairs: 1 }, posted]);
		carry_through(id);
		assert_eq!(lines(id), [(OfferId(0), NeedId(0), 10), (OfferId(1), NeedId(1), 10)]);
		made(id, 0);
		made(id, 1);
	});
}

#[test]
fn a_bar_that_is_known_is_passed_over() {
	run(|| {
		let id = ruled();
		assert_ok!(super::submit_bars(id, &[(0, 1)]));
		events();
		assert_ok!(submit(barring(honest(id), &[(0, 1), (0, 1)])));
		let told = events();
		assert!(matches!(told[..], [Event::PlanPosted { .. }]), "{told:?}");
	});
}

#[test]
fn a_bar_on_the_plan_that_stands_displaces_it() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		assert_ok!(submit(barring(honest(id), &[(0, 1)])));
		let told = events();
		let dropped =
			Event::CandidateDropped { allocation: id, offer: OfferId(0), need: NeedId(1) };
		let barred = Event::PairsBarred { allocation: id, pairs: 1 };
		assert!(told.contains(&dropped) && told.contains(&barred));
		assert!(matches!(told.last(), Some(Event::PlanPosted { .. })));
		let view = Emergencies::problem(id).expect("it is stored");
		assert_eq!(view.candidate, Some(honest(id).flows.to_vec()));
		assert_eq!(asked(id), Some(0));
	});
}

#[test]
fn whoever_submits_one_signs() {
	run(|| {
		let id = crossed();
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, call(best(id)), sp_runtime::DispatchError::BadOrigin);
		}
	});
}
