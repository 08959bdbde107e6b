//! Ledgers.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{Custody, Total};
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
	/// Counted, or received, beyond what the books knew. At most what was registered and repacked
	/// in.
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
		let left = sum(&[self.consumed, self.destroyed, self.lost, self.repacked_out])?;
		self.entered()?.checked_add(self.found)?.checked_sub(left)
	}

	/// What entered under another name than found; `None` when that is no figure.
	pub(crate) fn entered(&self) -> Option<Total> {
		sum(&[self.registered, self.repacked_in])
	}
}

fn sum(parts: &[Total]) -> Option<Total> {
	parts.iter().try_fold(0, |sum: Total, part| sum.checked_add(*part))
}

/// Whether a lot's books balance, one page of its holdings at a time.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Conservation {
	pub ledger: Ledger,
	/// What all holdings must hold together; `None` when the ledger's figures contradict each other.
	pub due: Option<Total>,
	/// The sum over the buckets of this page's holdings.
	pub held: Total,
	/// Behind which holding the next page begins; `None` when this page is the last.
	pub next: Option<Custody>,
}
