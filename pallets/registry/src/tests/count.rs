use crate::{mock::*, Call, CountReason, Error, Event, LotIdentity};
use salus_primitives::{
	Action, Custody, InstitutionId, LotId, LotStock, Quantity, Role, Serial, Source, Subject,
};

fn count_of(lot: LotId, owner: InstitutionId, counted: Quantity) -> Call<Test> {
	Call::count { lot, owner, counted, reason: CountReason::Theft, event: None }
}

fn count(lot: LotId, counted: Quantity) -> Call<Test> {
	count_of(lot, HOSPITAL, counted)
}

/// The hospital gives the donor all of a lot of its own; answers with the lot.
fn given(quantity: Quantity) -> LotId {
	let lot = lot(masks(), quantity);
	let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
	handed_over(lot, parties, quantity, None).expect("the hospital has it");
	lot
}

#[test]
fn what_is_missing_is_lost() {
	run(|| {
		let lot = lot(masks(), 100);
		let records = accepted(signed(STOREKEEPER), count(lot, 90));
		by_agent(STOREKEEPER, &records, Action::LotCounted, &[Subject::Lot(lot)]);
		last_event(Event::LotCounted {
			holding: Custody::own(HOSPITAL).of(lot),
			booked: 100,
			counted: 90,
			reason: CountReason::Theft,
		});
		assert_eq!(holding(lot).available, 90);
		assert_eq!(Registry::ledger(lot).expect("it has one").lost, 10);
	});
}

#[test]
fn what_is_over_is_found() {
	run(|| {
		let lot = lot(masks(), 100);
		accepted(signed(STOREKEEPER), count(lot, 130));
		assert_eq!(holding(lot).available, 130);
		assert_eq!(holding(lot).site, Some(WAREHOUSE));
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 30);
	});
}

#[test]
fn only_available_units_are_counted() {
	run(|| {
		let lot = lot(masks(), 100);
		moved(lot, |stock| stock.reserve(Custody::own(HOSPITAL), Source::Available, 40))
			.expect("they are there");
		accepted(signed(STOREKEEPER), count(lot, 0));
		let held = holding(lot);
		assert_eq!((held.available, held.reserved), (0, 40));
	});
}

#[test]
fn a_count_that_agrees_is_on_record_too() {
	run(|| {
		let lot = lot(masks(), 100);
		let records = accepted(signed(STOREKEEPER), count(lot, 100));
		assert_eq!(records.len(), 1);
		assert_eq!(Registry::ledger(lot).and_then(|ledger| ledger.held()), Some(100));
	});
}

#[test]
fn goods_turn_up_where_none_were_held_with_who_registered_the_lot() {
	run(|| {
		let lot = lot(masks(), 1);
		accepted(signed(STOREKEEPER), count(lot, 0));
		assert_eq!(holding(lot).total(), 0);
		accepted(signed(STOREKEEPER), count(lot, 7));
		assert_eq!(holding(lot).available, 7);
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 7);
	});
}

#[test]
fn nobody_finds_goods_of_a_lot_of_another_where_none_were_held() {
	run(|| {
		let lot = lot(masks(), 1);
		let call = count_of(lot, DONOR, 7);
		refused(signed(OTHER_STOREKEEPER), call, Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn more_is_found_of_a_lot_of_another_where_some_is_held() {
	run(|| {
		let lot = given(10);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 12));
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 2);
	});
}

#[test]
fn goods_of_others_are_not_counted() {
	run(|| {
		let borrowed = lent(50);
		for counted in [0, 48, 50, 52] {
			let call = count_of(borrowed, DONOR, counted);
			refused(signed(STOREKEEPER), call, Error::<Test>::NotOwner);
		}
		let lot = lot(masks(), 1);
		refused(signed(STOREKEEPER), count_of(lot, NOBODY, 7), Error::<Test>::NotOwner);
	});
}

#[test]
fn nothing_is_not_counted_as_nothing() {
	run(|| {
		let lot = lot(masks(), 1);
		accepted(signed(STOREKEEPER), count(lot, 0));
		refused(signed(STOREKEEPER), count(lot, 0), Error::<Test>::HoldingNotFound);
		refused(signed(STOREKEEPER), count(LotId(9), 0), Error::<Test>::LotNotFound);
		refused(signed(STOREKEEPER), count(LotId(9), 5), Error::<Test>::LotNotFound);
	});
}

#[test]
fn a_serial_number_is_found_once() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let lot = lot(LotIdentity { serial, ..plain(VENTILATORS) }, 1);
		refused(signed(STOREKEEPER), count(lot, 2), Error::<Test>::SerialIsSingle);
		let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
		handed_over(lot, parties, 1, None).expect("it is there");
		refused(signed(STOREKEEPER), count(lot, 1), Error::<Test>::SerialIsSingle);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 0));
		accepted(signed(STOREKEEPER), count(lot, 1));
	});
}

#[test]
fn no_count_is_too_absurd_for_the_sums_of_a_lot() {
	run(|| {
		let lot = lot(masks(), Quantity::MAX);
		for _ in 0..3 {
			accepted(signed(STOREKEEPER), count(lot, 0));
			accepted(signed(STOREKEEPER), count(lot, Quantity::MAX));
		}
		let ledger = Registry::ledger(lot).expect("it has one");
		assert_eq!(
			(ledger.found, ledger.lost),
			(3 * 0xffff_ffff_ffff_ffff, 3 * 0xffff_ffff_ffff_ffff)
		);
		assert_eq!(ledger.held(), Some(0xffff_ffff_ffff_ffff));
		// Others go on with what they have of the lot.
		let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
		handed_over(lot, parties, 1, None).expect("it is there");
		accepted(signed(STOREKEEPER), count(lot, Quantity::MAX));
		let call = Call::consume { lot, quantity: 1, event: None };
		accepted(signed(OTHER_STOREKEEPER), call);
	});
}

#[test]
fn nobody_but_a_stock_agent_counts() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, count(lot, 2));
	});
}
