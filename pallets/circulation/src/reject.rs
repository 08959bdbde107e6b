//! The call `reject`.

use crate::{Config, Error, Event, Pallet, Status, WeightInfo};
use frame_support::{ensure, weights::Weight};
use salus_primitives::{Act, Action, Step, TransferId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What rejecting a transfer of `legs` legs weighs, whether it goes back or not.
	pub(crate) fn weight_of_rejecting(legs: u32) -> Weight {
		T::WeightInfo::reject_gift(legs).max(T::WeightInfo::reject_return(legs))
	}

	/// Answers with what it cost.
	pub(crate) fn do_reject(
		act: Act<T::AccountId>,
		id: TransferId,
	) -> Result<Weight, DispatchError> {
		let transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.receiver)?;
		ensure!(transfer.status == Status::Proposed, Error::<T>::NotProposed);

		let legs = transfer.legs.len() as u32;
		let mut step = Step::new(act, Action::TransferRejected, &(id,));
		let told = Self::end_undispatched(&mut step, id, transfer, Status::Rejected)?;
		Self::deposit_event(Event::TransferRejected { transfer: id });
		Ok(Self::weight_of_rejecting(legs).saturating_add(told))
	}
}
