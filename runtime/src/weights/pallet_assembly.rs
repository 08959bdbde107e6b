//! Weights of the calls of `pallet_assembly`: estimates, from the entries that each reads and writes and
//! from the weights of like calls of other pallets, until `scripts/benchmark` has measured them.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_assembly::WeightInfo for WeightInfo<T> {
	// The proof is that of two agendas of the scheduler.
	fn submit() -> Weight {
		Weight::from_parts(200_000_000, 240_000)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	fn vote() -> Weight {
		Weight::from_parts(200_000_000, 240_000)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	fn set_rank() -> Weight {
		Weight::from_parts(50_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn update_rank() -> Weight {
		Weight::from_parts(200_000_000, 45_000)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(15))
	}
	fn record_outcome() -> Weight {
		Weight::from_parts(60_000_000, 15_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn forget() -> Weight {
		Weight::from_parts(70_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn member_changed() -> Weight {
		Weight::from_parts(200_000_000, 40_000)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(19))
	}
}
