//! What becomes of a member when its institution stands otherwise than before, or is of another kind.

use crate::{mock::*, Call, Error, Event, Obstacle, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchClass};
use salus_primitives::{
	digest_of, mock::MockTrail, Action, Actor, Authority, Effect, Electorate, EmergencyId,
	InstitutionId, InstitutionKind, Matter, OnInstitution, OnRatified, Standing, Subject, Track,
	Trail,
};
use sp_runtime::DispatchError;

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

#[test]
fn whom_the_council_admits_in_haste_is_a_member_once_that_is_ratified() {
	run(|| {
		MockHaste::set(NEXT, Some(Effect::InForce));
		let clinic = admitted(InstitutionKind::Hospital);
		assert_eq!(clinic, NEXT);
		assert_eq!(Members::rank_of(clinic), None);
		check_state();
		// Nor does anybody make it one before.
		let update = Call::update_rank { institution: clinic };
		refused(signed(STRANGER), update, Error::<Test>::Unchanged);
		MockHaste::set(clinic, None);
		Assembly::ratified(Matter::Standing(clinic));
		assert_eq!(Members::rank_of(clinic), Some(1));
	});
}

#[test]
fn the_ratification_of_an_emergency_changes_no_member() {
	run(|| {
		// An institution of the same number is due to be a member, and is none yet.
		MockHaste::set(NEXT, Some(Effect::InForce));
		let clinic = admitted(InstitutionKind::Hospital);
		MockHaste::set(clinic, None);
		Assembly::ratified(Matter::Emergency(EmergencyId(clinic.0)));
		assert_eq!(Members::rank_of(clinic), None);
		Assembly::ratified(Matter::Standing(clinic));
		assert_eq!(Members::rank_of(clinic), Some(1));
	});
}

#[test]
fn whom_the_council_suspends_in_haste_is_a_member_until_that_is_ratified() {
	run(|| {
		MockHaste::set(HOSPITAL, Some(Effect::OutOfForce));
		stands(HOSPITAL, Standing::Suspended);
		assert_eq!(Members::rank_of(HOSPITAL), Some(1));
		check_state();
		MockHaste::set(HOSPITAL, None);
		Assembly::ratified(Matter::Standing(HOSPITAL));
		assert_eq!(Members::rank_of(HOSPITAL), None);
		last_event(Event::MemberRemoved { institution: HOSPITAL });
		// What lapses leaves it as it was.
		MockHaste::set(CLINIC, Some(Effect::OutOfForce));
		stands(CLINIC, Standing::Suspended);
		MockHaste::set(CLINIC, None);
		stands(CLINIC, Standing::Active);
		assert_eq!(Members::rank_of(CLINIC), Some(1));
	});
}

#[test]
fn an_institution_whose_agents_the_council_names_is_silent_for_a_while() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let council = Actor::Authority(Authority::Council);
		assert_ok!(Assembly::agents_replaced(HOSPITAL, &council));
		let until = MockTrail::now() + SILENCE;
		last_event(Event::MemberSilenced { institution: HOSPITAL, until });
		for call in [Call::vote { referendum: id, aye: true }, submit(Track::Upgrade, remark(b""))]
		{
			refused(signed(DOCTOR), call, Error::<Test>::AgentsReplaced);
		}
		let explained = Assembly::explain_vote(HOSPITAL, id);
		assert_eq!(explained.obstacles, [Obstacle::AgentsReplaced]);
		assert_eq!(explained.votes_from, Some(until));
		// The others vote, and the assembly names agents itself.
		voted(id, true, &[NURSE]);
		let assembly = Actor::Authority(Authority::Assembly);
		assert_ok!(Assembly::agents_replaced(HOSPITAL, &assembly));
		voted(id, true, &[DOCTOR]);
		assert_ok!(Assembly::agents_replaced(CLINIC, &council));
		pass(SILENCE);
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[NURSE]);
	});
}

#[test]
fn the_council_names_the_agents_of_one_institution_at_a_time_of_so_few() {
	run(|| {
		let council = Actor::Authority(Authority::Council);
		let too_many = DispatchError::from(Error::<Test>::TooManySilenced);
		assert_ok!(Assembly::agents_replaced(HOSPITAL, &council));
		assert_noop!(Assembly::agents_replaced(CLINIC, &council), too_many);
		// The same ones may be named again, and others once these vote.
		pass(SILENCE / 2);
		assert_ok!(Assembly::agents_replaced(HOSPITAL, &council));
		pass(SILENCE / 2);
		assert_noop!(Assembly::agents_replaced(CLINIC, &council), too_many);
		pass(SILENCE / 2);
		assert_ok!(Assembly::agents_replaced(CLINIC, &council));
		let assembly = Actor::Authority(Authority::Assembly);
		assert_ok!(Assembly::agents_replaced(CLINIC, &assembly));
		assert_ok!(Assembly::agents_replaced(HOSPITAL, &council));
		// The assembly names as many as it likes.
		assert_ok!(Assembly::agents_replaced(DONOR, &assembly));
		stands(HOSPITAL, Standing::WoundUp);
		assert_ok!(Assembly::agents_replaced(DONOR, &council));
	});
}

#[test]
fn of_twenty_members_two_are_silent_at_one_time() {
	run(|| {
		while Members::count() < 20 {
			admitted(InstitutionKind::Hospital);
		}
		let council = Actor::Authority(Authority::Council);
		for institution in [HOSPITAL, CLINIC] {
			assert_ok!(Assembly::agents_replaced(institution, &council));
		}
		let third = Assembly::agents_replaced(DONOR, &council);
		assert_eq!(third, Err(Error::<Test>::TooManySilenced.into()));
	});
}
