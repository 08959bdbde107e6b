//! Blocks, their limits, and what runs between them.

use super::{assembly::VotesKept, governance::MendInSafeMode, motions::Ripe};
use crate::*;
use cumulus_pallet_parachain_system::block_weight::{
	DynamicMaxBlockWeightHooks, MaxParachainBlockWeight,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, ConstU64, Get, InsideBoth},
	weights::constants::{BlockExecutionWeight, ExtrinsicBaseWeight, RocksDbWeight},
};
use frame_system::limits::{BlockLength, BlockWeights};
use polkadot_runtime_common::BlockHashCount;

/// The most bytes of transactions that fit in a block.
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

/// What the block that is being made may hold: its part of the cores that its header's digest names.
/// Outside of a block, and where the digest names none, [`BLOCK_SHARE`].
type BlockLimit = MaxParachainBlockWeight<Runtime, ConstU32<TARGET_BLOCK_RATE>>;

parameter_types! {
	/// Which runtime this is.
	pub const Version: RuntimeVersion = VERSION;
	/// How long a block may be, by class of transaction.
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO * MAXIMUM_BLOCK_LENGTH
		})
		.build();
	/// The heaviest ordinary transaction that every block takes, however few cores there are. A
	/// heavier one waits for a block that may take the whole core.
	pub LargestTransaction: Weight = (NORMAL_DISPATCH_RATIO * BLOCK_SHARE)
		.saturating_sub(AVERAGE_ON_INITIALIZE_RATIO * BLOCK_SHARE)
		.saturating_sub(ExtrinsicBaseWeight::get());
	/// How heavy the current block may be, by class of transaction.
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
		.base_block(BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |weights| {
			weights.base_extrinsic = ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |weights| {
			weights.max_total = Some(NORMAL_DISPATCH_RATIO * BlockLimit::get());
		})
		.for_class(DispatchClass::Operational, |weights| {
			let limit = BlockLimit::get();
			weights.max_total = Some(limit);
			// So that what keeps the chain alive fits even after ordinary transactions.
			weights.reserved = Some(limit - NORMAL_DISPATCH_RATIO * limit);
		})
		.avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
		.build_or_panic();
	/// The generic prefix: the chain has none of its own yet.
	pub const SS58Prefix: u16 = 42;
	/// What migrations may take of a block.
	pub MaxServiceWeight: Weight = Perbill::from_percent(80) * BLOCK_SHARE;
}

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
	// Lets everything through while the safe mode is not entered.
	type BaseCallFilter = InsideBoth<SafeMode, InsideBoth<Ripe, VotesKept>>;
	type AccountId = AccountId;
	type Nonce = Nonce;
	type Hash = Hash;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type DbWeight = RocksDbWeight;
	type BlockWeights = RuntimeBlockWeights;
	type BlockLength = RuntimeBlockLength;
	type SS58Prefix = SS58Prefix;
	type OnSetCode = cumulus_pallet_parachain_system::ParachainSetCode<Self>;
	type MaxConsumers = ConstU32<16>;
	type SingleBlockMigrations = ();
	type MultiBlockMigrator = MultiBlockMigrations;
	// Gives a block the whole core when its hooks need more than its part.
	type PreInherents = DynamicMaxBlockWeightHooks<Self, ConstU32<TARGET_BLOCK_RATE>>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Self>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Self>;
}

impl cumulus_pallet_weight_reclaim::Config for Runtime {
	// The measured weights; the pallet exports them under no other name.
	type WeightInfo = ();
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Aura;
	// Blocks of one slot may carry the same time.
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Self>;
}

/// What a chain runs, block by block, once this code has become its own. What has run does not run again.
#[cfg(not(any(feature = "runtime-benchmarks", feature = "rehearsal")))]
type Migrations = (pallet_assembly::migrations::EnrolAll<Runtime>,);
#[cfg(all(feature = "rehearsal", not(feature = "runtime-benchmarks")))]
type Migrations =
	(crate::rehearsal::FailsOnRequest, pallet_assembly::migrations::EnrolAll<Runtime>);

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = Migrations;
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	type FailedMigrationHandler = MendInSafeMode;
	type MaxServiceWeight = MaxServiceWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Self>;
}
