//! The call `call_in_loan`: what a borrower has of a loan is put into dispute, for its lender or the
//! arbiter to say what becomes of it.

use crate::{lots::Lots, Config, Error, Event, Pallet, Terms, TransferLeg, TransferOf};
use frame_support::{ensure, traits::Get};
use salus_primitives::{Act, Action, Directory, LotStock, Moment, Step, Trail, TransferId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Answers with the number of legs.
	pub(crate) fn do_call_in_loan(
		act: Act<T::AccountId>,
		id: TransferId,
	) -> Result<u32, DispatchError> {
		let mut transfer = Self::load(id)?;
		let Terms::Loan { due } = transfer.terms else { return Err(Error::<T>::NotLoan.into()) };
		let out = transfer.legs.iter().map(|leg| (leg.lot, leg.returnable()));
		let mut lots = Lots::<T>::of_those_left(out.filter(|(_, quantity)| *quantity > 0))?;
		ensure!(!lots.is_empty(), Error::<T>::NothingToCallIn);
		ensure!(Self::may_be_called_in(&transfer, due), Error::<T>::LoanNotDue);

		let legs = transfer.legs.len() as u32;
		let mut step = Step::new(act, Action::LoanCalledIn, &(id,));
		let borrowed = transfer.destination();
		lots.retain_moved(|lot, stock, out| {
			let resting = stock.call_in(borrowed, out)?;
			transfer.spread(lot, resting, TransferLeg::returnable, |leg, part| {
				leg.called_in = leg.called_in.checked_add(part).ok_or(ArithmeticError::Overflow)?;
				Ok(())
			})?;
			Ok(resting)
		})?;
		// What is out may be gone from the borrower's books by another way than this pallet.
		ensure!(!lots.is_empty(), Error::<T>::NothingToCallIn);
		transfer.status = transfer.progress();
		let status = transfer.status;
		Self::save(&mut step, id, transfer)?;
		lots.close(&mut step)?;
		Self::deposit_event(Event::LoanCalledIn { transfer: id, status });
		Ok(legs)
	}

	/// Whether the borrower, or whoever carries them back, has goods of the lots of some legs that are
	/// the lender's. A second loan of the same lots to the same borrower counts as well.
	pub(crate) fn is_borrowed(transfer: &TransferOf<T>, of: impl Fn(&TransferLeg) -> bool) -> bool {
		let borrowed = transfer.destination();
		let mut lots = Lots::<T>::none();
		transfer.legs.iter().filter(|leg| of(leg)).any(|leg| {
			let lot = lots.find(leg.lot);
			lot.is_some_and(|lot| lot.stock.holding(borrowed).total() > 0)
		})
	}

	/// Whether a loan is due, or its borrower cannot be waited for: it may not act, or is silent.
	fn may_be_called_in(transfer: &TransferOf<T>, due: Moment) -> bool {
		let now = T::Trail::now();
		if now > due || !T::Directory::may_act(transfer.receiver) {
			return true;
		}
		// A receipt is an act of the borrower; before its first one, the loan's dispatch counts.
		let shipment = transfer.shipment.as_ref();
		let dispatched = shipment.map_or(now, |shipment| shipment.dispatched_at);
		let last = T::Trail::last_act_of(transfer.receiver).unwrap_or_default().max(dispatched);
		now.checked_sub(last).is_some_and(|silent| silent > T::SilentAfter::get())
	}
}
