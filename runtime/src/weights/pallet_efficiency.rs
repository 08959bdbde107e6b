//! Weights of the calls of `pallet_efficiency`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-22, Intel(R) Xeon(R) Processor, 20 steps, 10 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_efficiency::WeightInfo for WeightInfo<T> {
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Registry::Institutions` (r:1024 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(930), added: 3405, mode: `Measured`)
	// Storage: `Efficiency::NextRoundId` (r:1 w:1)
	// Proof: `Efficiency::NextRoundId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:0 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:0 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn open_round(n: u32) -> Weight {
		// Proof in bytes: measured 1878 + n * 559, estimated 4742 + n * 3035.
		Weight::from_parts(181_364_679, 4742)
			.saturating_add(Weight::from_parts(6_797_442, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(Weight::from_parts(0, 3035).saturating_mul(n.into()))
	}

	// Storage: `Registry::Agents` (r:1 w:0)
	// Proof: `Registry::Agents` (`max_values`: None, `max_size`: Some(58), added: 2533, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Registry::Institutions` (r:1 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(930), added: 3405, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `MaxEncodedLen`)
	// Storage: `Efficiency::Observations` (r:1 w:1)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Supervision::LatestOfInstitution` (r:1 w:1)
	// Proof: `Supervision::LatestOfInstitution` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `MaxEncodedLen`)
	fn observe() -> Weight {
		// Proof in bytes: measured 11814, estimated 10640.
		Weight::from_parts(286_458_000, 10640)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:0)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Registry::Institutions` (r:1024 w:0)
	// Proof: `Registry::Institutions` (`max_values`: None, `max_size`: Some(930), added: 3405, mode: `Measured`)
	// Storage: `Registry::Regions` (r:1024 w:0)
	// Proof: `Registry::Regions` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:1024 w:1024)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn seal(n: u32) -> Weight {
		// Proof in bytes: measured 7471 + n * 680, estimated 10151 + n * 3157.
		Weight::from_parts(95_697_000, 10151)
			.saturating_add(Weight::from_parts(22_601_926, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3157).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:0 w:1024)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn cancel_open(n: u32) -> Weight {
		// Proof in bytes: measured 2916 + n * 7, estimated 6380 + n * 7.
		Weight::from_parts(78_289_974, 6380)
			.saturating_add(Weight::from_parts(2_528_041, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:1024)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn cancel_sealed(n: u32) -> Weight {
		// Proof in bytes: measured 2962 + n * 7, estimated 6420 + n * 7.
		Weight::from_parts(62_544_075, 6420)
			.saturating_add(Weight::from_parts(1_689_158, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(n.into()))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::Observations` (r:0 w:1024)
	// Proof: `Efficiency::Observations` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn close_open(n: u32) -> Weight {
		// Proof in bytes: measured 2916 + n * 7, estimated 6380 + n * 7.
		Weight::from_parts(46_680_431, 6380)
			.saturating_add(Weight::from_parts(2_379_746, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(n.into()))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:1 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Efficiency::Rosters` (r:1 w:1)
	// Proof: `Efficiency::Rosters` (`max_values`: None, `max_size`: Some(7175), added: 9650, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::Snapshots` (r:0 w:1)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:1024)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:1)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn close_sealed(n: u32) -> Weight {
		// Proof in bytes: measured 2962 + n * 7, estimated 6420 + n * 7.
		Weight::from_parts(68_468_122, 6420)
			.saturating_add(Weight::from_parts(1_403_566, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(n.into()))
	}

	// Storage: `Efficiency::Rounds` (r:1 w:0)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:127 w:0)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	fn admit(u: u32) -> Weight {
		// Proof in bytes: measured 2786, estimated 6251 + u * 2475.
		Weight::from_parts(25_028_770, 6251)
			.saturating_add(Weight::from_parts(1_445_811, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2475).saturating_mul(u.into()))
	}

	// Storage: `Efficiency::Snapshots` (r:1 w:0)
	// Proof: `Efficiency::Snapshots` (`max_values`: None, `max_size`: Some(319496), added: 321971, mode: `Measured`)
	fn prepare(n: u32) -> Weight {
		// Proof in bytes: measured 337 + n * 155, estimated 3801 + n * 155.
		Weight::from_parts(166_395_720, 3801)
			.saturating_add(Weight::from_parts(1_247_681, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(Weight::from_parts(0, 155).saturating_mul(n.into()))
	}

	fn verify_4_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(163_363_471, 0)
			.saturating_add(Weight::from_parts(564_957, 0).saturating_mul(n.into()))
	}

	fn verify_8_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(1_366_434_665, 0)
			.saturating_add(Weight::from_parts(2_499_641, 0).saturating_mul(n.into()))
	}

	fn verify_16_columns(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(16_210_420_325, 0)
			.saturating_add(Weight::from_parts(14_574_605, 0).saturating_mul(n.into()))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::NextRecordId` (r:1 w:1)
	// Proof: `Supervision::NextRecordId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `Measured`)
	// Storage: `Supervision::Latest` (r:1 w:1)
	// Proof: `Supervision::Latest` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `Measured`)
	// Storage: `Efficiency::ActiveRounds` (r:1 w:1)
	// Proof: `Efficiency::ActiveRounds` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `Measured`)
	// Storage: `Efficiency::Rounds` (r:0 w:1)
	// Proof: `Efficiency::Rounds` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `Measured`)
	// Storage: `Efficiency::Efficiencies` (r:0 w:127)
	// Proof: `Efficiency::Efficiencies` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `Measured`)
	// Storage: `Supervision::Records` (r:0 w:2)
	// Proof: `Supervision::Records` (`max_values`: None, `max_size`: Some(135), added: 2610, mode: `Measured`)
	fn store(u: u32) -> Weight {
		// Proof in bytes: measured 318, estimated 3783.
		Weight::from_parts(53_648_782, 3783)
			.saturating_add(Weight::from_parts(4_562_561, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(u.into())))
	}
}
