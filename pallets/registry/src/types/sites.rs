//! Sites.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{ExternalId, Malformed, RecordId, RegionCode, TemperatureRange, Text};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What happens at a site.
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
pub enum SiteKind {
	/// Goods are stored.
	Warehouse,
	/// Drugs are issued.
	Pharmacy,
	/// Patients are treated.
	Ward,
	/// Samples are tested.
	Laboratory,
	/// Goods are loaded and unloaded.
	Dock,
	/// None of these.
	Office,
}

/// A position, coarse enough not to give away an address.
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GridSquare {
	/// Hundredths of a degree, north positive.
	pub latitude: i16,
	/// Hundredths of a degree, east positive.
	pub longitude: i16,
}

impl GridSquare {
	fn check(&self) -> Result<(), Malformed> {
		if (-9_000..=9_000).contains(&self.latitude) && (-18_000..=18_000).contains(&self.longitude)
		{
			Ok(())
		} else {
			Err(Malformed::Range)
		}
	}
}

/// A place of an institution.
#[derive(
	Clone,
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
	pub name: Text<64>,
	/// How the world outside knows it, as the institution says: no two of its own sites share one.
	/// Nobody checks whose the identifier is.
	#[serde(default)]
	pub external: Option<ExternalId>,
	pub region: RegionCode,
	pub kind: SiteKind,
	/// What it keeps goods at.
	#[serde(default)]
	pub temperature: Option<TemperatureRange>,
	/// Where it is, roughly.
	#[serde(default)]
	pub grid: Option<GridSquare>,
}

impl Place {
	/// Refuses what cannot be: an empty name, a wrong key, an upper bound below the lower one, a
	/// position off the globe.
	pub(crate) fn check(&self) -> Result<(), Malformed> {
		self.name.check()?;
		self.external.as_ref().map_or(Ok(()), ExternalId::check)?;
		self.temperature.map_or(Ok(()), |range| range.check())?;
		self.grid.map_or(Ok(()), |square| square.check())
	}
}

/// A site, as stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SiteEntry {
	pub place: Place,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}
