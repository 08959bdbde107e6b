//! Declaring.

use crate::{mock::*, Call, Covers, Declaration, Emergency, Error, Event, Hasty, NextEmergencyId};
use frame_support::dispatch::{GetDispatchInfo, Pays};
use salus_primitives::{
	mock::MockTrail, time::DAY, Action, ClassId, EmergencyId, Severity, Subject, Subjects,
};
use sp_runtime::DispatchError;

const FIRST: EmergencyId = EmergencyId(0);

fn refuses(who: u64, declaration: Declaration, error: Error<Test>) {
	refused(by(who), Call::declare { declaration }, error);
}

#[test]
fn what_the_council_declares_is_in_force_at_once_and_pending() {
	run(|| {
		let until = NOW + 20 * DAY;
		let declaration = declaration(&["CN-HB", "CN-SH"], &[MASKS, GOWNS], until);
		let call = Call::declare { declaration: declaration.clone() };
		let (record, pays) = accepted(by(COUNCIL), FIRST, call);
		assert_eq!((record.action, record.actor), (Action::EmergencyDeclared, BY_COUNCIL));
		assert_eq!((record.institution, pays), (None, Pays::Yes));
		let ratify_by = NOW + TERM;
		let told = Event::EmergencyDeclared {
			emergency: FIRST,
			severity: Severity::Major,
			until,
			ratify_by: Some(ratify_by),
		};
		assert_eq!(events(), [told]);
		let newest_record = MockTrail::newest(&Subject::Emergency(FIRST));
		let expected = Emergency {
			declaration,
			declared_at: NOW,
			hasty: Hasty::Pending { ratify_by },
			ended: None,
			covers: 4,
			allocations: 0,
			newest_record,
		};
		assert_eq!(stored(FIRST), expected);
		assert_eq!(Emergencies::newest_record(&Subject::Emergency(FIRST)), newest_record);
		for (region, class, expected) in [
			("CN-HB", MASKS, Some(Severity::Major)),
			("CN-HB", GOWNS, Some(Severity::Major)),
			("CN-SH", MASKS, Some(Severity::Major)),
			("CN-SH", GOWNS, Some(Severity::Major)),
			("CN-HB", OXYGEN, None),
			("CN-HN", MASKS, None),
		] {
			assert_eq!(severity(region, class), expected, "{region}, {class:?}");
		}
		assert_eq!(listed(), [FIRST]);
	});
}

#[test]
fn what_others_declare_needs_no_ratification() {
	run(|| {
		for (number, origin, actor) in [(0, by(ASSEMBLY), BY_ASSEMBLY), (1, root(), BY_ROOT)] {
			let id = EmergencyId(number);
			let declaration = of_one("CN-HB", ClassId(number));
			let until = declaration.until;
			let (record, _) = accepted(origin, id, Call::declare { declaration });
			assert_eq!(record.actor, actor);
			let severity = Severity::Major;
			let told = Event::EmergencyDeclared { emergency: id, severity, until, ratify_by: None };
			assert_eq!(events(), [told]);
			assert_eq!(stored(id).hasty, Hasty::No);
			assert!(listed().is_empty());
			assert_eq!(Ratification::act(matter(id)), None);
		}
	});
}

#[test]
fn nobody_else_declares() {
	run(|| {
		for origin in [by(STRANGER), RuntimeOrigin::none()] {
			let declaration = of_one("CN-HB", MASKS);
			refused(origin, Call::declare { declaration }, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_declaration_names_what_is_there_in_order_and_once() {
	run(|| {
		let until = NOW + DAY;
		for (regions, classes, error) in [
			(vec![], vec![MASKS], Error::NoRegions),
			(vec!["CN-HB"], vec![], Error::NoClasses),
			(vec!["CN-SH", "CN-HB"], vec![MASKS], Error::NotAscending),
			(vec!["CN-HB", "CN-HB"], vec![MASKS], Error::NotAscending),
			(vec!["CN-HB"], vec![OXYGEN, MASKS], Error::NotAscending),
			(vec!["CN-HB"], vec![MASKS, MASKS], Error::NotAscending),
			(vec!["CN-HB", "FR"], vec![MASKS], Error::RegionNotFound),
			(vec!["CN-HB"], vec![MASKS, NO_CLASS], Error::ClassNotFound),
		] {
			refuses(ASSEMBLY, declaration(&regions, &classes, until), error);
		}
	});
}

#[test]
fn it_ends_in_the_future_and_not_too_far_ahead() {
	run(|| {
		let ends = |until| declaration(&["CN-HB"], &[MASKS], until);
		refuses(COUNCIL, ends(NOW - 1), Error::EndPassed);
		refuses(COUNCIL, ends(NOW), Error::EndPassed);
		refuses(ASSEMBLY, ends(NOW + 30 * DAY + 1), Error::TooLong);
		let longest = declared(ASSEMBLY, ends(NOW + 30 * DAY));
		assert_eq!(stored(longest).declaration.until, NOW + 30 * DAY);
		declared(COUNCIL, declaration(&["CN-SH"], &[MASKS], NOW + 1));
	});
}

#[test]
fn one_emergency_counts_for_a_pair_while_it_is_in_force() {
	run(|| {
		let first = in_haste();
		for who in [COUNCIL, ASSEMBLY] {
			refuses(who, of_one("CN-HB", MASKS), Error::AlreadyDeclared);
			let one_of_four = declaration(&["CN-HB", "CN-HN"], &[MASKS, OXYGEN], NOW + DAY);
			refuses(who, one_of_four, Error::AlreadyDeclared);
		}
		// Neither for another class, nor for a region around, which it does not cover.
		declared(ASSEMBLY, of_one("CN-HB", OXYGEN));
		declared(ASSEMBLY, of_one("CN", MASKS));
		assert_eq!(stored(first).covers, 1);
	});
}

#[test]
fn a_pair_that_is_not_in_force_goes_over_to_the_next() {
	run(|| {
		let until = NOW + DAY;
		let first = declared(ASSEMBLY, declaration(&["CN-HB", "CN-SH"], &[MASKS, GOWNS], until));
		turn_to(until);
		let second = declared(ASSEMBLY, of_one("CN-HB", GOWNS));
		assert_eq!((stored(first).covers, stored(second).covers), (3, 1));
		assert_eq!(Covers::<Test>::get(code("CN-HB"), GOWNS), Some(second));
		assert_eq!(Covers::<Test>::get(code("CN-SH"), GOWNS), Some(first));
		// That it lost a pair is no change of what was declared.
		assert_eq!(MockTrail::records_of(&Subject::Emergency(first)).len(), 1);
	});
}

#[test]
fn as_much_as_may_be_is_declared_at_once() {
	run(|| {
		let regions = ["ZZ-1", "ZZ-2", "ZZ-3", "ZZ-4", "ZZ-5", "ZZ-6", "ZZ-7", "ZZ-8"];
		let classes: Vec<_> = (0..8).map(ClassId).collect();
		let id = declared(COUNCIL, declaration(&regions, &classes, NOW + DAY));
		assert_eq!(stored(id).covers, 64);
		assert_eq!(Covers::<Test>::iter().count(), 64);
		assert_eq!(listed(), [id]);
	});
}

#[test]
fn identifiers_end() {
	run(|| {
		NextEmergencyId::<Test>::put(EmergencyId(u32::MAX));
		refuses(ASSEMBLY, of_one("CN-HB", MASKS), Error::IdsExhausted);
	});
}

#[test]
fn it_costs_by_what_it_names() {
	let weigh = |regions: &[&str], classes: &[ClassId]| {
		let declaration = declaration(regions, classes, NOW);
		Call::<Test>::declare { declaration }.get_dispatch_info().call_weight.ref_time()
	};
	// Ten for a region and one for a class, as the weights of mocks have it.
	assert_eq!(weigh(&["CN-HB"], &[MASKS, OXYGEN, GOWNS]), 13);
	assert_eq!(weigh(&["CN-HB", "CN-SH"], &[MASKS]), 21);
}
