use crate::{mock::*, AgentState, Agents, AgentsByInstitution, Call, Error, Event, Invitations};
use salus_primitives::{Action, Role, Roles, Subject};

fn invite(who: u64, roles: Roles) -> Call<Test> {
	Call::invite_agent { who, roles }
}

#[test]
fn an_admin_invites_an_account_which_acts_for_nobody_by_that() {
	run(|| {
		let given = roles([Role::Dispatch, Role::Admin]);
		let records = accepted(signed(ADMIN), invite(STRANGER, given.clone()));
		by_agent(ADMIN, &records, Action::AgentInvited, &[Subject::Institution(HOSPITAL)]);
		let event =
			Event::AgentInvited { institution: HOSPITAL, who: STRANGER, roles: given.clone() };
		last_event(event);
		assert_eq!(Invitations::<Test>::get(STRANGER, HOSPITAL), Some(given));
		let state = AgentsByInstitution::<Test>::get(HOSPITAL, STRANGER);
		assert_eq!(state, Some(AgentState::Invited));
		assert_eq!(Agents::<Test>::get(STRANGER), None);
		assert_eq!(admins_agents_and_invitations(), (1, 3, 1));
		refused(signed(STRANGER), invite(8, roles([Role::Stock])), Error::<Test>::NotAgent);
	});
}

#[test]
fn an_invitation_has_roles() {
	run(|| {
		refused(signed(ADMIN), invite(STRANGER, Roles::new()), Error::<Test>::NoRoles);
	});
}

#[test]
fn an_agent_is_not_invited_by_its_own_institution() {
	run(|| {
		for who in [ADMIN, STOREKEEPER] {
			let call = invite(who, roles([Role::Stock]));
			refused(signed(ADMIN), call, Error::<Test>::AgentAlreadyExists);
		}
	});
}

#[test]
fn an_invitation_is_not_changed_under_the_hands_of_the_invited() {
	run(|| {
		accepted(signed(ADMIN), invite(STRANGER, roles([Role::Stock])));
		let another = invite(STRANGER, roles([Role::Stock, Role::Admin]));
		refused(signed(ADMIN), another.clone(), Error::<Test>::InvitationAlreadyExists);
		accepted(signed(ADMIN), Call::withdraw_invitation { who: STRANGER });
		accepted(signed(ADMIN), another);
	});
}

#[test]
fn agents_and_invitations_are_counted_together() {
	run(|| {
		accepted(signed(ADMIN), invite(STRANGER, roles([Role::Stock])));
		let fifth = invite(8, roles([Role::Stock]));
		refused(signed(ADMIN), fifth.clone(), Error::<Test>::TooManyAgents);
		accepted(signed(STRANGER), Call::accept_invitation { institution: HOSPITAL });
		refused(signed(ADMIN), fifth.clone(), Error::<Test>::TooManyAgents);
		accepted(signed(ADMIN), Call::remove_agent { who: STRANGER });
		accepted(signed(ADMIN), fifth);
	});
}

#[test]
fn an_invitation_holds_nobody_and_stands_in_nobodys_way() {
	run(|| {
		// An agent of one institution is invited by another, and acts on as before.
		accepted(signed(OTHER_ADMIN), invite(STOREKEEPER, roles([Role::Stock])));
		lot(masks(), 1);
		// An account that one institution has invited can be invited by others.
		accepted(signed(OTHER_ADMIN), invite(STRANGER, roles([Role::Stock])));
		accepted(signed(ADMIN), invite(STRANGER, roles([Role::Admin])));
		accepted(signed(STRANGER), Call::accept_invitation { institution: HOSPITAL });
		assert!(Invitations::<Test>::contains_key(STRANGER, DONOR));
	});
}

#[test]
fn nobody_but_an_admin_invites_an_agent() {
	run(|| refused_to_all_but(Role::Admin, invite(STRANGER, roles([Role::Stock]))));
}
