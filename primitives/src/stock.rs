//! How much of a lot somebody holds, by bucket, and the only ways in which goods move between
//! buckets and holdings.

use crate::{Capability, ClassId, InstitutionId, LotId, Moment, SiteNumber, Step};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{DispatchError, DispatchResult};

/// A count of base units.
pub type Quantity = u64;

/// A sum of counts of base units over the life of a lot. No number of counts that a chain can hold
/// makes it overflow.
pub type Total = u128;

/// Who has goods, and whom they belong to.
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
pub struct Custody {
	/// Who has them. Goods in transit, rejected or missing stay with their sender; goods that were
	/// called in, with the borrower.
	pub custodian: InstitutionId,
	/// Whom they belong to. Differs from the custodian only under a loan.
	pub owner: InstitutionId,
}

impl Custody {
	/// What an institution has of its own.
	pub fn own(institution: InstitutionId) -> Self {
		Self { custodian: institution, owner: institution }
	}

	/// The holding of `lot` in this custody.
	pub fn of(self, lot: LotId) -> HoldingKey {
		HoldingKey { lot, custodian: self.custodian, owner: self.owner }
	}
}

/// A holding: the lot, who has it, and whom it belongs to.
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
	/// Who has it.
	pub custodian: InstitutionId,
	/// Whom it belongs to.
	pub owner: InstitutionId,
}

impl HoldingKey {
	/// Who has the holding, and whom it belongs to.
	pub fn custody(&self) -> Custody {
		Custody { custodian: self.custodian, owner: self.owner }
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
	/// Set aside for others to take.
	Offered,
	/// Set aside for a transfer.
	Reserved,
	/// Set aside from use.
	Quarantined,
	/// Dispatched, not yet received.
	InTransit,
	/// Rejected, missing or called in, not yet resolved.
	Disputed,
}

impl Bucket {
	/// Every bucket, in the order of a holding's fields.
	pub const ALL: [Self; 6] = [
		Self::Available,
		Self::Offered,
		Self::Reserved,
		Self::Quarantined,
		Self::InTransit,
		Self::Disputed,
	];
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
	/// Set aside for others to take.
	#[codec(compact)]
	pub offered: Quantity,
	/// Set aside for a transfer.
	#[codec(compact)]
	pub reserved: Quantity,
	/// Set aside from use.
	#[codec(compact)]
	pub quarantined: Quantity,
	/// Dispatched, not yet received.
	#[codec(compact)]
	pub in_transit: Quantity,
	/// Rejected, missing or called in, not yet resolved.
	#[codec(compact)]
	pub disputed: Quantity,
	/// The custodian's site at which all of it is kept; `None` when the custodian does not say, or
	/// when goods arrived at a second site.
	pub site: Option<SiteNumber>,
}

impl Holding {
	/// The quantity in `bucket`.
	pub fn quantity(&self, bucket: Bucket) -> Quantity {
		match bucket {
			Bucket::Available => self.available,
			Bucket::Offered => self.offered,
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
			Bucket::Offered => &mut self.offered,
			Bucket::Reserved => &mut self.reserved,
			Bucket::Quarantined => &mut self.quarantined,
			Bucket::InTransit => &mut self.in_transit,
			Bucket::Disputed => &mut self.disputed,
		}
	}

	/// All buckets together.
	pub fn total(&self) -> Total {
		Bucket::ALL.iter().map(|bucket| Total::from(self.quantity(*bucket))).sum()
	}
}

/// Why goods leave *available*. A hold may forbid some purposes and allow others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
	/// They are used.
	Use,
	/// They are set aside for others to take.
	Offer,
	/// They are set aside to be sent.
	Send,
	/// They are set aside to be sent back to where they came from.
	Return,
	/// They become other lots.
	Repack,
	/// They are set aside from use.
	Quarantine,
	/// They are destroyed.
	Destroy,
	/// They are not there: a count found fewer.
	Count,
}

/// Answers whether goods may move. Asked in the one place where goods leave *available*.
pub trait Holds {
	/// Refuses goods that must not leave *available* for this purpose.
	fn ensure_free(lot: LotId, custody: &Custody, purpose: Purpose) -> DispatchResult;
}

impl Holds for () {
	fn ensure_free(_: LotId, _: &Custody, _: Purpose) -> DispatchResult {
		Ok(())
	}
}

/// From where goods are reserved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
	/// From what is available, to be sent.
	Available,
	/// From what is available, to be sent back to where it came from.
	AvailableForReturn,
	/// From what was offered before.
	Offered,
}

/// In what state goods arrive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arrival {
	/// Available at once.
	Usable,
	/// Set aside until somebody has looked: they are damaged, or back after a dispute.
	Quarantined,
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
	/// Destroyed.
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
	/// What a carrier must be licensed for.
	pub carrier_capability: Option<Capability>,
}

/// Opens lots.
///
/// Its storage reads and writes are part of the benchmarks of the calls that use it, which run in
/// the runtime that wires it.
pub trait Stock<AccountId> {
	/// The stock of one lot.
	type Lot: LotStock<AccountId>;

	/// Opens the stock of a lot; `None` when there is no such lot.
	fn open(lot: LotId) -> Option<Self::Lot>;
}

/// The stock of one lot, wherever it is: opened, moved, and closed.
///
/// The lot and each of its holdings are read once, when first asked for, and written once, by
/// [`close`](Self::close). Stock that is dropped without being closed has changed nothing. A method
/// that fails may have changed what is open, and what is open must then be dropped.
///
/// Quantities are in base units. Each method keeps the lot's conservation, and fails when the bucket
/// that it takes from holds less.
#[must_use = "what is not closed is not written"]
pub trait LotStock<AccountId> {
	/// What a transfer must know of the lot.
	fn facts(&self) -> LotFacts;

	/// A holding; empty when there is none.
	fn holding(&mut self, custody: Custody) -> Holding;

	/// Sets available goods aside for others to take.
	fn offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Makes offered goods available again.
	fn withdraw_offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Sets goods aside for a transfer.
	fn reserve(&mut self, custody: Custody, source: Source, quantity: Quantity) -> DispatchResult;

	/// Makes reserved goods available again.
	fn unreserve(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Sends reserved goods on their way.
	fn send(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Hands goods in transit to `to`, in the state in which they arrive. They are at `site` of its
	/// custodian, if anybody says: a holding that this opens is kept there; one that is kept at another
	/// site is kept at no single one from then on.
	fn deliver(
		&mut self,
		from: Custody,
		to: Custody,
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult;

	/// Puts goods in transit into dispute: they were rejected, or did not arrive.
	fn dispute(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Puts goods that rest with their custodian into dispute: those available first, then those
	/// quarantined. Answers with how much that was, which is at most `quantity`.
	fn call_in(&mut self, custody: Custody, quantity: Quantity) -> Result<Quantity, DispatchError>;

	/// Ends a dispute about goods that are back with their sender: they are quarantined.
	fn recover(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Ends a dispute about goods that their receiver has after all, as [`deliver`](Self::deliver)
	/// does for goods in transit.
	fn deliver_disputed(
		&mut self,
		from: Custody,
		to: Custody,
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult;

	/// Ends a dispute about goods that are out of the books.
	fn write_off(&mut self, custody: Custody, quantity: Quantity, how: WriteOff) -> DispatchResult;

	/// Takes note of units that arrived beyond what the books knew. With who registered the lot they
	/// enter the books, quarantined, at `site` as in [`deliver`](Self::deliver). For any other
	/// custodian's own goods they are claimed, and enter when a second party confirms them. To goods
	/// that are somebody else's they add nothing.
	fn find(
		&mut self,
		custody: Custody,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> DispatchResult;

	/// Writes what has changed, and appends the step's record to the trail of the lot.
	fn close(self, step: &mut Step<AccountId>) -> DispatchResult;
}

/// The stock of no lot.
pub enum NoStock {}

impl<AccountId> Stock<AccountId> for () {
	type Lot = NoStock;

	fn open(_: LotId) -> Option<NoStock> {
		None
	}
}

impl<AccountId> LotStock<AccountId> for NoStock {
	fn facts(&self) -> LotFacts {
		match *self {}
	}
	fn holding(&mut self, _: Custody) -> Holding {
		match *self {}
	}
	fn offer(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn withdraw_offer(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn reserve(&mut self, _: Custody, _: Source, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn unreserve(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn send(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn deliver(
		&mut self,
		_: Custody,
		_: Custody,
		_: Quantity,
		_: Arrival,
		_: Option<SiteNumber>,
	) -> DispatchResult {
		match *self {}
	}
	fn dispute(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn call_in(&mut self, _: Custody, _: Quantity) -> Result<Quantity, DispatchError> {
		match *self {}
	}
	fn recover(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn deliver_disputed(
		&mut self,
		_: Custody,
		_: Custody,
		_: Quantity,
		_: Arrival,
		_: Option<SiteNumber>,
	) -> DispatchResult {
		match *self {}
	}
	fn write_off(&mut self, _: Custody, _: Quantity, _: WriteOff) -> DispatchResult {
		match *self {}
	}
	fn find(&mut self, _: Custody, _: Quantity, _: Option<SiteNumber>) -> DispatchResult {
		match *self {}
	}
	fn close(self, _: &mut Step<AccountId>) -> DispatchResult {
		match self {}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_total_counts_every_bucket_once() {
		let mut holding = Holding::default();
		for (place, bucket) in Bucket::ALL.into_iter().enumerate() {
			*holding.quantity_mut(bucket) = 10u64.pow(place as u32);
		}
		assert_eq!(holding.total(), 111_111);
		assert_eq!(holding.quantity(Bucket::Disputed), 100_000);
		assert_eq!(holding.disputed, 100_000);
		for bucket in Bucket::ALL {
			*holding.quantity_mut(bucket) = Quantity::MAX;
		}
		assert_eq!(holding.total(), 6 * Total::from(Quantity::MAX));
	}
}
