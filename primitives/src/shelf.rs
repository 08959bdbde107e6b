//! What stands where on an institution's shelf: its goods of a class, those that expire first in front.

use crate::{ClassId, InstitutionId, LotId, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Where a holding stands on the shelf of its custodian.
///
/// Places ascend from the front of the shelf: by expiry, what never expires last; then by lot, then by
/// owner.
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
pub struct ShelfPlace {
	/// The first moment at which the lot is expired; `None` when it never is.
	pub expires_at: Option<Moment>,
	/// The lot.
	pub lot: LotId,
	/// Whom the goods belong to. Differs from the custodian when they are borrowed.
	pub owner: InstitutionId,
}

impl ShelfPlace {
	/// The last place at which goods can stand that are expired at `now`: behind it stands what can
	/// still be used.
	pub fn last_expired(now: Moment) -> Self {
		Self { expires_at: Some(now), lot: LotId(u64::MAX), owner: InstitutionId(u32::MAX) }
	}
}

/// Knows shelves. The registry keeps them.
///
/// Each place that is asked for is one step in the state trie, which the benchmarks of the calls that
/// ask contain; they run in the runtime that wires it.
pub trait Shelf {
	/// The next places on the shelf of a class at a custodian, from behind `after`, or from the front
	/// of the shelf: at most `most` of them. Fewer are the last ones.
	///
	/// Everything that the custodian holds of the class stands there, whatever its bucket: who looks
	/// for goods to send passes over places with another owner, and asks the stock what is available
	/// of the lot. The last place of an answer is where the next one begins, even when the goods have
	/// left it since.
	fn behind(
		custodian: InstitutionId,
		class: ClassId,
		after: Option<ShelfPlace>,
		most: u32,
	) -> Vec<ShelfPlace>;
}

/// Nobody holds anything.
impl Shelf for () {
	fn behind(_: InstitutionId, _: ClassId, _: Option<ShelfPlace>, _: u32) -> Vec<ShelfPlace> {
		Vec::new()
	}
}
