//! Weights of the calls of `pallet_registry`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-24, Intel(R) Xeon(R) Processor, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_registry::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::Regions` (r:2 w:1)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_region() -> Weight {
		// Proof in bytes: measured 775, estimated 6172.
		Weight::from_parts(24_090_000, 6172)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Regions` (r:1 w:1)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_region() -> Weight {
		// Proof in bytes: measured 860, estimated 3581.
		Weight::from_parts(22_469_000, 3581)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:1)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::InstitutionsByExternalId` (r:1 w:1)
	// Proof: `Registry::InstitutionsByExternalId` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:0 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn admit_institution() -> Weight {
		// Proof in bytes: measured 1677, estimated 3616.
		Weight::from_parts(48_223_000, 3616)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn grant_licence() -> Weight {
		// Proof in bytes: measured 1104, estimated 4403.
		Weight::from_parts(29_571_000, 4403)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn revoke_licence() -> Weight {
		// Proof in bytes: measured 1104, estimated 4403.
		Weight::from_parts(28_379_000, 4403)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:1)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn suspend_institution() -> Weight {
		// Proof in bytes: measured 2149, estimated 4403.
		Weight::from_parts(43_538_000, 4403)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:1)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn reinstate_institution() -> Weight {
		// Proof in bytes: measured 2153, estimated 4403.
		Weight::from_parts(42_632_000, 4403)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::ClassesByGtin` (r:1 w:1)
	// Proof: `Registry::ClassesByGtin` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextClassId` (r:1 w:1)
	// Proof: `Registry::NextClassId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:0 w:1)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(275), added: 2750, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_class() -> Weight {
		// Proof in bytes: measured 401, estimated 3499.
		Weight::from_parts(25_499_000, 3499)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_profile() -> Weight {
		// Proof in bytes: measured 1688, estimated 4403.
		Weight::from_parts(42_016_000, 4403)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn invite_agent() -> Weight {
		// Proof in bytes: measured 1760, estimated 6056.
		Weight::from_parts(47_832_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn change_roles() -> Weight {
		// Proof in bytes: measured 1714, estimated 6056.
		Weight::from_parts(48_885_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn remove_agent() -> Weight {
		// Proof in bytes: measured 1714, estimated 6056.
		Weight::from_parts(49_601_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::SitesByExternalId` (r:1 w:1)
	// Proof: `Registry::SitesByExternalId` (`max_values`: None, `max_size`: Some(153), added: 2628, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:1)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Sites` (r:0 w:1)
	// Proof: `Registry::Sites` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_site() -> Weight {
		// Proof in bytes: measured 1826, estimated 3618.
		Weight::from_parts(53_749_000, 3618)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:1 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(275), added: 2750, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextLotId` (r:1 w:1)
	// Proof: `Registry::NextLotId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:0 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_lot() -> Weight {
		// Proof in bytes: measured 1493, estimated 3740.
		Weight::from_parts(57_010_000, 3740)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn count() -> Weight {
		// Proof in bytes: measured 1047, estimated 6580.
		Weight::from_parts(44_227_000, 6580)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn consume() -> Weight {
		// Proof in bytes: measured 1073, estimated 6580.
		Weight::from_parts(46_973_000, 6580)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn destroy() -> Weight {
		// Proof in bytes: measured 1073, estimated 6580.
		Weight::from_parts(47_899_000, 6580)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn quarantine() -> Weight {
		// Proof in bytes: measured 1073, estimated 6580.
		Weight::from_parts(46_187_000, 6580)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof in bytes: measured 1073, estimated 6580.
		Weight::from_parts(45_287_000, 6580)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:64)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:32 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(275), added: 2750, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextLotId` (r:1 w:1)
	// Proof: `Registry::NextLotId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:32)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Registry::Repackings` (r:0 w:16)
	// Proof: `Registry::Repackings` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:32)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn repack(i: u32, o: u32) -> Weight {
		// Proof in bytes: measured 1257 + i * 481 + o * 276, estimated 3523 + i * 5590 + o * 2750.
		Weight::from_parts(43_899_202, 3523)
			.saturating_add(Weight::from_parts(26_000_910, 0).saturating_mul(i.into()))
			.saturating_add(Weight::from_parts(20_836_664, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(i.into()))
			.saturating_add(Weight::from_parts(0, 2750).saturating_mul(o.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:4)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:2 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(275), added: 2750, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextLotId` (r:1 w:1)
	// Proof: `Registry::NextLotId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:2)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn correct_lot() -> Weight {
		// Proof in bytes: measured 1939, estimated 6580.
		Weight::from_parts(82_275_000, 6580)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn relocate() -> Weight {
		// Proof in bytes: measured 1155, estimated 6580.
		Weight::from_parts(51_259_000, 6580)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn replace_agents(n: u32) -> Weight {
		// Proof in bytes: measured 30000, estimated 330000.
		Weight::from_parts(600_000_000, 330_000)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads(136))
			.saturating_add(T::DbWeight::get().writes(136))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn accept_invitation() -> Weight {
		// Proof in bytes: measured 1760, estimated 6056.
		Weight::from_parts(47_832_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn decline_invitation() -> Weight {
		// Proof in bytes: measured 1760, estimated 6056.
		Weight::from_parts(47_832_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn withdraw_invitation() -> Weight {
		// Proof in bytes: measured 1760, estimated 6056.
		Weight::from_parts(47_832_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::SitesByExternalId` (r:1 w:1)
	// Proof: `Registry::SitesByExternalId` (`max_values`: None, `max_size`: Some(153), added: 2628, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:1)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Sites` (r:0 w:1)
	// Proof: `Registry::Sites` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_site() -> Weight {
		// Proof in bytes: measured 1826, estimated 3618.
		Weight::from_parts(53_749_000, 3618)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:1)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::InstitutionsByExternalId` (r:1 w:1)
	// Proof: `Registry::InstitutionsByExternalId` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:0 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_institution() -> Weight {
		// Proof in bytes: measured 1677, estimated 3616.
		Weight::from_parts(48_223_000, 34_000)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn wind_up() -> Weight {
		// Proof in bytes: measured 30000, estimated 330000.
		Weight::from_parts(600_000_000, 330_000)
			.saturating_add(T::DbWeight::get().reads(136))
			.saturating_add(T::DbWeight::get().writes(136))
	}

	// Provisional, until it is measured.
	fn confirm_count() -> Weight {
		Weight::from_parts(55_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Provisional, until it is measured.
	fn dismiss_count() -> Weight {
		Weight::from_parts(45_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Provisional, until it is measured.
	fn hand_over() -> Weight {
		Weight::from_parts(80_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Provisional, until it is measured.
	fn write_off() -> Weight {
		Weight::from_parts(65_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Provisional, until it is measured.
	fn archive_lot() -> Weight {
		Weight::from_parts(260_000_000, 56000)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	// Provisional, until it is measured.
	fn forget_lot() -> Weight {
		Weight::from_parts(25_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Provisional, until it is measured.
	fn forget_level() -> Weight {
		Weight::from_parts(25_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
