//! Which question is asked of a sample.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a DMU could do better.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Orientation {
	/// Give the same out of less. The score is the factor θ by which all inputs could shrink.
	Input,
	/// Give more out of the same. The score is 1/φ, where φ is the factor by which all outputs
	/// could grow.
	Output,
}

/// How the slacks of several columns are weighed against each other in the second stage.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum SlackWeights {
	/// Each slack is divided by the mean of its column over all DMUs, so that the answer does not
	/// depend on the units of measurement.
	Mean,
	/// Slacks are added as they are, each in the unit of its column: see
	/// [`Sample::with_decimals`](super::Sample::with_decimals). The answer depends on the DMUs of
	/// measurement.
	Raw,
}

/// What is supposed of the combinations of DMUs that a DMU is compared with: which sums of their
/// weights are allowed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Returns {
	/// Any sum: what works at one scale works at every scale (CCR).
	Constant,
	/// A sum of one (BCC).
	Variable,
	/// A sum of at most one: what works can be done smaller.
	NonIncreasing,
	/// A sum of at least one: what works can be done larger.
	NonDecreasing,
}

/// How far a program is pursued.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
	/// To the best score.
	Score,
	/// To the one optimum that the order in [`dea`](super) singles out among all with the best
	/// score.
	Slacks,
}

/// The settings of a report.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Model {
	/// What a DMU could do better.
	pub orientation: Orientation,
	/// How slacks are weighed.
	pub weights: SlackWeights,
}

/// One linear program of a DMU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Program {
	/// What is supposed of returns to scale.
	pub returns: Returns,
	/// How far it is pursued.
	pub stage: Stage,
}
