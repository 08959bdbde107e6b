//! # Salus solver
//!
//! Finds the certificates that [`salus_analysis::dea::Verifier`] accepts, and, in module [`transport`],
//! the plans that [`salus_analysis::transport::Verifier`] accepts.
//!
//! This is the one crate of the project that calculates in floating point, and nothing it finds is
//! believed for that: a basis is a guess until the verifier has confirmed it in exact arithmetic.
//! Where it does not, because two columns tie or because the data span more orders of magnitude
//! than a float can weigh against each other, exact steps of the simplex method lead from the guess
//! to the optimum; and where the guess is not even feasible, they lead there from the beginning. So
//! a poor guess costs time, never truth.
//!
//! ```
//! use salus_analysis::dea::{Model, Orientation, Sample, SlackWeights};
//! use salus_solver::Solver;
//!
//! // Two hospitals: beds and doctors in, patients out.
//! let sample = Sample::new(2, 1, &[[100, 20, 3_000], [100, 25, 1_500]])?;
//! let model = Model { orientation: Orientation::Output, weights: SlackWeights::Mean };
//! let mut solver = Solver::new(&sample, model);
//! let certificate = solver.certify(1)?;
//!
//! let report = solver.verifier().report(1, &certificate)?;
//! assert_eq!(report.crste.to_string(), "0.500000000000");
//! assert_eq!(report.input_slacks[1].to_string(), "5.000000000000");
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod hospitals;
mod random;
mod simplex;
pub mod transport;

pub use hospitals::hospitals;
pub use random::Random;

use core::fmt;
use salus_analysis::dea::{
	Basis, Certificate, DmuReport, Model, Optimum, Program, Refusal, Returns, Sample, Stage, Step,
	Verifier,
};
use simplex::Simplex;

/// How many exact steps are taken at most from one basis. They end by themselves, but nobody knows
/// a bound that is both certain and small.
const MOST_STEPS: usize = 100_000;

/// Why there is no certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Error {
	/// The sample has no such DMU.
	NoSuchDmu,
	/// The exact steps did not arrive within their bound.
	StepsExhausted,
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoSuchDmu => write!(f, "there is no such DMU"),
			Self::StepsExhausted => write!(f, "no optimum after {MOST_STEPS} exact steps"),
		}
	}
}

impl core::error::Error for Error {}

/// Finds certificates for the DMUs of a sample, one at a time and in any order.
///
/// What it learns of one DMU makes the next ones faster, but does not change what is found.
pub struct Solver<'a> {
	verifier: Verifier<'a>,
	simplex: Simplex,
}

impl<'a> Solver<'a> {
	/// Prepares a sample.
	pub fn new(sample: &'a Sample, model: Model) -> Self {
		Self { verifier: Verifier::new(sample, model), simplex: Simplex::new(sample, model) }
	}

	/// The verifier with which every basis is confirmed.
	pub fn verifier(&self) -> &Verifier<'a> {
		&self.verifier
	}

	/// A certificate that the verifier accepts.
	///
	/// # Errors
	///
	/// See [`Error`].
	pub fn certify(&mut self, dmu: u16) -> Result<Certificate, Error> {
		self.report(dmu).map(|(certificate, _)| certificate)
	}

	/// A certificate that the verifier accepts, and the report that it proves.
	///
	/// # Errors
	///
	/// See [`Error`].
	pub fn report(&mut self, dmu: u16) -> Result<(Certificate, DmuReport), Error> {
		let program = |returns, stage| Program { returns, stage };
		let (constant, comprehensive) =
			self.solve(dmu, program(Returns::Constant, Stage::Score))?;
		let (variable, technical) = self.solve(dmu, program(Returns::Variable, Stage::Slacks))?;
		let report = self.verifier.conclude(&comprehensive, &technical);
		Ok((Certificate { constant, variable }, report))
	}

	/// A basis that proves the optimum of one program, and this optimum.
	///
	/// # Errors
	///
	/// See [`Error`].
	pub fn solve(&mut self, dmu: u16, program: Program) -> Result<(Basis, Optimum), Error> {
		let start = self.verifier.start(dmu, program).map_err(|_| Error::NoSuchDmu)?;
		let guess = match start.columns() {
			[] => None,
			_ => self.simplex.solve(dmu.into(), program, &start),
		};
		match guess.map(|guess| self.confirm(dmu, program, guess)) {
			Some(Ok(found)) => Ok(found),
			// What the guess was not good enough for, the beginning is.
			_ => self.confirm(dmu, program, start).map_err(|_| Error::StepsExhausted),
		}
	}

	/// Steps exactly from a basis to the optimum; `None` if they do not arrive.
	fn confirm(
		&self,
		dmu: u16,
		program: Program,
		mut basis: Basis,
	) -> Result<(Basis, Optimum), Option<Refusal>> {
		for _ in 0..MOST_STEPS {
			match self.verifier.step(dmu, program, &basis).map_err(Some)? {
				Step::Optimal(optimum) => return Ok((basis, optimum)),
				Step::Next(next) => basis = next,
			}
		}
		Err(None)
	}
}
