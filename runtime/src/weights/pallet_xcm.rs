//! Weights of the calls of `pallet_xcm`, measured by `scripts/benchmark`: do not edit.
//!
//! 2026-11-28, AMD EPYC, 50 steps, 20 repeats,
//! Compiled WASM, version 64.0.0 of the benchmark program.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights, under the database weights of the runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_xcm::WeightInfo for WeightInfo<T> {
	fn send() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(0, 0)
	}

	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn teleport_assets() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(18_446_744_073_709_551_000, 0)
	}

	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn reserve_transfer_assets() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(18_446_744_073_709_551_000, 0)
	}

	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn transfer_assets() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(18_446_744_073_709_551_000, 0)
	}

	fn execute() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(0, 0)
	}

	// Storage: `PolkadotXcm::SupportedVersion` (r:0 w:1)
	// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn force_xcm_version() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(27_100_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	fn force_default_xcm_version() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(11_181_000, 0)
	}

	// Storage: `PolkadotXcm::VersionNotifiers` (r:1 w:1)
	// Proof: `PolkadotXcm::VersionNotifiers` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::HostConfiguration` (r:1 w:0)
	// Proof: `ParachainSystem::HostConfiguration` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::PendingUpwardMessages` (r:1 w:1)
	// Proof: `ParachainSystem::PendingUpwardMessages` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn force_subscribe_version_notify() -> Weight {
		// Proof in bytes: measured 32, estimated 3497.
		Weight::from_parts(78_056_000, 3497)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `PolkadotXcm::VersionNotifiers` (r:1 w:1)
	// Proof: `PolkadotXcm::VersionNotifiers` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::HostConfiguration` (r:1 w:0)
	// Proof: `ParachainSystem::HostConfiguration` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::PendingUpwardMessages` (r:1 w:1)
	// Proof: `ParachainSystem::PendingUpwardMessages` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn force_unsubscribe_version_notify() -> Weight {
		// Proof in bytes: measured 89, estimated 3554.
		Weight::from_parts(82_073_000, 3554)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `PolkadotXcm::XcmExecutionSuspended` (r:0 w:1)
	// Proof: `PolkadotXcm::XcmExecutionSuspended` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn force_suspension() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(11_902_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `PolkadotXcm::SupportedVersion` (r:6 w:2)
	// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn migrate_supported_version() -> Weight {
		// Proof in bytes: measured 23, estimated 15863.
		Weight::from_parts(51_647_000, 15863)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `PolkadotXcm::VersionNotifiers` (r:6 w:2)
	// Proof: `PolkadotXcm::VersionNotifiers` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn migrate_version_notifiers() -> Weight {
		// Proof in bytes: measured 27, estimated 15867.
		Weight::from_parts(67_386_000, 15867)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `PolkadotXcm::VersionNotifyTargets` (r:7 w:0)
	// Proof: `PolkadotXcm::VersionNotifyTargets` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn already_notified_target() -> Weight {
		// Proof in bytes: measured 34, estimated 18349.
		Weight::from_parts(76_924_000, 18349).saturating_add(T::DbWeight::get().reads(7))
	}

	// Storage: `PolkadotXcm::VersionNotifyTargets` (r:2 w:1)
	// Proof: `PolkadotXcm::VersionNotifyTargets` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::HostConfiguration` (r:1 w:0)
	// Proof: `ParachainSystem::HostConfiguration` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn notify_current_targets() -> Weight {
		// Proof in bytes: measured 34, estimated 5974.
		Weight::from_parts(73_467_000, 5974)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `PolkadotXcm::VersionNotifyTargets` (r:5 w:0)
	// Proof: `PolkadotXcm::VersionNotifyTargets` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn notify_target_migration_fail() -> Weight {
		// Proof in bytes: measured 37, estimated 13402.
		Weight::from_parts(54_311_000, 13402).saturating_add(T::DbWeight::get().reads(5))
	}

	// Storage: `PolkadotXcm::VersionNotifyTargets` (r:6 w:2)
	// Proof: `PolkadotXcm::VersionNotifyTargets` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn migrate_version_notify_targets() -> Weight {
		// Proof in bytes: measured 34, estimated 15874.
		Weight::from_parts(69_931_000, 15874)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `PolkadotXcm::VersionNotifyTargets` (r:6 w:1)
	// Proof: `PolkadotXcm::VersionNotifyTargets` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// Storage: `ParachainSystem::HostConfiguration` (r:1 w:0)
	// Proof: `ParachainSystem::HostConfiguration` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn migrate_and_notify_old_targets() -> Weight {
		// Proof in bytes: measured 34, estimated 15874.
		Weight::from_parts(99_406_000, 15874)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn new_query() -> Weight {
		// Proof in bytes: measured 0, estimated 1485.
		Weight::from_parts(12_644_000, 1485)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `PolkadotXcm::Queries` (r:1 w:1)
	// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn take_response() -> Weight {
		// Proof in bytes: measured 7576, estimated 11041.
		Weight::from_parts(104_555_000, 11041)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn claim_assets(_n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(18_446_744_073_709_551_000, 0)
	}

	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn add_authorized_alias() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(18_446_744_073_709_551_000, 0)
	}

	// Storage: `Benchmark::Override` (r:0 w:0)
	// Proof: `Benchmark::Override` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn remove_authorized_alias() -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(18_446_744_073_709_551_000, 0)
	}

	fn weigh_message(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(7_168_404, 0)
			.saturating_add(Weight::from_parts(174, 0).saturating_mul(n.into()))
	}

	fn decode_xcm(n: u32) -> Weight {
		// Proof in bytes: measured 0, estimated 0.
		Weight::from_parts(1_202_000, 0)
			.saturating_add(Weight::from_parts(6_776, 0).saturating_mul(n.into()))
	}
}
