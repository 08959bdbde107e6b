use crate::{mock::*, Call, Error, Event, Regions};
use salus_primitives::{Action, Belt, RecordId, Subject};

#[test]
fn figures_are_amended() {
	run(|| {
		let belt = Some(Belt::Eastern);
		let call = Call::amend_region { code: code("CN-HB"), population: 59_270_000, belt };
		let records = accepted(root(), call.clone());
		by_authority(&records, Action::RegionAmended, Subject::Region(code("CN-HB")));
		last_event(Event::RegionAmended { code: code("CN-HB"), population: 59_270_000, belt });
		let stored = Regions::<Test>::get(code("CN-HB")).expect("it was there");
		assert_eq!(stored.newest_record, Some(RecordId(0)));
		let region = stored.region;
		assert_eq!((region.population, region.belt), (59_270_000, belt));
		assert_eq!(region.parent, Some(code("CN")));
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

#[test]
fn nobody_else_amends_a_region() {
	run(|| {
		let amend = Call::amend_region { code: code("CN-HB"), population: 1, belt: None };
		refused_to_all_but_accreditation(amend);
	});
}
