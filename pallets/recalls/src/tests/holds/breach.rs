use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::{DestroyFrom, DestroyReason, Destruction, Error as Refused};
use salus_primitives::{Action, Custody, HoldKind, LotStock, ReturnFrom, Terms};

const BREACH: HoldKind = HoldKind::ColdChainBreach;
const ALL_BY_CHAIN: (HoldKind, Extent, HoldBy) = (BREACH, Extent::Whole, HoldBy::Chain);

#[test]
fn a_breach_before_the_goods_leave_holds_what_stays_and_what_arrives() {
	play(|| {
		let lot = stock(MAKER, VACCINES, 100);
		let id = agreed(MAKER, CLINIC, Terms::Gift, (lot, 10));
		events();
		// The goods leave all the same, since somebody has to be told of them.
		assert_ok!(dispatch(MAKER, id, measured(50, 94)));
		let on = at(lot, MAKER);
		assert_eq!(
			events(),
			[Event::HoldPlaced {
				place: on,
				hold: newest_on(on),
				kind: BREACH,
				extent: Extent::Whole,
				by: HoldBy::Chain,
			}]
		);
		assert_eq!(holds(on), [ALL_BY_CHAIN]);
		assert_eq!(newest_record(lot).action, Action::TransferDispatched);
		let left = own(lot, MAKER);
		assert_eq!((left.available, left.in_transit, left.held), (90, 10, true));
		assert_noop!(Registry::consume(by(MAKER_AGENT), lot, 1, None), Refused::<Test>::Held);

		// The receiver's own sensor measured nothing that is wrong.
		assert_ok!(receive_as(CLINIC, id, found(10), measured(30, 70)));
		assert_eq!(holds(at(lot, CLINIC)), [by_chain(BREACH, 10)]);
		assert_eq!(own(lot, CLINIC).quarantined, 10);
	});
}

#[test]
fn a_breach_on_the_way_holds_what_arrives_and_not_what_stayed() {
	play(|| {
		let lot = stock(MAKER, VACCINES, 100);
		let id = agreed(MAKER, CLINIC, Terms::Gift, (lot, 10));
		assert_ok!(dispatch(MAKER, id, measured(30, 70)));
		events();
		assert_ok!(receive_as(CLINIC, id, found(10), measured(10, 70)));
		let on = at(lot, CLINIC);
		assert_eq!(
			events(),
			[Event::HoldPlaced {
				place: on,
				hold: newest_on(on),
				kind: BREACH,
				extent: Extent::Units(10),
				by: HoldBy::Chain,
			}]
		);
		assert!(holds(at(lot, MAKER)).is_empty());
		assert!(!own(lot, MAKER).held);
		assert_ok!(Registry::consume(by(MAKER_AGENT), lot, 1, None));
	});
}

#[test]
fn a_bound_of_the_range_is_within_it_and_a_tenth_of_a_degree_beyond_is_not() {
	play(|| {
		let fine = || measured(20, 80);
		for (before, after, of_maker, of_clinic) in [
			(fine(), fine(), false, false),
			(None, None, false, false),
			(measured(19, 80), fine(), true, true),
			(measured(20, 81), fine(), true, true),
			(measured(19, 80), None, true, true),
			(fine(), measured(19, 80), false, true),
			(fine(), measured(20, 81), false, true),
			(None, measured(20, 81), false, true),
		] {
			let lot = stock(MAKER, VACCINES, 100);
			let id = agreed(MAKER, CLINIC, Terms::Gift, (lot, 10));
			assert_ok!(dispatch(MAKER, id, before));
			assert_eq!(own(lot, MAKER).held, of_maker);
			assert_ok!(receive_as(CLINIC, id, found(10), after));
			let expected = if of_clinic { vec![by_chain(BREACH, 10)] } else { vec![] };
			assert_eq!(holds(at(lot, CLINIC)), expected);
			assert_eq!(own(lot, CLINIC).available, if of_clinic { 0 } else { 10 });
		}
	});
}

#[test]
fn goods_without_a_range_are_never_too_warm() {
	play(|| {
		let lot = stock(MAKER, MASKS, 100);
		let id = agreed(MAKER, CLINIC, Terms::Gift, (lot, 10));
		let hot = || measured(-400, 900);
		assert_ok!(dispatch(MAKER, id, hot()));
		assert_ok!(receive_as(CLINIC, id, found(10), hot()));
		assert_eq!((own(lot, MAKER).held, own(lot, CLINIC).available), (false, 10));
	});
}

#[test]
fn a_breach_weighs_more_than_damage() {
	play(|| {
		for (sensor, kind) in [
			(measured(30, 70), HoldKind::Damage),
			(measured(30, 90), BREACH),
			(None, HoldKind::Damage),
		] {
			let lot = stock(MAKER, VACCINES, 100);
			let id = sent(MAKER, CLINIC, Terms::Gift, (lot, 10));
			assert_ok!(receive_as(CLINIC, id, damaged(10), sensor));
			assert_eq!(holds(at(lot, CLINIC)), [by_chain(kind, 10)]);
		}
	});
}

#[test]
fn what_the_chain_holds_for_a_breach_it_holds_once() {
	play(|| {
		let lot = stock(MAKER, VACCINES, 100);
		let first = agreed(MAKER, CLINIC, Terms::Gift, (lot, 10));
		assert_ok!(dispatch(MAKER, first, measured(0, 30)));
		let on = at(lot, MAKER);
		let hold = newest_on(on);
		assert_ok!(move_stock(lot, Action::TransferDispatched, |stock| {
			stock.breach(Custody::own(MAKER))
		}));
		assert_eq!(holds(on), [ALL_BY_CHAIN]);
		// A hold of the custodian for the same reason is another one.
		placed(by(MAKER_AGENT), on, Extent::Whole, BREACH);
		assert_ok!(lift(by(MAKER_AGENT), on, hold, None));
		assert_eq!(holds(on), [(BREACH, Extent::Whole, HoldBy::Custodian)]);
		assert!(own(lot, MAKER).held);
	});
}

#[test]
fn a_breach_is_lifted_by_who_is_licensed_and_by_supervisors() {
	play(|| {
		let lot = stock(MAKER, VACCINES, 100);
		for (to, agent) in [(HOSPITAL, HOSPITAL_AGENT), (CLINIC, CLINIC_AGENT)] {
			let id = sent(MAKER, to, Terms::Gift, (lot, 10));
			assert_ok!(receive_as(to, id, found(10), measured(30, 90)));
			let on = at(lot, to);
			if to == HOSPITAL {
				assert_ok!(lift(by(agent), on, newest_on(on), Some(4)));
				assert_eq!(own(lot, to).available, 4);
			} else {
				let error = Error::<Test>::CapabilityMissing;
				lift_refused(by(agent), on, newest_on(on), error);
			}
			assert_ok!(lift(by(PROVINCE_AGENT), on, newest_on(on), None));
			assert_eq!(own(lot, to).available, 10);
		}
	});
}

#[test]
fn who_is_not_licensed_gives_back_or_destroys_what_was_too_warm() {
	play(|| {
		let lot = stock(MAKER, VACCINES, 100);
		let of = sent(MAKER, CLINIC, Terms::Gift, (lot, 10));
		assert_ok!(receive_as(CLINIC, of, found(10), measured(30, 90)));
		let from = DestroyFrom::Quarantined;
		let how = Destruction { from, reason: DestroyReason::Other, document: None };
		assert_ok!(Registry::destroy(by(CLINIC_AGENT), lot, CLINIC, 3, how, None));
		let terms = Terms::Return { of, from: ReturnFrom::Quarantined };
		delivered(CLINIC, MAKER, terms, (lot, 7));
		assert!(holds(at(lot, CLINIC)).is_empty());
		assert_eq!(holds(at(lot, MAKER)), [by_chain(HoldKind::Quarantine, 7)]);
	});
}

#[test]
fn what_the_chain_holds_of_a_class_with_a_range_takes_the_licence_too() {
	play(|| {
		for (class, takes_licence) in [(MASKS, false), (VACCINES, true)] {
			let lot = stock(MAKER, class, 100);
			let of = sent(MAKER, CLINIC, Terms::Gift, (lot, 10));
			assert_ok!(receive_as(CLINIC, of, damaged(10), measured(30, 70)));
			let on = at(lot, CLINIC);
			assert_eq!(holds(on), [by_chain(HoldKind::Damage, 10)]);
			let id = newest_on(on);
			let lifters = Recalls::holds(on)[0].lifted_by.clone();
			if takes_licence {
				assert_eq!(lifters[0], Lifter::LicensedCustodian);
				lift_refused(by(CLINIC_AGENT), on, id, Error::<Test>::CapabilityMissing);
				assert_ok!(lift(by(PROVINCE_AGENT), on, id, None));
			} else {
				assert_eq!(lifters[0], Lifter::Custodian);
				assert_ok!(lift(by(CLINIC_AGENT), on, id, None));
			}
		}
	});
}
