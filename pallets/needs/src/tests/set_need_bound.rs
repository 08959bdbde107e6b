use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{ClassId, Quantity};
use sp_runtime::DispatchError;

fn set(class: ClassId, bound: Option<Quantity>) {
	assert_ok!(NeedsPallet::set_need_bound(root(), class, bound));
}

/// Whether an institution without a history may ask for `most` of a class, and for no more.
fn bound_is(who: u64, class: ClassId, most: Quantity) {
	let request = Request { class, ..masks(most + 1) };
	refused(by(who), Call::publish_need { request }, Error::<Test>::AboveCap);
	let id = published(who, Request { class, ..masks(most) });
	assert_ok!(NeedsPallet::close_need(by(who), id));
}

#[test]
fn governance_sets_the_bound_of_a_class_and_takes_it_back() {
	play(|| {
		bound_is(HOSPITAL_RECEIVES, MASKS, DEFAULT_BOUND);
		for bound in [5_000, 20] {
			set(MASKS, Some(bound));
			assert_eq!(last_event(), Event::NeedBoundSet { class: MASKS, bound: Some(bound) });
			assert_eq!(NeedBounds::<Test>::iter().collect::<Vec<_>>(), [(MASKS, bound)]);
			bound_is(HOSPITAL_RECEIVES, MASKS, bound);
			bound_is(CLINIC_RECEIVES, MASKS, bound);
			bound_is(HOSPITAL_RECEIVES, RESPIRATORS, DEFAULT_BOUND);
		}
		set(MASKS, None);
		assert_eq!(last_event(), Event::NeedBoundSet { class: MASKS, bound: None });
		assert_eq!(NeedBounds::<Test>::iter().count(), 0);
		bound_is(HOSPITAL_RECEIVES, MASKS, DEFAULT_BOUND);
	});
}

#[test]
fn under_a_bound_of_zero_nobody_without_a_history_asks() {
	play(|| {
		set(MASKS, Some(0));
		refused(
			by(HOSPITAL_RECEIVES),
			Call::publish_need { request: masks(1) },
			Error::<Test>::AboveCap,
		);
		set_use(HOSPITAL, MASKS, 1_000, 7);
		published(HOSPITAL_RECEIVES, masks(30));
	});
}

#[test]
fn a_history_takes_the_place_of_the_bound_in_both_directions() {
	play(|| {
		set(MASKS, Some(100));
		set_use(HOSPITAL, MASKS, 2_000, 7);
		bound_is(HOSPITAL_RECEIVES, MASKS, 60);
		set_use(HOSPITAL, MASKS, 200_000, 7);
		bound_is(HOSPITAL_RECEIVES, MASKS, 6_000);
	});
}

#[test]
fn the_greatest_bound_lets_ask_for_everything_once() {
	play(|| {
		set(MASKS, Some(Quantity::MAX));
		published(HOSPITAL_RECEIVES, masks(Quantity::MAX));
		let request = masks(1);
		refused(by(HOSPITAL_RECEIVES), Call::publish_need { request }, Error::<Test>::AboveCap);
	});
}

#[test]
fn what_is_asked_for_stays_open_under_a_lower_bound() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(900));
		set(MASKS, Some(10));
		assert_eq!(need(id).open(), 900);
		let request = masks(1);
		refused(by(HOSPITAL_RECEIVES), Call::publish_need { request }, Error::<Test>::AboveCap);
		set(MASKS, Some(901));
		published(HOSPITAL_RECEIVES, masks(1));
	});
}

#[test]
fn nobody_else_sets_bounds() {
	play(|| {
		for origin in [by(HOSPITAL_RECEIVES), by(NOBODY), RuntimeOrigin::none()] {
			let call = Call::set_need_bound { class: MASKS, bound: Some(1) };
			refused(origin, call, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_class_that_is_not_there_has_no_bound() {
	play(|| {
		for bound in [None, Some(1)] {
			let call = Call::set_need_bound { class: NOTHING, bound };
			refused(root(), call, Error::<Test>::ClassNotFound);
		}
	});
}
