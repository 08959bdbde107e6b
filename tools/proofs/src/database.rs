//! The blocks of a development chain, with proofs as a collator would have made them.
//!
//! The development chain has no collator: it neither seals a block nor keeps what the block read. So
//! each block is executed again, on the state that it was made on, and what it reads is recorded; and
//! it is sealed with the development key whose turn it was. Everything else is as the chain made it.

use crate::Outcome;
use codec::{Decode, Encode};
use cumulus_primitives_core::PersistedValidationData;
use frame_support::storage::storage_prefix;
use salus_benchmarks::chain::{seal, Bundle, Overlay, Program};
use salus_runtime::{opaque, RuntimeCall, UncheckedExtrinsic};
use sc_client_api::{Backend as _, TrieCacheContext};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource};
use sc_executor::WasmExecutor;
use sp_blockchain::{Backend as _, HeaderBackend};
use sp_consensus_aura::sr25519::AuthorityId;
use sp_core::{storage::well_known_keys::CODE, traits::ReadRuntimeVersionExt};
use sp_externalities::Extensions;
use sp_io::SubstrateHostFunctions;
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{
	backend::{AsTrieBackend, Backend as _},
	TrieBackendBuilder,
};
use sp_trie::{proof_size_extension::ProofSizeExt, recorder::Recorder};
use std::{fs, path::Path};

/// MiB.
const CACHE: usize = 64;

/// The database of a development chain, while no node has it open.
pub struct Database {
	backend: Backend<opaque::Block>,
}

impl Database {
	/// Opens the database in the folder that the node was given as its base path.
	pub fn open(folder: &Path) -> Outcome<Self> {
		let chains = fs::read_dir(folder.join("chains"))
			.map_err(|error| format!("{} has no folder of chains: {error}", folder.display()))?
			.map(|entry| entry.map(|entry| entry.path()))
			.collect::<Result<Vec<_>, _>>()?;
		// Beside the folder of a chain lies the file that keeps it to one program.
		let chains: Vec<_> = chains.into_iter().filter(|path| path.is_dir()).collect();
		let [chain] = &chains[..] else {
			return Err(format!("{} has {} chains", folder.display(), chains.len()).into());
		};
		let (rocksdb, paritydb) = (chain.join("db/full"), chain.join("paritydb/full"));
		let source = if rocksdb.exists() {
			DatabaseSource::RocksDb { path: rocksdb, cache_size: CACHE }
		} else if paritydb.exists() {
			DatabaseSource::ParityDb { path: paritydb }
		} else {
			return Err(format!("{} has no database", chain.display()).into());
		};
		let settings = DatabaseSettings {
			trie_cache_maximum_size: None,
			// As it is in the database.
			state_pruning: None,
			source,
			blocks_pruning: BlocksPruning::KeepFinalized,
			pruning_filters: Vec::new(),
			metrics_registry: None,
		};
		// Nothing is written.
		const CANONICALIZATION_DELAY: u64 = 4_096;
		Ok(Self { backend: Backend::new(settings, CANONICALIZATION_DELAY)? })
	}

	/// The number of the newest block.
	pub fn newest(&self) -> u32 {
		self.backend.blockchain().info().best_number
	}

	/// The code that runs the block with this number.
	pub fn code(&self, number: u32) -> Outcome<Vec<u8>> {
		let parent = number.checked_sub(1).ok_or("nothing runs the first block")?;
		let parent = self.backend.blockchain().hash(parent)?.ok_or("the block is missing")?;
		let state = self.backend.state_at(parent, TrieCacheContext::Untrusted)?;
		Ok(state.storage(CODE)?.ok_or("the state has no code")?)
	}

	/// The block with this number, run by `program`, alone in a bundle.
	pub fn bundle(&self, number: u32, program: &Program) -> Outcome<Bundle> {
		let blocks = self.backend.blockchain();
		let hash = blocks.hash(number)?.ok_or("the block is missing")?;
		let header = blocks.header(hash)?.ok_or("the header is missing")?;
		let extrinsics = blocks.body(hash)?.ok_or("the body is missing")?;
		let parent = blocks.header(header.parent_hash)?.ok_or("the parent is missing")?;
		let mut block = opaque::Block { header, extrinsics };

		let state = self.backend.state_at(block.header.parent_hash, TrieCacheContext::Untrusted)?;
		let recorder = Recorder::<BlakeTwo256>::default();
		let recorded = TrieBackendBuilder::wrap(state.as_trie_backend())
			.with_recorder(recorder.clone())
			.build();
		let mut extensions = Extensions::default();
		extensions.register(ProofSizeExt::new(recorder.clone()));
		// An upgrade looks into the new code.
		let reader = WasmExecutor::<SubstrateHostFunctions>::builder().build();
		extensions.register(ReadRuntimeVersionExt::new(reader));
		program.call_with(
			&mut extensions,
			&recorded,
			&mut Overlay::default(),
			"Core_execute_block",
			&block.encode(),
		)?;
		drop(recorded);

		let authorities = state
			.storage(&storage_prefix(b"AuraExt", b"Authorities"))?
			.ok_or("the state has no authorities")?;
		seal(&mut block.header, &Vec::<AuthorityId>::decode(&mut &authorities[..])?)?;
		let told = told(&block)?;
		Ok(Bundle {
			parent,
			relay_parent: (told.relay_parent_number, told.relay_parent_storage_root),
			blocks: vec![block],
			proof: recorder.drain_storage_proof(),
			failures: Vec::new(),
		})
	}
}

/// What the block's author told the chain of the relay chain.
fn told(block: &opaque::Block) -> Outcome<PersistedValidationData> {
	for extrinsic in &block.extrinsics {
		let extrinsic = UncheckedExtrinsic::decode(&mut &extrinsic.encode()[..])?;
		if let RuntimeCall::ParachainSystem(
			cumulus_pallet_parachain_system::Call::set_validation_data { data, .. },
		) = extrinsic.function
		{
			return Ok(data.validation_data);
		}
	}
	Err("the block names no relay chain block".into())
}
