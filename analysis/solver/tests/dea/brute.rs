//! Every program solved by trying all of its bases.
//!
//! Where an order of objectives has an optimum, a vertex has it, and every vertex is what some basis
//! stands for. So the largest of all is the optimum, and nothing needs to be said about how to get
//! there.

use crate::{
	program::{Program, Solution, RETURNS},
	samples::{self, Family, FAMILIES},
};
use num_bigint::{BigInt, Sign};
use num_rational::{BigRational, Ratio};
use num_traits::{One, ToPrimitive, Zero};
use salus_analysis::dea::{
	self, DmuReport, Model, Optimum, Orientation, Peer, ReturnsToScale, Sample, Score, Slack,
	SlackWeights, Stage, ONE,
};
use salus_solver::Solver;
use std::{borrow::Borrow, cmp::Ordering};

/// A column that was eliminated, and the equation that was solved for it.
struct Pivot {
	column: usize,
	equation: usize,
	/// The equations that remain.
	others: Vec<usize>,
	/// What the column has in all equations, as they were at its turn.
	entries: Vec<BigInt>,
}

impl Pivot {
	fn value(&self) -> &BigInt {
		&self.entries[self.equation]
	}
}

/// What a basis stands for.
pub struct Vertex {
	/// The columns, in ascending order.
	pub basis: Vec<usize>,
	/// What each of them has, times the determinant.
	numerators: Vec<BigInt>,
	/// Positive.
	determinant: BigInt,
}

impl Vertex {
	pub fn is_feasible(&self) -> bool {
		self.numerators.iter().all(|value| value.sign() != Sign::Minus)
	}

	/// What it is worth to an objective, times the determinant.
	fn worth(&self, objective: &[BigInt]) -> BigInt {
		let both = self.basis.iter().zip(&self.numerators);
		both.map(|(&column, value)| &objective[column] * value).sum()
	}

	/// How it compares with another by an objective.
	fn compare(&self, other: &Self, objective: &[BigInt]) -> Ordering {
		let (own, others) = (self.worth(objective), other.worth(objective));
		(own * &other.determinant).cmp(&(others * &self.determinant))
	}

	/// What all variables have.
	pub fn values(&self, program: &Program) -> Vec<BigRational> {
		let mut values = vec![BigRational::zero(); program.columns.len()];
		for (&column, numerator) in self.basis.iter().zip(&self.numerators) {
			values[column] = BigRational::new(numerator.clone(), self.determinant.clone());
		}
		values
	}
}

/// The solutions of all bases that have one, feasible or not.
pub fn vertices(program: &Program) -> Vec<Vertex> {
	let mut found = Vec::new();
	extend(program, 0, &mut Vec::new(), &mut found);
	found
}

/// Completes a basis in all ways with columns from `first` on.
fn extend(program: &Program, first: usize, pivots: &mut Vec<Pivot>, found: &mut Vec<Vertex>) {
	let missing = program.right.len() - pivots.len();
	if missing == 0 {
		found.push(solve(program, pivots));
		return;
	}
	for column in first..=program.columns.len() - missing {
		let entries = eliminated(pivots, &program.columns[column]);
		let mut others = match pivots.last() {
			Some(last) => last.others.clone(),
			None => (0..program.right.len()).collect(),
		};
		// A column that depends on those before it completes no basis.
		let Some(at) = others.iter().position(|&row| !entries[row].is_zero()) else { continue };
		let equation = others.remove(at);
		pivots.push(Pivot { column, equation, others, entries });
		extend(program, column + 1, pivots, found);
		pivots.pop();
	}
}

/// A column as the pivots leave it. All numbers are minors of the matrix, so that every division is
/// without remainder (Bareiss).
fn eliminated(pivots: &[Pivot], column: &[BigInt]) -> Vec<BigInt> {
	let mut column = column.to_vec();
	let one = BigInt::one();
	let mut before = &one;
	for pivot in pivots {
		let above = column[pivot.equation].clone();
		for &row in &pivot.others {
			let mut entry = &column[row] * pivot.value();
			if !above.is_zero() && !pivot.entries[row].is_zero() {
				entry -= &above * &pivot.entries[row];
			}
			column[row] = if before.is_one() { entry } else { entry / before };
		}
		before = pivot.value();
	}
	column
}

/// The values of a basis, from the last to the first, times the determinant.
fn solve(program: &Program, pivots: &[Pivot]) -> Vertex {
	let right = eliminated(pivots, &program.right);
	let determinant = pivots[pivots.len() - 1].value();
	let mut numerators = vec![BigInt::zero(); pivots.len()];
	for (at, pivot) in pivots.iter().enumerate().rev() {
		let mut rest = determinant * &right[pivot.equation];
		for (later, value) in pivots.iter().zip(&numerators).skip(at + 1) {
			rest -= &later.entries[pivot.equation] * value;
		}
		numerators[at] = rest / pivot.value();
	}
	if determinant.sign() == Sign::Minus {
		numerators.iter_mut().for_each(|value| *value = -&*value);
	}
	Vertex {
		basis: pivots.iter().map(|pivot| pivot.column).collect(),
		numerators,
		determinant: determinant.magnitude().clone().into(),
	}
}

/// A DMU's feasible vertices with the best score in one program.
struct Best {
	program: Program,
	vertices: Vec<Vertex>,
}

impl Best {
	fn new(program: Program) -> Self {
		let mut vertices = vertices(&program);
		vertices.retain(Vertex::is_feasible);
		let objective = program.score_objective();
		Self { vertices: largest(vertices, &objective), program }
	}

	fn score(&self) -> BigRational {
		self.program.solution(&self.vertices[0].values(&self.program)).score
	}

	/// The one that is singled out.
	fn only(&self, weights: SlackWeights) -> Solution {
		let mut vertices: Vec<&Vertex> = self.vertices.iter().collect();
		for objective in self.program.tie_breakers(weights) {
			vertices = largest(vertices, &objective);
		}
		let mut solutions =
			vertices.iter().map(|vertex| self.program.solution(&vertex.values(&self.program)));
		let only = solutions.next().expect("the largest");
		// Several bases may stand for it.
		assert!(solutions.all(|other| other == only));
		only
	}
}

/// Those of some vertices that have the most of an objective.
fn largest<V: Borrow<Vertex>>(vertices: Vec<V>, objective: &[BigInt]) -> Vec<V> {
	let mut largest: Vec<V> = Vec::new();
	for vertex in vertices {
		let ahead = match largest.first() {
			Some(first) => vertex.borrow().compare(first.borrow(), objective),
			None => Ordering::Equal,
		};
		match ahead {
			Ordering::Greater => largest = vec![vertex],
			Ordering::Equal => largest.push(vertex),
			Ordering::Less => {}
		}
	}
	largest
}

/// What is true of a DMU.
pub struct Truth<'a> {
	sample: &'a Sample,
	/// By [`RETURNS`]; `None` if there is no largest φ.
	best: Option<[Best; 4]>,
}

impl<'a> Truth<'a> {
	pub fn of(sample: &'a Sample, dmu: usize, orientation: Orientation) -> Self {
		let programs = RETURNS.map(|returns| Program::new(sample, dmu, orientation, returns));
		let best = programs
			.iter()
			.all(Option::is_some)
			.then(|| programs.map(|program| Best::new(program.expect("all of them are there"))));
		Self { sample, best }
	}

	/// The optimum of the program with so many returns, by [`RETURNS`].
	fn optimum(&self, returns: usize, weights: SlackWeights) -> Option<Solution> {
		self.best.as_ref().map(|best| best[returns].only(weights))
	}

	pub fn report(&self, weights: SlackWeights) -> DmuReport {
		let optima = self.best.as_ref().map(|[constant, variable, non_increasing, _]| {
			(constant.score(), variable.only(weights), non_increasing.score())
		});
		report(self.sample, optima)
	}
}

/// What is to be reported of a DMU of which the score under constant returns, the optimum under
/// variable returns and the score under non-increasing returns are these; `None` if there is no
/// largest φ.
pub fn report(sample: &Sample, optima: Option<(BigRational, Solution, BigRational)>) -> DmuReport {
	let Some((crste, variable, nirs)) = optima else {
		return DmuReport {
			crste: Score(0),
			vrste: Score(0),
			nirs: Score(0),
			scale: Score(ONE),
			returns_to_scale: ReturnsToScale::Constant,
			input_slacks: vec![Slack(0); sample.inputs()],
			output_slacks: vec![Slack(0); sample.outputs()],
			peers: Vec::new(),
		};
	};
	let Solution { score: vrste, slacks, weights } = variable;
	let score = |score: &BigRational| {
		Score(u64::try_from(rounded(score)).expect("a number between zero and one"))
	};
	let mut slacks = slacks.iter().map(|slack| Slack(rounded(slack)));
	DmuReport {
		crste: score(&crste),
		vrste: score(&vrste),
		nirs: score(&nirs),
		scale: if crste == vrste { Score(ONE) } else { score(&(&crste / &vrste)) },
		returns_to_scale: match (crste == vrste, nirs == vrste) {
			(true, _) => ReturnsToScale::Constant,
			(false, true) => ReturnsToScale::Decreasing,
			(false, false) => ReturnsToScale::Increasing,
		},
		input_slacks: slacks.by_ref().take(sample.inputs()).collect(),
		output_slacks: slacks.collect(),
		peers: weights
			.iter()
			.enumerate()
			.filter(|(_, weight)| !weight.is_zero())
			.map(|(dmu, weight)| Peer { dmu: dmu as u16, weight: score(weight) })
			.collect(),
	}
}

/// In 10⁻¹², to the nearest, half up.
fn rounded(value: &BigRational) -> u128 {
	let half = Ratio::new(BigInt::one(), 2.into());
	let digits = BigRational::from(BigInt::from(1_000_000_000_000u64));
	(value * digits + half).floor().to_integer().to_u128().expect("a moderate number")
}

pub fn fraction(ratio: &dea::Ratio) -> BigRational {
	BigRational::new(ratio.numerator().clone().into(), ratio.denominator().clone().into())
}

/// What an optimum says.
pub fn stated(optimum: &Optimum, dmus: usize) -> Solution {
	let mut weights = vec![BigRational::zero(); dmus];
	for (dmu, weight) in optimum.weights() {
		weights[usize::from(*dmu)] = fraction(weight);
	}
	Solution {
		score: fraction(optimum.score()),
		slacks: optimum.slacks().iter().map(fraction).collect(),
		weights,
	}
}

/// Compares all reports of some samples, and all optima to the last digit, and says how many DMUs
/// that was, with either orientation.
fn compare(samples: &[Sample]) -> usize {
	let mut dmus = 0;
	for sample in samples {
		for orientation in [Orientation::Input, Orientation::Output] {
			let truths: Vec<_> =
				(0..sample.dmus()).map(|dmu| Truth::of(sample, dmu, orientation)).collect();
			dmus += truths.len();
			for weights in [SlackWeights::Mean, SlackWeights::Raw] {
				let mut solver = Solver::new(sample, Model { orientation, weights });
				for (dmu, truth) in truths.iter().enumerate() {
					let what = (sample, dmu, orientation, weights);
					let (_, report) = solver.report(dmu as u16).expect("a certificate");
					assert_eq!(report, truth.report(weights), "{what:?}");
					for (which, &returns) in RETURNS.iter().enumerate() {
						let program = dea::Program { returns, stage: Stage::Slacks };
						let (_, optimum) = solver.solve(dmu as u16, program).expect("an optimum");
						let stated = stated(&optimum, sample.dmus());
						match truth.optimum(which, weights) {
							Some(optimum) => assert_eq!(stated, optimum, "{what:?} {returns:?}"),
							None => assert!(optimum.score().is_zero(), "{what:?} {returns:?}"),
						}
					}
				}
			}
		}
	}
	dmus
}

/// Some small samples of a family: many of any shape, and a few of the largest.
fn small(family: Family, any: usize, largest: usize) -> Vec<Sample> {
	let mut small = samples::reproducible(samples::of(family, 7, 2), any);
	small.extend(samples::reproducible(samples::shaped(family, 2, 2, 7), largest));
	small
}

#[test]
fn every_report_is_the_best_of_all_bases() {
	let mut dmus = 0;
	for family in FAMILIES {
		dmus += compare(&small(family, 60, 6));
	}
	println!("{dmus} DMUs");
	assert!(dmus > 2_000, "{dmus}");
}

#[test]
fn ties_are_settled_in_the_order_that_is_documented() {
	// No DMU has more of the first output than DMU 0. DMUs 1 and 2 give one more of the second
	// output out of one less, DMU 3 gives two more out of the same: slacks of two in all.
	let sample =
		Sample::new(1, 2, &[[4, 2, 2], [3, 2, 3], [3, 2, 3], [4, 2, 4]]).expect("a sample");
	let one = Score(ONE);
	let model = Model { orientation: Orientation::Output, weights: SlackWeights::Raw };
	let by_hand = DmuReport {
		// DMU 1 has 2/3 of the first output for each of the input, DMU 0 has 1/2.
		crste: Score(750_000_000_000),
		vrste: one,
		nirs: one,
		scale: Score(750_000_000_000),
		returns_to_scale: ReturnsToScale::Decreasing,
		input_slacks: vec![Slack(ONE.into())],
		output_slacks: vec![Slack(0), Slack(ONE.into())],
		peers: vec![Peer { dmu: 1, weight: one }],
	};
	assert_eq!(Truth::of(&sample, 0, model.orientation).report(model.weights), by_hand);
	assert_eq!(Solver::new(&sample, model).report(0).expect("a certificate").1, by_hand);
}
