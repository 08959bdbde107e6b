//! The signs of many reduced costs, by words of 64 bits where those settle it.

use super::{matrix::dot, Sample};
use alloc::vec::Vec;
use core::cmp::Ordering;
use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive, Zero};

/// How many bits of a value and of a price the filter looks at. Sixteen products of two of them,
/// with their signs, fit into 64 bits.
const BITS: i64 = 29;

/// The rows of a sample, each cut down to its leading bits.
///
/// A column's values are taken relative to the largest of them, and then a unit's values are
/// doubled together until one of them fills [`BITS`] bits: that changes the size of what a unit is
/// worth, but not its sign, and a small unit keeps as many digits as a large one.
pub(super) struct Filter {
	/// How many bits the largest value of each column has.
	column_bits: Vec<i64>,
	units: Vec<Leading>,
	values: Vec<i64>,
}

struct Leading {
	/// How often the values of the unit were doubled.
	doublings: u32,
}

fn bits(value: u64) -> i64 {
	i64::from(u64::BITS - value.leading_zeros())
}

impl Filter {
	pub(super) fn new(sample: &Sample) -> Self {
		let mut column_bits = alloc::vec![0; sample.width()];
		for row in sample.rows() {
			for (most, &value) in column_bits.iter_mut().zip(row) {
				*most = bits(value).max(*most);
			}
		}
		let mut units = Vec::with_capacity(sample.units());
		let mut values = Vec::with_capacity(sample.units() * sample.width());
		for row in sample.rows() {
			let room = row
				.iter()
				.zip(&column_bits)
				.filter(|(&value, _)| value != 0)
				.map(|(&value, most)| most - bits(value))
				.min()
				.unwrap_or(0);
			for (&value, most) in row.iter().zip(&column_bits) {
				values.push(shift(value, BITS - most + room));
			}
			// Inputs are positive, so the room is that of some value: less than 64 bits.
			units.push(Leading { doublings: room.unsigned_abs() as u32 });
		}
		Self { column_bits, units, values }
	}
}

/// A value times a power of two, cut off; at most [`BITS`] bits remain.
fn shift(value: u64, by: i64) -> i64 {
	let shifted = match u32::try_from(by) {
		Ok(up) => value.checked_shl(up),
		Err(_) => value.checked_shr(by.unsigned_abs() as u32),
	};
	shifted.unwrap_or(0) as i64
}

/// One price per input and output, and one for taking part at all: a hyperplane.
pub(super) struct Prices<'a> {
	filter: &'a Filter,
	/// Over a common denominator that does not matter here.
	exact: &'a [BigInt],
	leading: Vec<i64>,
	/// By how much the sum of products may be wrong.
	error: i64,
	participation: i64,
	participation_error: i64,
}

impl<'a> Prices<'a> {
	/// The prices of the inputs and outputs, and, where the sum of weights is bounded, of taking
	/// part.
	pub(super) fn new(filter: &'a Filter, exact: &'a [BigInt]) -> Self {
		let width = filter.column_bits.len();
		let magnitude = |price: &BigInt, column_bits: i64| {
			(!price.is_zero() && column_bits > 0)
				.then(|| price.bits().to_i64().unwrap_or(i64::MAX / 2) + column_bits)
		};
		// The value one, of taking part, has one bit.
		let column_bits = || filter.column_bits.iter().copied().chain([1]);
		let most = exact.iter().zip(column_bits()).filter_map(|(p, b)| magnitude(p, b)).max();
		let mut leading: Vec<i64> = exact
			.iter()
			.zip(column_bits())
			// The price of a column that is zero throughout does not matter.
			.map(|(price, bits)| match bits {
				0 => 0,
				_ => cut(price, bits + BITS - most.unwrap_or(0)),
			})
			.collect();
		let inexact = |price: &BigInt| !price.is_zero();
		// Of the product of two numbers that were cut, each by less than one, the error is less
		// than the sum of what remains of them and one.
		let error = leading
			.iter()
			.zip(exact)
			.take(width)
			.filter(|(_, price)| inexact(price))
			.map(|(leading, _)| leading.abs() + (1 << BITS) + 1)
			.sum();
		let participation = if exact.len() > width { leading.pop().unwrap_or(0) } else { 0 };
		let participation_error = i64::from(exact.get(width).is_some_and(inexact));
		Self { filter, exact, leading, error, participation, participation_error }
	}

	/// How the value of a unit at these prices compares with zero.
	pub(super) fn sign(&self, unit: usize, row: &[u64]) -> Ordering {
		let width = self.leading.len();
		let values = &self.filter.values[unit * width..(unit + 1) * width];
		let sum: i64 = self.leading.iter().zip(values).map(|(price, value)| price * value).sum();
		if self.participation_error == 0 {
			if sum.abs() > self.error {
				return sum.cmp(&0);
			}
		} else {
			// At most 29 + 29 + 63 bits.
			let one = 1i128 << (BITS - 1 + i64::from(self.filter.units[unit].doublings));
			let sum = i128::from(sum) + i128::from(self.participation) * one;
			let error = i128::from(self.error) + i128::from(self.participation_error) * one;
			if sum.abs() > error {
				return sum.cmp(&0);
			}
		}
		let mut sum = self.exact.get(width).cloned().unwrap_or_default();
		for (price, &value) in self.exact.iter().zip(row) {
			if !price.is_zero() && value != 0 {
				sum += dot(core::slice::from_ref(price), &[i128::from(value)]);
			}
		}
		match sum.sign() {
			Sign::Minus => Ordering::Less,
			Sign::NoSign => Ordering::Equal,
			Sign::Plus => Ordering::Greater,
		}
	}
}

/// A price times a power of two, cut off towards zero; at most [`BITS`] bits remain.
fn cut(price: &BigInt, by: i64) -> i64 {
	let distance = by.unsigned_abs();
	let magnitude =
		if by >= 0 { price.magnitude() << distance } else { price.magnitude() >> distance };
	let magnitude = magnitude.to_i64().unwrap_or(0);
	if price.is_negative() {
		-magnitude
	} else {
		magnitude
	}
}
