//! What an allocation is made of.

use crate::Config;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
pub use salus_analysis::transport::Flow as Line;
use salus_analysis::transport::{Greedy, Problem};
use salus_primitives::{
	AllocationId, ClassId, EmergencyId, InstitutionId, InstitutionKind, Matching, Moment, NeedId,
	OfferId, Priority, Quantity, RecordId, RegionCode, Seat, Total, TransferId, Unmet,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::DispatchError;

/// The most needs of an allocation, and the most offers.
pub const MAX_SIDE: u32 = 512;
/// The most lines of an allocation. A plan has fewer flows than there are needs and offers together.
pub const MAX_LINES: u32 = 1_023;
/// The most places of an allocation.
pub const MAX_PLACES: u32 = 64;
/// The most allocations that run at a time.
pub const MAX_RUNNING: u32 = 4;
/// How many needs or offers one step looks at.
pub const LOOKED_AT: u32 = 64;
/// How many needs, and how many offers, are looked at before gathering ends.
pub const MOST_LOOKED_AT: u32 = 4_096;
/// The most offers of one giver that an allocation has.
pub const MAX_OF_GIVER: u32 = 16;
/// How long after an allocation that had nothing to share has ended the next one of the same class may be opened
/// in the same emergency, in milliseconds.
pub const SHORT_PAUSE: Moment = 5 * 60_000;
/// The most lines that one call carries out, which must fit into a transaction.
pub const MAX_STEP: u32 = 16;
/// From how many open needs the rules keep an offer before the greedy plan gives it up.
pub const MAX_REFUSED: u32 = 16;
/// The most entries that one call archives.
pub const MAX_ARCHIVED: u32 = 64;
/// The most groups by which quality is told: one for each place, and one for each kind of institution.
pub const MAX_GROUPS: u32 = 72;

/// How many words of 64 bits have one bit for each need.
const PAIR_WORDS: usize = MAX_SIDE as usize / 64;
/// How many distances there are between the places.
const MAX_DISTANCES: u32 = MAX_PLACES * (MAX_PLACES - 1) / 2;

/// The allocations that have not ended, the oldest first.
pub type RunningList = BoundedVec<AllocationId, ConstU32<MAX_RUNNING>>;
/// The needs of an allocation, by their identifiers.
pub type NeedList = BoundedVec<FrozenNeed, ConstU32<MAX_SIDE>>;
/// The offers of an allocation, by their identifiers.
pub type OfferList = BoundedVec<FrozenOffer, ConstU32<MAX_SIDE>>;
/// What pairing must know of each need of an allocation, in the order of the needs.
pub type FactsOf<T> = BoundedVec<
	<<T as Config>::Matching as Matching<<T as frame_system::Config>::AccountId>>::Wanted,
	ConstU32<MAX_SIDE>,
>;
/// The places of an allocation, in the order in which they were come to.
pub type PlaceList = BoundedVec<PlaceSeat, ConstU32<MAX_PLACES>>;
/// The kilometres between each two places: from the second to the first, from the third to the first and the
/// second, and so on.
pub type DistanceTable = BoundedVec<u16, ConstU32<MAX_DISTANCES>>;
/// The lines of an allocation, by offer and need: the flows of a plan, whose supplies are places among the
/// offers of the allocation, and whose demands are places among its needs.
pub type LineList = BoundedVec<Line, ConstU32<MAX_LINES>>;
/// A group of needs, how far they were filled, and how unequally, as a Gini coefficient in millionths.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct GroupFigures {
	pub group: Group,
	pub fill: Fill,
	/// How unequally its needs were filled: their Gini coefficient, in millionths.
	pub gini: u32,
}

/// An allocation, from its opening until it is archived.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Allocation {
	pub emergency: EmergencyId,
	pub class: ClassId,
	pub opened_at: Moment,
	/// The last moment at which needs and offers are frozen for it, and at which it takes a step.
	pub release_at: Moment,
	pub stage: Stage,
	/// How many needs it has.
	pub needs: u16,
	/// How many offers it has.
	pub offers: u16,
	/// How many lines it has.
	pub lines: u16,
	/// How many of them are carried out, from the first one on.
	pub carried_out: u16,
	/// Of the transfers that were made of these: units times kilometres.
	pub unit_km: Total,
	/// And units times whole days since their offer stood as it did.
	pub unit_days_held: Total,
	/// How many needs and offers were looked at and left out, for whatever reason.
	pub left_out: u32,
	/// How many pairs turned out to be forbidden by the rules since shares were decided.
	pub barred: u32,
	/// How its lines were found; `None` before that.
	pub method: Option<Method>,
	/// The digest of the problem that its lines answer; `None` before shares are decided.
	pub fingerprint: Option<H256>,
	/// How well it did; `None` before it has ended well.
	pub quality: Option<Quality>,
	/// How many of its lines, needs and offers are archived, from the first one on.
	pub archived: u32,
	pub newest_record: Option<RecordId>,
}

impl Allocation {
	/// Whether it has not ended.
	pub fn is_running(&self) -> bool {
		!matches!(self.stage, Stage::Ended { .. })
	}

	/// Whether what is listed in it waits for it.
	pub fn freezes(&self, now: Moment) -> bool {
		let is_over = matches!(self.stage, Stage::Clearing { .. } | Stage::Ended { .. });
		!is_over && now <= self.release_at
	}

	/// When it ended, if it has.
	pub fn ended_at(&self) -> Option<Moment> {
		match self.stage {
			Stage::Ended { at, .. } => Some(at),
			_ => None,
		}
	}
}

/// What an allocation does next.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Stage {
	/// Looks at open needs behind one, of which so many have been looked at.
	#[codec(index = 0)]
	GatheringNeeds { after: Option<(RegionCode, NeedId)>, looked: u32 },
	/// Looks at open offers behind one, of which so many have been looked at.
	#[codec(index = 1)]
	GatheringOffers { after: Option<OfferId>, looked: u32 },
	/// Decides the share of each need.
	#[codec(index = 2)]
	Apportioning,
	/// Waits for a plan that is proven, or asks the rules about the one that stands.
	#[codec(index = 3)]
	Deciding {
		/// The last moment at which a plan may be posted.
		decide_by: Moment,
		/// Of how many of its lines the rules were asked; `None` while no plan stands.
		asked: Option<u16>,
	},
	/// Gives of the offers, one after the other. So many times it has gone on with one.
	#[codec(index = 4)]
	Greedy { taken: u16 },
	/// Makes transfers of the lines from this one on.
	#[codec(index = 5)]
	CarryingOut { next: u16 },
	/// Asks what is open of the needs from this place on of the parent regions.
	#[codec(index = 6)]
	Escalating { next: u16 },
	/// Sums up how well it did.
	#[codec(index = 7)]
	Summing,
	/// Does nothing any more.
	#[codec(index = 9)]
	Ended { how: AllocationEnding, at: Moment },
	/// Forgets what it gathered, from this place on among its needs and then its offers: it is to end like this
	/// without a line. Nothing waits for it any more.
	#[codec(index = 10)]
	Clearing { how: AllocationEnding, next: u16 },
}

/// How an allocation ended.
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
pub enum AllocationEnding {
	/// Every line was carried out, or could not be.
	#[codec(index = 0)]
	Allocated,
	/// There was no need, or no offer that may go to one.
	#[codec(index = 1)]
	NothingToShare,
	/// The emergency was not in force any more. The lines that were not carried out are not.
	#[codec(index = 2)]
	EmergencyOver,
	/// It was not through in time. The lines that were not carried out are not.
	#[codec(index = 3)]
	TimeOver,
}

/// Why a need or an offer that an allocation looked at is not gathered.
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
pub enum LeftOut {
	/// Another allocation decides about it.
	#[codec(index = 0)]
	Frozen,
	/// Of an offer: goods of it that an allocation promised never left. Its giver withdrew, or let the time for
	/// the dispatch pass; it may make another offer.
	#[codec(index = 1)]
	Failed,
	/// Of a need: its institution withdrew from a transfer that an allocation made for it; it may publish another
	/// need.
	#[codec(index = 2)]
	Declined,
	/// It has ended or is covered, or whoever needs or gives may not act; or, of an offer, nothing of it can be given
	/// now as a gift, in few days.
	#[codec(index = 3)]
	NotOpen,
	/// Of a need: the emergency does not count where its institution is.
	#[codec(index = 4)]
	Elsewhere,
	/// Nobody knows where it is; or there were as many places as may be.
	#[codec(index = 5)]
	NoPlace,
	/// Of an offer: it may go to none of the needs.
	#[codec(index = 6)]
	NoPair,
	/// Of an offer: there are as many of the giver as may be that expire sooner, or are larger.
	#[codec(index = 7)]
	TooManyOfGiver,
	/// There are as many as may be that come before it.
	#[codec(index = 8)]
	NoRoom,
}

/// How the lines of an allocation were found.
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
pub enum Method {
	/// What expires first was given first, to the nearest need.
	#[codec(index = 0)]
	Greedy,
	/// Somebody posted them, with prices that prove that there are none better.
	#[codec(index = 1)]
	Proven,
}

/// A need, as it was when it was gathered.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct FrozenNeed {
	pub need: NeedId,
	pub institution: InstitutionId,
	/// Where its institution is, among the places of the allocation.
	pub place: u8,
	/// The kind of its institution.
	pub kind: InstitutionKind,
	/// Its priority: the needs of a higher one get what they ask for first.
	pub tier: Priority,
	/// What was open of it, in base units.
	pub asked: Quantity,
	/// What its institution used in a day, in thousandths of a base unit; zero without a history.
	pub daily_use: u64,
	/// How much it is to get, in base units; zero before shares are decided.
	pub share: Quantity,
	/// For how much of that transfers were made, in base units, whatever became of them.
	pub promised: Quantity,
	/// Whether its institution had nothing of the class available of its own.
	pub had_nothing: bool,
}

/// Needs of an allocation: one bit for each place among them, the lowest bit of the first word first.
pub type NeedSet = [u64; PAIR_WORDS];

/// Whether a need is in a set.
pub(crate) fn has_need(set: &NeedSet, need: u16) -> bool {
	let word = set.get(usize::from(need / 64));
	word.is_some_and(|word| word & (1u64 << (need % 64)) != 0)
}

/// Puts a need into a set.
pub(crate) fn add_need(set: &mut NeedSet, need: u16) {
	if let Some(word) = set.get_mut(usize::from(need / 64)) {
		*word |= 1u64 << (need % 64);
	}
}

/// For each offer of an allocation the needs that the rules were found to keep it from.
pub type BarredSets = BoundedVec<NeedSet, ConstU32<MAX_SIDE>>;

/// An offer, as it was when it was gathered.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct FrozenOffer {
	pub offer: OfferId,
	pub institution: InstitutionId,
	/// Where its institution is, among the places of the allocation.
	pub place: u8,
	pub expires_at: Option<Moment>,
	/// Since when it stood as it did.
	pub since: Moment,
	/// What was left of it, in base units.
	pub left: Quantity,
	/// To which needs it may go. A pair that the rules are known to forbid is none.
	pub pairs: NeedSet,
}

impl FrozenOffer {
	/// Whether it may go to the need of this place.
	pub fn may_go_to(&self, need: u16) -> bool {
		has_need(&self.pairs, need)
	}

	/// Whether it may go to any need.
	pub fn may_go(&self) -> bool {
		self.pairs.iter().any(|word| *word != 0)
	}

	/// Lets it go to the need of this place.
	pub(crate) fn let_go_to(&mut self, need: u16) {
		add_need(&mut self.pairs, need);
	}

	/// As it was before it was kept from these needs.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub(crate) fn before(mut self, barred: &NeedSet) -> Self {
		self.pairs.iter_mut().zip(barred).for_each(|(word, barred)| *word |= barred);
		self
	}

	/// Lets it go to the need of this place no more.
	pub(crate) fn keep_from(&mut self, need: u16) {
		if let Some(word) = self.pairs.get_mut(usize::from(need / 64)) {
			*word &= !(1u64 << (need % 64));
		}
	}
}

/// A place of an allocation: a region, and where its seat is.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PlaceSeat {
	pub region: RegionCode,
	pub seat: Seat,
}

/// Which line a transfer carries out, and between whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct TransferLine {
	pub allocation: AllocationId,
	/// The number of the line.
	pub line: u16,
	pub offer: OfferId,
	pub need: NeedId,
	/// The institution of the offer, kept here so that the offer is not looked for.
	pub giver: InstitutionId,
}

/// A greedy plan in the making.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct GreedyState {
	pub plan: Greedy,
	/// From how many needs that are open the rules keep the offer at hand.
	pub refused: u16,
}

impl GreedyState {
	/// The beginning of a plan.
	pub fn new(problem: &Problem) -> Self {
		Self { plan: Greedy::new(problem), refused: 0 }
	}
}

impl MaxEncodedLen for GreedyState {
	fn max_encoded_len() -> usize {
		/// Whether there is a supply at hand; its expiry, its place, and what is left of it; whether a pair
		/// was asked about, the kilometres of that, and its demand.
		const AT_HAND: usize = 1 + (2 + 2 + 8) + (1 + 2 + 2);
		let open = BoundedVec::<u64, ConstU32<MAX_SIDE>>::max_encoded_len();
		open.saturating_add(AT_HAND).saturating_add(u16::max_encoded_len())
	}
}

/// What became of a line.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum LineOutcome {
	/// A transfer was made of it and accepted. What became of it then is told by the transfer.
	#[codec(index = 0)]
	Made {
		transfer: TransferId,
		/// What it carries, in base units.
		quantity: Quantity,
	},
	/// No transfer could be made of it.
	#[codec(index = 1)]
	Skipped {
		/// What taking the same from the offer would have failed with.
		error: DispatchError,
		/// The condition of a rule that is not met, where that is the reason.
		unmet: Option<Unmet>,
	},
	/// A transfer was made of it, and its goods never left.
	#[codec(index = 2)]
	Unsent {
		transfer: TransferId,
		/// What it was to carry, in base units.
		quantity: Quantity,
	},
}

impl LineOutcome {
	/// For how much a transfer was made, whatever became of it.
	pub fn promised(&self) -> Quantity {
		match self {
			Self::Made { quantity, .. } | Self::Unsent { quantity, .. } => *quantity,
			Self::Skipped { .. } => 0,
		}
	}
}

/// How far needs were filled, in base units over all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Fill {
	/// What was open of them.
	pub asked: Total,
	/// How much they were to get.
	pub shared: Total,
	/// For how much of that transfers were made.
	pub promised: Total,
}

/// How well an allocation did, as its transfers were made. What became of them later is told by its lines.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Quality {
	/// Of all needs.
	pub all: Fill,
	/// Of those whose institutions had nothing.
	pub of_those_without: Fill,
	/// How far everything goes: the sum of units times kilometres.
	pub unit_km: Total,
	/// How far all lines of the plan would have gone, as proven the least for what it delivers and for when that
	/// expires; `None` without a proof. Goods go less far where lines were skipped.
	pub least_km: Option<Total>,
	/// How long everything had been offered: the sum of units times whole days.
	pub unit_days_held: Total,
	/// How unequally needs were filled: the Gini coefficient of what was promised through what was asked for,
	/// in millionths. Zero when all got the same part.
	pub gini: u32,
}

/// Needs that have something in common.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Group {
	/// Their institutions are reckoned from the seat of this region.
	#[codec(index = 0)]
	Region(RegionCode),
	/// Their institutions are of this kind.
	#[codec(index = 1)]
	Kind(InstitutionKind),
}
