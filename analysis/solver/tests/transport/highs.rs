//! The planner against HiGHS, one objective after the other.

use crate::problems::{Case, Family, FAMILIES};
use ::highs::{HighsModelStatus, RowProblem, Sense};
use salus_analysis::transport::{Pair, Totals};
use salus_solver::Random;

/// The optimum of a linear objective, with others held at values that were found before.
fn optimum(
	case: &Case,
	sense: Sense,
	objective: impl Fn(Pair) -> f64,
	held: &[(&dyn Fn(Pair) -> f64, f64)],
) -> f64 {
	let mut lp = RowProblem::default();
	let mut supplies = vec![Vec::new(); case.problem.supplies().len()];
	let mut demands = vec![Vec::new(); case.problem.demands().len()];
	let mut rows = vec![Vec::new(); held.len()];
	for pair in case.pairs().filter(|pair| case.is_allowed(*pair)) {
		let column = lp.add_column(objective(pair), 0..);
		supplies[usize::from(pair.supply)].push((column, 1.0));
		demands[usize::from(pair.demand)].push((column, 1.0));
		for (row, (weigh, _)) in rows.iter_mut().zip(held) {
			row.push((column, weigh(pair)));
		}
	}
	for (row, supply) in supplies.into_iter().zip(case.problem.supplies()) {
		lp.add_row(..=supply.quantity as f64, row);
	}
	for (row, demand) in demands.into_iter().zip(case.problem.demands()) {
		lp.add_row(..=demand.quantity as f64, row);
	}
	for (row, (_, value)) in rows.into_iter().zip(held) {
		lp.add_row(*value..=*value, row);
	}
	let solved = lp.optimise(sense).solve();
	match solved.status() {
		// Nothing is allowed.
		HighsModelStatus::ModelEmpty => 0.0,
		status => {
			assert_eq!(status, HighsModelStatus::Optimal);
			solved.objective_value()
		}
	}
}

#[track_caller]
fn assert_close(ours: u128, theirs: f64, case: &Case) {
	assert!(
		(ours as f64 - theirs).abs() <= 1e-6 * (1.0 + theirs),
		"{ours} is not {theirs}: {case:?}"
	);
}

#[test]
fn highs_finds_no_better_plan() {
	let mut random = Random(3);
	let mut compared = 0;
	for number in 0..1_200 {
		let family = FAMILIES[number % FAMILIES.len()];
		// Of some kilometres of zero and others of tens of thousands, it loses digits.
		let parties = if family == Family::Extreme { 6 } else { 5 + number as u64 / 40 };
		let case = Case::new(&mut random, family, parties, 1_000);
		let Totals { units, expiry, unit_kilometres } =
			case.verify(case.plan().proof()).expect("proven");
		let ranks =
			|pair: Pair| f64::from(case.problem.supplies()[usize::from(pair.supply)].expiry);
		let kilometres = |pair| f64::from(case.problem.kilometres(pair).expect("a pair"));
		let one = |_: Pair| 1.0;
		let most = optimum(&case, Sense::Maximise, one, &[]);
		assert_close(units, most, &case);
		let units = units as f64;
		let earliest = optimum(&case, Sense::Minimise, ranks, &[(&one, units)]);
		assert_close(expiry, earliest, &case);
		let held: [(&dyn Fn(Pair) -> f64, f64); 2] = [(&one, units), (&ranks, expiry as f64)];
		let nearest = optimum(&case, Sense::Minimise, kilometres, &held);
		assert_close(unit_kilometres, nearest, &case);
		compared += 1;
	}
	assert_eq!(compared, 1_200);
}
