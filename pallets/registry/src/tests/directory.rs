//! Institutions and regions, as other pallets ask.

use crate::{mock::*, Call, Error};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::MockTrail, Act, Action, Actor, Area, Authority, Belt, Body, Capability, Directory,
	Geography, InstitutionId, InstitutionKind, Moment, Standing, Step, Subject,
};

fn standing(institution: InstitutionId) -> Option<Standing> {
	<Registry as Directory<u64>>::standing(institution)
}

fn is_licensed(capability: Capability) -> bool {
	<Registry as Directory<u64>>::is_licensed(HOSPITAL, capability)
}

#[test]
fn standing_tells_of_suspension_and_winding_up() {
	run(|| {
		assert_eq!(standing(HOSPITAL), Some(Standing::Active));
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		assert_eq!(standing(HOSPITAL), Some(Standing::Suspended));
		assert_eq!(standing(DONOR), Some(Standing::Active));
		accepted(root(), Call::wind_up { institution: DONOR });
		assert_eq!(standing(DONOR), Some(Standing::WoundUp));
		assert_eq!(standing(InstitutionId(2)), None);
	});
}

#[test]
fn a_body_is_a_kind_and_a_region() {
	run(|| {
		let body = Body { kind: InstitutionKind::Hospital, region: code("CN-HB") };
		assert_eq!(<Registry as Directory<u64>>::body(HOSPITAL), Some(body));
		assert_eq!(<Registry as Directory<u64>>::body(NOBODY), None);
	});
}

#[test]
fn a_capability_ends_with_its_licence() {
	run(|| {
		let expires: Moment = NOW + 1_000;
		Timestamp::set_timestamp(expires - 1);
		assert!(is_licensed(Capability::Ventilation));
		assert!(!is_licensed(Capability::ColdChain));
		Timestamp::set_timestamp(expires);
		assert!(!is_licensed(Capability::Ventilation));
		assert!(!<Registry as Directory<u64>>::is_licensed(NOBODY, Capability::Ventilation));
	});
}

#[test]
fn an_institution_has_the_sites_below_its_next_number() {
	run(|| {
		let has_site = <Registry as Directory<u64>>::has_site;
		assert!(has_site(HOSPITAL, WAREHOUSE));
		assert!(has_site(HOSPITAL, WARD));
		assert!(!has_site(HOSPITAL, NOWHERE));
		assert!(has_site(DONOR, DEPOT));
		assert!(!has_site(DONOR, WARD));
		assert!(!has_site(NOBODY, DEPOT));
	});
}

#[test]
fn a_step_is_recorded_on_an_institution() {
	run(|| {
		let act = Act::by(Actor::Authority(Authority::Root));
		let mut step = Step::new(act, Action::SenderApproved, &DONOR);
		assert_ok!(<Registry as Directory<u64>>::record(&mut step, HOSPITAL));
		let records = MockTrail::records_of(&Subject::Institution(HOSPITAL));
		by_authority(&records, Action::SenderApproved, Subject::Institution(HOSPITAL));
		assert_noop!(
			<Registry as Directory<u64>>::record(&mut step, NOBODY),
			Error::<Test>::InstitutionNotFound
		);
	});
}

#[test]
fn a_region_tells_its_belt_and_what_it_is_a_part_of() {
	run(|| {
		let area = |region| <Registry as Geography>::area(&code(region));
		let belt = Some(Belt::Eastern);
		accepted(root(), Call::amend_region { code: code("CN-HB"), population: 1, belt });
		let parent = Some(code("CN"));
		assert_eq!(area("CN-HB"), Some(Area { belt, parent }));
		assert_eq!(area("CN"), Some(Area { belt: None, parent: None }));
		let lineage = <Registry as Geography>::lineage(&code("CN-HB"));
		assert_eq!(lineage, [code("CN-HB"), code("CN")]);
		assert_eq!(area("ZZ"), None);
	});
}

#[test]
fn a_region_tells_its_own_seat_alone() {
	run(|| {
		let seat = |region| <Registry as Geography>::seat(&code(region));
		assert_eq!(seat("CN-HB"), Some(WUHAN));
		assert_eq!(seat("CN"), None);
		assert_eq!(seat("ZZ"), None);
	});
}
