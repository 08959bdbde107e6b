//! What becomes of a matter when somebody acts on it.

use crate::{mock::*, ActState, Call, Event, HastyAct, WeightInfo};
use frame_support::{assert_ok, dispatch::DispatchClass};
use salus_primitives::{Actor, Effect, Matter, Moment};

const SPENT: ActState = ActState::Spent { until: COOL };

#[test]
fn what_the_council_does_is_pending_for_a_term() {
	run(|| {
		suspended_in_haste();
		let (matter, effect, lapses_at) = (STANDING, Effect::OutOfForce, NOW + TERM);
		last_event(Event::ActPending { matter, effect, lapses_at });
		assert_eq!(Ratification::act(STANDING), Some(suspension(ActState::Pending)));
		assert_eq!(stands(HOSPITAL), Some(Effect::OutOfForce));
		assert_eq!(Ratification::act(Matter::Standing(SUPPLIER)), None);
	});
}

#[test]
fn an_admission_by_the_council_is_pending() {
	run(|| {
		let clinic = admit(COUNCIL);
		let (matter, effect, lapses_at) = (Matter::Standing(clinic), Effect::InForce, NOW + TERM);
		last_event(Event::ActPending { matter, effect, lapses_at });
		let state = ActState::Pending;
		let expected = HastyAct { effect, acted_at: NOW, lapses_at, state };
		assert_eq!(Ratification::act(matter), Some(expected));
	});
}

#[test]
fn an_emergency_is_pending_for_a_term_of_its_own() {
	run(|| {
		// The first of its kind, as the hospital is: their acts are apart.
		let matter = Matter::Emergency(declare(COUNCIL));
		let (effect, lapses_at) = (Effect::InForce, NOW + EMERGENCY_TERM);
		last_event(Event::ActPending { matter, effect, lapses_at });
		suspended_in_haste();
		let state = ActState::Pending;
		let expected = HastyAct { effect, acted_at: NOW, lapses_at, state };
		assert_eq!(Ratification::act(matter), Some(expected));
		assert_eq!(Ratification::act(STANDING), Some(suspension(state)));
		for by in [BY_ASSEMBLY, BY_ROOT] {
			assert_eq!(Ratification::act(Matter::Emergency(declare(by))), None);
		}
	});
}

#[test]
fn whoever_asks_is_told_when_a_pending_act_lapses() {
	run(|| {
		let emergency = Matter::Emergency(declare(COUNCIL));
		assert_eq!((lapses_at(emergency), lapses_at(STANDING)), (Some(NOW + EMERGENCY_TERM), None));
		pass(7);
		suspended_in_haste();
		assert_eq!(lapses_at(STANDING), Some(NOW + 7 + TERM));
		// Until somebody lets it lapse, it is told although it is past.
		pass(TERM);
		assert_eq!(lapses_at(emergency), Some(NOW + EMERGENCY_TERM));
		accepted(signed(STRANGER), Call::lapse { matter: STANDING });
		assert_eq!(lapses_at(STANDING), None, "it is spent");
		assert_ok!(Ratification::ratify(root(), emergency));
		assert_eq!(lapses_at(emergency), None, "it is ratified");
	});
}

#[test]
fn what_others_do_lasts() {
	run(|| {
		for by in [BY_ASSEMBLY, BY_ROOT, Actor::Account(STRANGER)] {
			assert_ok!(act(by.clone(), HOSPITAL, Effect::OutOfForce));
			assert_eq!(Ratification::act(STANDING), None);
			assert_ok!(act(by.clone(), HOSPITAL, Effect::InForce));
			assert_eq!(Ratification::act(STANDING), None);
			let clinic = admit(by);
			assert_eq!(Ratification::act(Matter::Standing(clinic)), None);
		}
		assert_eq!(events(), 0);
	});
}

#[test]
fn the_council_undoes_its_own_act_once() {
	run(|| {
		suspended_in_haste();
		pass(1);
		assert_ok!(act(COUNCIL, HOSPITAL, Effect::InForce));
		let (matter, effect) = (STANDING, Effect::OutOfForce);
		last_event(Event::ActUndone { matter, effect, until: COOL });
		assert_eq!(Ratification::act(STANDING), Some(suspension(SPENT)));
		refused_lately(HOSPITAL, Effect::OutOfForce);
		assert_eq!(stands(HOSPITAL), Some(Effect::InForce));
	});
}

#[test]
fn the_council_suspends_whom_it_admitted_and_does_not_reinstate_it() {
	run(|| {
		let clinic = admit(COUNCIL);
		assert_ok!(act(COUNCIL, clinic, Effect::OutOfForce));
		let kept = Ratification::act(Matter::Standing(clinic)).map(|act| (act.effect, act.state));
		assert_eq!(kept, Some((Effect::InForce, SPENT)));
		refused_lately(clinic, Effect::InForce);
		assert_ok!(act(BY_ASSEMBLY, clinic, Effect::InForce));
	});
}

#[test]
fn the_council_may_act_again_when_its_act_has_cooled() {
	run(|| {
		spent();
		Timestamp::set_timestamp(COOL - 1);
		refused_lately(HOSPITAL, Effect::OutOfForce);
		Timestamp::set_timestamp(COOL);
		suspended_in_haste();
		let act = Ratification::act(STANDING).expect("it is kept");
		assert_eq!((act.acted_at, act.lapses_at), (COOL, COOL + TERM));
		assert_eq!(act.state, ActState::Pending);
	});
}

#[test]
fn what_the_assembly_undoes_the_council_does_not_do_again() {
	run(|| {
		for by in [BY_ASSEMBLY, BY_ROOT] {
			let began = Timestamp::get();
			suspended_in_haste();
			assert_ok!(act(by, HOSPITAL, Effect::InForce));
			let until = began + TERM + COOLING;
			let (matter, effect) = (STANDING, Effect::OutOfForce);
			last_event(Event::ActUndone { matter, effect, until });
			assert_eq!(state(), Some(ActState::Spent { until }));
			refused_lately(HOSPITAL, Effect::OutOfForce);
			Timestamp::set_timestamp(until);
		}
	});
}

#[test]
fn the_assembly_acts_on_what_is_spent_and_leaves_it_so() {
	run(|| {
		spent();
		let deposited = events();
		assert_ok!(act(BY_ASSEMBLY, HOSPITAL, Effect::OutOfForce));
		assert_eq!(Ratification::act(STANDING), Some(suspension(SPENT)));
		assert_eq!(events(), deposited);
		refused_lately(HOSPITAL, Effect::InForce);
		assert_ok!(act(BY_ROOT, HOSPITAL, Effect::InForce));
	});
}

#[test]
fn what_has_cooled_is_cleared_by_who_acts() {
	run(|| {
		spent();
		Timestamp::set_timestamp(COOL);
		assert_ok!(act(BY_ASSEMBLY, HOSPITAL, Effect::OutOfForce));
		last_event(Event::ActCleared { matter: STANDING });
		assert_eq!(Ratification::act(STANDING), None);
	});
}

#[test]
fn an_act_undone_after_its_term_is_spent_from_then_on() {
	run(|| {
		suspended_in_haste();
		pass(TERM + 50);
		assert_ok!(act(COUNCIL, HOSPITAL, Effect::InForce));
		assert_eq!(state(), Some(ActState::Spent { until: COOL + 50 }));
	});
}

#[test]
fn a_council_in_haste_for_ever_is_in_force_for_a_term_and_no_more() {
	run(|| {
		let (mut time, mut held) = (0, 0);
		while time < 10 * (TERM + COOLING) {
			let _ = act(COUNCIL, HOSPITAL, Effect::OutOfForce);
			let lapse = Call::<Test>::lapse { matter: STANDING };
			let lapsing = Ratification::explain_lapse(STANDING).obstacles.is_empty();
			if lapsing {
				accepted(signed(DOCTOR), lapse);
			}
			held += Moment::from(stands(HOSPITAL) == Some(Effect::OutOfForce));
			pass(1);
			time += 1;
		}
		assert_eq!(held, 10 * TERM);
	});
}

#[test]
fn what_is_about_one_is_not_about_another() {
	run(|| {
		spent();
		assert_ok!(act(COUNCIL, SUPPLIER, Effect::OutOfForce));
		refused_lately(HOSPITAL, Effect::OutOfForce);
	});
}

#[test]
fn a_matter_that_is_closed_leaves_nothing() {
	run(|| {
		suspended_in_haste();
		wind_up(HOSPITAL);
		last_event(Event::MatterClosed { matter: STANDING });
		assert_eq!(Ratification::act(STANDING), None);
		let clinic = admit(COUNCIL);
		assert_ok!(act(COUNCIL, clinic, Effect::OutOfForce));
		wind_up(clinic);
		last_event(Event::MatterClosed { matter: Matter::Standing(clinic) });
		let deposited = events();
		wind_up(SUPPLIER);
		assert_eq!(events(), deposited);
		let emergency = declare(COUNCIL);
		forget(emergency);
		last_event(Event::MatterClosed { matter: Matter::Emergency(emergency) });
		assert_eq!(Ratification::act(Matter::Emergency(emergency)), None);
	});
}

#[test]
fn the_end_of_time_is_no_obstacle() {
	run(|| {
		Timestamp::set_timestamp(Moment::MAX - 1);
		suspended_in_haste();
		let act = Ratification::act(STANDING).expect("it is kept");
		assert_eq!(act.lapses_at, Moment::MAX);
		assert_ok!(self::act(COUNCIL, HOSPITAL, Effect::InForce));
		assert_eq!(state(), Some(ActState::Spent { until: Moment::MAX }));
	});
}

#[test]
fn the_block_is_charged_for_what_is_written() {
	run(|| {
		let used = || *System::block_weight().get(DispatchClass::Mandatory);
		let charged = |change: &dyn Fn()| {
			let before = used();
			change();
			used() - before
		};
		let once = <() as WeightInfo>::acted();
		assert_eq!(charged(&suspended_in_haste), once);
		let undo = || {
			assert_ok!(act(COUNCIL, HOSPITAL, Effect::InForce));
		};
		assert_eq!(charged(&undo), once);
		let other = || {
			assert_ok!(act(BY_ROOT, SUPPLIER, Effect::OutOfForce));
		};
		assert_eq!(charged(&other), Default::default());
		assert_eq!(charged(&|| wind_up(HOSPITAL)), once);
		assert_eq!(charged(&|| wind_up(SUPPLIER)), Default::default());
	});
}
