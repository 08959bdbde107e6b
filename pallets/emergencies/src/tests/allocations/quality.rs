//! How well an allocation did.

use crate::{mock::*, AllocationEnding, Event, Fill, Group, GroupFigures, Method, Quality, Stage};
use frame_support::assert_ok;
use salus_primitives::{time::DAY, AllocationId, InstitutionKind, Total};

fn fill(asked: Total, shared: Total, promised: Total) -> Fill {
	Fill { asked, shared, promised }
}

/// Carries an allocation through that is opened now, and answers with how well it did.
fn done() -> (AllocationId, Quality) {
	let id = opened(masks_in_hubei());
	let quality = carry_through(id).quality.expect("it ended well");
	(id, quality)
}

fn figures(group: Group, fill: Fill, gini: u32) -> GroupFigures {
	GroupFigures { group, fill, gini }
}

#[test]
fn an_allocation_is_summed_up_by_what_was_promised() {
	run(|| {
		used_daily(&[(HOSPITAL, 10), (CLINIC, 20), (CENTRE, 50)]);
		for institution in [HOSPITAL, CLINIC, CENTRE] {
			asks(institution, 100);
		}
		stock(CENTRE, MASKS, 1, None);
		offers(DONOR, 50);
		pass(2 * DAY + 5 * HOUR);
		let (id, quality) = done();
		let expected = Quality {
			all: fill(300, 50, 50),
			of_those_without: fill(200, 19, 19),
			unit_km: 50 * Total::from(SHANGHAI_TO_HUBEI),
			least_km: None,
			unit_days_held: 100,
			// 6, 13 and 31 of a hundred each: (2 - 4) 6 + (4 - 4) 13 + (6 - 4) 31, through 3 x 50.
			gini: 333_333,
		};
		assert_eq!(quality, expected);
		let groups = [
			figures(Group::Region(code("CN-HB")), fill(300, 50, 50), 333_333),
			// (2 - 3) 6 + (4 - 3) 13, through 2 x 19.
			figures(Group::Kind(InstitutionKind::Hospital), fill(200, 19, 19), 184_211),
			figures(Group::Kind(InstitutionKind::DiseaseControlCentre), fill(100, 31, 31), 0),
		];
		assert_eq!(Emergencies::quality(id), Some((expected, groups.to_vec())));
	});
}

#[test]
fn ways_are_those_between_the_places() {
	run(|| {
		asks(CLINIC, 10);
		asks(FAR, 10);
		let lot = stock(DONOR, MASKS, 15, day(2020, 6, 1));
		offers_of(DONOR, supply(lot, 15));
		offers(SUPPLIER, 20);
		let id = opened(declared(ASSEMBLY, of_one("CN", MASKS)));
		let quality = carry_through(id).quality.expect("it ended well");
		// Five from Shanghai to Hubei, ten within Shanghai, and five from Hunan.
		let unit_km = 5 * SHANGHAI_TO_HUBEI + 5 * HUNAN_TO_HUBEI;
		assert_eq!(quality.unit_km, unit_km.into());
		let (_, groups) = Emergencies::quality(id).expect("it ended well");
		let regions: Vec<_> = groups.into_iter().take(2).collect();
		let expected = [
			figures(Group::Region(code("CN-HB")), fill(10, 10, 10), 0),
			figures(Group::Region(code("CN-SH")), fill(10, 10, 10), 0),
		];
		assert_eq!(regions, expected);
	});
}

#[test]
fn what_was_skipped_counts_as_asked_for_and_not_as_promised() {
	run(|| {
		asks(HOSPITAL, 10);
		asks(CLINIC, 10);
		let withdrawn = offers(DONOR, 10);
		offers(SUPPLIER, 10);
		let id = decided();
		assert_ok!(withdraw_offer(DONOR, withdrawn));
		events();
		let quality = carry_through(id).quality.expect("it ended well");
		assert_eq!((quality.all, quality.gini), (fill(20, 20, 10), 500_000));
		assert_eq!(quality.unit_km, 10 * Total::from(HUNAN_TO_HUBEI));
		let (how, method) = (AllocationEnding::Allocated, Some(Method::Greedy));
		let told = Event::AllocationEnded { allocation: id, how, method };
		assert_eq!(events().last(), Some(&told));
		assert_eq!(known(id).stage, Stage::Ended { how, at: NOW });
	});
}

#[test]
fn what_never_left_later_changes_nothing() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let (id, before) = done();
		assert_ok!(withdraw(DONOR, made(id, 0)));
		assert_eq!(known(id).quality, Some(before));
	});
}

#[test]
fn what_ended_otherwise_has_no_figures() {
	run(|| {
		asks(HOSPITAL, 10);
		let id = opened(masks_in_hubei());
		assert_eq!(carry_through(id).quality, None);
		assert_eq!(Emergencies::quality(id), None);
	});
}
