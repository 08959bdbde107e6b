//! Lots.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{
	Batch, CalendarDate, ClassId, Expiry, InstitutionId, LotId, Malformed, Moment, Serial, Text,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// Whether the registering institution brought the lot into the world, or came to hold it.
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
pub enum Commissioning {
	/// It made or imported the lot.
	Commissioned,
	/// It found the lot in its stock.
	Observed,
}

/// The time that units of capacity are for: beds of a week, hours of a shift.
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
pub struct Window {
	/// The first moment of it.
	pub from: Moment,
	/// The first moment after it.
	pub until: Moment,
}

impl Window {
	/// How long it is, in milliseconds; zero when it ends before it begins.
	pub fn length(&self) -> Moment {
		self.until.saturating_sub(self.from)
	}

	/// Whether all of it is in `other`.
	pub fn is_within(&self, other: &Self) -> bool {
		other.from <= self.from && self.until <= other.until
	}

	/// The time that is in both; it ends before it begins when there is none.
	pub fn overlap(&self, other: &Self) -> Self {
		Self { from: self.from.max(other.from), until: self.until.min(other.until) }
	}
}

/// What a lot is. Never changes; quantities are not a part of it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LotIdentity {
	pub class: ClassId,
	pub batch: Option<Batch>,
	/// Serial number; a lot with one is a single unit.
	pub serial: Option<Serial>,
	/// When it was made.
	pub made: Option<CalendarDate>,
	/// When it expires, as printed.
	pub expiry: Option<Expiry>,
	/// The time that its units are for, exactly when they are capacity.
	pub window: Option<Window>,
	/// Who gave it.
	pub donor: Option<InstitutionId>,
	/// What the donor meant it for.
	pub earmark: Option<Text<64>>,
	/// Whether its registrant made or imported it.
	pub commissioning: Commissioning,
	/// Digest of the document that came with it.
	pub document: Option<H256>,
}

impl LotIdentity {
	/// Refuses what cannot be: wrong characters, dates of no calendar, made after its expiry
	/// or its window.
	pub(crate) fn check(&self) -> Result<(), Malformed> {
		self.batch.as_ref().map_or(Ok(()), Batch::check)?;
		self.serial.as_ref().map_or(Ok(()), Serial::check)?;
		self.earmark.as_ref().map_or(Ok(()), Text::check)?;
		self.made.map_or(Ok(()), |date| date.check())?;
		self.expiry.map_or(Ok(()), |expiry| expiry.check())?;
		match (self.made, self.expires_at()) {
			(Some(made), Some(expires_at)) if made.starts() >= expires_at => Err(Malformed::Range),
			_ => Ok(()),
		}
	}

	/// The first moment at which the lot is expired: that after its window, or after its expiry; `None`
	/// when it does not expire.
	pub fn expires_at(&self) -> Option<Moment> {
		match self.window {
			Some(window) => Some(window.until),
			None => self.expiry.map(|expiry| expiry.expires_at()),
		}
	}

	/// Whether the lot is expired at `now`.
	pub fn is_expired(&self, now: Moment) -> bool {
		self.expires_at().is_some_and(|at| at <= now)
	}

	/// Whether the lot would be used beyond `limit`; never, when there is no limit.
	pub fn outlives(&self, limit: Option<Moment>) -> bool {
		limit.is_some_and(|limit| self.expires_at().is_none_or(|at| at > limit))
	}
}

/// How a lot came out of another.
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
pub enum Derivation {
	/// Its units were repacked.
	Repacked,
	/// The other's identity was wrong.
	Corrected,
}

/// Why goods are of another class than what they are made of.
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
pub enum ClassChange {
	/// The same goods bear another label, and so another trade item number.
	Relabelled,
	/// Packs were split into smaller ones, or into single units.
	PacksSplit,
	/// Units were joined into packs, or packs into larger ones.
	PacksJoined,
	/// The goods were never of the class under which they were registered.
	WronglyRegistered,
}

/// The lot that another came out of.
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
pub struct LotOrigin {
	/// Of several inputs, the first; all of them are kept beside the lot.
	pub lot: LotId,
	pub by: Derivation,
}

/// A lot, as registered.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lot {
	pub identity: LotIdentity,
	/// What it came out of, when it was not registered anew.
	pub origin: Option<LotOrigin>,
	/// Who registered it, and alone may correct it.
	pub registered_by: InstitutionId,
}

/// A lot as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LotView {
	pub lot: Lot,
	/// The first moment at which it is expired; `None` when it does not expire.
	pub expires_at: Option<Moment>,
	/// Whether that moment has come.
	pub expired: bool,
	/// Whether something holds the lot, wherever it is.
	pub held: bool,
}
