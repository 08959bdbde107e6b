//! The call `resume_order`.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, OrderId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resume_order(act: Act<T::AccountId>, id: OrderId) -> DispatchResult {
		let mut order = Self::load_order(id)?;
		ensure!(act.institution()? == order.institution, Error::<T>::NotOwn);
		ensure!(order.ended.is_none(), Error::<T>::Ended);
		ensure!(order.paused, Error::<T>::OrderNotPaused);
		let mut step = Step::new(act, Action::OrderResumed, &(id,));
		order.paused = false;
		Self::save_order(&mut step, id, order)?;
		Self::deposit_event(Event::OrderResumed { order: id });
		Ok(())
	}
}
