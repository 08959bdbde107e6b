//! # Recalls
//!
//! What goods are held and recalled, who has answered, and what supervisors clear up with whom.
//!
//! A *hold* says that goods are not to be used or passed on. It is on a lot, wherever that is; on the whole
//! of a holding; or on some units of a holding. Units under a hold of their own are exactly what is
//! *quarantined* of the holding, so that nothing else sets goods aside.
//!
//! | term | meaning |
//! |---|---|
//! | *place* | what a hold is on: a lot, or a holding |
//! | *extent* | how much of its place: the whole, with whatever comes in later, or units |
//! | *kind* | why: quarantine, damage, a breach of the cold chain, a legal order, a demanded count |
//! | *set* | the holds on one place, [`MAX_HOLDS`] at most |
//! | *supervisor* | the health commission of a region that an institution is in, near or far above |
//! | *party* | whom a place is of: the custodian of a holding, the registrant of a lot |
//! | *breach* | a sensor measured less or more than the class of the goods allows |
//!
//! Lots are also held by recalls; see [below](#recalled-lots).
//!
//! Whether goods may move is answered where they are: the registry keeps one flag with each lot and one
//! with each holding, and this pallet sets them. No set is read to answer it.
//!
//! ## A short story
//!
//! A lorry brings 500 vials of vaccine to a hospital in Wuhan. Its sensor has measured 9.4 degrees, and the
//! class allows 8. The receipt says so, and the 500 arrive quarantined, under a hold by the chain for a
//! breach of the cold chain. The hospital is licensed for the cold chain: its pharmacist asks the maker,
//! and lifts the hold of 420 vials under the maker's answer ([`lift_hold`](Pallet::lift_hold)). The other
//! 80 are destroyed; with the last of them the hold ends.
//!
//! In March the commission of Hubei hears that a lot may be forged. It was registered in Wuhan, so the
//! commission holds the whole lot ([`place_hold`](Pallet::place_hold)): from that block on nobody uses it,
//! wherever it is, and what is on the road arrives quarantined. The laboratory finds nothing. The
//! commission lifts its hold; one box that a clinic had set aside as damaged stays held, since that hold is
//! the clinic's.
//!
//! ## What a hold bars
//!
//! All kinds bar and allow the same. Of a lot or a holding that is held nothing is used, offered, sent,
//! repacked or corrected. It may go back to where it came from, be set aside, destroyed and counted: nobody
//! keeps what is another's, or what is not there, by holding it. Units under a hold of their own are
//! lifted, destroyed, called in or go back, or are disposed of with the estate of an institution that is
//! gone; nothing else takes them.
//!
//! ## Who places, who lifts
//!
//! | placed by | on | kinds | lifted by |
//! |---|---|---|---|
//! | the custodian | units or the whole of its holding | quarantine, damage, breach, legal | the custodian; its supervisors; governance |
//! | a supervisor of the party | a whole holding, a lot | these; and, on a custodian's own, a demanded count | that commission; one of a region around its own; governance |
//! | governance | as a supervisor, anywhere | as a supervisor | governance |
//! | the chain | units that arrive; a whole holding that a breach is told of | quarantine, damage, breach; a breach | as if the custodian had placed it |
//!
//! - Agents of the custodian act in the role of stock, those of a commission in that of admin.
//! - A breach is lifted by a stock agent only if its institution is licensed for the cold chain. A
//!   supervisor and governance need no licence.
//! - A demanded count ends when the custodian counts.
//! - Several holds stand beside each other; what they are on is held until the last one is lifted.
//! - A hold takes nobody's right to act or to vote, and nothing lapses.
//!
//! ## Bounds
//!
//! A custodian places [`MAX_OWN_HOLDS`] of a set at most. With supervisors and governance together there
//! are 12, and the chain has room for [`MAX_CHAIN_HOLDS`]. A placer has one hold of each kind on the whole
//! of a place. Units of one kind and placer are under one hold, with the reason of those that were added
//! last. Where supervisors have filled a set, one over them or governance lifts.
//!
//! ## Who gets out
//!
//! | what is held | ends |
//! |---|---|
//! | by a custodian that is silent, suspended or wound up | a supervisor of it, governance |
//! | by a commission that is silent, suspended, wound up or of another kind | a commission of a region around, governance |
//! | by governance | governance: the council's hold is lifted by the assembly as well |
//! | for a breach, with nobody licensed | a supervisor, governance; the goods are destroyed or go back |
//! | until it is counted | the custodian counts; who placed it and whoever is over that lifts it |
//! | of a lot of which nothing is left | anybody clears it, [`Config::ClearAfter`] after the newest hold ([`clear_holds`](Pallet::clear_holds)) |
//!
//! ## What the stock tells
//!
//! Units enter quarantine by other ways than a call of this pallet, and leave it: they arrive damaged, too
//! warm or under a hold, come back from a dispute, are destroyed, or go back. The registry tells of it when
//! it writes the holding ([`Holds`](salus_primitives::Holds)). What entered is held by the chain; what left
//! is taken off the oldest holds on units first. No set is read when goods that nothing holds are proposed,
//! dispatched without a breach, or received in order; what it costs otherwise is charged to the block.
//!
//! ## Recalled lots
//!
//! | term | meaning |
//! |---|---|
//! | *recall* | what holds lots, and all that came out of them, and asks everybody who has some to answer |
//! | *issuer* | who made or imported the lots, a supervisor of those who registered them, or governance |
//! | to *reach* | of a recall and a lot: to hold it from then on |
//! | to *wait* | of a recall and a lot: not to hold it yet, since as many others do as may |
//! | *walk* | how a recall reaches the lots that came out of those it names, and asks who has them |
//! | to *rest* | of an issuer: to issue no recall for some time after one of its own was closed |
//! | *duty* | what one recall asks of one institution: an answer |
//! | *open* | of a duty: it has no answer, or was asked anew since |
//! | *overdue* | of an open duty: its time to answer is over |
//!
//! In May the maker of a vaccine finds that vials of one batch may be cracked. It recalls the lot
//! ([`issue_recall`](Pallet::issue_recall)): from that block on nobody uses any of it, and what is on a lorry
//! will arrive quarantined. A wholesaler had repacked half of it; within some blocks the recall has reached
//! the packs as well, and has asked all forty institutions that have some of either to answer within two
//! days. A clinic finds twelve vials and destroys them ([`acknowledge_recall`](Pallet::acknowledge_recall)).
//! The lorry arrives, and the hospital that it was for is asked too. On the third day three have not
//! answered, and the view [`overdue`](Pallet::overdue) names them. When all is accounted for, the maker
//! closes the recall with a reason ([`close_recall`](Pallet::close_recall)), and its lots are free again, but
//! for one that the commission of Hubei holds.
//!
//! | state | is in force | what is left to do |
//! |---|---|---|
//! | spreading | yes | lots and holders are to be reached |
//! | standing | yes | nothing, unless it waits for lots |
//! | closing | no | lots are to be freed |
//! | closed | no | nothing, until it is forgotten |
//!
//! - A recall costs its issuer the same however many lots came out of those it names, and however many have
//!   some: the rest is done in steps of [`MAX_STEP`] units at most, by blocks that have room, and by anybody
//!   ([`advance_recall`](Pallet::advance_recall)), once a block free of charge if it does a whole step or the
//!   last one.
//! - Recalls are carried on one after the other: those that spread before those that were closed, of these
//!   the gravest first, and of these the oldest. In the safe mode none is.
//! - Until a recall has reached a lot that came out of those it names, that lot moves as before. What it has
//!   reached is not repacked or corrected, so that nothing comes out of it unseen.
//! - Whoever has some of a lot when the walk comes to it is asked, and whoever gets or gives some while a
//!   recall in force holds it: borrowers, lenders that get theirs back, and receivers of what was on the road
//!   included.
//! - An answer counts until the institution answers again. It is asked anew when it has more of a lot than
//!   before, and when it has some of a lot that the recall reached after it had answered. Who has not
//!   answered yet gets no more time by that.
//! - An issuer has one recall in force that names a lot; at most [`MAX_RECALLS`] recalls are on one. Any
//!   other waits, whether it names the lot or comes to it: the lot is held as it is, and what came out of it
//!   is reached. It takes the place of the next one that leaves, and asks whoever has some then.
//! - A recall that was closed leaves a lot by its own steps; or as soon as another one comes to the lot and
//!   finds no room, which takes its place unless a recall in force waits first.
//! - An institution issues no recall while one of its own spreads or frees its lots; nor while it rests: for
//!   each lot that one of its own had come to when it was closed, and for each institution that this had
//!   asked, [`Config::Rest`]. Governance is bound by neither.
//! - Whoever registered a lot as commissioned is its maker, also when it repacked others: it recalls what it
//!   made of them.
//! - The maker or its supervisors close a maker's recall; the commission that issued it, or a wider one, a
//!   commission's; governance any. So nobody is held up by an issuer that is silent, suspended or wound up,
//!   or that means harm.
//! - Units that arrived quarantined because their lot was recalled are under a hold of their own, which their
//!   custodian lifts.
//! - Once it is closed, has freed its lots, and its newest record is pruned, anybody removes what is left of
//!   it ([`forget_recall`](Pallet::forget_recall)).
//!
//! ## Cases
//!
//! | term | meaning |
//! |---|---|
//! | *case* | what a supervisor opens over an institution, about something that has a record |
//! | *party* of a case | the institution that it is opened over |
//! | *side* | the supervisor, or the party |
//! | *demand* | a count that the party is to make by a date, of what it has |
//!
//! In April the commission of Hubei finds fewer masks in a hospital's store than its books say. It opens a
//! case about the lot, over the hospital, with its inspector's report ([`open_case`](Pallet::open_case)).
//! The hospital acknowledges the report, and attaches what its pharmacist found
//! ([`attach_document`](Pallet::attach_document)). The commission demands a count within three days
//! ([`demand_count`](Pallet::demand_count)): the masks are held until the hospital counts them. It does on
//! the second day; the hold ends, and the case tells what was found. The commission closes the case with a
//! reason ([`end_case`](Pallet::end_case)).
//!
//! - A health commission opens a case over an institution of its region, near or far below; governance, over
//!   anybody. Whoever opened it supervises it; so may a commission of a region around that one's, if the
//!   party is in that region too, and governance. So a case is taken over when who opened it is silent,
//!   suspended or wound up. Both sides act by their admins.
//! - A demand is a hold of kind `CountDemanded`, which names the case. The count ends it, in time or late.
//!   Lifting the hold withdraws the demand. The party counts what is its own: nothing else is demanded.
//! - [`order_hold`](Pallet::order_hold) places any other hold in a case. It is lifted as any other.
//! - What one side attaches the other acknowledges. Of a document the chain has the digest.
//! - A case is closed or voided, with a reason. Nothing is added to it from then on, save a count that it
//!   demanded. Its holds do not end with it: each is lifted, or the count is made.
//! - When its newest record is pruned, anybody removes what is left of it
//!   ([`forget_case`](Pallet::forget_case)).
//! - A case demands [`MAX_DEMANDS`] counts at most, and each side attaches [`MAX_ATTACHED`] documents.
//!
//! ## Records
//!
//! Placing, lifting and clearing are recorded on the lot. What the chain holds has the record that its cause
//! left there.
//!
//! A recall has a trail of its own: its issue, its steps, the answers and its end. A step that reaches or
//! frees a lot is recorded on the lot as well; that somebody is asked because goods moved, there alone, by
//! what moved them; and so are a place that a recall takes or loses by a step of another one.
//!
//! A case has a trail of its own: whatever is done in it, and the counts that it demanded. Its opening is
//! recorded on the party as well; demands and ordered holds, on the lot.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. A lot is held exactly when there is a hold on it or a recall; a holding, exactly when there is a hold
//!    on the whole of it.
//! 2. Of every holding, what is quarantined is the sum of the units of its holds. Of a lot, no units are
//!    held.
//! 3. No set is empty, or of a place that is not in the books. None has two holds of one kind, placer and
//!    kind of extent, or more by the custodian or by the chain than they may place; in each the oldest is
//!    first. Every hold is of a kind and an extent that its placer places, and of units only as long as there
//!    are some.
//! 4. The recalls on a lot, and the lots that a recall holds, name each other, and so do those that wait; all
//!    of these lots are in the books. No more than [`MAX_RECALLS`] are on a lot, as many if one waits for it,
//!    and none of them has freed all its lots. Each has counted the lots that it holds and those that it
//!    waits for. A recall in force holds every lot that it names or waits for it, is its issuer's newest that
//!    names it, and has freed none. It was closed exactly when it is not in force.
//! 5. A walk has the places that its recall counts: some of one that spreads, none of one that stands or has
//!    freed its lots. It goes through each lot once; of a recall in force, through lots that it has come to,
//!    to holders only of one that it holds, and is through with a lot that it waits for exactly if that is
//!    said of it. Exactly those that spread or are closing have a turn, the one that is theirs; and each
//!    issuer's are counted. Governance does not rest.
//! 6. Of a recall in force and a lot that it has come to, as far as its walk has been there: it has come to
//!    every lot in the books that came out of it; and if it holds the lot, whoever has some has a duty that is
//!    open, or was answered no earlier than the recall reached it.
//! 7. What a recall counts of its duties is their sum; no answer has done more than it found, or found more
//!    than there can be. Every institution is listed with exactly the recalls that have a duty of it.
//! 8. The open cases are exactly those that are listed, each under the region that it was opened in. The
//!    demands and the documents of a case are as many as it counts, numbered from zero, and no more than it
//!    may have. There are none of any other case.
//! 9. A hold that names a case is of a supervisor or of governance, and on a whole. One for a count that is
//!    demanded, and no other, names a demand; unless the case is forgotten, that is of this place and this
//!    hold, and not counted.
//! 10. Every hold, every recall and every case has an identifier of its own that was handed out.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod access;
mod benchmarking;
mod calls;
mod cases;
mod holds;
mod malformed;
mod overdue;
mod recalls;
mod subjects;
mod try_state;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use cases::{
	Case, CaseDocument, CaseEnd, CasePage, CaseSupervisor, Demand, Ended, Side, MAX_ATTACHED,
	MAX_DEMANDS, MAX_OF_CASE,
};
pub use holds::{
	Extent, HeldBy, HeldHolding, HeldPage, Hold, HoldBy, HoldPlace, HoldSet, HoldView, InCase,
	Lifter, Reason, MAX_CHAIN_HOLDS, MAX_HOLDS, MAX_OWN_HOLDS,
};
pub use pallet::*;
pub use recalls::{
	Answer, Duty, DutyPage, DutyView, Issuer, NamedLots, Progress, Reach, Recall, RecallAction,
	RecallSeverity, RecallState, RecallsOnLot, Registrants, Stage, ToAnswer, ToAnswerPage, Turn,
	MAX_FORGOTTEN, MAX_NAMED, MAX_RECALLS, MAX_STEP,
};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use crate::{
		cases::{Demanding, Opening, Ordering},
		holds::{Lifting, Placing},
		recalls::{Acknowledging, Issuing},
		Case, CaseDocument, CaseEnd, CasePage, Demand, Duty, DutyPage, Extent, HeldPage, HoldBy,
		HoldPlace, HoldSet, HoldView, Issuer, NamedLots, Progress, Reach, Reason, Recall,
		RecallAction, RecallSeverity, RecallsOnLot, Side, Stage, ToAnswerPage, Turn, WeightInfo,
		MAX_FORGOTTEN, MAX_OF_CASE,
	};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::{
			DispatchResult, DispatchResultWithPostInfo, EnsureOrigin, Hooks, Identity,
			StorageDoubleMap, StorageMap, StorageValue, StorageVersion, ValueQuery,
		},
		traits::Get,
		weights::{Weight, WeightMeter},
	};
	use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
	use salus_primitives::{
		Access, Actor, CaseId, Directory, EventClaim, Geography, HoldId, HoldKind, InstitutionId,
		LotId, Lots, Moment, Quantity, RecallId, RegionCode, Stock, Subject, Subjects, Trail,
	};
	use sp_core::H256;
	use sp_runtime::DispatchError;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeCall: From<Call<Self>>> {
		/// Governance: holds and recalls anything, and supervises anybody.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts, and for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Knows the regions.
		type Geography: Geography;

		/// Moves units into quarantine and out of it, and says what is held.
		type Stock: Stock<Self::AccountId>;

		/// Knows the lots, and where they are.
		type Lots: Lots;

		/// Knows what has a record, beside recalls and cases: a case may be about it.
		type Subjects: Subjects;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// How long, at least, an institution has to answer a recall, in milliseconds.
		#[pallet::constant]
		type MinAnswer: Get<Moment>;

		/// How long, at most, an institution has to answer a recall, in milliseconds.
		#[pallet::constant]
		type MaxAnswer: Get<Moment>;

		/// How long an institution that issued a recall rests once that is closed, for each lot that it had
		/// come to and each institution that it had asked, in milliseconds.
		#[pallet::constant]
		type Rest: Get<Moment>;

		/// How long, at most, a party has to count what a case demands, in milliseconds.
		#[pallet::constant]
		type MaxDemand: Get<Moment>;

		/// How long ago the newest hold on a place of which nothing is left must have been placed for the
		/// holds to be cleared, in milliseconds.
		#[pallet::constant]
		type ClearAfter: Get<Moment>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need from the registry.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next hold.
	#[pallet::storage]
	pub type NextHoldId<T> = StorageValue<_, HoldId, ValueQuery>;

	/// The holds on each lot and each holding.
	#[pallet::storage]
	pub type HoldsOn<T> = StorageMap<_, Identity, HoldPlace, HoldSet, ValueQuery>;

	/// The identifier of the next recall.
	#[pallet::storage]
	pub type NextRecallId<T> = StorageValue<_, RecallId, ValueQuery>;

	/// Every recall, until it is forgotten.
	#[pallet::storage]
	#[pallet::storage_prefix = "Recalls"]
	pub type RecallsIssued<T> = StorageMap<_, Identity, RecallId, Recall>;

	/// The newest recall by each issuer that names each lot, until it is forgotten.
	#[pallet::storage]
	pub type NamedBy<T> = StorageDoubleMap<_, Identity, LotId, Identity, Issuer, RecallId>;

	/// The recalls that hold each lot.
	#[pallet::storage]
	pub type RecallsOn<T> = StorageMap<_, Identity, LotId, RecallsOnLot, ValueQuery>;

	/// The lots that each recall holds, with when it reached them; and those that it waits for.
	#[pallet::storage]
	pub type RecalledLots<T> = StorageDoubleMap<_, Identity, RecallId, Identity, LotId, Reach>;

	/// The recalls that wait for each lot, on which there are as many as may be; each with whether its walk is
	/// through with what came out of the lot.
	#[pallet::storage]
	pub type Waiting<T> = StorageDoubleMap<_, Identity, LotId, Identity, RecallId, bool>;

	/// The lots that the walk of each recall is not through with, and how far it is with them: a stack, whose
	/// height the recall keeps. The walk goes on with the newest one.
	#[pallet::storage]
	pub type Walk<T> = StorageDoubleMap<_, Identity, RecallId, Identity, u32, (LotId, Stage)>;

	/// The recalls of which there is something to do: they spread, or were closed and have not freed every
	/// lot. In the order in which they have their turns.
	#[pallet::storage]
	pub type Unfinished<T> = StorageMap<_, Identity, Turn, ()>;

	/// How many of these are by each issuer.
	#[pallet::storage]
	pub type UnfinishedOf<T> = StorageMap<_, Identity, Issuer, u32, ValueQuery>;

	/// Until when each issuer rests of which a recall was closed, until it issues the next one.
	#[pallet::storage]
	pub type Rests<T> = StorageMap<_, Identity, Issuer, Moment, ValueQuery>;

	/// What each recall asks of each institution, with its answer.
	#[pallet::storage]
	pub type Duties<T> = StorageDoubleMap<_, Identity, RecallId, Identity, InstitutionId, Duty>;

	/// The recalls that ask each institution.
	#[pallet::storage]
	pub type DutiesOf<T> = StorageDoubleMap<_, Identity, InstitutionId, Identity, RecallId, ()>;

	/// The identifier of the next case.
	#[pallet::storage]
	pub type NextCaseId<T> = StorageValue<_, CaseId, ValueQuery>;

	/// Every case, until it is forgotten.
	#[pallet::storage]
	pub type Cases<T> = StorageMap<_, Identity, CaseId, Case>;

	/// The open cases, each with the region that its party was in when it was opened.
	#[pallet::storage]
	pub type OpenCases<T> = StorageMap<_, Identity, CaseId, RegionCode>;

	/// The counts that each case demands, by their numbers.
	#[pallet::storage]
	pub type Demands<T> = StorageDoubleMap<_, Identity, CaseId, Identity, u8, Demand>;

	/// The documents of each case, by their numbers.
	#[pallet::storage]
	pub type Documents<T> = StorageDoubleMap<_, Identity, CaseId, Identity, u8, CaseDocument>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Goods are held: they are not to be used or passed on until the hold is lifted.
		HoldPlaced {
			place: HoldPlace,
			/// A new one; or, of units, the one that they were added to.
			hold: HoldId,
			kind: HoldKind,
			/// Of units: how many were added.
			extent: Extent,
			by: HoldBy,
		},
		/// A hold was lifted, or units were taken off it: they are available again, were destroyed, or left
		/// on their way back; or the count was made that was demanded.
		HoldLifted {
			place: HoldPlace,
			hold: HoldId,
			kind: HoldKind,
			/// Of a hold on units: how many, in base units.
			units: Option<Quantity>,
			/// Whether no hold is left on the place. What is on the lot of a holding is on another place.
			is_last: bool,
		},
		/// All holds on a place ended: nothing of its lot is left anywhere.
		HoldsCleared { place: HoldPlace },
		/// Lots are recalled, with all that came out of them. Whoever has some is asked to answer.
		RecallIssued { recall: RecallId, issuer: Issuer },
		/// A recall has reached a lot: it is held, wherever it is.
		LotRecalled { recall: RecallId, lot: LotId },
		/// A recall names a lot, or came to one, that as many other recalls hold as may: it waits for the
		/// place of one of them.
		LotAwaited { recall: RecallId, lot: LotId },
		/// An institution has, or had, some of a recalled lot, and is to answer; or anew, since it has more
		/// than when it answered.
		HolderAsked { recall: RecallId, institution: InstitutionId },
		/// A recall has reached every lot that came out of those it names, waits for none, and has asked
		/// everybody who has some.
		RecallSpread { recall: RecallId },
		/// An institution answered a recall, in place of what it answered before.
		RecallAcknowledged {
			recall: RecallId,
			institution: InstitutionId,
			/// How many units it found, of all recalled lots together, in base units.
			found: Quantity,
			/// With how many of them it has done what was asked.
			done: Quantity,
		},
		/// A recall was closed: it asks nobody any more, and its lots are freed one by one.
		RecallClosed { recall: RecallId },
		/// A recall holds a lot no more. It stays held as long as anything else holds it.
		LotFreed { recall: RecallId, lot: LotId },
		/// A recall that was closed holds no lot any more.
		RecallFreed { recall: RecallId },
		/// A block had room to carry a recall on, and could not: it goes on with the next one. The invariants
		/// tell what is wrong.
		StepFailed { recall: RecallId, error: DispatchError },
		/// What was left of a recall is removed: its records were pruned.
		RecallForgotten { recall: RecallId },
		/// A supervisor opened a case over an institution: its documents are to be acknowledged, and what it
		/// demands is to be counted.
		CaseOpened {
			case: CaseId,
			/// The institution that it is opened over.
			party: InstitutionId,
		},
		/// The party of a case is to count what it has of its own of a lot, which is held until it does.
		CountDemanded {
			case: CaseId,
			/// Counted from zero within the case.
			demand: u8,
			lot: LotId,
			/// Until when.
			by: Moment,
		},
		/// The party counted what a case demanded.
		CountGiven {
			case: CaseId,
			demand: u8,
			/// What it found available, in base units.
			quantity: Quantity,
		},
		/// A document was attached to a case: the other side is to acknowledge it.
		DocumentAttached {
			case: CaseId,
			/// Counted from zero within the case, for both sides together.
			document: u8,
			by: Side,
		},
		/// The other side of a case says that it has a document.
		DocumentAcknowledged { case: CaseId, document: u8 },
		/// A hold was placed in a case. It stays when the case is over, until it is lifted.
		HoldOrdered { case: CaseId, place: HoldPlace, hold: HoldId },
		/// A case is over. What is held in it stays held, until it is lifted or counted.
		CaseEnded { case: CaseId, end: CaseEnd },
		/// What was left of a case is removed: its records were pruned.
		CaseForgotten { case: CaseId },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The institution neither has the goods nor supervises whoever has them or registered the lot, or
		/// may not lift this hold: the view `holds` tells who may. Or it neither issued the recall nor
		/// supervises whoever did.
		NotAuthorized,
		/// There is no lot with this identifier: check it. Or it was archived.
		LotNotFound,
		/// Nothing of the lot is held by this custodian for this owner: check all three.
		HoldingNotFound,
		/// There is no such hold on this place: it was lifted already, or is on the lot or on another
		/// holding.
		HoldNotFound,
		/// The quantity is zero: state at least one unit, or the whole.
		ZeroQuantity,
		/// The reason is empty or no UTF-8 text: state one.
		InvalidCharacters,
		/// Holds of this kind are not placed by this party on such a place: choose another kind. A count is
		/// demanded by a supervisor, of what a custodian has of its own; in a case, by a date. What is
		/// recalled is held by the recall.
		KindNotYours,
		/// Units are held by their custodian alone: hold the whole of the holding or of the lot.
		UnitsOfLot,
		/// The same party holds the whole of it for the same reason already: lift that hold first, or leave
		/// it.
		AlreadyHeld,
		/// As many holds are on the place as this party may place, or all together: lift one first.
		TooManyHolds,
		/// Only an institution that is licensed for the cold chain judges that a breach did no harm: have a
		/// supervisor lift the hold.
		CapabilityMissing,
		/// Fewer units are under the hold: state as many as there are, or none for all.
		ExceedsHeld,
		/// The hold is on the whole: it is lifted as a whole, without a number of units.
		WholeOnly,
		/// Nothing is held on this place by a hold of its own.
		NotHeld,
		/// Some of the lot is left somewhere: lift the holds, or write off what is left.
		GoodsLeft,
		/// The newest of the holds is not old enough: clear them later, or lift them.
		RetentionNotOver,
		/// A recall is on the lot: have it closed first.
		RecallStands,
		/// The recall names no lot: name at least one.
		NoLots,
		/// A lot is named twice: name it once.
		DuplicateLot,
		/// The lots are of several classes: recall those of each class by themselves.
		ClassesDiffer,
		/// The institution did not make or import every one of the lots, nor supervises everybody who
		/// registered them: name others, or have a supervisor recall them.
		NotMaker,
		/// A recall by the same party names the lot, and is in force: close that one first, or leave it.
		AlreadyRecalled,
		/// A recall by the same institution spreads, or was closed and has not freed every lot: have it
		/// carried on, or wait until it is through; or have a supervisor, or governance, recall the lots.
		RecallUnfinished,
		/// The institution rests since a recall of its own was closed, longer the more that one reached: issue
		/// another one later; or have a supervisor, or governance, recall the lots.
		RestNotOver,
		/// Whoever is asked has less time to answer than it must have: let it answer later.
		AnswerTooShort,
		/// Whoever is asked has more time to answer than it may have: let it answer sooner.
		AnswerTooLong,
		/// There is no recall with this identifier: check it. Or it was forgotten.
		RecallNotFound,
		/// The recall has reached everybody, or has freed everything: nothing is left to do.
		NothingToDo,
		/// The recall was closed: nothing is asked any more.
		RecallClosed,
		/// The recall does not ask this institution: it has none of the goods and had none, or the recall has
		/// not reached it yet.
		NotAsked,
		/// More was done than found: state at most as many units as were found.
		ExceedsFound,
		/// More was found than there can be of the lots that the recall has reached: count in base units.
		ExceedsReached,
		/// No identifier is left for another one.
		IdsExhausted,
		/// The case is to be about something that has no record: check its identifier.
		SubjectNotFound,
		/// There is no institution with this identifier: check it.
		PartyNotFound,
		/// The institution is no health commission of a region that the party is in; or the case was opened
		/// by another one, of the same region or one around, or by governance.
		NotSupervisor,
		/// There is no case with this identifier: check it. Or it was forgotten.
		CaseNotFound,
		/// The case is over, and nothing is added to it: open another one.
		CaseEnded,
		/// The time until which is to be counted has passed: name a later one.
		DeadlinePassed,
		/// The time until which is to be counted is too far ahead: name an earlier one.
		DeadlineTooFar,
		/// As many counts are demanded as one case demands: open another one.
		TooManyDemands,
		/// The goods are had by another institution than the one that the case is over.
		NotOfParty,
		/// The institution is not a side of the case: neither the one that it is over, nor a supervisor.
		NotSide,
		/// This side has attached as many documents as it may: open another case.
		TooManyDocuments,
		/// The case has no document of this number: check it.
		DocumentNotFound,
		/// This side attached the document itself: the other side acknowledges it.
		OwnDocument,
		/// The document was acknowledged already.
		AlreadyAcknowledged,
		/// It is not over: end the case, or close the recall, first.
		NotEnded,
		/// Its newest record is still kept by the trail: forget it after that was pruned.
		RecordNotPruned,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::ClearAfter::get() > 0, "a hold is not cleared as soon as it is placed");
			assert!(T::MaxDemand::get() > 0, "whoever is to count has time for it");
			assert!(T::MinAnswer::get() > 0, "whoever is asked has time to answer");
			assert!(T::MinAnswer::get() <= T::MaxAnswer::get(), "some time to answer is allowed");
		}

		fn on_idle(_: BlockNumberFor<T>, room: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(room);
			Self::carry_on(&mut meter);
			meter.consumed()
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The holds on a place, oldest first, and of a lot the recalls on it behind them; of a holding,
		/// behind its own those on its lot. Each with who may lift it.
		pub fn holds(place: HoldPlace) -> Vec<HoldView> {
			Self::view_holds(place)
		}

		/// The holdings of an institution that are held, of a held lot, or quarantined in part, behind the
		/// one of the lot and the owner in `after`. A page ends when it lists `limit` holdings, and when 256
		/// have been looked at.
		pub fn held_of(
			institution: InstitutionId,
			after: Option<(LotId, InstitutionId)>,
			limit: u32,
		) -> HeldPage {
			Self::view_held_of(institution, after, limit)
		}

		/// A recall, until it is forgotten.
		pub fn recall(recall: RecallId) -> Option<Recall> {
			Self::load_recall(recall).ok()
		}

		/// How far a recall is, and what was answered.
		pub fn progress(recall: RecallId) -> Option<Progress> {
			Self::view_progress(recall)
		}

		/// What a recall asks of each institution, in the order of storage, behind the one in `after`;
		/// `limit` at most, of 256.
		pub fn duties(recall: RecallId, after: Option<InstitutionId>, limit: u32) -> DutyPage {
			Self::view_duties(recall, after, limit)
		}

		/// Those that have not answered a recall in time, in the order of storage, behind the one in `after`.
		/// A page ends when it lists `limit` of them, and when 256 duties have been looked at.
		pub fn overdue(recall: RecallId, after: Option<InstitutionId>, limit: u32) -> DutyPage {
			Self::view_overdue(recall, after, limit)
		}

		/// The recalls in force that an institution is to answer, in the order of storage, behind the one in
		/// `after`. A page ends when it lists `limit` of them, and when 256 have been looked at.
		pub fn to_answer(
			institution: InstitutionId,
			after: Option<RecallId>,
			limit: u32,
		) -> ToAnswerPage {
			Self::view_to_answer(institution, after, limit)
		}

		/// The lots that a recall holds, with when it reached them, and those that it waits for; those
		/// included that came out of the ones that it names. In the order of storage, behind the one in
		/// `after`; `limit` at most, of 256. Fewer are the last ones.
		pub fn lots_recalled(
			recall: RecallId,
			after: Option<LotId>,
			limit: u32,
		) -> Vec<(LotId, Reach)> {
			Self::view_lots_recalled(recall, after, limit)
		}

		/// A case, until it is forgotten.
		pub fn case(case: CaseId) -> Option<Case> {
			Self::load_case(case).ok()
		}

		/// The documents of a case with their numbers, in order.
		pub fn case_documents(case: CaseId) -> Vec<(u8, CaseDocument)> {
			Self::view_case_documents(case)
		}

		/// The counts that a case demands with their numbers, in order; each with how many days it is
		/// overdue, the day that has begun included. None is told of one that is not due yet, was given, or
		/// is not demanded any more since its hold was lifted.
		pub fn case_demands(case: CaseId) -> Vec<(u8, Demand, Option<u32>)> {
			Self::view_case_demands(case)
		}

		/// The open cases over institutions of a region and its parts, in the order of storage, behind the
		/// case in `after`. A page ends when it lists `limit` cases, and when 256 open ones have been looked
		/// at.
		pub fn open_cases(region: RegionCode, after: Option<CaseId>, limit: u32) -> CasePage {
			Self::view_open_cases(region, after, limit)
		}
	}
}
