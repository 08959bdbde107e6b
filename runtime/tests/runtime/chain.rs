//! A chain of one: blocks as a collator builds them, on a mocked relay chain.

use codec::{Compact, Decode, Encode};
use cumulus_pallet_parachain_system::parachain_inherent::{
	BasicParachainInherentData, InboundMessagesData,
};
use cumulus_primitives_core::{
	BlockBundleInfo, ClaimQueueOffset, CoreInfo, CoreSelector, CumulusDigestItem,
	PersistedValidationData,
};
use cumulus_test_relay_sproof_builder::RelayStateSproofBuilder;
use frame_support::{
	traits::{IntegrityTest, OffchainWorker},
	weights::Weight,
};
use salus_runtime::{
	configs::transactions::tx_extension,
	presets::{cast, PARA_ID},
	AccountId, Address, AllPalletsWithSystem, Assembly, Block, BlockNumber, Circulation,
	Efficiency, Emergencies, Executive, Hash, Header, Needs, Protection, Ratification,
	Reallocation, Recalls, Registry, Rules, Runtime, RuntimeCall, Seats, Signature, SignedPayload,
	Supervision, System, UncheckedExtrinsic, RELAY_CHAIN_SLOT_DURATION_MILLIS,
};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{
	offchain::{
		testing::{TestOffchainExt, TestTransactionPoolExt},
		OffchainDbExt, OffchainWorkerExt, TransactionPoolExt,
	},
	sr25519, Pair,
};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilderV1;
use sp_io::TestExternalities;
use sp_runtime::{
	traits::Header as HeaderT, ApplyExtrinsicResult, Digest, DigestItem, DispatchError,
	DispatchResult,
};

/// 2026-01-01T00:00:00Z, the start of a slot.
pub const START: u64 = 1_767_225_600_000;

/// A preset over the defaults, as a chain specification would hold it.
pub fn genesis(preset: &str) -> serde_json::Value {
	let json = |id: Option<&str>| -> serde_json::Value {
		let preset = <Runtime as GenesisBuilderV1<Block>>::get_preset(&id.map(Into::into))
			.expect("the preset exists");
		serde_json::from_slice(&preset).expect("the preset is JSON")
	};
	let mut whole = json(None);
	merge(&mut whole, json(Some(preset)));
	whole
}

fn merge(into: &mut serde_json::Value, patch: serde_json::Value) {
	match (into, patch) {
		(serde_json::Value::Object(into), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(into.entry(key).or_insert(serde_json::Value::Null), value);
			}
		}
		(into, patch) => *into = patch,
	}
}

/// Runs `test` on a chain that starts from a preset, between the pallets' integrity tests and a
/// look at the state that it leaves.
pub fn on(preset: &str, test: impl FnOnce(&mut Chain)) {
	run(TestExternalities::default(), preset, test);
}

/// [`on`], on a node whose off-chain workers run when the test has them run.
pub fn on_a_node(preset: &str, test: impl FnOnce(&mut Chain, &Node)) {
	let mut externalities = TestExternalities::default();
	let (offchain, _) = TestOffchainExt::new();
	let (pool, sent) = TestTransactionPoolExt::new();
	externalities.register_extension(OffchainDbExt::new(offchain.clone()));
	externalities.register_extension(OffchainWorkerExt::new(offchain));
	externalities.register_extension(TransactionPoolExt::new(pool));
	let node = Node(Box::new(move || {
		let bytes = core::mem::take(&mut sent.write().transactions);
		let decoded = |bytes: &Vec<u8>| UncheckedExtrinsic::decode(&mut &bytes[..]);
		bytes.iter().map(decoded).collect::<Result<_, _>>().expect("workers send transactions")
	}));
	run(externalities, preset, |chain| test(chain, &node));
}

/// A node, and what its workers sent that nobody has taken yet.
pub struct Node(Box<dyn Fn() -> Vec<UncheckedExtrinsic>>);

impl Node {
	/// Runs the worker of the emergencies as after a block, and hands out what it sent.
	pub fn run_worker(&self) -> Vec<UncheckedExtrinsic> {
		<Emergencies as OffchainWorker<BlockNumber>>::offchain_worker(System::block_number());
		(self.0)()
	}
}

fn run(mut externalities: TestExternalities, preset: &str, test: impl FnOnce(&mut Chain)) {
	externalities.execute_with(|| {
		AllPalletsWithSystem::integrity_test();
		let json = genesis(preset).to_string();
		<Runtime as GenesisBuilderV1<Block>>::build_state(json.into()).expect("the preset builds");
		let mut chain = Chain {
			parent: Header::new(
				0,
				Default::default(),
				Default::default(),
				Default::default(),
				Default::default(),
			),
			now: START,
			relay: 1,
			place: None,
		};
		chain.begin();
		test(&mut chain);
		chain.end();
		check();
	});
}

/// Every invariant of the chain's own pallets.
pub fn check() {
	Registry::do_try_state().expect("the registry's invariants hold");
	Circulation::do_try_state().expect("circulation's invariants hold");
	Supervision::do_try_state().expect("supervision's invariants hold");
	Efficiency::do_try_state().expect("efficiency's invariants hold");
	Seats::do_try_state().expect("the seats' invariants hold");
	Rules::do_try_state().expect("the rules' invariants hold");
	Needs::do_try_state().expect("the needs' invariants hold");
	Assembly::do_try_state().expect("the assembly's invariants hold");
	Ratification::do_try_state().expect("ratification's invariants hold");
	Reallocation::do_try_state().expect("reallocation's invariants hold");
	Recalls::do_try_state().expect("the recalls' invariants hold");
	Emergencies::do_try_state().expect("the emergencies' invariants hold");
	Protection::do_try_state().expect("protection's invariants hold");
}

/// The head of the chain, and the two clocks.
pub struct Chain {
	parent: Header,
	/// The chain's time in the open block.
	pub now: u64,
	relay: u32,
	/// On how many cores the blocks are made, and at which place in the bundle of a core; `None` if
	/// their headers do not say.
	place: Option<(u16, u8)>,
}

impl Chain {
	fn begin(&mut self) {
		let slot = Slot::from(self.now / u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS));
		let mut logs = vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())];
		if let Some((cores, index)) = self.place {
			let core = CoreInfo {
				selector: CoreSelector(0),
				claim_queue_offset: ClaimQueueOffset(0),
				number_of_cores: Compact(cores),
			};
			let bundle = BlockBundleInfo { index, is_last: false };
			logs.push(CumulusDigestItem::CoreInfo(core).to_digest_item());
			logs.push(CumulusDigestItem::BlockBundleInfo(bundle).to_digest_item());
		}
		Executive::initialize_block(&Header::new(
			self.parent.number + 1,
			Default::default(),
			Default::default(),
			self.parent.hash(),
			Digest { logs },
		));
		let (relay_parent_storage_root, relay_chain_state) = RelayStateSproofBuilder {
			para_id: PARA_ID.into(),
			current_slot: slot,
			included_para_head: Some(self.parent.encode().into()),
			..Default::default()
		}
		.into_state_root_and_proof();
		let inherents = [
			pallet_timestamp::Call::set { now: self.now }.into(),
			cumulus_pallet_parachain_system::Call::set_validation_data {
				data: BasicParachainInherentData {
					validation_data: PersistedValidationData {
						parent_head: self.parent.encode().into(),
						relay_parent_number: self.relay,
						relay_parent_storage_root,
						max_pov_size: 10 * 1024 * 1024,
					},
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
		];
		for inherent in inherents {
			Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(inherent))
				.expect("the inherent is valid")
				.expect("the inherent succeeds");
		}
	}

	fn end(&mut self) {
		self.parent = Executive::finalize_block();
	}

	/// Ends the block and begins one `milliseconds` later.
	pub fn advance(&mut self, milliseconds: u64) {
		self.advance_weighing(milliseconds);
	}

	/// [`Self::advance`]; answers with what the block weighed that ended, its hooks included.
	pub fn advance_weighing(&mut self, milliseconds: u64) -> Weight {
		self.end();
		let weight = System::block_weight().total();
		let slot = |now| now / u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS);
		let slots = slot(self.now + milliseconds) - slot(self.now);
		self.relay += u32::try_from(slots).expect("tests do not wait for centuries");
		self.now += milliseconds;
		self.begin();
		weight
	}

	/// Ends the block and begins one in the same slot, as a collator with `cores` cores makes it at
	/// the place `index` of a core's bundle.
	pub fn advance_on(&mut self, cores: u16, index: u8) {
		self.place = Some((cores, index));
		self.advance(0);
	}

	/// Signs `call` with the key at `path` and applies it as a transaction. The outer error is the
	/// transaction's validity, the inner one the call's result.
	pub fn submit(&mut self, path: &str, call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
		Executive::apply_extrinsic(sign(path, call.into()))
	}

	/// [`Self::submit`] of a transaction that is valid.
	pub fn call(&mut self, path: &str, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.submit(path, call).expect("the transaction is valid")
	}

	/// [`Self::call`] of one that changes nothing but the fee payer's account, and why it fails.
	pub fn refused(&mut self, path: &str, call: impl Into<RuntimeCall>) -> DispatchError {
		let before = salus_state();
		let error = self.call(path, call).expect_err("the call is refused");
		assert_eq!(salus_state(), before, "a refused call leaves no trace");
		error
	}
}

/// A transaction signed with the key at `path`.
pub fn sign(path: &str, call: RuntimeCall) -> UncheckedExtrinsic {
	let account = cast::account(path);
	let extension = tx_extension(System::account_nonce(&account));
	let payload = SignedPayload::new(call, extension).expect("the extension has its implicits");
	let pair = sr25519::Pair::from_string(&format!("//{path}"), None).expect("the path is valid");
	let signature = payload.using_encoded(|payload| pair.sign(payload));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(
		call,
		Address::Id(account),
		Signature::Sr25519(signature),
		extension,
	)
}

/// Every key and value of the chain's own pallets.
pub fn salus_state() -> Vec<(Vec<u8>, Vec<u8>)> {
	[
		"Registry",
		"Circulation",
		"Supervision",
		"Efficiency",
		"Seats",
		"Rules",
		"Needs",
		"Assembly",
		"Ratification",
		"Reallocation",
		"Recalls",
		"Emergencies",
		"Protection",
	]
	.iter()
	.flat_map(|pallet| entries(sp_io::hashing::twox_128(pallet.as_bytes()).to_vec()))
	.collect()
}

fn entries(prefix: Vec<u8>) -> Vec<(Vec<u8>, Vec<u8>)> {
	let mut found = Vec::new();
	let mut key = prefix.clone();
	while let Some(next) = sp_io::storage::next_key(&key).filter(|next| next.starts_with(&prefix)) {
		let value = sp_io::storage::get(&next).map(|value| value.to_vec()).unwrap_or_default();
		found.push((next.clone(), value));
		key = next;
	}
	found
}

/// The account of the key at `path`, as a call names it.
pub fn address(path: &str) -> Address {
	Address::Id(cast::account(path))
}

/// The account of the key at `path`.
pub fn account(path: &str) -> AccountId {
	cast::account(path)
}

/// The hash by which a call is known.
pub fn hash_of(call: &RuntimeCall) -> Hash {
	sp_io::hashing::blake2_256(&call.encode()).into()
}
