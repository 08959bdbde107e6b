use crate::{mock::*, Call, Error, Event};
use salus_primitives::{Action, Capability, Directory, InstitutionId, Standing, Subject};

const SUSPEND: Call<Test> = Call::suspend_institution { institution: HOSPITAL };

#[test]
fn suspension_acts_at_once() {
	run(|| {
		let records = accepted(root(), SUSPEND);
		by_authority(&records, Action::InstitutionSuspended, Subject::Institution(HOSPITAL));
		last_event(Event::InstitutionSuspended { institution: HOSPITAL });
		let standing = <Registry as Directory<u64>>::standing;
		assert_eq!(standing(HOSPITAL), Some(Standing::Suspended));
		assert_eq!(standing(DONOR), Some(Standing::Active));
		let profile = Call::amend_profile { profile: Some(Default::default()) };
		refused(signed(ADMIN), profile, Error::<Test>::Suspended);
	});
}

#[test]
fn the_time_of_suspension_is_kept_until_reinstatement() {
	run(|| {
		assert_eq!(Registry::inactive_since(HOSPITAL), None);
		accepted(root(), SUSPEND);
		Timestamp::set_timestamp(NOW + 5);
		assert_eq!(Registry::inactive_since(HOSPITAL), Some(NOW));
		assert_eq!(MockNeighbour::news(), [News::Suspended(HOSPITAL)]);
		accepted(root(), Call::reinstate_institution { institution: HOSPITAL });
		assert_eq!(Registry::inactive_since(HOSPITAL), None);
		assert_eq!(MockNeighbour::news(), [News::Active(HOSPITAL)]);
	});
}

#[test]
fn who_is_suspended_is_not_suspended_again() {
	run(|| {
		accepted(root(), SUSPEND);
		refused(root(), SUSPEND, Error::<Test>::Unchanged);
	});
}

#[test]
fn a_suspended_institution_can_still_be_licensed() {
	run(|| {
		accepted(root(), SUSPEND);
		let capability = Capability::Ventilation;
		accepted(root(), Call::revoke_licence { institution: HOSPITAL, capability });
	});
}

#[test]
fn so_many_are_suspended_and_no_more() {
	run(|| {
		let call = Call::admit_institution { admission: admission("Clinic"), admin: STRANGER };
		accepted(root(), call);
		let suspend = |institution| Call::suspend_institution { institution };
		accepted(root(), suspend(DONOR));
		accepted(root(), SUSPEND);
		let clinic = InstitutionId(2);
		refused(root(), suspend(clinic), Error::<Test>::TooManySuspended);
		refused(root(), SUSPEND, Error::<Test>::Unchanged);
		accepted(root(), Call::reinstate_institution { institution: DONOR });
		accepted(root(), suspend(clinic));
	});
}

#[test]
fn nobody_cannot_be_suspended() {
	run(|| {
		let call = Call::suspend_institution { institution: NOBODY };
		refused(root(), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn nobody_but_accreditation_suspends() {
	run(|| refused_to_all_but_accreditation(SUSPEND));
}
