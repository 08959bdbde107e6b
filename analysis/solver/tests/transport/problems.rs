//! Problems that are hard on a planner.

use salus_analysis::transport::{
	verify, Demand, Flow, Pair, Problem, Proof, Refusal, Supply, Totals, MAX_SUPPLIES,
};
use salus_solver::{
	transport::{plan, Plan},
	Random,
};

/// What is special about a problem.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
	/// Nothing: everything may go everywhere.
	Plain,
	/// Quantities, ranks and kilometres are so small that plans tie all the time.
	Tied,
	/// Most pairs are forbidden.
	Sparse,
	/// Quantities are zero as often as not.
	Empty,
	/// As much is offered as is wanted.
	Even,
	/// Kilometres and ranks are at one end of their range or at the other.
	Extreme,
}

pub const FAMILIES: [Family; 6] =
	[Family::Plain, Family::Tied, Family::Sparse, Family::Empty, Family::Even, Family::Extreme];

/// A problem, and what the rules say of its pairs.
#[derive(Clone, Debug)]
pub struct Case {
	pub problem: Problem,
	pub allowed: Vec<bool>,
}

impl Case {
	/// With up to so many supplies and demands, of up to so many units each.
	pub fn new(random: &mut Random, family: Family, parties: u64, most: u64) -> Self {
		let supplies = random.between(1, parties) as usize;
		let demands = match family {
			Family::Even => supplies,
			_ => random.between(1, parties) as usize,
		};
		let most = match family {
			Family::Tied => most.min(3),
			_ => most,
		};
		let quantities: Vec<u64> = (0..supplies + demands)
			.map(|_| match family {
				Family::Empty => random.below(2) * random.between(0, most),
				_ => random.between(0, most),
			})
			.collect();
		let supply = |random: &mut Random, place: usize| Supply {
			quantity: quantities[place],
			expiry: match family {
				Family::Tied => random.below(2) as u16,
				Family::Extreme => random.below(2) as u16 * (MAX_SUPPLIES as u16 - 1),
				_ => random.below(parties) as u16,
			},
			place: place as u16,
		};
		let supplied = (0..supplies).map(|place| supply(random, place)).collect();
		let mut wanted: Vec<Demand> = (0..demands)
			.map(|place| Demand { quantity: quantities[supplies + place], place: place as u16 })
			.collect();
		if family == Family::Even {
			for (demand, quantity) in wanted.iter_mut().rev().zip(&quantities) {
				demand.quantity = *quantity;
			}
		}
		let kilometres: Vec<u16> = (0..supplies * demands)
			.map(|_| match family {
				Family::Tied => random.below(3) as u16,
				Family::Extreme => random.below(2) as u16 * u16::MAX,
				_ => random.below(4_000) as u16,
			})
			.collect();
		let allowed = (0..supplies * demands)
			.map(|_| match family {
				Family::Plain | Family::Even => true,
				Family::Sparse => random.below(3) == 0,
				_ => random.below(4) > 0,
			})
			.collect();
		let problem = Problem::new(supplied, wanted, |from, to| {
			kilometres[usize::from(from) * demands + usize::from(to)]
		});
		Self { problem: problem.expect("a problem"), allowed }
	}

	pub fn is_allowed(&self, pair: Pair) -> bool {
		let demands = self.problem.demands().len();
		self.allowed[usize::from(pair.supply) * demands + usize::from(pair.demand)]
	}

	pub fn pairs(&self) -> impl Iterator<Item = Pair> + use<> {
		let demands = self.problem.demands().len() as u16;
		(0..self.problem.supplies().len() as u16)
			.flat_map(move |supply| (0..demands).map(move |demand| Pair { supply, demand }))
	}

	pub fn plan(&self) -> Plan {
		plan(&self.problem, |pair| self.is_allowed(pair))
	}

	pub fn verify(&self, proof: Proof<'_>) -> Result<Totals, Refusal> {
		verify(&self.problem, proof, |pair| self.is_allowed(pair))
	}

	/// What a plan achieves, if it keeps to what there is and what may be; counted by this program alone.
	pub fn achieved(&self, flows: &[Flow]) -> Option<Totals> {
		let (supplies, demands) = (self.problem.supplies(), self.problem.demands());
		let mut taken = vec![0u128; supplies.len()];
		let mut got = vec![0u128; demands.len()];
		let mut totals = Totals::default();
		for flow in flows {
			let (supply, demand) = (usize::from(flow.supply), usize::from(flow.demand));
			if supply >= supplies.len() || demand >= demands.len() || !self.is_allowed(flow.pair())
			{
				return None;
			}
			let units = u128::from(flow.quantity);
			taken[supply] += units;
			got[demand] += units;
			totals.units += units;
			totals.expiry += units * u128::from(supplies[supply].expiry);
			let kilometres = self.problem.kilometres(flow.pair()).expect("a pair");
			totals.unit_kilometres += units * u128::from(kilometres);
		}
		let within = taken.iter().zip(supplies).all(|(units, own)| *units <= own.quantity.into())
			&& got.iter().zip(demands).all(|(units, own)| *units <= own.quantity.into());
		within.then_some(totals)
	}
}
