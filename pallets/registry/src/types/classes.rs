//! Classes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedBTreeSet;
use salus_primitives::{
	BaseUnit, Capability, ColdChain, Gtin, Malformed, RecordId, TemperatureRange, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;

/// What sort of resource a class is.
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
pub enum ClassKind {
	/// Used up.
	Consumable,
	/// Used again.
	Device,
	/// Taken.
	Drug,
	/// Made from blood.
	BloodProduct,
	/// Beds, hours of staff, slots of a laboratory.
	Capacity,
}

impl ClassKind {
	/// The code of FHIR's supply-item type, which a SupplyDelivery must carry.
	pub const fn fhir_delivery_type(self) -> &'static str {
		match self {
			Self::Consumable | Self::Device | Self::Capacity => "device",
			Self::Drug => "medication",
			Self::BloodProduct => "biologicallyderivedproduct",
		}
	}
}

/// What is demanded of the lots of a class.
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
pub enum Requirement {
	/// They state their batch.
	Batch,
	/// They state their expiry.
	Expiry,
	/// They state their serial number.
	Serial,
	/// A receipt of them carries a sensor summary.
	Sensor,
}

/// A code of a clinical terminology.
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
pub struct ClinicalCode {
	/// URI of the terminology.
	pub system: Text<128>,
	/// The code within it.
	pub code: Text<32>,
}

/// A kind of resource.
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
pub struct Class {
	pub name: Text<64>,
	pub kind: ClassKind,
	/// Its trade item number; no two classes share one.
	#[serde(default)]
	pub gtin: Option<Gtin>,
	/// What its quantities count.
	pub unit: BaseUnit,
	/// How many base units one pack holds; at least one.
	pub units_per_pack: u32,
	/// What is demanded of its lots.
	#[serde(default)]
	pub requirements: BoundedBTreeSet<Requirement, ConstU32<4>>,
	/// What it must be kept at. Stated wherever a sensor summary is demanded.
	#[serde(default)]
	pub temperature: Option<TemperatureRange>,
	/// What a receiver must be licensed for.
	#[serde(default)]
	pub capability: Option<Capability>,
	/// What a carrier must be licensed for.
	#[serde(default)]
	pub carrier_capability: Option<Capability>,
	/// Its code in a clinical terminology.
	#[serde(default)]
	pub clinical_code: Option<ClinicalCode>,
}

impl Class {
	/// What its lots must be kept at, and whether a receipt of them carries a sensor summary; `None` when
	/// no temperatures are stated.
	pub(crate) fn cold_chain(&self) -> Option<ColdChain> {
		let sensor = self.requirements.contains(&Requirement::Sensor);
		self.temperature.map(|range| ColdChain { range, sensor })
	}

	/// Refuses what cannot be: empty text, a wrong key, an upper bound below the lower one.
	pub(crate) fn check(&self) -> Result<(), Malformed> {
		self.name.check()?;
		self.gtin.map_or(Ok(()), |gtin| gtin.check())?;
		self.temperature.map_or(Ok(()), |range| range.check())?;
		self.clinical_code
			.as_ref()
			.map_or(Ok(()), |code| code.system.check().and_then(|()| code.code.check()))
	}
}

/// A class, as stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClassEntry {
	pub class: Class,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}
