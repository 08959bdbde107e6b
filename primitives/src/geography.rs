//! Administrative areas.

use crate::Malformed;
use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use frame_support::BoundedVec;
use scale_info::TypeInfo;
use serde::{de::Error, Deserialize, Deserializer, Serialize, Serializer};
use sp_core::ConstU32;

/// An ISO 3166-2 subdivision code such as `CN-HB`, or the two letters of a whole country.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct RegionCode(pub BoundedVec<u8, ConstU32<6>>);

impl RegionCode {
	/// Two capital letters; then, for a subdivision, a hyphen and one to three capital letters or
	/// digits. Anything else is [`Malformed::RegionCode`].
	pub fn check(&self) -> Result<(), Malformed> {
		let fits = match self.0.as_slice() {
			[a, b] => a.is_ascii_uppercase() && b.is_ascii_uppercase(),
			[a, b, b'-', rest @ ..] => {
				a.is_ascii_uppercase()
					&& b.is_ascii_uppercase()
					&& !rest.is_empty()
					&& rest.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
			}
			_ => false,
		};
		if fits {
			Ok(())
		} else {
			Err(Malformed::RegionCode)
		}
	}
}

impl TryFrom<&str> for RegionCode {
	type Error = Malformed;

	fn try_from(text: &str) -> Result<Self, Malformed> {
		let bytes = text.as_bytes().to_vec();
		let code = Self(bytes.try_into().map_err(|_| Malformed::RegionCode)?);
		code.check().map(|()| code)
	}
}

impl fmt::Debug for RegionCode {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}", String::from_utf8_lossy(&self.0))
	}
}

impl Serialize for RegionCode {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&String::from_utf8_lossy(&self.0))
	}
}

impl<'de> Deserialize<'de> for RegionCode {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		text.as_str().try_into().map_err(|_| D::Error::custom("an ISO 3166-2 code"))
	}
}

/// The economic belt by which the efficiency reports group regions.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Belt {
	/// Western belt.
	Western,
	/// Central belt.
	Central,
	/// Eastern belt.
	Eastern,
}

/// Where the seat of a region is, in thousandths of a degree (WGS84).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Seat {
	/// North of the equator; south of it below zero.
	pub latitude: i32,
	/// East of Greenwich; west of it below zero.
	pub longitude: i32,
}

impl Seat {
	/// Whether there is such a place: within 90 degrees of the equator, and 180 of Greenwich.
	pub fn is_on_earth(&self) -> bool {
		(-90_000..=90_000).contains(&self.latitude)
			&& (-180_000..=180_000).contains(&self.longitude)
	}
}

/// What is known of a region.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Area {
	/// The belt by which reports group it.
	pub belt: Option<Belt>,
	/// The region that it is a part of.
	pub parent: Option<RegionCode>,
}

/// How many regions a [lineage](Geography::lineage) names at most. A country, its province, the city and
/// its district are four.
pub const LONGEST_LINEAGE: usize = 8;

/// Answers which regions there are.
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime
/// that wires it.
pub trait Geography {
	/// What is known of a region; `None` when there is no such region.
	fn area(region: &RegionCode) -> Option<Area>;

	/// Where the seat of a region itself is; `None` when nobody has said.
	fn seat(_: &RegionCode) -> Option<Seat> {
		None
	}

	/// A region, the region that it is a part of, the one that that is a part of, and so on:
	/// [`LONGEST_LINEAGE`] at most, and as far as they are known. Reads one entry for each.
	fn lineage(region: &RegionCode) -> Vec<RegionCode> {
		let mut lineage = Vec::new();
		let mut next = Some(region.clone());
		while let Some(code) = next.filter(|_| lineage.len() < LONGEST_LINEAGE) {
			let Some(area) = Self::area(&code) else { break };
			lineage.push(code);
			next = area.parent;
		}
		lineage
	}
}

impl Geography for () {
	fn area(_: &RegionCode) -> Option<Area> {
		None
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn code(text: &str) -> RegionCode {
		RegionCode::try_from(text).expect("a test's code is well-formed")
	}

	/// `AA` is a part of `AA-1`, and so on up to `AA-9`, which is a part of itself; `BB` is a part of
	/// what is not there.
	struct Odd;

	impl Geography for Odd {
		fn area(region: &RegionCode) -> Option<Area> {
			let parent = match region.0.as_slice() {
				b"AA" => "AA-1",
				b"BB" => "CC",
				[b'A', b'A', b'-', digit] => {
					let next = (digit + 1).min(b'9');
					let parent = RegionCode(
						b"AA-".iter().copied().chain([next]).collect::<Vec<_>>().try_into().ok()?,
					);
					return Some(Area { belt: None, parent: Some(parent) });
				}
				_ => return None,
			};
			Some(Area { belt: None, parent: Some(code(parent)) })
		}
	}

	#[test]
	fn a_lineage_ends_where_nothing_is_known_and_after_eight() {
		assert_eq!(Odd::lineage(&code("CC")), []);
		assert_eq!(Odd::lineage(&code("BB")), [code("BB")]);
		let long = Odd::lineage(&code("AA"));
		assert_eq!(long.len(), LONGEST_LINEAGE);
		assert_eq!(long[..3], [code("AA"), code("AA-1"), code("AA-2")]);
		assert_eq!(long.last(), Some(&code("AA-7")));
	}

	#[test]
	fn a_seat_is_between_the_poles_and_within_half_a_turn() {
		let is_on_earth = |latitude, longitude| Seat { latitude, longitude }.is_on_earth();
		assert!(is_on_earth(90_000, 180_000) && is_on_earth(-90_000, -180_000));
		for (latitude, longitude) in [(90_001, 0), (-90_001, 0), (0, 180_001), (0, -180_001)] {
			assert!(!is_on_earth(latitude, longitude), "{latitude} {longitude}");
		}
	}

	#[test]
	fn codes_follow_iso_3166_2() {
		for code in ["CN", "CN-HB", "FR-75C", "GB-ENG", "AT-9"] {
			assert!(RegionCode::try_from(code).is_ok(), "{code}");
		}
		for code in ["", "C", "cn-hb", "CN-", "CN-hb", "CN_HB", "CNHB", "CN-ABCD", "1N-HB"] {
			assert_eq!(RegionCode::try_from(code), Err(Malformed::RegionCode), "{code}");
		}
	}
}
