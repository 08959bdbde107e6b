//! How much of a lot somebody holds, by bucket, the only ways in which goods move between buckets and
//! holdings, and what keeps them from moving.

use crate::{Capability, ClassId, ColdChain, InstitutionId, LotId, Moment, SiteNumber, Step};
use alloc::vec::Vec;
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
	/// Set aside under holds on units of the holding.
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
	/// Set aside under holds on units of the holding.
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
	/// Whether something holds the whole of it, what enters later included.
	pub held: bool,
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

/// For what somebody lays hands on goods. A hold bars use and passing on, and nothing else.
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

impl Purpose {
	/// Whether goods must not move for it while a hold is on their lot, or on the whole of their holding.
	///
	/// All kinds of hold bar and allow the same: nobody uses what is held or passes it on, and everybody
	/// may give it back, set it aside, destroy it and count it.
	pub fn is_barred_by_a_hold(self) -> bool {
		matches!(self, Self::Use | Self::Offer | Self::Send | Self::Repack)
	}
}

/// Why goods are held. A part of what is stored, so indices are fixed.
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
pub enum HoldKind {
	/// They are to be inspected, or something is wrong with them, perhaps.
	#[codec(index = 0)]
	Quarantine,
	/// They are damaged.
	#[codec(index = 1)]
	Damage,
	/// They were too warm or too cold.
	#[codec(index = 2)]
	ColdChainBreach,
	/// A court or another authority ordered it.
	#[codec(index = 3)]
	Legal,
	/// Their maker or an authority calls them back.
	#[codec(index = 4)]
	Recall,
	/// Their custodian is to count them. Ends when it does.
	#[codec(index = 5)]
	CountDemanded,
}

/// What happened to a holding that concerns its holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode)]
pub enum HoldChange {
	/// Units entered the bucket *quarantined*, under no hold yet.
	Entered {
		/// Under a hold of which kind they are to be.
		kind: HoldKind,
		/// In base units.
		units: Quantity,
	},
	/// Units left that bucket, of whichever holds.
	Left {
		/// In base units.
		units: Quantity,
	},
	/// The custodian counted.
	Counted {
		/// What it found available.
		quantity: Quantity,
	},
	/// A sensor told of a breach before the goods left: the whole holding is held from now on.
	Breached,
	/// The whole of a holding of a held lot changed.
	Moved {
		/// All buckets together before.
		before: Total,
		/// All buckets together now.
		after: Total,
	},
}

/// Told of what happens to goods that are, or are to be, held.
///
/// Told when the stock of the lot is closed, behind the step's record on the lot and before the pages of
/// its holdings are written. The stock of the lot is open: whoever is told opens none. What it costs is no
/// part of the weight of any call that moves goods: it charges the block.
pub trait Holds<AccountId> {
	/// Answers whether the whole of the holding is held from now on; `is_held` is whether it was.
	fn changed(
		step: &mut Step<AccountId>,
		holding: &HoldingKey,
		is_held: bool,
		changes: &[HoldChange],
	) -> Result<bool, DispatchError>;
}

/// Keeps no hold: what was breached is held for good.
impl<AccountId> Holds<AccountId> for () {
	fn changed(
		_: &mut Step<AccountId>,
		_: &HoldingKey,
		is_held: bool,
		changes: &[HoldChange],
	) -> Result<bool, DispatchError> {
		Ok(is_held || changes.contains(&HoldChange::Breached))
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
	/// From what is quarantined, to be sent back to where it came from.
	QuarantinedForReturn,
}

/// In what state goods arrive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arrival {
	/// Available at once, unless their lot or the holding that they come from is held.
	Usable,
	/// Set aside under a hold of this kind.
	Quarantined(HoldKind),
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
	/// What it must be kept at; `None` when its class does not say.
	pub cold_chain: Option<ColdChain>,
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

	/// Refuses goods of a lot or of a holding that is held, for a purpose that a hold bars.
	fn ensure_free(&mut self, custody: Custody, purpose: Purpose) -> DispatchResult;

	/// Says whether anything holds the lot. Whoever says it keeps the holds.
	fn set_held(&mut self, held: bool);

	/// Says whether anything holds the whole of a holding. Whoever says it keeps the holds. Fails when
	/// there is no such holding.
	fn set_holding_held(&mut self, custody: Custody, held: bool) -> DispatchResult;

	/// Sets available units aside under a hold. Whoever asks keeps the hold.
	fn quarantine(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Makes quarantined units available again. Whoever asks keeps the hold.
	fn release_units(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Holds the whole of a holding: a sensor told of a breach.
	fn breach(&mut self, custody: Custody) -> DispatchResult;

	/// Sets available goods aside for others to take.
	fn offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Makes offered goods available again.
	fn withdraw_offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult;

	/// Sets goods aside for a transfer.
	fn reserve(&mut self, custody: Custody, source: Source, quantity: Quantity) -> DispatchResult;

	/// Puts reserved goods back. What was quarantined is quarantined again; all else is available, held
	/// or not.
	fn unreserve(&mut self, custody: Custody, source: Source, quantity: Quantity)
		-> DispatchResult;

	/// Sends reserved goods on their way: [`Purpose::Return`] back to where they came from, any other
	/// way [`Purpose::Send`].
	fn send(&mut self, custody: Custody, quantity: Quantity, purpose: Purpose) -> DispatchResult;

	/// Hands goods in transit to `to`, in the state in which they arrive: quarantined whatever `arrival`
	/// says, when the lot or the holding that they come from is held. They are at `site` of its
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
	fn ensure_free(&mut self, _: Custody, _: Purpose) -> DispatchResult {
		match *self {}
	}
	fn set_held(&mut self, _: bool) {
		match *self {}
	}
	fn set_holding_held(&mut self, _: Custody, _: bool) -> DispatchResult {
		match *self {}
	}
	fn quarantine(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn release_units(&mut self, _: Custody, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn breach(&mut self, _: Custody) -> DispatchResult {
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
	fn unreserve(&mut self, _: Custody, _: Source, _: Quantity) -> DispatchResult {
		match *self {}
	}
	fn send(&mut self, _: Custody, _: Quantity, _: Purpose) -> DispatchResult {
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

/// What whoever holds goods must know of a lot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LotSummary {
	pub class: ClassId,
	/// Who registered it.
	pub registered_by: InstitutionId,
	/// Whether who registered it made or imported it.
	pub commissioned: bool,
	/// Whether its class has a range of temperatures.
	pub has_temperature_range: bool,
	/// Whether anything holds it.
	pub held: bool,
	/// Whether nothing is left of it, in whichever bucket.
	pub is_empty: bool,
	/// The most units of it that the books can ever hold at once: what entered them under it, and what may
	/// turn up besides.
	pub at_most: Total,
}

/// Every lot, with whether anything holds it, and every holding.
pub type AllGoods = (Vec<(LotId, bool)>, Vec<(HoldingKey, Holding)>);

/// Knows lots and where they are. The registry keeps them.
///
/// Each entry that is told is one step in the state trie, which the benchmarks of the calls that ask
/// contain; they run in the runtime that wires it.
pub trait Lots {
	/// What is known of a lot; `None` when it is not in the books.
	fn summary(lot: LotId) -> Option<LotSummary>;

	/// At most `most` lots in the books that came out of a lot, in the order of storage, from behind
	/// `after`. Fewer are the last ones.
	fn offspring(lot: LotId, after: Option<LotId>, most: u32) -> Vec<LotId>;

	/// At most `most` holdings of a lot, in the order of storage, from behind `after`, those of which
	/// nothing is left but a hold included. Fewer are the last ones.
	fn holdings(lot: LotId, after: Option<Custody>, most: u32) -> Vec<(Custody, Holding)>;

	/// At most `most` holdings of a custodian, class by class, first-expiring first, from behind the one
	/// of the lot and the owner in `after`, those of which nothing is left but a hold included. Fewer are
	/// the last ones; there is none when the lot in `after` is not in the books.
	fn holdings_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		most: u32,
	) -> Vec<(HoldingKey, Holding)>;

	/// Every lot, whether it is held, and every holding. For checks of the state alone.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	fn all() -> AllGoods;
}

/// There are no lots.
impl Lots for () {
	fn summary(_: LotId) -> Option<LotSummary> {
		None
	}
	fn offspring(_: LotId, _: Option<LotId>, _: u32) -> Vec<LotId> {
		Vec::new()
	}
	fn holdings(_: LotId, _: Option<Custody>, _: u32) -> Vec<(Custody, Holding)> {
		Vec::new()
	}
	fn holdings_of(
		_: InstitutionId,
		_: Option<(LotId, InstitutionId)>,
		_: u32,
	) -> Vec<(HoldingKey, Holding)> {
		Vec::new()
	}
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	fn all() -> AllGoods {
		(Vec::new(), Vec::new())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{Act, Action, Actor};

	#[test]
	fn a_hold_bars_use_and_passing_on_and_nothing_else() {
		for (purpose, barred) in [
			(Purpose::Use, true),
			(Purpose::Offer, true),
			(Purpose::Send, true),
			(Purpose::Repack, true),
			(Purpose::Return, false),
			(Purpose::Quarantine, false),
			(Purpose::Destroy, false),
			(Purpose::Count, false),
		] {
			assert_eq!(purpose.is_barred_by_a_hold(), barred, "{purpose:?}");
		}
	}

	#[test]
	fn who_keeps_no_holds_remembers_a_breach_for_good() {
		let act = Act { actor: Actor::<u64>::Chain, institution: None };
		let mut step = Step::new(act, Action::TransferDispatched, &());
		let holding = Custody::own(InstitutionId(1)).of(LotId(2));
		let mut changed = |is_held: bool, changes: &[HoldChange]| {
			<() as Holds<u64>>::changed(&mut step, &holding, is_held, changes)
		};
		assert_eq!(changed(false, &[HoldChange::Left { units: 1 }]), Ok(false));
		assert_eq!(changed(false, &[HoldChange::Breached]), Ok(true));
		assert_eq!(changed(true, &[]), Ok(true));
	}

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
