//! Regions.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{Belt, RecordId, RegionCode, Text};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An administrative area.
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
pub struct Region {
	pub name: Text<64>,
	/// The area that it is a part of.
	#[serde(default)]
	pub parent: Option<RegionCode>,
	/// The belt by which reports group it.
	#[serde(default)]
	pub belt: Option<Belt>,
	/// How many people live there.
	pub population: u64,
}

/// A region, as stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RegionEntry {
	pub region: Region,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}
