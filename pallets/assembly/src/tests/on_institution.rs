//! What becomes of a member when its institution stands otherwise than before, or is of another kind.

use crate::{mock::*, Event, WeightInfo};
use frame_support::dispatch::DispatchClass;
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, InstitutionId, InstitutionKind, OnInstitution,
	Standing, Subject,
};

/// The newest record is one of the chain.
fn by_chain(action: Action, institution: InstitutionId) {
	let record = MockTrail::records().pop().expect("there is one");
	assert_eq!(record.subject, Subject::Assembly);
	assert_eq!((record.actor, record.action), (Actor::Chain, action));
	assert_eq!((record.institution, record.digest), (None, digest_of(&institution)));
}

#[test]
fn who_is_admitted_is_a_member() {
	run(|| {
		let new = admitted(InstitutionKind::DiseaseControlCentre);
		assert_eq!(new, NEXT);
		last_event(Event::MemberInducted { institution: new, rank: 2 });
		by_chain(Action::MemberInducted, new);
		assert!(members().contains(&(new, 2)));
	});
}

#[test]
fn who_is_suspended_is_no_member_until_it_is_reinstated() {
	run(|| {
		stands(HOSPITAL, Standing::Suspended);
		last_event(Event::MemberRemoved { institution: HOSPITAL });
		by_chain(Action::MemberRemoved, HOSPITAL);
		assert_eq!(members().len(), 5);
		stands(HOSPITAL, Standing::Active);
		last_event(Event::MemberInducted { institution: HOSPITAL, rank: 1 });
		by_chain(Action::MemberInducted, HOSPITAL);
		assert!(members().contains(&(HOSPITAL, 1)));
	});
}

#[test]
fn who_is_wound_up_is_no_member_any_more() {
	run(|| {
		stands(HOSPITAL, Standing::WoundUp);
		last_event(Event::MemberRemoved { institution: HOSPITAL });
		by_chain(Action::MemberRemoved, HOSPITAL);
		// One that was suspended before is none already.
		stands(CLINIC, Standing::Suspended);
		let records = MockTrail::records().len();
		stands(CLINIC, Standing::WoundUp);
		assert_eq!(MockTrail::records().len(), records);
		assert_eq!(members().len(), 4);
	});
}

#[test]
fn who_becomes_of_another_kind_has_its_rank_at_once() {
	run(|| {
		becomes(DONOR, InstitutionKind::HealthCommission);
		last_event(Event::MemberRanked { institution: DONOR, rank: 2 });
		by_chain(Action::MemberRanked, DONOR);
		assert!(members().contains(&(DONOR, 2)));
		becomes(COMMISSION, InstitutionKind::Supplier);
		assert!(members().contains(&(COMMISSION, 0)));
		// One rank is as good as the same of another kind.
		let records = MockTrail::records().len();
		becomes(COMMISSION, InstitutionKind::Laboratory);
		assert_eq!(MockTrail::records().len(), records);
	});
}

#[test]
fn who_becomes_of_another_kind_while_suspended_has_its_rank_when_reinstated() {
	run(|| {
		stands(DONOR, Standing::Suspended);
		becomes(DONOR, InstitutionKind::HealthCommission);
		assert!(!members().iter().any(|(institution, _)| *institution == DONOR));
		stands(DONOR, Standing::Active);
		assert!(members().contains(&(DONOR, 2)));
	});
}

#[test]
fn who_acts_for_a_member_makes_no_difference() {
	run(|| {
		let before = members();
		Assembly::agent_left(HOSPITAL, &DOCTOR);
		assert_eq!(members(), before);
		assert!(MockTrail::records().is_empty());
	});
}

#[test]
fn the_block_is_charged_for_it() {
	run(|| {
		let used = || *System::block_weight().get(DispatchClass::Mandatory);
		let (before, each) = (used(), <() as WeightInfo>::member_changed());
		stands(HOSPITAL, Standing::Suspended);
		assert_eq!(used(), before + each);
		stands(HOSPITAL, Standing::WoundUp);
		assert_eq!(used(), before + each, "there is nothing to change");
		becomes(DONOR, InstitutionKind::Hospital);
		assert_eq!(used(), before + each + each);
	});
}
