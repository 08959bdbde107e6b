use crate::{mock::*, Call, Error, Event};
use salus_primitives::{Action, Directory, Subject};

const SUSPEND: Call<Test> = Call::suspend_institution { institution: HOSPITAL };
const REINSTATE: Call<Test> = Call::reinstate_institution { institution: HOSPITAL };

fn active() -> bool {
	<Registry as Directory<u64>>::standing(HOSPITAL).expect("it exists").active
}

#[test]
fn suspension_acts_at_once_and_is_lifted() {
	run(|| {
		let notes = accepted(root(), SUSPEND);
		by_authority(&notes, Action::InstitutionSuspended, Subject::Institution(HOSPITAL));
		last_event(Event::InstitutionSuspended { institution: HOSPITAL });
		assert!(!active());
		let profile = Call::amend_profile { profile: Some(Default::default()) };
		refused(signed(ADMIN), profile.clone(), Error::<Test>::Suspended);

		let notes = accepted(root(), REINSTATE);
		by_authority(&notes, Action::InstitutionReinstated, Subject::Institution(HOSPITAL));
		last_event(Event::InstitutionReinstated { institution: HOSPITAL });
		assert!(active());
		accepted(signed(ADMIN), profile);
	});
}

#[test]
fn what_stands_so_already_is_unchanged() {
	run(|| {
		refused(root(), REINSTATE, Error::<Test>::Unchanged);
		accepted(root(), SUSPEND);
		refused(root(), SUSPEND, Error::<Test>::Unchanged);
	});
}

#[test]
fn a_suspended_institution_can_still_be_licensed() {
	run(|| {
		accepted(root(), SUSPEND);
		let capability = salus_primitives::Capability::Ventilation;
		accepted(root(), Call::revoke_licence { institution: HOSPITAL, capability });
	});
}

#[test]
fn nobody_cannot_be_suspended() {
	run(|| {
		let call = Call::suspend_institution { institution: NOBODY };
		refused(root(), call, Error::<Test>::InstitutionNotFound);
		let call = Call::reinstate_institution { institution: NOBODY };
		refused(root(), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn nobody_but_accreditation_suspends_or_reinstates() {
	run(|| {
		refused_to_all_but_accreditation(SUSPEND);
		accepted(root(), SUSPEND);
		refused_to_all_but_accreditation(REINSTATE);
	});
}
