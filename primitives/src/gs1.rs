//! GS1 keys. Source: GS1 General Specifications, sections 2 (keys), 7.9 (check digit) and figure
//! 7.11-1 (character set 82).
//!
//! A key is stored as its ASCII digits, so that a reader sees what is printed on the box. Decoding
//! does not check it: `check` does, so that the caller can be told what is wrong.

use crate::Malformed;
use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use frame_support::BoundedVec;
use scale_info::TypeInfo;
use serde::{de::Error, Deserialize, Deserializer, Serialize, Serializer};
use sp_core::ConstU32;

/// Whether the last digit is the GS1 check digit of the others: counted from the right, digits
/// weigh 3, 1, 3, ... and the weighted sum with the check digit is a multiple of ten.
fn check_digits(digits: &[u8]) -> Result<(), Malformed> {
	let sum = digits.iter().rev().enumerate().try_fold(0u32, |sum, (place, digit)| {
		let value = char::from(*digit).to_digit(10).ok_or(Malformed::Characters)?;
		Ok(sum + if place % 2 == 0 { value } else { 3 * value })
	})?;
	if sum % 10 == 0 {
		Ok(())
	} else {
		Err(Malformed::CheckDigit)
	}
}

/// Whether every character belongs to GS1 character set 82, and there is at least one.
pub(crate) fn check_characters(text: &[u8]) -> Result<(), Malformed> {
	const BESIDE_ALPHANUMERIC: &[u8] = b"!\"%&'()*+,-./:;<=>?_";
	let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || BESIDE_ALPHANUMERIC.contains(byte);
	if !text.is_empty() && text.iter().all(allowed) {
		Ok(())
	} else {
		Err(Malformed::Characters)
	}
}

macro_rules! keys {
	($($(#[$doc:meta])* $name:ident[$length:literal];)*) => {$(
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking,
			MaxEncodedLen, TypeInfo,
		)]
		pub struct $name(pub [u8; $length]);

		impl $name {
			/// Refuses anything but digits ([`Malformed::Characters`]) and a wrong check digit
			/// ([`Malformed::CheckDigit`]).
			pub fn check(&self) -> Result<(), Malformed> {
				check_digits(&self.0)
			}
		}

		impl TryFrom<&str> for $name {
			type Error = Malformed;

			fn try_from(text: &str) -> Result<Self, Malformed> {
				let key = Self(text.as_bytes().try_into().map_err(|_| Malformed::Characters)?);
				key.check().map(|()| key)
			}
		}

		impl fmt::Debug for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				write!(f, "{}", String::from_utf8_lossy(&self.0))
			}
		}

		impl Serialize for $name {
			fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
				serializer.serialize_str(&String::from_utf8_lossy(&self.0))
			}
		}

		impl<'de> Deserialize<'de> for $name {
			fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
				String::deserialize(deserializer)?.as_str().try_into().map_err(|_| {
					D::Error::custom(concat!(
						stringify!($length), " digits, the last of them the GS1 check digit",
					))
				})
			}
		}
	)*};
}

keys! {
	/// Global Location Number: a party or a place.
	Gln[13];
	/// Global Trade Item Number in its 14-digit form: a class of trade item.
	Gtin[14];
	/// Serial Shipping Container Code: one logistic unit.
	Sscc[18];
}

macro_rules! characters {
	($($(#[$doc:meta])* $name:ident;)*) => {$(
		$(#[$doc])*
		#[derive(
			Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking,
			MaxEncodedLen, TypeInfo,
		)]
		pub struct $name(pub BoundedVec<u8, ConstU32<20>>);

		impl $name {
			/// Refuses characters outside GS1 character set 82, and the empty string
			/// ([`Malformed::Characters`]).
			pub fn check(&self) -> Result<(), Malformed> {
				check_characters(&self.0)
			}
		}

		impl TryFrom<&str> for $name {
			type Error = Malformed;

			fn try_from(text: &str) -> Result<Self, Malformed> {
				let bytes = text.as_bytes().to_vec();
				let number = Self(bytes.try_into().map_err(|_| Malformed::Characters)?);
				number.check().map(|()| number)
			}
		}

		impl fmt::Debug for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				write!(f, "{}", String::from_utf8_lossy(&self.0))
			}
		}
	)*};
}

characters! {
	/// Batch or lot number, GS1 application identifier 10.
	Batch;
	/// Serial number, GS1 application identifier 21.
	Serial;
}

#[cfg(test)]
mod tests {
	use super::*;

	// Keys printed in the GS1 General Specifications as worked examples.
	#[test]
	fn worked_examples_of_the_standard_pass() {
		assert!(Gtin::try_from("06291041500213").is_ok());
		assert!(Sscc::try_from("376104250021234569").is_ok());
		assert!(Gln::try_from("6291041500213").is_ok());
	}

	#[test]
	fn every_single_wrong_digit_is_found() {
		let right = *b"376104250021234569";
		for place in 0..right.len() {
			for digit in b'0'..=b'9' {
				let mut wrong = right;
				wrong[place] = digit;
				let expected = if wrong == right { Ok(()) } else { Err(Malformed::CheckDigit) };
				assert_eq!(Sscc(wrong).check(), expected);
			}
		}
	}

	#[test]
	fn letters_are_not_digits() {
		assert_eq!(Gln(*b"629104150021X").check(), Err(Malformed::Characters));
	}

	#[test]
	fn batch_numbers_keep_to_character_set_82() {
		assert!(Batch::try_from("M-2020/01_A").is_ok());
		assert_eq!(Batch::try_from(""), Err(Malformed::Characters));
		assert_eq!(Batch::try_from("with space"), Err(Malformed::Characters));
		assert_eq!(Batch::try_from("123456789012345678901"), Err(Malformed::Characters));
	}
}
