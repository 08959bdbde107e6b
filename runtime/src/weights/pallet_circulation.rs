//! Weights of the calls of `pallet_circulation`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-24, Intel(R) Xeon(R) Processor, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_circulation::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:2 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Approvals` (r:1 w:0)
	// Proof: `Circulation::Approvals` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Circulation::NextTransferId` (r:1 w:1)
	// Proof: `Circulation::NextTransferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:17)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:0 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	fn propose(l: u32, r: u32) -> Weight {
		// Proof in bytes: measured 1926 + l * 221, estimated 5952 + l * 5590.
		Weight::from_parts(67_849_042, 5952)
			.saturating_add(Weight::from_parts(19_962_978, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
			// Estimated, until it is measured: what the rules read and count.
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 3_000))
			.saturating_add(Weight::from_parts(60_000_000, 18_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(r.into())))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextSiteNumber` (r:2 w:0)
	// Proof: `Registry::NextSiteNumber` (`max_values`: None, `max_size`: Some(6), added: 2481, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:2)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Approvals` (r:1 w:0)
	// Proof: `Circulation::Approvals` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Circulation::NextTransferId` (r:1 w:1)
	// Proof: `Circulation::NextTransferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:18)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn propose_return(l: u32, r: u32) -> Weight {
		// Proof in bytes: measured 2536 + l * 217, estimated 5952 + l * 5590.
		Weight::from_parts(103_921_193, 5952)
			.saturating_add(Weight::from_parts(20_186_353, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
			// Estimated, until it is measured: what the rules read and count.
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 3_000))
			.saturating_add(Weight::from_parts(60_000_000, 18_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(r.into())))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Proof in bytes: measured 1648, estimated 5165.
		Weight::from_parts(56_641_000, 5165)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:2 w:2)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:18)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn reject(l: u32) -> Weight {
		// Proof in bytes: measured 2458 + l * 268, estimated 9340 + l * 5590.
		Weight::from_parts(85_647_372, 9340)
			.saturating_add(Weight::from_parts(19_994_996, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
	}

	// Storage: `Circulation::Transfers` (r:2 w:2)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:18)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn withdraw(l: u32) -> Weight {
		// Proof in bytes: measured 2463 + l * 268, estimated 9340 + l * 5590.
		Weight::from_parts(89_226_702, 9340)
			.saturating_add(Weight::from_parts(20_357_921, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:17)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn dispatch(l: u32, r: u32) -> Weight {
		// Proof in bytes: measured 1945 + l * 266, estimated 5165 + l * 5590.
		Weight::from_parts(62_590_611, 5165)
			.saturating_add(Weight::from_parts(19_796_680, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
			// Estimated, until it is measured: what the rules read and count.
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 3_000))
			.saturating_add(Weight::from_parts(60_000_000, 18_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(r.into())))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:48 w:48)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:32)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:17)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Receipts` (r:0 w:1)
	// Proof: `Circulation::Receipts` (`max_values`: None, `max_size`: Some(795), added: 3270, mode: `MaxEncodedLen`)
	fn receive(l: u32) -> Weight {
		// Proof in bytes: measured 1080 + l * 260, estimated 5165 + l * 8385.
		Weight::from_parts(53_331_323, 5165)
			.saturating_add(Weight::from_parts(27_934_239, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(6_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 8385).saturating_mul(l.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:2 w:2)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:18)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn release_undispatched(l: u32) -> Weight {
		// Proof in bytes: measured 2463 + l * 268, estimated 9340 + l * 5590.
		Weight::from_parts(87_345_410, 9340)
			.saturating_add(Weight::from_parts(20_318_811, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Transfers` (r:1 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:32 w:32)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:17)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn release_dispatched(l: u32) -> Weight {
		// Proof in bytes: measured 1080 + l * 266, estimated 5165 + l * 5590.
		Weight::from_parts(48_378_377, 5165)
			.saturating_add(Weight::from_parts(19_624_283, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5590).saturating_mul(l.into()))
	}

	// Storage: `Circulation::Transfers` (r:2 w:2)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:2 w:2)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:3)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn resolve_recovered() -> Weight {
		// Proof in bytes: measured 3547, estimated 9340.
		Weight::from_parts(120_568_000, 9340)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	// Storage: `Circulation::Transfers` (r:1 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
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
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn resolve_written_off() -> Weight {
		// Proof in bytes: measured 2560, estimated 6580.
		Weight::from_parts(90_931_000, 6580)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Circulation::Transfers` (r:1 w:1)
	// Proof: `Circulation::Transfers` (`max_values`: None, `max_size`: Some(1700), added: 4175, mode: `MaxEncodedLen`)
	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Books` (r:3 w:3)
	// Proof: `Registry::Books` (`max_values`: None, `max_size`: Some(320), added: 2795, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Registry::HoldingsByCustodian` (r:0 w:2)
	// Proof: `Registry::HoldingsByCustodian` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn resolve_delivered() -> Weight {
		// Proof in bytes: measured 2565, estimated 9375.
		Weight::from_parts(100_342_000, 9375)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Approvals` (r:1 w:1)
	// Proof: `Circulation::Approvals` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn approve_sender() -> Weight {
		// Proof in bytes: measured 1764, estimated 4403.
		Weight::from_parts(48_069_000, 4403)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Circulation::Approvals` (r:1 w:1)
	// Proof: `Circulation::Approvals` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:1)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn revoke_sender() -> Weight {
		// Proof in bytes: measured 1796, estimated 4403.
		Weight::from_parts(47_316_000, 4403)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Provisional, until it is measured: as `release_dispatched`, and how the borrower stands and when
	// it last acted.
	fn call_in_loan(l: u32) -> Weight {
		Self::release_dispatched(l).saturating_add(T::DbWeight::get().reads(4))
	}

	// Provisional, until it is measured: as `accept`.
	fn request_keeping() -> Weight {
		Self::accept()
	}

	// Provisional, until it is measured: as `accept`.
	fn acknowledge_carriage() -> Weight {
		Self::accept()
	}

	// Provisional, until it is measured: as `accept`.
	fn decline_carriage() -> Weight {
		Self::accept()
	}

	// Provisional, until it is measured: as `archive_return`, and each lot with a holding.
	fn archive_loan(r: u32) -> Weight {
		Self::archive_return(r)
			.saturating_add(Weight::from_parts(160_000_000, 89_440))
			.saturating_add(T::DbWeight::get().reads(32))
	}

	// Provisional, until it is measured: as `accept`, the return's earlier transfer, and each receipt.
	fn archive_return(r: u32) -> Weight {
		Self::accept()
			.saturating_add(Weight::from_parts(20_000_000, 4_175))
			.saturating_add(Weight::from_parts(10_000_000, 3_600).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 4))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(r.into()))
	}

	// Provisional, until it is measured: as `accept`.
	fn forget() -> Weight {
		Self::accept()
	}
}
