use crate::{mock::*, Call, Error, Event};
use salus_primitives::{Action, Directory, Standing, Subject};

const SUSPEND: Call<Test> = Call::suspend_institution { institution: HOSPITAL };
const REINSTATE: Call<Test> = Call::reinstate_institution { institution: HOSPITAL };

#[test]
fn a_suspension_is_lifted() {
	run(|| {
		accepted(root(), SUSPEND);
		let records = accepted(root(), REINSTATE);
		by_authority(&records, Action::InstitutionReinstated, Subject::Institution(HOSPITAL));
		last_event(Event::InstitutionReinstated { institution: HOSPITAL });
		let standing = <Registry as Directory<u64>>::standing(HOSPITAL);
		assert_eq!(standing, Some(Standing::Active));
		let profile = Call::amend_profile { profile: Some(Default::default()) };
		accepted(signed(ADMIN), profile);
	});
}

#[test]
fn who_may_act_is_not_reinstated() {
	run(|| refused(root(), REINSTATE, Error::<Test>::Unchanged));
}

#[test]
fn nobody_cannot_be_reinstated() {
	run(|| {
		let call = Call::reinstate_institution { institution: NOBODY };
		refused(root(), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn nobody_but_accreditation_reinstates() {
	run(|| {
		accepted(root(), SUSPEND);
		refused_to_all_but_accreditation(REINSTATE);
	});
}
