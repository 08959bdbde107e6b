//! The call `withdraw`.

use crate::{Config, Error, Event, Pallet, Status, TransferOf, WeightInfo};
use frame_support::{ensure, weights::Weight};
use salus_primitives::{Act, Action, Decisions, Directory, Step, TransferId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What withdrawing a transfer of `legs` legs weighs, whether it goes back or not.
	pub(crate) fn weight_of_withdrawing(legs: u32) -> Weight {
		T::WeightInfo::withdraw_gift(legs).max(T::WeightInfo::withdraw_return(legs))
	}

	/// Answers with what it cost.
	pub(crate) fn do_withdraw(
		act: Act<T::AccountId>,
		id: TransferId,
		transfer: TransferOf<T>,
	) -> Result<Weight, DispatchError> {
		let by = act.institution()?;
		match transfer.status {
			Status::Proposed => ensure!(by == transfer.sender, Error::<T>::NotAccepted),
			Status::Accepted => {
				// What nobody can receive is bound for nowhere.
				let is_expected = T::Directory::may_act(transfer.receiver);
				let bound = by == transfer.sender && is_expected && T::Decisions::binds(id);
				ensure!(!bound, Error::<T>::BoundByDecision);
			}
			Status::Dispatched | Status::Settled | Status::Disputed => {
				return Err(Error::<T>::AlreadyDispatched.into())
			}
			Status::Rejected | Status::Withdrawn | Status::Expired => {
				return Err(Error::<T>::Ended.into())
			}
		}

		let legs = transfer.legs.len() as u32;
		let mut step = Step::new(act, Action::TransferWithdrawn, &(id,));
		let told = Self::end_undispatched(&mut step, id, transfer, Status::Withdrawn)?;
		Self::deposit_event(Event::TransferWithdrawn { transfer: id, by });
		Ok(Self::weight_of_withdrawing(legs).saturating_add(told))
	}
}
