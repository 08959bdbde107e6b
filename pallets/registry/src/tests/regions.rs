use crate::{mock::*, Call, Error, Event, Region, Regions};
use salus_primitives::{Action, Actor, Belt, RegionCode, Subject};

fn register(at: &str, region: Region) -> Call<Test> {
	Call::register_region { code: code(at), region }
}

#[test]
fn accreditation_registers_a_region_under_its_parent() {
	run(|| {
		let hunan = region("Hunan", Some("CN"));
		let notes = accepted(root(), register("CN-HN", hunan.clone()));
		by_authority(&notes, Action::RegionRegistered, Subject::Region(code("CN-HN")));
		last_event(Event::RegionRegistered { code: code("CN-HN") });
		assert_eq!(Regions::<Test>::get(code("CN-HN")), Some(hunan));
	});
}

#[test]
fn an_accreditation_account_is_named_in_the_record() {
	run(|| {
		let notes = accepted(signed(COMMISSION), register("CN-HN", region("Hunan", None)));
		assert_eq!(notes[0].actor, Actor::Account(COMMISSION));
		assert_eq!(notes[0].institution, None);
	});
}

#[test]
fn nobody_else_registers_or_amends_a_region() {
	run(|| {
		refused_to_all_but_accreditation(register("CN-HN", region("Hunan", None)));
		let amend = Call::amend_region { code: code("CN-HB"), population: 1, belt: None };
		refused_to_all_but_accreditation(amend);
	});
}

#[test]
fn a_code_has_one_region() {
	run(|| {
		let again = register("CN-HB", region("Hubei", Some("CN")));
		refused(root(), again, Error::<Test>::RegionAlreadyExists);
	});
}

#[test]
fn a_parent_comes_before_its_parts() {
	run(|| {
		let orphan = register("FR-75C", region("Paris", Some("FR")));
		refused(root(), orphan, Error::<Test>::RegionNotFound);
	});
}

#[test]
fn codes_and_names_are_checked() {
	run(|| {
		let lower = RegionCode(b"cn-hn".to_vec().try_into().expect("it fits"));
		let wrong = Call::register_region { code: lower, region: region("Hunan", None) };
		refused(root(), wrong, Error::<Test>::InvalidRegionCode);
		let nameless = register("CN-HN", region(" ", None));
		refused(root(), nameless, Error::<Test>::InvalidCharacters);
	});
}

#[test]
fn figures_are_amended() {
	run(|| {
		let belt = Some(Belt::Eastern);
		let call = Call::amend_region { code: code("CN-HB"), population: 59_270_000, belt };
		let notes = accepted(root(), call.clone());
		by_authority(&notes, Action::RegionAmended, Subject::Region(code("CN-HB")));
		last_event(Event::RegionAmended { code: code("CN-HB"), population: 59_270_000, belt });
		let stored = Regions::<Test>::get(code("CN-HB")).expect("it was there");
		assert_eq!((stored.population, stored.belt), (59_270_000, belt));
		assert_eq!(stored.parent, Some(code("CN")));
		refused(root(), call, Error::<Test>::Unchanged);
	});
}

#[test]
fn an_unknown_region_is_not_amended() {
	run(|| {
		let call = Call::amend_region { code: code("CN-HN"), population: 1, belt: None };
		refused(root(), call, Error::<Test>::RegionNotFound);
	});
}
