use crate::{mock::*, Call, Error, Event, InactiveSince, LotIdentity};
use frame_support::assert_ok;
use salus_primitives::{
	Action, Capability, Custody, HoldChange, HoldKind, Holding, InstitutionId, LotId, LotStock,
	Purpose, Quantity, Serial, Source, Subject,
};
use sp_core::H256;

const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };
const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };

fn hand_over(lot: LotId, custody: Custody, to: InstitutionId, quantity: Quantity) -> Call<Test> {
	Call::hand_over { lot, custody, to, quantity, document: Some(H256::repeat_byte(7)) }
}

#[test]
fn own_goods_of_an_institution_that_is_gone_become_those_of_another() {
	run(|| {
		let lot = lot(masks(), 100);
		gone(HOSPITAL);
		let records = accepted(root(), hand_over(lot, HOSPITALS, DONOR, 60));
		by_authority(&records, Action::LotHandedOver, Subject::Lot(lot));
		last_event(Event::LotHandedOver {
			holding: HOSPITALS.of(lot),
			to: DONOR,
			quantity: 60,
			document: Some(H256::repeat_byte(7)),
		});
		assert_eq!(held(lot, HOSPITALS).available, 40);
		assert_eq!(held(lot, DONORS), Holding { quarantined: 60, ..Default::default() });
	});
}

#[test]
fn goods_are_taken_where_they_rest_and_nowhere_else() {
	run(|| {
		let lot = lot(masks(), 100);
		moved(lot, |stock| {
			stock.offer(HOSPITALS, 10)?;
			stock.reserve(HOSPITALS, Source::Available, 60)?;
			stock.send(HOSPITALS, 40, Purpose::Send)?;
			stock.dispute(HOSPITALS, 25)?;
			stock.recover(HOSPITALS, 5)
		})
		.expect("there is enough");
		// Available 30, offered 10, reserved 20, in transit 15, disputed 20, quarantined 5.
		gone(HOSPITAL);
		accepted(root(), hand_over(lot, HOSPITALS, DONOR, 32));
		let left = holding(lot);
		assert_eq!((left.available, left.offered, left.quarantined), (0, 10, 3));
		refused(root(), hand_over(lot, HOSPITALS, DONOR, 4), Error::<Test>::InsufficientStock);
		accepted(root(), hand_over(lot, HOSPITALS, DONOR, 3));
		let left = holding(lot);
		assert_eq!((left.available, left.offered, left.quarantined), (0, 10, 0));
		// What was offered rests once the offer has ended.
		refused(root(), hand_over(lot, HOSPITALS, DONOR, 1), Error::<Test>::InsufficientStock);
		moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 4)).expect("it is offered");
		accepted(root(), hand_over(lot, HOSPITALS, DONOR, 4));
		let left = holding(lot);
		assert_eq!((left.available, left.offered), (0, 6));
		assert_eq!((left.reserved, left.in_transit, left.disputed), (20, 15, 20));
	});
}

#[test]
fn nobody_disposes_of_goods_of_who_may_act_or_was_suspended_lately() {
	run(|| {
		let lot = lot(masks(), 100);
		let call = hand_over(lot, HOSPITALS, DONOR, 1);
		refused(root(), call.clone(), Error::<Test>::PartiesActive);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		pass(ESTATE_AFTER - 1);
		refused(root(), call.clone(), Error::<Test>::PartiesActive);
		// Reinstated, and suspended anew.
		accepted(root(), Call::reinstate_institution { institution: HOSPITAL });
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		pass(1);
		refused(root(), call.clone(), Error::<Test>::PartiesActive);
		pass(ESTATE_AFTER);
		accepted(root(), call);
	});
}

#[test]
fn goods_of_who_is_wound_up_are_disposed_of_at_once() {
	run(|| {
		let lot = lot(masks(), 100);
		InactiveSince::<Test>::insert(HOSPITAL, NOW);
		accepted(root(), hand_over(lot, HOSPITALS, DONOR, 100));
		InactiveSince::<Test>::remove(HOSPITAL);
	});
}

#[test]
fn what_a_borrower_that_is_gone_has_goes_back_to_its_lender_alone() {
	run(|| {
		let (lot, clinic) = (lent(50), clinic());
		gone(HOSPITAL);
		for to in [clinic, HOSPITAL] {
			refused(root(), hand_over(lot, LOAN, to, 50), Error::<Test>::NotHeir);
		}
		accepted(root(), hand_over(lot, LOAN, DONOR, 50));
		assert_eq!(held(lot, LOAN).total(), 0);
		assert_eq!(held(lot, DONORS).quarantined, 50);
	});
}

#[test]
fn what_belonged_to_a_lender_that_is_gone_stays_with_its_borrower() {
	run(|| {
		let (lot, clinic) = (lent(50), clinic());
		gone(DONOR);
		for to in [clinic, DONOR] {
			refused(root(), hand_over(lot, LOAN, to, 50), Error::<Test>::NotHeir);
		}
		accepted(root(), hand_over(lot, LOAN, HOSPITAL, 50));
		let got = Holding { quarantined: 50, site: Some(WARD), ..Default::default() };
		assert_eq!(held(lot, HOSPITALS), got);
		assert_eq!(held(lot, LOAN).total(), 0);
	});
}

#[test]
fn a_loan_of_which_both_parties_are_gone_goes_to_a_third() {
	run(|| {
		let (lot, clinic) = (lent(50), clinic());
		gone(DONOR);
		gone(HOSPITAL);
		refused(root(), hand_over(lot, LOAN, DONOR, 50), Error::<Test>::ReceiverInactive);
		accepted(root(), hand_over(lot, LOAN, clinic, 50));
		assert_eq!(held(lot, Custody::own(clinic)).quarantined, 50);
	});
}

#[test]
fn a_receiver_may_act_and_is_licensed() {
	run(|| {
		let capability = Capability::Ventilation;
		let license = |institution| {
			let (expires, claim) = (NOW + 100_000, None);
			accepted(root(), Call::grant_licence { institution, capability, expires, claim });
		};
		license(DONOR);
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let identity = LotIdentity { serial, ..plain(VENTILATORS) };
		let lot = lot_by(OTHER_STOREKEEPER, identity, 1, None);
		gone(DONOR);
		let call = hand_over(lot, DONORS, HOSPITAL, 1);
		refused(root(), call.clone(), Error::<Test>::CapabilityMissing);
		license(HOSPITAL);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		refused(root(), call.clone(), Error::<Test>::ReceiverInactive);
		let nobody = hand_over(lot, DONORS, NOBODY, 1);
		refused(root(), nobody, Error::<Test>::ReceiverInactive);
		accepted(root(), Call::reinstate_institution { institution: HOSPITAL });
		accepted(root(), call);
	});
}

#[test]
fn what_is_held_goes_to_an_heir_and_to_nobody_else() {
	run(|| {
		let lot = lot(masks(), 10);
		gone(HOSPITAL);
		hold_lot(lot, true);
		refused(root(), hand_over(lot, HOSPITALS, DONOR, 1), Error::<Test>::Held);
		hold_lot(lot, false);
		hold_whole(lot, HOSPITALS, HoldKind::Legal);
		refused(root(), hand_over(lot, HOSPITALS, DONOR, 1), Error::<Test>::Held);
		free_whole(lot, HOSPITALS);
		accepted(root(), hand_over(lot, HOSPITALS, DONOR, 1));

		let loan = lent_to_hospital(10);
		hold_lot(loan, true);
		hold_whole(loan, LOAN, HoldKind::Legal);
		accepted(root(), hand_over(loan, LOAN, DONOR, 10));
		assert_eq!(held(loan, DONORS).quarantined, 10);
		// The hold on the borrower's holding stays behind, on nothing.
		assert_eq!(held(loan, LOAN), Holding { held: true, ..Default::default() });
		hold_lot(loan, false);
	});
}

#[test]
fn what_is_quarantined_is_held_as_its_lot_is_when_the_rest_of_it_is() {
	run(|| {
		let lot = lot(masks(), 10);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Damage, 10));
		gone(HOSPITAL);
		hold_lot(lot, true);
		refused(root(), hand_over(lot, HOSPITALS, DONOR, 1), Error::<Test>::Held);
		hold_lot(lot, false);
		MockHolds::told();
		accepted(root(), hand_over(lot, HOSPITALS, DONOR, 4));
		// It arrives under a hold of its own.
		let left = HoldChange::Left { units: 4 };
		let entered = HoldChange::Entered { kind: HoldKind::Quarantine, units: 4 };
		assert_eq!(
			MockHolds::told(),
			[(HOSPITALS.of(lot), false, vec![left]), (DONORS.of(lot), false, vec![entered])]
		);
	});
}

/// As [`lent`], to a hospital that may not act.
fn lent_to_hospital(quantity: Quantity) -> LotId {
	let lot = lot_by(OTHER_STOREKEEPER, masks(), quantity, Some(DEPOT));
	handed_over(lot, (DONORS, LOAN), quantity, None).expect("the donor has it");
	lot
}

#[test]
fn what_is_not_there_is_not_handed_over() {
	run(|| {
		let lot = lot(masks(), 10);
		gone(HOSPITAL);
		refused(root(), hand_over(lot, HOSPITALS, DONOR, 0), Error::<Test>::ZeroQuantity);
		refused(root(), hand_over(LotId(9), HOSPITALS, DONOR, 1), Error::<Test>::LotNotFound);
		for too_many in [11, Quantity::MAX] {
			let call = hand_over(lot, HOSPITALS, DONOR, too_many);
			refused(root(), call, Error::<Test>::InsufficientStock);
		}
		let lent_out = Custody { custodian: DONOR, owner: HOSPITAL };
		refused(root(), hand_over(lot, lent_out, DONOR, 1), Error::<Test>::HoldingNotFound);
		let nobodys = Custody { custodian: HOSPITAL, owner: NOBODY };
		refused(root(), hand_over(lot, nobodys, DONOR, 1), Error::<Test>::NotHeir);
	});
}

#[test]
fn only_the_estate_origin_hands_over() {
	run(|| {
		let lot = lot(masks(), 10);
		gone(HOSPITAL);
		refused_to_all_but_accreditation(hand_over(lot, HOSPITALS, DONOR, 1));
		accepted(signed(COMMISSION), hand_over(lot, HOSPITALS, DONOR, 1));
	});
}
