use crate::{mock::*, Call, Error, Event, Region, RegionEntry, Regions};
use salus_primitives::{Action, Actor, RecordId, RegionCode, Subject};

fn register(at: &str, region: Region) -> Call<Test> {
	Call::register_region { code: code(at), region }
}

#[test]
fn accreditation_registers_a_region_under_its_parent() {
	run(|| {
		let hunan = region("Hunan", Some("CN"));
		let records = accepted(root(), register("CN-HN", hunan.clone()));
		by_authority(&records, Action::RegionRegistered, Subject::Region(code("CN-HN")));
		last_event(Event::RegionRegistered { code: code("CN-HN") });
		let stored = RegionEntry { region: hunan, newest_record: Some(RecordId(0)) };
		assert_eq!(Regions::<Test>::get(code("CN-HN")), Some(stored));
	});
}

#[test]
fn an_accreditation_account_is_named_in_the_record() {
	run(|| {
		let records = accepted(signed(COMMISSION), register("CN-HN", region("Hunan", None)));
		assert_eq!(records[0].actor, Actor::Account(COMMISSION));
		assert_eq!(records[0].institution, None);
	});
}

#[test]
fn nobody_else_registers_a_region() {
	run(|| refused_to_all_but_accreditation(register("CN-HN", region("Hunan", None))));
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
