use crate::{mock::*, Call, Error, Event, Levels};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, time::DAY, Custody, InstitutionId, LotId, LotStock, Quantity, Source,
};
use sp_runtime::DispatchError;

fn forget(institution: InstitutionId) -> Call<Test> {
	Call::forget_level { institution, class: GLOVES }
}

/// The hospital uses up a lot of gloves.
fn used_up(quantity: Quantity) -> LotId {
	let lot = lot(plain(GLOVES), quantity);
	accepted(signed(STOREKEEPER), Call::consume { lot, quantity, event: None });
	lot
}

#[test]
fn a_level_that_says_nothing_any_more_is_forgotten_by_anybody() {
	run(|| {
		used_up(1_000);
		// 1,000 in 28 days are 35.7 a day, of which 307 days leave half a thousandth.
		pass((28 + 307) * DAY);
		refused(signed(STRANGER), forget(HOSPITAL), Error::<Test>::LevelInUse);
		pass(DAY);
		assert_eq!(Registry::level(HOSPITAL, GLOVES).daily_use, 0);
		let before = MockTrail::records().len();
		assert_ok!(Registry::forget_level(signed(STRANGER), HOSPITAL, GLOVES));
		assert_eq!(MockTrail::records().len(), before, "a level is no subject");
		last_event(Event::LevelForgotten { institution: HOSPITAL, class: GLOVES });
		assert!(!Levels::<Test>::contains_key(HOSPITAL, GLOVES));
		refused(signed(STRANGER), forget(HOSPITAL), Error::<Test>::LevelNotFound);
	});
}

#[test]
fn a_level_of_what_is_available_is_not_forgotten() {
	run(|| {
		lot(plain(GLOVES), 1);
		used_up(1);
		pass(5_000 * DAY);
		refused(signed(STRANGER), forget(HOSPITAL), Error::<Test>::LevelInUse);
		lot_by(OTHER_STOREKEEPER, plain(GLOVES), 1, None);
		refused(signed(STRANGER), forget(DONOR), Error::<Test>::LevelInUse);
	});
}

#[test]
fn what_is_only_set_aside_does_not_keep_a_level() {
	run(|| {
		let lot = lot(plain(GLOVES), 1);
		used_up(1);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(Custody::own(HOSPITAL), Source::Available, 1)
		}));
		pass(5_000 * DAY);
		assert_ok!(Registry::forget_level(signed(STRANGER), HOSPITAL, GLOVES));
		assert_ok!(moved(lot, |stock| stock.unreserve(
			Custody::own(HOSPITAL),
			Source::Available,
			1
		)));
		assert_eq!(Registry::level(HOSPITAL, GLOVES).available, 1);
	});
}

#[test]
fn a_level_is_not_forgotten_on_a_day_of_use() {
	run(|| {
		used_up(1);
		assert_eq!(Registry::level(HOSPITAL, GLOVES).daily_use, 0);
		refused(signed(STRANGER), forget(HOSPITAL), Error::<Test>::LevelInUse);
	});
}

#[test]
fn there_is_no_level_where_nothing_ever_was() {
	run(|| {
		refused(signed(STRANGER), forget(HOSPITAL), Error::<Test>::LevelNotFound);
		refused(signed(STRANGER), forget(NOBODY), Error::<Test>::LevelNotFound);
	});
}

#[test]
fn an_origin_that_does_not_sign_forgets_no_level() {
	run(|| {
		used_up(1);
		pass(5_000 * DAY);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, forget(HOSPITAL), DispatchError::BadOrigin);
		}
	});
}
