//! The invariants of holds, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	holds::has_whole, Config, Extent, Hold, HoldBy, HoldPlace, HoldSet, NextHoldId, Pallet,
	RecallsOn, MAX_CHAIN_HOLDS, MAX_HOLDS, MAX_OWN_HOLDS,
};
use alloc::collections::{BTreeMap, BTreeSet};
use salus_primitives::{check_invariant, HoldId, HoldKind, Holding, HoldingKey, LotId, Total};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of holds.
	pub(crate) fn check_holds(
		sets: &BTreeMap<HoldPlace, HoldSet>,
		lots: &BTreeMap<LotId, bool>,
		holdings: &[(HoldingKey, Holding)],
	) -> Result<(), TryRuntimeError> {
		let mut places = BTreeSet::new();
		for (lot, is_held) in lots {
			let place = HoldPlace::Lot(*lot);
			let has_any = sets.contains_key(&place) || RecallsOn::<T>::contains_key(lot);
			let is_right = *is_held == has_any;
			check_invariant!("recalls", 1, is_right, "a lot is not held as its holds say", lot);
			places.insert(place);
		}
		let none = HoldSet::default();
		for (key, holding) in holdings {
			let place = HoldPlace::Holding(*key);
			let holds = sets.get(&place).unwrap_or(&none);
			let is_right = holding.held == has_whole(holds);
			check_invariant!("recalls", 1, is_right, "a holding is not held as its holds say", key);
			let units = holds.iter().filter_map(|hold| hold.extent.units());
			let held: Total = units.map(Total::from).sum();
			check_invariant!(
				"recalls",
				2,
				held == Total::from(holding.quarantined),
				"what is quarantined is not what is held",
				key,
				held
			);
			places.insert(place);
		}
		let mut ids = BTreeSet::new();
		for (place, holds) in sets {
			check_invariant!("recalls", 3, places.contains(place), "a place is not there", place);
			check_set(place, holds)?;
			for hold in holds {
				let is_new = hold.id < NextHoldId::<T>::get() && ids.insert(hold.id);
				check_invariant!("recalls", 10, is_new, "a hold has no identifier", place, hold.id);
			}
		}
		Ok(())
	}
}

fn check_set(place: &HoldPlace, holds: &HoldSet) -> Result<(), TryRuntimeError> {
	check_invariant!("recalls", 3, !holds.is_empty(), "a set is empty", place);
	let mut previous: Option<HoldId> = None;
	let mut likes: BTreeSet<(HoldKind, HoldBy, bool)> = BTreeSet::new();
	for hold in holds {
		let is_of_whole = hold.extent.is_whole();
		check_invariant!(
			"recalls",
			2,
			is_of_whole || place.custodian().is_some(),
			"units of a lot are held",
			place,
			hold.id
		);
		let is_sound = is_sound(place, hold);
		check_invariant!("recalls", 3, is_sound, "a hold is not what it may be", place, hold.id);
		let is_only = likes.insert((hold.kind, hold.by, is_of_whole));
		check_invariant!("recalls", 3, is_only, "two holds are alike", place, hold.id);
		let is_next = previous.is_none_or(|previous| previous < hold.id);
		check_invariant!("recalls", 3, is_next, "the oldest hold is not first", place, hold.id);
		previous = Some(hold.id);
	}
	let by_others = holds.iter().filter(|hold| hold.by != HoldBy::Chain).count() as u32;
	let is_room_left = by_others <= MAX_HOLDS - MAX_CHAIN_HOLDS;
	check_invariant!("recalls", 3, is_room_left, "the places of the chain are taken", place);
	for (by, most) in [(HoldBy::Custodian, MAX_OWN_HOLDS), (HoldBy::Chain, MAX_CHAIN_HOLDS)] {
		let count = holds.iter().filter(|hold| hold.by == by).count() as u32;
		check_invariant!("recalls", 3, count <= most, "one placed too many holds", place, by);
	}
	Ok(())
}

/// Whether a hold is of a kind and an extent that its placer places.
fn is_sound(place: &HoldPlace, hold: &Hold) -> bool {
	let is_own = matches!(hold.by, HoldBy::Custodian | HoldBy::Chain);
	let may_be_so_much = match hold.extent {
		Extent::Whole => true,
		Extent::Units(units) => units > 0 && is_own,
	};
	let may_be_of_kind = match hold.kind {
		HoldKind::Recall => false,
		HoldKind::CountDemanded => !is_own && place.is_countable(),
		HoldKind::Legal => hold.by != HoldBy::Chain,
		HoldKind::Quarantine | HoldKind::Damage => {
			hold.by != HoldBy::Chain || !hold.extent.is_whole()
		}
		HoldKind::ColdChainBreach => true,
	};
	may_be_so_much && may_be_of_kind
}
