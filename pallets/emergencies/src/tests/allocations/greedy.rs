//! What goes to whom.

use crate::{
	mock::*,
	tests::proofs::{barred, gives_to_hospitals},
	Allocations, GreedyPlans, Method, Stage,
};
use frame_support::assert_ok;
use salus_analysis::transport::Pair;
use salus_primitives::{AllocationId, OfferId};

#[test]
fn what_expires_first_goes_to_whoever_is_nearest() {
	run(|| {
		// In Hubei, and in Shanghai.
		let (clinic, far) = (asks(CLINIC, 10), asks(FAR, 10));
		let lasting = offers(SUPPLIER, 20);
		let lot = stock(DONOR, MASKS, 10, day(2020, 6, 1));
		let expiring = offers_of(DONOR, supply(lot, 10));
		let id = opened(declared(ASSEMBLY, of_one("CN", MASKS)));
		decide(id);
		assert_eq!(lines(id), [(lasting, clinic, 10), (expiring, far, 10)]);
		assert_eq!((known(id).lines, known(id).method), (2, Some(Method::Greedy)));
		assert_eq!(known(id).stage, Stage::CarryingOut { next: 0 });
	});
}

#[test]
fn what_the_nearest_does_not_take_goes_to_the_next() {
	run(|| {
		let (clinic, far) = (asks(CLINIC, 10), asks(FAR, 10));
		let lot = stock(DONOR, MASKS, 15, day(2020, 6, 1));
		let expiring = offers_of(DONOR, supply(lot, 15));
		let lasting = offers(SUPPLIER, 20);
		let id = opened(declared(ASSEMBLY, of_one("CN", MASKS)));
		decide(id);
		let expected = [(expiring, clinic, 5), (expiring, far, 10), (lasting, clinic, 5)];
		assert_eq!(lines(id), expected);
	});
}

#[test]
fn what_expires_on_one_day_is_given_in_the_order_of_the_offers() {
	run(|| {
		let need = asks(HOSPITAL, 10);
		let lot = stock(SUPPLIER, MASKS, 10, day(2020, 6, 2));
		let later = offers_of(SUPPLIER, supply(lot, 10));
		let lot = stock(DONOR, MASKS, 7, day(2020, 6, 1));
		let first = offers_of(DONOR, supply(lot, 7));
		let lot = stock(SUPPLIER, MASKS, 7, day(2020, 6, 1));
		let second = offers_of(SUPPLIER, supply(lot, 7));
		let id = opened(masks_in_hubei());
		decide(id);
		assert_eq!(lines(id), [(first, need, 7), (second, need, 3)]);
		assert!(lines(id).iter().all(|(offer, ..)| *offer != later));
	});
}

#[test]
fn a_need_gets_no_more_than_its_share() {
	run(|| {
		let (first, second) = (asks(HOSPITAL, 30), asks(CLINIC, 30));
		let offer = offers(DONOR, 20);
		let id = opened(masks_in_hubei());
		decide(id);
		assert_eq!(lines(id), [(offer, first, 10), (offer, second, 10)]);
	});
}

#[test]
fn goods_go_only_where_they_may() {
	run(|| {
		let (first, second) = (asks(HOSPITAL, 10), asks(CLINIC, 10));
		// To Wuhan, where the clinic is not.
		let lot = stock(DONOR, MASKS, 15, day(2020, 6, 1));
		let mut to_wuhan = supply(lot, 15);
		to_wuhan.scope.regions = vec![code("CN-WH")].try_into().expect("one region");
		let to_wuhan = offers_of(DONOR, to_wuhan);
		let anywhere = offers(SUPPLIER, 4);
		let id = opened(masks_in_hubei());
		decide(id);
		// The hospital has all that it asks for of what may go to it alone, so that the other four are the clinic's.
		assert_eq!(shares(id), [10, 4]);
		assert_eq!(lines(id), [(to_wuhan, first, 10), (anywhere, second, 4)]);
	});
}

#[test]
fn a_block_gives_of_64_offers_in_a_step_and_lines_stay_in_order() {
	run(|| {
		let (first, second) = (asks(HOSPITAL, 100), asks(CLINIC, 100));
		let all = offers_of_one(70);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Greedy { .. }));
		// A look, 64 offers with a question of 15 for each, and no room for another step.
		let step = 1_000 + 64 * (13 + 15);
		assert_eq!(idle(1 + step + 500 + 115), 1 + step);
		assert_eq!(known(id).stage, Stage::Greedy { taken: 64 });
		assert_eq!((known(id).lines, known(id).method), (64, None));
		assert!(GreedyPlans::<Test>::contains_key(id));
		check_all();
		assert_ok!(advance(id));
		assert!(!GreedyPlans::<Test>::contains_key(id));
		let expected: Vec<_> =
			(0..70).map(|place| (all[place], if place < 35 { first } else { second }, 1)).collect();
		assert_eq!(lines(id), expected);
	});
}

#[test]
fn the_room_for_a_plan_in_the_making_is_what_the_longest_takes() {
	use crate::{GreedyState, MAX_SIDE};
	use codec::{Encode, MaxEncodedLen};
	use salus_analysis::transport::{Demand, Problem, Supply};

	let supply = Supply { quantity: u64::MAX, expiry: 511, place: 0 };
	let demand = Demand { quantity: u64::MAX, place: 0 };
	let demands = vec![demand; MAX_SIDE as usize];
	let problem = Problem::new(vec![supply; 2], demands, |_, _| 7).expect("it is a problem");
	let mut state = GreedyState::new(&problem);
	// One question, so that it goes on behind the pair that it asked about.
	let mut left = 1u32;
	state.plan.step(&problem, |_| {
		left = left.checked_sub(1)?;
		Some(false)
	});
	assert_eq!(state.encode().len(), GreedyState::max_encoded_len());
}

/// So many others, up to sixteen, ask for one unit each, and then a hospital. A donor has one for each, and gives to
/// hospitals alone. None of the others is farther from it than the hospital.
fn hospital_behind(others: u64) -> (AllocationId, OfferId) {
	gives_to_hospitals();
	for other in [SHANGHAI, CENTRE, PROVINCE, CITY].repeat(4).into_iter().take(others as usize) {
		asks(other, 1);
	}
	asks(HOSPITAL, 1);
	let offer = offers(DONOR, others + 1);
	let id = opened(declared(ASSEMBLY, of_one("CN", MASKS)));
	advance_until(id, |stage| matches!(stage, Stage::Greedy { .. }));
	(id, offer)
}

#[test]
fn the_rules_are_asked_before_anything_is_given() {
	run(|| {
		gives_to_hospitals();
		let (centre, hospital) = (asks(CENTRE, 10), asks(HOSPITAL, 10));
		let lot = stock(DONOR, MASKS, 10, day(2020, 6, 1));
		let first = offers_of(DONOR, supply(lot, 10));
		let second = offers(SUPPLIER, 10);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Greedy { .. }));
		// Three questions of 15. The first pair is forbidden, so that it counts as if it fell under all rules that it may,
		// which costs 100, and to enter that costs 500; the second one falls under one of ten.
		let info = Emergencies::advance(by(STRANGER), id, 16).expect("it runs");
		let weight = 1_000 + 2 * 13 + 3 * 15 + 100 + 10 + 500;
		assert_eq!(info.actual_weight.map(|weight| weight.ref_time()), Some(weight));
		assert_eq!(lines(id), [(first, hospital, 10), (second, centre, 10)]);
		assert_eq!((barred(id), known(id).barred), (vec![[1, 0, 0, 0, 0, 0, 0, 0], [0; 8]], 1));
		check_all();
		carry_through(id);
		made(id, 0);
		made(id, 1);
	});
}

#[test]
fn an_offer_that_rules_keep_from_sixteen_needs_gives_nothing_more() {
	for (others, gives) in [(15, true), (16, false)] {
		run(|| {
			let (id, offer) = hospital_behind(others);
			// Three questions a call; how many were answered so is remembered.
			while known(id).method.is_none() {
				assert_ok!(Emergencies::advance(by(STRANGER), id, 3));
				check_all();
			}
			assert_eq!(lines(id).iter().any(|line| line.0 == offer), gives, "{others}");
			assert_eq!(barred(id), [[(1 << others) - 1, 0, 0, 0, 0, 0, 0, 0]]);
			carry_through(id);
		});
	}
}

#[test]
fn what_was_barred_before_counts_without_a_question() {
	run(|| {
		let (id, _) = hospital_behind(16);
		let barred: Vec<_> = (0..15).map(|demand| Pair { supply: 0, demand }).collect();
		let mut allocation = known(id);
		Emergencies::enter_bars((id, &mut allocation), Emergencies::given_by(id), &barred);
		Allocations::<Test>::insert(id, allocation);
		check_all();
		let info = Emergencies::advance(by(STRANGER), id, 16).expect("it runs");
		// One question, and one bar more.
		let weight = 1_000 + 13 + 15 + 100 + 500;
		assert_eq!(info.actual_weight.map(|weight| weight.ref_time()), Some(weight));
		assert_eq!((lines(id), known(id).barred), (vec![], 16));
	});
}
