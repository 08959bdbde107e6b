//! What the stock tells: units that are to be held, or are held no more, a count, a breach; and, of a held
//! lot, that somebody has more or less of it.
//!
//! The call that is the cause does not know whether anything is held. So what is read and written here is
//! no part of the weight of that call; the block is charged for it.

use crate::{
	holds::{has_whole, NewHold},
	Config, Extent, Hold, HoldPlace, HoldSet, InCase, Pallet, WeightInfo,
};
use frame_support::{
	defensive, dispatch::DispatchClass, pallet_prelude::DispatchResult, weights::Weight,
};
use salus_primitives::{HoldChange, HoldKind, HoldingKey, Holds, Quantity, Step};
use sp_runtime::DispatchError;

impl<T: Config> Holds<T::AccountId> for Pallet<T> {
	fn changed(
		step: &mut Step<T::AccountId>,
		holding: &HoldingKey,
		is_held: bool,
		changes: &[HoldChange],
	) -> Result<bool, DispatchError> {
		for change in changes {
			if let HoldChange::Moved { before, after } = *change {
				Self::ask_of_moved(holding, before, after);
			}
		}
		// How much there is concerns no hold.
		if changes.iter().all(|change| matches!(change, HoldChange::Moved { .. })) {
			return Ok(is_held);
		}
		let place = HoldPlace::Holding(*holding);
		let before = Self::holds_on(&place);
		let mut holds = before.clone();
		for change in changes {
			match *change {
				HoldChange::Entered { kind, units } => {
					let new = NewHold::by_chain(kind, Extent::Units(units));
					Self::add_hold(&place, &mut holds, new)?;
				}
				HoldChange::Left { units } => Self::let_go(&place, &mut holds, units),
				HoldChange::Counted { quantity } => {
					Self::end_demands(step, &place, &mut holds, quantity)?
				}
				HoldChange::Breached => Self::hold_breached(&place, &mut holds)?,
				HoldChange::Moved { .. } => {}
			}
		}
		if holds != before {
			Self::put_holds(&place, &holds);
		}
		Self::charge_block(T::WeightInfo::changed());
		Ok(has_whole(&holds))
	}
}

impl<T: Config> Pallet<T> {
	/// Takes units that left the holding off its holds, the oldest first.
	fn let_go(place: &HoldPlace, holds: &mut HoldSet, units: Quantity) {
		let mut left = units;
		while left > 0 {
			let oldest = holds.iter().find_map(|hold| Some((hold.id, hold.extent.units()?)));
			let Some((id, held)) = oldest else {
				defensive!("recalls: more units left than were held", (place, left));
				return;
			};
			let part = left.min(held);
			Self::lessen_hold(place, holds, id, Some(part));
			left = left.saturating_sub(part);
		}
	}

	/// Ends what is held until it is counted: it was. Demands of cases are told of it.
	fn end_demands(
		step: &mut Step<T::AccountId>,
		place: &HoldPlace,
		holds: &mut HoldSet,
		quantity: Quantity,
	) -> DispatchResult {
		let demanded = |hold: &Hold| hold.kind == HoldKind::CountDemanded;
		while let Some(hold) = holds.iter().find(|hold| demanded(hold)).cloned() {
			Self::lessen_hold(place, holds, hold.id, None);
			let Some(InCase { case, demand: Some(demand) }) = hold.case else { continue };
			Self::give_count(step, case, demand, quantity)?;
			Self::charge_block(T::WeightInfo::give_count());
		}
		Ok(())
	}

	/// Holds the whole of a holding that a sensor tells of, unless the chain holds it for that already.
	fn hold_breached(place: &HoldPlace, holds: &mut HoldSet) -> DispatchResult {
		let new = NewHold::by_chain(HoldKind::ColdChainBreach, Extent::Whole);
		if !holds.iter().any(|hold| new.is_like(hold)) {
			Self::add_hold(place, holds, new)?;
		}
		Ok(())
	}

	/// Charges the block for what is no part of the weight of the call that is the cause.
	pub(crate) fn charge_block(weight: Weight) {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			weight,
			DispatchClass::Mandatory,
		);
	}
}
