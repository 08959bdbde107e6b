use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	geography::LONGEST_LINEAGE, mock::MockDirectory, time::DAY, Fate, NeedId, RegionCode,
};
use sp_runtime::DispatchError;

fn lapse(need: NeedId) -> Alarm {
	Alarm::Lapse { need }
}

fn listed() -> Vec<(RegionCode, NeedId)> {
	let mut places: Vec<_> = OpenNeeds::<Test>::iter_key_prefix((MASKS,)).collect();
	places.sort();
	places
}

#[test]
fn a_need_is_asked_of_each_region_above_its_own_once_and_then_expires() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let mut end = NOW + 5 * DAY;
		assert_eq!(listed(), [(code("CN-WH"), id)]);
		for (level, region) in [(1, "CN-HB"), (2, "CN")] {
			turn_to(end);
			assert_noop!(ring(lapse(id)), Error::<Test>::TimeNotOver);
			turn_to(end + 1);
			assert_ok!(ring(lapse(id)));
			end = end + 1 + DAY;
			let region = code(region);
			let event =
				Event::NeedEscalated { need: id, region: region.clone(), open: 100, until: end };
			assert_eq!(last_event(), event);
			let stored = need(id);
			assert_eq!((stored.escalations, &stored.region, stored.until), (level, &region, end));
			assert_eq!(stored.ended, None);
			assert_eq!(listed(), [(region, id)]);
			assert_eq!(NeedsOf::<Test>::get(HOSPITAL, MASKS)[..], [id]);
			// Ringing once more does not escalate it twice.
			assert_noop!(ring(lapse(id)), Error::<Test>::TimeNotOver);
		}
		turn_to(end);
		assert_noop!(ring(lapse(id)), Error::<Test>::TimeNotOver);
		turn_to(end + 1);
		assert_ok!(ring(lapse(id)));
		assert_eq!(last_event(), Event::NeedExpired { need: id, open: 100 });
		assert_eq!(need(id).ended, Some((Ending::Expired, end + 1)));
		assert_eq!((need(id).escalations, need(id).region), (2, code("CN")));
		assert_eq!(listed(), []);
		assert_eq!(NeedsOf::<Test>::iter().count(), 0);
		assert_noop!(ring(lapse(id)), Error::<Test>::Ended);
	});
}

#[test]
fn the_time_in_a_region_begins_when_somebody_rings() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		turn_to(NOW + 50 * DAY);
		assert_ok!(ring(lapse(id)));
		assert_eq!(need(id).until, NOW + 51 * DAY);
		assert!(need(id).is_open(NOW + 51 * DAY));
		assert!(!need(id).is_open(NOW + 51 * DAY + 1));
	});
}

#[test]
fn every_class_that_serves_a_need_moves_with_it() {
	play(|| {
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let id = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(100) });
		let other = published(HOSPITAL_RECEIVES, masks(1));
		turn_to(NOW + 6 * DAY);
		assert_ok!(ring(lapse(id)));
		let mut keys: Vec<_> = OpenNeeds::<Test>::iter_keys().collect();
		keys.sort();
		let expected = [
			(MASKS, code("CN-HB"), id),
			(MASKS, code("CN-WH"), other),
			(RESPIRATORS, code("CN-HB"), id),
		];
		assert_eq!(keys, expected);
	});
}

#[test]
fn the_window_and_what_is_asked_stay_as_they_were_published() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let before = need(id).request;
		turn_to(NOW + 6 * DAY);
		assert_ok!(ring(lapse(id)));
		assert_eq!(need(id).request, before);
		assert_eq!(need(id).institution, HOSPITAL);
	});
}

#[test]
fn a_need_of_which_all_is_promised_waits_until_something_is_open() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let transfer = proposed(DONOR, id, &[(goods, 100)]);
		turn_to(NOW + 6 * DAY);
		assert_noop!(ring(lapse(id)), Error::<Test>::NeedCovered);
		became(transfer, 99, Fate::Outstanding, Fate::Delivered);
		assert_noop!(ring(lapse(id)), Error::<Test>::NeedCovered);
		became(transfer, 1, Fate::Outstanding, Fate::Undelivered);
		assert_ok!(ring(lapse(id)));
		let (region, until) = (code("CN-HB"), NOW + 7 * DAY);
		assert_eq!(last_event(), Event::NeedEscalated { need: id, region, open: 1, until });
	});
}

#[test]
fn a_need_of_which_a_part_is_promised_is_escalated_for_the_rest() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let transfer = proposed(DONOR, id, &[(goods, 70)]);
		turn_to(NOW + 6 * DAY);
		assert_ok!(ring(lapse(id)));
		let (region, until) = (code("CN-HB"), NOW + 7 * DAY);
		assert_eq!(last_event(), Event::NeedEscalated { need: id, region, open: 30, until });
		// What is under way goes on, and the rest can be promised again.
		proposed(DONOR, id, &[(goods, 30)]);
		assert_eq!(need(id).open(), 0);
		delivered(transfer);
		assert_eq!((need(id).promised, need(id).delivered), (30, 70));
	});
}

#[test]
fn what_is_under_way_to_an_expired_need_is_still_delivered() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		MockDirectory::change(HOSPITAL, |hospital| hospital.region = code("CN"));
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let transfer = proposed(DONOR, id, &[(goods, 70)]);
		turn_to(NOW + 6 * DAY);
		assert_ok!(ring(lapse(id)));
		assert_eq!(last_event(), Event::NeedExpired { need: id, open: 30 });
		delivered(transfer);
		assert_eq!((need(id).promised, need(id).delivered), (0, 70));
		assert_eq!(need(id).ended, Some((Ending::Expired, NOW + 6 * DAY)));
	});
}

#[test]
fn where_no_region_is_above_or_none_is_known_a_need_expires_at_once() {
	play(|| {
		for region in ["CN", "ZZ", "ZZ-1", "XX-1"] {
			MockDirectory::change(HOSPITAL, |hospital| hospital.region = code(region));
			let id = published(HOSPITAL_RECEIVES, masks(1));
			pass(6 * DAY);
			assert_ok!(ring(lapse(id)));
			assert_eq!(last_event(), Event::NeedExpired { need: id, open: 1 }, "{region}");
			assert_eq!(need(id).escalations, 0);
		}
	});
}

#[test]
fn a_need_is_asked_of_no_more_regions_than_a_lineage_names() {
	play(|| {
		MockDirectory::change(HOSPITAL, |hospital| hospital.region = code("LL-A"));
		let id = published(HOSPITAL_RECEIVES, masks(1));
		let mut regions = vec![need(id).region];
		pass(5 * DAY);
		loop {
			pass(DAY + 1);
			assert_ok!(ring(lapse(id)));
			if need(id).ended.is_some() {
				break;
			}
			regions.push(need(id).region);
		}
		let lineage = <World as salus_primitives::Geography>::lineage(&code("LL-A"));
		assert_eq!(regions, lineage);
		assert_eq!(regions.len(), LONGEST_LINEAGE);
	});
}

#[test]
fn anybody_who_signs_rings() {
	play(|| {
		for who in [NOBODY, CLINIC_SENDS, HOSPITAL_RECEIVES] {
			let id = published(HOSPITAL_RECEIVES, masks(1));
			pass(6 * DAY);
			assert_ok!(NeedsPallet::ring(by(who), lapse(id)));
			assert_eq!(need(id).escalations, 1);
		}
		let id = published(HOSPITAL_RECEIVES, masks(1));
		pass(6 * DAY);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, Call::ring { alarm: lapse(id) }, DispatchError::BadOrigin);
		}
		// Whoever published it may be suspended, or not be there any more.
		MockDirectory::wind_up(HOSPITAL);
		assert_ok!(ring(lapse(id)));
	});
}

#[test]
fn a_need_that_is_not_there_or_ended_does_not_lapse() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(1));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		pass(6 * DAY);
		assert_noop!(ring(lapse(id)), Error::<Test>::Ended);
		assert_noop!(ring(lapse(NeedId(1))), Error::<Test>::NeedNotFound);
	});
}

#[test]
fn an_escalated_need_is_closed_and_filled_like_any_other() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let closed = published(HOSPITAL_RECEIVES, masks(100));
		let filled = published(HOSPITAL_RECEIVES, masks(100));
		pass(6 * DAY);
		assert_ok!(ring(lapse(closed)));
		assert_ok!(ring(lapse(filled)));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), closed));
		delivered(proposed(DONOR, filled, &[(goods, 100)]));
		assert_eq!(need(filled).ended, Some((Ending::Filled, NOW + 6 * DAY)));
		assert_eq!(listed(), []);
	});
}
