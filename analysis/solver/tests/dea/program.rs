//! The programs once more, written from what [`salus_analysis::dea`] documents.
//!
//! Nothing but the types of questions and answers comes from there, so that what is found here is a
//! second opinion.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use salus_analysis::dea::{Orientation, Returns, Sample, SlackWeights};

pub const RETURNS: [Returns; 4] =
	[Returns::Constant, Returns::Variable, Returns::NonIncreasing, Returns::NonDecreasing];

/// The envelopment program of a DMU, as equations between variables that are not negative.
pub struct Program {
	/// What every variable has in every equation: the weights of the DMUs, the slacks of the inputs
	/// and then of the outputs, θ or φ, and the slack of the sum of the weights, if it has one.
	pub columns: Vec<Vec<BigInt>>,
	/// The right of every equation: inputs, outputs, sum of the weights.
	pub right: Vec<BigInt>,
	pub orientation: Orientation,
	pub dmus: usize,
	pub width: usize,
	/// The sum of every input and output over all DMUs.
	totals: Vec<BigInt>,
}

/// A solution, by what it says of the DMU.
#[derive(PartialEq, Eq, Debug)]
pub struct Solution {
	/// θ, or 1/φ.
	pub score: BigRational,
	pub slacks: Vec<BigRational>,
	/// Of all DMUs, those without any weight too.
	pub weights: Vec<BigRational>,
}

impl Program {
	/// `None` if there is no largest φ.
	pub fn new(
		sample: &Sample,
		dmu: usize,
		orientation: Orientation,
		returns: Returns,
	) -> Option<Self> {
		let (dmus, inputs, width) = (sample.dmus(), sample.inputs(), sample.width());
		let own = sample.row(dmu).expect("a DMU of the sample");
		if orientation == Orientation::Output && own[inputs..].iter().all(|&output| output == 0) {
			return None;
		}
		let score = dmus + width;
		let bound = match returns {
			Returns::Constant | Returns::Variable => None,
			Returns::NonIncreasing => Some(1),
			Returns::NonDecreasing => Some(-1),
		};
		let equations = width + usize::from(returns != Returns::Constant);
		let mut columns =
			vec![vec![BigInt::zero(); equations]; score + 1 + usize::from(bound.is_some())];
		let mut right = vec![BigInt::zero(); equations];
		let mut totals = Vec::new();
		for row in 0..width {
			for (other, values) in sample.rows().enumerate() {
				columns[other][row] = values[row].into();
			}
			columns[dmus + row][row] = if row < inputs { 1 } else { -1 }.into();
			// Of the DMU's own inputs and outputs, one is multiplied by the score, and so goes to
			// the left.
			let is_multiplied = match orientation {
				Orientation::Input => row < inputs,
				Orientation::Output => row >= inputs,
			};
			if is_multiplied {
				columns[score][row] = -BigInt::from(own[row]);
			} else {
				right[row] = own[row].into();
			}
			totals.push(sample.rows().map(|values| BigInt::from(values[row])).sum());
		}
		if returns != Returns::Constant {
			for column in &mut columns[..dmus] {
				column[width] = One::one();
			}
			if let Some(sign) = bound {
				columns[score + 1][width] = sign.into();
			}
			right[width] = One::one();
		}
		Some(Self { columns, right, orientation, dmus, width, totals })
	}

	/// In which column θ or φ is.
	fn score(&self) -> usize {
		self.dmus + self.width
	}

	/// What is made as large as possible first: φ, or the negative of θ.
	pub fn score_objective(&self) -> Vec<BigInt> {
		let sign = match self.orientation {
			Orientation::Input => -1,
			Orientation::Output => 1,
		};
		self.objective(|column| if column == self.score() { sign } else { 0 }.into())
	}

	/// What is made as large as possible next, one after the other: the weighted sum of slacks, each
	/// slack, and each weight.
	pub fn tie_breakers(&self, weights: SlackWeights) -> Vec<Vec<BigInt>> {
		// To divide by a mean, multiply by the means of all other columns; the number of DMUs, by
		// which all of them are divided, makes no difference. A column of zeros has no slack.
		let others = |row: usize| {
			let others = self.totals.iter().enumerate().filter(|(other, _)| *other != row);
			others.map(|(_, total)| total.max(&BigInt::one()).clone()).product()
		};
		let sum = self.objective(|column| match column.checked_sub(self.dmus) {
			Some(row) if row < self.width => match weights {
				SlackWeights::Raw => BigInt::one(),
				SlackWeights::Mean => others(row),
			},
			_ => BigInt::zero(),
		});
		let single = |variable: usize| self.objective(|column| u8::from(column == variable).into());
		let slacks = self.dmus..self.score();
		[sum].into_iter().chain(slacks.map(single)).chain((0..self.dmus).map(single)).collect()
	}

	fn objective(&self, worth: impl Fn(usize) -> BigInt) -> Vec<BigInt> {
		(0..self.columns.len()).map(worth).collect()
	}

	/// What the values of all variables say of the DMU.
	pub fn solution(&self, values: &[BigRational]) -> Solution {
		let score = &values[self.score()];
		Solution {
			score: match self.orientation {
				Orientation::Input => score.clone(),
				Orientation::Output => score.recip(),
			},
			slacks: values[self.dmus..self.score()].to_vec(),
			weights: values[..self.dmus].to_vec(),
		}
	}
}
