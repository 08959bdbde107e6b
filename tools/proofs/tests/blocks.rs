//! Blocks of the runtime in this workspace, through its validation function.

use codec::Encode;
use cumulus_primitives_core::CumulusDigestItem;
use pallet_circulation::LegReceipt;
use pallet_registry::{Commissioning, LotIdentity};
use salus_benchmarks::{
	chain::{Bundle, Chain, Program},
	recall, round,
	signer::Signer,
	transfer::propose,
};
use salus_primitives::{
	Batch, CalendarDate, ClassId, EventClaim, Expiry, InstitutionId, LotId, RecallId, SiteNumber,
	Sscc, TransferId,
};
use salus_proofs::validator::{unavailable, Validator, Verdict};
use salus_runtime::{
	configs::governance::{CouncilCollective, MaxProposalWeight},
	Hash, Runtime, RuntimeCall, WASM_BINARY,
};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_trie::StorageProof;
use std::{collections::VecDeque, sync::LazyLock, time::Duration};

/// Of the development cast: who carries, and a class.
const CARRIER: InstitutionId = InstitutionId(6);
const MASK: ClassId = ClassId(0);
/// The most legs that a transfer may have.
const LEGS: u64 = 16;
/// How long a validator lets a validation run before it does not back.
const BACKING: Duration = Duration::from_secs(2);

static PROGRAM: LazyLock<Program> = LazyLock::new(|| Program::new(code().to_vec()));
static VALIDATOR: LazyLock<Validator> =
	LazyLock::new(|| Validator::new(code()).expect("the code can be prepared"));

fn code() -> &'static [u8] {
	WASM_BINARY.expect("the runtime is compiled to WASM")
}

fn chain(patch: serde_json::Value) -> Chain<'static> {
	Chain::new(&PROGRAM, "development", patch).expect("the preset builds")
}

/// Makes a bundle, validates it, and says how it went.
fn validated(chain: &mut Chain, cores: u16, blocks: u8, pool: &mut VecDeque<Vec<u8>>) -> Bundle {
	let before = pool.len();
	let bundle = chain.bundle(cores, blocks, pool).expect("the blocks are made");
	let Verdict { time, size } = VALIDATOR.validate(&bundle).expect("the bundle is valid");
	println!(
		"{} blocks on one of {cores} cores, {} transactions: {size} bytes, {} ms",
		bundle.blocks.len(),
		before - pool.len(),
		time.as_millis()
	);
	assert!(bundle.failures.is_empty(), "calls failed: {:?}", bundle.failures);
	assert!(time < BACKING, "the validation took {time:?}");
	bundle
}

/// As [`validated`], of a pool that holds more than fits.
fn full(chain: &mut Chain, cores: u16, blocks: u8, pool: &mut VecDeque<Vec<u8>>) {
	let bundle = validated(chain, cores, blocks, pool);
	assert_eq!(bundle.blocks.len(), usize::from(blocks));
	assert!(!pool.is_empty(), "the blocks had room for more");
}

fn register_lot() -> RuntimeCall {
	pallet_registry::Call::register_lot {
		identity: LotIdentity {
			class: MASK,
			batch: Batch::try_from("M20260101").ok(),
			serial: None,
			made: None,
			expiry: Some(Expiry::Day(CalendarDate { year: 2030, month: 1, day: 31 })),
			window: None,
			donor: None,
			earmark: None,
			commissioning: Commissioning::Observed,
			document: None,
		},
		quantity: 1_000,
		site: Some(SiteNumber(0)),
		event: None,
	}
	.into()
}

/// A chain with so many lots, the donor's key, and proposals with the most legs, each of other lots.
fn many_proposals(lots: u64) -> (Chain<'static>, VecDeque<Vec<u8>>) {
	const PER_BLOCK: u64 = 100;
	let mut chain = chain(serde_json::json!({}));
	let mut donor = Signer::new(Alice, chain.genesis_hash());
	for _ in 0..lots.div_ceil(PER_BLOCK) {
		let lots: Vec<_> = (0..PER_BLOCK).map(|_| donor.sign(&register_lot())).collect();
		chain.make_block(&lots).expect("the lots are registered");
	}
	let now = chain.now();
	let proposals = (0..lots / LEGS)
		.map(|place| (place * LEGS..(place + 1) * LEGS).map(|lot| (LotId(lot), 1)))
		.map(|legs| donor.sign(&propose(legs, now)))
		.collect();
	(chain, proposals)
}

#[test]
fn every_block_of_a_transfer_is_valid() {
	let mut chain = chain(serde_json::json!({}));
	let (mut donor, mut hospital) =
		(Signer::new(Alice, chain.genesis_hash()), Signer::new(Bob, chain.genesis_hash()));
	let transfer = TransferId(0);
	let event = |chain: &Chain| EventClaim { at: chain.now(), utc_offset: 480 };
	let step = |chain: &mut Chain, extrinsic| {
		let mut pool = VecDeque::from_iter([extrinsic]);
		validated(chain, 1, 1, &mut pool);
		assert!(pool.is_empty(), "the step is in the block");
	};

	step(&mut chain, donor.sign(&register_lot()));
	let proposal = propose([(LotId(0), 1)], chain.now());
	step(&mut chain, donor.sign(&proposal));
	let accept = RuntimeCall::from(pallet_circulation::Call::accept { transfer });
	step(&mut chain, hospital.sign(&accept));
	let dispatch = RuntimeCall::from(pallet_circulation::Call::dispatch {
		transfer,
		carrier: Some(CARRIER),
		sscc: Some(Sscc(*b"376104250021234569")),
		expected: None,
		sensor: None,
		event: event(&chain),
	});
	step(&mut chain, donor.sign(&dispatch));
	let receive = RuntimeCall::from(pallet_circulation::Call::receive {
		transfer,
		legs: vec![LegReceipt { accepted: 1, ..Default::default() }]
			.try_into()
			.expect("one leg fits"),
		sensor: None,
		document: None,
		event: event(&chain),
	});
	step(&mut chain, hospital.sign(&receive));
}

#[test]
fn three_blocks_full_of_the_largest_proposals_pass_as_one_bundle() {
	let (mut chain, mut pool) = many_proposals(6_400);
	full(&mut chain, 1, 3, &mut pool);
}

#[test]
fn a_block_with_a_core_of_its_own_passes_full_of_the_largest_proposals() {
	let (mut chain, mut pool) = many_proposals(6_400);
	full(&mut chain, 3, 1, &mut pool);
}

/// Linear programs are verified: what computes most.
#[test]
fn a_block_full_of_certificates_passes() {
	let patch = round::genesis_of_hospitals(&PROGRAM, 1_024).expect("the hospitals are made up");
	let mut chain = chain(patch);
	chain.make_block(&[]).expect("the clock starts");
	let proof = round::prove(&chain).expect("the round is solved");
	let mut pool = proof.transactions.iter().map(Encode::encode).collect();
	full(&mut chain, 1, 1, &mut pool);
}

/// What blocks do by themselves in the room that is left.
#[test]
fn blocks_that_ask_the_holders_of_a_recalled_lot_pass_as_one_bundle() {
	let mut chain = chain(serde_json::json!({}));
	let mut maker = Signer::new(Bob, chain.genesis_hash());
	recall::prepare(&mut chain, &mut maker, 10_000).expect("the lot is made and given away");
	// Its header has the root of the state with all that was given.
	chain.make_block(&[]).expect("the block is made");
	let mut pool = VecDeque::from_iter([maker.sign(&recall::issue())]);
	let bundle = validated(&mut chain, 1, 3, &mut pool);
	assert!(pool.is_empty(), "the recall is issued");
	assert_eq!(bundle.blocks.len(), 3);
	let is_unfinished = recall::is_unfinished(&chain, RecallId(0)).expect("the recall is there");
	assert!(is_unfinished, "the blocks had room for more");
}

#[test]
fn a_block_that_takes_the_whole_core_ends_its_bundle() {
	let mut chain = chain(serde_json::json!({}));
	let mut donor = Signer::new(Alice, chain.genesis_hash());
	// It fails, for there is no such motion, and is charged for all that it claimed.
	let heavy = RuntimeCall::from(pallet_collective::Call::<Runtime, CouncilCollective>::close {
		proposal_hash: Hash::zero(),
		index: 0,
		proposal_weight_bound: MaxProposalWeight::get(),
		length_bound: 0,
	});
	let mut pool = VecDeque::from_iter([donor.sign(&heavy), donor.sign(&register_lot())]);
	let bundle = chain.bundle(1, 3, &mut pool).expect("the blocks are made");
	assert_eq!((bundle.blocks.len(), bundle.failures.len()), (1, 1));
	assert!(CumulusDigestItem::contains_use_full_core(&bundle.blocks[0].header.digest));
	VALIDATOR.validate(&bundle).expect("the bundle is valid");
}

#[test]
fn a_bundle_on_another_relay_chain_block_is_refused() {
	let mut chain = chain(serde_json::json!({}));
	let mut bundle = chain.bundle(1, 1, &mut VecDeque::new()).expect("the block is made");
	VALIDATOR.validate(&bundle).expect("the bundle is valid");
	bundle.relay_parent.0 += 1;
	VALIDATOR.validate(&bundle).expect_err("the bundle names another relay chain block");
}

#[test]
fn a_block_without_its_seal_is_refused() {
	let mut chain = chain(serde_json::json!({}));
	let mut bundle = chain.bundle(1, 1, &mut VecDeque::new()).expect("the block is made");
	bundle.blocks[0].header.digest.logs.pop();
	VALIDATOR.validate(&bundle).expect_err("nobody signed the block");
}

#[test]
fn a_block_without_a_part_of_its_proof_is_refused() {
	let mut chain = chain(serde_json::json!({}));
	let mut bundle = chain.bundle(1, 1, &mut VecDeque::new()).expect("the block is made");
	let nodes = bundle.proof.into_nodes();
	let smallest = nodes.iter().min_by_key(|node| node.len()).cloned().expect("there are nodes");
	bundle.proof = StorageProof::new(nodes.into_iter().filter(|node| *node != smallest));
	VALIDATOR.validate(&bundle).expect_err("a node is missing");
}

#[test]
fn a_validator_offers_what_the_runtime_asks_for() {
	assert_eq!(unavailable(code()).expect("the code is read"), Vec::<String>::new());
}
