//! What clients read of plans beside the storage itself.

use crate::{proofs::PostedPlan, Config, Error, Pallet};
use alloc::vec::Vec;
use core::convert::Infallible;

impl<T: Config> Pallet<T> {
	/// Every reason against a plan, each once.
	pub(crate) fn view_explain_plan(plan: &PostedPlan) -> Vec<Error<T>> {
		let mut errors: Vec<Error<T>> = Vec::new();
		let mut tell = |error: Error<T>| -> Result<(), Infallible> {
			if !errors.contains(&error) {
				errors.push(error);
			}
			Ok(())
		};
		let Ok(_) = Self::examine_plan(plan, &mut tell);
		errors
	}
}
