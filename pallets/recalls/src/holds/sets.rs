//! The holds on each place. Every read and write of them goes through this module, which keeps that
//!
//! - a set that is empty is not stored;
//! - there is one hold for each kind, placer and kind of extent: of units, further ones are added to it;
//! - holds stand oldest first;
//! - every hold that is placed, lessened or ended is told by an event.
//!
//! What is said of a place as a whole, that it is held, is said to its stock by
//! [`set_flag`](Pallet::set_flag) alone, save that a recall says it of a lot that it reaches. Units are moved
//! by whoever changes their holds, or, where the stock tells of them, by the stock.

use crate::{
	Config, Error, Event, Extent, Hold, HoldBy, HoldPlace, HoldSet, HoldsOn, InCase, NextHoldId,
	Pallet, Reason, MAX_CHAIN_HOLDS, MAX_HOLDS, MAX_OWN_HOLDS,
};
use frame_support::{defensive, ensure, pallet_prelude::DispatchResult};
use salus_primitives::{HoldId, HoldKind, LotStock, Quantity, Stock, Trail};
use sp_core::H256;

/// The stock of one lot, under this runtime's wiring.
pub(crate) type StockOf<T> =
	<<T as Config>::Stock as Stock<<T as frame_system::Config>::AccountId>>::Lot;

/// A hold that is to be placed.
pub(crate) struct NewHold {
	pub(crate) kind: HoldKind,
	pub(crate) extent: Extent,
	pub(crate) by: HoldBy,
	pub(crate) reason: Option<Reason>,
	pub(crate) document: Option<H256>,
	/// What of which case it is of.
	pub(crate) case: Option<InCase>,
}

impl NewHold {
	/// A hold by the chain, which gives no reason beside its kind.
	pub(crate) fn by_chain(kind: HoldKind, extent: Extent) -> Self {
		let by = HoldBy::Chain;
		Self { kind, extent, by, reason: None, document: None, case: None }
	}

	/// Whether `hold` is the one that there is for such a hold.
	pub(crate) fn is_like(&self, hold: &Hold) -> bool {
		hold.kind == self.kind
			&& hold.by == self.by
			&& hold.extent.is_whole() == self.extent.is_whole()
	}
}

/// Whether a set has a hold on the whole of its place.
pub(crate) fn has_whole(holds: &HoldSet) -> bool {
	holds.iter().any(|hold| hold.extent.is_whole())
}

impl<T: Config> Pallet<T> {
	/// The holds on a place.
	pub(crate) fn holds_on(place: &HoldPlace) -> HoldSet {
		HoldsOn::<T>::get(place)
	}

	/// A hold, with the set that it is in.
	pub(crate) fn load_hold(place: &HoldPlace, id: HoldId) -> Result<(HoldSet, Hold), Error<T>> {
		let holds = Self::holds_on(place);
		let hold = holds.iter().find(|hold| hold.id == id).cloned();
		Ok((holds, hold.ok_or(Error::HoldNotFound)?))
	}

	/// Writes the holds on a place.
	pub(crate) fn put_holds(place: &HoldPlace, holds: &HoldSet) {
		if holds.is_empty() {
			HoldsOn::<T>::remove(place);
		} else {
			HoldsOn::<T>::insert(place, holds);
		}
	}

	/// Says to the stock of a place's lot whether anything holds the place as a whole.
	pub(crate) fn set_flag(
		stock: &mut StockOf<T>,
		place: &HoldPlace,
		holds: &HoldSet,
	) -> DispatchResult {
		match place {
			HoldPlace::Lot(lot) => {
				stock.set_held(!holds.is_empty() || Self::is_recalled(*lot));
				Ok(())
			}
			HoldPlace::Holding(holding) => {
				stock.set_holding_held(holding.custody(), has_whole(holds))
			}
		}
	}

	/// Enters a hold into the set of a place. Units are added to those of the hold that there is. Answers
	/// with the hold.
	pub(crate) fn add_hold(
		place: &HoldPlace,
		holds: &mut HoldSet,
		new: NewHold,
	) -> Result<HoldId, Error<T>> {
		let known = holds.iter_mut().find(|hold| new.is_like(hold));
		let NewHold { kind, extent, by, reason, document, case } = new;
		let id = match known {
			Some(hold) => {
				let (Some(units), Some(more)) = (hold.extent.units(), extent.units()) else {
					return Err(Error::AlreadyHeld);
				};
				// Both are parts of what is quarantined, whose sum its holding has checked.
				hold.extent = Extent::Units(units.saturating_add(more));
				hold.reason = reason;
				hold.document = document;
				hold.id
			}
			None => {
				Self::ensure_room(holds, by)?;
				let id = Self::take_hold_id()?;
				let placed_at = T::Trail::now();
				let hold = Hold { id, kind, extent, by, reason, document, placed_at, case };
				holds.try_push(hold).map_err(|_| Error::TooManyHolds)?;
				id
			}
		};
		Self::deposit_event(Event::HoldPlaced { place: *place, hold: id, kind, extent, by });
		Ok(id)
	}

	/// Takes units off a hold, which ends with the last of them; or ends a hold on the whole, when there
	/// are no `units`.
	pub(crate) fn lessen_hold(
		place: &HoldPlace,
		holds: &mut HoldSet,
		id: HoldId,
		units: Option<Quantity>,
	) {
		let Some(hold) = holds.iter_mut().find(|hold| hold.id == id) else {
			defensive!("recalls: a hold is lessened that is not there", id);
			return;
		};
		let kind = hold.kind;
		let held = hold.extent.units().unwrap_or_default();
		let left = held.saturating_sub(units.unwrap_or(held));
		if left > 0 {
			hold.extent = Extent::Units(left);
		} else {
			holds.retain(|hold| hold.id != id);
		}
		let is_last = holds.is_empty();
		Self::deposit_event(Event::HoldLifted { place: *place, hold: id, kind, units, is_last });
	}

	/// Refuses one more hold by who has placed as many as it may, or when all together have. The chain
	/// has room of its own.
	fn ensure_room(holds: &HoldSet, by: HoldBy) -> Result<(), Error<T>> {
		let count = |counts: fn(&HoldBy) -> bool| {
			holds.iter().filter(|hold| counts(&hold.by)).count() as u32
		};
		let own = count(|by| *by == HoldBy::Custodian);
		let placed = count(|by| *by != HoldBy::Chain);
		let is_full = match by {
			HoldBy::Chain => false,
			HoldBy::Custodian if own >= MAX_OWN_HOLDS => true,
			_ => placed >= MAX_HOLDS.saturating_sub(MAX_CHAIN_HOLDS),
		};
		ensure!(!is_full, Error::TooManyHolds);
		Ok(())
	}

	fn take_hold_id() -> Result<HoldId, Error<T>> {
		let id = NextHoldId::<T>::get();
		NextHoldId::<T>::put(id.next().ok_or(Error::IdsExhausted)?);
		Ok(id)
	}
}
