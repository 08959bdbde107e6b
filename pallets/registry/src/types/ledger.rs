//! Ledgers.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::Total;
use scale_info::TypeInfo;

/// Everything that ever entered or left the books under one lot, in base units.
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
pub struct Ledger {
	#[codec(compact)]
	pub registered: Total,
	/// Came out of other lots.
	#[codec(compact)]
	pub repacked_in: Total,
	/// Counted, or received, beyond what the books knew.
	#[codec(compact)]
	pub found: Total,
	#[codec(compact)]
	pub consumed: Total,
	#[codec(compact)]
	pub destroyed: Total,
	/// Gone.
	#[codec(compact)]
	pub lost: Total,
	/// Went into other lots.
	#[codec(compact)]
	pub repacked_out: Total,
}

impl Ledger {
	/// What must still be held; `None` when the figures contradict each other.
	pub fn held(&self) -> Option<Total> {
		let sum =
			|parts: &[Total]| parts.iter().try_fold(0, |sum: Total, part| sum.checked_add(*part));
		let entered = sum(&[self.registered, self.repacked_in, self.found])?;
		let left = sum(&[self.consumed, self.destroyed, self.lost, self.repacked_out])?;
		entered.checked_sub(left)
	}
}

/// Whether a lot's books balance.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Conservation {
	pub ledger: Ledger,
	/// The sum over all holdings and buckets.
	pub held: Total,
	/// Whether what entered is what left and what is held.
	pub balanced: bool,
}
