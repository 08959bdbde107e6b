//! That the council cannot live on declarations which nobody ratifies.

use crate::{mock::*, Call, Error};
use frame_support::assert_ok;
use salus_primitives::{time::DAY, ClassId, Moment};

/// When what [`in_haste`] declared at [`NOW`] has cooled.
const COOL: Moment = NOW + TERM + COOLING;

fn refuses_for(region: &str, class: ClassId, error: Error<Test>) {
	refused(by(COUNCIL), Call::declare { declaration: of_one(region, class) }, error);
}

fn refuses(region: &str) {
	refuses_for(region, MASKS, Error::NotRatifiedLately);
}

#[test]
fn another_number_is_no_way_round() {
	run(|| {
		in_haste();
		refuses_for("CN-HB", MASKS, Error::AlreadyDeclared);
		turn_to(NOW + TERM);
		refuses("CN-HB");
		turn_to(COOL - 1);
		refuses("CN-HB");
		turn_to(COOL);
		let second = in_haste();
		assert_eq!(listed(), [second]);
		assert!(counts());
	});
}

#[test]
fn a_region_around_is_no_way_round() {
	run(|| {
		in_haste();
		refuses("CN");
		turn_to(NOW + TERM);
		refuses("CN");
		turn_to(COOL - 1);
		refuses("CN");
		turn_to(COOL);
		declared(COUNCIL, of_one("CN", MASKS));
	});
}

#[test]
fn a_short_end_is_no_way_round() {
	run(|| {
		declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + HOUR));
		turn_to(NOW + HOUR);
		refuses("CN-HB");
		refuses("CN-WH");
		turn_to(NOW + HOUR + COOLING - 1);
		refuses("CN-HB");
		turn_to(NOW + HOUR + COOLING);
		in_haste();
	});
}

#[test]
fn calling_it_off_is_no_way_round() {
	run(|| {
		for who in [COUNCIL, ASSEMBLY] {
			let id = in_haste();
			let began = now();
			pass(HOUR);
			assert_ok!(Emergencies::call_off(by(who), id));
			for region in ["CN", "CN-HB", "CN-WH"] {
				refuses(region);
			}
			turn_to(began + TERM + COOLING - 1);
			refuses("CN-HB");
			turn_to(began + TERM + COOLING);
		}
	});
}

#[test]
fn letting_it_lapse_is_no_way_round() {
	run(|| {
		let id = in_haste();
		turn_to(NOW + TERM);
		assert_ok!(lapse(id));
		refuses("CN-HB");
		turn_to(COOL);
		in_haste();
	});
}

#[test]
fn other_regions_beside_it_are_no_way_round() {
	run(|| {
		in_haste();
		turn_to(NOW + TERM);
		for regions in [["CN-HB", "CN-HN"], ["CN-HN", "CN-WH"]] {
			let declaration = declaration(&regions, &[MASKS], now() + DAY);
			let call = Call::declare { declaration };
			refused(by(COUNCIL), call, Error::<Test>::NotRatifiedLately);
		}
		let with_another_class = declaration(&["CN-HB"], &[MASKS, OXYGEN], now() + DAY);
		let call = Call::declare { declaration: with_another_class };
		refused(by(COUNCIL), call, Error::<Test>::NotRatifiedLately);
	});
}

#[test]
fn one_class_in_common_is_enough_and_another_class_is_another_shortage() {
	run(|| {
		declared(COUNCIL, declaration(&["CN-HB"], &[MASKS, GOWNS], NOW + 20 * DAY));
		turn_to(NOW + TERM);
		for region in ["CN", "CN-HB", "CN-WH"] {
			refuses_for(region, GOWNS, Error::NotRatifiedLately);
			let call = Call::declare {
				declaration: declaration(&[region], &[OXYGEN, GOWNS], now() + DAY),
			};
			refused(by(COUNCIL), call, Error::<Test>::NotRatifiedLately);
		}
		for region in ["CN", "CN-HB", "CN-WH"] {
			declared(COUNCIL, of_one(region, OXYGEN));
		}
	});
}

#[test]
fn an_outbreak_spreads_next_door_and_gets_graver_where_it_is() {
	run(|| {
		in_haste();
		declared(COUNCIL, of_one("CN-HN", MASKS));
		declared(COUNCIL, of_one("CN-WH", MASKS));
		declared(COUNCIL, of_one("CN-HB", OXYGEN));
		turn_to(NOW + TERM);
		refuses("CN-WH");
		declared(COUNCIL, of_one("CN-SH", MASKS));
	});
}

#[test]
fn a_part_outlasts_the_whole_by_one_term_and_no_more() {
	run(|| {
		declared(COUNCIL, of_one("CN", MASKS));
		turn_to(NOW + TERM - HOUR);
		in_haste();
		turn_to(NOW + 2 * TERM - HOUR - 1);
		assert!(counts());
		// Hubei is in force and bars no part; the country, which is not, does.
		refuses("CN-WH");
		turn_to(NOW + 2 * TERM - HOUR);
		assert!(!counts());
		turn_to(COOL);
		refuses("CN-WH");
		refuses("CN");
		turn_to(COOL + TERM - HOUR);
		declared(COUNCIL, of_one("CN", MASKS));
	});
}

#[test]
fn what_is_ratified_does_not_bind_the_council() {
	run(|| {
		let id = in_haste();
		assert_ok!(ratify(id));
		assert!(listed().is_empty());
		declared(COUNCIL, of_one("CN", MASKS));
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), id));
		// The country is pending and in force, and bars no part.
		in_haste();
	});
}

#[test]
fn the_assembly_is_bound_by_nothing() {
	run(|| {
		in_haste();
		turn_to(NOW + TERM);
		for (region, origin) in [("CN", root()), ("CN-HB", by(ASSEMBLY)), ("CN-WH", root())] {
			assert_ok!(Emergencies::declare(origin, of_one(region, MASKS)));
		}
	});
}

#[test]
fn what_waits_to_be_ratified_is_bounded() {
	run(|| {
		// Of whatever class.
		let ids: Vec<_> = (1..=16)
			.map(|number| {
				let class = if number <= 8 { MASKS } else { OXYGEN };
				declared(COUNCIL, of_one(&format!("ZZ-{number}"), class))
			})
			.collect();
		assert_eq!(listed(), ids);
		for class in [MASKS, OXYGEN, GOWNS] {
			refuses_for("ZZ-17", class, Error::TooManyUnratified);
		}
		refuses_for("ZZ-1", MASKS, Error::AlreadyDeclared);
		declared(ASSEMBLY, of_one("CN-SH", MASKS));
		turn_to(NOW + TERM);
		refuses_for("ZZ-1", MASKS, Error::NotRatifiedLately);
		refuses_for("ZZ-17", MASKS, Error::TooManyUnratified);
		assert_ok!(ratify(ids[3]));
		let next = declared(COUNCIL, of_one("ZZ-17", MASKS));
		let expected: Vec<_> =
			ids.iter().copied().filter(|id| *id != ids[3]).chain([next]).collect();
		assert_eq!(listed(), expected);
		// What has cooled makes room.
		turn_to(COOL);
		let last = declared(COUNCIL, of_one("ZZ-1", MASKS));
		assert_eq!(listed(), [next, last]);
	});
}

#[test]
fn a_declaration_for_many_classes_takes_one_place() {
	run(|| {
		let classes: Vec<_> = (0..8).map(ClassId).collect();
		for number in 1..=16 {
			let region = format!("ZZ-{number}");
			declared(COUNCIL, declaration(&[region.as_str()], &classes, NOW + DAY));
		}
		assert_eq!(listed().len(), 16);
		refuses_for("ZZ-17", MASKS, Error::TooManyUnratified);
	});
}
