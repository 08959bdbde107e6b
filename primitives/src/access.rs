//! Who acts: an origin is resolved once, in the call, into an [`Act`], and everything below the call
//! takes the act. Authority is decided here and nowhere else.

use crate::{AllocationId, InstitutionId, OrderId, PlanId, Role};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{traits::BadOrigin, DispatchError};

/// Who acted. A part of every record, so indices are fixed.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Actor<AccountId> {
	/// An account that signed.
	#[codec(index = 0)]
	Account(AccountId),
	/// An authority, by an origin without an account.
	#[codec(index = 1)]
	Authority(Authority),
	/// A proof that was verified, whoever posted it: nobody signed.
	#[codec(index = 2)]
	Proof,
	/// A pseudonym, by the account that is bound to it: some member of a ring, and nobody knows which.
	#[codec(index = 3)]
	Pseudonym(AccountId),
	/// A standing order, whoever rang it.
	#[codec(index = 4)]
	Order(OrderId),
	/// An allocation, whoever pushes it on.
	#[codec(index = 5)]
	Allocation(AllocationId),
	/// A plan that was decided by a vote, whoever carries it out.
	#[codec(index = 6)]
	Plan(PlanId),
	/// The chain itself: its code or collators changed, or a seat of the council because of another
	/// call.
	#[codec(index = 7)]
	Chain,
}

/// An authority. A part of every record of its acts, so indices are fixed.
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
pub enum Authority {
	/// Root, which only a referendum becomes: one on the track of upgrades, or one on an emergency about a
	/// call that the council whitelisted.
	#[codec(index = 0)]
	Root,
	/// The council of health commissions.
	#[codec(index = 1)]
	Council,
	/// The assembly of institutions, by a referendum on any other track.
	#[codec(index = 2)]
	Assembly,
}

/// One act: who acts, and for which institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act<AccountId> {
	/// Who acts.
	pub actor: Actor<AccountId>,
	/// The institution that the actor acts for, if any.
	pub institution: Option<InstitutionId>,
}

impl<AccountId> Act<AccountId> {
	/// An act of somebody who acts for no institution.
	pub fn by(actor: Actor<AccountId>) -> Self {
		Self { actor, institution: None }
	}

	/// An act of an account for an institution.
	pub fn of_agent(who: AccountId, institution: InstitutionId) -> Self {
		Self { actor: Actor::Account(who), institution: Some(institution) }
	}

	/// The institution that is acted for; [`BadOrigin`] when there is none.
	pub fn institution(&self) -> Result<InstitutionId, BadOrigin> {
		self.institution.ok_or(BadOrigin)
	}
}

/// Resolves the origins of members into acts.
///
/// What an authority does is resolved by the origins of a pallet's `Config`, whose success is an
/// [`Actor`].
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime
/// that wires it.
pub trait Access<Origin, AccountId> {
	/// An agent of an institution that may act, in the role that `role_of` asks of that institution.
	///
	/// Fails when the origin signs for no institution, when the institution is suspended, with the
	/// error of `role_of`, and when the agent lacks the role; in this order.
	fn agent_as(
		origin: Origin,
		role_of: impl FnOnce(InstitutionId) -> Result<Role, DispatchError>,
	) -> Result<Act<AccountId>, DispatchError>;

	/// An agent of an institution that may act, in `role`.
	fn agent(origin: Origin, role: Role) -> Result<Act<AccountId>, DispatchError> {
		Self::agent_as(origin, |_| Ok(role))
	}

	/// An agent of an institution in the role vote. Haste silences nobody: an institution votes although it
	/// is suspended, as long as that act is pending.
	///
	/// Fails as [`agent`](Self::agent) does, save for that.
	fn voter(origin: Origin) -> Result<Act<AccountId>, DispatchError>;

	/// Anybody who signs, with the institution that the account acts for, if any, suspended or not.
	fn anyone(origin: Origin) -> Result<Act<AccountId>, DispatchError>;
}

impl<Origin, AccountId> Access<Origin, AccountId> for () {
	fn agent_as(
		_: Origin,
		_: impl FnOnce(InstitutionId) -> Result<Role, DispatchError>,
	) -> Result<Act<AccountId>, DispatchError> {
		Err(DispatchError::BadOrigin)
	}
	fn voter(_: Origin) -> Result<Act<AccountId>, DispatchError> {
		Err(DispatchError::BadOrigin)
	}
	fn anyone(_: Origin) -> Result<Act<AccountId>, DispatchError> {
		Err(DispatchError::BadOrigin)
	}
}
