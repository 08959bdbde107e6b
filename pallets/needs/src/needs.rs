//! Needs.
//!
//! All reads and writes of [`NextNeedId`], [`Needs`], [`OpenNeeds`], [`NeedsOf`] and [`NeedBounds`] go
//! through this file; only `try_state` iterates over them itself.

use crate::{
	Config, Ending, Error, Event, Evidence, Need, NeedBounds, Needs, NeedsOf, NextNeedId,
	OpenNeeds, Pallet,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	ClassId, InstitutionId, Levels, NeedId, Quantity, RecordId, RegionCode, Step, Subject, Total,
	Trail,
};

impl<T: Config> Pallet<T> {
	/// The need under `id`.
	pub(crate) fn load_need(id: NeedId) -> Result<Need, Error<T>> {
		Needs::<T>::get(id).ok_or(Error::NeedNotFound)
	}

	/// Records the step on the need, and writes it.
	pub(crate) fn save_need(
		step: &mut Step<T::AccountId>,
		id: NeedId,
		mut need: Need,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Need(id), &mut need.newest_record)?;
		Needs::<T>::insert(id, need);
		Ok(())
	}

	/// Enters a need that is open.
	pub(crate) fn add_need(
		step: &mut Step<T::AccountId>,
		need: Need,
	) -> Result<NeedId, sp_runtime::DispatchError> {
		let id = NextNeedId::<T>::get();
		NextNeedId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		for class in need.request.accepted() {
			NeedsOf::<T>::try_mutate(need.institution, class, |listed| {
				listed.try_push(id).map_err(|_| Error::<T>::TooManyNeeds)
			})?;
		}
		list(id, &need, |key| OpenNeeds::<T>::insert(key, ()));
		Self::save_need(step, id, need)?;
		Ok(id)
	}

	/// Ends a need, which the caller saves. It counts against its institution for as long as something is
	/// promised to it.
	pub(crate) fn end_need(id: NeedId, need: &mut Need, ending: Ending) {
		list(id, need, OpenNeeds::<T>::remove);
		need.ended = Some((ending, T::Trail::now()));
		Self::unlist_if_over(id, need);
	}

	/// Takes a need from the list of its institution's once it has ended and nothing is promised to it.
	fn unlist_if_over(id: NeedId, need: &Need) {
		if need.counts() {
			return;
		}
		for class in need.request.accepted() {
			NeedsOf::<T>::mutate_exists(need.institution, class, |listed| {
				let rest = listed.take().map(|mut listed| {
					listed.retain(|other| *other != id);
					listed
				});
				*listed = rest.filter(|rest| !rest.is_empty());
			});
		}
	}

	/// Asks a need of another region, for so much longer than before, or than from now on if its time is over. The
	/// caller saves it.
	pub(crate) fn move_need(id: NeedId, need: &mut Need, region: RegionCode) {
		list(id, need, OpenNeeds::<T>::remove);
		need.region = region;
		need.escalations = need.escalations.saturating_add(1);
		let until = need.until.max(T::Trail::now());
		need.until = until.saturating_add(T::EscalationTime::get());
		list(id, need, |key| OpenNeeds::<T>::insert(key, ()));
	}

	/// Ends a need of which enough was delivered, or lets it go if it had ended. The caller saves it.
	pub(crate) fn end_if_filled(id: NeedId, need: &mut Need) {
		if need.ended.is_some() {
			Self::unlist_if_over(id, need);
		} else if need.lacking() == 0 {
			Self::end_need(id, need, Ending::Filled);
			Self::deposit_event(Event::NeedFilled { need: id });
		}
	}

	/// Removes a need that ended and whose newest record is pruned.
	pub(crate) fn remove_need(id: NeedId, is_pruned: impl Fn(RecordId) -> bool) -> DispatchResult {
		let need = Self::load_need(id)?;
		Self::ensure_forgettable(need.ended.is_some(), need.newest_record, is_pruned)?;
		// What is under way would change it.
		ensure!(need.promised == 0, Error::<T>::StillPromised);
		Needs::<T>::remove(id);
		Ok(())
	}

	/// What the chain knows of a class at an institution.
	pub(crate) fn evidence(institution: InstitutionId, class: ClassId) -> Evidence {
		let level = T::Levels::level(institution, class);
		Evidence { on_hand: level.available, daily_use: level.daily_use, days: level.days }
	}

	/// The most that an institution may ask for of a class, over all its open needs, in base units.
	pub(crate) fn cap(class: ClassId, evidence: &Evidence) -> Total {
		if evidence.days < T::MinHistory::get() || evidence.daily_use == 0 {
			return Self::bound_of(class).into();
		}
		let days = Total::from(T::NeedDays::get());
		evidence.daily_use.saturating_mul(days).div_ceil(1_000)
	}

	/// The most that may be needed of a class without a history of use, in base units.
	pub(crate) fn bound_of(class: ClassId) -> Quantity {
		NeedBounds::<T>::get(class).unwrap_or_else(T::DefaultNeedBound::get)
	}

	/// Sets the most that may be needed of a class without a history of use.
	pub(crate) fn put_bound(class: ClassId, bound: Option<Quantity>) {
		NeedBounds::<T>::set(class, bound);
	}

	/// The needs of an institution that a class serves: those that are open, and those to which something
	/// is still promised.
	pub(crate) fn needs_of(institution: InstitutionId, class: ClassId) -> Vec<NeedId> {
		NeedsOf::<T>::get(institution, class).into_inner()
	}

	/// What an institution asks for of a class, or is promised, and has not got, over all these needs.
	pub(crate) fn asked(institution: InstitutionId, class: ClassId) -> Total {
		let listed = Self::needs_of(institution, class);
		listed.into_iter().filter_map(Needs::<T>::get).map(|need| need.asked()).sum()
	}
}

/// Hands every key under which an open need is listed to `each`.
fn list(id: NeedId, need: &Need, each: impl Fn((ClassId, RegionCode, NeedId))) {
	need.request.accepted().for_each(|class| each((class, need.region.clone(), id)));
}
