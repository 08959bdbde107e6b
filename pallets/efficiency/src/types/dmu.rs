//! What a round is about.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_primitives::{InstitutionId, RegionCode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;

/// The most DMUs of a round: those of a sample.
pub const MAX_DMUS: u32 = salus_analysis::dea::MAX_DMUS as u32;

/// A decision-making unit, which a round is about: a region, or an institution.
#[derive(
	Clone,
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
pub enum Dmu {
	/// A region, for which the health commission of that region reports.
	Region(RegionCode),
	/// An institution, which reports for itself.
	Institution(InstitutionId),
}

/// The DMUs of a round, all of one kind, in ascending order.
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
pub enum Roster {
	/// Regions, in the order of their codes.
	Regions(BoundedVec<RegionCode, ConstU32<MAX_DMUS>>),
	/// Institutions, in the order of their identifiers.
	Institutions(BoundedVec<InstitutionId, ConstU32<MAX_DMUS>>),
}

impl Roster {
	/// How many DMUs there are.
	pub fn len(&self) -> usize {
		match self {
			Self::Regions(codes) => codes.len(),
			Self::Institutions(ids) => ids.len(),
		}
	}

	/// Whether there are none.
	pub fn is_empty(&self) -> bool {
		self.len() == 0
	}

	/// The DMU at a place, counted from zero.
	pub fn get(&self, place: usize) -> Option<Dmu> {
		match self {
			Self::Regions(codes) => codes.get(place).cloned().map(Dmu::Region),
			Self::Institutions(ids) => ids.get(place).copied().map(Dmu::Institution),
		}
	}

	/// The DMUs in their order.
	pub fn iter(&self) -> impl Iterator<Item = Dmu> + '_ {
		(0..self.len()).filter_map(|place| self.get(place))
	}

	/// Whether a DMU is one of them.
	pub fn contains(&self, dmu: &Dmu) -> bool {
		match (self, dmu) {
			(Self::Regions(codes), Dmu::Region(code)) => codes.binary_search(code).is_ok(),
			(Self::Institutions(ids), Dmu::Institution(id)) => ids.binary_search(id).is_ok(),
			_ => false,
		}
	}

	/// Whether each DMU comes after the one before it.
	pub(crate) fn ascends(&self) -> bool {
		match self {
			Self::Regions(codes) => codes.is_sorted_by(|a, b| a < b),
			Self::Institutions(ids) => ids.is_sorted_by(|a, b| a < b),
		}
	}
}
