use crate::{mock::*, Call, Error, Event, Institutions};
use salus_primitives::{Action, Capability, Subject};

#[test]
fn a_licence_is_revoked_once() {
	run(|| {
		let capability = Capability::Ventilation;
		let call = Call::revoke_licence { institution: HOSPITAL, capability };
		let records = accepted(root(), call.clone());
		by_authority(&records, Action::LicenceRevoked, Subject::Institution(HOSPITAL));
		last_event(Event::LicenceRevoked { institution: HOSPITAL, capability });
		let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
		assert!(stored.licences.is_empty());
		refused(root(), call, Error::<Test>::LicenceNotFound);
	});
}

#[test]
fn nobody_has_no_licence() {
	run(|| {
		let capability = Capability::Ventilation;
		let call = Call::revoke_licence { institution: NOBODY, capability };
		refused(root(), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn nobody_but_accreditation_revokes() {
	run(|| {
		let capability = Capability::Ventilation;
		let revoke = Call::revoke_licence { institution: HOSPITAL, capability };
		refused_to_all_but_accreditation(revoke);
	});
}
