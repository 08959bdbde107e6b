//! # Reallocation
//!
//! What the assembly decided to move, and what became of it.
//!
//! A referendum carries a *plan*: lines that say which institution gives how much of which lot or class to
//! which other one, and until when. Once it is decided, each line becomes a transfer that is accepted, and
//! its goods are reserved at once. From then on it is a transfer like any other: the giver dispatches, the
//! receiver writes a receipt.
//!
//! ## Terms
//!
//! | term | meaning |
//! |---|---|
//! | plan | what was decided at once: lines, and two deadlines for all of them |
//! | line | who gives how much of what to whom |
//! | giver, receiver | of a line: whose goods leave, and whose they become |
//! | outcome | what became of a line: a transfer was made, or none could be and why, or one was made and its goods never left |
//! | short | of a line: less moves than it asks for |
//! | bound | of a transfer: it carries out a line. Its sender cannot withdraw from it |
//! | to yield | of a rule that an institution wrote for itself: what was decided moves although it forbids that |
//! | overdue | of a line: its giver let the time to dispatch pass |
//! | draft | a plan that would even out how long the stock of a class lasts; nothing is decided by it |
//!
//! ## A short story
//!
//! Two hundred ventilators stand in Shanghai, where they last for months; in Hubei they last for two days.
//! A health commission asks for a draft ([`Pallet::draft`]), which names who could give how many to whom
//! without going below thirty days of its own use. It asks what each line would come to
//! ([`Pallet::explain_plan`]), strikes one out, and puts the rest to the vote. The assembly approves it.
//!
//! In the block of the decision, and the next ones, the ventilators are reserved
//! ([`Pallet::decide_plan`]). One hospital has a rule of its own, that it gives no more than five a month;
//! the rule yields, and the report says so. One line is refused: its receiver lacks the licence for
//! ventilation. Another is short, since the giver had used some meanwhile. The report says that too, line
//! by line ([`Pallet::report`]).
//!
//! The givers dispatch. One does not, and cannot withdraw either. When its time is over it is listed as
//! overdue ([`Pallet::overdue`]), anybody releases the goods, and the council may suspend the giver.
//!
//! ## What a decision overrides
//!
//! It stands for the consent of both sides, and the giver's own rules yield to it: when the transfer is made
//! and when its goods leave. What the giver's own limits count, they count all the same. Rules of
//! governance do not yield. Nor does anything else that a proposal meets: standing, licences, expiry, holds,
//! and the stock itself. A line that is refused says with which error, and which condition of which rule
//! is not met.
//!
//! ## Steps
//!
//! A plan has up to [`MAX_LINES`] lines. The first ones, as many as weigh no more than [`Config::AtOnce`],
//! are carried out by the decision itself. The others are carried out as soon as a block has room, from the
//! block of the decision on, the oldest plan first; or by anybody who signs ([`Pallet::carry_out`]), who may
//! also hasten a later plan. In the safe mode nothing is carried out by itself. The lines of a plan are
//! carried out in their order: what an earlier one takes is not there for a later one. The actor of what is
//! done is the plan; the record of a step that a block had room for has the digest of the plan, the first
//! line of the step, and how many lines it has.
//!
//! ## What ends what
//!
//! | wait | ends |
//! |---|---|
//! | a line that is not carried out | by itself; anybody carries it out |
//! | goods that are reserved | the giver dispatches them; the receiver withdraws, or the giver when the receiver may not act; anybody releases them once the time to dispatch is over (`circulation.release`) |
//! | a plan that is over | anybody archives it, [`Config::ArchiveAfter`] behind the time to dispatch |
//! | what is left of it | anybody has it forgotten, once its newest record is pruned |
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. Every plan has an identifier below the next one, and as many orders as it has lines, between one and
//!    [`MAX_LINES`]. Each order is of something, from one institution to another. No more lines are archived
//!    than are carried out.
//! 2. Lines that are carried out and not archived have an outcome, and no others have.
//! 3. A transfer is bound to a line exactly when that line says that it was made.
//! 4. What is reserved for plans is exactly what their lines say: every bound transfer whose goods have not
//!    left is accepted, from the line's giver to its receiver, and carries the line's quantity, which is at
//!    most what the line asks for.
//! 5. No plan before the first unfinished one has lines that wait.
//! 6. Every archived plan has an identifier below the next one, and is stored no more.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod archive_plan;
mod benchmarking;
mod calls;
mod carry_out;
mod decide_plan;
mod draft;
mod explain;
mod forget;
mod goods;
mod on_transfer;
mod plans;
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use draft::{Draft, DraftEntry, MOST_LOOKED_AT};
pub use explain::{FindingOf, FormFinding, LineExplanation, PlanExplanation};
pub use pallet::*;
pub use types::{
	Goods, LineOrder, LineOrders, NotSent, Outcome, Plan, Shortage, MAX_ARCHIVED, MAX_LINES,
	MAX_STEP, MAX_YIELDED, PLACES_LOOKED_AT,
};
pub use views::{LineReport, LineState, OverdueLine, OverduePage, ReportPage};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use crate::{
		Draft, LineOrders, NotSent, Outcome, OverduePage, Plan, PlanExplanation, ReportPage,
		WeightInfo, MAX_ARCHIVED,
	};
	use frame_support::{
		pallet_prelude::{
			DispatchResult, DispatchResultWithPostInfo, EnsureOrigin, Hooks, Identity, Pays,
			StorageDoubleMap, StorageMap, StorageValue, StorageVersion, ValueQuery,
		},
		traits::Get,
		weights::{Weight, WeightMeter},
		CloneNoBound, EqNoBound, PartialEqNoBound,
	};
	use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
	use salus_primitives::{
		Access, Actor, ClassId, Directory, Geography, Levels, Moment, PlanId, Quantity, RecordId,
		RegionCode, RuleId, Shelf, Stock, Trail, TransferId, Transfers, Unmet,
	};
	use sp_core::H256;
	use sp_runtime::DispatchError;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeCall: From<Call<Self>>> {
		/// Who decides plans.
		type PlanOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts, and for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Knows the regions.
		type Geography: Geography;

		/// Knows what institutions have and use.
		type Levels: Levels;

		/// Knows in which order the goods of an institution expire.
		type Shelf: Shelf;

		/// Knows what is available of a lot.
		type Stock: Stock<Self::AccountId>;

		/// Makes the transfers.
		type Transfers: Transfers<Self::AccountId>;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// What the lines weigh at most that are carried out with the decision itself: it must leave room for
		/// the decision in what a scheduled call may take of a block.
		#[pallet::constant]
		type AtOnce: Get<Weight>;

		/// How long ago the time to dispatch must have ended for a plan to be archived, in
		/// milliseconds.
		#[pallet::constant]
		type ArchiveAfter: Get<Moment>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need from the registry.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next plan.
	#[pallet::storage]
	pub type NextPlanId<T> = StorageValue<_, PlanId, ValueQuery>;

	/// No plan before this one has lines that wait to be carried out.
	#[pallet::storage]
	pub type FirstUnfinished<T> = StorageValue<_, PlanId, ValueQuery>;

	/// All plans.
	#[pallet::storage]
	pub type Plans<T> = StorageMap<_, Identity, PlanId, Plan>;

	/// The lines of each plan, as they were decided.
	#[pallet::storage]
	pub type Orders<T> = StorageMap<_, Identity, PlanId, LineOrders, ValueQuery>;

	/// What became of a line, counted from zero; nothing while it waits.
	#[pallet::storage]
	pub type Outcomes<T> = StorageDoubleMap<_, Identity, PlanId, Identity, u32, Outcome>;

	/// Which line a transfer carries out.
	#[pallet::storage]
	pub type Bound<T> = StorageMap<_, Identity, TransferId, (PlanId, u32)>;

	/// The newest record of each archived plan, for as long as that record is live.
	#[pallet::storage]
	pub type Archived<T> = StorageMap<_, Identity, PlanId, RecordId>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A plan was decided. Its lines are carried out in their order.
		PlanDecided {
			plan: PlanId,
			/// How many lines it has.
			lines: u32,
		},
		/// A line was carried out: its transfer is accepted, and its goods are reserved. The giver
		/// dispatches it.
		LineMade {
			plan: PlanId,
			/// Counted from zero.
			line: u32,
			transfer: TransferId,
			/// In base units. It may be less than the line asks for: the report says why.
			quantity: Quantity,
		},
		/// A rule that the giver wrote for itself forbids what a line moves, and yielded.
		RuleYielded { plan: PlanId, line: u32, rule: RuleId },
		/// A line could not be carried out. The others are carried out all the same; what it asks for can
		/// be decided anew.
		LineRefused {
			plan: PlanId,
			line: u32,
			/// What a proposal of the same would have failed with.
			error: DispatchError,
			/// The condition of a rule of governance that is not met, where that is the reason.
			unmet: Option<Unmet>,
		},
		/// Every line of a plan is carried out or refused.
		PlanCarriedOut { plan: PlanId },
		/// The goods of a line never left, and are available to the giver again.
		LineUnsent {
			plan: PlanId,
			line: u32,
			transfer: TransferId,
			/// Whose doing that is.
			how: NotSent,
		},
		/// Lines of a plan that was over long ago were removed.
		LinesArchived {
			plan: PlanId,
			/// How many of its lines are removed by now, from the first one on.
			archived: u32,
			/// The digest of what was removed.
			digest: H256,
		},
		/// All lines of a plan were removed, and the plan with them.
		PlanArchived { plan: PlanId },
		/// Nothing is left of an archived plan: its records are pruned.
		PlanForgotten { plan: PlanId },
	}

	#[pallet::error]
	#[derive(CloneNoBound, PartialEqNoBound, EqNoBound)]
	pub enum Error<T> {
		/// The plan has no lines: add at least one.
		NoLines,
		/// A line moves nothing: leave it out, or state at least one unit.
		ZeroQuantity,
		/// The giver of a line is its receiver: choose another one.
		SameInstitution,
		/// The time to dispatch is over when the plan is decided: decide it anew, with a later one.
		DeadlinePassed,
		/// The time to receive ends before the time to dispatch: put it later.
		DeadlinesReversed,
		/// The goods would be reserved for longer than a transfer may: let the time to dispatch end earlier,
		/// or decide the plan later.
		ReservationTooLong,
		/// The time to receive ends too soon after the time to dispatch: let it end later.
		TransitTooShort,
		/// The goods would be under way for longer than a transfer may: let the time to receive end earlier.
		TransitTooLong,
		/// There is no plan with this identifier: check it.
		PlanNotFound,
		/// The plan is archived: it is read from the trail and from copies that were kept.
		PlanArchived,
		/// Every line of the plan is carried out already.
		NothingToDo,
		/// There is no lot with this identifier: check it. Or it was archived while the plan was voted on.
		LotNotFound,
		/// The giver has nothing of it available that is its own and, of a class, not expired at the end of
		/// receipt: it was used, promised or set aside meanwhile. Decide another line.
		NothingAvailable,
		/// Nothing of it is available in the first places of the giver's shelf, which hold what was reserved,
		/// offered or borrowed. Decide a line that names one of the lots behind them.
		NothingWithinReach,
		/// No identifier is left for another plan.
		IdsExhausted,
		/// Not every line of the plan is carried out: carry them out first.
		LinesWaiting,
		/// The time to dispatch has not been over for long enough: archive the plan later.
		RetentionNotOver,
		/// The goods of a line are still reserved: release its transfer first.
		TransferPending,
		/// The digest is not that of the next lines as they are stored: read them anew.
		DigestMismatch,
		/// The plan is not archived, or is forgotten already.
		NotArchived,
		/// The newest record of the plan is not pruned yet: wait until its epoch is.
		RecordNotPruned,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, room: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(room);
			Self::carry_on(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(T::Transfers::most_lines() > 0, "a transfer carries something");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A plan; `None` when it is archived. Its lines are told by [`Pallet::report`].
		pub fn plan(plan: PlanId) -> Option<Plan> {
			Self::load(plan).ok()
		}

		/// What became of the lines of a plan behind `after`, `limit` at most; those that are archived
		/// left out.
		pub fn report(plan: PlanId, after: Option<u32>, limit: u32) -> ReportPage {
			Self::view_report(plan, after, limit)
		}

		/// The lines behind `after`, a plan and a line of it, whose giver let the time to dispatch pass:
		/// whether the goods are still reserved or were released. A page ends when it lists `limit` lines,
		/// and when 256 lines or plans have been looked at.
		pub fn overdue(after: Option<(PlanId, u32)>, limit: u32) -> OverduePage {
			Self::view_overdue(after, limit)
		}

		/// What is wrong with a plan, and what each line would come to if it were decided now, one after
		/// the other.
		pub fn explain_plan(
			lines: LineOrders,
			dispatch_by: Moment,
			receive_by: Moment,
		) -> PlanExplanation<T> {
			Self::view_explain_plan(lines, dispatch_by, receive_by)
		}

		/// Lines that would even out how long the stock of a class lasts, among the active institutions of
		/// a region and its parts, or all of them: 1,024 of them at most.
		///
		/// Who has more days of cover than the level gives to who has fewer: the one that can spare the most
		/// units first, and to the one with the fewest days first. Nobody gives what it needs for
		/// `floor_days` days of its own use. There are `most_lines` lines at most, and no more than a plan
		/// has; the neediest come first. Rules, licences and deadlines are left to
		/// [`Pallet::explain_plan`]. What is available counts until it is taken off the books, expired or
		/// not.
		pub fn draft(
			class: ClassId,
			region: Option<RegionCode>,
			floor_days: u32,
			most_lines: u32,
		) -> Draft {
			Self::view_draft(class, region, floor_days, most_lines)
		}

		/// The digest that [`Pallet::archive_plan`] asks for.
		pub fn archive_digest(plan: PlanId) -> Option<H256> {
			Self::view_archive_digest(plan)
		}
	}
}
