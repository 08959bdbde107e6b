//! The call `archive`: a transfer that ended long ago leaves the storage, and its digest stays on the
//! trail.

use crate::{Config, Error, Event, Pallet, Terms, WeightInfo};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{ensure, traits::Get, weights::Weight};
use salus_primitives::{Act, Action, LotId, Quantity, Step, Trail, TransferId};
use sp_core::H256;
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// What archiving a transfer with `receipts` receipts weighs at most.
	pub(crate) fn weight_of_archiving(receipts: u32) -> Weight {
		T::WeightInfo::archive_return(receipts).max(T::WeightInfo::archive_loan(receipts))
	}

	/// Answers with the number of receipts.
	pub(crate) fn do_archive(
		act: Act<T::AccountId>,
		id: TransferId,
		digest: H256,
	) -> Result<u32, DispatchError> {
		let transfer = Self::load(id)?;
		let ended = transfer.ended_at.ok_or(Error::<T>::NotEnded)?;
		let age = T::Trail::now().checked_sub(ended);
		let over = age.is_some_and(|age| age >= T::ArchiveAfter::get());
		ensure!(over, Error::<T>::RetentionNotOver);
		// What is out by the legs may have left the borrower's books by another way than this pallet.
		let is_out = matches!(transfer.terms, Terms::Loan { .. })
			&& Self::is_borrowed(&transfer, |leg| leg.returnable() > 0);
		ensure!(!is_out, Error::<T>::LoanOutstanding);
		let unreturned = transfer.legs.iter().all(|leg| leg.returned == 0);
		ensure!(unreturned, Error::<T>::ReturnsNotArchived);
		let receipts = Self::receipts_of(id, &transfer);
		let stored = Self::digest_of_transfer(id, &transfer, &receipts);
		ensure!(stored == digest, Error::<T>::DigestMismatch);

		let mut step = Step::new(act, Action::TransferArchived, &(id, digest));
		if let Terms::Return { of, .. } = transfer.terms {
			let carried = sum_by_lot(transfer.lines_back())?;
			if !carried.is_empty() {
				Self::conclude_return(&mut step, of, &carried)?;
			}
		}
		Self::put_away(&mut step, id, transfer)?;
		Self::deposit_event(Event::TransferArchived { transfer: id, digest });
		Ok(receipts.len() as u32)
	}
}

/// The lots of which `lines` carry anything, and how much.
fn sum_by_lot(
	lines: impl Iterator<Item = (LotId, Quantity)>,
) -> Result<Vec<(LotId, Quantity)>, DispatchError> {
	let mut sums: BTreeMap<LotId, Quantity> = BTreeMap::new();
	for (lot, quantity) in lines.filter(|(_, quantity)| *quantity > 0) {
		let sum = sums.entry(lot).or_default();
		*sum = sum.checked_add(quantity).ok_or(ArithmeticError::Overflow)?;
	}
	Ok(sums.into_iter().collect())
}
