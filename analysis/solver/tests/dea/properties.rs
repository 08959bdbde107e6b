//! What holds of every report, whatever the sample.

use crate::samples;
use num_bigint::{BigInt, BigUint};
use proptest::prelude::*;
use salus_analysis::dea::{
	Basis, DmuReport, Model, Optimum, Orientation, Peer, Program, Ratio, Returns, ReturnsToScale,
	Sample, Score, Slack, SlackWeights, Stage, Step, Verifier, ONE,
};
use salus_solver::Solver;
use std::cmp::Ordering;

const RETURNS: [Returns; 4] =
	[Returns::Constant, Returns::Variable, Returns::NonIncreasing, Returns::NonDecreasing];

fn models() -> impl Strategy<Value = Model> {
	(
		prop_oneof![Just(Orientation::Input), Just(Orientation::Output)],
		prop_oneof![Just(SlackWeights::Mean), Just(SlackWeights::Raw)],
	)
		.prop_map(|(orientation, weights)| Model { orientation, weights })
}

fn reports(sample: &Sample, model: Model) -> Vec<DmuReport> {
	let mut solver = Solver::new(sample, model);
	(0..sample.dmus())
		.map(|dmu| {
			let (certificate, report) = solver.report(dmu as u16).expect("a certificate");
			let verified = Verifier::new(sample, model).report(dmu as u16, &certificate);
			assert_eq!(verified.as_ref(), Ok(&report));
			report
		})
		.collect()
}

fn optima(sample: &Sample, model: Model, program: Program) -> Vec<Optimum> {
	let mut solver = Solver::new(sample, model);
	let dmus = 0..sample.dmus() as u16;
	dmus.map(|dmu| solver.solve(dmu, program).expect("an optimum").1).collect()
}

fn rebuilt(sample: &Sample, rows: Vec<Vec<u64>>) -> Sample {
	Sample::new(sample.inputs(), sample.outputs(), &rows).expect("a sample")
}

fn rows(sample: &Sample) -> Vec<Vec<u64>> {
	sample.rows().map(<[u64]>::to_vec).collect()
}

/// A fraction over a given denominator, times that denominator.
fn over(ratio: &Ratio, denominator: &BigUint) -> BigInt {
	(ratio.numerator() * (denominator / ratio.denominator())).into()
}

/// Values of every length up to 64 bits.
fn wide(least: u64) -> impl Strategy<Value = u64> {
	(0..64u32, any::<u64>()).prop_map(move |(cut, value)| (value >> cut).max(least))
}

/// A fraction with small parts.
#[derive(PartialEq, Eq)]
struct Quotient(u64, u64);

impl Ord for Quotient {
	fn cmp(&self, other: &Self) -> Ordering {
		let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
		product(self.0, other.1).cmp(&product(other.0, self.1))
	}
}

impl PartialOrd for Quotient {
	fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
		Some(self.cmp(other))
	}
}

proptest! {
	#![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

	#[test]
	fn units_of_measurement_do_not_matter(
		sample in samples::any(25, 3),
		orientation in prop_oneof![Just(Orientation::Input), Just(Orientation::Output)],
		factors in proptest::collection::vec(1..1_000u64, 6),
	) {
		let model = Model { orientation, weights: SlackWeights::Mean };
		// There must be room for the factors.
		prop_assume!(rows(&sample).iter().flatten().all(|value| *value < u64::MAX / 1_000));
		let scaled = rebuilt(&sample, rows(&sample).into_iter().map(|row| {
			row.into_iter().zip(&factors).map(|(value, factor)| value * factor).collect()
		}).collect());
		for returns in RETURNS {
			let program = Program { returns, stage: Stage::Slacks };
			let (before, after) = (optima(&sample, model, program), optima(&scaled, model, program));
			for (before, after) in before.iter().zip(&after) {
				prop_assert_eq!(before.score(), after.score());
				prop_assert_eq!(before.weights(), after.weights());
				let slacks = before.slacks().iter().zip(after.slacks()).zip(&factors);
				for ((before, after), &factor) in slacks {
					prop_assert_eq!(
						before.numerator() * factor * after.denominator(),
						after.numerator() * before.denominator()
					);
				}
			}
		}
	}

	#[test]
	fn a_copy_of_a_dmu_changes_nothing(
		sample in samples::any(25, 3),
		model in models(),
		copied in any::<proptest::sample::Index>(),
	) {
		let copied = copied.index(sample.dmus());
		let mut more = rows(&sample);
		more.push(more[copied].clone());
		let before = reports(&sample, model);
		let after = reports(&rebuilt(&sample, more), model);
		for (before, after) in before.iter().zip(&after) {
			if model.weights == SlackWeights::Raw {
				prop_assert_eq!(before, after);
			} else {
				// A copy changes the means, by which slacks are weighed.
				prop_assert_eq!(
					(before.crste, before.vrste, before.nirs, before.returns_to_scale),
					(after.crste, after.vrste, after.nirs, after.returns_to_scale)
				);
			}
		}
		prop_assert_eq!(&after[copied], &after[sample.dmus()]);
	}

	#[test]
	fn another_dmu_never_raises_a_score(
		sample in samples::any(25, 3),
		model in models(),
	) {
		let mut fewer = rows(&sample);
		prop_assume!(fewer.len() > 1);
		fewer.pop();
		let fewer = rebuilt(&sample, fewer);
		for returns in RETURNS {
			let program = Program { returns, stage: Stage::Score };
			let (before, after) = (optima(&fewer, model, program), optima(&sample, model, program));
			for (before, after) in before.iter().zip(&after) {
				prop_assert!(after.score() <= before.score());
			}
		}
	}

	#[test]
	fn stronger_assumptions_never_raise_a_score(sample in samples::any(25, 3), model in models()) {
		let [constant, variable, falling, rising] = RETURNS.map(|returns| {
			optima(&sample, model, Program { returns, stage: Stage::Score })
		});
		for (dmu, report) in reports(&sample, model).iter().enumerate() {
			let score = |optima: &[Optimum]| optima[dmu].score().clone();
			let (constant, variable) = (score(&constant), score(&variable));
			let (falling, rising) = (score(&falling), score(&rising));
			prop_assert!(constant <= falling && falling <= variable && variable <= Ratio::one());
			prop_assert!(constant <= rising && rising <= variable);
			// Of the two halves of the frontier, one is that of constant returns.
			prop_assert!(falling == constant || falling == variable);
			prop_assert_eq!(constant.clone(), falling.clone().min(rising));

			prop_assert_eq!(u128::from(report.nirs.0), falling.rounded());
			prop_assert_eq!(report.returns_to_scale, if constant == variable {
				ReturnsToScale::Constant
			} else if falling == variable {
				ReturnsToScale::Decreasing
			} else {
				ReturnsToScale::Increasing
			});
			prop_assert!(report.scale.0 <= ONE);
		}
	}

	#[test]
	fn one_input_and_one_output_make_a_quotient(
		rows in proptest::collection::vec([wide(1), wide(0)], 1..30),
		model in models(),
	) {
		let rows: Vec<Vec<u64>> = rows.into_iter().map(Vec::from).collect();
		let sample = Sample::new(1, 1, &rows).expect("a sample");
		// Of two quotients, the larger.
		let best = rows.iter().max_by_key(|row| Quotient(row[1], row[0])).expect("a DMU");
		let program = Program { returns: Returns::Constant, stage: Stage::Slacks };
		for (row, optimum) in rows.iter().zip(optima(&sample, model, program)) {
			let score = optimum.score();
			prop_assert_eq!(
				score.numerator() * BigUint::from(row[0]) * best[1],
				if best[1] == 0 { BigUint::ZERO } else { score.denominator() * row[1] * best[0] }
			);
			prop_assert!(best[1] != 0 || score.is_zero());
		}
	}

	#[test]
	fn slacks_and_weights_add_up_exactly(sample in samples::any(25, 3), model in models()) {
		for returns in RETURNS {
			let program = Program { returns, stage: Stage::Slacks };
			for (dmu, optimum) in optima(&sample, model, program).iter().enumerate() {
				let own = sample.row(dmu).expect("a DMU");
				if model.orientation == Orientation::Output && own[sample.inputs()..].iter().all(|&y| y == 0) {
					continue;
				}
				let one = BigUint::from(1u8);
				let common = optimum.weights().first().map_or(&one, |(_, weight)| weight.denominator());
				// The score is over the same denominator, or under the same numerator.
				let score = optimum.score();
				for (column, &value) in own.iter().enumerate() {
					let mut reached: BigInt = optimum.weights().iter().map(|(peer, weight)| {
						over(weight, common) * sample.row(usize::from(*peer)).expect("a DMU")[column]
					}).sum();
					let slack = &optimum.slacks()[column];
					let is_input = column < sample.inputs();
					let both = slack.denominator() * common;
					reached *= BigInt::from(slack.denominator().clone());
					let slack = slack.numerator() * common;
					let slack = BigInt::from(slack);
					if is_input { reached += slack } else { reached -= slack }
					let (above, below) = match (model.orientation, is_input) {
						(Orientation::Input, true) => (score.numerator().clone(), score.denominator().clone()),
						(Orientation::Output, false) => (score.denominator().clone(), score.numerator().clone()),
						_ => (one.clone(), one.clone()),
					};
					prop_assert_eq!(reached * BigInt::from(below), BigInt::from(both * above * value));
				}
				let sum: BigInt = optimum.weights().iter().map(|(_, weight)| over(weight, common)).sum();
				let common = BigInt::from(common.clone());
				match returns {
					Returns::Constant => {},
					Returns::Variable => prop_assert_eq!(sum, common),
					Returns::NonIncreasing => prop_assert!(sum <= common),
					Returns::NonDecreasing => prop_assert!(sum >= common),
				}
			}
		}
	}

	#[test]
	fn the_optimum_does_not_depend_on_the_way_to_it(sample in samples::any(15, 3), model in models()) {
		let verifier = Verifier::new(&sample, model);
		for returns in RETURNS {
			let program = Program { returns, stage: Stage::Slacks };
			let mut backwards = Solver::new(&sample, model);
			for (dmu, optimum) in optima(&sample, model, program).iter().enumerate().rev() {
				let dmu = dmu as u16;
				for other in [
					backwards.solve(dmu, program).expect("an optimum").1,
					exactly(&verifier, dmu, program),
				] {
					prop_assert_eq!(other.score(), optimum.score());
					prop_assert_eq!(other.slacks(), optimum.slacks());
					prop_assert_eq!(other.weights(), optimum.weights());
				}
			}
		}
	}

	#[test]
	fn the_order_of_dmus_does_not_matter_for_scores_and_slacks(
		sample in samples::any(25, 3),
		model in models(),
	) {
		let mut reversed = rows(&sample);
		reversed.reverse();
		let forwards = reports(&sample, model);
		let backwards = reports(&rebuilt(&sample, reversed), model);
		for (mut a, mut b) in forwards.into_iter().zip(backwards.into_iter().rev()) {
			a.peers.clear();
			b.peers.clear();
			prop_assert_eq!(a, b);
		}
	}
}

/// The optimum by exact steps from the beginning.
fn exactly(verifier: &Verifier<'_>, dmu: u16, program: Program) -> Optimum {
	let mut basis: Basis = verifier.start(dmu, program).expect("a DMU");
	loop {
		match verifier.step(dmu, program, &basis).expect("a feasible basis") {
			Step::Optimal(optimum) => return optimum,
			Step::Next(next) => basis = next,
		}
	}
}

/// Twice what the others need, and less of either output. Compared with the first there would be
/// seven more of one output and one of the other; with the second, one and six.
#[test]
fn raw_slacks_are_weighed_in_the_units_of_their_columns() {
	let whole = Sample::new(1, 2, &[[1, 11, 5], [1, 5, 10], [2, 4, 4]]).expect("a sample");
	let fine = Sample::new(1, 2, &[[1, 11, 5_000], [1, 5, 10_000], [2, 4, 4_000]]);
	let fine = fine.expect("a sample").with_decimals(&[0, 0, 3]);
	let model = Model { orientation: Orientation::Input, weights: SlackWeights::Raw };
	for (sample, digits) in [(whole, 1), (fine, 1_000)] {
		let report = reports(&sample, model).pop().expect("a DMU");
		let one = u128::from(ONE);
		assert_eq!(report.output_slacks, [Slack(7 * one), Slack(digits * one)]);
		assert_eq!(report.peers, [Peer { dmu: 0, weight: Score(ONE) }]);
	}
}
