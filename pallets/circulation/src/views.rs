//! What clients read beside the storage itself. The `explain_` views are in `explain.rs`, with the
//! checks that they share with the calls.

use crate::{lots::Lots, Config, Pallet, Terms};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use salus_primitives::{LotId, LotStock, Moment, Quantity, Trail, TransferId};
use scale_info::TypeInfo;

/// What a borrower still has to give back of one leg.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Lent {
	pub lot: LotId,
	/// How much arrived and is not yet on its way back, in base units.
	pub outstanding: Quantity,
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
	pub(crate) fn view_loan(id: TransferId) -> Option<LoanState> {
		let transfer = Self::load(id).ok()?;
		let Terms::Loan { due } = transfer.terms else { return None };
		let legs = transfer
			.legs
			.iter()
			.map(|leg| Lent { lot: leg.lot, outstanding: leg.returnable() })
			.collect();
		// Goods on their way back are not back: promising them must not make a loan look settled.
		let borrowed = transfer.destination();
		let mut lots = Lots::<T>::none();
		let overdue = T::Trail::now() > due
			&& transfer.legs.iter().filter(|leg| leg.accepted > 0 || leg.excess > 0).any(|leg| {
				let lot = lots.open(leg.lot);
				lot.is_ok_and(|lot| lot.stock.holding(borrowed).total() > 0)
			});
		Some(LoanState { due, overdue, legs })
	}
}
