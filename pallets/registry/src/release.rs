//! Releasing: quarantined units are available again.

use crate::{Config, Error, Event, LotBook, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, EventClaim, InstitutionId, LotId, Quantity, Step};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_release(
		act: Act<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		quantity: Quantity,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let custody = Custody { custodian: act.institution()?, owner };
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let arguments = (lot, owner, quantity, event);
		let mut step = Step::new(act, Action::LotReleased, &arguments).at(event);
		let mut book = LotBook::<T>::open(lot)?;
		book.release(&custody, quantity)?;
		book.close(&mut step)?;
		Self::deposit_event(Event::LotReleased { holding: custody.of(lot), quantity });
		Ok(())
	}
}
