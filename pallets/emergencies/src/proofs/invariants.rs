//! The invariant of candidates, as the pallet's documentation numbers it.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	allocations::{may_go, problem_of},
	Allocations, AskedBy, Candidates, Config, Distances, GivenBy, Pallet, Stage,
};
use alloc::vec;
use salus_analysis::transport::{Price, Proof, Verifier};
use salus_primitives::{check_invariant, AllocationId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariant of candidates.
	pub(crate) fn check_candidates() -> Result<(), TryRuntimeError> {
		for (id, allocation) in Allocations::<T>::iter() {
			let Stage::Deciding { decide_by, asked } = allocation.stage else {
				let is_none = !Candidates::<T>::contains_key(id);
				check_invariant!("emergencies", 12, is_none, "a plan stands out of turn", id);
				continue;
			};
			let is_in_time = allocation.opened_at < decide_by && decide_by <= allocation.release_at;
			check_invariant!("emergencies", 12, is_in_time, "a plan comes too late", id, decide_by);
			let is_known = allocation.fingerprint.is_some() && allocation.method.is_none();
			check_invariant!("emergencies", 12, is_known, "a plan answers no question", id);
			let stands = Candidates::<T>::contains_key(id) == asked.is_some();
			check_invariant!("emergencies", 12, stands, "a plan is asked about that is none", id);
			if let Some(asked) = asked {
				check_candidate::<T>(id, asked)?;
			}
		}
		for id in Candidates::<T>::iter_keys() {
			let is_stored = Allocations::<T>::contains_key(id);
			check_invariant!("emergencies", 12, is_stored, "a plan is of no allocation", id);
		}
		Ok(())
	}
}

/// Checks that a plan which stands takes no more than there is, and goes over pairs alone.
fn check_candidate<T: Config>(id: AllocationId, asked: u16) -> Result<(), TryRuntimeError> {
	let lines = Candidates::<T>::get(id).unwrap_or_default();
	let (needs, offers) = (AskedBy::<T>::get(id), GivenBy::<T>::get(id));
	let is_within = asked == 0 || usize::from(asked) < lines.len();
	check_invariant!("emergencies", 12, is_within, "more was asked about than there is", id);
	let are_paired = lines.iter().all(|line| may_go(&offers, line.pair()));
	check_invariant!("emergencies", 12, are_paired, "a plan goes over no pair", id);
	// Without prices, all that is checked are quantities and their order.
	let (of_supplies, of_demands) = (vec![Price(0); offers.len()], vec![Price(0); needs.len()]);
	let proof = Proof { flows: &lines, supply_prices: &of_supplies, demand_prices: &of_demands };
	let is_plan = problem_of(&needs, &offers, &Distances::<T>::get(id))
		.is_ok_and(|problem| Verifier::new(&problem, proof).is_ok());
	check_invariant!("emergencies", 12, is_plan, "a plan is none for what there is", id);
	Ok(())
}
