//! What a plan is told without being submitted.

use super::{
	barring, best, crossed, first, flows, honest, naive, plan, prices, ruled, submit, PROVING,
};
use crate::{mock::*, Error, PostedPlan};
use frame_support::assert_ok;
use salus_primitives::AllocationId;

fn explained(plan: &PostedPlan) -> Vec<Error<Test>> {
	Emergencies::explain_plan(plan.clone())
}

#[test]
fn nothing_is_wrong_with_a_plan_that_holds() {
	run(|| {
		let id = crossed();
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		let before = root();
		assert_eq!(explained(&best(id)), []);
		assert_eq!(root(), before);
		assert_ok!(submit(best(id)));
	});
}

#[test]
fn everything_is_told_that_is_wrong_each_once() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		pass(PROVING + 1);
		let emergency = known(id).emergency;
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), emergency));
		let wrong = PostedPlan { supply_prices: prices(&[0, 1]), flows: flows(&[]), ..best(id) };
		let wrong = barring(wrong, &[(0, 0), (1, 0), (5, 5)]);
		let expected = [
			Error::NotInForce,
			Error::DeadlinePassed,
			Error::NotBarred,
			Error::NoSuchPair,
			Error::SupplyLeft,
		];
		assert_eq!(explained(&wrong), expected);
		// The bars do not drop what stands.
		let unbarred = barring(wrong, &[]);
		let expected =
			[Error::NotInForce, Error::DeadlinePassed, Error::CandidateStands, Error::SupplyLeft];
		assert_eq!(explained(&unbarred), expected);
	});
}

#[test]
fn of_a_proof_all_is_told_that_is_wrong_with_its_pairs() {
	run(|| {
		let id = crossed();
		// To the clinic what is for Wuhan, at a price that is none; and the rest would go on being better.
		let wrong = plan(id, &[(1, 1, 10)], &[0, 0], &[0, first()]);
		let expected = [Error::NotTight, Error::PairForbidden, Error::NotOptimal];
		assert_eq!(explained(&wrong), expected);
	});
}

#[test]
fn what_is_for_another_question_is_looked_at_no_further() {
	run(|| {
		let id = crossed();
		let fingerprint = H256::repeat_byte(7);
		let stale = PostedPlan { fingerprint, flows: flows(&[(9, 9, 0)]), ..best(id) };
		assert_eq!(explained(&stale), [Error::WrongFingerprint]);
		let other = PostedPlan { allocation: AllocationId(9), ..stale };
		assert_eq!(explained(&other), [Error::AllocationNotFound]);
		let short = PostedPlan { demand_prices: prices(&[]), ..best(id) };
		assert_eq!(explained(&short), [Error::PriceCountWrong]);
	});
}

#[test]
fn the_rules_are_asked_about_bars_alone() {
	run(|| {
		let id = ruled();
		assert_eq!(explained(&naive(id)), []);
		assert_eq!(explained(&honest(id)), []);
		assert_eq!(explained(&barring(naive(id), &[(0, 1)])), [Error::PairForbidden]);
		assert_eq!(explained(&barring(honest(id), &[(0, 0), (1, 1)])), [Error::NotBarred]);
	});
}
