//! The call `clear_count`.
//!
//! It leaves no record: no rule reads what it removes.

use crate::{Config, CountKey, Event, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::RuleId;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_clear_count(rule: RuleId, key: CountKey) -> DispatchResult {
		Self::remove_count(rule, &key)?;
		Self::deposit_event(Event::CountCleared { rule, key });
		Ok(())
	}
}
