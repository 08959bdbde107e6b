//! Emergencies, as other pallets ask for them, and what an allocation asks of needs and offers.

#[cfg(feature = "runtime-benchmarks")]
use crate::LotId;
use crate::{
	ClassId, InstitutionId, InstitutionKind, MadeTransfer, Moment, NeedId, NotMade, OfferId,
	Priority, Quantity, RegionCode, Ruling, Step, Total,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{weights::Weight, Parameter};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchError;

/// How grave an emergency is, in the four levels of national emergency plans; the gravest comes last.
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
pub enum Severity {
	/// Level IV: a county can answer it.
	General,
	/// Level III: a city can answer it.
	Major,
	/// Level II: a province can answer it.
	Serious,
	/// Level I: the whole country answers it.
	Extreme,
}

/// Knows which emergencies are in force.
///
/// Its storage reads are part of the benchmarks of the calls that ask it, which run in the runtime
/// that wires it.
pub trait Emergencies {
	/// The gravest emergency that is in force for a class in a region, by itself or as a part of
	/// another one; `None` when there is none.
	fn severity(region: &RegionCode, class: ClassId) -> Option<Severity>;

	/// What to ask for that costs at most.
	fn weight_of_severity() -> Weight;

	/// From now on, an emergency is in force for a class in a region and in each that it is a part of, so that
	/// to ask for the gravest takes as long as it may. Whoever knows of no emergencies does nothing.
	#[cfg(feature = "runtime-benchmarks")]
	fn put_in_force(_: &RegionCode, _: ClassId) {}
}

/// There is no emergency.
impl Emergencies for () {
	fn severity(_: &RegionCode, _: ClassId) -> Option<Severity> {
		None
	}

	fn weight_of_severity() -> Weight {
		Weight::zero()
	}
}

/// The most days for which an offer that is shared out may keep its goods before they leave. What a giver never
/// dispatches covers the needs of others for no longer than this.
pub const MAX_DISPATCH_DAYS: u16 = 3;

/// Knows what allocations have frozen. The pallet of emergencies does.
///
/// What is frozen waits for an allocation that is running, and is free again once that has ended, or its
/// time is over.
pub trait Freezes {
	/// Whether an allocation is deciding about a need.
	fn need(need: NeedId) -> bool;

	/// Whether an allocation is deciding about an offer.
	fn offer(offer: OfferId) -> bool;

	/// What either question costs.
	fn weight() -> Weight;
}

/// Nothing is frozen.
impl Freezes for () {
	fn need(_: NeedId) -> bool {
		false
	}
	fn offer(_: OfferId) -> bool {
		false
	}
	fn weight() -> Weight {
		Weight::zero()
	}
}

/// A need as it stands, for an allocation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Want<Facts> {
	/// The institution that published the need, where goods would arrive.
	pub institution: InstitutionId,
	/// The region that the institution is in.
	pub region: RegionCode,
	/// The institution's kind.
	pub kind: InstitutionKind,
	/// How urgent it is.
	pub priority: Priority,
	/// What nobody has promised yet, and no standing order has sent, in base units; above zero.
	pub open: Quantity,
	/// What the institution used in a day of the class that is asked about, in thousandths of a base unit, as the
	/// chain knew when the need was published; zero without a history. The need of a class tells nothing of the
	/// use of its substitutes.
	pub daily_use: Total,
	/// What [`Matching::may`] must know of it.
	pub facts: Facts,
}

/// An offer as it stands, for an allocation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SupplyNow {
	/// The institution that offered the goods, from where they would leave.
	pub institution: InstitutionId,
	/// The region that the giver is in.
	pub region: RegionCode,
	/// What is set aside and not taken, in base units; above zero.
	pub left: Quantity,
	/// The first moment at which the lot is expired; `None` when it does not expire.
	pub expires_at: Option<Moment>,
	/// Since when the offer stands as it does: when its newest record was written.
	pub since: Moment,
}

/// Brings needs and offers together for an allocation. The pallet of needs does.
///
/// What it reads and writes is part of the benchmarks of whoever asks, which run in the runtime that wires
/// it.
pub trait Matching<AccountId> {
	/// What pairing must know of a need, frozen when it is gathered.
	type Wanted: Parameter + MaxEncodedLen;

	/// What pairing must know of an offer, read when it is paired.
	type Supplied;

	/// Where the open needs stand that a class serves, as their own or as a substitute, behind a place: in the
	/// order of storage, `most` at most. Fewer are the last ones.
	fn needs_behind(
		class: ClassId,
		after: Option<(RegionCode, NeedId)>,
		most: u32,
	) -> Vec<(RegionCode, NeedId)>;

	/// The open offers of a class behind one: in the order of storage, `most` at most. Fewer are the last
	/// ones.
	fn offers_behind(class: ClassId, after: Option<OfferId>, most: u32) -> Vec<OfferId>;

	/// A need as it stands, for goods of a class that it accepts; `None` unless transfers may serve it now.
	fn want(need: NeedId, class: ClassId) -> Option<Want<Self::Wanted>>;

	/// An offer as it stands; `None` unless something can be taken of it now, as a gift, that leaves within
	/// [`MAX_DISPATCH_DAYS`]. Nobody buys or borrows without agreeing to it.
	fn supply(offer: OfferId) -> Option<SupplyNow>;

	/// What pairing must know of an offer; `None` when it has ended.
	fn supplied(offer: OfferId) -> Option<Self::Supplied>;

	/// Whether goods of an offer may go to a need by all but the rules, were they promised at `at`. Reads no
	/// entry of either.
	fn may(supplied: &Self::Supplied, wanted: &Self::Wanted, at: Moment) -> bool;

	/// What the rules say of so many base units of an offer, were they to go to a need now. Where there is no
	/// such offer or need, or no time for a transfer, rules forbid nothing.
	fn ask_rules(offer: OfferId, need: NeedId, quantity: Quantity) -> Ruling;

	/// The most rules that goods of an offer can fall under.
	fn most_rules() -> u32;

	/// Writes as many rules of the greatest cost as goods of an offer can fall under that go to a need; these
	/// pass all of them.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(offer: OfferId, need: NeedId);

	/// Makes the transfer, as if the need's institution took so many base units of the offer, or what is left
	/// of it, or open of the need, if that is less; answers with how many it carries. Neither a freezing nor the least that is
	/// taken at once binds it.
	///
	/// Fails as taking does. Where it fails, the step may have left records: the caller drops both the step
	/// and what was stored.
	fn share(
		step: &mut Step<AccountId>,
		offer: OfferId,
		need: NeedId,
		quantity: Quantity,
	) -> Result<(MadeTransfer, Quantity), NotMade>;

	/// Asks what is open of a need of the region that its own is a part of, for some time longer, and answers with
	/// that; `None` when nothing is open, or there is no such region, and nothing changed.
	fn escalate(
		step: &mut Step<AccountId>,
		need: NeedId,
	) -> Result<Option<RegionCode>, DispatchError>;

	/// Enters an open need of an institution for so much of a class, as costly to look at and to move as a need may
	/// be: of the highest priority, with no time from which on it is wanted, and with as many substitutes as a need
	/// names.
	#[cfg(feature = "runtime-benchmarks")]
	fn put_need(institution: InstitutionId, class: ClassId, quantity: Quantity) -> NeedId;

	/// Enters an open offer of so much of a lot by an institution, as a gift, whose scope is as long as it may be,
	/// and is for the needs that are put.
	#[cfg(feature = "runtime-benchmarks")]
	fn put_offer(institution: InstitutionId, lot: LotId, quantity: Quantity) -> OfferId;
}

/// Nobody needs or offers anything.
impl<AccountId> Matching<AccountId> for () {
	type Wanted = ();
	type Supplied = ();

	fn needs_behind(
		_: ClassId,
		_: Option<(RegionCode, NeedId)>,
		_: u32,
	) -> Vec<(RegionCode, NeedId)> {
		Vec::new()
	}
	fn offers_behind(_: ClassId, _: Option<OfferId>, _: u32) -> Vec<OfferId> {
		Vec::new()
	}
	fn want(_: NeedId, _: ClassId) -> Option<Want<()>> {
		None
	}
	fn supply(_: OfferId) -> Option<SupplyNow> {
		None
	}
	fn supplied(_: OfferId) -> Option<()> {
		None
	}
	fn may(_: &(), _: &(), _: Moment) -> bool {
		false
	}
	fn ask_rules(_: OfferId, _: NeedId, _: Quantity) -> Ruling {
		Ruling { is_forbidden: false, rules: 0 }
	}
	fn most_rules() -> u32 {
		0
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_rules(_: OfferId, _: NeedId) {}
	fn share(
		_: &mut Step<AccountId>,
		_: OfferId,
		_: NeedId,
		_: Quantity,
	) -> Result<(MadeTransfer, Quantity), NotMade> {
		Err(DispatchError::Unavailable.into())
	}
	fn escalate(_: &mut Step<AccountId>, _: NeedId) -> Result<Option<RegionCode>, DispatchError> {
		Ok(None)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn put_need(_: InstitutionId, _: ClassId, _: Quantity) -> NeedId {
		NeedId::default()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn put_offer(_: InstitutionId, _: LotId, _: Quantity) -> OfferId {
		OfferId::default()
	}
}
