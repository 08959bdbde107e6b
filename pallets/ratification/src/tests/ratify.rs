//! Ratifying.

use crate::{mock::*, ActState, Call, Error, Event};
use frame_support::{assert_ok, dispatch::Pays};
use salus_primitives::{mock::MockTrail, Action, Effect, Haste, Matter, Reversal, Subject};
use sp_runtime::DispatchError;

const RATIFY: Call<Test> = Call::ratify { matter: STANDING };

#[test]
fn what_is_ratified_lasts() {
	run(|| {
		suspended_in_haste();
		let pending = || <Ratification as Haste<u64>>::pending(STANDING);
		assert_eq!(pending(), Some(Effect::OutOfForce));
		let (record, pays) = accepted(signed(ASSEMBLY), RATIFY);
		assert_eq!((pending(), MockJudges::told()), (None, vec![STANDING]));
		assert_eq!((record.action, record.actor), (Action::ActRatified, BY_ASSEMBLY));
		assert_eq!((record.institution, pays), (None, Pays::Yes));
		last_event(Event::ActRatified { matter: STANDING, effect: Effect::OutOfForce });
		assert_eq!(Ratification::act(STANDING), None);
		pass(TERM);
		let lapse = Call::lapse { matter: STANDING };
		refused(signed(STRANGER), lapse, Error::<Test>::ActNotFound);
		assert_eq!(stands(HOSPITAL), Some(Effect::OutOfForce));
	});
}

#[test]
fn an_emergency_that_is_ratified_lasts_and_whoever_is_told_knows_which() {
	run(|| {
		let emergency = declare(COUNCIL);
		let matter = Matter::Emergency(emergency);
		suspended_in_haste();
		assert_ok!(Ratification::ratify(signed(ASSEMBLY), matter));
		assert_eq!(MockJudges::told(), vec![matter]);
		last_event(Event::ActRatified { matter, effect: Effect::InForce });
		let record = MockTrail::records().pop().expect("there is one");
		assert_eq!(record.subject, Subject::Emergency(emergency));
		assert_eq!((record.action, record.actor), (Action::ActRatified, BY_ASSEMBLY));
		pass(EMERGENCY_TERM);
		refused(signed(STRANGER), Call::lapse { matter }, Error::<Test>::ActNotFound);
		assert_eq!(World::effect_of(matter), Some(Effect::InForce));
		assert_eq!(state(), Some(ActState::Pending), "the hospital's is another matter");
	});
}

#[test]
fn whoever_else_may_ratify_leaves_its_own_name() {
	run(|| {
		suspended_in_haste();
		let (record, _) = accepted(root(), RATIFY);
		assert_eq!(record.actor, BY_ROOT);
	});
}

#[test]
fn the_council_reverses_what_was_ratified_in_haste_again() {
	run(|| {
		suspended_in_haste();
		accepted(signed(ASSEMBLY), RATIFY);
		assert_ok!(act(COUNCIL, HOSPITAL, Effect::InForce));
		assert_eq!(state(), Some(ActState::Pending));
		pass(TERM);
		accepted(signed(STRANGER), Call::lapse { matter: STANDING });
		assert_eq!(stands(HOSPITAL), Some(Effect::OutOfForce));
	});
}

#[test]
fn a_ratification_is_not_too_late_until_the_act_has_lapsed() {
	run(|| {
		suspended_in_haste();
		pass(TERM + 1);
		accepted(signed(ASSEMBLY), RATIFY);
		assert_eq!(stands(HOSPITAL), Some(Effect::OutOfForce));
	});
}

#[test]
fn what_has_lapsed_is_not_ratified() {
	run(|| {
		suspended_in_haste();
		pass(TERM);
		accepted(signed(STRANGER), Call::lapse { matter: STANDING });
		refused(signed(ASSEMBLY), RATIFY, Error::<Test>::NotPending);
	});
}

#[test]
fn what_was_undone_is_not_ratified() {
	run(|| {
		spent();
		refused(signed(ASSEMBLY), RATIFY, Error::<Test>::NotPending);
	});
}

#[test]
fn what_nobody_did_is_not_ratified() {
	run(|| {
		refused(signed(ASSEMBLY), RATIFY, Error::<Test>::ActNotFound);
		assert_ok!(act(BY_ROOT, HOSPITAL, Effect::OutOfForce));
		refused(signed(ASSEMBLY), RATIFY, Error::<Test>::ActNotFound);
		let nobody = Call::ratify { matter: Matter::Standing(NOBODY) };
		refused(root(), nobody, Error::<Test>::ActNotFound);
	});
}

#[test]
fn nobody_ratifies_but_who_decides_such_a_matter() {
	run(|| {
		suspended_in_haste();
		for origin in [signed(STRANGER), signed(DOCTOR), RuntimeOrigin::none()] {
			refused(origin, RATIFY, DispatchError::BadOrigin);
		}
		assert_ok!(act(COUNCIL, OUTSIDER, Effect::OutOfForce));
		let ratify = Call::ratify { matter: Matter::Standing(OUTSIDER) };
		refused(signed(ASSEMBLY), ratify, DispatchError::BadOrigin);
	});
}
