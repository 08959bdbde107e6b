//! Decimal numbers as people write them, without loss.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::fmt;

/// Longer numbers are not sensible ones.
const LONGEST: usize = 100;

/// The most decimals that a column keeps.
const MOST_DECIMALS: u32 = 36;

/// `mantissa` times ten to the power of `exponent`; the mantissa has no zero at its end.
#[derive(Clone, Debug)]
pub struct Decimal {
	mantissa: BigInt,
	exponent: i32,
	/// The digits behind the point as they were written, zeros at the end among them.
	written: u32,
}

impl Decimal {
	/// A number that stands for `mantissa` over ten to the power of `decimals`.
	pub fn new(mantissa: impl Into<BigInt>, decimals: u32) -> Self {
		let mut mantissa = mantissa.into();
		let mut exponent = -i32::try_from(decimals).unwrap_or(i32::MAX);
		if mantissa.is_zero() {
			return Self { mantissa, exponent: 0, written: decimals };
		}
		loop {
			let (quotient, rest) = mantissa.div_rem(&10.into());
			if !rest.is_zero() {
				return Self { mantissa, exponent, written: decimals };
			}
			(mantissa, exponent) = (quotient, exponent + 1);
		}
	}

	/// Reads an optional sign, digits with at most one point among them, and an optional power of
	/// ten. Nothing else: separators of thousands are written differently from country to country.
	pub fn parse(text: &str) -> Option<Self> {
		if text.len() > LONGEST || !text.is_ascii() {
			return None;
		}
		let (number, power) = match text.split_once(['e', 'E']) {
			// What reads as a number there, but is out of all bounds, is not sensible either.
			Some((number, power)) => (number, power.parse::<i32>().ok()?),
			None => (text, 0),
		};
		if !(-999..=999).contains(&power) {
			return None;
		}
		let (negative, digits) = match number.as_bytes() {
			[b'-', ..] => (true, &number[1..]),
			[b'+', ..] => (false, &number[1..]),
			_ => (false, number),
		};
		let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
		let all = [whole, part].concat();
		if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
			return None;
		}
		let magnitude = BigInt::parse_bytes(all.as_bytes(), 10)?;
		let mut decimal = Self::new(if negative { -magnitude } else { magnitude }, 0);
		let shift = power - part.len() as i32;
		if !decimal.is_zero() {
			decimal.exponent += shift;
		}
		decimal.written = shift.min(0).unsigned_abs();
		Some(decimal)
	}

	/// Whether it is zero.
	pub fn is_zero(&self) -> bool {
		self.mantissa.is_zero()
	}

	/// Whether it is below zero.
	pub fn is_negative(&self) -> bool {
		self.mantissa.is_negative()
	}

	/// Whether it is above zero.
	pub fn is_positive(&self) -> bool {
		self.mantissa.is_positive()
	}

	/// The decimals it needs.
	pub fn decimals(&self) -> u32 {
		self.exponent.min(0).unsigned_abs()
	}

	/// The decimals it was written with: three for 10.000, and one for 1.50e1, which is 15.0.
	pub fn written_decimals(&self) -> u32 {
		self.written
	}

	/// Its mantissa with as many decimals, rounded to the nearest, halves up.
	pub fn with_decimals(&self, decimals: u32) -> BigInt {
		let shift = self.exponent + i32::try_from(decimals).unwrap_or(i32::MAX / 2);
		let unit = BigInt::from(10).pow(shift.unsigned_abs());
		if shift >= 0 {
			&self.mantissa * unit
		} else {
			(&self.mantissa * 2u8 + &unit).div_floor(&(unit * 2u8))
		}
	}

	/// Written with one digit before the point and a power of ten.
	pub fn to_scientific(&self) -> String {
		let digits = self.mantissa.magnitude().to_string();
		let (first, rest) = digits.split_at(1);
		let power = self.exponent + rest.len() as i32;
		let sign = if self.is_negative() { "-" } else { "" };
		let point = if rest.is_empty() { "" } else { "." };
		format!("{sign}{first}{point}{rest}e{power}")
	}

	/// Written out, rounded to as many decimals, all of them shown.
	pub fn to_fixed(&self, decimals: u32) -> String {
		let mantissa = self.with_decimals(decimals);
		let digits = mantissa.magnitude().to_string();
		let places = decimals as usize;
		let digits = format!("{digits:0>width$}", width = places + 1);
		let (whole, part) = digits.split_at(digits.len() - places);
		let sign = if mantissa.is_negative() { "-" } else { "" };
		let point = if places > 0 { "." } else { "" };
		format!("{sign}{whole}{point}{part}")
	}
}

impl fmt::Display for Decimal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.to_fixed(self.decimals()))
	}
}

/// A column of numbers as integers with common decimals, none further from zero than `u64::MAX`.
#[derive(Debug)]
pub struct Column {
	/// The integers.
	pub mantissas: Vec<i128>,
	/// How many of their digits stand behind the point.
	pub decimals: u8,
	/// Whether digits were lost.
	pub rounded: bool,
}

/// Why numbers do not make a column.
#[derive(Debug, PartialEq, Eq)]
pub enum Misfit {
	/// This one is above `u64::MAX`.
	TooLarge(usize),
	/// This one would lose digits that count.
	TooManyDigits(usize),
}

impl Column {
	/// Gives `numbers` common decimals: as many as any was written with, if the largest then fits.
	/// Zeros at the end count, for they say how exact a number is.
	///
	/// Otherwise as many as fit. Zeros are dropped first, and further digits so long as every number
	/// keeps `digits` significant ones: programs write numbers such as 0.30000000000000004, whose
	/// last digits mean nothing.
	pub fn new(numbers: &[Decimal], digits: u32) -> Result<Self, Misfit> {
		let needed = numbers.iter().map(Decimal::decimals).max().unwrap_or(0);
		let written = numbers.iter().map(Decimal::written_decimals).max().unwrap_or(0);
		let limit = BigInt::from(u64::MAX);
		let too_large = |decimals: u32| {
			numbers.iter().position(|number| number.with_decimals(decimals).abs() > limit)
		};
		let mut decimals = written.min(MOST_DECIMALS);
		while let Some(index) = too_large(decimals) {
			decimals = decimals.checked_sub(1).ok_or(Misfit::TooLarge(index))?;
		}
		let enough = BigInt::from(10).pow(digits.saturating_sub(1));
		let lost = |number: &Decimal| {
			let rounded = number.with_decimals(decimals);
			number.decimals() > decimals && digits > 0 && rounded.abs() < enough
		};
		if let Some(index) = numbers.iter().position(lost) {
			return Err(Misfit::TooManyDigits(index));
		}
		let mantissas = numbers
			.iter()
			.map(|number| number.with_decimals(decimals).to_i128().unwrap_or_default())
			.collect();
		Ok(Self { mantissas, decimals: decimals as u8, rounded: decimals < needed })
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn read(text: &str) -> String {
		Decimal::parse(text).map_or_else(|| "refused".into(), |number| number.to_string())
	}

	#[test]
	fn numbers_are_read_as_spreadsheets_and_programs_write_them() {
		for (text, number) in [
			("0", "0"),
			("-0", "0"),
			("007", "7"),
			("1234.50", "1234.5"),
			("+3", "3"),
			("-3.25", "-3.25"),
			(".5", "0.5"),
			("5.", "5"),
			("1e6", "1000000"),
			("1.23E+05", "123000"),
			("12.5e-3", "0.0125"),
			("0.30000000000000004", "0.30000000000000004"),
			("0e999", "0"),
		] {
			assert_eq!(read(text), number, "{text}");
		}
	}

	#[test]
	fn what_is_not_a_number_is_refused() {
		for text in [
			"", ".", "-", "e5", "1e", "1e1.5", "1e1000", "1,234", "1 234", "1_000", "0x10", "NaN",
			"inf", "1.2.3", "--1", "½", "١", "12%",
		] {
			assert_eq!(read(text), "refused", "{text}");
		}
	}

	#[test]
	fn rounding_is_to_the_nearest_and_shows_every_place() {
		let number = |text| Decimal::parse(text).expect("a number");
		assert_eq!(number("0.6666666").to_fixed(3), "0.667");
		assert_eq!(number("0.0005").to_fixed(3), "0.001");
		assert_eq!(number("0.00049").to_fixed(3), "0.000");
		assert_eq!(number("12").to_fixed(3), "12.000");
		assert_eq!(number("-1.2345").to_fixed(2), "-1.23");
		assert_eq!(number("999.9996").to_fixed(3), "1000.000");
		assert_eq!(number("1e3").to_fixed(0), "1000");
	}

	fn column(texts: &[&str], digits: u32) -> Result<(Vec<i128>, u8, bool), Misfit> {
		let numbers: Vec<_> = texts.iter().filter_map(|text| Decimal::parse(text)).collect();
		Column::new(&numbers, digits).map(|it| (it.mantissas, it.decimals, it.rounded))
	}

	#[test]
	fn a_column_has_common_decimals() {
		assert_eq!(
			column(&["1", "2.5", "0.125", "1e3"], 15),
			Ok((vec![1000, 2500, 125, 1_000_000], 3, false))
		);
		assert_eq!(column(&["100", "1e6"], 15), Ok((vec![100, 1_000_000], 0, false)));
		assert_eq!(column(&["10.000", "2.5"], 15), Ok((vec![10_000, 2_500], 3, false)));
		assert_eq!(column(&["1.50e1", "2"], 15), Ok((vec![150, 20], 1, false)));
		assert_eq!(column(&["100e-2", "0.000"], 15), Ok((vec![1_000, 0], 3, false)));
		assert_eq!(column(&["1e12", "1"], 15), Ok((vec![1_000_000_000_000, 1], 0, false)));
		let largest = u64::MAX.to_string();
		assert_eq!(column(&[&largest], 15), Ok((vec![u64::MAX.into()], 0, false)));
	}

	#[test]
	fn zeros_at_the_end_give_way_first() {
		// 18446744073709551615 is the greatest that fits: two decimals beside 18 digits.
		let long = "184467440737095516.0000";
		let shortened = vec![18_446_744_073_709_551_600, 150];
		assert_eq!(column(&[long, "1.5"], 15), Ok((shortened, 2, false)));
		let only_zeros = format!("{}.00", u64::MAX);
		assert_eq!(column(&[&only_zeros], 15), Ok((vec![u64::MAX.into()], 0, false)));
		let zero = format!("0.{}", "0".repeat(90));
		assert_eq!(column(&[&zero], 15), Ok((vec![0], 36, false)));
	}

	#[test]
	fn digits_beyond_the_fifteenth_give_way_and_no_others() {
		// 18 decimals beside three digits are 21 digits; 16 fit.
		let programs = ["999.5", "0.012345678901234567"];
		let rounded = vec![9_995_000_000_000_000_000, 123_456_789_012_346];
		assert_eq!(column(&programs, 15), Ok((rounded, 16, true)));
		assert_eq!(column(&["1e12", "1e-8"], 15), Err(Misfit::TooManyDigits(1)));
		assert_eq!(column(&["1", "18446744073709551616"], 15), Err(Misfit::TooLarge(1)));
	}
}
