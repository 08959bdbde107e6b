//! The linear programs: their rows, their columns, and what stands where the two meet.

use super::{Basis, Orientation, Program, Refusal, Returns, Sample, Stage};

/// Which rows and columns the programs of a sample have, whichever DMU they are of.
///
/// The last row is there only where the sum of the weights is bounded.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a> {
	pub(super) sample: &'a Sample,
	pub(super) orientation: Orientation,
	pub(super) returns: Returns,
}

/// One program of one DMU, as a minimisation with equations as rows and non-negative variables as
/// columns.
///
/// | rows | input orientation | output orientation |
/// |---|---|---|
/// | inputs | Σ λ x + slack - θ x₀ = 0 | Σ λ x + slack = x₀ |
/// | outputs | Σ λ y - slack = y₀ | Σ λ y - slack - φ y₀ = 0 |
/// | sum of weights | Σ λ ± slack = 1 | Σ λ ± slack = 1 |
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
	pub(super) layout: Layout<'a>,
	stage: Stage,
	dmu: u16,
	/// The inputs and outputs of the DMU.
	values: &'a [u64],
}

/// A variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Column {
	/// The weight of a DMU.
	Weight(usize),
	/// The slack of a row, added to it or taken from it.
	Slack { row: usize, sign: i128 },
	/// θ or φ.
	Score,
}

impl<'a> Layout<'a> {
	/// How many rows there are.
	pub(super) fn len(&self) -> usize {
		self.sample.width() + usize::from(self.returns != Returns::Constant)
	}

	/// How many columns there are.
	pub(super) fn columns(&self) -> usize {
		self.first_slack() + self.sample.width() + 1 + usize::from(self.sum_slack().is_some())
	}

	/// The index of the first slack.
	fn first_slack(&self) -> usize {
		self.sample.dmus()
	}

	/// The sign of the slack in the sum of the weights.
	fn sum_slack(&self) -> Option<i128> {
		match self.returns {
			Returns::Constant | Returns::Variable => None,
			Returns::NonIncreasing => Some(1),
			Returns::NonDecreasing => Some(-1),
		}
	}

	/// The column with an index.
	pub(super) fn column(&self, index: usize) -> Option<Column> {
		let (inputs, width) = (self.sample.inputs(), self.sample.width());
		match index.checked_sub(self.first_slack()) {
			None => Some(Column::Weight(index)),
			Some(row) if row < width => {
				Some(Column::Slack { row, sign: if row < inputs { 1 } else { -1 } })
			}
			Some(place) if place == width => Some(Column::Score),
			Some(place) if place == width + 1 => {
				self.sum_slack().map(|sign| Column::Slack { row: width, sign })
			}
			Some(_) => None,
		}
	}

	/// What the weight of a DMU has in a row.
	pub(super) fn weighed(&self, dmu: usize, row: usize) -> i128 {
		match self.sample.row(dmu) {
			Some(values) => values.get(row).map_or(1, |&value| value.into()),
			None => 0,
		}
	}

	/// What one unit of the score costs: φ is sought as large as can be.
	pub(super) fn score_cost(&self) -> i128 {
		match self.orientation {
			Orientation::Input => 1,
			Orientation::Output => -1,
		}
	}

	/// At which place in the order of variables a column is maximised, once score and slack sum are
	/// settled: slacks come before weights. The others follow from these.
	pub(super) fn place(&self, column: Column) -> Option<usize> {
		let width = self.sample.width();
		match column {
			Column::Slack { row, .. } => (row < width).then_some(row),
			Column::Weight(dmu) => Some(width + dmu),
			Column::Score => None,
		}
	}
}

impl<'a> Rows<'a> {
	pub(super) fn new(
		sample: &'a Sample,
		orientation: Orientation,
		dmu: u16,
		program: Program,
	) -> Result<Self, Refusal> {
		let values = sample.row(usize::from(dmu)).ok_or(Refusal::NoSuchDmu)?;
		let layout = Layout { sample, orientation, returns: program.returns };
		Ok(Self { layout, stage: program.stage, dmu, values })
	}

	/// Whether the program has no optimum: of no outputs at all, any multiple is reached.
	pub(super) fn is_unbounded(&self) -> bool {
		self.layout.orientation == Orientation::Output
			&& self.values[self.layout.sample.inputs()..].iter().all(|&output| output == 0)
	}

	/// Whether there is more to an optimum than its score.
	pub(super) fn has_slack_stage(&self) -> bool {
		self.stage == Stage::Slacks
	}

	/// What a column has in a row.
	pub(super) fn entry(&self, column: Column, row: usize) -> i128 {
		match column {
			Column::Weight(dmu) => self.layout.weighed(dmu, row),
			Column::Slack { row: own, sign } => {
				if row == own {
					sign
				} else {
					0
				}
			}
			Column::Score => match self.values.get(row) {
				Some(&value) if self.is_scored(row) => -i128::from(value),
				_ => 0,
			},
		}
	}

	/// What stands on the right of a row.
	pub(super) fn right(&self, row: usize) -> i128 {
		match self.values.get(row) {
			Some(_) if self.is_scored(row) => 0,
			Some(&value) => value.into(),
			None => 1,
		}
	}

	/// Whether the score multiplies what the DMU has in a row.
	fn is_scored(&self, row: usize) -> bool {
		(row < self.layout.sample.inputs()) == (self.layout.orientation == Orientation::Input)
	}

	/// A basis in which the DMU is compared with itself alone; feasible, and not singular.
	///
	/// Both of its columns that are not slacks meet in two rows, whose slacks are left out: one that
	/// the score multiplies and one that it does not.
	pub(super) fn start(&self) -> Basis {
		let Layout { sample, orientation, returns } = self.layout;
		let (n, inputs, width) = (sample.dmus(), sample.inputs(), sample.width());
		let own = Some(usize::from(self.dmu));
		let output = (inputs..width).find(|&row| self.values[row] != 0);
		let fixed = returns == Returns::Variable;
		let (own, left_out) = match (orientation, output) {
			(Orientation::Input, _) if fixed => (own, [Some(0), None]),
			(Orientation::Output, _) if fixed => (own, [output, None]),
			// Without outputs, the DMU needs no comparison to shrink to nothing.
			(_, None) if returns != Returns::NonDecreasing => (None, [Some(0), None]),
			(_, None) => (own, [Some(0), Some(width)]),
			(_, Some(_)) => (own, [Some(0), output]),
		};
		let mut basis = [0; super::MAX_ROWS];
		let slacks = (0..width).filter(|row| !left_out.contains(&Some(*row)));
		let sum = (self.layout.sum_slack().is_some() && !left_out.contains(&Some(width)))
			.then_some(width + 1);
		let places = slacks.chain([width]).chain(sum).map(|place| n + place);
		let mut len = 0;
		for (target, column) in basis.iter_mut().zip(own.into_iter().chain(places)) {
			*target = column as u16;
			len += 1;
		}
		Basis::try_from(&basis[..len]).unwrap_or(Basis::EMPTY)
	}
}
