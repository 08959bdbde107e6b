//! What is reported, rounded to twelve digits.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// How many digits after the point a report has.
pub const DIGITS: usize = 12;
/// The number one in a report.
pub const ONE: u64 = 1_000_000_000_000;

/// A score or a weight, in 10⁻¹², between zero and [`ONE`]; rounded to the nearest, half up.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Score(pub u64);

/// A slack, in 10⁻¹² of the unit in which the sample gives its column; rounded to the nearest, half
/// up.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Slack(pub u128);

impl fmt::Display for Score {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}.{:0DIGITS$}", self.0 / ONE, self.0 % ONE)
	}
}

impl fmt::Display for Slack {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let one = u128::from(ONE);
		write!(f, "{}.{:0DIGITS$}", self.0 / one, self.0 % one)
	}
}

/// Whether a DMU is at its most productive scale.
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
pub enum ReturnsToScale {
	/// It is.
	Constant,
	/// It is too small.
	Increasing,
	/// It is too large.
	Decreasing,
}

/// A DMU that another is compared with.
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
pub struct Peer {
	/// The DMU, counted from zero.
	pub dmu: u16,
	/// Its share in the combination.
	pub weight: Score,
}

/// The efficiency of one DMU. Slacks and peers are those under variable returns.
///
/// Returns to scale are decided on exact fractions, not on rounded scores.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct DmuReport {
	/// The score under constant returns: comprehensive efficiency.
	pub crste: Score,
	/// The score under variable returns: technical efficiency.
	pub vrste: Score,
	/// The score under non-increasing returns.
	pub nirs: Score,
	/// Scale efficiency, `crste / vrste`; one where the two are equal, both zero included.
	pub scale: Score,
	/// Whether the DMU is at its most productive scale.
	pub returns_to_scale: ReturnsToScale,
	/// What could be saved of each input beyond the score.
	pub input_slacks: Vec<Slack>,
	/// What could be gained of each output beyond the score.
	pub output_slacks: Vec<Slack>,
	/// The DMUs of the combination, in their order, with their weights, which add up to one but
	/// for rounding.
	pub peers: Vec<Peer>,
}

/// Arithmetic means of rounded scores, rounded to the nearest, half up.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Means {
	/// Of comprehensive efficiency.
	pub crste: Score,
	/// Of technical efficiency.
	pub vrste: Score,
	/// Of scale efficiency.
	pub scale: Score,
}

impl Means {
	/// The means over some DMUs: all, or those of a group. `None` if there is none.
	pub fn of<'a, I>(dmus: I) -> Option<Self>
	where
		I: IntoIterator<Item = &'a DmuReport>,
	{
		let (mut n, mut sums) = (0, [0; 3]);
		for dmu in dmus {
			n += 1;
			for (sum, score) in sums.iter_mut().zip([dmu.crste, dmu.vrste, dmu.scale]) {
				*sum += u128::from(score.0);
			}
		}
		Self::of_sums(n, sums)
	}

	/// The means over `n` DMUs whose comprehensive, technical and scale efficiencies have these sums,
	/// in 10⁻¹². `None` if there is no DMU, or if a mean is beyond 64 bits.
	pub fn of_sums(n: u64, [crste, vrste, scale]: [u128; 3]) -> Option<Self> {
		let n = u128::from(n);
		let mean = |sum: u128| {
			let twice = sum.checked_mul(2)?.checked_add(n)?;
			twice.checked_div(2 * n)?.try_into().ok().map(Score)
		};
		Some(Self { crste: mean(crste)?, vrste: mean(vrste)?, scale: mean(scale)? })
	}
}
