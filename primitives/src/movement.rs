//! Goods that are to move from one institution to another: what is asked of them before they do, and
//! who is told of what became of them.

use crate::{
	ClassId, InstitutionId, LotId, Moment, NeedId, Quantity, RuleId, SiteNumber, Source, Step,
	Total, TransferId,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{weights::Weight, Parameter};
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, DispatchResult};

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

/// What of a holding goes back to where it came from.
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
pub enum ReturnFrom {
	/// Goods free to use.
	Available,
	/// Goods set aside under a hold. They arrive quarantined, and are quarantined again when the return
	/// ends before they leave.
	Quarantined,
}

/// Under which terms goods change hands. Payment for a sale happens off chain.
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
pub enum Terms {
	/// The receiver becomes the owner.
	Gift,
	/// The receiver becomes the owner.
	Sale,
	/// The sender stays the owner, and wants the goods back.
	Loan {
		/// The last moment at which the goods should be back.
		due: Moment,
	},
	/// Goods of an earlier transfer go back to where they came from.
	Return {
		/// The earlier transfer.
		of: TransferId,
		/// From which bucket.
		from: ReturnFrom,
	},
}

impl Terms {
	/// The same without the particulars.
	pub fn kind(&self) -> TermsKind {
		match self {
			Self::Gift => TermsKind::Gift,
			Self::Sale => TermsKind::Sale,
			Self::Loan { .. } => TermsKind::Loan,
			Self::Return { .. } => TermsKind::Return,
		}
	}
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

/// On whose word goods move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mandate {
	/// The sender's, and the receiver's once it consents. What moves by it passes every rule.
	Consent,
	/// A decision's. Institutions' own rules yield to it; those of governance do not. The receiver need not
	/// consent.
	Decision,
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
	/// Whose goods they are: the sender's own, but when a loan goes back.
	pub owner: InstitutionId,
	/// Under which terms.
	pub terms: TermsKind,
	/// From where the goods are reserved. What was offered before has left *available* already.
	pub source: Source,
	/// The latest moment of dispatch.
	pub dispatch_by: Moment,
	/// The latest moment of receipt.
	pub receive_by: Moment,
	/// The priority of the need that it serves, if it serves one. When the goods leave, they serve one that
	/// they are promised to.
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

	/// The most rules that goods of one class can fall under which go back to where they came from. Those
	/// of several classes can fall under [`most`](Self::most).
	fn most_back() -> u32;

	/// Tells every condition that a movement does not meet, of every rule that it falls under and does
	/// not pass, and stops as soon as `tell` fails. Where no rule applies, it reads one small value.
	fn examine<E>(
		movement: &Movement,
		tell: &mut impl FnMut(Refusal) -> Result<(), E>,
	) -> Result<Self::Passed, E>;

	/// How many rules a movement fell under, paused ones among them.
	fn count(passed: &Self::Passed) -> u8;

	/// What it cost to look for emergencies, because rules ask for one. Nothing, if none does.
	fn weight_of_emergencies(passed: &Self::Passed) -> Weight;

	/// What that costs at most, for goods of so many classes.
	fn most_of_emergencies(classes: u32) -> Weight;

	/// Whether a rule yields to a decision: it is an institution's own. Asked of rules that were told of a
	/// moment ago.
	///
	/// A movement that does not meet such a rule is counted by it like any other: an institution's own
	/// limit knows what left, whoever decided that.
	fn yields(rule: RuleId) -> bool;

	/// Counts a movement that passed, and is `transfer` from now on, against what may move in a
	/// period.
	fn settle(transfer: TransferId, movement: &Movement, passed: Self::Passed) -> DispatchResult;

	/// Writes `rules` rules of the greatest cost that goods of `class` fall under which `sender` sends to
	/// `receiver`, and pass: [`most`](Self::most) at most. None of them
	/// asks for an emergency.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(sender: InstitutionId, receiver: InstitutionId, class: ClassId, rules: u32);

	/// Writes as many such rules as may be, each of which asks for an emergency.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_in_emergency(sender: InstitutionId, receiver: InstitutionId, class: ClassId);
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
	fn weight_of_emergencies(_: &Self::Passed) -> Weight {
		Weight::zero()
	}
	fn most_of_emergencies(_: u32) -> Weight {
		Weight::zero()
	}
	fn yields(_: RuleId) -> bool {
		false
	}
	fn settle(_: TransferId, _: &Movement, _: Self::Passed) -> DispatchResult {
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(_: InstitutionId, _: InstitutionId, _: ClassId, _: u32) {}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_in_emergency(_: InstitutionId, _: InstitutionId, _: ClassId) {}
}

/// Why a movement cannot serve a need.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unserved {
	/// There is no such need.
	NeedNotFound,
	/// The need is closed, or its time is over.
	NeedNotOpen,
	/// An allocation is deciding about the need.
	NeedFrozen,
	/// The need is another institution's.
	NeedOfAnother,
	/// Goods are neither of the class that is needed nor of one that is accepted in its place.
	ClassNotNeeded,
	/// Goods expire sooner after the latest moment of receipt than is accepted.
	ShelfLifeTooShort,
	/// The goods may leave after they are needed.
	TooLateForNeed,
	/// The goods must arrive before they are wanted.
	TooEarlyForNeed,
	/// More is to move than is open.
	MoreThanNeeded,
}

/// What a movement must know of the need that it serves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Served {
	/// How urgent it is.
	pub priority: Priority,
	/// Where the goods are to go, if the need says so.
	pub site: Option<SiteNumber>,
}

/// Knows needs.
pub trait Needs<AccountId> {
	/// Tells every reason why a movement that is proposed cannot serve a need, and stops as soon as `tell`
	/// fails. Answers with what the movement must know of the need; `None` when there is no such need.
	fn examine<E>(
		need: NeedId,
		movement: &Movement,
		tell: &mut impl FnMut(Unserved) -> Result<(), E>,
	) -> Result<Option<Served>, E>;

	/// What examining a movement and promising it cost together.
	fn weight_of_serving() -> Weight;

	/// Counts what a transfer promises, to which its receiver consents, as under way to a need, in base units,
	/// and appends the step's record to the need's trail. A need that has ended, or of which nothing is open,
	/// is promised nothing. Answers whether it was counted.
	fn promise(
		step: &mut Step<AccountId>,
		transfer: TransferId,
		need: NeedId,
		quantity: Total,
	) -> Result<bool, DispatchError>;
}

/// Nobody needs anything.
impl<AccountId> Needs<AccountId> for () {
	fn examine<E>(
		_: NeedId,
		_: &Movement,
		tell: &mut impl FnMut(Unserved) -> Result<(), E>,
	) -> Result<Option<Served>, E> {
		tell(Unserved::NeedNotFound)?;
		Ok(None)
	}
	fn weight_of_serving() -> Weight {
		Weight::zero()
	}
	fn promise(
		_: &mut Step<AccountId>,
		_: TransferId,
		_: NeedId,
		_: Total,
	) -> Result<bool, DispatchError> {
		Ok(false)
	}
}

/// The need that a transfer serves.
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
pub struct Service {
	/// The need.
	pub need: NeedId,
	/// How urgent it is.
	pub priority: Priority,
	/// Whether the goods are promised to it, which they are once the receiver has consented.
	pub promised: bool,
}

/// A transfer that another pallet makes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewTransfer {
	/// Whose own goods they are, and whose books they leave.
	pub sender: InstitutionId,
	/// Whose books they enter.
	pub receiver: InstitutionId,
	/// Under which terms.
	pub terms: Terms,
	/// From where the goods are reserved.
	pub source: Source,
	/// What moves: lots, and base units of each.
	pub lines: Vec<(LotId, Quantity)>,
	/// The last moment at which the goods may leave.
	pub dispatch_by: Moment,
	/// The last moment before anyone may declare what has not arrived missing.
	pub receive_by: Moment,
	/// The need that it serves, if it serves one.
	pub serves: Option<NeedId>,
	/// Whether the receiver has consented.
	pub agreed: bool,
	/// On whose word it is made. By a decision it is accepted, whether the receiver has consented or not.
	pub mandate: Mandate,
}

/// A transfer that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeTransfer {
	/// The transfer.
	pub id: TransferId,
	/// Whether it is accepted, and its goods are promised.
	pub agreed: bool,
	/// What it cost.
	pub weight: Weight,
	/// The rules of its sender that it does not meet, and that yielded to a decision.
	pub yielded: Vec<RuleId>,
}

/// Why a transfer was not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotMade {
	/// What a proposal would have failed with.
	pub error: DispatchError,
	/// The condition of a rule that is not met, where that is the reason.
	pub unmet: Option<Unmet>,
}

impl From<DispatchError> for NotMade {
	fn from(error: DispatchError) -> Self {
		Self { error, unmet: None }
	}
}

impl From<NotMade> for DispatchError {
	fn from(not_made: NotMade) -> Self {
		not_made.error
	}
}

/// What became of the goods of a transfer since they left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Course {
	/// Some of them are expected yet.
	UnderWay,
	/// All were reported, and some are in dispute.
	Disputed,
	/// All were reported, and none is in dispute.
	Settled {
		/// How much became the receiver's, over all lots, in base units.
		delivered: Total,
	},
}

/// What rules say of a transfer that nobody has made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ruling {
	/// Whether it falls under a rule that it does not pass, or under more rules than a transfer may.
	pub is_forbidden: bool,
	/// How many rules it falls under at most, paused ones among them.
	pub rules: u32,
}

/// A transfer whose goods are reserved, and have not left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PendingTransfer {
	/// Whose books they are to leave.
	pub sender: InstitutionId,
	/// Whose books they are to enter.
	pub receiver: InstitutionId,
	/// Whether it is accepted.
	pub agreed: bool,
	/// How much it carries, over all lots, in base units.
	pub quantity: Total,
}

/// Makes transfers. Circulation does.
pub trait Transfers<AccountId> {
	/// One reason why a transfer would not be made.
	type Finding: Parameter;

	/// The most lines that one transfer has.
	fn most_lines() -> u32;

	/// The most base units of one line.
	fn largest_line() -> Quantity;

	/// The most that [`make`](Self::make) costs for a transfer of `lines` lines of one class.
	fn weight_of_making(lines: u32) -> Weight;

	/// What [`make`](Self::make) costs for a transfer of `lines` lines that falls under no rule.
	fn weight_of_making_free(lines: u32) -> Weight;

	/// The shortest and the longest time from the end of dispatch to the end of receipt, in
	/// milliseconds.
	fn transit() -> (Moment, Moment);

	/// The longest time from now to the end of dispatch, in milliseconds.
	fn longest_reservation() -> Moment;

	/// Every reason why a transfer would not be made now, conditions of rules among them.
	fn explain(transfer: NewTransfer) -> Vec<Self::Finding>;

	/// What the rules say of a transfer, were it made now by consent. Nothing else that stands in its way is
	/// looked at; `priority` is that of the need that it serves, if it serves one.
	///
	/// Its cost is part of the benchmarks of whoever asks, which run in the runtime that wires it.
	fn ask_rules(transfer: &NewTransfer, priority: Option<Priority>) -> Ruling;

	/// The most rules that one transfer can fall under.
	fn most_rules() -> u32;

	/// Writes as many rules of the greatest cost as goods of a class can fall under that `sender` sends to
	/// `receiver`; these pass all of them.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(sender: InstitutionId, receiver: InstitutionId, class: ClassId);

	/// Makes a transfer exactly as a proposal does, rules included, and appends the step's record to
	/// its trail. It is accepted if the receiver consented, or approved the sender in advance, or by a
	/// decision.
	///
	/// Fails as a proposal does, and when the sender may not act. Where it fails, the step may have left
	/// records: the caller drops both the step and what was stored.
	fn make(step: &mut Step<AccountId>, transfer: NewTransfer) -> Result<MadeTransfer, NotMade>;

	/// A transfer that is proposed or accepted; `None` once its goods have left, or once it is known that
	/// they never do.
	fn pending(transfer: TransferId) -> Option<PendingTransfer>;

	/// What became of the goods of a transfer since they left; `None` before that, when they never do, and
	/// once the transfer is archived.
	fn course(transfer: TransferId) -> Option<Course>;
}

/// No transfer can be made.
impl<AccountId> Transfers<AccountId> for () {
	type Finding = ();

	fn most_lines() -> u32 {
		0
	}
	fn largest_line() -> Quantity {
		0
	}
	fn weight_of_making(_: u32) -> Weight {
		Weight::zero()
	}
	fn weight_of_making_free(_: u32) -> Weight {
		Weight::zero()
	}
	fn transit() -> (Moment, Moment) {
		(0, 0)
	}
	fn longest_reservation() -> Moment {
		0
	}
	fn explain(_: NewTransfer) -> Vec<()> {
		Vec::new()
	}
	fn ask_rules(_: &NewTransfer, _: Option<Priority>) -> Ruling {
		Ruling { is_forbidden: false, rules: 0 }
	}
	fn most_rules() -> u32 {
		0
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(_: InstitutionId, _: InstitutionId, _: ClassId) {}
	fn make(_: &mut Step<AccountId>, _: NewTransfer) -> Result<MadeTransfer, NotMade> {
		Err(DispatchError::Unavailable.into())
	}
	fn pending(_: TransferId) -> Option<PendingTransfer> {
		None
	}
	fn course(_: TransferId) -> Option<Course> {
		None
	}
}

/// Knows which transfers were decided. Whoever carries decisions out does.
pub trait Decisions {
	/// Whether a transfer was made by a decision. Its sender cannot withdraw from it.
	fn binds(transfer: TransferId) -> bool;

	/// What [`binds`](Self::binds) costs.
	fn weight_of_binding() -> Weight;
}

/// Nothing is decided.
impl Decisions for () {
	fn binds(_: TransferId) -> bool {
		false
	}
	fn weight_of_binding() -> Weight {
		Weight::zero()
	}
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
///
/// `step` is that of the call, for records on what is told.
pub trait OnTransfer<AccountId> {
	/// The most that [`unsent`](Self::unsent) costs.
	fn weight_of_unsent() -> Weight;

	/// A transfer ended before its goods left: what it was to carry, line by line, never comes. `serves` tells
	/// of the need that it served. Answers with what it cost.
	fn unsent(
		step: &mut Step<AccountId>,
		transfer: TransferId,
		serves: Option<Service>,
		lines: &[Line],
	) -> Result<Weight, DispatchError>;

	/// The most that [`changed`](Self::changed) costs.
	fn weight_of_changed() -> Weight;

	/// Something became known of goods that had left; `serves` is the need that they are promised to, if
	/// they are promised to one. Goods that arrived and are called in later, or that go back under a transfer
	/// of their own, stay delivered.
	fn changed(
		step: &mut Step<AccountId>,
		transfer: TransferId,
		serves: Option<NeedId>,
		changes: &[Change],
	) -> DispatchResult;
}

#[impl_for_tuples(4)]
impl<AccountId> OnTransfer<AccountId> for Tuple {
	fn weight_of_unsent() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::weight_of_unsent()); )* );
		weight
	}
	fn unsent(
		step: &mut Step<AccountId>,
		transfer: TransferId,
		serves: Option<Service>,
		lines: &[Line],
	) -> Result<Weight, DispatchError> {
		let mut weight = Weight::zero();
		for_tuples!( #(
			weight = weight.saturating_add(Tuple::unsent(step, transfer, serves, lines)?);
		)* );
		Ok(weight)
	}
	fn weight_of_changed() -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::weight_of_changed()); )* );
		weight
	}
	fn changed(
		step: &mut Step<AccountId>,
		transfer: TransferId,
		serves: Option<NeedId>,
		changes: &[Change],
	) -> DispatchResult {
		for_tuples!( #( Tuple::changed(step, transfer, serves, changes)?; )* );
		Ok(())
	}
}
