//! The data of an analysis.

use alloc::vec::Vec;
use core::fmt;

/// The most DMUs a sample may have.
pub const MAX_DMUS: usize = 1_024;
/// The most inputs a sample may have.
pub const MAX_INPUTS: usize = 8;
/// The most outputs a sample may have.
pub const MAX_OUTPUTS: usize = 8;

/// What every DMU took in and gave out.
///
/// Values are the mantissas of fixed-point numbers. Each column may have decimals of its own:
/// scores, peers and returns to scale do not depend on the unit in which a column is measured, and
/// a slack comes back in the unit of its column.
///
/// Every input is positive, for nobody gives something out of nothing, and an empty cell read as
/// zero would make its DMU a model for all others. An output may be zero.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sample {
	inputs: usize,
	outputs: usize,
	/// Row by row, the inputs of a DMU before its outputs.
	values: Vec<u64>,
	/// How many digits of each column stand behind the point.
	decimals: Vec<u8>,
}

/// Why data cannot be a sample. DMUs, inputs and outputs are counted from zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SampleError {
	/// There is no DMU.
	NoDmus,
	/// There are more than [`MAX_DMUS`] DMUs.
	TooManyDmus,
	/// There is no input.
	NoInputs,
	/// There are more than [`MAX_INPUTS`] inputs.
	TooManyInputs,
	/// There is no output.
	NoOutputs,
	/// There are more than [`MAX_OUTPUTS`] outputs.
	TooManyOutputs,
	/// A DMU has not as many inputs and outputs as the sample.
	UnevenRow {
		/// The DMU.
		dmu: usize,
	},
	/// A DMU has an input of zero.
	ZeroInput {
		/// The DMU.
		dmu: usize,
		/// The input.
		input: usize,
	},
}

impl fmt::Display for SampleError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoDmus => write!(f, "there is no DMU"),
			Self::TooManyDmus => write!(f, "there are more than {MAX_DMUS} DMUs"),
			Self::NoInputs => write!(f, "there is no input"),
			Self::TooManyInputs => write!(f, "there are more than {MAX_INPUTS} inputs"),
			Self::NoOutputs => write!(f, "there is no output"),
			Self::TooManyOutputs => write!(f, "there are more than {MAX_OUTPUTS} outputs"),
			Self::UnevenRow { dmu } => {
				write!(f, "DMU {dmu} has not as many values as the sample has columns")
			}
			Self::ZeroInput { dmu, input } => write!(f, "input {input} of DMU {dmu} is zero"),
		}
	}
}

impl core::error::Error for SampleError {}

impl Sample {
	/// A sample of one row per DMU, each with `inputs` inputs followed by `outputs` outputs.
	///
	/// # Errors
	///
	/// The first reason in the order of [`SampleError`], and of several DMUs the first.
	pub fn new<R: AsRef<[u64]>>(
		inputs: usize,
		outputs: usize,
		rows: &[R],
	) -> Result<Self, SampleError> {
		match (rows.len(), inputs, outputs) {
			(0, ..) => return Err(SampleError::NoDmus),
			(n, ..) if n > MAX_DMUS => return Err(SampleError::TooManyDmus),
			(_, 0, _) => return Err(SampleError::NoInputs),
			(_, m, _) if m > MAX_INPUTS => return Err(SampleError::TooManyInputs),
			(.., 0) => return Err(SampleError::NoOutputs),
			(.., s) if s > MAX_OUTPUTS => return Err(SampleError::TooManyOutputs),
			_ => {}
		}
		let width = inputs + outputs;
		let mut values = Vec::with_capacity(rows.len() * width);
		for (dmu, row) in rows.iter().enumerate() {
			let row = row.as_ref();
			if row.len() != width {
				return Err(SampleError::UnevenRow { dmu });
			}
			values.extend_from_slice(row);
		}
		let sample = Self { inputs, outputs, values, decimals: alloc::vec![0; width] };
		for (dmu, row) in sample.rows().enumerate() {
			if let Some(input) = row[..inputs].iter().position(|&value| value == 0) {
				return Err(SampleError::ZeroInput { dmu, input });
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

	/// How many DMUs there are.
	pub fn dmus(&self) -> usize {
		self.values.len() / self.width()
	}

	/// How many inputs each DMU has.
	pub fn inputs(&self) -> usize {
		self.inputs
	}

	/// How many outputs each DMU has.
	pub fn outputs(&self) -> usize {
		self.outputs
	}

	/// How many inputs and outputs each DMU has.
	pub fn width(&self) -> usize {
		self.inputs + self.outputs
	}

	/// The inputs of a DMU followed by its outputs; `None` if there is no such DMU.
	pub fn row(&self, dmu: usize) -> Option<&[u64]> {
		let start = dmu.checked_mul(self.width())?;
		self.values.get(start..start.checked_add(self.width())?)
	}

	/// The rows of all DMUs in order.
	pub fn rows(&self) -> impl ExactSizeIterator<Item = &[u64]> + Clone {
		self.values.chunks_exact(self.width())
	}

	/// The sum of every column over all DMUs, inputs before outputs.
	pub fn totals(&self) -> Vec<u128> {
		let mut totals = alloc::vec![0; self.width()];
		for row in self.rows() {
			for (total, &value) in totals.iter_mut().zip(row) {
				// At most MAX_DMUS values of 64 bits.
				*total += u128::from(value);
			}
		}
		totals
	}
}
