//! What a standing order offers because it expires soon, when somebody rings.

use crate::{Config, Duty, Error, Event, Pallet, Supply, WeightInfo, MAX_OFFERS_AT_ONCE};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{ensure, weights::Weight};
use salus_primitives::{
	time::DAY, Act, Action, Actor, Custody, Levels, LotStock, OrderId, Quantity, Shelf, ShelfPlace,
	Step, Stock, Terms, Total, Trail,
};
use sp_runtime::DispatchError;

/// How many places of a shelf are looked at for each offer that a ring makes.
pub(crate) const PLACES_AN_OFFER: u32 = 8;

impl<T: Config> Pallet<T> {
	/// Answers with what it cost.
	pub(crate) fn offer_expiring(
		id: OrderId,
		arguments: &impl Encode,
	) -> Result<Weight, DispatchError> {
		let order = Self::acting_order(id)?;
		ensure!(Self::may_act(order.institution), Error::<T>::GiverInactive);
		let instruction = &order.instruction;
		let Duty::Offer { within, open, least } = instruction.duty else {
			return Err(Error::<T>::OtherDuty.into());
		};
		let now = T::Trail::now();
		let days_from_now = |days: u16| now.saturating_add(DAY.saturating_mul(days.into()));
		let (horizon, end) = (days_from_now(within), days_from_now(open));
		let level = T::Levels::level(order.institution, instruction.class);
		let floor = instruction.floor.units(&level);
		let mut above = level.available.saturating_sub(floor);
		ensure!(above > 0, Error::<T>::BelowFloor);

		let most = MAX_OFFERS_AT_ONCE.saturating_mul(PLACES_AN_OFFER);
		let from = Some(ShelfPlace::last_expired(now));
		let places = T::Shelf::behind(order.institution, instruction.class, from, most);
		let mut supplies = Vec::new();
		for place in places {
			let Some(expiry) = place.expires_at.filter(|expiry| *expiry <= horizon) else { break };
			if above == 0 || supplies.len() as u32 == MAX_OFFERS_AT_ONCE {
				break;
			}
			if place.owner != order.institution {
				continue;
			}
			let Some(mut stock) = T::Stock::open(place.lot) else { continue };
			let available = stock.holding(Custody::own(order.institution)).available;
			let quantity =
				Quantity::try_from(above).map_or(available, |above| available.min(above));
			// What ends now cannot be taken.
			let until = end.min(expiry.saturating_sub(1));
			if quantity == 0 || until <= now {
				continue;
			}
			above = above.saturating_sub(quantity.into());
			supplies.push(Supply {
				lot: place.lot,
				quantity,
				scope: instruction.scope.clone(),
				terms: Terms::Gift,
				keeps: Quantity::try_from(floor).unwrap_or(Quantity::MAX),
				least: least.min(quantity),
				until,
				pace: instruction.pace,
			});
		}
		ensure!(!supplies.is_empty(), Error::<T>::NothingToOffer);

		let mut step = Step::new(Act::by(Actor::Order(id)), Action::OrderOffered, arguments);
		let count = supplies.len() as u32;
		let (institution, class) = (order.institution, instruction.class);
		let mut sum: Total = 0;
		for supply in supplies {
			let quantity = supply.quantity;
			sum = sum.saturating_add(quantity.into());
			let (offer, _) = Self::add_offer(&mut step, institution, supply, Some(id))?;
			Self::deposit_event(Event::OfferMade { offer, institution, class, quantity });
		}
		Self::save_order(&mut step, id, order)?;
		Self::deposit_event(Event::OrderOffered { order: id, offers: count, quantity: sum });
		Ok(T::WeightInfo::ring_offer(count))
	}
}
