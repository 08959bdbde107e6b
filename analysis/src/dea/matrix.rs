//! Inverses of small integer matrices, without fractions.

use alloc::vec::Vec;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// The inverse of a square integer matrix: `adjugate / determinant`.
pub(super) struct Inverse {
	size: usize,
	adjugate: Vec<BigInt>,
	/// Always positive: a common factor of -1 is taken out.
	pub(super) determinant: BigInt,
}

impl Inverse {
	/// Inverts a matrix given row by row, or says by `None` that it has no inverse.
	pub(super) fn of(size: usize, matrix: Vec<BigInt>) -> Option<Self> {
		Self::exchange(size, matrix, size)
	}

	/// Inverts a matrix of which the last column is still to be chosen, and given as zeros: it gets
	/// a one in a row where that makes the matrix invertible. `None` if no row does.
	pub(super) fn completed(size: usize, matrix: Vec<BigInt>) -> Option<Self> {
		Self::exchange(size, matrix, size.checked_sub(1)?)
	}

	/// Exchanges one row against one column at a time, over a common denominator, which is the
	/// determinant of the part exchanged so far. Every entry is then a minor of the matrix, so no
	/// number outgrows Hadamard's bound and every division has no remainder (Bareiss, Edmonds).
	///
	/// The first columns, as many as `given`, are there; the last one may be missing.
	fn exchange(size: usize, mut matrix: Vec<BigInt>, given: usize) -> Option<Self> {
		debug_assert_eq!(matrix.len(), size * size);
		let mut denominator = BigInt::one();
		// The row of the matrix that stands at each place.
		let mut rows: Vec<usize> = (0..size).collect();
		for p in 0..size {
			if p == given {
				// A one in the only row that is left would have been multiplied by every pivot and
				// divided by the one before it.
				matrix[p * size + p] = denominator.clone();
			}
			let found = (p..size).find(|&row| !matrix[row * size + p].is_zero())?;
			if found != p {
				rows.swap(found, p);
				for column in 0..size {
					matrix.swap(found * size + column, p * size + column);
				}
			}
			let pivot = core::mem::replace(&mut matrix[p * size + p], denominator.clone());
			for row in (0..size).filter(|&row| row != p) {
				for column in (0..size).filter(|&column| column != p) {
					let mut entry = &matrix[row * size + column] * &pivot;
					let (left, above) = (&matrix[row * size + p], &matrix[p * size + column]);
					if !left.is_zero() && !above.is_zero() {
						entry -= left * above;
					}
					if !denominator.is_one() {
						entry /= &denominator;
					}
					matrix[row * size + column] = entry;
				}
			}
			for column in (0..size).filter(|&column| column != p) {
				let entry = &mut matrix[p * size + column];
				*entry = -core::mem::take(entry);
			}
			denominator = pivot;
		}
		let flip = denominator.is_negative();
		let mut adjugate = alloc::vec![BigInt::zero(); size * size];
		for row in 0..size {
			for (place, &column) in rows.iter().enumerate() {
				let entry = core::mem::take(&mut matrix[row * size + place]);
				adjugate[row * size + column] = if flip { -entry } else { entry };
			}
		}
		Some(Self { size, adjugate, determinant: denominator.abs() })
	}

	/// The determinant times the inverse times a column.
	pub(super) fn times(&self, column: &[i128]) -> Vec<BigInt> {
		(0..self.size).map(|row| dot(self.row(row), column)).collect()
	}

	/// A row of the adjugate.
	pub(super) fn row(&self, row: usize) -> &[BigInt] {
		&self.adjugate[row * self.size..(row + 1) * self.size]
	}
}

/// The sum of products of large numbers with small ones.
pub(super) fn dot(large: &[BigInt], small: &[i128]) -> BigInt {
	let mut sum = BigInt::zero();
	for (large, &small) in large.iter().zip(small) {
		match small {
			0 => {}
			1 => sum += large,
			-1 => sum -= large,
			_ => sum += large * small,
		}
	}
	sum
}

#[cfg(test)]
mod tests {
	use super::*;

	fn inverse(size: usize, entries: &[i128]) -> Option<(Vec<i128>, i128)> {
		let inverse = Inverse::of(size, entries.iter().map(|&entry| entry.into()).collect())?;
		let small = |number: &BigInt| i128::try_from(number).ok();
		Some((inverse.adjugate.iter().filter_map(small).collect(), small(&inverse.determinant)?))
	}

	#[test]
	fn a_matrix_is_inverted() {
		assert_eq!(inverse(2, &[1, 2, 3, 4]), Some((vec![-4, 2, 3, -1], 2)));
		assert_eq!(inverse(0, &[]), Some((vec![], 1)));
	}

	#[test]
	fn rows_are_exchanged_where_a_pivot_is_zero() {
		// A cyclic permutation, whose inverse is its transpose.
		assert_eq!(
			inverse(3, &[0, 1, 0, 0, 0, 1, 1, 0, 0]),
			Some((vec![0, 0, 1, 1, 0, 0, 0, 1, 0], 1))
		);
		// By cofactors.
		assert_eq!(
			inverse(3, &[0, 2, 1, 5, 0, 3, 1, 4, 0]),
			Some((vec![-12, 4, 6, 3, -1, 5, 20, 2, -10], 26))
		);
	}

	#[test]
	fn a_singular_matrix_has_no_inverse() {
		assert_eq!(inverse(3, &[1, 2, 3, 4, 5, 6, 7, 8, 9]), None);
		assert_eq!(inverse(1, &[0]), None);
	}
}
