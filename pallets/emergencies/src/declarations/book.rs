//! Emergencies, what they cover, and what nobody has ratified. Every read and write of [`NextEmergencyId`],
//! [`Emergencies`], [`Covers`] and [`Unratified`] goes through this module, which keeps that
//!
//! - whatever changes an emergency leaves a record on it; but that another one takes a pair, that it is
//!   ratified, which ratification records before, and how many allocations of it are stored, which have
//!   trails of their own;
//! - a pair that goes over to another emergency is counted with both;
//! - what the council declared enters the list of what nobody has ratified with its entry, and leaves it when it
//!   is ratified, or when it has cooled.

use crate::{
	Config, Covers, Emergencies, Emergency, EmergencyEnding, Error, Hasty, NextEmergencyId, Pallet,
	Unratified, UnratifiedList,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{ClassId, EmergencyId, Moment, RegionCode, Step, Subject, Trail};

impl<T: Config> Pallet<T> {
	/// An emergency, whether it is in force or not.
	pub(crate) fn load_emergency(id: EmergencyId) -> Result<Emergency, Error<T>> {
		Emergencies::<T>::get(id).ok_or(Error::EmergencyNotFound)
	}

	/// An emergency that is in force.
	pub(crate) fn load_in_force(id: EmergencyId) -> Result<Emergency, Error<T>> {
		let emergency = Self::load_emergency(id)?;
		ensure!(emergency.is_in_force(T::Trail::now()), Error::<T>::NotInForce);
		Ok(emergency)
	}

	/// Takes the next identifier.
	pub(crate) fn take_emergency_id() -> Result<EmergencyId, Error<T>> {
		let id = NextEmergencyId::<T>::get();
		NextEmergencyId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Ok(id)
	}

	/// The identifier of the next emergency.
	pub(crate) fn next_emergency_id() -> EmergencyId {
		NextEmergencyId::<T>::get()
	}

	/// The emergency that covers a class in a region, if it is in force.
	pub(crate) fn counting(region: &RegionCode, class: ClassId, now: Moment) -> Option<Emergency> {
		let emergency = Self::load_emergency(Covers::<T>::get(region, class)?).ok()?;
		Some(emergency).filter(|emergency| emergency.is_in_force(now))
	}

	/// The regions of an emergency in which it counts for a class, if it is in force.
	pub(crate) fn regions_counting(
		id: EmergencyId,
		emergency: &Emergency,
		class: ClassId,
	) -> Vec<RegionCode> {
		let regions = emergency.declaration.regions.iter();
		let counting = regions.filter(|region| Covers::<T>::get(*region, class) == Some(id));
		counting.cloned().collect()
	}

	/// Enters an emergency that covers all of its pairs, whoever did before; with the step's record on it.
	pub(crate) fn enter_emergency(
		step: &mut Step<T::AccountId>,
		id: EmergencyId,
		emergency: Emergency,
	) -> DispatchResult {
		let mut covers = 0u8;
		for (region, class) in emergency.declaration.pairs() {
			let before = Covers::<T>::mutate(region, class, |cover| cover.replace(id));
			if let Some(before) = before {
				Emergencies::<T>::mutate_extant(before, |before| {
					before.covers = before.covers.saturating_sub(1);
				});
			}
			covers = covers.saturating_add(1);
		}
		if emergency.is_pending() {
			Self::list_unratified(id)?;
		}
		Self::save_emergency(step, id, Emergency { covers, ..emergency })
	}

	/// Writes an emergency, with the step's record on it.
	pub(crate) fn save_emergency(
		step: &mut Step<T::AccountId>,
		id: EmergencyId,
		mut emergency: Emergency,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Emergency(id), &mut emergency.newest_record)?;
		Emergencies::<T>::insert(id, emergency);
		Ok(())
	}

	/// Ends an emergency for good, with the step's record on it. What it covers waits for whoever takes it.
	pub(crate) fn end_emergency(
		step: &mut Step<T::AccountId>,
		id: EmergencyId,
		emergency: Emergency,
		how: EmergencyEnding,
	) -> DispatchResult {
		let ended = Some((how, T::Trail::now()));
		Self::save_emergency(step, id, Emergency { ended, ..emergency })
	}

	/// Enters that an emergency was ratified.
	pub(crate) fn put_ratified(id: EmergencyId, emergency: Emergency) {
		Self::unlist(id);
		Emergencies::<T>::insert(id, Emergency { hasty: Hasty::Ratified, ..emergency });
	}

	/// Removes what an emergency covers, and its place in the list, with the step's record on it.
	pub(crate) fn put_closed(
		step: &mut Step<T::AccountId>,
		id: EmergencyId,
		emergency: Emergency,
	) -> DispatchResult {
		for (region, class) in emergency.declaration.pairs() {
			if Covers::<T>::get(region, class) == Some(id) {
				Covers::<T>::remove(region, class);
			}
		}
		Self::unlist(id);
		Self::save_emergency(step, id, Emergency { covers: 0, ..emergency })
	}

	/// One more allocation of an emergency is stored.
	pub(crate) fn count_allocation_of(id: EmergencyId) {
		Emergencies::<T>::mutate_extant(id, |emergency| {
			emergency.allocations = emergency.allocations.saturating_add(1);
		});
	}

	/// One allocation less of an emergency is stored.
	pub(crate) fn discount_allocation_of(id: EmergencyId) {
		Emergencies::<T>::mutate_extant(id, |emergency| {
			emergency.allocations = emergency.allocations.saturating_sub(1);
		});
	}

	/// Removes a closed emergency.
	pub(crate) fn remove_emergency(id: EmergencyId) {
		Emergencies::<T>::remove(id);
	}

	/// Whether an emergency does not bind the council any more: it was not declared by it, or was ratified, or
	/// has cooled.
	pub(crate) fn has_cooled(emergency: &Emergency, now: Moment) -> bool {
		let cools = |from: Moment| from.saturating_add(T::Cooling::get());
		emergency.not_ratified_from().is_none_or(|from| now >= cools(from))
	}

	/// What is listed and has not cooled, the oldest first.
	pub(crate) fn cooling() -> Vec<(EmergencyId, Emergency)> {
		let now = T::Trail::now();
		let listed = Unratified::<T>::get().into_iter();
		let known = listed.filter_map(|id| Some((id, Self::load_emergency(id).ok()?)));
		known.filter(|(_, emergency)| !Self::has_cooled(emergency, now)).collect()
	}

	/// Whether an emergency is listed.
	pub(crate) fn is_listed(id: EmergencyId) -> bool {
		Unratified::<T>::get().contains(&id)
	}

	/// Lists an emergency behind what has not cooled.
	fn list_unratified(id: EmergencyId) -> Result<(), Error<T>> {
		let cooling = Self::cooling().into_iter().map(|(listed, _)| listed);
		let list: Vec<_> = cooling.chain([id]).collect();
		let list = UnratifiedList::try_from(list).map_err(|_| Error::<T>::TooManyUnratified)?;
		Unratified::<T>::put(list);
		Ok(())
	}

	/// Takes an emergency out of the list.
	fn unlist(id: EmergencyId) {
		Unratified::<T>::mutate(|list| list.retain(|listed| *listed != id));
	}
}
