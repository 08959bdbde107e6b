//! Units of measure, temperatures, and what sensors measure.

use crate::{Malformed, Moment, Text};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// The unit in which quantities of a class are counted.
///
/// A class's GTIN identifies one base unit, not a pack of them; how many a pack holds, the class says
/// beside it.
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
pub enum BaseUnit {
	/// One piece, or one slot of a laboratory.
	Piece,
	/// Kilogram.
	Kilogram,
	/// Gram.
	Gram,
	/// Milligram.
	Milligram,
	/// Litre.
	Litre,
	/// Millilitre.
	Millilitre,
	/// Metre.
	Metre,
	/// Hour, of staff or of a machine.
	Hour,
	/// Day, of a bed.
	Day,
	/// International unit, of a drug's activity.
	InternationalUnit,
}

impl BaseUnit {
	/// The code of UN/ECE Recommendation 20, which GS1 EPCIS asks for.
	pub const fn rec20(self) -> &'static str {
		match self {
			Self::Piece => "H87",
			Self::Kilogram => "KGM",
			Self::Gram => "GRM",
			Self::Milligram => "MGM",
			Self::Litre => "LTR",
			Self::Millilitre => "MLT",
			Self::Metre => "MTR",
			Self::Hour => "HUR",
			Self::Day => "DAY",
			Self::InternationalUnit => "NIU",
		}
	}

	/// The code of the Unified Code for Units of Measure, which HL7 FHIR asks for.
	pub const fn ucum(self) -> &'static str {
		match self {
			Self::Piece => "1",
			Self::Kilogram => "kg",
			Self::Gram => "g",
			Self::Milligram => "mg",
			Self::Litre => "L",
			Self::Millilitre => "mL",
			Self::Metre => "m",
			Self::Hour => "h",
			Self::Day => "d",
			Self::InternationalUnit => "[iU]",
		}
	}
}

/// A closed range of temperatures, in tenths of a degree Celsius.
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
pub struct TemperatureRange {
	/// The coldest allowed.
	pub min: i16,
	/// The warmest allowed.
	pub max: i16,
}

impl TemperatureRange {
	/// Refuses a lower bound above the upper one ([`Malformed::Range`]).
	pub fn check(&self) -> Result<(), Malformed> {
		if self.min <= self.max {
			Ok(())
		} else {
			Err(Malformed::Range)
		}
	}
}

/// What goods of a class ask of whoever stores and carries them.
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
)]
pub struct ColdChain {
	/// The temperatures that they must be kept at.
	pub range: TemperatureRange,
	/// Whether a receipt of them carries a sensor summary.
	pub sensor: bool,
}

impl ColdChain {
	/// What goods need of which some need this, and some `other`.
	pub fn and(self, other: Self) -> Self {
		let range = TemperatureRange {
			min: self.range.min.max(other.range.min),
			max: self.range.max.min(other.range.max),
		};
		Self { range, sensor: self.sensor || other.sensor }
	}

	/// Whether goods that are kept so are kept as `demanded` says.
	pub fn meets(&self, demanded: &Self) -> bool {
		self.range.min >= demanded.range.min
			&& self.range.max <= demanded.range.max
			&& (self.sensor || !demanded.sensor)
	}
}

/// What a sensor that was with the goods measured, in tenths of a degree Celsius.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SensorSummary {
	/// The coldest measurement.
	pub min: i16,
	/// The warmest measurement.
	pub max: i16,
	/// The mean of all measurements.
	pub mean: i16,
	/// The name or number of the device.
	pub device: Text<20>,
	/// The time of the first measurement.
	pub from: Moment,
	/// The time of the last one.
	pub to: Moment,
	/// Digest of the full series, kept off chain.
	pub digest: H256,
}

impl SensorSummary {
	/// Refuses a mean outside its bounds or a span that ends before it begins
	/// ([`Malformed::Range`]), and a device without a name ([`Malformed::Characters`]).
	pub fn check(&self) -> Result<(), Malformed> {
		if self.min > self.mean || self.mean > self.max || self.from > self.to {
			return Err(Malformed::Range);
		}
		self.device.check()
	}

	/// Whether it was colder or warmer than `range` allows. Either bound itself is allowed.
	pub fn breaches(&self, range: &TemperatureRange) -> bool {
		self.min < range.min || self.max > range.max
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const FRIDGE: TemperatureRange = TemperatureRange { min: 20, max: 80 };

	fn measured(min: i16, max: i16) -> SensorSummary {
		let device = Text::try_from("T-1").expect("a short name is text");
		SensorSummary { min, max, mean: min, device, from: 1, to: 2, digest: H256::zero() }
	}

	#[test]
	fn a_bound_is_no_breach_and_a_tenth_beyond_it_is() {
		for (min, max, breaches) in [
			(20, 80, false),
			(50, 50, false),
			(19, 80, true),
			(20, 81, true),
			(-50, 90, true),
			(90, 95, true),
			(-9, 10, true),
		] {
			assert_eq!(measured(min, max).breaches(&FRIDGE), breaches, "{min} to {max}");
		}
	}

	#[test]
	fn a_summary_that_contradicts_itself_is_refused() {
		assert_eq!(measured(20, 80).check(), Ok(()));
		let instant = SensorSummary { mean: 80, to: 1, ..measured(20, 80) };
		assert_eq!(instant.check(), Ok(()));
		for refused in [
			SensorSummary { mean: 19, ..measured(20, 80) },
			SensorSummary { mean: 81, ..measured(20, 80) },
			SensorSummary { to: 0, ..measured(20, 80) },
		] {
			assert_eq!(refused.check(), Err(Malformed::Range), "{refused:?}");
		}
		let nameless = SensorSummary { device: Text::default(), ..measured(20, 80) };
		assert_eq!(nameless.check(), Err(Malformed::Characters));
	}
}
