//! The signs of many reduced costs at the dual prices of a basis, by machine words of 64 bits where
//! those settle it.

use super::{limbs::Limbs, Sample, MAX_INPUTS, MAX_OUTPUTS};
use alloc::vec::Vec;
use core::cmp::Ordering;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

/// How many bits of a value and of a price the filter looks at. Sixteen products of two of them,
/// with their signs, stay below [`LIMIT`].
const BITS: i64 = 29;
/// Half of what 64 bits with a sign can hold.
const LIMIT: i64 = 1 << 62;
const _: () = assert!((MAX_INPUTS + MAX_OUTPUTS) as i64 <= LIMIT >> (2 * BITS));

/// The rows of a sample, each cut down to its leading bits.
///
/// A column's values are taken relative to the largest of them, and then a DMU's values are
/// doubled together until one of them fills [`BITS`] bits: that changes the size of what a DMU is
/// worth, but not its sign, and a small DMU keeps as many digits as a large one.
pub(super) struct Filter {
	/// How many bits the largest value of each column has.
	column_bits: Vec<i64>,
	/// How often the values of each DMU were doubled: less than 64 times.
	doublings: Vec<u8>,
	/// Column by column.
	values: Vec<i32>,
}

fn bits(value: u64) -> i64 {
	i64::from(u64::BITS - value.leading_zeros())
}

impl Filter {
	pub(super) fn new(sample: &Sample) -> Self {
		let dmus = sample.dmus();
		let mut column_bits = alloc::vec![0; sample.width()];
		for row in sample.rows() {
			for (most, &value) in column_bits.iter_mut().zip(row) {
				*most = bits(value).max(*most);
			}
		}
		let mut doublings = Vec::with_capacity(dmus);
		let mut values = alloc::vec![0; dmus * sample.width()];
		for (dmu, row) in sample.rows().enumerate() {
			let room = row
				.iter()
				.zip(&column_bits)
				.filter(|(&value, _)| value != 0)
				.map(|(&value, most)| most - bits(value))
				.min()
				.unwrap_or(0);
			for (column, (&value, most)) in row.iter().zip(&column_bits).enumerate() {
				values[column * dmus + dmu] = shift(value, BITS - most + room);
			}
			doublings.push(room.unsigned_abs() as u8);
		}
		Self { column_bits, doublings, values }
	}
}

/// A value times a power of two, cut off; at most [`BITS`] bits remain.
fn shift(value: u64, by: i64) -> i32 {
	let shifted = match u32::try_from(by) {
		Ok(up) => value.checked_shl(up),
		Err(_) => value.checked_shr(by.unsigned_abs() as u32),
	};
	shifted.unwrap_or(0) as i32
}

/// The dual prices of a basis: the multiplier of each input and output, and that of the convexity
/// constraint. They are a hyperplane: on one side of it DMUs are worth more than nothing, on the other
/// less.
pub(super) struct DualPrices<'a> {
	sample: &'a Sample,
	filter: &'a Filter,
	/// Over a common denominator that does not matter here.
	exact: &'a [BigInt],
	/// The same, once they are needed in full.
	limbs: Option<Limbs>,
	/// What the inputs and outputs of each DMU are worth by their leading bits.
	sums: Vec<i64>,
	/// By how much these may be wrong.
	error: i64,
	/// The convexity multiplier, for a DMU whose values were doubled so often, and by how much that
	/// may be wrong; neither more than [`LIMIT`].
	convexity: [(i64, i64); 64],
}

impl<'a> DualPrices<'a> {
	/// The multipliers of the inputs and outputs, and, where the sum of weights is bounded, that of
	/// convexity.
	pub(super) fn new(sample: &'a Sample, filter: &'a Filter, exact: &'a [BigInt]) -> Self {
		let dmus = filter.doublings.len();
		// In the convexity constraint every DMU has a one, which has one bit.
		let column_bits = || filter.column_bits.iter().copied().chain([1]);
		let most = exact
			.iter()
			.zip(column_bits())
			.filter(|(price, bits)| !price.is_zero() && *bits > 0)
			.map(|(price, bits)| length(price) + bits)
			.max()
			.unwrap_or(0);
		let leading = exact.iter().zip(column_bits()).map(|(price, bits)| match bits {
			// The price of a column that is zero throughout does not matter.
			0 => 0,
			_ => cut(price, BITS - most + bits),
		});

		let mut sums = alloc::vec![0; dmus];
		let mut error = 0;
		let mut convexity = [(0, 0); 64];
		let columns = filter.values.chunks_exact(dmus).map(Some).chain([None]);
		for ((price, exact), column) in leading.zip(exact).zip(columns) {
			if exact.is_zero() {
				continue;
			}
			match column {
				Some(values) => {
					for (sum, &value) in sums.iter_mut().zip(values) {
						*sum += price * i64::from(value);
					}
					// Of the product of two numbers that were cut, each by less than one, the error
					// is less than the sum of what remains of them and one.
					error += price.abs() + (1 << BITS) + 1;
				}
				None => {
					for (doublings, (worth, error)) in convexity.iter_mut().enumerate() {
						let one = 1i128 << (BITS - 1 + doublings as i64);
						let limit = i128::from(LIMIT);
						*worth = (i128::from(price) * one).clamp(-limit, limit) as i64;
						*error = one.min(limit) as i64;
					}
				}
			}
		}
		Self { sample, filter, exact, limbs: None, sums, error, convexity }
	}

	/// How what a DMU is worth compares with zero.
	pub(super) fn sign(&mut self, dmu: usize) -> Ordering {
		// The leading bits of inputs and outputs are worth less than the limit, either way. So where
		// convexity was cut down to the limit, its sign is that of the sum, as it would have been
		// uncut; and where its error was, and nothing of its price is left, the sum is within it.
		let (convexity, error) = self.convexity[usize::from(self.filter.doublings[dmu])];
		let sum = self.sums[dmu] + convexity;
		if sum.abs() > self.error + error {
			return sum.cmp(&0);
		}
		let limbs = self.limbs.get_or_insert_with(|| Limbs::new(self.exact));
		limbs.sign(self.sample.row(dmu).unwrap_or_default())
	}
}

/// How many bits a price has.
fn length(price: &BigInt) -> i64 {
	price.bits().try_into().unwrap_or(i64::MAX / 2)
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

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// Numbers of every length up to 64 bits.
	fn wide() -> impl Strategy<Value = u64> {
		(0..=64u32, any::<u64>()).prop_map(|(cut, value)| value.checked_shr(cut).unwrap_or(0))
	}

	proptest! {
		#[test]
		fn signs_are_those_of_exact_sums(
			rows in proptest::collection::vec(proptest::collection::vec(wide(), 4), 1..20),
			prices in proptest::collection::vec((wide(), 0..300u32, any::<bool>()), 4..=5),
			tied in any::<proptest::sample::Index>(),
		) {
			let rows: Vec<Vec<u64>> = rows
				.into_iter()
				.map(|row| row.into_iter().enumerate().map(|(at, v)| v.max(u64::from(at < 2))).collect())
				.collect();
			let sample = Sample::new(2, 2, &rows).expect("a sample");
			let mut prices: Vec<BigInt> = prices
				.into_iter()
				.map(|(value, shift, negative)| {
					let price = BigInt::from(value) << shift;
					if negative { -price } else { price }
				})
				.collect();
			let worth = |prices: &[BigInt], row: &[u64]| {
				let sum: BigInt = prices.iter().zip(row).map(|(price, &value)| price * value).sum();
				sum + prices.get(row.len()).unwrap_or(&BigInt::ZERO)
			};
			let filter = Filter::new(&sample);
			for round in 0..3 {
				let mut found = DualPrices::new(&sample, &filter, &prices);
				for (dmu, row) in rows.iter().enumerate() {
					prop_assert_eq!(found.sign(dmu), worth(&prices, row).cmp(&BigInt::ZERO));
				}
				// Then prices at which one DMU is worth nothing, and then nearly nothing.
				let row = &rows[tied.index(rows.len())];
				if round == 0 {
					let rest = worth(&prices, row) - &prices[0] * row[0];
					prices.iter_mut().for_each(|price| *price *= row[0]);
					prices[0] = -rest;
				} else {
					prices[1] += 1;
				}
			}
		}
	}
}
