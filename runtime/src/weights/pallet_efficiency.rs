//! Weights of the calls of `pallet_efficiency`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-24, Intel(R) Xeon(R) Processor, 20 steps, 10 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_efficiency::WeightInfo for WeightInfo<T> {
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Registry::NextInstitutionId` (r:1 w:0)
	// Proof: `Registry::NextInstitutionId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `Measured`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `Measured`)
	// Storage: `Efficiency::NextRoundId` (r:1 w:1)
	// Proof: `Efficiency::NextRoundId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:0 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:0 w:1)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:0 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn open_round(n: u32) -> Weight {
		// Proof in bytes: measured 653, estimated 2138.
		Weight::from_parts(69_462_957, 2138)
			.saturating_add(Weight::from_parts(906_237, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Registry::Suspended` (r:1 w:0)
	// Proof: `Registry::Suspended` (`max_values`: Some(1), `max_size`: Some(1026), added: 1521, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Observations` (r:1 w:1)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::NewestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn observe() -> Weight {
		// Proof in bytes: measured 11842, estimated 10640.
		Weight::from_parts(267_831_000, 10640)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1024 w:1024)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Registry::Institutions` (r:1024 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(938), added: 3413, mode: `Measured`)
	// Storage: `Registry::Regions` (r:1024 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn seal(n: u32) -> Weight {
		// Proof in bytes: measured 7526 + n * 688, estimated 10206 + n * 3165.
		Weight::from_parts(77_956_000, 10206)
			.saturating_add(Weight::from_parts(18_683_555, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3165).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1024 w:1024)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn cancel_open(n: u32) -> Weight {
		// Proof in bytes: measured 5037 + n * 67, estimated 8181 + n * 2543.
		Weight::from_parts(60_769_000, 8181)
			.saturating_add(Weight::from_parts(5_718_327, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2543).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:1024)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn cancel_sealed(n: u32) -> Weight {
		// Proof in bytes: measured 3094, estimated 6553.
		Weight::from_parts(53_761_970, 6553)
			.saturating_add(Weight::from_parts(1_382_868, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1024 w:1024)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn close_open(n: u32) -> Weight {
		// Proof in bytes: measured 5037 + n * 67, estimated 8181 + n * 2543.
		Weight::from_parts(54_763_000, 8181)
			.saturating_add(Weight::from_parts(5_313_572, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2543).saturating_mul(n.into()))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:1024)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn close_sealed(n: u32) -> Weight {
		// Proof in bytes: measured 3094, estimated 6553.
		Weight::from_parts(45_396_526, 6553)
			.saturating_add(Weight::from_parts(1_197_891, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:1)
	// Storage: `Efficiency::Snapshots` (r:1 w:1)
	// Storage: `Efficiency::Efficiencies` (r:1024 w:1024)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Storage: `Efficiency::Archived` (r:0 w:1)
	// Storage: `Supervision::Records` (r:0 w:1)
	fn archive_evaluation(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 12000)
			.saturating_add(Weight::from_parts(6_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3200).saturating_mul(n.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:1)
	// Storage: `Efficiency::Snapshots` (r:1 w:1)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Storage: `Efficiency::Archived` (r:0 w:1)
	// Storage: `Supervision::Records` (r:0 w:1)
	fn archive_survey(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 12000)
			.saturating_add(Weight::from_parts(1_500_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(Weight::from_parts(0, 312).saturating_mul(n.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:1)
	// Storage: `Efficiency::Snapshots` (r:1 w:1)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Storage: `Supervision::NewestOfInstitution` (r:1 w:1)
	// Storage: `Efficiency::Archived` (r:0 w:1)
	// Storage: `Supervision::Records` (r:0 w:1)
	fn archive_failed() -> Weight {
		Weight::from_parts(100_000_000, 325000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Storage: `Efficiency::Archived` (r:1 w:1)
	// Storage: `Supervision::NextEpochToPrune` (r:1 w:0)
	fn forget_round() -> Weight {
		Weight::from_parts(30_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:0)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::RoundSpecifications` (r:1 w:0)
	// Proof: `Efficiency::RoundSpecifications` (`max_values`: None, `max_size`: Some(2262), added: 4737, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:127 w:0)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	fn admit(u: u32) -> Weight {
		// Proof in bytes: measured 2926, estimated 6391 + u * 2475.
		Weight::from_parts(32_092_683, 6391)
			.saturating_add(Weight::from_parts(1_381_050, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2475).saturating_mul(u.into()))
	}

	// Storage: `Efficiency::Snapshots` (r:1 w:0)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	fn prepare(n: u32) -> Weight {
		// Proof in bytes: measured 337 + n * 155, estimated 3801 + n * 155.
		Weight::from_parts(163_042_590, 3801)
			.saturating_add(Weight::from_parts(1_185_675, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 155).saturating_mul(n.into()))
	}

	fn verify_4_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(153_025_418, 0)
			.saturating_add(Weight::from_parts(529_067, 0).saturating_mul(n.into()))
	}

	fn verify_8_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(1_240_549_412, 0)
			.saturating_add(Weight::from_parts(2_270_273, 0).saturating_mul(n.into()))
	}

	fn verify_16_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(14_157_862_452, 0)
			.saturating_add(Weight::from_parts(13_426_184, 0).saturating_mul(n.into()))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:0 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:127)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn store(u: u32) -> Weight {
		// Proof in bytes: measured 351, estimated 1836.
		Weight::from_parts(59_572_020, 1836)
			.saturating_add(Weight::from_parts(4_300_162, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(u.into())))
	}
}
