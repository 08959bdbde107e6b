//! # Salus primitives
//!
//! The words that every Salus pallet shares: identifiers, units, GS1 keys, clocks, and the traits
//! through which the pallets meet. No pallet names another pallet; it asks for one of these traits
//! and the runtime wires it.
//!
//! | module | holds |
//! |---|---|
//! | [`ids`] | identifiers, one newtype per thing |
//! | [`gs1`] | GLN, GTIN, SSCC with their check digits; batch and serial numbers |
//! | [`text`] | bounded text, and the external identifier of a place or party |
//! | [`catalogue`] | the [`Catalogue`] that knows which classes there are |
//! | [`emergencies`] | how grave an emergency is, the [`Emergencies`] that know which are in force, what allocations have frozen ([`Freezes`]), and who brings needs and offers together for them ([`Matching`]) |
//! | [`geography`] | region codes, belts and seats, and the [`Geography`] that knows them |
//! | [`levels`] | what an institution has and uses of a class, and the [`Levels`] that know it |
//! | [`measure`] | base units, temperatures, what sensors measure |
//! | [`movement`] | goods that are to move, the [`Rules`] that they must pass, the [`Needs`] that they serve, who makes them move ([`Transfers`]), which of that was decided ([`Decisions`]), and who is told of what became of them ([`OnTransfer`]) |
//! | [`time`] | record time, claimed event time, calendar dates, expiry with its precision |
//! | [`access`] | who acts: the [`Act`], and the [`Access`] that resolves origins into it |
//! | [`assembly`] | what referenda of the assembly are about, its [`Electorate`], the [`Ballots`] that are cast, and those that are cast in secret ([`SecretPolls`]) |
//! | [`haste`] | acts that do not last unless they are ratified: who is told of them ([`Haste`]), who undoes them ([`Reversal`]), and who is told of what was ratified ([`OnRatified`]) |
//! | [`parties`] | kinds of institution, capabilities, roles, the [`Directory`], and who is told of changes in it ([`OnInstitution`]) |
//! | [`protection`] | what acting under a pseudonym asks of others: who fills purses ([`Purses`]), and who dealt with whom ([`Dealings`]) |
//! | [`shelf`] | the order in which an institution's goods of a class expire, and the [`Shelf`] that knows it |
//! | [`stock`] | holdings by bucket, the [`Stock`] that moves them, the [`Lots`] that they are of, and the [`Holds`] that are told of what happens to them |
//! | [`invariant`] | how a pallet says which of its invariants does not hold |
//! | [`trail`] | subjects, actions, steps, and the [`Trail`] that records them |
//! | [`offchain`] | the lock, the memory, the priorities and the budget of every off-chain worker |
//! | `chance` | numbers drawn by chance that can be repeated, for tests and samples (feature `std`) |
//! | `benchmark_helper` | what benchmarks need from another pallet (feature `runtime-benchmarks`) |
//! | `mock` | what the mocks of every pallet need (feature `mocks`) |

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod access;
pub mod assembly;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmark_helper;
pub mod catalogue;
#[cfg(feature = "std")]
pub mod chance;
pub mod emergencies;
pub mod geography;
pub mod gs1;
pub mod haste;
pub mod ids;
pub mod invariant;
pub mod levels;
pub mod measure;
#[cfg(feature = "mocks")]
pub mod mock;
pub mod movement;
pub mod offchain;
pub mod parties;
pub mod protection;
pub mod shelf;
pub mod stock;
pub mod text;
pub mod time;
pub mod trail;

pub use access::{Access, Act, Actor, Authority};
pub use assembly::{
	Ballot, Ballots, Electorate, Outcome, Progress, Rank, SecretPolls, Submitted, Tally, Track,
	Unfit,
};
#[cfg(feature = "runtime-benchmarks")]
pub use benchmark_helper::BenchmarkHelper;
pub use catalogue::Catalogue;
pub use emergencies::{
	Emergencies, Freezes, Matching, Severity, SupplyNow, Want, MAX_DISPATCH_DAYS,
};
pub use geography::{Area, Belt, Geography, RegionCode, Seat};
pub use gs1::{Batch, Gln, Gtin, Serial, Sscc};
pub use haste::{Effect, Haste, Matter, OnRatified, Reversal};
pub use ids::{
	AllocationId, AppealId, CaseId, ClassId, ComplaintId, ContextId, DocumentId, EmergencyId,
	EpochId, HoldId, InstitutionId, LotId, NeedId, OfferId, OrderId, PlanId, RecallId, RecordId,
	ReferendumId, RingId, RoundId, RuleId, SiteId, SiteNumber, TransferId,
};
pub use levels::{Level, Levels};
pub use measure::{BaseUnit, ColdChain, SensorSummary, TemperatureRange};
pub use movement::{
	Change, Course, Decisions, Fate, Line, MadeTransfer, Mandate, Movement, Needs, NewTransfer,
	NotMade, Occasion, OnTransfer, PendingTransfer, Priority, Refusal, ReturnFrom, Rules, Ruling,
	Served, Service, Terms, TermsKind, Transfers, Unmet, Unserved,
};
pub use parties::{
	Agent, Body, Capability, Directory, InstitutionKind, OnInstitution, Role, Roles, Standing,
};
pub use protection::{Dealing, Dealings, Purses};
pub use shelf::{first_expiring, Found, Limit, Search, Shelf, ShelfPlace};
pub use stock::{
	AllGoods, Arrival, Bucket, Custody, HoldChange, HoldKind, Holding, HoldingKey, Holds, LotFacts,
	LotStock, LotSummary, Lots, Purpose, Quantity, Source, Stock, Total, WriteOff,
};
pub use text::{ExternalId, Text};
pub use time::{CalendarDate, EventClaim, Expiry, Moment};
pub use trail::{digest_of, Action, Step, Subject, Subjects, Trail};

/// The most entries that one answer of a view lists.
pub const LONGEST_ANSWER: u32 = 256;

/// Something the caller supplied that cannot be what it claims to be.
///
/// Pallets turn each variant into an error of their own, so that a caller is told which check
/// failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Malformed {
	/// A character outside the set that the standard allows, or no character at all.
	Characters,
	/// The last digit of a GS1 key is not its check digit.
	CheckDigit,
	/// A date that no calendar has.
	Date,
	/// A region code that does not follow ISO 3166-2.
	RegionCode,
	/// A lower bound above its upper bound.
	Range,
	/// A UTC offset beyond fourteen hours.
	UtcOffset,
}
