//! Weights of the calls of `pallet_supervision`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-24, Intel(R) Xeon(R) Processor, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_supervision::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `Measured`)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:1)
	// Proof: `Supervision::NextEpochToPrune` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Records` (r:512 w:513)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Ignored`)
	// Storage: `Supervision::Epochs` (r:0 w:1)
	// Proof: `Supervision::Epochs` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `Measured`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `Measured`)
	fn prune() -> Weight {
		// Proof in bytes: measured 75642, estimated 77127.
		Weight::from_parts(3_056_483_000, 77127)
			.saturating_add(T::DbWeight::get().reads(515))
			.saturating_add(T::DbWeight::get().writes(516))
	}
}
