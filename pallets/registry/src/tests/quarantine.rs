//! Units that are set aside under holds of their own: whoever keeps holds moves them itself, and is told of
//! all that others do with them.

use crate::{mock::*, Call, DestroyFrom, DestroyReason, Destruction, Error};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	Arrival, Custody, HoldChange, HoldKind, LotId, LotStock, Purpose, Quantity, Source,
};

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };
const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };

fn entered(kind: HoldKind, units: Quantity) -> HoldChange {
	HoldChange::Entered { kind, units }
}

fn left(units: Quantity) -> HoldChange {
	HoldChange::Left { units }
}

/// Expects that one holding, which is not held, was told of these changes since the last question.
fn told(lot: LotId, custody: Custody, changes: &[HoldChange]) {
	assert_eq!(MockHolds::told(), [(custody.of(lot), false, changes.to_vec())]);
}

#[test]
fn units_are_set_aside_and_made_available_again_and_nobody_is_told() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::ColdChainBreach, 30));
		assert_eq!((holding(lot).available, holding(lot).quarantined), (70, 30));
		assert_ok!(released(lot, HOSPITALS, 10));
		assert_eq!((holding(lot).available, holding(lot).quarantined), (80, 20));
		assert!(MockHolds::told().is_empty());
	});
}

#[test]
fn borrowed_goods_are_set_aside_where_they_are() {
	run(|| {
		let lot = lent(50);
		assert_ok!(quarantined(lot, LOAN, HoldKind::Damage, 20));
		let got = held(lot, LOAN);
		assert_eq!((got.available, got.quarantined, got.site), (30, 20, Some(WARD)));
		assert_ok!(released(lot, LOAN, 5));
		let got = held(lot, LOAN);
		assert_eq!((got.available, got.quarantined, got.site), (35, 15, Some(WARD)));
	});
}

#[test]
fn no_more_is_set_aside_than_there_is_nor_made_available_than_was_set_aside() {
	run(|| {
		let lot = lot(masks(), 100);
		let aside = |custody, units| moved(lot, |stock| stock.quarantine(custody, units));
		let release = |custody, units| moved(lot, |stock| stock.release_units(custody, units));
		assert_noop!(aside(HOSPITALS, 101), Error::<Test>::InsufficientStock);
		assert_noop!(aside(DONORS, 1), Error::<Test>::HoldingNotFound);
		assert_noop!(release(HOSPITALS, 1), Error::<Test>::InsufficientStock);
		assert_noop!(release(DONORS, 1), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn units_that_are_destroyed_leave_their_holds() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Damage, 10));
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Quarantine, 20));
		let how = Destruction {
			from: DestroyFrom::Quarantined,
			reason: DestroyReason::Damaged,
			document: None,
		};
		let call = Call::destroy { lot, owner: HOSPITAL, quantity: 15, how, event: None };
		accepted(signed(STOREKEEPER), call);
		told(lot, HOSPITALS, &[left(15)]);
		assert_eq!(MockHolds::on_units(HOSPITALS.of(lot)), [(HoldKind::Quarantine, 15)]);
	});
}

#[test]
fn goods_that_arrive_damaged_are_under_a_hold() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 30)?;
			stock.send(HOSPITALS, 30, Purpose::Send)?;
			stock.dispute(HOSPITALS, 10)
		}));
		let damaged = Arrival::Quarantined(HoldKind::Damage);
		assert_ok!(moved(lot, |stock| stock.deliver(HOSPITALS, DONORS, 20, damaged, None)));
		told(lot, DONORS, &[entered(HoldKind::Damage, 20)]);
		// So are they at the end of a dispute, whoever has them.
		assert_ok!(moved(lot, |stock| {
			stock.deliver_disputed(HOSPITALS, DONORS, 4, damaged, None)
		}));
		told(lot, DONORS, &[entered(HoldKind::Damage, 4)]);
		assert_ok!(moved(lot, |stock| stock.recover(HOSPITALS, 6)));
		told(lot, HOSPITALS, &[entered(HoldKind::Quarantine, 6)]);
		assert_eq!(held(lot, DONORS).quarantined, 24);
	});
}

#[test]
fn units_that_turn_up_are_under_a_hold() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| stock.find(HOSPITALS, 7, None)));
		told(lot, HOSPITALS, &[entered(HoldKind::Quarantine, 7)]);
		assert_eq!(holding(lot).quarantined, 7);
	});
}

#[test]
fn goods_go_back_out_of_quarantine_and_are_quarantined_again_when_they_do_not() {
	run(|| {
		let lot = lent(50);
		assert_ok!(quarantined(lot, LOAN, HoldKind::Legal, 20));
		let source = Source::QuarantinedForReturn;
		assert_ok!(moved(lot, |stock| stock.reserve(LOAN, source, 15)));
		told(lot, LOAN, &[left(15)]);
		let got = held(lot, LOAN);
		assert_eq!((got.available, got.reserved, got.quarantined), (30, 15, 5));
		let more = moved(lot, |stock| stock.reserve(LOAN, source, 6));
		assert_noop!(more, Error::<Test>::InsufficientStock);

		assert_ok!(moved(lot, |stock| stock.unreserve(LOAN, source, 5)));
		told(lot, LOAN, &[entered(HoldKind::Quarantine, 5)]);
		let got = held(lot, LOAN);
		assert_eq!((got.available, got.reserved, got.quarantined), (30, 10, 10));
		let more = moved(lot, |stock| stock.unreserve(LOAN, source, 11));
		assert_noop!(more, Error::<Test>::InsufficientStock);

		let back = Arrival::Quarantined(HoldKind::Quarantine);
		assert_ok!(moved(lot, |stock| {
			stock.send(LOAN, 10, Purpose::Return)?;
			stock.deliver(LOAN, DONORS, 10, back, None)
		}));
		told(lot, DONORS, &[entered(HoldKind::Quarantine, 10)]);
		assert_eq!(held(lot, DONORS).quarantined, 10);
	});
}

#[test]
fn what_is_called_in_out_of_quarantine_leaves_its_holds() {
	run(|| {
		let lot = lent(50);
		assert_ok!(quarantined(lot, LOAN, HoldKind::Damage, 20));
		assert_ok!(moved(lot, |stock| stock.call_in(LOAN, 30).map(drop)));
		// All of that was available.
		assert!(MockHolds::told().is_empty());
		assert_ok!(moved(lot, |stock| stock.call_in(LOAN, 100).map(drop)));
		told(lot, LOAN, &[left(20)]);
		let got = held(lot, LOAN);
		assert_eq!((got.available, got.quarantined, got.disputed), (0, 0, 50));
	});
}

#[test]
fn nothing_is_told_of_no_units() {
	run(|| {
		let lot = lot(masks(), 10);
		assert_ok!(moved(lot, |stock| {
			stock.recover(HOSPITALS, 0)?;
			stock.reserve(HOSPITALS, Source::QuarantinedForReturn, 0)?;
			stock.unreserve(HOSPITALS, Source::QuarantinedForReturn, 0)
		}));
		assert!(MockHolds::told().is_empty());
	});
}
