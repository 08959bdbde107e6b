//! The call `decide_plan`.

use crate::{Config, Error, Event, Goods, LineOrder, LineOrders, Pallet, Plan, WeightInfo};
use frame_support::{traits::Get, weights::Weight};
use salus_primitives::{Act, Action, Actor, Moment, PlanId, Step, Trail, Transfers};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What deciding a plan weighs at most.
	pub(crate) fn most_of_deciding(lines: &LineOrders) -> Weight {
		let entered = T::WeightInfo::decide_plan(lines.len() as u32);
		let (_, first) = Self::lines_within(lines, T::AtOnce::get());
		entered.saturating_add(T::WeightInfo::carry_out()).saturating_add(first)
	}

	/// How many lines, from the first one on, can be carried out within a weight, and what they weigh at
	/// most.
	pub(crate) fn lines_within<'a>(
		lines: impl IntoIterator<Item = &'a LineOrder>,
		room: Weight,
	) -> (u32, Weight) {
		let (mut count, mut weight) = (0u32, Weight::zero());
		for line in lines {
			let more = weight.saturating_add(Self::most_of_line(&line.goods));
			if more.any_gt(room) {
				break;
			}
			(count, weight) = (count.saturating_add(1), more);
		}
		(count, weight)
	}

	/// What carrying out a line weighs at most.
	pub(crate) fn most_of_line(goods: &Goods) -> Weight {
		let lots = match goods {
			Goods::Lot(_) => 1,
			Goods::Class(_) => T::Transfers::most_lines(),
		};
		Self::weight_of_finding(goods).saturating_add(T::Transfers::weight_of_making(lots))
	}

	/// What carrying out a line weighs besides making the transfer.
	pub(crate) fn weight_of_finding(goods: &Goods) -> Weight {
		match goods {
			Goods::Lot(_) => T::WeightInfo::line_by_lot(),
			Goods::Class(_) => T::WeightInfo::line_by_class(),
		}
	}

	/// Answers with what it cost.
	pub(crate) fn do_decide_plan(
		actor: Actor<T::AccountId>,
		lines: LineOrders,
		dispatch_by: Moment,
		receive_by: Moment,
	) -> Result<Weight, DispatchError> {
		Self::examine_form(&lines, (dispatch_by, receive_by), &mut |_, error| Err(error))?;
		let arguments = (&lines, dispatch_by, receive_by);
		let mut step = Step::new(Act::by(actor), Action::PlanDecided, &arguments);
		let id = Self::enter_plan(&mut step, &lines, (dispatch_by, receive_by))?;

		let mut step = Step::new(Act::by(Actor::Plan(id)), Action::LinesCarriedOut, &arguments);
		let (first, _) = Self::lines_within(&lines, T::AtOnce::get());
		let plan = Self::load(id)?;
		let carried_out = Self::carry_out_lines(&mut step, (id, plan), &lines, first)?;
		Ok(T::WeightInfo::decide_plan(lines.len() as u32).saturating_add(carried_out))
	}

	/// Enters a plan of which nothing is carried out yet.
	pub(crate) fn enter_plan(
		step: &mut Step<T::AccountId>,
		lines: &LineOrders,
		(dispatch_by, receive_by): (Moment, Moment),
	) -> Result<PlanId, DispatchError> {
		let id = Self::take_plan_id()?;
		let count = lines.len() as u32;
		let plan = Plan {
			dispatch_by,
			receive_by,
			lines: count,
			carried_out: 0,
			archived: 0,
			decided_at: T::Trail::now(),
			newest_record: None,
		};
		Self::put_orders(id, lines);
		Self::save(step, id, plan)?;
		Self::deposit_event(Event::PlanDecided { plan: id, lines: count });
		Ok(id)
	}

	/// Tells everything that is wrong with a plan whatever the stock, with the line that it stands at, and
	/// stops as soon as `tell` fails.
	pub(crate) fn examine_form<E>(
		lines: &[LineOrder],
		(dispatch_by, receive_by): (Moment, Moment),
		tell: &mut impl FnMut(Option<u32>, Error<T>) -> Result<(), E>,
	) -> Result<(), E> {
		if lines.is_empty() {
			tell(None, Error::NoLines)?;
		}
		match dispatch_by.checked_sub(T::Trail::now()) {
			None => tell(None, Error::DeadlinePassed)?,
			Some(reserved) if reserved > T::Transfers::longest_reservation() => {
				tell(None, Error::ReservationTooLong)?
			}
			Some(_) => {}
		}
		let (shortest, longest) = T::Transfers::transit();
		match receive_by.checked_sub(dispatch_by) {
			None => tell(None, Error::DeadlinesReversed)?,
			Some(transit) if transit < shortest => tell(None, Error::TransitTooShort)?,
			Some(transit) if transit > longest => tell(None, Error::TransitTooLong)?,
			Some(_) => {}
		}
		for (number, line) in (0u32..).zip(lines) {
			if line.quantity == 0 {
				tell(Some(number), Error::ZeroQuantity)?;
			}
			if line.giver == line.receiver {
				tell(Some(number), Error::SameInstitution)?;
			}
		}
		Ok(())
	}
}
