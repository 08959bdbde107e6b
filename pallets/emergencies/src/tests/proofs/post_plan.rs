//! Plans without a signature.

use super::{
	apply, asked, barring, best, crossed, custom, first, honest, naive, plan, ruled, second,
	submit, unsigned, validate, PROVING, SOURCES,
};
use crate::{mock::*, Call, Error, Method, PostedPlan};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	pallet_prelude::{
		DispatchError, InvalidTransaction, TransactionSource, TransactionValidityError,
		ValidTransaction,
	},
	weights::Weight,
};
use salus_primitives::{digest_of, mock::MockTrail, Action, Actor, Subject};
use scale_info::{TypeDef, TypeInfo};
use sp_runtime::traits::BadOrigin;

fn post(plan: PostedPlan, discriminator: u32) -> Extrinsic {
	unsigned(Call::post_plan { plan, discriminator })
}

/// Refuses a plan from everywhere, before it costs anything.
#[track_caller]
fn refused_everywhere(plan: &PostedPlan, error: Error<Test>) {
	for source in SOURCES {
		assert_eq!(validate(source, post(plan.clone(), 0)), Err(custom(error.clone())));
	}
	assert_eq!(apply(post(plan.clone(), 0)).map(drop), Err(custom(error)));
}

/// Refuses a plan in the pool; and if an author puts it into a block all the same, nothing comes of it there.
#[track_caller]
fn disproved(plan: &PostedPlan, error: Error<Test>) {
	for source in [TransactionSource::External, TransactionSource::Local] {
		assert_eq!(validate(source, post(plan.clone(), 0)), Err(custom(error.clone())));
	}
	let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
	let before = root();
	let dispatched = apply(post(plan.clone(), 0)).expect("it was let in");
	assert_eq!(dispatched.map(drop).map_err(|refused| refused.error), Err(error.into()));
	assert_eq!(root(), before);
}

#[test]
fn a_plan_that_holds_is_accepted_from_everywhere() {
	run(|| {
		let id = crossed();
		let expected = ValidTransaction {
			provides: vec![("salus/emergencies", id).encode()],
			priority: u64::MAX / 4 * 3,
			longevity: RETRY,
			propagate: true,
			..ValidTransaction::default()
		};
		for source in SOURCES {
			assert_eq!(validate(source, post(best(id), 7)), Ok(expected.clone()));
		}
		assert!(apply(post(best(id), 7)).is_ok_and(|dispatched| dispatched.is_ok()));
		assert_eq!(asked(id), Some(0));
		let record = MockTrail::records_of(&Subject::Allocation(id)).pop().expect("one");
		let digest = digest_of(&(best(id), 7u32));
		assert_eq!((record.actor, record.action), (Actor::Proof, Action::PlanPosted));
		assert_eq!((record.digest, record.institution), (digest, None));
		assert_eq!(carry_through(id).method, Some(Method::Proven));
	});
}

#[test]
fn the_same_once_more_is_refused_everywhere() {
	run(|| {
		let id = crossed();
		assert!(apply(post(best(id), 0)).is_ok_and(|dispatched| dispatched.is_ok()));
		refused_everywhere(&best(id), Error::CandidateStands);
		decide(id);
		refused_everywhere(&best(id), Error::NotDeciding);
	});
}

#[test]
fn what_needs_no_proof_to_be_seen_is_refused_everywhere() {
	run(|| {
		let id = crossed();
		let plan = best(id);
		let fingerprint = H256::repeat_byte(7);
		refused_everywhere(&PostedPlan { fingerprint, ..plan.clone() }, Error::WrongFingerprint);
		let short = PostedPlan { demand_prices: Default::default(), ..plan.clone() };
		refused_everywhere(&short, Error::PriceCountWrong);
		pass(PROVING + 1);
		refused_everywhere(&plan, Error::DeadlinePassed);
	});
}

#[test]
fn a_plan_that_does_not_hold_is_refused_in_the_pool_and_proves_nothing_in_a_block() {
	run(|| {
		let id = crossed();
		disproved(&plan(id, &[(0, 0, 10)], &[0, 0], &[first(), 0]), Error::NotOptimal);
		let crossing = plan(id, &[(0, 0, 10), (1, 1, 10)], &[0, 0], &[first(), second()]);
		disproved(&crossing, Error::PairForbidden);
		disproved(&barring(best(id), &[(0, 0)]), Error::NotBarred);
		assert_eq!(asked(id), None);
	});
}

#[test]
fn of_two_plans_of_one_allocation_a_pool_holds_the_one_with_more_bars() {
	run(|| {
		let id = ruled();
		let valid = |plan| validate(TransactionSource::External, post(plan, 0)).expect("it holds");
		let (without, with) = (valid(naive(id)), valid(barring(honest(id), &[(0, 1)])));
		assert_eq!(without.provides, with.provides);
		assert_eq!(with.priority, without.priority + 1);
		// What says the same twice says it once.
		let twice = valid(barring(honest(id), &[(0, 1), (0, 1)]));
		assert_eq!(twice.priority, with.priority);
		// What is known counts for nothing.
		assert_ok!(super::submit_bars(id, &[(0, 1)]));
		assert_eq!(valid(barring(honest(id), &[(0, 1)])).priority, without.priority);
	});
}

#[test]
fn a_plan_carries_as_many_bars_as_are_free() {
	run(|| {
		let id = ruled();
		// To be admitted weighs 50, a plan of two flows 642, each bar 100, and to enter any of them 500.
		LargestTransaction::set(&Weight::from_parts(8 * (50 + 642 + 600), u64::MAX));
		let plan = barring(honest(id), &[(0, 1)]);
		assert!(validate(TransactionSource::InBlock, post(plan.clone(), 0)).is_ok());
		LargestTransaction::set(&Weight::from_parts(8 * (50 + 642 + 599), u64::MAX));
		refused_everywhere(&plan, Error::TooManyBars);
		assert_ok!(submit(plan));
	});
}

#[test]
fn in_the_safe_mode_the_pool_takes_none() {
	run(|| {
		let id = crossed();
		set_safe_mode(true);
		let none = TransactionValidityError::from(InvalidTransaction::Call);
		for source in SOURCES {
			assert_eq!(validate(source, post(best(id), 0)), Err(none));
		}
		set_safe_mode(false);
		assert!(validate(TransactionSource::External, post(best(id), 0)).is_ok());
	});
}

#[test]
fn no_signature_and_no_office_stands_for_the_proof() {
	run(|| {
		let id = crossed();
		for origin in [by(STRANGER), by(COUNCIL), root(), RuntimeOrigin::none()] {
			let call = Call::post_plan { plan: best(id), discriminator: 0 };
			refused(origin, call, DispatchError::from(BadOrigin));
		}
	});
}

#[test]
fn it_weighs_by_its_prices_its_flows_and_its_bars() {
	run(|| {
		let id = crossed();
		let of = |side: usize, bars: &[(u16, u16)]| {
			let prices = super::prices(&vec![0; side]);
			let plan = PostedPlan { supply_prices: prices, ..best(id) };
			post(barring(plan, bars), 0).get_dispatch_info()
		};
		let weights = [(64, 642), (65, 2_562), (256, 2_562), (257, 5_122), (512, 5_122)];
		for (side, weight) in weights {
			let info = of(side, &[]);
			assert_eq!(info.call_weight.ref_time(), weight, "{side}");
			assert_eq!(info.extension_weight.ref_time(), 50);
		}
		assert_eq!(of(2, &[(0, 0), (0, 1), (1, 0)]).call_weight.ref_time(), 642 + 300 + 500);
	});
}

#[test]
fn the_pool_is_told_the_number_that_the_metadata_has_for_an_error() {
	// In the metadata, a variant has a number and the name that Debug prints.
	let TypeDef::Variant(errors) = Error::<Test>::type_info().type_def else {
		panic!("errors are variants");
	};
	for error in [
		Error::<Test>::AllocationNotFound,
		Error::NothingToDo,
		Error::NotInForce,
		Error::NotDeciding,
		Error::DeadlinePassed,
		Error::WrongFingerprint,
		Error::CandidateStands,
		Error::NoBars,
		Error::TooManyBars,
		Error::NotBarred,
		Error::BarIdle,
		Error::PriceCountWrong,
		Error::PriceTooHigh,
		Error::FlowsNotAscending,
		Error::NoSuchPair,
		Error::EmptyFlow,
		Error::SupplyExceeded,
		Error::DemandExceeded,
		Error::SupplyLeft,
		Error::DemandOpen,
		Error::NotTight,
		Error::PairForbidden,
		Error::NotOptimal,
	] {
		let name = format!("{error:?}");
		let listed = errors.variants.iter().find(|variant| variant.name == name);
		let number = listed.expect("it is listed").index;
		let told = TransactionValidityError::from(error);
		assert_eq!(told, InvalidTransaction::Custom(number).into(), "{name}");
	}
}
