//! Acceptance in advance.
//!
//! All reads and writes of [`Approvals`] go through this file; only `try_state` iterates over them
//! itself. What holds of them, besides invariant 7 of the pallet: an approval is given and revoked
//! only together with a record on the trail of the institution that gives it.

use crate::{Approvals, Config, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Directory, InstitutionId, Step};

impl<T: Config> Pallet<T> {
	/// Whether `receiver` accepts whatever `sender` proposes.
	pub(crate) fn approves(receiver: InstitutionId, sender: InstitutionId) -> bool {
		Approvals::<T>::contains_key(receiver, sender)
	}

	pub(crate) fn add_approval(
		step: &mut Step<T::AccountId>,
		receiver: InstitutionId,
		sender: InstitutionId,
	) -> DispatchResult {
		T::Directory::record(step, receiver)?;
		Approvals::<T>::insert(receiver, sender, ());
		Ok(())
	}

	pub(crate) fn remove_approval(
		step: &mut Step<T::AccountId>,
		receiver: InstitutionId,
		sender: InstitutionId,
	) -> DispatchResult {
		T::Directory::record(step, receiver)?;
		Approvals::<T>::remove(receiver, sender);
		Ok(())
	}
}
