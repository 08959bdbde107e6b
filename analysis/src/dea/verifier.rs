//! Exact verification.

use super::{
	matrix::{dot, Inverse},
	prices::{Filter, Prices},
	program::{Column, Rows},
	report::{Peer, ReturnsToScale, Score, Slack, UnitReport, ONE},
	Basis, Certificate, Model, Program, Ratio, Returns, Sample, SlackWeights, Stage,
};
use alloc::vec::Vec;
use core::{cmp::Ordering, fmt};
use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// Why a basis or a certificate proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// The sample has no such unit.
	NoSuchUnit,
	/// The basis has not as many columns as the program has rows; or it is not empty, though the
	/// program needs none.
	WrongLength,
	/// The program has no such column.
	NoSuchColumn(u16),
	/// The column is not larger than the one before it. Columns ascend, so that none is there
	/// twice and a basis is written in one way only.
	NotAscending(u16),
	/// The columns of the basis are not independent.
	Singular,
	/// The solution of the basis gives the column a negative value.
	Infeasible(u16),
	/// The solution can be improved by giving the column a positive value.
	NotOptimal(u16),
}

impl fmt::Display for Refusal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoSuchUnit => write!(f, "there is no such unit"),
			Self::WrongLength => write!(f, "the basis has a wrong number of columns"),
			Self::NoSuchColumn(column) => write!(f, "there is no column {column}"),
			Self::NotAscending(column) => write!(f, "column {column} is out of order"),
			Self::Singular => write!(f, "the columns of the basis are not independent"),
			Self::Infeasible(column) => write!(f, "column {column} would be negative"),
			Self::NotOptimal(column) => write!(f, "column {column} would improve the solution"),
		}
	}
}

impl core::error::Error for Refusal {}

/// The proven optimum of one program, in exact fractions.
///
/// If the program was pursued to the score only, slacks and weights are those of one of its optima;
/// otherwise they are those of the one that is singled out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Optimum {
	score: Ratio,
	slacks: Vec<Ratio>,
	weights: Vec<(u16, Ratio)>,
	/// How the price of taking part compares with zero. It is that of the sum of the weights, which
	/// a bound from above cannot make positive nor one from below negative.
	participation: Ordering,
}

impl Optimum {
	/// θ, or 1/φ: between zero and one.
	pub fn score(&self) -> &Ratio {
		&self.score
	}

	/// What is left over of each input, and then what more there would be of each output.
	pub fn slacks(&self) -> &[Ratio] {
		&self.slacks
	}

	/// The units with a positive weight, in their order, and these weights.
	pub fn weights(&self) -> &[(u16, Ratio)] {
		&self.weights
	}
}

/// What an exact step of the simplex method arrives at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
	/// The basis is optimal.
	Optimal(Optimum),
	/// This one is next.
	Next(Basis),
}

/// A sample prepared for verification. Preparing costs a few passes over the sample and is shared
/// by all units.
pub struct Verifier<'a> {
	sample: &'a Sample,
	model: Model,
	filter: Filter,
	/// By what the slack of each column is multiplied, over a common denominator.
	slack_weights: Vec<BigInt>,
}

impl<'a> Verifier<'a> {
	/// Prepares a sample.
	pub fn new(sample: &'a Sample, model: Model) -> Self {
		let totals: Vec<BigUint> = match model.weights {
			// Dividing by the sum over all units is as good as dividing by the mean. The slack of a
			// column of zeros is zero whatever it is divided by.
			SlackWeights::Mean => {
				sample.totals().into_iter().map(|total| total.max(1).into()).collect()
			}
			SlackWeights::Raw => alloc::vec![BigUint::one(); sample.width()],
		};
		let common = totals.iter().fold(BigUint::one(), |common, total| common.lcm(total));
		let slack_weights = totals.iter().map(|total| BigInt::from(&common / total)).collect();
		Self { sample, model, filter: Filter::new(sample), slack_weights }
	}

	/// The sample.
	pub fn sample(&self) -> &'a Sample {
		self.sample
	}

	/// The settings of the report.
	pub fn model(&self) -> Model {
		self.model
	}

	/// The optimum of one program of a unit, if the basis proves it.
	///
	/// A basis does when its solution has no negative value, and when no column outside of it has a
	/// negative reduced cost: neither in the score, nor, where that is zero and slacks are asked
	/// for, in the weighted sum of slacks, nor, where that is zero too, in the first variable that
	/// would change.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn optimum(&self, unit: u16, program: Program, basis: &Basis) -> Result<Optimum, Refusal> {
		match Tableau::new(self, unit, program, basis)? {
			None => Ok(self.no_outputs()),
			Some(tableau) => match tableau.improving() {
				None => Ok(tableau.optimum()),
				Some(column) => Err(Refusal::NotOptimal(column as u16)),
			},
		}
	}

	/// One step of the simplex method in exact arithmetic from a feasible basis, with Bland's rule:
	/// whoever takes step after step arrives at the optimum after finitely many.
	///
	/// # Errors
	///
	/// The reason why the basis is not feasible.
	pub fn step(&self, unit: u16, program: Program, basis: &Basis) -> Result<Step, Refusal> {
		match Tableau::new(self, unit, program, basis)? {
			None => Ok(Step::Optimal(self.no_outputs())),
			Some(tableau) => match tableau.improving() {
				None => Ok(Step::Optimal(tableau.optimum())),
				Some(column) => tableau
					.exchange(column)
					.map(Step::Next)
					.ok_or(Refusal::NotOptimal(column as u16)),
			},
		}
	}

	/// A feasible basis to begin with, in which the unit is compared with itself alone.
	///
	/// # Errors
	///
	/// [`Refusal::NoSuchUnit`].
	pub fn start(&self, unit: u16, program: Program) -> Result<Basis, Refusal> {
		let rows = Rows::new(self.sample, self.model.orientation, unit, program)?;
		Ok(if rows.is_unbounded() { Basis::EMPTY } else { rows.start() })
	}

	/// The report of a unit, if the certificate proves it.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn report(&self, unit: u16, certificate: &Certificate) -> Result<UnitReport, Refusal> {
		let program = |returns, stage| Program { returns, stage };
		let constant =
			self.optimum(unit, program(Returns::Constant, Stage::Score), &certificate.constant)?;
		let variable =
			self.optimum(unit, program(Returns::Variable, Stage::Slacks), &certificate.variable)?;
		Ok(self.conclude(&constant, &variable))
	}

	/// The report that follows from a unit's optima under constant returns and, with slacks, under
	/// variable returns. For those who hold optima already; it is up to the caller that they are of
	/// the same unit.
	///
	/// The score under non-increasing returns follows from these two. It is one of theirs: if no
	/// combination with a sum of at most one reaches the score under constant returns, the best of
	/// them has a sum of one, for otherwise a step towards the better one would improve it. Which
	/// one it is, if they differ, the price of taking part under variable returns tells (Banker and
	/// Thrall). It is never zero then, for prices without it are prices under constant returns and
	/// would prove the same score there; and as the optimal prices form a convex set, it has the
	/// same sign in all of them. A bound from above allows no positive price. So if the price is
	/// negative, it proves the score under variable returns for non-increasing ones too; and if it
	/// is positive, nothing does.
	pub fn conclude(&self, constant: &Optimum, variable: &Optimum) -> UnitReport {
		let returns_to_scale = if constant.score == variable.score {
			ReturnsToScale::Constant
		} else if variable.participation.is_lt() {
			ReturnsToScale::Decreasing
		} else {
			ReturnsToScale::Increasing
		};
		let (non_increasing, scale) = match returns_to_scale {
			ReturnsToScale::Constant => (&constant.score, None),
			ReturnsToScale::Increasing => {
				(&constant.score, constant.score.checked_div(&variable.score))
			}
			ReturnsToScale::Decreasing => {
				(&variable.score, constant.score.checked_div(&variable.score))
			}
		};
		let slacks = |slacks: &[Ratio]| slacks.iter().map(|s| Slack(s.rounded())).collect();
		let (inputs, outputs) = variable.slacks.split_at(self.sample.inputs());
		UnitReport {
			crste: score(&constant.score),
			vrste: score(&variable.score),
			nirs: score(non_increasing),
			scale: score(&scale.unwrap_or_else(Ratio::one)),
			returns_to_scale,
			input_slacks: slacks(inputs),
			output_slacks: slacks(outputs),
			peers: variable
				.weights
				.iter()
				.map(|(unit, weight)| Peer { unit: *unit, weight: score(weight) })
				.collect(),
		}
	}

	/// What is said of a unit without outputs, of which the largest φ would be infinite.
	fn no_outputs(&self) -> Optimum {
		Optimum {
			score: Ratio::zero(),
			slacks: alloc::vec![Ratio::zero(); self.sample.width()],
			weights: Vec::new(),
			participation: Ordering::Equal,
		}
	}
}

/// A number between zero and one.
fn score(ratio: &Ratio) -> Score {
	Score(u64::try_from(ratio.rounded()).unwrap_or(ONE).min(ONE))
}

/// A feasible basis and its solution.
///
/// A slack of the basis touches a single row, so that row only says how large the slack is. What
/// remains, the core, has as many rows as there are weights and scores in the basis: two to five
/// mostly, whatever the number of columns.
struct Tableau<'v, 'a> {
	verifier: &'v Verifier<'a>,
	rows: Rows<'a>,
	basis: &'v Basis,
	core: Vec<Basic>,
	core_rows: Vec<usize>,
	slacks: Vec<Basic>,
	inverse: Inverse,
	/// The values of the core and of the slacks, times the determinant of the core.
	values: Values,
}

/// A column of the basis.
struct Basic {
	index: u16,
	column: Column,
}

/// What each column of the basis has of something, over the determinant of the core.
struct Values {
	core: Vec<BigInt>,
	slacks: Vec<BigInt>,
}

impl<'v, 'a> Tableau<'v, 'a> {
	/// The tableau of a basis; `None` if the program has none.
	fn new(
		verifier: &'v Verifier<'a>,
		unit: u16,
		program: Program,
		basis: &'v Basis,
	) -> Result<Option<Self>, Refusal> {
		let rows = Rows::new(verifier.sample, verifier.model.orientation, unit, program)?;
		let expected = if rows.is_unbounded() { 0 } else { rows.len() };
		if basis.columns().len() != expected {
			return Err(Refusal::WrongLength);
		}
		if rows.is_unbounded() {
			return Ok(None);
		}

		let (mut core, mut slacks) = (Vec::new(), Vec::new());
		let mut core_rows: Vec<usize> = (0..rows.len()).collect();
		let mut before = None;
		for &index in basis.columns() {
			let column = rows.column(usize::from(index)).ok_or(Refusal::NoSuchColumn(index))?;
			if before.replace(index).is_some_and(|before| before >= index) {
				return Err(Refusal::NotAscending(index));
			}
			match column {
				Column::Slack { row: own, .. } => {
					core_rows.retain(|&row| row != own);
					slacks.push(Basic { index, column });
				}
				_ => core.push(Basic { index, column }),
			}
		}

		let entries = core_rows
			.iter()
			.flat_map(|&row| core.iter().map(move |basic| rows.entry(basic.column, row).into()))
			.collect();
		let inverse = Inverse::of(core.len(), entries).ok_or(Refusal::Singular)?;
		let mut tableau = Self {
			verifier,
			rows,
			basis,
			core,
			core_rows,
			slacks,
			inverse,
			values: Values { core: Vec::new(), slacks: Vec::new() },
		};
		tableau.values = tableau.express(|row| rows.right(row));
		let negative = tableau.entries(&tableau.values).find(|(_, value)| value.is_negative());
		match negative.map(|(basic, _)| basic.index) {
			Some(index) => Err(Refusal::Infeasible(index)),
			None => Ok(Some(tableau)),
		}
	}

	/// A column of the program in terms of the basis.
	fn express(&self, column: impl Fn(usize) -> i128) -> Values {
		let restricted: Vec<i128> = self.core_rows.iter().map(|&row| column(row)).collect();
		let core = self.inverse.times(&restricted);
		let slacks = self
			.slacks
			.iter()
			.filter_map(|basic| match basic.column {
				Column::Slack { row, sign } => {
					let used: Vec<i128> =
						self.core.iter().map(|core| self.rows.entry(core.column, row)).collect();
					let left = &self.inverse.determinant * column(row) - dot(&core, &used);
					Some(left * sign)
				}
				_ => None,
			})
			.collect();
		Values { core, slacks }
	}

	/// The columns of the basis with their values.
	fn entries<'t>(
		&'t self,
		values: &'t Values,
	) -> impl Iterator<Item = (&'t Basic, &'t BigInt)> + 't {
		let core = self.core.iter().zip(&values.core);
		core.chain(self.slacks.iter().zip(&values.slacks))
	}

	/// By how much the right of each row would change the cost of the score, times the determinant.
	fn prices(&self) -> Vec<BigInt> {
		let mut prices = alloc::vec![BigInt::zero(); self.rows.len()];
		if let Some(place) = self.core.iter().position(|basic| basic.column == Column::Score) {
			for (&row, entry) in self.core_rows.iter().zip(self.inverse.row(place)) {
				prices[row] = entry * self.rows.score_cost();
			}
		}
		prices
	}

	/// The first column that would improve the solution.
	fn improving(&self) -> Option<usize> {
		let prices = self.prices();
		let worth = Prices::new(self.rows.sample, &self.verifier.filter, &prices);
		let mut basis = self.basis.columns().iter().map(|&column| usize::from(column)).peekable();
		let mut undecided = Vec::new();
		let mut improving = None;
		for index in 0..self.rows.columns() {
			if basis.next_if_eq(&index).is_some() {
				continue;
			}
			// What the column costs less what it is worth, as far as its sign goes.
			let reduced = match self.rows.column(index) {
				Some(Column::Weight(unit)) => worth.sign(unit).reverse(),
				Some(Column::Slack { row, sign }) => BigInt::ZERO.cmp(&(&prices[row] * sign)),
				// Outside of the basis, the score sets no prices, and is itself worth nothing.
				_ => self.rows.score_cost().cmp(&0),
			};
			match reduced {
				Ordering::Greater => {}
				Ordering::Equal => undecided.push(index),
				Ordering::Less => {
					improving = Some(index);
					break;
				}
			}
		}
		if !self.rows.has_slack_stage() {
			return improving;
		}
		let order = self.order();
		undecided.into_iter().find(|&index| self.improves_later(index, &order)).or(improving)
	}

	/// The places of the basis in the order in which variables are maximised.
	fn order(&self) -> Vec<(usize, usize)> {
		let mut order: Vec<(usize, usize)> = self
			.core
			.iter()
			.chain(&self.slacks)
			.enumerate()
			.filter_map(|(at, basic)| Some((self.rows.place(basic.column)?, at)))
			.collect();
		order.sort_unstable();
		order
	}

	/// Whether a column that leaves the score as it is improves what comes after the score.
	fn improves_later(&self, index: usize, order: &[(usize, usize)]) -> bool {
		let Some(column) = self.rows.column(index) else { return false };
		// As the column grows by one, these shrink.
		let shrinking = self.express(|row| self.rows.entry(column, row));
		let weight = |column| match column {
			Column::Slack { row, .. } => self.verifier.slack_weights.get(row),
			_ => None,
		};
		let mut lost = BigInt::zero();
		for (basic, shrinking) in self.slacks.iter().zip(&shrinking.slacks) {
			if let Some(weight) = weight(basic.column) {
				lost += weight * shrinking;
			}
		}
		if let Some(weight) = weight(column) {
			lost -= weight * &self.inverse.determinant;
		}
		match lost.cmp(&BigInt::zero()) {
			Ordering::Greater => return false,
			Ordering::Less => return true,
			Ordering::Equal => {}
		}
		let own = self.rows.place(column);
		for &(place, at) in order {
			if own.is_some_and(|own| own < place) {
				break;
			}
			let shrinking = match at.checked_sub(self.core.len()) {
				None => &shrinking.core[at],
				Some(at) => &shrinking.slacks[at],
			};
			if !shrinking.is_zero() {
				return shrinking.is_negative();
			}
		}
		// The column itself is the first that changes, and it grows.
		own.is_some()
	}

	/// The basis in which a column takes the place of the first one that it makes zero; `None` if
	/// it makes none zero.
	fn exchange(&self, entering: usize) -> Option<Basis> {
		let column = self.rows.column(entering)?;
		let shrinking = self.express(|row| self.rows.entry(column, row));
		let (leaving, ..) = self
			.entries(&self.values)
			.zip(self.entries(&shrinking))
			.filter(|(_, (_, shrinking))| shrinking.is_positive())
			.map(|((basic, value), (_, shrinking))| (basic.index, value, shrinking))
			.min_by(|(a, value_a, shrinking_a), (b, value_b, shrinking_b)| {
				(*value_a * *shrinking_b).cmp(&(*value_b * *shrinking_a)).then(a.cmp(b))
			})?;
		let mut columns: Vec<u16> =
			self.basis.columns().iter().copied().filter(|&index| index != leaving).collect();
		columns.push(entering as u16);
		columns.sort_unstable();
		Basis::try_from(columns.as_slice()).ok()
	}

	/// The solution of an optimal basis.
	fn optimum(&self) -> Optimum {
		let determinant = self.inverse.determinant.magnitude();
		let ratio = |value: &BigInt| Ratio::new(value.magnitude().clone(), determinant.clone());
		let mut score = Ratio::zero();
		let mut slacks = alloc::vec![Ratio::zero(); self.rows.sample.width()];
		let mut weights = Vec::new();
		for (basic, value) in self.entries(&self.values) {
			match basic.column {
				Column::Score => score = ratio(value),
				Column::Slack { row, .. } => {
					if let Some(slack) = slacks.get_mut(row) {
						*slack = ratio(value);
					}
				}
				Column::Weight(_) if value.is_zero() => {}
				Column::Weight(_) => weights.push((basic.index, ratio(value))),
			}
		}
		if self.rows.score_cost() < 0 {
			// φ is at least one, for the unit itself reaches one.
			score = Ratio::one().checked_div(&score).unwrap_or_else(Ratio::zero);
		}
		let participation = match self.prices().get(self.rows.sample.width()) {
			Some(price) => price.cmp(&BigInt::zero()),
			None => Ordering::Equal,
		};
		Optimum { score, slacks, weights, participation }
	}
}
