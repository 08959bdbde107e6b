use crate::{
	mock::*, Books, Call, Class, Entry, Error, Event, Ledger, Lot, LotEntry, LotIdentity,
	NextLotId, Page, Window,
};
use salus_primitives::{
	mock::MockTrail, Action, BaseUnit, Batch, Capability, ClassId, EventClaim, Expiry, Holding,
	LotId, LotStock, Moment, Quantity, RecordId, Role, Serial, Stock, Subject,
};

fn register(identity: LotIdentity, quantity: Quantity) -> Call<Test> {
	Call::register_lot { identity, quantity, site: Some(WAREHOUSE), event: None }
}

fn wrong(identity: LotIdentity, quantity: Quantity, error: Error<Test>) {
	refused(signed(STOREKEEPER), register(identity, quantity), error);
}

fn ventilator(serial: &str) -> LotIdentity {
	LotIdentity {
		serial: Some(Serial::try_from(serial).expect("it is a serial number")),
		..plain(VENTILATORS)
	}
}

#[test]
fn a_registered_lot_is_held_and_owned_by_its_registrant() {
	run(|| {
		let identity = LotIdentity { donor: Some(DONOR), earmark: Some(text("ICU")), ..masks() };
		let event = Some(EventClaim { at: NOW - 1, utc_offset: 480 });
		let call = Call::register_lot {
			identity: identity.clone(),
			quantity: 1_000,
			site: Some(WAREHOUSE),
			event,
		};
		let records = accepted(signed(STOREKEEPER), call);
		let lot = LotId(0);
		by_agent(STOREKEEPER, &records, Action::LotRegistered, &[Subject::Lot(lot)]);
		assert_eq!(records[0].event, event);
		last_event(Event::LotRegistered { lot, institution: HOSPITAL, quantity: 1_000 });

		let entry = LotEntry {
			lot: Lot { identity, origin: None, registered_by: HOSPITAL },
			capability: None,
			carrier_capability: None,
			cold_chain: None,
			ledger: Ledger { registered: 1_000, ..Default::default() },
			offspring: 0,
			held: false,
			newest_record: Some(RecordId(0)),
		};
		assert_eq!(Books::<Test>::get(lot, Page::Lot), Some(Entry::Lot(entry.into())));
		let held = Holding { available: 1_000, site: Some(WAREHOUSE), ..Default::default() };
		assert_eq!(holding(lot), held);
		assert_eq!(Books::<Test>::iter_prefix(lot).count(), 2);
		assert!(shelved(HOSPITAL, lot, HOSPITAL));
	});
}

#[test]
fn a_lot_says_what_its_class_demands() {
	run(|| {
		wrong(LotIdentity { batch: None, ..masks() }, 1, Error::BatchRequired);
		wrong(LotIdentity { expiry: None, ..masks() }, 1, Error::ExpiryRequired);
		wrong(plain(VENTILATORS), 1, Error::SerialRequired);
		wrong(plain(ClassId(9)), 1, Error::ClassNotFound);
		accepted(signed(STOREKEEPER), register(plain(GLOVES), 1));
	});
}

#[test]
fn a_serial_number_names_a_single_unit() {
	run(|| {
		wrong(ventilator("V-1"), 2, Error::SerialIsSingle);
		accepted(signed(STOREKEEPER), register(ventilator("V-1"), 1));
		let glove = LotIdentity { class: GLOVES, ..ventilator("G-1") };
		wrong(glove, 2, Error::SerialIsSingle);
	});
}

#[test]
fn a_lot_is_at_least_one_unit() {
	run(|| wrong(masks(), 0, Error::ZeroQuantity));
}

#[test]
fn what_a_lot_says_is_checked() {
	run(|| {
		let spaced = b"with space".to_vec();
		let batch = Some(Batch(spaced.clone().try_into().expect("it fits")));
		wrong(LotIdentity { batch, ..masks() }, 1, Error::InvalidCharacters);
		let serial = Some(Serial(spaced.try_into().expect("it fits")));
		wrong(LotIdentity { serial, ..masks() }, 1, Error::InvalidCharacters);
		wrong(LotIdentity { earmark: Some(text("")), ..masks() }, 1, Error::InvalidCharacters);
		let expiry = Some(Expiry::Day(date(2021, 2, 29)));
		wrong(LotIdentity { expiry, ..masks() }, 1, Error::InvalidDate);
		let made = Some(date(2020, 0, 1));
		wrong(LotIdentity { made, ..masks() }, 1, Error::InvalidDate);
		let made = Some(date(2022, 1, 1));
		wrong(LotIdentity { made, ..masks() }, 1, Error::InvalidRange);
		wrong(LotIdentity { donor: Some(NOBODY), ..masks() }, 1, Error::InstitutionNotFound);
		let made = Some(date(2021, 12, 31));
		accepted(signed(STOREKEEPER), register(LotIdentity { made, ..masks() }, 1));
	});
}

#[test]
fn a_lot_is_kept_at_a_site_of_its_registrant() {
	run(|| {
		let register = |site| Call::register_lot {
			identity: masks(),
			quantity: 1,
			site: Some(site),
			event: None,
		};
		refused(signed(STOREKEEPER), register(NOWHERE), Error::<Test>::SiteNotFound);
		// The donor has one site, the hospital two.
		refused(signed(OTHER_STOREKEEPER), register(WARD), Error::<Test>::SiteNotFound);
		accepted(signed(STOREKEEPER), register(WARD));
		accepted(signed(OTHER_STOREKEEPER), register(DEPOT));
	});
}

#[test]
fn a_lot_carries_what_its_class_demands_of_a_receiver() {
	run(|| {
		let lot = lot(ventilator("V-1"), 1);
		let Some(Entry::Lot(entry)) = Books::<Test>::get(lot, Page::Lot) else {
			panic!("a lot has a page");
		};
		assert_eq!(entry.capability, Some(Capability::Ventilation));
		assert_eq!(entry.carrier_capability, None);
	});
}

#[test]
fn a_lot_carries_what_its_class_demands_of_a_carrier() {
	run(|| {
		let oxygen = Class {
			carrier_capability: Some(Capability::DangerousGoods),
			..class("Oxygen", BaseUnit::Piece, [])
		};
		accepted(root(), Call::register_class { class: oxygen });
		let lot = lot(plain(ClassId(5)), 1);
		let facts = <Registry as Stock<u64>>::open(lot).expect("it is there").facts();
		assert_eq!(facts.carrier_capability, Some(Capability::DangerousGoods));
		assert_eq!(facts.capability, None);
	});
}

#[test]
fn an_expired_lot_can_be_registered() {
	run(|| {
		let expiry = Some(Expiry::Month { year: 2019, month: 1 });
		lot(LotIdentity { expiry, ..masks() }, 5);
	});
}

#[test]
fn a_lot_of_capacity_is_for_a_window_that_can_be_used() {
	run(|| {
		wrong(plain(CARE), 1, Error::WindowRequired);
		let window = care(10, 20).window;
		wrong(LotIdentity { window, ..masks() }, 1, Error::UnexpectedWindow);
		let expiry = masks().expiry;
		wrong(LotIdentity { expiry, ..care(10, 20) }, 1, Error::UnexpectedExpiry);
		wrong(care(20, 20), 1, Error::WindowReversed);
		wrong(care(20, 10), 1, Error::WindowReversed);
		wrong(care(10, 11 + MAX_WINDOW), 1, Error::WindowTooLong);
		let ahead = MAX_WINDOW_AHEAD;
		wrong(care(ahead + 1, ahead + 2), 1, Error::WindowTooFar);
		let between =
			|from, until| LotIdentity { window: Some(Window { from, until }), ..plain(CARE) };
		wrong(between(Moment::MAX - 1, Moment::MAX), 1, Error::WindowTooFar);
		wrong(between(NOW - 10, NOW), 1, Error::WindowOver);
		// Made a day later.
		wrong(
			LotIdentity { made: Some(date(2020, 1, 24)), ..care(10, 20) },
			1,
			Error::InvalidRange,
		);

		for identity in [between(NOW - 10, NOW + 1), care(0, MAX_WINDOW), care(ahead, ahead + 1)] {
			let lot = lot(identity.clone(), 1);
			let view = Registry::lot(lot).expect("it is there");
			assert_eq!(view.expires_at, identity.window.map(|window| window.until));
			assert!(!view.expired);
			assert!(shelved(HOSPITAL, lot, HOSPITAL));
		}
	});
}

#[test]
fn a_lot_is_no_larger_than_it_may_be() {
	run(|| {
		let most = MaxLotQuantity::get();
		wrong(masks(), most + 1, Error::QuantityTooLarge);
		wrong(masks(), Quantity::MAX, Error::QuantityTooLarge);
		assert_eq!(holding(lot(masks(), most)).available, most);
	});
}

#[test]
fn who_registers_a_lot_is_licensed_for_its_class() {
	run(|| {
		let register = |institution, serial| {
			let site = None;
			let call =
				Call::register_lot { identity: ventilator(serial), quantity: 1, site, event: None };
			(if institution == HOSPITAL { STOREKEEPER } else { OTHER_STOREKEEPER }, call)
		};
		let (who, call) = register(DONOR, "V-1");
		refused(signed(who), call, Error::<Test>::CapabilityMissing);
		let (who, call) = register(HOSPITAL, "V-2");
		accepted(signed(who), call.clone());
		// The licence ends.
		pass(1_000);
		refused(signed(who), call, Error::<Test>::CapabilityMissing);
	});
}

#[test]
fn a_claimed_time_that_the_trail_refuses_refuses_the_lot() {
	run(|| {
		let event = Some(EventClaim { at: NOW + 1, utc_offset: 0 });
		let call = Call::register_lot { identity: masks(), quantity: 1, site: None, event };
		refused(signed(STOREKEEPER), call, MockTrail::AHEAD);
	});
}

#[test]
fn nobody_but_a_stock_agent_registers_a_lot() {
	run(|| refused_to_all_but(Role::Stock, register(masks(), 1)));
}

#[test]
fn identifiers_end() {
	run(|| {
		NextLotId::<Test>::put(LotId(u64::MAX));
		wrong(masks(), 1, Error::IdsExhausted);
	});
}
