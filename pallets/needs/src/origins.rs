//! What transfers came from of whose goods nothing is known yet: if they never leave, it is given back.
//!
//! All reads and writes of [`Origins`] go through this file; only `try_state` iterates over it itself.

use crate::{Config, Offers, Origin, Origins, Pallet};
use frame_support::{
	pallet_prelude::DispatchResult,
	storage::{with_transaction, TransactionOutcome},
};
use salus_primitives::{OfferId, Quantity, Step, Total, TransferId};

impl<T: Config> Pallet<T> {
	/// Remembers what a transfer came from.
	pub(crate) fn remember_origin(transfer: TransferId, origin: Origin) {
		Origins::<T>::insert(transfer, origin);
	}

	/// Whether a standing order sent a transfer of whose goods nothing is known yet.
	pub(crate) fn is_of_order(transfer: TransferId) -> bool {
		matches!(Origins::<T>::get(transfer), Some(Origin::Order(..)))
	}

	/// Forgets what a transfer came from: something is known of its goods, so they have left; or its receiver
	/// takes what it does not need any more.
	pub(crate) fn forget_origin(transfer: TransferId) {
		Origins::<T>::remove(transfer);
	}

	/// Gives back what a transfer that never left came from: to an order what it counts, to an offer the
	/// `quantity`, which is available with the giver by now.
	pub(crate) fn return_to_origin(
		step: &mut Step<T::AccountId>,
		transfer: TransferId,
		quantity: Total,
	) -> DispatchResult {
		match Origins::<T>::take(transfer) {
			None => Ok(()),
			Some(Origin::Order(id, need, sent)) => Self::give_back(step, id, need, sent),
			Some(Origin::Offer(id)) => {
				// No more than was taken.
				let quantity = Quantity::try_from(quantity).unwrap_or(Quantity::MAX);
				Self::offer_again(step, id, quantity);
				Ok(())
			}
		}
	}

	/// Offers again what was taken and never left, if the offer can take it back. Whether it can must not
	/// keep the transfer from ending: otherwise the goods stay available.
	fn offer_again(step: &mut Step<T::AccountId>, id: OfferId, quantity: Quantity) {
		let Some(offer) = Offers::<T>::get(id) else { return };
		let before = step.clone();
		let returned = with_transaction(|| {
			let returned = Self::take_back(step, id, offer, quantity);
			match returned {
				Ok(()) => TransactionOutcome::Commit(returned),
				Err(_) => TransactionOutcome::Rollback(returned),
			}
		});
		if returned.is_err() {
			*step = before;
		}
	}
}
