//! How much of a lot somebody holds, by bucket, and the only ways in which goods move between
//! buckets and holdings.

use crate::{Capability, ClassId, InstitutionId, LotId, Moment, SiteId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, DispatchResult};

/// A count of base units.
pub type Quantity = u64;

/// Which lot, who has it, and who owns it.
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
pub struct HoldingKey {
	/// The lot.
	pub lot: LotId,
	/// Who has it. Goods in transit and in dispute stay with their sender.
	pub custodian: InstitutionId,
	/// Whom it belongs to. Differs from the custodian only under a loan.
	pub owner: InstitutionId,
}

impl HoldingKey {
	/// What an institution has of its own.
	pub fn own(lot: LotId, institution: InstitutionId) -> Self {
		Self { lot, custodian: institution, owner: institution }
	}
}

/// A part of a holding, by what may be done with it.
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
	Serialize,
	Deserialize,
)]
pub enum Bucket {
	/// Free to use or send.
	Available,
	/// Set aside for a transfer.
	Reserved,
	/// Set aside from use.
	Quarantined,
	/// Dispatched, not yet received.
	InTransit,
	/// Rejected or missing, not yet resolved.
	Disputed,
}

/// Quantities of one holding, in base units of the class.
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
	Serialize,
	Deserialize,
)]
pub struct Holding {
	/// Free to use or send.
	#[codec(compact)]
	pub available: Quantity,
	/// Set aside for a transfer.
	#[codec(compact)]
	pub reserved: Quantity,
	/// Set aside from use.
	#[codec(compact)]
	pub quarantined: Quantity,
	/// Dispatched, not yet received.
	#[codec(compact)]
	pub in_transit: Quantity,
	/// Rejected or missing, not yet resolved.
	#[codec(compact)]
	pub disputed: Quantity,
	/// Where all of it is kept; `None` when the custodian does not say, or goods arrived at a
	/// second site.
	pub site: Option<SiteId>,
}

impl Holding {
	/// The quantity in `bucket`.
	pub fn quantity(&self, bucket: Bucket) -> Quantity {
		match bucket {
			Bucket::Available => self.available,
			Bucket::Reserved => self.reserved,
			Bucket::Quarantined => self.quarantined,
			Bucket::InTransit => self.in_transit,
			Bucket::Disputed => self.disputed,
		}
	}

	/// The quantity in `bucket`, to be changed.
	pub fn quantity_mut(&mut self, bucket: Bucket) -> &mut Quantity {
		match bucket {
			Bucket::Available => &mut self.available,
			Bucket::Reserved => &mut self.reserved,
			Bucket::Quarantined => &mut self.quarantined,
			Bucket::InTransit => &mut self.in_transit,
			Bucket::Disputed => &mut self.disputed,
		}
	}

	/// All buckets together; `None` when the sum does not fit.
	pub fn total(&self) -> Option<Quantity> {
		[self.reserved, self.quarantined, self.in_transit, self.disputed]
			.iter()
			.try_fold(self.available, |sum, quantity| sum.checked_add(*quantity))
	}
}

/// How units leave the books without being used.
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
	Serialize,
	Deserialize,
)]
pub enum WriteOff {
	/// Destroyed, under witness of the trail.
	Destroyed,
	/// Gone.
	Lost,
}

/// What a transfer must know of a lot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LotFacts {
	/// Its class.
	pub class: ClassId,
	/// The first moment at which it is expired; `None` when it does not expire.
	pub expires_at: Option<Moment>,
	/// What a receiver must be licensed for.
	pub capability: Option<Capability>,
}

/// Moves goods in the books. Each method keeps the lot's conservation, and either does all it says
/// or nothing.
///
/// Its storage reads and writes are part of the benchmarks of the calls that use it, which run in
/// the runtime that wires it.
pub trait Stock {
	/// What a transfer must know of `lot`; `None` when there is no such lot.
	fn lot(lot: LotId) -> Option<LotFacts>;

	/// The holding under `key`; empty when there is none.
	fn holding(key: &HoldingKey) -> Holding;

	/// Moves `quantity` between two buckets of one holding.
	fn shift(key: &HoldingKey, from: Bucket, to: Bucket, quantity: Quantity) -> DispatchResult;

	/// Moves `quantity` of one lot from a bucket of one holding to a bucket of another, which is at
	/// `site` if anybody says. A holding that this opens is kept there; one that is kept at another
	/// site is kept at no single one from then on.
	fn hand_over(
		from: (&HoldingKey, Bucket),
		to: (&HoldingKey, Bucket),
		quantity: Quantity,
		site: Option<SiteId>,
	) -> DispatchResult;

	/// Takes `quantity` out of the books.
	fn write_off(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
		how: WriteOff,
	) -> DispatchResult;

	/// Adds units that turned up beyond what the books knew, at `site` as in
	/// [`hand_over`](Self::hand_over).
	fn find(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
		site: Option<SiteId>,
	) -> DispatchResult;
}

impl Stock for () {
	fn lot(_: LotId) -> Option<LotFacts> {
		None
	}
	fn holding(_: &HoldingKey) -> Holding {
		Holding::default()
	}
	fn shift(_: &HoldingKey, _: Bucket, _: Bucket, _: Quantity) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
	fn hand_over(
		_: (&HoldingKey, Bucket),
		_: (&HoldingKey, Bucket),
		_: Quantity,
		_: Option<SiteId>,
	) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
	fn write_off(_: &HoldingKey, _: Bucket, _: Quantity, _: WriteOff) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
	fn find(_: &HoldingKey, _: Bucket, _: Quantity, _: Option<SiteId>) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_total_counts_every_bucket_once() {
		let mut holding = Holding::default();
		let buckets = [
			Bucket::Available,
			Bucket::Reserved,
			Bucket::Quarantined,
			Bucket::InTransit,
			Bucket::Disputed,
		];
		for (place, bucket) in buckets.into_iter().enumerate() {
			*holding.quantity_mut(bucket) = 10u64.pow(place as u32);
		}
		assert_eq!(holding.total(), Some(11_111));
		assert_eq!(holding.quantity(Bucket::Disputed), 10_000);
		holding.available = Quantity::MAX;
		assert_eq!(holding.total(), None);
	}
}
