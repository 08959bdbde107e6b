use crate::{mock::*, Call, CountReason, Error, Event};
use salus_primitives::{Action, Actor, Custody, LotId, Role, Subject};

fn dismiss(lot: LotId) -> Call<Test> {
	Call::dismiss_count { lot, custodian: DONOR }
}

/// The donor, to which the hospital gave ten of a lot, claims to have two more.
fn claimed() -> LotId {
	let lot = given(10);
	let (owner, reason) = (DONOR, CountReason::StockTake);
	let call = Call::count { lot, owner, counted: 12, reason, event: None };
	accepted(signed(OTHER_STOREKEEPER), call);
	lot
}

#[test]
fn the_registrant_dismisses_and_the_books_stay() {
	run(|| {
		let lot = claimed();
		let before = (Registry::ledger(lot), held(lot, Custody::own(DONOR)));
		let records = accepted(signed(STOREKEEPER), dismiss(lot));
		by_agent(STOREKEEPER, &records, Action::CountDismissed, &[Subject::Lot(lot)]);
		last_event(Event::CountDismissed { holding: Custody::own(DONOR).of(lot) });
		assert_eq!((Registry::ledger(lot), held(lot, Custody::own(DONOR))), before);
		assert_eq!(Registry::count_claim(lot, DONOR), None);
		refused(signed(STOREKEEPER), dismiss(lot), Error::<Test>::ClaimNotFound);
	});
}

#[test]
fn the_custodian_withdraws_and_accreditation_dismisses() {
	run(|| {
		for who in [signed(OTHER_STOREKEEPER), root(), signed(COMMISSION)] {
			let lot = claimed();
			accepted(who, dismiss(lot));
			assert_eq!(Registry::count_claim(lot, DONOR), None);
		}
	});
}

#[test]
fn others_dismiss_once_its_time_is_over() {
	run(|| {
		let (lot, _) = (claimed(), clinic());
		let who = STRANGER;
		refused(signed(who), dismiss(lot), Error::<Test>::NotAuthorized);
		accepted(signed(who), Call::change_roles { who, roles: roles([Role::Admin, Role::Stock]) });
		refused(signed(who), dismiss(lot), Error::<Test>::ClaimOpen);
		refused(signed(99), dismiss(lot), Error::<Test>::NotAgent);
		pass(CLAIM_PERIOD - 1);
		refused(signed(who), dismiss(lot), Error::<Test>::ClaimOpen);
		pass(1);
		let records = accepted(signed(99), dismiss(lot));
		assert_eq!((&records[0].actor, records[0].institution), (&Actor::Account(99), None));
	});
}

#[test]
fn a_claim_of_parties_that_are_all_suspended_ends_all_the_same() {
	run(|| {
		let lot = claimed();
		for institution in [HOSPITAL, DONOR] {
			accepted(root(), Call::suspend_institution { institution });
		}
		refused(signed(STOREKEEPER), dismiss(lot), Error::<Test>::Suspended);
		refused(signed(OTHER_STOREKEEPER), dismiss(lot), Error::<Test>::Suspended);
		pass(CLAIM_PERIOD);
		accepted(signed(OTHER_STOREKEEPER), dismiss(lot));
	});
}

#[test]
fn what_is_not_there_is_not_dismissed() {
	run(|| {
		refused(root(), dismiss(LotId(9)), Error::<Test>::LotNotFound);
		let lot = given(10);
		refused(root(), dismiss(lot), Error::<Test>::ClaimNotFound);
		refused(RuntimeOrigin::none(), dismiss(lot), sp_runtime::DispatchError::BadOrigin);
	});
}
