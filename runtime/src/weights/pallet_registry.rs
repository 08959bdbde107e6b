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
		// Proof in bytes: measured 775, estimated 6172.
		Weight::from_parts(82_555_000, 6172)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Regions` (r:1 w:1)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn amend_region() -> Weight {
		// Proof in bytes: measured 860, estimated 3581.
		Weight::from_parts(72_917_000, 3581)
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
		// Proof in bytes: measured 1417, estimated 3616.
		Weight::from_parts(168_074_000, 3616)
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
		Weight::from_parts(107_791_000, 4407)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn revoke_licence() -> Weight {
		// Proof in bytes: measured 1108, estimated 4407.
		Weight::from_parts(85_269_000, 4407)
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
		Weight::from_parts(142_095_000, 4407)
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
		Weight::from_parts(163_365_000, 4407)
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
		Weight::from_parts(88_966_000, 3499)
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
		Weight::from_parts(94_827_000, 4407)
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
		Weight::from_parts(105_347_000, 4407)
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
		Weight::from_parts(100_407_000, 6056)
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
		Weight::from_parts(110_577_000, 6056)
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
		// Proof in bytes: measured 1675, estimated 3618.
		Weight::from_parts(98_955_000, 3618)
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
	// Storage: `Registry::Books` (r:0 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn register_lot() -> Weight {
		// Proof in bytes: measured 2357, estimated 4407.
		Weight::from_parts(160_590_000, 4407)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Registry::CountClaims` (r:0 w:1)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn count() -> Weight {
		// Proof in bytes: measured 1141, estimated 6592.
		Weight::from_parts(115_425_000, 6592)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn consume() -> Weight {
		// Proof in bytes: measured 1076, estimated 6592.
		Weight::from_parts(118_251_000, 6592)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn destroy() -> Weight {
		// Proof in bytes: measured 1076, estimated 6592.
		Weight::from_parts(100_478_000, 6592)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn quarantine() -> Weight {
		// Proof in bytes: measured 1076, estimated 6592.
		Weight::from_parts(87_072_000, 6592)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Proof in bytes: measured 1076, estimated 6592.
		Weight::from_parts(87_503_000, 6592)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:64)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Registry::Classes` (r:32 w:0)
	// Proof: `Registry::Classes` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
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
		// Proof in bytes: measured 2082 + i * 486 + o * 274, estimated 4407 + i * 5602 + o * 2752.
		Weight::from_parts(834_429_000, 4407)
			.saturating_add(Weight::from_parts(35_601_691, 0).saturating_mul(i.into()))
			.saturating_add(Weight::from_parts(26_167_796, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(u64::from(i).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 5602).saturating_mul(i.into()))
			.saturating_add(Weight::from_parts(0, 2752).saturating_mul(o.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:4)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
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
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:2)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn correct_lot() -> Weight {
		// Proof in bytes: measured 2775, estimated 6592.
		Weight::from_parts(219_320_000, 6592)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:1 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn relocate() -> Weight {
		// Proof in bytes: measured 1158, estimated 6592.
		Weight::from_parts(136_905_000, 6592)
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
		Weight::from_parts(2_382_129_555, 165310)
			.saturating_add(Weight::from_parts(19_792_261, 0).saturating_mul(n.into()))
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
		Weight::from_parts(186_699_000, 4407)
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
		Weight::from_parts(121_147_000, 4407)
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
		Weight::from_parts(126_637_000, 4407)
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
		// Proof in bytes: measured 1881, estimated 3696.
		Weight::from_parts(150_922_000, 3696)
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
		// Proof in bytes: measured 7806, estimated 31743.
		Weight::from_parts(353_120_000, 31743)
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
		Weight::from_parts(2_233_514_000, 165310)
			.saturating_add(T::DbWeight::get().reads(132))
			.saturating_add(T::DbWeight::get().writes(133))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Registry::CountClaims` (r:1 w:1)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn confirm_count() -> Weight {
		// Proof in bytes: measured 1127, estimated 6592.
		Weight::from_parts(142_046_000, 6592)
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
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn dismiss_count() -> Weight {
		// Proof in bytes: measured 1127, estimated 3791.
		Weight::from_parts(118_191_000, 3791)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Books` (r:3 w:3)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:3 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:2)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn hand_over() -> Weight {
		// Proof in bytes: measured 2505, estimated 9393.
		Weight::from_parts(210_223_000, 9393)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::InactiveSince` (r:2 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:1)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn write_off() -> Weight {
		// Proof in bytes: measured 1611, estimated 6592.
		Weight::from_parts(170_960_000, 6592)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:17 w:17)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(326), added: 2801, mode: `MaxEncodedLen`)
	// Storage: `Registry::Repackings` (r:1 w:1)
	// Proof: `Registry::Repackings` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Registry::CountClaims` (r:1 w:0)
	// Proof: `Registry::CountClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:1 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::ArchivedLots` (r:0 w:1)
	// Proof: `Registry::ArchivedLots` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn archive_lot() -> Weight {
		// Proof in bytes: measured 5071, estimated 48607.
		Weight::from_parts(491_288_000, 48607)
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
		Weight::from_parts(45_385_000, 3523)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Provisional, until it is measured.
	fn forget_level() -> Weight {
		Weight::from_parts(25_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn lapse_lot() -> Weight {
		Weight::from_parts(170_960_000, 9393)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}
