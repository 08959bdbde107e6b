//! # What serving a need costs
//!
//! Publishes a need (`publish_need`), takes goods for it from an offer (`take`) and has a standing order
//! send to it (`ring`), as signed extrinsics of one runtime, on chains with different numbers of open
//! needs, and prints for each
//!
//! - the execution time: the least of many runs of `apply_extrinsic` on the same state, an empty call of
//!   the executor subtracted;
//! - the recorded proof: by how many bytes the extrinsic lengthens the proof of an empty block, the
//!   nodes for the state root after it included;
//! - both beside those at the first number of open needs: no call looks through them, so the time stays,
//!   and the proof grows with the depth of the tries alone;
//! - what it is charged for both before it runs.
//!
//! The open needs are all for one class and asked of one region, those of the need that is measured. They
//! are written into the state, with what lists them, and without records. Their institutions are not
//! there, which nothing that is measured asks for.
//!
//! The runtime is compiled with its feature `runtime-benchmarks` or without it; `scripts/benchmark cost`
//! does that and starts this program. Nothing here passes or fails: it reports.

use codec::Encode;
use frame_support::weights::Weight;
use pallet_needs::{
	Alarm, Duty, Floor, Instruction, NextNeedId, Pace, Request, Scope, Supply, Window,
	MAX_OPEN_NEEDS,
};
use pallet_registry::{Commissioning, LotIdentity};
use salus_benchmarks::{
	chain::{Chain, Cost, Program},
	needs,
	signer::Signer,
	table::ratio,
	Outcome,
};
use salus_primitives::{
	time::DAY, Batch, CalendarDate, ClassId, Expiry, InstitutionId, LotId, Moment, NeedId, OfferId,
	OrderId, Priority, Quantity, RegionCode, SiteNumber, Terms,
};
use salus_runtime::{Runtime, RuntimeCall};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::Percent;
use std::{env, fs};

/// How often each extrinsic is timed.
const RUNS: u32 = 200;
/// Of the development cast: a class, and the region of the hospital that needs it.
const MASK: ClassId = ClassId(0);
const REGION: &str = "CN-HB";
/// The first of the institutions that are not there.
const NOBODY: u32 = 1_000;
const PACE: Pace = Pace { dispatch: 1, transit: 4 };

fn main() -> Outcome<()> {
	let mut arguments = env::args().skip(1);
	let code = arguments.next().ok_or("usage: needs-cost RUNTIME.wasm [OPEN_NEEDS ..]")?;
	let program = Program::new(fs::read(code)?);
	let sizes: Vec<u64> = arguments.map(|size| size.parse()).collect::<Result<_, _>>()?;
	let sizes = if sizes.is_empty() { vec![1_000, 100_000] } else { sizes };

	let mut first = None;
	println!(
		"| open needs | extrinsic | signed by | time, µs | to the first | proof, bytes | to the first | \
		 charged, µs | charged proof, bytes |"
	);
	println!("|---:|---|---|---:|---:|---:|---:|---:|---:|");
	for size in sizes {
		let rows = measure(&program, size)?;
		let yardsticks = first.get_or_insert_with(|| rows.map(|row| row.cost));
		for (Row { name, signed_by, cost, charged }, yardstick) in
			rows.iter().zip(yardsticks.iter())
		{
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
	}
	Ok(())
}

/// What one extrinsic costs.
#[derive(Clone, Copy)]
struct Row {
	name: &'static str,
	signed_by: &'static str,
	cost: Cost,
	charged: Weight,
}

/// Measures an extrinsic, which then is a part of the chain.
fn run(
	chain: &mut Chain<'_>,
	name: &'static str,
	(signed_by, signer): (&'static str, &mut Signer),
	call: pallet_needs::Call<Runtime>,
) -> Outcome<Row> {
	let extrinsic = signer.sign(&RuntimeCall::Needs(call));
	let charged = chain.charged(&extrinsic)?;
	let cost = chain.measure(&extrinsic, RUNS)?;
	Ok(Row { name, signed_by, cost, charged })
}

fn measure(program: &Program, size: u64) -> Outcome<[Row; 3]> {
	let mut chain = Chain::new(program, "development", serde_json::json!({}))?;
	let (mut donor, mut hospital) =
		(Signer::new(Alice, chain.genesis_hash()), Signer::new(Bob, chain.genesis_hash()));
	chain.put(open_needs(size, chain.now())?)?;

	// The donor offers a part of a lot, and sends of the rest.
	let now = chain.now();
	let prepared = [
		register_lot(),
		RuntimeCall::Needs(pallet_needs::Call::make_offer { supply: supply(now) }),
		RuntimeCall::Needs(pallet_needs::Call::give_order { instruction: sending() }),
	];
	let prepared: Vec<_> = prepared.iter().map(|call| donor.sign(call)).collect();
	chain.make_block(&prepared)?;

	let (need, offer, order) = (NeedId(size), OfferId(0), OrderId(0));
	let publish = pallet_needs::Call::publish_need { request: request(500, chain.now()) };
	let take = pallet_needs::Call::take { offer, need, quantity: 100 };
	let ring = pallet_needs::Call::ring { alarm: Alarm::Send { order, need } };
	Ok([
		run(&mut chain, "publish_need", ("hospital", &mut hospital), publish)?,
		run(&mut chain, "take", ("hospital", &mut hospital), take)?,
		run(&mut chain, "ring, to send", ("donor", &mut donor), ring)?,
	])
}

/// So many open needs, as many of each institution as there may be, as the chain stores them.
fn open_needs(count: u64, now: Moment) -> Outcome<Vec<(Vec<u8>, Vec<u8>)>> {
	let region = RegionCode::try_from(REGION).map_err(|_| "the code is no region's")?;
	let each = u64::from(MAX_OPEN_NEEDS);
	let mut entries = vec![(NextNeedId::<Runtime>::hashed_key().to_vec(), NeedId(count).encode())];
	for start in (0..count).step_by(usize::try_from(each)?) {
		let institution = InstitutionId(NOBODY + u32::try_from(start / each)?);
		let requests: Vec<_> =
			(start..count.min(start + each)).map(|_| request(500, now)).collect();
		entries.extend(needs::open_needs(institution, &region, NeedId(start), &requests));
	}
	Ok(entries)
}

fn request(quantity: Quantity, now: Moment) -> Request {
	Request {
		class: MASK,
		substitutes: Default::default(),
		quantity,
		priority: Priority::Urgent,
		window: Window { from: None, until: now + 30 * DAY },
		site: Some(SiteNumber(0)),
		shelf_life: 30,
		note: None,
		claim: None,
	}
}

/// Urgent needs of anybody.
fn urgent() -> Scope {
	Scope {
		regions: Default::default(),
		kinds: Default::default(),
		capabilities: Default::default(),
		priority: Priority::Urgent,
	}
}

fn supply(now: Moment) -> Supply {
	Supply {
		lot: LotId(0),
		quantity: 400,
		scope: urgent(),
		terms: Terms::Gift,
		keeps: 100,
		least: 10,
		until: now + 30 * DAY,
		pace: PACE,
	}
}

/// Half of what there is, at most 300 a week.
fn sending() -> Instruction {
	Instruction {
		class: MASK,
		scope: urgent(),
		floor: Floor::Units(100),
		pace: PACE,
		duty: Duty::Send { share: Percent::from_percent(50), most: 300, days: 7 },
	}
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
