//! Units of measure and temperatures.

use crate::Malformed;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

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
