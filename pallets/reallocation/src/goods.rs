//! Which goods a line moves.

use crate::{Config, Error, Goods, LineOrder, Pallet, Shortage, PLACES_LOOKED_AT};
use alloc::vec::Vec;
use salus_primitives::{
	first_expiring, Custody, Found, Limit, LotId, LotStock, Moment, Quantity, Search, Stock,
	Transfers,
};

/// Lots and base units of each, and why that is less than a line asks for, if it is.
pub(crate) type Chosen = (Vec<(LotId, Quantity)>, Option<Shortage>);

impl<T: Config> Pallet<T> {
	/// The lots that a line moves and how much of each, and why that is less than it asks for, if it is.
	pub(crate) fn find_goods(order: &LineOrder, receive_by: Moment) -> Result<Chosen, Error<T>> {
		let Found { lots, limit } = match order.goods {
			Goods::Lot(lot) => Self::find_lot(order, lot)?,
			Goods::Class(class) => {
				let search = Search {
					wanted: order.quantity.into(),
					good_until: receive_by,
					lots: T::Transfers::most_lines(),
					largest: T::Transfers::largest_line(),
					places: PLACES_LOOKED_AT,
				};
				first_expiring::<T::AccountId, T::Shelf, T::Stock>(order.giver, class, &search)
			}
		};
		if lots.is_empty() {
			return Err(match limit {
				Some(Limit::Places) => Error::NothingWithinReach,
				_ => Error::NothingAvailable,
			});
		}
		let short = limit.map(|limit| match limit {
			Limit::Stock => Shortage::Stock,
			Limit::Room => Shortage::Transfer,
			Limit::Places => Shortage::Shelf,
		});
		Ok((lots, short))
	}

	/// What the giver of a line owns and has available of a lot, as much as one line of a transfer carries.
	fn find_lot(order: &LineOrder, lot: LotId) -> Result<Found, Error<T>> {
		let mut stock = T::Stock::open(lot).ok_or(Error::LotNotFound)?;
		let available = stock.holding(Custody::own(order.giver)).available;
		let wanted = available.min(order.quantity);
		let taken = wanted.min(T::Transfers::largest_line());
		let limit = match taken {
			taken if taken == order.quantity => None,
			taken if taken < wanted => Some(Limit::Room),
			_ => Some(Limit::Stock),
		};
		let lots = if taken > 0 { Vec::from([(lot, taken)]) } else { Vec::new() };
		Ok(Found { lots, limit })
	}
}
