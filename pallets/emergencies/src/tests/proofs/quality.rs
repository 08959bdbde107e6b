//! How far everything goes, beside the proven least.

use super::{best, crossed, submit};
use crate::{mock::*, AllocationEnding, Event, Method};
use frame_support::assert_ok;
use salus_primitives::OfferId;

#[test]
fn what_is_proven_goes_the_least_way() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		events();
		let quality = carry_through(id).quality.expect("it ended well");
		assert_eq!((quality.unit_km, quality.least_km), (9_810, Some(9_810)));
		assert_eq!((quality.all.shared, quality.all.promised), (20, 20));
		let (how, method) = (AllocationEnding::Allocated, Some(Method::Proven));
		let told = Event::AllocationEnded { allocation: id, how, method };
		assert_eq!(events().last(), Some(&told));
	});
}

#[test]
fn what_is_skipped_goes_no_way_and_the_least_stays_what_was_proven() {
	run(|| {
		let id = crossed();
		assert_ok!(submit(best(id)));
		assert_ok!(withdraw_offer(DONOR, OfferId(0)));
		let quality = carry_through(id).quality.expect("it ended well");
		// Ten over 294 kilometres; ten over 687 are lacking.
		assert_eq!((quality.unit_km, quality.least_km), (2_940, Some(9_810)));
		assert_eq!((quality.all.shared, quality.all.promised), (20, 10));
	});
}
