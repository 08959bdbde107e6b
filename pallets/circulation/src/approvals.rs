//! Acceptance in advance.
//!
//! All reads and writes of [`Approvals`] and [`ApprovalCount`] go through this file; only `try_state`
//! iterates over them itself. What holds of them, besides invariant 7 of the pallet: an approval is
//! given and revoked only together with a record on the trail of the institution that gives it.

use crate::{ApprovalCount, Approvals, Config, Error, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{Directory, InstitutionId, Role, Step};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// As what an institution approves a sender in advance.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Capacity {
	/// It accepts whatever the sender proposes to it.
	Receiver,
	/// It carries whatever the sender names it for as carrier.
	Carrier,
}

impl Capacity {
	/// The role in which it is said.
	pub fn role(&self) -> Role {
		match self {
			Self::Receiver => Role::Receive,
			Self::Carrier => Role::Dispatch,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Whether `by` has approved `sender` in advance.
	pub(crate) fn approves(by: InstitutionId, capacity: Capacity, sender: InstitutionId) -> bool {
		Approvals::<T>::contains_key(by, (capacity, sender))
	}

	/// Adds an approval that `by` has not given yet.
	pub(crate) fn add_approval(
		step: &mut Step<T::AccountId>,
		by: InstitutionId,
		capacity: Capacity,
		sender: InstitutionId,
	) -> DispatchResult {
		let count = ApprovalCount::<T>::get(by);
		ensure!(count < T::MaxApprovals::get(), Error::<T>::TooManyApprovals);
		T::Directory::record(step, by)?;
		Approvals::<T>::insert(by, (capacity, sender), ());
		ApprovalCount::<T>::insert(by, count.checked_add(1).ok_or(Error::<T>::TooManyApprovals)?);
		Ok(())
	}

	/// Removes an approval that `by` has given.
	pub(crate) fn remove_approval(
		step: &mut Step<T::AccountId>,
		by: InstitutionId,
		capacity: Capacity,
		sender: InstitutionId,
	) -> DispatchResult {
		T::Directory::record(step, by)?;
		Approvals::<T>::remove(by, (capacity, sender));
		ApprovalCount::<T>::try_mutate_exists(by, |count| {
			let left = count.unwrap_or_default().checked_sub(1).ok_or(DispatchError::Corruption)?;
			*count = (left > 0).then_some(left);
			Ok(())
		})
	}
}
