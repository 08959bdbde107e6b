//! What waits for an allocation: needs and offers that are listed in one which runs, and whose time is not over.
//! It ends by itself: nobody need act for them to be free.

use crate::{Config, Pallet, WeightInfo};
use frame_support::weights::Weight;
use salus_primitives::{AllocationId, Freezes, NeedId, OfferId, Trail};

impl<T: Config> Freezes for Pallet<T> {
	fn need(need: NeedId) -> bool {
		Self::allocation_of_need(need).is_some_and(Self::does_freeze)
	}

	fn offer(offer: OfferId) -> bool {
		Self::allocation_of_offer(offer).is_some_and(Self::does_freeze)
	}

	fn weight() -> Weight {
		T::WeightInfo::freeze_check()
	}
}

impl<T: Config> Pallet<T> {
	/// Whether what an allocation lists waits for it.
	fn does_freeze(id: AllocationId) -> bool {
		let now = T::Trail::now();
		Self::load_allocation(id).is_ok_and(|allocation| allocation.freezes(now))
	}
}
