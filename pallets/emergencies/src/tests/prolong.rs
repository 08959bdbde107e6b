//! Prolonging.

use crate::{mock::*, Call, Error, Event};
use frame_support::{assert_ok, dispatch::Pays};
use salus_primitives::{time::DAY, Action, EmergencyId, Moment};
use sp_runtime::DispatchError;

fn prolong(emergency: EmergencyId, until: Moment) -> Call<Test> {
	Call::prolong { emergency, until }
}

#[test]
fn what_is_in_force_gets_a_later_end() {
	run(|| {
		let id = declared(ASSEMBLY, of_one("CN-HB", MASKS));
		turn_to(NOW + 19 * DAY);
		events();
		let until = NOW + 40 * DAY;
		let (record, pays) = accepted(by(ASSEMBLY), id, prolong(id, until));
		assert_eq!((record.action, record.actor), (Action::EmergencyProlonged, BY_ASSEMBLY));
		assert_eq!((record.institution, pays), (None, Pays::Yes));
		assert_eq!(events(), [Event::EmergencyProlonged { emergency: id, until }]);
		turn_to(NOW + 20 * DAY);
		assert!(counts());
		turn_to(until - 1);
		assert!(counts());
		turn_to(until);
		assert!(!counts());
	});
}

#[test]
fn what_was_ratified_is_prolonged_and_not_what_is_pending() {
	run(|| {
		let id = in_haste();
		let until = NOW + 25 * DAY;
		refused(by(ASSEMBLY), prolong(id, until), Error::<Test>::NotRatified);
		assert_ok!(ratify(id));
		let (record, _) = accepted(root(), id, prolong(id, until));
		assert_eq!(record.actor, BY_ROOT);
		assert_eq!(stored(id).declaration.until, until);
	});
}

#[test]
fn the_end_is_later_and_not_too_far_ahead() {
	run(|| {
		let id = declared(ASSEMBLY, of_one("CN-HB", MASKS));
		pass(DAY);
		refused(by(ASSEMBLY), prolong(id, NOW + 19 * DAY), Error::<Test>::NotLater);
		refused(by(ASSEMBLY), prolong(id, NOW + 20 * DAY), Error::<Test>::NotLater);
		refused(by(ASSEMBLY), prolong(id, NOW + 31 * DAY + 1), Error::<Test>::TooLong);
		accepted(by(ASSEMBLY), id, prolong(id, NOW + 20 * DAY + 1));
		accepted(by(ASSEMBLY), id, prolong(id, NOW + 31 * DAY));
	});
}

#[test]
fn what_is_not_in_force_is_not_prolonged() {
	run(|| {
		let over = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		let out_of_term = declared(COUNCIL, of_one("CN-SH", MASKS));
		let called_off = declared(ASSEMBLY, of_one("CN-HN", MASKS));
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), called_off));
		turn_to(NOW + TERM);
		for id in [over, out_of_term, called_off] {
			refused(by(ASSEMBLY), prolong(id, NOW + 25 * DAY), Error::<Test>::NotInForce);
		}
		let nothing = prolong(NOTHING, NOW + 25 * DAY);
		refused(by(ASSEMBLY), nothing, Error::<Test>::EmergencyNotFound);
	});
}

#[test]
fn the_council_does_not_prolong() {
	run(|| {
		let id = in_haste();
		assert_ok!(ratify(id));
		for origin in [by(COUNCIL), by(STRANGER), RuntimeOrigin::none()] {
			refused(origin, prolong(id, NOW + 25 * DAY), DispatchError::BadOrigin);
		}
	});
}
