//! Weights of the calls of `pallet_seats`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-28, AMD EPYC, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_seats::WeightInfo for WeightInfo<T> {
	// Storage: `Seats::Seats` (r:1 w:1)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:40 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Council::Members` (r:1 w:1)
	// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Council::Voting` (r:156 w:156)
	// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Seats::NewestRecord` (r:1 w:1)
	// Proof: `Seats::NewestRecord` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Council::Prime` (r:0 w:1)
	// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn give_seat() -> Weight {
		// Proof in bytes: measured 213161, estimated 600251.
		Weight::from_parts(2_286_151_000, 600251)
			.saturating_add(T::DbWeight::get().reads(204))
			.saturating_add(T::DbWeight::get().writes(161))
	}

	// Storage: `Seats::Seats` (r:1 w:1)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:39 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Council::Members` (r:1 w:1)
	// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Council::Voting` (r:160 w:160)
	// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Seats::NewestRecord` (r:1 w:1)
	// Proof: `Seats::NewestRecord` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Council::Prime` (r:0 w:1)
	// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn vacate_seat() -> Weight {
		// Proof in bytes: measured 221841, estimated 618831.
		Weight::from_parts(3_510_671_000, 618831)
			.saturating_add(T::DbWeight::get().reads(205))
			.saturating_add(T::DbWeight::get().writes(165))
	}

	// Storage: `Registry::Agents` (r:2 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:1)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Council::Members` (r:1 w:1)
	// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:40 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Council::Voting` (r:160 w:160)
	// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Seats::NewestRecord` (r:1 w:1)
	// Proof: `Seats::NewestRecord` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Council::Prime` (r:0 w:1)
	// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn reassign_seat() -> Weight {
		// Proof in bytes: measured 222655, estimated 619645.
		Weight::from_parts(2_599_016_000, 619645)
			.saturating_add(T::DbWeight::get().reads(209))
			.saturating_add(T::DbWeight::get().writes(166))
	}

	// Storage: `Seats::Seats` (r:1 w:1)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Council::Members` (r:1 w:1)
	// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:39 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Council::Voting` (r:160 w:160)
	// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Seats::NewestRecord` (r:1 w:1)
	// Proof: `Seats::NewestRecord` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Council::Prime` (r:0 w:1)
	// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn standing_changed() -> Weight {
		// Proof in bytes: measured 221841, estimated 618831.
		Weight::from_parts(2_245_696_000, 618831)
			.saturating_add(T::DbWeight::get().reads(205))
			.saturating_add(T::DbWeight::get().writes(165))
	}

	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Seats::Motions` (r:1 w:1)
	// Proof: `Seats::Motions` (`max_values`: Some(1), `max_size`: Some(5762), added: 6257, mode: `MaxEncodedLen`)
	// Storage: `System::ExtrinsicData` (r:1 w:0)
	// Proof: `System::ExtrinsicData` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `Council::CostOf` (r:1 w:1)
	// Proof: `Council::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	fn enter_motion() -> Weight {
		// Proof in bytes: measured 14347, estimated 17812.
		Weight::from_parts(327_562_000, 17812)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:40 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn tally() -> Weight {
		// Proof in bytes: measured 1820, estimated 100470.
		Weight::from_parts(184_635_000, 100470).saturating_add(T::DbWeight::get().reads(43))
	}
}
