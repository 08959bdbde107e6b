//! Which goods a line moves.

use crate::{Config, Error, Goods, LineOrder, Pallet, Shortage, PLACES_LOOKED_AT};
use alloc::vec::Vec;
use salus_primitives::{
	first_expiring, Custody, LotId, LotStock, Moment, Quantity, Search, Stock, Total, Transfers,
};

impl<T: Config> Pallet<T> {
	/// The lots that a line moves and how much of each, and why that is less than it asks for, if it is.
	pub(crate) fn find_goods(
		order: &LineOrder,
		receive_by: Moment,
	) -> Result<(Vec<(LotId, Quantity)>, Option<Shortage>), Error<T>> {
		let (most, largest) = (T::Transfers::most_lines(), T::Transfers::largest_line());
		let lots = match order.goods {
			Goods::Lot(lot) => {
				let mut stock = T::Stock::open(lot).ok_or(Error::<T>::LotNotFound)?;
				let available = stock.holding(Custody::own(order.giver)).available;
				let taken = available.min(largest).min(order.quantity);
				Vec::from([(lot, taken)])
			}
			Goods::Class(class) => {
				let search = Search {
					wanted: order.quantity.into(),
					good_until: receive_by,
					lots: most,
					largest,
					places: PLACES_LOOKED_AT,
				};
				first_expiring::<T::AccountId, T::Shelf, T::Stock>(order.giver, class, &search)
			}
		};
		let found: Total = lots.iter().map(|(_, quantity)| Total::from(*quantity)).sum();
		if found == 0 {
			return Err(Error::NothingAvailable);
		}
		let is_full = lots.iter().any(|(_, quantity)| *quantity == largest)
			|| (lots.len() as u32 == most && matches!(order.goods, Goods::Class(_)));
		let short = match found < Total::from(order.quantity) {
			true if is_full => Some(Shortage::Transfer),
			true => Some(Shortage::Stock),
			false => None,
		};
		Ok((lots, short))
	}
}
