//! Plans against all that there are.

use crate::problems::{Case, FAMILIES};
use salus_analysis::transport::{Flow, Proof, Totals};
use salus_solver::Random;
use std::cmp::Reverse;

/// Calls something with every plan of a case.
fn every_plan(case: &Case, act: &mut impl FnMut(&[Flow])) {
	fn extend(
		case: &Case,
		pair: usize,
		left: &mut [u64],
		open: &mut [u64],
		flows: &mut Vec<Flow>,
		act: &mut impl FnMut(&[Flow]),
	) {
		let demands = open.len();
		if pair == left.len() * demands {
			return act(flows);
		}
		let (supply, demand) = (pair / demands, pair % demands);
		let most = if case.allowed[pair] { left[supply].min(open[demand]) } else { 0 };
		for quantity in 0..=most {
			if quantity > 0 {
				flows.push(Flow { supply: supply as u16, demand: demand as u16, quantity });
			}
			left[supply] -= quantity;
			open[demand] -= quantity;
			extend(case, pair + 1, left, open, flows, act);
			left[supply] += quantity;
			open[demand] += quantity;
			if quantity > 0 {
				flows.pop();
			}
		}
	}
	let mut left: Vec<u64> = case.problem.supplies().iter().map(|own| own.quantity).collect();
	let mut open: Vec<u64> = case.problem.demands().iter().map(|own| own.quantity).collect();
	extend(case, 0, &mut left, &mut open, &mut Vec::new(), act);
}

/// How good a plan is: the greater the better.
fn key(totals: &Totals) -> (u128, Reverse<u128>, Reverse<u128>) {
	(totals.units, Reverse(totals.expiry), Reverse(totals.unit_kilometres))
}

/// Of what expires up to each rank, how many units a plan takes.
fn taken_until(case: &Case, flows: &[Flow], ranks: u16) -> Vec<u64> {
	let supplies = case.problem.supplies();
	let until = |rank| {
		let early = flows.iter().filter(|flow| supplies[usize::from(flow.supply)].expiry <= rank);
		early.map(|flow| flow.quantity).sum()
	};
	(0..ranks).map(until).collect()
}

#[test]
fn no_plan_is_better_and_the_prices_tell_the_best_from_all_others() {
	let mut random = Random(1);
	let (mut plans, mut best_plans) = (0, 0);
	for number in 0..6_000 {
		let case = Case::new(&mut random, FAMILIES[number % FAMILIES.len()], 3, 3);
		let found = case.plan();
		let totals = case.verify(found.proof()).expect("proven");
		assert_eq!(case.achieved(&found.flows), Some(totals));
		every_plan(&case, &mut |flows| {
			let other = case.achieved(flows).expect("a plan");
			assert!(key(&other) <= key(&totals), "{case:?}: {flows:?} is better");
			let proof = Proof { flows, ..found.proof() };
			let is_best = other == totals;
			assert_eq!(case.verify(proof).is_ok(), is_best, "{case:?}: {flows:?}");
			plans += 1;
			best_plans += usize::from(is_best);
		});
	}
	println!("{plans} plans, {best_plans} of them best");
	assert!(plans > 100_000 && best_plans > 4_000, "{plans} {best_plans}");
}

#[test]
fn for_every_day_as_much_as_can_be_is_taken_of_what_expires_until_then() {
	const RANKS: u16 = 3;
	let mut random = Random(2);
	for number in 0..1_000 {
		let family = FAMILIES[number % (FAMILIES.len() - 1)];
		let case = Case::new(&mut random, family, u64::from(RANKS), 3);
		let found = case.plan();
		let units: u64 = found.flows.iter().map(|flow| flow.quantity).sum();
		let mut most = vec![0; usize::from(RANKS)];
		every_plan(&case, &mut |flows| {
			if flows.iter().map(|flow| flow.quantity).sum::<u64>() == units {
				for (most, taken) in most.iter_mut().zip(taken_until(&case, flows, RANKS)) {
					*most = taken.max(*most);
				}
			}
		});
		assert_eq!(taken_until(&case, &found.flows, RANKS), most, "{case:?}");
	}
}
