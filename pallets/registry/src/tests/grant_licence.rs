use crate::{mock::*, Call, Error, Event, Institutions, Licence};
use salus_primitives::{Action, Capability, InstitutionId, Moment, Subject};
use sp_core::H256;

fn grant(institution: InstitutionId, capability: Capability, expires: Moment) -> Call<Test> {
	let claim = Some(H256::repeat_byte(3));
	Call::grant_licence { institution, capability, expires, claim }
}

fn licences(institution: InstitutionId) -> Vec<Licence> {
	Institutions::<Test>::get(institution).expect("it exists").licences.into_inner()
}

#[test]
fn a_licence_is_granted_until_a_moment() {
	run(|| {
		let records = accepted(root(), grant(DONOR, Capability::ColdChain, NOW + 1));
		by_authority(&records, Action::LicenceGranted, Subject::Institution(DONOR));
		let (capability, expires) = (Capability::ColdChain, NOW + 1);
		last_event(Event::LicenceGranted { institution: DONOR, capability, expires });
		let claim = Some(H256::repeat_byte(3));
		assert_eq!(licences(DONOR), vec![Licence { capability, expires, claim }]);
	});
}

#[test]
fn a_licence_replaces_the_one_for_the_same_capability() {
	run(|| {
		accepted(root(), grant(HOSPITAL, Capability::Ventilation, NOW + 5_000));
		assert_eq!(licences(HOSPITAL).len(), 1);
		assert_eq!(licences(HOSPITAL)[0].expires, NOW + 5_000);
		let again = grant(HOSPITAL, Capability::Ventilation, NOW + 5_000);
		refused(root(), again, Error::<Test>::Unchanged);
	});
}

#[test]
fn licences_are_counted() {
	run(|| {
		accepted(root(), grant(HOSPITAL, Capability::ColdChain, NOW + 1));
		let third = grant(HOSPITAL, Capability::IntensiveCare, NOW + 1);
		refused(root(), third, Error::<Test>::TooManyLicences);
	});
}

#[test]
fn a_licence_does_not_begin_expired() {
	run(|| {
		let call = grant(DONOR, Capability::ColdChain, NOW);
		refused(root(), call, Error::<Test>::LicenceExpired);
	});
}

#[test]
fn nobody_is_not_licensed() {
	run(|| {
		let call = grant(NOBODY, Capability::Ventilation, NOW + 1);
		refused(root(), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn nobody_but_accreditation_licenses() {
	run(|| refused_to_all_but_accreditation(grant(HOSPITAL, Capability::Ventilation, NOW + 9)));
}
