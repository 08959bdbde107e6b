//! # Emergencies
//!
//! Which emergencies are in force, where and for what, and how they end by themselves; and how what is offered
//! of a class is shared out among those who need it in one.
//!
//! A *declaration* names regions and classes, a severity, and an end. As long as it is in force, there is an
//! emergency of that severity for each of these classes in each of these regions and in all of their parts.
//! It moves no goods, and gives nobody a power: it is a fact that others ask for
//! ([`Emergencies`](salus_primitives::Emergencies)), by rules and standing orders that were written before.
//!
//! An *allocation* brings the open needs and the offers of one class together, as they are when it is opened:
//! it decides how much each need is to get, and of which offer, and makes the transfers. It takes nothing that
//! was not offered, and gives nobody more than was asked for.
//!
//! | term | meaning |
//! |---|---|
//! | *emergency* | what one declaration brought about |
//! | *severity* | one of the four levels of national emergency plans; the gravest counts |
//! | *pair* | a region and a class of one declaration |
//! | *cover* | that an emergency is the one which counts for a pair; at most one is |
//! | *in force* | of an emergency: nobody has ended it, its end has not come, and it is ratified or its term is not over |
//! | *pending* | of an emergency: the council declared it, and nobody has ratified or ended it |
//! | *term* | until when a pending emergency is in force: as long as [`Config::Haste`] says |
//! | *over* | of an emergency: it is ended, or its end has come. Nothing brings it back into force |
//! | *cooling* | how long what the council declared and nobody has ratified binds it: [`Config::Cooling`] from the end of the emergency or of its term, whichever came first |
//! | *closed* | of an emergency that is over: it covers nothing, and binds nobody |
//! | *allocation* | of one class in one emergency, from its opening until it is archived |
//! | *to gather* | to list a need or an offer in an allocation, with its figures as they are then |
//! | *frozen* | of a need or an offer: listed in an allocation that runs and whose time is not over. Nobody else takes it, serves it or lets it lapse meanwhile |
//! | *left out* | of a need or an offer: an allocation looked at it, and did not gather it. It tells why ([`LeftOut`]) |
//! | *place* | a region from whose seat the ways of needs and offers are reckoned |
//! | *pair* | of an allocation: an offer and a need to which it may go, but for the rules |
//! | *group of offers* | offers that may go to exactly the same needs. One is shared out after the other, those of fewer needs first |
//! | *level* | how many units for each unit of weight the needs of a tier are raised to, by one group |
//! | *share* | how much a need is to get. Shares can be delivered, rules aside |
//! | *line* | how much of which offer goes to which need. Of it a transfer is made, or it is *skipped* |
//! | *plan* | all lines of an allocation. One is *posted* with *prices* that prove that there is no better one; see [`salus_analysis::transport`] |
//! | *candidate* | a plan that was posted, and about whose pairs the rules are asked. It *stands* until they forbid one, or have been asked about all |
//! | *bar* | a pair that the rules forbid. It is a pair no more |
//! | *step* | what one block, or one call, does of an allocation |
//!
//! ## A short story
//!
//! On a Thursday in January hospitals in Wuhan run out of masks. The council declares a serious emergency for
//! masks and gowns in Hubei, for twenty days ([`declare`](Pallet::declare)). It is in force in that block, and
//! pending: the orders of hospitals far away that are bound to it send. The assembly votes on Friday, and
//! ratifies it (`ratification.ratify`): it lasts. In February the assembly gives it an end in April
//! ([`prolong`](Pallet::prolong)). In March it is not needed any more, and the assembly calls it off
//! ([`call_off`](Pallet::call_off)).
//!
//! In June the council declares another one, for oxygen in Shanghai, and nobody puts that to the vote. Three
//! days later it is out of force: nobody has done anything, and no event says so. The council would declare
//! it again, and is refused for a week ([`Error::NotRatifiedLately`]); for the whole country too. Somebody
//! closes what is left ([`close`](Pallet::close)).
//!
//! While the first was in force, fifty hospitals of Hubei asked for masks, and nine givers offered some, by far
//! not enough. The health commission of Hubei opens an allocation
//! ([`open_allocation`](Pallet::open_allocation)). In that block and the next ones what is needed and offered is
//! frozen, and what there is is shared out by urgency and by what each hospital uses. The off-chain worker of some
//! node finds out which offer goes to whom, so that as much as possible is delivered, what expires first goes
//! first, and all of it goes the least way; and posts that with prices that prove it
//! ([`post_plan`](Pallet::post_plan)). Forty transfers are made, as if the hospitals had taken so much. One giver was
//! suspended meanwhile, and its lines are skipped; what is still lacking is asked of the whole country. Anybody
//! recomputes all of it ([`problem`](Pallet::problem)).
//!
//! ## In force
//!
//! Whether an emergency is in force is not stored: the end and the term are compared with the clock whenever
//! somebody asks. So it lapses by itself, in both ways, and nobody need act. What it reads is bounded whatever
//! is declared: for each region of a lineage one entry of [`Covers`], and the emergency that this names.
//!
//! A second declaration over a pair is refused while the first is in force ([`Error::AlreadyDeclared`]). When
//! it is not, the second takes the pair, and nobody has to clear up before. A graver emergency is declared over
//! a region around, or the first is called off.
//!
//! ## Haste
//!
//! | who | declares | calls off | prolongs |
//! |---|---|---|---|
//! | the council | in force at once, and pending | one that is pending | |
//! | the assembly, root | for good | any that is in force | any that is in force and not pending |
//!
//! - An emergency is a [`Matter`](salus_primitives::Matter) of its own. What
//!   [`Config::Haste`] keeps of it is pending exactly as long as the emergency is.
//! - A ratification behind the term brings the emergency back into force until its end, save for the pairs
//!   that another declaration took meanwhile. When somebody had it lapse before (`ratification.lapse`), it is
//!   ended for good.
//! - The council cannot live on declarations that nobody ratifies. Each is a new matter, so the cooling of
//!   ratification does not bind it; therefore what it declared is listed ([`Unratified`]) until it is ratified
//!   or has cooled. For a class of a listed one it declares nothing for a region that this names, nor for one
//!   around that; for a part of it, only while the listed one is pending and in force. So an outbreak may get
//!   graver where it is, and may spread next door.
//! - A part that is declared at the last moment of a term outlasts it by a term of its own, and no part of
//!   that does.
//! - At most [`MAX_UNRATIFIED`] are listed. The assembly is bound by none of this.
//!
//! ## Allocations
//!
//! | stage | what a step does |
//! |---|---|
//! | gathering | looks at up to [`LOOKED_AT`] open needs of the class, then at as many offers, and finds which needs each may go to, as of the opening. The best stay, [`MAX_SIDE`] of each, no more than [`MAX_OF_GIVER`] offers of one giver, and none that may go nowhere |
//! | apportioning | decides all shares, group by group, on top of what earlier groups gave: needs of a higher priority first; among those of one, in proportion to the use that the chain saw, at most what each asks for |
//! | deciding | waits for a plan; asks the rules about pairs of the one that stands: up to [`MAX_STEP`] by a call, as many as there is room for by a block |
//! | greedy | when no plan was proven in time, gives of as many offers: what expires first to the nearest need whose share is open, then to the next. The rules are asked before; when they keep an offer from [`MAX_REFUSED`] needs, it gives nothing more |
//! | carrying out | makes transfers of lines, as many as pairs are asked about |
//! | escalating | asks what is open of as many needs of the parent regions |
//! | summing | works out the figures, and ends it |
//! | clearing | where it ends early without a line, forgets what it gathered, [`MAX_ARCHIVED`] entries at a time |
//!
//! - One of a class runs at a time, whatever the emergency, [`MAX_RUNNING`] in all, and the next one of the same class
//!   in the same emergency is opened [`Config::Pause`] after the last at the earliest; [`SHORT_PAUSE`] after its end
//!   when that had nothing to share.
//! - A transfer that comes to nothing because its giver withdraws, or lets the time for the dispatch pass, keeps its
//!   offer from later allocations ([`FailedOffers`]); one from which its receiver withdraws keeps its need ([`DeclinedNeeds`]),
//!   until the allocation is archived. Whoever wants in again makes another offer, or publishes another need.
//! - Blocks take the steps of the oldest first, as far as they have room, and [`Config::AtMost`] in each;
//!   anybody hastens one ([`advance`](Pallet::advance)). In the safe mode neither is done.
//! - It decides about figures that were frozen, so it comes to the same however long it takes, and in whatever
//!   order needs and offers were come to. What is carried out is looked up anew: a line carries no more than is
//!   there by then.
//! - **What is frozen is free by itself**, when [`Config::LongestAllocation`] is over, whatever has been done by
//!   then. Who gave may withdraw an offer before, and who needs may close a need: their lines are skipped.
//! - Rules are asked again when a transfer is made. Those whose answer hangs on the quantity are asked for the whole
//!   line, which is made or skipped.
//! - When the emergency is not in force any more, or the time is over, the next step ends it. Transfers that
//!   were made stay.
//!
//! ## Plans
//!
//! Whoever has a plan posts it: a worker without a signature, anybody with one ([`submit_plan`](Pallet::submit_plan)).
//! It does not matter who: the chain checks in exact integers that of all plans over the pairs there are this one
//! delivers the most, of these what expires first, and of these by the fewest unit-kilometres. A plan that does not
//! hold is refused by the name of what is wrong with it ([`explain_plan`](Pallet::explain_plan)).
//!
//! - The rules are not asked about every pair, but about those over which a plan goes. If they forbid one, for one unit
//!   and for as much as could go, that pair is barred, and the plan dropped.
//! - Whoever knows that the rules forbid a pair says so ([`submit_bars`](Pallet::submit_bars)), or puts it into a plan.
//!   The rules are asked about each bar; a false one is refused. A bar on a pair of the plan that stands drops it.
//! - While a plan stands, another one is refused unless one of its bars drops it ([`Error::CandidateStands`]). So a plan
//!   that the rules allow is never displaced, and one that they forbid delays the others by a few blocks.
//! - It is waited for [`Config::ProvingTime`], and no longer than half of the time that is left. Then the greedy plan is
//!   worked out over the pairs that are left, and the allocation tells which of the two it was ([`Method`]).
//! - An institution that writes rules while they are asked loses the pairs that these forbid in the meantime, for this
//!   allocation; at worst the greedy plan is carried out. Its rules are on its trail.
//!
//! With every block, the [`worker`] looks for allocations that wait, solves them, asks the rules, and sends what it
//! found once the chain's own check has passed on its node.
//!
//! ## Who gets out
//!
//! | of | by |
//! |---|---|
//! | an emergency that is in force | its end; its term; the assembly; of a pending one, the council |
//! | a pair that is covered by what is not in force | the next declaration |
//! | the list of what was not ratified | ratification; time, and then the next declaration of the council or whoever closes the emergency |
//! | an emergency that is over | anybody closes it ([`close`](Pallet::close)), and removes it when its newest record is pruned ([`forget_emergency`](Pallet::forget_emergency)) |
//! | a need, or an offer, that is frozen | its end, or that of its time; whoever needs closes it, whoever gives withdraws it |
//! | an allocation that runs | anybody has it take steps; the end of its emergency, or of its time |
//! | an allocation that waits for a plan | anybody posts one; the end of the time for that |
//! | a plan that stands and that the rules forbid | anybody bars one of its pairs; the questions of the chain itself |
//! | a transfer that it made | as from any other: both sides withdraw, and anybody releases what was not dispatched in time |
//! | an allocation that has ended | anybody archives it, [`Config::ArchiveAfter`] later ([`archive_allocation`](Pallet::archive_allocation)), or at once where it has no line, and has it forgotten once its newest record is pruned ([`forget_allocation`](Pallet::forget_allocation)) |
//! | an offer that failed, or a need that was declined | a new one |
//!
//! ## Records
//!
//! A declaration, what prolongs it, calls it off and closes it are recorded on the emergency; so are its
//! ratification and its lapse. That it went out of force by time is not: both moments are in its entry.
//!
//! Every step of an allocation leaves a record on it, whose actor is the allocation, whoever had it taken: with
//! the digest of the allocation and its stage before the step; of the allocation, the first line and the
//! number of lines; or of the allocation and how it ended. A plan and bars leave one too, with the digest of what was
//! posted; without a signature, nobody's. On needs, offers, lots and transfers there is a
//! record for each line, of the allocation, the line, and one.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. Every emergency has an identifier below the next one, and a record. It names a region and a class at
//!    least, each in ascending order, each once. It was declared in the past, and ends after that.
//! 2. An emergency covers as many pairs as it says, all of them its own, and none is covered by what is not
//!    stored. One that is in force covers every pair of its own, unless it was ratified: behind its term
//!    others may have taken some.
//! 3. An emergency is pending exactly when it is for [`Config::Haste`], up to the same moment. What the council
//!    declared and nobody ratified is listed until it has cooled. Nothing else is listed, and nothing twice.
//! 4. Every allocation has an identifier below the next one, and a record, and is of a class of an emergency
//!    that is stored, which counts how many of it are. Those that have not ended are listed as running, in
//!    order, one of each class.
//! 5. Needs, offers and lines are as many as the allocation says. Needs and offers are in ascending order, each
//!    once, each at a place of the allocation. Between these there are distances once shares are decided. What
//!    pairing must know of needs is kept until that is over, and a greedy plan while it is in the making.
//!    Nothing is kept of what is not stored, and no list of what ended early without a line.
//! 6. Whatever is listed in an allocation that runs, and whose time is not over, is frozen for it. What is
//!    frozen names an allocation that is stored, which lists it if it runs.
//! 7. No share is more than was asked for, and no offer may go nowhere but for what was barred. Once shares are
//!    decided, they are those that follow from needs, offers and pairs, with those that were barred since. These are
//!    as many as the allocation says, and pairs no more. The fingerprint is that of the figures.
//! 8. There are fewer lines than needs and offers together. They are in ascending order, on pairs, and within
//!    what is left of each offer and the share of each need.
//! 9. Lines that are carried out and not archived have an outcome, and no others have, and none is more than
//!    planned. A transfer carries out a line exactly when that says that it was made; while it is pending, it
//!    is accepted, from the line's giver to its receiver, and carries what the line says. Needs are promised
//!    what their lines say, and no more than their shares. An offer has failed, and a need was declined, by an
//!    allocation that is stored and has lines.
//! 10. An allocation has its figures exactly when it has ended well. They are the sums of its needs and of its
//!     groups, and goods go as far as its lines say. The least is that of the lines exactly when they were proven.
//! 11. Every archived allocation has an identifier below the next one, and is stored no more.
//! 12. A plan stands exactly while an allocation that is deciding asks the rules about it, of some lines less than
//!     it has. It goes over pairs alone, and takes no more than there is.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod allocations;
mod benchmarking;
mod calls;
mod declarations;
mod errors;
mod proofs;
mod subjects;
mod try_state;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use allocations::{
	Allocation, AllocationEnding, BarredSets, DistanceTable, FactsOf, Fill, FrozenNeed,
	FrozenOffer, GreedyState, Group, GroupFigures, LeftOut, Line, LineList, LineOutcome,
	LineReport, LineState, LinesPage, Method, NeedList, NeedReport, NeedSet, NeedsPage, OfferList,
	PlaceList, PlaceSeat, ProblemView, Quality, RunningList, SkippedLine, Stage, TransferLine,
	LOOKED_AT, MAX_ARCHIVED, MAX_GROUPS, MAX_LINES, MAX_OF_GIVER, MAX_PLACES, MAX_REFUSED,
	MAX_RUNNING, MAX_SIDE, MAX_STEP, MOST_LOOKED_AT, SHORT_PAUSE,
};
pub use declarations::{
	Declaration, Emergency, EmergencyEnding, EmergencyPage, EmergencyView, Hasty, UnratifiedList,
	MAX_CLASSES, MAX_REGIONS, MAX_UNRATIFIED,
};
pub use pallet::*;
pub use proofs::{worker, BarList, PlanBars, PostedPlan, PriceList, MAX_BARS, MAX_PLAN_BARS};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use crate::{
		worker, Allocation, AllocationEnding, BarList, BarredSets, Declaration, DistanceTable,
		Emergency, EmergencyPage, EmergencyView, FactsOf, GreedyState, GroupFigures, LeftOut,
		LineList, LineOutcome, LinesPage, Method, NeedList, NeedsPage, OfferList, PlaceList,
		PostedPlan, ProblemView, Quality, RunningList, TransferLine, UnratifiedList, WeightInfo,
		MAX_ARCHIVED, MAX_GROUPS, MAX_LINES, MAX_PLAN_BARS,
	};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::{
			Blake2_128Concat, ConstU32, DispatchResult, DispatchResultWithPostInfo, EnsureOrigin,
			Hooks, Identity, Pays, StorageDoubleMap, StorageMap, StorageValue, StorageVersion,
			ValueQuery,
		},
		traits::Get,
		weights::{Weight, WeightMeter},
		BoundedVec, CloneNoBound, EqNoBound, PartialEqNoBound,
	};
	use frame_system::{
		offchain::CreateAuthorizedTransaction,
		pallet_prelude::{BlockNumberFor, OriginFor},
	};
	use salus_primitives::{
		Access, Act, Actor, AllocationId, Catalogue, ClassId, Directory, EmergencyId, Geography,
		Haste, Levels, Matching, Moment, NeedId, OfferId, Quantity, RecordId, RegionCode, Severity,
		Total, Trail, TransferId, Transfers, Unmet,
	};
	use sp_core::H256;
	use sp_runtime::DispatchError;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeCall: From<Call<Self>>>
		+ CreateAuthorizedTransaction<Call<Self>>
	{
		/// Who declares emergencies, and calls them off: the council, the assembly and root. What the council
		/// does is hasty.
		type DeclarationOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Who prolongs emergencies: the assembly and root.
		type ProlongOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Who opens allocations besides the health commissions: the council, the assembly and root.
		type OpenOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts for a health commission, and who closes and removes what is over.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Knows the regions, and where their seats are.
		type Geography: Geography;

		/// Knows the classes.
		type Catalogue: Catalogue<Self::AccountId>;

		/// Knows what institutions have.
		type Levels: Levels;

		/// Brings needs and offers together.
		type Matching: Matching<Self::AccountId>;

		/// Knows what became of transfers.
		type Transfers: Transfers<Self::AccountId>;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// Told of what is declared and called off, and knows until when what the council declared is in
		/// force without being ratified.
		type Haste: Haste<Self::AccountId>;

		/// How many days ahead the end of an emergency is at most, when it is declared and when it is
		/// prolonged.
		#[pallet::constant]
		type MaxDays: Get<u32>;

		/// For how long what the council declared and nobody ratified binds it, in milliseconds: from the end
		/// of the emergency, or of its term if that came first.
		#[pallet::constant]
		type Cooling: Get<Moment>;

		/// How long after an allocation the next one of the same class in the same emergency is opened, from
		/// opening to opening, in milliseconds. Behind one that had nothing to share, [`SHORT_PAUSE`](crate::SHORT_PAUSE)
		/// from its end suffices.
		#[pallet::constant]
		type Pause: Get<Moment>;

		/// For how long an allocation freezes what it lists, and takes steps, in milliseconds; less than the
		/// pause.
		#[pallet::constant]
		type LongestAllocation: Get<Moment>;

		/// For how long an allocation waits for a plan, in milliseconds; for half of the time that is left at most.
		#[pallet::constant]
		type ProvingTime: Get<Moment>;

		/// How long ago an allocation must have ended to be archived, in milliseconds.
		#[pallet::constant]
		type ArchiveAfter: Get<Moment>;

		/// What the steps weigh at most that one block takes by itself.
		#[pallet::constant]
		type AtMost: Get<Weight>;

		/// The largest transaction that every block takes. Of it a plan without a signature weighs a part.
		type LargestTransaction: Get<Weight>;

		/// For how many blocks the off-chain worker waits for what it sent before it sends it again.
		#[pallet::constant]
		type RetryPeriod: Get<BlockNumberFor<Self>>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need from the registry.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next emergency.
	#[pallet::storage]
	pub type NextEmergencyId<T> = StorageValue<_, EmergencyId, ValueQuery>;

	/// Every emergency, until it is forgotten.
	#[pallet::storage]
	pub type Emergencies<T> = StorageMap<_, Identity, EmergencyId, Emergency>;

	/// The emergency that counts for each class in each region, whether it is in force or not.
	#[pallet::storage]
	pub type Covers<T> =
		StorageDoubleMap<_, Blake2_128Concat, RegionCode, Identity, ClassId, EmergencyId>;

	/// What the council declared and nobody has ratified, the oldest first, until it has cooled.
	#[pallet::storage]
	pub type Unratified<T> = StorageValue<_, UnratifiedList, ValueQuery>;

	/// The identifier of the next allocation.
	#[pallet::storage]
	pub type NextAllocationId<T> = StorageValue<_, AllocationId, ValueQuery>;

	/// The allocations that have not ended, the oldest first.
	#[pallet::storage]
	pub type Running<T> = StorageValue<_, RunningList, ValueQuery>;

	/// From when on the next allocation of each class may be opened in each emergency, until that is forgotten.
	#[pallet::storage]
	pub type OpensFrom<T> = StorageDoubleMap<_, Identity, EmergencyId, Identity, ClassId, Moment>;

	/// Every allocation, until it is archived.
	#[pallet::storage]
	pub type Allocations<T> = StorageMap<_, Identity, AllocationId, Allocation>;

	/// The needs of each allocation, by their identifiers.
	#[pallet::storage]
	pub type AskedBy<T> = StorageMap<_, Identity, AllocationId, NeedList, ValueQuery>;

	/// The offers of each allocation, by their identifiers.
	#[pallet::storage]
	pub type GivenBy<T> = StorageMap<_, Identity, AllocationId, OfferList, ValueQuery>;

	/// For each offer of an allocation the needs that the rules were found to keep it from. Nothing, where they were
	/// found to keep none from any.
	#[pallet::storage]
	pub type BarredPairs<T> = StorageMap<_, Identity, AllocationId, BarredSets, ValueQuery>;

	/// What pairing must know of the needs of an allocation, in their order, until it is over.
	#[pallet::storage]
	pub type PairingFacts<T: Config> =
		StorageMap<_, Identity, AllocationId, FactsOf<T>, ValueQuery>;

	/// The places of each allocation.
	#[pallet::storage]
	pub type Places<T> = StorageMap<_, Identity, AllocationId, PlaceList, ValueQuery>;

	/// The kilometres between the places of each allocation.
	#[pallet::storage]
	pub type Distances<T> = StorageMap<_, Identity, AllocationId, DistanceTable, ValueQuery>;

	/// The plan that stands of an allocation which is deciding, while the rules are asked about it.
	#[pallet::storage]
	pub type Candidates<T> = StorageMap<_, Identity, AllocationId, LineList>;

	/// The greedy plan of an allocation, while it is in the making.
	#[pallet::storage]
	pub type GreedyPlans<T> = StorageMap<_, Identity, AllocationId, GreedyState>;

	/// For which allocation a need was frozen last. It is frozen still while that runs and has time.
	#[pallet::storage]
	pub type FrozenNeeds<T> = StorageMap<_, Identity, NeedId, AllocationId>;

	/// For which allocation an offer was frozen last. It is frozen still while that runs and has time.
	#[pallet::storage]
	pub type FrozenOffers<T> = StorageMap<_, Identity, OfferId, AllocationId>;

	/// The lines of each allocation, by offer and need.
	#[pallet::storage]
	pub type Lines<T> = StorageMap<_, Identity, AllocationId, LineList, ValueQuery>;

	/// What became of each line that is carried out, counted from zero.
	#[pallet::storage]
	pub type Outcomes<T> = StorageDoubleMap<_, Identity, AllocationId, Identity, u16, LineOutcome>;

	/// Which line a transfer carries out, and between whom.
	#[pallet::storage]
	pub type TransferLines<T> = StorageMap<_, Identity, TransferId, TransferLine>;

	/// The offers of which goods that an allocation promised never left, because the giver withdrew or let the time for
	/// the dispatch pass; and that allocation, until it is archived. No other one gathers them.
	#[pallet::storage]
	pub type FailedOffers<T> = StorageMap<_, Identity, OfferId, AllocationId>;

	/// The needs whose institutions withdrew from a transfer that an allocation made for them; and that allocation, until
	/// it is archived. No other one gathers them.
	#[pallet::storage]
	pub type DeclinedNeeds<T> = StorageMap<_, Identity, NeedId, AllocationId>;

	/// How far the needs of each group were filled, of allocations that ended well: by region, then by kind.
	#[pallet::storage]
	pub type FillByGroup<T> = StorageMap<
		_,
		Identity,
		AllocationId,
		BoundedVec<GroupFigures, ConstU32<MAX_GROUPS>>,
		ValueQuery,
	>;

	/// The newest record of each archived allocation, for as long as that record is live.
	#[pallet::storage]
	pub type Archived<T> = StorageMap<_, Identity, AllocationId, RecordId>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An emergency was declared: it is in force until `until`.
		EmergencyDeclared {
			emergency: EmergencyId,
			severity: Severity,
			/// The first moment at which it is not in force any more.
			until: Moment,
			/// The first moment at which it is not in force any more unless it was ratified; none when it
			/// need not be.
			ratify_by: Option<Moment>,
		},
		/// An emergency was called off: it is not in force any more.
		EmergencyCalledOff { emergency: EmergencyId },
		/// An emergency has a later end.
		EmergencyProlonged { emergency: EmergencyId, until: Moment },
		/// An emergency that was over covers no region any more, and does not keep the council from declaring
		/// another one.
		EmergencyClosed { emergency: EmergencyId },
		/// What was left of an emergency is removed: its records were pruned.
		EmergencyForgotten { emergency: EmergencyId },
		/// What is offered of a class is shared out among those who need it where the emergency is.
		AllocationOpened { allocation: AllocationId, emergency: EmergencyId, class: ClassId },
		/// An allocation looked at a need, and does not decide about it.
		NeedLeftOut { allocation: AllocationId, need: NeedId, why: LeftOut },
		/// An allocation looked at an offer, and does not decide about it.
		OfferLeftOut { allocation: AllocationId, offer: OfferId, why: LeftOut },
		/// An allocation looks at no more needs, or at no more offers, though there may be some.
		GatheringCut { allocation: AllocationId },
		/// It is known what an allocation decides about: it is frozen.
		Gathered {
			allocation: AllocationId,
			/// How many needs.
			needs: u16,
			/// How many offers.
			offers: u16,
			/// How many of either were looked at and left out.
			left_out: u32,
		},
		/// It is decided how much each need is to get.
		SharesDecided {
			allocation: AllocationId,
			/// The digest of shares, offers and distances.
			fingerprint: H256,
			/// All shares together, in base units.
			units: Total,
		},
		/// A plan was posted, and there is no better one over the pairs that may be as far as is known. It is
		/// carried out unless the rules forbid it.
		PlanPosted {
			allocation: AllocationId,
			/// The digest of the plan.
			digest: H256,
			/// How far everything goes: units times kilometres.
			unit_km: Total,
		},
		/// The rules forbid goods of some offers to go to some needs: no plan sends any.
		PairsBarred {
			allocation: AllocationId,
			/// How many pairs were not known to be forbidden.
			pairs: u32,
		},
		/// The plan that stood is dropped: the rules forbid goods of this offer to go to this need.
		CandidateDropped { allocation: AllocationId, offer: OfferId, need: NeedId },
		/// A line was carried out: its transfer is accepted, and its goods are reserved. The giver
		/// dispatches it.
		LineMade {
			allocation: AllocationId,
			/// Counted from zero.
			line: u16,
			transfer: TransferId,
			/// In base units. It may be less than the line: no more was left of the offer, or open of the
			/// need.
			quantity: Quantity,
		},
		/// A line could not be carried out. The others are all the same.
		LineSkipped {
			allocation: AllocationId,
			line: u16,
			/// What taking as much from the offer would have failed with.
			error: DispatchError,
			/// The condition of a rule that is not met, where that is the reason.
			unmet: Option<Unmet>,
		},
		/// The goods of a line never left: the need is open again by as much.
		LineUnsent { allocation: AllocationId, line: u16, transfer: TransferId },
		/// What is open of a need behind the lines is asked of the region that its own is a part of.
		ShortfallEscalated {
			allocation: AllocationId,
			need: NeedId,
			/// Of which it is asked from now on.
			region: RegionCode,
			/// How much is open, in base units.
			open: Quantity,
		},
		/// An allocation ended: nothing waits for it any more.
		AllocationEnded {
			allocation: AllocationId,
			how: AllocationEnding,
			/// How its lines were found; none when there are none.
			method: Option<Method>,
		},
		/// Entries of an allocation that ended long ago were removed.
		EntriesArchived {
			allocation: AllocationId,
			/// How many of its lines, needs and offers are removed by now, from the first line on.
			archived: u32,
			/// The digest of what was removed.
			digest: H256,
		},
		/// All entries of an allocation were removed, and the allocation with them.
		AllocationArchived { allocation: AllocationId },
		/// Nothing is left of an archived allocation: its records are pruned.
		AllocationForgotten { allocation: AllocationId },
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn offchain_worker(now: BlockNumberFor<T>) {
			worker::run::<T>(now);
		}

		fn on_idle(_: BlockNumberFor<T>, room: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(room.min(T::AtMost::get()));
			Self::carry_on(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(T::MaxDays::get() > 0, "an emergency is in force for some time");
			assert!(T::Cooling::get() > 0, "what was not ratified is not declared again at once");
			assert!(T::LongestAllocation::get() > 0, "an allocation has some time");
			assert!(
				T::LongestAllocation::get() < T::Pause::get(),
				"what was frozen is free for some time before the next allocation"
			);
			let step = T::WeightInfo::look().saturating_add(Self::most_of_advancing(1));
			assert!(step.all_lte(T::AtMost::get()), "a block takes any step, {step}");
			let call = Self::most_of_advancing(crate::MAX_STEP);
			let largest = T::LargestTransaction::get();
			assert!(call.all_lte(largest), "anybody has any step taken, {call}");
			assert!(T::RetryPeriod::get() > 0u32.into(), "what is sent takes a block to arrive");
			let budget = salus_primitives::offchain::free_call_budget(Some(largest));
			let plan = T::WeightInfo::post_plan_512(MAX_LINES);
			let admitted = plan.saturating_add(T::WeightInfo::admit());
			assert!(admitted.all_lte(budget), "any plan is taken without a fee, {admitted}");
			assert!(Self::largest_bars() > 0, "a bar is taken without a fee");
			let signed = plan.saturating_add(Self::weight_of_plan_bars(MAX_PLAN_BARS));
			let bars = Self::weight_of_posting_bars(crate::MAX_BARS);
			assert!(
				signed.max(bars).all_lte(largest),
				"whatever is posted fits into a transaction"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// An emergency as it is stored, and whether it is in force; until it is forgotten.
		pub fn emergency(emergency: EmergencyId) -> Option<EmergencyView> {
			Self::view_emergency(emergency)
		}

		/// The emergencies behind the one in `after`, by number. A page ends when it lists `limit` of them,
		/// and when 256 numbers have been looked at, of which some may be forgotten. A client goes on with
		/// `next` until there is none.
		pub fn emergencies(after: Option<EmergencyId>, limit: u32) -> EmergencyPage {
			Self::view_emergencies(after, limit)
		}

		/// The gravest emergency that is in force for a class in a region, by itself or as a part of another
		/// one; none when there is none.
		pub fn severity(region: RegionCode, class: ClassId) -> Option<Severity> {
			<Self as salus_primitives::Emergencies>::severity(&region, class)
		}

		/// An allocation; none when it is archived.
		pub fn allocation(allocation: AllocationId) -> Option<Allocation> {
			Self::load_allocation(allocation).ok()
		}

		/// The allocations that have not ended, the oldest first.
		pub fn running() -> Vec<AllocationId> {
			Self::running_list().into_inner()
		}

		/// Everything that the shares and the lines of an allocation follow from, for whoever works them out
		/// anew, as far as it is known: needs, offers, which of these may go to which of those, places, and the
		/// kilometres between them; and the plan that stands.
		pub fn problem(allocation: AllocationId) -> Option<ProblemView> {
			Self::view_problem(allocation)
		}

		/// The needs of an allocation behind the place in `after`, with what they got and why not more;
		/// `limit` at most, of 256.
		pub fn needs_of(allocation: AllocationId, after: Option<u16>, limit: u32) -> NeedsPage {
			Self::view_needs_of(allocation, after, limit)
		}

		/// The lines of an allocation behind the one in `after`, those that are archived left out, with where
		/// each stands; `limit` at most, of 256.
		pub fn lines(allocation: AllocationId, after: Option<u16>, limit: u32) -> LinesPage {
			Self::view_lines(allocation, after, limit)
		}

		/// How well an allocation did, and how far the needs of each group were filled, with their Gini
		/// coefficient in millionths; none unless it ended well.
		pub fn quality(allocation: AllocationId) -> Option<(Quality, Vec<GroupFigures>)> {
			Self::view_quality(allocation)
		}

		/// Everything that is wrong with a plan, were it submitted now, each error once; nothing when it would be
		/// accepted.
		pub fn explain_plan(plan: PostedPlan) -> Vec<Error<T>> {
			Self::view_explain_plan(&plan)
		}

		/// The digest that [`Pallet::archive_allocation`] asks for.
		pub fn archive_digest(allocation: AllocationId) -> Option<H256> {
			Self::view_archive_digest(allocation)
		}
	}
}
