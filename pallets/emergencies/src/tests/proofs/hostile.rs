//! Whatever a neighbour posts, who asked the rules is not held up.

use super::{
	asked, barring, first, gives_to_hospitals, honest, naive, near, pairs, plan, ruled, submit,
	submit_bars, waiting,
};
use crate::{mock::*, Error, Method};
use frame_support::assert_ok;
use salus_primitives::{NeedId, OfferId};

fn fails(plan: crate::PostedPlan, error: Error<Test>) {
	assert_eq!(submit(plan), Err(error.into()));
}

#[test]
fn a_plan_that_the_rules_allow_is_never_displaced() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(honest(id)));
		fails(naive(id), Error::CandidateStands);
		fails(honest(id), Error::CandidateStands);
		// A true bar, but not on a pair of it.
		fails(barring(naive(id), &[(0, 1)]), Error::CandidateStands);
		// A pair of it, but not a true bar.
		fails(barring(naive(id), &[(0, 0)]), Error::NotBarred);
		fails(barring(honest(id), &[(1, 1)]), Error::NotBarred);
		assert_eq!(submit_bars(id, &[(0, 0)]), Err(Error::<Test>::NotBarred.into()));
		assert_ok!(submit_bars(id, &[(0, 1)]));
		assert_eq!(asked(id), Some(0));
		assert_eq!(carry_through(id).method, Some(Method::Proven));
		assert_eq!(lines(id)[0], (OfferId(0), NeedId(0), 10));
	});
}

#[test]
fn a_naive_plan_is_displaced_at_once_and_does_not_come_again() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		fails(honest(id), Error::CandidateStands);
		assert_ok!(submit(barring(honest(id), &[(0, 1)])));
		fails(naive(id), Error::CandidateStands);
		fails(barring(naive(id), &[(0, 1)]), Error::CandidateStands);
		assert_eq!(carry_through(id).method, Some(Method::Proven));
		made(id, 0);
		made(id, 1);
	});
}

#[test]
fn a_naive_plan_that_nobody_displaces_costs_its_pair() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		idle(u64::MAX);
		assert_eq!(asked(id), None);
		fails(naive(id), Error::PairForbidden);
		assert_ok!(submit(honest(id)));
		idle(u64::MAX);
		assert_eq!(known(id).method, Some(Method::Proven));
	});
}

#[test]
fn naive_plans_in_a_row_end_with_the_pairs_that_they_go_over() {
	run(|| {
		// Two centres, which the donor's rule forbids, and two hospitals; all as far from the one, and the other.
		gives_to_hospitals();
		for institution in [CENTRE, CENTRE, HOSPITAL, CLINIC] {
			asks(institution, 10);
		}
		for institution in [DONOR, DONOR, SUPPLIER, SUPPLIER] {
			offers(institution, 10);
		}
		let id = waiting();
		let of = |order: [u16; 4]| {
			let flows: Vec<_> =
				(0u16..).zip(order).map(|(offer, need)| (offer, need, 10)).collect();
			let way = near() - first();
			plan(id, &flows, &[0, 0, way, way], &[first(); 4])
		};
		assert_ok!(submit(of([0, 1, 2, 3])));
		// Each goes over a pair that is not barred yet, and displaces the one before it with a true bar.
		assert_ok!(submit(barring(of([1, 0, 2, 3]), &[(0, 0)])));
		assert_ok!(submit(barring(of([2, 1, 0, 3]), &[(1, 0)])));
		assert_ok!(submit(barring(of([1, 2, 0, 3]), &[(1, 1)])));
		let last = barring(of([2, 3, 0, 1]), &[(0, 1)]);
		assert_ok!(submit(last));
		assert!(pairs(id).iter().all(|pair| ![(0, 0), (0, 1), (1, 0), (1, 1)].contains(pair)));
		for order in [[0, 1, 2, 3], [1, 0, 2, 3], [2, 1, 0, 3], [1, 2, 0, 3]] {
			fails(of(order), Error::CandidateStands);
		}
		assert_eq!(carry_through(id).method, Some(Method::Proven));
		for line in 0..4 {
			made(id, line);
		}
	});
}

#[test]
fn true_bars_of_no_use_change_no_plan() {
	run(|| {
		gives_to_hospitals();
		asks(HOSPITAL, 10);
		asks(CENTRE, 10);
		offers(DONOR, 10);
		offers(SUPPLIER, 20);
		let id = waiting();
		let near_by = plan(id, &[(1, 0, 10), (1, 1, 10)], &[0, 0], &[near(), near()]);
		fails(barring(near_by.clone(), &[(0, 1)]), Error::BarIdle);
		assert_ok!(submit_bars(id, &[(0, 1)]));
		assert_ok!(submit(near_by));
		assert_eq!(carry_through(id).method, Some(Method::Proven));
	});
}

#[test]
fn an_institution_that_turns_its_rules_round_costs_its_own_offers() {
	run(|| {
		asks(HOSPITAL, 10);
		asks(CENTRE, 10);
		offers(DONOR, 10);
		offers(SUPPLIER, 10);
		let id = waiting();
		assert_ok!(submit(naive(id)));
		gives_to_hospitals();
		idle(u64::MAX);
		assert_eq!((asked(id), pairs(id).len()), (None, 3));
		assert_ok!(submit(honest(id)));
		idle(u64::MAX);
		assert_eq!(known(id).method, Some(Method::Proven));
	});
}
