//! What clients read beside the storage itself. The `explain_` views are in `explain.rs`, with the
//! checks that they share with the calls.

use crate::{Config, Pallet, ReceiptOf, Terms};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use salus_primitives::{LotId, Moment, Quantity, Trail, TransferId};
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

impl<T: Config> Pallet<T> {
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
