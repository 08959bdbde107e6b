//! What a basis proves.
//!
//! The prices of a basis are what each equation's right is worth to an objective. If they value all
//! columns at no less than what these bring, and the right at what the solution brings, then no
//! solution brings more: duality, without a word on how the basis was found.
//!
//! All of this is in whole numbers, for all fractions are over the determinant of the basis.

use crate::{
	brute::{self, fraction, stated, vertices},
	program::{Program, Solution},
	samples::{self, Family, FAMILIES},
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use proptest::prelude::*;
use salus_analysis::dea::{
	self, Basis, DmuReport, Model, Orientation, Refusal, Returns, Sample, SlackWeights, Stage,
	Verifier,
};
use salus_solver::Solver;
use std::collections::BTreeMap;

/// The inverse of a square matrix given by its columns, row by row, times its determinant, and that;
/// `None` if it has none.
fn inverse(columns: &[&[BigInt]]) -> Option<(Vec<Vec<BigInt>>, BigInt)> {
	let size = columns.len();
	// Beside the matrix stands the one that becomes its inverse.
	let mut rows: Vec<Vec<BigInt>> = (0..size)
		.map(|row| {
			let own = columns.iter().map(|column| column[row].clone());
			own.chain((0..size).map(|at| u8::from(at == row).into())).collect()
		})
		.collect();
	let mut before = BigInt::one();
	for at in 0..size {
		let found = (at..size).find(|&row| !rows[row][at].is_zero())?;
		rows.swap(at, found);
		let solved = rows[at].clone();
		// Every entry is a minor of the matrix then, and every division without remainder.
		for row in (0..size).filter(|&row| row != at) {
			let times = rows[row][at].clone();
			for (entry, solved_entry) in rows[row].iter_mut().zip(&solved) {
				*entry = (&*entry * &solved[at] - &times * solved_entry) / &before;
			}
		}
		before = solved[at].clone();
	}
	Some((rows.into_iter().map(|mut row| row.split_off(size)).collect(), before))
}

fn dot(left: &[BigInt], right: &[BigInt]) -> BigInt {
	left.iter().zip(right).map(|(left, right)| left * right).sum()
}

/// A basis that is one.
struct Solved<'p> {
	program: &'p Program,
	basis: Vec<usize>,
	/// The inverse, times the determinant.
	adjugate: Vec<Vec<BigInt>>,
	/// Positive.
	determinant: BigInt,
}

impl<'p> Solved<'p> {
	fn new(program: &'p Program, basis: Vec<usize>) -> Option<Self> {
		let columns: Vec<_> = basis.iter().map(|&column| &program.columns[column][..]).collect();
		let (mut adjugate, mut determinant) = inverse(&columns)?;
		if determinant.is_negative() {
			determinant = -determinant;
			adjugate.iter_mut().flatten().for_each(|entry| *entry = -&*entry);
		}
		Some(Self { program, basis, adjugate, determinant })
	}

	/// The values of all variables, times the determinant.
	fn numerators(&self) -> Vec<BigInt> {
		let mut numerators = vec![BigInt::zero(); self.program.columns.len()];
		for (&column, row) in self.basis.iter().zip(&self.adjugate) {
			numerators[column] = dot(row, &self.program.right);
		}
		numerators
	}

	fn solution(&self) -> Solution {
		let values: Vec<_> = self
			.numerators()
			.into_iter()
			.map(|value| BigRational::new(value, self.determinant.clone()))
			.collect();
		self.program.solution(&values)
	}

	/// What the right of each equation is worth to an objective, times the determinant.
	fn prices(&self, objective: &[BigInt]) -> Vec<BigInt> {
		let mut prices = vec![BigInt::zero(); self.adjugate.len()];
		for (&column, row) in self.basis.iter().zip(&self.adjugate) {
			if objective[column].is_zero() {
				continue;
			}
			for (price, entry) in prices.iter_mut().zip(row) {
				*price += &objective[column] * entry;
			}
		}
		prices
	}

	/// What an objective gains as a column grows by one and others make way for it, at given prices,
	/// times the determinant.
	fn gain(&self, column: usize, objective: &[BigInt], prices: &[BigInt]) -> BigInt {
		&objective[column] * &self.determinant - dot(prices, &self.program.columns[column])
	}

	/// Which of the objectives each column would improve, were it to grow: the first one that it
	/// changes, if for the better.
	fn improved(&self, objectives: &[Vec<BigInt>]) -> Vec<Option<usize>> {
		let mut improved = vec![None; self.program.columns.len()];
		let mut tied: Vec<usize> = (0..self.program.columns.len()).collect();
		for (number, objective) in objectives.iter().enumerate() {
			// The columns of the basis tie in all objectives.
			if tied.len() == self.basis.len() {
				break;
			}
			let prices = self.prices(objective);
			tied.retain(|&column| {
				let gained = self.gain(column, objective, &prices);
				if gained.is_positive() {
					improved[column] = Some(number);
				}
				gained.is_zero()
			});
		}
		// Two solutions that tie in every variable are one.
		assert!(objectives.len() == 1 || tied == self.basis);
		improved
	}
}

fn objectives(program: &Program, stage: Stage, weights: SlackWeights) -> Vec<Vec<BigInt>> {
	let mut objectives = vec![program.score_objective()];
	if stage == Stage::Slacks {
		objectives.extend(program.tie_breakers(weights));
	}
	objectives
}

/// The solution that a basis stands for, after a proof that it is the optimum; `None` if there is no
/// largest φ.
fn proven(
	sample: &Sample,
	dmu: usize,
	model: Model,
	proven: dea::Program,
	basis: &Basis,
) -> Option<Solution> {
	let what = (sample, dmu, model, proven, basis);
	let Some(program) = Program::new(sample, dmu, model.orientation, proven.returns) else {
		assert_eq!(basis, &Basis::EMPTY, "{what:?}");
		return None;
	};
	let columns = basis.columns().iter().map(|&column| column.into()).collect();
	let solved = Solved::new(&program, columns).expect("independent columns");

	let numerators = solved.numerators();
	assert!(numerators.iter().all(|value| !value.is_negative()), "{what:?}");
	for (row, right) in program.right.iter().enumerate() {
		let entries: Vec<BigInt> =
			program.columns.iter().map(|column| column[row].clone()).collect();
		assert_eq!(dot(&entries, &numerators), right * &solved.determinant, "{what:?}");
	}

	let objectives = objectives(&program, proven.stage, model.weights);
	let score = &objectives[0];
	let prices = solved.prices(score);
	for column in 0..program.columns.len() {
		let gained = solved.gain(column, score, &prices);
		assert!(!gained.is_positive(), "{column} {what:?}");
	}
	for objective in &objectives {
		let worth = dot(&solved.prices(objective), &program.right);
		assert_eq!(worth, dot(objective, &numerators), "{what:?}");
	}
	// Where the score ties, the same must hold of what comes next.
	assert!(solved.improved(&objectives).iter().all(Option::is_none), "{what:?}");
	Some(solved.solution())
}

/// The two programs that a certificate is of.
const CERTIFIED: [dea::Program; 2] = [
	dea::Program { returns: Returns::Constant, stage: Stage::Score },
	dea::Program { returns: Returns::Variable, stage: Stage::Slacks },
];

/// What is to be reported of a DMU, from bases that need not be believed.
pub fn report(solver: &mut Solver<'_>, dmu: usize) -> DmuReport {
	let (sample, model) = (solver.verifier().sample(), solver.verifier().model());
	let falling = dea::Program { returns: Returns::NonIncreasing, stage: Stage::Score };
	let [constant, variable] = CERTIFIED;
	let [constant, variable, falling] = [constant, variable, falling].map(|program| {
		let (basis, _) = solver.solve(dmu as u16, program).expect("an optimum");
		proven(sample, dmu, model, program, &basis)
	});
	let optima = constant.zip(variable).zip(falling);
	let optima =
		optima.map(|((constant, variable), falling)| (constant.score, variable, falling.score));
	brute::report(sample, optima)
}

/// Checks what the certificates of a sample prove and what is reported for them, and says how many
/// DMUs that was.
fn prove(sample: &Sample, model: Model) -> usize {
	let mut solver = Solver::new(sample, model);
	for dmu in 0..sample.dmus() {
		let (certificate, reported) = solver.report(dmu as u16).expect("a certificate");
		let bases = [certificate.constant, certificate.variable];
		for (program, basis) in CERTIFIED.into_iter().zip(bases) {
			let what = (sample, dmu, model, program, basis);
			let Some(solution) = proven(sample, dmu, model, program, &basis) else { continue };
			let optimum = solver.verifier().optimum(dmu as u16, program, &basis);
			let optimum = optimum.expect("the solver's basis is a proof");
			match program.stage {
				Stage::Score => {
					assert_eq!(fraction(optimum.score()), solution.score, "{what:?}")
				}
				Stage::Slacks => assert_eq!(stated(&optimum, sample.dmus()), solution, "{what:?}"),
			}
		}
		assert_eq!(reported, report(&mut solver, dmu), "{dmu} {sample:?} {model:?}");
	}
	sample.dmus()
}

fn models() -> impl Strategy<Value = Model> {
	(
		proptest::sample::select(&[Orientation::Input, Orientation::Output]),
		proptest::sample::select(&[SlackWeights::Mean, SlackWeights::Raw]),
	)
		.prop_map(|(orientation, weights)| Model { orientation, weights })
}

proptest! {
	#![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

	#[test]
	fn prices_prove_every_certificate(sample in samples::any(25, 3), model in models()) {
		prove(&sample, model);
	}

	#[test]
	fn prices_prove_every_certificate_of_long_values(
		sample in prop_oneof![samples::of(Family::Long, 25, 3), samples::of(Family::Close, 25, 3)],
		model in models(),
	) {
		prove(&sample, model);
	}
}

#[test]
fn prices_prove_every_certificate_of_the_largest_width() {
	let mut dmus = 0;
	for family in FAMILIES {
		for orientation in [Orientation::Input, Orientation::Output] {
			let model = Model { orientation, weights: SlackWeights::Mean };
			for sample in samples::reproducible(samples::shaped(family, 8, 8, 30), 2) {
				dmus += prove(&sample, model);
			}
		}
	}
	assert!(dmus > 900, "{dmus}");
}

/// All ascending sequences of so many columns.
fn choices(columns: u16, length: usize) -> Vec<Vec<u16>> {
	let mut all = vec![Vec::new()];
	for _ in 0..length {
		let longer = |choice: Vec<u16>| {
			let first = choice.last().map_or(0, |last| last + 1);
			(first..columns).map(move |column| [&choice[..], &[column]].concat())
		};
		all = all.into_iter().flat_map(longer).collect();
	}
	all
}

#[test]
fn every_basis_is_judged_as_it_deserves() {
	let mut outcomes = BTreeMap::new();
	for family in FAMILIES {
		let mut small = samples::reproducible(samples::of(family, 6, 2), 10);
		small.extend(samples::reproducible(samples::shaped(family, 2, 2, 6), 1));
		for (number, sample) in small.iter().enumerate() {
			let weights = [SlackWeights::Mean, SlackWeights::Raw][number % 2];
			for orientation in [Orientation::Input, Orientation::Output] {
				let verifier = Verifier::new(sample, Model { orientation, weights });
				for dmu in 0..sample.dmus() {
					for returns in crate::program::RETURNS {
						let Some(program) = Program::new(sample, dmu, orientation, returns) else {
							continue;
						};
						judge(&verifier, dmu, &program, returns, &mut outcomes);
					}
				}
			}
		}
	}
	println!("{outcomes:?}");
	assert_eq!(outcomes.len(), 4, "{outcomes:?}");
	assert!(outcomes.values().all(|&count| count > 5_000), "{outcomes:?}");
}

/// Has every basis of a program judged, and compares the verdicts with what the basis stands for.
fn judge(
	verifier: &Verifier<'_>,
	dmu: usize,
	program: &Program,
	returns: Returns,
	outcomes: &mut BTreeMap<&'static str, usize>,
) {
	let objectives = objectives(program, Stage::Slacks, verifier.model().weights);
	let vertices: BTreeMap<_, _> =
		vertices(program).into_iter().map(|vertex| (vertex.basis.clone(), vertex)).collect();
	let mut proofs = [0; 2];
	for columns in choices(program.columns.len() as u16, program.right.len()) {
		let basis = Basis::try_from(&columns[..]).expect("a short basis");
		let columns: Vec<usize> = columns.into_iter().map(usize::from).collect();
		let vertex = vertices.get(&columns);
		let feasible = vertex.filter(|vertex| vertex.is_feasible());
		let solved = feasible.and_then(|_| Solved::new(program, columns));
		let improved = solved.as_ref().map(|solved| solved.improved(&objectives));
		for (proofs, stage) in proofs.iter_mut().zip([Stage::Score, Stage::Slacks]) {
			let counts = |objective: Option<usize>| match stage {
				Stage::Score => objective == Some(0),
				Stage::Slacks => objective.is_some(),
			};
			let verdict = verifier.optimum(dmu as u16, dea::Program { returns, stage }, &basis);
			let what = (verifier.sample(), verifier.model(), dmu, returns, stage, basis, &verdict);
			let outcome = match (vertex, &solved) {
				(None, _) => {
					assert_eq!(verdict, Err(Refusal::Singular), "{what:?}");
					"singular"
				}
				(Some(vertex), None) => {
					let Err(Refusal::Infeasible(column)) = verdict else { panic!("{what:?}") };
					assert!(vertex.values(program)[usize::from(column)].is_negative(), "{what:?}");
					"infeasible"
				}
				(Some(_), Some(solved)) => {
					let improved = improved.as_ref().expect("there is a solution");
					if improved.iter().copied().any(counts) {
						let Err(Refusal::NotOptimal(column)) = verdict else { panic!("{what:?}") };
						assert!(counts(improved[usize::from(column)]), "{what:?}");
						"not optimal"
					} else {
						*proofs += 1;
						let Ok(optimum) = &verdict else { panic!("{what:?}") };
						assert_eq!(stated(optimum, program.dmus), solved.solution(), "{what:?}");
						"optimal"
					}
				}
			};
			*outcomes.entry(outcome).or_insert(0) += 1;
		}
	}
	assert!(!proofs.contains(&0), "{dmu} {:?}", verifier.sample());
}
