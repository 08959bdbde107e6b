use crate::{mock::*, Call, Error, Event, RegionSeats, Regions};
use salus_primitives::{Action, RecordId, RegionCode, Seat, Subject};

fn set(at: &str, seat: Option<Seat>) -> Call<Test> {
	Call::set_seat { code: code(at), seat }
}

fn stored(at: &RegionCode) -> Option<Seat> {
	RegionSeats::<Test>::get(at)
}

#[test]
fn accreditation_says_where_a_seat_is_and_that_nobody_knows() {
	run(|| {
		let country = code("CN");
		let beijing = Seat { latitude: 39_907, longitude: 116_397 };
		let call = set("CN", Some(beijing));
		let records = accepted(root(), call.clone());
		by_authority(&records, Action::RegionAmended, Subject::Region(country.clone()));
		last_event(Event::RegionSeatSet { code: country.clone(), seat: Some(beijing) });
		assert_eq!(stored(&country), Some(beijing));
		let entry = Regions::<Test>::get(&country).expect("it was there");
		assert_eq!(entry.newest_record, Some(RecordId(0)));
		assert_eq!(entry.region, region("China", None));
		refused(root(), call, Error::<Test>::Unchanged);

		accepted(root(), set("CN", None));
		last_event(Event::RegionSeatSet { code: country.clone(), seat: None });
		assert_eq!(stored(&country), None);
		refused(root(), set("CN", None), Error::<Test>::Unchanged);
		// That of another region stays.
		assert_eq!(stored(&code("CN-HB")), Some(WUHAN));
	});
}

#[test]
fn a_seat_is_moved() {
	run(|| {
		let jingzhou = Seat { latitude: 30_350, longitude: 112_190 };
		accepted(root(), set("CN-HB", Some(jingzhou)));
		assert_eq!(stored(&code("CN-HB")), Some(jingzhou));
	});
}

#[test]
fn the_poles_and_the_far_meridian_are_on_earth_and_nothing_beyond_is() {
	run(|| {
		for (latitude, longitude) in [(90_000, 180_000), (-90_000, -180_000)] {
			accepted(root(), set("CN", Some(Seat { latitude, longitude })));
		}
		for (latitude, longitude) in [(90_001, 0), (-90_001, 0), (0, 180_001), (0, -180_001)] {
			let nowhere = set("CN", Some(Seat { latitude, longitude }));
			refused(root(), nowhere, Error::<Test>::SeatOutOfRange);
		}
	});
}

#[test]
fn an_unknown_region_has_no_seat() {
	run(|| refused(root(), set("CN-HN", Some(WUHAN)), Error::<Test>::RegionNotFound));
}

#[test]
fn nobody_else_sets_a_seat() {
	run(|| refused_to_all_but_accreditation(set("CN", Some(WUHAN))));
}
