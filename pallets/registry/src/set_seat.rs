//! The call `set_seat`.

use crate::{Config, Error, Event, Pallet, RegionSeats, Regions};
use frame_support::ensure;
use salus_primitives::{Act, Action, RegionCode, Seat, Step, Subject, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_seat(
		act: Act<T::AccountId>,
		code: RegionCode,
		seat: Option<Seat>,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::RegionAmended, &(&code, seat));
		let mut entry = Regions::<T>::get(&code).ok_or(Error::<T>::RegionNotFound)?;
		Self::put_seat(&code, seat)?;
		T::Trail::record(&mut step, Subject::Region(code.clone()), &mut entry.newest_record)?;
		Regions::<T>::insert(&code, entry);
		Self::deposit_event(Event::RegionSeatSet { code, seat });
		Ok(())
	}

	/// Enters the seat of a region that is there, or that nobody knows it.
	pub(crate) fn put_seat(code: &RegionCode, seat: Option<Seat>) -> Result<(), Error<T>> {
		ensure!(seat.is_none_or(|seat| seat.is_on_earth()), Error::SeatOutOfRange);
		ensure!(RegionSeats::<T>::get(code) != seat, Error::Unchanged);
		RegionSeats::<T>::set(code, seat);
		Ok(())
	}
}
