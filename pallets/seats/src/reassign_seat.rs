//! Naming another speaker.

use crate::{AccountIdLookupOf, Config, Error, Event, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Step};
use sp_runtime::{traits::StaticLookup, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_reassign_seat(
		act: Act<T::AccountId>,
		speaker: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::SeatReassigned, &speaker);
		let speaker = T::Lookup::lookup(speaker)?;
		let mut seats = Self::all_seats();
		let seat = seats.get_mut(&institution).ok_or(Error::<T>::SeatNotFound)?;
		Self::ensure_agent(institution, &speaker)?;
		ensure!(seat.as_ref() != Some(&speaker), Error::<T>::Unchanged);
		*seat = Some(speaker.clone());
		Self::put_seats(seats);
		Self::record(&mut step)?;
		Self::deposit_event(Event::SeatReassigned { institution, speaker });
		Ok(())
	}
}
