//! Consuming: units are used.

use crate::{Config, Error, Event, LotBook, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Custody, EventClaim, LotId, Moment, Quantity, Step, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_consume(
		act: Act<T::AccountId>,
		lot: LotId,
		quantity: Quantity,
		event: Option<EventClaim>,
	) -> DispatchResult {
		Self::consume_as_of(T::Trail::now(), act, lot, quantity, event)
	}

	/// Consumes units as if it were `now`, which is later for benchmarks alone.
	pub(crate) fn consume_as_of(
		now: Moment,
		act: Act<T::AccountId>,
		lot: LotId,
		quantity: Quantity,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let institution = act.institution()?;
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let mut step = Step::new(act, Action::LotConsumed, &(lot, quantity, event)).at(event);
		let mut book = LotBook::<T>::open(lot)?;
		book.use_up(&Custody::own(institution), quantity, event, now)?;
		book.close(&mut step)?;
		Self::deposit_event(Event::LotConsumed { lot, institution, quantity });
		Ok(())
	}
}
