//! The invariants that the pallet's documentation lists.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{Config, Pallet};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_declarations()?;
		Self::check_allocations()?;
		Self::check_candidates()
	}
}
