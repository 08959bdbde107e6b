use crate::{mock::*, Call, Error, Event, QuarantineReason};
use salus_primitives::{Action, Custody, InstitutionId, LotId, Quantity, Role, Subject};

fn release(lot: LotId, owner: InstitutionId, quantity: Quantity) -> Call<Test> {
	Call::release { lot, owner, quantity, event: None }
}

/// Sets available units of the hospital's aside.
fn quarantined(lot: LotId, owner: InstitutionId, quantity: Quantity) {
	let reason = QuarantineReason::ColdChainBreach;
	let call = Call::quarantine { lot, owner, quantity, reason, event: None };
	accepted(signed(STOREKEEPER), call);
}

#[test]
fn units_are_released() {
	run(|| {
		let lot = lot(masks(), 100);
		quarantined(lot, HOSPITAL, 30);
		let records = accepted(signed(STOREKEEPER), release(lot, HOSPITAL, 10));
		by_agent(STOREKEEPER, &records, Action::LotReleased, &[Subject::Lot(lot)]);
		let key = Custody::own(HOSPITAL).of(lot);
		last_event(Event::LotReleased { holding: key, quantity: 10 });
		assert_eq!((holding(lot).available, holding(lot).quarantined), (80, 20));
	});
}

#[test]
fn borrowed_goods_are_released_by_who_has_them() {
	run(|| {
		let lot = lent(50);
		quarantined(lot, DONOR, 20);
		accepted(signed(STOREKEEPER), release(lot, DONOR, 5));
		let held = held(lot, LOAN);
		assert_eq!((held.available, held.quarantined, held.site), (35, 15, Some(WARD)));
	});
}

#[test]
fn no_more_is_released_than_was_set_aside() {
	run(|| {
		let lot = lot(masks(), 100);
		for (call, error) in [
			(release(lot, HOSPITAL, 1), Error::<Test>::InsufficientStock),
			(release(lot, HOSPITAL, 0), Error::ZeroQuantity),
			(release(lot, DONOR, 1), Error::HoldingNotFound),
			(release(LotId(9), HOSPITAL, 1), Error::LotNotFound),
		] {
			refused(signed(STOREKEEPER), call, error);
		}
	});
}

#[test]
fn nobody_but_a_stock_agent_releases() {
	run(|| {
		let lot = lot(masks(), 2);
		quarantined(lot, HOSPITAL, 1);
		refused_to_all_but(Role::Stock, release(lot, HOSPITAL, 1));
	});
}
