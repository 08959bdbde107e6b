//! Compiles the runtime to WASM, for the node to embed.
//!
//! The WASM carries the digest of its metadata, which hardware wallets check before they sign. The
//! digest commits to the token as well: symbol and decimals are those that `salus_runtime::TOKEN` and
//! the chain specifications name, and a test of the runtime compares them.

#[cfg(feature = "std")]
fn main() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("SAL", 12)
		.build();
}

#[cfg(not(feature = "std"))]
fn main() {}
