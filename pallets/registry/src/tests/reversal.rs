//! What was done in haste about an institution's standing, undone.

use crate::{mock::*, Call, Error, Event};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::MockTrail, Act, Action, Actor, Directory, Effect, InstitutionId, Matter, Reversal,
	Standing, Step, Subject,
};
use sp_runtime::DispatchResult;

/// Somebody has what was done about an institution undone.
fn undo(institution: InstitutionId, effect: Effect) -> DispatchResult {
	let matter = Matter::Standing(institution);
	let mut step = Step::new(Act::by(Actor::Account(STRANGER)), Action::ActLapsed, &matter);
	<Registry as Reversal<u64, _>>::undo(&mut step, institution, effect)
}

fn effect_of(institution: InstitutionId) -> Option<Effect> {
	<Registry as Reversal<u64, _>>::effect_of(institution)
}

/// The newest record is that of a lapse, on an institution.
fn recorded(institution: InstitutionId) {
	let record = MockTrail::records().pop().expect("there is one");
	assert_eq!((record.action, record.actor), (Action::ActLapsed, Actor::Account(STRANGER)));
	assert_eq!(record.subject, Subject::Institution(institution));
}

#[test]
fn an_admission_ends_in_a_suspension() {
	run(|| {
		let clinic = clinic();
		MockNeighbour::news();
		pass(5);
		assert_ok!(undo(clinic, Effect::InForce));
		recorded(clinic);
		last_event(Event::InstitutionSuspended { institution: clinic });
		assert_eq!(MockNeighbour::news(), [News::Suspended(clinic)]);
		let standing = <Registry as Directory<u64>>::standing(clinic);
		assert_eq!(standing, Some(Standing::Suspended));
		assert_eq!(Registry::inactive_since(clinic), Some(NOW + 5));
	});
}

#[test]
fn a_suspension_ends_in_a_reinstatement() {
	run(|| {
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		MockNeighbour::news();
		assert_ok!(undo(HOSPITAL, Effect::OutOfForce));
		recorded(HOSPITAL);
		last_event(Event::InstitutionReinstated { institution: HOSPITAL });
		assert_eq!(MockNeighbour::news(), [News::Active(HOSPITAL)]);
		assert_eq!(Registry::inactive_since(HOSPITAL), None);
	});
}

#[test]
fn what_cannot_be_undone_stays_as_it_is() {
	run(|| {
		let clinic = clinic();
		assert_noop!(undo(NOBODY, Effect::InForce), Error::<Test>::InstitutionNotFound);
		assert_noop!(undo(HOSPITAL, Effect::OutOfForce), Error::<Test>::Unchanged);
		for institution in [HOSPITAL, DONOR] {
			accepted(root(), Call::suspend_institution { institution });
		}
		assert_noop!(undo(clinic, Effect::InForce), Error::<Test>::TooManySuspended);
		accepted(root(), Call::wind_up { institution: HOSPITAL });
		assert_noop!(undo(HOSPITAL, Effect::OutOfForce), Error::<Test>::WoundUp);
		assert_ok!(undo(clinic, Effect::InForce));
	});
}

#[test]
fn it_tells_how_an_institution_stands() {
	run(|| {
		assert_eq!(effect_of(NOBODY), None);
		assert_eq!(effect_of(HOSPITAL), Some(Effect::InForce));
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		assert_eq!(effect_of(HOSPITAL), Some(Effect::OutOfForce));
		accepted(root(), Call::wind_up { institution: HOSPITAL });
		assert_eq!(effect_of(HOSPITAL), None);
	});
}

#[test]
fn a_record_is_left_on_the_institution() {
	run(|| {
		let matter = Matter::Standing(HOSPITAL);
		let mut step = Step::new(Act::by(Actor::Account(STRANGER)), Action::ActRatified, &matter);
		assert_ok!(<Registry as Reversal<u64, _>>::record(&mut step, HOSPITAL));
		let record = MockTrail::records().pop().expect("there is one");
		let subject = Subject::Institution(HOSPITAL);
		assert_eq!((record.action, record.subject), (Action::ActRatified, subject));
	});
}
