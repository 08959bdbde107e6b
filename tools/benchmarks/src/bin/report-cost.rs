//! # What an efficiency report costs the chain
//!
//! Proves whole rounds, as the off-chain worker of a node would: certificates in batches as large as
//! one call may carry, as transactions without a signature, one block each. Rounds are the 31 regions
//! of the development chain and made-up hospitals with two inputs and two outputs. Prints for each
//!
//! - how many calls it takes, and how long a certificate is on average as it travels;
//! - the execution time: the least of several runs of `apply_extrinsic` for each call, an empty call
//!   of the executor subtracted, in which certificates are verified and stored;
//! - what the calls weigh, and how many blocks of normal transactions that fills;
//! - the recorded proof: by how many bytes the calls lengthen the proofs of empty blocks;
//! - how much longer the state gets.
//!
//! The runtime is compiled as for the chain that it is measured for, or with its feature
//! `runtime-benchmarks`; `scripts/benchmark report` does that and starts this program. Nothing here
//! passes or fails: it reports.

use codec::{Decode, Encode};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	weights::Weight,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_efficiency::{
	Call, CertificateBatch, Dmu, Efficiencies, Efficiency, Indicator, IndicatorRole, Opening,
	Roster, Round, RoundSeed, RoundSpecification, RoundSpecifications, Rounds, SeedStage, Snapshot,
	Snapshots,
};
use pallet_registry::Region;
use salus_analysis::dea::{Model, Orientation, SlackWeights};
use salus_benchmarks::{
	chain::{Chain, Program},
	Outcome,
};
use salus_primitives::{CalendarDate, RegionCode, RoundId};
use salus_runtime::{Runtime, RuntimeCall};
use salus_solver::{hospitals, Solver};
use std::{env, fs, time::Duration};

/// How often each call is timed.
const RUNS: u32 = 20;
/// From which the hospitals are made up.
const SEED: u64 = 2_019;
/// The round that is measured: the first one.
const ROUND: RoundId = RoundId(0);

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
	let round: Round = stored(&chain, &Rounds::<Runtime>::hashed_key_for(ROUND))?;
	let opening: Opening = stored(&chain, &RoundSpecifications::<Runtime>::hashed_key_for(ROUND))?;
	let specification = opening.specification;
	let snapshot: Snapshot = stored(&chain, &Snapshots::<Runtime>::hashed_key_for(ROUND))?;
	let sample = snapshot.sample(&specification)?;
	let size = snapshot.size(&specification);
	let seal = round.seal.ok_or("the round is not sealed")?;

	let mut solver = Solver::new(&sample, specification.model);
	let dmus = 0..size.dmus;
	let certificates =
		dmus.clone().map(|dmu| Ok((dmu, solver.certify(dmu)?))).collect::<Outcome<Vec<_>>>()?;
	let bytes: usize = certificates.iter().map(Encode::encoded_size).sum();

	let largest = pallet_efficiency::Pallet::<Runtime>::largest_batch(size) as usize;
	let (mut calls, mut time, mut proof, mut weight) = (0, Duration::ZERO, 0, Weight::zero());
	for batch in certificates.chunks(largest) {
		let certificates = batch.to_vec().try_into().map_err(|_| "the batch is too long")?;
		let batch =
			CertificateBatch { round: ROUND, fingerprint: seal.fingerprint, size, certificates };
		let call = RuntimeCall::Efficiency(Call::post_certificates { batch, discriminator: 0 });
		let transaction =
			<Runtime as CreateAuthorizedTransaction<RuntimeCall>>::create_authorized_transaction(
				call,
			);
		weight = weight.saturating_add(transaction.get_dispatch_info().total_weight());
		let cost = chain.measure(&transaction.encode(), RUNS)?;
		calls += 1;
		time += cost.time;
		proof += cost.proof;
	}

	let state = dmus
		.map(|dmu| Efficiencies::<Runtime>::hashed_key_for(ROUND, dmu))
		.map(|key| Ok(stored::<Efficiency>(&chain, &key)?.encoded_size()))
		.sum::<Outcome<usize>>()?;
	let limits = <Runtime as frame_system::Config>::BlockWeights::get();
	let normal = limits.get(DispatchClass::Normal).max_total.unwrap_or(limits.max_block);
	let dmus = usize::from(size.dmus);
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

/// What the chain has under a key.
fn stored<V: Decode>(chain: &Chain<'_>, key: &[u8]) -> Outcome<V> {
	let bytes = chain.stored(key)?.ok_or("the chain has nothing under this key")?;
	Ok(V::decode(&mut &bytes[..])?)
}

/// The development chain with one region for each hospital, and their figures as its first round.
fn genesis_of_hospitals(program: &Program, count: usize) -> Outcome<serde_json::Value> {
	let code = |place: usize| {
		let country = char::from(b'A' + (place / 1_000) as u8);
		RegionCode::try_from(format!("Z{country}-{:03}", place % 1_000).as_str())
			.map_err(|malformed| format!("{malformed:?}"))
	};
	let figures = hospitals(SEED, count);
	let codes = (0..count).map(code).collect::<Result<Vec<_>, _>>()?;

	let mut preset = program.preset("development")?;
	let regions = preset["registry"]["regions"].as_array_mut().ok_or("there are no regions")?;
	for code in &codes {
		regions.push(serde_json::json!({
			"code": code,
			"region": Region {
				name: "A region".try_into().map_err(|_| "the name is too long")?,
				parent: None,
				belt: None,
				population: 1,
			},
		}));
	}

	let indicator = |name: &str, role| -> Outcome<Indicator> {
		Ok(Indicator {
			name: name.try_into().map_err(|_| "the name is too long")?,
			unit: "one".try_into().map_err(|_| "the unit is too long")?,
			decimals: 0,
			role,
		})
	};
	let indicators = vec![
		indicator("beds", IndicatorRole::Input)?,
		indicator("staff", IndicatorRole::Input)?,
		indicator("visits", IndicatorRole::Output)?,
		indicator("discharges", IndicatorRole::Output)?,
	];
	let report_by = CalendarDate { year: 2036, month: 1, day: 1 }.starts();
	let observations = codes
		.iter()
		.zip(&figures)
		.map(|(code, row)| {
			let values = row.iter().copied().map(Some).collect::<Vec<_>>();
			Ok((Dmu::Region(code.clone()), values.try_into().map_err(|_| "too many figures")?))
		})
		.collect::<Outcome<Vec<_>>>()?;
	let round = RoundSeed {
		specification: RoundSpecification {
			title: "Hospitals".try_into().map_err(|_| "the title is too long")?,
			note: None,
			indicators: indicators.try_into().map_err(|_| "too many indicators")?,
			model: Model { orientation: Orientation::Output, weights: SlackWeights::Mean },
			observe_by: report_by - salus_primitives::time::DAY,
			report_by,
		},
		roster: Roster::Regions(codes.try_into().map_err(|_| "too many DMUs")?),
		observations,
		stage: SeedStage::Sealed,
	};
	Ok(serde_json::json!({
		"registry": { "regions": preset["registry"]["regions"] },
		"efficiency": { "rounds": [round] },
	}))
}
