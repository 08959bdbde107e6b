//! The call `release`.

use crate::{lots::Lots, Config, Error, Event, Pallet, Status, TransferOf, WeightInfo};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{
	Act, Action, Change, Fate, Line, LotStock, OnTransfer, Step, Trail, TransferId,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// What releasing `legs` legs whose goods never left weighs, whether they go back or not.
	pub(crate) fn weight_of_releasing_undispatched(legs: u32) -> Weight {
		T::WeightInfo::release_undispatched_gift(legs)
			.max(T::WeightInfo::release_undispatched_return(legs))
	}

	/// Answers with what it cost.
	pub(crate) fn do_release(
		act: Act<T::AccountId>,
		id: TransferId,
	) -> Result<Weight, DispatchError> {
		let transfer = Self::load(id)?;
		let over = match transfer.status {
			Status::Proposed | Status::Accepted => transfer.dispatch_by,
			Status::Dispatched => transfer.receive_by,
			Status::Disputed => return Err(Error::<T>::AlreadyReceived.into()),
			Status::Settled | Status::Rejected | Status::Withdrawn | Status::Expired => {
				return Err(Error::<T>::Ended.into())
			}
		};
		ensure!(T::Trail::now() > over, Error::<T>::DeadlineNotReached);

		let legs = transfer.legs.len() as u32;
		if transfer.is_undispatched() {
			let mut step = Step::new(act, Action::TransferExpired, &(id,));
			let told = Self::end_undispatched(&mut step, id, transfer, Status::Expired)?;
			Self::deposit_event(Event::TransferExpired { transfer: id });
			Ok(Self::weight_of_releasing_undispatched(legs).saturating_add(told))
		} else {
			let mut step = Step::new(act, Action::TransferDisputed, &(id,));
			Self::dispute_outstanding(&mut step, id, transfer)?;
			Self::deposit_event(Event::TransferDisputed { transfer: id });
			let told = T::OnTransfer::weight_of_changed();
			Ok(T::WeightInfo::release_dispatched(legs).saturating_add(told))
		}
	}

	/// Counts what is outstanding as missing, in dispute.
	fn dispute_outstanding(
		step: &mut Step<T::AccountId>,
		id: TransferId,
		mut transfer: TransferOf<T>,
	) -> DispatchResult {
		let custody = transfer.source();
		let lines = transfer.legs.iter().map(|leg| (leg.lot, leg.outstanding()));
		let mut lots = Lots::<T>::of(lines.filter(|(_, outstanding)| *outstanding > 0))?;
		lots.move_each(|stock, outstanding| stock.dispute(custody, outstanding))?;
		let changes: Vec<_> = lots.lines().iter().map(to_dispute).collect();
		for leg in transfer.legs.iter_mut() {
			let missing = leg.missing.checked_add(leg.outstanding());
			leg.missing = missing.ok_or(ArithmeticError::Overflow)?;
		}
		transfer.status = transfer.progress();
		let serves = transfer.promised_to();
		Self::save(step, id, transfer)?;
		lots.close(step)?;
		T::OnTransfer::changed(step, id, serves, &changes)
	}
}

/// What is outstanding of a lot is in dispute from now on.
fn to_dispute(line: &Line) -> Change {
	let Line { class, quantity, .. } = *line;
	Change { class, quantity, from: Fate::Outstanding, to: Fate::Disputed }
}
