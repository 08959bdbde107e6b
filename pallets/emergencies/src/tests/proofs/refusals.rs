//! Every plan that is none is refused by the name of what is wrong with it, and changes nothing.

use super::{
	barring, best, call, crossed, first, flows, near, plan, prices, second, submit, waiting,
	PROVING,
};
use crate::{
	mock::*,
	Error::{self, *},
	PostedPlan, Stage,
};
use frame_support::assert_ok;
use salus_analysis::transport::{Pair, Price, Refusal};
use salus_primitives::AllocationId;

#[track_caller]
fn refuses(plan: PostedPlan, error: Error<Test>) {
	refused(by(STRANGER), call(plan), error);
}

#[test]
fn an_allocation_that_does_not_wait_takes_none() {
	run(|| {
		let id = crossed();
		let plan = best(id);
		refuses(PostedPlan { allocation: AllocationId(9), ..plan.clone() }, AllocationNotFound);
		assert_ok!(submit(plan.clone()));
		decide(id);
		refuses(plan.clone(), NotDeciding);
		carry_through(id);
		refuses(plan, NotDeciding);
	});
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		super::let_prove();
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		refuses(plan(id, &[], &[0], &[0]), NotDeciding);
	});
}

#[test]
fn a_plan_for_other_figures_is_stale() {
	run(|| {
		let id = crossed();
		let fingerprint = H256::repeat_byte(7);
		refuses(PostedPlan { fingerprint, ..best(id) }, WrongFingerprint);
	});
}

#[test]
fn a_plan_comes_in_time_and_while_the_emergency_is_in_force() {
	run(|| {
		let id = crossed();
		pass(PROVING + 1);
		refuses(best(id), DeadlinePassed);
	});
	run(|| {
		let id = crossed();
		pass(PROVING);
		assert_ok!(submit(best(id)));
	});
	run(|| {
		let id = crossed();
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), known(id).emergency));
		refuses(best(id), NotInForce);
	});
}

#[test]
fn while_one_stands_no_other_one_is_taken() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		refuses(best(id), CandidateStands);
		// Not even one that is as good.
		let other = plan(id, &[(0, 1, 10), (1, 0, 10)], &[first(), second()], &[0, 0]);
		refuses(other, CandidateStands);
	});
}

#[test]
fn there_is_one_price_for_each_offer_and_each_need() {
	run(|| {
		let id = crossed();
		let of_one = PostedPlan { supply_prices: prices(&[0]), ..best(id) };
		refuses(of_one, PriceCountWrong);
		let of_three = PostedPlan { demand_prices: prices(&[second(), second(), 0]), ..best(id) };
		refuses(of_three, PriceCountWrong);
	});
}

#[test]
fn a_plan_is_written_in_one_way() {
	run(|| {
		let id = crossed();
		let of = |listed: &[(u16, u16, u64)]| PostedPlan { flows: flows(listed), ..best(id) };
		refuses(of(&[(1, 0, 10), (0, 1, 10)]), FlowsNotAscending);
		refuses(of(&[(0, 1, 5), (0, 1, 5), (1, 0, 10)]), FlowsNotAscending);
		refuses(of(&[(0, 0, 0), (0, 1, 10), (1, 0, 10)]), EmptyFlow);
		refuses(of(&[(0, 1, 10), (0, 2, 10)]), NoSuchPair);
		refuses(of(&[(0, 1, 10), (2, 0, 10)]), NoSuchPair);
	});
}

#[test]
fn it_takes_no_more_than_there_is_and_gives_no_more_than_the_share() {
	run(|| {
		let id = crossed();
		let of = |listed: &[(u16, u16, u64)]| PostedPlan { flows: flows(listed), ..best(id) };
		refuses(of(&[(0, 0, 1), (0, 1, 10)]), SupplyExceeded);
		refuses(of(&[(0, 0, 10), (1, 0, 10)]), DemandExceeded);
		refuses(of(&[(0, 1, u64::MAX)]), SupplyExceeded);
	});
}

#[test]
fn prices_say_what_one_unit_more_is_worth() {
	run(|| {
		let id = crossed();
		let most = Price::MOST.0;
		refuses(plan(id, &[], &[0, most + 1], &[0, 0]), PriceTooHigh);
		refuses(plan(id, &[], &[0, 0], &[u64::MAX, 0]), PriceTooHigh);
		// Nobody pays for what is left over, nor for what nobody gives.
		refuses(plan(id, &[(0, 1, 10)], &[0, 1], &[0, first()]), SupplyLeft);
		refuses(plan(id, &[(0, 1, 10)], &[0, 0], &[1, first()]), DemandOpen);
		let good = best(id);
		for (place, change) in [(0, 1), (1, 1)] {
			let mut dearer = good.clone();
			dearer.demand_prices.as_mut()[place].0 += change;
			refuses(dearer, NotTight);
			let mut cheaper = good.clone();
			cheaper.demand_prices.as_mut()[place].0 -= change;
			refuses(cheaper, NotTight);
		}
	});
}

#[test]
fn goods_go_over_pairs_alone() {
	run(|| {
		let id = crossed();
		// What is for Wuhan does not go to the clinic.
		let crossing = plan(id, &[(0, 0, 10), (1, 1, 10)], &[0, 0], &[first(), second()]);
		refuses(crossing, PairForbidden);
	});
}

#[test]
fn the_most_is_delivered() {
	run(|| {
		let id = crossed();
		// As the greedy plan does.
		refuses(plan(id, &[(0, 0, 10)], &[0, 0], &[first(), 0]), NotOptimal);
		refuses(plan(id, &[], &[0, 0], &[0, 0]), NotOptimal);
		// One less.
		let short = plan(id, &[(0, 1, 9), (1, 0, 10)], &[0, 0], &[second(), first()]);
		refuses(short, DemandOpen);
	});
}

#[test]
fn of_the_most_what_expires_first_goes_first() {
	run(|| {
		asks(HOSPITAL, 10);
		let lot = stock(DONOR, MASKS, 10, day(2020, 6, 1));
		offers_of(DONOR, supply(lot, 10));
		offers(SUPPLIER, 10);
		let id = waiting();
		// From Hunan it is nearer.
		refuses(plan(id, &[(1, 0, 10)], &[0, 0], &[second()]), NotOptimal);
		assert_ok!(submit(plan(id, &[(0, 0, 10)], &[first() - second(), 0], &[second()])));
	});
}

#[test]
fn of_what_expires_first_the_nearest_goes() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		offers(SUPPLIER, 10);
		let id = waiting();
		refuses(plan(id, &[(0, 0, 10)], &[0, 0], &[first()]), NotOptimal);
		// One unit by the longer way.
		refuses(plan(id, &[(0, 0, 1), (1, 0, 9)], &[0, 0], &[near()]), NotTight);
		assert_ok!(submit(plan(id, &[(1, 0, 10)], &[0, near() - first()], &[first()])));
	});
}

#[test]
fn a_bar_is_a_pair_that_the_rules_forbid_and_of_use() {
	run(|| {
		let id = crossed();
		refuses(barring(best(id), &[(0, 0)]), NotBarred);
		refuses(barring(best(id), &[(0, 2)]), NoSuchPair);
		refuses(barring(best(id), &[(2, 0)]), NoSuchPair);
	});
	run(|| {
		super::gives_to_hospitals();
		asks(HOSPITAL, 10);
		asks(CENTRE, 10);
		offers(DONOR, 10);
		offers(SUPPLIER, 20);
		let id = waiting();
		// All of it is nearer, and nobody would have it from the donor.
		let near_by = plan(id, &[(1, 0, 10), (1, 1, 10)], &[0, 0], &[near(), near()]);
		refuses(barring(near_by.clone(), &[(0, 1)]), BarIdle);
		assert_ok!(submit(near_by));
	});
}

#[test]
fn what_the_rules_forbid_is_better_until_it_is_barred() {
	run(|| {
		super::gives_to_hospitals();
		asks(HOSPITAL, 10);
		asks(CENTRE, 10);
		offers(DONOR, 20);
		let id = waiting();
		let to_the_hospital = plan(id, &[(0, 0, 10)], &[0], &[first(), 0]);
		refuses(to_the_hospital.clone(), NotOptimal);
		assert_ok!(submit(barring(to_the_hospital, &[(0, 1)])));
	});
}

#[test]
fn a_refusal_of_the_verifier_is_an_error_of_the_same_meaning() {
	let pair = Pair { supply: 1, demand: 2 };
	for (refusal, error) in [
		(Refusal::WrongLength, PriceCountWrong),
		(Refusal::PriceTooHigh, PriceTooHigh),
		(Refusal::NotAscending(pair), FlowsNotAscending),
		(Refusal::NoSuchPair(pair), NoSuchPair),
		(Refusal::Empty(pair), EmptyFlow),
		(Refusal::SupplyExceeded(1), SupplyExceeded),
		(Refusal::DemandExceeded(1), DemandExceeded),
		(Refusal::SupplyLeft(1), SupplyLeft),
		(Refusal::DemandOpen(1), DemandOpen),
		(Refusal::NotTight(pair), NotTight),
		(Refusal::Forbidden(pair), PairForbidden),
		(Refusal::NotOptimal(pair), NotOptimal),
	] {
		assert_eq!(Error::<Test>::from(refusal), error);
	}
}
