//! The stock of a class in a region: what the institutions there, and in its parts, have and use.

use crate::{levels, Config, Institutions, LevelView, NextInstitutionId, Pallet, RegionStock};
use alloc::{collections::BTreeMap, vec::Vec};
use salus_primitives::{
	ClassId, Geography, InstitutionId, Level, RegionCode, Trail, LONGEST_ANSWER,
};

impl<T: Config> Pallet<T> {
	/// The page ends when it lists `limit` institutions, and when [`LONGEST_ANSWER`] have been looked at.
	pub(crate) fn view_region_stock(
		region: RegionCode,
		class: ClassId,
		from: Option<InstitutionId>,
		limit: u32,
	) -> RegionStock {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let now = T::Trail::now();
		let end = NextInstitutionId::<T>::get();
		let mut lies_within = BTreeMap::new();
		let mut levels = Vec::new();
		let mut next = from.unwrap_or_default();
		for _ in 0..LONGEST_ANSWER {
			if next >= end || levels.len() == limit {
				break;
			}
			let institution = next;
			next = InstitutionId(institution.0.saturating_add(1));
			let level = levels::at::<T>(institution, class, now);
			if level == Level::default() {
				continue;
			}
			let Some(entry) = Institutions::<T>::get(institution) else { continue };
			let within = lies_within
				.entry(entry.region.clone())
				.or_insert_with(|| Self::lineage(&entry.region).contains(&region));
			if *within {
				levels.push((institution, LevelView::from(level)));
			}
		}
		RegionStock { levels, next: (next < end).then_some(next) }
	}
}
