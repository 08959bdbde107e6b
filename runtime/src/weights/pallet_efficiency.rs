//! Weights of the calls of `pallet_efficiency`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-28, AMD EPYC, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_efficiency::WeightInfo for WeightInfo<T> {
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `Measured`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `Measured`)
	// Storage: `Registry::InactiveSince` (r:1023 w:0)
	// Proof: `Registry::InactiveSince` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `Measured`)
	// Storage: `Efficiency::NextRoundId` (r:1 w:1)
	// Proof: `Efficiency::NextRoundId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:0 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:0 w:1)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:0 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn open_round(n: u32) -> Weight {
		// Proof in bytes: measured 569, estimated 2054 + n * 2475.
		Weight::from_parts(17_714_462, 2054)
			.saturating_add(Weight::from_parts(5_315_658, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(Weight::from_parts(0, 2475).saturating_mul(n.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Observations` (r:1 w:1)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn observe() -> Weight {
		// Proof in bytes: measured 11762, estimated 10640.
		Weight::from_parts(750_483_000, 10640)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1023 w:1023)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Registry::Institutions` (r:1023 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(942), added: 3417, mode: `Measured`)
	// Storage: `Registry::Regions` (r:1023 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn seal(n: u32) -> Weight {
		// Proof in bytes: measured 7587 + n * 692, estimated 10422 + n * 3168.
		Weight::from_parts(426_734_356, 10422)
			.saturating_add(Weight::from_parts(40_957_896, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3168).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1023 w:1023)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn cancel_open(n: u32) -> Weight {
		// Proof in bytes: measured 4962 + n * 67, estimated 8299 + n * 2543.
		Weight::from_parts(1_181_828_615, 8299)
			.saturating_add(Weight::from_parts(12_673_766, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2543).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:1023)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn cancel_sealed(n: u32) -> Weight {
		// Proof in bytes: measured 3010, estimated 6472.
		Weight::from_parts(94_297_000, 6472)
			.saturating_add(Weight::from_parts(3_643_701, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1023 w:1023)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn close_open(n: u32) -> Weight {
		// Proof in bytes: measured 4826 + n * 67, estimated 8173 + n * 2543.
		Weight::from_parts(105_497_000, 8173)
			.saturating_add(Weight::from_parts(19_747_396, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2543).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:1023)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn close_sealed(n: u32) -> Weight {
		// Proof in bytes: measured 3010, estimated 6472.
		Weight::from_parts(127_462_801, 6472)
			.saturating_add(Weight::from_parts(2_975_060, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:1)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:1 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:1023 w:1023)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `Measured`)
	// Storage: `Efficiency::Archived` (r:0 w:1)
	// Proof: `Efficiency::Archived` (`max_values`: None, `max_size`: Some(198), added: 2673, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn archive_evaluation(n: u32) -> Weight {
		// Proof in bytes: measured 5730 + n * 155, estimated 8924 + n * 2631.
		Weight::from_parts(954_749_372, 8924)
			.saturating_add(Weight::from_parts(20_624_475, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2631).saturating_mul(n.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:1)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:1 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `Measured`)
	// Storage: `Efficiency::Archived` (r:0 w:1)
	// Proof: `Efficiency::Archived` (`max_values`: None, `max_size`: Some(198), added: 2673, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn archive_survey(n: u32) -> Weight {
		// Proof in bytes: measured 3922 + n * 155, estimated 7386 + n * 155.
		Weight::from_parts(157_961_551, 7386)
			.saturating_add(Weight::from_parts(1_992_199, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(Weight::from_parts(0, 155).saturating_mul(n.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:1)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Snapshots` (r:1 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Archived` (r:0 w:1)
	// Proof: `Efficiency::Archived` (`max_values`: None, `max_size`: Some(198), added: 2673, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn archive_failed() -> Weight {
		// Proof in bytes: measured 3861, estimated 322961.
		Weight::from_parts(184_575_000, 322961)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Archived` (r:1 w:1)
	// Proof: `Efficiency::Archived` (`max_values`: None, `max_size`: Some(198), added: 2673, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:0)
	// Proof: `Supervision::NextEpochToPrune` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn forget_round() -> Weight {
		// Proof in bytes: measured 1075, estimated 3663.
		Weight::from_parts(51_106_000, 3663)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:0)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:128 w:0)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	fn admit(u: u32) -> Weight {
		// Proof in bytes: measured 2884, estimated 6349 + u * 2475.
		Weight::from_parts(29_558_149, 6349)
			.saturating_add(Weight::from_parts(3_538_450, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2475).saturating_mul(u.into()))
	}

	// Storage: `Efficiency::Snapshots` (r:1 w:0)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	fn prepare(n: u32) -> Weight {
		// Proof in bytes: measured 337 + n * 155, estimated 3801 + n * 155.
		Weight::from_parts(284_764_086, 3801)
			.saturating_add(Weight::from_parts(2_653_154, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 155).saturating_mul(n.into()))
	}

	fn verify_4_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(296_863_351, 0)
			.saturating_add(Weight::from_parts(942_215, 0).saturating_mul(n.into()))
	}

	fn verify_8_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(3_031_032_662, 0)
			.saturating_add(Weight::from_parts(3_633_136, 0).saturating_mul(n.into()))
	}

	fn verify_16_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(31_500_495_063, 0)
			.saturating_add(Weight::from_parts(15_495_816, 0).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:0 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:128)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn store(u: u32) -> Weight {
		// Proof in bytes: measured 267, estimated 1752.
		Weight::from_parts(123_858_129, 1752)
			.saturating_add(Weight::from_parts(7_841_944, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(u.into())))
	}
}
