//! The invariants, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	Archived, Bound, Config, FirstUnfinished, LineOrder, NextPlanId, Orders, Outcome, Outcomes,
	Pallet, Plan, Plans, MAX_LINES,
};
use alloc::collections::BTreeMap;
use salus_primitives::{broken_invariant, check_invariant, PlanId, Total, TransferId, Transfers};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let next = NextPlanId::<T>::get();
		let first = FirstUnfinished::<T>::get();
		check_invariant!(
			"reallocation",
			5,
			first <= next,
			"the first unfinished plan is not there",
			first
		);
		let mut made: BTreeMap<TransferId, (PlanId, u32)> = BTreeMap::new();
		for (id, plan) in Plans::<T>::iter() {
			check_invariant!("reallocation", 1, id < next, "a plan is not below the next", id);
			check_plan::<T>(id, &plan)?;
			let waits = plan.carried_out < plan.lines;
			let is_known = !waits || id >= first;
			check_invariant!("reallocation", 5, is_known, "a plan waits before the first", id);
			check_lines::<T>(id, &plan, &mut made)?;
		}
		for id in Orders::<T>::iter_keys() {
			let known = Plans::<T>::contains_key(id);
			check_invariant!("reallocation", 1, known, "orders belong to no plan", id);
		}
		for (id, line) in Outcomes::<T>::iter_keys() {
			let plan = Plans::<T>::get(id);
			let known = plan.is_some_and(|plan| (plan.archived..plan.carried_out).contains(&line));
			check_invariant!(
				"reallocation",
				2,
				known,
				"a line has an outcome too soon or too late",
				id,
				line
			);
		}
		let bound: BTreeMap<_, _> = Bound::<T>::iter().collect();
		check_invariant!(
			"reallocation",
			3,
			bound == made,
			"what is bound is not what was made",
			bound,
			made
		);
		for id in Archived::<T>::iter_keys() {
			check_invariant!(
				"reallocation",
				6,
				id < next,
				"an archived plan is not below the next",
				id
			);
			let removed = !Plans::<T>::contains_key(id);
			check_invariant!("reallocation", 6, removed, "an archived plan is stored", id);
		}
		Ok(())
	}
}

fn check_plan<T: Config>(id: PlanId, plan: &Plan) -> Result<(), TryRuntimeError> {
	let orders = Orders::<T>::get(id);
	let counted = orders.len() as u32 == plan.lines && (1..=MAX_LINES).contains(&plan.lines);
	check_invariant!("reallocation", 1, counted, "a plan has not as many orders as lines", id);
	let sound = |order: &LineOrder| order.quantity > 0 && order.giver != order.receiver;
	check_invariant!("reallocation", 1, orders.iter().all(sound), "an order moves nothing", id);
	let in_order = plan.archived <= plan.carried_out && plan.carried_out <= plan.lines;
	check_invariant!("reallocation", 1, in_order, "more is archived than was carried out", id);
	Ok(())
}

/// Checks the lines of a plan that are carried out, and enters the transfers that were made.
fn check_lines<T: Config>(
	id: PlanId,
	plan: &Plan,
	made: &mut BTreeMap<TransferId, (PlanId, u32)>,
) -> Result<(), TryRuntimeError> {
	let orders = Orders::<T>::get(id);
	for (line, order) in (0u32..).zip(&orders) {
		if !(plan.archived..plan.carried_out).contains(&line) {
			continue;
		}
		let outcome = Outcomes::<T>::get(id, line);
		let outcome = outcome.ok_or_else(|| {
			broken_invariant!(
				"reallocation",
				2,
				"a line was carried out without an outcome",
				id,
				line
			)
		})?;
		let Outcome::Made { transfer, quantity, .. } = outcome else { continue };
		let twice = made.insert(transfer, (id, line));
		check_invariant!("reallocation", 3, twice.is_none(), "a transfer was made twice", id, line);
		let within = quantity <= order.quantity;
		check_invariant!("reallocation", 4, within, "more was reserved than was decided", id, line);
		let Some(pending) = T::Transfers::pending(transfer) else { continue };
		let is_the_line = pending.agreed
			&& pending.sender == order.giver
			&& pending.receiver == order.receiver
			&& pending.quantity == Total::from(quantity);
		check_invariant!(
			"reallocation",
			4,
			is_the_line,
			"what is reserved is not what the line says",
			id,
			line,
			pending
		);
	}
	Ok(())
}
