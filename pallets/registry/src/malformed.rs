//! What a malformed value is called here.

use crate::Error;
use salus_primitives::Malformed;

impl<T> From<Malformed> for Error<T> {
	fn from(malformed: Malformed) -> Self {
		match malformed {
			Malformed::Characters => Self::InvalidCharacters,
			Malformed::CheckDigit => Self::InvalidCheckDigit,
			Malformed::Date => Self::InvalidDate,
			Malformed::RegionCode => Self::InvalidRegionCode,
			Malformed::Range | Malformed::UtcOffset => Self::InvalidRange,
		}
	}
}
