//! # Circulation
//!
//! Who sends what to whom, under which terms, and what arrived.
//!
//! A transfer is one movement of goods between two institutions. The sender proposes it and its
//! stock is reserved; the receiver accepts; the sender dispatches; the receiver writes receipts.
//! The chain cannot see a lorry. It sees that every unit which left one ledger was accepted by the
//! other, or is in dispute, or was resolved by the party that the resolution costs.
//!
//! ## Terms
//!
//! | term | meaning |
//! |---|---|
//! | transfer | one movement between two institutions, of one or more *legs* |
//! | leg | one lot and a quantity of it |
//! | terms | gift, sale, loan, or the return of an earlier transfer's goods |
//! | receipt | what the receiver found, leg by leg: accepted, rejected, missing, excess |
//! | outstanding | shipped, not yet reported |
//! | finding | one reason why a transfer would be refused, and the leg or the condition of a rule that it stands at |
//! | rule | conditions that goods must meet to move; another pallet keeps them, and is asked in [`Pallet::propose`] and [`Pallet::dispatch`] |
//! | hold | keeps goods from leaving, but back to where they came from; kept elsewhere, and asked of [`Config::Stock`] |
//! | breach | a sensor measured what is outside the temperature range of a lot's class |
//! | dispute | what was rejected, went missing or was called in, until it is resolved |
//! | arbiter | may resolve any dispute |
//! | calling in | putting into dispute what a borrower has of a loan that is due, or when the borrower cannot be waited for |
//! | carriage | who carries the goods, and whether that institution says so itself |
//! | archiving | removing a transfer that ended long ago; its digest stays on the trail |
//!
//! ## A short story
//!
//! A donor in Shanghai proposes 200,000 masks to a hospital in Hubei ([`Pallet::propose`]). The
//! hospital accepts ([`Pallet::accept`]), or had approved the donor before
//! ([`Pallet::approve_sender`]). The masks leave ([`Pallet::dispatch`]). The hospital reports
//! 199,000 accepted, 600 damaged, 400 missing ([`Pallet::receive`]): the first are its own now, the
//! others are in dispute in the donor's books. Of the 600, the hospital asks to keep 100 for training
//! ([`Pallet::request_keeping`]), and the donor assents; the other 500 come back and the 400 are
//! written off ([`Pallet::resolve`]), all of it said by the donor, whom it costs. The transfer is
//! settled.
//!
//! Had the donor not dispatched in time, or had nothing arrived in time, anybody could have ended
//! the waiting ([`Pallet::release`]). What arrives after that is received all the same.
//!
//! The donor also lends a ventilator until the end of May. In June the hospital still has it, and
//! does not answer. Anybody calls the loan in ([`Pallet::call_in_loan`]): the ventilator is in dispute
//! in the hospital's books, and the donor says that it is back, or that the hospital may keep it, or
//! that it is gone.
//!
//! A year after their end, anybody may archive the transfers ([`Pallet::archive`]): first those under
//! which goods went back, then those under which they came.
//!
//! ## Rules and needs
//!
//! Whatever reserves goods or sends them on their way asks [`Config::Rules`], in the same walk that tells
//! every other reason against it: proposals under all terms, loans and returns among them, whoever signs
//! or wraps the call. How many rules a transfer fell under stands in the transfer, so that a dispatch that
//! no rule concerns asks for nothing that was kept of its proposal.
//!
//! A proposal may serve a need of its receiver ([`Config::Needs`]): its goods are of what is needed, in
//! time, and promised to it once the receiver has consented.
//!
//! A transfer may be decided by a vote ([`Config::Decisions`]). It is accepted at once. The sender's own
//! rules yield to the decision, when it is made and when its goods leave; those of governance do not. The
//! sender cannot withdraw. The receiver can, and anybody can release the goods when the time to dispatch
//! is over.
//!
//! Who dealt with whom, and whether goods have left and nothing more is expected of them, is told to whoever
//! asks ([`Dealings`](salus_primitives::Dealings)).
//!
//! What becomes of a transfer's goods is told to [`Config::OnTransfer`]: that they never left, that they
//! arrived, that they are in dispute, and what became of them then.
//!
//! ## Holds and sensors
//!
//! Goods of a lot that is held, or of which the sender's whole holding is held, are not proposed, and do not
//! leave under a proposal that was made before ([`Error::Held`]). They can go back to where they came from.
//! Reserved goods that do not leave become available again, held or not; those of a return that takes them
//! from quarantine are quarantined again. Goods that are held when they arrive are quarantined.
//!
//! A sender may state what a sensor measured until the goods left, and a receiver what one measured on the
//! way; of some classes a receiver accepts nothing without. A temperature that is exactly a bound of the
//! class's range is within it. Goods that were outside are quarantined where they arrive, as a breach; if
//! that was before they left, what the sender still has of the lot is held too.
//!
//! ## Times
//!
//! | wait | ends |
//! |---|---|
//! | for an answer, and for dispatch | at `dispatch_by`, at most `MaxReservation` ahead: [`Pallet::release`] by anybody |
//! | for receipt | at `receive_by`, `MinTransit` to `MaxTransit` behind `dispatch_by`: [`Pallet::release`] by anybody |
//! | for a loan to come back | at its due date, at most `MaxLoan` behind `receive_by`, or as soon as the borrower is suspended, wound up, or silent for `SilentAfter`: [`Pallet::call_in_loan`] by anybody |
//! | for a party to resolve a dispute | by the arbiter at any time |
//! | for a carrier to acknowledge | nothing waits for it |
//!
//! ## Invariants
//!
//! 1. Every transfer has an identifier below the next one, and between one and `MaxLegs` legs, none
//!    of them of zero.
//! 2. Of each leg, accepted + rejected + missing + recovered + destroyed + lost is at most its
//!    quantity, the excess is at most its quantity, and what the receiver asks to keep is at most what
//!    it rejected.
//! 3. A transfer that was never dispatched has nothing reported, no shipment and no receipt. One
//!    that was dispatched has a shipment, and its status is what its legs say. The time of its end is
//!    known exactly when it has ended.
//! 4. It has exactly as many receipts as it counts, and each has one entry for each leg.
//! 5. What is returned, called in and concluded of a leg is at most what was accepted.
//!    Lot by lot, what is returned is exactly what the stored returns of the transfer carry. Only of
//!    loans anything is called in.
//! 6. For every holding that a stored transfer ever left, or that something was called in from, what
//!    is reserved, in transit and disputed is exactly the sum over the transfers.
//! 7. No institution has approved itself, and each has as many approvals as are counted, at most
//!    `MaxApprovals`.
//! 8. Every archived transfer has an identifier below the next one, and is stored no more.
//!
//! Identifiers below the next one that are neither stored nor archived belong to transfers that were
//! archived and forgotten.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod accept;
mod access;
mod acknowledge_carriage;
mod approvals;
mod approve_sender;
mod archive;
mod benchmarking;
mod call_in_loan;
mod calls;
mod carriage;
mod dealings;
mod decline_carriage;
mod dispatch;
mod explain;
mod forget;
mod lots;
mod make;
mod malformed;
mod propose;
mod receive;
mod reject;
mod release;
mod request_keeping;
mod resolve;
mod returns;
mod revoke_sender;
mod transfers;
mod try_state;
mod views;
pub mod weights;
mod withdraw;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use approvals::Capacity;
pub use carriage::Carriage;
pub use dispatch::Shipment;
pub use explain::Finding;
pub use pallet::*;
pub use propose::{Leg, Proposal};
pub use receive::{Condition, Discrepancy, LegReceipt, Receipt, Shortfall};
pub use resolve::{CalledInGoods, MissingGoods, Outcome, RejectedGoods};
pub use salus_primitives::{ReturnFrom, SensorSummary, Service, Terms};
pub use transfers::{Status, Transfer, TransferLeg};
pub use views::{Awaited, AwaitedPage, Lent, LoanState};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// A proposal, under this runtime's bounds.
pub type ProposalOf<T> = Proposal<<T as Config>::MaxLegs>;
/// A transfer, under this runtime's bounds.
pub type TransferOf<T> = Transfer<<T as Config>::MaxLegs>;
/// A receipt, under this runtime's bounds.
pub type ReceiptOf<T> = Receipt<<T as frame_system::Config>::AccountId, <T as Config>::MaxLegs>;

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use crate::{
		resolve::Resolution, AwaitedPage, Capacity, Finding, LegReceipt, LoanState, Outcome,
		ProposalOf, ReceiptOf, SensorSummary, Status, TransferOf, WeightInfo,
	};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::{
			BoundedVec, DispatchResult, DispatchResultWithPostInfo, EnsureOrigin, Hooks, Identity,
			StorageDoubleMap, StorageMap, StorageValue, StorageVersion, ValueQuery,
		},
		traits::Get,
		CloneNoBound, EqNoBound, PartialEqNoBound,
	};
	use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
	use salus_primitives::{
		Access, Actor, Decisions, Directory, EventClaim, InstitutionId, Moment, Needs, OnTransfer,
		Quantity, RecordId, Role, RuleId, Rules, Sscc, Stock, Trail, TransferId,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Resolves who acts, and for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions, their sites and their licences.
		type Directory: Directory<Self::AccountId>;

		/// Moves the goods.
		type Stock: Stock<Self::AccountId>;

		/// Knows under which conditions goods may move.
		type Rules: Rules;

		/// Knows the needs that transfers serve.
		type Needs: Needs<Self::AccountId>;

		/// Told of what becomes of transfers.
		type OnTransfer: OnTransfer<Self::AccountId>;

		/// Knows which transfers were decided.
		type Decisions: Decisions;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// Who may resolve any dispute.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// The largest number of legs of one transfer.
		#[pallet::constant]
		type MaxLegs: Get<u32>;

		/// The largest quantity of one leg, in base units.
		#[pallet::constant]
		type MaxLegQuantity: Get<Quantity>;

		/// The largest number of receipts of one transfer.
		#[pallet::constant]
		type MaxReceipts: Get<u16>;

		/// The longest time from proposal to the end of dispatch, in milliseconds.
		#[pallet::constant]
		type MaxReservation: Get<Moment>;

		/// The shortest time from the end of dispatch to the end of receipt, in milliseconds.
		#[pallet::constant]
		type MinTransit: Get<Moment>;

		/// The longest time from the end of dispatch to the end of receipt, in milliseconds.
		#[pallet::constant]
		type MaxTransit: Get<Moment>;

		/// The longest time from the end of receipt to the due date of a loan, in milliseconds.
		#[pallet::constant]
		type MaxLoan: Get<Moment>;

		/// How long a borrower must not have acted for its loans to be called in before they are
		/// due, in milliseconds.
		#[pallet::constant]
		type SilentAfter: Get<Moment>;

		/// How long ago a transfer must have ended to be archived, in milliseconds.
		#[pallet::constant]
		type ArchiveAfter: Get<Moment>;

		/// The largest number of approvals that one institution gives.
		#[pallet::constant]
		type MaxApprovals: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need from the registry.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next transfer.
	#[pallet::storage]
	pub type NextTransferId<T> = StorageValue<_, TransferId, ValueQuery>;

	/// All transfers.
	#[pallet::storage]
	pub type Transfers<T: Config> = StorageMap<_, Identity, TransferId, TransferOf<T>>;

	/// The receipts of a transfer, numbered from zero.
	#[pallet::storage]
	pub type Receipts<T: Config> =
		StorageDoubleMap<_, Identity, TransferId, Identity, u16, ReceiptOf<T>>;

	/// The newest record of each archived transfer, for as long as that record is live.
	#[pallet::storage]
	pub type Archived<T> = StorageMap<_, Identity, TransferId, RecordId>;

	/// Whom (second key) an institution (first key) approves in advance, and as what it does.
	#[pallet::storage]
	pub type Approvals<T> =
		StorageDoubleMap<_, Identity, InstitutionId, Identity, (Capacity, InstitutionId), ()>;

	/// How many approvals an institution gives.
	#[pallet::storage]
	pub type ApprovalCount<T> = StorageMap<_, Identity, InstitutionId, u32, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A transfer was proposed, and its goods are reserved. The receiver accepts or rejects it.
		TransferProposed { transfer: TransferId, sender: InstitutionId, receiver: InstitutionId },
		/// A transfer was accepted, by the receiver or by its approval in advance. The sender
		/// dispatches it.
		TransferAccepted { transfer: TransferId },
		/// The receiver declined a transfer, and its goods are available again, or in quarantine again.
		TransferRejected { transfer: TransferId },
		/// One side withdrew from a transfer, and its goods are available again, or in quarantine again.
		TransferWithdrawn {
			transfer: TransferId,
			/// The side that withdrew.
			by: InstitutionId,
		},
		/// The goods of a transfer left. The receiver writes a receipt when they arrive.
		TransferDispatched { transfer: TransferId },
		/// The receiver wrote a receipt.
		TransferReceived {
			transfer: TransferId,
			/// The receipt's number, counted from zero.
			receipt: u16,
			/// Where the transfer stands now.
			status: Status,
		},
		/// A transfer was not dispatched in time, and its goods are available again, or in quarantine
		/// again.
		TransferExpired { transfer: TransferId },
		/// What was outstanding of a transfer did not arrive in time, and is in dispute.
		TransferDisputed { transfer: TransferId },
		/// A part of a dispute was resolved.
		DisputeResolved {
			transfer: TransferId,
			/// The leg, counted from zero.
			leg: u32,
			outcome: Outcome,
			/// In base units.
			quantity: Quantity,
			/// Digest of a document kept off chain.
			document: Option<H256>,
			/// Where the transfer stands now.
			status: Status,
		},
		/// An institution accepts from now on whatever a sender proposes to it, or carries whatever
		/// the sender names it for.
		SenderApproved {
			/// Who approves.
			by: InstitutionId,
			sender: InstitutionId,
			/// As what it approves.
			capacity: Capacity,
		},
		/// An institution answers a sender's proposals, or the carriages it is named for, one by one
		/// again.
		SenderApprovalRevoked { by: InstitutionId, sender: InstitutionId, capacity: Capacity },
		/// What a borrower has of a loan was put into dispute. The lender says what becomes of it, or
		/// the arbiter does.
		LoanCalledIn {
			transfer: TransferId,
			/// Where the transfer stands now.
			status: Status,
		},
		/// The receiver asked to keep goods that it had rejected. The sender may assent.
		KeepingRequested {
			transfer: TransferId,
			/// The leg, counted from zero.
			leg: u32,
			/// How much of what is rejected it asks for, in base units; zero when it asks no more.
			quantity: Quantity,
		},
		/// The carrier of a transfer said that it carries it, by itself or by its approval in
		/// advance.
		CarriageAcknowledged { transfer: TransferId, carrier: InstitutionId },
		/// Whom the sender had named as carrier said that it does not carry the transfer, and is
		/// named no more.
		CarriageDeclined {
			transfer: TransferId,
			/// Who was named.
			carrier: InstitutionId,
		},
		/// A transfer that ended long ago was removed with its receipts.
		TransferArchived {
			transfer: TransferId,
			/// The digest of what was removed.
			digest: H256,
		},
		/// Nothing is left of an archived transfer: its records are pruned.
		TransferForgotten { transfer: TransferId },
		/// The goods of a transfer that was decided left although a rule of its sender forbids it: an
		/// institution's own rules yield to a decision.
		RuleYielded { transfer: TransferId, rule: RuleId },
	}

	#[pallet::error]
	#[derive(CloneNoBound, PartialEqNoBound, EqNoBound)]
	pub enum Error<T> {
		/// The step is that of another party of the transfer: have an agent of that party take it.
		NotParty,
		/// The sender is suspended: it can propose and dispatch when it is reinstated.
		SenderSuspended,
		/// The receiver is suspended: choose another one, or wait until it is reinstated.
		ReceiverSuspended,
		/// The carrier is suspended: choose another one, or name none.
		CarrierSuspended,
		/// The sender is wound up: it sends nothing any more.
		SenderWoundUp,
		/// The receiver is wound up: choose another one. Goods that are to go back to an institution
		/// that is wound up are a matter for the arbiter.
		ReceiverWoundUp,
		/// The carrier is wound up: choose another one, or name none.
		CarrierWoundUp,
		/// The carrier lacks the licence that the lot's class demands of carriers: choose another one.
		/// A sender that names no carrier carries the goods itself.
		CarrierLacksCapability,
		/// The sender has not named this institution as the carrier of the transfer: only the
		/// carrier that is named acknowledges or declines.
		NotCarrier,
		/// The carrier has acknowledged that it carries the transfer: there is nothing left to answer.
		AlreadyAcknowledged,
		/// No institution has the sender's identifier: check it.
		SenderNotFound,
		/// No institution has the receiver's identifier: check it.
		ReceiverNotFound,
		/// No institution has the carrier's identifier: check it, or name none.
		CarrierNotFound,
		/// Sender and receiver are the same institution: choose another one.
		SameInstitution,
		/// There is no transfer with this identifier: check it.
		TransferNotFound,
		/// There is no lot with this identifier: check it.
		LotNotFound,
		/// The institution has no site with this number: check it. `from_site` is a site of the
		/// sender, `to_site` one of the receiver.
		SiteNotFound,
		/// The transfer has no leg with this number: legs are counted from zero.
		LegNotFound,
		/// The proposal has no legs: add at least one.
		NoLegs,
		/// The receipt has not one entry for each leg of the transfer: add an entry of zero for a leg
		/// of which nothing is to be said.
		LegsDiffer,
		/// A quantity is zero: leave the leg or the entry out, or state at least one unit. Goods can
		/// be accepted as damaged only if some are accepted.
		ZeroQuantity,
		/// The legs of one lot add up to more than can be counted: split the transfer.
		QuantityTooLarge,
		/// A leg is of more than one leg may be: split it.
		LegTooLarge,
		/// The check digit of a logistic unit is wrong: check how it was read.
		InvalidCheckDigit,
		/// Characters that the standard does not allow: an SSCC has 18 digits; the device of a sensor
		/// has a name.
		InvalidCharacters,
		/// The sensor's mean is outside its bounds, or its last measurement is before its first.
		InvalidRange,
		/// The lot is expired: it can only go back to where it came from.
		LotExpired,
		/// The receiver lacks the licence that the lot's class demands.
		CapabilityMissing,
		/// The legs carry more of the lot than the sender has available, or offered, or in quarantine where
		/// they go back from there. Goods in quarantine are not available: have the holds on them lifted,
		/// or return them from quarantine.
		InsufficientStock,
		/// The legs carry more of the lot than the earlier transfer brought and has not gone back, or
		/// was called in.
		ExceedsAccepted,
		/// The receipt reports more of a leg than was shipped and is not accounted for: state what is
		/// beyond it as excess. What was reported missing before can arrive, but not go missing again.
		ExceedsShipped,
		/// The excess of a leg, over all its receipts, is more than the leg shipped: have the sender,
		/// or whoever found it, register what is beyond that as a lot of its own.
		ExcessTooLarge,
		/// The quantity is more than what of this leg is in dispute as rejected, as missing, or as
		/// called in.
		ExceedsDisputed,
		/// The receiver has not asked to keep as much of the rejected goods: have it ask first.
		ExceedsRequested,
		/// The earlier transfer did not bring anything from this receiver to this sender, or is a
		/// return itself: nothing of it can go back. Propose a gift or a sale.
		NotReturnable,
		/// The time to dispatch is over: propose the transfer anew.
		DeadlinePassed,
		/// The other party still has time: wait until its deadline is over.
		DeadlineNotReached,
		/// The time to receive ends before the time to dispatch: put it later, by the constant
		/// MinTransit at least.
		DeadlinesReversed,
		/// The goods would be reserved for longer than allowed: let the time to dispatch end earlier.
		ReservationTooLong,
		/// The goods would be under way for longer than allowed: let the time to receive end earlier.
		TransitTooLong,
		/// The time to receive ends too soon after the time to dispatch: let it end later.
		TransitTooShort,
		/// The loan is due before the time to receive ends: let it be due later.
		DueTooEarly,
		/// The loan is due later than allowed: let it be due earlier, and lend anew then.
		LoanTooLong,
		/// The transfer is not a loan: nothing of it can be called in.
		NotLoan,
		/// The loan is not due, and its borrower may act and has acted lately: wait until the loan is
		/// due.
		LoanNotDue,
		/// The borrower has nothing of the loan that could be called in: it is back, on its way, in
		/// dispute already, or was handed over. What is on its way and does not arrive can be called
		/// in later.
		NothingToCallIn,
		/// The goods were received before they left: check the time of the receipt.
		ReceivedBeforeDispatch,
		/// The dispute was resolved before the goods left: check the time, or give none.
		ResolvedBeforeDispatch,
		/// The sensor measured before the goods left or after they were received: check its times.
		SensorOutsideTransit,
		/// The transfer does not wait for its receiver's answer: it was answered, or has ended.
		NotProposed,
		/// The transfer is not accepted: its receiver has not accepted it yet, or it was dispatched
		/// or has ended. A receiver rejects what it has not accepted.
		NotAccepted,
		/// The transfer is not under way: it was never dispatched.
		NotDispatched,
		/// The goods have left: nobody can withdraw any more.
		AlreadyDispatched,
		/// Nothing is outstanding: every unit that was shipped has been reported. What is still in
		/// dispute ends by resolving it.
		AlreadyReceived,
		/// The transfer has ended: it can be neither withdrawn nor released.
		Ended,
		/// The receipt says nothing about any unit: state what was found of at least one leg.
		NothingReported,
		/// The transfer has as many receipts as it may have. When the time to receive is over, what
		/// is outstanding can be released into dispute; what is missing and arrives is resolved as
		/// delivered.
		TooManyReceipts,
		/// Nothing to change: the sender is already approved.
		AlreadyApproved,
		/// Nothing to change: the sender is not approved.
		NotApproved,
		/// The institution gives as many approvals as it may: revoke one that it does not need.
		TooManyApprovals,
		/// Nothing to change: the receiver has asked for just as much.
		Unchanged,
		/// The transfer is archived: it ended long ago, and is read from the trail and from copies that
		/// were kept. Nothing of it can go back any more: propose a gift or a sale.
		TransferArchived,
		/// The transfer has not ended: it can be archived a while after it has.
		NotEnded,
		/// The transfer ended not long enough ago: archive it later.
		RetentionNotOver,
		/// The borrower still has something of the loan: it can be archived when all of it is back, or
		/// called in and resolved.
		LoanOutstanding,
		/// Goods of the transfer went back, or are going back: archive the returns first.
		ReturnsNotArchived,
		/// The digest is not that of the transfer as it is stored: read the transfer and its receipts
		/// anew.
		DigestMismatch,
		/// The transfer is not archived, or is forgotten already.
		NotArchived,
		/// The newest record of the transfer is not pruned yet: wait until its epoch is.
		RecordNotPruned,
		/// No identifier is left for another transfer.
		IdsExhausted,
		/// The goods are expected before they leave: put the expected time later, or name none.
		ExpectedBeforeDispatch,
		/// A rule forbids it: it demands conditions of which at least one is not met. Ask
		/// `explain_transfer`, or `explain_dispatch`, which names every condition that is not, and read
		/// the rule itself.
		RuleNotMet,
		/// The goods fall under more rules than one transfer may: send the goods of each class by
		/// themselves.
		TooManyRules,
		/// The transfer would have more lines than it may: send them in several.
		TooManyLegs,
		/// Goods that go back serve no need: name none.
		ReturnServesNoNeed,
		/// There is no need with this identifier: check it.
		NeedNotFound,
		/// The need is closed, or its time is over: name an open one, or none.
		NeedNotOpen,
		/// The need is not the receiver's: send to who published it.
		NeedOfAnother,
		/// Goods are neither of the class that is needed nor of one that is accepted in its place: send
		/// those by themselves.
		ClassNotNeeded,
		/// Goods expire sooner after the end of receipt than the need accepts: send others.
		ShelfLifeTooShort,
		/// The goods may leave after they are needed: dispatch them earlier.
		TooLateForNeed,
		/// The goods have to arrive before they are wanted: receive them later.
		TooEarlyForNeed,
		/// More than is open of the need: send what is open, or name no need.
		MoreThanNeeded,
		/// The transfer was decided by a vote, and its sender cannot withdraw from it: dispatch it. The
		/// receiver may withdraw, and the sender too when the receiver may not act; when the time to dispatch
		/// is over, anybody may release the goods.
		BoundByDecision,
		/// The lot is held, or all that the sender has of it: it can only go back to where it came from.
		/// To send it, have whoever may lift the holds do so.
		Held,
		/// The lot's class demands that whoever accepts goods of it states what a sensor measured on the
		/// way: add that, or reject the goods.
		SensorRequired,
		/// The sensor measured after the goods left: check its times. What a sensor measures on the way is
		/// stated in the receipt.
		SensorAfterDispatch,
		/// An allocation is deciding about the need: wait until it has ended, at most 20 minutes, or name no
		/// need.
		NeedFrozen,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxLegs::get() > 0, "a transfer needs room for a leg");
			assert!(T::MaxReceipts::get() > 0, "a transfer needs room for a receipt");
			assert!(T::MaxReservation::get() > 0, "a proposal needs time to be answered");
			assert!(T::MinTransit::get() > 0, "goods need time to arrive");
			assert!(T::MinTransit::get() <= T::MaxTransit::get(), "some transit must be allowed");
			assert!(T::SilentAfter::get() > 0, "a borrower needs time to act");
			// What was shipped and as much excess again fit into a quantity.
			let largest = T::MaxLegQuantity::get();
			assert!(
				largest > 0 && largest <= Quantity::MAX / 2,
				"a leg and its excess are counted"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every reason why `sender` could not propose this now, the roles of its agent aside.
		pub fn explain_transfer(sender: InstitutionId, proposal: ProposalOf<T>) -> Vec<Finding<T>> {
			Self::view_explain_transfer(sender, &proposal)
		}

		/// Every reason why `transfer` could not be dispatched now by `carrier`, if one is named; the
		/// roles of its sender's agent, the label and the claimed time aside.
		pub fn explain_dispatch(
			transfer: TransferId,
			carrier: Option<InstitutionId>,
		) -> Vec<Finding<T>> {
			Self::view_explain_dispatch(transfer, carrier)
		}

		/// What transfers wait for an institution to do, the newest first: those before the transfer
		/// `before`, or all. A transfer that waits for two things is listed twice.
		pub fn awaiting(
			institution: InstitutionId,
			before: Option<TransferId>,
			limit: u32,
		) -> AwaitedPage {
			Self::view_awaiting(institution, before, limit)
		}

		/// A transfer; `None` when it is archived.
		pub fn transfer(transfer: TransferId) -> Option<TransferOf<T>> {
			Self::load(transfer).ok()
		}

		/// The receipts of a transfer, in the order in which they were written.
		pub fn receipts(transfer: TransferId) -> Vec<ReceiptOf<T>> {
			Self::view_receipts(transfer)
		}

		/// How a loan stands; `None` when the transfer is none.
		pub fn loan(transfer: TransferId) -> Option<LoanState> {
			Self::view_loan(transfer)
		}

		/// The digest that [`Pallet::archive`] asks for.
		pub fn archive_digest(transfer: TransferId) -> Option<H256> {
			Self::view_archive_digest(transfer)
		}
	}
}
