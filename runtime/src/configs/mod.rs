//! The configuration of every pallet, by theme.

pub mod accounts;
pub mod assembly;
#[cfg(feature = "runtime-benchmarks")]
pub mod assets;
pub mod consensus;
pub mod fees;
pub mod governance;
pub mod messaging;
pub mod motions;
pub mod protection;
pub mod ratification;
pub mod salus;
pub mod system;
pub mod transactions;
