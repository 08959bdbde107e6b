//! The call `forget_case`.
//!
//! It leaves no record: the case's records are pruned, so that there is no trail that a record could be the
//! newest of. What was ordered and demanded in the case goes on naming it.

use crate::{Config, Error, Event, Pallet};
use frame_support::ensure;
use salus_primitives::{CaseId, RecordId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// `is_pruned` is the trail's; no benchmark can prune the trail. Answers with how many demands and
	/// documents went with the case.
	pub(crate) fn do_forget_case(
		id: CaseId,
		is_pruned: impl FnOnce(RecordId) -> bool,
	) -> Result<u32, DispatchError> {
		let case = Self::load_case(id)?;
		ensure!(case.ended.is_some(), Error::<T>::NotEnded);
		ensure!(case.newest_record.is_some_and(is_pruned), Error::<T>::RecordNotPruned);
		let entries = Self::remove_case(id, &case);
		Self::deposit_event(Event::CaseForgotten { case: id });
		Ok(entries)
	}
}
