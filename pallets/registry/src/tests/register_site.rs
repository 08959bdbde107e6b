use crate::{
	mock::*, Call, Config, Error, Event, GridSquare, NextSiteNumber, Place, SiteEntry, SiteKind,
	Sites, SitesByExternalId,
};
use frame_support::pallet_prelude::Get;
use salus_primitives::{
	Action, ExternalId, Gln, RecordId, Role, SiteId, SiteNumber, Subject, TemperatureRange,
};

const NEW: SiteId = SiteId { institution: HOSPITAL, number: SiteNumber(2) };

fn pharmacy() -> Place {
	Place {
		external: Some(ExternalId::Gln {
			gln: Gln(*b"6291041500213"),
			extension: Some(text("WARD-7")),
		}),
		kind: SiteKind::Pharmacy,
		temperature: Some(TemperatureRange { min: 20, max: 80 }),
		grid: Some(GridSquare { latitude: 3_058, longitude: 11_429 }),
		..place("Pharmacy")
	}
}

fn register(place: Place) -> Call<Test> {
	Call::register_site { place }
}

#[test]
fn an_admin_registers_a_site() {
	run(|| {
		let records = accepted(signed(ADMIN), register(pharmacy()));
		by_agent(ADMIN, &records, Action::SiteRegistered, &[Subject::Site(NEW)]);
		last_event(Event::SiteRegistered { institution: HOSPITAL, site: NEW.number });
		let site = SiteEntry { place: pharmacy(), newest_record: Some(RecordId(0)) };
		assert_eq!(Sites::<Test>::get(NEW.institution, NEW.number), Some(site));
		let external = pharmacy().external.expect("it has one");
		assert_eq!(SitesByExternalId::<Test>::get(HOSPITAL, external), Some(NEW.number));
	});
}

#[test]
fn an_external_identifier_has_one_site_of_an_institution() {
	run(|| {
		accepted(signed(ADMIN), register(pharmacy()));
		refused(signed(ADMIN), register(pharmacy()), Error::<Test>::SiteAlreadyExists);
	});
}

#[test]
fn nobody_takes_an_identifier_from_the_sites_of_another() {
	run(|| {
		accepted(signed(OTHER_ADMIN), register(pharmacy()));
		accepted(signed(ADMIN), register(pharmacy()));
		let external = || pharmacy().external.expect("it has one");
		assert_eq!(SitesByExternalId::<Test>::get(HOSPITAL, external()), Some(NEW.number));
		assert_eq!(SitesByExternalId::<Test>::get(DONOR, external()), Some(SiteNumber(1)));
	});
}

#[test]
fn what_a_site_says_is_checked() {
	run(|| {
		let wrong = |place, error: Error<Test>| refused(signed(ADMIN), register(place), error);
		wrong(Place { name: text(""), ..pharmacy() }, Error::InvalidCharacters);
		wrong(Place { region: code("FR"), ..pharmacy() }, Error::RegionNotFound);
		let temperature = Some(TemperatureRange { min: 1, max: 0 });
		wrong(Place { temperature, ..pharmacy() }, Error::InvalidRange);
		for (latitude, longitude) in [(9_001, 0), (-9_001, 0), (0, 18_001), (0, -18_001)] {
			let grid = Some(GridSquare { latitude, longitude });
			wrong(Place { grid, ..pharmacy() }, Error::InvalidRange);
		}
		let external = Some(ExternalId::Gln { gln: Gln(*b"6291041500214"), extension: None });
		wrong(Place { external, ..pharmacy() }, Error::InvalidCheckDigit);
	});
}

#[test]
fn the_ends_of_the_globe_are_on_it() {
	run(|| {
		let grid = Some(GridSquare { latitude: -9_000, longitude: 18_000 });
		accepted(signed(ADMIN), register(Place { grid, ..pharmacy() }));
	});
}

#[test]
fn nobody_but_an_admin_registers_a_site() {
	run(|| refused_to_all_but(Role::Admin, register(pharmacy())));
}

#[test]
fn each_institution_numbers_its_own_sites() {
	run(|| {
		accepted(signed(OTHER_ADMIN), register(place("Second depot")));
		last_event(Event::SiteRegistered { institution: DONOR, site: SiteNumber(1) });
		accepted(signed(ADMIN), register(place("Third place")));
		last_event(Event::SiteRegistered { institution: HOSPITAL, site: SiteNumber(2) });
	});
}

#[test]
fn an_institution_has_so_many_sites_and_no_more() {
	run(|| {
		let most: u16 = <Test as Config>::MaxSites::get();
		for _ in NextSiteNumber::<Test>::get(HOSPITAL).0..most {
			accepted(signed(ADMIN), register(place("Another place")));
		}
		refused(signed(ADMIN), register(pharmacy()), Error::<Test>::TooManySites);
		accepted(signed(OTHER_ADMIN), register(pharmacy()));
		accepted(signed(ADMIN), Call::amend_site { site: NEW.number, place: pharmacy() });
	});
}
