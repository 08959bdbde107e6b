//! Who takes part: kinds of institution, what they are licensed for, and what their agents may do.

use crate::{Actor, InstitutionId, RegionCode, SiteNumber, Step};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedBTreeSet;
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;
use sp_runtime::{DispatchError, DispatchResult};

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

impl Capability {
	/// Every one of them.
	pub const ALL: [Self; 7] = [
		Self::Ventilation,
		Self::ColdChain,
		Self::BloodProducts,
		Self::ControlledDrugs,
		Self::IntensiveCare,
		Self::BiosafetyLaboratory,
		Self::DangerousGoods,
	];
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
	/// Manages agents, sites and profile; writes the rules of its institution's books; names who speaks
	/// for a seat of the council.
	Admin,
	/// Keeps stock: registers, counts, consumes, destroys, quarantines, repacks; answers counts of
	/// others.
	Stock,
	/// Sends: proposes, dispatches, offers, gives standing orders, signs for what a rule demands a
	/// signature of, settles disputes about what was sent; for a carrier, says that it carries.
	Dispatch,
	/// Receives: publishes needs, takes what is offered, accepts, rejects, writes receipts, asks to keep
	/// rejected goods.
	Receive,
	/// Reports statistics.
	Statistics,
	/// Votes in the assembly, and submits referenda to it.
	Vote,
}

impl Role {
	/// Every role, in the order of the indices.
	pub const ALL: [Self; 6] =
		[Self::Admin, Self::Stock, Self::Dispatch, Self::Receive, Self::Statistics, Self::Vote];
}

/// The roles of one agent.
pub type Roles = BoundedBTreeSet<Role, ConstU32<{ Role::ALL.len() as u32 }>>;

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
	/// The institution that it acts for.
	pub institution: InstitutionId,
	/// What it may do for it.
	pub roles: Roles,
}

/// Whether an institution may act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
	/// It may act.
	Active,
	/// Its agents can leave it, and do what anybody may.
	Suspended,
	/// It is no more. It has no agents, and never acts again.
	WoundUp,
}

/// What sort of body an institution is, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
	/// Its kind.
	pub kind: InstitutionKind,
	/// The region that it is in.
	pub region: RegionCode,
}

/// Knows the institutions.
///
/// Its storage reads and writes are part of the benchmarks of the calls that ask it, which run in the
/// runtime that wires it.
pub trait Directory<AccountId> {
	/// How an institution stands; `None` when there is no such institution. Reads small values alone,
	/// and not the institution's entry.
	fn standing(institution: InstitutionId) -> Option<Standing>;

	/// Whether an institution may act: it is there, neither suspended nor wound up.
	fn may_act(institution: InstitutionId) -> bool {
		Self::standing(institution) == Some(Standing::Active)
	}

	/// Whether an institution has a licence for `capability` that has not expired.
	fn is_licensed(institution: InstitutionId, capability: Capability) -> bool;

	/// An institution's kind and region; `None` when there is no such institution.
	fn body(institution: InstitutionId) -> Option<Body>;

	/// The institution that an account acts for, if any.
	fn institution_of(who: &AccountId) -> Option<InstitutionId>;

	/// Whether an institution has a site of this number.
	fn has_site(institution: InstitutionId, site: SiteNumber) -> bool;

	/// Appends the step's record to the trail of an institution.
	///
	/// Fails when there is no such institution, and as [`Trail::record`](crate::Trail::record) does.
	fn record(step: &mut Step<AccountId>, institution: InstitutionId) -> DispatchResult;
}

/// Told of what becomes of institutions and their agents.
///
/// Its cost is part of the benchmarks of the calls that tell it, which run in the runtime that wires
/// it.
pub trait OnInstitution<AccountId> {
	/// An institution stands otherwise than before. One that was admitted a moment ago is active.
	fn standing_changed(institution: InstitutionId, standing: Standing);

	/// An institution is of another kind than before.
	fn kind_changed(institution: InstitutionId, kind: InstitutionKind);

	/// An account acts for an institution no more.
	fn agent_left(institution: InstitutionId, who: &AccountId);

	/// Others than the institution itself named who acts for it. Told in the same storage transaction, so
	/// that a refusal undoes it.
	///
	/// Fails when they may not name the agents of one more institution now.
	fn agents_replaced(institution: InstitutionId, by: &Actor<AccountId>) -> DispatchResult;
}

#[impl_for_tuples(4)]
impl<AccountId> OnInstitution<AccountId> for Tuple {
	fn standing_changed(institution: InstitutionId, standing: Standing) {
		for_tuples!( #( Tuple::standing_changed(institution, standing); )* );
	}
	fn kind_changed(institution: InstitutionId, kind: InstitutionKind) {
		for_tuples!( #( Tuple::kind_changed(institution, kind); )* );
	}
	fn agent_left(institution: InstitutionId, who: &AccountId) {
		for_tuples!( #( Tuple::agent_left(institution, who); )* );
	}
	fn agents_replaced(institution: InstitutionId, by: &Actor<AccountId>) -> DispatchResult {
		for_tuples!( #( Tuple::agents_replaced(institution, by)?; )* );
		Ok(())
	}
}

impl<AccountId> Directory<AccountId> for () {
	fn standing(_: InstitutionId) -> Option<Standing> {
		None
	}
	fn is_licensed(_: InstitutionId, _: Capability) -> bool {
		false
	}
	fn body(_: InstitutionId) -> Option<Body> {
		None
	}
	fn institution_of(_: &AccountId) -> Option<InstitutionId> {
		None
	}
	fn has_site(_: InstitutionId, _: SiteNumber) -> bool {
		false
	}
	fn record(_: &mut Step<AccountId>, _: InstitutionId) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
}
