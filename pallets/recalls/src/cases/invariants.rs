//! The invariants of cases, as the pallet's documentation numbers them.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	cases::demanded_place, Case, Cases, Config, Demand, Demands, Documents, Hold, HoldBy,
	HoldPlace, HoldSet, InCase, NextCaseId, OpenCases, Pallet, Side, MAX_ATTACHED, MAX_DEMANDS,
};
use alloc::collections::BTreeMap;
use salus_primitives::{check_invariant, CaseId, HoldKind, RegionCode};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of cases, and of the holds that are placed in them.
	pub(crate) fn check_cases(sets: &BTreeMap<HoldPlace, HoldSet>) -> Result<(), TryRuntimeError> {
		let cases: BTreeMap<CaseId, Case> = Cases::<T>::iter().collect();
		let open: BTreeMap<CaseId, RegionCode> = OpenCases::<T>::iter().collect();
		for (id, case) in &cases {
			let is_listed = match case.ended {
				None => open.get(id) == Some(&case.region),
				Some(_) => !open.contains_key(id),
			};
			check_invariant!("recalls", 8, is_listed, "a case is not listed as it stands", id);
			let is_sound = case.demands <= MAX_DEMANDS
				&& case.attached_by_supervisor <= MAX_ATTACHED
				&& case.attached_by_party <= MAX_ATTACHED;
			check_invariant!("recalls", 8, is_sound, "a case is not what it may be", id);
			let is_new = *id < NextCaseId::<T>::get();
			check_invariant!("recalls", 10, is_new, "a case has no identifier", id);
		}
		for id in open.keys() {
			let is_there = cases.contains_key(id);
			check_invariant!("recalls", 8, is_there, "an open case is not there", id);
		}
		let mut demands: BTreeMap<(CaseId, u8), Demand> = BTreeMap::new();
		for (id, number, demand) in Demands::<T>::iter() {
			let is_of_case = cases.get(&id).is_some_and(|case| number < case.demands);
			check_invariant!("recalls", 8, is_of_case, "a demand is of no case", id, number);
			demands.insert((id, number), demand);
		}
		let mut attached: BTreeMap<(CaseId, Side), u8> = BTreeMap::new();
		for (id, number, document) in Documents::<T>::iter() {
			let is_of_case = cases.get(&id).is_some_and(|case| number < case.documents());
			check_invariant!("recalls", 8, is_of_case, "a document is of no case", id, number);
			let count = attached.entry((id, document.attached_by)).or_default();
			*count = count.saturating_add(1);
		}
		for (id, case) in &cases {
			let count = demands.keys().filter(|(of, _)| of == id).count();
			let is_complete = count == usize::from(case.demands);
			check_invariant!("recalls", 8, is_complete, "a demand of a case is not there", id);
			let by = |side| attached.get(&(*id, side)).copied().unwrap_or_default();
			let is_complete = case.attached_by_supervisor == by(Side::Supervisor)
				&& case.attached_by_party == by(Side::Party);
			check_invariant!("recalls", 8, is_complete, "documents of a case are miscounted", id);
		}
		for (place, holds) in sets {
			for hold in holds {
				check_invariant!(
					"recalls",
					9,
					is_placed_in_its_case::<T>(place, hold, &cases, &demands),
					"a hold is not of the case that it names",
					place,
					hold.id
				);
			}
		}
		Ok(())
	}
}

/// Whether a hold names a case and a demand as it may. Those of a case that is forgotten are not there any
/// more.
fn is_placed_in_its_case<T: Config>(
	place: &HoldPlace,
	hold: &Hold,
	cases: &BTreeMap<CaseId, Case>,
	demands: &BTreeMap<(CaseId, u8), Demand>,
) -> bool {
	let Some(InCase { case: id, demand }) = hold.case else { return true };
	let is_supervisors = matches!(hold.by, HoldBy::Supervisor(_) | HoldBy::Governance);
	let is_demand = hold.kind == HoldKind::CountDemanded;
	let may_be_of_case = is_supervisors
		&& hold.extent.is_whole()
		&& id < NextCaseId::<T>::get()
		&& demand.is_some() == is_demand;
	let Some(case) = cases.get(&id).filter(|_| is_demand) else { return may_be_of_case };
	let known = demand.and_then(|number| demands.get(&(id, number)));
	let is_of_demand = |demand: &Demand| {
		let is_of_place = *place == demanded_place(case, demand.lot);
		is_of_place && demand.hold == hold.id && demand.counted.is_none()
	};
	may_be_of_case && known.is_some_and(is_of_demand)
}
