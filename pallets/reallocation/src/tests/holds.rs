//! What is held does not move by a decision either.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_circulation::{Error as Refused, Finding};
use salus_primitives::LotId;

/// A lot is held from now on, or not: wherever it is, or what the donor has of it.
const HOLDS: [fn(LotId, bool); 2] = [hold, |lot, held| hold_at(lot, DONOR, held)];

#[test]
fn a_line_of_a_lot_that_is_held_is_refused_by_name() {
	for hold in HOLDS {
		play(|| {
			let lot = stock(DONOR, MASKS, 100, None);
			let line = gives(Goods::Lot(lot), 50);
			hold(lot, true);
			let held = Refused::<Test>::Held;
			let told = Reallocation::explain_plan(orders(&[line]), DISPATCH_BY, RECEIVE_BY);
			assert_eq!(told.lines[0].outcome, refused(held.clone()));
			let finding = Finding { leg: Some(0), error: held.clone(), unmet: None };
			assert_eq!(told.lines[0].findings, [finding]);
			let plan = decide(&[line]);
			assert_eq!(outcome(plan, 0), refused(held));
			assert_eq!(own(lot, DONOR).reserved, 0);
			hold(lot, false);
			let plan = decide(&[line]);
			assert_eq!(outcome(plan, 0), whole(0, 50));
		});
	}
}

#[test]
fn a_line_of_a_class_passes_over_what_is_held() {
	for hold in HOLDS {
		play(|| {
			let first = stock(DONOR, MASKS, 100, day(2020, 6, 1));
			let second = stock(DONOR, MASKS, 100, day(2020, 9, 1));
			let line = gives(Goods::Class(MASKS), 50);
			hold(first, true);
			let plan = decide(&[line]);
			assert_eq!(outcome(plan, 0), whole(0, 50));
			assert_eq!((own(first, DONOR).reserved, own(second, DONOR).reserved), (0, 50));
			hold(second, true);
			let plan = decide(&[line]);
			assert_eq!(outcome(plan, 0), refused(Error::<Test>::NothingAvailable));
		});
	}
}

#[test]
fn what_was_reserved_before_a_hold_stays_and_its_line_is_overdue() {
	for hold in HOLDS {
		play(|| {
			let lot = stock(DONOR, MASKS, 100, None);
			let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
			hold(lot, true);
			assert_noop!(dispatch(DONOR_AGENT, transfer), Refused::<Test>::Held);
			turn_to(DISPATCH_BY + 1);
			let overdue = Reallocation::overdue(None, 9).lines;
			assert_eq!((overdue.len(), overdue[0].transfer), (1, transfer));
			assert_ok!(release(transfer));
			let how = NotSent::Overdue;
			assert_eq!(outcome(plan, 0), Outcome::Unsent { transfer, quantity: 50, how });
			let left = own(lot, DONOR);
			assert_eq!((left.available, left.reserved), (100, 0));
		});
	}
}

#[test]
fn what_was_reserved_before_a_hold_leaves_when_it_is_lifted() {
	for hold in HOLDS {
		play(|| {
			let lot = stock(DONOR, MASKS, 100, None);
			let (_, transfer) = decided(gives(Goods::Lot(lot), 50));
			hold(lot, true);
			assert_noop!(dispatch(DONOR_AGENT, transfer), Refused::<Test>::Held);
			hold(lot, false);
			assert_ok!(dispatch(DONOR_AGENT, transfer));
			assert_eq!(own(lot, DONOR).in_transit, 50);
		});
	}
}

#[test]
fn goods_under_way_arrive_quarantined_while_they_are_held() {
	for hold in HOLDS {
		for (is_lifted, expected) in [(false, (0, 50)), (true, (50, 0))] {
			play(|| {
				let lot = stock(DONOR, MASKS, 100, None);
				let (_, transfer) = decided(gives(Goods::Lot(lot), 50));
				assert_ok!(dispatch(DONOR_AGENT, transfer));
				hold(lot, true);
				if is_lifted {
					hold(lot, false);
				}
				assert_ok!(receive(HOSPITAL_AGENT, transfer));
				let arrived = own(lot, HOSPITAL);
				assert_eq!((arrived.available, arrived.quarantined), expected);
				assert!(!arrived.held);
			});
		}
	}
}

#[test]
fn a_hold_on_what_the_receiver_has_bars_nothing_that_comes() {
	play(|| {
		let lot = stock(DONOR, MASKS, 100, None);
		let (_, first) = decided(gives(Goods::Lot(lot), 10));
		let (_, second) = decided(gives(Goods::Lot(lot), 20));
		assert_ok!(dispatch(DONOR_AGENT, first));
		assert_ok!(receive(HOSPITAL_AGENT, first));
		hold_at(lot, HOSPITAL, true);
		assert_ok!(dispatch(DONOR_AGENT, second));
		assert_ok!(receive(HOSPITAL_AGENT, second));
		let arrived = own(lot, HOSPITAL);
		assert_eq!((arrived.available, arrived.quarantined, arrived.held), (30, 0, true));
	});
}
