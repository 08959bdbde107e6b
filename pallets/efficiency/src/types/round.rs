//! Where a round stands.

use super::{Efficiency, RoundSpecification};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_analysis::dea::Means;
use salus_primitives::{Belt, Moment, RecordId};
use scale_info::TypeInfo;
use sp_core::H256;

/// Which way of computing a report this is. It changes when the same figures would give other
/// digits; it is a part of every fingerprint.
pub const METHOD: u16 = 1;

/// Where a round stands.
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
pub enum Stage {
	/// It takes figures.
	Open,
	/// Its figures are frozen, and it takes certificates.
	Sealed,
	/// Its report is final; that of a survey is its figures.
	Complete,
	/// It ended without a report, for want of an answer in time.
	Expired,
	/// It was called off.
	Cancelled,
}

impl Stage {
	/// Whether the round waits for something.
	pub fn is_active(self) -> bool {
		matches!(self, Self::Open | Self::Sealed)
	}
}

/// What sealing leaves.
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
pub struct Seal {
	pub at: Moment,
	/// The version of the method by which the report is made: [`METHOD`], as it was then.
	pub method: u16,
	/// The fingerprint of the frozen figures.
	pub fingerprint: H256,
	/// How many DMUs the report is about.
	pub dmus: u16,
	/// How many DMUs are left out of it.
	pub excluded: u16,
}

/// The sums of the scores of some DMUs, from which their means follow.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Sums {
	/// How many DMUs are proven.
	pub proven: u16,
	/// The sum of their comprehensive efficiencies, in 10⁻¹².
	pub crste: u64,
	/// The sum of their technical efficiencies, in 10⁻¹².
	pub vrste: u64,
	/// The sum of their scale efficiencies, in 10⁻¹².
	pub scale: u64,
}

impl Sums {
	/// Adds a DMU. At most [`MAX_DMUS`] scores of at most 10¹² stay below 2⁵¹.
	pub(crate) fn add(&mut self, dmu: &Efficiency) {
		self.proven = self.proven.saturating_add(1);
		self.crste = self.crste.saturating_add(dmu.crste);
		self.vrste = self.vrste.saturating_add(dmu.vrste);
		self.scale = self.scale.saturating_add(dmu.scale);
	}

	/// The means, as [`Means::of_sums`] rounds them; `None` of no DMUs.
	pub fn means(&self) -> Option<Means> {
		Means::of_sums(self.proven.into(), [self.crste, self.vrste, self.scale].map(u128::from))
	}
}

/// What is proven so far, in all and by belt.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Progress {
	/// All DMUs.
	pub all: Sums,
	/// DMUs of the western belt.
	pub western: Sums,
	/// DMUs of the central belt.
	pub central: Sums,
	/// DMUs of the eastern belt.
	pub eastern: Sums,
	/// DMUs of no belt.
	pub elsewhere: Sums,
}

impl Progress {
	/// The sums of a group.
	pub fn group(&self, belt: Option<Belt>) -> &Sums {
		match belt {
			Some(Belt::Western) => &self.western,
			Some(Belt::Central) => &self.central,
			Some(Belt::Eastern) => &self.eastern,
			None => &self.elsewhere,
		}
	}

	/// Adds a DMU.
	pub(crate) fn add(&mut self, belt: Option<Belt>, dmu: &Efficiency) {
		self.all.add(dmu);
		match belt {
			Some(Belt::Western) => self.western.add(dmu),
			Some(Belt::Central) => self.central.add(dmu),
			Some(Belt::Eastern) => self.eastern.add(dmu),
			None => self.elsewhere.add(dmu),
		}
	}
}

/// What a round is opened with. It never changes.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Opening {
	/// What the round asks, and how it answers.
	pub specification: RoundSpecification,
	/// When it was opened.
	pub opened: Moment,
	/// How many DMUs it is about.
	pub dmus: u16,
}

/// Where a round stands: all of it that changes.
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
pub struct Round {
	pub stage: Stage,
	/// For how many DMUs figures were reported.
	pub observed: u16,
	/// What sealing left.
	pub seal: Option<Seal>,
	/// What is proven so far.
	pub progress: Progress,
	/// When it ended: completed, expired or cancelled.
	pub ended: Option<Moment>,
	/// The newest record of its trail. A round of the genesis has none at first.
	pub newest_record: Option<RecordId>,
}

impl Round {
	/// A round that takes figures and has none.
	pub(crate) fn new() -> Self {
		Self {
			stage: Stage::Open,
			observed: 0,
			seal: None,
			progress: Progress::default(),
			ended: None,
			newest_record: None,
		}
	}
}
