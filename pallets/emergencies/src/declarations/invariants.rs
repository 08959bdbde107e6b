//! The invariants of declarations, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{Config, Covers, Emergencies, Emergency, Hasty, NextEmergencyId, Pallet, Unratified};
use alloc::collections::{BTreeMap, BTreeSet};
use salus_primitives::{check_invariant, Effect, EmergencyId, Haste, Matter, Moment, Trail};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of emergencies, of what they cover, and of what was not ratified.
	pub(crate) fn check_declarations() -> Result<(), TryRuntimeError> {
		let now = T::Trail::now();
		let emergencies: BTreeMap<EmergencyId, Emergency> = Emergencies::<T>::iter().collect();
		for (id, emergency) in &emergencies {
			check_entry::<T>(*id, emergency, now)?;
		}
		check_covers::<T>(&emergencies, now)?;
		check_unratified::<T>(&emergencies, now)
	}
}

fn check_entry<T: Config>(
	id: EmergencyId,
	emergency: &Emergency,
	now: Moment,
) -> Result<(), TryRuntimeError> {
	let is_new = id < NextEmergencyId::<T>::get();
	check_invariant!("emergencies", 1, is_new, "an emergency is not below the next", id);
	let is_recorded = emergency.newest_record.is_some();
	check_invariant!("emergencies", 1, is_recorded, "an emergency has no record", id);
	let declaration = &emergency.declaration;
	let names_some = !declaration.regions.is_empty() && !declaration.classes.is_empty();
	check_invariant!("emergencies", 1, names_some, "an emergency is of nothing", id);
	let is_ascending = declaration.is_ascending();
	check_invariant!("emergencies", 1, is_ascending, "an emergency is not in order", id);
	let is_in_order = emergency.declared_at <= now && emergency.declared_at < declaration.until;
	check_invariant!("emergencies", 1, is_in_order, "the times of an emergency are wrong", id);
	Ok(())
}

fn check_covers<T: Config>(
	emergencies: &BTreeMap<EmergencyId, Emergency>,
	now: Moment,
) -> Result<(), TryRuntimeError> {
	let mut counts: BTreeMap<EmergencyId, usize> = BTreeMap::new();
	for (region, class, id) in Covers::<T>::iter() {
		let is_its_own = emergencies.get(&id).is_some_and(|emergency| {
			emergency.declaration.pairs().any(|pair| pair == (&region, class))
		});
		check_invariant!(
			"emergencies",
			2,
			is_its_own,
			"a pair is covered by what does not name it",
			region,
			class,
			id
		);
		let count = counts.entry(id).or_default();
		*count = count.saturating_add(1);
	}
	for (id, emergency) in emergencies {
		let count = counts.get(id).copied().unwrap_or_default();
		let is_counted = count == usize::from(emergency.covers);
		check_invariant!("emergencies", 2, is_counted, "what is covered is miscounted", id, count);
		let has_all = count == emergency.declaration.pairs().count();
		let may_lack = emergency.hasty == Hasty::Ratified || !emergency.is_in_force(now);
		let is_whole = has_all || may_lack;
		check_invariant!("emergencies", 2, is_whole, "an emergency lacks a pair", id, count);
	}
	Ok(())
}

fn check_unratified<T: Config>(
	emergencies: &BTreeMap<EmergencyId, Emergency>,
	now: Moment,
) -> Result<(), TryRuntimeError> {
	let mut listed: BTreeSet<EmergencyId> = BTreeSet::new();
	for id in Unratified::<T>::get() {
		let may_be_listed =
			emergencies.get(&id).is_some_and(|emergency| emergency.not_ratified_from().is_some());
		check_invariant!(
			"emergencies",
			3,
			may_be_listed,
			"what is listed is not what was not ratified",
			id
		);
		let is_first = listed.insert(id);
		check_invariant!("emergencies", 3, is_first, "one is listed twice", id);
	}
	for (id, emergency) in emergencies {
		let is_listed = Pallet::<T>::has_cooled(emergency, now) || listed.contains(id);
		check_invariant!("emergencies", 3, is_listed, "what was not ratified is not listed", id);
		let matter = Matter::Emergency(*id);
		let expected = match emergency.hasty {
			Hasty::Pending { ratify_by } if emergency.is_pending() => {
				(Some(Effect::InForce), Some(ratify_by))
			}
			_ => (None, None),
		};
		let kept = (T::Haste::pending(matter), T::Haste::lapses_at(matter));
		let is_as_kept = kept == expected;
		check_invariant!(
			"emergencies",
			3,
			is_as_kept,
			"an emergency is not as pending as it is kept",
			id,
			kept
		);
	}
	Ok(())
}
