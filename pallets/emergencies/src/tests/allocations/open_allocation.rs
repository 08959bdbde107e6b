//! Opening.

use crate::{mock::*, Allocation, Call, Error, Event, NextAllocationId, Stage};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, time::DAY, Action, Actor, AllocationId, ClassId, EmergencyId, Moment, Subject,
};
use sp_runtime::DispatchError;

fn open(emergency: EmergencyId, class: ClassId) -> Call<Test> {
	Call::open_allocation { emergency, class }
}

fn open_masks(emergency: EmergencyId) -> Call<Test> {
	open(emergency, MASKS)
}

#[test]
fn an_authority_opens_one_and_it_is_told() {
	run(|| {
		let emergency = masks_in_hubei();
		events();
		assert_ok!(Emergencies::open_allocation(by(COUNCIL), emergency, MASKS));
		let id = AllocationId(0);
		let told = Event::AllocationOpened { allocation: id, emergency, class: MASKS };
		assert_eq!(events(), [told]);
		assert_eq!(deeds(id), [(BY_COUNCIL, Action::AllocationOpened)]);
		let expected = Allocation {
			emergency,
			class: MASKS,
			opened_at: NOW,
			release_at: NOW + 20 * 60_000,
			stage: Stage::GatheringNeeds { after: None, looked: 0 },
			needs: 0,
			offers: 0,
			lines: 0,
			carried_out: 0,
			unit_km: 0,
			unit_days_held: 0,
			left_out: 0,
			barred: 0,
			method: None,
			fingerprint: None,
			quality: None,
			archived: 0,
			newest_record: MockTrail::newest(&Subject::Allocation(id)),
		};
		assert_eq!(Emergencies::allocation(id), Some(expected));
		assert_eq!(Emergencies::running(), [id]);
		assert_eq!(stored(emergency).allocations, 1);
	});
}

#[test]
fn a_commission_of_one_of_its_regions_opens_one_or_of_a_part_and_no_other() {
	for commission in [PROVINCE, CITY] {
		run(|| {
			let emergency = masks_in_hubei();
			let agent = agent_of(commission);
			assert_ok!(Emergencies::open_allocation(by(agent), emergency, MASKS));
			let actor = Actor::Account(agent);
			assert_eq!(deeds(AllocationId(0)), [(actor, Action::AllocationOpened)]);
			let records = MockTrail::records_of(&Subject::Allocation(AllocationId(0)));
			assert_eq!(records[0].institution, Some(commission));
		});
	}
	run(|| {
		let emergency = masks_in_hubei();
		for institution in [SHANGHAI, HOSPITAL, DONOR] {
			let origin = by(agent_of(institution));
			refused(origin, open_masks(emergency), Error::<Test>::NotAuthorized);
		}
		let nobody = pallet_registry::Error::<Test>::NotAgent;
		refused(by(STRANGER), open_masks(emergency), nobody);
		refused(RuntimeOrigin::none(), open_masks(emergency), DispatchError::BadOrigin);
		assert_eq!(NextAllocationId::<Test>::get(), AllocationId(0));
	});
}

#[test]
fn there_is_an_emergency_that_is_in_force_and_counts_for_the_class() {
	run(|| {
		for who in [ASSEMBLY, agent_of(PROVINCE)] {
			refused(by(who), open_masks(NOTHING), Error::<Test>::EmergencyNotFound);
		}
		let emergency = masks_in_hubei();
		let not_covered: DispatchError = Error::<Test>::ClassNotCovered.into();
		for class in [OXYGEN, NO_CLASS] {
			refused(by(ASSEMBLY), open(emergency, class), not_covered);
		}
		turn_to(NOW + 20 * DAY);
		refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::NotInForce);
	});
}

#[test]
fn an_emergency_whose_regions_others_took_counts_for_nothing() {
	run(|| {
		let first = in_haste();
		pass(TERM);
		let second = masks_in_hubei();
		assert_ok!(ratify(first));
		assert!(stored(first).is_in_force(now()));
		refused(by(ASSEMBLY), open_masks(first), Error::<Test>::ClassNotCovered);
		assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), second, MASKS));
	});
}

#[test]
fn one_of_a_class_runs_at_a_time_and_the_next_is_opened_an_hour_later() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let emergency = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS, OXYGEN], NOW + DAY));
		let id = opened(emergency);
		refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::AlreadyRunning);
		// Whatever the time is, as long as nobody has it take a step.
		turn_to(NOW + HOUR);
		refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::AlreadyRunning);
		turn_to(NOW + 1);
		carry_through(id);
		assert!(Emergencies::running().is_empty());
		let at = |moment: Moment| turn_to(moment);
		for moment in [NOW + 1, NOW + HOUR - 1] {
			at(moment);
			refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::TooSoon);
		}
		// Of another class there was none.
		assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), emergency, OXYGEN));
		at(NOW + HOUR);
		assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), emergency, MASKS));
		assert_eq!(stored(emergency).allocations, 3);
	});
}

#[test]
fn one_of_a_class_runs_whichever_emergency_it_is_for() {
	run(|| {
		let in_hubei = masks_in_hubei();
		let in_country = declared(ASSEMBLY, declaration(&["CN"], &[MASKS, OXYGEN], NOW + DAY));
		let id = opened(in_hubei);
		refused(by(ASSEMBLY), open_masks(in_country), Error::<Test>::AlreadyRunning);
		opened_of(in_country, OXYGEN);
		carry_through(id);
		// Of this emergency there was none.
		opened(in_country);
		refused(by(ASSEMBLY), open_masks(in_hubei), Error::<Test>::AlreadyRunning);
	});
}

#[test]
fn behind_one_that_had_nothing_to_share_five_minutes_suffice_from_its_end() {
	run(|| {
		let emergency = masks_in_hubei();
		asks(HOSPITAL, 10);
		let id = opened(emergency);
		pass(60_000);
		carry_through(id);
		for moment in [NOW + 60_000, NOW + 6 * 60_000 - 1] {
			turn_to(moment);
			refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::TooSoon);
		}
		turn_to(NOW + 6 * 60_000);
		offers(DONOR, 10);
		let next = opened(emergency);
		carry_through(next);
		// That one had something.
		turn_to(NOW + 66 * 60_000 - 1);
		refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::TooSoon);
		turn_to(NOW + 66 * 60_000);
		opened(emergency);
	});
	// One whose time was over burnt its hour.
	run(|| {
		let emergency = masks_in_hubei();
		asks(HOSPITAL, 10);
		let id = opened(emergency);
		pass(LONGEST + 1);
		carry_through(id);
		turn_to(NOW + HOUR - 1);
		refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::TooSoon);
		turn_to(NOW + HOUR);
		opened(emergency);
	});
}

#[test]
fn four_run_at_a_time() {
	run(|| {
		let classes: Vec<_> = (0..5).map(ClassId).collect();
		let emergency = declared(ASSEMBLY, declaration(&["CN-HB"], &classes, NOW + DAY));
		for class in &classes[..4] {
			assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), emergency, *class));
		}
		let full = Error::<Test>::TooManyRunning;
		refused(by(ASSEMBLY), open(emergency, classes[4]), full);
		assert_ok!(advance(AllocationId(2)));
		assert_eq!(Emergencies::running(), [0, 1, 3].map(AllocationId));
		assert_ok!(Emergencies::open_allocation(by(ASSEMBLY), emergency, classes[4]));
		assert_eq!(Emergencies::running(), [0, 1, 3, 4].map(AllocationId));
	});
}

#[test]
fn the_last_identifier_is_not_given_away() {
	stage().execute_with(|| {
		let emergency = masks_in_hubei();
		NextAllocationId::<Test>::put(AllocationId(u32::MAX));
		refused(by(ASSEMBLY), open_masks(emergency), Error::<Test>::IdsExhausted);
	});
}
