//! Levels.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{InstitutionId, Level, Total};
use scale_info::TypeInfo;

/// What an institution has available of a class and uses of it, as stored.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LevelEntry {
	/// What is available of its own, in base units.
	#[codec(compact)]
	pub available: Total,
	/// The newest day on which some was consumed, as days since the first of 1970, UTC.
	#[codec(compact)]
	pub day: u64,
	/// What was consumed on that day, in base units; zero when none ever was.
	#[codec(compact)]
	pub used: Total,
	/// The mean daily use of the observed days before it, of which 2^32 are a base unit.
	#[codec(compact)]
	pub mean: Total,
	/// How many observed days there were before it.
	#[codec(compact)]
	pub days: u32,
}

/// What an institution has available of a class and uses of it, as a reader wants it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LevelView {
	/// What is available of its own, in base units, expired units among them.
	pub available: Total,
	/// What it consumes in a day, on average, in thousandths of a base unit, rounded to
	/// the nearest one.
	pub daily_use: Total,
	/// On how many days that average rests: those since some was first consumed, without today.
	pub days: u32,
	/// For how many days what is available lasts at that use, rounded down; `None` when there is no
	/// use.
	pub days_of_cover: Option<u64>,
}

impl From<Level> for LevelView {
	fn from(Level { available, daily_use, days }: Level) -> Self {
		let days_of_cover = available
			.saturating_mul(1_000)
			.checked_div(daily_use)
			.map(|cover| u64::try_from(cover).unwrap_or(u64::MAX));
		Self { available, daily_use, days, days_of_cover }
	}
}

/// What the institutions of a region have and use of a class, one page of institutions at a time.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RegionStock {
	/// Those of this page that have or use any.
	pub levels: Vec<(InstitutionId, LevelView)>,
	/// With which institution the next page begins; `None` when this page is the last.
	pub next: Option<InstitutionId>,
}
