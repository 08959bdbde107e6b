//! Each invariant, broken on purpose.

use crate::{mock::*, *};
use salus_primitives::{Action, Custody, HoldId, HoldKind, LotId, LotStock};
use sp_runtime::TryRuntimeError;

/// Breaks something about units and a whole that are held, and shows what is said.
#[track_caller]
fn breaks(break_it: impl FnOnce(LotId, HoldPlace), message: &'static str) {
	stage().execute_with(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let on = at(lot, HOSPITAL);
		set_aside(lot, HOSPITAL, 10, HoldKind::Damage);
		placed(by(CITY_AGENT), on, Extent::Whole, HoldKind::Legal);
		check_all();
		break_it(lot, on);
		assert_eq!(Recalls::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

/// Changes the holds on a place. The first is on ten units, the second on the whole.
fn change(on: HoldPlace, change: impl FnOnce(&mut Vec<Hold>)) {
	let mut holds = HoldsOn::<Test>::get(on).into_inner();
	change(&mut holds);
	HoldsOn::<Test>::insert(on, HoldSet::truncate_from(holds));
}

#[test]
fn what_is_held_is_what_has_holds() {
	breaks(
		|lot, _| {
			let held = move_stock(lot, Action::HoldPlaced, |stock| {
				stock.set_held(true);
				Ok(())
			});
			assert_eq!(held, Ok(()));
		},
		"recalls: invariant 1: a lot is not held as its holds say",
	);
	breaks(
		|lot, on| {
			let holds = HoldsOn::<Test>::get(on).into_iter().skip(1).collect();
			HoldsOn::<Test>::insert(HoldPlace::Lot(lot), HoldSet::truncate_from(holds));
		},
		"recalls: invariant 1: a lot is not held as its holds say",
	);
	breaks(
		|lot, _| {
			let free = move_stock(lot, Action::HoldLifted, |stock| {
				stock.set_holding_held(Custody::own(HOSPITAL), false)
			});
			assert_eq!(free, Ok(()));
		},
		"recalls: invariant 1: a holding is not held as its holds say",
	);
	breaks(
		|_, on| change(on, |holds| drop(holds.pop())),
		"recalls: invariant 1: a holding is not held as its holds say",
	);
}

#[test]
fn what_is_quarantined_is_what_is_held_by_units() {
	breaks(
		|_, on| change(on, |holds| holds[0].extent = Extent::Units(9)),
		"recalls: invariant 2: what is quarantined is not what is held",
	);
	breaks(
		|lot, _| {
			let more = move_stock(lot, Action::HoldPlaced, |stock| {
				stock.quarantine(Custody::own(HOSPITAL), 1)
			});
			assert_eq!(more, Ok(()));
		},
		"recalls: invariant 2: what is quarantined is not what is held",
	);
	breaks(
		|lot, on| {
			let held = move_stock(lot, Action::HoldPlaced, |stock| {
				stock.set_held(true);
				Ok(())
			});
			assert_eq!(held, Ok(()));
			let units = HoldsOn::<Test>::get(on).into_iter().take(1).collect();
			HoldsOn::<Test>::insert(HoldPlace::Lot(lot), HoldSet::truncate_from(units));
		},
		"recalls: invariant 2: units of a lot are held",
	);
}

#[test]
fn sets_are_what_they_may_be() {
	breaks(
		|_, on| {
			let set = HoldsOn::<Test>::get(on);
			HoldsOn::<Test>::insert(HoldPlace::Lot(LotId(77)), set);
		},
		"recalls: invariant 3: a place is not there",
	);
	breaks(
		|lot, _| {
			let held = move_stock(lot, Action::HoldPlaced, |stock| {
				stock.set_held(true);
				Ok(())
			});
			assert_eq!(held, Ok(()));
			HoldsOn::<Test>::insert(HoldPlace::Lot(lot), HoldSet::default());
		},
		"recalls: invariant 3: a set is empty",
	);
	breaks(
		|_, on| {
			change(on, |holds| {
				let again = Hold { id: HoldId(9), ..holds[1].clone() };
				holds.push(again);
			});
		},
		"recalls: invariant 3: two holds are alike",
	);
	breaks(
		|_, on| change(on, |holds| holds.reverse()),
		"recalls: invariant 3: the oldest hold is not first",
	);
	for spoil in [
		|hold: &mut Hold| hold.kind = HoldKind::Recall,
		|hold: &mut Hold| (hold.kind, hold.by) = (HoldKind::CountDemanded, HoldBy::Custodian),
		|hold: &mut Hold| hold.by = HoldBy::Chain,
		|hold: &mut Hold| (hold.kind, hold.by) = (HoldKind::Damage, HoldBy::Chain),
	] {
		breaks(
			|_, on| change(on, |holds| spoil(&mut holds[1])),
			"recalls: invariant 3: a hold is not what it may be",
		);
	}
	breaks(
		|_, on| change(on, |holds| holds[0].by = HoldBy::Supervisor(CITY)),
		"recalls: invariant 3: a hold is not what it may be",
	);
	breaks(
		|_, on| {
			change(on, |holds| {
				let none = Hold {
					id: HoldId(9),
					kind: HoldKind::Legal,
					extent: Extent::Units(0),
					..holds[0].clone()
				};
				holds.push(none);
			});
		},
		"recalls: invariant 3: a hold is not what it may be",
	);
}

#[test]
fn no_custodian_has_more_holds_than_it_may() {
	breaks(
		|_, on| {
			change(on, |holds| {
				let kinds = [
					HoldKind::Quarantine,
					HoldKind::Damage,
					HoldKind::ColdChainBreach,
					HoldKind::Legal,
				];
				for (kind, number) in kinds.into_iter().zip(2..) {
					let by = HoldBy::Custodian;
					let whole = Hold { id: HoldId(number), kind, by, ..holds[1].clone() };
					holds.push(whole);
				}
			});
		},
		"recalls: invariant 3: one placed too many holds",
	);
}

#[test]
fn every_hold_has_an_identifier_of_its_own() {
	breaks(
		|_, _| NextHoldId::<Test>::put(HoldId(1)),
		"recalls: invariant 10: a hold has no identifier",
	);
	breaks(
		|lot, on| {
			let held = move_stock(lot, Action::HoldPlaced, |stock| {
				stock.set_held(true);
				Ok(())
			});
			assert_eq!(held, Ok(()));
			let whole = HoldsOn::<Test>::get(on).into_iter().skip(1).collect();
			HoldsOn::<Test>::insert(HoldPlace::Lot(lot), HoldSet::truncate_from(whole));
		},
		"recalls: invariant 10: a hold has no identifier",
	);
}
