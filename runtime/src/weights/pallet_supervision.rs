//! Weights of the calls of `pallet_supervision`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-28, AMD EPYC, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_supervision::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `Measured`)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:1)
	// Proof: `Supervision::NextEpochToPrune` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Records` (r:512 w:513)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Ignored`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `Measured`)
	// Storage: `Supervision::Epochs` (r:0 w:1)
	// Proof: `Supervision::Epochs` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `Measured`)
	fn prune() -> Weight {
		// Proof in bytes: measured 76488, estimated 79953.
		Weight::from_parts(5_831_036_000, 79953)
			.saturating_add(T::DbWeight::get().reads(515))
			.saturating_add(T::DbWeight::get().writes(516))
	}
}
