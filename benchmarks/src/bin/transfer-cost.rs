//! # What a transfer costs
//!
//! Runs the four steps of a one-leg transfer (`propose`, `accept`, `dispatch`, `receive`) beside
//! `pallet_balances::transfer_keep_alive` and `pallet_assets::transfer`, as signed extrinsics of
//! one runtime, in one process and one WASM executor, and prints for each
//!
//! - the execution time: the least of many runs of `apply_extrinsic` on the same state, an empty
//!   call of the executor subtracted;
//! - the recorded proof: by how many bytes the extrinsic lengthens the proof of an empty block, the
//!   nodes for the state root after it included.
//!
//! It does so at several sizes of the chain. A size of N means N registered lots, and also N
//! accounts that hold the asset, so that each pallet searches tries of about the same depth.
//!
//! The runtime must be compiled with its feature `runtime-benchmarks`, which adds `pallet_assets`;
//! `scripts/benchmark cost` does that and starts this program. Nothing here passes or fails: it
//! reports.

use codec::Encode;
use pallet_circulation::{Leg, LegReceipt, Proposal, Terms};
use pallet_registry::{Commissioning, LotIdentity};
use salus_benchmarks::{
	chain::{Chain, Cost, Program},
	signer::Signer,
	Outcome,
};
use salus_primitives::{
	Batch, CalendarDate, ClassId, EventClaim, Expiry, InstitutionId, LotId, SiteId, Sscc,
	TransferId,
};
use salus_runtime::{AccountId, RuntimeCall};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::traits::{BlakeTwo256, Hash};
use std::{env, fs};

/// How often each extrinsic is timed.
const RUNS: u32 = 200;
/// How many pairs of extrinsics fill a block while the chain grows.
const PER_BLOCK: u64 = 100;
/// Of the development cast: who receives, who carries, and a class. The donor is institution 0.
const HOSPITAL: InstitutionId = InstitutionId(1);
const CARRIER: InstitutionId = InstitutionId(6);
const MASK: ClassId = ClassId(0);
/// Where `pallet_assets` stands in a runtime that is compiled to be measured, and its `transfer`.
const ASSETS_TRANSFER: [u8; 2] = [90, 8];
const ASSET: u32 = 1;

fn main() -> Outcome<()> {
	let mut arguments = env::args().skip(1);
	let code = arguments.next().ok_or("usage: transfer-cost RUNTIME.wasm [SIZE ..]")?;
	let program = Program::new(fs::read(code)?);
	let sizes: Vec<u64> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
	let sizes = if sizes.is_empty() { vec![1_000, 100_000] } else { sizes };

	println!("| lots | extrinsic | time, µs | to assets | proof, bytes | to assets |");
	println!("|---:|---|---:|---:|---:|---:|");
	for size in sizes {
		let rows = measure(&program, size)?;
		let yardstick =
			rows.iter().find(|(name, _)| *name == "assets transfer").ok_or("no yardstick")?.1;
		for (name, cost) in &rows {
			println!(
				"| {size} | {name} | {} | {} | {} | {} |",
				cost.time.as_micros(),
				ratio(cost.time.as_nanos(), yardstick.time.as_nanos()),
				cost.proof,
				ratio(cost.proof as u128, yardstick.proof as u128),
			);
		}
	}
	Ok(())
}

/// `part / whole` with two decimals.
fn ratio(part: u128, whole: u128) -> String {
	let hundredths = (part * 100 + whole / 2) / whole.max(1);
	format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn measure(program: &Program, size: u64) -> Outcome<Vec<(&'static str, Cost)>> {
	let alice = Alice.to_account_id();
	let tokens = serde_json::json!({ "assets": {
		"assets": [[ASSET, alice, true, 1]],
		"accounts": [[ASSET, alice, 1_000_000_000_000u64]],
	} });
	let mut chain = Chain::new(program, "development", tokens)?;
	let (mut donor, mut hospital) =
		(Signer::new(Alice, chain.genesis_hash()), Signer::new(Bob, chain.genesis_hash()));

	for start in (0..size).step_by(PER_BLOCK as usize) {
		let extrinsics: Vec<_> = (start..size.min(start + PER_BLOCK))
			.flat_map(|place| {
				[
					donor.sign(&register_lot()),
					donor.sign(&(ASSETS_TRANSFER, asset_transfer(&stranger(place)))),
				]
			})
			.collect();
		chain.make_block(&extrinsics)?;
		if start % 10_000 == 0 {
			eprintln!("{start} of {size} lots registered");
		}
	}

	let lot = LotId(size / 2);
	let friend = stranger(size / 2);
	let mut rows = Vec::new();
	let now = chain.now();
	let event = EventClaim { at: now, utc_offset: 480 };

	let keep_alive = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: Bob.to_account_id().into(),
		value: salus_runtime::UNIT,
	});
	rows.push(("balances transfer_keep_alive", chain.measure(&donor.sign(&keep_alive), RUNS)?));
	let tokens = donor.sign(&(ASSETS_TRANSFER, asset_transfer(&friend)));
	rows.push(("assets transfer", chain.measure(&tokens, RUNS)?));

	let propose = RuntimeCall::Circulation(pallet_circulation::Call::propose {
		proposal: Proposal {
			to: HOSPITAL,
			from_site: Some(SiteId(0)),
			to_site: Some(SiteId(1)),
			terms: Terms::Gift,
			legs: vec![Leg { lot, quantity: 500, pack: None }].try_into().map_err(|_| "legs")?,
			dispatch_by: now + 86_400_000,
			receive_by: now + 5 * 86_400_000,
		},
	});
	rows.push(("propose", chain.measure(&donor.sign(&propose), RUNS)?));
	let transfer = TransferId(0);
	let accept = RuntimeCall::Circulation(pallet_circulation::Call::accept { transfer });
	rows.push(("accept", chain.measure(&hospital.sign(&accept), RUNS)?));
	let dispatch = RuntimeCall::Circulation(pallet_circulation::Call::dispatch {
		transfer,
		carrier: Some(CARRIER),
		sscc: Some(Sscc(*b"376104250021234569")),
		expected: None,
		event,
	});
	rows.push(("dispatch", chain.measure(&donor.sign(&dispatch), RUNS)?));
	let receive = RuntimeCall::Circulation(pallet_circulation::Call::receive {
		transfer,
		legs: vec![LegReceipt { accepted: 500, ..Default::default() }]
			.try_into()
			.map_err(|_| "legs")?,
		sensor: None,
		document: None,
		event,
	});
	rows.push(("receive", chain.measure(&hospital.sign(&receive), RUNS)?));
	Ok(rows)
}

fn register_lot() -> RuntimeCall {
	RuntimeCall::Registry(pallet_registry::Call::register_lot {
		identity: LotIdentity {
			class: MASK,
			batch: Batch::try_from("M20200118").ok(),
			serial: None,
			made: None,
			expiry: Some(Expiry::Day(CalendarDate { year: 2030, month: 1, day: 31 })),
			donor: None,
			earmark: None,
			commissioning: Commissioning::Observed,
			document: None,
		},
		quantity: 1_000,
		site: Some(SiteId(0)),
		event: None,
	})
}

fn asset_transfer(to: &AccountId) -> impl Encode {
	let target = salus_runtime::Address::Id(to.clone());
	(codec::Compact(ASSET), target, codec::Compact(10u128))
}

/// One of any number of accounts.
fn stranger(place: u64) -> AccountId {
	AccountId::new(BlakeTwo256::hash(&place.to_le_bytes()).0)
}
