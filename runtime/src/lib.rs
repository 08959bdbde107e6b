//! # The Salus runtime
//!
//! Configuration only: which pallets the chain is made of, how they are wired, who may do what.
//! What a pallet does is documented there.
//!
//! | module | holds |
//! |---|---|
//! | [`configs`] | the configuration of every pallet, by theme |
//! | [`apis`] | what the node and clients may ask |
//! | [`presets`] | the genesis states `development` and `local_testnet`, with their cast |
//! | [`weights`] | weights measured in this runtime |
//! | `rehearsal` | what the next version has, for rehearsing an upgrade (feature `rehearsal`) |
//!
//! ## Who governs
//!
//! There is no superuser key. An [assembly](configs::assembly) of all institutions votes by referenda, and
//! decides plans of reallocation. A council of health commissions acts by motions where it cannot wait, and
//! accredits institutions, arbitrates disputes, disposes of the goods of institutions that act no more, and
//! opens rounds of observations. Whom it admits, suspends or reinstates, and which emergencies it declares,
//! it does so [in haste](configs::ratification), until the assembly ratifies it. Root exists only as the
//! result of a referendum; see [`configs::governance`] for the table. Whoever signs prunes the trail and
//! archives what has ended.
//!
//! ## Pace
//!
//! Three numbers that are easily confused; see [`TARGET_BLOCK_RATE`], [`MAXIMUM_BLOCK_RATE`] and
//! [`UNINCLUDED_SEGMENT_CAPACITY`]. What a block may hold follows from the first, and from how many
//! cores the chain has; see [`BLOCK_SHARE`].

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "256"]

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod presets;
#[cfg(feature = "rehearsal")]
pub mod rehearsal;
#[cfg(feature = "std")]
mod wasm_binary {
	//! The runtime compiled to WASM, for a node to embed.

	include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
}
pub mod weights;

#[cfg(feature = "std")]
pub use wasm_binary::*;

use alloc::{borrow::Cow, vec::Vec};
use frame_support::{
	traits::ConstU32,
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature, Perbill,
};
use sp_version::RuntimeVersion;

/// A signature by one of the usual kinds of key.
pub type Signature = MultiSignature;
/// An account, named by its public key.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// An amount of the fee token, in its smallest unit.
pub type Balance = u128;
/// How many transactions an account has signed.
pub type Nonce = u32;
/// A hash.
pub type Hash = sp_core::H256;
/// A block's height.
pub type BlockNumber = u32;
/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// What is checked and paid for around every transaction.
///
/// Two wrappers stand around the rest. The outer one gives a transaction the whole core that is too
/// heavy for the block's part of it: in the first block of a core, which then is the only one, and among
/// its first ten transactions. Afterwards it compares what the block holds with that part, so it comes
/// after the inner one, which sees all the proof that the others record and gives back what was
/// estimated beyond it. Authorised calls come first, because they replace the origin that the others
/// look at.
pub type TxExtension = cumulus_pallet_parachain_system::block_weight::DynamicMaxBlockWeight<
	Runtime,
	cumulus_pallet_weight_reclaim::StorageWeightReclaim<
		Runtime,
		(
			frame_system::AuthorizeCall<Runtime>,
			frame_system::CheckNonZeroSender<Runtime>,
			frame_system::CheckSpecVersion<Runtime>,
			frame_system::CheckTxVersion<Runtime>,
			frame_system::CheckGenesis<Runtime>,
			frame_system::CheckEra<Runtime>,
			frame_system::CheckNonce<Runtime>,
			frame_system::CheckWeight<Runtime>,
			pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
			frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
		),
	>,
	ConstU32<TARGET_BLOCK_RATE>,
>;

/// A transaction as it arrives.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a transaction's signature covers.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// Types for code that must not know the runtime's transactions.
pub mod opaque {
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A block whose transactions are bytes.
	pub type Block = sp_runtime::generic::Block<super::Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
	/// The keys with which a collator works.
	pub struct SessionKeys {
		/// Signs blocks.
		pub aura: Aura,
	}
}

/// Declares which runtime this is. The attribute takes numbers alone.
macro_rules! version {
	($spec_version:tt) => {
		/// Which runtime this is.
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: Cow::Borrowed("salus"),
			impl_name: Cow::Borrowed("salus"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 0,
			apis: apis::RUNTIME_API_VERSIONS,
			transaction_version: 7,
			system_version: 1,
		};
	};
}

#[cfg(not(feature = "rehearsal"))]
version!(8);
#[cfg(feature = "rehearsal")]
version!(9);

/// The fee token's symbol and decimals.
pub const TOKEN: (&str, u8) = ("SAL", 12);
/// One whole token.
pub const UNIT: Balance = 1_000_000_000_000;
/// A thousandth of a token.
pub const MILLIUNIT: Balance = UNIT / 1_000;
/// A millionth of a token.
pub const MICROUNIT: Balance = UNIT / 1_000_000;
/// The least that an account may hold.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLIUNIT;

/// A deposit for state that stays: `items` entries with `bytes` bytes in all.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	items as Balance * 20 * MILLIUNIT + bytes as Balance * 100 * MICROUNIT
}

// At the crate's root, where clients look for the outer types: they know a `RuntimeCall` and a
// `RuntimeEvent` by the path crate, name. A pallet's index is a part of every encoded call, event and
// error: it never changes, and is never used again.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type ParachainSystem = cumulus_pallet_parachain_system;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type ParachainInfo = staging_parachain_info;
	#[runtime::pallet_index(4)]
	pub type WeightReclaim = cumulus_pallet_weight_reclaim;

	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;

	// The order of these five matters: sessions ask for collators, and Aura's extension caches the
	// authorities that Aura has just set.
	#[runtime::pallet_index(20)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(21)]
	pub type CollatorSelection = pallet_collator_selection;
	#[runtime::pallet_index(22)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(23)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(24)]
	pub type AuraExt = cumulus_pallet_aura_ext;

	#[runtime::pallet_index(30)]
	pub type XcmpQueue = cumulus_pallet_xcmp_queue;
	#[runtime::pallet_index(31)]
	pub type PolkadotXcm = pallet_xcm;
	#[runtime::pallet_index(32)]
	pub type CumulusXcm = cumulus_pallet_xcm;
	#[runtime::pallet_index(33)]
	pub type MessageQueue = pallet_message_queue;

	#[runtime::pallet_index(40)]
	pub type MultiBlockMigrations = pallet_migrations;
	#[runtime::pallet_index(41)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(42)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(43)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(44)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(45)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(46)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(47)]
	pub type Seats = pallet_seats;
	#[runtime::pallet_index(48)]
	pub type Whitelist = pallet_whitelist;
	#[runtime::pallet_index(49)]
	pub type SafeMode = pallet_safe_mode;

	#[runtime::pallet_index(50)]
	pub type Registry = pallet_registry;
	#[runtime::pallet_index(51)]
	pub type Circulation = pallet_circulation;
	#[runtime::pallet_index(52)]
	pub type Supervision = pallet_supervision;
	#[runtime::pallet_index(53)]
	pub type Efficiency = pallet_efficiency;
	#[runtime::pallet_index(54)]
	pub type Rules = pallet_rules;
	#[runtime::pallet_index(55)]
	pub type Needs = pallet_needs;
	// Built after the registry: who is accredited before the first block is a member.
	#[runtime::pallet_index(56)]
	pub type Assembly = pallet_assembly;
	#[runtime::pallet_index(57)]
	pub type Ratification = pallet_ratification;
	#[runtime::pallet_index(58)]
	pub type Reallocation = pallet_reallocation;
	#[runtime::pallet_index(59)]
	pub type Recalls = pallet_recalls;

	// Under the names by which clients know referenda over a ranked collective.
	#[runtime::pallet_index(60)]
	pub type RankedPolls = pallet_referenda;
	#[runtime::pallet_index(61)]
	pub type RankedCollective = pallet_ranked_collective;

	#[runtime::pallet_index(62)]
	pub type Emergencies = pallet_emergencies;
	#[runtime::pallet_index(63)]
	pub type Protection = pallet_protection;

	// Only ever in a runtime that is compiled to be measured. The dependency is not optional, since
	// the macro looks into the crate of a pallet before it leaves the pallet out.
	#[cfg(feature = "runtime-benchmarks")]
	#[runtime::pallet_index(90)]
	pub type Assets = pallet_assets;
}

/// How long a slot of the relay chain lasts, in milliseconds.
pub const RELAY_CHAIN_SLOT_DURATION_MILLIS: u32 = 6_000;
/// How long a slot of this chain lasts, in milliseconds. It can never change after launch. Several
/// blocks share a slot.
pub const SLOT_DURATION: u64 = 6_000;
/// How many blocks a collator aims at in one slot of the relay chain: one every two seconds.
///
/// Collators read it from the runtime, when they are started with `--authoring slot-based`. With three
/// cores each block has one of its own. With fewer, several blocks share a core, as one bundle with one
/// proof, and each has its part of the core.
pub const TARGET_BLOCK_RATE: u32 = 3;
/// How many blocks the runtime tolerates in one slot of the relay chain: one every half second, the
/// fastest that the development chain may be set to. The runtime panics above this number plus one.
///
/// It is higher than [`TARGET_BLOCK_RATE`], which is safe because it is not what holds a collator
/// back. Validators back a candidate only on a core that the chain has, and only within that core's
/// time and proof; blocks beyond are never included. And the runtime itself refuses to grow past
/// [`UNINCLUDED_SEGMENT_CAPACITY`] blocks that are not included yet, which follows from the target.
/// The development chain passes that check at any pace, as its mocked relay chain includes each
/// block at once.
pub const MAXIMUM_BLOCK_RATE: u32 = 12;
/// How many relay blocks behind the tip a block is built on.
pub const RELAY_PARENT_OFFSET: u32 = 0;
/// How many blocks may wait for inclusion in the relay chain: a block takes up to three slots of
/// the relay chain from its making to its inclusion.
pub const UNINCLUDED_SEGMENT_CAPACITY: u32 = (3 + RELAY_PARENT_OFFSET) * TARGET_BLOCK_RATE;

/// The interval between blocks at the target rate.
pub const MILLISECS_PER_BLOCK: u32 = RELAY_CHAIN_SLOT_DURATION_MILLIS / TARGET_BLOCK_RATE;
/// A minute, in blocks at the target rate.
pub const MINUTES: BlockNumber = 60_000 / MILLISECS_PER_BLOCK;
/// An hour, in blocks at the target rate.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// A day, in blocks at the target rate.
pub const DAYS: BlockNumber = 24 * HOURS;

/// What one core of the relay chain grants: two seconds, and the largest proof of validity. A block
/// never holds more.
pub const MAXIMUM_BLOCK_WEIGHT: Weight = Weight::from_parts(
	2 * WEIGHT_REF_TIME_PER_SECOND,
	cumulus_primitives_core::relay_chain::MAX_POV_SIZE as u64,
);
/// What each of [`TARGET_BLOCK_RATE`] blocks has of one core: the least that a block may hold, however
/// few cores there are.
///
/// A block holds as much as its header's digest says that there are cores for:
/// [`MAXIMUM_BLOCK_WEIGHT`] with three. Whatever must run in any block is bound by its share, which
/// does not change from one block to the next: hooks, scheduled calls, and what workers send.
pub const BLOCK_SHARE: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(TARGET_BLOCK_RATE as u64);
/// The share of a block that ordinary transactions may fill.
pub const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);
/// The share of a block that hooks may take, which bounds the largest single transaction.
pub const AVERAGE_ON_INITIALIZE_RATIO: Perbill = Perbill::from_percent(5);

/// Checks that blocks keep pace with the relay chain's slots.
pub type ConsensusHook = cumulus_pallet_aura_ext::FixedVelocityConsensusHook<
	Runtime,
	RELAY_CHAIN_SLOT_DURATION_MILLIS,
	MAXIMUM_BLOCK_RATE,
	UNINCLUDED_SEGMENT_CAPACITY,
>;

cumulus_pallet_parachain_system::register_validate_block! {
	Runtime = Runtime,
	BlockExecutor = cumulus_pallet_aura_ext::BlockExecutor::<Runtime, Executive>,
}
