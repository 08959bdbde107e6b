//! Exact fractions.

use super::report::ONE;
use core::{cmp::Ordering, fmt};
use num_bigint::BigUint;
use num_traits::{ToPrimitive, Zero};

/// A non-negative fraction, not necessarily in its lowest terms.
#[derive(Clone)]
pub struct Ratio {
	numerator: BigUint,
	/// Never zero.
	denominator: BigUint,
}

impl Ratio {
	pub(super) fn new(numerator: BigUint, denominator: BigUint) -> Self {
		debug_assert!(!denominator.is_zero());
		Self { numerator, denominator }
	}

	/// The number zero.
	pub fn zero() -> Self {
		Self::new(BigUint::ZERO, 1u8.into())
	}

	/// The number one.
	pub fn one() -> Self {
		Self::new(1u8.into(), 1u8.into())
	}

	/// What is above the line.
	pub fn numerator(&self) -> &BigUint {
		&self.numerator
	}

	/// What is below the line.
	pub fn denominator(&self) -> &BigUint {
		&self.denominator
	}

	/// Whether it is nothing.
	pub fn is_zero(&self) -> bool {
		self.numerator.is_zero()
	}

	/// This fraction divided by another; `None` if the other is zero.
	pub fn checked_div(&self, other: &Self) -> Option<Self> {
		(!other.is_zero()).then(|| {
			Self::new(&self.numerator * &other.denominator, &self.denominator * &other.numerator)
		})
	}

	/// In 10⁻¹², rounded to the nearest, half up; [`u128::MAX`] if that is too large for 128 bits.
	pub fn rounded(&self) -> u128 {
		let twice = ((&self.numerator * ONE) << 1u8) + &self.denominator;
		(twice / (&self.denominator << 1u8)).to_u128().unwrap_or(u128::MAX)
	}
}

impl PartialEq for Ratio {
	fn eq(&self, other: &Self) -> bool {
		self.cmp(other).is_eq()
	}
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
	fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
		Some(self.cmp(other))
	}
}

impl Ord for Ratio {
	fn cmp(&self, other: &Self) -> Ordering {
		(&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
	}
}

impl fmt::Debug for Ratio {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}/{}", self.numerator, self.denominator)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn ratio(numerator: u128, denominator: u128) -> Ratio {
		Ratio::new(numerator.into(), denominator.into())
	}

	#[test]
	fn fractions_are_compared_by_value() {
		assert_eq!(ratio(2, 4), ratio(1, 2));
		assert!(ratio(1, 3) < ratio(1, 2));
		assert_eq!(ratio(1, 3).checked_div(&ratio(2, 3)), Some(ratio(1, 2)));
		assert_eq!(ratio(1, 3).checked_div(&Ratio::zero()), None);
	}

	#[test]
	fn rounding_goes_to_the_nearest_and_half_goes_up() {
		assert_eq!(ratio(2, 3).rounded(), 666_666_666_667);
		assert_eq!(ratio(1, 3).rounded(), 333_333_333_333);
		assert_eq!(ratio(1, 2_000_000_000_000).rounded(), 1);
		assert_eq!(ratio(1, 2_000_000_000_001).rounded(), 0);
		assert_eq!(ratio(u128::MAX, 1).rounded(), u128::MAX);
	}
}
