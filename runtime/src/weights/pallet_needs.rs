//! Weights of the calls of `pallet_needs`, measured by `scripts/benchmark`: do not edit.
//!
//! Estimated, until they are measured.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_needs::WeightInfo for WeightInfo<T> {
	fn set_need_bound() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn publish_need(s: u32) -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(9))
			.saturating_add(Weight::from_parts(20_000_000, 6_000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(s.into())))
	}

	fn close_need() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn make_offer() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn take() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	fn withdraw_offer() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn give_order() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	fn pause_order() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn resume_order() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn revoke_order() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn ring_send() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(300_000_000, 100_000))
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(40))
	}

	fn ring_offer() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(Weight::from_parts(300_000_000, 100_000))
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(40))
	}

	fn ring_lapse() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn ring_release() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn forget() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn serve() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn reopen() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	fn offer_again() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(7))
	}
}
