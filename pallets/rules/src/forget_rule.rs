//! The call `forget_rule`.
//!
//! It leaves no record: the rule's records are pruned, so that there is no trail that a record could be
//! the newest of.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{RecordId, RuleId};

impl<T: Config> Pallet<T> {
	/// `is_pruned` is the trail's; no benchmark can prune the trail.
	pub(crate) fn do_forget_rule(
		id: RuleId,
		is_pruned: impl FnOnce(RecordId) -> bool,
	) -> DispatchResult {
		let newest = Self::withdrawn(id).ok_or(Error::<T>::NotWithdrawn)?;
		ensure!(!Self::has_counts(id), Error::<T>::CountsRemain);
		ensure!(!Self::has_signatures(id), Error::<T>::SignaturesRemain);
		ensure!(is_pruned(newest), Error::<T>::RecordNotPruned);
		Self::remove_withdrawn(id);
		Self::deposit_event(Event::RuleForgotten { rule: id });
		Ok(())
	}
}
