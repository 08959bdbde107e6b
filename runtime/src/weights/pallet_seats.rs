//! Weights of the calls of `pallet_seats`, measured by `scripts/benchmark`: do not edit.
//!
//! Estimated, until they are measured: the agenda is full, and each of its 160 motions is read and
//! written.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_seats::WeightInfo for WeightInfo<T> {
	fn give_seat() -> Weight {
		Weight::from_parts(1_500_000_000, 700_000)
			.saturating_add(T::DbWeight::get().reads(170))
			.saturating_add(T::DbWeight::get().writes(166))
	}

	fn vacate_seat() -> Weight {
		Weight::from_parts(1_500_000_000, 700_000)
			.saturating_add(T::DbWeight::get().reads(168))
			.saturating_add(T::DbWeight::get().writes(166))
	}

	fn reassign_seat() -> Weight {
		Weight::from_parts(1_500_000_000, 700_000)
			.saturating_add(T::DbWeight::get().reads(170))
			.saturating_add(T::DbWeight::get().writes(166))
	}

	fn standing_changed() -> Weight {
		Weight::from_parts(1_500_000_000, 700_000)
			.saturating_add(T::DbWeight::get().reads(168))
			.saturating_add(T::DbWeight::get().writes(166))
	}

	fn enter_motion() -> Weight {
		Weight::from_parts(150_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn tally() -> Weight {
		Weight::from_parts(60_000_000, 10_000).saturating_add(T::DbWeight::get().reads(5))
	}
}
