//! Allocations, what is listed in them, and what became of it. Every read and write of [`NextAllocationId`],
//! [`Running`], [`OpensFrom`], [`Allocations`], [`AskedBy`], [`GivenBy`], [`BarredPairs`], [`PairingFacts`], [`Places`],
//! [`Distances`], [`GreedyPlans`], [`FrozenNeeds`], [`FrozenOffers`], [`Lines`], [`Outcomes`], [`TransferLines`],
//! [`FailedOffers`], [`DeclinedNeeds`], [`FillByGroup`] and [`Archived`] goes through this module; only `try_state` iterates over
//! them itself. It keeps that
//!
//! - an allocation is written only together with a record on its trail, which it then names as its newest;
//! - an allocation that has not ended is listed as running, and counted with its emergency until it is
//!   archived;
//! - what is listed in an allocation by identifiers is in ascending order.

use crate::{
	Allocation, AllocationEnding, Allocations, Archived, AskedBy, BarredPairs, BarredSets, Config,
	DeclinedNeeds, DistanceTable, Distances, Error, Event, FactsOf, FailedOffers, FillByGroup,
	FrozenNeed, FrozenNeeds, FrozenOffer, FrozenOffers, GivenBy, GreedyPlans, GreedyState,
	GroupFigures, Line, LineList, LineOutcome, Lines, NeedList, NeedSet, NextAllocationId,
	OfferList, OpensFrom, Outcomes, PairingFacts, Pallet, PlaceList, PlaceSeat, Places, Running,
	RunningList, Stage, TransferLine, TransferLines, SHORT_PAUSE,
};
use alloc::vec::Vec;
use frame_support::{pallet_prelude::DispatchResult, traits::Get, BoundedVec};
use salus_primitives::{
	AllocationId, ClassId, EmergencyId, Moment, NeedId, OfferId, RecordId, Step, Subject, Trail,
	TransferId,
};

impl<T: Config> Pallet<T> {
	/// An allocation, whether it runs or not.
	pub(crate) fn load_allocation(id: AllocationId) -> Result<Allocation, Error<T>> {
		Allocations::<T>::get(id).ok_or(Error::AllocationNotFound)
	}

	/// Takes the next identifier.
	pub(crate) fn take_allocation_id() -> Result<AllocationId, Error<T>> {
		let id = NextAllocationId::<T>::get();
		NextAllocationId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Ok(id)
	}

	/// Enters an allocation that runs from now on, with the step's record on it.
	pub(crate) fn enter_allocation(
		step: &mut Step<T::AccountId>,
		id: AllocationId,
		mut allocation: Allocation,
	) -> DispatchResult {
		Running::<T>::try_mutate(|running| {
			running.try_push(id).map_err(|_| Error::<T>::TooManyRunning)
		})?;
		let Allocation { emergency, class, opened_at, .. } = allocation;
		let next = opened_at.saturating_add(T::Pause::get());
		OpensFrom::<T>::insert(emergency, class, next);
		Self::count_allocation_of(emergency);
		Self::save_allocation(step, id, &mut allocation)
	}

	/// Writes an allocation, with the step's record on it.
	pub(crate) fn save_allocation(
		step: &mut Step<T::AccountId>,
		id: AllocationId,
		allocation: &mut Allocation,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Allocation(id), &mut allocation.newest_record)?;
		Allocations::<T>::insert(id, &*allocation);
		Ok(())
	}

	/// Ends an allocation, which the caller saves. One that comes to no line before it is through forgets what it
	/// gathered, and ends then.
	pub(crate) fn end_allocation(
		(id, allocation): (AllocationId, &mut Allocation),
		how: AllocationEnding,
	) {
		Self::drop_facts(id);
		Self::drop_greedy(id);
		Self::drop_candidate(id);
		if how == AllocationEnding::Allocated || allocation.lines > 0 {
			Self::conclude_allocation((id, allocation), how);
		} else if allocation.needs == 0 && allocation.offers == 0 {
			Self::remove_lists(id);
			Self::conclude_allocation((id, allocation), how);
		} else {
			allocation.stage = Stage::Clearing { how, next: 0 };
		}
	}

	/// An allocation has ended. Where it had nothing to share, the next one need not wait for long.
	pub(crate) fn conclude_allocation(
		(id, allocation): (AllocationId, &mut Allocation),
		how: AllocationEnding,
	) {
		let now = T::Trail::now();
		allocation.stage = Stage::Ended { how, at: now };
		Running::<T>::mutate(|running| running.retain(|other| *other != id));
		if how == AllocationEnding::NothingToShare {
			let next = now.saturating_add(SHORT_PAUSE);
			OpensFrom::<T>::insert(allocation.emergency, allocation.class, next);
		}
		let method = allocation.method;
		Self::deposit_event(Event::AllocationEnded { allocation: id, how, method });
	}

	/// The allocations that have not ended, the oldest first.
	pub(crate) fn running_list() -> RunningList {
		Running::<T>::get()
	}

	/// From when on the next allocation of a class may be opened in an emergency; `None` while there was none.
	pub(crate) fn opens_from(emergency: EmergencyId, class: ClassId) -> Option<Moment> {
		OpensFrom::<T>::get(emergency, class)
	}

	/// Forgets when the next allocation of a class might be opened in an emergency.
	pub(crate) fn forget_opens_from(emergency: EmergencyId, class: ClassId) {
		OpensFrom::<T>::remove(emergency, class);
	}

	/// The needs of an allocation.
	pub(crate) fn asked_by(id: AllocationId) -> Vec<FrozenNeed> {
		AskedBy::<T>::get(id).into_inner()
	}

	/// Writes the needs of an allocation: no more than there may be, in ascending order.
	pub(crate) fn put_asked_by(id: AllocationId, needs: Vec<FrozenNeed>) {
		AskedBy::<T>::insert(id, NeedList::truncate_from(needs));
	}

	/// The offers of an allocation.
	pub(crate) fn given_by(id: AllocationId) -> Vec<FrozenOffer> {
		GivenBy::<T>::get(id).into_inner()
	}

	/// Writes the offers of an allocation: no more than there may be, in ascending order.
	pub(crate) fn put_given_by(id: AllocationId, offers: Vec<FrozenOffer>) {
		GivenBy::<T>::insert(id, OfferList::truncate_from(offers));
	}

	/// For each offer of an allocation the needs that the rules keep it from, or nothing at all.
	pub(crate) fn barred(id: AllocationId) -> Vec<NeedSet> {
		BarredPairs::<T>::get(id).into_inner()
	}

	/// Writes the needs that the rules keep each offer of an allocation from: no more than there may be.
	pub(crate) fn put_barred(id: AllocationId, barred: Vec<NeedSet>) {
		BarredPairs::<T>::insert(id, BarredSets::truncate_from(barred));
	}

	/// What pairing must know of the needs of an allocation, in their order.
	pub(crate) fn facts(id: AllocationId) -> FactsOf<T> {
		PairingFacts::<T>::get(id)
	}

	/// Writes what pairing must know of the needs.
	pub(crate) fn put_facts(id: AllocationId, facts: FactsOf<T>) {
		PairingFacts::<T>::insert(id, facts);
	}

	/// Removes what pairing had to know.
	pub(crate) fn drop_facts(id: AllocationId) {
		PairingFacts::<T>::remove(id);
	}

	/// The places of an allocation.
	pub(crate) fn places(id: AllocationId) -> Vec<PlaceSeat> {
		Places::<T>::get(id).into_inner()
	}

	/// Writes the places of an allocation: no more than there may be.
	pub(crate) fn put_places(id: AllocationId, places: Vec<PlaceSeat>) {
		Places::<T>::insert(id, PlaceList::truncate_from(places));
	}

	/// The kilometres between the places of an allocation.
	pub(crate) fn distances(id: AllocationId) -> Vec<u16> {
		Distances::<T>::get(id).into_inner()
	}

	/// Writes the kilometres between the places: no more than there may be.
	pub(crate) fn put_distances(id: AllocationId, distances: Vec<u16>) {
		Distances::<T>::insert(id, DistanceTable::truncate_from(distances));
	}

	/// The greedy plan in the making, if one is.
	pub(crate) fn greedy(id: AllocationId) -> Option<GreedyState> {
		GreedyPlans::<T>::get(id)
	}

	/// Writes the greedy plan in the making.
	pub(crate) fn put_greedy(id: AllocationId, greedy: GreedyState) {
		GreedyPlans::<T>::insert(id, greedy);
	}

	/// Removes the greedy plan in the making.
	pub(crate) fn drop_greedy(id: AllocationId) {
		GreedyPlans::<T>::remove(id);
	}

	/// The allocation for which a need was frozen last, whether it waits for that still or not.
	pub(crate) fn allocation_of_need(need: NeedId) -> Option<AllocationId> {
		FrozenNeeds::<T>::get(need)
	}

	/// Freezes a need for an allocation.
	pub(crate) fn freeze_need(need: NeedId, id: AllocationId) {
		FrozenNeeds::<T>::insert(need, id);
	}

	/// A need does not wait for an allocation any more. What another one froze stays so.
	pub(crate) fn thaw_need(need: NeedId, id: AllocationId) {
		if Self::allocation_of_need(need) == Some(id) {
			FrozenNeeds::<T>::remove(need);
		}
	}

	/// The allocation for which an offer was frozen last, whether it waits for that still or not.
	pub(crate) fn allocation_of_offer(offer: OfferId) -> Option<AllocationId> {
		FrozenOffers::<T>::get(offer)
	}

	/// Freezes an offer for an allocation.
	pub(crate) fn freeze_offer(offer: OfferId, id: AllocationId) {
		FrozenOffers::<T>::insert(offer, id);
	}

	/// An offer does not wait for an allocation any more. What another one froze stays so.
	pub(crate) fn thaw_offer(offer: OfferId, id: AllocationId) {
		if Self::allocation_of_offer(offer) == Some(id) {
			FrozenOffers::<T>::remove(offer);
		}
	}

	/// The lines of an allocation.
	pub(crate) fn lines_of(id: AllocationId) -> Vec<Line> {
		Lines::<T>::get(id).into_inner()
	}

	/// Writes the lines of an allocation: no more than there may be. They are put in order.
	pub(crate) fn put_lines(id: AllocationId, mut lines: Vec<Line>) {
		lines.sort_unstable();
		Lines::<T>::insert(id, LineList::truncate_from(lines));
	}

	/// What became of a line; `None` when it was not carried out, and once it is archived.
	pub(crate) fn outcome(id: AllocationId, line: u16) -> Option<LineOutcome> {
		Outcomes::<T>::get(id, line)
	}

	/// Enters what became of a line. Where its goods never left, no transfer carries it out any more.
	pub(crate) fn put_outcome(id: AllocationId, line: u16, outcome: &LineOutcome) {
		if let LineOutcome::Unsent { transfer, .. } = outcome {
			TransferLines::<T>::remove(transfer);
		}
		Outcomes::<T>::insert(id, line, outcome);
	}

	/// Enters which line a transfer carries out from now on.
	pub(crate) fn put_transfer_line(transfer: TransferId, carrier: &TransferLine) {
		TransferLines::<T>::insert(transfer, carrier);
	}

	/// Removes what became of a line.
	pub(crate) fn remove_outcome(id: AllocationId, line: u16, outcome: &LineOutcome) {
		if let LineOutcome::Made { transfer, .. } = outcome {
			TransferLines::<T>::remove(transfer);
		}
		Outcomes::<T>::remove(id, line);
	}

	/// Which line a transfer carries out, if it carries out one.
	pub(crate) fn line_of_transfer(transfer: TransferId) -> Option<TransferLine> {
		TransferLines::<T>::get(transfer)
	}

	/// Whether goods of an offer that an allocation promised never left, by its giver's doing.
	pub(crate) fn has_failed(offer: OfferId) -> bool {
		FailedOffers::<T>::contains_key(offer)
	}

	/// Enters that goods of an offer that an allocation promised never left, by its giver's doing.
	pub(crate) fn put_failed(offer: OfferId, id: AllocationId) {
		FailedOffers::<T>::insert(offer, id);
	}

	/// Forgets what an allocation knows of an offer. What another one knows stays.
	pub(crate) fn forget_offer(offer: OfferId, id: AllocationId) {
		Self::thaw_offer(offer, id);
		if FailedOffers::<T>::get(offer) == Some(id) {
			FailedOffers::<T>::remove(offer);
		}
	}

	/// Whether a need's institution withdrew from a transfer that an allocation made for it.
	pub(crate) fn has_declined(need: NeedId) -> bool {
		DeclinedNeeds::<T>::contains_key(need)
	}

	/// Enters that a need's institution withdrew from a transfer that an allocation made for it.
	pub(crate) fn put_declined(need: NeedId, id: AllocationId) {
		DeclinedNeeds::<T>::insert(need, id);
	}

	/// Forgets what an allocation knows of a need. What another one knows stays.
	pub(crate) fn forget_need(need: NeedId, id: AllocationId) {
		Self::thaw_need(need, id);
		if DeclinedNeeds::<T>::get(need) == Some(id) {
			DeclinedNeeds::<T>::remove(need);
		}
	}

	/// How far the needs of each group were filled.
	pub(crate) fn groups(id: AllocationId) -> Vec<GroupFigures> {
		FillByGroup::<T>::get(id).into_inner()
	}

	/// Writes how far the needs of each group were filled: no more groups than there may be.
	pub(crate) fn put_groups(id: AllocationId, groups: Vec<GroupFigures>) {
		FillByGroup::<T>::insert(id, BoundedVec::truncate_from(groups));
	}

	/// Removes the needs and the offers of an allocation, and where they are.
	pub(crate) fn remove_lists(id: AllocationId) {
		AskedBy::<T>::remove(id);
		GivenBy::<T>::remove(id);
		BarredPairs::<T>::remove(id);
		Places::<T>::remove(id);
		Distances::<T>::remove(id);
	}

	/// Records the step on an allocation of which everything else is archived, removes it, and leaves the
	/// record in its place.
	pub(crate) fn put_away_allocation(
		step: &mut Step<T::AccountId>,
		id: AllocationId,
		allocation: Allocation,
	) -> DispatchResult {
		let mut newest = allocation.newest_record;
		T::Trail::record(step, Subject::Allocation(id), &mut newest)?;
		Self::remove_lists(id);
		Lines::<T>::remove(id);
		FillByGroup::<T>::remove(id);
		Allocations::<T>::remove(id);
		Self::discount_allocation_of(allocation.emergency);
		if let Some(newest) = newest {
			Archived::<T>::insert(id, newest);
		}
		Ok(())
	}

	/// The newest record of an archived allocation.
	pub(crate) fn archived_allocation(id: AllocationId) -> Option<RecordId> {
		Archived::<T>::get(id)
	}

	/// Removes what is left of an archived allocation.
	pub(crate) fn remove_archived_allocation(id: AllocationId) {
		Archived::<T>::remove(id);
	}
}
