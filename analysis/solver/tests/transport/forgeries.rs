//! Proofs that are not quite those that were found.

use crate::problems::{Case, FAMILIES};
use num_bigint::BigInt;
use salus_analysis::transport::{Flow, Price, Refusal};
use salus_solver::{transport::Plan, Random};
use std::collections::BTreeMap;

/// Changes something of a plan or of its prices.
fn forge(random: &mut Random, case: &Case, plan: &mut Plan) {
	let (supplies, demands) = (plan.supply_prices.len() as u64, plan.demand_prices.len() as u64);
	let amount = 1 + random.below(3);
	match random.below(12) {
		// Units that go around a cycle of four pairs, which is what tells one plan from its neighbour.
		0..=3 if plan.flows.len() > 1 => {
			let one = plan.flows[random.below(plan.flows.len() as u64) as usize];
			let other = plan.flows[random.below(plan.flows.len() as u64) as usize];
			let by = random.between(1, one.quantity.min(other.quantity).max(1));
			for (supply, demand, more) in [
				(one.supply, one.demand, false),
				(other.supply, other.demand, false),
				(one.supply, other.demand, true),
				(other.supply, one.demand, true),
			] {
				change(plan, supply, demand, if more { i128::from(by) } else { -i128::from(by) });
			}
		}
		// Units that come from another supply, or go to another demand.
		4 if !plan.flows.is_empty() => {
			let one = plan.flows[random.below(plan.flows.len() as u64) as usize];
			change(plan, one.supply, one.demand, -i128::from(amount));
			match random.below(2) {
				0 => change(plan, random.below(supplies) as u16, one.demand, amount.into()),
				_ => change(plan, one.supply, random.below(demands) as u16, amount.into()),
			}
		}
		// More or less on one pair.
		5 => {
			let sign = if random.below(2) == 0 { 1 } else { -1 };
			let pair = (random.below(supplies) as u16, random.below(demands) as u16);
			change(plan, pair.0, pair.1, sign * i128::from(amount));
		}
		// A price, or all prices against each other.
		6..=8 => {
			let by: u64 = [1, 2, 1 << 10, 1 << 25, 1 << 43][random.below(5) as usize];
			let by = if random.below(2) == 0 { by } else { by.wrapping_neg() };
			let shift = |price: &mut Price, by: u64| price.0 = price.0.wrapping_add(by);
			match random.below(3) {
				0 => shift(&mut plan.supply_prices[random.below(supplies) as usize], by),
				1 => shift(&mut plan.demand_prices[random.below(demands) as usize], by),
				_ => {
					plan.supply_prices.iter_mut().for_each(|price| shift(price, by));
					plan.demand_prices.iter_mut().for_each(|price| shift(price, by.wrapping_neg()));
				}
			}
		}
		// The form.
		9 => match random.below(6) {
			0 => plan.flows.reverse(),
			1 => plan.flows.extend(plan.flows.clone().first()),
			2 => plan.flows.push(Flow { supply: supplies as u16, demand: 0, quantity: 1 }),
			3 => drop(plan.supply_prices.pop()),
			4 => plan.demand_prices.push(Price(0)),
			_ => {
				if let Some(flow) = plan.flows.first_mut() {
					flow.quantity = 0;
				}
			}
		},
		// The plan or the prices of no plan at all.
		10 => plan.flows.clear(),
		// An optimal plan for other rules.
		_ => {
			let mut other = case.clone();
			let pair = random.below(other.allowed.len() as u64) as usize;
			other.allowed[pair] = !other.allowed[pair];
			*plan = other.plan();
		}
	}
}

/// More or less on a pair.
fn change(plan: &mut Plan, supply: u16, demand: u16, by: i128) {
	let mut flows: BTreeMap<(u16, u16), i128> =
		plan.flows.iter().map(|flow| ((flow.supply, flow.demand), flow.quantity.into())).collect();
	*flows.entry((supply, demand)).or_default() += by;
	plan.flows = flows
		.into_iter()
		.filter_map(|((supply, demand), quantity)| {
			let quantity = u64::try_from(quantity).ok().filter(|quantity| *quantity > 0)?;
			Some(Flow { supply, demand, quantity })
		})
		.collect();
}

/// Whether a plan and prices prove each other: by weak duality, that is so if both keep to their
/// constraints and have the same value.
fn is_proof(case: &Case, plan: &Plan) -> bool {
	let (supplies, demands) = (case.problem.supplies(), case.problem.demands());
	let Plan { flows, supply_prices, demand_prices } = plan;
	if supply_prices.len() != supplies.len() || demand_prices.len() != demands.len() {
		return false;
	}
	let is_written_so = flows.iter().all(|flow| flow.quantity > 0)
		&& flows.windows(2).all(|pair| pair[0].pair() < pair[1].pair())
		&& supply_prices.iter().chain(demand_prices).all(|price| price.0 <= 1 << 43);
	if !is_written_so || case.achieved(flows).is_none() {
		return false;
	}
	// What a unit over a pair is worth, as the module says.
	let worth = |supply: u16, demand: u16| {
		let rank = supplies[usize::from(supply)].expiry;
		let pair = salus_analysis::transport::Pair { supply, demand };
		let kilometres = case.problem.kilometres(pair).expect("a pair");
		(1i128 << 43) - (i128::from(rank) << 25) - i128::from(kilometres)
	};
	let price = |prices: &[Price], place: u16| i128::from(prices[usize::from(place)].0);
	let dual_feasible = case.pairs().filter(|pair| case.is_allowed(*pair)).all(|pair| {
		let sum = price(supply_prices, pair.supply) + price(demand_prices, pair.demand);
		sum >= worth(pair.supply, pair.demand)
	});
	let primal: BigInt = flows
		.iter()
		.map(|flow| BigInt::from(worth(flow.supply, flow.demand)) * flow.quantity)
		.sum();
	let of_supplies = supplies.iter().zip(supply_prices).map(|(own, p)| (own.quantity, p.0));
	let of_demands = demands.iter().zip(demand_prices).map(|(own, p)| (own.quantity, p.0));
	let dual: BigInt =
		of_supplies.chain(of_demands).map(|(units, price)| BigInt::from(units) * price).sum();
	dual_feasible && primal == dual
}

fn kind(refusal: Refusal) -> &'static str {
	match refusal {
		Refusal::WrongLength => "wrong length",
		Refusal::PriceTooHigh => "price too high",
		Refusal::NotAscending(_) => "not ascending",
		Refusal::NoSuchPair(_) => "no such pair",
		Refusal::Empty(_) => "empty",
		Refusal::SupplyExceeded(_) => "supply exceeded",
		Refusal::DemandExceeded(_) => "demand exceeded",
		Refusal::SupplyLeft(_) => "supply left",
		Refusal::DemandOpen(_) => "demand open",
		Refusal::NotTight(_) => "not tight",
		Refusal::Forbidden(_) => "forbidden",
		Refusal::NotOptimal(_) => "not optimal",
	}
}

#[test]
fn a_forgery_is_accepted_if_and_only_if_it_is_a_proof_of_the_best_plan() {
	const CASES: usize = 3_000;
	const EACH: usize = 80;
	let mut random = Random(4);
	let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
	for number in 0..CASES {
		let parties = [3, 8, 20][number % 3];
		let most = [2, 1_000, u64::MAX - 1][number / 3 % 3];
		let case = Case::new(&mut random, FAMILIES[number % FAMILIES.len()], parties, most);
		let honest = case.plan();
		let best = case.verify(honest.proof()).expect("proven");
		assert!(is_proof(&case, &honest));
		for _ in 0..EACH {
			let mut plan = honest.clone();
			while plan == honest {
				for _ in 0..random.between(1, 2) {
					if plan.supply_prices.is_empty() || plan.demand_prices.is_empty() {
						break;
					}
					forge(&mut random, &case, &mut plan);
				}
			}
			let verdict = case.verify(plan.proof());
			assert_eq!(verdict.is_ok(), is_proof(&case, &plan), "{case:?} {plan:?} {verdict:?}");
			// The prices prove every best plan.
			if plan.supply_prices == honest.supply_prices
				&& plan.demand_prices == honest.demand_prices
				&& plan.flows.windows(2).all(|pair| pair[0].pair() < pair[1].pair())
				&& plan.flows.iter().all(|flow| flow.quantity > 0)
			{
				let is_best = case.achieved(&plan.flows) == Some(best);
				assert_eq!(verdict.is_ok(), is_best, "{case:?} {plan:?} {verdict:?}");
			}
			let outcome = match verdict {
				Ok(totals) => {
					assert_eq!(totals, best, "{case:?} {plan:?}");
					"accepted"
				}
				Err(refusal) => kind(refusal),
			};
			*outcomes.entry(outcome).or_default() += 1;
		}
	}
	println!("{outcomes:?}");
	assert_eq!(outcomes.values().sum::<usize>(), CASES * EACH);
	// Every way of being refused was taken, and some forgeries are other proofs of the best plan.
	assert_eq!(outcomes.len(), 13, "{outcomes:?}");
}
