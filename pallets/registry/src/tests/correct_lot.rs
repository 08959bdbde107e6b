use crate::{
	mock::*, Call, ClassChange, Commissioning, Derivation, Error, Event, Lot, LotIdentity,
	LotOrigin, NextLotId,
};
use frame_support::assert_ok;
use salus_primitives::{Action, Batch, Custody, Expiry, HoldKind, LotId, Role, Serial, Subject};

fn right() -> LotIdentity {
	let batch = Some(Batch::try_from("M-2021").expect("it is a batch number"));
	// A misprint may have been on the early side.
	LotIdentity { batch, expiry: Some(Expiry::Month { year: 2023, month: 6 }), ..masks() }
}

fn correct(lot: LotId, identity: LotIdentity) -> Call<Test> {
	Call::correct_lot { lot, identity, class_change: None, event: None }
}

fn reclassed(lot: LotId, identity: LotIdentity) -> Call<Test> {
	let class_change = Some(ClassChange::WronglyRegistered);
	Call::correct_lot { lot, identity, class_change, event: None }
}

#[test]
fn available_units_move_to_a_lot_that_points_back() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(quarantined(lot, Custody::own(HOSPITAL), HoldKind::Quarantine, 10));

		let corrected = LotId(1);
		let records = accepted(signed(STOREKEEPER), correct(lot, right()));
		let subjects = [Subject::Lot(lot), Subject::Lot(corrected)];
		by_agent(STOREKEEPER, &records, Action::LotCorrected, &subjects);
		last_event(Event::LotCorrected { lot, corrected, quantity: 90, class_change: None });
		let origin = Some(LotOrigin { lot, by: Derivation::Corrected });
		let stored = Lot { identity: right(), origin, registered_by: HOSPITAL };
		assert_eq!(Registry::lot(corrected).expect("it is there").lot, stored);
		assert_eq!(Registry::lot(lot).expect("it stays").lot.identity, masks());
		assert_eq!((holding(lot).available, holding(lot).quarantined), (0, 10));
		assert_eq!((holding(corrected).available, holding(corrected).site), (90, Some(WAREHOUSE)));
		assert_eq!(Registry::ledger(lot).expect("it has one").repacked_out, 90);
		assert_eq!(Registry::ledger(corrected).expect("it has one").repacked_in, 90);
	});
}

#[test]
fn only_the_registrant_corrects() {
	run(|| {
		let lot = lent(50);
		let call = correct(lot, right());
		refused(signed(STOREKEEPER), call, Error::<Test>::NotRegistrant);
	});
}

#[test]
fn what_came_out_of_another_lot_is_corrected_to_expire_sooner_or_not_at_all() {
	run(|| {
		let registered = lot(masks(), 100);
		accepted(signed(STOREKEEPER), correct(registered, right()));
		let later = LotIdentity { expiry: Some(Expiry::Month { year: 2024, month: 1 }), ..right() };
		let call = correct(LotId(1), later);
		refused(signed(STOREKEEPER), call, Error::<Test>::ExpiryExtended);
		let none = LotIdentity { class: GLOVES, expiry: None, ..right() };
		refused(signed(STOREKEEPER), reclassed(LotId(1), none), Error::<Test>::ExpiryExtended);
		accepted(signed(STOREKEEPER), correct(LotId(1), masks()));
	});
}

#[test]
fn what_came_out_of_another_lot_is_corrected_to_demand_no_less() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let ventilator = LotIdentity { serial: serial.clone(), ..plain(VENTILATORS) };
		let gloves = LotIdentity { serial, ..plain(GLOVES) };
		let mistaken = lot(gloves.clone(), 1);
		accepted(signed(STOREKEEPER), reclassed(mistaken, ventilator.clone()));
		let call = reclassed(LotId(1), gloves.clone());
		refused(signed(STOREKEEPER), call, Error::<Test>::CapabilityDropped);
		// What was registered so may have been so by mistake.
		let mistaken = lot(ventilator, 1);
		accepted(signed(STOREKEEPER), reclassed(mistaken, gloves));
	});
}

#[test]
fn a_correction_keeps_donor_and_earmark_and_gains_no_commissioning() {
	run(|| {
		let clinic = clinic();
		let given = LotIdentity { donor: Some(DONOR), earmark: Some(text("ICU")), ..masks() };
		let gift = lot(given.clone(), 10);
		let wrong = |lot, identity, error: Error<Test>| {
			refused(signed(STOREKEEPER), correct(lot, identity), error);
		};
		wrong(gift, LotIdentity { donor: None, ..given.clone() }, Error::DonorDropped);
		wrong(gift, LotIdentity { donor: Some(clinic), ..given.clone() }, Error::DonorDropped);
		wrong(gift, LotIdentity { earmark: None, ..given.clone() }, Error::EarmarkDropped);
		let made = LotIdentity { commissioning: Commissioning::Commissioned, ..given.clone() };
		wrong(gift, made, Error::CommissioningAdded);
		let own = lot(masks(), 10);
		wrong(own, LotIdentity { donor: Some(DONOR), ..masks() }, Error::DonorAdded);
		let batch = right().batch;
		accepted(signed(STOREKEEPER), correct(gift, LotIdentity { batch, ..given }));
		// To be less than was said is a correction.
		let made = LotIdentity { commissioning: Commissioning::Commissioned, ..masks() };
		let mistaken = lot(made, 10);
		accepted(signed(STOREKEEPER), correct(mistaken, masks()));
	});
}

#[test]
fn a_correction_of_the_class_is_explained_and_no_other_is() {
	run(|| {
		let lot = lot(masks(), 10);
		let call = correct(lot, plain(GLOVES));
		refused(signed(STOREKEEPER), call, Error::<Test>::ClassChangeUnexplained);
		refused(signed(STOREKEEPER), reclassed(lot, right()), Error::<Test>::ClassUnchanged);
		accepted(signed(STOREKEEPER), reclassed(lot, plain(GLOVES)));
		last_event(Event::LotCorrected {
			lot,
			corrected: LotId(1),
			quantity: 10,
			class_change: Some(ClassChange::WronglyRegistered),
		});
		let offspring = |lot| Registry::lot_archive(lot).expect("it is there").entry.offspring;
		assert_eq!([lot, LotId(1)].map(offspring), [1, 0]);
	});
}

#[test]
fn who_corrects_is_licensed_for_the_right_class() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let mistaken = lot(LotIdentity { serial: serial.clone(), ..plain(GLOVES) }, 1);
		// The licence ends.
		pass(1_000);
		let call = reclassed(mistaken, LotIdentity { serial, ..plain(VENTILATORS) });
		refused(signed(STOREKEEPER), call, Error::<Test>::CapabilityMissing);
	});
}

#[test]
fn what_came_out_of_another_lot_is_corrected_to_keep_its_earmark() {
	run(|| {
		let earmarked = LotIdentity { earmark: Some(text("Ward 7")), ..masks() };
		let registered = lot(masks(), 100);
		accepted(signed(STOREKEEPER), correct(registered, earmarked.clone()));
		let call = correct(LotId(1), masks());
		refused(signed(STOREKEEPER), call, Error::<Test>::EarmarkDropped);
		let sooner = Some(Expiry::Month { year: 2021, month: 6 });
		let right = LotIdentity { expiry: sooner, ..earmarked };
		accepted(signed(STOREKEEPER), correct(LotId(1), right));
	});
}

#[test]
fn a_correction_needs_goods_at_hand() {
	run(|| {
		let gone = lent(50);
		let call = correct(gone, right());
		refused(signed(OTHER_STOREKEEPER), call, Error::<Test>::HoldingNotFound);

		let lot = lot(masks(), 1);
		assert_ok!(quarantined(lot, Custody::own(HOSPITAL), HoldKind::Quarantine, 1));
		let call = correct(lot, right());
		refused(signed(STOREKEEPER), call, Error::<Test>::InsufficientStock);
		let call = correct(LotId(9), right());
		refused(signed(STOREKEEPER), call, Error::<Test>::LotNotFound);
	});
}

#[test]
fn a_correction_is_a_lot_like_any_other() {
	run(|| {
		let lot = lot(masks(), 100);
		let wrong = |identity, error: Error<Test>| {
			refused(signed(STOREKEEPER), correct(lot, identity), error);
		};
		wrong(masks(), Error::Unchanged);
		wrong(plain(BEDS), Error::UnitsDiffer);
		wrong(plain(MASKS), Error::BatchRequired);
		let serial = Some(Serial::try_from("G-1").expect("it is a serial number"));
		wrong(LotIdentity { serial, ..plain(GLOVES) }, Error::SerialIsSingle);
		accepted(signed(STOREKEEPER), reclassed(lot, plain(GLOVES)));
	});
}

#[test]
fn nobody_but_a_stock_agent_corrects() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, correct(lot, right()));
	});
}

#[test]
fn a_window_that_was_typed_wrongly_is_corrected() {
	run(|| {
		let wrong = |lot, identity, error: Error<Test>| {
			refused(signed(STOREKEEPER), correct(lot, identity), error);
		};
		let lot_after = |call| {
			let corrected = NextLotId::<Test>::get();
			accepted(signed(STOREKEEPER), call);
			corrected
		};
		let mistaken = lot(care(10, 20), 5);
		let right = lot_after(correct(mistaken, care(30, 60)));
		assert_eq!(holding(right).available, 5);
		assert!(shelved(HOSPITAL, right, HOSPITAL));
		// From then on it is what a lot came out of.
		for (from, until) in [(29, 60), (30, 61)] {
			wrong(right, care(from, until), Error::WindowExtended);
		}
		lot_after(correct(right, care(40, 50)));
		let late = lot(care(10, 20), 5);
		pass(20);
		wrong(late, care(15, 21), Error::WindowOver);
		let running = lot(care(10, 30), 5);
		wrong(running, care(10, 20), Error::WindowOver);
		lot_after(correct(running, care(10, 21)));
	});
}

#[test]
fn capacity_is_not_corrected_into_goods() {
	run(|| {
		let (capacity, goods) = (lot(care(10, 20), 5), lot(plain(BEDS), 5));
		let refuse = |lot, identity| {
			let call = reclassed(lot, identity);
			refused(signed(STOREKEEPER), call, Error::<Test>::CapacityMixed);
		};
		refuse(capacity, plain(BEDS));
		refuse(goods, care(10, 20));
	});
}
