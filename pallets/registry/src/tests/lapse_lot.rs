use crate::{mock::*, Call, CountReason, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{
	Action, Actor, Custody, HoldKind, Holding, InstitutionId, LotId, LotStock, Moment, Purpose,
	Source, Subject,
};
use sp_runtime::DispatchError;

/// When the window of these tests is over.
const UNTIL: Moment = 100;

fn lapse(lot: LotId, custodian: InstitutionId, owner: InstitutionId) -> Call<Test> {
	Call::lapse_lot { lot, custodian, owner }
}

fn wrong(lot: LotId, error: Error<Test>) {
	refused(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL), error);
}

#[test]
fn what_nobody_used_of_a_window_is_taken_out_of_the_books_by_anybody() {
	run(|| {
		let lot = lot(care(10, UNTIL), 30);
		assert_ok!(quarantined(lot, Custody::own(HOSPITAL), HoldKind::Damage, 5));
		pass(10);
		accepted(signed(STOREKEEPER), Call::consume { lot, quantity: 8, event: None });
		pass(UNTIL - 10 + LAPSE_AFTER);
		let records = accepted(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL));
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].actor, Actor::Account(STRANGER));
		assert_eq!(records[0].action, Action::LotLapsed);
		assert_eq!(records[0].subject, Subject::Lot(lot));
		last_event(Event::LotLapsed { holding: Custody::own(HOSPITAL).of(lot), quantity: 22 });
		let ledger = Registry::ledger(lot).expect("it has one");
		assert_eq!((ledger.consumed, ledger.destroyed), (8, 22));
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), None);
		assert!(!shelved(HOSPITAL, lot, HOSPITAL));
		assert_eq!(Registry::level(HOSPITAL, CARE).available, 0);
		wrong(lot, Error::HoldingNotFound);

		pass(ARCHIVE_AFTER);
		let digest = Registry::lot_archive(lot).expect("it is in the books").digest();
		accepted(signed(STRANGER), Call::archive_lot { lot, digest });
	});
}

#[test]
fn use_is_recorded_for_a_time_before_the_rest_lapses() {
	run(|| {
		let lot = lot(care(10, UNTIL), 30);
		wrong(lot, Error::NotLapsed);
		pass(UNTIL + LAPSE_AFTER - 1);
		wrong(lot, Error::NotLapsed);
		pass(1);
		accepted(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL));
	});
}

#[test]
fn goods_do_not_lapse() {
	run(|| {
		let lot = lot(masks(), 1);
		Timestamp::set_timestamp(date(2023, 1, 1).starts());
		wrong(lot, Error::NotCapacity);
		wrong(LotId(9), Error::LotNotFound);
	});
}

#[test]
fn what_others_wait_for_does_not_lapse() {
	run(|| {
		let lot = lot(care(10, UNTIL), 10);
		let own = Custody::own(HOSPITAL);
		assert_ok!(moved(lot, |stock| {
			stock.offer(own, 1)?;
			stock.reserve(own, Source::Available, 6)?;
			stock.send(own, 4, Purpose::Send)?;
			stock.dispute(own, 1)
		}));
		pass(UNTIL + LAPSE_AFTER);
		accepted(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL));
		let left = Holding {
			offered: 1,
			reserved: 2,
			in_transit: 3,
			disputed: 1,
			site: Some(WAREHOUSE),
			..Default::default()
		};
		assert_eq!(holding(lot), left);
		wrong(lot, Error::ZeroQuantity);
		// What comes back lapses too.
		assert_ok!(moved(lot, |stock| stock.unreserve(own, Source::Available, 2)));
		accepted(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL));
		assert_eq!(holding(lot), Holding { reserved: 0, ..left });
	});
}

#[test]
fn what_is_lent_lapses_where_it_is() {
	run(|| {
		let lot = lot_by(OTHER_STOREKEEPER, care(10, UNTIL), 10, None);
		assert_ok!(handed_over(lot, (Custody::own(DONOR), LOAN), 4, None));
		pass(UNTIL + LAPSE_AFTER);
		accepted(signed(STRANGER), lapse(lot, HOSPITAL, DONOR));
		assert_eq!(held(lot, LOAN).total(), 0);
		assert_eq!(held(lot, Custody::own(DONOR)).available, 6);
		refused(signed(STRANGER), lapse(lot, HOSPITAL, DONOR), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn what_is_held_lapses_too_and_its_page_stays_while_it_is_held() {
	run(|| {
		let lot = lot(care(10, UNTIL), 10);
		let own = Custody::own(HOSPITAL);
		assert_ok!(quarantined(lot, own, HoldKind::Damage, 3));
		hold_whole(lot, own, HoldKind::Legal);
		pass(UNTIL + LAPSE_AFTER);
		accepted(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL));
		let left = Holding { site: Some(WAREHOUSE), held: true, ..Default::default() };
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), Some(left));
		assert!(MockHolds::on_units(own.of(lot)).is_empty());
		// There is nothing in it that could lapse.
		wrong(lot, Error::HoldingNotFound);
		free_whole(lot, own);
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), None);
	});
}

#[test]
fn a_count_after_the_window_still_sets_the_books_right() {
	run(|| {
		let lot = lot(care(10, UNTIL), 10);
		pass(UNTIL);
		let (owner, reason) = (HOSPITAL, CountReason::ClericalError);
		accepted(signed(STOREKEEPER), Call::count { lot, owner, counted: 12, reason, event: None });
		pass(LAPSE_AFTER);
		accepted(signed(STRANGER), lapse(lot, HOSPITAL, HOSPITAL));
		assert_eq!(Registry::ledger(lot).expect("it has one").destroyed, 12);
	});
}

#[test]
fn an_origin_that_does_not_sign_lets_nothing_lapse() {
	run(|| {
		let lot = lot(care(10, UNTIL), 10);
		pass(UNTIL + LAPSE_AFTER);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, lapse(lot, HOSPITAL, HOSPITAL), DispatchError::BadOrigin);
		}
	});
}
