//! The call `request_keeping`.

use crate::{Config, Error, Event, Pallet};
use codec::Compact;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Quantity, Step, TransferId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request_keeping(
		act: Act<T::AccountId>,
		id: TransferId,
		index: u32,
		quantity: Quantity,
	) -> DispatchResult {
		let mut transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.receiver)?;
		let leg = transfer.legs.get_mut(index as usize).ok_or(Error::<T>::LegNotFound)?;
		ensure!(quantity <= leg.rejected, Error::<T>::ExceedsDisputed);
		ensure!(quantity != leg.keeping, Error::<T>::Unchanged);

		let mut step = Step::new(act, Action::KeepingRequested, &(id, index, Compact(quantity)));
		leg.keeping = quantity;
		Self::save(&mut step, id, transfer)?;
		Self::deposit_event(Event::KeepingRequested { transfer: id, leg: index, quantity });
		Ok(())
	}
}
