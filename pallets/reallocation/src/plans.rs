//! Plans, their orders, and what became of them.
//!
//! All reads and writes of [`NextPlanId`], [`FirstUnfinished`], [`Plans`], [`Orders`], [`Outcomes`],
//! [`Bound`] and [`Archived`] go through this file; only `try_state` iterates over them itself. What holds
//! of them, besides the invariants of the pallet: a plan is written only together with a record on its
//! trail, which the plan then names as its newest.

use crate::{
	Archived, Bound, Config, Error, FirstUnfinished, LineOrder, LineOrders, NextPlanId, Orders,
	Outcome, Outcomes, Pallet, Plan, Plans, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{Decisions, PlanId, RecordId, Step, Subject, Subjects, Trail, TransferId};

impl<T: Config> Pallet<T> {
	/// The plan under `id`.
	pub(crate) fn load(id: PlanId) -> Result<Plan, Error<T>> {
		Plans::<T>::get(id).ok_or_else(|| {
			if Archived::<T>::contains_key(id) {
				Error::PlanArchived
			} else {
				Error::PlanNotFound
			}
		})
	}

	/// Takes the next identifier.
	pub(crate) fn take_plan_id() -> Result<PlanId, Error<T>> {
		let id = NextPlanId::<T>::get();
		NextPlanId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Ok(id)
	}

	/// The identifier of the next plan.
	pub(crate) fn next_plan_id() -> PlanId {
		NextPlanId::<T>::get()
	}

	/// The first plan that may have lines which wait.
	pub(crate) fn first_unfinished() -> PlanId {
		FirstUnfinished::<T>::get()
	}

	/// No plan before `id` has lines that wait.
	pub(crate) fn set_first_unfinished(id: PlanId) {
		FirstUnfinished::<T>::put(id);
	}

	/// Records the step on the plan and writes it.
	pub(crate) fn save(
		step: &mut Step<T::AccountId>,
		id: PlanId,
		mut plan: Plan,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Plan(id), &mut plan.newest_record)?;
		Plans::<T>::insert(id, plan);
		Ok(())
	}

	/// Writes the orders of a new plan.
	pub(crate) fn put_orders(id: PlanId, orders: &LineOrders) {
		Orders::<T>::insert(id, orders);
	}

	/// The orders of a plan.
	pub(crate) fn orders(id: PlanId) -> LineOrders {
		Orders::<T>::get(id)
	}

	/// What became of a line; `None` while it waits, and once it is archived.
	pub(crate) fn outcome(id: PlanId, line: u32) -> Option<Outcome> {
		Outcomes::<T>::get(id, line)
	}

	/// Enters what became of a line.
	pub(crate) fn put_outcome(id: PlanId, line: u32, outcome: &Outcome) {
		Outcomes::<T>::insert(id, line, outcome);
	}

	/// Enters which line a transfer carries out.
	pub(crate) fn bind(transfer: TransferId, id: PlanId, line: u32) {
		Bound::<T>::insert(transfer, (id, line));
	}

	/// Which line a transfer carries out, if it carries out one.
	pub(crate) fn bound(transfer: TransferId) -> Option<(PlanId, u32)> {
		Bound::<T>::get(transfer)
	}

	/// A transfer carries out no line any more.
	pub(crate) fn unbind(transfer: TransferId) {
		Bound::<T>::remove(transfer);
	}

	/// Some lines of a plan with what became of each.
	pub(crate) fn lines(id: PlanId, first: u32, most: u32) -> Vec<(u32, LineOrder, Outcome)> {
		let orders = Self::orders(id).into_iter().zip(0u32..);
		let some = orders.skip(first as usize).take(most as usize);
		some.filter_map(|(order, line)| Some((line, order, Self::outcome(id, line)?))).collect()
	}

	/// Removes a line.
	pub(crate) fn remove_line(id: PlanId, line: u32, outcome: &Outcome) {
		if let Outcome::Made { transfer, .. } = outcome {
			Self::unbind(*transfer);
		}
		Outcomes::<T>::remove(id, line);
	}

	/// Records the step on a plan without lines, removes it, and leaves the record in its place.
	pub(crate) fn put_away(
		step: &mut Step<T::AccountId>,
		id: PlanId,
		plan: Plan,
	) -> DispatchResult {
		let mut newest = plan.newest_record;
		T::Trail::record(step, Subject::Plan(id), &mut newest)?;
		Plans::<T>::remove(id);
		Orders::<T>::remove(id);
		if let Some(newest) = newest {
			Archived::<T>::insert(id, newest);
		}
		Ok(())
	}

	/// The newest record of an archived plan.
	pub(crate) fn archived(id: PlanId) -> Option<RecordId> {
		Archived::<T>::get(id)
	}

	/// Removes what is left of an archived plan.
	pub(crate) fn remove_archived(id: PlanId) {
		Archived::<T>::remove(id);
	}
}

impl<T: Config> Decisions for Pallet<T> {
	fn binds(transfer: TransferId) -> bool {
		Self::bound(transfer).is_some()
	}

	fn weight_of_binding() -> Weight {
		T::WeightInfo::ask()
	}
}

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Plan(id) => match Plans::<T>::get(id) {
				Some(plan) => plan.newest_record,
				None => Self::archived(*id),
			},
			_ => None,
		}
	}
}
