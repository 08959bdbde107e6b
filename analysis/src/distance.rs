//! How far two places are apart, in whole kilometres.
//!
//! On a sphere with the mean radius of the Earth, 6,371.0088 km (IUGG), by the haversine formula: with
//! latitudes φ and longitudes λ, the distance `d` of two places is given by
//!
//! `sin²(d/2R) = sin²((φ₁-φ₂)/2) + cos φ₁ cos φ₂ sin²((λ₁-λ₂)/2)`,
//!
//! and rounded to the nearest whole number. Sines have 60 binary places, of which a few at the end may
//! be wrong. Where the formula magnifies that most, near half a kilometre and near the other side of
//! the sphere, it is a millionth of a metre; so the whole number is the right one unless the distance on
//! the sphere is as close as that to a half.
//!
//! The Earth is no sphere. Against geodesics on the ellipsoid WGS84, the error is below 0.6 per cent, and
//! half a kilometre of rounding.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// 60 binary places.
const PLACES: u32 = 60;
const ONE: u64 = 1 << PLACES;
/// π with 120 binary places, rounded down.
const PI: u128 = 0x0324_3f6a_8885_a308_d313_198a_2e03_7073;
/// A right angle, in halves of a thousandth of a degree.
const RIGHT_ANGLE: u32 = 180_000;
/// A half of a thousandth of a degree in radians, with 120 binary places.
const HALF_MILLIDEGREE: u128 = PI / (2 * RIGHT_ANGLE as u128);
/// The mean radius of the Earth, in tenths of a metre.
const RADIUS: u128 = 63_710_088;
/// A quarter of a kilometre on the sphere in radians, with 100 binary places.
const QUARTER_KILOMETRE: u128 = (1 << 100) * 2_500 / RADIUS;
/// From pole to pole: half the circumference, in kilometres.
const FARTHEST: u16 = 20_015;
/// The most degrees of latitude and longitude, in thousandths.
const MOST: (u32, u32) = (90_000, 180_000);

/// A place on the Earth.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Place {
	latitude: i32,
	longitude: i32,
}

/// There is no such latitude, or no such longitude.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfRange;

impl fmt::Display for OutOfRange {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "a latitude is at most 90 degrees, and a longitude at most 180")
	}
}

impl core::error::Error for OutOfRange {}

impl Place {
	/// A place by its latitude, north of the equator, and its longitude, east of Greenwich, in thousandths
	/// of a degree.
	///
	/// # Errors
	///
	/// [`OutOfRange`].
	pub fn new(latitude: i32, longitude: i32) -> Result<Self, OutOfRange> {
		if latitude.unsigned_abs() > MOST.0 || longitude.unsigned_abs() > MOST.1 {
			return Err(OutOfRange);
		}
		Ok(Self { latitude, longitude })
	}

	/// North of the equator, in thousandths of a degree.
	pub fn latitude(&self) -> i32 {
		self.latitude
	}

	/// East of Greenwich, in thousandths of a degree.
	pub fn longitude(&self) -> i32 {
		self.longitude
	}

	/// The distance in kilometres, from 0 to 20,015, and the same in both directions. Takes about twenty
	/// sines.
	pub fn kilometres(&self, other: &Self) -> u16 {
		let sought = haversine(self, other);
		// From here on, it is closer than half a kilometre beyond.
		let (mut near, mut far) = (0, FARTHEST);
		while near < far {
			let middle = near + (far - near) / 2;
			let quarters = 2 * u128::from(middle) + 1;
			let sine = sine(((quarters * QUARTER_KILOMETRE) >> (100 - PLACES)) as u64);
			if sought < product(sine, sine) {
				far = middle;
			} else {
				near = middle + 1;
			}
		}
		near
	}
}

// Decoded only within its range.
impl Decode for Place {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		let (latitude, longitude) = <(i32, i32)>::decode(input)?;
		Self::new(latitude, longitude).map_err(|_| codec::Error::from("Place is out of range"))
	}
}

/// The square of the sine of half the angle between two places.
fn haversine(one: &Place, other: &Place) -> u64 {
	// Half of an angle counts as many halves as it counts thousandths.
	let square = |half| {
		let sine = sine(radians(half));
		product(sine, sine)
	};
	let cosine = |latitude: i32| sine(radians(RIGHT_ANGLE - 2 * latitude.unsigned_abs()));
	let north = one.latitude.abs_diff(other.latitude);
	let east = one.longitude.abs_diff(other.longitude);
	let east = east.min(2 * MOST.1 - east);
	let wide = product(cosine(one.latitude), cosine(other.latitude));
	square(north) + product(wide, square(east))
}

/// Halves of a thousandth of a degree, up to a right angle, in radians.
fn radians(halves: u32) -> u64 {
	((u128::from(halves) * HALF_MILLIDEGREE) >> (120 - PLACES)) as u64
}

/// The sine of an angle in radians, up to a right angle, by Taylor's series up to the power of 25; the
/// next term is below the last binary place.
fn sine(angle: u64) -> u64 {
	let square = product(angle, angle);
	// x (1 - x²/(2·3) (1 - x²/(4·5) (1 - ...)))
	let series = (1..=12)
		.rev()
		.fold(ONE, |sum, term| ONE - product(square, sum) / (2 * term * (2 * term + 1)));
	product(angle, series)
}

fn product(one: u64, other: u64) -> u64 {
	// Neither is above four.
	((u128::from(one) * u128::from(other)) >> PLACES) as u64
}
