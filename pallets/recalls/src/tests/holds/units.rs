//! Units that enter and leave quarantine by whatever way, and what a hold bars of real moves.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchClass};
use pallet_circulation::{
	CalledInGoods, Discrepancy, Error as Unsent, LegReceipt, Outcome, RejectedGoods, Shortfall,
};
use pallet_registry::{
	CountReason, DestroyFrom, DestroyReason, Destruction, Error as Refused, RepackInput,
	RepackOutput,
};
use salus_primitives::{
	mock::MockTrail, time::DAY, Action, Custody, HoldId, HoldKind, HoldingKey, InstitutionId,
	LotId, LotStock, Quantity, ReturnFrom, Source, Terms, Trail, TransferId,
};
use sp_runtime::DispatchResult;

const QUARANTINE: HoldKind = HoldKind::Quarantine;
const BREACH: HoldKind = HoldKind::ColdChainBreach;

fn back(of: TransferId, from: ReturnFrom) -> Terms {
	Terms::Return { of, from }
}

fn withdraw(who: InstitutionId, transfer: TransferId) -> DispatchResult {
	Circulation::withdraw(by(agent_of(who)), transfer).map(drop).map_err(|refusal| refusal.error)
}

fn resolve(who: InstitutionId, transfer: TransferId, outcome: Outcome, quantity: Quantity) {
	let origin = by(agent_of(who));
	assert_ok!(Circulation::resolve(origin, transfer, 0, outcome, quantity, None, None));
}

fn destroy(lot: LotId, from: DestroyFrom, quantity: Quantity) -> DispatchResult {
	let how = Destruction { from, reason: DestroyReason::Damaged, document: None };
	Registry::destroy(by(HOSPITAL_AGENT), lot, HOSPITAL, quantity, how, None)
}

fn count(lot: LotId, counted: Quantity) -> DispatchResult {
	let reason = CountReason::StockTake;
	Registry::count(by(HOSPITAL_AGENT), lot, HOSPITAL, counted, reason, None)
}

/// Makes a lot like another of some units of it.
fn repack(lot: LotId, quantity: Quantity) -> DispatchResult {
	let class = Registry::lot(lot).expect("a lot").lot.identity.class;
	let inputs = vec![RepackInput { lot, quantity }];
	let outputs = vec![RepackOutput { identity: identity(class), quantity, class_change: None }];
	let inputs = inputs.try_into().expect("one");
	let outputs = outputs.try_into().expect("one");
	Registry::repack(by(HOSPITAL_AGENT), inputs, outputs, None)
}

#[test]
fn units_under_a_hold_go_back_from_quarantine() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let of = delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let on = at(lot, HOSPITAL);
		set_aside(lot, HOSPITAL, 10, HoldKind::Damage);
		set_aside(lot, HOSPITAL, 5, HoldKind::Legal);
		let terms = back(of, ReturnFrom::Quarantined);
		assert_noop!(propose(HOSPITAL, MAKER, terms, (lot, 16)), Unsent::<Test>::InsufficientStock);

		// The oldest hold is the first to lose units.
		let returned = agreed(HOSPITAL, MAKER, terms, (lot, 12));
		assert_eq!(holds(on), [(HoldKind::Legal, Extent::Units(3), HoldBy::Custodian)]);
		let found = own(lot, HOSPITAL);
		assert_eq!((found.available, found.reserved, found.quarantined), (25, 12, 3));

		// Withdrawn, they are quarantined again, and do not become available.
		assert_ok!(withdraw(HOSPITAL, returned));
		assert_eq!(
			holds(on),
			[(HoldKind::Legal, Extent::Units(3), HoldBy::Custodian), by_chain(QUARANTINE, 12)]
		);
		let found = own(lot, HOSPITAL);
		assert_eq!((found.available, found.reserved, found.quarantined), (25, 0, 15));

		// So they are with whom they came from.
		delivered(HOSPITAL, MAKER, terms, (lot, 12));
		assert_eq!(holds(on), [by_chain(QUARANTINE, 3)]);
		assert_eq!(holds(at(lot, MAKER)), [by_chain(QUARANTINE, 12)]);
		let found = own(lot, MAKER);
		assert_eq!((found.available, found.quarantined), (60, 12));
	});
}

#[test]
fn a_breach_is_not_shed_by_a_return() {
	play(|| {
		let lot = stock(MAKER, VACCINES, 100);
		let of = delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let on = at(lot, HOSPITAL);
		set_aside(lot, HOSPITAL, 10, BREACH);
		let terms = back(of, ReturnFrom::Quarantined);
		let returned = agreed(HOSPITAL, MAKER, terms, (lot, 10));
		assert_ok!(withdraw(HOSPITAL, returned));
		assert_eq!(holds(on), [by_chain(QUARANTINE, 10)]);
		delivered(HOSPITAL, MAKER, terms, (lot, 10));
		assert!(holds(on).is_empty());
		assert_eq!(holds(at(lot, MAKER)), [by_chain(QUARANTINE, 10)]);
	});
}

#[test]
fn what_comes_back_from_a_dispute_is_quarantined() {
	play(|| {
		for class in [MASKS, VACCINES] {
			let lot = stock(MAKER, class, 100);
			let id = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
			let rejected = Some(Shortfall { quantity: 10, reason: Discrepancy::Unknown });
			let found = LegReceipt { rejected, ..Default::default() };
			assert_ok!(receive_as(HOSPITAL, id, found, None));
			resolve(MAKER, id, Outcome::Rejected(RejectedGoods::Returned), 10);
			assert_eq!(holds(at(lot, MAKER)), [by_chain(QUARANTINE, 10)]);
			assert_eq!(own(lot, MAKER).quarantined, 10);
		}
	});
}

#[test]
fn a_loan_is_called_in_from_under_every_hold() {
	play(|| {
		for class in [MASKS, VACCINES] {
			let now = MockTrail::now();
			let lot = stock(MAKER, class, 100);
			let terms = Terms::Loan { due: now + 20 * DAY };
			let id = delivered(MAKER, HOSPITAL, terms, (lot, 20));
			let borrowed = HoldingKey { lot, custodian: HOSPITAL, owner: MAKER };
			let on = HoldPlace::Holding(borrowed);
			placed(by(HOSPITAL_AGENT), on, Extent::Units(8), BREACH);
			placed(by(HOSPITAL_AGENT), on, Extent::Whole, HoldKind::Legal);
			turn_to(now + 20 * DAY + 1);
			assert_ok!(Circulation::call_in_loan(by(NOBODY), id));
			assert_eq!(holds(on), [(HoldKind::Legal, Extent::Whole, HoldBy::Custodian)]);
			assert_eq!((holding(borrowed).disputed, holding(borrowed).quarantined), (20, 0));
			resolve(MAKER, id, Outcome::CalledIn(CalledInGoods::Returned), 20);
			assert_eq!(holds(at(lot, MAKER)), [by_chain(QUARANTINE, 20)]);
			// What the borrower held is empty, and held all the same.
			assert_eq!((holding(borrowed).total(), holding(borrowed).held), (0, true));
		}
	});
}

#[test]
fn an_estate_goes_to_an_heir_under_a_hold_and_to_others_after_it() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let lent = stock(MAKER, MASKS, 100);
		let terms = Terms::Loan { due: NOW + 300 * DAY };
		delivered(MAKER, HOSPITAL, terms, (lent, 20));
		let borrowed = Custody { custodian: HOSPITAL, owner: MAKER };
		let on = at(lot, HOSPITAL);
		set_aside(lot, HOSPITAL, 8, HoldKind::Damage);
		let hold = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		let lent_place = HoldPlace::Holding(borrowed.of(lent));
		placed(by(CITY_AGENT), lent_place, Extent::Whole, HoldKind::Legal);
		placed(by(HOSPITAL_AGENT), lent_place, Extent::Units(3), BREACH);
		assert_ok!(Registry::suspend_institution(governance(), HOSPITAL));
		pass(ESTATE_AFTER);

		let all_to = |lot, custody, to, quantity| {
			Registry::hand_over(governance(), lot, custody, to, quantity, None)
		};
		let of_hospital = Custody::own(HOSPITAL);
		assert_noop!(all_to(lot, of_hospital, CLINIC, 100), Refused::<Test>::Held);
		assert_ok!(lift(by(CITY_AGENT), on, hold, None));
		assert_ok!(all_to(lot, of_hospital, CLINIC, 100));
		assert!(holds(on).is_empty());
		assert_eq!(holds(at(lot, CLINIC)), [by_chain(QUARANTINE, 100)]);

		assert_ok!(all_to(lent, borrowed, MAKER, 20));
		assert_eq!(holds(at(lent, MAKER)), [by_chain(QUARANTINE, 20)]);
		let legal = HoldKind::Legal;
		assert_eq!(holds(lent_place), [(legal, Extent::Whole, HoldBy::Supervisor(CITY))]);
	});
}

#[test]
fn what_a_second_party_confirms_is_quarantined() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		assert_ok!(count(lot, 45));
		assert_ok!(Registry::confirm_count(by(MAKER_AGENT), lot, HOSPITAL, 5));
		assert_eq!(holds(at(lot, HOSPITAL)), [by_chain(QUARANTINE, 5)]);
		assert_ok!(lift(by(HOSPITAL_AGENT), at(lot, HOSPITAL), HoldId(0), Some(2)));
		assert_eq!(own(lot, HOSPITAL).available, 42);
	});
}

#[test]
fn destroyed_units_are_taken_off_the_oldest_holds() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let first = set_aside(lot, HOSPITAL, 10, HoldKind::Damage);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Damage);
		let second = set_aside(lot, HOSPITAL, 20, HoldKind::Legal);
		events();
		assert_ok!(destroy(lot, DestroyFrom::Quarantined, 13));
		let told = |hold, kind, units| Event::HoldLifted {
			place: on,
			hold,
			kind,
			units: Some(units),
			is_last: false,
		};
		assert_eq!(events(), [told(first, HoldKind::Damage, 10), told(second, HoldKind::Legal, 3)]);
		assert_eq!(
			holds(on),
			[
				(HoldKind::Damage, Extent::Whole, HoldBy::Supervisor(CITY)),
				(HoldKind::Legal, Extent::Units(17), HoldBy::Custodian),
			]
		);
		assert_eq!(own(lot, HOSPITAL).quarantined, 17);
	});
}

#[test]
fn units_of_the_chain_are_added_to_those_it_holds_already() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let on = at(lot, HOSPITAL);
		for units in [4, 6] {
			let id = sent(MAKER, HOSPITAL, Terms::Gift, (lot, units));
			assert_ok!(receive_as(HOSPITAL, id, damaged(units), None));
		}
		nothing_is_available(lot);
		assert_eq!(holds(on), [by_chain(HoldKind::Damage, 10)]);
		let id = newest_on(on);
		assert_eq!(HoldsOn::<Test>::get(on)[0].reason, None);
		assert_ok!(lift(by(HOSPITAL_AGENT), on, id, Some(1)));
		// What the custodian holds for the same reason is its own hold.
		set_aside(lot, HOSPITAL, 1, HoldKind::Damage);
		assert_eq!(
			holds(on),
			[
				by_chain(HoldKind::Damage, 9),
				(HoldKind::Damage, Extent::Units(1), HoldBy::Custodian),
			]
		);
	});
}

/// Nothing that the hospital has of a lot is available.
fn nothing_is_available(lot: LotId) {
	let on = at(lot, HOSPITAL);
	assert_noop!(
		place(by(HOSPITAL_AGENT), on, Extent::Units(1), HoldKind::Damage),
		Refused::<Test>::InsufficientStock
	);
}

#[test]
fn goods_under_way_arrive_quarantined_when_the_lot_is_held() {
	play(|| {
		for lifted_before in [false, true] {
			let lot = stock(MAKER, MASKS, 100);
			let all = HoldPlace::Lot(lot);
			let id = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
			let hold = placed(by(SHANGHAI_AGENT), all, Extent::Whole, HoldKind::Legal);
			if lifted_before {
				assert_ok!(lift(by(SHANGHAI_AGENT), all, hold, None));
			}
			assert_ok!(receive(HOSPITAL, id, 10));
			let expected = if lifted_before { vec![] } else { vec![by_chain(QUARANTINE, 10)] };
			assert_eq!(holds(at(lot, HOSPITAL)), expected);
			if !lifted_before {
				assert_ok!(lift(by(SHANGHAI_AGENT), all, hold, None));
			}
			// They stay so until who has them has looked.
			let quarantined = if lifted_before { 0 } else { 10 };
			assert_eq!(own(lot, HOSPITAL).quarantined, quarantined);
		}
	});
}

#[test]
fn goods_under_way_arrive_quarantined_when_what_they_come_from_is_held() {
	play(|| {
		for lifted_before in [false, true] {
			let lot = stock(MAKER, MASKS, 100);
			let id = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
			let on = at(lot, MAKER);
			let hold = placed(by(MAKER_AGENT), on, Extent::Whole, HoldKind::Legal);
			if lifted_before {
				assert_ok!(lift(by(MAKER_AGENT), on, hold, None));
			}
			assert_ok!(receive(HOSPITAL, id, 10));
			let expected = if lifted_before { vec![] } else { vec![by_chain(QUARANTINE, 10)] };
			assert_eq!(holds(at(lot, HOSPITAL)), expected);
		}
	});
}

#[test]
fn what_is_held_is_neither_used_nor_passed_on_and_goes_back_and_is_counted_and_destroyed() {
	play(|| {
		for is_of_lot in [true, false] {
			let lot = stock(HOSPITAL, MASKS, 100);
			let on = if is_of_lot { HoldPlace::Lot(lot) } else { at(lot, HOSPITAL) };
			let own_custody = Custody::own(HOSPITAL);
			assert_ok!(move_stock(lot, Action::OfferMade, |stock| stock.offer(own_custody, 20)));
			let reserved = agreed(HOSPITAL, CLINIC, Terms::Gift, (lot, 10));
			let late = agreed(HOSPITAL, CLINIC, Terms::Gift, (lot, 3));
			let hold = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Quarantine);

			let used = || Registry::consume(by(HOSPITAL_AGENT), lot, 1, None);
			assert_noop!(used(), Refused::<Test>::Held);
			assert_noop!(repack(lot, 1), Refused::<Test>::Held);
			let offer = || move_stock(lot, Action::OfferMade, |stock| stock.offer(own_custody, 1));
			assert_noop!(offer(), Refused::<Test>::Held);
			let taken = || {
				move_stock(lot, Action::OfferTaken, |stock| {
					stock.reserve(own_custody, Source::Offered, 1)
				})
			};
			assert_noop!(taken(), Refused::<Test>::Held);
			for terms in [Terms::Gift, Terms::Sale, Terms::Loan { due: NOW + 20 * DAY }] {
				assert_noop!(propose(HOSPITAL, CLINIC, terms, (lot, 1)), Unsent::<Test>::Held);
			}
			assert_noop!(dispatch(HOSPITAL, reserved, None), Unsent::<Test>::Held);

			assert_ok!(count(lot, 60));
			assert_ok!(destroy(lot, DestroyFrom::Available, 10));
			set_aside(lot, HOSPITAL, 10, HoldKind::Damage);
			assert_ok!(destroy(lot, DestroyFrom::Quarantined, 10));
			// What was set aside rests in what is available, held.
			assert_ok!(withdraw(HOSPITAL, late));
			assert_ok!(move_stock(lot, Action::OfferWithdrawn, |stock| {
				stock.withdraw_offer(own_custody, 20)
			}));
			assert_eq!(own(lot, HOSPITAL).available, 63);
			assert_noop!(offer(), Refused::<Test>::Held);

			assert_ok!(lift(by(CITY_AGENT), on, hold, None));
			assert_ok!(dispatch(HOSPITAL, reserved, None));
			assert_ok!(used());
			assert_ok!(offer());
			assert_ok!(taken());
			assert_ok!(repack(lot, 1));
			assert_eq!((own(lot, HOSPITAL).reserved, own(lot, HOSPITAL).available), (1, 60));
			// No transfer is behind what was taken.
			assert_ok!(move_stock(lot, Action::TransferWithdrawn, |stock| {
				stock.unreserve(own_custody, Source::Offered, 1)
			}));
		}
	});
}

#[test]
fn what_is_held_goes_back_from_what_is_available() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let of = delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let terms = back(of, ReturnFrom::Available);
		let before = agreed(HOSPITAL, MAKER, terms, (lot, 5));
		placed(by(CITY_AGENT), at(lot, HOSPITAL), Extent::Whole, HoldKind::Legal);
		let after = agreed(HOSPITAL, MAKER, terms, (lot, 10));
		for (id, quantity) in [(before, 5), (after, 10)] {
			assert_ok!(dispatch(HOSPITAL, id, None));
			assert_ok!(receive(MAKER, id, quantity));
		}
		// They come from what is held.
		assert_eq!(holds(at(lot, MAKER)), [by_chain(QUARANTINE, 15)]);
	});
}

#[test]
fn what_was_reserved_before_a_hold_is_released_in_time() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let id = agreed(HOSPITAL, CLINIC, Terms::Gift, (lot, 10));
		placed(by(HOSPITAL_AGENT), at(lot, HOSPITAL), Extent::Whole, HoldKind::Legal);
		turn_to(NOW + 5 * DAY + 1);
		assert_ok!(Circulation::release(by(NOBODY), id));
		let found = own(lot, HOSPITAL);
		assert_eq!((found.available, found.held), (100, true));
	});
}

#[test]
fn counted_to_nothing_and_found_again_goods_are_held_still() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		assert_ok!(count(lot, 0));
		assert_eq!((own(lot, HOSPITAL).total(), own(lot, HOSPITAL).held), (0, true));
		check_all();
		assert_ok!(count(lot, 100));
		assert_noop!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None), Refused::<Test>::Held);
		assert_eq!(holds(on).len(), 1);
	});
}

#[test]
fn a_demanded_count_ends_with_the_count() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let demands = [by(CITY_AGENT), governance()]
			.map(|origin| placed(origin, on, Extent::Whole, HoldKind::CountDemanded));
		let legal = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		events();
		assert_ok!(count(lot, 100));
		let told = demands.map(|hold| Event::HoldLifted {
			place: on,
			hold,
			kind: HoldKind::CountDemanded,
			units: None,
			is_last: false,
		});
		assert_eq!(events(), told);
		assert!(own(lot, HOSPITAL).held);
		assert_ok!(lift(by(CITY_AGENT), on, legal, None));

		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::CountDemanded);
		lift_refused(by(HOSPITAL_AGENT), on, newest_on(on), Error::<Test>::NotAuthorized);
		assert_ok!(count(lot, 0));
		assert!(holds(on).is_empty());
		// Nothing is left of it, and nothing holds it.
		assert_noop!(
			place(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal),
			Error::<Test>::HoldingNotFound
		);
	});
}

#[test]
fn a_demanded_count_ends_with_a_claim() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
		let on = at(lot, HOSPITAL);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::CountDemanded);
		assert_ok!(count(lot, 45));
		assert!(holds(on).is_empty());
		assert!(!own(lot, HOSPITAL).held);
	});
}

#[test]
fn a_demand_that_its_supervisor_lifts_ends_without_a_count() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		let hold = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::CountDemanded);
		assert_ok!(lift(by(PROVINCE_AGENT), on, hold, None));
		assert!(!own(lot, HOSPITAL).held);
	});
}

#[test]
fn the_block_is_charged_for_what_no_call_is() {
	play(|| {
		let used = || System::block_weight().get(DispatchClass::Mandatory).ref_time();
		let lot = stock(MAKER, MASKS, 100);
		let before = used();
		let id = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		assert_ok!(receive(HOSPITAL, id, 10));
		set_aside(lot, HOSPITAL, 2, HoldKind::Damage);
		assert_ok!(Registry::consume(by(HOSPITAL_AGENT), lot, 1, None));
		assert_eq!(used(), before);
		assert_ok!(destroy(lot, DestroyFrom::Quarantined, 1));
		assert_eq!(used(), before + 1_000);
		let id = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		assert_eq!(used(), before + 1_000);
		assert_ok!(receive_as(HOSPITAL, id, damaged(10), None));
		assert_eq!(used(), before + 2_000);
		// Of a held lot whatever moves is told: it concerns no hold, and might concern a recall.
		placed(governance(), HoldPlace::Lot(lot), Extent::Whole, HoldKind::Legal);
		assert_ok!(destroy(lot, DestroyFrom::Available, 1));
		assert_eq!(used(), before + 2_000 + 10_000);
		let recall = spread(governance(), &[lot]);
		assert_ok!(destroy(lot, DestroyFrom::Available, 1));
		assert_eq!(used(), before + 2_000 + 10_000 + 20_000);
		// A closed one asks nobody, and has to be read to know that.
		assert_ok!(close(governance(), recall));
		assert_ok!(destroy(lot, DestroyFrom::Available, 1));
		assert_eq!(used(), before + 2_000 + 10_000 + 20_000 + 20_000);
	});
}

#[test]
fn a_borrower_does_not_keep_what_is_held_by_buying_it() {
	play(|| {
		let now = MockTrail::now();
		let lot = stock(MAKER, MASKS, 100);
		let terms = Terms::Loan { due: now + 20 * DAY };
		let id = delivered(MAKER, HOSPITAL, terms, (lot, 20));
		let on = HoldPlace::Holding(HoldingKey { lot, custodian: HOSPITAL, owner: MAKER });
		let hold = placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		turn_to(now + 20 * DAY + 1);
		assert_ok!(Circulation::call_in_loan(by(NOBODY), id));
		let keep = |quantity| {
			let kept = Outcome::CalledIn(CalledInGoods::Kept);
			Circulation::resolve(by(agent_of(MAKER)), id, 0, kept, quantity, None, None)
		};
		assert_noop!(keep(20), Refused::<Test>::Held);
		assert_ok!(lift(by(CITY_AGENT), on, hold, None));
		assert_ok!(keep(20));
		assert_eq!(holds(at(lot, HOSPITAL)), [by_chain(QUARANTINE, 20)]);
	});
}
