//! Vacating a seat.

use crate::{Config, Error, Event, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, InstitutionId, Step};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_vacate_seat(
		act: Act<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::SeatVacated, &institution);
		let mut seats = Self::all_seats();
		ensure!(seats.remove(&institution).is_some(), Error::<T>::SeatNotFound);
		ensure!(Self::sitting(&seats).next().is_some(), Error::<T>::LastSeat);
		Self::put_seats(seats);
		Self::record(&mut step)?;
		Self::deposit_event(Event::SeatVacated { institution });
		Ok(())
	}
}
