//! Counts what goes back of an earlier transfer.
//!
//! A return is counted from its proposal on, so that the same units cannot be promised back twice.
//! It counts lot by lot: which of two legs of one lot the units came with makes no difference.

use super::*;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Counts `totals` as on their way back. They must not exceed what is returnable.
	pub(crate) fn count_return(
		earlier: &mut TransferOf<T>,
		totals: &[(LotId, Quantity)],
	) -> DispatchResult {
		for (lot, total) in totals {
			let mut left = *total;
			for leg in earlier.legs.iter_mut().filter(|leg| leg.lot == *lot) {
				let part = left.min(leg.returnable());
				leg.returned = leg.returned.saturating_add(part);
				left = left.saturating_sub(part);
			}
			frame_support::ensure!(left == 0, Error::<T>::ExceedsAccepted);
		}
		Ok(())
	}

	/// Counts `totals` as not on their way back to `of` any more.
	pub(crate) fn undo_return(of: TransferId, totals: &[(LotId, Quantity)]) -> DispatchResult {
		let mut earlier = Self::load(of)?;
		for (lot, total) in totals {
			let mut left = *total;
			for leg in earlier.legs.iter_mut().filter(|leg| leg.lot == *lot) {
				let part = left.min(leg.returned);
				leg.returned = leg.returned.saturating_sub(part);
				left = left.saturating_sub(part);
			}
			// Every return was counted when it was proposed.
			frame_support::ensure!(left == 0, DispatchError::Corruption);
		}
		Transfers::<T>::insert(of, earlier);
		Ok(())
	}
}
