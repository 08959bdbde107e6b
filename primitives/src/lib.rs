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
//! | [`geography`] | region codes and belts, and the [`Geography`] that knows them |
//! | [`measure`] | base units, temperatures |
//! | [`time`] | record time, claimed event time, calendar dates, expiry with its precision |
//! | [`parties`] | kinds of institution, capabilities, roles, and the [`Directory`] |
//! | [`stock`] | holdings by bucket, and the [`Stock`] that moves them |
//! | [`trail`] | subjects, actions, and the [`Trail`] that records them |

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod geography;
pub mod gs1;
pub mod ids;
pub mod measure;
pub mod parties;
#[cfg(feature = "runtime-benchmarks")]
pub mod rehearsal;
pub mod stock;
pub mod text;
pub mod time;
pub mod trail;

pub use geography::{Area, Belt, Geography, RegionCode};
pub use gs1::{Batch, Gln, Gtin, Serial, Sscc};
pub use ids::{ClassId, EpochId, InstitutionId, LotId, RecordId, RoundId, SiteId, TransferId};
pub use measure::{BaseUnit, TemperatureRange};
pub use parties::{Agent, Capability, Directory, InstitutionKind, Role, Roles, Standing};
#[cfg(feature = "runtime-benchmarks")]
pub use rehearsal::Rehearsal;
pub use stock::{Bucket, Holding, HoldingKey, LotFacts, Quantity, Stock, WriteOff};
pub use text::{ExternalId, Text};
pub use time::{CalendarDate, EventClaim, Expiry, Moment};
pub use trail::{digest_of, Action, Actor, Step, Subject, Trail};

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
