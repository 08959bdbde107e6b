//! Which pallets the chain is made of. A pallet's index is a part of every encoded call, event and
//! error: it never changes, and is never used again.

#![expect(missing_docs, reason = "nobody can document what the macro generates")]

use crate::*;

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

	// Only ever in a runtime that is compiled to be measured. The dependency is not optional, since
	// the macro looks into the crate of a pallet before it leaves the pallet out.
	#[cfg(feature = "runtime-benchmarks")]
	#[runtime::pallet_index(90)]
	pub type Assets = pallet_assets;
}

// The macro keeps the trait behind these two to this module.

/// The transactions that a block's author adds by itself.
pub(crate) fn create_inherents(data: &sp_inherents::InherentData) -> Vec<UncheckedExtrinsic> {
	data.create_extrinsics()
}

/// Whether a block's author added what `data` asks for.
pub(crate) fn check_inherents(
	block: &<Block as sp_runtime::traits::Block>::LazyBlock,
	data: &sp_inherents::InherentData,
) -> sp_inherents::CheckInherentsResult {
	data.check_extrinsics(block)
}
