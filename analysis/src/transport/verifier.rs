//! Exact verification.

use super::{totals, worth, Flow, Pair, Price, Problem, Proof, Refusal, Totals};
use alloc::vec::Vec;
use core::{iter, ops::Range};

/// How many pairs are compared before any is yielded: as many as an integer has bits. Most yield none, and
/// without a branch for each, comparing is several times as fast.
const CHUNK: usize = u64::BITS as usize;

/// A proof of which all has been checked that concerns supplies and demands by themselves. What remains
/// is about pairs:
///
/// - of each flow, that its prices [add up](Self::carries), and that the pair is allowed;
/// - of each pair that the prices [prefer](Self::preferred), that it is forbidden.
///
/// In any order, and in as many steps as suit: nothing is remembered from one to the next.
#[derive(Clone, Copy, Debug)]
pub struct Verifier<'a> {
	problem: &'a Problem,
	proof: Proof<'a>,
}

impl<'a> Verifier<'a> {
	/// Checks quantities and the prices of what is left over. Takes time in proportion to supplies,
	/// demands and flows.
	///
	/// # Errors
	///
	/// The reason why the proof is none.
	pub fn new(problem: &'a Problem, proof: Proof<'a>) -> Result<Self, Refusal> {
		let (supplies, demands) = (problem.supplies(), problem.demands());
		let Proof { flows, supply_prices, demand_prices } = proof;
		if supply_prices.len() != supplies.len() || demand_prices.len() != demands.len() {
			return Err(Refusal::WrongLength);
		}
		if supply_prices.iter().chain(demand_prices).any(|price| *price > Price::MOST) {
			return Err(Refusal::PriceTooHigh);
		}

		// What is left over, and what is open.
		let mut left: Vec<u64> = supplies.iter().map(|supply| supply.quantity).collect();
		let mut open: Vec<u64> = demands.iter().map(|demand| demand.quantity).collect();
		let mut last = None;
		for flow in flows {
			let pair = flow.pair();
			if last >= Some(pair) {
				return Err(Refusal::NotAscending(pair));
			}
			last = Some(pair);
			let supply = left.get_mut(usize::from(pair.supply));
			let demand = open.get_mut(usize::from(pair.demand));
			let (Some(left), Some(open)) = (supply, demand) else {
				return Err(Refusal::NoSuchPair(pair));
			};
			if flow.quantity == 0 {
				return Err(Refusal::Empty(pair));
			}
			let taken = left.checked_sub(flow.quantity);
			*left = taken.ok_or(Refusal::SupplyExceeded(pair.supply))?;
			let got = open.checked_sub(flow.quantity);
			*open = got.ok_or(Refusal::DemandExceeded(pair.demand))?;
		}
		let has_price = |rest: &[u64], prices: &[Price]| {
			let mut places = (0..).zip(rest.iter().zip(prices));
			places.find(|(_, (rest, price))| **rest > 0 && price.0 > 0).map(|(place, _)| place)
		};
		if let Some(supply) = has_price(&left, supply_prices) {
			return Err(Refusal::SupplyLeft(supply));
		}
		if let Some(demand) = has_price(&open, demand_prices) {
			return Err(Refusal::DemandOpen(demand));
		}
		Ok(Self { problem, proof })
	}

	/// Checks that the prices of a flow's pair add up to what it is worth. Whether the pair is allowed is
	/// for the caller to ask.
	///
	/// # Errors
	///
	/// [`Refusal::NotTight`], or [`Refusal::NoSuchPair`].
	pub fn carries(&self, flow: &Flow) -> Result<(), Refusal> {
		let pair = flow.pair();
		let (Some(from), Some(to), Some(worth)) = (
			self.proof.supply_prices.get(usize::from(pair.supply)),
			self.proof.demand_prices.get(usize::from(pair.demand)),
			self.problem.worth(pair),
		) else {
			return Err(Refusal::NoSuchPair(pair));
		};
		match from.0.checked_add(to.0) {
			Some(sum) if sum == worth => Ok(()),
			_ => Err(Refusal::NotTight(pair)),
		}
	}

	/// The pairs whose prices do not add up to what they are worth. Each of them has to be forbidden, or
	/// goods over it would improve the plan. None of them carries goods, if those that do
	/// [add up](Self::carries).
	///
	/// Of the pairs whose numbers are in a range: the pair of a supply and a demand has the number
	/// `supply * demands + demand`, and there are [`Problem::pairs`] of them. Who stops at a pair goes on
	/// at the number after its own. A pair costs an addition and a comparison.
	pub fn preferred(&self, numbers: Range<u32>) -> impl Iterator<Item = Pair> + use<'a> {
		let problem = self.problem;
		let Proof { supply_prices, demand_prices, .. } = self.proof;
		let demands = demand_prices.len();
		let end = numbers.end.min(problem.pairs()) as usize;
		let start = (numbers.start as usize).min(end);
		// With no demand, nothing is in the range.
		let (first, past) = (start / demands.max(1), end.div_ceil(demands.max(1)));
		let supplies = problem.supplies().iter().zip(supply_prices).enumerate();
		supplies.take(past).skip(first).flat_map(move |(place, (supply, price))| {
			// Below it are the demand's price and the kilometres of a pair that is preferred.
			let bound = worth(supply.expiry, 0).saturating_sub(price.0);
			let before = place * demands;
			let columns = start.saturating_sub(before)..demands.min(end - before);
			let prices = demand_prices.get(columns.clone()).unwrap_or_default();
			let row = problem.row(place).and_then(|row| row.get(columns.clone()));
			let chunks = prices.chunks(CHUNK).zip(row.unwrap_or_default().chunks(CHUNK));
			columns.step_by(CHUNK).zip(chunks).flat_map(move |(start, (prices, row))| {
				let cells = prices.iter().zip(row).rev();
				let found = cells.fold(0, |found, (price, kilometres)| {
					// A price is not so high that the sum wraps.
					let cost = price.0.wrapping_add(u64::from(*kilometres));
					found << 1 | u64::from(cost < bound)
				});
				bits(found).map(move |bit| Pair {
					supply: place as u16,
					demand: (start + bit as usize) as u16,
				})
			})
		})
	}

	/// The number of a pair, for [`preferred`](Self::preferred).
	pub fn number(&self, pair: Pair) -> u32 {
		u32::from(pair.supply) * self.problem.demands().len() as u32 + u32::from(pair.demand)
	}
}

/// Which bits are set, the lowest first.
fn bits(set: u64) -> impl Iterator<Item = u32> {
	let rest = |set: u64| (set > 0).then_some(set);
	iter::successors(rest(set), move |set| rest(set & (set - 1))).map(u64::trailing_zeros)
}

/// What a plan achieves, if it is proven. Asks for every pair that carries goods, and for every pair that
/// the prices prefer, whether it is allowed.
///
/// # Errors
///
/// The reason why it is not.
pub fn verify(
	problem: &Problem,
	proof: Proof<'_>,
	mut allowed: impl FnMut(Pair) -> bool,
) -> Result<Totals, Refusal> {
	let verifier = Verifier::new(problem, proof)?;
	for flow in proof.flows {
		verifier.carries(flow)?;
		if !allowed(flow.pair()) {
			return Err(Refusal::Forbidden(flow.pair()));
		}
	}
	match verifier.preferred(0..problem.pairs()).find(|pair| allowed(*pair)) {
		Some(pair) => Err(Refusal::NotOptimal(pair)),
		None => Ok(totals(problem, proof.flows)),
	}
}
