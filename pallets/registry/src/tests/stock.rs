//! The books as other pallets move goods in them.

use crate::{mock::*, Call, CountClaim, CountReason, Error, Event, LotIdentity};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::MockTrail, Act, Action, Actor, Arrival, Authority, Bucket, Capability, Custody,
	EventClaim, Holding, LotFacts, LotId, LotStock, Purpose, Quantity, Serial, Source, Step, Stock,
	Subject, WriteOff,
};

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };
const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };
/// What the donor has on loan from the hospital.
const LENT_OUT: Custody = Custody { custodian: DONOR, owner: HOSPITAL };

fn open(lot: LotId) -> crate::LotBook<Test> {
	<Registry as Stock<u64>>::open(lot).expect("it exists")
}

fn step() -> Step<u64> {
	Step::new(Act::by(Actor::Authority(Authority::Root)), Action::TransferReceived, &1u8)
}

/// A lot of the hospital's, `quantity` of it in transit and as much disputed.
fn under_way(quantity: Quantity) -> LotId {
	let lot = lot(masks(), 2 * quantity);
	let moved = moved(lot, |stock| {
		stock.reserve(HOSPITALS, Source::Available, 2 * quantity)?;
		stock.send(HOSPITALS, 2 * quantity, Purpose::Send)?;
		stock.dispute(HOSPITALS, quantity)
	});
	assert_ok!(moved);
	lot
}

#[test]
fn a_lot_tells_what_a_transfer_must_know() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let ventilator = lot(LotIdentity { serial, ..plain(VENTILATORS) }, 1);
		let facts = LotFacts {
			class: VENTILATORS,
			expires_at: None,
			carrier_capability: None,
			capability: Some(Capability::Ventilation),
			cold_chain: None,
		};
		assert_eq!(open(ventilator).facts(), facts);
		let masks = lot(masks(), 1);
		let expires_at = Some(date(2022, 1, 1).starts());
		let facts = LotFacts {
			class: MASKS,
			expires_at,
			capability: None,
			carrier_capability: None,
			cold_chain: None,
		};
		assert_eq!(open(masks).facts(), facts);
		assert!(<Registry as Stock<u64>>::open(LotId(9)).is_none());
	});
}

#[test]
fn a_holding_that_is_not_there_is_empty() {
	run(|| {
		let lot = lot(masks(), 1);
		assert_eq!(open(lot).holding(DONORS), Holding::default());
		assert_eq!(open(lot).holding(HOSPITALS), holding(lot));
	});
}

#[test]
fn stock_that_is_dropped_has_changed_nothing() {
	run(|| {
		let lot = lot(masks(), 100);
		let before = holding(lot);
		let mut stock = open(lot);
		assert_ok!(stock.offer(HOSPITALS, 100));
		assert_eq!(stock.holding(HOSPITALS).offered, 100);
		drop(stock);
		assert_eq!(holding(lot), before);
	});
}

#[test]
fn closing_leaves_one_record_on_the_lot_for_each_step() {
	run(|| {
		let lot = lot(masks(), 100);
		let before = MockTrail::records_of(&Subject::Lot(lot)).len();
		let mut step = step();
		for _ in 0..2 {
			let mut stock = open(lot);
			assert_ok!(stock.offer(HOSPITALS, 1));
			assert_ok!(stock.close(&mut step));
		}
		let records = MockTrail::records_of(&Subject::Lot(lot));
		assert_eq!(records.len(), before + 1);
		assert_eq!(records[before].action, Action::TransferReceived);
		assert_eq!(holding(lot).offered, 2);
	});
}

#[test]
fn a_claimed_time_that_the_trail_refuses_refuses_to_close() {
	run(|| {
		let lot = lot(masks(), 100);
		let mut stock = open(lot);
		assert_ok!(stock.offer(HOSPITALS, 1));
		let mut step = step().at(EventClaim { at: NOW + 1, utc_offset: 0 });
		assert_noop!(stock.close(&mut step), MockTrail::AHEAD);
	});
}

#[test]
fn goods_are_offered_and_withdrawn() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 60)));
		assert_eq!((holding(lot).available, holding(lot).offered), (40, 60));
		let more = moved(lot, |stock| stock.offer(HOSPITALS, 41));
		assert_noop!(more, Error::<Test>::InsufficientStock);
		let none = moved(lot, |stock| stock.offer(DONORS, 1));
		assert_noop!(none, Error::<Test>::HoldingNotFound);

		assert_ok!(moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 10)));
		assert_eq!((holding(lot).available, holding(lot).offered), (50, 50));
		let more = moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 51));
		assert_noop!(more, Error::<Test>::InsufficientStock);
	});
}

#[test]
fn expired_goods_are_not_offered() {
	run(|| {
		let lot = lot(masks(), 100);
		let end = date(2022, 1, 1).starts();
		Timestamp::set_timestamp(end - 1);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 60)));
		Timestamp::set_timestamp(end);
		let late = moved(lot, |stock| stock.offer(HOSPITALS, 1));
		assert_noop!(late, Error::<Test>::Expired);
		assert_ok!(moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 60)));
	});
}

#[test]
fn goods_are_reserved_from_what_is_available_or_offered() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 50)));
		let reserve =
			|source, quantity| moved(lot, |stock| stock.reserve(HOSPITALS, source, quantity));
		assert_ok!(reserve(Source::Offered, 30));
		let held = holding(lot);
		assert_eq!((held.available, held.offered, held.reserved), (50, 20, 30));
		assert_noop!(reserve(Source::Offered, 21), Error::<Test>::InsufficientStock);

		assert_ok!(reserve(Source::Available, 10));
		assert_ok!(reserve(Source::AvailableForReturn, 20));
		let held = holding(lot);
		assert_eq!((held.available, held.offered, held.reserved), (20, 20, 60));
		assert_noop!(reserve(Source::Available, 21), Error::<Test>::InsufficientStock);
		assert_noop!(reserve(Source::AvailableForReturn, 21), Error::<Test>::InsufficientStock);

		assert_ok!(moved(lot, |stock| stock.unreserve(HOSPITALS, Source::Available, 60)));
		let held = holding(lot);
		assert_eq!((held.available, held.offered, held.reserved), (80, 20, 0));
		let more = moved(lot, |stock| stock.unreserve(HOSPITALS, Source::Available, 1));
		assert_noop!(more, Error::<Test>::InsufficientStock);
	});
}

#[test]
fn goods_are_sent_disputed_and_recovered() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 40)?;
			stock.send(HOSPITALS, 30, Purpose::Send)?;
			stock.dispute(HOSPITALS, 20)?;
			stock.recover(HOSPITALS, 10)
		}));
		let expected = Holding {
			available: 60,
			offered: 0,
			reserved: 10,
			in_transit: 10,
			disputed: 10,
			quarantined: 10,
			site: Some(WAREHOUSE),
			held: false,
		};
		assert_eq!(holding(lot), expected);
		for more in [
			moved(lot, |stock| stock.send(HOSPITALS, 11, Purpose::Send)),
			moved(lot, |stock| stock.dispute(HOSPITALS, 11)),
			moved(lot, |stock| stock.recover(HOSPITALS, 11)),
		] {
			assert_noop!(more, Error::<Test>::InsufficientStock);
		}
	});
}

#[test]
fn a_delivery_opens_and_closes_holdings_and_their_index() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 100)?;
			stock.send(HOSPITALS, 100, Purpose::Send)
		}));
		let deliver = |quantity, site| {
			moved(lot, |stock| stock.deliver(HOSPITALS, LENT_OUT, quantity, Arrival::Usable, site))
		};
		assert_ok!(deliver(60, Some(DEPOT)));
		assert_eq!(holding(lot).in_transit, 40);
		let got = held(lot, LENT_OUT);
		assert_eq!((got.available, got.site), (60, Some(DEPOT)));
		assert!(shelved(DONOR, lot, HOSPITAL));
		assert_noop!(deliver(41, None), Error::<Test>::InsufficientStock);

		// A holding that is open stays where it is, if nobody says otherwise.
		assert_ok!(deliver(40, None));
		assert_eq!(held(lot, LENT_OUT).site, Some(DEPOT));
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), None);
		assert!(!shelved(HOSPITAL, lot, HOSPITAL));
		assert_noop!(deliver(1, None), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn goods_that_arrive_at_a_second_site_leave_the_holding_at_no_single_one() {
	run(|| {
		let lot = lot_by(OTHER_STOREKEEPER, masks(), 100, Some(DEPOT));
		let arrive = |site| {
			assert_ok!(handed_over(lot, (DONORS, LOAN), 10, site));
			held(lot, LOAN).site
		};
		assert_eq!(arrive(Some(WARD)), Some(WARD));
		assert_eq!(arrive(Some(WARD)), Some(WARD));
		assert_eq!(arrive(Some(WAREHOUSE)), None);
		assert_eq!(arrive(Some(WARD)), None);
	});
}

#[test]
fn deliveries_of_one_step_to_two_sites_leave_the_holding_at_no_single_one() {
	run(|| {
		let lot = lot_by(OTHER_STOREKEEPER, masks(), 100, Some(DEPOT));
		assert_ok!(moved(lot, |stock| {
			stock.reserve(DONORS, Source::Available, 20)?;
			stock.send(DONORS, 20, Purpose::Send)?;
			stock.deliver(DONORS, LOAN, 10, Arrival::Usable, Some(WARD))?;
			stock.deliver(DONORS, LOAN, 10, Arrival::Usable, Some(WAREHOUSE))
		}));
		let got = held(lot, LOAN);
		assert_eq!((got.available, got.site), (20, None));
	});
}

#[test]
fn a_delivery_within_one_holding_leaves_it_where_it_is() {
	run(|| {
		let lot = under_way(30);
		assert_ok!(moved(lot, |stock| {
			stock.deliver(HOSPITALS, HOSPITALS, 30, Arrival::Usable, Some(WARD))?;
			stock.deliver_disputed(HOSPITALS, HOSPITALS, 10, Arrival::Usable, Some(WARD))
		}));
		let held = holding(lot);
		assert_eq!((held.available, held.disputed), (40, 20));
		assert_eq!(held.site, Some(WAREHOUSE));
	});
}

#[test]
fn a_dispute_ends_with_who_has_the_goods() {
	run(|| {
		let lot = under_way(50);
		let deliver = |quantity| {
			moved(lot, |stock| {
				stock.deliver_disputed(HOSPITALS, DONORS, quantity, Arrival::Usable, Some(DEPOT))
			})
		};
		assert_ok!(deliver(20));
		let got = held(lot, DONORS);
		assert_eq!((got.available, got.site), (20, Some(DEPOT)));
		assert_eq!(holding(lot).disputed, 30);
		assert_noop!(deliver(31), Error::<Test>::InsufficientStock);
	});
}

#[test]
fn units_are_written_off_as_lost_or_destroyed() {
	run(|| {
		let lot = under_way(50);
		let write_off =
			|quantity, how| moved(lot, |stock| stock.write_off(HOSPITALS, quantity, how));
		assert_ok!(write_off(20, WriteOff::Lost));
		assert_ok!(write_off(10, WriteOff::Destroyed));
		assert_noop!(write_off(21, WriteOff::Lost), Error::<Test>::InsufficientStock);
		let ledger = Registry::ledger(lot).expect("it has one");
		assert_eq!((ledger.lost, ledger.destroyed), (20, 10));
		assert_eq!(holding(lot).disputed, 20);
	});
}

#[test]
fn excess_turns_up_with_who_registered_the_lot() {
	run(|| {
		let lot = lot(masks(), 100);
		let find = |quantity| moved(lot, |stock| stock.find(HOSPITALS, quantity, Some(DEPOT)));
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 100)?;
			stock.send(HOSPITALS, 100, Purpose::Send)?;
			stock.deliver(HOSPITALS, DONORS, 100, Arrival::Usable, None)
		}));
		assert_ok!(find(7));
		let got = held(lot, HOSPITALS);
		assert_eq!((got.quarantined, got.site), (7, Some(DEPOT)));
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 7);
		let too_many = [94, Quantity::MAX - 7, Quantity::MAX];
		for quantity in too_many {
			assert_noop!(find(quantity), Error::<Test>::FoundExceedsEntered);
		}
		assert_ok!(find(93));
		assert_noop!(find(1), Error::<Test>::FoundExceedsEntered);
		let conservation = Registry::conservation(lot, None, 256).expect("it exists");
		assert_eq!((conservation.due, conservation.held), (Some(200), 200));
	});
}

#[test]
fn excess_with_another_custodian_is_claimed() {
	run(|| {
		let lot = given(10);
		let claim = || Registry::count_claim(lot, DONOR);
		assert_ok!(moved(lot, |stock| stock.find(DONORS, 3, Some(DEPOT))));
		let expected = |excess, until| {
			Some(CountClaim { excess, reason: CountReason::Excess, event: None, until })
		};
		assert_eq!(claim(), expected(3, NOW + CLAIM_PERIOD));
		last_event(Event::CountClaimed {
			holding: DONORS.of(lot),
			booked: 10,
			counted: 13,
			reason: CountReason::Excess,
			until: NOW + CLAIM_PERIOD,
		});
		assert_eq!(held(lot, DONORS), Holding { available: 10, ..held(lot, DONORS) });
		// A second excess adds to the first, in the same lot's books twice if need be.
		Timestamp::set_timestamp(NOW + 1);
		assert_ok!(moved(lot, |stock| {
			stock.find(DONORS, 1, None)?;
			stock.find(DONORS, 1, None)
		}));
		assert_eq!(claim(), expected(5, NOW + 1 + CLAIM_PERIOD));
		// What nobody confirmed in time does not count.
		Timestamp::set_timestamp(NOW + 1 + CLAIM_PERIOD);
		assert_ok!(moved(lot, |stock| stock.find(DONORS, 2, None)));
		assert_eq!(claim(), expected(2, NOW + 1 + 2 * CLAIM_PERIOD));
		let confirm = Call::confirm_count { lot, custodian: DONOR, quantity: 2 };
		accepted(signed(STOREKEEPER), confirm);
		assert_eq!((held(lot, DONORS).available, held(lot, DONORS).quarantined), (10, 2));
	});
}

#[test]
fn excess_of_goods_of_another_owner_moves_nothing() {
	run(|| {
		let lot = given(10);
		let lent = Custody { custodian: clinic(), owner: DONOR };
		let of_the_registrant = Custody { custodian: HOSPITAL, owner: DONOR };
		let before = Registry::ledger(lot);
		for custody in [lent, of_the_registrant] {
			assert_ok!(moved(lot, |stock| stock.find(custody, 3, None)));
			assert_eq!(held(lot, custody), Holding::default());
			assert_eq!(Registry::count_claim(lot, custody.custodian), None);
		}
		assert_eq!(Registry::ledger(lot), before);
	});
}

#[test]
fn a_serial_number_does_not_turn_up_twice() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let lot = lot(LotIdentity { serial, ..plain(VENTILATORS) }, 1);
		let find = || moved(lot, |stock| stock.find(HOSPITALS, 1, None));
		assert_noop!(find(), Error::<Test>::SerialIsSingle);
		let (quantity, event) = (1, None);
		accepted(signed(STOREKEEPER), crate::Call::consume { lot, quantity, event });
		assert_ok!(find());
		assert_noop!(find(), Error::<Test>::SerialIsSingle);
	});
}

#[test]
fn two_receivers_that_send_each_other_excess_make_no_unit() {
	run(|| {
		let (lot, clinic) = (given(10), clinic());
		let before = Registry::ledger(lot);
		for round in 0..20u32 {
			let (from, to) = match round % 2 {
				0 => (DONORS, Custody::own(clinic)),
				_ => (Custody::own(clinic), DONORS),
			};
			let all = held(lot, from).available;
			assert_ok!(handed_over(lot, (from, to), all, None));
			assert_ok!(moved(lot, |stock| stock.find(to, all, None)));
		}
		assert_eq!(Registry::ledger(lot), before);
		assert_eq!(held(lot, DONORS).total(), 10);
		// Nor have they used up what the registrant may find.
		let (owner, reason) = (HOSPITAL, CountReason::StockTake);
		let counted = held(lot, HOSPITALS).available + 10;
		accepted(signed(STOREKEEPER), Call::count { lot, owner, counted, reason, event: None });
	});
}

#[test]
fn a_bucket_holds_no_more_than_its_figure() {
	run(|| {
		MaxLotQuantity::set(&Quantity::MAX);
		let lot = lot(masks(), Quantity::MAX);
		let full = moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 1)?;
			stock.send(HOSPITALS, 1, Purpose::Send)?;
			stock.dispute(HOSPITALS, 1)?;
			stock.find(HOSPITALS, Quantity::MAX, None)
		});
		assert_ok!(full);
		assert_eq!(held(lot, HOSPITALS).quantity(Bucket::Quarantined), Quantity::MAX);
		let over = moved(lot, |stock| stock.recover(HOSPITALS, 1));
		assert_noop!(over, Error::<Test>::Overflow);
	});
}

#[test]
fn capacity_is_offered_until_its_window_is_over() {
	run(|| {
		let lot = lot(care(10, 100), 5);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 1)));
		let facts = open(lot).facts();
		assert_eq!(facts.expires_at, Some(NOW + 100));
		pass(99);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 1)));
		pass(1);
		assert_noop!(moved(lot, |stock| stock.offer(HOSPITALS, 1)), Error::<Test>::Expired);
	});
}
