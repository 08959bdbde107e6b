//! Who may take which step of a transfer.
//!
//! The order of the answers is the same in every call of a party:
//!
//! 1. [`Access`] tells whether the origin signs for an institution, whether that institution may
//!    act, and whether the agent has the role that the step needs;
//! 2. then whether the transfer exists ([`Error::TransferNotFound`]) and whether the institution is
//!    the party whose step it is ([`Error::NotParty`]);
//! 3. then whether the state of the transfer allows the step.
//!
//! The role that `withdraw` and `resolve` need depends on the party, so they load the transfer first
//! and tell [`Error::TransferNotFound`] before anything else; [`Error::NotParty`] comes after the
//! standing of the institution and before the agent's role.
//!
//! `acknowledge_carriage` and `decline_carriage` are steps of the carrier that the sender named
//! ([`Error::NotCarrier`]), which is known once the transfer was dispatched ([`Error::NotDispatched`]).
//!
//! `release`, `call_in_loan`, `archive` and `forget` ask for a signature alone, and the arbiter resolves
//! without being a party.

use crate::{Config, Error, Outcome, Pallet, TransferOf};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, EnsureOrigin},
};
use salus_primitives::{Access, Act, InstitutionId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Refuses an act for another institution than `party`.
	pub(crate) fn ensure_party(act: &Act<T::AccountId>, party: InstitutionId) -> DispatchResult {
		ensure!(act.institution()? == party, Error::<T>::NotParty);
		Ok(())
	}

	/// An agent of either party of `transfer`, in the role of that party.
	pub(crate) fn act_to_withdraw(
		origin: T::RuntimeOrigin,
		transfer: &TransferOf<T>,
	) -> Result<Act<T::AccountId>, DispatchError> {
		T::Access::agent_as(origin, |institution| {
			transfer.role_of(institution).ok_or(Error::<T>::NotParty.into())
		})
	}

	/// The arbiter, or an agent of the party of `transfer` that `outcome` costs, in the role of that
	/// party.
	pub(crate) fn act_to_resolve(
		origin: T::RuntimeOrigin,
		transfer: &TransferOf<T>,
		outcome: Outcome,
	) -> Result<Act<T::AccountId>, DispatchError> {
		match T::ArbiterOrigin::try_origin(origin) {
			Ok(arbiter) => Ok(Act::by(arbiter)),
			Err(origin) => T::Access::agent_as(origin, |institution| {
				transfer.role_to_resolve(institution, outcome).ok_or(Error::<T>::NotParty.into())
			}),
		}
	}
}
