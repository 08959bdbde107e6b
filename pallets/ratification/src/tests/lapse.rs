//! Lapsing.

use crate::{mock::*, ActState, Call, Error, Event};
use frame_support::{assert_ok, dispatch::Pays};
use salus_primitives::{mock::MockTrail, Action, Actor, Effect, Matter, Reversal, Subject};
use sp_runtime::DispatchError;

const LAPSE: Call<Test> = Call::lapse { matter: STANDING };

#[test]
fn a_suspension_that_nobody_ratified_ends_with_its_term() {
	run(|| {
		suspended_in_haste();
		pass(TERM - 1);
		refused(signed(STRANGER), LAPSE, Error::<Test>::TermNotOver);
		pass(1);
		let (record, pays) = accepted(signed(STRANGER), LAPSE);
		assert_eq!((record.action, record.actor), (Action::ActLapsed, Actor::Account(STRANGER)));
		assert_eq!((record.institution, pays), (None, Pays::No));
		let (matter, effect) = (STANDING, Effect::OutOfForce);
		last_event(Event::ActLapsed { matter, effect, until: COOL });
		assert_eq!(stands(HOSPITAL), Some(Effect::InForce));
		let spent = suspension(ActState::Spent { until: COOL });
		assert_eq!(Ratification::act(STANDING), Some(spent));
	});
}

#[test]
fn an_admission_that_nobody_ratified_ends_in_a_suspension() {
	run(|| {
		let clinic = admit(COUNCIL);
		let matter = Matter::Standing(clinic);
		pass(TERM);
		let lapsed = Ratification::lapse(signed(STRANGER), matter);
		assert_ok!(lapsed);
		last_event(Event::ActLapsed { matter, effect: Effect::InForce, until: COOL });
		assert_eq!(stands(clinic), Some(Effect::OutOfForce));
		let record = MockTrail::records().pop().expect("there is one");
		assert_eq!(record.subject, Subject::Institution(clinic));
	});
}

#[test]
fn an_emergency_that_nobody_ratified_ends_with_its_own_term() {
	run(|| {
		let emergency = declare(COUNCIL);
		let matter = Matter::Emergency(emergency);
		suspended_in_haste();
		pass(EMERGENCY_TERM - 1);
		refused(signed(STRANGER), Call::lapse { matter }, Error::<Test>::TermNotOver);
		pass(1);
		assert_ok!(Ratification::lapse(signed(STRANGER), matter));
		let until = NOW + EMERGENCY_TERM + COOLING;
		last_event(Event::ActLapsed { matter, effect: Effect::InForce, until });
		assert_eq!(World::effect_of(matter), Some(Effect::OutOfForce));
		let record = MockTrail::records().pop().expect("there is one");
		assert_eq!(record.subject, Subject::Emergency(emergency));
		assert_eq!((record.action, record.actor), (Action::ActLapsed, Actor::Account(STRANGER)));
		// What was done about the hospital may still be ratified.
		refused(signed(STRANGER), LAPSE, Error::<Test>::TermNotOver);
	});
}

#[test]
fn whom_it_is_about_lets_it_lapse_although_it_is_suspended() {
	run(|| {
		suspended_in_haste();
		pass(TERM);
		let (record, _) = accepted(signed(DOCTOR), LAPSE);
		assert_eq!(record.institution, Some(HOSPITAL));
		assert_eq!(record.actor, Actor::Account(DOCTOR));
	});
}

#[test]
fn what_has_lapsed_the_council_does_not_do_again_until_it_has_cooled() {
	run(|| {
		suspended_in_haste();
		pass(TERM);
		accepted(signed(STRANGER), LAPSE);
		refused_lately(HOSPITAL, Effect::OutOfForce);
		Timestamp::set_timestamp(COOL);
		suspended_in_haste();
		assert_eq!(state(), Some(ActState::Pending));
	});
}

#[test]
fn a_late_lapse_does_not_shorten_the_cooling() {
	run(|| {
		suspended_in_haste();
		pass(TERM + COOLING + 7);
		accepted(signed(STRANGER), LAPSE);
		assert_eq!(state(), Some(ActState::Spent { until: COOL + COOLING + 7 }));
	});
}

#[test]
fn what_cannot_be_undone_stays_pending_until_it_can() {
	run(|| {
		let clinic = admit(COUNCIL);
		let matter = Matter::Standing(clinic);
		pass(TERM);
		World::crowd(true);
		refused(signed(STRANGER), Call::lapse { matter }, World::CROWDED);
		let kept = Ratification::act(matter).map(|act| act.state);
		assert_eq!(kept, Some(ActState::Pending));
		World::crowd(false);
		assert_ok!(Ratification::lapse(signed(STRANGER), matter));
	});
}

#[test]
fn an_act_lapses_once() {
	run(|| {
		suspended_in_haste();
		pass(TERM);
		accepted(signed(STRANGER), LAPSE);
		refused(signed(STRANGER), LAPSE, Error::<Test>::NotPending);
		assert_eq!(stands(HOSPITAL), Some(Effect::InForce));
	});
}

#[test]
fn what_nobody_did_in_haste_does_not_lapse() {
	run(|| {
		refused(signed(STRANGER), LAPSE, Error::<Test>::ActNotFound);
		assert_ok!(act(BY_ASSEMBLY, HOSPITAL, Effect::OutOfForce));
		pass(TERM);
		refused(signed(STRANGER), LAPSE, Error::<Test>::ActNotFound);
		wind_up(HOSPITAL);
		refused(signed(STRANGER), LAPSE, Error::<Test>::ActNotFound);
	});
}

#[test]
fn who_lets_an_act_lapse_signs() {
	run(|| {
		suspended_in_haste();
		pass(TERM);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, LAPSE, DispatchError::BadOrigin);
		}
	});
}
