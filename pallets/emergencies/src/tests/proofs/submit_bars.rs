//! Pairs that the rules forbid, named by whoever knows.

use super::{
	asked, bars, crossed, honest, let_prove, naive, pairs, ruled, submit, submit_bars, PROVING,
};
use crate::{mock::*, Call, Error, Event, Stage};
use frame_support::assert_ok;
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, AllocationId, NeedId, OfferId, Subject,
};

fn call(allocation: AllocationId, pairs: &[(u16, u16)]) -> Call<Test> {
	let fingerprint = known(allocation).fingerprint.unwrap_or_default();
	Call::submit_bars { allocation, fingerprint, bars: bars(pairs) }
}

#[track_caller]
fn refuses(allocation: AllocationId, pairs: &[(u16, u16)], error: Error<Test>) {
	refused(by(STRANGER), call(allocation, pairs), error);
}

#[test]
fn a_pair_that_the_rules_forbid_is_none_any_more() {
	run(|| {
		let id = ruled();
		events();
		let fingerprint = known(id).fingerprint.expect("shares are decided");
		assert_ok!(submit_bars(id, &[(0, 1)]));
		assert_eq!(pairs(id), [(0, 0), (1, 0), (1, 1)]);
		assert_eq!(events(), [Event::PairsBarred { allocation: id, pairs: 1 }]);
		let record = MockTrail::records_of(&Subject::Allocation(id)).pop().expect("one");
		assert_eq!((record.actor, record.action), (Actor::Account(STRANGER), Action::PairsBarred));
		assert_eq!(record.digest, digest_of(&(id, fingerprint, bars(&[(0, 1)]))));
		// Shares are as they were, and so is what plans answer.
		assert_eq!(shares(id), [10, 10]);
		assert_eq!(known(id).fingerprint, Some(fingerprint));
		refused(by(STRANGER), super::call(naive(id)), Error::<Test>::PairForbidden);
		assert_ok!(submit(honest(id)));
	});
}

#[test]
fn a_plan_that_stands_goes_with_its_pair() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		events();
		assert_ok!(submit_bars(id, &[(0, 1)]));
		assert_eq!(asked(id), None);
		let (offer, need) = (OfferId(0), NeedId(1));
		let dropped = Event::CandidateDropped { allocation: id, offer, need };
		assert_eq!(events(), [dropped, Event::PairsBarred { allocation: id, pairs: 1 }]);
	});
}

#[test]
fn a_plan_that_does_not_go_over_it_stays() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(honest(id)));
		assert_ok!(submit_bars(id, &[(0, 1)]));
		assert_eq!(asked(id), Some(0));
		assert_eq!(carry_through(id).lines, 2);
	});
}

#[test]
fn pairs_are_named_that_there_are_and_that_the_rules_forbid() {
	run(|| {
		let id = ruled();
		refuses(id, &[], Error::NoBars);
		refuses(id, &[(2, 1)], Error::NoSuchPair);
		refuses(id, &[(0, 2)], Error::NoSuchPair);
		refuses(id, &[(1, 1)], Error::NotBarred);
		// One false one is too many.
		refuses(id, &[(0, 1), (0, 0)], Error::NotBarred);
		assert_eq!(pairs(id).len(), 4);
	});
}

#[test]
fn what_is_known_is_passed_over_and_nothing_else_is_nothing() {
	run(|| {
		let id = ruled();
		assert_ok!(submit_bars(id, &[(0, 1), (0, 1)]));
		let barred = |event: &Event<Test>| matches!(event, Event::PairsBarred { pairs: 1, .. });
		assert!(events().iter().any(barred));
		refuses(id, &[(0, 1)], Error::NothingToDo);
	});
	run(|| {
		// What may not go for another reason is no pair either.
		let id = crossed();
		refuses(id, &[(1, 1)], Error::NothingToDo);
	});
}

#[test]
fn an_allocation_that_does_not_wait_takes_none() {
	run(|| {
		super::gives_to_hospitals();
		asks(CENTRE, 10);
		offers(DONOR, 10);
		let_prove();
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		refuses(id, &[(0, 0)], Error::NotDeciding);
		advance_until(id, super::is_deciding);
		let fingerprint = H256::repeat_byte(7);
		let stale = Call::submit_bars { allocation: id, fingerprint, bars: bars(&[(0, 0)]) };
		refused(by(STRANGER), stale, Error::<Test>::WrongFingerprint);
		let (allocation, bars) = (AllocationId(9), bars(&[(0, 0)]));
		let other = Call::submit_bars { allocation, fingerprint, bars };
		refused(by(STRANGER), other, Error::<Test>::AllocationNotFound);
		let emergency = known(id).emergency;
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), emergency));
		refuses(id, &[(0, 0)], Error::NotInForce);
	});
}

#[test]
fn behind_the_time_for_plans_the_greedy_one_goes_by_them() {
	run(|| {
		let id = ruled();
		pass(PROVING + 1);
		assert_ok!(submit_bars(id, &[(0, 1)]));
		decide(id);
		assert_eq!(lines(id), [(OfferId(0), NeedId(0), 10), (OfferId(1), NeedId(1), 10)]);
	});
}

#[test]
fn whoever_names_one_signs() {
	run(|| {
		let id = ruled();
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, call(id, &[(0, 1)]), sp_runtime::DispatchError::BadOrigin);
		}
	});
}
