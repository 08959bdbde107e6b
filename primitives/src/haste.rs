//! Acts that a few may do at once, and that do not last unless many ratify them.
//!
//! Whoever carries out an act that may be hasty tells [`Haste`] of it. Whoever keeps hasty acts asks
//! [`Reversal`] to undo what nobody has ratified in time.
//!
//! ## What a further kind of act needs
//!
//! The pallet that owns what the act is about tells [`Haste`] of what it changes, and implements [`Reversal`]
//! for the identifier of that. Beside that it takes
//!
//! - a variant of [`Matter`] that holds that identifier;
//! - an arm in the runtime's term: for how long such an act is in force without being ratified;
//! - an arm in the runtime's origin that ratifies: the assembly's track for such matters;
//! - an arm in the runtime's [`Reversal`] of every matter, which asks that pallet.
//!
//! Cooling, refusals, records, views and checks are the same for every matter.

use crate::{Actor, EmergencyId, InstitutionId, Moment, Step};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use impl_trait_for_tuples::impl_for_tuples;
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
	/// Whether an emergency is in force.
	#[codec(index = 1)]
	Emergency(EmergencyId),
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
	/// The institution was admitted or reinstated: it is active. The emergency was declared: it is in force.
	#[codec(index = 0)]
	InForce,
	/// The institution is suspended. The emergency was called off.
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

	/// The first moment at which a pending act lapses, unless somebody ratifies it; `None` when none is
	/// pending.
	fn lapses_at(matter: Matter) -> Option<Moment>;
}

/// Told of what was ratified.
///
/// What it reads to see that a standing was ratified is part of the benchmark of the call that tells it, which
/// runs in the runtime that wires it. For everything else it charges the block.
pub trait OnRatified {
	/// An act that was pending in a matter lasts from now on.
	fn ratified(matter: Matter);
}

#[impl_for_tuples(4)]
impl OnRatified for Tuple {
	fn ratified(matter: Matter) {
		for_tuples!( #( Tuple::ratified(matter); )* );
	}
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
	fn lapses_at(_: Matter) -> Option<Moment> {
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
