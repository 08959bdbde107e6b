//! What clients read beside the storage itself. The `explain_` views are in `explain.rs`, with the
//! checks that they share with the calls.

use crate::{Config, NextTransferId, Pallet, ReceiptOf, Status, Terms, Transfer};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::traits::Get;
use salus_primitives::{InstitutionId, LotId, Moment, Quantity, Trail, TransferId, LONGEST_ANSWER};
use scale_info::TypeInfo;
use sp_core::H256;

/// What a borrower still has to give back of one leg.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Lent {
	pub lot: LotId,
	/// How much arrived, and is neither on its way back nor called in, in base units.
	pub outstanding: Quantity,
	/// How much is called in and not yet resolved, in base units.
	pub called_in: Quantity,
}

/// How a loan stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct LoanState {
	/// The last moment at which the goods should be back.
	pub due: Moment,
	/// Whether that moment is over while the borrower, or whoever carries them back, has goods of
	/// these lots that are the lender's. A second loan of the same lots to the same borrower counts
	/// as well.
	pub overdue: bool,
	/// One entry for each leg of the loan, in its order.
	pub legs: Vec<Lent>,
}

/// What a transfer waits for one of its parties to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Awaited {
	/// The receiver accepts or rejects it.
	Answer,
	/// The sender dispatches it.
	Dispatch,
	/// The receiver writes a receipt.
	Receipt,
	/// The carrier says whether it carries it.
	Carriage,
	/// The sender, or for a loan the lender, says what became of goods in dispute.
	Resolution,
}

/// What waits for one institution, one page of transfers at a time, the newest first.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct AwaitedPage {
	pub transfers: Vec<(TransferId, Awaited)>,
	/// The transfer before which the next page begins; `None` when this page is the last.
	pub next: Option<TransferId>,
}

impl<MaxLegs: Get<u32>> Transfer<MaxLegs> {
	/// What it waits for an institution to do.
	fn awaited_of(&self, institution: InstitutionId) -> Vec<Awaited> {
		let carriage = self.shipment.as_ref().and_then(|shipment| shipment.carriage);
		let silent = carriage.filter(|carriage| carriage.acknowledged_at.is_none());
		// What is in dispute is the sender's word, and what is called in the lender's, who is the same.
		let in_dispute = self.legs.iter().any(|leg| leg.disputed() > 0 || leg.called_in > 0);
		let waits = [
			(Awaited::Answer, self.status == Status::Proposed, Some(self.receiver)),
			(Awaited::Dispatch, self.status == Status::Accepted, Some(self.sender)),
			(Awaited::Receipt, self.status == Status::Dispatched, Some(self.receiver)),
			(Awaited::Carriage, !self.status.has_ended(), silent.map(|carriage| carriage.carrier)),
			(Awaited::Resolution, in_dispute, Some(self.sender)),
		];
		let own = waits.into_iter().filter(|(_, waits, of)| *waits && *of == Some(institution));
		own.map(|(awaited, ..)| awaited).collect()
	}
}

impl<T: Config> Pallet<T> {
	/// The page ends when it lists `limit` entries, and when [`LONGEST_ANSWER`] transfers have been looked
	/// at.
	pub(crate) fn view_awaiting(
		institution: InstitutionId,
		before: Option<TransferId>,
		limit: u32,
	) -> AwaitedPage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let end = NextTransferId::<T>::get();
		let mut next = before.map_or(end, |before| before.min(end));
		let mut transfers = Vec::new();
		for _ in 0..LONGEST_ANSWER {
			let Some(number) = next.0.checked_sub(1) else { break };
			if transfers.len() >= limit {
				break;
			}
			next = TransferId(number);
			let awaited = Self::load(next).map(|transfer| transfer.awaited_of(institution));
			transfers
				.extend(awaited.unwrap_or_default().into_iter().map(|awaited| (next, awaited)));
		}
		AwaitedPage { transfers, next: (next.0 > 0).then_some(next) }
	}

	pub(crate) fn view_receipts(id: TransferId) -> Vec<ReceiptOf<T>> {
		Self::load(id).map_or_else(|_| Vec::new(), |transfer| Self::receipts_of(id, &transfer))
	}

	pub(crate) fn view_archive_digest(id: TransferId) -> Option<H256> {
		let transfer = Self::load(id).ok()?;
		let receipts = Self::receipts_of(id, &transfer);
		Some(Self::digest_of_transfer(id, &transfer, &receipts))
	}

	pub(crate) fn view_loan(id: TransferId) -> Option<LoanState> {
		let transfer = Self::load(id).ok()?;
		let Terms::Loan { due } = transfer.terms else { return None };
		let legs = transfer
			.legs
			.iter()
			.map(|leg| Lent {
				lot: leg.lot,
				outstanding: leg.returnable(),
				called_in: leg.called_in,
			})
			.collect();
		// Goods on their way back are not back: promising them must not make a loan look settled.
		let overdue = T::Trail::now() > due && Self::is_borrowed(&transfer, |leg| leg.accepted > 0);
		Some(LoanState { due, overdue, legs })
	}
}
