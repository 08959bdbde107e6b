//! With which origin a proposal runs, and who accepts it.

use crate::{
	mock::*, EnsureAccreditation, EnsureEmergency, EnsureReallocation, EnsureRegulation, Origin,
};
use frame_support::traits::{EnsureOrigin, OriginTrait};
use salus_primitives::{Actor, Authority, Track};

const ORIGINS: [Origin; 4] =
	[Origin::Accreditation, Origin::Regulation, Origin::Reallocation, Origin::Emergency];

#[test]
fn every_track_has_its_origin_but_that_of_upgrades() {
	for track in Track::ALL {
		let origin = Origin::of(track);
		assert_eq!(origin.is_none(), track == Track::Upgrade);
		assert!(origin.is_none_or(|origin| origin.track() == track));
	}
}

/// Accepts the origin at one place of [`ORIGINS`], as the assembly's, and no other origin.
fn accepts<Ensure: EnsureOrigin<RuntimeOrigin, Success = Actor<u64>>>(place: usize) {
	for (other, origin) in ORIGINS.into_iter().enumerate() {
		let actor = Ensure::try_origin(origin.into()).ok();
		let assembly = Actor::Authority(Authority::Assembly);
		assert_eq!(actor, (other == place).then_some(assembly));
	}
	for origin in [root(), signed(WU), RuntimeOrigin::none()] {
		let given_back = Ensure::try_origin(origin.clone()).expect_err("it is another");
		assert_eq!(given_back.caller(), origin.caller());
	}
}

#[test]
fn each_origin_is_accepted_where_it_is_meant_and_nowhere_else() {
	run(|| {
		accepts::<EnsureAccreditation<u64>>(0);
		accepts::<EnsureRegulation<u64>>(1);
		accepts::<EnsureReallocation<u64>>(2);
		accepts::<EnsureEmergency<u64>>(3);
	});
}
