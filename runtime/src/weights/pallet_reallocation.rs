//! Weights of the calls of `pallet_reallocation`: estimates, from the entries that each reads and writes and
//! from the weights of like calls of other pallets, until `scripts/benchmark` has measured them.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_reallocation::WeightInfo for WeightInfo<T> {
	fn decide_plan(l: u32) -> Weight {
		Weight::from_parts(60_000_000, 14_000)
			.saturating_add(Weight::from_parts(200_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn carry_out() -> Weight {
		Weight::from_parts(100_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	// What is read of the lot is read again by the proposal.
	fn line_by_lot() -> Weight {
		Weight::from_parts(60_000_000, 11_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn line_by_class() -> Weight {
		Weight::from_parts(700_000_000, 250_000)
			.saturating_add(T::DbWeight::get().reads(96))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn carry_out_whole_line() -> Weight {
		Weight::from_parts(400_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	fn look() -> Weight {
		Weight::from_parts(12_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn ask() -> Weight {
		Weight::from_parts(5_000_000, 2_600).saturating_add(T::DbWeight::get().reads(1))
	}
	fn unsent() -> Weight {
		Weight::from_parts(60_000_000, 14_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn archive_plan(l: u32) -> Weight {
		Weight::from_parts(80_000_000, 16_000)
			.saturating_add(Weight::from_parts(20_000_000, 10_000).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(l.into())))
	}
	fn forget() -> Weight {
		Weight::from_parts(40_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
