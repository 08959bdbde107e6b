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
//! | dispute | what was rejected or went missing, until it is resolved |
//! | arbiter | may resolve any dispute |
//!
//! ## A short story
//!
//! A donor in Shanghai proposes 200,000 masks to a hospital in Hubei ([`Pallet::propose`]). The
//! hospital accepts ([`Pallet::accept`]), or had approved the donor before
//! ([`Pallet::approve_sender`]). The masks leave ([`Pallet::dispatch`]). The hospital reports
//! 199,000 accepted, 600 damaged, 400 missing ([`Pallet::receive`]): the first are its own now, the
//! others are in dispute in the donor's books. The 600 come back and the 400 are written off
//! ([`Pallet::resolve`]), both said by the donor, whom it costs. The transfer is settled.
//!
//! Had the donor not dispatched in time, or had nothing arrived in time, anybody could have ended
//! the waiting ([`Pallet::release`]).
//!
//! ## Invariants
//!
//! 1. Every transfer has an identifier below the next one, and between one and `MaxLegs` legs, none
//!    of them of zero.
//! 2. Of each leg, accepted + rejected + missing + recovered + destroyed + lost is at most its
//!    quantity.
//! 3. A transfer that was never dispatched has nothing reported, no shipment and no receipt. One
//!    that was dispatched has a shipment, and its status is what its legs say.
//! 4. It has exactly as many receipts as it counts, and each has one entry for each leg.
//! 5. What has gone back of a leg is at most what was accepted plus the excess, and, lot by lot,
//!    exactly what the returns of the transfer carry.
//! 6. For every holding that a transfer ever left, what is reserved, in transit and disputed is
//!    exactly the sum over the transfers.
//! 7. No institution has approved itself.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod approvals;
mod benchmarking;
mod books;
mod checks;
mod disputes;
mod journeys;
mod parties;
mod proposals;
mod receipts;
mod returns;
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::traits::Get;
use salus_primitives::{
	digest_of, Action, Actor, Agent, Bucket, Directory, EventClaim, HoldingKey, InstitutionId,
	LotFacts, LotId, Malformed, Moment, Quantity, Role, Sscc, Standing, Step, Stock, Subject,
	Trail, TransferId, WriteOff,
};
use sp_core::H256;

/// A proposal, under this runtime's bounds.
pub type ProposalOf<T> = Proposal<<T as Config>::MaxLegs>;
/// A transfer, under this runtime's bounds.
pub type TransferOf<T> = Transfer<<T as Config>::MaxLegs>;
/// A receipt, under this runtime's bounds.
pub type ReceiptOf<T> = Receipt<<T as frame_system::Config>::AccountId, <T as Config>::MaxLegs>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::{
		BoundedVec, DispatchResult, DispatchResultWithPostInfo, EnsureOrigin, Hooks, Identity,
		StorageDoubleMap, StorageMap, StorageValue, StorageVersion, ValueQuery,
	};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who may act for whom.
		type Directory: Directory<Self::AccountId>;

		/// Moves the goods.
		type Stock: Stock;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// Who may resolve any dispute.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Legs of one transfer.
		#[pallet::constant]
		type MaxLegs: Get<u32>;

		/// Receipts of one transfer.
		#[pallet::constant]
		type MaxReceipts: Get<u16>;

		/// The longest time from proposal to the end of dispatch, in milliseconds.
		#[pallet::constant]
		type MaxReservation: Get<Moment>;

		/// The longest time from the end of dispatch to the end of receipt, in milliseconds.
		#[pallet::constant]
		type MaxTransit: Get<Moment>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets the stage for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type Rehearsal: salus_primitives::Rehearsal<Self::AccountId>;
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

	/// From whom (second key) an institution (first key) accepts whatever is proposed.
	#[pallet::storage]
	pub type Approvals<T> =
		StorageDoubleMap<_, Identity, InstitutionId, Identity, InstitutionId, ()>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A transfer was proposed, and its goods are reserved.
		TransferProposed {
			/// Which.
			transfer: TransferId,
			/// By whom.
			sender: InstitutionId,
			/// To whom.
			receiver: InstitutionId,
		},
		/// A transfer was accepted, by the receiver or by its approval in advance.
		TransferAccepted {
			/// Which.
			transfer: TransferId,
		},
		/// The receiver declined a transfer, and its goods are available again.
		TransferRejected {
			/// Which.
			transfer: TransferId,
		},
		/// One side withdrew from a transfer, and its goods are available again.
		TransferWithdrawn {
			/// Which.
			transfer: TransferId,
			/// Which side.
			by: InstitutionId,
		},
		/// The goods of a transfer left.
		TransferDispatched {
			/// Which.
			transfer: TransferId,
		},
		/// The receiver wrote a receipt.
		TransferReceived {
			/// Of which transfer.
			transfer: TransferId,
			/// Its number.
			receipt: u16,
			/// Where the transfer stands now.
			status: Status,
		},
		/// A transfer was not dispatched in time, and its goods are available again.
		TransferExpired {
			/// Which.
			transfer: TransferId,
		},
		/// What was outstanding of a transfer did not arrive in time, and is in dispute.
		TransferDisputed {
			/// Which.
			transfer: TransferId,
		},
		/// A part of a dispute was resolved.
		DisputeResolved {
			/// Of which transfer.
			transfer: TransferId,
			/// Of which leg, counted from zero.
			leg: u32,
			/// How.
			outcome: Outcome,
			/// How much, in base units.
			quantity: Quantity,
			/// Digest of a document kept off chain.
			document: Option<H256>,
			/// Where the transfer stands now.
			status: Status,
		},
		/// An institution accepts from now on whatever a sender proposes.
		SenderApproved {
			/// Who accepts.
			receiver: InstitutionId,
			/// From whom.
			sender: InstitutionId,
		},
		/// An institution answers a sender's proposals one by one again.
		SenderApprovalRevoked {
			/// Who answers.
			receiver: InstitutionId,
			/// Whom.
			sender: InstitutionId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The signer acts for no institution.
		NotAgent,
		/// The signer acts for an institution, but not in the role that this step needs.
		NotAuthorized,
		/// The signer acts for an institution whose step this is not.
		NotParty,
		/// The institution that acts is suspended.
		Suspended,
		/// The receiver is suspended.
		ReceiverSuspended,
		/// The carrier is suspended.
		CarrierSuspended,
		/// The sender is no institution.
		SenderNotFound,
		/// The receiver is no institution.
		ReceiverNotFound,
		/// The carrier is no institution.
		CarrierNotFound,
		/// Sender and receiver are the same.
		SameInstitution,
		/// No such transfer.
		TransferNotFound,
		/// No such lot.
		LotNotFound,
		/// No such site.
		SiteNotFound,
		/// The transfer has no such leg.
		LegNotFound,
		/// The site belongs to another institution than the one that it stands for.
		SiteOfAnother,
		/// No legs.
		NoLegs,
		/// The receipt has not one entry for each leg of the transfer.
		LegsDiffer,
		/// A quantity of zero.
		ZeroQuantity,
		/// A wrong check digit.
		InvalidCheckDigit,
		/// Characters that the standard does not allow.
		InvalidCharacters,
		/// Bounds, or a span, the wrong way round.
		InvalidRange,
		/// The lot is expired.
		LotExpired,
		/// The receiver lacks the licence that the lot's class demands.
		CapabilityMissing,
		/// More than the sender has available of the lot.
		InsufficientStock,
		/// More than the earlier transfer brought and has not gone back.
		ExceedsAccepted,
		/// More than was shipped and not reported before.
		ExceedsShipped,
		/// More than is in dispute in this way on this leg.
		ExceedsDisputed,
		/// The transfer did not bring anything from this receiver to this sender.
		NotReturnable,
		/// The time for this step is over.
		DeadlinePassed,
		/// The time of the other party is not over yet.
		DeadlineNotReached,
		/// The time to receive ends before the time to dispatch.
		DeadlinesReversed,
		/// The goods would be reserved for too long.
		ReservationTooLong,
		/// The goods would be under way for too long.
		TransitTooLong,
		/// The loan is due before it need have arrived.
		DueTooEarly,
		/// The transfer does not wait for its receiver's answer.
		NotProposed,
		/// The transfer is not accepted, or no longer.
		NotAccepted,
		/// The transfer is not under way.
		NotDispatched,
		/// The goods have left.
		AlreadyDispatched,
		/// Every unit that was shipped has been reported.
		AlreadyReceived,
		/// The transfer has ended.
		Ended,
		/// The receipt says nothing about any unit.
		NothingReported,
		/// The transfer has as many receipts as it may have.
		TooManyReceipts,
		/// The sender is approved already.
		AlreadyApproved,
		/// The sender is not approved.
		NotApproved,
		/// No identifier is left.
		IdsExhausted,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxLegs::get() > 0, "a transfer needs room for a leg");
			assert!(T::MaxReceipts::get() > 0, "a transfer needs room for a receipt");
			assert!(T::MaxReservation::get() > 0, "a proposal needs time to be answered");
			assert!(T::MaxTransit::get() > 0, "goods need time to arrive");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Proposes a transfer and reserves its goods.
		///
		/// Signed by an agent of the sender in the role dispatch. If the receiver approved the
		/// sender in advance, the transfer is accepted at once.
		///
		/// - `proposal`: quantities in base units, deadlines in milliseconds since 1970.
		///
		/// Emits [`Event::TransferProposed`], and [`Event::TransferAccepted`] if accepted.
		///
		/// Fails with [`Error::NotAgent`], [`Error::NotAuthorized`], or the first of the faults
		/// that [`Pallet::explain_transfer`] tells, each an error of the same name.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose(proposal.legs.len() as u32))]
		pub fn propose(origin: OriginFor<T>, proposal: ProposalOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose(who, proposal)
		}

		/// Accepts a proposed transfer.
		///
		/// Signed by an agent of the receiver in the role receive, up to the end of the time to
		/// dispatch.
		///
		/// Emits [`Event::TransferAccepted`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::TransferNotFound`], [`Error::NotParty`],
		/// [`Error::NotAuthorized`], [`Error::Suspended`], [`Error::NotProposed`],
		/// [`Error::DeadlinePassed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::accept())]
		pub fn accept(origin: OriginFor<T>, transfer: TransferId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, transfer)
		}

		/// Declines a proposed transfer. Its goods become available again.
		///
		/// Signed by an agent of the receiver in the role receive.
		///
		/// Emits [`Event::TransferRejected`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::TransferNotFound`], [`Error::NotParty`],
		/// [`Error::NotAuthorized`], [`Error::Suspended`], [`Error::NotProposed`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::reject(T::MaxLegs::get()))]
		pub fn reject(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let legs = Self::do_reject(who, transfer)?;
			Ok(Some(T::WeightInfo::reject(legs)).into())
		}

		/// Withdraws from a transfer before its dispatch. Its goods become available again.
		///
		/// Signed by an agent of the sender in the role dispatch, or, once the transfer is
		/// accepted, by one of the receiver in the role receive.
		///
		/// Emits [`Event::TransferWithdrawn`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::TransferNotFound`], [`Error::NotParty`],
		/// [`Error::NotAuthorized`], [`Error::Suspended`], [`Error::NotAccepted`] (for the
		/// receiver, who rejects what it has not accepted), [`Error::AlreadyDispatched`],
		/// [`Error::Ended`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw(T::MaxLegs::get()))]
		pub fn withdraw(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let legs = Self::do_withdraw(who, transfer)?;
			Ok(Some(T::WeightInfo::withdraw(legs)).into())
		}

		/// Sends an accepted transfer on its way.
		///
		/// Signed by an agent of the sender in the role dispatch, up to the end of the time to
		/// dispatch.
		///
		/// - `carrier`: the institution that carries the goods.
		/// - `sscc`: the logistic unit as a whole.
		/// - `expected`: when the goods should arrive, in milliseconds since 1970.
		/// - `event`: when the goods left.
		///
		/// Emits [`Event::TransferDispatched`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::TransferNotFound`], [`Error::NotParty`],
		/// [`Error::NotAuthorized`], [`Error::CarrierNotFound`], [`Error::CarrierSuspended`],
		/// [`Error::InvalidCheckDigit`], [`Error::InvalidCharacters`], or the first of the faults
		/// that [`Pallet::explain_dispatch`] tells; and when the claimed time is out of bounds.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::dispatch(T::MaxLegs::get()))]
		pub fn dispatch(
			origin: OriginFor<T>,
			transfer: TransferId,
			carrier: Option<InstitutionId>,
			sscc: Option<Sscc>,
			expected: Option<Moment>,
			event: EventClaim,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let legs = Self::do_dispatch(who, transfer, carrier, sscc, expected, event)?;
			Ok(Some(T::WeightInfo::dispatch(legs)).into())
		}

		/// Writes a receipt: what was found of each leg.
		///
		/// Signed by an agent of the receiver in the role receive, while anything is outstanding.
		/// What is accepted becomes available to the receiver; what is rejected or missing is in
		/// dispute; excess is in the receiver's quarantine.
		///
		/// - `legs`: one entry for each leg of the transfer, in its order, in base units. Goods
		///   accepted although they are damaged are told by their condition.
		/// - `sensor`: what a sensor measured on the way, in tenths of a degree Celsius.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when the goods were received.
		///
		/// Emits [`Event::TransferReceived`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::TransferNotFound`], [`Error::NotParty`],
		/// [`Error::NotAuthorized`], [`Error::Suspended`], [`Error::NotDispatched`],
		/// [`Error::AlreadyReceived`], [`Error::TooManyReceipts`], [`Error::LegsDiffer`],
		/// [`Error::NothingReported`], [`Error::ZeroQuantity`], [`Error::ExceedsShipped`],
		/// [`Error::InvalidRange`], [`Error::InvalidCharacters`]; and when the claimed time is out
		/// of bounds.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::receive(legs.len() as u32))]
		pub fn receive(
			origin: OriginFor<T>,
			transfer: TransferId,
			legs: BoundedVec<LegReceipt, T::MaxLegs>,
			sensor: Option<SensorSummary>,
			document: Option<H256>,
			event: EventClaim,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_receive(who, transfer, legs, sensor, document, event)
		}

		/// Ends a wait that has lasted too long.
		///
		/// Signed by anybody. Past the time to dispatch, the goods become available again. Past
		/// the time to receive, what is outstanding counts as missing, in dispute.
		///
		/// Emits [`Event::TransferExpired`] or [`Event::TransferDisputed`].
		///
		/// Fails with [`Error::TransferNotFound`], [`Error::DeadlineNotReached`],
		/// [`Error::AlreadyReceived`], [`Error::Ended`].
		#[pallet::call_index(6)]
		#[pallet::weight(
			T::WeightInfo::release_undispatched(T::MaxLegs::get())
				.max(T::WeightInfo::release_dispatched(T::MaxLegs::get()))
		)]
		pub fn release(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let weight = Self::do_release(who, transfer)?;
			Ok(Some(weight).into())
		}

		/// Resolves a part of a dispute.
		///
		/// Signed by an agent of the party that the outcome costs: of the sender for what is back
		/// with it; of the owner for what is destroyed or written off, which is the sender unless a
		/// loan goes back to its lender; of the receiver for what it has after all. The sender
		/// speaks in the role dispatch, the receiver in the role receive. Or by the arbiter, for
		/// anything.
		///
		/// - `leg`: which leg, counted from zero.
		/// - `outcome`: what became of the goods.
		/// - `quantity`: how much of it, in base units.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when it happened, if known.
		///
		/// Emits [`Event::DisputeResolved`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::TransferNotFound`], [`Error::NotParty`],
		/// [`Error::NotAuthorized`], [`Error::Suspended`], [`Error::ZeroQuantity`],
		/// [`Error::LegNotFound`], [`Error::ExceedsDisputed`]; and when the claimed time is out of
		/// bounds.
		#[pallet::call_index(7)]
		#[pallet::weight(
			T::WeightInfo::resolve_recovered()
				.max(T::WeightInfo::resolve_written_off())
				.max(T::WeightInfo::resolve_delivered())
		)]
		pub fn resolve(
			origin: OriginFor<T>,
			transfer: TransferId,
			leg: u32,
			outcome: Outcome,
			#[pallet::compact] quantity: Quantity,
			document: Option<H256>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let by = match T::ArbiterOrigin::try_origin(origin) {
				Ok(_) => Actor::Authority,
				Err(origin) => Actor::Account(ensure_signed(origin)?),
			};
			Self::do_resolve(by, transfer, leg, outcome, quantity, document, event)
		}

		/// Accepts in advance whatever a sender proposes.
		///
		/// Signed by an agent of the receiver in the role receive.
		///
		/// Emits [`Event::SenderApproved`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::SameInstitution`], [`Error::SenderNotFound`], [`Error::AlreadyApproved`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::approve_sender())]
		pub fn approve_sender(origin: OriginFor<T>, sender: InstitutionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve_sender(who, sender)
		}

		/// Goes back to answering a sender's proposals one by one.
		///
		/// Signed by an agent of the receiver in the role receive. What is accepted stays so.
		///
		/// Emits [`Event::SenderApprovalRevoked`].
		///
		/// Fails with [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::NotApproved`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::revoke_sender())]
		pub fn revoke_sender(origin: OriginFor<T>, sender: InstitutionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke_sender(who, sender)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every reason why `sender` could not propose this now, the roles of its agent aside.
		pub fn explain_transfer(sender: InstitutionId, proposal: ProposalOf<T>) -> Vec<Finding> {
			Self::view_explain_transfer(sender, &proposal)
		}

		/// Every reason why `transfer` could not be dispatched now, its carrier aside.
		pub fn explain_dispatch(transfer: TransferId) -> Vec<Finding> {
			Self::view_explain_dispatch(transfer)
		}

		/// A transfer.
		pub fn transfer(transfer: TransferId) -> Option<TransferOf<T>> {
			Transfers::<T>::get(transfer)
		}

		/// The receipts of a transfer, in the order in which they were written.
		pub fn receipts(transfer: TransferId) -> Vec<ReceiptOf<T>> {
			Self::view_receipts(transfer)
		}

		/// How a loan stands; `None` when the transfer is none.
		pub fn loan(transfer: TransferId) -> Option<LoanState> {
			Self::view_loan(transfer)
		}
	}
}
