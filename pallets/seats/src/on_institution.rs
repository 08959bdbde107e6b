//! What becomes of a seat when its commission stands otherwise than before, is no commission any more,
//! or its speaker leaves.
//!
//! The call that is the cause neither names the seat nor can be refused by it, so these changes are
//! acts of the chain. Their weight is not part of the weight of that call, which does not know whether
//! the institution has a seat; the block is charged for it.

use crate::{Config, Event, Pallet, WeightInfo};
use frame_support::{
	defensive,
	dispatch::{DispatchClass, DispatchResult},
};
use salus_primitives::{
	Act, Action, Actor, InstitutionId, InstitutionKind, OnInstitution, Standing, Step,
};

impl<T: Config> OnInstitution<T::AccountId> for Pallet<T> {
	fn standing_changed(institution: InstitutionId, standing: Standing) {
		let seats = Self::all_seats();
		let Some(speaker) = seats.get(&institution).cloned() else { return };
		match (standing, speaker) {
			(Standing::WoundUp, _) => Self::lose_seat(institution),
			(Standing::Suspended, Some(_)) => {
				Self::seat_members(&seats);
				Self::act_of_chain(Action::SeatVacated, institution);
				Self::deposit_event(Event::SeatSilenced { institution });
			}
			(Standing::Active, Some(speaker)) => {
				Self::seat_members(&seats);
				Self::act_of_chain(Action::SeatGiven, institution);
				Self::deposit_event(Event::SeatResumed { institution, speaker });
			}
			// Nobody speaks for the seat: it is silent before and after.
			(Standing::Suspended | Standing::Active, None) => {}
		}
	}

	fn kind_changed(institution: InstitutionId, kind: InstitutionKind) {
		if kind != InstitutionKind::HealthCommission {
			Self::lose_seat(institution);
		}
	}

	// Whoever left for another was told of by itself.
	fn agents_replaced(_: InstitutionId, _: &Actor<T::AccountId>) -> DispatchResult {
		Ok(())
	}

	fn agent_left(institution: InstitutionId, who: &T::AccountId) {
		let mut seats = Self::all_seats();
		let Some(speaker) = seats.get_mut(&institution) else { return };
		if speaker.as_ref() != Some(who) {
			return;
		}
		*speaker = None;
		Self::put_seats(seats);
		Self::act_of_chain(Action::SeatVacated, institution);
		Self::deposit_event(Event::SeatSilenced { institution });
	}
}

impl<T: Config> Pallet<T> {
	/// An institution that is wound up, or is no health commission any more, loses its seat, if it
	/// has one.
	fn lose_seat(institution: InstitutionId) {
		let mut seats = Self::all_seats();
		if seats.remove(&institution).is_none() {
			return;
		}
		Self::put_seats(seats);
		Self::act_of_chain(Action::SeatVacated, institution);
		Self::deposit_event(Event::SeatVacated { institution });
	}

	/// Leaves the record of what the chain did to a seat, and charges the block for it.
	fn act_of_chain(action: Action, institution: InstitutionId) {
		let mut step = Step::new(Act::by(Actor::Chain), action, &institution);
		if Self::record(&mut step).is_err() {
			defensive!("a step without an event time is always recorded");
		}
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::standing_changed(),
			DispatchClass::Mandatory,
		);
	}
}
