//! The pallets of Salus, and how they meet.

use super::{
	assembly::AtPace,
	governance::{
		AccreditationActs, DeclarationActs, FinalActs, MaxScheduledWeight, ReallocationActs,
		RegulationActs, UrgentActs,
	},
	system::LargestTransaction,
};
use crate::*;
use frame_support::{
	parameter_types,
	traits::{ConstU16, ConstU32, ConstU64},
};
use salus_primitives::time::DAY;

/// A minute, in milliseconds.
const MINUTE: u64 = 60 * 1_000;

/// Whose subjects the trail is about, beside those of the trail itself and of the recalls.
type Owners = (
	Registry,
	Circulation,
	Efficiency,
	Seats,
	Rules,
	Needs,
	Assembly,
	Reallocation,
	Emergencies,
	Protection,
);

impl pallet_registry::Config for Runtime {
	type AccreditationOrigin = AccreditationActs;
	type FinalOrigin = FinalActs;
	type EstateOrigin = AccreditationActs;
	type Trail = Supervision;
	type Holds = Recalls;
	type Haste = Ratification;
	type OnInstitution = (Seats, Assembly);
	type MaxSuspended = ConstU32<256>;
	type MaxLicences = ConstU32<16>;
	type MaxAgents = ConstU32<64>;
	type MaxSites = ConstU16<256>;
	type MaxRepack = ConstU32<16>;
	type MaxLotQuantity = ConstU64<1_000_000_000_000>;
	type ClaimPeriod = ConstU64<{ 30 * DAY }>;
	type EstateAfter = ConstU64<{ 30 * DAY }>;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type MaxWindow = ConstU64<{ 31 * DAY }>;
	type MaxWindowAhead = ConstU64<{ 366 * DAY }>;
	// Use that is recorded late has a week.
	type LapseAfter = ConstU64<{ 7 * DAY }>;
	type WeightInfo = weights::pallet_registry::WeightInfo<Runtime>;
}

impl pallet_circulation::Config for Runtime {
	type Access = Registry;
	type Directory = Registry;
	type Stock = Registry;
	type Rules = Rules;
	type Needs = Needs;
	type OnTransfer = (Rules, Needs, Reallocation, Emergencies);
	type Decisions = Reallocation;
	type Trail = Supervision;
	type ArbiterOrigin = AccreditationActs;
	type MaxLegs = ConstU32<16>;
	type MaxLegQuantity = ConstU64<1_000_000_000_000>;
	type MaxReceipts = ConstU16<16>;
	type MaxReservation = ConstU64<{ 30 * DAY }>;
	type MinTransit = ConstU64<{ 60 * MINUTE }>;
	type MaxTransit = ConstU64<{ 90 * DAY }>;
	type MaxLoan = ConstU64<{ 366 * DAY }>;
	type SilentAfter = ConstU64<{ 60 * DAY }>;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type MaxApprovals = ConstU32<1_024>;
	type WeightInfo = weights::pallet_circulation::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_supervision::Config for Runtime {
	type Time = Timestamp;
	type Subjects = (Owners, Recalls);
	type Access = Registry;
	type EpochLength = ConstU32<512>;
	type Retention = ConstU64<{ 365 * DAY }>;
	type MaxDrift = ConstU64<{ 5 * MINUTE }>;
	type MaxBackdating = ConstU64<{ 30 * DAY }>;
	// Paper that is typed in within the hour counts as timely.
	type BackdatedAfter = ConstU64<{ 60 * MINUTE }>;
	type WeightInfo = weights::pallet_supervision::WeightInfo<Runtime>;
}

impl pallet_rules::Config for Runtime {
	type GovernanceOrigin = RegulationActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Levels = Registry;
	type Emergencies = Emergencies;
	type Trail = Supervision;
	type MaxSignaturesGiven = ConstU32<256>;
	type MaxSignatureTerm = ConstU64<{ 90 * DAY }>;
	type WeightInfo = weights::pallet_rules::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_needs::Config for Runtime {
	type GovernanceOrigin = RegulationActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Catalogue = Registry;
	type Levels = Registry;
	type Shelf = Registry;
	type Stock = Registry;
	type Transfers = Circulation;
	type Emergencies = Emergencies;
	type Freezes = Emergencies;
	type Trail = Supervision;
	type NeedDays = ConstU32<30>;
	type MinHistory = ConstU32<7>;
	type DefaultNeedBound = ConstU64<1_000>;
	type MinDispatch = ConstU64<{ 4 * 60 * MINUTE }>;
	type MaxNeedTime = ConstU64<{ 90 * DAY }>;
	type EscalationTime = ConstU64<DAY>;
	type MaxOfferTime = ConstU64<{ 90 * DAY }>;
	type MaxOffers = ConstU32<256>;
	type MaxOrders = ConstU32<16>;
	// As for certificates: several blocks, so that what was sent is included or dropped.
	type RetryPeriod = ConstU32<10>;
	type WeightInfo = weights::pallet_needs::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

parameter_types! {
	/// A plan's first lines take three quarters of what a scheduled call may: the decision itself, and its
	/// agenda, take of the rest.
	pub LinesAtOnce: Weight = Perbill::from_percent(75) * MaxScheduledWeight::get();
	/// What allocations take of a block by themselves, of what the block has left: with the plan that somebody
	/// posts in it, no more than half of its share. Plans of the assembly and recalls have room beside them.
	pub StepsAtOnce: Weight = Perbill::from_percent(46) * BLOCK_SHARE;
}

impl pallet_reallocation::Config for Runtime {
	type PlanOrigin = ReallocationActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Levels = Registry;
	type Shelf = Registry;
	type Stock = Registry;
	type Transfers = Circulation;
	type Trail = Supervision;
	type AtOnce = LinesAtOnce;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type WeightInfo = weights::pallet_reallocation::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_recalls::Config for Runtime {
	type GovernanceOrigin = RegulationActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Stock = Registry;
	type Lots = Registry;
	type Subjects = (Supervision, Owners);
	type Trail = Supervision;
	type MinAnswer = ConstU64<{ 60 * MINUTE }>;
	type MaxAnswer = ConstU64<{ 90 * DAY }>;
	type Rest = ConstU64<{ MINUTE / 4 }>;
	type MaxDemand = ConstU64<{ 90 * DAY }>;
	type ClearAfter = ConstU64<{ 365 * DAY }>;
	type WeightInfo = weights::pallet_recalls::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_emergencies::Config for Runtime {
	type DeclarationOrigin = DeclarationActs;
	type ProlongOrigin = UrgentActs;
	type OpenOrigin = DeclarationActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Catalogue = Registry;
	type Levels = Registry;
	type Matching = Needs;
	type Transfers = Circulation;
	type Trail = Supervision;
	type Haste = Ratification;
	type MaxDays = ConstU32<30>;
	type Cooling = AtPace<ConstU64<{ 7 * DAY }>>;
	// By the clock, whatever the pace of the tracks: an allocation takes blocks, and nobody votes on it.
	type Pause = ConstU64<{ 60 * MINUTE }>;
	type LongestAllocation = ConstU64<{ 20 * MINUTE }>;
	type ProvingTime = ConstU64<{ 2 * MINUTE }>;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type AtMost = StepsAtOnce;
	type LargestTransaction = LargestTransaction;
	// As for certificates and alarms: several blocks, so that what was sent is included or dropped.
	type RetryPeriod = ConstU32<10>;
	type WeightInfo = weights::pallet_emergencies::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_efficiency::Config for Runtime {
	type RoundOrigin = RegulationActs;
	type Access = Registry;
	type Directory = Registry;
	type Geography = Registry;
	type Trail = Supervision;
	type MaxActiveRounds = ConstU32<16>;
	type LargestTransaction = LargestTransaction;
	type MaxRound = ConstU64<{ 2 * 366 * DAY }>;
	type MinProving = ConstU64<{ 60 * MINUTE }>;
	type ArchiveAfter = ConstU64<{ 365 * DAY }>;
	type MaxBatch = ConstU32<128>;
	// Several blocks, so that what was sent is included or dropped, and some seconds.
	type RetryPeriod = ConstU32<10>;
	type WeightInfo = weights::pallet_efficiency::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}
