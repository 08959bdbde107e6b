use crate::{mock::*, Call, Error, Event, QuarantineReason};
use salus_primitives::{Action, Custody, InstitutionId, LotId, Quantity, Role, Subject};

fn quarantine(lot: LotId, owner: InstitutionId, quantity: Quantity) -> Call<Test> {
	let reason = QuarantineReason::ColdChainBreach;
	Call::quarantine { lot, owner, quantity, reason, event: None }
}

#[test]
fn units_are_set_aside() {
	run(|| {
		let lot = lot(masks(), 100);
		let records = accepted(signed(STOREKEEPER), quarantine(lot, HOSPITAL, 30));
		by_agent(STOREKEEPER, &records, Action::LotQuarantined, &[Subject::Lot(lot)]);
		let holding = Custody::own(HOSPITAL).of(lot);
		let reason = QuarantineReason::ColdChainBreach;
		last_event(Event::LotQuarantined { holding, quantity: 30, reason });
		let held = held(lot, Custody::own(HOSPITAL));
		assert_eq!((held.available, held.quarantined), (70, 30));
	});
}

#[test]
fn borrowed_goods_are_set_aside_by_who_has_them() {
	run(|| {
		let lot = lent(50);
		accepted(signed(STOREKEEPER), quarantine(lot, DONOR, 20));
		let held = held(lot, LOAN);
		assert_eq!((held.available, held.quarantined, held.site), (30, 20, Some(WARD)));
	});
}

#[test]
fn no_more_is_set_aside_than_there_is() {
	run(|| {
		let lot = lot(masks(), 100);
		for (call, error) in [
			(quarantine(lot, HOSPITAL, 101), Error::<Test>::InsufficientStock),
			(quarantine(lot, HOSPITAL, 0), Error::ZeroQuantity),
			(quarantine(lot, DONOR, 1), Error::HoldingNotFound),
			(quarantine(LotId(9), HOSPITAL, 1), Error::LotNotFound),
		] {
			refused(signed(STOREKEEPER), call, error);
		}
	});
}

#[test]
fn nobody_but_a_stock_agent_sets_aside() {
	run(|| {
		let lot = lot(masks(), 2);
		refused_to_all_but(Role::Stock, quarantine(lot, HOSPITAL, 1));
	});
}
