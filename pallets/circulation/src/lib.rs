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
//! | finding | one reason why a transfer would be refused, and the leg that it stands at |
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

mod accept;
mod access;
mod approvals;
mod approve_sender;
mod benchmarking;
mod dispatch;
mod explain;
mod lots;
mod propose;
mod receive;
mod reject;
mod release;
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

pub use dispatch::Shipment;
pub use explain::Finding;
pub use pallet::*;
pub use propose::{Leg, Proposal, Terms};
pub use receive::{Condition, Discrepancy, LegReceipt, Receipt, SensorSummary, Shortfall};
pub use resolve::{MissingGoods, Outcome, RejectedGoods};
pub use transfers::{Status, Transfer, TransferLeg};
pub use views::{Lent, LoanState};
pub use weights::WeightInfo;

/// A proposal, under this runtime's bounds.
pub type ProposalOf<T> = Proposal<<T as Config>::MaxLegs>;
/// A transfer, under this runtime's bounds.
pub type TransferOf<T> = Transfer<<T as Config>::MaxLegs>;
/// A receipt, under this runtime's bounds.
pub type ReceiptOf<T> = Receipt<<T as frame_system::Config>::AccountId, <T as Config>::MaxLegs>;

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		resolve::Resolution, Finding, LegReceipt, LoanState, Outcome, ProposalOf, ReceiptOf,
		SensorSummary, Status, TransferOf, WeightInfo,
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
		Access, Actor, Directory, EventClaim, InstitutionId, Moment, Quantity, Role, Sscc, Stock,
		Trail, TransferId,
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

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// Who may resolve any dispute.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// The largest number of legs of one transfer.
		#[pallet::constant]
		type MaxLegs: Get<u32>;

		/// The largest number of receipts of one transfer.
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

	/// From whom (second key) an institution (first key) accepts whatever is proposed.
	#[pallet::storage]
	pub type Approvals<T> =
		StorageDoubleMap<_, Identity, InstitutionId, Identity, InstitutionId, ()>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A transfer was proposed, and its goods are reserved. The receiver accepts or rejects it.
		TransferProposed { transfer: TransferId, sender: InstitutionId, receiver: InstitutionId },
		/// A transfer was accepted, by the receiver or by its approval in advance. The sender
		/// dispatches it.
		TransferAccepted { transfer: TransferId },
		/// The receiver declined a transfer, and its goods are available again.
		TransferRejected { transfer: TransferId },
		/// One side withdrew from a transfer, and its goods are available again.
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
		/// A transfer was not dispatched in time, and its goods are available again.
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
		/// A receiver accepts from now on whatever a sender proposes.
		SenderApproved { receiver: InstitutionId, sender: InstitutionId },
		/// A receiver answers a sender's proposals one by one again.
		SenderApprovalRevoked { receiver: InstitutionId, sender: InstitutionId },
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
		/// The legs of one lot add up to more than can be counted: split the transfer. In a receipt:
		/// the excess is more than can be counted.
		QuantityTooLarge,
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
		/// The legs carry more of the lot than the sender has available.
		InsufficientStock,
		/// The legs carry more of the lot than the earlier transfer brought and has not gone back.
		ExceedsAccepted,
		/// The receipt reports more of a leg than was shipped and not reported before: state what is
		/// beyond it as excess.
		ExceedsShipped,
		/// The quantity is more than what of this leg is in dispute as rejected, or as missing.
		ExceedsDisputed,
		/// The earlier transfer did not bring anything from this receiver to this sender, or is a
		/// return itself: nothing of it can go back. Propose a gift or a sale.
		NotReturnable,
		/// The time to dispatch is over: propose the transfer anew.
		DeadlinePassed,
		/// The other party still has time: wait until its deadline is over.
		DeadlineNotReached,
		/// The time to receive ends before the time to dispatch: put it at the same moment or later.
		DeadlinesReversed,
		/// The goods would be reserved for longer than allowed: let the time to dispatch end earlier.
		ReservationTooLong,
		/// The goods would be under way for longer than allowed: let the time to receive end earlier.
		TransitTooLong,
		/// The loan is due before the time to receive ends: let it be due later.
		DueTooEarly,
		/// The transfer does not wait for its receiver's answer: it was answered, or has ended.
		NotProposed,
		/// The transfer is not accepted: its receiver has not accepted it yet, or it was dispatched
		/// or has ended. A receiver rejects what it has not accepted.
		NotAccepted,
		/// The transfer is not under way: it was never dispatched.
		NotDispatched,
		/// The goods have left: nobody can withdraw any more.
		AlreadyDispatched,
		/// Every unit that was shipped has been reported. What is in dispute is resolved.
		AlreadyReceived,
		/// The transfer has ended: there is nothing left to do.
		Ended,
		/// The receipt says nothing about any unit: state what was found of at least one leg.
		NothingReported,
		/// The transfer has as many receipts as it may have. When the time to receive is over, what
		/// is outstanding can be released into dispute.
		TooManyReceipts,
		/// Nothing to change: the sender is already approved.
		AlreadyApproved,
		/// Nothing to change: the sender is not approved.
		NotApproved,
		/// No identifier is left for another transfer.
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
		/// Fails as [`Config::Access`] does, and with the first finding that
		/// [`Pallet::explain_transfer`] tells of a sender that may act.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::weight_of_proposing(proposal))]
		pub fn propose(origin: OriginFor<T>, proposal: ProposalOf<T>) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_propose(act, proposal)
		}

		/// Accepts a proposed transfer.
		///
		/// Signed by an agent of the receiver in the role receive, up to the end of the time to
		/// dispatch.
		///
		/// Emits [`Event::TransferAccepted`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::NotProposed`], [`Error::DeadlinePassed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::accept())]
		pub fn accept(origin: OriginFor<T>, transfer: TransferId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_accept(act, transfer)
		}

		/// Declines a proposed transfer. Its goods become available again.
		///
		/// Signed by an agent of the receiver in the role receive.
		///
		/// Emits [`Event::TransferRejected`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::NotProposed`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::reject(T::MaxLegs::get()))]
		pub fn reject(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let act = T::Access::agent(origin, Role::Receive)?;
			let legs = Self::do_reject(act, transfer)?;
			Ok(Some(T::WeightInfo::reject(legs)).into())
		}

		/// Withdraws from a transfer before its dispatch. Its goods become available again.
		///
		/// Signed by an agent of the sender in the role dispatch, or, once the transfer is
		/// accepted, by one of the receiver in the role receive.
		///
		/// Emits [`Event::TransferWithdrawn`].
		///
		/// Fails with [`Error::TransferNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotParty`], [`Error::NotAccepted`] (for the receiver, who rejects what it has not
		/// accepted), [`Error::AlreadyDispatched`], [`Error::Ended`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw(T::MaxLegs::get()))]
		pub fn withdraw(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let loaded = Self::load(transfer)?;
			let act = Self::act_to_withdraw(origin, &loaded)?;
			let legs = Self::do_withdraw(act, transfer, loaded)?;
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
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], the first finding that [`Pallet::explain_dispatch`] tells of a sender
		/// that may act, [`Error::InvalidCheckDigit`], [`Error::InvalidCharacters`],
		/// [`Error::CarrierNotFound`], [`Error::CarrierSuspended`]; and when the claimed time is out
		/// of bounds.
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
			let act = T::Access::agent(origin, Role::Dispatch)?;
			let legs = Self::do_dispatch(act, transfer, carrier, sscc, expected, event)?;
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
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::NotDispatched`], [`Error::AlreadyReceived`],
		/// [`Error::TooManyReceipts`], [`Error::LegsDiffer`], [`Error::NothingReported`],
		/// [`Error::InvalidRange`], [`Error::InvalidCharacters`], [`Error::ZeroQuantity`],
		/// [`Error::ExceedsShipped`], [`Error::QuantityTooLarge`]; and when the claimed time is out
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
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_receive(act, transfer, legs, sensor, document, event)
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
			let act = T::Access::anyone(origin)?;
			let weight = Self::do_release(act, transfer)?;
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
		/// - `leg`: counted from zero.
		/// - `outcome`: what became of the goods.
		/// - `quantity`: in base units.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when it happened, if known.
		///
		/// Emits [`Event::DisputeResolved`].
		///
		/// Fails with [`Error::TransferNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotParty`], [`Error::ZeroQuantity`], [`Error::LegNotFound`],
		/// [`Error::ExceedsDisputed`]; and when the claimed time is out of bounds.
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
			let loaded = Self::load(transfer)?;
			let act = Self::act_to_resolve(origin, &loaded, outcome)?;
			let resolution = Resolution { leg, outcome, quantity, document, event };
			Self::do_resolve(act, transfer, loaded, resolution)
		}

		/// Accepts in advance whatever a sender proposes.
		///
		/// Signed by an agent of the receiver in the role receive.
		///
		/// Emits [`Event::SenderApproved`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::SameInstitution`],
		/// [`Error::SenderNotFound`], [`Error::AlreadyApproved`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::approve_sender())]
		pub fn approve_sender(origin: OriginFor<T>, sender: InstitutionId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_approve_sender(act, sender)
		}

		/// Goes back to answering a sender's proposals one by one.
		///
		/// Signed by an agent of the receiver in the role receive. What is accepted stays so.
		///
		/// Emits [`Event::SenderApprovalRevoked`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::NotApproved`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::revoke_sender())]
		pub fn revoke_sender(origin: OriginFor<T>, sender: InstitutionId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_revoke_sender(act, sender)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every reason why `sender` could not propose this now, the roles of its agent aside.
		pub fn explain_transfer(sender: InstitutionId, proposal: ProposalOf<T>) -> Vec<Finding<T>> {
			Self::view_explain_transfer(sender, &proposal)
		}

		/// Every reason why `transfer` could not be dispatched now, the roles of its sender's agent
		/// and its carrier aside.
		pub fn explain_dispatch(transfer: TransferId) -> Vec<Finding<T>> {
			Self::view_explain_dispatch(transfer)
		}

		/// A transfer.
		pub fn transfer(transfer: TransferId) -> Option<TransferOf<T>> {
			Self::load(transfer).ok()
		}

		/// The receipts of a transfer, in the order in which they were written.
		pub fn receipts(transfer: TransferId) -> Vec<ReceiptOf<T>> {
			Self::receipts_of(transfer)
		}

		/// How a loan stands; `None` when the transfer is none.
		pub fn loan(transfer: TransferId) -> Option<LoanState> {
			Self::view_loan(transfer)
		}
	}
}
