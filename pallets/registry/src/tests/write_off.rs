use crate::{mock::*, Call, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{
	Action, Custody, HoldChange, HoldKind, LotId, LotStock, Quantity, Source, Subject, WriteOff,
};
use sp_core::H256;

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };

fn write_off(lot: LotId, custody: Custody, quantity: Quantity, how: WriteOff) -> Call<Test> {
	Call::write_off { lot, custody, quantity, how, document: Some(H256::repeat_byte(7)) }
}

#[test]
fn goods_of_who_is_gone_leave_the_books_as_lost_or_destroyed() {
	run(|| {
		let lot = lot(masks(), 100);
		moved(lot, |stock| {
			stock.offer(HOSPITALS, 10)?;
			stock.reserve(HOSPITALS, Source::Available, 20)
		})
		.expect("there is enough");
		gone(HOSPITAL);
		let records = accepted(root(), write_off(lot, HOSPITALS, 70, WriteOff::Lost));
		by_authority(&records, Action::LotWrittenOff, Subject::Lot(lot));
		last_event(Event::LotWrittenOff {
			holding: HOSPITALS.of(lot),
			quantity: 70,
			how: WriteOff::Lost,
			document: Some(H256::repeat_byte(7)),
		});
		let left = holding(lot);
		assert_eq!((left.available, left.offered, left.reserved), (0, 10, 20));
		// What was offered rests once the offer has ended.
		let more = write_off(lot, HOSPITALS, 5, WriteOff::Destroyed);
		refused(root(), more.clone(), Error::<Test>::InsufficientStock);
		moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 5)).expect("it is offered");
		accepted(root(), more);
		let ledger = Registry::ledger(lot).expect("it has one");
		assert_eq!((ledger.lost, ledger.destroyed), (70, 5));
	});
}

#[test]
fn what_a_custodian_that_is_gone_has_on_loan_is_written_off() {
	run(|| {
		let lot = lent(50);
		let call = write_off(lot, LOAN, 50, WriteOff::Lost);
		refused(root(), call.clone(), Error::<Test>::PartiesActive);
		gone(HOSPITAL);
		accepted(root(), call);
		assert_eq!(held(lot, LOAN).total(), 0);
		assert_eq!(Registry::ledger(lot).and_then(|ledger| ledger.held()), Some(0));
	});
}

#[test]
fn what_belongs_to_an_owner_that_is_gone_is_written_off_wherever_it_is() {
	run(|| {
		let lot = lent(50);
		gone(DONOR);
		accepted(root(), write_off(lot, LOAN, 20, WriteOff::Destroyed));
		assert_eq!(held(lot, LOAN).available, 30);
	});
}

#[test]
fn what_is_held_or_quarantined_is_written_off_too() {
	run(|| {
		let lot = lot(masks(), 10);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Damage, 5));
		gone(HOSPITAL);
		hold_lot(lot, true);
		hold_whole(lot, HOSPITALS, HoldKind::Legal);
		MockHolds::told();
		accepted(root(), write_off(lot, HOSPITALS, 2, WriteOff::Destroyed));
		accepted(root(), write_off(lot, HOSPITALS, 4, WriteOff::Lost));
		let left = holding(lot);
		assert_eq!((left.available, left.quarantined, left.held), (0, 4, true));
		let key = HOSPITALS.of(lot);
		let moved = |before, after| HoldChange::Moved { before, after };
		let lost = vec![HoldChange::Left { units: 1 }, moved(8, 4)];
		assert_eq!(MockHolds::told(), [(key, true, vec![moved(10, 8)]), (key, true, lost)]);
		hold_lot(lot, false);
	});
}

#[test]
fn what_is_not_there_is_not_written_off() {
	run(|| {
		let lot = lot(masks(), 10);
		gone(HOSPITAL);
		let wrong = |lot, custody, quantity, error: Error<Test>| {
			refused(root(), write_off(lot, custody, quantity, WriteOff::Lost), error);
		};
		wrong(lot, HOSPITALS, 0, Error::ZeroQuantity);
		wrong(LotId(9), HOSPITALS, 1, Error::LotNotFound);
		wrong(lot, HOSPITALS, Quantity::MAX, Error::InsufficientStock);
		wrong(lot, LOAN, 1, Error::HoldingNotFound);
		wrong(lot, Custody::own(DONOR), 1, Error::PartiesActive);
	});
}

#[test]
fn only_the_estate_origin_writes_off() {
	run(|| {
		let lot = lot(masks(), 10);
		gone(HOSPITAL);
		refused_to_all_but_accreditation(write_off(lot, HOSPITALS, 1, WriteOff::Lost));
	});
}
