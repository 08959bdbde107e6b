//! The call `ring`: whatever is due by itself is done once somebody rings.

use crate::{Alarm, Config, Pallet, WeightInfo, MAX_SENT_LOTS};
use codec::Encode;
use frame_support::weights::Weight;
use salus_primitives::{Act, Transfers};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What ringing weighs at most.
	pub(crate) fn most_of_ringing(alarm: &Alarm) -> Weight {
		match alarm {
			Alarm::Send { .. } => {
				let lines = T::Transfers::most_lines().min(MAX_SENT_LOTS);
				Self::weight_of_sending().saturating_add(T::Transfers::weight_of_making(lines))
			}
			Alarm::Offer { .. } => T::WeightInfo::ring_offer(),
			Alarm::Lapse { .. } => Self::weight_of_lapsing(),
			Alarm::Release { .. } => T::WeightInfo::ring_release(),
		}
	}

	/// Does what is due. `act` is that of whoever rings; what a standing order does is the order's own act.
	/// `arguments` are those of the call. Answers with what it cost.
	pub(crate) fn do_ring(
		act: Act<T::AccountId>,
		alarm: &Alarm,
		arguments: &impl Encode,
	) -> Result<Weight, DispatchError> {
		match *alarm {
			Alarm::Send { order, need } => Self::send_to_need(order, need, arguments),
			Alarm::Offer { order } => Self::offer_expiring(order, arguments),
			Alarm::Lapse { need } => {
				Self::lapse_need(act, need, arguments)?;
				Ok(Self::weight_of_lapsing())
			}
			Alarm::Release { offer } => {
				Self::release_offer(act, offer, arguments)?;
				Ok(T::WeightInfo::ring_release())
			}
		}
	}
}
