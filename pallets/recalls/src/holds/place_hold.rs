//! The call `place_hold`.

use crate::{holds::NewHold, Config, Error, Extent, HoldBy, HoldPlace, Pallet, Reason, WeightInfo};
use frame_support::{ensure, pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{Act, Action, EventClaim, HoldId, HoldKind, LotStock, Step, Stock};
use sp_core::H256;
use sp_runtime::DispatchError;

/// The arguments of the call but for the place.
pub(crate) struct Placing {
	pub(crate) extent: Extent,
	pub(crate) kind: HoldKind,
	pub(crate) reason: Reason,
	pub(crate) document: Option<H256>,
	pub(crate) event: Option<EventClaim>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn weight_of_placing(extent: &Extent) -> Weight {
		match extent {
			Extent::Whole => T::WeightInfo::place_hold(),
			Extent::Units(_) => T::WeightInfo::place_hold_units(),
		}
	}

	pub(crate) fn do_place_hold(
		act: Act<T::AccountId>,
		by: HoldBy,
		place: HoldPlace,
		placing: Placing,
	) -> DispatchResult {
		let Placing { extent, kind, reason, document, event } = placing;
		let arguments = (place, extent, kind, &reason, document, event);
		let mut step = Step::new(act, Action::HoldPlaced, &arguments).at(event);
		let reason = Some(reason);
		let new = NewHold { kind, extent, by, reason, document, case: None };
		Self::enter_hold(&mut step, place, new)?;
		Ok(())
	}

	/// Places a hold, with the step's record on the lot. Answers with the hold.
	pub(crate) fn enter_hold(
		step: &mut Step<T::AccountId>,
		place: HoldPlace,
		new: NewHold,
	) -> Result<HoldId, DispatchError> {
		let NewHold { kind, extent, by, .. } = new;
		if let Some(reason) = &new.reason {
			reason.check().map_err(Error::<T>::from)?;
		}
		ensure!(extent != Extent::Units(0), Error::<T>::ZeroQuantity);
		let may_be_of_units = by == HoldBy::Custodian && place.custodian().is_some();
		ensure!(extent.is_whole() || may_be_of_units, Error::<T>::UnitsOfLot);
		ensure!(may_place(by, &place, kind), Error::<T>::KindNotYours);

		let mut stock = T::Stock::open(place.lot()).ok_or(Error::<T>::LotNotFound)?;
		if let HoldPlace::Holding(holding) = place {
			let found = stock.holding(holding.custody());
			ensure!(found.total() > 0, Error::<T>::HoldingNotFound);
		}
		let mut holds = Self::holds_on(&place);
		let id = Self::add_hold(&place, &mut holds, new)?;
		match (place, extent) {
			(HoldPlace::Holding(holding), Extent::Units(units)) => {
				stock.quarantine(holding.custody(), units)?
			}
			_ => Self::set_flag(&mut stock, &place, &holds)?,
		}
		Self::put_holds(&place, &holds);
		stock.close(step)?;
		Ok(id)
	}
}

/// Whether holds of a kind are placed on such a place by whom.
fn may_place(by: HoldBy, place: &HoldPlace, kind: HoldKind) -> bool {
	match kind {
		HoldKind::Quarantine | HoldKind::Damage | HoldKind::ColdChainBreach | HoldKind::Legal => {
			by != HoldBy::Chain
		}
		// Institutions count what is their own, and demand it of others.
		HoldKind::CountDemanded => {
			matches!(by, HoldBy::Supervisor(_) | HoldBy::Governance) && place.is_countable()
		}
		// What is recalled is not held by a hold of its own.
		HoldKind::Recall => false,
	}
}
