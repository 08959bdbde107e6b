//! Who may act for whom, as other pallets ask.

use crate::{mock::*, Call};
use salus_primitives::{
	Agent, Area, Belt, Capability, Directory, Geography, InstitutionKind, Moment, Role, Standing,
};

fn standing() -> Standing {
	<Registry as Directory<u64>>::standing(HOSPITAL).expect("it exists")
}

#[test]
fn an_agent_is_told_by_its_account() {
	run(|| {
		let agent = Agent { institution: HOSPITAL, roles: roles([Role::Stock]) };
		assert_eq!(<Registry as Directory<u64>>::agent(&STOREKEEPER), Some(agent));
		assert_eq!(<Registry as Directory<u64>>::agent(&STRANGER), None);
	});
}

#[test]
fn standing_tells_kind_region_and_suspension() {
	run(|| {
		let expected = Standing {
			active: true,
			kind: InstitutionKind::Hospital,
			region: code("CN-HB"),
			capabilities: [Capability::Ventilation].into(),
		};
		assert_eq!(standing(), expected);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		assert_eq!(standing(), Standing { active: false, ..expected });
		assert_eq!(<Registry as Directory<u64>>::standing(NOBODY), None);
	});
}

#[test]
fn a_capability_ends_with_its_licence() {
	run(|| {
		let expires: Moment = NOW + 1_000;
		Timestamp::set_timestamp(expires - 1);
		assert!(standing().capabilities.contains(&Capability::Ventilation));
		Timestamp::set_timestamp(expires);
		assert!(standing().capabilities.is_empty());
	});
}

#[test]
fn a_site_tells_whose_it_is() {
	run(|| {
		assert_eq!(<Registry as Directory<u64>>::owner_of_site(WARD), Some(HOSPITAL));
		assert_eq!(<Registry as Directory<u64>>::owner_of_site(DEPOT), Some(DONOR));
		assert_eq!(<Registry as Directory<u64>>::owner_of_site(NOWHERE), None);
	});
}

#[test]
fn a_region_tells_its_belt() {
	run(|| {
		let area = |region| <Registry as Geography>::area(&code(region));
		accepted(
			root(),
			Call::amend_region { code: code("CN-HB"), population: 1, belt: Some(Belt::Central) },
		);
		assert_eq!(area("CN-HB"), Some(Area { belt: Some(Belt::Central) }));
		assert_eq!(area("ZZ"), None);
	});
}
