use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, Authority, Custody, EventClaim, HoldId,
	HoldKind, HoldingKey, LotId, LotStock, Terms, Text,
};
use sp_core::H256;
use sp_runtime::DispatchError;

const FREELY_PLACED: [HoldKind; 4] =
	[HoldKind::Quarantine, HoldKind::Damage, HoldKind::ColdChainBreach, HoldKind::Legal];

#[track_caller]
fn refused(
	origin: RuntimeOrigin,
	on: HoldPlace,
	extent: Extent,
	kind: HoldKind,
	error: impl Into<DispatchError>,
) {
	let error: DispatchError = error.into();
	assert_noop!(place(origin, on, extent, kind), error);
}

#[test]
fn units_that_a_custodian_holds_are_quarantined() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let (extent, kind) = (Extent::Units(30), HoldKind::Damage);
		let words = reason("wet boxes");
		let document = Some(H256::repeat_byte(5));
		let event = Some(EventClaim { at: NOW - HOUR, utc_offset: 480 });
		pass(HOUR);
		assert_ok!(Recalls::place_hold(
			by(HOSPITAL_AGENT),
			on,
			extent,
			kind,
			words.clone(),
			document,
			event
		));
		let by_custodian = HoldBy::Custodian;
		assert_eq!(
			events(),
			[Event::HoldPlaced { place: on, hold: HoldId(0), kind, extent, by: by_custodian }]
		);
		assert_eq!(
			HoldsOn::<Test>::get(on).into_inner(),
			[Hold {
				id: HoldId(0),
				kind,
				extent,
				by: by_custodian,
				reason: Some(words.clone()),
				document,
				placed_at: NOW + HOUR,
				case: None,
			}]
		);
		let found = own(lot, HOSPITAL);
		assert_eq!((found.available, found.quarantined, found.held), (70, 30, false));
		let record = newest_record(lot);
		assert_eq!(record.action, Action::HoldPlaced);
		assert_eq!(record.actor, Actor::Account(HOSPITAL_AGENT));
		assert_eq!((record.institution, record.event), (Some(HOSPITAL), event));
		assert_eq!(record.digest, digest_of(&(on, extent, kind, words, document, event)));
	});
}

#[test]
fn a_whole_holding_is_held_without_moving_anything() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
		let found = own(lot, HOSPITAL);
		assert_eq!((found.available, found.quarantined, found.held), (100, 0, true));
		assert!(!is_lot_held(lot));
	});
}

#[test]
fn a_lot_is_held_wherever_it_is() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		placed(governance(), HoldPlace::Lot(lot), Extent::Whole, HoldKind::Quarantine);
		assert!(is_lot_held(lot));
		assert!(!own(lot, HOSPITAL).held);
		let record = newest_record(lot);
		assert_eq!(record.actor, Actor::Authority(Authority::Council));
		assert_eq!(record.institution, None);
	});
}

#[test]
fn who_has_the_goods_who_supervises_it_and_governance_hold_what_it_has() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		for (institution, side) in [
			(HOSPITAL, HoldBy::Custodian),
			(CITY, HoldBy::Supervisor(CITY)),
			(PROVINCE, HoldBy::Supervisor(PROVINCE)),
			(NATION, HoldBy::Supervisor(NATION)),
		] {
			let id = placed(by(agent_of(institution)), on, Extent::Whole, HoldKind::Legal);
			assert_eq!(holds(on), [(HoldKind::Legal, Extent::Whole, side)]);
			assert_ok!(lift(governance(), on, id, None));
		}
		let id = placed(governance(), on, Extent::Whole, HoldKind::Legal);
		assert_eq!(holds(on), [(HoldKind::Legal, Extent::Whole, HoldBy::Governance)]);
		assert_ok!(lift(governance(), on, id, None));
		for institution in [MAKER, CLINIC, SHANGHAI] {
			refused(
				by(agent_of(institution)),
				on,
				Extent::Whole,
				HoldKind::Legal,
				Error::<Test>::NotAuthorized,
			);
		}
	});
}

#[test]
fn a_lot_is_held_by_who_supervises_its_registrant_and_not_by_the_registrant() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let on = HoldPlace::Lot(lot);
		for institution in [SHANGHAI, NATION] {
			let id = placed(by(agent_of(institution)), on, Extent::Whole, HoldKind::Legal);
			assert_ok!(lift(governance(), on, id, None));
		}
		// Those over who has some of it hold what that one has.
		for institution in [MAKER, HOSPITAL, CITY, PROVINCE, CLINIC] {
			refused(
				by(agent_of(institution)),
				on,
				Extent::Whole,
				HoldKind::Legal,
				Error::<Test>::NotAuthorized,
			);
		}
		placed(by(PROVINCE_AGENT), at(lot, HOSPITAL), Extent::Whole, HoldKind::Legal);
	});
}

#[test]
fn a_commission_acts_as_custodian_of_its_own_goods() {
	play(|| {
		let lot = stock(CITY, MASKS, 100);
		let on = at(lot, CITY);
		placed(by(CITY_KEEPER), on, Extent::Units(1), HoldKind::Damage);
		placed(by(PROVINCE_AGENT), on, Extent::Whole, HoldKind::Damage);
		assert_eq!(
			holds(on),
			[
				(HoldKind::Damage, Extent::Units(1), HoldBy::Custodian),
				(HoldKind::Damage, Extent::Whole, HoldBy::Supervisor(PROVINCE)),
			]
		);
		// It registered the lot, and is no supervisor of itself.
		refused(
			by(CITY_AGENT),
			HoldPlace::Lot(lot),
			Extent::Whole,
			HoldKind::Legal,
			Error::<Test>::NotAuthorized,
		);
	});
}

#[test]
fn a_custodian_acts_by_its_stock_agents_and_a_supervisor_by_its_admins() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		for who in [HOSPITAL_ADMIN, CITY_KEEPER] {
			refused(by(who), on, Extent::Whole, HoldKind::Legal, Refused::<Test>::NotAuthorized);
		}
		refused(by(NOBODY), on, Extent::Whole, HoldKind::Legal, Refused::<Test>::NotAgent);
		for institution in [HOSPITAL, CITY] {
			assert_ok!(Registry::suspend_institution(governance(), institution));
			let who = by(agent_of(institution));
			refused(who, on, Extent::Whole, HoldKind::Legal, Refused::<Test>::Suspended);
		}
		placed(by(PROVINCE_AGENT), on, Extent::Whole, HoldKind::Legal);
	});
}

#[test]
fn a_borrower_holds_what_it_borrowed() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let terms = Terms::Loan { due: NOW + 30 * DAY };
		delivered(MAKER, HOSPITAL, terms, (lot, 40));
		let borrowed = HoldingKey { lot, custodian: HOSPITAL, owner: MAKER };
		let on = HoldPlace::Holding(borrowed);
		placed(by(HOSPITAL_AGENT), on, Extent::Units(15), HoldKind::Damage);
		assert_eq!(holding(borrowed).quarantined, 15);
		refused(by(MAKER_AGENT), on, Extent::Whole, HoldKind::Damage, Error::<Test>::NotAuthorized);
	});
}

#[test]
fn everybody_has_kinds_of_its_own() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		for kind in FREELY_PLACED {
			placed(by(HOSPITAL_AGENT), on, Extent::Whole, kind);
			placed(by(CITY_AGENT), on, Extent::Whole, kind);
			placed(by(CITY_AGENT), all, Extent::Whole, kind);
			placed(governance(), all, Extent::Whole, kind);
		}
		for origin in [by(CITY_AGENT), governance()] {
			placed(origin.clone(), on, Extent::Whole, HoldKind::CountDemanded);
			let refused_on = [(on, HoldKind::Recall), (all, HoldKind::Recall)];
			let of_lot = [(all, HoldKind::CountDemanded)];
			for (on, kind) in refused_on.into_iter().chain(of_lot) {
				let error = Error::<Test>::KindNotYours;
				refused(origin.clone(), on, Extent::Whole, kind, error);
			}
		}
		for kind in [HoldKind::Recall, HoldKind::CountDemanded] {
			for extent in [Extent::Whole, Extent::Units(1)] {
				let error = Error::<Test>::KindNotYours;
				refused(by(HOSPITAL_AGENT), on, extent, kind, error);
			}
		}
	});
}

#[test]
fn units_are_held_by_their_custodian_alone() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		for (origin, on) in
			[(by(CITY_AGENT), on), (by(CITY_AGENT), all), (governance(), on), (governance(), all)]
		{
			let error = Error::<Test>::UnitsOfLot;
			refused(origin, on, Extent::Units(1), HoldKind::Damage, error);
		}
	});
}

#[test]
fn what_is_not_there_is_not_held() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let nowhere = LotId(77);
		for (origin, on, error) in [
			(governance(), HoldPlace::Lot(nowhere), Error::<Test>::LotNotFound),
			(by(NATION_AGENT), HoldPlace::Lot(nowhere), Error::LotNotFound),
			(by(HOSPITAL_AGENT), at(nowhere, HOSPITAL), Error::LotNotFound),
			(governance(), at(lot, CLINIC), Error::HoldingNotFound),
			(by(CLINIC_AGENT), at(lot, CLINIC), Error::HoldingNotFound),
		] {
			refused(origin, on, Extent::Whole, HoldKind::Legal, error);
		}
		let units = Extent::Units(1);
		let error = Error::<Test>::HoldingNotFound;
		refused(by(CLINIC_AGENT), at(lot, CLINIC), units, HoldKind::Damage, error);
		refused(
			governance(),
			at(lot, NOWHERE),
			Extent::Whole,
			HoldKind::Legal,
			Error::<Test>::HoldingNotFound,
		);
	});
}

#[test]
fn no_more_units_are_held_than_are_available() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		set_aside(lot, HOSPITAL, 60, HoldKind::Damage);
		let (more, kind) = (Extent::Units(41), HoldKind::Quarantine);
		refused(by(HOSPITAL_AGENT), on, more, kind, Refused::<Test>::InsufficientStock);
		set_aside(lot, HOSPITAL, 40, HoldKind::Quarantine);
		assert_eq!(own(lot, HOSPITAL).quarantined, 100);
		let none = Extent::Units(0);
		refused(by(HOSPITAL_AGENT), on, none, HoldKind::Damage, Error::<Test>::ZeroQuantity);
	});
}

#[test]
fn a_hold_has_a_reason_in_words() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		for words in [&b""[..], b"  ", &[0xff]] {
			let words = Text(words.to_vec().try_into().expect("it fits"));
			assert_noop!(
				Recalls::place_hold(
					by(HOSPITAL_AGENT),
					at(lot, HOSPITAL),
					Extent::Whole,
					HoldKind::Legal,
					words,
					None,
					None
				),
				Error::<Test>::InvalidCharacters
			);
		}
	});
}

#[test]
fn units_of_one_kind_and_placer_are_under_one_hold() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let id = set_aside(lot, HOSPITAL, 30, HoldKind::Damage);
		set_aside(lot, HOSPITAL, 5, HoldKind::Legal);
		events();
		pass(HOUR);
		let words = reason("more of them");
		let document = Some(H256::repeat_byte(9));
		assert_ok!(Recalls::place_hold(
			by(HOSPITAL_AGENT),
			on,
			Extent::Units(12),
			HoldKind::Damage,
			words.clone(),
			document,
			None
		));
		assert_eq!(
			events(),
			[Event::HoldPlaced {
				place: on,
				hold: id,
				kind: HoldKind::Damage,
				extent: Extent::Units(12),
				by: HoldBy::Custodian,
			}]
		);
		let known = HoldsOn::<Test>::get(on).into_inner();
		assert_eq!(known.len(), 2);
		assert_eq!((known[0].id, known[0].extent), (id, Extent::Units(42)));
		assert_eq!((&known[0].reason, known[0].document), (&Some(words), document));
		assert_eq!(known[0].placed_at, NOW);
		assert_eq!(own(lot, HOSPITAL).quarantined, 47);
	});
}

#[test]
fn one_party_holds_the_whole_once_for_each_kind() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		for (origin, on) in [
			(by(HOSPITAL_AGENT), on),
			(by(CITY_AGENT), on),
			(by(PROVINCE_AGENT), on),
			(governance(), on),
			(by(CITY_AGENT), all),
		] {
			placed(origin.clone(), on, Extent::Whole, HoldKind::Legal);
			let error = Error::<Test>::AlreadyHeld;
			refused(origin.clone(), on, Extent::Whole, HoldKind::Legal, error);
			placed(origin, on, Extent::Whole, HoldKind::Damage);
		}
		// Units of the same kind are another hold.
		placed(by(HOSPITAL_AGENT), on, Extent::Units(1), HoldKind::Legal);
	});
}

#[test]
fn a_custodian_cannot_fill_a_set_against_its_supervisors() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		for kind in FREELY_PLACED {
			placed(by(HOSPITAL_AGENT), on, Extent::Whole, kind);
		}
		let units = Extent::Units(1);
		let error = || Error::<Test>::TooManyHolds;
		refused(by(HOSPITAL_AGENT), on, units, HoldKind::Damage, error());
		for kind in FREELY_PLACED {
			placed(by(CITY_AGENT), on, Extent::Whole, kind);
			placed(by(PROVINCE_AGENT), on, Extent::Whole, kind);
		}
		assert_eq!(holds(on).len(), 12);
		refused(by(NATION_AGENT), on, Extent::Whole, HoldKind::Legal, error());
		refused(governance(), on, Extent::Whole, HoldKind::Legal, error());
		// Governance lifts one, and has room.
		let first = HoldsOn::<Test>::get(on)[4].id;
		assert_ok!(lift(governance(), on, first, None));
		placed(governance(), on, Extent::Whole, HoldKind::Legal);
	});
}

#[test]
fn supervisors_may_fill_what_the_custodian_has_not_and_the_chain_has_room_of_its_own() {
	play(|| {
		let lot = stock(HOSPITAL, VACCINES, 100);
		let on = at(lot, HOSPITAL);
		for kind in FREELY_PLACED {
			for institution in [CITY, PROVINCE, NATION] {
				placed(by(agent_of(institution)), on, Extent::Whole, kind);
			}
		}
		let error = Error::<Test>::TooManyHolds;
		refused(by(HOSPITAL_AGENT), on, Extent::Units(1), HoldKind::Damage, error);
		assert_ok!(move_stock(lot, Action::TransferDispatched, |stock| {
			stock.breach(Custody::own(HOSPITAL))
		}));
		assert_eq!(holds(on).len(), 13);
		assert_eq!(
			holds(on).last(),
			Some(&(HoldKind::ColdChainBreach, Extent::Whole, HoldBy::Chain))
		);
	});
}

#[test]
fn identifiers_end() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		NextHoldId::<Test>::put(HoldId(u64::MAX));
		let error = Error::<Test>::IdsExhausted;
		refused(by(HOSPITAL_AGENT), at(lot, HOSPITAL), Extent::Whole, HoldKind::Legal, error);
	});
}

#[test]
fn a_claimed_time_ahead_of_the_chain_is_refused() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let event = Some(EventClaim { at: NOW + 1, utc_offset: 0 });
		let (extent, kind) = (Extent::Units(1), HoldKind::Damage);
		let on = at(lot, HOSPITAL);
		assert_noop!(
			Recalls::place_hold(by(HOSPITAL_AGENT), on, extent, kind, reason("x"), None, event),
			MockTrail::AHEAD
		);
	});
}

#[test]
fn a_hold_stands_on_one_place_alone() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let other = stock(MAKER, MASKS, 100);
		placed(by(HOSPITAL_AGENT), at(lot, HOSPITAL), Extent::Whole, HoldKind::Legal);
		for (lot, institution) in [(lot, MAKER), (other, MAKER)] {
			assert_ok!(Registry::consume(by(agent_of(institution)), lot, 1, None));
		}
		assert_noop!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None), Refused::<Test>::Held);
	});
}
