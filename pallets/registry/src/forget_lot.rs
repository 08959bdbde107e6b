//! Forgetting an archived lot, once the record that archived it is pruned.

use crate::{ArchivedLots, Config, Error, Event, Pallet};
use frame_support::ensure;
use salus_primitives::{LotId, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Leaves no record: there is no subject any more whose entry could name it, and the one that the
	/// chain forgets is in the root of its epoch.
	pub(crate) fn do_forget_lot(lot: LotId) -> DispatchResult {
		ensure!(Self::may_forget(lot)?, Error::<T>::RecordNotPruned);
		Self::forget(lot);
		Ok(())
	}

	/// Whether the record that archived a lot is pruned.
	pub(crate) fn may_forget(lot: LotId) -> Result<bool, Error<T>> {
		let record = ArchivedLots::<T>::get(lot).ok_or(Error::NotArchived)?;
		Ok(T::Trail::is_pruned(record))
	}

	/// Forgets a lot that may be forgotten.
	pub(crate) fn forget(lot: LotId) {
		ArchivedLots::<T>::remove(lot);
		Self::deposit_event(Event::LotForgotten { lot });
	}
}
