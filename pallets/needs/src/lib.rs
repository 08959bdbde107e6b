//! # Needs
//!
//! Who lacks what, who can spare what, and what is sent by itself.
//!
//! | term | meaning |
//! |---|---|
//! | *need* | a published shortage: class, quantity, priority, window |
//! | *substitute* | another class that a need accepts in place of its own; of the same base unit |
//! | *evidence* | what the chain itself knew of the class at the institution: on hand, daily use |
//! | *claim* | what the institution says of itself beside the evidence |
//! | *cap* | the most that an institution may ask for of a class, over all its open needs |
//! | *promised*, *delivered*, *open* | what transfers carry to a need; what arrived; the rest |
//! | *escalated* | asked of the region that the one before is a part of, because the time ran out |
//! | *offer* | goods set aside for others, who take them for their needs |
//! | *supply* | what an offer is of, and for whom |
//! | *scope* | for whose needs something is: regions, kinds, licences, least priority |
//! | *floor* | what stays available with whoever gives |
//! | *standing order* | an instruction by which goods are sent, or offered, without a person |
//! | *bound* | of a standing order: it acts during an emergency of a severity, or a graver one, alone |
//! | *alarm* | something that is due by itself; whoever *rings* has it done |
//!
//! ## A short story
//!
//! A hospital in Wuhan publishes that it needs 20,000 masks within two days, asap. The chain writes beside
//! it what it knows: 300 on hand, 900 used a day. A second hospital asks for ten billion and is told its
//! cap. A commission far away has given a standing order: to needs that are at least urgent, in that
//! province, send half of what it has above a week of its own use, what expires first first, 5,000 a week
//! at most. Somebody rings; a transfer of 5,000 is proposed, and the need is open for 15,000. A donor has
//! offered 12,000: the hospital takes them, which makes an accepted transfer in one call. Of the 5,000,
//! 800 arrive wet and are rejected, so the need is open for 3,800. Two days pass; whoever looks rings
//! again, and the need is asked of the whole country.
//!
//! ## Needs
//!
//! An institution asks for no more than [`Config::NeedDays`] days of its daily use, over all its open
//! needs for a class, rounded up to whole units. Where the chain has seen fewer than
//! [`Config::MinHistory`] days of use, or none lately, the bound is that which governance set for the
//! class, or [`Config::DefaultNeedBound`]. What is promised to needs that have ended counts as well. At
//! most [`MAX_OPEN_NEEDS`] such needs are served by one class, as their own or as a substitute.
//!
//! A transfer that serves a need is proposed like any other, and says so. Its goods are promised once the
//! receiver accepts, so that nobody covers a need with proposals that nobody asked for; what is taken from
//! an offer is promised at once. What is rejected or missing, and what
//! never leaves, opens the need again by itself; what arrives after all is delivered. A need ends when as
//! much was delivered as was needed, when its publisher closes it, or when its time has run out in every
//! region. What was promised to a need that ended is still delivered.
//!
//! ## Offers
//!
//! What is offered leaves *available* at once. What was taken and never left is offered again, if the
//! offer's time is not over, so that nobody dissolves an offer by taking and withdrawing; otherwise it is
//! available with the giver again. Nothing can be taken while the giver has less than its floor.
//!
//! ## Standing orders
//!
//! An order sends to a need at most the smallest of: what is open; its share of what was above its floor
//! in the period, less what it sent in it; its cap for the period, less that; and what [`MAX_SENT_LOTS`]
//! lots have. What never left counts no more, so that nobody uses an order's cap up by rejecting; what
//! left counts whatever becomes of it. The receiver accepts or rejects it like any proposal, unless it
//! approved the sender in advance. Until then, orders send as much less to the need; if it never leaves,
//! the order sends nothing more to that need in the period. An order makes at most [`MAX_SENDINGS`]
//! transfers in a period.
//!
//! An institution may bind an order of its own to emergencies. It then sends to a need while an emergency of
//! that severity, or a graver one, is in force for the order's class where the need's institution is; and it
//! offers while one is in force where its own institution is. It is otherwise silent, and need not be paused.
//! What it sent or offered stays so when the emergency ends.
//!
//! ## Allocations
//!
//! An allocation gathers open needs and offers of a class and shares what is offered out among the needs.
//! Meanwhile what it has gathered is frozen: nothing is taken of the offer or for the need, no order sends to
//! the need, no new proposal serves it, and its time does not run out. Its publisher may close the need and
//! accept what was proposed before; the giver may withdraw the offer; the allocation then sends as much less.
//! What it sends is taken like by the need's own institution, rules among the reasons against it, but for the
//! least that is taken at once. What it leaves open of a need is asked of the next region at once.
//!
//! ## What ends what
//!
//! | wait | ends |
//! |---|---|
//! | a need that nobody fills | its publisher closes it; past its time anybody rings, until no region is left |
//! | goods that are offered | the giver withdraws them; past their time, or when the giver may not act, anybody rings |
//! | a standing order | its institution or governance revokes it; anybody does once that institution is wound up |
//! | a bound of a standing order | its institution frees the order of it; it goes with what is left of the order |
//! | what is frozen | the allocation ends, or its time is over; the publisher closes the need, the giver withdraws the offer |
//! | what is left of what ended | anybody has it forgotten, once its newest record is pruned |
//!
//! ## Invariants
//!
//! 1. Needs have identifiers that were handed out, and a record.
//! 2. An open need lacks something.
//! 3. The open needs are listed by each class that serves them and by the region that they are asked of,
//!    and nothing else is.
//! 4. The needs that are open, or to which something is promised, are listed by institution and each class
//!    that serves them, at most [`MAX_OPEN_NEEDS`] each; and nothing else is.
//! 5. Offers have identifiers that were handed out, and a record; what is left is within what was offered,
//!    and nothing is left exactly when the offer has ended.
//! 6. The open offers are listed by class and by giver, and counted by giver.
//! 7. What is left of the open offers of a lot lies in the bucket *offered* of the giver's own holding.
//! 8. Standing orders have identifiers that were handed out, and a record; those not revoked are listed by
//!    class and by institution. Bounds are of orders that are stored. What is remembered of where a transfer
//!    came from is of an offer or an order that was made or given.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod bind_order;
mod calls;
mod close_need;
mod forget;
mod give_order;
mod lapse_need;
mod make_offer;
mod matching;
mod needs;
mod offer_expiring;
mod offers;
mod on_transfer;
mod orders;
mod origins;
mod pace;
mod pause_order;
mod post_ring;
mod publish_need;
mod release_offer;
mod resume_order;
mod revoke_order;
mod ring;
mod scope;
mod send;
mod serving;
mod set_need_bound;
mod subjects;
mod take;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;
mod withdraw_offer;
pub mod worker;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use salus_primitives::time::LONGEST_PERIOD;
pub use types::{
	Alarm, Claim, Duty, Ending, Evidence, Floor, Instruction, Lately, Need, NeedFacts, Offer,
	OfferEnding, OfferFacts, Order, Origin, Pace, Posting, Request, Scope, Sent, Supply, Window,
	MAX_NAMED, MAX_OFFERS_AT_ONCE, MAX_OPEN_NEEDS, MAX_SENDINGS, MAX_SENT_LOTS, MAX_SUBSTITUTES,
	PLACES_LOOKED_AT, SHORTEST_OFFER,
};
pub use views::{Board, Explanation, FindingOf, ListPage, NeedExplanation, NeedPlace, NeedView};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, PartialEqNoBound};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
	use salus_primitives::{
		Access, Act, Actor, Catalogue, ClassId, Directory, Emergencies, Freezes, Geography,
		InstitutionId, Levels, LotId, Moment, NeedId, OfferId, OrderId, Quantity, RegionCode, Role,
		Severity, Shelf, Stock, Total, Trail, TransferId, Transfers,
	};

	/// The version of the storage's layout.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeCall: From<Call<Self>>>
		+ CreateAuthorizedTransaction<Call<Self>>
	{
		/// Who sets the bounds of needs without a history.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Knows the regions.
		type Geography: Geography;

		/// Knows the classes.
		type Catalogue: Catalogue<Self::AccountId>;

		/// Knows what institutions have and use.
		type Levels: Levels;

		/// Knows what expires first.
		type Shelf: Shelf;

		/// Sets goods aside.
		type Stock: Stock<Self::AccountId>;

		/// Makes transfers.
		type Transfers: Transfers<Self::AccountId>;

		/// Knows which emergencies are in force.
		type Emergencies: Emergencies;

		/// Knows which needs and offers wait for an allocation.
		type Freezes: Freezes;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// How many days of its daily use an institution may ask for.
		#[pallet::constant]
		type NeedDays: Get<u32>;

		/// On how many days a daily use must rest to be a history.
		#[pallet::constant]
		type MinHistory: Get<u32>;

		/// The most that may be needed of a class without a history, in base units, where governance
		/// has set nothing else.
		#[pallet::constant]
		type DefaultNeedBound: Get<Quantity>;

		/// The least time that whoever promised goods to a need has to dispatch them, in milliseconds.
		#[pallet::constant]
		type MinDispatch: Get<Moment>;

		/// The longest time from the publication of a need to its end, in milliseconds.
		#[pallet::constant]
		type MaxNeedTime: Get<Moment>;

		/// For how long a need is asked of each further region, in milliseconds.
		#[pallet::constant]
		type EscalationTime: Get<Moment>;

		/// The longest time from the making of an offer to its end, in milliseconds.
		#[pallet::constant]
		type MaxOfferTime: Get<Moment>;

		/// The most open offers of one institution.
		#[pallet::constant]
		type MaxOffers: Get<u32>;

		/// The most standing orders of one institution.
		#[pallet::constant]
		type MaxOrders: Get<u32>;

		/// After how many blocks an alarm that was not included is sent again.
		#[pallet::constant]
		type RetryPeriod: Get<BlockNumberFor<Self>>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need from the registry.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next need.
	#[pallet::storage]
	pub type NextNeedId<T> = StorageValue<_, NeedId, ValueQuery>;

	/// All needs.
	#[pallet::storage]
	pub type Needs<T> = StorageMap<_, Identity, NeedId, Need>;

	/// The open needs, by each class that serves them and the region that they are asked of.
	#[pallet::storage]
	pub type OpenNeeds<T> = StorageNMap<
		_,
		(
			NMapKey<Identity, ClassId>,
			NMapKey<Blake2_128Concat, RegionCode>,
			NMapKey<Identity, NeedId>,
		),
		(),
	>;

	/// The needs of each institution that are open, or to which something is promised, by each class that
	/// serves them.
	#[pallet::storage]
	pub type NeedsOf<T> = StorageDoubleMap<
		_,
		Identity,
		InstitutionId,
		Identity,
		ClassId,
		BoundedVec<NeedId, ConstU32<MAX_OPEN_NEEDS>>,
		ValueQuery,
	>;

	/// The most that may be needed of a class without a history, in base units, where governance has
	/// set it.
	#[pallet::storage]
	pub type NeedBounds<T> = StorageMap<_, Identity, ClassId, Quantity>;

	/// The identifier of the next offer.
	#[pallet::storage]
	pub type NextOfferId<T> = StorageValue<_, OfferId, ValueQuery>;

	/// All offers.
	#[pallet::storage]
	pub type Offers<T> = StorageMap<_, Identity, OfferId, Offer>;

	/// The open offers, by class.
	#[pallet::storage]
	pub type OpenOffers<T> = StorageDoubleMap<_, Identity, ClassId, Identity, OfferId, ()>;

	/// The open offers, by giver.
	#[pallet::storage]
	pub type OffersOf<T> = StorageDoubleMap<_, Identity, InstitutionId, Identity, OfferId, ()>;

	/// How many open offers an institution has.
	#[pallet::storage]
	pub type OfferCount<T> = StorageMap<_, Identity, InstitutionId, u32, ValueQuery>;

	/// The identifier of the next standing order.
	#[pallet::storage]
	pub type NextOrderId<T> = StorageValue<_, OrderId, ValueQuery>;

	/// All standing orders.
	#[pallet::storage]
	pub type Orders<T> = StorageMap<_, Identity, OrderId, Order>;

	/// The standing orders that are not revoked, by institution.
	#[pallet::storage]
	pub type OrdersOf<T: Config> =
		StorageMap<_, Identity, InstitutionId, BoundedVec<OrderId, T::MaxOrders>, ValueQuery>;

	/// How grave an emergency must be at least for a standing order to act, for those that are bound.
	#[pallet::storage]
	pub type OrderBounds<T> = StorageMap<_, Identity, OrderId, Severity>;

	/// What each transfer came from that was taken from an offer, or sent by a standing order, until
	/// something is known of its goods, or it ends without leaving.
	#[pallet::storage]
	pub type Origins<T> = StorageMap<_, Identity, TransferId, Origin>;

	/// The standing orders that are not revoked, by class. The worker goes through them.
	#[pallet::storage]
	pub type OrdersByClass<T> = StorageDoubleMap<_, Identity, ClassId, Identity, OrderId, ()>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The most that may be needed of a class without a history was set; with none, it is the
		/// general one again.
		NeedBoundSet { class: ClassId, bound: Option<Quantity> },
		/// A need was published.
		NeedPublished {
			need: NeedId,
			institution: InstitutionId,
			class: ClassId,
			/// In base units.
			quantity: Quantity,
			/// The region that it is asked of.
			region: RegionCode,
		},
		/// A transfer promises goods to a need.
		NeedPromised {
			need: NeedId,
			/// In base units.
			quantity: Total,
			/// What nobody has promised yet.
			open: Total,
		},
		/// Something became of goods that were promised to a need.
		NeedChanged {
			need: NeedId,
			/// What nobody has promised, in base units.
			open: Total,
			/// What has arrived in all, in base units.
			delivered: Total,
			/// Whether more is open than before.
			reopened: bool,
		},
		/// As much was delivered as was needed.
		NeedFilled { need: NeedId },
		/// A need was closed by who published it.
		NeedClosed { need: NeedId },
		/// The time of a need ran out, and it is asked of another region.
		NeedEscalated {
			need: NeedId,
			/// The region that it is asked of now.
			region: RegionCode,
			/// What nobody has promised, in base units.
			open: Total,
			/// Until when it is asked of it.
			until: Moment,
		},
		/// The time of a need ran out for good.
		NeedExpired {
			need: NeedId,
			/// What nobody has promised, in base units.
			open: Total,
		},
		/// Goods were set aside for others.
		OfferMade {
			offer: OfferId,
			institution: InstitutionId,
			class: ClassId,
			/// In base units.
			quantity: Quantity,
		},
		/// Goods were taken from an offer, or an allocation shared them out.
		OfferTaken {
			offer: OfferId,
			need: NeedId,
			/// The transfer that carries them, which is accepted.
			transfer: TransferId,
			/// In base units.
			quantity: Quantity,
			/// What is left; with nothing, the offer has ended.
			left: Quantity,
		},
		/// What was taken from an offer and never left is offered again.
		OfferReturned {
			offer: OfferId,
			/// In base units.
			quantity: Quantity,
			/// What is left of the offer now.
			left: Quantity,
		},
		/// What was left of an offer is available again, as its giver wanted.
		OfferWithdrawn {
			offer: OfferId,
			/// In base units.
			quantity: Quantity,
		},
		/// What was left of an offer is available again: its time or its giver's standing had ended.
		OfferReleased {
			offer: OfferId,
			/// In base units.
			quantity: Quantity,
		},
		/// A standing order was given.
		OrderGiven { order: OrderId, institution: InstitutionId, class: ClassId },
		/// A standing order does nothing until it is resumed.
		OrderPaused { order: OrderId },
		/// A standing order acts again.
		OrderResumed { order: OrderId },
		/// A standing order was revoked.
		OrderRevoked { order: OrderId },
		/// A standing order proposed a transfer.
		OrderSent {
			order: OrderId,
			need: NeedId,
			transfer: TransferId,
			/// In base units.
			quantity: Total,
		},
		/// A standing order offered what expires soon.
		OrderOffered {
			order: OrderId,
			/// How many offers it made.
			offers: u32,
			/// In base units, over all of them.
			quantity: Total,
		},
		/// Nothing is left of what ended long ago.
		Forgotten { posting: Posting },
		/// A standing order acts during emergencies alone; with no severity, it acts at any time again.
		OrderBound {
			order: OrderId,
			/// How grave an emergency must be at least.
			during: Option<Severity>,
		},
	}

	/// The order is part of the interface: the pool refuses an alarm without a signature with the number
	/// of the error here, in circulation or in the registry, as `InvalidTransaction::Custom`.
	#[pallet::error]
	#[derive(PartialEqNoBound, EqNoBound, CloneNoBound)]
	pub enum Error<T> {
		/// The institution that acts is not the one whose need, offer or order this is.
		NotOwn,
		/// There is no class with this identifier: check it.
		ClassNotFound,
		/// A class is named twice: name each once.
		ClassNamedTwice,
		/// The base unit of a substitute is not that of the class: publish a need of its own.
		UnitsDiffer,
		/// The quantity is zero: choose another.
		ZeroQuantity,
		/// The end is over, or now: choose a later one.
		EndPassed,
		/// The time is longer than allowed: choose an earlier end.
		TooLong,
		/// The window ends before it begins: exchange the two.
		WindowReversed,
		/// The institution has no site of this number: check it.
		SiteNotFound,
		/// The institution has as many needs that the class, or a substitute, serves as it may: close one, or
		/// wait until what is promised to a closed one has arrived.
		TooManyNeeds,
		/// More than the institution may ask for, with its other open needs for the class. Ask
		/// `explain_need`, which names the cap.
		AboveCap,
		/// There is no need with this identifier: check it.
		NeedNotFound,
		/// The need is closed, or its time is over.
		NeedNotOpen,
		/// It has ended: nothing changes it any more.
		Ended,
		/// The time is not over: ring later.
		TimeNotOver,
		/// Nothing is open of the need: all of it is promised.
		NeedCovered,
		/// There is no offer with this identifier: check it.
		OfferNotFound,
		/// There is no lot with this identifier: check it.
		LotNotFound,
		/// The least that is taken at once is zero, or more than is offered: choose another.
		InvalidLeast,
		/// Goods that go back are not offered: choose other terms.
		ReturnNotOffered,
		/// The goods expire before the offer ends: choose an earlier end.
		ExpiresBeforeEnd,
		/// Less is available: choose a smaller quantity.
		InsufficientStock,
		/// Less would be left with the giver than it keeps, less is left already, or its share of what is
		/// above that is nothing.
		BelowFloor,
		/// The institution has as many open offers as it may: withdraw one.
		TooManyOffers,
		/// There is no region with this code: check it.
		RegionNotFound,
		/// At this pace no transfer may go: choose days that reservation and transit allow.
		InvalidPace,
		/// The offer is the taker's own: use the goods.
		OwnOffer,
		/// Less than the least that is taken at once: take more.
		BelowLeast,
		/// Less is left of the offer: take less.
		InsufficientOffer,
		/// It is for more urgent needs.
		NotUrgentEnough,
		/// It is for institutions of other kinds.
		KindOutsideScope,
		/// It is for other regions.
		RegionOutsideScope,
		/// The institution lacks a licence that is asked for.
		CapabilityMissing,
		/// There is no standing order with this identifier: check it.
		OrderNotFound,
		/// The institution has as many standing orders as it may: revoke one.
		TooManyOrders,
		/// A period is of no day, or longer than the longest one: choose another.
		InvalidPeriod,
		/// The standing order is paused.
		OrderPaused,
		/// Nothing to change: the standing order is not paused.
		OrderNotPaused,
		/// The need ends before anybody could be asked to dispatch.
		NeedEndsTooSoon,
		/// The standing order does something else: it offers where it should send, or sends where it
		/// should offer.
		OtherDuty,
		/// The need is that of the order's own institution.
		OwnNeed,
		/// The order is for a class that the need does not accept.
		ClassNotNeeded,
		/// The order has sent what it may in this period, or as often: ring in the next one.
		PeriodUsedUp,
		/// What the order sent to the need in this period never left: ring in the next one.
		TurnedDown,
		/// Of the first [`PLACES_LOOKED_AT`] lots on the institution's shelf of the class, none has anything
		/// that lasts as long as the need asks: take expired and borrowed goods off it, or send by hand.
		NothingToSend,
		/// Of the first [`PLACES_LOOKED_AT`] lots on the institution's shelf of the class, none has anything
		/// that expires so soon and can be offered: take expired and borrowed goods off it, or offer by hand.
		NothingToOffer,
		/// The order's institution is suspended or wound up.
		GiverInactive,
		/// It has not ended.
		NotEnded,
		/// Its newest record is not pruned yet: wait until its epoch is.
		RecordNotPruned,
		/// Something that was promised is under way: wait until it arrived or ended.
		StillPromised,
		/// No identifier is left.
		IdsExhausted,
		/// The standing order is bound to emergencies, and for its class none that is grave enough is in force
		/// where the need is; for an order that offers, where its own institution is.
		NoEmergency,
		/// An allocation is deciding about the need, or about the offer: wait until it has ended, at most 20
		/// minutes. Meanwhile a need can be closed, and an offer withdrawn.
		Frozen,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn offchain_worker(now: BlockNumberFor<T>) {
			worker::run::<T>(now);
		}

		fn integrity_test() {
			assert!(T::NeedDays::get() > 0, "some use may be asked for");
			assert!(T::MinHistory::get() > 0, "a history needs a day");
			assert!(T::MaxNeedTime::get() > 0 && T::EscalationTime::get() > 0, "needs need time");
			assert!(T::MaxOfferTime::get() > 0, "offers need time");
			assert!(T::MaxOffers::get() > 0 && T::MaxOrders::get() > 0, "there is room for one");
			assert!(T::Transfers::most_lines() > 0, "an order can send something");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What the chain knows of a class at an institution, the most that it may ask for, and every
		/// reason why it could not publish this need now; the roles of its agent aside.
		pub fn explain_need(institution: InstitutionId, request: Request) -> NeedExplanation<T> {
			Self::view_explain_need(institution, &request)
		}

		/// Every reason why a standing order would send nothing to a need now, and what the transfer that it
		/// would make is refused with.
		pub fn explain_order(order: OrderId, need: NeedId) -> Explanation<T> {
			Self::view_explain_order(order, need)
		}

		/// Every reason why its publisher could not take so many base units of an offer for a need now, the
		/// roles of its agent aside, and what the transfer that this would make is refused with.
		pub fn explain_take(offer: OfferId, need: NeedId, quantity: Quantity) -> Explanation<T> {
			Self::view_explain_take(offer, need, quantity)
		}

		/// A need; `None` when there is none, or none any more.
		pub fn need(need: NeedId) -> Option<NeedView> {
			Self::view_need(need)
		}

		/// The open needs that a class serves: those asked of one region, or of all of them. With a
		/// region, the place `after` is in it.
		pub fn open_needs(
			class: ClassId,
			region: Option<RegionCode>,
			after: Option<NeedPlace>,
			limit: u32,
		) -> ListPage<NeedView, NeedPlace> {
			Self::view_open_needs(class, region, after, limit)
		}

		/// The offers of which something could be taken for a need, rules aside.
		pub fn offers_for(
			need: NeedId,
			after: Option<(ClassId, OfferId)>,
			limit: u32,
		) -> ListPage<(OfferId, Offer), (ClassId, OfferId)> {
			Self::view_offers_for(need, after, limit)
		}

		/// The open needs of others that goods of a lot could fill that arrive at once, rules aside.
		pub fn needs_for(
			institution: InstitutionId,
			lot: LotId,
			after: Option<NeedPlace>,
			limit: u32,
		) -> ListPage<NeedView, NeedPlace> {
			Self::view_needs_for(institution, lot, after, limit)
		}

		/// The needs of an institution that are open, or to which something is promised, its open offers and
		/// its standing orders; of needs and offers, 256 at most.
		pub fn board(institution: InstitutionId) -> Board {
			Self::view_board(institution)
		}

		/// An offer; `None` when there is none, or none any more.
		pub fn offer(offer: OfferId) -> Option<Offer> {
			Self::load_offer(offer).ok()
		}

		/// A standing order; `None` when there is none, or none any more.
		pub fn order(order: OrderId) -> Option<Order> {
			Self::load_order(order).ok()
		}
	}
}
