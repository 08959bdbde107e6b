//! The call `lift_hold`.

use crate::{Config, Error, Extent, Hold, HoldPlace, HoldSet, Pallet, Reason};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, EventClaim, LotStock, Quantity, Step, Stock};
use sp_core::H256;

/// The arguments of the call but for the place and the hold.
pub(crate) struct Lifting {
	pub(crate) units: Option<Quantity>,
	pub(crate) reason: Reason,
	pub(crate) document: Option<H256>,
	pub(crate) event: Option<EventClaim>,
}

impl<T: Config> Pallet<T> {
	/// `holds` is the set that `hold` is in.
	pub(crate) fn do_lift_hold(
		act: Act<T::AccountId>,
		place: HoldPlace,
		(mut holds, hold): (HoldSet, Hold),
		lifting: Lifting,
	) -> DispatchResult {
		let Lifting { units, reason, document, event } = lifting;
		reason.check().map_err(Error::<T>::from)?;
		let lifted = match (hold.extent, units) {
			(Extent::Whole, None) => None,
			(Extent::Whole, Some(_)) => return Err(Error::<T>::WholeOnly.into()),
			(Extent::Units(_), Some(0)) => return Err(Error::<T>::ZeroQuantity.into()),
			(Extent::Units(held), Some(units)) if units > held => {
				return Err(Error::<T>::ExceedsHeld.into())
			}
			(Extent::Units(held), units) => Some(units.unwrap_or(held)),
		};
		let arguments = (place, hold.id, units, &reason, document, event);
		let mut step = Step::new(act, Action::HoldLifted, &arguments).at(event);

		let mut stock = T::Stock::open(place.lot()).ok_or(Error::<T>::LotNotFound)?;
		Self::lessen_hold(&place, &mut holds, hold.id, lifted);
		match (place, lifted) {
			(HoldPlace::Holding(holding), Some(units)) => {
				stock.release_units(holding.custody(), units)?
			}
			_ => Self::set_flag(&mut stock, &place, &holds)?,
		}
		Self::put_holds(&place, &holds);
		stock.close(&mut step)
	}
}
