//! The call `acknowledge_carriage`.

use crate::{Carriage, Config, Event, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, Step, Trail, TransferId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_acknowledge_carriage(
		act: Act<T::AccountId>,
		id: TransferId,
	) -> DispatchResult {
		let (mut transfer, Carriage { carrier, .. }) = Self::load_to_answer(&act, id)?;
		let acknowledged = Carriage { carrier, acknowledged_at: Some(T::Trail::now()) };

		let mut step = Step::new(act, Action::CarriageAcknowledged, &(id,));
		Self::set_carriage(&mut transfer, Some(acknowledged));
		Self::save(&mut step, id, transfer)?;
		Self::deposit_event(Event::CarriageAcknowledged { transfer: id, carrier });
		Ok(())
	}
}
