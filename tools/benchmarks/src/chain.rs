//! A chain in memory: one state, one executor, no node. Its blocks are a collator's, with all that
//! belongs into one, on a mocked relay chain.

use crate::Outcome;
use codec::{Compact, Decode, Encode};
use cumulus_pallet_parachain_system::parachain_inherent::{
	BasicParachainInherentData, InboundMessagesData,
};
use cumulus_primitives_core::{
	relay_chain::{HeadData, MAX_POV_SIZE},
	BlockBundleInfo, ClaimQueueOffset, CoreInfo, CoreSelector, CumulusDigestItem,
	PersistedValidationData,
};
use cumulus_test_relay_sproof_builder::RelayStateSproofBuilder;
use frame_support::{storage::storage_prefix, weights::Weight};
use frame_system::{BlockWeight, ConsumedWeight};
use salus_runtime::{
	opaque, presets::PARA_ID, BlockNumber, Hash, Header, Runtime, RuntimeCall, UncheckedExtrinsic,
	RELAY_CHAIN_SLOT_DURATION_MILLIS,
};
use sc_chain_spec::{json_patch::merge, GenesisConfigBuilderRuntimeCaller};
use sc_executor::WasmExecutor;
use sp_consensus_aura::{sr25519::AuthorityId, Slot, AURA_ENGINE_ID};
use sp_core::{
	offchain::{
		testing::{TestOffchainExt, TestTransactionPoolExt},
		OffchainDbExt, OffchainWorkerExt, TransactionPoolExt,
	},
	storage::{StateVersion, Storage},
	traits::{CallContext, RuntimeCode, WrappedRuntimeCode},
};
use sp_externalities::Extensions;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	ApplyExtrinsicResult, Digest, DigestItem, DispatchError, OpaqueExtrinsic,
};
use sp_state_machine::{
	Backend, InMemoryBackend, OverlayedChanges, StateMachine, TrieBackendBuilder,
};
use sp_trie::{
	proof_size_extension::ProofSizeExt,
	recorder::{IgnoredNodes, Recorder},
	StorageProof,
};
use std::{
	collections::VecDeque,
	time::{Duration, Instant},
};

type HostFunctions = cumulus_client_service::ParachainHostFunctions;
/// What a block changed so far.
pub type Overlay = OverlayedChanges<BlakeTwo256>;

const APPLY: &str = "BlockBuilder_apply_extrinsic";
const FINALIZE: &str = "BlockBuilder_finalize_block";
const WORK: &str = "OffchainWorkerApi_offchain_worker";
const LEFT_OPEN: &str = "the runtime closed a transaction that it did not open";

/// What one extrinsic cost.
#[derive(Clone, Copy)]
pub struct Cost {
	/// Time inside the executor, an empty call of the same executor subtracted.
	pub time: Duration,
	/// By how many bytes the extrinsic lengthens the proof of an empty block: the trie nodes that a
	/// validator needs to run it and to compute the state root after it.
	pub proof: usize,
}

/// What one block cost.
#[derive(Clone, Copy)]
pub struct BlockCost {
	/// Time from its beginning to its end.
	pub time: Duration,
	/// The size of the proof that lets a validator check it.
	pub proof: usize,
	/// What it was charged, hooks included.
	pub weight: Weight,
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

/// The blocks that a collator made on one core, with what lets a validator check them.
pub struct Bundle {
	/// The block that they follow.
	pub parent: Header,
	/// The relay chain block that they were made on, by number and state.
	pub relay_parent: (u32, Hash),
	/// The blocks, sealed.
	pub blocks: Vec<opaque::Block>,
	/// What they read of the state that they begin with.
	pub proof: StorageProof,
	/// Why calls failed whose transactions are in the blocks.
	pub failures: Vec<DispatchError>,
}

/// A block of a bundle.
struct Sealed {
	block: opaque::Block,
	proof: StorageProof,
	written: IgnoredNodes<Hash>,
	failures: Vec<DispatchError>,
}

/// Where a block stands in what a collator makes in a slot.
#[derive(Clone, Copy)]
struct Place {
	/// On how many cores the collator works.
	cores: u16,
	/// The place in the bundle of its core.
	index: u8,
	/// Whether no other follows on the core.
	is_last: bool,
}

impl Place {
	/// One of three blocks on three cores, which holds as much as a block ever does.
	const ALONE: Self = Self { cores: 3, index: 0, is_last: true };

	fn digest(&self) -> [DigestItem; 2] {
		let core = CoreInfo {
			selector: CoreSelector(0),
			claim_queue_offset: ClaimQueueOffset(0),
			number_of_cores: Compact(self.cores),
		};
		let bundle = BlockBundleInfo { index: self.index, is_last: self.is_last };
		[CumulusDigestItem::CoreInfo(core), CumulusDigestItem::BlockBundleInfo(bundle)]
			.map(|item| item.to_digest_item())
	}
}

/// Signs a header as the author does whose turn it was, which must be one of the development keys.
pub fn seal(header: &mut Header, authorities: &[AuthorityId]) -> Outcome<()> {
	let slot = header.digest.logs.iter().find_map(|item| match item {
		DigestItem::PreRuntime(engine, slot) if *engine == AURA_ENGINE_ID => {
			Slot::decode(&mut &slot[..]).ok()
		}
		_ => None,
	});
	let slot = u64::from(slot.ok_or("the header has no slot")?);
	let turn = slot.checked_rem(authorities.len() as u64).ok_or("there are no authorities")?;
	let author = &authorities[usize::try_from(turn)?];
	let key = Sr25519Keyring::iter()
		.find(|key| AuthorityId::from(key.public()) == *author)
		.ok_or("the block's author is none of the development keys")?;
	let signature = key.sign(header.hash().as_bytes());
	header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, signature.encode()));
	Ok(())
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

	fn call<B: Backend<BlakeTwo256>>(
		&self,
		state: &B,
		overlay: &mut Overlay,
		method: &str,
		argument: &[u8],
	) -> Outcome<Vec<u8>> {
		self.call_with(&mut Extensions::default(), state, overlay, method, argument)
	}

	/// As a call of the node, with what the runtime may ask the node beside the state.
	pub fn call_with<B: Backend<BlakeTwo256>>(
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
	fn apply<B: Backend<BlakeTwo256>>(
		&self,
		extensions: &mut Extensions,
		state: &B,
		overlay: &mut Overlay,
		extrinsic: &[u8],
	) -> Outcome<()> {
		match self.try_apply(extensions, state, overlay, extrinsic)? {
			Applied::Done => Ok(()),
			Applied::Failed(error) => Err(format!("the call failed: {error:?}").into()),
			Applied::BlockIsFull => Err("the block is full".into()),
		}
	}

	/// As [`apply`](Self::apply), but the call may fail, and the block may be too full for the
	/// extrinsic.
	fn try_apply<B: Backend<BlakeTwo256>>(
		&self,
		extensions: &mut Extensions,
		state: &B,
		overlay: &mut Overlay,
		extrinsic: &[u8],
	) -> Outcome<Applied> {
		const FULL: TransactionValidityError =
			TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);
		overlay.start_transaction();
		let applied = self.call_with(extensions, state, overlay, APPLY, extrinsic)?;
		match ApplyExtrinsicResult::decode(&mut &applied[..])? {
			Ok(result) => {
				overlay.commit_transaction().map_err(|_| LEFT_OPEN)?;
				Ok(result.map_or_else(Applied::Failed, |()| Applied::Done))
			}
			Err(FULL) => {
				overlay.rollback_transaction().map_err(|_| LEFT_OPEN)?;
				Ok(Applied::BlockIsFull)
			}
			refused => Err(format!("extrinsic refused: {refused:?}").into()),
		}
	}
}

/// What became of an extrinsic.
enum Applied {
	Done,
	Failed(DispatchError),
	BlockIsFull,
}

/// How a block begins.
struct Opening {
	/// The newest block that the relay chain has included.
	included: Header,
	/// Where it stands on its core.
	place: Place,
}

/// The chain.
pub struct Chain<'a> {
	program: &'a Program,
	state: InMemoryBackend<BlakeTwo256>,
	parent: Header,
	/// Milliseconds since 1970, as the last block has it.
	now: u64,
	relay: u32,
	genesis: Hash,
	ends_in_safe_mode: bool,
}

impl<'a> Chain<'a> {
	/// Starts from the runtime's preset `name`, with `patch` over it.
	pub fn new(program: &'a Program, name: &str, patch: serde_json::Value) -> Outcome<Self> {
		let state: InMemoryBackend<BlakeTwo256> =
			(program.genesis(name, patch)?, StateVersion::V1).into();
		let parent = Header {
			parent_hash: Default::default(),
			number: 0,
			state_root: *state.root(),
			extrinsics_root: Default::default(),
			digest: Default::default(),
		};
		Ok(Self {
			program,
			state,
			genesis: parent.hash(),
			parent,
			now: 1_767_225_600_000,
			relay: 1,
			ends_in_safe_mode: false,
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

	/// What the chain has under a key, which must be there.
	pub fn decoded<V: Decode>(&self, key: &[u8]) -> Outcome<V> {
		let bytes = self.stored(key)?.ok_or("the chain has nothing under this key")?;
		Ok(V::decode(&mut &bytes[..])?)
	}

	/// Makes a block of `extrinsics`.
	pub fn make_block(&mut self, extrinsics: &[Vec<u8>]) -> Outcome<()> {
		let mut overlay = Overlay::default();
		self.parent = self.build(&self.state, &mut overlay, extrinsics)?;
		self.commit(overlay)?;
		self.next_slot();
		Ok(())
	}

	/// Makes a block of `extrinsics`, and tells what it cost.
	pub fn make_measured_block(&mut self, extrinsics: &[Vec<u8>]) -> Outcome<BlockCost> {
		let proof = self.proof(extrinsics)?;
		let start = Instant::now();
		self.make_block(extrinsics)?;
		let time = start.elapsed();
		let weight: ConsumedWeight = self.decoded(&BlockWeight::<Runtime>::hashed_key())?;
		Ok(BlockCost { time, proof, weight: weight.total() })
	}

	/// Runs the off-chain workers as a node does after the last block, on a node that remembers nothing. Tells how
	/// long that takes, and what they send.
	pub fn run_workers(&self) -> Outcome<(Duration, Vec<Vec<u8>>)> {
		let (offchain, _) = TestOffchainExt::new();
		let (pool, sent) = TestTransactionPoolExt::new();
		let mut extensions = Extensions::default();
		extensions.register(OffchainDbExt::new(offchain.clone()));
		extensions.register(OffchainWorkerExt::new(offchain));
		extensions.register(TransactionPoolExt::new(pool));
		let mut overlay = Overlay::default();
		let header = self.parent.encode();
		let start = Instant::now();
		self.program.call_with(&mut extensions, &self.state, &mut overlay, WORK, &header)?;
		let time = start.elapsed();
		let sent = std::mem::take(&mut sent.write().transactions);
		Ok((time, sent))
	}

	/// Writes entries into the state, as if they had been there before the last block: what takes hours by
	/// calls takes seconds so. Nothing checks that they belong together, and the last block's header has
	/// the state root that was.
	pub fn put(&mut self, entries: impl IntoIterator<Item = (Vec<u8>, Vec<u8>)>) -> Outcome<()> {
		let mut overlay = Overlay::default();
		for (key, value) in entries {
			overlay.set_storage(key, Some(value));
		}
		self.commit(overlay)
	}

	/// Says whether each block of [`make_block`](Self::make_block) and [`measure`](Self::measure) enters the
	/// safe mode behind its last extrinsic, and leaves it when it is finalized. Calls are taken then, and no
	/// recall is carried on in the room that is left: an empty block does as little as any other. Such a
	/// block's header has the state root of the safe mode.
	pub fn end_in_safe_mode(&mut self, ends: bool) {
		self.ends_in_safe_mode = ends;
	}

	fn next_slot(&mut self) {
		self.now += u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS);
		self.relay += 1;
	}

	/// What `extrinsic` costs in the next block, which it is then a part of. The time is the least
	/// of `runs` runs on the same state.
	pub fn measure(&mut self, extrinsic: &[u8], runs: u32) -> Outcome<Cost> {
		let cost = self.cost(extrinsic, runs)?;
		self.make_block(&[extrinsic.to_vec()])?;
		Ok(cost)
	}

	/// [`measure`](Self::measure), without making the block.
	pub fn cost(&self, extrinsic: &[u8], runs: u32) -> Outcome<Cost> {
		let mut overlay = Overlay::default();
		self.open(
			&mut Extensions::default(),
			&self.state,
			&mut overlay,
			&self.alone(Place::ALONE),
		)?;
		let (mut idle, mut busy) = (Duration::MAX, Duration::MAX);
		for _ in 0..runs {
			idle = idle.min(self.timed(&mut overlay, "Core_version", &[])?);
			busy = busy.min(self.timed(&mut overlay, APPLY, extrinsic)?);
		}
		let time = busy.saturating_sub(idle);
		let extrinsics = [extrinsic.to_vec()];
		let proof = self.proof(&extrinsics)?.saturating_sub(self.proof(&[])?);
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

	/// Fills the next block of a chain with so many `cores` with `extrinsics` until one more does not
	/// fit; the block is not made. As in a collator, the proof is recorded, so that each extrinsic gives
	/// back what it was charged for and did not use of it.
	pub fn fill(
		&self,
		cores: u16,
		extrinsics: impl IntoIterator<Item = Vec<u8>>,
	) -> Outcome<Filling> {
		let recorder = Recorder::<BlakeTwo256>::default();
		let state = TrieBackendBuilder::wrap(&self.state).with_recorder(recorder.clone()).build();
		let mut extensions = Extensions::default();
		extensions.register(ProofSizeExt::new(recorder.clone()));
		let mut overlay = Overlay::default();
		let place = Place { cores, index: 0, is_last: true };
		self.open(&mut extensions, &state, &mut overlay, &self.alone(place))?;
		let mut idle = Duration::MAX;
		for _ in 0..100 {
			idle = idle.min(self.timed(&mut overlay, "Core_version", &[])?);
		}
		let (mut count, mut time) = (0, Duration::ZERO);
		for extrinsic in extrinsics {
			let start = Instant::now();
			match self.program.try_apply(&mut extensions, &state, &mut overlay, &extrinsic)? {
				Applied::BlockIsFull => break,
				Applied::Failed(error) => return Err(format!("the call failed: {error:?}").into()),
				Applied::Done => time += start.elapsed().saturating_sub(idle),
			}
			count += 1;
		}
		self.program.call_with(&mut extensions, &state, &mut overlay, FINALIZE, &[])?;
		overlay.storage_root(&state, StateVersion::V1);
		drop(state);
		let whole = recorder.drain_storage_proof().encoded_size();
		Ok(Filling { count, time, proof: whole.saturating_sub(self.proof(&[])?) })
	}

	/// Makes up to `blocks` blocks of what waits in `pool`, on one of so many `cores`, as a collator
	/// does: each takes from the pool until it is full, in the same slot and on the same relay chain
	/// block, and is sealed. A block that takes the whole core is the last.
	pub fn bundle(
		&mut self,
		cores: u16,
		blocks: u8,
		pool: &mut VecDeque<Vec<u8>>,
	) -> Outcome<Bundle> {
		let parent = self.parent.clone();
		let (_, relay_chain) = self.relay_chain(&parent);
		let (mut made, mut proofs, mut failures) = (Vec::new(), Vec::new(), Vec::new());
		// What an earlier block of the bundle read or wrote.
		let mut known = IgnoredNodes::default();
		for index in 0..blocks {
			let place = Place { cores, index, is_last: index + 1 == blocks };
			let opening = Opening { included: parent.clone(), place };
			let sealed = self.sealed_block(&opening, &known, pool)?;
			let digest = &sealed.block.header.digest;
			let takes_the_core = CumulusDigestItem::contains_use_full_core(digest);
			known.extend(IgnoredNodes::from_storage_proof::<BlakeTwo256>(&sealed.proof));
			known.extend(sealed.written);
			proofs.push(sealed.proof);
			failures.extend(sealed.failures);
			made.push(sealed.block);
			if takes_the_core {
				break;
			}
		}
		let bundle = Bundle {
			parent,
			relay_parent: (self.relay, relay_chain),
			blocks: made,
			proof: StorageProof::merge(proofs),
			failures,
		};
		self.next_slot();
		Ok(bundle)
	}

	/// Makes a block of what waits in `pool`, seals it, and says what it read, what it wrote, and why
	/// calls failed. What is `known` need not be proven again.
	fn sealed_block(
		&mut self,
		opening: &Opening,
		known: &IgnoredNodes<Hash>,
		pool: &mut VecDeque<Vec<u8>>,
	) -> Outcome<Sealed> {
		let mut failures = Vec::new();
		let recorder = Recorder::<BlakeTwo256>::with_ignored_nodes(known.clone());
		let state = TrieBackendBuilder::wrap(&self.state).with_recorder(recorder.clone()).build();
		let mut extensions = Extensions::default();
		extensions.register(ProofSizeExt::new(recorder.clone()));
		let mut overlay = Overlay::default();
		let mut body = self.open(&mut extensions, &state, &mut overlay, opening)?;
		while let Some(extrinsic) = pool.front() {
			recorder.start_transaction();
			match self.program.try_apply(&mut extensions, &state, &mut overlay, extrinsic)? {
				Applied::Done => (),
				Applied::Failed(error) => failures.push(error),
				Applied::BlockIsFull => {
					recorder.rollback_transaction().map_err(|()| LEFT_OPEN)?;
					break;
				}
			}
			recorder.commit_transaction().map_err(|()| LEFT_OPEN)?;
			body.extend(pool.pop_front());
		}
		let header =
			self.program.call_with(&mut extensions, &state, &mut overlay, FINALIZE, &[])?;
		let mut header = Header::decode(&mut &header[..])?;
		let changes = overlay.drain_storage_changes(&state, StateVersion::V1)?;
		drop(state);
		let proof = recorder.drain_storage_proof();

		let key = storage_prefix(b"AuraExt", b"Authorities");
		seal(&mut header, &self.decoded::<Vec<AuthorityId>>(&key)?)?;
		let written = IgnoredNodes::from_memory_db(changes.transaction.clone());
		self.state.apply_transaction(changes.transaction_storage_root, changes.transaction);
		self.parent = header.clone();
		let extrinsics = body
			.iter()
			.map(|extrinsic| OpaqueExtrinsic::decode(&mut &extrinsic[..]))
			.collect::<Result<_, _>>()?;
		Ok(Sealed { block: opaque::Block { header, extrinsics }, proof, written, failures })
	}

	/// The size of the proof that lets a validator check a block of `extrinsics`.
	fn proof(&self, extrinsics: &[Vec<u8>]) -> Outcome<usize> {
		let recorder = Recorder::<BlakeTwo256>::default();
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
		overlay.rollback_transaction().map_err(|_| LEFT_OPEN)?;
		Ok(time)
	}

	fn build<B: Backend<BlakeTwo256>>(
		&self,
		state: &B,
		overlay: &mut Overlay,
		extrinsics: &[Vec<u8>],
	) -> Outcome<Header> {
		let mut extensions = Extensions::default();
		self.open(&mut extensions, state, overlay, &self.alone(Place::ALONE))?;
		for extrinsic in extrinsics {
			self.program.apply(&mut extensions, state, overlay, extrinsic)?;
		}
		let safe_mode = storage_prefix(b"SafeMode", b"EnteredUntil").to_vec();
		if self.ends_in_safe_mode {
			overlay.set_storage(safe_mode.clone(), Some(BlockNumber::MAX.encode()));
		}
		let header = self.program.call(state, overlay, FINALIZE, &[])?;
		if self.ends_in_safe_mode {
			overlay.set_storage(safe_mode, None);
		}
		Ok(Header::decode(&mut &header[..])?)
	}

	/// How a block begins that follows no other of its bundle.
	fn alone(&self, place: Place) -> Opening {
		Opening { included: self.parent.clone(), place }
	}

	fn slot(&self) -> Slot {
		Slot::from(self.now / u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS))
	}

	/// Begins a block: what its author adds by itself, encoded.
	fn open<B: Backend<BlakeTwo256>>(
		&self,
		extensions: &mut Extensions,
		state: &B,
		overlay: &mut Overlay,
		opening: &Opening,
	) -> Outcome<Vec<Vec<u8>>> {
		let mut logs = vec![DigestItem::PreRuntime(AURA_ENGINE_ID, self.slot().encode())];
		logs.extend(opening.place.digest());
		let header = Header {
			parent_hash: self.parent.hash(),
			number: self.parent.number + 1,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Digest { logs },
		};
		self.program.call_with(
			extensions,
			state,
			overlay,
			"Core_initialize_block",
			&header.encode(),
		)?;
		let inherents = self.inherents(&opening.included);
		let inherents = inherents.map(|call| UncheckedExtrinsic::new_bare(call).encode());
		for inherent in &inherents {
			self.program.apply(extensions, state, overlay, inherent)?;
		}
		Ok(inherents.to_vec())
	}

	/// The state of the relay chain that has included the blocks up to `included`: its proof, and its
	/// root.
	fn relay_chain(&self, included: &Header) -> (StorageProof, Hash) {
		let (root, proof) = RelayStateSproofBuilder {
			para_id: PARA_ID.into(),
			current_slot: self.slot(),
			included_para_head: Some(HeadData(included.encode())),
			..Default::default()
		}
		.into_state_root_and_proof();
		(proof, root)
	}

	fn inherents(&self, included: &Header) -> [RuntimeCall; 2] {
		let (relay_chain_state, relay_parent_storage_root) = self.relay_chain(included);
		let validation_data = PersistedValidationData {
			parent_head: HeadData(included.encode()),
			relay_parent_number: self.relay,
			relay_parent_storage_root,
			max_pov_size: MAX_POV_SIZE,
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
