//! Who is to get how much.

use crate::{mock::*, Event, Stage};
use frame_support::assert_ok;
use pallet_needs::{Claim, Request};
use salus_primitives::{AllocationId, InstitutionId, InstitutionKind, NeedId, Priority, Quantity};

/// Opens an allocation and has shares decided. Answers with it.
fn apportioned() -> AllocationId {
	let id = opened(masks_in_hubei());
	advance_until(id, |stage| matches!(stage, Stage::Greedy { .. } | Stage::Ended { .. }));
	id
}

/// Three that use 10, 20 and 50 masks a day.
fn with_history() {
	used_daily(&[(HOSPITAL, 10), (CLINIC, 20), (CENTRE, 50)]);
}

fn urgently(quantity: Quantity) -> Request {
	Request { priority: Priority::Stat, ..wanted(quantity) }
}

#[test]
fn shares_are_in_proportion_to_daily_use() {
	run(|| {
		with_history();
		for institution in [HOSPITAL, CLINIC, CENTRE] {
			asks(institution, 100);
		}
		offers(DONOR, 50);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		events();
		assert_ok!(advance(id));
		// 6.25, 12.5 and 31.25: the one that is left goes to the largest remainder.
		assert_eq!(shares(id), [6, 13, 31]);
		let fingerprint = known(id).fingerprint.expect("shares are decided");
		let told = Event::SharesDecided { allocation: id, fingerprint, units: 50 };
		assert_eq!(events(), [told]);
		assert_eq!(known(id).stage, Stage::Greedy { taken: 0 });
	});
}

#[test]
fn nobody_gets_more_than_it_asks_for() {
	run(|| {
		with_history();
		for (institution, quantity) in [(HOSPITAL, 4), (CLINIC, 100), (CENTRE, 100)] {
			asks(institution, quantity);
		}
		offers(DONOR, 50);
		// Of the 46 that the first leaves, the others have 13.14 and 32.86.
		assert_eq!(shares(apportioned()), [4, 13, 33]);
	});
	run(|| {
		asks(HOSPITAL, 4);
		asks(CLINIC, 5);
		offers(DONOR, 50);
		assert_eq!(shares(apportioned()), [4, 5]);
	});
}

#[test]
fn a_higher_priority_gets_what_it_asks_for_first() {
	run(|| {
		used_daily(&[(HOSPITAL, 10), (CLINIC, 20), (CENTRE, 50), (PROVINCE, 1)]);
		for institution in [HOSPITAL, CLINIC, CENTRE] {
			asks(institution, 100);
		}
		asks_for(PROVINCE, urgently(20));
		offers(DONOR, 50);
		// The other thirty are 3.75, 7.5 and 18.75.
		assert_eq!(shares(apportioned()), [4, 7, 19, 20]);
	});
	run(|| {
		asks(HOSPITAL, 100);
		asks_for(CLINIC, urgently(60));
		offers(DONOR, 50);
		assert_eq!(shares(apportioned()), [0, 50]);
	});
}

#[test]
fn who_has_a_history_comes_before_who_claims_one() {
	run(|| {
		used_daily(&[(HOSPITAL, 10)]);
		asks(HOSPITAL, 30);
		let claim = Some(Claim { on_hand: 0, daily_use: 1_000_000 });
		asks_for(CLINIC, Request { claim, ..wanted(100) });
		offers(DONOR, 50);
		assert_eq!(shares(apportioned()), [30, 20]);
	});
}

#[test]
fn without_a_history_all_weigh_the_same() {
	run(|| {
		for (institution, quantity) in [(HOSPITAL, 5), (CLINIC, 1_000), (CENTRE, 100)] {
			asks(institution, quantity);
		}
		offers(DONOR, 50);
		// 45 for two, and the odd one to the smaller identifier.
		assert_eq!(shares(apportioned()), [5, 23, 22]);
	});
}

#[test]
fn to_ask_in_parts_gains_nothing() {
	run(|| {
		used_daily(&[(HOSPITAL, 10), (CLINIC, 10)]);
		asks(HOSPITAL, 25);
		asks(HOSPITAL, 25);
		asks(CLINIC, 50);
		offers(DONOR, 50);
		// 12.5, 12.5 and 25.
		assert_eq!(shares(apportioned()), [13, 12, 25]);
	});
	// Without a history, what all weigh is divided as well.
	run(|| {
		asks(HOSPITAL, 25);
		asks(HOSPITAL, 25);
		asks(CLINIC, 50);
		offers(DONOR, 50);
		assert_eq!(shares(apportioned()), [13, 12, 25]);
	});
	// Of another priority, it is another use.
	run(|| {
		used_daily(&[(HOSPITAL, 10), (CLINIC, 10)]);
		asks(HOSPITAL, 25);
		asks_for(HOSPITAL, urgently(10));
		asks(CLINIC, 25);
		offers(DONOR, 30);
		assert_eq!(shares(apportioned()), [10, 10, 10]);
	});
}

#[test]
fn what_nothing_may_go_to_keeps_nothing_from_the_others() {
	run(|| {
		for institution in [HOSPITAL, CLINIC, CENTRE] {
			asks(institution, 100);
		}
		let lot = stock(DONOR, MASKS, 50, None);
		let mut to_hospitals = supply(lot, 50);
		let kinds = vec![InstitutionKind::Hospital];
		to_hospitals.scope.kinds = kinds.try_into().expect("one kind");
		offers_of(DONOR, to_hospitals);
		assert_eq!(shares(apportioned()), [25, 25, 0]);
	});
}

#[test]
fn what_may_go_nowhere_is_not_shared() {
	run(|| {
		asks(HOSPITAL, 100);
		offers(DONOR, 30);
		let lot = stock(DONOR, MASKS, 50, None);
		let mut elsewhere = supply(lot, 50);
		elsewhere.scope.regions = vec![code("CN-SH")].try_into().expect("one region");
		offers_of(DONOR, elsewhere);
		assert_eq!(shares(apportioned()), [30]);
	});
}

#[test]
fn what_may_go_to_some_alone_gives_no_share_to_the_others() {
	run(|| {
		asks(HOSPITAL, 50);
		asks(CLINIC, 40);
		asks(CENTRE, 40);
		// A hundred for Wuhan, where the hospital alone is, and ten for the centre alone.
		let lot = stock(DONOR, MASKS, 100, None);
		let mut to_wuhan = supply(lot, 100);
		to_wuhan.scope.regions = vec![code("CN-WH")].try_into().expect("one region");
		offers_of(DONOR, to_wuhan);
		let lot = stock(SUPPLIER, MASKS, 10, None);
		let mut to_centres = supply(lot, 10);
		let kinds = vec![InstitutionKind::DiseaseControlCentre];
		to_centres.scope.kinds = kinds.try_into().expect("one kind");
		offers_of(SUPPLIER, to_centres);
		assert_eq!(shares(apportioned()), [50, 0, 10]);
	});
}

#[test]
fn an_offer_counts_with_no_more_than_those_ask_to_whom_it_may_go() {
	run(|| {
		asks(HOSPITAL, 5);
		asks(CLINIC, 100);
		asks(CENTRE, 100);
		let lot = stock(DONOR, MASKS, 500, None);
		let mut to_wuhan = supply(lot, 500);
		to_wuhan.scope.regions = vec![code("CN-WH")].try_into().expect("one region");
		offers_of(DONOR, to_wuhan);
		offers(SUPPLIER, 20);
		// What may go to the hospital alone is its share; the twenty are for the others.
		assert_eq!(shares(apportioned()), [5, 10, 10]);
	});
}

#[test]
fn the_order_of_needs_and_offers_does_not_matter() {
	const ASKING: [(InstitutionId, Quantity); 3] = [(HOSPITAL, 12), (CLINIC, 100), (CENTRE, 100)];
	let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
	for order in orders {
		for is_reversed in [false, true] {
			run(|| {
				with_history();
				for place in order {
					let (institution, quantity) = ASKING[place];
					asks(institution, quantity);
				}
				let mut giving = vec![(DONOR, 31), (SUPPLIER, 60)];
				if is_reversed {
					giving.reverse();
				}
				for (institution, quantity) in giving {
					offers(institution, quantity);
				}
				let id = opened(masks_in_hubei());
				carry_through(id);
				let mut got: Vec<_> = crate::AskedBy::<Test>::get(id)
					.iter()
					.map(|need| (need.institution, need.share, need.promised))
					.collect();
				got.sort();
				// Of 91: 11.375, 22.75 and 56.875, of which none is all that somebody asks for.
				let expected = [(HOSPITAL, 11, 11), (CLINIC, 23, 23), (CENTRE, 57, 57)];
				assert_eq!(got, expected, "{order:?}");
			});
		}
	}
}

#[test]
fn a_need_that_was_asked_of_another_region_meanwhile_keeps_its_place() {
	run(|| {
		let first = asks(HOSPITAL, 30);
		offers(DONOR, 10);
		let emergency = masks_in_hubei();
		carry_through(opened(emergency));
		pass(HOUR);
		// It is asked of Hubei by now, as is the next one.
		let second = asks(CLINIC, 30);
		offers(DONOR, 15);
		let id = opened(emergency);
		carry_through(id);
		let needs: Vec<NeedId> =
			crate::AskedBy::<Test>::get(id).iter().map(|need| need.need).collect();
		assert_eq!(needs, [first, second]);
		assert_eq!(shares(id), [8, 7]);
	});
}
