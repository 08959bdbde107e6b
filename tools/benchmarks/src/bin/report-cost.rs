//! # What an efficiency report costs the chain
//!
//! Proves whole rounds, as the off-chain worker of a node would: certificates in batches as large as
//! one call may carry, as transactions without a signature, one block each. Rounds are the 31 regions
//! of the development chain and made-up hospitals with two inputs and two outputs. Prints for each
//!
//! - how many calls it takes, and how long a certificate is on average as it travels;
//! - the execution time: the least of several runs of `apply_extrinsic` for each call, an empty call
//!   of the executor subtracted, in which certificates are verified and stored;
//! - what the calls weigh, and how many blocks of normal transactions that fills when three blocks
//!   share a core;
//! - the recorded proof: by how many bytes the calls lengthen the proofs of empty blocks;
//! - how much longer the state gets.
//!
//! The runtime is compiled as for the chain that it is measured for, or with its feature
//! `runtime-benchmarks`; `scripts/benchmark report` does that and starts this program. Nothing here
//! passes or fails: it reports.

use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	weights::Weight,
};
use pallet_efficiency::{Efficiencies, Efficiency};
use salus_benchmarks::{
	chain::{Chain, Program},
	round::{genesis_of_hospitals, prove, Proof, ROUND},
	Outcome,
};
use salus_runtime::Runtime;
use sp_state_machine::BasicExternalities;
use std::{env, fs, time::Duration};

/// How often each call is timed.
const RUNS: u32 = 20;

fn main() -> Outcome<()> {
	let mut arguments = env::args().skip(1);
	let code = arguments.next().ok_or("usage: report-cost RUNTIME.wasm [HOSPITALS ..]")?;
	let program = Program::new(fs::read(code)?);
	let sizes: Vec<usize> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
	let sizes = if sizes.is_empty() { vec![958, 1_024] } else { sizes };

	println!("| round | calls | certificate | time | per unit | weight | blocks | proof | per unit | state per unit |");
	println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
	measure(&program, "31 regions", serde_json::json!({}))?;
	for size in sizes {
		let patch = genesis_of_hospitals(&program, size)?;
		measure(&program, &format!("{size} hospitals"), patch)?;
	}
	Ok(())
}

/// Proves the first round of a chain and prints what that costs.
fn measure(program: &Program, name: &str, patch: serde_json::Value) -> Outcome<()> {
	let mut chain = Chain::new(program, "development", patch)?;
	// The clock starts with the first block.
	chain.make_block(&[])?;
	let Proof { dmus, bytes, transactions } = prove(&chain)?;

	let (mut calls, mut time, mut proof, mut weight) = (0, Duration::ZERO, 0, Weight::zero());
	for transaction in transactions {
		weight = weight.saturating_add(transaction.get_dispatch_info().total_weight());
		let cost = chain.measure(&transaction.encode(), RUNS)?;
		calls += 1;
		time += cost.time;
		proof += cost.proof;
	}

	let state = (0..dmus)
		.map(|dmu| Efficiencies::<Runtime>::hashed_key_for(ROUND, dmu))
		.map(|key| Ok(chain.decoded::<Efficiency>(&key)?.encoded_size()))
		.sum::<Outcome<usize>>()?;
	// Limits depend on the block: these are those outside of any.
	let limits = BasicExternalities::default()
		.execute_with(<Runtime as frame_system::Config>::BlockWeights::get);
	let normal = limits.get(DispatchClass::Normal).max_total.unwrap_or(limits.max_block);
	let dmus = usize::from(dmus);
	println!(
		"| {name} | {calls} | {} B | {} ms | {} µs | {} ms, {} kB | {} | {} B | {} B | {} B |",
		bytes / dmus,
		time.as_millis(),
		time.as_micros() / dmus as u128,
		weight.ref_time() / 1_000_000_000,
		weight.proof_size() / 1_000,
		blocks(weight, normal),
		proof,
		proof / dmus,
		state / dmus,
	);
	Ok(())
}

/// How many blocks the calls fill, in tenths.
fn blocks(weight: Weight, normal: Weight) -> String {
	let tenths = |part: u64, whole: u64| (u128::from(part) * 10).div_ceil(u128::from(whole.max(1)));
	let filled = tenths(weight.ref_time(), normal.ref_time())
		.max(tenths(weight.proof_size(), normal.proof_size()));
	format!("{}.{}", filled / 10, filled % 10)
}
