//! Calling off.

use crate::{mock::*, Call, EmergencyEnding, Error, Event};
use frame_support::{assert_ok, dispatch::Pays};
use pallet_ratification::ActState;
use salus_primitives::{time::DAY, Action, EmergencyId};
use sp_runtime::DispatchError;

fn call_off(emergency: EmergencyId) -> Call<Test> {
	Call::call_off { emergency }
}

#[test]
fn the_council_calls_off_what_is_pending() {
	run(|| {
		let id = in_haste();
		pass(HOUR);
		events();
		let (record, pays) = accepted(by(COUNCIL), id, call_off(id));
		assert_eq!((record.action, record.actor), (Action::EmergencyCalledOff, BY_COUNCIL));
		assert_eq!((record.institution, pays), (None, Pays::Yes));
		assert_eq!(events(), [Event::EmergencyCalledOff { emergency: id }]);
		assert_eq!(stored(id).ended, Some((EmergencyEnding::CalledOff, NOW + HOUR)));
		assert!(!counts());
		// There is nothing to ratify any more, nor to undo.
		let act = Ratification::act(matter(id)).expect("it is kept");
		assert_eq!(act.state, ActState::Spent { until: NOW + TERM + 30 * DAY });
		assert!(ratify(id).is_err());
		pass(TERM);
		assert!(lapse(id).is_err());
	});
}

#[test]
fn the_council_calls_off_nothing_else() {
	run(|| {
		let ratified = in_haste();
		assert_ok!(ratify(ratified));
		let voted = declared(ASSEMBLY, of_one("CN-HB", OXYGEN));
		for id in [ratified, voted] {
			refused(by(COUNCIL), call_off(id), Error::<Test>::NotPending);
		}
		assert!(counts());
	});
}

#[test]
fn others_call_off_whatever_is_in_force() {
	run(|| {
		let pending = in_haste();
		let ratified = declared(COUNCIL, of_one("CN-SH", MASKS));
		assert_ok!(ratify(ratified));
		let voted = declared(ASSEMBLY, of_one("CN-HB", OXYGEN));
		for (id, origin, actor) in [
			(pending, by(ASSEMBLY), BY_ASSEMBLY),
			(ratified, root(), BY_ROOT),
			(voted, by(ASSEMBLY), BY_ASSEMBLY),
		] {
			let (record, _) = accepted(origin, id, call_off(id));
			assert_eq!(record.actor, actor);
			assert_eq!(stored(id).ended, Some((EmergencyEnding::CalledOff, NOW)));
		}
		assert_eq!((counts(), severity("CN-SH", MASKS)), (false, None));
		assert_eq!(severity("CN-HB", OXYGEN), None);
		// What nobody had done in haste is not hasty afterwards.
		assert_eq!(Ratification::act(matter(ratified)), None);
		assert_eq!(Ratification::act(matter(voted)), None);
	});
}

#[test]
fn what_is_not_in_force_is_not_called_off() {
	run(|| {
		let called_off = in_haste();
		accepted(by(COUNCIL), called_off, call_off(called_off));
		let over = declared(ASSEMBLY, declaration(&["CN-SH"], &[MASKS], NOW + DAY));
		let out_of_term = declared(COUNCIL, of_one("CN-HN", OXYGEN));
		turn_to(NOW + TERM);
		for who in [COUNCIL, ASSEMBLY] {
			for id in [called_off, over, out_of_term] {
				refused(by(who), call_off(id), Error::<Test>::NotInForce);
			}
			refused(by(who), call_off(NOTHING), Error::<Test>::EmergencyNotFound);
		}
	});
}

#[test]
fn nobody_else_calls_off() {
	run(|| {
		let id = in_haste();
		for origin in [by(STRANGER), RuntimeOrigin::none()] {
			refused(origin, call_off(id), DispatchError::BadOrigin);
		}
	});
}
