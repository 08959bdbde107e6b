//! Institutions and their licences.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	pallet_prelude::Get, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use salus_primitives::{
	Capability, ExternalId, InstitutionId, InstitutionKind, Moment, RecordId, RegionCode, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// A permission to handle what not everybody may handle.
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
pub struct Licence {
	pub capability: Capability,
	/// The first moment at which it no longer holds.
	pub expires: Moment,
	/// Digest of the document that proves it.
	#[serde(default)]
	pub claim: Option<H256>,
}

/// What an institution is when it is admitted.
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
pub struct Admission {
	pub kind: InstitutionKind,
	pub region: RegionCode,
	pub name: Text<64>,
	/// How the world outside knows it; no two institutions share one.
	#[serde(default)]
	pub external: Option<ExternalId>,
	/// The institution that it is a part of, or answers to.
	#[serde(default)]
	pub parent: Option<InstitutionId>,
	/// Digest of a profile kept off chain, where it can be erased.
	#[serde(default)]
	pub profile: Option<H256>,
}

/// What an institution is from now on: everything of it that accreditation decides, beside licences
/// and standing.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Amendment {
	pub kind: InstitutionKind,
	pub region: RegionCode,
	pub name: Text<64>,
	/// How the world outside knows it; no two institutions share one.
	pub external: Option<ExternalId>,
	/// The institution that it is a part of, or answers to.
	pub parent: Option<InstitutionId>,
}

/// Whether an account acts for an institution already.
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
pub enum AgentState {
	/// It is an agent.
	Acting,
	/// It is invited, and has not answered.
	Invited,
}

/// A licensed body. Whether it may act is told by [`Suspended`](crate::Suspended).
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[codec(mel_bound())]
#[scale_info(skip_type_params(MaxLicences))]
pub struct Institution<MaxLicences: Get<u32>> {
	pub kind: InstitutionKind,
	pub region: RegionCode,
	pub name: Text<64>,
	pub external: Option<ExternalId>,
	/// The institution that it is a part of, or answers to.
	pub parent: Option<InstitutionId>,
	/// Digest of a profile kept off chain.
	pub profile: Option<H256>,
	/// At most one for each capability, expired ones included.
	pub licences: BoundedVec<Licence, MaxLicences>,
	/// How many of its agents are admins.
	pub admins: u32,
	/// How many agents it has.
	pub agents: u32,
	/// How many accounts it has invited that have not answered.
	pub invitations: u32,
	/// The newest record of its trail.
	pub newest_record: Option<RecordId>,
}

/// An institution as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct InstitutionView<Institution> {
	/// As stored.
	pub institution: Institution,
	/// Whether it may act.
	pub standing: InstitutionStanding,
}

/// Whether an institution may act, and since when it may not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum InstitutionStanding {
	/// It may act.
	Active,
	/// Its agents can leave it, and do what anybody may.
	Suspended {
		/// When it was suspended.
		since: Moment,
	},
	/// It is no more, and never acts again.
	WoundUp {
		/// When it was wound up.
		at: Moment,
	},
}
