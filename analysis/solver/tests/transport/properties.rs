//! What holds of all plans.

use crate::problems::{Case, FAMILIES};
use salus_analysis::transport::{Demand, Flow, Greedy, Pair, Problem, Supply, Totals, Verifier};
use salus_solver::{
	transport::{plan, Plan},
	Random,
};

/// Cases of all families, sizes and quantities.
fn cases(seed: u64, count: usize) -> impl Iterator<Item = Case> {
	let mut random = Random(seed);
	(0..count).map(move |number| {
		let most = [3, 10_000, u64::MAX - 1][number % 3];
		let parties = [2, 6, 25, 60][number % 4];
		Case::new(&mut random, FAMILIES[number % FAMILIES.len()], parties, most)
	})
}

fn totals(case: &Case, plan: &Plan) -> Totals {
	case.verify(plan.proof()).expect("proven")
}

#[test]
fn every_plan_is_proven_and_has_fewer_flows_than_parties() {
	for case in cases(5, 1_200) {
		let found = case.plan();
		let achieved = case.achieved(&found.flows).expect("a plan");
		assert_eq!(totals(&case, &found), achieved);
		let parties = found.supply_prices.len() + found.demand_prices.len();
		assert!(found.flows.len() < parties, "{case:?}");
	}
}

/// The same case with supplies and demands from behind.
fn turned(case: &Case) -> Case {
	let (mut supplies, mut demands) =
		(case.problem.supplies().to_vec(), case.problem.demands().to_vec());
	supplies.reverse();
	demands.reverse();
	let turned = Problem::new(supplies, demands, |supply, demand| {
		case.problem.kilometres(Pair { supply, demand }).expect("a pair")
	});
	let mut allowed = case.allowed.clone();
	allowed.reverse();
	Case { problem: turned.expect("a problem"), allowed }
}

#[test]
fn the_order_of_supplies_and_demands_does_not_matter_to_what_is_achieved() {
	for case in cases(6, 600) {
		let other = turned(&case);
		assert_eq!(totals(&case, &case.plan()), totals(&other, &other.plan()));
	}
}

#[test]
fn who_has_or_wants_nothing_changes_nothing() {
	for case in cases(7, 600) {
		let mut supplies = case.problem.supplies().to_vec();
		let mut demands = case.problem.demands().to_vec();
		supplies.push(Supply { quantity: 0, expiry: 0, place: supplies.len() as u16 });
		demands.push(Demand { quantity: 0, place: demands.len() as u16 });
		let larger = Problem::new(supplies, demands, |supply, demand| {
			case.problem.kilometres(Pair { supply, demand }).unwrap_or_default()
		});
		let larger = larger.expect("a problem");
		let new = larger.supplies().len() - 1;
		let found = plan(&larger, |pair| {
			assert!(usize::from(pair.supply) != new, "nobody is asked about what is not there");
			case.is_allowed(pair)
		});
		// Everything is allowed to the new ones, and nothing of it is even asked.
		let verifier = Verifier::new(&larger, found.proof()).expect("proven");
		for pair in verifier.preferred(0..larger.pairs()) {
			assert!(case.problem.kilometres(pair).is_some_and(|_| !case.is_allowed(pair)));
		}
		assert_eq!(case.achieved(&found.flows), Some(totals(&case, &case.plan())));
	}
}

#[test]
fn pairs_are_the_same_in_one_step_and_in_many() {
	let mut random = Random(8);
	for case in cases(8, 300) {
		let mut found = case.plan();
		// With lower prices, so that many pairs are preferred.
		for price in found.supply_prices.iter_mut().filter(|_| random.below(3) == 0) {
			price.0 = 0;
		}
		found.flows.clear();
		found.demand_prices.iter_mut().for_each(|price| price.0 = 0);
		found.supply_prices.iter_mut().for_each(|price| price.0 = 0);
		let verifier = Verifier::new(&case.problem, found.proof()).expect("nothing has a price");
		let whole: Vec<Pair> = verifier.preferred(0..u32::MAX).collect();
		// With no price, all are.
		assert!(whole.iter().copied().eq(case.pairs()));
		let numbers = whole.iter().map(|pair| verifier.number(*pair));
		assert!(numbers.eq(0..case.problem.pairs()));
		let (mut steps, mut start) = (Vec::new(), 0);
		while start < case.problem.pairs() {
			let end = start + random.between(1, 40) as u32;
			steps.extend(verifier.preferred(start..end));
			start = end;
		}
		assert_eq!(steps, whole);
		assert_eq!(verifier.preferred(start..u32::MAX).count(), 0);
	}
}

/// The greedy plan in steps that ask so many pairs each, in ascending order, and how many it asked.
fn greedy(case: &Case, most: u32) -> (Vec<Flow>, u32) {
	let mut greedy = Greedy::new(&case.problem);
	let (mut flows, mut asked) = (Vec::new(), 0);
	while !greedy.is_done() {
		let mut left = most;
		let may_go = |pair| {
			left = left.checked_sub(1)?;
			Some(case.is_allowed(pair))
		};
		flows.extend(greedy.step(&case.problem, may_go));
		asked += most - left;
	}
	flows.sort();
	(flows, asked)
}

/// The greedy plan by its description: of all pairs of the supply that is first in turn, the nearest one.
fn described(case: &Case) -> Vec<Flow> {
	let mut left: Vec<u64> = case.problem.supplies().iter().map(|own| own.quantity).collect();
	let mut open: Vec<u64> = case.problem.demands().iter().map(|own| own.quantity).collect();
	let mut pairs: Vec<Pair> = case.pairs().filter(|pair| case.is_allowed(*pair)).collect();
	pairs.sort_by_key(|pair| {
		let expiry = case.problem.supplies()[usize::from(pair.supply)].expiry;
		(expiry, pair.supply, case.problem.kilometres(*pair), pair.demand)
	});
	let mut flows = Vec::new();
	for Pair { supply, demand } in pairs {
		let (left, open) = (&mut left[usize::from(supply)], &mut open[usize::from(demand)]);
		let quantity = (*left).min(*open);
		if quantity > 0 {
			*left -= quantity;
			*open -= quantity;
			flows.push(Flow { supply, demand, quantity });
		}
	}
	flows.sort();
	flows
}

#[test]
fn the_greedy_plan_is_what_it_says_in_steps_of_any_size() {
	for case in cases(9, 600) {
		let (flows, asked) = greedy(&case, u32::MAX);
		assert_eq!(flows, described(&case));
		assert!(asked <= case.problem.pairs());
		for most in [1, 2, 7] {
			assert_eq!(greedy(&case, most), (flows.clone(), asked));
		}
		let parties = case.problem.supplies().len() + case.problem.demands().len();
		assert!(flows.len() < parties);
	}
}

#[test]
fn the_greedy_plan_is_never_better_than_the_proven_one_and_often_worse() {
	let mut worse = 0;
	for case in cases(10, 600) {
		let best = totals(&case, &case.plan());
		let greedy = case.achieved(&greedy(&case, 5).0).expect("a plan");
		let key = |totals: Totals| {
			let Totals { units, expiry, unit_kilometres } = totals;
			(u128::MAX - units, expiry, unit_kilometres)
		};
		assert!(key(best) <= key(greedy), "{case:?}");
		worse += usize::from(key(best) < key(greedy));
	}
	assert!(worse > 200, "{worse}");
}

#[test]
fn a_problem_of_the_largest_size_is_proven() {
	let mut random = Random(11);
	let supplies = (0..512).map(|place| Supply {
		quantity: u64::MAX - u64::from(place),
		expiry: 511 - place,
		place,
	});
	let demands = (0..512).map(|place| Demand { quantity: random.draw(), place });
	let mut chance = Random(12);
	let problem = Problem::new(supplies.collect(), demands.collect(), |_, _| chance.draw() as u16);
	let problem = problem.expect("a problem");
	let allowed = (0..512 * 512).map(|_| chance.below(3) > 0).collect();
	let case = Case { problem, allowed };
	let found = case.plan();
	assert_eq!(Some(totals(&case, &found)), case.achieved(&found.flows));
}
