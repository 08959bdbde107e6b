//! The data of an analysis.

use alloc::vec::Vec;
use core::fmt;

/// The most units a sample may have.
pub const MAX_UNITS: usize = 1_024;
/// The most inputs a sample may have.
pub const MAX_INPUTS: usize = 8;
/// The most outputs a sample may have.
pub const MAX_OUTPUTS: usize = 8;

/// What every unit took in and gave out.
///
/// Values are the mantissas of fixed-point numbers. Each column may have decimals of its own:
/// scores, peers and returns to scale do not depend on the unit in which a column is measured, and
/// a slack comes back in the unit of its column.
///
/// Every input is positive, for nobody gives something out of nothing, and an empty cell read as
/// zero would make its unit a model for all others. An output may be zero.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sample {
	inputs: usize,
	outputs: usize,
	/// Row by row, the inputs of a unit before its outputs.
	values: Vec<u64>,
	/// How many digits of each column stand behind the point.
	decimals: Vec<u8>,
}

/// Why data cannot be a sample. Units, inputs and outputs are counted from zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SampleError {
	/// There is no unit.
	NoUnits,
	/// There are more than [`MAX_UNITS`] units.
	TooManyUnits,
	/// There is no input.
	NoInputs,
	/// There are more than [`MAX_INPUTS`] inputs.
	TooManyInputs,
	/// There is no output.
	NoOutputs,
	/// There are more than [`MAX_OUTPUTS`] outputs.
	TooManyOutputs,
	/// A unit has not as many inputs and outputs as the sample.
	UnevenRow {
		/// The unit.
		unit: usize,
	},
	/// A unit has an input of zero.
	ZeroInput {
		/// The unit.
		unit: usize,
		/// The input.
		input: usize,
	},
}

impl fmt::Display for SampleError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoUnits => write!(f, "there is no unit"),
			Self::TooManyUnits => write!(f, "there are more than {MAX_UNITS} units"),
			Self::NoInputs => write!(f, "there is no input"),
			Self::TooManyInputs => write!(f, "there are more than {MAX_INPUTS} inputs"),
			Self::NoOutputs => write!(f, "there is no output"),
			Self::TooManyOutputs => write!(f, "there are more than {MAX_OUTPUTS} outputs"),
			Self::UnevenRow { unit } => {
				write!(f, "unit {unit} has not as many values as the sample has columns")
			}
			Self::ZeroInput { unit, input } => write!(f, "input {input} of unit {unit} is zero"),
		}
	}
}

impl core::error::Error for SampleError {}

impl Sample {
	/// A sample of one row per unit, each with `inputs` inputs followed by `outputs` outputs.
	///
	/// # Errors
	///
	/// The first reason in the order of [`SampleError`], and of several units the first.
	pub fn new<R: AsRef<[u64]>>(
		inputs: usize,
		outputs: usize,
		rows: &[R],
	) -> Result<Self, SampleError> {
		match (rows.len(), inputs, outputs) {
			(0, ..) => return Err(SampleError::NoUnits),
			(n, ..) if n > MAX_UNITS => return Err(SampleError::TooManyUnits),
			(_, 0, _) => return Err(SampleError::NoInputs),
			(_, m, _) if m > MAX_INPUTS => return Err(SampleError::TooManyInputs),
			(.., 0) => return Err(SampleError::NoOutputs),
			(.., s) if s > MAX_OUTPUTS => return Err(SampleError::TooManyOutputs),
			_ => {}
		}
		let width = inputs + outputs;
		let mut values = Vec::with_capacity(rows.len() * width);
		for (unit, row) in rows.iter().enumerate() {
			let row = row.as_ref();
			if row.len() != width {
				return Err(SampleError::UnevenRow { unit });
			}
			values.extend_from_slice(row);
		}
		let sample = Self { inputs, outputs, values, decimals: alloc::vec![0; width] };
		for (unit, row) in sample.rows().enumerate() {
			if let Some(input) = row[..inputs].iter().position(|&value| value == 0) {
				return Err(SampleError::ZeroInput { unit, input });
			}
		}
		Ok(sample)
	}

	/// The same with the decimals of its columns, inputs before outputs, by which raw slacks are
	/// weighed against each other. Columns beyond those given have none.
	pub fn with_decimals(mut self, decimals: &[u8]) -> Self {
		let given = decimals.iter().copied().chain(core::iter::repeat(0));
		self.decimals = given.take(self.width()).collect();
		self
	}

	/// How many digits of each column stand behind the point.
	pub fn decimals(&self) -> &[u8] {
		&self.decimals
	}

	/// How many units there are.
	pub fn units(&self) -> usize {
		self.values.len() / self.width()
	}

	/// How many inputs each unit has.
	pub fn inputs(&self) -> usize {
		self.inputs
	}

	/// How many outputs each unit has.
	pub fn outputs(&self) -> usize {
		self.outputs
	}

	/// How many inputs and outputs each unit has.
	pub fn width(&self) -> usize {
		self.inputs + self.outputs
	}

	/// The inputs of a unit followed by its outputs; `None` if there is no such unit.
	pub fn row(&self, unit: usize) -> Option<&[u64]> {
		let start = unit.checked_mul(self.width())?;
		self.values.get(start..start.checked_add(self.width())?)
	}

	/// The rows of all units in order.
	pub fn rows(&self) -> impl ExactSizeIterator<Item = &[u64]> + Clone {
		self.values.chunks_exact(self.width())
	}

	/// The sum of every column over all units, inputs before outputs.
	pub fn totals(&self) -> Vec<u128> {
		let mut totals = alloc::vec![0; self.width()];
		for row in self.rows() {
			for (total, &value) in totals.iter_mut().zip(row) {
				// At most MAX_UNITS values of 64 bits.
				*total += u128::from(value);
			}
		}
		totals
	}
}
