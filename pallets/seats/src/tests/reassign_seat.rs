//! Naming another speaker.

use crate::{mock::*, Call, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, Action, Actor, Standing};
use sp_runtime::DispatchError;

fn reassign(speaker: u64) -> Call<Test> {
	Call::reassign_seat { speaker }
}

#[test]
fn another_agent_speaks_and_the_seat_keeps_its_place() {
	run(|| {
		let record = accepted(signed(ADMIN), reassign(ADMIN));
		assert_eq!(record.action, Action::SeatReassigned);
		assert_eq!(record.actor, Actor::Account(ADMIN));
		assert_eq!(record.institution, Some(HUBEI));
		last_event(Event::SeatReassigned { institution: HUBEI, speaker: ADMIN });
		assert_eq!(members(), [ADMIN, JING, PAUPER]);
	});
}

#[test]
fn a_seat_has_one_vote_on_a_motion_whoever_speaks() {
	run(|| {
		let call = remark(b"masks");
		assert_ok!(propose(WU, call.clone()));
		let index = newest_motion();
		assert_ok!(vote(WU, &call, index, true));
		assert_ok!(vote(JING, &call, index, false));
		accepted(signed(ADMIN), reassign(ADMIN));
		assert_eq!(votes(&call), (vec![], vec![JING]));
		assert_ok!(vote(ADMIN, &call, index, true));
		assert_eq!(votes(&call), (vec![ADMIN], vec![JING]));
		assert_eq!(vote(WU, &call, index, true), Err(CouncilError::NotMember.into()));
	});
}

#[test]
fn a_silent_seat_whose_speaker_left_is_sitting_again() {
	run(|| {
		leaves(HUBEI, WU);
		assert_eq!(members(), [JING, PAUPER]);
		accepted(signed(ADMIN), reassign(ADMIN));
		assert_eq!(members(), [ADMIN, JING, PAUPER]);
	});
}

#[test]
fn only_an_admin_of_an_active_commission_names_a_speaker() {
	run(|| {
		refused(root(), reassign(ADMIN), DispatchError::BadOrigin);
		refused(signed(STRANGER), reassign(ADMIN), MockDirectory::NOT_AGENT);
		refused(signed(WU), reassign(ADMIN), MockDirectory::NOT_AUTHORIZED);
		stands(HUBEI, Standing::Suspended);
		refused(signed(ADMIN), reassign(ADMIN), MockDirectory::SUSPENDED);
	});
}

#[test]
fn a_commission_without_a_seat_names_no_speaker() {
	run(|| refused(signed(XIANG), reassign(XIANG), Error::<Test>::SeatNotFound));
}

#[test]
fn an_agent_of_another_commission_does_not_speak() {
	run(|| {
		refused(signed(ADMIN), reassign(XIANG), Error::<Test>::AgentNotFound);
		refused(signed(ADMIN), reassign(JING), Error::<Test>::AgentNotFound);
	});
}

#[test]
fn who_speaks_already_is_not_named_again() {
	run(|| refused(signed(ADMIN), reassign(WU), Error::<Test>::Unchanged));
}
