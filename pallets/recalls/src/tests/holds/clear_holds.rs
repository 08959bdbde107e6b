use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::{DestroyFrom, DestroyReason, Destruction, Error as Refused};
use salus_primitives::{digest_of, time::DAY, Action, Actor, HoldId, HoldKind, LotId, Quantity};
use sp_runtime::DispatchResult;

fn destroy(lot: LotId, quantity: Quantity) {
	let from = DestroyFrom::Available;
	let how = Destruction { from, reason: DestroyReason::Damaged, document: None };
	assert_ok!(Registry::destroy(by(HOSPITAL_AGENT), lot, HOSPITAL, quantity, how, None));
}

fn archive(lot: LotId) -> DispatchResult {
	let digest = Registry::lot_archive(lot).expect("a lot").digest();
	Registry::archive_lot(by(NOBODY), lot, digest)
}

#[test]
fn holds_on_nothing_are_cleared_in_time_and_the_lot_is_archived() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Damage);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		placed(governance(), all, Extent::Whole, HoldKind::Legal);
		// The newest hold counts.
		pass(DAY);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Damage);
		destroy(lot, 100);
		assert!(own(lot, HOSPITAL).held);
		turn_to(NOW + DAY + CLEAR_AFTER - 1);
		assert_noop!(Recalls::clear_holds(by(NOBODY), on), Error::<Test>::RetentionNotOver);
		assert_ok!(Recalls::clear_holds(by(NOBODY), all));
		assert!(!is_lot_held(lot));
		turn_to(NOW + DAY + CLEAR_AFTER);
		assert_noop!(archive(lot), Refused::<Test>::StillHeld);
		events();
		assert_ok!(Recalls::clear_holds(by(NOBODY), on));
		assert_eq!(events(), [Event::HoldsCleared { place: on }]);
		assert_eq!(HoldsOn::<Test>::iter().count(), 0);
		let record = newest_record(lot);
		assert_eq!(record.action, Action::HoldsCleared);
		assert_eq!((record.actor, record.institution), (Actor::Account(NOBODY), None));
		assert_eq!(record.digest, digest_of(&on));
		check_all();
		pass(365 * DAY);
		assert_ok!(archive(lot));
	});
}

#[test]
fn what_is_held_and_there_is_not_cleared() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Damage);
		destroy(lot, 99);
		pass(2 * CLEAR_AFTER);
		assert_noop!(Recalls::clear_holds(by(NOBODY), on), Error::<Test>::GoodsLeft);
	});
}

#[test]
fn goods_with_somebody_else_are_left_as_well() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		delivered(HOSPITAL, CLINIC, salus_primitives::Terms::Gift, (lot, 1));
		let on = at(lot, HOSPITAL);
		placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Damage);
		destroy(lot, 99);
		pass(2 * CLEAR_AFTER);
		assert_noop!(Recalls::clear_holds(by(NOBODY), on), Error::<Test>::GoodsLeft);
	});
}

#[test]
fn where_nothing_is_held_nothing_is_cleared() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		// What is on the lot is on another place.
		placed(governance(), all, Extent::Whole, HoldKind::Legal);
		destroy(lot, 100);
		pass(2 * CLEAR_AFTER);
		assert_noop!(Recalls::clear_holds(by(NOBODY), on), Error::<Test>::NotHeld);
		let nowhere = HoldPlace::Lot(LotId(77));
		assert_noop!(Recalls::clear_holds(by(NOBODY), nowhere), Error::<Test>::NotHeld);
	});
}

#[test]
fn nobody_clears_what_no_lot_is_there_of() {
	stage().execute_with(|| {
		let nowhere = HoldPlace::Lot(LotId(77));
		let hold = Hold {
			id: HoldId(0),
			kind: HoldKind::Legal,
			extent: Extent::Whole,
			by: HoldBy::Governance,
			reason: None,
			document: None,
			placed_at: 0,
			case: None,
		};
		let set = HoldSet::truncate_from(vec![hold]);
		HoldsOn::<Test>::insert(nowhere, set);
		assert_noop!(Recalls::clear_holds(by(NOBODY), nowhere), Error::<Test>::LotNotFound);
	});
}

#[test]
fn what_a_recall_holds_is_not_cleared() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let (on, all) = (at(lot, HOSPITAL), HoldPlace::Lot(lot));
		placed(governance(), all, Extent::Whole, HoldKind::Legal);
		placed(governance(), on, Extent::Whole, HoldKind::Legal);
		let recall = spread(governance(), &[lot]);
		destroy(lot, 100);
		pass(2 * CLEAR_AFTER);
		assert_noop!(Recalls::clear_holds(by(NOBODY), all), Error::<Test>::RecallStands);
		// What is on a holding of it has nothing to do with the recall.
		assert_ok!(Recalls::clear_holds(by(NOBODY), on));
		assert_ok!(close(governance(), recall));
		carry_through(recall);
		assert_ok!(Recalls::clear_holds(by(NOBODY), all));
		assert!(!is_lot_held(lot));
		pass(365 * DAY);
		assert_ok!(archive(lot));
	});
}

#[test]
fn whoever_may_lift_need_not_wait() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let hold = placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Damage);
		destroy(lot, 100);
		assert_ok!(lift(by(HOSPITAL_AGENT), on, hold, None));
		// The page of the empty holding goes with the hold.
		assert_noop!(
			place(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Damage),
			Error::<Test>::HoldingNotFound
		);
	});
}
