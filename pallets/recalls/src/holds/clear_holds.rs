//! The call `clear_holds`.

use crate::{Config, Error, Event, HoldPlace, HoldSet, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{Act, Action, LotStock, Lots, Step, Stock, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_clear_holds(act: Act<T::AccountId>, place: HoldPlace) -> DispatchResult {
		let is_recalled = matches!(place, HoldPlace::Lot(lot) if Self::is_recalled(lot));
		ensure!(!is_recalled, Error::<T>::RecallStands);
		let placed_at = Self::holds_on(&place).iter().map(|hold| hold.placed_at).max();
		let newest = placed_at.ok_or(Error::<T>::NotHeld)?;
		let summary = T::Lots::summary(place.lot()).ok_or(Error::<T>::LotNotFound)?;
		ensure!(summary.is_empty, Error::<T>::GoodsLeft);
		let over = newest.saturating_add(T::ClearAfter::get());
		ensure!(T::Trail::now() >= over, Error::<T>::RetentionNotOver);

		let mut step = Step::new(act, Action::HoldsCleared, &(place,));
		let mut stock = T::Stock::open(place.lot()).ok_or(Error::<T>::LotNotFound)?;
		let none = HoldSet::default();
		Self::set_flag(&mut stock, &place, &none)?;
		Self::put_holds(&place, &none);
		stock.close(&mut step)?;
		Self::deposit_event(Event::HoldsCleared { place });
		Ok(())
	}
}
