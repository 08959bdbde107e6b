//! # Density
//!
//! How a quantity is spread over a group: the Gaussian kernel estimate
//!
//! ```text
//! f(x) = 1/(N h) sum over i of K((x_i - x)/h),    K(u) = e^(-u^2/2) / sqrt(2 pi)
//! ```
//!
//! in fixed point, so that everybody who computes it gets the same digits. Values are taken as they
//! are, or as multiples of a mean over more groups than one. The bandwidth `h` is given, or
//! Silverman's: `0.9 min(s, IQR/1.34) N^(-1/5)`, where `s` is the standard deviation with `N - 1`
//! and the quartiles are interpolated linearly (type 7 of Hyndman and Fan, which R and NumPy use by
//! default). Where the quartiles coincide, `s` stands alone. Source: B. W. Silverman, *Density
//! Estimation for Statistics and Data Analysis* (1986), formula 3.31.
//!
//! ```
//! use salus_analysis::density::{Bandwidth, Estimator, Grid, Mean, Scale};
//!
//! // Health personnel per 10,000 people, two decimals, in two groups.
//! let (west, east) = ([5550u64, 6918, 8625], [5407u64, 6935, 7761]);
//! let mean = Mean::of(west.into_iter().chain(east))?;
//! let estimator = Estimator::new(west, Scale::MultipleOf(mean), Bandwidth::Silverman)?;
//! let curve = estimator.curve(Grid { points: 100, bounds: None })?;
//! assert_eq!(curve.points.len(), 100);
//! # Ok::<(), salus_analysis::density::Error>(())
//! ```
//!
//! ## Digits
//!
//! A [`Curve`] says itself how many decimals its numbers have, since `f` grows as `1/h` does. With
//! `10^e <= h < 10^(e+1)`, where `e` is from -18 to 18:
//!
//! | number | decimals | so it resolves |
//! |---|---|---|
//! | bandwidth | `18 - e` | 19 digits |
//! | `x` | `12 - e`, at least 0 | `h` in 10^12 steps or more, or whole numbers |
//! | density | `18 + e` | `1/h` in 10^17 steps or more |
//!
//! ## How exact
//!
//! The published `x` and `h` are exact: the density belongs to these very numbers, not to others
//! that were rounded to them afterwards. Silverman's bandwidth is the real number of the formula,
//! rounded to its 19 digits; a given one of up to 19 digits is what was given.
//!
//! **The published density differs from the real number by at most `10^-17 / h`**, for any data,
//! scale and `x`. So the error is below `10^-9` wherever `h` is at least `10^-8` (a tenth of a
//! millionth of a per cent of the mean, in multiples of the mean), and below that it is still the
//! seventeenth digit of `1/h`. Where the margin comes from is in `estimate.rs`.

mod estimate;
mod kernel;
mod silverman;

pub use estimate::Estimator;

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// The most values that one group has.
pub const MAX_VALUES: usize = 1_024;

/// The most points of a curve.
pub const MAX_POINTS: u16 = 512;

/// The most decimals that a number handed in has.
pub const MAX_DECIMALS: u8 = 36;

/// A decimal number: `mantissa` divided by ten to the power of `decimals`.
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
pub struct Decimal {
	/// The number without its decimal point.
	pub mantissa: i128,
	/// How many of its digits stand behind the point, [`MAX_DECIMALS`] at most.
	pub decimals: u8,
}

/// What `x` counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
	/// The quantity itself; the values are integers with this many decimals, [`MAX_DECIMALS`] at
	/// most.
	Decimals(u8),
	/// Multiples of a mean, whose values had as many decimals as the group's.
	MultipleOf(Mean),
}

/// The mean of any number of values, usually those of all groups that are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mean {
	sum: i128,
	count: u32,
}

impl Mean {
	/// The mean of `values`, of which none is further from zero than `u64::MAX`
	/// ([`Error::ValueTooLarge`]), of which there is at least one ([`Error::NoValues`]) and at most
	/// `u32::MAX` ([`Error::TooManyValues`]).
	///
	/// Nothing is a multiple of a mean of zero, and multiples of a negative one would stand in
	/// reverse: [`Error::MeanNotPositive`].
	pub fn of<V: Into<i128>>(values: impl IntoIterator<Item = V>) -> Result<Self, Error> {
		let mut sum = 0i128;
		let mut count = 0u32;
		for value in values {
			// 2^32 numbers below 2^64 stay far below 2^127.
			sum += within_bounds(value.into())?;
			count = count.checked_add(1).ok_or(Error::TooManyValues)?;
		}
		match (count, sum) {
			(0, _) => Err(Error::NoValues),
			(_, sum) if sum <= 0 => Err(Error::MeanNotPositive),
			_ => Ok(Self { sum, count }),
		}
	}
}

/// How wide the kernel is.
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
pub enum Bandwidth {
	/// Silverman's rule.
	Silverman,
	/// As given, in the units of `x`. Beyond 19 digits it is rounded.
	Given(Decimal),
}

/// The `x` at which a curve is evaluated: evenly spaced, both ends included.
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
pub struct Grid {
	/// How many, from 2 to [`MAX_POINTS`].
	pub points: u16,
	/// The least and the greatest, in the units of `x`; otherwise three bandwidths beyond the least
	/// and the greatest value.
	pub bounds: Option<(Decimal, Decimal)>,
}

/// One point of a curve.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Point {
	/// Where, with the `x_decimals` of its curve.
	pub x: i128,
	/// The density there, with the `density_decimals` of its curve.
	pub density: u64,
}

/// A density, drawn.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Curve {
	/// How many values it describes.
	pub count: u32,
	/// The bandwidth, in the units of `x`.
	pub bandwidth: u64,
	/// How many decimals the bandwidth has.
	pub bandwidth_decimals: u8,
	/// How many decimals every `x` has.
	pub x_decimals: u8,
	/// How many decimals every density has.
	pub density_decimals: u8,
	/// Its points, from left to right.
	pub points: Vec<Point>,
}

/// Why there is no curve.
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
pub enum Error {
	/// There is not one value.
	NoValues,
	/// A group has more than [`MAX_VALUES`] values.
	TooManyValues,
	/// A value is further from zero than `u64::MAX`.
	ValueTooLarge,
	/// A number has more than [`MAX_DECIMALS`] decimals.
	TooManyDecimals,
	/// The mean, of which values were to be multiples, is zero or negative.
	MeanNotPositive,
	/// All values are equal, or there is only one: they suggest no bandwidth.
	NoSpread,
	/// The given bandwidth is zero or negative.
	BandwidthNotPositive,
	/// The bandwidth is below 10^-18 or not below 10^19.
	BandwidthOutOfRange,
	/// The bandwidth is so small beside the values that they lie more than 2^64 bandwidths apart, or
	/// that an `x` would not fit its integer.
	BandwidthTooSmall,
	/// A curve needs two points.
	TooFewPoints,
	/// A curve has at most [`MAX_POINTS`] points.
	TooManyPoints,
	/// The given bounds are equal, or the wrong way round.
	BoundsNotAscending,
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Error::NoValues => "there are no values",
			Error::TooManyValues => "there are too many values",
			Error::ValueTooLarge => "a value has too many digits",
			Error::TooManyDecimals => "a number has too many decimals",
			Error::MeanNotPositive => "the mean is not positive, so nothing is a multiple of it",
			Error::NoSpread => "all values are equal, so they suggest no bandwidth",
			Error::BandwidthNotPositive => "the bandwidth is not positive",
			Error::BandwidthOutOfRange => "the bandwidth is below 1e-18 or not below 1e19",
			Error::BandwidthTooSmall => "the bandwidth is too small for values as large as these",
			Error::TooFewPoints => "a curve needs at least 2 points",
			Error::TooManyPoints => "a curve has at most 512 points",
			Error::BoundsNotAscending => "the bounds are not in ascending order",
		})
	}
}

impl core::error::Error for Error {}

/// `value`, unless it is further from zero than `u64::MAX`.
fn within_bounds(value: i128) -> Result<i128, Error> {
	if value.unsigned_abs() <= u128::from(u64::MAX) {
		Ok(value)
	} else {
		Err(Error::ValueTooLarge)
	}
}
