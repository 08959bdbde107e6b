//! Compiles the runtime to WASM, for the node to embed.

#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
fn main() {
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

// The digest commits to the token as well. They are the ones that `salus_runtime::TOKEN` and the
// chain specifications name; a test of the runtime compares them.
#[cfg(all(feature = "std", feature = "metadata-hash"))]
fn main() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("SAL", 12)
		.build();
}

#[cfg(not(feature = "std"))]
fn main() {}
