//! Identifiers. The chain assigns them in sequence, starting at zero; none is used twice.

use crate::Role;
use codec::{CompactAs, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! ids {
	($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Encode, Decode,
			DecodeWithMemTracking, CompactAs, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		pub struct $name(pub $inner);

		impl $name {
			/// The identifier after this one; `None` when the sequence is used up.
			pub fn next(self) -> Option<Self> {
				self.0.checked_add(1).map(Self)
			}
		}
	)*};
}

ids! {
	/// An institution.
	InstitutionId(u32);
	/// A site, counted within its institution.
	SiteNumber(u16);
	/// A class of resource.
	ClassId(u32);
	/// A lot.
	LotId(u64);
	/// A transfer.
	TransferId(u64);
	/// A round of observations.
	RoundId(u32);
	/// A rule.
	RuleId(u32);
	/// A need.
	NeedId(u64);
	/// An offer.
	OfferId(u64);
	/// A standing order.
	OrderId(u64);
	/// A referendum of the assembly.
	ReferendumId(u32);
	/// A plan of a reallocation.
	PlanId(u64);
	/// A hold on goods.
	HoldId(u64);
	/// A recall of lots.
	RecallId(u64);
	/// A case of a supervisor.
	CaseId(u64);
	/// An emergency.
	EmergencyId(u32);
	/// An allocation of one class in one emergency.
	AllocationId(u32);
	/// A context: a purpose for which members act without their names.
	ContextId(u32);
	/// An appeal.
	AppealId(u64);
	/// A complaint.
	ComplaintId(u64);
	/// A document that was sent sealed.
	DocumentId(u64);
	/// A record of the trail; its place in the sequence.
	RecordId(u64);
	/// A run of records of fixed length, closed and pruned as one.
	EpochId(u64);
}

/// A site: whose it is, and its number there.
///
/// The number is counted within the institution, so an identifier cannot name a site of another one,
/// and whether a site exists is told by the institution's next number alone.
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
pub struct SiteId {
	/// The institution that the site belongs to.
	pub institution: InstitutionId,
	/// The site's number within it.
	pub number: SiteNumber,
}

/// A ring: the keys of members in one role. A role has several rings when it has more members than one
/// ring holds.
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
)]
pub struct RingId {
	/// The role that the keys are for.
	pub role: Role,
	/// The ring's number among those of the role.
	pub number: u8,
}
