//! A chain in memory: one state, one executor, no node. Its blocks are a collator's, with all that
//! belongs into one, on a mocked relay chain.

use crate::Outcome;
use codec::{Decode, Encode};
use cumulus_pallet_parachain_system::parachain_inherent::{
	BasicParachainInherentData, InboundMessagesData,
};
use cumulus_primitives_core::PersistedValidationData;
use cumulus_test_relay_sproof_builder::RelayStateSproofBuilder;
use frame_support::weights::Weight;
use salus_runtime::{
	presets::PARA_ID, Hash, Header, RuntimeCall, UncheckedExtrinsic,
	RELAY_CHAIN_SLOT_DURATION_MILLIS,
};
use sc_chain_spec::{json_patch::merge, GenesisConfigBuilderRuntimeCaller};
use sc_executor::WasmExecutor;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{
	storage::{StateVersion, Storage},
	traits::{CallContext, RuntimeCode, WrappedRuntimeCode},
	Blake2Hasher,
};
use sp_externalities::Extensions;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	ApplyExtrinsicResult, Digest, DigestItem,
};
use sp_state_machine::{
	Backend, InMemoryBackend, OverlayedChanges, StateMachine, TrieBackendBuilder,
};
use sp_trie::{proof_size_extension::ProofSizeExt, recorder::Recorder};
use std::time::{Duration, Instant};

type HostFunctions = cumulus_client_service::ParachainHostFunctions;
type Overlay = OverlayedChanges<Blake2Hasher>;

const APPLY: &str = "BlockBuilder_apply_extrinsic";
const FINALIZE: &str = "BlockBuilder_finalize_block";

/// What one extrinsic cost.
#[derive(Clone, Copy)]
pub struct Cost {
	/// Time inside the executor, an empty call of the same executor subtracted.
	pub time: Duration,
	/// By how many bytes the extrinsic lengthens the proof of an empty block: the trie nodes that a
	/// validator needs to run it and to compute the state root after it.
	pub proof: usize,
}

/// What fits in one block.
#[derive(Clone, Copy)]
pub struct Filling {
	/// How many extrinsics.
	pub count: usize,
	/// The time that they take together, empty calls of the executor subtracted.
	pub time: Duration,
	/// By how many bytes they lengthen the proof of an empty block together.
	pub proof: usize,
}

/// A runtime's code, and what runs it.
pub struct Program {
	executor: WasmExecutor<HostFunctions>,
	code: Vec<u8>,
	hash: Vec<u8>,
}

impl Program {
	/// Takes a runtime as it was compiled.
	pub fn new(code: Vec<u8>) -> Self {
		// A runtime that is compiled to be measured names host functions that only its own
		// benchmarks call.
		let executor = WasmExecutor::builder().with_allow_missing_host_functions(true).build();
		Self { executor, hash: BlakeTwo256::hash(&code).as_bytes().to_vec(), code }
	}

	/// The runtime's preset `name`.
	pub fn preset(&self, name: &str) -> Outcome<serde_json::Value> {
		let builder = GenesisConfigBuilderRuntimeCaller::<HostFunctions>::new(&self.code);
		Ok(builder.get_named_preset(Some(&name.into()))?)
	}

	/// The state that the runtime's preset `name` stands for, with `patch` over it.
	fn genesis(&self, name: &str, patch: serde_json::Value) -> Outcome<Storage> {
		let builder = GenesisConfigBuilderRuntimeCaller::<HostFunctions>::new(&self.code);
		let mut genesis = self.preset(name)?;
		merge(&mut genesis, patch);
		Ok(builder.get_storage_for_patch(genesis)?)
	}

	fn call<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		overlay: &mut Overlay,
		method: &str,
		argument: &[u8],
	) -> Outcome<Vec<u8>> {
		self.call_with(&mut Extensions::default(), state, overlay, method, argument)
	}

	/// As [`call`](Self::call), with what the runtime may ask the node beside the state.
	fn call_with<B: Backend<Blake2Hasher>>(
		&self,
		extensions: &mut Extensions,
		state: &B,
		overlay: &mut Overlay,
		method: &str,
		argument: &[u8],
	) -> Outcome<Vec<u8>> {
		let code = WrappedRuntimeCode(self.code.as_slice().into());
		let runtime_code =
			RuntimeCode { code_fetcher: &code, heap_pages: None, hash: self.hash.clone() };
		let mut machine = StateMachine::new(
			state,
			overlay,
			&self.executor,
			method,
			argument,
			extensions,
			&runtime_code,
			CallContext::Onchain { import: false },
		);
		machine.execute().map_err(|error| format!("{method}: {error}").into())
	}

	/// Applies an extrinsic that must succeed: a refused one would be cheap, and none may be taken
	/// for a measurement.
	fn apply<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		overlay: &mut Overlay,
		extrinsic: &[u8],
	) -> Outcome<()> {
		match self.try_apply(&mut Extensions::default(), state, overlay, extrinsic)? {
			Applied::Done => Ok(()),
			Applied::BlockIsFull => Err("the block is full".into()),
		}
	}

	/// As [`apply`](Self::apply), but a block may be too full for the extrinsic.
	fn try_apply<B: Backend<Blake2Hasher>>(
		&self,
		extensions: &mut Extensions,
		state: &B,
		overlay: &mut Overlay,
		extrinsic: &[u8],
	) -> Outcome<Applied> {
		const FULL: TransactionValidityError =
			TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);
		let applied = self.call_with(extensions, state, overlay, APPLY, extrinsic)?;
		match ApplyExtrinsicResult::decode(&mut &applied[..])? {
			Ok(Ok(())) => Ok(Applied::Done),
			Err(FULL) => Ok(Applied::BlockIsFull),
			refused => Err(format!("extrinsic refused: {refused:?}").into()),
		}
	}
}

/// What became of an extrinsic.
enum Applied {
	Done,
	BlockIsFull,
}

/// The chain.
pub struct Chain<'a> {
	program: &'a Program,
	state: InMemoryBackend<Blake2Hasher>,
	parent: Header,
	/// Milliseconds since 1970, as the last block has it.
	now: u64,
	relay: u32,
	genesis: Hash,
}

impl<'a> Chain<'a> {
	/// Starts from the runtime's preset `name`, with `patch` over it.
	pub fn new(program: &'a Program, name: &str, patch: serde_json::Value) -> Outcome<Self> {
		let parent = Header {
			parent_hash: Default::default(),
			number: 0,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Default::default(),
		};
		Ok(Self {
			program,
			state: InMemoryBackend::from((program.genesis(name, patch)?, StateVersion::V1)),
			genesis: parent.hash(),
			parent,
			now: 1_767_225_600_000,
			relay: 1,
		})
	}

	/// The time that the next block will carry, in milliseconds since 1970.
	pub fn now(&self) -> u64 {
		self.now
	}

	/// The hash by which transactions name this chain.
	pub fn genesis_hash(&self) -> Hash {
		self.genesis
	}

	/// What the chain has under a key.
	pub fn stored(&self, key: &[u8]) -> Outcome<Option<Vec<u8>>> {
		Ok(self.state.storage(key)?)
	}

	/// Makes a block of `extrinsics`.
	pub fn make_block(&mut self, extrinsics: &[Vec<u8>]) -> Outcome<()> {
		let mut overlay = Overlay::default();
		self.parent = self.build(&self.state, &mut overlay, extrinsics)?;
		self.commit(overlay)?;
		self.now += u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS);
		self.relay += 1;
		Ok(())
	}

	/// What `extrinsic` costs in the next block, which it is then a part of. The time is the least
	/// of `runs` runs on the same state.
	pub fn measure(&mut self, extrinsic: &[u8], runs: u32) -> Outcome<Cost> {
		let mut overlay = Overlay::default();
		self.open(&self.state, &mut overlay)?;
		let (mut idle, mut busy) = (Duration::MAX, Duration::MAX);
		for _ in 0..runs {
			idle = idle.min(self.timed(&mut overlay, "Core_version", &[])?);
			busy = busy.min(self.timed(&mut overlay, APPLY, extrinsic)?);
		}
		let time = busy.saturating_sub(idle);
		let extrinsics = [extrinsic.to_vec()];
		let proof = self.proof(&extrinsics)?.saturating_sub(self.proof(&[])?);
		self.make_block(&extrinsics)?;
		Ok(Cost { time, proof })
	}

	/// What `extrinsic` is charged before it runs, its extensions included.
	pub fn charged(&self, extrinsic: &[u8]) -> Outcome<Weight> {
		let argument = [extrinsic, &(extrinsic.len() as u32).encode()].concat();
		let mut overlay = Overlay::default();
		let info = self.program.call(
			&self.state,
			&mut overlay,
			"TransactionPaymentApi_query_info",
			&argument,
		)?;
		// The weight stands first in the answer.
		Ok(Weight::decode(&mut &info[..])?)
	}

	/// Fills the next block with `extrinsics` until one more does not fit; the block is not made. As
	/// in a collator, the proof is recorded, so that each extrinsic gives back what it was charged for
	/// and did not use of it.
	pub fn fill(&self, extrinsics: impl IntoIterator<Item = Vec<u8>>) -> Outcome<Filling> {
		let recorder = Recorder::<Blake2Hasher>::default();
		let state = TrieBackendBuilder::wrap(&self.state).with_recorder(recorder.clone()).build();
		let mut extensions = Extensions::default();
		extensions.register(ProofSizeExt::new(recorder.clone()));
		let mut overlay = Overlay::default();
		self.open(&state, &mut overlay)?;
		let mut idle = Duration::MAX;
		for _ in 0..100 {
			idle = idle.min(self.timed(&mut overlay, "Core_version", &[])?);
		}
		let (mut count, mut time) = (0, Duration::ZERO);
		for extrinsic in extrinsics {
			let start = Instant::now();
			match self.program.try_apply(&mut extensions, &state, &mut overlay, &extrinsic)? {
				Applied::BlockIsFull => break,
				Applied::Done => time += start.elapsed().saturating_sub(idle),
			}
			count += 1;
		}
		self.program.call(&state, &mut overlay, FINALIZE, &[])?;
		overlay.storage_root(&state, StateVersion::V1);
		drop(state);
		let whole = recorder.drain_storage_proof().encoded_size();
		Ok(Filling { count, time, proof: whole.saturating_sub(self.proof(&[])?) })
	}

	/// The size of the proof that lets a validator check a block of `extrinsics`.
	fn proof(&self, extrinsics: &[Vec<u8>]) -> Outcome<usize> {
		let recorder = Recorder::<Blake2Hasher>::default();
		let state = TrieBackendBuilder::wrap(&self.state).with_recorder(recorder.clone()).build();
		let mut overlay = Overlay::default();
		self.build(&state, &mut overlay, extrinsics)?;
		overlay.storage_root(&state, StateVersion::V1);
		drop(state);
		Ok(recorder.drain_storage_proof().encoded_size())
	}

	fn timed(&self, overlay: &mut Overlay, method: &str, argument: &[u8]) -> Outcome<Duration> {
		overlay.start_transaction();
		let start = Instant::now();
		self.program.call(&self.state, overlay, method, argument)?;
		let time = start.elapsed();
		overlay.rollback_transaction().map_err(|_| "the runtime left no transaction open")?;
		Ok(time)
	}

	fn build<B: Backend<Blake2Hasher>>(
		&self,
		state: &B,
		overlay: &mut Overlay,
		extrinsics: &[Vec<u8>],
	) -> Outcome<Header> {
		self.open(state, overlay)?;
		for extrinsic in extrinsics {
			self.program.apply(state, overlay, extrinsic)?;
		}
		let header = self.program.call(state, overlay, FINALIZE, &[])?;
		Ok(Header::decode(&mut &header[..])?)
	}

	fn open<B: Backend<Blake2Hasher>>(&self, state: &B, overlay: &mut Overlay) -> Outcome<()> {
		let slot = Slot::from(self.now / u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS));
		let header = Header {
			parent_hash: self.parent.hash(),
			number: self.parent.number + 1,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())] },
		};
		self.program.call(state, overlay, "Core_initialize_block", &header.encode())?;
		for inherent in self.inherents(slot) {
			self.program.apply(state, overlay, &UncheckedExtrinsic::new_bare(inherent).encode())?;
		}
		Ok(())
	}

	fn inherents(&self, slot: Slot) -> [RuntimeCall; 2] {
		let parent_head = cumulus_primitives_core::relay_chain::HeadData(self.parent.encode());
		let (relay_parent_storage_root, relay_chain_state) = RelayStateSproofBuilder {
			para_id: PARA_ID.into(),
			current_slot: slot,
			included_para_head: Some(parent_head.clone()),
			..Default::default()
		}
		.into_state_root_and_proof();
		let validation_data = PersistedValidationData {
			parent_head,
			relay_parent_number: self.relay,
			relay_parent_storage_root,
			max_pov_size: 10 * 1024 * 1024,
		};
		[
			pallet_timestamp::Call::set { now: self.now }.into(),
			cumulus_pallet_parachain_system::Call::set_validation_data {
				data: BasicParachainInherentData {
					validation_data,
					relay_chain_state,
					relay_parent_descendants: vec![],
					collator_peer_id: None,
				},
				inbound_messages_data: InboundMessagesData::new(
					Default::default(),
					Default::default(),
				),
			}
			.into(),
		]
	}

	fn commit(&mut self, mut overlay: Overlay) -> Outcome<()> {
		let changes = overlay.drain_storage_changes(&self.state, StateVersion::V1)?;
		self.state.apply_transaction(changes.transaction_storage_root, changes.transaction);
		Ok(())
	}
}
