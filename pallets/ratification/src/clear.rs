//! Clearing what has cooled.
//!
//! It leaves no record: nothing but time has changed the matter.

use crate::{ActState, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::Matter;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_clear(matter: Matter) -> DispatchResult {
		let ActState::Spent { until } = Self::load(matter)?.state else {
			return Err(Error::<T>::StillPending.into());
		};
		ensure!(Self::is_over(until), Error::<T>::CoolingNotOver);
		Self::remove(matter);
		Self::deposit_event(Event::ActCleared { matter });
		Ok(())
	}
}
