//! What clients read of emergencies beside the storage itself.

use crate::{Config, Emergency, Pallet};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use salus_primitives::{EmergencyId, Trail, LONGEST_ANSWER};
use scale_info::TypeInfo;

/// An emergency, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct EmergencyView {
	/// As it is stored.
	pub emergency: Emergency,
	/// Whether it is in force now, for the pairs that it covers.
	pub in_force: bool,
}

/// Emergencies, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct EmergencyPage {
	pub emergencies: Vec<(EmergencyId, EmergencyView)>,
	/// The emergency behind which the next page begins; `None` when this page is the last.
	pub next: Option<EmergencyId>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_emergency(id: EmergencyId) -> Option<EmergencyView> {
		let emergency = Self::load_emergency(id).ok()?;
		let in_force = emergency.is_in_force(T::Trail::now());
		Some(EmergencyView { emergency, in_force })
	}

	pub(crate) fn view_emergencies(after: Option<EmergencyId>, limit: u32) -> EmergencyPage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let end = Self::next_emergency_id().0;
		let first = after.map_or(0, |after| after.0.saturating_add(1));
		let mut emergencies = Vec::new();
		let mut last = after;
		for id in (first..end).take(LONGEST_ANSWER as usize).map(EmergencyId) {
			last = Some(id);
			emergencies.extend(Self::view_emergency(id).map(|view| (id, view)));
			if emergencies.len() == limit {
				break;
			}
		}
		let next = last.filter(|last| last.0.saturating_add(1) < end);
		EmergencyPage { emergencies, next }
	}
}
