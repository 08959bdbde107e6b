//! # What a transfer costs
//!
//! Runs the four steps of a one-leg transfer (`propose`, `accept`, `dispatch`, `receive`) beside
//! `pallet_balances::transfer_keep_alive` and `pallet_assets::transfer`, as signed extrinsics of
//! one runtime, in one process and one WASM executor, and prints for each
//!
//! - the execution time: the least of many runs of `apply_extrinsic` on the same state, an empty
//!   call of the executor subtracted;
//! - the recorded proof: by how many bytes the extrinsic lengthens the proof of an empty block, the
//!   nodes for the state root after it included;
//! - what it is charged for both before it runs.
//!
//! Each is set beside an assets transfer by the same signer: the donor is also the blocks' author, so
//! that the path to its account is a part of every block, and the hospital is not. Then it fills
//! blocks with proposals, and with assets transfers, until one more does not fit: one of three blocks
//! that share a core, and one that has a core of its own.
//!
//! It does so at several sizes of the chain. A size of N means N registered lots, and also N
//! accounts that hold the asset, so that each pallet searches tries of about the same depth.
//!
//! The runtime must be compiled with its feature `runtime-benchmarks`, which adds `pallet_assets`;
//! `scripts/benchmark cost` does that and starts this program. Nothing here passes or fails: it
//! reports.

use codec::Encode;
use frame_support::{weights::Weight, BoundedVec};
use pallet_circulation::{Leg, LegReceipt, Proposal, Terms};
use pallet_registry::{Commissioning, LotIdentity};
use salus_benchmarks::{
	chain::{Chain, Cost, Filling, Program},
	signer::Signer,
	Outcome,
};
use salus_primitives::{
	time::DAY, Batch, CalendarDate, ClassId, EventClaim, Expiry, InstitutionId, LotId, Moment,
	Quantity, SiteNumber, Sscc, TransferId,
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
/// What the steps of a transfer are compared with.
const ASSETS: &str = "assets transfer";
/// With how many cores a block is filled: three blocks share the one, or have one of three each.
const CORES: [u16; 2] = [1, 3];
/// More extrinsics than fit in a block.
const MOST: u64 = 20_000;

fn main() -> Outcome<()> {
	let mut arguments = env::args().skip(1);
	let code = arguments.next().ok_or("usage: transfer-cost RUNTIME.wasm [SIZE ..]")?;
	let program = Program::new(fs::read(code)?);
	let sizes: Vec<u64> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
	let sizes = if sizes.is_empty() { vec![1_000, 100_000] } else { sizes };

	let mut fillings = Vec::new();
	println!(
		"| lots | extrinsic | signed by | time, µs | to assets | proof, bytes | to assets | \
		 charged, µs | charged proof, bytes |"
	);
	println!("|---:|---|---|---:|---:|---:|---:|---:|---:|");
	for size in sizes {
		let Measured { rows, filled } = measure(&program, size)?;
		for Row { name, signed_by, cost, charged } in &rows {
			let same = |row: &&Row| row.name == ASSETS && row.signed_by == *signed_by;
			let yardstick = rows.iter().find(same).ok_or("no yardstick")?.cost;
			println!(
				"| {size} | {name} | {signed_by} | {} | {} | {} | {} | {} | {} |",
				cost.time.as_micros(),
				ratio(cost.time.as_nanos(), yardstick.time.as_nanos()),
				cost.proof,
				ratio(cost.proof as u128, yardstick.proof as u128),
				charged.ref_time() / 1_000_000,
				charged.proof_size(),
			);
		}
		fillings.extend(filled.into_iter().map(|filled| (size, filled)));
	}

	println!("\n| lots | cores | a block full of | count | time used, ms | proof used, kB |");
	println!("|---:|---:|---|---:|---:|---:|");
	for (size, Filled { cores, name, filling }) in fillings {
		println!(
			"| {size} | {cores} | {name} | {} | {} | {} |",
			filling.count,
			filling.time.as_millis(),
			filling.proof / 1_000,
		);
	}
	Ok(())
}

/// `part / whole` with two decimals.
fn ratio(part: u128, whole: u128) -> String {
	let hundredths = (part * 100 + whole / 2) / whole.max(1);
	format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// What one extrinsic costs.
struct Row {
	name: &'static str,
	signed_by: &'static str,
	cost: Cost,
	charged: Weight,
}

/// A block full of one extrinsic.
struct Filled {
	cores: u16,
	name: &'static str,
	filling: Filling,
}

/// What is measured at one size of the chain.
struct Measured {
	rows: Vec<Row>,
	filled: Vec<Filled>,
}

/// The chain and what was measured on it so far.
struct Bench<'a> {
	chain: Chain<'a>,
	rows: Vec<Row>,
}

impl Bench<'_> {
	/// Measures an extrinsic, which then is a part of the chain.
	fn run(
		&mut self,
		name: &'static str,
		(signed_by, signer): (&'static str, &mut Signer),
		call: &impl Encode,
	) -> Outcome<()> {
		let extrinsic = signer.sign(call);
		let charged = self.chain.charged(&extrinsic)?;
		let cost = self.chain.measure(&extrinsic, RUNS)?;
		self.rows.push(Row { name, signed_by, cost, charged });
		Ok(())
	}
}

fn measure(program: &Program, size: u64) -> Outcome<Measured> {
	let alice = Alice.to_account_id();
	let tokens = serde_json::json!({ "assets": {
		"assets": [[ASSET, alice, true, 1]],
		"accounts": [
			[ASSET, alice, 1_000_000_000_000u64],
			[ASSET, Bob.to_account_id(), 1_000_000_000_000u64],
		],
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

	let mut filled = Vec::new();
	for cores in CORES {
		let mut signer = donor.clone();
		let transfer = |place| (ASSETS_TRANSFER, asset_transfer(&stranger(place % size)));
		let filling = chain.fill(cores, (0..MOST).map(|place| signer.sign(&transfer(place))))?;
		filled.push(Filled { cores, name: ASSETS, filling });

		let mut signer = donor.clone();
		let now = chain.now();
		let propose = |place| propose(LotId(place % size), 1, now);
		let filling = chain.fill(cores, (0..MOST).map(|place| signer.sign(&propose(place))))?;
		filled.push(Filled { cores, name: "propose", filling });
	}

	let lot = LotId(size / 2);
	let friend = stranger(size / 2);
	let now = chain.now();
	let event = EventClaim { at: now, utc_offset: 480 };
	let transfer = TransferId(0);
	let keep_alive = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: Bob.to_account_id().into(),
		value: salus_runtime::UNIT,
	});
	let tokens = (ASSETS_TRANSFER, asset_transfer(&friend));
	let accept = RuntimeCall::Circulation(pallet_circulation::Call::accept { transfer });
	let dispatch = RuntimeCall::Circulation(pallet_circulation::Call::dispatch {
		transfer,
		carrier: Some(CARRIER),
		sscc: Some(Sscc(*b"376104250021234569")),
		expected: None,
		event,
	});
	let receive = RuntimeCall::Circulation(pallet_circulation::Call::receive {
		transfer,
		legs: BoundedVec::truncate_from(vec![LegReceipt { accepted: 500, ..Default::default() }]),
		sensor: None,
		document: None,
		event,
	});

	let mut bench = Bench { chain, rows: Vec::new() };
	bench.run("balances transfer_keep_alive", ("donor", &mut donor), &keep_alive)?;
	bench.run(ASSETS, ("donor", &mut donor), &tokens)?;
	bench.run(ASSETS, ("hospital", &mut hospital), &tokens)?;
	bench.run("propose", ("donor", &mut donor), &propose(lot, 500, now))?;
	bench.run("accept", ("hospital", &mut hospital), &accept)?;
	bench.run("dispatch", ("donor", &mut donor), &dispatch)?;
	bench.run("receive", ("hospital", &mut hospital), &receive)?;
	Ok(Measured { rows: bench.rows, filled })
}

/// A gift of one leg from the donor's warehouse to the hospital's dock.
fn propose(lot: LotId, quantity: Quantity, now: Moment) -> RuntimeCall {
	const SITE: Option<SiteNumber> = Some(SiteNumber(0));
	RuntimeCall::Circulation(pallet_circulation::Call::propose {
		proposal: Proposal {
			to: HOSPITAL,
			from_site: SITE,
			to_site: SITE,
			terms: Terms::Gift,
			legs: BoundedVec::truncate_from(vec![Leg { lot, quantity, pack: None }]),
			dispatch_by: now + DAY,
			receive_by: now + 5 * DAY,
			serves: None,
		},
	})
}

fn register_lot() -> RuntimeCall {
	RuntimeCall::Registry(pallet_registry::Call::register_lot {
		identity: LotIdentity {
			class: MASK,
			batch: Batch::try_from("M20200118").ok(),
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
