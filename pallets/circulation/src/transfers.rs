//! Transfers and their receipts.
//!
//! All reads and writes of [`NextTransferId`], [`Transfers`], [`Receipts`] and [`Archived`] go through
//! this file; only `try_state` iterates over them itself. What holds of them, besides invariants 1 to 5
//! and 8 of the pallet:
//!
//! - A transfer is written only together with a record on its trail, which the transfer then names as
//!   its newest ([`Pallet::save`]).
//! - A receipt is written only together with the transfer that counts it, never changes, and is
//!   removed only together with that transfer ([`Pallet::put_away`]).

use crate::{
	lots::Lots, propose::source_under, Archived, Config, Error, Leg, NextTransferId, Pallet,
	ReceiptOf, Receipts, Shipment, TransferOf, Transfers,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	pallet_prelude::DispatchResult, traits::Get, weights::Weight, BoundedVec, CloneNoBound,
	DebugNoBound, EqNoBound, PartialEqNoBound,
};
use salus_primitives::{
	digest_of, Custody, InstitutionId, LotId, LotStock, Moment, NeedId, OnTransfer, Quantity,
	RecordId, Role, Service, SiteNumber, Sscc, Step, Subject, Subjects, Terms, Total, Trail,
	TransferId,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::DispatchError;

/// One line of a transfer, with the fate of every unit of it.
///
/// `quantity` is what was proposed. What has been reported of it is accepted, rejected, missing,
/// recovered, destroyed or lost; the rest is outstanding.
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
pub struct TransferLeg {
	pub lot: LotId,
	/// In base units of the lot's class.
	#[codec(compact)]
	pub quantity: Quantity,
	/// The logistic unit that this line travels in, inside the shipment.
	pub pack: Option<Sscc>,
	/// Arrived, and handed to the receiver.
	#[codec(compact)]
	pub accepted: Quantity,
	/// Arrived and refused; in dispute.
	#[codec(compact)]
	pub rejected: Quantity,
	/// How much of `rejected` the receiver asks to keep after all.
	#[codec(compact)]
	pub keeping: Quantity,
	/// Not arrived; in dispute.
	#[codec(compact)]
	pub missing: Quantity,
	/// Was in dispute, and is back with the sender.
	#[codec(compact)]
	pub recovered: Quantity,
	/// Was in dispute, and is out of the books: rejected, and destroyed.
	#[codec(compact)]
	pub destroyed: Quantity,
	/// Was in dispute, and is out of the books: missing, and given up.
	#[codec(compact)]
	pub lost: Quantity,
	/// Arrived beyond `quantity`, as the receiver states; at most as much again.
	#[codec(compact)]
	pub excess: Quantity,
	/// On its way back, or back, under the terms [`Terms::Return`].
	#[codec(compact)]
	pub returned: Quantity,
	/// Of a loan that was called in: in dispute in the borrower's books.
	#[codec(compact)]
	pub called_in: Quantity,
	/// With the receiver no more, or the receiver's own, for good: it was called in and is resolved,
	/// or went back with a return that is archived.
	#[codec(compact)]
	pub concluded: Quantity,
}

impl TransferLeg {
	/// A line of which nothing has been reported yet.
	pub fn of(leg: &Leg) -> Self {
		Self {
			lot: leg.lot,
			quantity: leg.quantity,
			pack: leg.pack,
			accepted: 0,
			rejected: 0,
			keeping: 0,
			missing: 0,
			recovered: 0,
			destroyed: 0,
			lost: 0,
			excess: 0,
			returned: 0,
			called_in: 0,
			concluded: 0,
		}
	}

	/// Units whose fate has been reported.
	pub fn reported(&self) -> Total {
		sum([self.accepted, self.rejected, self.missing, self.recovered, self.destroyed, self.lost])
	}

	/// Units whose fate has not been reported.
	pub fn outstanding(&self) -> Quantity {
		rest(self.quantity.into(), self.reported())
	}

	/// Units in dispute in the sender's books.
	pub fn disputed(&self) -> Total {
		sum([self.rejected, self.missing])
	}

	/// Units of those that were accepted that the receiver may not send back any more: they are going back,
	/// or are called in, or that is over.
	pub fn unreturnable(&self) -> Total {
		sum([self.returned, self.called_in, self.concluded])
	}

	/// Units that the receiver may still send back, and that can be called in once a loan is due.
	pub fn returnable(&self) -> Quantity {
		rest(self.accepted.into(), self.unreturnable())
	}
}

impl<MaxLegs: Get<u32>> Transfer<MaxLegs> {
	/// Spreads a quantity over the legs of a lot, each up to its `room`, and hands each part with its
	/// leg to `count`. Answers with what is left: which of two legs of one lot units came with makes no
	/// difference.
	pub(crate) fn spread(
		&mut self,
		lot: LotId,
		quantity: Quantity,
		room: impl Fn(&TransferLeg) -> Quantity,
		count: impl Fn(&mut TransferLeg, Quantity) -> DispatchResult,
	) -> Result<Quantity, DispatchError> {
		let mut left = quantity;
		for leg in self.legs.iter_mut().filter(|leg| leg.lot == lot) {
			let part = left.min(room(leg));
			count(leg, part)?;
			left -= part;
		}
		Ok(left)
	}
}

fn sum<const N: usize>(parts: [Quantity; N]) -> Total {
	parts.into_iter().map(Total::from).sum()
}

/// What is left of `whole` without `part`. The invariants keep `part` within `whole`, and what is left
/// within a [`Quantity`]; where they do not hold, nothing is left.
fn rest(whole: Total, part: Total) -> Quantity {
	whole.checked_sub(part).and_then(|rest| rest.try_into().ok()).unwrap_or_default()
}

/// Where a transfer stands.
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
pub enum Status {
	/// The goods are reserved; the receiver has not answered.
	Proposed,
	/// The goods are reserved; the receiver expects them.
	Accepted,
	/// The goods are under way, at least in part.
	Dispatched,
	/// Every unit has been reported, and none is in dispute. Ended.
	Settled,
	/// The receiver declined. Ended.
	Rejected,
	/// One side withdrew before dispatch. Ended.
	Withdrawn,
	/// Not dispatched in time. Ended.
	Expired,
	/// Every unit has been reported, and some are in dispute, or called in.
	Disputed,
}

impl Status {
	/// Whether nothing is reserved, under way or in dispute any more.
	pub fn has_ended(&self) -> bool {
		match self {
			Self::Settled | Self::Rejected | Self::Withdrawn | Self::Expired => true,
			Self::Proposed | Self::Accepted | Self::Dispatched | Self::Disputed => false,
		}
	}
}

/// One movement between two institutions.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[scale_info(skip_type_params(MaxLegs))]
#[codec(mel_bound())]
pub struct Transfer<MaxLegs: Get<u32>> {
	pub sender: InstitutionId,
	pub receiver: InstitutionId,
	/// Whose goods they are while under way. Differs from the sender when a loan goes back.
	pub owner: InstitutionId,
	/// The sender's site that the goods leave.
	pub from_site: Option<SiteNumber>,
	/// The receiver's site that the goods go to.
	pub to_site: Option<SiteNumber>,
	pub terms: Terms,
	pub status: Status,
	/// The last moment at which the goods may leave.
	pub dispatch_by: Moment,
	/// The last moment before anyone may declare what has not arrived missing.
	pub receive_by: Moment,
	/// Known from dispatch on.
	pub shipment: Option<Shipment>,
	/// How many receipts were written.
	pub receipts: u16,
	pub legs: BoundedVec<TransferLeg, MaxLegs>,
	/// How many rules it fell under when it was proposed, paused ones among them.
	pub rules: u8,
	/// The receiver's need that it serves, if it serves one.
	pub serves: Option<Service>,
	/// When the transfer ended, by the chain's own time; `None` while it has not.
	pub ended_at: Option<Moment>,
	/// The newest record of the transfer's trail.
	pub newest_record: Option<RecordId>,
}

impl<MaxLegs: Get<u32>> Transfer<MaxLegs> {
	/// Whether the receiver becomes the owner of what it accepts.
	pub fn ownership_moves(&self) -> bool {
		self.new_owner() != self.owner
	}

	/// The custody that the goods leave.
	pub fn source(&self) -> Custody {
		Custody { custodian: self.sender, owner: self.owner }
	}

	/// The custody that the goods arrive in.
	pub fn destination(&self) -> Custody {
		Custody { custodian: self.receiver, owner: self.new_owner() }
	}

	/// The role in which a party speaks: the sender in dispatch, the receiver in receive; `None` for
	/// everybody else.
	pub fn role_of(&self, institution: InstitutionId) -> Option<Role> {
		if institution == self.sender {
			Some(Role::Dispatch)
		} else if institution == self.receiver {
			Some(Role::Receive)
		} else {
			None
		}
	}

	/// The need that its goods are promised to, if they are promised to one.
	pub fn promised_to(&self) -> Option<NeedId> {
		self.serves.filter(|service| service.promised).map(|service| service.need)
	}

	/// What was proposed, over all legs, in base units: those of one sort, where it serves a need.
	pub(crate) fn quantity(&self) -> Total {
		self.legs.iter().map(|leg| Total::from(leg.quantity)).sum()
	}

	/// Whether the goods are still with the sender, reserved.
	pub fn is_undispatched(&self) -> bool {
		matches!(self.status, Status::Proposed | Status::Accepted)
	}

	/// Where a dispatched transfer stands by what its legs say.
	pub fn progress(&self) -> Status {
		if self.legs.iter().any(|leg| leg.outstanding() > 0) {
			Status::Dispatched
		} else if self.legs.iter().any(|leg| leg.disputed() > 0 || leg.called_in > 0) {
			Status::Disputed
		} else {
			Status::Settled
		}
	}

	/// What a return carries back, line by line; of one that never left, nothing.
	pub(crate) fn lines_back(&self) -> impl Iterator<Item = (LotId, Quantity)> + '_ {
		let unsent = matches!(self.status, Status::Rejected | Status::Withdrawn | Status::Expired);
		let legs = self.legs.iter().filter(move |_| !unsent);
		legs.map(|leg| (leg.lot, rest(leg.quantity.into(), leg.recovered.into())))
	}

	/// What was proposed, line by line.
	pub(crate) fn lines(&self) -> impl Iterator<Item = (LotId, Quantity)> + '_ {
		self.legs.iter().map(|leg| (leg.lot, leg.quantity))
	}

	fn new_owner(&self) -> InstitutionId {
		match self.terms {
			Terms::Loan { .. } => self.sender,
			Terms::Gift | Terms::Sale | Terms::Return { .. } => self.receiver,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The transfer under `id`.
	pub(crate) fn load(id: TransferId) -> Result<TransferOf<T>, Error<T>> {
		Transfers::<T>::get(id).ok_or_else(|| {
			if Archived::<T>::contains_key(id) {
				Error::<T>::TransferArchived
			} else {
				Error::<T>::TransferNotFound
			}
		})
	}

	/// Takes the next identifier.
	pub(crate) fn take_transfer_id() -> Result<TransferId, Error<T>> {
		let id = NextTransferId::<T>::get();
		NextTransferId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Ok(id)
	}

	/// Records the step on the transfer and writes it.
	pub(crate) fn save(
		step: &mut Step<T::AccountId>,
		id: TransferId,
		mut transfer: TransferOf<T>,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Transfer(id), &mut transfer.newest_record)?;
		let ended = transfer.status.has_ended();
		transfer.ended_at = ended.then(|| transfer.ended_at.unwrap_or_else(T::Trail::now));
		Transfers::<T>::insert(id, transfer);
		Ok(())
	}

	/// The digest of a transfer with its receipts, as they are stored.
	pub(crate) fn digest_of_transfer(
		id: TransferId,
		transfer: &TransferOf<T>,
		receipts: &[ReceiptOf<T>],
	) -> H256 {
		digest_of(&(id, transfer, receipts))
	}

	/// Records the step on the transfer, removes it and its receipts, and leaves the record in their
	/// place.
	pub(crate) fn put_away(
		step: &mut Step<T::AccountId>,
		id: TransferId,
		transfer: TransferOf<T>,
	) -> DispatchResult {
		let mut newest = transfer.newest_record;
		T::Trail::record(step, Subject::Transfer(id), &mut newest)?;
		Transfers::<T>::remove(id);
		for number in 0..transfer.receipts {
			Receipts::<T>::remove(id, number);
		}
		if let Some(newest) = newest {
			Archived::<T>::insert(id, newest);
		}
		Ok(())
	}

	/// The newest record of an archived transfer.
	pub(crate) fn archived(id: TransferId) -> Option<RecordId> {
		Archived::<T>::get(id)
	}

	/// Removes what is left of an archived transfer.
	pub(crate) fn remove_archived(id: TransferId) {
		Archived::<T>::remove(id);
	}

	/// Writes a receipt and counts it in the transfer, which is still to be saved. Answers with the
	/// receipt's number.
	pub(crate) fn add_receipt(
		id: TransferId,
		transfer: &mut TransferOf<T>,
		receipt: ReceiptOf<T>,
	) -> Result<u16, Error<T>> {
		let number = transfer.receipts;
		transfer.receipts = number.checked_add(1).ok_or(Error::<T>::TooManyReceipts)?;
		Receipts::<T>::insert(id, number, receipt);
		Ok(number)
	}

	/// The receipts of a transfer, in the order in which they were written.
	pub(crate) fn receipts_of(id: TransferId, transfer: &TransferOf<T>) -> Vec<ReceiptOf<T>> {
		(0..transfer.receipts).filter_map(|number| Receipts::<T>::get(id, number)).collect()
	}

	/// Ends a transfer whose goods never left: they are again where they were reserved from, those that
	/// were offered available, and do not count as returned any more. Answers with what it cost to tell
	/// others.
	pub(crate) fn end_undispatched(
		step: &mut Step<T::AccountId>,
		id: TransferId,
		mut transfer: TransferOf<T>,
		status: Status,
	) -> Result<Weight, DispatchError> {
		let (custody, terms, serves) = (transfer.source(), transfer.terms, transfer.serves);
		let source = source_under(terms);
		let mut lots = Lots::<T>::of(transfer.lines())?;
		lots.move_each(|stock, carried| stock.unreserve(custody, source, carried))?;
		let (carried, lines) = (lots.carried(), lots.lines());
		transfer.status = status;
		Self::save(step, id, transfer)?;
		lots.close(step)?;
		match terms {
			Terms::Return { of, .. } => Self::undo_return(step, of, &carried)?,
			Terms::Gift | Terms::Sale | Terms::Loan { .. } => {}
		}
		T::OnTransfer::unsent(step, id, serves, &lines)
	}
}

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Transfer(id) => match Transfers::<T>::get(id) {
				Some(transfer) => transfer.newest_record,
				None => Self::archived(*id),
			},
			_ => None,
		}
	}
}
