//! Each invariant is seen when it is broken.

use crate::{mock::*, Covers, EmergencyEnding, Hasty, NextEmergencyId, Unratified, UnratifiedList};
use salus_primitives::{time::DAY, EmergencyId};
use sp_runtime::TryRuntimeError;

/// Breaks something, where the council declared masks and gowns in Hubei and Shanghai, and shows what is said.
#[track_caller]
fn breaks(message: &'static str, break_it: impl FnOnce(EmergencyId)) {
	stage().execute_with(|| {
		let until = NOW + 20 * DAY;
		let id = declared(COUNCIL, declaration(&["CN-HB", "CN-SH"], &[MASKS, GOWNS], until));
		check_all();
		break_it(id);
		assert_eq!(Emergencies::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

#[test]
fn emergencies_are_numbered_and_recorded() {
	breaks("emergencies: invariant 1: an emergency is not below the next", |id| {
		NextEmergencyId::<Test>::put(id);
	});
	breaks("emergencies: invariant 1: an emergency has no record", |id| {
		change(id, |emergency| emergency.newest_record = None);
	});
}

#[test]
fn emergencies_are_what_they_may_be() {
	let of_nothing = "emergencies: invariant 1: an emergency is of nothing";
	breaks(of_nothing, |id| change(id, |emergency| emergency.declaration.regions.truncate(0)));
	breaks(of_nothing, |id| change(id, |emergency| emergency.declaration.classes.truncate(0)));
	let not_in_order = "emergencies: invariant 1: an emergency is not in order";
	breaks(not_in_order, |id| {
		change(id, |emergency| emergency.declaration.regions.as_mut().swap(0, 1));
	});
	breaks(not_in_order, |id| {
		change(id, |emergency| emergency.declaration.classes.as_mut().swap(0, 1));
	});
	breaks(not_in_order, |id| {
		change(id, |emergency| emergency.declaration.classes.as_mut()[1] = MASKS);
	});
	let times = "emergencies: invariant 1: the times of an emergency are wrong";
	breaks(times, |id| change(id, |emergency| emergency.declared_at = NOW + 1));
	breaks(times, |id| change(id, |emergency| emergency.declaration.until = NOW));
}

#[test]
fn what_is_covered_is_counted() {
	let not_named = "emergencies: invariant 2: a pair is covered by what does not name it";
	breaks(not_named, |id| Covers::<Test>::insert(code("CN-HN"), MASKS, id));
	breaks(not_named, |id| Covers::<Test>::insert(code("CN-HB"), OXYGEN, id));
	breaks(not_named, |_| Covers::<Test>::insert(code("CN-HN"), MASKS, NOTHING));
	let miscounted = "emergencies: invariant 2: what is covered is miscounted";
	breaks(miscounted, |_| Covers::<Test>::remove(code("CN-HB"), MASKS));
	breaks(miscounted, |id| change(id, |emergency| emergency.covers = 5));
}

#[test]
fn what_is_in_force_covers_all_of_its_own() {
	breaks("emergencies: invariant 2: an emergency lacks a pair", |id| {
		Covers::<Test>::remove(code("CN-HB"), MASKS);
		change(id, |emergency| emergency.covers = 3);
	});
}

#[test]
fn what_was_not_ratified_is_listed_and_nothing_else() {
	let list = |ids: &[EmergencyId]| UnratifiedList::truncate_from(ids.to_vec());
	let not_unratified = "emergencies: invariant 3: what is listed is not what was not ratified";
	breaks(not_unratified, |id| Unratified::<Test>::put(list(&[id, NOTHING])));
	breaks(not_unratified, |id| change(id, |emergency| emergency.hasty = Hasty::Ratified));
	breaks("emergencies: invariant 3: one is listed twice", |id| {
		Unratified::<Test>::put(list(&[id, id]));
	});
	let not_listed = "emergencies: invariant 3: what was not ratified is not listed";
	breaks(not_listed, |_| Unratified::<Test>::kill());
	breaks(not_listed, |id| {
		// What was ended binds as well.
		change(id, |emergency| emergency.ended = Some((EmergencyEnding::CalledOff, NOW)));
		Unratified::<Test>::kill();
	});
}

#[test]
fn an_emergency_is_as_pending_as_ratification_keeps_it() {
	let message = "emergencies: invariant 3: an emergency is not as pending as it is kept";
	breaks(message, |id| {
		change(id, |emergency| emergency.ended = Some((EmergencyEnding::CalledOff, NOW)));
	});
	breaks(message, |id| {
		change(id, |emergency| emergency.hasty = Hasty::Pending { ratify_by: NOW + TERM + 1 });
	});
	breaks(message, |id| {
		change(id, |emergency| emergency.hasty = Hasty::No);
		Unratified::<Test>::kill();
	});
	breaks(message, |id| pallet_ratification::Acts::<Test>::remove(matter(id)));
}
