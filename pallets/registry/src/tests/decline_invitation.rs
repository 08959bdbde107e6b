use crate::{mock::*, AgentsByInstitution, Call, Error, Event, Invitations};
use salus_primitives::{Action, Actor, Role, Subject};
use sp_runtime::DispatchError;

const DECLINE: Call<Test> = Call::decline_invitation { institution: HOSPITAL };

fn invited(who: u64) {
	accepted(signed(ADMIN), Call::invite_agent { who, roles: roles([Role::Stock]) });
}

#[test]
fn an_account_declines() {
	run(|| {
		invited(STRANGER);
		let records = accepted(signed(STRANGER), DECLINE);
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].actor, Actor::Account(STRANGER));
		assert_eq!(records[0].institution, None);
		assert_eq!(records[0].action, Action::InvitationEnded);
		assert_eq!(records[0].subject, Subject::Institution(HOSPITAL));
		last_event(Event::InvitationEnded { institution: HOSPITAL, who: STRANGER });
		assert!(!Invitations::<Test>::contains_key(STRANGER, HOSPITAL));
		assert!(!AgentsByInstitution::<Test>::contains_key(HOSPITAL, STRANGER));
		assert_eq!(admins_agents_and_invitations(), (1, 3, 0));
		let accept = Call::accept_invitation { institution: HOSPITAL };
		refused(signed(STRANGER), accept, Error::<Test>::InvitationNotFound);
		assert!(MockNeighbour::news().is_empty());
	});
}

#[test]
fn an_agent_of_another_institution_declines_for_itself() {
	run(|| {
		invited(OTHER_STOREKEEPER);
		let records = accepted(signed(OTHER_STOREKEEPER), DECLINE);
		assert_eq!(records[0].institution, None);
		lot_by(OTHER_STOREKEEPER, masks(), 1, None);
	});
}

#[test]
fn the_invitation_of_a_suspended_institution_is_declined_too() {
	run(|| {
		invited(STRANGER);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		accepted(signed(STRANGER), DECLINE);
	});
}

#[test]
fn what_was_not_given_is_not_declined() {
	run(|| {
		for who in [STRANGER, STOREKEEPER] {
			refused(signed(who), DECLINE, Error::<Test>::InvitationNotFound);
		}
		let call = Call::decline_invitation { institution: NOBODY };
		refused(signed(STRANGER), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn only_an_account_declines() {
	run(|| {
		invited(STRANGER);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, DECLINE, DispatchError::BadOrigin);
		}
	});
}
