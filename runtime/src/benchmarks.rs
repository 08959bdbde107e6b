//! What is measured in this runtime, and what the measured pallets need for it.
//!
//! Pallets of the SDK come with weights measured by their authors, except two that are measured here like
//! the chain's own: `pallet_xcm`, and `pallet_scheduler`, whose agendas are an eighth as long here as where
//! its authors measured.

use crate::*;
use configs::messaging::XcmRouter;
use frame_benchmarking::{
	define_benchmarks, BenchmarkBatch, BenchmarkConfig, BenchmarkError, BenchmarkList,
};
use frame_support::traits::{
	StorageInfo, StorageInfoTrait, TrackedStorageKey, WhitelistedStorageKeys,
};
use frame_system_benchmarking::extensions::Pallet as SystemExtensionsBench;
use pallet_xcm::benchmarking::Pallet as XcmBench;
use xcm::latest::prelude::{Asset, Assets, Location, SendXcm};
use xcm_builder::EnsureDelivery;
use xcm_executor::{traits::FeeReason, FeesMode};

define_benchmarks!(
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_assembly, Assembly]
	[pallet_balances, Balances]
	[pallet_circulation, Circulation]
	[pallet_efficiency, Efficiency]
	[pallet_emergencies, Emergencies]
	[pallet_ratification, Ratification]
	[pallet_registry, Registry]
	[pallet_rules, Rules]
	[pallet_needs, Needs]
	[pallet_protection, Protection]
	[pallet_reallocation, Reallocation]
	[pallet_recalls, Recalls]
	[pallet_scheduler, Scheduler]
	[pallet_seats, Seats]
	[pallet_supervision, Supervision]
	[pallet_xcm, XcmBench::<Runtime>]
);

impl frame_system_benchmarking::Config for Runtime {
	fn setup_set_code_requirements(code: &Vec<u8>) -> Result<(), BenchmarkError> {
		ParachainSystem::initialize_for_set_code_benchmark(code.len() as u32);
		Ok(())
	}

	fn verify_set_code() {
		let stored = cumulus_pallet_parachain_system::Event::<Runtime>::ValidationFunctionStored;
		System::assert_last_event(stored.into());
	}
}

/// Prepares what the relay chain tells with every block, which its queue is measured by. Nothing is
/// charged for delivery.
pub struct RelayInReach;

impl EnsureDelivery for RelayInReach {
	fn ensure_successful_delivery(
		_: &Location,
		_: &Location,
		_: FeeReason,
	) -> (Option<FeesMode>, Option<Assets>) {
		<XcmRouter as SendXcm>::ensure_successful_delivery(Some(Location::parent()));
		(None, None)
	}
}

impl pallet_xcm::benchmarking::Config for Runtime {
	type DeliveryHelper = RelayInReach;

	fn reachable_dest() -> Option<Location> {
		Some(Location::parent())
	}

	// No asset is known; the calls that would move one refuse before they look at it.
	fn get_asset() -> Asset {
		(Location::here(), EXISTENTIAL_DEPOSIT).into()
	}
}

pub(crate) fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

pub(crate) fn dispatch(
	config: BenchmarkConfig,
) -> Result<Vec<BenchmarkBatch>, alloc::string::String> {
	let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	// Every block's author writes the time before any call reads it.
	whitelist.push(TrackedStorageKey::new(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec()));
	let mut batches = Vec::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	if batches.is_empty() {
		return Err("no such benchmark".into());
	}
	Ok(batches)
}
