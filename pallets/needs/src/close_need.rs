//! The call `close_need`.

use crate::{Config, Ending, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, NeedId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_close_need(act: Act<T::AccountId>, id: NeedId) -> DispatchResult {
		let mut need = Self::load_need(id)?;
		ensure!(act.institution()? == need.institution, Error::<T>::NotOwn);
		ensure!(need.ended.is_none(), Error::<T>::Ended);
		let mut step = Step::new(act, Action::NeedClosed, &(id,));
		Self::end_need(id, &mut need, Ending::Closed);
		Self::save_need(&mut step, id, need)?;
		Self::deposit_event(Event::NeedClosed { need: id });
		Ok(())
	}
}
