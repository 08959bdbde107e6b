//! The call `forget_round`.
//!
//! It leaves no record: the round's records are pruned, so that there is no trail that a record could
//! be the newest of.

use crate::{rounds, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{RecordId, RoundId};

impl<T: Config> Pallet<T> {
	/// `is_pruned` is the trail's; no benchmark can prune the trail.
	pub(crate) fn do_forget_round(
		id: RoundId,
		is_pruned: impl FnOnce(RecordId) -> bool,
	) -> DispatchResult {
		let archived = rounds::archived::<T>(id).ok_or(Error::<T>::NotArchived)?;
		ensure!(archived.report.is_none(), Error::<T>::ReportKept);
		let pruned = archived.newest_record.is_none_or(is_pruned);
		ensure!(pruned, Error::<T>::RecordNotPruned);
		rounds::forget::<T>(id);
		Self::deposit_event(Event::RoundForgotten { round: id });
		Ok(())
	}
}
