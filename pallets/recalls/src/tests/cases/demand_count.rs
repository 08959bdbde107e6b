use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchClass};
use pallet_registry::{CountReason, Error as Refused};
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, CaseId, HoldId, HoldKind, HoldingKey,
	LotId, Moment, Quantity, Subject, Terms,
};
use sp_runtime::DispatchResult;

const DEMANDED: HoldKind = HoldKind::CountDemanded;

/// The hospital counts what it has of its own of a lot.
fn count(lot: LotId, counted: Quantity) {
	let reason = CountReason::StockTake;
	assert_ok!(Registry::count(by(HOSPITAL_AGENT), lot, HOSPITAL, counted, reason, None));
}

fn demand_by(case: CaseId, lot: LotId, deadline: Moment) -> DispatchResult {
	Recalls::demand_count(by(CITY_AGENT), case, lot, deadline)
}

/// Of which lot, what was counted and when, and how many days overdue it is.
type Demanded = (LotId, Option<(Quantity, Moment)>, Option<u32>);

/// What a case demanded.
fn demands(case: CaseId) -> Vec<Demanded> {
	let line =
		|(_, demand, overdue): (u8, Demand, Option<u32>)| (demand.lot, demand.counted, overdue);
	Recalls::case_demands(case).into_iter().map(line).collect()
}

#[test]
fn what_is_to_be_counted_is_held_until_it_is() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let on = at(lot, HOSPITAL);
		let deadline = NOW + 3 * DAY;
		events();
		assert_ok!(demand_by(case, lot, deadline));
		let placer = HoldBy::Supervisor(CITY);
		assert_eq!(
			events(),
			[
				Event::HoldPlaced {
					place: on,
					hold: HoldId(0),
					kind: DEMANDED,
					extent: Extent::Whole,
					by: placer,
				},
				Event::CountDemanded { case, demand: 0, lot, by: deadline },
			]
		);
		assert_eq!(
			HoldsOn::<Test>::get(on).into_inner(),
			[Hold {
				id: HoldId(0),
				kind: DEMANDED,
				extent: Extent::Whole,
				by: placer,
				reason: Some(reason("too few")),
				document: None,
				placed_at: NOW,
				case: Some(InCase { case, demand: Some(0) }),
			}]
		);
		let waiting =
			Demand { lot, by: deadline, demanded_at: NOW, hold: HoldId(0), counted: None };
		assert_eq!(Recalls::case_demands(case), [(0, waiting, None)]);
		for subject in [Subject::Lot(lot), Subject::Case(case)] {
			let records = MockTrail::records_of(&subject);
			let record = records.last().expect("there is a record");
			assert_eq!(record.action, Action::CountDemanded);
			assert_eq!(record.actor, Actor::Account(CITY_AGENT));
			assert_eq!(record.digest, digest_of(&(case, lot, deadline)));
		}
		assert_noop!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None), Refused::<Test>::Held);

		pass(2 * DAY);
		events();
		count(lot, 93);
		assert_eq!(
			events(),
			[
				Event::HoldLifted {
					place: on,
					hold: HoldId(0),
					kind: DEMANDED,
					units: None,
					is_last: true,
				},
				Event::CountGiven { case, demand: 0, quantity: 93 },
			]
		);
		assert_eq!(demands(case), [(lot, Some((93, NOW + 2 * DAY)), None)]);
		assert_eq!(
			deeds_in(case),
			[
				(Action::CaseOpened, Some(CITY)),
				(Action::CountDemanded, Some(CITY)),
				(Action::LotCounted, Some(HOSPITAL)),
			]
		);
		assert_ok!(Registry::consume(by(HOSPITAL_AGENT), lot, 10, None));
		// Who counts once more answers nothing.
		count(lot, 82);
		assert_eq!(demands(case), [(lot, Some((93, NOW + 2 * DAY)), None)]);
		assert_eq!(deeds_in(case).len(), 3);
	});
}

#[test]
fn a_count_that_becomes_a_claim_is_given() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		events();
		count(lot, 45);
		assert_eq!(demands(case), [(lot, Some((45, NOW)), None)]);
		assert_eq!(events().last(), Some(&Event::CountGiven { case, demand: 0, quantity: 45 }));
		assert_eq!(deeds_in(case).last(), Some(&(Action::CountClaimed, Some(HOSPITAL))));
		// The other five wait for a second party.
		assert_eq!(own(lot, HOSPITAL).available, 40);
	});
}

#[test]
fn a_count_above_the_books_is_given_where_nothing_may_turn_up() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		// What came out of other lots is theirs, to the last unit.
		let boxes = repacked(HOSPITAL, &[(lot, 40)]);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, boxes));
		count(boxes, 43);
		assert_eq!(demands(case), [(boxes, Some((43, NOW)), None)]);
		let left = own(boxes, HOSPITAL);
		assert_eq!((left.available, left.held), (40, false));
		assert!(Registry::count_claim(boxes, HOSPITAL).is_none());
	});
}

#[test]
fn a_demand_is_overdue_from_its_date_on_until_it_is_counted() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let deadline = NOW + 3 * DAY;
		assert_ok!(demand_by(case, lot, deadline));
		for (late, days) in
			[(0, None), (1, Some(1)), (DAY - 1, Some(1)), (DAY, Some(2)), (10 * DAY, Some(11))]
		{
			turn_to(deadline + late);
			assert_eq!(demands(case), [(lot, None, days)]);
		}
		assert!(own(lot, HOSPITAL).held);
		count(lot, 100);
		assert_eq!(demands(case), [(lot, Some((100, deadline + 10 * DAY)), None)]);
	});
}

#[test]
fn a_demand_ends_with_its_hold_and_is_demanded_anew() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		let on = at(lot, HOSPITAL);
		lift_refused(by(HOSPITAL_AGENT), on, HoldId(0), Error::<Test>::NotAuthorized);
		assert_ok!(lift(by(CITY_AGENT), on, HoldId(0), None));
		pass(4 * DAY);
		// What is not demanded any more is not overdue, and a count does not answer it.
		assert_eq!(demands(case), [(lot, None, None)]);
		count(lot, 99);
		assert_eq!(demands(case), [(lot, None, None)]);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		count(lot, 98);
		assert_eq!(demands(case), [(lot, None, None), (lot, Some((98, NOW + 4 * DAY)), None)]);
	});
}

#[test]
fn a_count_ends_all_that_wait_for_it() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let of_city = case_over(by(CITY_AGENT), HOSPITAL);
		let of_council = case_over(governance(), HOSPITAL);
		placed(by(NATION_AGENT), on, Extent::Whole, DEMANDED);
		assert_ok!(demand(by(CITY_AGENT), of_city, lot));
		assert_ok!(demand(governance(), of_council, lot));
		// Who has taken the case over demands it once more.
		assert_ok!(demand(by(PROVINCE_AGENT), of_city, lot));
		let placers = holds(on).into_iter().map(|(_, _, placer)| placer);
		assert_eq!(
			placers.collect::<Vec<_>>(),
			[
				HoldBy::Supervisor(NATION),
				HoldBy::Supervisor(CITY),
				HoldBy::Governance,
				HoldBy::Supervisor(PROVINCE),
			]
		);
		count(lot, 60);
		assert!(holds(on).is_empty());
		let given = (lot, Some((60, NOW)), None);
		assert_eq!(demands(of_city), [given, given]);
		assert_eq!(demands(of_council), [given]);
		// One step leaves one record on a case.
		assert_eq!(
			deeds_in(of_city).into_iter().map(|(action, _)| action).collect::<Vec<_>>(),
			[Action::CaseOpened, Action::CountDemanded, Action::CountDemanded, Action::LotCounted]
		);
	});
}

#[test]
fn the_block_is_charged_for_each_count_that_is_given() {
	play(|| {
		let weight = || System::block_weight().get(DispatchClass::Mandatory).ref_time();
		let charged = |lot, counted| {
			let before = weight();
			count(lot, counted);
			weight() - before
		};
		let (lot, other) = (stock(HOSPITAL, MASKS, 100), stock(HOSPITAL, MASKS, 100));
		placed(by(CITY_AGENT), at(lot, HOSPITAL), Extent::Whole, DEMANDED);
		// As the weights of mocks have it: 1,000 for what happened, 1,000,000 for each demand.
		assert_eq!(charged(lot, 99), 1_000);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, other));
		assert_ok!(demand(by(PROVINCE_AGENT), case, other));
		assert_eq!(charged(other, 99), 2_001_000);
	});
}

#[test]
fn a_count_is_demanded_within_a_time() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let other = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		for deadline in [0, NOW - 1, NOW] {
			assert_noop!(demand_by(case, lot, deadline), Error::<Test>::DeadlinePassed);
		}
		for deadline in [NOW + MAX_DEMAND + 1, Moment::MAX] {
			assert_noop!(demand_by(case, lot, deadline), Error::<Test>::DeadlineTooFar);
		}
		assert_ok!(demand_by(case, lot, NOW + 1));
		assert_ok!(demand_by(case, other, NOW + MAX_DEMAND));
	});
}

#[test]
fn a_party_counts_what_it_has_of_its_own() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_noop!(demand_by(case, LotId(77), NOW + DAY), Error::<Test>::LotNotFound);
		assert_noop!(demand_by(case, lot, NOW + DAY), Error::<Test>::HoldingNotFound);
		delivered(MAKER, HOSPITAL, Terms::Loan { due: NOW + 30 * DAY }, (lot, 40));
		// It could not count what it has borrowed.
		assert_noop!(demand_by(case, lot, NOW + DAY), Error::<Test>::HoldingNotFound);
		let borrowed = HoldPlace::Holding(HoldingKey { lot, custodian: HOSPITAL, owner: MAKER });
		assert_noop!(
			place(by(CITY_AGENT), borrowed, Extent::Whole, DEMANDED),
			Error::<Test>::KindNotYours
		);
	});
}

#[test]
fn a_count_is_demanded_once_by_each_supervisor() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let [first, second] = [(); 2].map(|()| case_over(by(CITY_AGENT), HOSPITAL));
		assert_ok!(demand(by(CITY_AGENT), first, lot));
		for case in [first, second] {
			assert_noop!(demand(by(CITY_AGENT), case, lot), Error::<Test>::AlreadyHeld);
		}
		assert_ok!(demand(by(NATION_AGENT), second, lot));
	});
}

#[test]
fn a_set_has_no_room_for_more_than_its_bound() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(governance(), HOSPITAL);
		let kinds =
			[HoldKind::Quarantine, HoldKind::Damage, HoldKind::ColdChainBreach, HoldKind::Legal];
		for kind in kinds {
			for institution in [CITY, PROVINCE, NATION] {
				placed(by(agent_of(institution)), at(lot, HOSPITAL), Extent::Whole, kind);
			}
		}
		assert_noop!(demand(governance(), case, lot), Error::<Test>::TooManyHolds);
	});
}

#[test]
fn a_case_demands_thirty_two_counts_at_most() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let lots: Vec<_> = (0..33).map(|_| stock(HOSPITAL, MASKS, 1)).collect();
		for lot in &lots[..32] {
			assert_ok!(demand(by(CITY_AGENT), case, *lot));
		}
		assert_noop!(demand(by(CITY_AGENT), case, lots[32]), Error::<Test>::TooManyDemands);
		let told: Vec<_> = Recalls::case_demands(case);
		let numbers = told.iter().map(|(number, _, _)| *number);
		assert!(numbers.eq(0..32u8));
		assert!(told.iter().map(|(_, demand, _)| demand.lot).eq(lots[..32].to_vec()));
	});
}

#[test]
fn a_count_is_demanded_by_the_supervisors_of_the_case_alone() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(PROVINCE_AGENT), HOSPITAL);
		for agent in [CITY_AGENT, SHANGHAI_AGENT, HOSPITAL_AGENT, CLINIC_AGENT] {
			assert_noop!(demand(by(agent), case, lot), Error::<Test>::NotSupervisor);
		}
		assert_noop!(demand(by(NOBODY), case, lot), Refused::<Test>::NotAgent);
		let nowhere = CaseId(77);
		assert_noop!(demand_by(nowhere, lot, NOW + DAY), Error::<Test>::CaseNotFound);
		assert_ok!(close_case(by(PROVINCE_AGENT), case));
		assert_noop!(demand(by(PROVINCE_AGENT), case, lot), Error::<Test>::CaseEnded);
	});
}

#[test]
fn a_demand_outlives_its_case() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		assert_ok!(close_case(by(CITY_AGENT), case));
		pass(4 * DAY);
		assert_eq!(demands(case), [(lot, None, Some(2))]);
		assert!(own(lot, HOSPITAL).held);
		count(lot, 97);
		assert!(!own(lot, HOSPITAL).held);
		assert_eq!(demands(case), [(lot, Some((97, NOW + 4 * DAY)), None)]);
		assert_eq!(known_case(case).ended.map(|ended| ended.how), Some(CaseEnd::Closed));
		assert_eq!(deeds_in(case).last(), Some(&(Action::LotCounted, Some(HOSPITAL))));
	});
}

#[test]
fn there_are_no_demands_of_no_case() {
	play(|| {
		assert!(Recalls::case_demands(CaseId(0)).is_empty());
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert!(Recalls::case_demands(case).is_empty());
	});
}
