use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{
	digest_of, mock::MockTrail, Action, CaseId, HoldId, HoldKind, LotId, Subject, Text,
};
use sp_core::H256;
use sp_runtime::DispatchResult;

fn order(origin: RuntimeOrigin, case: CaseId, on: HoldPlace, kind: HoldKind) -> DispatchResult {
	Recalls::order_hold(origin, case, on, kind, reason("sealed"), None)
}

#[test]
fn an_ordered_hold_names_its_case_and_is_lifted_as_any_other() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let on = at(lot, HOSPITAL);
		let (kind, words) = (HoldKind::Legal, reason("sealed by the court"));
		let document = Some(H256::repeat_byte(8));
		pass(HOUR);
		events();
		assert_ok!(Recalls::order_hold(by(CITY_AGENT), case, on, kind, words.clone(), document));
		let (hold, placer) = (HoldId(0), HoldBy::Supervisor(CITY));
		assert_eq!(
			events(),
			[
				Event::HoldPlaced { place: on, hold, kind, extent: Extent::Whole, by: placer },
				Event::HoldOrdered { case, place: on, hold },
			]
		);
		assert_eq!(
			HoldsOn::<Test>::get(on).into_inner(),
			[Hold {
				id: hold,
				kind,
				extent: Extent::Whole,
				by: placer,
				reason: Some(words.clone()),
				document,
				placed_at: NOW + HOUR,
				case: Some(InCase { case, demand: None }),
			}]
		);
		assert_eq!(Recalls::holds(on)[0].case, Some(case));
		for subject in [Subject::Lot(lot), Subject::Case(case)] {
			let records = MockTrail::records_of(&subject);
			let record = records.last().expect("there is a record");
			assert_eq!((record.action, record.institution), (Action::HoldOrdered, Some(CITY)));
			assert_eq!(record.digest, digest_of(&(case, on, kind, words.clone(), document)));
		}
		assert_noop!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None), Refused::<Test>::Held);

		// It does not end with the case.
		assert_ok!(close_case(by(CITY_AGENT), case));
		assert!(own(lot, HOSPITAL).held);
		lift_refused(by(HOSPITAL_AGENT), on, hold, Error::<Test>::NotAuthorized);
		assert_ok!(lift(by(CITY_AGENT), on, hold, None));
		assert!(!own(lot, HOSPITAL).held);
	});
}

#[test]
fn a_lot_is_held_in_a_case_wherever_it_is() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		delivered(HOSPITAL, CLINIC, salus_primitives::Terms::Gift, (lot, 10));
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(order(by(CITY_AGENT), case, HoldPlace::Lot(lot), HoldKind::Quarantine));
		assert!(is_lot_held(lot));
		assert_noop!(Registry::consume(by(CLINIC_AGENT), lot, 1, None), Refused::<Test>::Held);
	});
}

#[test]
fn whoever_supervises_the_case_orders_in_its_own_name() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let on = at(lot, HOSPITAL);
		for origin in [by(CITY_AGENT), by(PROVINCE_AGENT), governance()] {
			assert_ok!(order(origin, case, on, HoldKind::Damage));
		}
		let placers = [HoldBy::Supervisor(CITY), HoldBy::Supervisor(PROVINCE), HoldBy::Governance];
		assert_eq!(holds(on), placers.map(|by| (HoldKind::Damage, Extent::Whole, by)));
		for origin in [by(CITY_AGENT), by(PROVINCE_AGENT), governance()] {
			let error = Error::<Test>::AlreadyHeld;
			assert_noop!(order(origin, case, on, HoldKind::Damage), error);
		}
	});
}

#[test]
fn what_another_has_is_not_held_in_a_case() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		delivered(HOSPITAL, CLINIC, salus_primitives::Terms::Gift, (lot, 10));
		for origin in [by(PROVINCE_AGENT), governance()] {
			let case = case_over(origin.clone(), HOSPITAL);
			assert_noop!(
				order(origin, case, at(lot, CLINIC), HoldKind::Legal),
				Error::<Test>::NotOfParty
			);
		}
	});
}

#[test]
fn a_lot_from_outside_the_region_is_held_by_who_supervises_its_registrant() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, salus_primitives::Terms::Gift, (lot, 10));
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let all = HoldPlace::Lot(lot);
		let error = Error::<Test>::NotAuthorized;
		assert_noop!(order(by(CITY_AGENT), case, all, HoldKind::Legal), error);
		assert_ok!(order(by(CITY_AGENT), case, at(lot, HOSPITAL), HoldKind::Legal));
		assert_ok!(order(by(NATION_AGENT), case, all, HoldKind::Legal));
	});
}

#[test]
fn a_case_holds_by_the_kinds_of_a_supervisor_and_demands_counts_by_a_date() {
	play(|| {
		let lot = stock(HOSPITAL, VACCINES, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		for on in [at(lot, HOSPITAL), HoldPlace::Lot(lot)] {
			for kind in
				[HoldKind::Quarantine, HoldKind::Damage, HoldKind::ColdChainBreach, HoldKind::Legal]
			{
				assert_ok!(order(by(CITY_AGENT), case, on, kind));
			}
			for kind in [HoldKind::Recall, HoldKind::CountDemanded] {
				let error = Error::<Test>::KindNotYours;
				assert_noop!(order(by(CITY_AGENT), case, on, kind), error);
			}
		}
	});
}

#[test]
fn what_is_not_there_is_not_held_in_a_case() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let legal = HoldKind::Legal;
		for (origin, on, error) in [
			(by(CITY_AGENT), at(lot, HOSPITAL), Error::<Test>::HoldingNotFound),
			(by(CITY_AGENT), at(LotId(77), HOSPITAL), Error::LotNotFound),
			(by(CITY_AGENT), HoldPlace::Lot(LotId(77)), Error::LotNotFound),
			(governance(), HoldPlace::Lot(LotId(77)), Error::LotNotFound),
		] {
			assert_noop!(order(origin, case, on, legal), error);
		}
	});
}

#[test]
fn holds_are_ordered_by_the_supervisors_of_an_open_case_for_a_reason() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let (on, legal) = (at(lot, HOSPITAL), HoldKind::Legal);
		for agent in [SHANGHAI_AGENT, HOSPITAL_AGENT, CLINIC_AGENT] {
			assert_noop!(order(by(agent), case, on, legal), Error::<Test>::NotSupervisor);
		}
		assert_noop!(order(by(NOBODY), case, on, legal), Refused::<Test>::NotAgent);
		assert_noop!(order(by(CITY_KEEPER), case, on, legal), Refused::<Test>::NotAuthorized);
		assert_noop!(order(by(CITY_AGENT), CaseId(77), on, legal), Error::<Test>::CaseNotFound);
		let none = Text(b" ".to_vec().try_into().expect("it fits"));
		assert_noop!(
			Recalls::order_hold(by(CITY_AGENT), case, on, legal, none, None),
			Error::<Test>::InvalidCharacters
		);
		assert_ok!(close_case(by(CITY_AGENT), case));
		assert_noop!(order(by(CITY_AGENT), case, on, legal), Error::<Test>::CaseEnded);
	});
}

#[test]
fn a_case_orders_no_hold_beyond_the_bound_of_a_set() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(governance(), HOSPITAL);
		let on = at(lot, HOSPITAL);
		for kind in
			[HoldKind::Quarantine, HoldKind::Damage, HoldKind::ColdChainBreach, HoldKind::Legal]
		{
			for institution in [CITY, PROVINCE, NATION] {
				placed(by(agent_of(institution)), on, Extent::Whole, kind);
			}
		}
		let error = Error::<Test>::TooManyHolds;
		assert_noop!(order(governance(), case, on, HoldKind::Legal), error);
	});
}
