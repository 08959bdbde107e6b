//! The invariants that the pallet's documentation lists: of holds, of recalls and of cases.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{Config, HoldPlace, HoldSet, HoldsOn, Pallet};
use alloc::collections::BTreeMap;
use salus_primitives::{LotId, Lots};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let sets: BTreeMap<HoldPlace, HoldSet> = HoldsOn::<T>::iter().collect();
		let (lots, holdings) = T::Lots::all();
		let lots: BTreeMap<LotId, bool> = lots.into_iter().collect();
		Self::check_holds(&sets, &lots, &holdings)?;
		Self::check_recalls(&lots, &holdings)?;
		Self::check_cases(&sets)
	}
}
