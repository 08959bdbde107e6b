//! What a malformed value is called here.

use crate::Error;
use salus_primitives::Malformed;

impl<T> From<Malformed> for Error<T> {
	fn from(malformed: Malformed) -> Self {
		match malformed {
			Malformed::CheckDigit => Self::InvalidCheckDigit,
			Malformed::Range => Self::InvalidRange,
			// No call here takes any of the others.
			Malformed::Characters
			| Malformed::Date
			| Malformed::RegionCode
			| Malformed::UtcOffset => Self::InvalidCharacters,
		}
	}
}
