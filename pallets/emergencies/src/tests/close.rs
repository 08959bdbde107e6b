//! Closing.

use crate::{mock::*, Call, Covers, Error, Event};
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use salus_primitives::{time::DAY, Action, Actor, EmergencyId};
use sp_runtime::DispatchError;

fn refuses(id: EmergencyId, error: Error<Test>) {
	assert_noop!(close(id), error);
}

#[test]
fn what_is_over_is_closed_by_anybody_for_nothing() {
	run(|| {
		let until = NOW + DAY;
		let id = declared(ASSEMBLY, declaration(&["CN-HB", "CN-SH"], &[MASKS, GOWNS], until));
		turn_to(until - 1);
		refuses(id, Error::StillInForce);
		turn_to(until);
		events();
		let (record, pays) = accepted(by(STRANGER), id, Call::close { emergency: id });
		let anybody = Actor::Account(STRANGER);
		assert_eq!((record.action, record.actor), (Action::EmergencyClosed, anybody));
		assert_eq!(pays, Pays::No);
		assert_eq!(events(), [Event::EmergencyClosed { emergency: id }]);
		assert_eq!(Covers::<Test>::iter().count(), 0);
		assert_eq!(stored(id).covers, 0);
		refuses(id, Error::NothingToDo);
	});
}

#[test]
fn what_was_called_off_is_closed_at_once() {
	run(|| {
		let id = declared(ASSEMBLY, of_one("CN-HB", MASKS));
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), id));
		assert_ok!(close(id));
	});
}

#[test]
fn what_a_ratification_would_bring_back_is_not_closed() {
	run(|| {
		let id = in_haste();
		let until = stored(id).declaration.until;
		turn_to(NOW + TERM);
		assert!(!counts());
		refuses(id, Error::StillInForce);
		turn_to(until - 1);
		refuses(id, Error::StillInForce);
		turn_to(until);
		assert_ok!(close(id));
	});
}

#[test]
fn what_binds_the_council_is_closed_when_it_has_cooled() {
	run(|| {
		let id = in_haste();
		turn_to(NOW + TERM);
		assert_ok!(lapse(id));
		turn_to(NOW + TERM + COOLING - 1);
		refuses(id, Error::StillCooling);
		assert_eq!(listed(), [id]);
		turn_to(NOW + TERM + COOLING);
		assert_ok!(close(id));
		assert!(listed().is_empty());
		assert_eq!(Covers::<Test>::iter().count(), 0);
		refuses(id, Error::NothingToDo);
	});
}

#[test]
fn an_early_end_lets_it_cool_early() {
	run(|| {
		let id = declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + HOUR));
		turn_to(NOW + HOUR + COOLING - 1);
		refuses(id, Error::StillCooling);
		turn_to(NOW + HOUR + COOLING);
		assert_ok!(close(id));
	});
}

#[test]
fn what_others_took_stays_theirs() {
	run(|| {
		let until = NOW + DAY;
		let first = declared(ASSEMBLY, declaration(&["CN-HB", "CN-SH"], &[MASKS], until));
		turn_to(until);
		let second = declared(ASSEMBLY, of_one("CN-HB", MASKS));
		assert_ok!(close(first));
		assert!(counts());
		assert_eq!(Covers::<Test>::get(code("CN-HB"), MASKS), Some(second));
		assert_eq!(Covers::<Test>::get(code("CN-SH"), MASKS), None);
	});
}

#[test]
fn where_others_took_everything_nothing_is_left_to_do() {
	run(|| {
		let first = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		turn_to(NOW + DAY);
		declared(ASSEMBLY, of_one("CN-HB", MASKS));
		refuses(first, Error::NothingToDo);
	});
}

#[test]
fn who_closes_signs_and_names_what_is_there() {
	run(|| {
		refuses(NOTHING, Error::EmergencyNotFound);
		let id = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		turn_to(NOW + DAY);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, Call::close { emergency: id }, DispatchError::BadOrigin);
		}
	});
}
