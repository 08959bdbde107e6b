//! The call `decline_carriage`.

use crate::{Carriage, Config, Event, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, Step, TransferId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_decline_carriage(act: Act<T::AccountId>, id: TransferId) -> DispatchResult {
		let (mut transfer, Carriage { carrier, .. }) = Self::load_to_answer(&act, id)?;

		let mut step = Step::new(act, Action::CarriageDeclined, &(id,));
		Self::set_carriage(&mut transfer, None);
		Self::save(&mut step, id, transfer)?;
		Self::deposit_event(Event::CarriageDeclined { transfer: id, carrier });
		Ok(())
	}
}
