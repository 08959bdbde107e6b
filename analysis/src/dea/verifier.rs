//! Exact verification.

use super::{
	dual_prices::Filter,
	facet::Facet,
	program::Rows,
	report::{DmuReport, Peer, ReturnsToScale, Score, Slack, ONE},
	tableau::Tableau,
	Basis, Certificate, Model, Program, Ratio, Returns, Sample, SlackWeights, Stage,
};
use alloc::{
	collections::btree_map::{BTreeMap, Entry},
	vec::Vec,
};
use core::{cmp::Ordering, fmt};
use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::One;

/// Why a basis or a certificate proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// The sample has no such DMU.
	NoSuchDmu,
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
			Self::NoSuchDmu => write!(f, "there is no such DMU"),
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
	pub(super) score: Ratio,
	pub(super) slacks: Vec<Ratio>,
	pub(super) weights: Vec<(u16, Ratio)>,
	/// How the convexity multiplier, the dual price of the sum of the weights, compares with zero. A
	/// bound from above cannot make it positive, nor one from below negative.
	pub(super) convexity: Ordering,
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

	/// The DMUs with a positive weight, in their order, and these weights.
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
/// by all DMUs.
pub struct Verifier<'a> {
	pub(super) sample: &'a Sample,
	pub(super) model: Model,
	pub(super) filter: Filter,
	/// By what the slack of each column is multiplied, over a common denominator.
	pub(super) slack_weights: Vec<BigInt>,
}

impl<'a> Verifier<'a> {
	/// Prepares a sample.
	pub fn new(sample: &'a Sample, model: Model) -> Self {
		let totals: Vec<BigUint> = match model.weights {
			// Dividing by the sum over all DMUs is as good as dividing by the mean. The slack of a
			// column of zeros is zero whatever it is divided by.
			SlackWeights::Mean => {
				sample.totals().into_iter().map(|total| total.max(1).into()).collect()
			}
			SlackWeights::Raw => {
				let one = |decimals: &u8| BigUint::from(10u8).pow(u32::from(*decimals));
				sample.decimals().iter().map(one).collect()
			}
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

	/// The optimum of one program of a DMU, if the basis proves it.
	///
	/// A basis does when its solution has no negative value, and when no column outside of it has a
	/// negative reduced cost: neither in the score, nor, where that is zero and slacks are asked
	/// for, in the weighted sum of slacks, nor, where that is zero too, in the first variable that
	/// would change.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn optimum(&self, dmu: u16, program: Program, basis: &Basis) -> Result<Optimum, Refusal> {
		let Some(rows) = self.rows(dmu, program, basis)? else { return Ok(self.no_outputs()) };
		let facet = Facet::new(self, program.returns, basis)?;
		Tableau::new(self, &facet, rows)?.proven()
	}

	/// One step of the simplex method in exact arithmetic from a feasible basis, with Bland's rule:
	/// whoever takes step after step arrives at the optimum after finitely many.
	///
	/// # Errors
	///
	/// The reason why the basis is not feasible.
	pub fn step(&self, dmu: u16, program: Program, basis: &Basis) -> Result<Step, Refusal> {
		let Some(rows) = self.rows(dmu, program, basis)? else {
			return Ok(Step::Optimal(self.no_outputs()));
		};
		let facet = Facet::new(self, program.returns, basis)?;
		let tableau = Tableau::new(self, &facet, rows)?;
		match tableau.improving() {
			None => Ok(Step::Optimal(tableau.optimum())),
			Some(column) => {
				let next = tableau.exchange(column).map(Step::Next);
				next.ok_or(Refusal::NotOptimal(column as u16))
			}
		}
	}

	/// A feasible basis to begin with, in which the DMU is compared with itself alone.
	///
	/// # Errors
	///
	/// [`Refusal::NoSuchDmu`].
	pub fn start(&self, dmu: u16, program: Program) -> Result<Basis, Refusal> {
		let rows = Rows::new(self.sample, self.model.orientation, dmu, program)?;
		Ok(if rows.is_unbounded() { Basis::EMPTY } else { rows.start() })
	}

	/// The report of a DMU, if the certificate proves it. Of several DMUs, a [`Batch`] verifies
	/// faster.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn report(&self, dmu: u16, certificate: &Certificate) -> Result<DmuReport, Refusal> {
		self.batch().report(dmu, certificate)
	}

	/// For the certificates of several DMUs.
	pub fn batch(&self) -> Batch<'_, 'a> {
		Batch { verifier: self, facets: BTreeMap::new() }
	}

	/// The rows of a program, unless there is no optimum, nor a basis that would prove one.
	fn rows(&self, dmu: u16, program: Program, basis: &Basis) -> Result<Option<Rows<'a>>, Refusal> {
		let rows = Rows::new(self.sample, self.model.orientation, dmu, program)?;
		match rows.is_unbounded() {
			false => Ok(Some(rows)),
			true if basis.columns().is_empty() => Ok(None),
			true => Err(Refusal::WrongLength),
		}
	}

	/// The report that follows from a DMU's optima under constant returns and, with slacks, under
	/// variable returns. For those who hold optima already; it is up to the caller that they are of
	/// the same DMU.
	///
	/// The score under non-increasing returns follows from these two. It is one of theirs: if no
	/// combination with a sum of at most one reaches the score under constant returns, the best of
	/// them has a sum of one, for otherwise a step towards the better one would improve it. Which
	/// one it is, if they differ, the convexity multiplier under variable returns tells (Banker and
	/// Thrall). It is never zero then, for dual prices without it are dual prices under constant
	/// returns and would prove the same score there; and as the optimal dual prices form a convex
	/// set, it has the same sign in all of them. A bound from above allows no positive multiplier. So
	/// if it is negative, it proves the score under variable returns for non-increasing ones too; and
	/// if it is positive, nothing does.
	pub fn conclude(&self, constant: &Optimum, variable: &Optimum) -> DmuReport {
		let returns_to_scale = if constant.score == variable.score {
			ReturnsToScale::Constant
		} else if variable.convexity.is_lt() {
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
		DmuReport {
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
				.map(|(dmu, weight)| Peer { dmu: *dmu, weight: score(weight) })
				.collect(),
		}
	}

	/// What is said of a DMU without outputs, of which the largest φ would be infinite.
	fn no_outputs(&self) -> Optimum {
		Optimum {
			score: Ratio::zero(),
			slacks: alloc::vec![Ratio::zero(); self.sample.width()],
			weights: Vec::new(),
			convexity: Ordering::Equal,
		}
	}
}

/// A number between zero and one.
fn score(ratio: &Ratio) -> Score {
	Score(u64::try_from(ratio.rounded()).unwrap_or(ONE).min(ONE))
}

/// Verifies the certificates of several DMUs of one sample.
///
/// DMUs that are compared with the same others have the same bases. What these say of the frontier
/// is worked out once, and what remains to be done for each DMU is a matter of a few products.
pub struct Batch<'v, 'a> {
	verifier: &'v Verifier<'a>,
	facets: BTreeMap<(Returns, Basis), Facet<'a>>,
}

impl Batch<'_, '_> {
	/// The report of a DMU, if the certificate proves it.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn report(&mut self, dmu: u16, certificate: &Certificate) -> Result<DmuReport, Refusal> {
		let Certificate { constant, variable } = certificate;
		let constant = self.optimum(dmu, Returns::Constant, Stage::Score, constant)?;
		let variable = self.optimum(dmu, Returns::Variable, Stage::Slacks, variable)?;
		Ok(self.verifier.conclude(&constant, &variable))
	}

	fn optimum(
		&mut self,
		dmu: u16,
		returns: Returns,
		stage: Stage,
		basis: &Basis,
	) -> Result<Optimum, Refusal> {
		let verifier = self.verifier;
		let Some(rows) = verifier.rows(dmu, Program { returns, stage }, basis)? else {
			return Ok(verifier.no_outputs());
		};
		let facet = match self.facets.entry((returns, *basis)) {
			Entry::Occupied(known) => known.into_mut(),
			Entry::Vacant(new) => new.insert(Facet::new(verifier, returns, basis)?),
		};
		Tableau::new(verifier, facet, rows)?.proven()
	}
}
