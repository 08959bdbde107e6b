//! The solver against HiGHS, on thousands of programs.
//!
//! HiGHS works in floating point, so it is asked only what floating point can answer, and agreement
//! is to its accuracy: that of the scores here is proven, not measured. Values that span twelve orders
//! of magnitude are beyond it, for it takes a violation of 10⁻¹⁰ for none; `properties.rs` has those.

use crate::samples::{self, Family};
use ::highs::{HighsModelStatus, RowProblem, Sense};
use salus_analysis::dea::{
	Model, Optimum, Orientation, Program, Ratio, Returns, Sample, SlackWeights, Stage,
};
use salus_solver::Solver;

const RETURNS: [Returns; 4] =
	[Returns::Constant, Returns::Variable, Returns::NonIncreasing, Returns::NonDecreasing];

/// A sample in floating point, every column divided by its largest value.
struct Values {
	inputs: usize,
	rows: Vec<Vec<f64>>,
	largest: Vec<f64>,
}

impl Values {
	fn of(sample: &Sample) -> Self {
		let mut largest = vec![1.0; sample.width()];
		for row in sample.rows() {
			for (largest, &value) in largest.iter_mut().zip(row) {
				*largest = f64::max(*largest, value as f64);
			}
		}
		let rows = sample
			.rows()
			.map(|row| row.iter().zip(&largest).map(|(&v, most)| v as f64 / most).collect())
			.collect();
		Self { inputs: sample.inputs(), rows, largest }
	}

	/// The weights of the slacks of the scaled columns, relative to the largest.
	fn slack_weights(&self, weights: SlackWeights) -> Vec<f64> {
		let absolute: Vec<f64> = (0..self.largest.len())
			.map(|column| match weights {
				SlackWeights::Raw => self.largest[column],
				SlackWeights::Mean => {
					let total: f64 = self.rows.iter().map(|row| row[column]).sum();
					if total > 0.0 {
						self.rows.len() as f64 / total
					} else {
						0.0
					}
				}
			})
			.collect();
		let most = absolute.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
		absolute.into_iter().map(|weight| weight / most).collect()
	}
}

fn run(problem: RowProblem, sense: Sense) -> f64 {
	let mut model = problem.optimise(sense);
	model.set_option("primal_feasibility_tolerance", 1e-10);
	model.set_option("dual_feasibility_tolerance", 1e-10);
	model.set_option("small_matrix_value", 1e-12);
	let solved = model.solve();
	assert_eq!(solved.status(), HighsModelStatus::Optimal);
	solved.objective_value()
}

/// θ or φ from the envelopment program; or, with the score fixed, the largest weighted slack sum.
fn envelopment(
	values: &Values,
	dmu: usize,
	orientation: Orientation,
	returns: Returns,
	slacks: Option<(f64, &[f64])>,
) -> f64 {
	let mut problem = RowProblem::default();
	let own = &values.rows[dmu];
	let weights: Vec<_> = values.rows.iter().map(|_| problem.add_column(0.0, 0..)).collect();
	let score = match slacks {
		None => problem.add_column(1.0, 0..),
		Some((score, _)) => problem.add_column(0.0, score..=score),
	};
	for (column, &value) in own.iter().enumerate() {
		let is_input = column < values.inputs;
		let is_scored = is_input == (orientation == Orientation::Input);
		let mut row: Vec<_> =
			weights.iter().zip(&values.rows).map(|(&weight, row)| (weight, row[column])).collect();
		if is_scored {
			row.push((score, -value));
		}
		let right = if is_scored { 0.0 } else { value };
		let cost = slacks.map_or(0.0, |(_, weights)| weights[column]);
		row.push((problem.add_column(cost, 0..), if is_input { 1.0 } else { -1.0 }));
		problem.add_row(right..=right, row);
	}
	let sum: Vec<_> = weights.iter().map(|&weight| (weight, 1.0)).collect();
	match returns {
		Returns::Constant => {}
		Returns::Variable => problem.add_row(1..=1, sum),
		Returns::NonIncreasing => problem.add_row(..=1, sum),
		Returns::NonDecreasing => problem.add_row(1.., sum),
	}
	let sense = match (slacks, orientation) {
		(None, Orientation::Input) => Sense::Minimise,
		_ => Sense::Maximise,
	};
	run(problem, sense)
}

/// θ or φ from the multiplier program, the dual of the envelopment program.
fn multiplier(values: &Values, dmu: usize, orientation: Orientation, returns: Returns) -> f64 {
	let mut problem = RowProblem::default();
	let own = &values.rows[dmu];
	let is_scored = |column: usize| (column < values.inputs) == (orientation == Orientation::Input);
	let worth = match orientation {
		Orientation::Input => 1.0,
		Orientation::Output => -1.0,
	};
	// The score is bounded by what the other side is worth, less or more what taking part is.
	let prices: Vec<_> = own
		.iter()
		.enumerate()
		.map(|(column, &value)| {
			problem.add_column(if is_scored(column) { 0.0 } else { value }, 0..)
		})
		.collect();
	let participation = match (returns, orientation) {
		(Returns::Constant, _) => problem.add_column(0.0, 0..=0),
		(Returns::Variable, _) => problem.add_column::<f64, _>(worth, ..),
		(Returns::NonIncreasing, _) => problem.add_column(worth, ..=0),
		(Returns::NonDecreasing, _) => problem.add_column(worth, 0..),
	};
	problem.add_row(
		1..=1,
		prices
			.iter()
			.enumerate()
			.filter(|(column, _)| is_scored(*column))
			.map(|(column, &price)| (price, own[column])),
	);
	for row in &values.rows {
		let signed = prices.iter().enumerate().map(|(column, &price)| {
			(price, if column < values.inputs { -row[column] } else { row[column] })
		});
		problem.add_row(..=0, signed.chain([(participation, 1.0)]).collect::<Vec<_>>());
	}
	let sense = match orientation {
		Orientation::Input => Sense::Maximise,
		Orientation::Output => Sense::Minimise,
	};
	run(problem, sense)
}

fn float(ratio: &Ratio) -> f64 {
	ratio.rounded() as f64 / 1e12
}

/// θ or φ.
fn objective(optimum: &Optimum, orientation: Orientation) -> f64 {
	match orientation {
		Orientation::Input => float(optimum.score()),
		Orientation::Output => {
			float(&Ratio::one().checked_div(optimum.score()).expect("a positive score"))
		}
	}
}

#[track_caller]
fn assert_close(ours: f64, theirs: f64, tolerance: f64, what: impl std::fmt::Debug) {
	assert!(
		(ours - theirs).abs() <= tolerance * (1.0 + theirs.abs()),
		"{ours} is not {theirs}: {what:?}"
	);
}

/// Compares some DMUs of many samples in all programs, and says how many programs that was.
fn compare(family: Family, count: usize, dmus: usize, columns: usize) -> usize {
	let mut programs = 0;
	for (number, sample) in
		samples::reproducible(samples::of(family, dmus, columns), count).iter().enumerate()
	{
		let values = Values::of(sample);
		let weights = if number % 2 == 0 { SlackWeights::Mean } else { SlackWeights::Raw };
		let slack_weights = values.slack_weights(weights);
		for orientation in [Orientation::Input, Orientation::Output] {
			let mut solver = Solver::new(sample, Model { orientation, weights });
			for dmu in (0..sample.dmus()).step_by(sample.dmus() / 3 + 1) {
				let outputs = &sample.row(dmu).expect("a DMU")[sample.inputs()..];
				let is_unbounded =
					orientation == Orientation::Output && outputs.iter().all(|&y| y == 0);
				for returns in RETURNS {
					let what = (sample, dmu, orientation, returns, weights);
					let program = Program { returns, stage: Stage::Slacks };
					let (_, optimum) = solver.solve(dmu as u16, program).expect("an optimum");
					programs += 1;
					if is_unbounded {
						assert!(optimum.score().is_zero());
						continue;
					}
					let ours = objective(&optimum, orientation);
					let theirs = envelopment(&values, dmu, orientation, returns, None);
					assert_close(ours, theirs, 1e-7, what);
					let dual = multiplier(&values, dmu, orientation, returns);
					assert_close(ours, dual, 1e-7, what);

					// A little room, so that the rounded score is feasible.
					let room = match orientation {
						Orientation::Input => ours + 1e-11,
						Orientation::Output => ours - 1e-11,
					};
					let theirs = envelopment(
						&values,
						dmu,
						orientation,
						returns,
						Some((room, &slack_weights)),
					);
					let ours: f64 = optimum
						.slacks()
						.iter()
						.zip(&slack_weights)
						.zip(&values.largest)
						.map(|((slack, weight), largest)| float(slack) / largest * weight)
						.sum();
					assert_close(ours, theirs, 1e-6, what);
				}
			}
		}
	}
	programs
}

#[test]
fn plain_samples_agree() {
	assert!(compare(Family::Plain, 60, 40, 4) > 1_000);
}

#[test]
fn plain_samples_of_the_largest_width_agree() {
	assert!(compare(Family::Plain, 20, 60, 8) > 400);
}

#[test]
fn tied_samples_agree() {
	assert!(compare(Family::Tied, 100, 30, 4) > 2_000);
}

#[test]
fn repeated_samples_agree() {
	assert!(compare(Family::Repeated, 60, 30, 4) > 1_000);
}

#[test]
fn scaled_samples_agree() {
	assert!(compare(Family::Scaled, 60, 30, 4) > 1_000);
}

#[test]
fn sparse_samples_agree() {
	assert!(compare(Family::Sparse, 100, 30, 4) > 2_000);
}
