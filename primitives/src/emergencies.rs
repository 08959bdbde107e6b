//! Emergencies, as other pallets ask for them.

use crate::{ClassId, RegionCode};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How grave an emergency is, in the four levels of national emergency plans; the gravest comes last.
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
pub enum Severity {
	/// Level IV: a county can answer it.
	General,
	/// Level III: a city can answer it.
	Major,
	/// Level II: a province can answer it.
	Serious,
	/// Level I: the whole country answers it.
	Extreme,
}

/// Knows which emergencies are in force.
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime
/// that wires it.
pub trait Emergencies {
	/// The gravest emergency that is in force for a class in a region, by itself or as a part of
	/// another one; `None` when there is none.
	fn severity(region: &RegionCode, class: ClassId) -> Option<Severity>;
}

/// There is no emergency.
impl Emergencies for () {
	fn severity(_: &RegionCode, _: ClassId) -> Option<Severity> {
		None
	}
}
