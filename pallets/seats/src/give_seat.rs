//! Giving a seat.

use crate::{AccountIdLookupOf, Config, Error, Event, Pallet};
use frame_support::ensure;
use salus_primitives::{Act, Action, Directory, InstitutionId, InstitutionKind, Step};
use sp_runtime::{traits::StaticLookup, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_give_seat(
		act: Act<T::AccountId>,
		institution: InstitutionId,
		speaker: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::SeatGiven, &(institution, &speaker));
		let speaker = T::Lookup::lookup(speaker)?;
		let mut seats = Self::all_seats();
		ensure!(!seats.contains_key(&institution), Error::<T>::SeatAlreadyExists);
		let body = T::Directory::body(institution).ok_or(Error::<T>::InstitutionNotFound)?;
		ensure!(body.kind == InstitutionKind::HealthCommission, Error::<T>::NotCommission);
		ensure!(T::Directory::may_act(institution), Error::<T>::CommissionNotActive);
		Self::ensure_agent(institution, &speaker)?;
		seats
			.try_insert(institution, Some(speaker.clone()))
			.map_err(|_| Error::<T>::TooManySeats)?;
		Self::put_seats(seats);
		Self::record(&mut step)?;
		Self::deposit_event(Event::SeatGiven { institution, speaker });
		Ok(())
	}

	/// Refuses an account that does not act for an institution.
	pub(crate) fn ensure_agent(
		institution: InstitutionId,
		who: &T::AccountId,
	) -> Result<(), Error<T>> {
		ensure!(T::Directory::institution_of(who) == Some(institution), Error::AgentNotFound);
		Ok(())
	}
}
