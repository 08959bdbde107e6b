use crate::{mock::*, Call, DestroyFrom, DestroyReason, Destruction, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{Action, Custody, HoldKind, InstitutionId, LotId, Quantity, Role, Subject};
use sp_core::H256;

const DAMAGED: Destruction = Destruction {
	from: DestroyFrom::Available,
	reason: DestroyReason::Damaged,
	document: Some(H256::repeat_byte(5)),
};

fn destroy(lot: LotId, owner: InstitutionId, quantity: Quantity, how: Destruction) -> Call<Test> {
	Call::destroy { lot, owner, quantity, how, event: None }
}

#[test]
fn destroyed_units_leave_the_books() {
	run(|| {
		let lot = lot(masks(), 100);
		let call = destroy(lot, HOSPITAL, 30, DAMAGED);
		let records = accepted(signed(STOREKEEPER), call);
		by_agent(STOREKEEPER, &records, Action::LotDestroyed, &[Subject::Lot(lot)]);
		let how = DAMAGED;
		last_event(Event::LotDestroyed { lot, institution: HOSPITAL, quantity: 30, how });
		assert_eq!(holding(lot).available, 70);
		assert_eq!(Registry::ledger(lot).expect("it has one").destroyed, 30);
	});
}

#[test]
fn quarantined_units_can_be_destroyed() {
	run(|| {
		let lot = lot(masks(), 100);
		let how = Destruction { from: DestroyFrom::Quarantined, ..DAMAGED };
		let call = destroy(lot, HOSPITAL, 30, how);
		refused(signed(STOREKEEPER), call.clone(), Error::<Test>::InsufficientStock);
		assert_ok!(quarantined(lot, Custody::own(HOSPITAL), HoldKind::Damage, 40));
		accepted(signed(STOREKEEPER), call);
		let held = holding(lot);
		assert_eq!((held.available, held.quarantined), (60, 10));
	});
}

#[test]
fn borrowed_goods_are_not_destroyed() {
	run(|| {
		let lot = lent(50);
		let call = destroy(lot, DONOR, 1, DAMAGED);
		refused(signed(STOREKEEPER), call, Error::<Test>::NotOwner);
	});
}

#[test]
fn no_more_is_destroyed_than_there_is() {
	run(|| {
		let lot = lot(masks(), 100);
		let call = destroy(lot, HOSPITAL, 101, DAMAGED);
		refused(signed(STOREKEEPER), call, Error::<Test>::InsufficientStock);
		let call = destroy(lot, HOSPITAL, 0, DAMAGED);
		refused(signed(STOREKEEPER), call, Error::<Test>::ZeroQuantity);
		let call = destroy(LotId(9), HOSPITAL, 1, DAMAGED);
		refused(signed(STOREKEEPER), call, Error::<Test>::LotNotFound);
		let call = destroy(lot, DONOR, 1, DAMAGED);
		refused(signed(OTHER_STOREKEEPER), call, Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn nobody_but_a_stock_agent_destroys() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, destroy(lot, HOSPITAL, 1, DAMAGED));
	});
}
