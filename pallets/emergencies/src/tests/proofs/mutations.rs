//! Plans that somebody tampered with: none is accepted that is not the best.

use super::{plan, submit, waiting};
use crate::{mock::*, PostedPlan};
use frame_support::storage::{with_transaction, TransactionOutcome};
use salus_analysis::transport::{totals, Flow, Pair, Price, Totals};
use salus_primitives::{chance::Random, AllocationId, Quantity};
use sp_runtime::DispatchError;

/// Three needs of different size, and three offers, which expire on two days, and of which one is for Wuhan alone.
fn scene() -> AllocationId {
	for (institution, quantity) in [(HOSPITAL, 7), (CLINIC, 12), (CENTRE, 4)] {
		asks(institution, quantity);
	}
	let lot = stock(DONOR, MASKS, 6, day(2020, 6, 1));
	offers_of(DONOR, supply(lot, 6));
	let lot = stock(SUPPLIER, MASKS, 9, None);
	let mut to_wuhan = supply(lot, 9);
	to_wuhan.scope.regions = vec![code("CN-WH")].try_into().expect("one region");
	offers_of(SUPPLIER, to_wuhan);
	let lot = stock(SUPPLIER, MASKS, 5, day(2020, 6, 1));
	offers_of(SUPPLIER, supply(lot, 5));
	waiting()
}

/// The best plan over the pairs that may be without some of them, as the solver finds it.
pub(super) fn solved(id: AllocationId, without: &[(u16, u16)]) -> PostedPlan {
	let (needs, offers) = (crate::AskedBy::<Test>::get(id), crate::GivenBy::<Test>::get(id));
	let problem = problem(id);
	let found = salus_solver::transport::plan(&problem, |Pair { supply, demand }| {
		offers[usize::from(supply)].may_go_to(demand) && !without.contains(&(supply, demand))
	});
	let flows: Vec<_> =
		found.flows.iter().map(|flow| (flow.supply, flow.demand, flow.quantity)).collect();
	let prices = |prices: &[Price]| prices.iter().map(|price| price.0).collect::<Vec<_>>();
	assert_eq!(found.demand_prices.len(), needs.len());
	plan(id, &flows, &prices(&found.supply_prices), &prices(&found.demand_prices))
}

/// What a plan of an allocation answers.
pub(super) fn problem(id: AllocationId) -> salus_analysis::transport::Problem {
	let (needs, offers) = (crate::AskedBy::<Test>::get(id), crate::GivenBy::<Test>::get(id));
	let distances = crate::Distances::<Test>::get(id);
	crate::allocations::problem_of(&needs, &offers, &distances).expect("it is small")
}

/// Tampers with a figure.
fn change(random: &mut Random, figure: &mut u64) {
	*figure = match random.below(5) {
		0 => figure.wrapping_add(1),
		1 => figure.wrapping_sub(1),
		2 => 0,
		3 => figure.wrapping_add(random.below(100)),
		_ => random.draw(),
	};
}

/// Tampers with a plan.
pub(super) fn mutate(random: &mut Random, plan: &mut PostedPlan) {
	let place = |random: &mut Random, count: usize| random.below(count.max(1) as u64) as usize;
	match random.below(6) {
		0 => {
			let at = place(random, plan.supply_prices.len());
			plan.supply_prices.as_mut().iter_mut().skip(at).take(1).for_each(|price| {
				change(random, &mut price.0);
			});
		}
		1 => {
			let at = place(random, plan.demand_prices.len());
			plan.demand_prices.as_mut().iter_mut().skip(at).take(1).for_each(|price| {
				change(random, &mut price.0);
			});
		}
		2 => {
			let at = place(random, plan.flows.len());
			plan.flows.as_mut().iter_mut().skip(at).take(1).for_each(|flow: &mut Flow| {
				change(random, &mut flow.quantity);
			});
		}
		3 => {
			// Some units go another way.
			let quantity: Quantity = 1 + random.below(3);
			let (supply, demand) = (random.below(4) as u16, random.below(4) as u16);
			let mut listed = plan.flows.to_vec();
			if let Some(flow) = listed.first_mut() {
				flow.quantity = flow.quantity.saturating_sub(quantity);
			}
			listed.push(Flow { supply, demand, quantity });
			listed.sort();
			plan.flows = crate::LineList::truncate_from(listed);
		}
		4 => {
			// All prices of one side go up by as much as those of the other one go down.
			let by = random.below(1_000);
			for price in plan.supply_prices.as_mut() {
				price.0 = price.0.saturating_add(by);
			}
			for price in plan.demand_prices.as_mut() {
				price.0 = price.0.saturating_sub(by);
			}
		}
		_ => {
			let at = place(random, plan.flows.len());
			let mut listed = plan.flows.to_vec();
			if at < listed.len() {
				listed.remove(at);
			}
			plan.flows = crate::LineList::truncate_from(listed);
		}
	}
}

#[test]
fn none_is_accepted_that_is_not_the_best() {
	run(|| {
		let id = scene();
		let problem = problem(id);
		let best = solved(id, &[]);
		let expected = totals(&problem, &best.flows);
		// The hospital gets its seven of what is for Wuhan, and the clinic and the centre the eleven that expire first.
		let unit_kilometres = 6 * 687 + 5 * 294 + 7 * 294;
		assert_eq!(expected, Totals { units: 18, expiry: 7, unit_kilometres });
		let mut random = Random(2_020);
		let (mut accepted, mut refused) = (0, 0);
		for _ in 0..1_000 {
			let mut plan = best.clone();
			for _ in 0..1 + random.below(2) {
				mutate(&mut random, &mut plan);
			}
			let taken = with_transaction(|| {
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(submit(plan.clone()).is_ok()))
			});
			if taken.expect("it is rolled back") {
				assert_eq!(totals(&problem, &plan.flows), expected, "{plan:?}");
				accepted += 1;
			} else {
				refused += 1;
			}
		}
		assert!(accepted > 0 && refused > 660, "{accepted} and {refused}");
	});
}
