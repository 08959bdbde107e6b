//! The invariants of the module documentation, checked against the whole state.

use crate::{ActState, Config, Pallet};
use salus_primitives::{check_invariant, Reversal, Trail};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = T::Trail::now();
		for (matter, act) in Self::acts_behind(None) {
			let stands = T::Reversal::effect_of(matter);
			check_invariant!(
				"ratification",
				1,
				stands.is_some(),
				"an act is kept of a matter that is no more",
				matter,
				act
			);
			check_invariant!(
				"ratification",
				2,
				act.state != ActState::Pending || stands == Some(act.effect),
				"a pending act is not how its matter stands",
				matter,
				act,
				stands
			);
			check_invariant!(
				"ratification",
				3,
				act.acted_at <= now && act.acted_at <= act.lapses_at,
				"an act was done in the future, or lapsed before it was done",
				matter,
				act,
				now
			);
			let cools = match act.state {
				ActState::Pending => None,
				ActState::Spent { until } => Some(until),
			};
			check_invariant!(
				"ratification",
				3,
				cools.is_none_or(|until| until >= act.lapses_at),
				"a spent act cools before its term ends",
				matter,
				act
			);
		}
		Ok(())
	}
}
