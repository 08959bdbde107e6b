//! The estimator.
//!
//! ## Where the margin of `10^-17 / h` comes from
//!
//! In units of `10^-18 / h`, each at its very worst:
//!
//! | source | off by | costs |
//! |---|---|---|
//! | distance in bandwidths, with 60 binary places | `2^-60`, where the bell is nowhere steeper than 0.61 | 0.22 |
//! | the bell, what is beyond its reach, and the average | `2^-60` | 0.35 |
//! | factor from the average of bells to the density | a 32nd of a last decimal | 0.32 |
//! | rounding | half of a last decimal, which is `10^-17 / h` at most | 5 |
//! | Silverman's bandwidth | half a unit of its nineteenth digit | 0.2 |
//!
//! Six, where ten are promised.

use super::{kernel, silverman};
use super::{
	within_bounds, Bandwidth, Curve, Error, Grid, Point, Scale, MAX_DECIMALS, MAX_POINTS,
	MAX_VALUES,
};
use alloc::vec::Vec;
use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

/// `1 / sqrt(2 pi)`, with [`PEAK_DECIMALS`]. Source: OEIS A231863.
const PEAK: u128 = 39_894_228_040_143_267_793_994_605_993_438_186_848;
const PEAK_DECIMALS: u32 = 38;

/// Binary places of the factor that leads from an average of bells to a density.
const FACTOR_BITS: u32 = 5;

/// Ready to tell the density of one group anywhere.
#[derive(Clone, Debug)]
pub struct Estimator {
	/// Where each value stands, in bandwidths from the least; sorted.
	places: Vec<i128>,
	/// `x` of the least value and of the greatest, over `denominator`.
	least: BigInt,
	greatest: BigInt,
	denominator: BigInt,
	/// `h`, with `bandwidth_decimals`: 19 digits.
	bandwidth: u64,
	bandwidth_decimals: u8,
	/// From the average of the bells to the density.
	factor: u64,
}

impl Estimator {
	/// Prepares for a group of 1 to [`MAX_VALUES`] values, in any order, of which none is further
	/// from zero than `u64::MAX`.
	///
	/// Errors: [`Error::NoValues`], [`Error::TooManyValues`], [`Error::ValueTooLarge`],
	/// [`Error::TooManyDecimals`]; [`Error::NoSpread`] for Silverman's rule;
	/// [`Error::BandwidthNotPositive`] for a given bandwidth; [`Error::BandwidthOutOfRange`],
	/// [`Error::BandwidthTooSmall`].
	pub fn new<V: Into<i128>>(
		values: impl IntoIterator<Item = V>,
		scale: Scale,
		bandwidth: Bandwidth,
	) -> Result<Self, Error> {
		let mut sorted = Vec::new();
		for value in values {
			if sorted.len() == MAX_VALUES {
				return Err(Error::TooManyValues);
			}
			sorted.push(within_bounds(value.into())?);
		}
		sorted.sort_unstable();
		let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
			return Err(Error::NoValues);
		};

		// x = value * multiplier / denominator
		let (multiplier, denominator) = match scale {
			Scale::Decimals(decimals) => (BigInt::one(), power_of_ten(decimals)?),
			Scale::MultipleOf(mean) => (mean.count.into(), mean.sum.into()),
		};

		let power = match bandwidth {
			Bandwidth::Silverman => {
				let silverman::Power { numerator, denominator: below, degree } =
					silverman::bandwidth(&sorted)?;
				silverman::Power {
					numerator: numerator * multiplier.magnitude().pow(degree),
					denominator: below * denominator.magnitude().pow(degree),
					degree,
				}
			}
			Bandwidth::Given(given) => silverman::Power {
				numerator: BigUint::try_from(given.mantissa)
					.ok()
					.filter(|mantissa| !mantissa.is_zero())
					.ok_or(Error::BandwidthNotPositive)?,
				denominator: power_of_ten(given.decimals)?.magnitude().clone(),
				degree: 1,
			},
		};
		let (bandwidth, bandwidth_decimals) = nineteen_digits(&power)?;

		// From x to bandwidths, in the places of the kernel's argument.
		let to_places = ten(bandwidth_decimals) << kernel::ARGUMENT_BITS;
		let width = &denominator * bandwidth;
		let places = sorted
			.iter()
			.map(|value| {
				let distance = &multiplier * (value - first) * &to_places;
				nearest(&distance, &width).to_i128().filter(|place| *place <= 1 << 124)
			})
			.collect::<Option<Vec<_>>>()
			.ok_or(Error::BandwidthTooSmall)?;

		// 1 / (h sqrt(2 pi)), of which the decimals of bandwidth and density together make 36.
		let factor = (BigUint::from(PEAK) << FACTOR_BITS)
			/ (BigUint::from(bandwidth) * 10u64.pow(PEAK_DECIMALS - 36));
		Ok(Self {
			places,
			least: &multiplier * first,
			greatest: multiplier * last,
			denominator,
			bandwidth,
			bandwidth_decimals,
			factor: factor.to_u64().unwrap_or_default(),
		})
	}

	/// The bandwidth, and how many decimals it has.
	pub fn bandwidth(&self) -> (u64, u8) {
		(self.bandwidth, self.bandwidth_decimals)
	}

	/// How many decimals an `x` has.
	pub fn x_decimals(&self) -> u8 {
		self.bandwidth_decimals.saturating_sub(6)
	}

	/// How many decimals a density has.
	pub fn density_decimals(&self) -> u8 {
		36 - self.bandwidth_decimals
	}

	/// The density at `x`, which has [`Self::x_decimals`].
	///
	/// Takes time in proportion to the number of values within ten bandwidths of `x`.
	pub fn at(&self, x: i128) -> u64 {
		let x_unit = ten(self.x_decimals());
		let distance = (x * &self.denominator - &self.least * &x_unit)
			* (ten(self.bandwidth_decimals) << kernel::ARGUMENT_BITS);
		let place = nearest(&distance, &(&self.denominator * self.bandwidth * x_unit));
		// Where it does not fit, there is no value within reach.
		let Some(place) = place.to_i128() else { return 0 };

		let reach = i128::from(kernel::REACH);
		let first = self.places.partition_point(|value| *value < place.saturating_sub(reach));
		let sum: u128 = self.places[first..]
			.iter()
			.take_while(|value| **value < place.saturating_add(reach))
			// Within reach, so it fits.
			.map(|value| u128::from(kernel::bell(value.abs_diff(place) as u64)))
			.sum();
		let average = sum / self.places.len() as u128;
		// Below 2^63 times 2^64: the average is at most one, and h has 19 digits.
		let shift = kernel::RESULT_BITS + FACTOR_BITS;
		((average * u128::from(self.factor) + (1 << (shift - 1))) >> shift) as u64
	}

	/// The curve over `grid`.
	///
	/// Errors: [`Error::TooFewPoints`], [`Error::TooManyPoints`], [`Error::TooManyDecimals`],
	/// [`Error::BoundsNotAscending`]; [`Error::BandwidthTooSmall`] where an `x` does not fit.
	pub fn curve(&self, grid: Grid) -> Result<Curve, Error> {
		if grid.points < 2 {
			return Err(Error::TooFewPoints);
		}
		if grid.points > MAX_POINTS {
			return Err(Error::TooManyPoints);
		}
		// Both bounds over one denominator.
		let (least, greatest, denominator) = match grid.bounds {
			Some((from, to)) => {
				let from_unit = power_of_ten(from.decimals)?;
				let to_unit = power_of_ten(to.decimals)?;
				(from.mantissa * &to_unit, to.mantissa * &from_unit, from_unit * to_unit)
			}
			None => {
				let unit = ten(self.bandwidth_decimals);
				let margin = &self.denominator * self.bandwidth * 3u8;
				(
					&self.least * &unit - &margin,
					&self.greatest * &unit + margin,
					&self.denominator * unit,
				)
			}
		};
		if least >= greatest {
			return Err(Error::BoundsNotAscending);
		}
		let last = grid.points - 1;
		let x_unit = ten(self.x_decimals());
		let below = denominator * last;
		let points = (0..=last)
			.map(|index| {
				let above = (&least * (last - index) + &greatest * index) * &x_unit;
				let x = nearest(&above, &below).to_i128().ok_or(Error::BandwidthTooSmall)?;
				Ok(Point { x, density: self.at(x) })
			})
			.collect::<Result<_, _>>()?;
		Ok(Curve {
			count: self.places.len() as u32,
			bandwidth: self.bandwidth,
			bandwidth_decimals: self.bandwidth_decimals,
			x_decimals: self.x_decimals(),
			density_decimals: self.density_decimals(),
			points,
		})
	}
}

/// The root of `power` to nineteen digits, rounded to the nearest, with its decimals.
fn nineteen_digits(power: &silverman::Power) -> Result<(u64, u8), Error> {
	// The root in units of 10^-decimals, rounded to the nearest.
	let root = |decimals: u32| {
		let unit = BigUint::from(10u8).pow(decimals * power.degree);
		let twice = BigUint::from(2u8).pow(power.degree);
		((&power.numerator * unit * twice) / &power.denominator).nth_root(power.degree)
	};
	let rounded = |decimals: u32| -> BigUint { (root(decimals) + 1u8) >> 1u8 };

	let lowest = BigUint::from(10u8).pow(18);
	let beyond = BigUint::from(10u8).pow(19);
	// Digits before the point of the root in units of 10^-36, by which the decimals follow.
	let first_guess = rounded(36);
	if first_guess < lowest {
		return Err(Error::BandwidthOutOfRange);
	}
	let mut decimals = 36u8;
	let mut scaled = first_guess;
	while scaled >= beyond {
		scaled /= 10u8;
		decimals = decimals.checked_sub(1).ok_or(Error::BandwidthOutOfRange)?;
	}
	let mut digits = rounded(decimals.into());
	// Rounding up can add a digit, which is then a zero.
	if digits >= beyond {
		digits /= 10u8;
		decimals = decimals.checked_sub(1).ok_or(Error::BandwidthOutOfRange)?;
	}
	Ok((digits.to_u64().ok_or(Error::BandwidthOutOfRange)?, decimals))
}

/// `numerator / denominator`, rounded to the nearest, halves up. The denominator is positive.
fn nearest(numerator: &BigInt, denominator: &BigInt) -> BigInt {
	(numerator * 2u8 + denominator).div_floor(&(denominator * 2u8))
}

/// Ten to a power that somebody handed in.
fn power_of_ten(decimals: u8) -> Result<BigInt, Error> {
	if decimals <= MAX_DECIMALS {
		Ok(ten(decimals))
	} else {
		Err(Error::TooManyDecimals)
	}
}

/// Ten to a power.
fn ten(decimals: u8) -> BigInt {
	BigInt::from(10).pow(decimals.into())
}
