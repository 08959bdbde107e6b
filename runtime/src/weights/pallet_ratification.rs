//! Weights of the calls of `pallet_ratification`: estimates, from the entries that each reads and writes and
//! from the weights of like calls of other pallets, until `scripts/benchmark` has measured them.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_ratification::WeightInfo for WeightInfo<T> {
	fn ratify() -> Weight {
		Weight::from_parts(60_000_000, 15_000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// With what the seats and the assembly do about a commission, for which the block is charged besides.
	fn lapse() -> Weight {
		Weight::from_parts(300_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(28))
	}
	fn clear() -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn acted() -> Weight {
		Weight::from_parts(20_000_000, 4_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
