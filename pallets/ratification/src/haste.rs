//! What becomes of a matter when somebody acts on it: the table of the module documentation.
//!
//! The call that is the cause does not know whether anything is kept of its matter. So what is written here
//! is no part of the weight of that call; the block is charged for it.

use crate::{ActState, Config, Error, Event, Pallet, WeightInfo};
use frame_support::{dispatch::DispatchClass, pallet_prelude::DispatchResult};
use salus_primitives::{Actor, Authority, Effect, Haste, Matter, Moment, Trail};

impl<T: Config> Haste<T::AccountId> for Pallet<T> {
	fn acted(by: &Actor<T::AccountId>, matter: Matter, effect: Effect) -> DispatchResult {
		let is_hasty = matches!(by, Actor::Authority(Authority::Council));
		let kept = Self::find(matter);
		match kept.map(|act| (act, act.state)) {
			Some((act, ActState::Pending)) => {
				let until = Self::put_spent(matter, act);
				Self::deposit_event(Event::ActUndone { matter, effect: act.effect, until });
			}
			Some((_, ActState::Spent { until })) if !Self::is_over(until) => {
				return match is_hasty {
					true => Err(Error::<T>::SpentLately.into()),
					false => Ok(()),
				};
			}
			_ if is_hasty => {
				let lapses_at = Self::put_pending(matter, effect);
				Self::deposit_event(Event::ActPending { matter, effect, lapses_at });
			}
			Some(_) => {
				Self::remove(matter);
				Self::deposit_event(Event::ActCleared { matter });
			}
			None => return Ok(()),
		}
		Self::charge();
		Ok(())
	}

	fn pending(matter: Matter) -> Option<Effect> {
		Self::load_pending(matter).ok().map(|act| act.effect)
	}

	fn lapses_at(matter: Matter) -> Option<Moment> {
		Self::load_pending(matter).ok().map(|act| act.lapses_at)
	}

	fn closed(matter: Matter) {
		if Self::remove(matter) {
			Self::deposit_event(Event::MatterClosed { matter });
			Self::charge();
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Whether a deadline is past: it names the first moment at which it is.
	pub(crate) fn is_over(deadline: Moment) -> bool {
		T::Trail::now() >= deadline
	}

	/// Charges the block for what was written because of the call of another pallet.
	fn charge() {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::acted(),
			DispatchClass::Mandatory,
		);
	}
}
