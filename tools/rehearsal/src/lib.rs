//! The next version of the runtime, for rehearsing an upgrade.
//!
//! It is the runtime with a `spec_version` one higher, and with a migration that fails if the state asks for
//! it; see `salus_runtime::rehearsal`. It never runs on a network.

#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(target_family = "wasm")]
pub use salus_runtime::*;

#[cfg(feature = "std")]
mod wasm_binary {
	//! What the build script compiled.

	include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
}

#[cfg(feature = "std")]
pub use wasm_binary::WASM_BINARY;
