//! Weights of the calls of `pallet_ratification`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-29, Intel(R) Xeon(R) Processor, 20 steps, 10 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_ratification::WeightInfo for WeightInfo<T> {
	// Storage: `Ratification::Acts` (r:1 w:1)
	// Proof: `Ratification::Acts` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Assembly::RankOf` (r:1 w:0)
	// Proof: `Assembly::RankOf` (`max_values`: None, `max_size`: Some(3), added: 2478, mode: `MaxEncodedLen`)
	// Storage: `RankedCollective::Members` (r:1 w:1)
	// Proof: `RankedCollective::Members` (`max_values`: None, `max_size`: Some(42), added: 2517, mode: `MaxEncodedLen`)
	// Storage: `RankedCollective::MemberCount` (r:3 w:3)
	// Proof: `RankedCollective::MemberCount` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	// Storage: `Assembly::NewestRecord` (r:1 w:1)
	// Proof: `Assembly::NewestRecord` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `RankedCollective::IndexToId` (r:0 w:3)
	// Proof: `RankedCollective::IndexToId` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	// Storage: `RankedCollective::IdToIndex` (r:0 w:3)
	// Proof: `RankedCollective::IdToIndex` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn ratify() -> Weight {
		// Proof in bytes: measured 2104, estimated 8457.
		Weight::from_parts(215_652_000, 8457)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(15))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Ratification::Acts` (r:1 w:1)
	// Proof: `Ratification::Acts` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	// Storage: `Assembly::Pace` (r:1 w:0)
	// Proof: `Assembly::Pace` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:1)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:1)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `RankedCollective::Members` (r:1 w:0)
	// Proof: `RankedCollective::Members` (`max_values`: None, `max_size`: Some(42), added: 2517, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn lapse() -> Weight {
		// Proof in bytes: measured 2804, estimated 4407.
		Weight::from_parts(241_825_000, 4407)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	// Storage: `Ratification::Acts` (r:1 w:1)
	// Proof: `Ratification::Acts` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	fn clear() -> Weight {
		// Proof in bytes: measured 907, estimated 3524.
		Weight::from_parts(91_314_000, 3524)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Ratification::Acts` (r:1 w:1)
	// Proof: `Ratification::Acts` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	// Storage: `Assembly::Pace` (r:1 w:0)
	// Proof: `Assembly::Pace` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn acted() -> Weight {
		// Proof in bytes: measured 226, estimated 3496.
		Weight::from_parts(39_088_000, 3496)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
