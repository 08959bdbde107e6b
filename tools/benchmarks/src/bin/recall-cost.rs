//! # What holds and recalls cost
//!
//! Places holds on a holding and on its lot and lifts them (`place_hold`, `lift_hold`), recalls the lot
//! (`issue_recall`), takes the first step of the recall (`advance_recall`), answers it
//! (`acknowledge_recall`) and closes it (`close_recall`), as signed extrinsics of one runtime, on chains on
//! which different numbers of institutions have some of the lot. Some of it was repacked, and some of that
//! again. Prints for each
//!
//! - the execution time: the least of many runs of `apply_extrinsic` on the same state, an empty call of
//!   the executor subtracted;
//! - the recorded proof: by how many bytes the extrinsic lengthens the proof of an empty block, the
//!   nodes for the state root after it included;
//! - both beside those of an assets transfer by the same signer;
//! - both beside those at the first number of institutions: no call looks through what they have, and a
//!   step does a fixed number of units, so the time stays, and the proof grows with the depth of the tries
//!   alone;
//! - what it is charged for both before it runs.
//!
//! The hospital made the lot, recalls it, and answers when all others have been asked; it is not the blocks'
//! author. The commission is that of its region. What the others have is written into the state, and so many
//! accounts have the asset as institutions have the lot, so that each pallet searches tries of about the
//! same depth.
//!
//! No block takes steps by itself meanwhile: each ends in the safe mode. Then the recall is carried through
//! by calls, one step a block, to count the steps; and when its lots are free, the commission recalls the
//! same lot, and the blocks are counted that carry it through without any call, on a core of their own.
//!
//! The runtime must be compiled with its feature `runtime-benchmarks`, which adds `pallet_assets`;
//! `scripts/benchmark recall` does that and starts this program. Nothing here passes or fails, but for the
//! number of steps: it reports.

use codec::Encode;
use frame_support::weights::Weight;
use pallet_recalls::{Call, Extent, HoldPlace, Reason, MAX_STEP};
use salus_benchmarks::{
	chain::{Chain, Cost, Program},
	recall::{self, LOT, MAKER},
	signer::Signer,
	table::ratio,
	tokens::{self, stranger},
	Outcome,
};
use salus_primitives::{Custody, EventClaim, HoldId, HoldKind, Moment, Quantity, RecallId};
use salus_runtime::RuntimeCall;
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{AliceStash, Bob};
use std::{env, fs};

/// How often each extrinsic is timed.
const RUNS: u32 = 200;
/// What holds and recalls are compared with.
const ASSETS: &str = "assets transfer";
/// How many units of the hospital's holding are held.
const HELD: Quantity = 30;
/// The recall that is measured, and the one that blocks carry through by themselves.
const MEASURED: RecallId = RecallId(0);
const LEFT_ALONE: RecallId = RecallId(1);

fn main() -> Outcome<()> {
	let mut arguments = env::args().skip(1);
	let code = arguments.next().ok_or("usage: recall-cost RUNTIME.wasm [HOLDERS ..]")?;
	let program = Program::new(fs::read(code)?);
	let sizes: Vec<u32> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
	let sizes = if sizes.is_empty() { vec![1, 100, 10_000] } else { sizes };

	let (mut known, mut walks) = (Vec::<Row>::new(), Vec::new());
	println!(
		"| holders | extrinsic | signed by | time, µs | to assets | to the first | proof, bytes | \
		 to assets | to the first | charged, µs | charged proof, bytes |"
	);
	println!("|---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
	for holders in sizes {
		let Measured { rows, walk } = measure(&program, holders)?;
		for row in &rows {
			let Row { name, signed_by, cost, charged } = row;
			let assets = rows.iter().find(|other| other.is(ASSETS, signed_by));
			let assets = assets.ok_or("no yardstick")?.cost;
			let first = known.iter().find(|other| other.is(name, signed_by));
			let first = first.unwrap_or(row).cost;
			println!(
				"| {holders} | {name} | {signed_by} | {} | {} | {} | {} | {} | {} | {} | {} |",
				cost.time.as_micros(),
				ratio(cost.time.as_nanos(), assets.time.as_nanos()),
				ratio(cost.time.as_nanos(), first.time.as_nanos()),
				cost.proof,
				ratio(cost.proof as u128, assets.proof as u128),
				ratio(cost.proof as u128, first.proof as u128),
				charged.ref_time() / 1_000_000,
				charged.proof_size(),
			);
		}
		known.extend(rows);
		walks.push((holders, walk));
	}

	println!(
		"\n| holders | units of the walk | steps of {MAX_STEP} | steps that free the lots | \
		 blocks without calls |"
	);
	println!("|---:|---:|---:|---:|---:|");
	for (holders, Walk { units, steps, freeing, blocks }) in walks {
		println!("| {holders} | {units} | {steps} | {freeing} | {blocks} |");
	}
	Ok(())
}

/// What one extrinsic costs.
struct Row {
	name: String,
	signed_by: &'static str,
	cost: Cost,
	charged: Weight,
}

impl Row {
	/// Whether it is that extrinsic by that signer.
	fn is(&self, name: &str, signed_by: &str) -> bool {
		self.name == name && self.signed_by == signed_by
	}
}

/// How a recall was carried through.
struct Walk {
	/// How much work it is to reach every lot and every holder.
	units: u32,
	/// The calls that this takes.
	steps: u32,
	/// The calls that it takes to free the lots.
	freeing: u32,
	/// The blocks that reach every lot and every holder without any call, the one of the issue included.
	blocks: u32,
}

/// What is measured of one number of holders.
struct Measured {
	rows: Vec<Row>,
	walk: Walk,
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
		name: impl Into<String>,
		(signed_by, signer): (&'static str, &mut Signer),
		call: &impl Encode,
	) -> Outcome<()> {
		let extrinsic = signer.sign(call);
		let charged = self.chain.charged(&extrinsic)?;
		let cost = self.chain.measure(&extrinsic, RUNS)?;
		self.rows.push(Row { name: name.into(), signed_by, cost, charged });
		Ok(())
	}

	/// Takes full steps of a recall, one in each block, until nothing is left to do; answers with how many.
	fn carry_through(&mut self, recall: RecallId, signer: &mut Signer) -> Outcome<u32> {
		let mut steps = 0;
		while recall::is_unfinished(&self.chain, recall)? {
			self.chain.make_block(&[signer.sign(&advance(recall))])?;
			steps += 1;
		}
		Ok(steps)
	}

	/// Recalls the lot, and lets blocks carry that on by themselves; answers with how many it takes.
	fn leave_alone(&mut self, recall: RecallId, signer: &mut Signer) -> Outcome<u32> {
		self.chain.end_in_safe_mode(false);
		self.chain.make_block(&[signer.sign(&recall::issue())])?;
		let mut blocks = 1;
		while recall::is_unfinished(&self.chain, recall)? {
			self.chain.make_block(&[])?;
			blocks += 1;
		}
		Ok(blocks)
	}
}

fn measure(program: &Program, holders: u32) -> Outcome<Measured> {
	const PLENTY: u64 = 1_000_000_000_000;
	let signers = [Bob, AliceStash].map(|key| (key.to_account_id(), PLENTY));
	let strangers = (0..u64::from(holders)).map(|place| (stranger(place), 10));
	let tokens = tokens::genesis(signers.into_iter().chain(strangers));
	let mut chain = Chain::new(program, "development", tokens)?;
	let genesis = chain.genesis_hash();
	let (mut maker, mut supervisor) = (Signer::new(Bob, genesis), Signer::new(AliceStash, genesis));
	recall::prepare(&mut chain, &mut maker, holders)?;
	chain.end_in_safe_mode(true);

	let (hospital, commission) = ("hospital", "commission");
	let now = chain.now();
	let tokens = tokens::transfer(stranger(u64::from(holders / 2)));
	let holding = HoldPlace::Holding(Custody::own(MAKER).of(LOT));
	let lot = HoldPlace::Lot(LOT);
	let mut bench = Bench { chain, rows: Vec::new() };
	bench.run(ASSETS, (hospital, &mut maker), &tokens)?;
	bench.run(ASSETS, (commission, &mut supervisor), &tokens)?;
	let call = place_hold(holding, Extent::Units(HELD), now)?;
	bench.run("place_hold on units of a holding", (hospital, &mut maker), &call)?;
	let call = lift_hold(holding, HoldId(0), now)?;
	bench.run("lift_hold of these units", (hospital, &mut maker), &call)?;
	let call = place_hold(lot, Extent::Whole, now)?;
	bench.run("place_hold on the lot", (commission, &mut supervisor), &call)?;
	let call = lift_hold(lot, HoldId(1), now)?;
	bench.run("lift_hold of the lot", (commission, &mut supervisor), &call)?;

	bench.run("issue_recall", (hospital, &mut maker), &recall::issue())?;
	let units = recall::units(holders);
	let name = format!("advance_recall by {} units", units.min(MAX_STEP));
	bench.run(name, (hospital, &mut maker), &advance(MEASURED))?;
	// With the one that was measured.
	let steps = 1 + bench.carry_through(MEASURED, &mut maker)?;
	if steps != units.div_ceil(MAX_STEP) {
		return Err(format!("{units} units took {steps} steps").into());
	}
	let answer = acknowledge(MEASURED, now);
	bench.run("acknowledge_recall", (hospital, &mut maker), &answer)?;
	bench.run("close_recall", (hospital, &mut maker), &close(MEASURED)?)?;
	let freeing = bench.carry_through(MEASURED, &mut maker)?;

	let blocks = bench.leave_alone(LEFT_ALONE, &mut supervisor)?;
	Ok(Measured { rows: bench.rows, walk: Walk { units, steps, freeing, blocks } })
}

fn event(now: Moment) -> Option<EventClaim> {
	Some(EventClaim { at: now, utc_offset: 480 })
}

fn document() -> Option<H256> {
	Some(H256::repeat_byte(2))
}

fn reason() -> Outcome<Reason> {
	Ok(Reason::try_from("to be inspected").map_err(|_| "the reason is too long")?)
}

fn place_hold(place: HoldPlace, extent: Extent, now: Moment) -> Outcome<RuntimeCall> {
	Ok(RuntimeCall::Recalls(Call::place_hold {
		place,
		extent,
		kind: HoldKind::Quarantine,
		reason: reason()?,
		document: document(),
		event: event(now),
	}))
}

/// Lifts the whole of a hold.
fn lift_hold(place: HoldPlace, hold: HoldId, now: Moment) -> Outcome<RuntimeCall> {
	Ok(RuntimeCall::Recalls(Call::lift_hold {
		place,
		hold,
		units: None,
		reason: reason()?,
		document: document(),
		event: event(now),
	}))
}

/// Takes a step as large as may be.
fn advance(recall: RecallId) -> RuntimeCall {
	RuntimeCall::Recalls(Call::advance_recall { recall, most: MAX_STEP })
}

fn acknowledge(recall: RecallId, now: Moment) -> RuntimeCall {
	RuntimeCall::Recalls(Call::acknowledge_recall {
		recall,
		found: 40,
		done: 30,
		document: document(),
		event: event(now),
	})
}

fn close(recall: RecallId) -> Outcome<RuntimeCall> {
	Ok(RuntimeCall::Recalls(Call::close_recall { recall, reason: reason()? }))
}
