//! Acts that a few may do at once, and that do not last unless many ratify them.
//!
//! Whoever carries out an act that may be hasty tells [`Haste`] of it. Whoever keeps hasty acts asks
//! [`Reversal`] to undo what nobody has ratified in time.
//!
//! ## What a further kind of act needs
//!
//! Emergencies are to be the next kind. Their pallet tells [`Haste`] of what it declares and calls off, and
//! implements [`Reversal`] for the identifier of an emergency. Beside that it takes
//!
//! - a variant of [`Matter`] that holds that identifier;
//! - an arm in the runtime's origin that ratifies: the assembly's track of emergencies;
//! - an arm in the runtime's [`Reversal`] of every matter, which asks that pallet.
//!
//! Deadlines, refusals, records, views and checks are the same for every matter.

use crate::{Actor, InstitutionId, Step};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// What an act is about that may be hasty. Digests of records cover it, so indices are fixed.
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
pub enum Matter {
	/// Whether an institution may act.
	#[codec(index = 0)]
	Standing(InstitutionId),
}

/// What an act brought about in its matter. A part of what is kept of the act, so indices are fixed.
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
pub enum Effect {
	/// The institution was admitted or reinstated: it is active.
	#[codec(index = 0)]
	InForce,
	/// The institution is suspended.
	#[codec(index = 1)]
	OutOfForce,
}

/// Told of acts that may be hasty, by whoever carries them out.
///
/// What it reads is part of the benchmarks of the calls that tell it, which run in the runtime that wires
/// it. What it writes, it charges the block for.
pub trait Haste<AccountId> {
	/// An act changed a matter: it stands as `effect` says from now on, and did not before. Told in the
	/// same storage transaction, so that a refusal undoes the act.
	///
	/// Fails when the actor may not act on the matter now.
	fn acted(by: &Actor<AccountId>, matter: Matter, effect: Effect) -> DispatchResult;

	/// A matter has ended for good: nothing about it is undone any more.
	fn closed(matter: Matter);

	/// What an act brought about in a matter that is neither ratified nor undone; `None` when none is
	/// pending.
	fn pending(matter: Matter) -> Option<Effect>;
}

/// Told of what was ratified.
///
/// Its cost is part of the benchmark of the call that tells it, which runs in the runtime that wires it.
pub trait OnRatified {
	/// An act that was pending in a matter lasts from now on.
	fn ratified(matter: Matter);
}

impl OnRatified for () {
	fn ratified(_: Matter) {}
}

/// Every act lasts.
impl<AccountId> Haste<AccountId> for () {
	fn acted(_: &Actor<AccountId>, _: Matter, _: Effect) -> DispatchResult {
		Ok(())
	}
	fn closed(_: Matter) {}
	fn pending(_: Matter) -> Option<Effect> {
		None
	}
}

/// Knows how a matter stands, and undoes what was done in it.
///
/// A pallet implements it for the identifier of what it owns, the runtime for [`Matter`].
///
/// Its cost is part of the benchmarks of the calls that ask it, which run in the runtime that wires it.
pub trait Reversal<AccountId, Id> {
	/// How a matter stands; `None` when there is none of this identifier, or when it has ended for good.
	fn effect_of(id: Id) -> Option<Effect>;

	/// Appends the step's record to the trail of a matter.
	fn record(step: &mut Step<AccountId>, id: Id) -> DispatchResult;

	/// Brings about the opposite of `effect`, with the step's record on the matter. [`Haste`] is not told.
	///
	/// Fails as the act does that brings it about.
	fn undo(step: &mut Step<AccountId>, id: Id, effect: Effect) -> DispatchResult;
}

/// There are no matters.
impl<AccountId, Id> Reversal<AccountId, Id> for () {
	fn effect_of(_: Id) -> Option<Effect> {
		None
	}
	fn record(_: &mut Step<AccountId>, _: Id) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
	fn undo(_: &mut Step<AccountId>, _: Id, _: Effect) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
}
