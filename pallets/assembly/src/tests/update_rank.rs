//! Bringing a member to the rank of its kind.

use crate::{mock::*, Call, Error, Event};
use salus_primitives::{
	mock::MockDirectory, Action, Actor, InstitutionId, InstitutionKind, Rank, Standing, Subject,
};
use sp_runtime::DispatchError;

fn update(institution: InstitutionId) -> Call<Test> {
	Call::update_rank { institution }
}

fn set(kind: InstitutionKind, rank: Rank) {
	accepted(regulation(), Call::set_rank { kind, rank });
}

#[test]
fn anybody_brings_a_member_to_the_rank_of_its_kind() {
	run(|| {
		for rank in [2, 0, 1] {
			set(InstitutionKind::Hospital, rank);
			let record = accepted(signed(STRANGER), update(HOSPITAL));
			assert_eq!((record.action, record.subject), (Action::MemberRanked, Subject::Assembly));
			assert_eq!((record.actor, record.institution), (Actor::Account(STRANGER), None));
			last_event(Event::MemberRanked { institution: HOSPITAL, rank });
			assert!(members().contains(&(HOSPITAL, rank)));
		}
		assert!(members().contains(&(CLINIC, 1)), "the clinic's was never updated");
	});
}

#[test]
fn who_has_its_rank_is_not_updated() {
	run(|| {
		refused(signed(STRANGER), update(HOSPITAL), Error::<Test>::Unchanged);
		set(InstitutionKind::Hospital, 2);
		accepted(signed(STRANGER), update(HOSPITAL));
		refused(signed(STRANGER), update(HOSPITAL), Error::<Test>::Unchanged);
	});
}

#[test]
fn who_is_suspended_or_wound_up_gets_no_rank() {
	run(|| {
		set(InstitutionKind::Hospital, 2);
		stands(HOSPITAL, Standing::Suspended);
		refused(signed(STRANGER), update(HOSPITAL), Error::<Test>::Unchanged);
		stands(HOSPITAL, Standing::WoundUp);
		refused(signed(STRANGER), update(HOSPITAL), Error::<Test>::Unchanged);
	});
}

#[test]
fn an_institution_that_the_assembly_was_not_told_of_becomes_a_member() {
	run(|| {
		let id = MockDirectory::next_institution();
		let kind = InstitutionKind::Hospital;
		MockDirectory::admit(id, salus_primitives::mock::MockInstitution::new(kind, "CN-HB"));
		let record = accepted(signed(STRANGER), update(id));
		assert_eq!(record.action, Action::MemberInducted);
		assert!(members().contains(&(id, 1)));
	});
}

#[test]
fn who_is_not_there_has_no_rank() {
	run(|| refused(signed(STRANGER), update(NEXT), Error::<Test>::InstitutionNotFound));
}

#[test]
fn whoever_updates_signs() {
	run(|| {
		set(InstitutionKind::Hospital, 2);
		for origin in [root(), regulation(), RuntimeOrigin::none()] {
			refused(origin, update(HOSPITAL), DispatchError::BadOrigin);
		}
	});
}
