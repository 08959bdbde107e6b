//! Transfers that other pallets make: the [`Transfers`] of the house.

use crate::{
	explain::{examine_sender, refuse},
	Capacity, Config, Error, Leg, Pallet, Proposal, WeightInfo,
};
use frame_support::{traits::Get, weights::Weight, BoundedVec};
use salus_primitives::{Moment, Needs, NewTransfer, Rules, Step, TransferId, Transfers};
use sp_runtime::DispatchError;

impl<T: Config> Transfers<T::AccountId> for Pallet<T> {
	fn most_lines() -> u32 {
		T::MaxLegs::get()
	}

	fn weight_of_making(lines: u32) -> Weight {
		T::WeightInfo::propose(lines, T::Rules::most())
			.saturating_add(T::Needs::weight_of_serving())
	}

	fn transit() -> (Moment, Moment) {
		(T::MinTransit::get(), T::MaxTransit::get())
	}

	fn longest_reservation() -> Moment {
		T::MaxReservation::get()
	}

	fn make(
		step: &mut Step<T::AccountId>,
		transfer: NewTransfer,
	) -> Result<(TransferId, Weight), DispatchError> {
		let NewTransfer { sender, receiver, terms, source, lines, .. } = transfer;
		examine_sender::<T, _>(sender, &mut refuse)?;
		let agreed = transfer.agreed || Self::approves(receiver, Capacity::Receiver, sender);
		let legs = lines.into_iter().map(|(lot, quantity)| Leg { lot, quantity, pack: None });
		let legs = legs.collect::<alloc::vec::Vec<_>>();
		let proposal = Proposal {
			to: receiver,
			from_site: None,
			to_site: None,
			terms,
			legs: BoundedVec::try_from(legs).map_err(|_| Error::<T>::TooManyLegs)?,
			dispatch_by: transfer.dispatch_by,
			receive_by: transfer.receive_by,
			serves: Some(transfer.serves),
		};
		Self::transfer_goods(step, sender, proposal, source, agreed, true)
	}
}
