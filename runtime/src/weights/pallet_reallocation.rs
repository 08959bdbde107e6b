//! Weights of the calls of `pallet_reallocation`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-29, Intel(R) Xeon(R) Processor, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_reallocation::WeightInfo for WeightInfo<T> {
	// Storage: `Reallocation::NextPlanId` (r:1 w:1)
	// Proof: `Reallocation::NextPlanId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Orders` (r:0 w:1)
	// Proof: `Reallocation::Orders` (`max_values`: None, `max_size`: Some(6810), added: 9285, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Plans` (r:0 w:1)
	// Proof: `Reallocation::Plans` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn decide_plan(l: u32) -> Weight {
		// Proof in bytes: measured 6, estimated 1493.
		Weight::from_parts(30_364_549, 1493)
			.saturating_add(Weight::from_parts(304_982, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Plans` (r:1 w:1)
	// Proof: `Reallocation::Plans` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Orders` (r:1 w:0)
	// Proof: `Reallocation::Orders` (`max_values`: None, `max_size`: Some(6810), added: 9285, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn carry_out() -> Weight {
		// Proof in bytes: measured 6404, estimated 10275.
		Weight::from_parts(67_601_000, 10275)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Books` (r:2 w:0)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Bound` (r:0 w:1)
	// Proof: `Reallocation::Bound` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Outcomes` (r:0 w:1)
	// Proof: `Reallocation::Outcomes` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn line_by_lot() -> Weight {
		// Proof in bytes: measured 505, estimated 6640.
		Weight::from_parts(90_705_000, 6640)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::HoldingsByCustodian` (r:24 w:0)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:48 w:0)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Bound` (r:0 w:1)
	// Proof: `Reallocation::Bound` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Outcomes` (r:0 w:1)
	// Proof: `Reallocation::Outcomes` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn line_by_class() -> Weight {
		// Proof in bytes: measured 6061, estimated 136590.
		Weight::from_parts(453_381_000, 136590)
			.saturating_add(T::DbWeight::get().reads(72))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Plans` (r:1 w:1)
	// Proof: `Reallocation::Plans` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Orders` (r:1 w:0)
	// Proof: `Reallocation::Orders` (`max_values`: None, `max_size`: Some(6810), added: 9285, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:2 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Rules::Index` (r:1 w:0)
	// Proof: `Rules::Index` (`max_values`: Some(1), `max_size`: Some(2198), added: 2693, mode: `MaxEncodedLen`)
	// Storage: `Circulation::NextTransferId` (r:1 w:1)
	// Proof: `Circulation::NextTransferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Bound` (r:0 w:1)
	// Proof: `Reallocation::Bound` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Outcomes` (r:0 w:1)
	// Proof: `Reallocation::Outcomes` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:3)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:0 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(2191), added: 4666, mode: `MaxEncodedLen`)
	fn carry_out_whole_line() -> Weight {
		// Proof in bytes: measured 2319, estimated 10275.
		Weight::from_parts(205_899_000, 10275)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	// Storage: `Reallocation::FirstUnfinished` (r:1 w:1)
	// Proof: `Reallocation::FirstUnfinished` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `SafeMode::EnteredUntil` (r:1 w:0)
	// Proof: `SafeMode::EnteredUntil` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::NextPlanId` (r:1 w:0)
	// Proof: `Reallocation::NextPlanId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Plans` (r:1 w:0)
	// Proof: `Reallocation::Plans` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn look() -> Weight {
		// Proof in bytes: measured 155, estimated 3518.
		Weight::from_parts(49_884_000, 3518)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Reallocation::Bound` (r:1 w:0)
	// Proof: `Reallocation::Bound` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	fn ask() -> Weight {
		// Proof in bytes: measured 49, estimated 3485.
		Weight::from_parts(7_751_000, 3485).saturating_add(T::DbWeight::get().reads(1))
	}

	// Storage: `Reallocation::Bound` (r:1 w:1)
	// Proof: `Reallocation::Bound` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Plans` (r:1 w:1)
	// Proof: `Reallocation::Plans` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Outcomes` (r:1 w:1)
	// Proof: `Reallocation::Outcomes` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Orders` (r:1 w:0)
	// Proof: `Reallocation::Orders` (`max_values`: None, `max_size`: Some(6810), added: 9285, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:2 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn unsent() -> Weight {
		// Proof in bytes: measured 592, estimated 10275.
		Weight::from_parts(76_344_000, 10275)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Plans` (r:1 w:1)
	// Proof: `Reallocation::Plans` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Orders` (r:1 w:1)
	// Proof: `Reallocation::Orders` (`max_values`: None, `max_size`: Some(6810), added: 9285, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Outcomes` (r:32 w:32)
	// Proof: `Reallocation::Outcomes` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:32 w:0)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(2191), added: 4666, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Bound` (r:0 w:32)
	// Proof: `Reallocation::Bound` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Archived` (r:0 w:1)
	// Proof: `Reallocation::Archived` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn archive_plan(l: u32) -> Weight {
		// Proof in bytes: measured 6470 + l * 95, estimated 10275 + l * 4666.
		Weight::from_parts(134_055_621, 10275)
			.saturating_add(Weight::from_parts(12_937_344, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 4666).saturating_mul(l.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Reallocation::Archived` (r:1 w:1)
	// Proof: `Reallocation::Archived` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:0)
	// Proof: `Supervision::NextEpochToPrune` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		// Proof in bytes: measured 917, estimated 3524.
		Weight::from_parts(38_773_000, 3524)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
