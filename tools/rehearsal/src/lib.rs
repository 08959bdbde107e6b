//! The next version of the runtime, for rehearsing an upgrade.
//!
//! It is the runtime with a `spec_version` one higher, and with a migration that fails if the state asks for
//! it; see `salus_runtime::rehearsal`. It never runs on a network. The build script leaves it beside the
//! runtime that the node embeds, as `wbuild/salus-rehearsal/salus_rehearsal.compact.compressed.wasm`.

#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(target_family = "wasm")]
pub use salus_runtime::*;
