//! What a standing order offers because it expires soon, when somebody rings.

use crate::{
	Config, Duty, Error, Event, Pallet, Supply, WeightInfo, MAX_OFFERS_AT_ONCE, PLACES_LOOKED_AT,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{ensure, traits::Get, weights::Weight};
use salus_primitives::{
	time::DAY, Act, Action, Actor, Custody, Directory, Levels, LotStock, OrderId, Purpose,
	Quantity, Shelf, ShelfPlace, Step, Stock, Terms, Total, Trail,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with what it cost.
	pub(crate) fn offer_expiring(
		id: OrderId,
		arguments: &impl Encode,
	) -> Result<Weight, DispatchError> {
		let order = Self::acting_order(id)?;
		ensure!(T::Directory::may_act(order.institution), Error::<T>::GiverInactive);
		let instruction = &order.instruction;
		let Duty::Offer { within, open, least } = instruction.duty else {
			return Err(Error::<T>::OtherDuty.into());
		};
		Self::ensure_emergency((id, &order), order.institution)?;
		let now = T::Trail::now();
		let days_from_now = |days: u16| now.saturating_add(DAY.saturating_mul(days.into()));
		let (horizon, end) = (days_from_now(within), days_from_now(open));
		// When goods could arrive that are taken now.
		let soonest = days_from_now(instruction.pace.transit).saturating_add(T::MinDispatch::get());
		let level = T::Levels::level(order.institution, instruction.class);
		let floor = instruction.floor.units(&level);
		let mut above = level.available.saturating_sub(floor);
		ensure!(above > 0, Error::<T>::BelowFloor);
		let room = Self::room_for_offers(order.institution).min(MAX_OFFERS_AT_ONCE);
		ensure!(room > 0, Error::<T>::TooManyOffers);

		let from = Some(ShelfPlace::last_expired(now));
		let places = T::Shelf::behind(order.institution, instruction.class, from, PLACES_LOOKED_AT);
		let mut supplies = Vec::new();
		for place in places {
			let Some(expiry) = place.expires_at.filter(|expiry| *expiry <= horizon) else { break };
			if above == 0 || supplies.len() as u32 == room {
				break;
			}
			if place.owner != order.institution {
				continue;
			}
			let Some(mut stock) = T::Stock::open(place.lot) else { continue };
			let own = Custody::own(order.institution);
			let available = stock.holding(own).available;
			let quantity =
				Quantity::try_from(above).map_or(available, |above| available.min(above));
			// What expires before it could arrive is not taken, and what is held is not offered.
			if quantity == 0 || expiry <= soonest || stock.ensure_free(own, Purpose::Offer).is_err()
			{
				continue;
			}
			let until = end.min(expiry.saturating_sub(1));
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
		Ok(T::WeightInfo::ring_offer())
	}
}
