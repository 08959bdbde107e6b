//! What sensors measured, at dispatch and at receipt. The suits are kept in a fridge here, between
//! 2.0 and 8.0 degrees; nobody says at which temperature masks are kept.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{Arrival, Custody, HoldKind, LotId, Moment, Text, TransferId};

const BREACH: Arrival = Arrival::Quarantined(HoldKind::ColdChainBreach);

/// What can be measured, and whether a fridge must not be like that: either bound exactly, a tenth of a
/// degree beyond it, and what is far from it.
const MEASURED: [(i16, i16, bool); 7] = [
	(20, 80, false),
	(50, 50, false),
	(19, 80, true),
	(20, 81, true),
	(19, 81, true),
	(81, 90, true),
	(-300, 19, true),
];

/// In what state 5 suits arrive that `step` hands to the hospital.
#[track_caller]
fn suits_arrive(step: impl FnOnce()) -> Arrival {
	match arrived(step)[..] {
		[(SUITS, to, 5, arrival)] if to == Custody::own(HOSPITAL) => arrival,
		ref other => panic!("{other:?}"),
	}
}

/// Whether all is held that the donor has left of a lot.
fn is_held(lot: LotId) -> bool {
	let holding = own(lot, DONOR);
	assert!(holding.total() > 0, "something is left of {lot:?}");
	holding.held
}

#[test]
fn at_dispatch_a_tenth_of_a_degree_beyond_a_bound_is_a_breach() {
	for (min, max, is_breach) in MEASURED {
		play(|| {
			keep_cold(SUITS, false);
			let id = accepted(&[leg(SUITS, 5)]);
			assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(min, max)));
			// The goods leave all the same, and the rest stays.
			assert_eq!(status(id), Status::Dispatched);
			let donor = own(SUITS, DONOR);
			assert_eq!((donor.available, donor.in_transit), (495, 5));
			assert_eq!(donor.held, is_breach, "{min} to {max}");
			let receipt = || {
				assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(5, 0, 0)]));
			};
			let expected = if is_breach { BREACH } else { Arrival::Usable };
			assert_eq!(suits_arrive(receipt), expected, "{min} to {max}");
		});
	}
}

#[test]
fn at_receipt_a_tenth_of_a_degree_beyond_a_bound_is_a_breach() {
	for (min, max, is_breach) in MEASURED {
		play(|| {
			keep_cold(SUITS, true);
			let id = dispatched(&[leg(SUITS, 5)]);
			let receipt = || {
				let sensor = measured(min, max);
				assert_ok!(receive_measured(HOSPITAL_RECEIVES, id, &[found(5, 0, 0)], sensor));
			};
			let expected = if is_breach { BREACH } else { Arrival::Usable };
			assert_eq!(suits_arrive(receipt), expected, "{min} to {max}");
			let hospital = own(SUITS, HOSPITAL);
			let quarantined = if is_breach { 5 } else { 0 };
			assert_eq!((hospital.available, hospital.quarantined), (5 - quarantined, quarantined));
			// What a lorry did says nothing of what stayed.
			assert!(!is_held(SUITS));
		});
	}
}

#[test]
fn one_breach_is_enough_whatever_the_other_sensor_measured() {
	play(|| {
		keep_cold(SUITS, true);
		let id = accepted(&[leg(SUITS, 5)]);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(20, 81)));
		let receipt = || {
			let sensor = measured(20, 80);
			assert_ok!(receive_measured(HOSPITAL_RECEIVES, id, &[found(5, 0, 0)], sensor));
		};
		assert_eq!(suits_arrive(receipt), BREACH);
	});
}

#[test]
fn goods_that_are_damaged_and_were_too_warm_count_as_too_warm() {
	play(|| {
		keep_cold(SUITS, true);
		let damaged = LegReceipt { condition: Condition::Damaged, ..found(5, 0, 0) };
		for (max, expected) in [(80, Arrival::Quarantined(HoldKind::Damage)), (81, BREACH)] {
			let id = dispatched(&[leg(SUITS, 5)]);
			let receipt = || {
				assert_ok!(receive_measured(HOSPITAL_RECEIVES, id, &[damaged], measured(20, max)));
			};
			assert_eq!(suits_arrive(receipt), expected);
		}
	});
}

#[test]
fn goods_without_a_range_are_never_too_warm() {
	play(|| {
		keep_cold(SUITS, false);
		let id = accepted(&[leg(MASKS, 10), leg(SUITS, 5), leg(MASKS, 1)]);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(-300, 300)));
		assert!(is_held(SUITS));
		assert!(!is_held(MASKS));
		let receipt = || {
			let receipt = [found(10, 0, 0), found(5, 0, 0), found(1, 0, 0)];
			assert_ok!(receive_measured(HOSPITAL_RECEIVES, id, &receipt, measured(-300, 300)));
		};
		let to = Custody::own(HOSPITAL);
		let expected = [
			(MASKS, to, 10, Arrival::Usable),
			(SUITS, to, 5, BREACH),
			(MASKS, to, 1, Arrival::Usable),
		];
		assert_eq!(arrived(receipt), expected);
	});
}

#[test]
fn goods_that_arrive_late_were_too_warm_too() {
	play(|| {
		keep_cold(SUITS, false);
		let id = accepted(&[leg(SUITS, 5)]);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(20, 81)));
		turn_to(RECEIVE_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), id));
		let receipt = || {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(5, 0, 0)]));
		};
		assert_eq!(suits_arrive(receipt), BREACH);
	});
}

#[test]
fn what_stays_behind_is_not_sent_after_a_breach_and_what_was_borrowed_goes_back() {
	play(|| {
		keep_cold(SUITS, false);
		let next = accepted(&[leg(SUITS, 5)]);
		let id = accepted(&[leg(SUITS, 5)]);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(20, 81)));
		assert_noop!(dispatch(DONOR_SENDS, next), Error::<Test>::Held);
		let proposal = gift(&[leg(SUITS, 1)]);
		assert_noop!(Circulation::propose(by(DONOR_SENDS), proposal), Error::<Test>::Held);
		// Another lot, that the hospital has borrowed.
		keep_cold(MASKS, false);
		let of = lent(&[leg(MASKS, 10)]);
		let first = propose(HOSPITAL_SENDS, giving_back(of, &[leg(MASKS, 4)]));
		assert_ok!(Circulation::accept(by(DONOR_RECEIVES), first));
		assert_ok!(dispatch_measured(HOSPITAL_SENDS, first, measured(19, 20)));
		assert!(borrowed(MASKS).held);
		let rest = sent_back(of, &[leg(MASKS, 6)]);
		assert_eq!(status(rest), Status::Dispatched);
	});
}

#[test]
fn what_goes_back_from_quarantine_arrives_quarantined() {
	play(|| {
		keep_cold(SUITS, false);
		let id = accepted(&[leg(SUITS, 5)]);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(20, 81)));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(5, 0, 0)]));
		let back = propose(HOSPITAL_SENDS, giving_back_quarantined(id, &[leg(SUITS, 5)]));
		assert_ok!(Circulation::accept(by(DONOR_RECEIVES), back));
		assert_ok!(dispatch(HOSPITAL_SENDS, back));
		let receipt = || {
			let cool = measured(20, 80);
			assert_ok!(receive_measured(DONOR_RECEIVES, back, &[found(5, 0, 0)], cool));
		};
		let quarantined = Arrival::Quarantined(HoldKind::Quarantine);
		assert_eq!(arrived(receipt), [(SUITS, Custody::own(DONOR), 5, quarantined)]);
	});
}

#[test]
fn a_class_that_demands_a_sensor_is_accepted_with_one_alone() {
	play(|| {
		keep_cold(SUITS, true);
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 5)]);
		let without = |receipt: [LegReceipt; 2]| receive(HOSPITAL_RECEIVES, id, &receipt);
		let required = || Error::<Test>::SensorRequired;
		assert_noop!(without([found(0, 0, 0), found(1, 0, 0)]), required());
		assert_noop!(without([found(1, 0, 0), found(1, 1, 1)]), required());
		let excess = Some(Shortfall { quantity: 1, reason: Discrepancy::Unknown });
		let more = LegReceipt { excess, ..found(0, 1, 0) };
		assert_noop!(without([found(0, 0, 0), more]), required());
		// What cannot be measured is rejected, or missing; and other lots need no sensor.
		assert_ok!(without([found(10, 0, 0), found(0, 1, 1)]));
		let with = [found(0, 0, 0), found(3, 0, 0)];
		assert_ok!(receive_measured(HOSPITAL_RECEIVES, id, &with, measured(20, 80)));
		// Neither do late goods come in without.
		assert_noop!(without([found(0, 0, 0), found(1, 0, 0)]), required());
		assert_eq!(own(SUITS, HOSPITAL).available, 3);
	});
}

#[test]
fn what_was_measured_before_dispatch_does_not_stand_for_the_way() {
	play(|| {
		keep_cold(SUITS, true);
		let id = accepted(&[leg(SUITS, 5)]);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, measured(20, 80)));
		let receipt = [found(5, 0, 0)];
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt), Error::<Test>::SensorRequired);
	});
}

#[test]
fn a_range_alone_demands_no_sensor() {
	play(|| {
		keep_cold(SUITS, false);
		let id = dispatched(&[leg(SUITS, 5)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(5, 0, 0)]));
		assert_eq!(own(SUITS, HOSPITAL).available, 5);
	});
}

/// Dispatches with what a sensor measured up to `to`, as having left at `at`.
fn dispatch_up_to(id: TransferId, to: Moment, left_at: Moment) -> sp_runtime::DispatchResult {
	let sensor = Some(SensorSummary { from: NOW, to, ..measured(20, 80) });
	Circulation::dispatch(by(DONOR_SENDS), id, None, None, None, sensor, at(left_at))
		.map(drop)
		.map_err(|refusal| refusal.error)
}

#[test]
fn at_dispatch_a_sensor_measured_before_the_goods_left() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		turn_to(NOW + 1_000);
		let late = Error::<Test>::SensorAfterDispatch;
		assert_noop!(dispatch_up_to(id, NOW + 501, NOW + 500), late);
		assert_ok!(dispatch_up_to(id, NOW + 500, NOW + 500));
	});
}

#[test]
fn at_dispatch_a_sensor_is_sound() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		let sound = measured(20, 80);
		let refused = |sensor: SensorSummary, error: Error<Test>| {
			assert_noop!(dispatch_measured(DONOR_SENDS, id, sensor), error);
		};
		refused(SensorSummary { mean: 19, ..sound.clone() }, Error::InvalidRange);
		refused(SensorSummary { mean: 81, ..sound.clone() }, Error::InvalidRange);
		refused(SensorSummary { to: NOW - 1, ..sound.clone() }, Error::InvalidRange);
		let device = Text::try_from("").expect("short");
		refused(SensorSummary { device, ..sound.clone() }, Error::InvalidCharacters);
		assert_ok!(dispatch_measured(DONOR_SENDS, id, sound));
	});
}
