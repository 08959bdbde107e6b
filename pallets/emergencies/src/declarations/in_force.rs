//! Which emergencies are in force, as rules and standing orders ask for them.

use crate::{Config, Pallet, WeightInfo};
use frame_support::weights::Weight;
use salus_primitives::{ClassId, Emergencies, Geography, RegionCode, Severity, Trail};

impl<T: Config> Emergencies for Pallet<T> {
	fn severity(region: &RegionCode, class: ClassId) -> Option<Severity> {
		let now = T::Trail::now();
		let lineage = T::Geography::lineage(region);
		let in_force = lineage.iter().filter_map(|place| Self::counting(place, class, now));
		in_force.map(|emergency| emergency.declaration.severity).max()
	}

	fn weight_of_severity() -> Weight {
		T::WeightInfo::severity()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn put_in_force(region: &RegionCode, class: ClassId) {
		crate::benchmarking::put_in_force::<T>(region, class);
	}
}
