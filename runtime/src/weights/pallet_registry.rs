//! Weights of the calls of `pallet_registry`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-28, AMD EPYC, 50 steps, 20 repeats,
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
		// Proof in bytes: measured 831, estimated 6172.
		Weight::from_parts(82_744_000, 6172)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Regions` (r:1 w:1)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_region() -> Weight {
		// Proof in bytes: measured 927, estimated 3581.
		Weight::from_parts(81_773_000, 3581)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:1)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::InstitutionsByExternalId` (r:1 w:1)
	// Proof: `Registry::InstitutionsByExternalId` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:1 w:1)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:0 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Invitations` (r:0 w:1)
	// Proof: `Registry::Invitations` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn admit_institution() -> Weight {
		// Proof in bytes: measured 1484, estimated 3616.
		Weight::from_parts(157_955_000, 3616)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn grant_licence() -> Weight {
		// Proof in bytes: measured 1108, estimated 4407.
		Weight::from_parts(89_538_000, 4407)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn revoke_licence() -> Weight {
		// Proof in bytes: measured 1108, estimated 4407.
		Weight::from_parts(87_563_000, 4407)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:1)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:1)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn suspend_institution() -> Weight {
		// Proof in bytes: measured 2370, estimated 4407.
		Weight::from_parts(193_261_000, 4407)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:1)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:0 w:1)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn reinstate_institution() -> Weight {
		// Proof in bytes: measured 2405, estimated 4407.
		Weight::from_parts(184_505_000, 4407)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::ClassesByGtin` (r:1 w:1)
	// Proof: `Registry::ClassesByGtin` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextClassId` (r:1 w:1)
	// Proof: `Registry::NextClassId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:0 w:1)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_class() -> Weight {
		// Proof in bytes: measured 401, estimated 3499.
		Weight::from_parts(87_904_000, 3499)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_profile() -> Weight {
		// Proof in bytes: measured 1692, estimated 4407.
		Weight::from_parts(135_042_000, 4407)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:1 w:1)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Invitations` (r:0 w:1)
	// Proof: `Registry::Invitations` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn invite_agent() -> Weight {
		// Proof in bytes: measured 2101, estimated 4407.
		Weight::from_parts(160_520_000, 4407)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn change_roles() -> Weight {
		// Proof in bytes: measured 1718, estimated 6056.
		Weight::from_parts(130_784_000, 6056)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:2 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:0 w:1)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn remove_agent() -> Weight {
		// Proof in bytes: measured 1935, estimated 6056.
		Weight::from_parts(115_326_000, 6056)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:1)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::SitesByExternalId` (r:1 w:1)
	// Proof: `Registry::SitesByExternalId` (`max_values`: None, `max_size`: Some(153), added: 2628, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Sites` (r:0 w:1)
	// Proof: `Registry::Sites` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_site() -> Weight {
		// Proof in bytes: measured 1742, estimated 3618.
		Weight::from_parts(176_539_000, 3618)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:1 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextLotId` (r:1 w:1)
	// Proof: `Registry::NextLotId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:0 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_lot() -> Weight {
		// Proof in bytes: measured 2397, estimated 4407.
		Weight::from_parts(219_540_000, 4407)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Registry::CountClaims` (r:0 w:1)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn count() -> Weight {
		// Proof in bytes: measured 1182, estimated 6626.
		Weight::from_parts(167_293_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn consume() -> Weight {
		// Proof in bytes: measured 1141, estimated 6626.
		Weight::from_parts(153_657_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn destroy() -> Weight {
		// Proof in bytes: measured 1117, estimated 6626.
		Weight::from_parts(167_603_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn quarantine() -> Weight {
		// Proof in bytes: measured 1117, estimated 6626.
		Weight::from_parts(152_335_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof in bytes: measured 1117, estimated 6626.
		Weight::from_parts(132_297_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:64)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:32 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:32 w:32)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextLotId` (r:1 w:1)
	// Proof: `Registry::NextLotId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Registry::LotsByOrigin` (r:0 w:256)
	// Proof: `Registry::LotsByOrigin` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:32)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Registry::Repackings` (r:0 w:16)
	// Proof: `Registry::Repackings` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:32)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn repack(i: u32, o: u32) -> Weight {
		// Proof in bytes: measured 2124 + i * 499 + o * 274, estimated 4407 + i * 5636 + o * 2752.
		Weight::from_parts(1_023_573_000, 4407)
			.saturating_add(Weight::from_parts(85_383_197, 0).saturating_mul(i.into()))
			.saturating_add(Weight::from_parts(50_293_723, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(104))
			.saturating_add(T::DbWeight::get().writes(7_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64.saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 5636).saturating_mul(i.into()))
			.saturating_add(Weight::from_parts(0, 2752).saturating_mul(o.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:4)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:2 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextLotId` (r:1 w:1)
	// Proof: `Registry::NextLotId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:2 w:2)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::LotsByOrigin` (r:0 w:1)
	// Proof: `Registry::LotsByOrigin` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:2)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn correct_lot() -> Weight {
		// Proof in bytes: measured 2816, estimated 6626.
		Weight::from_parts(300_782_000, 6626)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(13))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn relocate() -> Weight {
		// Proof in bytes: measured 1159, estimated 6626.
		Weight::from_parts(149_118_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:129 w:128)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:64 w:64)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::Invitations` (r:0 w:64)
	// Proof: `Registry::Invitations` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn replace_agents(n: u32) -> Weight {
		// Proof in bytes: measured 11576, estimated 165310 + n * 2528.
		Weight::from_parts(2_533_311_017, 165310)
			.saturating_add(Weight::from_parts(10_277_067, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(132))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(130))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2528).saturating_mul(n.into()))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Invitations` (r:1 w:1)
	// Proof: `Registry::Invitations` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:1)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:0 w:1)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn accept_invitation() -> Weight {
		// Proof in bytes: measured 2822, estimated 4407.
		Weight::from_parts(146_634_000, 4407)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Invitations` (r:1 w:1)
	// Proof: `Registry::Invitations` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:0 w:1)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn decline_invitation() -> Weight {
		// Proof in bytes: measured 1188, estimated 4407.
		Weight::from_parts(118_701_000, 4407)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Invitations` (r:1 w:1)
	// Proof: `Registry::Invitations` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:0 w:1)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn withdraw_invitation() -> Weight {
		// Proof in bytes: measured 1772, estimated 4407.
		Weight::from_parts(153_797_000, 4407)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Sites` (r:1 w:1)
	// Proof: `Registry::Sites` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::SitesByExternalId` (r:1 w:2)
	// Proof: `Registry::SitesByExternalId` (`max_values`: None, `max_size`: Some(153), added: 2628, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_site() -> Weight {
		// Proof in bytes: measured 1948, estimated 3696.
		Weight::from_parts(163_476_000, 3696)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Institutions` (r:9 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:2 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Regions` (r:1 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::InstitutionsByExternalId` (r:1 w:2)
	// Proof: `Registry::InstitutionsByExternalId` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_institution() -> Weight {
		// Proof in bytes: measured 7873, estimated 31743.
		Weight::from_parts(283_170_000, 31743)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:1)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::AgentsByInstitution` (r:65 w:64)
	// Proof: `Registry::AgentsByInstitution` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:64 w:64)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Seats::Seats` (r:1 w:0)
	// Proof: `Seats::Seats` (`max_values`: Some(1), `max_size`: Some(1481), added: 1976, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:0 w:1)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::InstitutionsByExternalId` (r:0 w:1)
	// Proof: `Registry::InstitutionsByExternalId` (`max_values`: None, `max_size`: Some(151), added: 2626, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn wind_up() -> Weight {
		// Proof in bytes: measured 11576, estimated 165310.
		Weight::from_parts(2_165_958_000, 165310)
			.saturating_add(T::DbWeight::get().reads(132))
			.saturating_add(T::DbWeight::get().writes(133))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::CountClaims` (r:1 w:1)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn confirm_count() -> Weight {
		// Proof in bytes: measured 1128, estimated 6626.
		Weight::from_parts(159_077_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::CountClaims` (r:1 w:1)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:1 w:1)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn dismiss_count() -> Weight {
		// Proof in bytes: measured 1128, estimated 3808.
		Weight::from_parts(160_650_000, 3808)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Books` (r:3 w:3)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:2 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:2)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn hand_over() -> Weight {
		// Proof in bytes: measured 2497, estimated 9444.
		Weight::from_parts(282_558_000, 9444)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:1 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn write_off() -> Weight {
		// Proof in bytes: measured 1636, estimated 6626.
		Weight::from_parts(210_794_000, 6626)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:17 w:17)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Registry::Repackings` (r:1 w:1)
	// Proof: `Registry::Repackings` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Registry::CountClaims` (r:1 w:0)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:1 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::LotsByOrigin` (r:0 w:16)
	// Proof: `Registry::LotsByOrigin` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Registry::ArchivedLots` (r:0 w:1)
	// Proof: `Registry::ArchivedLots` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn archive_lot() -> Weight {
		// Proof in bytes: measured 5121, estimated 48896.
		Weight::from_parts(624_728_000, 48896)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(37))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::ArchivedLots` (r:1 w:1)
	// Proof: `Registry::ArchivedLots` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:0)
	// Proof: `Supervision::NextEpochToPrune` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forget_lot() -> Weight {
		// Proof in bytes: measured 873, estimated 3523.
		Weight::from_parts(57_557_000, 3523)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn forget_level() -> Weight {
		// Proof in bytes: measured 898, estimated 3533.
		Weight::from_parts(69_711_000, 3533)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Levels` (r:1 w:1)
	// Proof: `Registry::Levels` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn lapse_lot() -> Weight {
		// Proof in bytes: measured 1180, estimated 6626.
		Weight::from_parts(137_126_000, 6626)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}
}
