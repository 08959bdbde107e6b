use crate::{
	mock::*, Call, CountClaim, CountReason, Error, Event, LotIdentity, RepackInput, RepackOutput,
};
use salus_primitives::{
	Action, Custody, HoldChange, HoldKind, Holding, InstitutionId, LotId, LotStock, Quantity, Role,
	Serial, Source, Subject,
};

fn count_of(lot: LotId, owner: InstitutionId, counted: Quantity) -> Call<Test> {
	Call::count { lot, owner, counted, reason: CountReason::Theft, event: None }
}

fn count(lot: LotId, counted: Quantity) -> Call<Test> {
	count_of(lot, HOSPITAL, counted)
}

#[test]
fn what_is_missing_is_lost() {
	run(|| {
		let lot = lot(masks(), 100);
		let records = accepted(signed(STOREKEEPER), count(lot, 90));
		by_agent(STOREKEEPER, &records, Action::LotCounted, &[Subject::Lot(lot)]);
		last_event(Event::LotCounted {
			holding: Custody::own(HOSPITAL).of(lot),
			booked: 100,
			counted: 90,
			reason: CountReason::Theft,
		});
		assert_eq!(holding(lot).available, 90);
		assert_eq!(Registry::ledger(lot).expect("it has one").lost, 10);
	});
}

#[test]
fn what_is_over_is_found() {
	run(|| {
		let lot = lot(masks(), 100);
		accepted(signed(STOREKEEPER), count(lot, 130));
		assert_eq!(holding(lot).available, 130);
		assert_eq!(holding(lot).site, Some(WAREHOUSE));
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 30);
	});
}

#[test]
fn only_available_units_are_counted() {
	run(|| {
		let lot = lot(masks(), 100);
		moved(lot, |stock| stock.reserve(Custody::own(HOSPITAL), Source::Available, 40))
			.expect("they are there");
		accepted(signed(STOREKEEPER), count(lot, 0));
		let held = holding(lot);
		assert_eq!((held.available, held.reserved), (0, 40));
	});
}

#[test]
fn a_count_that_agrees_is_on_record_too() {
	run(|| {
		let lot = lot(masks(), 100);
		let records = accepted(signed(STOREKEEPER), count(lot, 100));
		assert_eq!(records.len(), 1);
		assert_eq!(Registry::ledger(lot).and_then(|ledger| ledger.held()), Some(100));
	});
}

#[test]
fn goods_turn_up_where_none_were_held_with_who_registered_the_lot() {
	run(|| {
		let lot = lot(masks(), 10);
		accepted(signed(STOREKEEPER), count(lot, 0));
		assert_eq!(holding(lot).total(), 0);
		accepted(signed(STOREKEEPER), count(lot, 7));
		assert_eq!(holding(lot).available, 7);
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 7);
	});
}

#[test]
fn nobody_finds_goods_of_a_lot_of_another_where_none_were_held() {
	run(|| {
		let lot = lot(masks(), 1);
		let call = count_of(lot, DONOR, 7);
		refused(signed(OTHER_STOREKEEPER), call, Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn more_of_a_lot_of_another_is_a_claim_that_changes_no_books() {
	run(|| {
		let lot = given(10);
		let before = held(lot, Custody::own(DONOR));
		let records = accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 12));
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].action, Action::CountClaimed);
		assert_eq!(records[0].subject, Subject::Lot(lot));
		last_event(Event::CountClaimed {
			holding: Custody::own(DONOR).of(lot),
			booked: 10,
			counted: 12,
			reason: CountReason::Theft,
			until: NOW + CLAIM_PERIOD,
		});
		assert_eq!(held(lot, Custody::own(DONOR)), before);
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 0);
		let claim = CountClaim {
			excess: 2,
			reason: CountReason::Theft,
			event: None,
			until: NOW + CLAIM_PERIOD,
		};
		assert_eq!(Registry::count_claim(lot, DONOR), Some(claim));
	});
}

#[test]
fn a_new_claim_takes_the_place_of_an_earlier_one() {
	run(|| {
		let lot = given(10);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 12));
		pass(10);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 11));
		let claim = Registry::count_claim(lot, DONOR).expect("it is there");
		assert_eq!((claim.excess, claim.until), (1, NOW + 10 + CLAIM_PERIOD));
	});
}

#[test]
fn who_counts_anew_and_finds_no_more_claims_nothing() {
	run(|| {
		let lot = given(10);
		for counted in [10, 8, 0] {
			let held = held(lot, Custody::own(DONOR)).available;
			accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, held + 1));
			assert!(Registry::count_claim(lot, DONOR).is_some());
			let records = accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, counted));
			assert_eq!(records[0].action, Action::LotCounted);
			assert_eq!(Registry::count_claim(lot, DONOR), None);
		}
	});
}

#[test]
fn claims_of_two_custodians_stand_side_by_side() {
	run(|| {
		let (lot, clinic) = (given(10), clinic());
		accepted(
			signed(STRANGER),
			Call::change_roles { who: STRANGER, roles: roles([Role::Admin, Role::Stock]) },
		);
		let parties = (Custody::own(DONOR), Custody::own(clinic));
		handed_over(lot, parties, 4, None).expect("it is there");
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 8));
		accepted(signed(STRANGER), count_of(lot, clinic, 5));
		let claims = [DONOR, clinic].map(|custodian| Registry::count_claim(lot, custodian));
		assert_eq!(claims.map(|claim| claim.expect("it is there").excess), [2, 1]);
	});
}

#[test]
fn what_nobody_could_confirm_is_not_claimed() {
	run(|| {
		let lot = given(10);
		let call = count_of(lot, DONOR, 21);
		refused(signed(OTHER_STOREKEEPER), call, Error::<Test>::FoundExceedsEntered);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 20));
		let serial = Some(Serial::try_from("G-1").expect("it is a serial number"));
		let glove = lot_by(STOREKEEPER, LotIdentity { serial, ..plain(GLOVES) }, 1, None);
		let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
		handed_over(glove, parties, 1, None).expect("it is there");
		let call = count_of(glove, DONOR, 2);
		refused(signed(OTHER_STOREKEEPER), call, Error::<Test>::SerialIsSingle);
	});
}

#[test]
fn no_more_is_found_of_a_lot_than_entered_it() {
	run(|| {
		let lot = lot(masks(), 100);
		for _ in 0..2 {
			accepted(signed(STOREKEEPER), count(lot, 50));
			accepted(signed(STOREKEEPER), count(lot, 100));
		}
		let ledger = Registry::ledger(lot).expect("it has one");
		assert_eq!((ledger.found, ledger.lost), (100, 100));
		refused(signed(STOREKEEPER), count(lot, 101), Error::<Test>::FoundExceedsEntered);
	});
}

fn repacked(lot: LotId, quantity: Quantity) -> Call<Test> {
	let inputs = vec![RepackInput { lot, quantity }];
	let outputs = vec![RepackOutput { identity: masks(), quantity, class_change: None }];
	Call::repack {
		inputs: inputs.try_into().expect("three at most"),
		outputs: outputs.try_into().expect("three at most"),
		event: None,
	}
}

#[test]
fn a_quantity_that_no_lot_has_is_not_counted() {
	run(|| {
		let most = MaxLotQuantity::get();
		let lot = lot(masks(), most);
		for absurd in [most + 1, Quantity::MAX] {
			refused(signed(STOREKEEPER), count(lot, absurd), Error::<Test>::QuantityTooLarge);
		}
		accepted(signed(STOREKEEPER), count(lot, 0));
		accepted(signed(STOREKEEPER), count(lot, most));
	});
}

#[test]
fn goods_of_others_are_not_counted() {
	run(|| {
		let borrowed = lent(50);
		for counted in [0, 48, 50, 52] {
			let call = count_of(borrowed, DONOR, counted);
			refused(signed(STOREKEEPER), call, Error::<Test>::NotOwner);
		}
		let lot = lot(masks(), 1);
		refused(signed(STOREKEEPER), count_of(lot, NOBODY, 7), Error::<Test>::NotOwner);
	});
}

#[test]
fn nothing_is_not_counted_as_nothing() {
	run(|| {
		let lot = lot(masks(), 1);
		accepted(signed(STOREKEEPER), count(lot, 0));
		refused(signed(STOREKEEPER), count(lot, 0), Error::<Test>::HoldingNotFound);
		refused(signed(STOREKEEPER), count(LotId(9), 0), Error::<Test>::LotNotFound);
		refused(signed(STOREKEEPER), count(LotId(9), 5), Error::<Test>::LotNotFound);
	});
}

#[test]
fn a_serial_number_is_found_once() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let lot = lot(LotIdentity { serial, ..plain(VENTILATORS) }, 1);
		refused(signed(STOREKEEPER), count(lot, 2), Error::<Test>::SerialIsSingle);
		let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
		handed_over(lot, parties, 1, None).expect("it is there");
		refused(signed(STOREKEEPER), count(lot, 1), Error::<Test>::SerialIsSingle);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 0));
		accepted(signed(STOREKEEPER), count(lot, 1));
	});
}

#[test]
fn who_counts_nothing_and_then_finds_goods_has_not_shed_the_hold() {
	run(|| {
		let lot = lot(masks(), 10);
		let own = Custody::own(HOSPITAL);
		hold_whole(lot, own, HoldKind::Legal);
		MockHolds::told();
		accepted(signed(STOREKEEPER), count(lot, 0));
		let empty = Holding { site: Some(WAREHOUSE), held: true, ..Default::default() };
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), Some(empty));
		assert!(shelved(HOSPITAL, lot, HOSPITAL));
		accepted(signed(STOREKEEPER), count(lot, 7));
		assert_eq!(holding(lot), Holding { available: 7, held: true, ..Default::default() });
		let call = Call::consume { lot, quantity: 1, event: None };
		refused(signed(STOREKEEPER), call, Error::<Test>::Held);
		let counted = |quantity| (own.of(lot), true, vec![HoldChange::Counted { quantity }]);
		assert_eq!(MockHolds::told(), [counted(0), counted(7)]);
	});
}

#[test]
fn a_count_of_what_is_not_held_is_told_to_nobody() {
	run(|| {
		let lot = lot(masks(), 10);
		accepted(signed(STOREKEEPER), count(lot, 9));
		assert!(MockHolds::told().is_empty());
	});
}

#[test]
fn a_count_that_was_demanded_ends_the_demand_also_when_it_becomes_a_claim() {
	run(|| {
		let (lot, own) = (given(10), Custody::own(DONOR));
		hold_whole(lot, own, HoldKind::CountDemanded);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 12));
		assert!(Registry::count_claim(lot, DONOR).is_some());
		assert!(!held(lot, own).held);
		// What ends with the last goods ends with their page.
		hold_whole(lot, own, HoldKind::CountDemanded);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 0));
		assert_eq!(Registry::holding(lot, DONOR, DONOR), None);
		assert!(!shelved(DONOR, lot, DONOR));
	});
}

#[test]
fn who_has_nothing_left_of_what_is_held_can_count_it() {
	run(|| {
		let (lot, own) = (given(10), Custody::own(DONOR));
		hold_whole(lot, own, HoldKind::Legal);
		hold_whole(lot, own, HoldKind::CountDemanded);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 0));
		assert_eq!(MockHolds::on_whole(own.of(lot)), [HoldKind::Legal]);
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 0));
		// What turns up is claimed, as beside any goods.
		accepted(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 3));
		assert_eq!(Registry::count_claim(lot, DONOR).map(|claim| claim.excess), Some(3));
		free_whole(lot, own);
		refused(signed(OTHER_STOREKEEPER), count_of(lot, DONOR, 0), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn nobody_but_a_stock_agent_counts() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, count(lot, 2));
	});
}

#[test]
fn a_lot_that_came_out_of_others_is_not_counted_up() {
	run(|| {
		let source = lot(masks(), 100);
		let identity = LotIdentity { batch: "M-2021".try_into().ok(), ..masks() };
		let correct = Call::correct_lot { lot: source, identity, class_change: None, event: None };
		accepted(signed(STOREKEEPER), correct);
		let corrected = LotId(source.0 + 1);
		accepted(signed(STOREKEEPER), repacked(corrected, 40));
		let made = LotId(source.0 + 2);
		for (derived, held) in [(corrected, 60), (made, 40)] {
			refused(signed(STOREKEEPER), count(derived, held + 1), Error::<Test>::DerivedLot);
			// By nobody else either: no claim is confirmed that nobody may make.
			let to = Custody::own(DONOR);
			handed_over(derived, (Custody::own(HOSPITAL), to), 10, None).expect("it is there");
			let over = count_of(derived, DONOR, 11);
			refused(signed(OTHER_STOREKEEPER), over, Error::<Test>::DerivedLot);
			accepted(signed(STOREKEEPER), count(derived, held - 11));
			assert_eq!(Registry::ledger(derived).expect("it has one").found, 0);
		}
	});
}

#[test]
fn a_demanded_count_is_given_above_the_books_where_nothing_may_turn_up() {
	run(|| {
		let source = lot(masks(), 100);
		accepted(signed(STOREKEEPER), repacked(source, 40));
		let made = LotId(source.0 + 1);
		let own = Custody::own(HOSPITAL);
		hold_whole(made, own, HoldKind::CountDemanded);
		MockHolds::told();
		accepted(signed(STOREKEEPER), count(made, 43));
		let counted = |key, quantity| (key, true, vec![HoldChange::Counted { quantity }]);
		assert_eq!(MockHolds::told(), [counted(own.of(made), 43)]);
		assert!(!held(made, own).held);
		assert_eq!(held(made, own).available, 40);
		assert_eq!(Registry::ledger(made).expect("it has one").found, 0);
		// Nor does who did not register it claim any of it.
		let donors = Custody::own(DONOR);
		handed_over(made, (own, donors), 10, None).expect("it is there");
		hold_whole(made, donors, HoldKind::CountDemanded);
		MockHolds::told();
		accepted(signed(OTHER_STOREKEEPER), count_of(made, DONOR, 12));
		assert_eq!(MockHolds::told(), [counted(donors.of(made), 12)]);
		assert!(Registry::count_claim(made, DONOR).is_none());
		assert_eq!(held(made, donors).available, 10);
		// What is not held, nobody waits for.
		refused(signed(STOREKEEPER), count(made, 43), Error::<Test>::DerivedLot);
	});
}
