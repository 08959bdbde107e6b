//! What is in force, and that it ends without anybody's doing.

use crate::mock::*;
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, time::DAY, Severity};

#[test]
fn an_emergency_ends_at_its_date_without_any_call() {
	run(|| {
		let until = NOW + 2 * DAY;
		let id = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], until));
		let (before, records) = (stored(id), MockTrail::records());
		turn_to(until - 1);
		assert!(counts());
		turn_to(until);
		assert!(!counts());
		assert_eq!((stored(id), MockTrail::records()), (before, records));
	});
}

#[test]
fn one_that_nobody_ratified_ends_with_its_term_without_any_call() {
	run(|| {
		let id = in_haste();
		let (before, records) = (stored(id), MockTrail::records());
		turn_to(NOW + TERM - 1);
		assert!(counts());
		turn_to(NOW + TERM);
		assert!(!counts());
		assert_eq!((stored(id), MockTrail::records()), (before, records));
	});
}

#[test]
fn the_earlier_of_both_ends_it() {
	run(|| {
		let early = declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + TERM - 1));
		declared(COUNCIL, declaration(&["CN-SH"], &[MASKS], NOW + TERM + 1));
		turn_to(NOW + TERM - 1);
		assert_eq!(severity("CN-HB", MASKS), None);
		assert_eq!(severity("CN-SH", MASKS), Some(Severity::Major));
		// The end stays one when it was ratified.
		assert_ok!(ratify(early));
		assert_eq!(severity("CN-HB", MASKS), None);
		turn_to(NOW + TERM);
		assert_eq!(severity("CN-SH", MASKS), None);
	});
}

#[test]
fn the_gravest_counts_in_a_region_and_its_parts() {
	run(|| {
		let grave = |region, severity| {
			let mut declaration = of_one(region, MASKS);
			declaration.severity = severity;
			declared(ASSEMBLY, declaration)
		};
		let over_country = grave("CN", Severity::Serious);
		grave("CN-HB", Severity::General);
		let over_city = grave("CN-WH", Severity::Extreme);
		let told = || ["CN", "CN-HN", "CN-HB", "CN-WH"].map(|region| severity(region, MASKS));
		let (serious, general) = (Some(Severity::Serious), Some(Severity::General));
		assert_eq!(told(), [serious, serious, serious, Some(Severity::Extreme)]);
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), over_city));
		assert_eq!(told(), [serious, serious, serious, serious]);
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), over_country));
		assert_eq!(told(), [None, None, general, general]);
		assert_eq!(severity("CN-WH", OXYGEN), None);
		assert_eq!(severity("FR", MASKS), None);
	});
}

#[test]
fn a_lineage_is_as_long_as_one_is_looked_at() {
	run(|| {
		// `LL-A` to `LL-H` are eight regions, each a part of the next.
		let eighth = declared(ASSEMBLY, of_one("LL-H", MASKS));
		assert_eq!(severity("LL-A", MASKS), Some(Severity::Major));
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), eighth));
		declared(ASSEMBLY, of_one("LL-I", MASKS));
		assert_eq!(severity("LL-A", MASKS), None);
		assert_eq!(severity("LL-B", MASKS), Some(Severity::Major));
	});
}
