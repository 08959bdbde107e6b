//! Silverman's bandwidth, as the integer root of an exact fraction.

use super::Error;
use num_bigint::{BigInt, BigUint};
use num_traits::Zero;

/// A power of the bandwidth of integers: `numerator / denominator = h^degree`.
pub struct Power {
	pub numerator: BigUint,
	pub denominator: BigUint,
	pub degree: u32,
}

/// `0.9 min(s, IQR/1.34) N^(-1/5)` of `sorted`, to the fifth or the tenth power, since a fifth root
/// is taken of `N` and a square root of the variance.
pub fn bandwidth(sorted: &[i128]) -> Result<Power, Error> {
	let count = sorted.len() as u64;
	let sum: i128 = sorted.iter().sum();
	let squares: BigInt = sorted.iter().map(|value| BigInt::from(*value) * value).sum();
	// N (N - 1) s^2, not negative by the inequality of Cauchy and Schwarz.
	let deviation = (squares * count - BigInt::from(sum) * sum).magnitude().clone();
	if deviation.is_zero() {
		return Err(Error::NoSpread);
	}
	let pairs = BigUint::from(count) * (count - 1);
	// 4 IQR.
	let spread = BigUint::from(four_quartiles(sorted, 3).abs_diff(four_quartiles(sorted, 1)));

	// s <= IQR / 1.34, squared.
	let deviation_is_less = &deviation * 536u32.pow(2) <= &spread * &spread * &pairs * 10_000u32;
	Ok(if spread.is_zero() || deviation_is_less {
		Power {
			numerator: deviation.pow(5) * 9u64.pow(10),
			denominator: pairs.pow(5) * 10u64.pow(10) * count * count,
			degree: 10,
		}
	} else {
		Power {
			numerator: (spread * 90u32).pow(5),
			denominator: BigUint::from(536u32).pow(5) * count,
			degree: 5,
		}
	})
}

/// Four times the quartile of that number, by linear interpolation (type 7).
fn four_quartiles(sorted: &[i128], quartile: usize) -> i128 {
	let place = (sorted.len() - 1) * quartile;
	let below = sorted[place / 4];
	let above = sorted[(place / 4 + 1).min(sorted.len() - 1)];
	4 * below + (place % 4) as i128 * (above - below)
}
