//! Exact verification.

use super::{Basis, Certificate, Model, Program, Sample, UnitReport};

/// Why a certificate proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// The sample has no such unit.
	NoSuchUnit,
}

/// The proven optimum of one program, in exact fractions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Optimum {}

/// A sample prepared for verification.
pub struct Verifier<'a> {
	sample: &'a Sample,
	model: Model,
}

impl<'a> Verifier<'a> {
	/// Prepares a sample.
	pub fn new(sample: &'a Sample, model: Model) -> Self {
		Self { sample, model }
	}

	/// The optimum of one program of a unit, if the basis proves it.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn optimum(&self, unit: u16, program: Program, basis: &Basis) -> Result<Optimum, Refusal> {
		let _ = (self.sample, self.model, unit, program, basis);
		Err(Refusal::NoSuchUnit)
	}

	/// The report of a unit, if the certificate proves it.
	///
	/// # Errors
	///
	/// The reason why it does not.
	pub fn report(&self, unit: u16, certificate: &Certificate) -> Result<UnitReport, Refusal> {
		let _ = (unit, certificate);
		Err(Refusal::NoSuchUnit)
	}
}
