//! What the benchmarks of plans need: one that holds, of as many flows as are asked for, over which it takes as long
//! as it may to see that; and a problem as one may come, to be solved.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	allocations::benchmarking::{listed_needs, listed_offers, Scene, UNITS},
	proofs::{PlanBars, PostedPlan, PriceList},
	BarredPairs, BarredSets, Candidates, Config, DistanceTable, Distances, FrozenNeed, FrozenOffer,
	Line, LineList, NeedSet, Stage, MAX_LINES, MAX_PLACES, MAX_SIDE,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::BenchmarkError;
use salus_analysis::transport::{expiry_ranks, worth, Demand, Pair, Price, Problem, Supply};
use salus_primitives::{AllocationId, Moment};
use salus_solver::Random;
use sp_core::H256;

/// How many places there are.
const PLACES: u32 = MAX_PLACES - 1;
/// How many places behind an offer the needs are to which it sends something.
const AHEAD: u32 = 20;
/// How many places a problem has that is drawn.
const REGIONS: u64 = 31;
/// From each of these places to the other.
const FAR: u16 = 60_000;

/// An allocation that waits for a plan, of so many needs and as many offers, and a plan of so many flows: each
/// offer sends something to the need of its number and to the next one. These are far away, and everything else
/// is near, where nothing may go: for all pairs but a few the prices would prefer it.
pub(crate) fn planned<T: Config>(
	scene: &Scene,
	side: u32,
	flows: u32,
) -> (AllocationId, PostedPlan) {
	let flows: Vec<Line> = (0..flows).map(flow).collect();
	let mut needs = listed_needs(&[], side);
	let mut offers = listed_offers(&[], side);
	needs.iter_mut().for_each(|need| need.share = 0);
	for (number, need) in (0u32..).zip(&mut needs) {
		need.place = ((number + AHEAD) % PLACES) as u8;
	}
	for (number, offer) in (0u32..).zip(&mut offers) {
		offer.place = (number % PLACES) as u8;
		(offer.expires_at, offer.left, offer.pairs) = (None, 0, [0; 8]);
	}
	for line in &flows {
		let offer = &mut offers[usize::from(line.supply)];
		offer.let_go_to(line.demand);
		offer.left = offer.left.saturating_add(line.quantity);
		let need = &mut needs[usize::from(line.demand)];
		need.share = need.share.saturating_add(line.quantity);
	}
	let id = deciding::<T>(scene, (needs, offers), None);
	let plan = PostedPlan {
		allocation: id,
		fingerprint: fingerprint(),
		bars: PlanBars::default(),
		flows: LineList::truncate_from(flows),
		supply_prices: PriceList::truncate_from(vec![Price(0); side as usize]),
		demand_prices: PriceList::truncate_from(vec![Price(worth(0, FAR)); side as usize]),
	};
	(id, plan)
}

/// The flow of a number: to the need of the offer's number, or to the next one.
fn flow(number: u32) -> Line {
	let supply = (number / 2) as u16;
	Line { supply, demand: supply.saturating_add((number % 2) as u16), quantity: UNITS }
}

/// The fingerprint of every allocation.
fn fingerprint() -> H256 {
	H256::repeat_byte(1)
}

/// An allocation of these needs and offers that waits for a plan, or asks the rules about these lines, from one on.
pub(crate) fn deciding<T: Config>(
	scene: &Scene,
	listed: (Vec<FrozenNeed>, Vec<FrozenOffer>),
	candidate: Option<(Vec<Line>, u16)>,
) -> AllocationId {
	let asked = candidate.as_ref().map(|(_, asked)| *asked);
	let stage = Stage::Deciding { decide_by: Moment::MAX, asked };
	let id = scene.allocation::<T>(stage, listed, Vec::new());
	// As much was barred as may be.
	let barred = vec![NeedSet::default(); MAX_SIDE as usize];
	BarredPairs::<T>::insert(id, BarredSets::truncate_from(barred));
	if let Some((lines, _)) = candidate {
		Candidates::<T>::insert(id, LineList::truncate_from(lines));
	}
	// From the second place to the first one, from the third one to both, and so on.
	let distance = |far: u32, near: u32| match far - near {
		AHEAD | 21 | 42 | 43 => FAR,
		_ => 0,
	};
	let table = (0..PLACES).flat_map(|far| (0..far).map(move |near| distance(far, near)));
	Distances::<T>::insert(id, DistanceTable::truncate_from(table.collect()));
	id
}

/// As many lines as a plan may have, of which the last ones are from the first offers to the first needs.
pub(crate) fn candidate(last: u32) -> Vec<Line> {
	let others = (last..MAX_LINES).map(flow);
	let line = |number: u32| Line { supply: number as u16, demand: number as u16, quantity: UNITS };
	others.chain((0..last).map(line)).collect()
}

/// As many bars as a plan may carry but one that is true: the last one.
pub(crate) fn bars(last: Pair) -> Vec<Pair> {
	let others = (0..crate::MAX_PLAN_BARS.saturating_sub(1)).map(|_| Pair { supply: 1, demand: 9 });
	others.chain([last]).collect()
}

/// A problem of so many offers and as many needs, which are drawn: in places that lie apart, of many expiries, and of
/// about as much as is wanted.
pub(crate) fn drawn(side: u32) -> Result<Problem, BenchmarkError> {
	let mut random = Random(2020);
	let seats: Vec<_> = (0..REGIONS).map(|_| (random.below(3_000), random.below(4_000))).collect();
	let days: Vec<_> = (0..side).map(|_| random.below(360)).collect();
	let supply = |expiry| Supply {
		quantity: random.between(50, 20_000),
		expiry,
		place: random.below(REGIONS) as u16,
	};
	let supplies = expiry_ranks(&days).into_iter().map(supply).collect();
	let demand =
		|_| Demand { quantity: random.between(50, 20_000), place: random.below(REGIONS) as u16 };
	let demands = (0..side).map(demand).collect();
	let kilometres = |from: u16, to: u16| {
		let ((x, y), (u, v)) = (seats[usize::from(from)], seats[usize::from(to)]);
		x.abs_diff(u).saturating_add(y.abs_diff(v)) as u16
	};
	let problem = Problem::new(supplies, demands, kilometres);
	problem.map_err(|_| BenchmarkError::Stop("it is small enough"))
}
