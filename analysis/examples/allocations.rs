//! Shares and plans of cases that are read from the standard input, one a line, for programs that work them out by
//! themselves: `tests/python/test_allocation.py` does.
//!
//! A line is a list of whole numbers, after a word that says of what:
//!
//! - `apportion OFFERED`, then of each need its id, its priority, whether it has evidence (1) or not (0), its weight,
//!   and what it asks for. Answered with what each is given.
//! - `offers OFFERS NEEDS`, so many; then of each offer its quantity, of each need the same five numbers, and of each
//!   pair whether it is allowed (1) or not (0), row by row. Answered with what each need is given.
//! - `greedy SUPPLIES DEMANDS`, so many; then of each supply its quantity and the rank of its expiry, of each
//!   demand its quantity, the kilometres of each pair, and of each pair whether it is allowed (1) or not (0), row
//!   by row. Answered with supply, demand and units of each flow, in ascending order.
//! - `prove SUPPLIES DEMANDS`, and the same; then the price of each supply and of each demand, and of each flow of a
//!   plan its supply, demand and units. Answered with units, units times rank, and unit-kilometres of the plan if
//!   the prices prove that it is the best one, and with nothing otherwise.

use salus_analysis::{
	apportionment::{apportion, apportion_offers, Need},
	transport::{verify, Demand, Flow, Greedy, Pair, Price, Problem, Proof, Supply},
};
use std::{
	error::Error,
	io::{stdin, stdout, BufRead, BufWriter, Write},
};

/// How many pairs one step asks about: few, so that most plans take several.
const AT_ONCE: u32 = 7;
/// How many numbers tell of a need.
const NUMBERS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
	let mut out = BufWriter::new(stdout().lock());
	for line in stdin().lock().lines() {
		let line = line?;
		let mut words = line.split_whitespace();
		let what = words.next().unwrap_or_default();
		let numbers = words.map(str::parse).collect::<Result<Vec<u64>, _>>()?;
		let answer = match what {
			"apportion" => shares(&numbers)?,
			"offers" => shares_of_offers(&numbers)?,
			"greedy" => plan(&numbers)?,
			"prove" => totals(&numbers)?,
			_ => return Err(format!("neither shares nor a plan: {line}").into()),
		};
		let answer: Vec<_> = answer.iter().map(u128::to_string).collect();
		writeln!(out, "{}", answer.join(" "))?;
	}
	Ok(())
}

fn shares(numbers: &[u64]) -> Result<Vec<u128>, Box<dyn Error>> {
	let (offered, needs) = numbers.split_first().ok_or("nothing is offered")?;
	let needs = needs.chunks(NUMBERS).map(need).collect::<Result<Vec<_>, _>>()?;
	let shares = apportion(&needs, (*offered).into())?;
	Ok(shares.into_iter().map(u128::from).collect())
}

fn shares_of_offers(numbers: &[u64]) -> Result<Vec<u128>, Box<dyn Error>> {
	let [offers, needs, rest @ ..] = numbers else {
		return Err("it does not say how many there are".into());
	};
	let (offers, count) = (usize::try_from(*offers)?, usize::try_from(*needs)?);
	let too_short = "the line is too short";
	let (quantities, rest) = rest.split_at_checked(offers).ok_or(too_short)?;
	let (needs, allowed) = rest.split_at_checked(count * NUMBERS).ok_or(too_short)?;
	let needs = needs.chunks(NUMBERS).map(need).collect::<Result<Vec<_>, _>>()?;
	let may = |offer: usize, need: usize| allowed.get(offer * count + need) == Some(&1);
	let shares = apportion_offers(&needs, quantities, may)?;
	Ok(shares.into_iter().map(u128::from).collect())
}

fn need(numbers: &[u64]) -> Result<Need, Box<dyn Error>> {
	let [id, priority, has_evidence, weight, asked] = *numbers else {
		return Err("a need has five numbers".into());
	};
	let has_evidence = has_evidence == 1;
	Ok(Need { id, priority: priority.try_into()?, has_evidence, weight, asked })
}

/// A problem, and which of its pairs are allowed.
struct Case {
	problem: Problem,
	allowed: Vec<bool>,
}

impl Case {
	/// Takes it from the beginning of a line.
	fn read(numbers: &mut impl Iterator<Item = u64>) -> Result<Self, Box<dyn Error>> {
		let mut next = || numbers.next().ok_or("the line is too short");
		let (offers, needs) = (next()?, next()?);
		let mut supplies = Vec::new();
		for place in 0..offers {
			let (quantity, expiry) = (next()?, next()?);
			supplies.push(Supply {
				quantity,
				expiry: expiry.try_into()?,
				place: place.try_into()?,
			});
		}
		let mut demands = Vec::new();
		for place in 0..needs {
			demands.push(Demand { quantity: next()?, place: place.try_into()? });
		}
		let mut cells = Vec::new();
		for _ in 0..offers * needs {
			cells.push(u16::try_from(next()?)?);
		}
		let mut allowed = Vec::new();
		for _ in 0..offers * needs {
			allowed.push(next()? == 1);
		}
		let columns = demands.len();
		let problem = Problem::new(supplies, demands, |from, to| {
			let number = usize::from(from) * columns + usize::from(to);
			cells.get(number).copied().unwrap_or_default()
		})?;
		Ok(Self { problem, allowed })
	}

	fn may(&self, Pair { supply, demand }: Pair) -> bool {
		let columns = self.problem.demands().len();
		self.allowed.get(usize::from(supply) * columns + usize::from(demand)) == Some(&true)
	}
}

fn plan(numbers: &[u64]) -> Result<Vec<u128>, Box<dyn Error>> {
	let case = Case::read(&mut numbers.iter().copied())?;
	let mut greedy = Greedy::new(&case.problem);
	let mut flows = Vec::new();
	while !greedy.is_done() {
		let mut left = AT_ONCE;
		let may_go = |pair| {
			left = left.checked_sub(1)?;
			Some(case.may(pair))
		};
		flows.extend(greedy.step(&case.problem, may_go));
	}
	flows.sort_unstable_by_key(|flow| (flow.supply, flow.demand));
	let words = |flow: &Flow| [u128::from(flow.supply), flow.demand.into(), flow.quantity.into()];
	Ok(flows.iter().flat_map(words).collect())
}

fn totals(numbers: &[u64]) -> Result<Vec<u128>, Box<dyn Error>> {
	let mut numbers = numbers.iter().copied();
	let case = Case::read(&mut numbers)?;
	let (supplies, demands) = (case.problem.supplies().len(), case.problem.demands().len());
	let supply_prices: Vec<_> = numbers.by_ref().take(supplies).map(Price).collect();
	let demand_prices: Vec<_> = numbers.by_ref().take(demands).map(Price).collect();
	let rest: Vec<u64> = numbers.collect();
	let flows = rest.chunks(3).map(flow).collect::<Result<Vec<_>, _>>()?;
	let proof =
		Proof { flows: &flows, supply_prices: &supply_prices, demand_prices: &demand_prices };
	Ok(match verify(&case.problem, proof, |pair| case.may(pair)) {
		Ok(totals) => vec![totals.units, totals.expiry, totals.unit_kilometres],
		Err(_) => Vec::new(),
	})
}

fn flow(numbers: &[u64]) -> Result<Flow, Box<dyn Error>> {
	let [supply, demand, quantity] = *numbers else {
		return Err("a flow has three numbers".into());
	};
	Ok(Flow { supply: supply.try_into()?, demand: demand.try_into()?, quantity })
}
