//! What a standing order sends to a need, when somebody rings.
//!
//! However often it is rung, it sends no more in a period than its cap, and no more than its share of what
//! was above the floor in that period: what is above it now, and what was sent of it. What never left counts
//! no more; what left counts whatever becomes of it. Nor does it make more than [`MAX_SENDINGS`] transfers
//! in a period, or send again in it to a need to which something never left.

use crate::{
	serving::good_until, Config, Duty, Error, Event, Floor, Instruction, Lately, Need, Order,
	Origin, Pallet, Sent, WeightInfo, MAX_SENDINGS, MAX_SENT_LOTS, PLACES_LOOKED_AT,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{
	first_expiring, Act, Action, Actor, Directory, Found, Freezes, Level, Levels, LotId, Mandate,
	Moment, NeedId, NewTransfer, OrderId, Quantity, Search, Source, Step, Terms, Total, Trail,
	TransferId, Transfers,
};
use sp_runtime::{DispatchError, Percent};

/// What an order would send.
pub(crate) struct Sending {
	pub lines: Vec<(LotId, Quantity)>,
	pub quantity: Total,
	pub dispatch_by: Moment,
	pub receive_by: Moment,
	/// The length of the order's period, in days.
	pub days: u16,
}

impl<T: Config> Pallet<T> {
	/// Answers with what it cost.
	pub(crate) fn send_to_need(
		id: OrderId,
		need_id: NeedId,
		arguments: &impl Encode,
	) -> Result<Weight, DispatchError> {
		let (order, need, sending) = Self::clear_sending(id, need_id)?;
		let (quantity, days) = (sending.quantity, sending.days);
		let mut step = Step::new(Act::by(Actor::Order(id)), Action::OrderSent, arguments);
		let transfer = sending.transfer(&order, (need_id, &need));
		let made = T::Transfers::make(&mut step, transfer)?;
		if !made.agreed {
			Self::note_unanswered(&mut step, need_id, need, quantity)?;
		}
		Self::note_sent(&mut step, (id, order, days), (need_id, made.id), quantity)?;
		Ok(Self::weight_of_sending().saturating_add(made.weight))
	}

	/// What sending weighs, without making the transfer.
	pub(crate) fn weight_of_sending() -> Weight {
		T::WeightInfo::ring_send().saturating_add(T::Freezes::weight())
	}

	/// Refuses an order that would send nothing. Answers with the order, the need, and what is to be
	/// sent.
	pub(crate) fn clear_sending(
		id: OrderId,
		need_id: NeedId,
	) -> Result<(Order, Need, Sending), DispatchError> {
		let order = Self::acting_order(id)?;
		let need = Self::load_need(need_id)?;
		let sending = Self::examine_sending((id, &order), (need_id, &need), &mut Err)?;
		Ok((order, need, sending.ok_or(Error::<T>::NothingToSend)?))
	}

	/// Enters what a transfer is to carry to a need whose institution has not answered yet.
	pub(crate) fn note_unanswered(
		step: &mut Step<T::AccountId>,
		id: NeedId,
		mut need: Need,
		quantity: Total,
	) -> DispatchResult {
		need.unanswered = need.unanswered.saturating_add(quantity);
		Self::save_need(step, id, need)
	}

	/// Enters what a transfer carries to a need for an order that counts it.
	pub(crate) fn note_sent(
		step: &mut Step<T::AccountId>,
		(id, mut order, days): (OrderId, Order, u16),
		(need, transfer): (NeedId, TransferId),
		quantity: Total,
	) -> DispatchResult {
		order.count_sent(days, T::Trail::now(), quantity);
		let Sent { period, .. } = order.lately.sent;
		Self::save_order(step, id, order)?;
		Self::remember_origin(transfer, Origin::Order(id, need, Sent { period, quantity }));
		Self::deposit_event(Event::OrderSent { order: id, need, transfer, quantity });
		Ok(())
	}

	/// Tells every reason why an order would send nothing to a need, the transfer's own aside, and stops as
	/// soon as `tell` fails.
	pub(crate) fn examine_sending<E>(
		(id, order): (OrderId, &Order),
		(need_id, need): (NeedId, &Need),
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<Sending>, E> {
		let instruction = &order.instruction;
		let Duty::Send { share, most, days } = instruction.duty else {
			tell(Error::OtherDuty)?;
			return Ok(None);
		};
		let now = T::Trail::now();
		if !need.is_open(now) {
			tell(Error::NeedNotOpen)?;
		}
		if T::Freezes::need(need_id) {
			tell(Error::Frozen)?;
		}
		if need.institution == order.institution {
			tell(Error::OwnNeed)?;
		}
		if !need.request.accepted().any(|class| class == instruction.class) {
			tell(Error::ClassNotNeeded)?;
		}
		Self::examine_scope(&instruction.scope, need, tell)?;
		if let Err(error) = Self::ensure_emergency((id, order), need.institution) {
			tell(error)?;
		}

		let lately = order.lately(days, now);
		if lately.turned_down.contains(&need_id) {
			tell(Error::TurnedDown)?;
		}
		let could_send = Self::examine_stock(order, &lately, (share, most), tell)?;
		if need.unsent() == 0 {
			tell(Error::NeedCovered)?;
		}
		let wanted = need.unsent().min(could_send);
		if wanted == 0 {
			return Ok(None);
		}
		let deadlines = Self::deadlines(&instruction.pace, need.until, now);
		let (dispatch_by, receive_by) = match deadlines {
			Ok(deadlines) => deadlines,
			Err(error) => {
				tell(error)?;
				return Ok(None);
			}
		};
		// Of the first places of its shelf.
		let search = Search {
			wanted,
			good_until: good_until(need.request.shelf_life, receive_by),
			lots: T::Transfers::most_lines().min(MAX_SENT_LOTS),
			largest: T::Transfers::largest_line(),
			places: PLACES_LOOKED_AT,
		};
		let Found { lots: lines, .. } = first_expiring::<T::AccountId, T::Shelf, T::Stock>(
			order.institution,
			instruction.class,
			&search,
		);
		if lines.is_empty() {
			tell(Error::NothingToSend)?;
			return Ok(None);
		}
		let quantity = lines.iter().map(|(_, quantity)| Total::from(*quantity)).sum();
		Ok(Some(Sending { lines, quantity, dispatch_by, receive_by, days }))
	}

	/// Whether an order could send something to somebody now.
	pub(crate) fn could_send(order: &Order) -> bool {
		let Duty::Send { share, most, days } = order.instruction.duty else { return false };
		let lately = order.lately(days, T::Trail::now());
		Self::examine_stock(order, &lately, (share, most), &mut Err).is_ok()
	}

	/// Tells why an order could send nothing to anybody now; answers with how much it could.
	pub(crate) fn examine_stock<E>(
		order: &Order,
		lately: &Lately,
		(share, most): (Percent, Quantity),
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Total, E> {
		let Instruction { class, floor, .. } = &order.instruction;
		if !T::Directory::may_act(order.institution) {
			tell(Error::GiverInactive)?;
		}
		let level = T::Levels::level(order.institution, *class);
		let above = level.available.saturating_sub(floor.units(&level));
		let sent = lately.sent.quantity;
		let by_share = part(share, above.saturating_add(sent)).saturating_sub(sent);
		let by_cap = Total::from(most).saturating_sub(sent);
		if above == 0 || (by_share == 0 && sent == 0) {
			tell(Error::BelowFloor)?;
		} else if by_cap.min(by_share) == 0 || lately.times >= MAX_SENDINGS {
			tell(Error::PeriodUsedUp)?;
		}
		Ok(by_share.min(by_cap).min(above))
	}
}

impl Sending {
	/// The transfer that carries it.
	pub(crate) fn transfer(self, order: &Order, (id, need): (NeedId, &Need)) -> NewTransfer {
		NewTransfer {
			sender: order.institution,
			receiver: need.institution,
			terms: Terms::Gift,
			source: Source::Available,
			lines: self.lines,
			dispatch_by: self.dispatch_by,
			receive_by: self.receive_by,
			serves: Some(id),
			agreed: false,
			mandate: Mandate::Consent,
		}
	}
}

impl Floor {
	/// In base units.
	pub(crate) fn units(&self, level: &Level) -> Total {
		match self {
			Self::Units(units) => (*units).into(),
			Self::Days(days) => level.daily_use.saturating_mul(Total::from(*days)).div_ceil(1_000),
		}
	}
}

/// A part of a quantity, rounded down.
fn part(share: Percent, whole: Total) -> Total {
	share.mul_floor(whole)
}
