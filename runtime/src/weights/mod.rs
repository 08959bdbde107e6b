//! Weights measured in this runtime by `frame-benchmarking`, proof size included. One file per
//! pallet, each generated.

pub mod pallet_assembly;
pub mod pallet_circulation;
pub mod pallet_efficiency;
pub mod pallet_emergencies;
pub mod pallet_needs;
pub mod pallet_protection;
pub mod pallet_ratification;
pub mod pallet_reallocation;
pub mod pallet_recalls;
pub mod pallet_registry;
pub mod pallet_rules;
pub mod pallet_scheduler;
pub mod pallet_seats;
pub mod pallet_supervision;
pub mod pallet_xcm;
