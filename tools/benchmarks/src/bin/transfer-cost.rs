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
//! Up to there no rule applies. Then it sets `propose` and `dispatch` of a gift that no rule applies to
//! beside those of one that falls under ten rules of four conditions each: as many as there can be, all
//! of which hold. The rules are written into the state, since those of governance would take motions.
//!
//! Last it carries out lines of a plan of as many as there can be, each of which moves a part of one lot,
//! and sets them beside `propose`: the first line, with the whole call that carries it out, and each further
//! line of the same call. The plan is written into the state too, since one takes a vote.
//!
//! It does so at several sizes of the chain. A size of N means N registered lots, and also N
//! accounts that hold the asset, so that each pallet searches tries of about the same depth.
//!
//! The runtime must be compiled with its feature `runtime-benchmarks`, which adds `pallet_assets`;
//! `scripts/benchmark cost` does that and starts this program. Nothing here passes or fails: it
//! reports.

use codec::Encode;
use frame_support::{weights::Weight, BoundedVec};
use pallet_circulation::LegReceipt;
use pallet_reallocation::{
	FirstUnfinished, Goods, LineOrder, LineOrders, NextPlanId, Orders, Plan, Plans, MAX_LINES,
	MAX_STEP,
};
use pallet_registry::{Commissioning, LotIdentity};
use pallet_rules::{
	Author, Clause, Condition, Force, Index, NextRuleId, Own, OwnRules, Party, Reach, Rule,
	RuleIndex, Rules, Wording, GOVERNANCE_RULES, OWN_RULES,
};
use salus_benchmarks::{
	chain::{Chain, Cost, Filling, Program},
	signer::Signer,
	table::ratio,
	tokens::{self, stranger},
	transfer::propose,
	Outcome,
};
use salus_primitives::{
	time::DAY, Batch, CalendarDate, Capability, ClassId, EventClaim, Expiry, InstitutionId,
	InstitutionKind, LotId, Moment, PlanId, Quantity, RecordId, RegionCode, RuleId, SiteNumber,
	Sscc, TransferId,
};
use salus_runtime::{Runtime, RuntimeCall};
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use std::{env, fs};

/// How often each extrinsic is timed.
const RUNS: u32 = 200;
/// How many pairs of extrinsics fill a block while the chain grows.
const PER_BLOCK: u64 = 100;
/// Of the development cast: who gives, who receives, who carries, and a class.
const DONOR: InstitutionId = InstitutionId(0);
const HOSPITAL: InstitutionId = InstitutionId(1);
const CARRIER: InstitutionId = InstitutionId(6);
const MASK: ClassId = ClassId(0);
/// What the lines of a plan are compared with.
const PROPOSE: &str = "propose";
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

	let (mut fillings, mut compared, mut planned) = (Vec::new(), Vec::new(), Vec::new());
	println!(
		"| lots | extrinsic | signed by | time, µs | to assets | proof, bytes | to assets | \
		 charged, µs | charged proof, bytes |"
	);
	println!("|---:|---|---|---:|---:|---:|---:|---:|---:|");
	for size in sizes {
		let Measured { rows, filled, ruled, lines } = measure(&program, size)?;
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
		let proposed = rows.iter().find(|row| row.name == PROPOSE).ok_or("nothing was proposed")?;
		planned.extend(lines.map(|line| (size, proposed.cost, line)));
		fillings.extend(filled.into_iter().map(|filled| (size, filled)));
		compared.extend(ruled.into_iter().map(|ruled| (size, ruled)));
	}

	println!(
		"\n| lots | extrinsic | time under no rule, µs | under ten, µs | ratio | \
		 proof under no rule, bytes | under ten, bytes | ratio |"
	);
	println!("|---:|---|---:|---:|---:|---:|---:|---:|");
	for (size, Ruled { name, free, bound }) in compared {
		println!(
			"| {size} | {name} | {} | {} | {} | {} | {} | {} |",
			free.time.as_micros(),
			bound.time.as_micros(),
			ratio(bound.time.as_nanos(), free.time.as_nanos()),
			free.proof,
			bound.proof,
			ratio(bound.proof as u128, free.proof as u128),
		);
	}

	println!("\n| lots | of a plan | time, µs | to propose | proof, bytes | to propose |");
	println!("|---:|---|---:|---:|---:|---:|");
	for (size, proposed, Line { name, cost }) in planned {
		println!(
			"| {size} | {name} | {} | {} | {} | {} |",
			cost.time.as_micros(),
			ratio(cost.time.as_nanos(), proposed.time.as_nanos()),
			cost.proof,
			ratio(cost.proof as u128, proposed.proof as u128),
		);
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

/// What one extrinsic costs where no rule applies, and where as many as can be do.
struct Ruled {
	name: &'static str,
	free: Cost,
	bound: Cost,
}

/// What a line of a plan costs.
struct Line {
	name: &'static str,
	cost: Cost,
}

/// What is measured at one size of the chain.
struct Measured {
	rows: Vec<Row>,
	filled: Vec<Filled>,
	ruled: Vec<Ruled>,
	lines: [Line; 2],
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

	/// Measures `propose` and `dispatch` of another gift, which is `transfer`.
	fn propose_and_dispatch(
		&mut self,
		donor: &mut Signer,
		hospital: &mut Signer,
		(transfer, lot): (TransferId, LotId),
	) -> Outcome<[Cost; 2]> {
		let now = self.chain.now();
		let proposed = self.chain.measure(&donor.sign(&propose([(lot, 500)], now)), RUNS)?;
		self.chain.make_block(&[hospital.sign(&accept(transfer))])?;
		let dispatched = self.chain.measure(&donor.sign(&dispatch(transfer, now)), RUNS)?;
		Ok([proposed, dispatched])
	}
}

fn measure(program: &Program, size: u64) -> Outcome<Measured> {
	let tokens = tokens::genesis([Alice, Bob].map(|key| (key.to_account_id(), 1_000_000_000_000)));
	let mut chain = Chain::new(program, "development", tokens)?;
	let (mut donor, mut hospital) =
		(Signer::new(Alice, chain.genesis_hash()), Signer::new(Bob, chain.genesis_hash()));

	for start in (0..size).step_by(PER_BLOCK as usize) {
		let extrinsics: Vec<_> = (start..size.min(start + PER_BLOCK))
			.flat_map(|place| {
				[donor.sign(&register_lot()), donor.sign(&tokens::transfer(stranger(place)))]
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
		let transfer = |place| tokens::transfer(stranger(place % size));
		let filling = chain.fill(cores, (0..MOST).map(|place| signer.sign(&transfer(place))))?;
		filled.push(Filled { cores, name: ASSETS, filling });

		let mut signer = donor.clone();
		let now = chain.now();
		let propose = |place| propose([(LotId(place % size), 1)], now);
		let filling = chain.fill(cores, (0..MOST).map(|place| signer.sign(&propose(place))))?;
		filled.push(Filled { cores, name: PROPOSE, filling });
	}

	let lot = LotId(size / 2);
	let now = chain.now();
	let transfer = TransferId(0);
	let keep_alive = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: Bob.to_account_id().into(),
		value: salus_runtime::UNIT,
	});
	let tokens = tokens::transfer(stranger(size / 2));
	let receive = RuntimeCall::Circulation(pallet_circulation::Call::receive {
		transfer,
		legs: BoundedVec::truncate_from(vec![LegReceipt { accepted: 500, ..Default::default() }]),
		sensor: None,
		document: None,
		event: event(now),
	});

	let mut bench = Bench { chain, rows: Vec::new() };
	bench.run("balances transfer_keep_alive", ("donor", &mut donor), &keep_alive)?;
	bench.run(ASSETS, ("donor", &mut donor), &tokens)?;
	bench.run(ASSETS, ("hospital", &mut hospital), &tokens)?;
	bench.run(PROPOSE, ("donor", &mut donor), &propose([(lot, 500)], now))?;
	bench.run("accept", ("hospital", &mut hospital), &accept(transfer))?;
	bench.run("dispatch", ("donor", &mut donor), &dispatch(transfer, now))?;
	bench.run("receive", ("hospital", &mut hospital), &receive)?;

	// Lots of which nothing was taken, if there are three.
	let second = (TransferId(1), LotId((size / 2 + 1) % size));
	let third = (TransferId(2), LotId((size / 2 + 2) % size));
	let free = bench.propose_and_dispatch(&mut donor, &mut hospital, second)?;
	bench.chain.put(ten_rules()?)?;
	let bound = bench.propose_and_dispatch(&mut donor, &mut hospital, third)?;
	let pairs = [PROPOSE, "dispatch"].into_iter().zip(free).zip(bound);
	let ruled = pairs.map(|((name, free), bound)| Ruled { name, free, bound }).collect();
	let mut carry_out = |plan, most| {
		bench.chain.put(longest_plan(plan, size, bench.chain.now()))?;
		let call = pallet_reallocation::Call::carry_out { plan, most };
		bench.chain.measure(&donor.sign(&RuntimeCall::Reallocation(call)), RUNS)
	};
	let (one, all) = (carry_out(PlanId(0), 1)?, carry_out(PlanId(1), MAX_STEP)?);
	let further = MAX_STEP - 1;
	let each = Cost {
		time: all.time.saturating_sub(one.time) / further,
		proof: all.proof.saturating_sub(one.proof) / further as usize,
	};
	let lines = [
		Line { name: "the first line, with its call", cost: one },
		Line { name: "each further line", cost: each },
	];
	Ok(Measured { rows: bench.rows, filled, ruled, lines })
}

/// A plan of as many lines as there can be, each of which moves half of another lot to the hospital, and no
/// rules. No block carries it out by itself, so that an empty one does not.
fn longest_plan(id: PlanId, size: u64, now: Moment) -> Vec<(Vec<u8>, Vec<u8>)> {
	// Behind those of which something was taken.
	let first = size / 2 + 3 + id.0 * u64::from(MAX_LINES);
	let lots = (0..u64::from(MAX_LINES)).map(|place| LotId((first + place) % size));
	let lines = lots.map(|lot| LineOrder {
		giver: DONOR,
		goods: Goods::Lot(lot),
		receiver: HOSPITAL,
		serves: None,
		quantity: 500,
	});
	let plan = Plan {
		dispatch_by: now + DAY,
		receive_by: now + 5 * DAY,
		lines: MAX_LINES,
		carried_out: 0,
		archived: 0,
		decided_at: now,
		newest_record: Some(RecordId(0)),
	};
	let lines = LineOrders::truncate_from(lines.collect());
	Vec::from([
		(Index::<Runtime>::hashed_key().to_vec(), RuleIndex::default().encode()),
		(NextPlanId::<Runtime>::hashed_key().to_vec(), PlanId(id.0 + 1).encode()),
		(FirstUnfinished::<Runtime>::hashed_key().to_vec(), PlanId(id.0 + 1).encode()),
		(Plans::<Runtime>::hashed_key_for(id), plan.encode()),
		(Orders::<Runtime>::hashed_key_for(id), lines.encode()),
	])
}

/// As many rules as what the donor gives to the hospital can fall under, each with four conditions, all
/// of which hold: of governance and of the donor, for masks and for all classes. What they say costs is
/// a lineage, a licence, levels, and a limit that is counted for each rule of a class.
fn ten_rules() -> Outcome<Vec<(Vec<u8>, Vec<u8>)>> {
	const FULL: &str = "there is no room for the rule";
	let party = Party::Receiver;
	let country = RegionCode::try_from("CN").map_err(|_| "the code is no region's")?;
	let wording = |third, fourth| {
		let second = Condition::Within { party, region: country.clone() };
		let first = Condition::OfKind { party, kind: InstitutionKind::Hospital };
		let clauses =
			[first, second, third, fourth].map(|condition| Clause { condition, negated: false });
		Wording::truncate_from(vec![BoundedVec::truncate_from(clauses.to_vec())])
	};
	let for_masks = wording(
		Condition::ShelfLife { days: 30 },
		Condition::AtMost { quantity: Quantity::MAX, days: 7, to: Reach::Region },
	);
	let for_all = wording(
		Condition::Licensed { party, capability: Capability::Ventilation },
		Condition::KeepsDays { days: 7 },
	);

	let (mut index, mut own, mut entries) = (RuleIndex::default(), Own::default(), Vec::new());
	let mut next = RuleId(0);
	for (class, wording) in [(Some(MASK), for_masks), (None, for_all)] {
		for (author, count) in
			[(Author::Governance, GOVERNANCE_RULES), (Author::Institution(DONOR), OWN_RULES)]
		{
			let mut listed = Vec::new();
			for _ in 0..count {
				let rule = Rule {
					author,
					class,
					wording: wording.clone(),
					digest: H256::repeat_byte(1),
					version: 0,
					force: Force::Binding,
					newest_record: Some(RecordId(0)),
				};
				entries.push((Rules::<Runtime>::hashed_key_for(next), rule.encode()));
				listed.push(next);
				next = next.next().ok_or(FULL)?;
			}
			match author {
				Author::Governance => {
					let listed = BoundedVec::try_from(listed).map_err(|_| FULL)?;
					index.governed.try_insert(class, listed).map_err(|_| FULL)?;
				}
				Author::Institution(institution) => {
					let listed = BoundedVec::try_from(listed).map_err(|_| FULL)?;
					own.try_insert(class, listed).map_err(|_| FULL)?;
					index.authors.set(institution, true);
				}
			}
		}
	}
	entries.extend([
		(NextRuleId::<Runtime>::hashed_key().to_vec(), next.encode()),
		(Index::<Runtime>::hashed_key().to_vec(), index.encode()),
		(OwnRules::<Runtime>::hashed_key_for(DONOR), own.encode()),
	]);
	Ok(entries)
}

fn event(now: Moment) -> EventClaim {
	EventClaim { at: now, utc_offset: 480 }
}

fn accept(transfer: TransferId) -> RuntimeCall {
	RuntimeCall::Circulation(pallet_circulation::Call::accept { transfer })
}

fn dispatch(transfer: TransferId, now: Moment) -> RuntimeCall {
	RuntimeCall::Circulation(pallet_circulation::Call::dispatch {
		transfer,
		carrier: Some(CARRIER),
		sscc: Some(Sscc(*b"376104250021234569")),
		expected: None,
		sensor: None,
		event: event(now),
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
