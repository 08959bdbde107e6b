//! The Gaussian bell `e^(-u^2/2)`, in fixed point.
//!
//! `e^-y = e^-n * e^(-j/64) * e^-s` with whole `n` and `j` and `s < 1/64`: two table entries and a
//! short series. The tables are computed when the crate is compiled, from the series of `e^(-1/n)`
//! alone, so there are no magic numbers to trust.

/// Binary places of what goes in.
pub const ARGUMENT_BITS: u32 = 60;

/// Binary places of what comes out.
pub const RESULT_BITS: u32 = 63;

/// Beyond this many bandwidths the bell is below `e^-50 < 2^-72` and counts as zero.
pub const REACH: u64 = 10 << ARGUMENT_BITS;

const ONE: u64 = 1 << RESULT_BITS;

/// `e^-n`.
const WHOLE: [u64; 51] = powers(1);

/// `e^(-j/64)`.
const SIXTY_FOURTHS: [u64; 64] = powers(64);

/// The powers of `e^(-1/n)` from the zeroth on.
const fn powers<const LENGTH: usize>(n: u128) -> [u64; LENGTH] {
	// 57 more places than the result, of which truncations in the series cost less than twelve.
	const GUARD: u32 = 57;
	let mut table = [0; LENGTH];
	let mut power = (ONE as u128) << GUARD;
	let mut index = 0;
	while index < LENGTH {
		table[index] = ((power + (1 << (GUARD - 1))) >> GUARD) as u64;
		power = decayed(power, n);
		index += 1;
	}
	table
}

/// `value * e^(-1/n)`, by the alternating series `value (1 - 1/n + 1/(2 n^2) - ..)`.
const fn decayed(value: u128, n: u128) -> u128 {
	let mut sum = value;
	let mut term = value;
	let mut order = 1;
	while term > 0 {
		term /= n * order;
		if order % 2 == 1 {
			sum -= term;
		} else {
			sum += term;
		}
		order += 1;
	}
	sum
}

/// The product of two numbers that are at most one.
fn product(a: u64, b: u64) -> u64 {
	((u128::from(a) * u128::from(b)) >> RESULT_BITS) as u64
}

/// `e^(-u^2/2)`, for `u` up to [`REACH`]; from there on zero. Off by less than `2^-60`.
pub fn bell(u: u64) -> u64 {
	if u >= REACH {
		return 0;
	}
	// u^2 has 120 binary places; half of it, with 64 places, is below 50.
	let y = (u128::from(u) * u128::from(u)) >> (2 * ARGUMENT_BITS + 1 - 64);
	let whole = (y >> 64) as usize;
	let fraction = y as u64;
	let rest = u128::from(fraction << 6 >> 6);
	// Horner's scheme up to the eighth order; the ninth is below 2^-72.
	let series = (1..=8u64).rev().fold(ONE, |acc, order| {
		let product = (rest * u128::from(acc)) >> 64;
		ONE - product as u64 / order
	});
	product(product(WHOLE[whole], SIXTY_FOURTHS[(fraction >> 58) as usize]), series)
}
