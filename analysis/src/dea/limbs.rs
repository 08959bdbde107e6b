//! The signs of sums of products, in limbs of 32 bits.
//!
//! One basis sets one dual price per row, and hundreds of columns are weighed by it. Numbers that
//! allocate are too slow for that: here all have one length, known beforehand.

use alloc::vec::Vec;
use core::cmp::Ordering;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// How many bits a value has.
const VALUE_BITS: u64 = 64;

/// Prices that are not zero, written so that many sums of their products can be formed.
pub(super) struct Limbs {
	/// How many limbs a price and a sum have.
	length: usize,
	/// Which prices these are.
	places: Vec<usize>,
	/// Price by price, each in two's complement, its lowest limb first.
	prices: Vec<u32>,
	sum: Vec<u32>,
}

impl Limbs {
	pub(super) fn new(prices: &[BigInt]) -> Self {
		let longest = prices.iter().map(BigInt::bits).max().unwrap_or(0);
		// A sum of fewer than 2^32 products, and its sign.
		let bits = longest + VALUE_BITS + 32 + 1;
		let length = bits.div_ceil(32) as usize;
		let mut limbs =
			Self { length, places: Vec::new(), prices: Vec::new(), sum: alloc::vec![0; length] };
		for (place, price) in prices.iter().enumerate().filter(|(_, price)| !price.is_zero()) {
			limbs.places.push(place);
			let digits = price.iter_u32_digits().chain(core::iter::repeat(0)).take(length);
			if price.is_negative() {
				let mut carry = true;
				limbs.prices.extend(digits.map(|digit| {
					let (limb, overflow) = (!digit).overflowing_add(carry.into());
					carry = overflow;
					limb
				}));
			} else {
				limbs.prices.extend(digits);
			}
		}
		limbs
	}

	/// How the sum of all prices, each times the value at its place, compares with zero. Where there
	/// is no value, it is one.
	pub(super) fn sign(&mut self, values: &[u64]) -> Ordering {
		self.sum.fill(0);
		for (&place, price) in self.places.iter().zip(self.prices.chunks_exact(self.length)) {
			let value = values.get(place).copied().unwrap_or(1);
			add_product(&mut self.sum, price, value as u32);
			if let Some(upper) = self.sum.get_mut(1..) {
				add_product(upper, price, (value >> 32) as u32);
			}
		}
		match self.sum.last() {
			Some(highest) if highest >> 31 == 1 => Ordering::Less,
			_ if self.sum.iter().all(|&limb| limb == 0) => Ordering::Equal,
			_ => Ordering::Greater,
		}
	}
}

/// Adds a product, modulo what the sum can hold: in two's complement, signs need no care then.
fn add_product(sum: &mut [u32], price: &[u32], factor: u32) {
	if factor == 0 {
		return;
	}
	let mut carry = 0;
	for (limb, &digit) in sum.iter_mut().zip(price) {
		// At most 2^64 - 1.
		let product = u64::from(digit) * u64::from(factor) + u64::from(*limb) + carry;
		*limb = product as u32;
		carry = product >> 32;
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn sign(prices: &[i128], values: &[u64]) -> Ordering {
		let prices: Vec<BigInt> = prices.iter().map(|&price| price.into()).collect();
		Limbs::new(&prices).sign(values)
	}

	#[test]
	fn sums_are_compared_with_zero() {
		assert_eq!(sign(&[], &[5]), Ordering::Equal);
		assert_eq!(sign(&[0, 0], &[5, 5]), Ordering::Equal);
		assert_eq!(sign(&[3, -2], &[2, 3]), Ordering::Equal);
		assert_eq!(sign(&[3, -2], &[2, 4]), Ordering::Less);
		assert_eq!(sign(&[3, -2], &[3, 4]), Ordering::Greater);
	}

	#[test]
	fn what_is_beyond_the_values_counts_once() {
		assert_eq!(sign(&[1, -7], &[7]), Ordering::Equal);
		assert_eq!(sign(&[1, -7], &[6]), Ordering::Less);
	}

	#[test]
	fn the_largest_numbers_do_not_overflow() {
		let prices = [i128::MAX; 16];
		assert_eq!(sign(&prices, &[u64::MAX; 16]), Ordering::Greater);
		assert_eq!(sign(&prices.map(|price| -price), &[u64::MAX; 16]), Ordering::Less);
	}

	proptest! {
		#[test]
		fn signs_are_those_of_large_integers(
			prices in proptest::collection::vec((any::<i128>(), 0..900u32), 1..17),
			values in proptest::collection::vec((any::<u64>(), 0..64u32), 16),
			tied in any::<bool>(),
			nudge in -1..=1i8,
		) {
			let mut prices: Vec<BigInt> =
				prices.into_iter().map(|(price, shift)| BigInt::from(price) << shift).collect();
			let mut values: Vec<u64> = values.into_iter().map(|(value, shift)| value >> shift).collect();
			values.truncate(prices.len());
			if tied {
				// A last price that makes up for all others, or nearly.
				let sum: BigInt = prices.iter().zip(&values).map(|(price, &value)| price * value).sum();
				prices.push(BigInt::from(nudge) - sum);
				values.truncate(prices.len() - 1);
			}
			let ones = core::iter::repeat_n(1, prices.len());
			let padded = values.iter().copied().chain(ones);
			let sum: BigInt = prices.iter().zip(padded).map(|(price, value)| price * value).sum();
			let mut limbs = Limbs::new(&prices);
			// Twice, for nothing may remain of a sum.
			prop_assert_eq!(limbs.sign(&values), sum.cmp(&BigInt::ZERO));
			prop_assert_eq!(limbs.sign(&values), sum.cmp(&BigInt::ZERO));
		}
	}
}
