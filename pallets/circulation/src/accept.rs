//! The call `accept`.

use crate::{Config, Error, Event, Pallet, Status};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Step, Trail, TransferId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_accept(act: Act<T::AccountId>, id: TransferId) -> DispatchResult {
		let mut transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.receiver)?;
		ensure!(transfer.status == Status::Proposed, Error::<T>::NotProposed);
		ensure!(T::Trail::now() <= transfer.dispatch_by, Error::<T>::DeadlinePassed);

		let mut step = Step::new(act, Action::TransferAccepted, &(id,));
		transfer.status = Status::Accepted;
		Self::save(&mut step, id, transfer)?;
		Self::deposit_event(Event::TransferAccepted { transfer: id });
		Ok(())
	}
}
