//! Standing orders.
//!
//! All reads and writes of [`NextOrderId`], [`Orders`], [`OrdersOf`], [`OrdersByClass`] and [`OrderBounds`] go
//! through this file; only `try_state` iterates over them itself.

use crate::{
	Config, Duty, Error, Instruction, Lately, NextOrderId, Order, OrderBounds, Orders,
	OrdersByClass, OrdersOf, Pallet, Sent, SHORTEST_OFFER,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	time::{period_of, DAY, LONGEST_PERIOD},
	Catalogue, InstitutionId, Moment, NeedId, OrderId, RecordId, Severity, Step, Subject, Total,
	Trail,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The standing order under `id`.
	pub(crate) fn load_order(id: OrderId) -> Result<Order, Error<T>> {
		Orders::<T>::get(id).ok_or(Error::OrderNotFound)
	}

	/// Records the step on the order, and writes it.
	pub(crate) fn save_order(
		step: &mut Step<T::AccountId>,
		id: OrderId,
		mut order: Order,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Order(id), &mut order.newest_record)?;
		Orders::<T>::insert(id, order);
		Ok(())
	}

	/// Enters a standing order.
	pub(crate) fn add_order(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
		instruction: Instruction,
	) -> Result<OrderId, DispatchError> {
		Self::check_instruction(&instruction)?;
		let id = NextOrderId::<T>::get();
		NextOrderId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		OrdersOf::<T>::try_mutate(institution, |listed| {
			listed.try_push(id).map_err(|_| Error::<T>::TooManyOrders)
		})?;
		OrdersByClass::<T>::insert(instruction.class, id, ());
		let (paused, lately, ended, newest_record) = (false, Lately::default(), None, None);
		let order = Order { institution, instruction, paused, lately, ended, newest_record };
		Self::save_order(step, id, order)?;
		Ok(id)
	}

	/// Refuses an instruction that could never do anything, or asks for what may not be.
	fn check_instruction(instruction: &Instruction) -> Result<(), Error<T>> {
		ensure!(T::Catalogue::unit(instruction.class).is_some(), Error::<T>::ClassNotFound);
		Self::check_scope(&instruction.scope)?;
		Self::check_pace(&instruction.pace)?;
		match instruction.duty {
			Duty::Send { share, most, days } => {
				ensure!(most > 0 && !share.is_zero(), Error::<T>::ZeroQuantity);
				ensure!((1..=LONGEST_PERIOD).contains(&days), Error::<T>::InvalidPeriod);
			}
			Duty::Offer { within, open, least } => {
				ensure!(least > 0, Error::<T>::ZeroQuantity);
				ensure!((1..=LONGEST_PERIOD).contains(&within), Error::<T>::InvalidPeriod);
				ensure!(open >= SHORTEST_OFFER, Error::<T>::InvalidPeriod);
				let time = DAY.saturating_mul(open.into());
				ensure!(time <= T::MaxOfferTime::get(), Error::<T>::TooLong);
			}
		}
		Ok(())
	}

	/// Ends a standing order. The caller saves it.
	pub(crate) fn end_order(id: OrderId, order: &mut Order) {
		OrdersByClass::<T>::remove(order.instruction.class, id);
		OrdersOf::<T>::mutate_exists(order.institution, |listed| {
			let rest = listed.take().map(|mut listed| {
				listed.retain(|other| *other != id);
				listed
			});
			*listed = rest.filter(|rest| !rest.is_empty());
		});
		order.ended = Some(T::Trail::now());
	}

	/// The standing order under `id`, if it acts.
	pub(crate) fn acting_order(id: OrderId) -> Result<Order, Error<T>> {
		let order = Self::load_order(id)?;
		ensure!(order.ended.is_none(), Error::<T>::Ended);
		ensure!(!order.paused, Error::<T>::OrderPaused);
		Ok(order)
	}

	/// Gives an order back what it sent to a need by a transfer that never left, if that was in the newest
	/// period in which it sent something. It sends that need nothing more in the period.
	pub(crate) fn give_back(
		step: &mut Step<T::AccountId>,
		id: OrderId,
		need: NeedId,
		sent: Sent,
	) -> DispatchResult {
		let Some(mut order) = Orders::<T>::get(id) else { return Ok(()) };
		let Lately { sent: counted, turned_down, .. } = &mut order.lately;
		if counted.period == sent.period {
			counted.quantity = counted.quantity.saturating_sub(sent.quantity);
			// There is room for as many as an order makes transfers.
			if !turned_down.contains(&need) && turned_down.try_push(need).is_err() {
				frame_support::defensive!("an order was turned down more often than it sent");
			}
			Self::save_order(step, id, order)?;
		}
		Ok(())
	}

	/// How grave an emergency must be at least for an order to act; `None` for one that is not bound.
	pub(crate) fn bound_of_order(id: OrderId) -> Option<Severity> {
		OrderBounds::<T>::get(id)
	}

	/// Binds an order, or frees it.
	pub(crate) fn set_bound(id: OrderId, during: Option<Severity>) {
		OrderBounds::<T>::set(id, during);
	}

	/// Removes an order that ended and whose newest record is pruned, with its bound.
	pub(crate) fn remove_order(
		id: OrderId,
		is_pruned: impl Fn(RecordId) -> bool,
	) -> DispatchResult {
		let order = Self::load_order(id)?;
		Self::ensure_forgettable(order.ended.is_some(), order.newest_record, is_pruned)?;
		Orders::<T>::remove(id);
		Self::set_bound(id, None);
		Ok(())
	}
}

impl Order {
	/// What it did in the period of `days` days in which `now` is.
	pub(crate) fn lately(&self, days: u16, now: Moment) -> Lately {
		let period = period_of(days, now);
		if self.lately.sent.period == period {
			self.lately.clone()
		} else {
			Lately { sent: Sent { period, quantity: 0 }, ..Lately::default() }
		}
	}

	/// Counts what it sends now.
	pub(crate) fn count_sent(&mut self, days: u16, now: Moment, quantity: Total) {
		self.lately = self.lately(days, now);
		self.lately.times = self.lately.times.saturating_add(1);
		self.lately.sent.quantity = self.lately.sent.quantity.saturating_add(quantity);
	}
}
