//! What is still lacking behind the lines.

use crate::{mock::*, Event, Stage};
use frame_support::assert_ok;
use pallet_needs::Needs;
use salus_primitives::{time::DAY, Action, Actor, AllocationId, NeedId, RegionCode, Subject};

fn asked_of(need: NeedId) -> RegionCode {
	Needs::<Test>::get(need).expect("there is such a need").region
}

/// Has an allocation carry everything out.
fn carry_out(id: AllocationId) {
	advance_until(id, |stage| matches!(stage, Stage::Escalating { .. }));
	events();
}

#[test]
fn what_is_open_of_a_need_is_asked_of_the_region_around() {
	run(|| {
		let (in_wuhan, in_hubei) = (asks(HOSPITAL, 30), asks(CLINIC, 40));
		let filled = asks(CENTRE, 5);
		offers(DONOR, 25);
		let id = decided();
		carry_out(id);
		assert_ok!(advance(id));
		assert_eq!(shares(id), [10, 10, 5]);
		let told = |need, region: &str, open| Event::ShortfallEscalated {
			allocation: id,
			need,
			region: code(region),
			open,
		};
		assert_eq!(events(), [told(in_wuhan, "CN-HB", 20), told(in_hubei, "CN", 30)]);
		let regions = [in_wuhan, in_hubei, filled].map(asked_of);
		assert_eq!(regions, ["CN-HB", "CN", "CN-HB"].map(code));
		assert_eq!(known(id).stage, Stage::Summing);
		let own = (Actor::Allocation(id), Action::NeedsEscalated);
		assert_eq!(deeds(id).last(), Some(&own));
		let of_need = salus_primitives::mock::MockTrail::records_of(&Subject::Need(in_wuhan));
		let newest = of_need.last().expect("it has a record");
		assert_eq!((newest.actor.clone(), newest.action), own);
	});
}

#[test]
fn it_has_a_day_more() {
	run(|| {
		let window = pallet_needs::Window { from: None, until: NOW + 5 * HOUR };
		let soon = asks_for(HOSPITAL, pallet_needs::Request { window, ..wanted(30) });
		let late = asks(CLINIC, 30);
		offers(DONOR, 10);
		carry_through(decided());
		let until = |need| Needs::<Test>::get(need).expect("a need").until;
		assert_eq!((until(soon), until(late)), (NOW + 5 * HOUR + DAY, NOW + 10 * DAY));
	});
}

#[test]
fn at_the_country_it_stays() {
	run(|| {
		let need = asks(CLINIC, 30);
		offers(DONOR, 10);
		let emergency = masks_in_hubei();
		carry_through(opened(emergency));
		assert_eq!(asked_of(need), code("CN"));
		pass(HOUR);
		offers(DONOR, 10);
		let id = opened(emergency);
		carry_out(id);
		assert_ok!(advance(id));
		assert_eq!((events(), asked_of(need), open_of(need)), (vec![], code("CN"), 10));
	});
}

#[test]
fn a_need_that_has_ended_is_asked_of_nobody() {
	run(|| {
		let need = asks(CLINIC, 30);
		offers(DONOR, 10);
		let id = decided();
		carry_out(id);
		assert_ok!(close_need(CLINIC, need));
		assert_ok!(advance(id));
		assert_eq!((events(), asked_of(need)), (vec![], code("CN-HB")));
	});
}
