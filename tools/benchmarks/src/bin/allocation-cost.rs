//! # What an allocation costs
//!
//! Opens allocations of as many needs as offers, has the off-chain worker solve them and blocks carry them out, and
//! prints for each
//!
//! - how many lines it has, and how many blocks it takes from its opening to the last transfer, the one of the
//!   opening included;
//! - what all of these blocks are charged for it, beyond an idle one, and how much of that falls on each need,
//!   offer and line: what an allocation costs grows with their number, and no faster;
//! - how long the blocks take, and how long their proofs are, beyond those of an idle one;
//! - the most that one of them is charged, as a part of what a block has at least.
//!
//! Then, of the plan that the worker found: how long the worker takes, which reads the allocation, solves it, checks
//! what it found, and asks the rules about each pair over which some plan could go that is as good; and what the call
//! costs that verifies the plan, by the least of many runs of `apply_extrinsic`, an empty call of the executor
//! subtracted. Solving alone beside verifying alone is measured by the pallet's benchmarks; `scripts/benchmark
//! allocation` runs both.
//!
//! The needs are of hospitals in all regions, four of each, and no history stands behind them. The offers are of other
//! hospitals in all regions, sixteen of each, of lots that expire in different months, and together a fifth less than
//! what is asked for. No rule applies. Needs and the emergency are written into the state, offers are made by calls; the
//! worker's transaction is in the block after the one in which shares are decided, as where a node makes all blocks.
//!
//! The runtime is compiled with its feature `runtime-benchmarks` or without it. Nothing here passes or fails: it
//! reports.

use frame_support::weights::Weight;
use pallet_emergencies::{Allocation, Stage};
use salus_benchmarks::{
	allocation,
	chain::{BlockCost, Chain, Cost, Program},
	table::ratio,
	Outcome,
};
use salus_runtime::BLOCK_SHARE;
use std::{env, fs, time::Duration};

/// How often the call is timed that verifies a plan.
const RUNS: u32 = 50;
/// More blocks than any allocation takes.
const TOO_MANY: usize = 100;

fn main() -> Outcome<()> {
	let mut arguments = env::args().skip(1);
	let code = arguments.next().ok_or("usage: allocation-cost RUNTIME.wasm [NEEDS ..]")?;
	let program = Program::new(fs::read(code)?);
	let sizes: Vec<u64> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
	let sizes = if sizes.is_empty() { vec![64, 128, 256, 512] } else { sizes };

	println!(
		"| needs | offers | lines | blocks | charged, ms | µs for each need, offer and line | time, ms | proof, kB | \
		 most of a share in one block, time | proof |"
	);
	println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
	let mut plans = Vec::new();
	for size in sizes {
		let course = measure(&program, size)?;
		let Allocation { needs, offers, lines, .. } = course.allocation;
		let parties = u64::from(needs) + u64::from(offers) + u64::from(lines);
		let Spent { charged, time, proof, most } = course.spent;
		println!(
			"| {needs} | {offers} | {lines} | {} | {} | {} | {} | {} | {} | {} |",
			course.blocks,
			charged.ref_time() / 1_000_000_000,
			charged.ref_time() / 1_000_000 / parties.max(1),
			time.as_millis(),
			proof / 1_000,
			ratio(most.ref_time().into(), BLOCK_SHARE.ref_time().into()),
			ratio(most.proof_size().into(), BLOCK_SHARE.proof_size().into()),
		);
		plans.push((size, course.plan));
	}

	println!(
		"\n| needs, and offers | plan, bytes | the worker, ms | verifying, µs | proof, bytes | charged, µs | \
		 charged proof, bytes |"
	);
	println!("|---:|---:|---:|---:|---:|---:|---:|");
	for (size, Planned { bytes, working, cost, charged }) in plans {
		println!(
			"| {size} | {bytes} | {} | {} | {} | {} | {} |",
			working.as_millis(),
			cost.time.as_micros(),
			cost.proof,
			charged.ref_time() / 1_000_000,
			charged.proof_size(),
		);
	}
	Ok(())
}

/// What an allocation took.
struct Course {
	/// As it is when its last transfer is made.
	allocation: Allocation,
	blocks: usize,
	spent: Spent,
	plan: Planned,
}

/// What the blocks of an allocation took beyond idle ones.
#[derive(Clone, Copy)]
struct Spent {
	charged: Weight,
	time: Duration,
	proof: usize,
	/// By the block that was charged most.
	most: Weight,
}

impl Spent {
	fn nothing() -> Self {
		Self { charged: Weight::zero(), time: Duration::ZERO, proof: 0, most: Weight::zero() }
	}

	fn add(&mut self, block: BlockCost, idle: BlockCost) {
		let charged = block.weight.saturating_sub(idle.weight);
		self.charged = self.charged.saturating_add(charged);
		self.time += block.time.saturating_sub(idle.time);
		self.proof += block.proof.saturating_sub(idle.proof);
		self.most = self.most.max(charged);
	}
}

/// What the plan took.
#[derive(Clone, Copy)]
struct Planned {
	/// How long its transaction is.
	bytes: usize,
	/// How long the worker took.
	working: Duration,
	/// What verifying it costs.
	cost: Cost,
	charged: Weight,
}

fn measure(program: &Program, size: u64) -> Outcome<Course> {
	let mut chain = Chain::new(program, "development", allocation::genesis(program, size)?)?;
	chain.make_block(&[])?;
	// What else the workers have to do is done before.
	loop {
		let (_, sent) = chain.run_workers()?;
		if sent.is_empty() {
			break;
		}
		chain.make_block(&sent)?;
	}
	allocation::prepare(&mut chain, program, size)?;
	let open = allocation::opening(&mut chain)?;
	let idle = chain.make_measured_block(&[])?;

	let mut spent = Spent::nothing();
	spent.add(chain.make_measured_block(&[open])?, idle);
	let mut blocks = 1;
	while !is_waiting(&chain)? {
		spent.add(chain.make_measured_block(&[])?, idle);
		blocks += 1;
		enough(blocks)?;
	}
	let (working, sent) = chain.run_workers()?;
	let [plan] = &sent[..] else {
		return Err(format!("the worker sent {} transactions", sent.len()).into());
	};
	let charged = chain.charged(plan)?;
	let cost = chain.cost(plan, RUNS)?;
	let plan_of = Planned { bytes: plan.len(), working, cost, charged };
	spent.add(chain.make_measured_block(&sent)?, idle);
	blocks += 1;
	while !is_through(&chain)? {
		spent.add(chain.make_measured_block(&[])?, idle);
		blocks += 1;
		enough(blocks)?;
	}
	Ok(Course { allocation: allocation::stored(&chain)?, blocks, spent, plan: plan_of })
}

/// Whether the allocation waits for a plan.
fn is_waiting(chain: &Chain<'_>) -> Outcome<bool> {
	Ok(matches!(allocation::stored(chain)?.stage, Stage::Deciding { asked: None, .. }))
}

/// Whether all of its transfers are made.
fn is_through(chain: &Chain<'_>) -> Outcome<bool> {
	let allocation = allocation::stored(chain)?;
	Ok(allocation.method.is_some() && allocation.carried_out == allocation.lines)
}

fn enough(blocks: usize) -> Outcome<()> {
	match blocks {
		0..TOO_MANY => Ok(()),
		_ => Err("the allocation does not come to an end".into()),
	}
}
