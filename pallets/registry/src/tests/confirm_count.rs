use crate::{mock::*, Call, CountReason, Error, Event, LotIdentity};
use salus_primitives::{
	Action, Actor, Authority, Custody, HoldChange, HoldKind, InstitutionId, LotId, Quantity, Role,
	Serial, Subject,
};

const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };

fn confirm(lot: LotId, quantity: Quantity) -> Call<Test> {
	Call::confirm_count { lot, custodian: DONOR, quantity }
}

/// The donor, to which the hospital gave ten of a lot, claims to have `counted`.
fn claimed(counted: Quantity) -> LotId {
	let lot = given(10);
	claim(lot, counted);
	lot
}

fn claim(lot: LotId, counted: Quantity) {
	let (owner, reason) = (DONOR, CountReason::StockTake);
	let call = Call::count { lot, owner, counted, reason, event: None };
	accepted(signed(OTHER_STOREKEEPER), call);
}

#[test]
fn what_the_registrant_confirms_is_quarantined_with_who_counted_it() {
	run(|| {
		let lot = claimed(14);
		let records = accepted(signed(STOREKEEPER), confirm(lot, 4));
		by_agent(STOREKEEPER, &records, Action::CountConfirmed, &[Subject::Lot(lot)]);
		last_event(Event::CountConfirmed { holding: DONORS.of(lot), quantity: 4 });
		let got = held(lot, DONORS);
		assert_eq!((got.available, got.quarantined, got.site), (10, 4, Some(DEPOT)));
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 4);
		assert_eq!(Registry::count_claim(lot, DONOR), None);
		let entered = HoldChange::Entered { kind: HoldKind::Quarantine, units: 4 };
		assert_eq!(MockHolds::told(), [(DONORS.of(lot), false, vec![entered])]);
		// The claim is answered.
		refused(signed(STOREKEEPER), confirm(lot, 1), Error::<Test>::ClaimNotFound);
	});
}

#[test]
fn less_than_was_claimed_is_confirmed_and_never_more() {
	run(|| {
		let lot = claimed(14);
		for too_much in [5, Quantity::MAX] {
			refused(signed(STOREKEEPER), confirm(lot, too_much), Error::<Test>::ClaimExceeded);
		}
		refused(signed(STOREKEEPER), confirm(lot, 0), Error::<Test>::ZeroQuantity);
		accepted(signed(STOREKEEPER), confirm(lot, 3));
		assert_eq!(held(lot, DONORS).quarantined, 3);
		assert_eq!(Registry::count_claim(lot, DONOR), None);
	});
}

#[test]
fn accreditation_confirms_when_the_registrant_cannot() {
	run(|| {
		let lot = claimed(14);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		refused(signed(STOREKEEPER), confirm(lot, 4), Error::<Test>::Suspended);
		let records = accepted(root(), confirm(lot, 4));
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].actor, Actor::Authority(Authority::Root));
		assert_eq!(records[0].action, Action::CountConfirmed);
		assert_eq!(held(lot, DONORS).quarantined, 4);
	});
}

#[test]
fn nobody_confirms_its_own_count_or_that_of_a_lot_of_others() {
	run(|| {
		let lot = claimed(14);
		refused(signed(OTHER_STOREKEEPER), confirm(lot, 4), Error::<Test>::NotRegistrant);
		refused(signed(STRANGER), confirm(lot, 4), Error::<Test>::NotAgent);
		refused(signed(ADMIN), confirm(lot, 4), Error::<Test>::NotAuthorized);
		refused(RuntimeOrigin::none(), confirm(lot, 4), sp_runtime::DispatchError::BadOrigin);
		refused(root(), confirm(LotId(9), 4), Error::<Test>::LotNotFound);
		let call = Call::confirm_count { lot, custodian: NOBODY, quantity: 4 };
		refused(root(), call, Error::<Test>::ClaimNotFound);
		let by_stock = signed(STOREKEEPER);
		accepted(by_stock, confirm(lot, 4));
	});
}

#[test]
fn a_claim_is_confirmed_until_its_time_is_over() {
	run(|| {
		let (early, late) = (claimed(14), claimed(14));
		pass(CLAIM_PERIOD - 1);
		accepted(signed(STOREKEEPER), confirm(early, 4));
		pass(1);
		refused(signed(STOREKEEPER), confirm(late, 4), Error::<Test>::ClaimOver);
		refused(root(), confirm(late, 4), Error::<Test>::ClaimOver);
	});
}

#[test]
fn a_claim_of_who_has_passed_all_on_may_still_be_confirmed() {
	run(|| {
		let lot = claimed(14);
		handed_over(lot, (DONORS, Custody::own(HOSPITAL)), 10, None).expect("it is there");
		accepted(signed(STOREKEEPER), confirm(lot, 4));
		assert_eq!(held(lot, DONORS).quarantined, 4);
	});
}

#[test]
fn what_turned_up_since_the_claim_counts_against_it() {
	run(|| {
		let lot = claimed(20);
		// The registrant finds units itself meanwhile.
		let (owner, reason) = (HOSPITAL, CountReason::StockTake);
		accepted(signed(STOREKEEPER), Call::count { lot, owner, counted: 7, reason, event: None });
		refused(signed(STOREKEEPER), confirm(lot, 10), Error::<Test>::FoundExceedsEntered);
		refused(signed(STOREKEEPER), confirm(lot, 4), Error::<Test>::FoundExceedsEntered);
		accepted(signed(STOREKEEPER), confirm(lot, 3));
	});
}

#[test]
fn claims_of_two_custodians_share_what_may_turn_up_and_nothing_else() {
	run(|| {
		let (lot, clinic) = (claimed(16), clinic());
		let who = STRANGER;
		accepted(signed(who), Call::change_roles { who, roles: roles([Role::Admin, Role::Stock]) });
		handed_over(lot, (DONORS, Custody::own(clinic)), 1, None).expect("it is there");
		let (owner, reason) = (clinic, CountReason::StockTake);
		let call = Call::count { lot, owner, counted: 9, reason, event: None };
		accepted(signed(who), call);
		let of =
			|custodian: InstitutionId, quantity| Call::confirm_count { lot, custodian, quantity };
		accepted(signed(STOREKEEPER), of(clinic, 8));
		refused(signed(STOREKEEPER), of(DONOR, 6), Error::<Test>::FoundExceedsEntered);
		accepted(signed(STOREKEEPER), of(DONOR, 2));
	});
}

#[test]
fn a_serial_number_that_is_back_is_not_confirmed_twice() {
	run(|| {
		let serial = Some(Serial::try_from("G-1").expect("it is a serial number"));
		let lot = lot(LotIdentity { serial, ..plain(GLOVES) }, 1);
		handed_over(lot, (Custody::own(HOSPITAL), DONORS), 1, None).expect("it is there");
		// A claim that no call makes.
		let until = NOW + CLAIM_PERIOD;
		let claim =
			crate::CountClaim { excess: 1, reason: CountReason::StockTake, event: None, until };
		crate::CountClaims::<Test>::insert(lot, DONOR, claim);
		refused(signed(STOREKEEPER), confirm(lot, 1), Error::<Test>::SerialIsSingle);
	});
}
