//! Emergencies: what they are declared for, and what became of them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use salus_primitives::{ClassId, EmergencyId, Moment, RecordId, RegionCode, Severity};
use scale_info::TypeInfo;

/// The most regions that one declaration names.
pub const MAX_REGIONS: u32 = 8;
/// The most classes that one declaration names.
pub const MAX_CLASSES: u32 = 8;
/// The most emergencies that the council declared, and that are neither ratified nor cooled.
pub const MAX_UNRATIFIED: u32 = 16;

/// What the council declared and nobody has ratified, the oldest first.
pub type UnratifiedList = BoundedVec<EmergencyId, ConstU32<MAX_UNRATIFIED>>;

/// What is declared.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Declaration {
	/// Where: these and all of their parts. Ascending by code, each once.
	pub regions: BoundedVec<RegionCode, ConstU32<MAX_REGIONS>>,
	/// For which classes, in every one of the regions. Ascending, each once.
	pub classes: BoundedVec<ClassId, ConstU32<MAX_CLASSES>>,
	pub severity: Severity,
	/// The first moment at which it is not in force any more.
	pub until: Moment,
}

impl Declaration {
	/// Each region with each class.
	pub(crate) fn pairs(&self) -> impl Iterator<Item = (&RegionCode, ClassId)> {
		let classes = &self.classes;
		let with_classes = move |region| classes.iter().map(move |class| (region, *class));
		self.regions.iter().flat_map(with_classes)
	}

	/// Whether regions and classes are in ascending order, each once.
	pub(crate) fn is_ascending(&self) -> bool {
		self.regions.is_sorted_by(|one, next| one < next)
			&& self.classes.is_sorted_by(|one, next| one < next)
	}
}

/// How an emergency was ended before its end had come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum EmergencyEnding {
	/// Who may declare called it off.
	#[codec(index = 0)]
	CalledOff,
	/// The council had declared it, nobody ratified it in its term, and somebody had it lapse for good. It
	/// was out of force from the end of its term on.
	#[codec(index = 1)]
	NotRatified,
}

/// Whether an emergency was declared in haste.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Hasty {
	/// The assembly or root declared it: nothing is to be ratified.
	#[codec(index = 0)]
	No,
	/// The council declared it, and nobody has ratified it.
	#[codec(index = 1)]
	Pending {
		/// The first moment at which it is not in force any more unless it was ratified.
		ratify_by: Moment,
	},
	/// The council declared it, and the assembly ratified it.
	#[codec(index = 2)]
	Ratified,
}

/// An emergency, from its declaration until it is forgotten.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Emergency {
	/// What was declared, with the end that it was given last.
	pub declaration: Declaration,
	pub declared_at: Moment,
	pub hasty: Hasty,
	/// How and when it was ended; none of what has its time, or had it.
	pub ended: Option<(EmergencyEnding, Moment)>,
	/// For how many of its pairs of a region and a class it counts, or would if it was in force. Fewer than
	/// it has when others took some from it while it was not, and none when it is closed.
	pub covers: u8,
	/// How many allocations of it are stored.
	pub allocations: u32,
	pub newest_record: Option<RecordId>,
}

impl Emergency {
	/// Whether it is in force.
	pub fn is_in_force(&self, now: Moment) -> bool {
		let is_in_term = match self.hasty {
			Hasty::Pending { ratify_by } => now < ratify_by,
			Hasty::No | Hasty::Ratified => true,
		};
		is_in_term && !self.is_over(now)
	}

	/// Whether nothing brings it back into force.
	pub fn is_over(&self, now: Moment) -> bool {
		self.ended.is_some() || now >= self.declaration.until
	}

	/// Whether the council declared it, and nobody has ratified or ended it.
	pub fn is_pending(&self) -> bool {
		self.ended.is_none() && matches!(self.hasty, Hasty::Pending { .. })
	}

	/// From when on it was out of force at the latest, if the council declared it and nobody ratified it.
	pub(crate) fn not_ratified_from(&self) -> Option<Moment> {
		match self.hasty {
			Hasty::Pending { ratify_by } => Some(ratify_by.min(self.declaration.until)),
			Hasty::No | Hasty::Ratified => None,
		}
	}
}
