//! How an allocation that ends without a line forgets what it gathered.
//!
//! Nothing follows from what it lists, so nobody needs the lists for a year, and whoever opens allocations that come to
//! nothing fills no storage. What it froze is forgotten some entries at a time, then the lists go.

use crate::{Allocation, AllocationEnding, Config, Pallet, Stage, WeightInfo, MAX_ARCHIVED};
use frame_support::weights::Weight;
use salus_primitives::AllocationId;

impl<T: Config> Pallet<T> {
	/// Forgets the next entries; with the last ones the lists, and ends the allocation. Answers with what that cost.
	pub(crate) fn clear(
		(id, allocation): (AllocationId, &mut Allocation),
		how: AllocationEnding,
		next: u16,
	) -> Weight {
		let (needs, offers) = (Self::asked_by(id), Self::given_by(id));
		let behind = u32::from(next).saturating_add(MAX_ARCHIVED);
		let range = usize::from(next)..behind as usize;
		let is_next = |number: &usize| range.contains(number);
		let mut count = 0u32;
		for (_, need) in (0..).zip(&needs).filter(|(number, _)| is_next(number)) {
			Self::thaw_need(need.need, id);
			count = count.saturating_add(1);
		}
		for (_, offer) in (needs.len()..).zip(&offers).filter(|(number, _)| is_next(number)) {
			Self::thaw_offer(offer.offer, id);
			count = count.saturating_add(1);
		}
		if needs.len().saturating_add(offers.len()) > behind as usize {
			let next = u16::try_from(behind).unwrap_or(u16::MAX);
			allocation.stage = Stage::Clearing { how, next };
		} else {
			Self::remove_lists(id);
			(allocation.needs, allocation.offers, allocation.barred) = (0, 0, 0);
			allocation.fingerprint = None;
			Self::conclude_allocation((id, allocation), how);
		}
		T::WeightInfo::archive(count)
	}
}
