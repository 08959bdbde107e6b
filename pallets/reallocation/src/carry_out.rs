//! The call `carry_out`, and how a line is carried out, whoever has it done.
//!
//! Lines are carried out in the order of the plan: what an earlier line takes is not there for a later
//! one. Each is carried out wholly or not at all, and one that cannot be does not hold up the next.

use crate::{
	Call, Config, Error, Event, Goods, LineOrder, Outcome, Pallet, Plan, WeightInfo, MAX_STEP,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	traits::Contains,
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use salus_primitives::{
	Act, Action, Actor, ClassId, LotId, Mandate, NewTransfer, NotMade, PlanId, Quantity, Source,
	Step, Terms, Transfers,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What carrying out `lines` lines weighs at most.
	pub(crate) fn most_of_carrying_out(lines: u32) -> Weight {
		let each = Self::most_of_any_line().saturating_mul(lines.into());
		T::WeightInfo::carry_out().saturating_add(each)
	}

	/// What carrying out any line weighs at most.
	pub(crate) fn most_of_any_line() -> Weight {
		Self::most_of_line(&Goods::Lot(LotId(0))).max(Self::most_of_line(&Goods::Class(ClassId(0))))
	}

	/// How many lines a call that asks for `most` carries out at most.
	pub(crate) fn lines_of_call(most: u32) -> u32 {
		most.clamp(1, MAX_STEP)
	}

	/// Answers with what it cost.
	pub(crate) fn do_carry_out(id: PlanId, most: u32) -> Result<Weight, DispatchError> {
		let plan = Self::load(id)?;
		ensure!(plan.carried_out < plan.lines, Error::<T>::NothingToDo);
		let mut step = Self::step_of(id, &(id, most));
		Self::carry_out_lines(&mut step, (id, plan), &Self::orders(id), Self::lines_of_call(most))
	}

	/// A step of carrying a plan out.
	fn step_of(id: PlanId, arguments: &impl Encode) -> Step<T::AccountId> {
		Step::new(Act::by(Actor::Plan(id)), Action::LinesCarriedOut, arguments)
	}

	/// Carries on with what waits, the oldest plan first, as long as there is room.
	pub(crate) fn carry_on(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::look()).is_err() || !Self::may_carry_on() {
			return;
		}
		let (first, end) = (Self::first_unfinished(), Self::next_plan_id());
		let mut id = first;
		while id < end && meter.try_consume(T::WeightInfo::look()).is_ok() {
			let plan = Self::load(id).ok().filter(|plan| plan.carried_out < plan.lines);
			match plan.map_or(Some(0), |plan| Self::carry_on_with(id, plan, meter)) {
				Some(0) => {}
				Some(_) => continue,
				None => break,
			}
			let Some(next) = id.next() else { break };
			id = next;
		}
		if id > first {
			Self::set_first_unfinished(id);
		}
	}

	/// What nobody may call is not done by itself either: in the safe mode nobody could dispatch, withdraw or
	/// release what would be reserved.
	fn may_carry_on() -> bool {
		let call = Call::<T>::carry_out { plan: Self::first_unfinished(), most: MAX_STEP };
		T::BaseCallFilter::contains(&call.into())
	}

	/// Carries out as many lines of a plan as there is room for. Answers with how many wait still; with nothing
	/// when there is no room for a line.
	fn carry_on_with(id: PlanId, plan: Plan, meter: &mut WeightMeter) -> Option<u32> {
		// The orders are read whether there is room for a line or not.
		meter.try_consume(T::WeightInfo::carry_out()).ok()?;
		let orders = Self::orders(id);
		let waiting = orders.iter().skip(plan.carried_out as usize);
		let (lines, _) = Self::lines_within(waiting, meter.remaining());
		if lines == 0 {
			return None;
		}
		let waits = plan.lines.saturating_sub(plan.carried_out).saturating_sub(lines);
		let mut step = Self::step_of(id, &(id, plan.carried_out, lines));
		let carried_out =
			with_storage_layer(|| Self::carry_out_lines(&mut step, (id, plan), &orders, lines));
		let Ok(weight) = carried_out else {
			defensive!("a step without a claimed time is recorded");
			return None;
		};
		// Of this, the call's own part is paid already.
		meter.consume(weight.saturating_sub(T::WeightInfo::carry_out()));
		Some(waits)
	}

	/// Carries out the next lines of a plan, `most` at most. Answers with what it cost.
	pub(crate) fn carry_out_lines(
		step: &mut Step<T::AccountId>,
		(id, mut plan): (PlanId, Plan),
		orders: &[LineOrder],
		most: u32,
	) -> Result<Weight, DispatchError> {
		let mut weight = T::WeightInfo::carry_out();
		let waiting = (0u32..).zip(orders).skip(plan.carried_out as usize).take(most as usize);
		for (line, order) in waiting {
			let (outcome, cost) = Self::carry_out_line(step, (id, line), &plan, order);
			Self::put_outcome(id, line, &outcome);
			Self::tell_of(id, line, outcome);
			weight = weight.saturating_add(cost);
			plan.carried_out = line.saturating_add(1);
		}
		let is_finished = plan.carried_out >= plan.lines;
		Self::save(step, id, plan)?;
		if is_finished {
			Self::deposit_event(Event::PlanCarriedOut { plan: id });
		}
		Ok(weight)
	}

	/// Carries out one line. Answers with what became of it, which is still to be entered, and with what it
	/// cost.
	pub(crate) fn carry_out_line(
		step: &Step<T::AccountId>,
		place: (PlanId, u32),
		plan: &Plan,
		order: &LineOrder,
	) -> (Outcome, Weight) {
		// What a step recorded of a line that fails is rolled back, so every line has its own.
		let mut step = step.clone();
		let made = with_storage_layer(|| Self::make_transfer(&mut step, place, plan, order));
		match made {
			Ok((outcome, making)) => {
				(outcome, Self::weight_of_finding(&order.goods).saturating_add(making))
			}
			Err(NotMade { error, unmet }) => {
				(Outcome::Refused { error, unmet }, Self::most_of_line(&order.goods))
			}
		}
	}

	/// Makes the transfer of a line. Answers with what the line comes to, and with what making the transfer
	/// cost.
	fn make_transfer(
		step: &mut Step<T::AccountId>,
		(id, line): (PlanId, u32),
		plan: &Plan,
		order: &LineOrder,
	) -> Result<(Outcome, Weight), NotMade> {
		let (lots, short) =
			Self::find_goods(order, plan.receive_by).map_err(DispatchError::from)?;
		// No more than the line asks for.
		let quantity = lots.iter().fold(0, |sum: Quantity, (_, part)| sum.saturating_add(*part));
		let made = T::Transfers::make(step, new_transfer(order, plan, lots))?;
		Self::bind(made.id, id, line);
		let yielded = BoundedVec::truncate_from(made.yielded);
		Ok((Outcome::Made { transfer: made.id, quantity, short, yielded }, made.weight))
	}

	/// Tells what became of a line that was carried out.
	pub(crate) fn tell_of(plan: PlanId, line: u32, outcome: Outcome) {
		match outcome {
			Outcome::Made { transfer, quantity, yielded, .. } => {
				Self::deposit_event(Event::LineMade { plan, line, transfer, quantity });
				for rule in yielded {
					Self::deposit_event(Event::RuleYielded { plan, line, rule });
				}
			}
			Outcome::Refused { error, unmet } => {
				Self::deposit_event(Event::LineRefused { plan, line, error, unmet });
			}
			// Nothing becomes of a transfer while it is made.
			Outcome::Unsent { .. } => {}
		}
	}
}

/// The transfer that carries out a line.
pub(crate) fn new_transfer(
	order: &LineOrder,
	plan: &Plan,
	lines: Vec<(LotId, Quantity)>,
) -> NewTransfer {
	NewTransfer {
		sender: order.giver,
		receiver: order.receiver,
		terms: Terms::Gift,
		source: Source::Available,
		lines,
		dispatch_by: plan.dispatch_by,
		receive_by: plan.receive_by,
		serves: order.serves,
		agreed: true,
		mandate: Mandate::Decision,
	}
}
