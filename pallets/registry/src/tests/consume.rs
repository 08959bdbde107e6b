use crate::{mock::*, Call, Error, Event};
use salus_primitives::{mock::MockTrail, Action, EventClaim, LotId, Quantity, Role, Subject};

fn consume(lot: LotId, quantity: Quantity) -> Call<Test> {
	Call::consume { lot, quantity, event: None }
}

#[test]
fn used_units_leave_the_books() {
	run(|| {
		let lot = lot(masks(), 100);
		let records = accepted(signed(STOREKEEPER), consume(lot, 30));
		by_agent(STOREKEEPER, &records, Action::LotConsumed, &[Subject::Lot(lot)]);
		last_event(Event::LotConsumed { lot, institution: HOSPITAL, quantity: 30 });
		assert_eq!(holding(lot).available, 70);
		assert_eq!(Registry::ledger(lot).expect("it has one").consumed, 30);
	});
}

#[test]
fn a_holding_used_up_is_gone() {
	run(|| {
		let lot = lot(masks(), 100);
		accepted(signed(STOREKEEPER), consume(lot, 100));
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), None);
		assert!(!shelved(HOSPITAL, lot, HOSPITAL));
		refused(signed(STOREKEEPER), consume(lot, 1), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn no_more_is_used_than_there_is() {
	run(|| {
		let lot = lot(masks(), 100);
		refused(signed(STOREKEEPER), consume(lot, 101), Error::<Test>::InsufficientStock);
		refused(signed(STOREKEEPER), consume(lot, 0), Error::<Test>::ZeroQuantity);
		refused(signed(STOREKEEPER), consume(LotId(9), 1), Error::<Test>::LotNotFound);
		refused(signed(OTHER_STOREKEEPER), consume(lot, 1), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn borrowed_goods_are_not_used_up() {
	run(|| {
		let lot = lent(50);
		refused(signed(STOREKEEPER), consume(lot, 1), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn expired_goods_are_not_used() {
	run(|| {
		let lot = lot(masks(), 2);
		let end = date(2022, 1, 1).starts();
		Timestamp::set_timestamp(end - 1);
		accepted(signed(STOREKEEPER), consume(lot, 1));
		Timestamp::set_timestamp(end);
		refused(signed(STOREKEEPER), consume(lot, 1), Error::<Test>::Expired);
	});
}

#[test]
fn capacity_is_used_within_its_window() {
	run(|| {
		let lot = lot(care(10, 100), 10);
		let at = |time| {
			let event = Some(EventClaim { at: NOW + time, utc_offset: 480 });
			Call::consume { lot, quantity: 1, event }
		};
		let early = |call| refused(signed(STOREKEEPER), call, Error::<Test>::WindowNotBegun);
		let late = |call| refused(signed(STOREKEEPER), call, Error::<Test>::WindowOver);
		early(consume(lot, 1));
		early(at(0));
		Timestamp::set_timestamp(NOW + 9);
		early(consume(lot, 1));
		// Nobody claims a time to come.
		refused(signed(STOREKEEPER), at(10), MockTrail::AHEAD);
		Timestamp::set_timestamp(NOW + 10);
		early(at(9));
		accepted(signed(STOREKEEPER), consume(lot, 1));
		accepted(signed(STOREKEEPER), at(10));
		Timestamp::set_timestamp(NOW + 99);
		accepted(signed(STOREKEEPER), consume(lot, 1));
		Timestamp::set_timestamp(NOW + 100);
		late(consume(lot, 1));
		late(at(100));
		// The morning after, a ward says what it used.
		accepted(signed(STOREKEEPER), at(99));
		pass(LAPSE_AFTER);
		accepted(signed(STOREKEEPER), at(10));
		early(at(9));
		assert_eq!(Registry::ledger(lot).expect("it has one").consumed, 5);
	});
}

#[test]
fn goods_that_are_expired_are_not_used_whenever_they_are_said_to_have_been() {
	run(|| {
		let lot = lot(masks(), 2);
		let end = date(2022, 1, 1).starts();
		Timestamp::set_timestamp(end);
		let event = Some(EventClaim { at: end - 1, utc_offset: 480 });
		let call = Call::consume { lot, quantity: 1, event };
		refused(signed(STOREKEEPER), call, Error::<Test>::Expired);
	});
}

#[test]
fn nobody_but_a_stock_agent_consumes() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, consume(lot, 1));
	});
}
