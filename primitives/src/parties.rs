//! Who takes part: kinds of institution, what they are licensed for, and what their agents may do.

use crate::{InstitutionId, RegionCode, SiteId};
use alloc::collections::BTreeSet;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedBTreeSet;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;

/// What sort of body an institution is.
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
pub enum InstitutionKind {
	/// Treats patients.
	Hospital,
	/// Governs health care in a region.
	HealthCommission,
	/// Watches and fights epidemics.
	DiseaseControlCentre,
	/// Collects and distributes relief.
	ReliefOrganisation,
	/// Gives.
	Donor,
	/// Makes, imports or sells.
	Supplier,
	/// Tests.
	Laboratory,
	/// Moves goods for others.
	Carrier,
}

/// What an institution may be licensed to handle.
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
pub enum Capability {
	/// Runs mechanical ventilation.
	Ventilation,
	/// Keeps goods cold without a gap.
	ColdChain,
	/// Stores and issues blood products.
	BloodProducts,
	/// Stores and issues controlled drugs.
	ControlledDrugs,
	/// Runs intensive care.
	IntensiveCare,
	/// Runs a laboratory of biosafety level 2 or above.
	BiosafetyLaboratory,
	/// Carries dangerous goods, pressurised oxygen among them.
	DangerousGoods,
}

/// What an agent may do for its institution.
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
pub enum Role {
	/// Manages agents, sites and profile.
	Admin,
	/// Keeps stock: registers, counts, consumes, destroys, quarantines, repacks.
	Stock,
	/// Sends: proposes, dispatches, settles disputes about what was sent.
	Dispatch,
	/// Receives: accepts, rejects, writes receipts.
	Receive,
	/// Reports statistics.
	Statistics,
}

/// The roles of one agent.
pub type Roles = BoundedBTreeSet<Role, ConstU32<5>>;

/// An account that acts for an institution.
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
pub struct Agent {
	/// For whom.
	pub institution: InstitutionId,
	/// In which roles.
	pub roles: Roles,
}

/// How an institution stands at this moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
	/// Not suspended.
	pub active: bool,
	/// Its kind.
	pub kind: InstitutionKind,
	/// Where it is.
	pub region: RegionCode,
	/// Capabilities under a licence that has not expired.
	pub capabilities: BTreeSet<Capability>,
}

/// Answers who may act for whom.
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime
/// that wires it.
pub trait Directory<AccountId> {
	/// The agent that `who` is, if any. Says nothing about suspension.
	fn agent(who: &AccountId) -> Option<Agent>;
	/// How `institution` stands; `None` when there is no such institution.
	fn standing(institution: InstitutionId) -> Option<Standing>;
	/// The institution that `site` belongs to.
	fn owner_of_site(site: SiteId) -> Option<InstitutionId>;
}

impl<AccountId> Directory<AccountId> for () {
	fn agent(_: &AccountId) -> Option<Agent> {
		None
	}
	fn standing(_: InstitutionId) -> Option<Standing> {
		None
	}
	fn owner_of_site(_: SiteId) -> Option<InstitutionId> {
		None
	}
}
