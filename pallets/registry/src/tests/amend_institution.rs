use crate::{
	amend_institution::MAX_ANCESTORS, mock::*, Admission, Amendment, Call, Error, Event,
	Institutions, InstitutionsByExternalId,
};
use salus_primitives::{
	Action, ExternalId, Gln, InstitutionId, InstitutionKind, RecordId, Subject,
};

fn amend(institution: InstitutionId, amendment: Amendment) -> Call<Test> {
	Call::amend_institution { institution, amendment }
}

/// What the hospital is.
fn hospital() -> Amendment {
	Amendment {
		kind: InstitutionKind::Hospital,
		region: code("CN-HB"),
		name: text("Jinyintan Hospital"),
		external: None,
		parent: None,
	}
}

fn under(parent: InstitutionId) -> Amendment {
	Amendment { parent: Some(parent), ..hospital() }
}

fn uri(uri: &str) -> Option<ExternalId> {
	Some(ExternalId::Uri(text(uri)))
}

fn known_as(external: &str) -> Option<InstitutionId> {
	InstitutionsByExternalId::<Test>::get(uri(external).expect("it is one"))
}

#[test]
fn everything_that_accreditation_decides_is_amended() {
	run(|| {
		let amendment = Amendment {
			kind: InstitutionKind::DiseaseControlCentre,
			region: code("CN"),
			name: text("Another name"),
			external: uri("urn:hospital"),
			parent: Some(DONOR),
		};
		let before = Institutions::<Test>::get(HOSPITAL).expect("it exists");
		let records = accepted(root(), amend(HOSPITAL, amendment.clone()));
		by_authority(&records, Action::InstitutionAmended, Subject::Institution(HOSPITAL));
		last_event(Event::InstitutionAmended {
			institution: HOSPITAL,
			amendment: amendment.clone(),
		});
		let Amendment { kind, region, name, external, parent } = amendment.clone();
		let newest_record = Some(RecordId(0));
		let expected =
			crate::Institution { kind, region, name, external, parent, newest_record, ..before };
		assert_eq!(Institutions::<Test>::get(HOSPITAL), Some(expected));
		assert_eq!(known_as("urn:hospital"), Some(HOSPITAL));
		assert_eq!(MockNeighbour::news(), [News::Became(HOSPITAL, amendment.kind)]);
		let renamed = Amendment { name: text("A third name"), ..amendment.clone() };
		accepted(root(), amend(HOSPITAL, renamed.clone()));
		assert_eq!(MockNeighbour::news(), [], "its kind is the same");
		refused(root(), amend(HOSPITAL, renamed), Error::<Test>::Unchanged);
	});
}

#[test]
fn each_part_is_amended_alone() {
	run(|| {
		refused(root(), amend(HOSPITAL, hospital()), Error::<Test>::Unchanged);
		for amendment in [
			Amendment { kind: InstitutionKind::Laboratory, ..hospital() },
			Amendment { region: code("CN"), ..hospital() },
			Amendment { name: text("Hospital"), ..hospital() },
			Amendment { external: uri("urn:hospital"), ..hospital() },
			under(DONOR),
		] {
			accepted(root(), amend(HOSPITAL, amendment));
			accepted(root(), amend(HOSPITAL, hospital()));
		}
		assert_eq!(known_as("urn:hospital"), None);
	});
}

#[test]
fn a_suspended_institution_is_amended_too() {
	run(|| {
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		accepted(root(), amend(HOSPITAL, under(DONOR)));
	});
}

#[test]
fn an_identifier_is_freed_and_taken() {
	run(|| {
		let external = uri("urn:clinic");
		let clinic = admitted(Admission { external, ..admission("Clinic") }, STRANGER);
		let taken = Amendment { external: uri("urn:clinic"), ..hospital() };
		let call = amend(HOSPITAL, taken.clone());
		refused(root(), call.clone(), Error::<Test>::InstitutionAlreadyExists);
		let freed = Amendment { name: text("Clinic"), external: uri("urn:other"), ..hospital() };
		accepted(root(), amend(clinic, freed));
		accepted(root(), call);
		assert_eq!(known_as("urn:clinic"), Some(HOSPITAL));
		assert_eq!(known_as("urn:other"), Some(clinic));
		accepted(root(), amend(HOSPITAL, Amendment { name: text("Another"), ..taken }));
		assert_eq!(known_as("urn:clinic"), Some(HOSPITAL));
	});
}

#[test]
fn an_amendment_passes_the_checks_of_an_admission() {
	run(|| {
		let wrong = |amendment, error: Error<Test>| {
			refused(root(), amend(HOSPITAL, amendment), error);
		};
		wrong(Amendment { name: text(""), ..hospital() }, Error::InvalidCharacters);
		wrong(Amendment { region: code("FR"), ..hospital() }, Error::RegionNotFound);
		let gln = |digits, extension| Some(ExternalId::Gln { gln: Gln(digits), extension });
		let external = gln(*b"6291041500214", None);
		wrong(Amendment { external, ..hospital() }, Error::InvalidCheckDigit);
		let external = gln(*b"6291041500213", Some(text("A1")));
		wrong(Amendment { external, ..hospital() }, Error::UnexpectedExtension);
		wrong(under(NOBODY), Error::InstitutionNotFound);
		refused(root(), amend(NOBODY, hospital()), Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn no_institution_becomes_a_part_of_itself() {
	run(|| {
		refused(root(), amend(HOSPITAL, under(HOSPITAL)), Error::<Test>::ParentCycle);
		let part = Admission { parent: Some(HOSPITAL), ..admission("Branch") };
		let branch = admitted(part, STRANGER);
		let part = Admission { parent: Some(branch), ..admission("Ward") };
		let ward = admitted(part, 8);
		for below in [branch, ward] {
			refused(root(), amend(HOSPITAL, under(below)), Error::<Test>::ParentCycle);
		}
		accepted(root(), amend(HOSPITAL, under(DONOR)));
	});
}

#[test]
fn the_top_is_near_enough_to_be_found() {
	run(|| {
		let mut top = DONOR;
		// The donor and those below it are as many as may be above the hospital.
		for _ in 1..MAX_ANCESTORS {
			let part = Admission { parent: Some(top), ..admission("Part") };
			accepted(root(), Call::admit_institution { admission: part, admin: STRANGER });
			top = InstitutionId(top.0.max(1) + 1);
		}
		accepted(root(), amend(HOSPITAL, under(top)));
		let part = Admission { parent: Some(top), ..admission("Part") };
		accepted(root(), Call::admit_institution { admission: part, admin: STRANGER });
		let call = amend(HOSPITAL, under(InstitutionId(top.0 + 1)));
		refused(root(), call, Error::<Test>::TooManyAncestors);
	});
}

#[test]
fn what_is_wound_up_stays_as_it_was_and_is_nobodys_new_parent() {
	run(|| {
		let part = Admission { parent: Some(DONOR), ..admission("Branch") };
		let branch = admitted(part, STRANGER);
		accepted(root(), Call::wind_up { institution: DONOR });
		let call = amend(DONOR, Amendment { name: text("Jack's"), ..hospital() });
		refused(root(), call, Error::<Test>::WoundUp);
		refused(root(), amend(HOSPITAL, under(DONOR)), Error::<Test>::WoundUp);
		// Who was a part of it may stay so.
		let renamed = Amendment { name: text("Renamed branch"), ..under(DONOR) };
		accepted(root(), amend(branch, renamed));
	});
}

#[test]
fn nobody_but_accreditation_amends_an_institution() {
	run(|| refused_to_all_but_accreditation(amend(HOSPITAL, under(DONOR))));
}

#[test]
fn who_accredits_does_not_make_an_institution_one_of_another_kind() {
	run(|| {
		let other = Amendment { kind: InstitutionKind::Laboratory, ..hospital() };
		let call = amend(HOSPITAL, other);
		refused(signed(COMMISSION), call.clone(), Error::<Test>::KindFixed);
		let renamed = Amendment { name: text("Renamed"), ..hospital() };
		accepted(signed(COMMISSION), amend(HOSPITAL, renamed));
		accepted(root(), call);
	});
}
