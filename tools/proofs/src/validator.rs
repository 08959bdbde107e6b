//! The validation function, run as a validator of the relay chain runs it.

use crate::{imports, Outcome};
use codec::{Decode, Encode};
use cumulus_primitives_core::{relay_chain::MAX_POV_SIZE, ParachainBlockData};
use polkadot_node_core_pvf_common::executor_interface::DEFAULT_CONFIG;
use polkadot_parachain_primitives::primitives::{
	BlockData, HeadData, ValidationParams, ValidationResult,
};
use salus_benchmarks::chain::Bundle;
use sc_executor::{with_externalities_safe, HostFunctions as _, WasmExecutor};
use sc_executor_common::{
	error::Error,
	runtime_blob::RuntimeBlob,
	wasm_runtime::{HeapAllocStrategy, WasmModule as _},
};
use sc_executor_wasmtime::{create_runtime, WasmtimeRuntime};
use sp_core::traits::ReadRuntimeVersionExt;
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::BasicExternalities;
use std::{
	panic::AssertUnwindSafe,
	time::{Duration, Instant},
};

/// What a validator offers to a validation function: the list that `polkadot-node-core-pvf-common`
/// keeps to itself. Nothing of the state, no database, no key, no network.
type HostFunctions = (
	sp_io::misc::HostFunctions,
	sp_io::crypto::HostFunctions,
	sp_io::hashing::HostFunctions,
	sp_io::allocator::HostFunctions,
	sp_io::logging::HostFunctions,
	sp_io::trie::HostFunctions,
);

/// What a runtime may ask for although no validator offers it: the validation function puts its own in
/// the place of the first ones, and only off-chain workers and nodes call the others.
const NEVER_ASKED_BY_VALIDATION: [&str; 5] = [
	"ext_storage_",
	"ext_default_child_storage_",
	"ext_storage_proof_size_",
	"ext_offchain_index_",
	"ext_offchain_",
];

/// How a bundle was judged that is valid.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
	/// How long the validation took, which for backing may be two seconds.
	pub time: Duration,
	/// The bytes of blocks and proof, which travel compressed.
	pub size: usize,
}

/// A runtime's validation function, prepared to run.
pub struct Validator {
	runtime: WasmtimeRuntime,
	heap: HeapAllocStrategy,
}

impl Validator {
	/// Prepares the validation function of a runtime, compressed or not, as a validator does: with its
	/// limits of memory and stack, and its host functions. What else the runtime asks for is a trap.
	pub fn new(code: &[u8]) -> Outcome<Self> {
		let blob = RuntimeBlob::uncompress_if_needed(code)?;
		let mut config = DEFAULT_CONFIG;
		// A validator takes its time, to always take the same. The machine code is the same.
		config.semantics.parallel_compilation = true;
		let heap = config.semantics.heap_alloc_strategy;
		Ok(Self { runtime: create_runtime::<HostFunctions>(blob, config)?, heap })
	}

	/// Runs the validation function on a bundle. An error if it refuses the bundle.
	pub fn validate(&self, bundle: &Bundle) -> Outcome<Verdict> {
		let proof = bundle
			.proof
			.to_compact_proof::<BlakeTwo256>(bundle.parent.state_root)
			.map_err(|error| format!("the proof cannot be made compact: {error:?}"))?;
		let data = ParachainBlockData::new(bundle.blocks.clone(), proof, None).encode();
		let size = data.len();
		if size > usize::try_from(MAX_POV_SIZE)? {
			return Err(
				format!("blocks and proof have {size} bytes, more than a core takes").into()
			);
		}
		let (relay_parent_number, relay_parent_storage_root) = bundle.relay_parent;
		let parameters = ValidationParams {
			parent_head: HeadData(bundle.parent.encode()),
			block_data: BlockData(data),
			relay_parent_number,
			relay_parent_storage_root,
		}
		.encode();

		let start = Instant::now();
		let answer = self.call(&parameters)?;
		let time = start.elapsed();

		let result = ValidationResult::decode(&mut &answer[..])?;
		let newest = bundle.blocks.last().ok_or("there is no block")?;
		if result.head_data.0 != newest.header.encode() {
			return Err("the validation function found another head than the newest block's".into());
		}
		Ok(Verdict { time, size })
	}

	fn call(&self, parameters: &[u8]) -> Outcome<Vec<u8>> {
		let mut externalities = BasicExternalities::default();
		// An upgrade looks into the new code.
		let reader = WasmExecutor::<HostFunctions>::builder().build();
		externalities.register_extension(ReadRuntimeVersionExt::new(reader));
		let call = || -> Result<Vec<u8>, Error> {
			self.runtime.new_instance(self.heap)?.call("validate_block", parameters)
		};
		Ok(with_externalities_safe(&mut externalities, AssertUnwindSafe(call))??)
	}
}

/// The host functions that a runtime, compressed or not, asks for although a validator does not offer
/// them and the validation function does not do without.
pub fn unavailable(code: &[u8]) -> Outcome<Vec<String>> {
	let module = RuntimeBlob::uncompress_if_needed(code)?.serialize();
	let offered = HostFunctions::host_functions();
	let is_unavailable = |name: &String| {
		!offered.iter().any(|function| function.name() == name)
			&& !NEVER_ASKED_BY_VALIDATION.iter().any(|prefix| name.starts_with(prefix))
	};
	Ok(imports::functions(&module)?.into_iter().filter(is_unavailable).collect())
}
