//! Goods that are to move from one institution to another: what is asked of them before they do, and
//! who is told of what became of them.

use crate::{ClassId, InstitutionId, Moment, Quantity, RuleId, TransferId};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchResult;

/// How urgent a need is, in the words of HL7 FHIR's request priority; the most urgent comes last.
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
pub enum Priority {
	/// In its turn.
	Routine,
	/// Before what is routine.
	Urgent,
	/// As soon as possible.
	Asap,
	/// At once: a life depends on it.
	Stat,
}

/// Under which terms goods change hands, without the particulars of one transfer.
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
pub enum TermsKind {
	/// The receiver becomes the owner, for nothing.
	Gift,
	/// The receiver becomes the owner, and pays off chain.
	Sale,
	/// The sender stays the owner.
	Loan,
	/// Goods of an earlier transfer go back to where they came from.
	Return,
}

/// What a movement carries of one lot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
	/// The lot's class.
	pub class: ClassId,
	/// In base units of the class.
	pub quantity: Quantity,
	/// The first moment at which the lot is expired; `None` when it does not expire.
	pub expires_at: Option<Moment>,
}

/// At which step a movement is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion {
	/// It is proposed. Nobody knows yet who carries it, and it has no identifier.
	Proposal,
	/// Its goods are to leave.
	Dispatch {
		/// The transfer.
		transfer: TransferId,
		/// Who carries it: the sender itself when it names nobody.
		carrier: InstitutionId,
		/// How many rules it fell under when it was proposed, paused ones among them.
		rules: u8,
	},
}

/// Goods that are to move.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Movement {
	/// At which step it is looked at.
	pub occasion: Occasion,
	/// Whose books they leave.
	pub sender: InstitutionId,
	/// Whose books they enter.
	pub receiver: InstitutionId,
	/// Under which terms.
	pub terms: TermsKind,
	/// The latest moment of receipt.
	pub receive_by: Moment,
	/// The priority of the need that it serves, if it serves one.
	pub serves: Option<Priority>,
	/// What moves, one line for each lot.
	pub lines: Vec<Line>,
}

/// A condition of a rule that a movement does not meet.
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
pub struct Unmet {
	/// The rule.
	pub rule: RuleId,
	/// The alternative of the rule, counted from zero.
	pub alternative: u8,
	/// The condition of the alternative, counted from zero.
	pub condition: u8,
}

/// Why rules forbid a movement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// It falls under more rules than one movement may.
	TooManyRules,
	/// It does not meet a condition, and no alternative of that rule holds wholly.
	Unmet(Unmet),
}

/// Knows under which conditions goods may move.
///
/// Its cost is part of the benchmarks of the calls that ask it, which run in the runtime that wires
/// it.
pub trait Rules {
	/// What is known of a movement that was examined, for whoever [settles](Self::settle) it.
	type Passed;

	/// The most rules that one movement can fall under.
	fn most() -> u32;

	/// The most rules that goods can fall under which go back to where they came from.
	fn most_back() -> u32;

	/// Tells every condition that a movement does not meet, of every rule that it falls under and does
	/// not pass, and stops as soon as `tell` fails. Where no rule applies, it reads one small value.
	fn examine<E>(
		movement: &Movement,
		tell: &mut impl FnMut(Refusal) -> Result<(), E>,
	) -> Result<Self::Passed, E>;

	/// How many rules a movement fell under, paused ones among them.
	fn count(passed: &Self::Passed) -> u8;

	/// Counts a movement that passed, and is `transfer` from now on, against what may move in a
	/// period.
	fn settle(transfer: TransferId, movement: &Movement, passed: Self::Passed) -> DispatchResult;

	/// Writes `rules` rules of the greatest cost that goods of `class` fall under which `sender` sends
	/// to `receiver`, and pass: [`most`](Self::most) at most.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(sender: InstitutionId, receiver: InstitutionId, class: ClassId, rules: u32);
}

/// Everything may move.
impl Rules for () {
	type Passed = ();

	fn most() -> u32 {
		0
	}
	fn most_back() -> u32 {
		0
	}
	fn examine<E>(
		_: &Movement,
		_: &mut impl FnMut(Refusal) -> Result<(), E>,
	) -> Result<Self::Passed, E> {
		Ok(())
	}
	fn count(_: &Self::Passed) -> u8 {
		0
	}
	fn settle(_: TransferId, _: &Movement, _: Self::Passed) -> DispatchResult {
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(_: InstitutionId, _: InstitutionId, _: ClassId, _: u32) {}
}

/// What is known of the fate of units that a transfer promised.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fate {
	/// They are under way, or about to be.
	Outstanding,
	/// They are rejected or missing, and nobody has said yet what becomes of them.
	Disputed,
	/// The receiver has them.
	Delivered,
	/// They never come: the sender has them again, or they are destroyed or lost.
	Undelivered,
}

/// Units of a transfer whose fate changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
	/// Their class.
	pub class: ClassId,
	/// How many, in base units of the class.
	pub quantity: Quantity,
	/// What was known of them before.
	pub from: Fate,
	/// What is known of them now.
	pub to: Fate,
}

/// Told of what becomes of transfers.
pub trait OnTransfer {
	/// The most that [`unsent`](Self::unsent) costs.
	fn weight_of_unsent() -> Weight;

	/// A transfer ended before its goods left: what it promised, line by line, never comes. Answers with
	/// what it cost.
	fn unsent(transfer: TransferId, lines: &[Line]) -> Weight;

	/// The most that [`changed`](Self::changed) costs.
	fn weight_of_changed() -> Weight;

	/// Something became known of goods that had left. Goods that arrived and are called in later, or
	/// that go back under a transfer of their own, stay delivered.
	fn changed(transfer: TransferId, changes: &[Change]);
}

#[impl_for_tuples(4)]
impl OnTransfer for Tuple {
	fn weight_of_unsent() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::weight_of_unsent()); )* );
		weight
	}
	fn unsent(transfer: TransferId, lines: &[Line]) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::unsent(transfer, lines)); )* );
		weight
	}
	fn weight_of_changed() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::weight_of_changed()); )* );
		weight
	}
	fn changed(transfer: TransferId, changes: &[Change]) {
		for_tuples!( #( Tuple::changed(transfer, changes); )* );
	}
}
