use crate::{
	mock::*, Admission, Agents, Call, Error, Event, Institutions, InstitutionsByExternalId,
	Invitations, NextInstitutionId, Suspended,
};
use salus_primitives::{
	Action, Agent, ExternalId, Gln, InstitutionId, InstitutionKind, Role, Subject,
};
use sp_core::H256;

const NEW: InstitutionId = InstitutionId(2);

fn admit(admission: Admission, admin: u64) -> Call<Test> {
	Call::admit_institution { admission, admin }
}

fn gln(digits: &[u8; 13]) -> Option<ExternalId> {
	Some(ExternalId::Gln { gln: Gln(*digits), extension: None })
}

#[test]
fn an_admitted_institution_is_active_and_invites_its_first_admin() {
	run(|| {
		let admission = Admission {
			kind: InstitutionKind::Laboratory,
			external: gln(b"6291041500213"),
			parent: Some(HOSPITAL),
			profile: Some(H256::repeat_byte(7)),
			..admission("Laboratory")
		};
		let records = accepted(root(), admit(admission.clone(), STRANGER));
		by_authority(&records, Action::InstitutionAdmitted, Subject::Institution(NEW));
		last_event(Event::InstitutionAdmitted { institution: NEW, admin: STRANGER });
		assert_eq!(MockNeighbour::news(), [News::Active(NEW)]);

		let stored = Institutions::<Test>::get(NEW).expect("it is there");
		assert_eq!(stored.kind, InstitutionKind::Laboratory);
		assert_eq!(stored.parent, Some(HOSPITAL));
		assert_eq!(stored.profile, admission.profile);
		assert!(Suspended::<Test>::get().is_empty());
		assert_eq!((stored.admins, stored.agents, stored.invitations), (0, 0, 1));
		assert!(stored.licences.is_empty());
		let external = admission.external.expect("it has one");
		assert_eq!(InstitutionsByExternalId::<Test>::get(external), Some(NEW));
		assert_eq!(Agents::<Test>::get(STRANGER), None);
		assert_eq!(Invitations::<Test>::get(STRANGER, NEW), Some(roles([Role::Admin])));

		accepted(signed(STRANGER), Call::accept_invitation { institution: NEW });
		let agent = Agent { institution: NEW, roles: roles([Role::Admin]) };
		assert_eq!(Agents::<Test>::get(STRANGER), Some(agent));
	});
}

#[test]
fn an_admission_holds_no_account_that_did_not_ask_for_it() {
	run(|| {
		// It acts for the hospital, and goes on to.
		accepted(root(), admit(admission("Laboratory"), STOREKEEPER));
		lot(masks(), 1);
		let accept = Call::accept_invitation { institution: NEW };
		refused(signed(STOREKEEPER), accept, Error::<Test>::AgentAlreadyExists);
		accepted(signed(STOREKEEPER), Call::decline_invitation { institution: NEW });
		// Nobody acts for the laboratory, until accreditation names somebody who does.
		let admins = vec![STRANGER].try_into().expect("four at most");
		accepted(root(), Call::replace_agents { institution: NEW, admins });
		accepted(signed(STRANGER), Call::accept_invitation { institution: NEW });
	});
}

#[test]
fn nobody_but_accreditation_admits() {
	run(|| refused_to_all_but_accreditation(admit(admission("Laboratory"), STRANGER)));
}

#[test]
fn region_and_parent_must_exist() {
	run(|| {
		let nowhere = Admission { region: code("FR"), ..admission("Laboratory") };
		refused(root(), admit(nowhere, STRANGER), Error::<Test>::RegionNotFound);
		let orphan = Admission { parent: Some(NOBODY), ..admission("Laboratory") };
		refused(root(), admit(orphan, STRANGER), Error::<Test>::InstitutionNotFound);
		accepted(root(), Call::wind_up { institution: DONOR });
		let orphan = Admission { parent: Some(DONOR), ..admission("Laboratory") };
		refused(root(), admit(orphan, STRANGER), Error::<Test>::WoundUp);
	});
}

#[test]
fn names_and_external_identifiers_are_checked() {
	run(|| {
		refused(root(), admit(admission(""), STRANGER), Error::<Test>::InvalidCharacters);
		let wrong = Admission { external: gln(b"6291041500214"), ..admission("Laboratory") };
		refused(root(), admit(wrong, STRANGER), Error::<Test>::InvalidCheckDigit);
		let relative = Some(ExternalId::Uri(text("laboratory")));
		let wrong = Admission { external: relative, ..admission("Laboratory") };
		refused(root(), admit(wrong, STRANGER), Error::<Test>::InvalidCharacters);
	});
}

#[test]
fn a_party_has_a_location_number_without_extension() {
	run(|| {
		let gln = Gln(*b"6291041500213");
		let extended = Some(ExternalId::Gln { gln, extension: Some(text("A1")) });
		let wrong = Admission { external: extended, ..admission("Laboratory") };
		refused(root(), admit(wrong, STRANGER), Error::<Test>::UnexpectedExtension);
	});
}

#[test]
fn an_external_identifier_has_one_institution() {
	run(|| {
		let external = Some(ExternalId::Uri(text("https://example.org/laboratory")));
		let first = Admission { external: external.clone(), ..admission("Laboratory") };
		accepted(root(), admit(first, STRANGER));
		let second = Admission { external, ..admission("Another") };
		refused(root(), admit(second, 8), Error::<Test>::InstitutionAlreadyExists);
	});
}

#[test]
fn identifiers_end() {
	run(|| {
		NextInstitutionId::<Test>::put(InstitutionId(u32::MAX));
		let call = admit(admission("Laboratory"), STRANGER);
		refused(root(), call, Error::<Test>::IdsExhausted);
		NextInstitutionId::<Test>::put(NEW);
	});
}
