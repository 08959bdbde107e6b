//! A chain in memory: one state, one executor, no node. Blocks are opened and filled, never sealed,
//! so that what is measured is the extrinsic and nothing else.

use codec::{Decode, Encode};
use frame_support::dispatch::DispatchResult;
use salus_runtime::{RuntimeCall, UncheckedExtrinsic};
use sc_executor::WasmExecutor;
use sp_core::{
	storage::StateVersion,
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	Blake2Hasher, H256,
};
use sp_runtime::{generic::Digest, traits::BlakeTwo256, DigestItem};
use sp_state_machine::{
	Backend, InMemoryBackend, OverlayedChanges, StateMachine, TrieBackendBuilder,
};
use sp_trie::recorder::Recorder;
use std::{
	error::Error,
	time::{Duration, Instant},
};

type HostFunctions = cumulus_client_service::ParachainHostFunctions;
type Header = sp_runtime::generic::Header<u32, BlakeTwo256>;
type Outcome<T> = Result<T, Box<dyn Error>>;

/// What one extrinsic cost.
#[derive(Clone, Copy)]
pub struct Cost {
	/// Time inside the executor, an empty call of the same executor subtracted.
	pub time: Duration,
	/// Encoded size of the trie nodes that a validator needs to run it and to check the new state
	/// root.
	pub proof: usize,
}

/// The chain.
pub struct Chain {
	executor: WasmExecutor<HostFunctions>,
	code: Vec<u8>,
	code_hash: Vec<u8>,
	state: InMemoryBackend<Blake2Hasher>,
	/// Number of the last block opened.
	height: u32,
	/// Time of the last block opened, in milliseconds.
	time: u64,
}

impl Chain {
	/// Starts from the genesis that `code` builds from `genesis`, a patch of its default.
	pub fn new(code: Vec<u8>, genesis: &serde_json::Value) -> Outcome<Self> {
		let mut chain = Self {
			executor: WasmExecutor::builder().build(),
			code_hash: sp_core::blake2_256(&code).to_vec(),
			code,
			state: InMemoryBackend::default(),
			height: 0,
			time: 1_600_000_000_000,
		};
		let mut overlay = OverlayedChanges::default();
		let json = serde_json::to_vec(genesis)?;
		let built = chain.call(&mut overlay, "GenesisBuilder_build_state", &json.encode())?;
		Result::<(), String>::decode(&mut &built[..])??;
		chain.commit(overlay)?;
		Ok(chain)
	}

	/// The genesis preset `name` of `code`.
	pub fn preset(code: Vec<u8>, name: &str) -> Outcome<serde_json::Value> {
		let chain = Self {
			executor: WasmExecutor::builder().build(),
			code_hash: sp_core::blake2_256(&code).to_vec(),
			code,
			state: InMemoryBackend::default(),
			height: 0,
			time: 0,
		};
		let argument = Some(name.to_string()).encode();
		let preset =
			chain.call(&mut OverlayedChanges::default(), "GenesisBuilder_get_preset", &argument)?;
		let json = Option::<Vec<u8>>::decode(&mut &preset[..])?.ok_or("no such preset")?;
		Ok(serde_json::from_slice(&json)?)
	}

	/// The chain's own time, in milliseconds.
	pub fn now(&self) -> u64 {
		self.time
	}

	/// The raw value under `key`.
	pub fn storage(&self, key: &[u8]) -> Outcome<Option<Vec<u8>>> {
		Ok(self.state.storage(key)?)
	}

	/// Hash of the genesis header as the extrinsics sign it: the chain never seals a block, so that
	/// the runtime keeps the default.
	pub fn genesis_hash(&self) -> H256 {
		let key = [
			sp_core::twox_128(b"System").as_slice(),
			&sp_core::twox_128(b"BlockHash"),
			&sp_core::twox_64(&0u32.encode()),
			&0u32.encode(),
		]
		.concat();
		self.storage(&key)
			.ok()
			.flatten()
			.and_then(|hash| H256::decode(&mut &hash[..]).ok())
			.unwrap_or_default()
	}

	/// Opens the next block, which only sets the time.
	pub fn open_block(&mut self) -> Outcome<()> {
		self.height += 1;
		self.time += 6_000;
		let slot = DigestItem::PreRuntime(*b"aura", (self.time / 6_000).encode());
		let header = Header {
			parent_hash: H256::repeat_byte(self.height.to_le_bytes()[0]),
			number: self.height,
			state_root: H256::zero(),
			extrinsics_root: H256::zero(),
			digest: Digest { logs: vec![slot] },
		};
		let mut overlay = OverlayedChanges::default();
		self.call(&mut overlay, "Core_initialize_block", &header.encode())?;
		let set = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: self.time });
		self.apply_to(&mut overlay, &UncheckedExtrinsic::new_bare(set).encode())?;
		self.commit(overlay)
	}

	/// Applies all of `extrinsics` in as many blocks as `per_block` demands.
	pub fn fill(&mut self, extrinsics: &[Vec<u8>], per_block: usize) -> Outcome<()> {
		for chunk in extrinsics.chunks(per_block) {
			self.open_block()?;
			let mut overlay = OverlayedChanges::default();
			for extrinsic in chunk {
				self.apply_to(&mut overlay, extrinsic)?;
			}
			self.commit(overlay)?;
		}
		Ok(())
	}

	/// Applies `extrinsic` and keeps the result. The time is the least of `runs` runs on the same
	/// state, the proof is recorded in a run of its own.
	pub fn measure(&mut self, extrinsic: &[u8], runs: u32) -> Outcome<Cost> {
		self.open_block()?;
		let mut time = Duration::MAX;
		for _ in 0..runs {
			let idle = self.timed("Core_version", &[])?;
			let busy = self.timed("BlockBuilder_apply_extrinsic", extrinsic)?;
			time = time.min(busy.saturating_sub(idle));
		}

		let recorder = Recorder::<Blake2Hasher>::default();
		let recording =
			TrieBackendBuilder::wrap(&self.state).with_recorder(recorder.clone()).build();
		let mut overlay = OverlayedChanges::default();
		let applied =
			self.call_on(&recording, &mut overlay, "BlockBuilder_apply_extrinsic", extrinsic)?;
		succeeded(&applied)?;
		overlay.storage_root(&recording, StateVersion::V1);
		let proof = recorder.to_storage_proof().encoded_size();

		let mut overlay = OverlayedChanges::default();
		self.apply_to(&mut overlay, extrinsic)?;
		self.commit(overlay)?;
		Ok(Cost { time, proof })
	}

	fn timed(&self, method: &str, argument: &[u8]) -> Outcome<Duration> {
		let mut overlay = OverlayedChanges::default();
		let start = Instant::now();
		self.call(&mut overlay, method, argument)?;
		Ok(start.elapsed())
	}

	fn apply_to(
		&self,
		overlay: &mut OverlayedChanges<Blake2Hasher>,
		extrinsic: &[u8],
	) -> Outcome<()> {
		succeeded(&self.call(overlay, "BlockBuilder_apply_extrinsic", extrinsic)?)
	}

	fn call(
		&self,
		overlay: &mut OverlayedChanges<Blake2Hasher>,
		method: &str,
		argument: &[u8],
	) -> Outcome<Vec<u8>> {
		self.call_on(&self.state, overlay, method, argument)
	}

	fn call_on<B: Backend<Blake2Hasher>>(
		&self,
		backend: &B,
		overlay: &mut OverlayedChanges<Blake2Hasher>,
		method: &str,
		argument: &[u8],
	) -> Outcome<Vec<u8>>
	where
		WasmExecutor<HostFunctions>: CodeExecutor + Clone + 'static,
	{
		let code = WrappedRuntimeCode(self.code.as_slice().into());
		let runtime_code =
			RuntimeCode { code_fetcher: &code, heap_pages: None, hash: self.code_hash.clone() };
		StateMachine::new(
			backend,
			overlay,
			&self.executor,
			method,
			argument,
			&mut Default::default(),
			&runtime_code,
			CallContext::Onchain { import: true },
		)
		.execute()
		.map_err(|error| format!("{method}: {error}").into())
	}

	fn commit(&mut self, mut overlay: OverlayedChanges<Blake2Hasher>) -> Outcome<()> {
		let changes = overlay.drain_storage_changes(&self.state, StateVersion::V1)?;
		self.state.apply_transaction(changes.transaction_storage_root, changes.transaction);
		Ok(())
	}
}

/// A refused extrinsic would be cheap; none may be taken for a measurement.
fn succeeded(applied: &[u8]) -> Outcome<()> {
	type Applied =
		Result<DispatchResult, sp_runtime::transaction_validity::TransactionValidityError>;
	match Applied::decode(&mut &applied[..])? {
		Ok(Ok(())) => Ok(()),
		refused => Err(format!("extrinsic refused: {refused:?}").into()),
	}
}
