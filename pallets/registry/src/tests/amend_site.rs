use crate::{mock::*, Call, Error, Event, Place, Sites, SitesByExternalId};
use salus_primitives::{
	Action, ExternalId, Gln, RecordId, Role, SiteId, SiteNumber, Subject, TemperatureRange,
};

fn uri(uri: &str) -> Option<ExternalId> {
	Some(ExternalId::Uri(text(uri)))
}

fn ward() -> Place {
	Place { external: uri("urn:ward"), ..place("Ward 8") }
}

fn amend(site: SiteNumber, place: Place) -> Call<Test> {
	Call::amend_site { site, place }
}

fn site_of(external: &str) -> Option<SiteNumber> {
	SitesByExternalId::<Test>::get(HOSPITAL, uri(external).expect("it is one"))
}

#[test]
fn an_admin_amends_a_site() {
	run(|| {
		let records = accepted(signed(ADMIN), amend(WARD, ward()));
		let subject = Subject::Site(SiteId { institution: HOSPITAL, number: WARD });
		by_agent(ADMIN, &records, Action::SiteAmended, &[subject]);
		last_event(Event::SiteAmended { institution: HOSPITAL, site: WARD });
		let stored = Sites::<Test>::get(HOSPITAL, WARD).expect("it is there");
		assert_eq!((stored.place, stored.newest_record), (ward(), Some(RecordId(0))));
		assert_eq!(site_of("urn:ward"), Some(WARD));
		refused(signed(ADMIN), amend(WARD, ward()), Error::<Test>::Unchanged);
	});
}

#[test]
fn an_identifier_is_freed_and_taken() {
	run(|| {
		accepted(signed(ADMIN), amend(WARD, ward()));
		let taken = Place { external: uri("urn:ward"), ..place("Central warehouse") };
		refused(signed(ADMIN), amend(WAREHOUSE, taken.clone()), Error::<Test>::SiteAlreadyExists);
		accepted(signed(ADMIN), amend(WARD, Place { external: uri("urn:other"), ..ward() }));
		assert_eq!((site_of("urn:ward"), site_of("urn:other")), (None, Some(WARD)));
		accepted(signed(ADMIN), amend(WAREHOUSE, taken));
		assert_eq!(site_of("urn:ward"), Some(WAREHOUSE));
		accepted(signed(ADMIN), amend(WARD, Place { external: None, ..ward() }));
		assert_eq!(site_of("urn:other"), None);
	});
}

#[test]
fn a_name_is_amended_under_the_same_identifier() {
	run(|| {
		accepted(signed(ADMIN), amend(WARD, ward()));
		accepted(signed(ADMIN), amend(WARD, Place { name: text("Ward 9"), ..ward() }));
		assert_eq!(site_of("urn:ward"), Some(WARD));
	});
}

#[test]
fn what_a_site_says_is_checked() {
	run(|| {
		let wrong = |place, error: Error<Test>| refused(signed(ADMIN), amend(WARD, place), error);
		wrong(Place { name: text(""), ..ward() }, Error::InvalidCharacters);
		wrong(Place { region: code("FR"), ..ward() }, Error::RegionNotFound);
		let temperature = Some(TemperatureRange { min: 1, max: 0 });
		wrong(Place { temperature, ..ward() }, Error::InvalidRange);
		let external = Some(ExternalId::Gln { gln: Gln(*b"6291041500214"), extension: None });
		wrong(Place { external, ..ward() }, Error::InvalidCheckDigit);
	});
}

#[test]
fn a_site_that_is_not_there_is_not_amended() {
	run(|| {
		refused(signed(ADMIN), amend(NOWHERE, ward()), Error::<Test>::SiteNotFound);
		refused(signed(OTHER_ADMIN), amend(WARD, ward()), Error::<Test>::SiteNotFound);
	});
}

#[test]
fn nobody_but_an_admin_amends_a_site() {
	run(|| refused_to_all_but(Role::Admin, amend(WARD, ward())));
}
