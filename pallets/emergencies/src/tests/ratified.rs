//! Ratification, in time and late.

use crate::{mock::*, Hasty, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchClass};
use pallet_ratification::{Error as RatificationError, WeightInfo as RatificationWeights};
use salus_primitives::{
	mock::MockTrail, time::DAY, Action, InstitutionId, Matter, OnRatified, Severity, Subject,
};

#[test]
fn what_is_ratified_lasts_until_its_end() {
	run(|| {
		let id = in_haste();
		pass(DAY);
		assert_ok!(ratify(id));
		assert_eq!(stored(id).hasty, Hasty::Ratified);
		let record = MockTrail::records_of(&Subject::Emergency(id)).pop().expect("there is one");
		assert_eq!((record.action, record.actor), (Action::ActRatified, BY_ASSEMBLY));
		turn_to(NOW + TERM);
		assert!(counts());
		turn_to(NOW + 20 * DAY - 1);
		assert!(counts());
		turn_to(NOW + 20 * DAY);
		assert!(!counts());
	});
}

#[test]
fn what_is_ratified_late_is_in_force_again() {
	run(|| {
		let id = in_haste();
		turn_to(NOW + 2 * TERM);
		assert!(!counts());
		assert_ok!(ratify(id));
		assert!(counts());
		assert!(listed().is_empty());
		turn_to(NOW + 20 * DAY);
		assert!(!counts());
	});
}

#[test]
fn what_was_let_lapse_is_not_ratified() {
	run(|| {
		let id = in_haste();
		turn_to(NOW + TERM);
		assert_ok!(lapse(id));
		assert_noop!(ratify(id), RatificationError::<Test>::NotPending);
		assert!(!counts());
	});
}

#[test]
fn what_others_took_meanwhile_stays_theirs() {
	run(|| {
		let first = declared(COUNCIL, declaration(&["CN-HB", "CN-SH"], &[MASKS], NOW + 20 * DAY));
		turn_to(NOW + TERM);
		let mut graver = of_one("CN-HB", MASKS);
		graver.severity = Severity::Extreme;
		let second = declared(ASSEMBLY, graver);
		assert_ok!(ratify(first));
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Extreme));
		assert_eq!(severity("CN-SH", MASKS), Some(Severity::Major));
		check_all();
		// Nor does it come back when they are over.
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), second));
		assert_eq!(severity("CN-HB", MASKS), None);
		assert_ok!(close(second));
		assert_eq!(severity("CN-HB", MASKS), None);
		let view = Emergencies::emergency(first).expect("it is stored");
		assert_eq!((view.emergency.covers, view.in_force), (1, true));
	});
}

#[test]
fn what_is_over_is_ratified_without_effect() {
	run(|| {
		let closed = declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		let over = declared(COUNCIL, declaration(&["CN-SH"], &[MASKS], NOW + DAY));
		turn_to(NOW + DAY + COOLING);
		assert_ok!(close(closed));
		for id in [closed, over] {
			assert_ok!(ratify(id));
			assert_eq!(stored(id).hasty, Hasty::Ratified);
		}
		assert_eq!((severity("CN-HB", MASKS), severity("CN-SH", MASKS)), (None, None));
		let view = Emergencies::emergency(closed).expect("it is stored");
		assert_eq!((view.emergency.covers, view.in_force), (0, false));
	});
}

#[test]
fn the_block_is_charged_for_it() {
	run(|| {
		let used = || *System::block_weight().get(DispatchClass::Mandatory);
		let id = in_haste();
		let before = used();
		assert_ok!(ratify(id));
		let charged = <() as WeightInfo>::ratified();
		assert_eq!(used() - before, charged);
		// A declaration is charged for by ratification alone, which enters the act.
		let before = used();
		declared(COUNCIL, of_one("CN-SH", MASKS));
		assert_eq!(used() - before, <() as RatificationWeights>::acted());
	});
}

#[test]
fn other_matters_are_others() {
	run(|| {
		let id = in_haste();
		let (before, events_before) = (stored(id), System::events());
		let other = Matter::Standing(InstitutionId(id.0));
		<Emergencies as OnRatified>::ratified(other);
		<Emergencies as OnRatified>::ratified(matter(NOTHING));
		assert_eq!((stored(id), System::events()), (before, events_before));
		assert_eq!(listed(), [id]);
	});
}
