//! The call `forget_recall`.
//!
//! It leaves no record: the recall's records are pruned, so that there is no trail that a record could be
//! the newest of.

use crate::{Config, Error, Event, Pallet, RecallState, MAX_FORGOTTEN};
use alloc::vec::Vec;
use frame_support::ensure;
use salus_primitives::{RecallId, RecordId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with how many duties were removed. `is_pruned` is the trail's; no benchmark can prune the
	/// trail.
	pub(crate) fn do_forget_recall(
		id: RecallId,
		is_pruned: impl FnOnce(RecordId) -> bool,
	) -> Result<u32, DispatchError> {
		let mut recall = Self::load_recall(id)?;
		ensure!(recall.state == RecallState::Closed, Error::<T>::NotEnded);
		ensure!(recall.newest_record.is_some_and(is_pruned), Error::<T>::RecordNotPruned);

		let duties = Self::duties_of_recall(id, None).take(MAX_FORGOTTEN as usize);
		let duties: Vec<_> = duties.collect();
		for (institution, duty) in &duties {
			Self::remove_duty((id, &mut recall), *institution, duty);
		}
		if recall.asked == 0 {
			Self::remove_recall(id, &recall);
			Self::deposit_event(Event::RecallForgotten { recall: id });
		} else {
			Self::put_recall(id, &recall);
		}
		Ok(duties.len() as u32)
	}
}
