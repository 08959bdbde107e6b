//! What clients read of cases beside the storage itself.

use crate::{
	cases::demanded_place, overdue::days_overdue, Case, CaseDocument, Config, Demand, Pallet,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use salus_primitives::{CaseId, Geography, RegionCode, Trail, LONGEST_ANSWER};
use scale_info::TypeInfo;

/// Open cases, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CasePage {
	pub cases: Vec<(CaseId, Case)>,
	/// The case behind which the next page begins; `None` when this page is the last.
	pub next: Option<CaseId>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_case_documents(id: CaseId) -> Vec<(u8, CaseDocument)> {
		Self::load_case(id).map(|case| Self::documents_of(id, &case)).unwrap_or_default()
	}

	pub(crate) fn view_case_demands(id: CaseId) -> Vec<(u8, Demand, Option<u32>)> {
		let Ok(case) = Self::load_case(id) else { return Vec::new() };
		let now = T::Trail::now();
		let overdue = |demand: &Demand| {
			let place = demanded_place(&case, demand.lot);
			let is_demanded =
				demand.counted.is_none() && Self::load_hold(&place, demand.hold).is_ok();
			is_demanded.then(|| days_overdue(demand.by, now)).flatten()
		};
		let demands = Self::demands_of(id, &case).into_iter();
		demands.map(|(number, demand)| (number, demand, overdue(&demand))).collect()
	}

	pub(crate) fn view_open_cases(
		region: RegionCode,
		after: Option<CaseId>,
		limit: u32,
	) -> CasePage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let entries = Self::open_behind(after);
		let is_end = (entries.len() as u32) < LONGEST_ANSWER;
		let mut cases = Vec::new();
		let mut last = None;
		for (id, opened_in) in entries {
			if cases.len() == limit {
				return CasePage { cases, next: last };
			}
			last = Some(id);
			if T::Geography::lineage(&opened_in).contains(&region) {
				cases.extend(Self::load_case(id).ok().map(|case| (id, case)));
			}
		}
		CasePage { cases, next: last.filter(|_| !is_end) }
	}
}
