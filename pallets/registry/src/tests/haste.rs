//! What is told of acts that may be hasty.

use crate::{mock::*, Call, Error};
use salus_primitives::{
	Act, Action, Actor, Authority, Effect, InstitutionId, Matter, Reversal, Step,
};

const STANDING: Matter = Matter::Standing(HOSPITAL);
const SUSPEND: Call<Test> = Call::suspend_institution { institution: HOSPITAL };
const REINSTATE: Call<Test> = Call::reinstate_institution { institution: HOSPITAL };
const ROOT: Actor<u64> = Actor::Authority(Authority::Root);

fn admit() -> Call<Test> {
	Call::admit_institution { admission: admission("Clinic"), admin: STRANGER }
}

#[test]
fn it_is_told_who_changed_whether_an_institution_may_act() {
	run(|| {
		accepted(root(), admit());
		let clinic = Matter::Standing(InstitutionId(2));
		assert_eq!(MockHaste::told(), [Hasty::Acted(ROOT, clinic, Effect::InForce)]);
		accepted(signed(COMMISSION), SUSPEND);
		let by = Actor::Account(COMMISSION);
		assert_eq!(MockHaste::told(), [Hasty::Acted(by, STANDING, Effect::OutOfForce)]);
		accepted(root(), REINSTATE);
		assert_eq!(MockHaste::told(), [Hasty::Acted(ROOT, STANDING, Effect::InForce)]);
	});
}

#[test]
fn what_it_refuses_does_not_happen() {
	run(|| {
		accepted(root(), Call::suspend_institution { institution: DONOR });
		MockHaste::told();
		MockNeighbour::news();
		MockHaste::refuse();
		refused(root(), admit(), MockHaste::TOO_SOON);
		refused(root(), SUSPEND, MockHaste::TOO_SOON);
		let reinstate = Call::reinstate_institution { institution: DONOR };
		refused(root(), reinstate, MockHaste::TOO_SOON);
		assert!(MockNeighbour::news().is_empty());
	});
}

#[test]
fn it_is_not_told_of_what_changes_nothing() {
	run(|| {
		refused(root(), REINSTATE, Error::<Test>::Unchanged);
		accepted(root(), SUSPEND);
		MockHaste::told();
		MockHaste::refuse();
		refused(root(), SUSPEND, Error::<Test>::Unchanged);
		assert!(MockHaste::told().is_empty());
	});
}

#[test]
fn it_is_told_that_an_institution_is_wound_up_and_cannot_prevent_it() {
	run(|| {
		MockHaste::refuse();
		accepted(root(), Call::wind_up { institution: HOSPITAL });
		assert_eq!(MockHaste::told(), [Hasty::Closed(STANDING)]);
	});
}

#[test]
fn it_is_not_told_of_what_is_undone() {
	run(|| {
		let act = Act::by(Actor::Account(STRANGER));
		let mut step = Step::new(act, Action::ActLapsed, &STANDING);
		let undone = <Registry as Reversal<u64, _>>::undo(&mut step, HOSPITAL, Effect::InForce);
		assert_eq!(undone, Ok(()));
		assert!(MockHaste::told().is_empty());
	});
}
