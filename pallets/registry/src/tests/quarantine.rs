use crate::{mock::*, Call, Error, Event, QuarantineReason};
use salus_primitives::{Action, HoldingKey, InstitutionId, LotId, Quantity, Role, Stock, Subject};

fn quarantine(lot: LotId, owner: InstitutionId, quantity: Quantity) -> Call<Test> {
	let reason = QuarantineReason::ColdChainBreach;
	Call::quarantine { lot, owner, quantity, reason, event: None }
}

fn release(lot: LotId, owner: InstitutionId, quantity: Quantity) -> Call<Test> {
	Call::release { lot, owner, quantity, event: None }
}

#[test]
fn units_are_set_aside_and_released() {
	run(|| {
		let lot = lot(masks(), 100);
		let key = HoldingKey::own(lot, HOSPITAL);
		let notes = accepted(signed(STOREKEEPER), quarantine(lot, HOSPITAL, 30));
		by_agent(STOREKEEPER, &notes, Action::LotQuarantined, &[Subject::Lot(lot)]);
		let reason = QuarantineReason::ColdChainBreach;
		last_event(Event::LotQuarantined { holding: key, quantity: 30, reason });
		assert_eq!((holding(lot).available, holding(lot).quarantined), (70, 30));

		let notes = accepted(signed(STOREKEEPER), release(lot, HOSPITAL, 10));
		by_agent(STOREKEEPER, &notes, Action::LotReleased, &[Subject::Lot(lot)]);
		last_event(Event::LotReleased { holding: key, quantity: 10 });
		assert_eq!((holding(lot).available, holding(lot).quarantined), (80, 20));
	});
}

#[test]
fn borrowed_goods_are_set_aside_by_who_has_them() {
	run(|| {
		let lot = lent(50);
		accepted(signed(STOREKEEPER), quarantine(lot, DONOR, 20));
		accepted(signed(STOREKEEPER), release(lot, DONOR, 5));
		let key = HoldingKey { lot, custodian: HOSPITAL, owner: DONOR };
		let held = <Registry as Stock>::holding(&key);
		assert_eq!((held.available, held.quarantined, held.site), (35, 15, Some(WARD)));
	});
}

#[test]
fn no_more_is_moved_than_there_is() {
	run(|| {
		let lot = lot(masks(), 100);
		for (call, error) in [
			(quarantine(lot, HOSPITAL, 101), Error::<Test>::InsufficientStock),
			(quarantine(lot, HOSPITAL, 0), Error::ZeroQuantity),
			(quarantine(lot, DONOR, 1), Error::HoldingNotFound),
			(quarantine(LotId(9), HOSPITAL, 1), Error::LotNotFound),
			(release(lot, HOSPITAL, 1), Error::InsufficientStock),
			(release(lot, HOSPITAL, 0), Error::ZeroQuantity),
			(release(lot, DONOR, 1), Error::HoldingNotFound),
			(release(LotId(9), HOSPITAL, 1), Error::LotNotFound),
		] {
			refused(signed(STOREKEEPER), call, error);
		}
	});
}

#[test]
fn nobody_but_a_stock_agent_sets_aside_or_releases() {
	run(|| {
		let lot = lot(masks(), 2);
		refused_to_all_but(Role::Stock, quarantine(lot, HOSPITAL, 1));
		accepted(signed(STOREKEEPER), quarantine(lot, HOSPITAL, 1));
		refused_to_all_but(Role::Stock, release(lot, HOSPITAL, 1));
	});
}
