use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::{Amendment, Error as Refused};
use salus_primitives::{
	digest_of, Action, Actor, Capability, Custody, HoldId, HoldKind, InstitutionId,
	InstitutionKind, LotStock, Moment, Text,
};
use sp_core::H256;

/// Everybody who may try.
const PARTIES: [InstitutionId; 7] = [MAKER, HOSPITAL, CLINIC, NATION, PROVINCE, CITY, SHANGHAI];

/// A sensor tells of what the hospital has: the chain holds all of it.
fn breached(on: HoldPlace) -> HoldId {
	assert_ok!(move_stock(on.lot(), Action::TransferDispatched, |stock| {
		stock.breach(Custody::own(HOSPITAL))
	}));
	newest_on(on)
}

fn amend(institution: InstitutionId, kind: InstitutionKind, region: &str) {
	let name = Text::try_from("Amended").expect("it fits");
	let amendment = Amendment { kind, region: code(region), name, external: None, parent: None };
	assert_ok!(Registry::amend_institution(governance(), institution, amendment));
}

/// Places a hold again and again, and has each party lift it: those `who` may, and nobody else.
#[track_caller]
fn lifted_by(on: HoldPlace, who: &[InstitutionId], hold: impl Fn() -> HoldId) {
	for institution in PARTIES {
		let id = hold();
		let origin = by(agent_of(institution));
		if who.contains(&institution) {
			assert_ok!(lift(origin, on, id, None));
		} else {
			lift_refused(origin, on, id, Error::<Test>::NotAuthorized);
			assert_ok!(lift(governance(), on, id, None));
		}
		assert!(holds(on).is_empty());
	}
	let id = hold();
	lift_refused(by(NOBODY), on, id, Refused::<Test>::NotAgent);
	assert_ok!(lift(governance(), on, id, None));
}

#[test]
fn each_placer_has_lifters_of_its_own() {
	play(|| {
		let lot = stock(HOSPITAL, VACCINES, 100);
		let on = at(lot, HOSPITAL);
		let by_whom = |who| move || placed(by(who), on, Extent::Whole, HoldKind::Legal);
		lifted_by(on, &[HOSPITAL, CITY, PROVINCE, NATION], by_whom(HOSPITAL_AGENT));
		lifted_by(on, &[HOSPITAL, CITY, PROVINCE, NATION], || breached(on));
		lifted_by(on, &[HOSPITAL, CITY, PROVINCE, NATION], || {
			set_aside(lot, HOSPITAL, 10, HoldKind::Damage)
		});
		lifted_by(on, &[CITY, PROVINCE, NATION], by_whom(CITY_AGENT));
		lifted_by(on, &[PROVINCE, NATION], by_whom(PROVINCE_AGENT));
		lifted_by(on, &[NATION], by_whom(NATION_AGENT));
		lifted_by(on, &[], || placed(governance(), on, Extent::Whole, HoldKind::Legal));
	});
}

#[test]
fn so_it_is_with_lots() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = HoldPlace::Lot(lot);
		let by_whom = |who| move || placed(by(who), on, Extent::Whole, HoldKind::Legal);
		lifted_by(on, &[CITY, PROVINCE, NATION], by_whom(CITY_AGENT));
		lifted_by(on, &[PROVINCE, NATION], by_whom(PROVINCE_AGENT));
		lifted_by(on, &[NATION], by_whom(NATION_AGENT));
		lifted_by(on, &[], || placed(governance(), on, Extent::Whole, HoldKind::Legal));
		assert!(!is_lot_held(lot));
	});
}

#[test]
fn what_is_lifted_is_told_and_recorded() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let hold = set_aside(lot, HOSPITAL, 30, HoldKind::Damage);
		events();
		let words = reason("dry again");
		let document = Some(H256::repeat_byte(4));
		assert_ok!(Recalls::lift_hold(
			by(HOSPITAL_AGENT),
			on,
			hold,
			Some(12),
			words.clone(),
			document,
			None
		));
		let told = |units, is_last| Event::HoldLifted {
			place: on,
			hold,
			kind: HoldKind::Damage,
			units: Some(units),
			is_last,
		};
		assert_eq!(events(), [told(12, false)]);
		assert_eq!(holds(on), [(HoldKind::Damage, Extent::Units(18), HoldBy::Custodian)]);
		let found = own(lot, HOSPITAL);
		assert_eq!((found.available, found.quarantined), (82, 18));
		let record = newest_record(lot);
		assert_eq!(record.action, Action::HoldLifted);
		assert_eq!(record.actor, Actor::Account(HOSPITAL_AGENT));
		let none: Option<salus_primitives::EventClaim> = None;
		let arguments = (on, hold, Some(12u64), words, document, none);
		assert_eq!(record.digest, digest_of(&arguments));

		assert_ok!(lift(by(HOSPITAL_AGENT), on, hold, None));
		assert_eq!(events(), [told(18, true)]);
		assert_eq!(own(lot, HOSPITAL).available, 100);
		assert!(!HoldsOn::<Test>::contains_key(on));
		lift_refused(by(HOSPITAL_AGENT), on, hold, Error::<Test>::HoldNotFound);
	});
}

#[test]
fn of_several_holds_those_that_are_left_stand() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let own_hold = placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
		let of_city = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		let units = set_aside(lot, HOSPITAL, 7, HoldKind::Damage);
		events();
		assert_ok!(lift(by(HOSPITAL_AGENT), on, own_hold, None));
		assert!(own(lot, HOSPITAL).held);
		// Units are lifted under a hold on the whole, and are held all the same.
		assert_ok!(lift(by(HOSPITAL_AGENT), on, units, None));
		assert_eq!((own(lot, HOSPITAL).available, own(lot, HOSPITAL).held), (100, true));
		assert_noop!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None), Refused::<Test>::Held);
		assert_ok!(lift(by(CITY_AGENT), on, of_city, None));
		let lasts: Vec<_> = events()
			.into_iter()
			.map(|event| match event {
				Event::HoldLifted { hold, units, is_last, .. } => (hold, units, is_last),
				other => panic!("{other:?}"),
			})
			.collect();
		let expected = [(own_hold, None, false), (units, Some(7), false), (of_city, None, true)];
		assert_eq!(lasts, expected);
		assert!(!own(lot, HOSPITAL).held);
		assert_ok!(Registry::consume(by(HOSPITAL_AGENT), lot, 100, None));
	});
}

#[test]
fn a_lot_and_a_holding_are_held_apart() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		let first = placed(by(CITY_AGENT), all, Extent::Whole, HoldKind::Legal);
		let second = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		lift_refused(by(CITY_AGENT), on, first, Error::<Test>::HoldNotFound);
		lift_refused(by(CITY_AGENT), all, second, Error::<Test>::HoldNotFound);
		assert_ok!(lift(by(CITY_AGENT), all, first, None));
		assert!(!is_lot_held(lot) && own(lot, HOSPITAL).held);
		assert_ok!(lift(by(CITY_AGENT), on, second, None));
	});
}

#[test]
fn no_more_units_are_lifted_than_are_held() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let units = set_aside(lot, HOSPITAL, 30, HoldKind::Damage);
		set_aside(lot, HOSPITAL, 30, HoldKind::Quarantine);
		let whole = placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
		for (hold, count, error) in [
			(units, 31, Error::<Test>::ExceedsHeld),
			(units, u64::MAX, Error::ExceedsHeld),
			(units, 0, Error::ZeroQuantity),
			(whole, 1, Error::WholeOnly),
			(whole, 0, Error::WholeOnly),
			(HoldId(77), 1, Error::HoldNotFound),
		] {
			assert_noop!(lift(by(HOSPITAL_AGENT), on, hold, Some(count)), error);
		}
		assert_ok!(lift(by(HOSPITAL_AGENT), on, units, Some(30)));
		assert_eq!(holds(on).len(), 2);
	});
}

#[test]
fn a_lifting_has_a_reason_in_words() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let hold = set_aside(lot, HOSPITAL, 30, HoldKind::Damage);
		let none = Reason::default();
		assert_noop!(
			Recalls::lift_hold(by(HOSPITAL_AGENT), on, hold, None, none, None, None),
			Error::<Test>::InvalidCharacters
		);
	});
}

#[test]
fn a_breach_is_lifted_under_a_licence_for_the_cold_chain() {
	play(|| {
		let lot = stock(CLINIC, VACCINES, 100);
		let on = at(lot, CLINIC);
		let capability = Capability::ColdChain;
		let extents = [Extent::Whole, Extent::Units(10)];
		let breach = HoldKind::ColdChainBreach;
		for extent in extents {
			let id = placed(by(CLINIC_AGENT), on, extent, breach);
			lift_refused(by(CLINIC_AGENT), on, id, Error::<Test>::CapabilityMissing);
			let (origin, until) = (governance(), Moment::MAX);
			assert_ok!(Registry::grant_licence(origin, CLINIC, capability, until, None));
			assert_ok!(lift(by(CLINIC_AGENT), on, id, None));
			assert_ok!(Registry::revoke_licence(governance(), CLINIC, capability));
			// A supervisor needs none.
			let id = placed(by(CLINIC_AGENT), on, extent, breach);
			assert_ok!(lift(by(PROVINCE_AGENT), on, id, None));
		}
		// Nor is one needed for anything else.
		let id = placed(by(CLINIC_AGENT), on, Extent::Whole, HoldKind::Damage);
		assert_ok!(lift(by(CLINIC_AGENT), on, id, None));
	});
}

#[test]
fn agents_lift_in_the_role_of_their_side() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let own_hold = placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
		let of_city = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		for (who, hold) in
			[(HOSPITAL_ADMIN, own_hold), (CITY_KEEPER, own_hold), (CITY_KEEPER, of_city)]
		{
			lift_refused(by(who), on, hold, Refused::<Test>::NotAuthorized);
		}
	});
}

#[test]
fn what_a_silent_custodian_holds_its_supervisors_lift() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let first = placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
		let second = set_aside(lot, HOSPITAL, 10, HoldKind::Damage);
		assert_ok!(Registry::suspend_institution(governance(), HOSPITAL));
		lift_refused(by(HOSPITAL_AGENT), on, first, Refused::<Test>::Suspended);
		assert_ok!(lift(by(CITY_AGENT), on, first, None));
		assert_ok!(Registry::wind_up(governance(), HOSPITAL));
		lift_refused(by(HOSPITAL_AGENT), on, second, Refused::<Test>::NotAgent);
		assert_ok!(lift(by(PROVINCE_AGENT), on, second, None));
	});
}

#[test]
fn what_a_commission_held_that_acts_no_more_a_wider_one_lifts() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let kinds =
			[HoldKind::Legal, HoldKind::Damage, HoldKind::Quarantine, HoldKind::ColdChainBreach];
		let ids = kinds.map(|kind| placed(by(CITY_AGENT), on, Extent::Whole, kind));
		assert_ok!(Registry::suspend_institution(governance(), CITY));
		lift_refused(by(CITY_AGENT), on, ids[0], Refused::<Test>::Suspended);
		assert_ok!(lift(by(PROVINCE_AGENT), on, ids[0], None));
		assert_ok!(Registry::reinstate_institution(governance(), CITY));
		// It is no commission any more, and then one again.
		amend(CITY, InstitutionKind::Hospital, "CN-WH");
		lift_refused(by(CITY_AGENT), on, ids[1], Error::<Test>::NotAuthorized);
		assert_ok!(lift(by(NATION_AGENT), on, ids[1], None));
		amend(CITY, InstitutionKind::HealthCommission, "CN-WH");
		assert_ok!(lift(by(CITY_AGENT), on, ids[2], None));
		assert_ok!(Registry::wind_up(governance(), CITY));
		lift_refused(by(CITY_AGENT), on, ids[3], Refused::<Test>::NotAgent);
		lift_refused(by(SHANGHAI_AGENT), on, ids[3], Error::<Test>::NotAuthorized);
		assert_ok!(lift(by(PROVINCE_AGENT), on, ids[3], None));
	});
}

#[test]
fn a_commission_of_the_same_region_is_not_over_another() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		amend(SHANGHAI, InstitutionKind::HealthCommission, "CN-HB");
		let of_province = placed(by(PROVINCE_AGENT), on, Extent::Whole, HoldKind::Legal);
		lift_refused(by(SHANGHAI_AGENT), on, of_province, Error::<Test>::NotAuthorized);
		let of_city = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		assert_ok!(lift(by(SHANGHAI_AGENT), on, of_city, None));
	});
}

#[test]
fn no_commission_lifts_what_a_supervisor_placed_on_its_own_goods() {
	play(|| {
		let lot = stock(PROVINCE, MASKS, 100);
		let (on, all) = (at(lot, PROVINCE), HoldPlace::Lot(lot));
		let held =
			[on, all].map(|on| (on, placed(by(NATION_AGENT), on, Extent::Whole, HoldKind::Legal)));
		// Whoever supervised it is below it now.
		amend(NATION, InstitutionKind::HealthCommission, "CN-WH");
		for (on, hold) in held {
			lift_refused(by(PROVINCE_AGENT), on, hold, Error::<Test>::NotAuthorized);
			assert_ok!(lift(by(NATION_AGENT), on, hold, None));
		}
	});
}
