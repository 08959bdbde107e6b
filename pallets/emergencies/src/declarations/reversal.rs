//! What the council declared in haste is ended here when nobody has ratified it, and lasts when somebody has.

use crate::{Config, EmergencyEnding, Error, Pallet, WeightInfo};
use frame_support::{dispatch::DispatchClass, ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Effect, EmergencyId, Matter, OnRatified, Reversal, Step};
use sp_runtime::DispatchError;

impl<T: Config> Reversal<T::AccountId, EmergencyId> for Pallet<T> {
	/// Whether somebody has ended it. Its end and its term are no acts: they leave it as it was declared.
	fn effect_of(id: EmergencyId) -> Option<Effect> {
		Some(match Self::load_emergency(id).ok()?.ended {
			None => Effect::InForce,
			Some(_) => Effect::OutOfForce,
		})
	}

	fn record(step: &mut Step<T::AccountId>, id: EmergencyId) -> DispatchResult {
		let emergency = Self::load_emergency(id)?;
		Self::save_emergency(step, id, emergency)
	}

	/// Of a declaration, the emergency is ended. What was called off stays so: the council calls off what is
	/// pending alone, which leaves nothing to undo.
	fn undo(step: &mut Step<T::AccountId>, id: EmergencyId, effect: Effect) -> DispatchResult {
		match effect {
			Effect::InForce => {
				let emergency = Self::load_emergency(id)?;
				ensure!(emergency.ended.is_none(), Error::<T>::NotInForce);
				Self::end_emergency(step, id, emergency, EmergencyEnding::NotRatified)
			}
			Effect::OutOfForce => Err(DispatchError::Unavailable),
		}
	}
}

impl<T: Config> OnRatified for Pallet<T> {
	/// The call that tells it may be about another matter, so the block is charged for what is done here.
	fn ratified(matter: Matter) {
		let Matter::Emergency(id) = matter else { return };
		let Ok(emergency) = Self::load_emergency(id) else { return };
		if emergency.is_pending() {
			Self::put_ratified(id, emergency);
			frame_system::Pallet::<T>::register_extra_weight_unchecked(
				T::WeightInfo::ratified(),
				DispatchClass::Mandatory,
			);
		}
	}
}
