use crate::{mock::*, AgentState, Agents, AgentsByInstitution, Call, Error, Event, Invitations};
use salus_primitives::{Action, Actor, Agent, InstitutionId, Role, Subject};
use sp_runtime::DispatchError;

const ACCEPT: Call<Test> = Call::accept_invitation { institution: HOSPITAL };

fn invited(who: u64) {
	let roles = roles([Role::Admin, Role::Stock]);
	accepted(signed(ADMIN), Call::invite_agent { who, roles });
}

#[test]
fn whoever_accepts_is_an_agent() {
	run(|| {
		invited(STRANGER);
		let records = accepted(signed(STRANGER), ACCEPT);
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].actor, Actor::Account(STRANGER));
		// It acts for itself.
		assert_eq!(records[0].institution, None);
		assert_eq!(records[0].action, Action::AgentAppointed);
		assert_eq!(records[0].subject, Subject::Institution(HOSPITAL));
		let given = roles([Role::Admin, Role::Stock]);
		let (institution, who) = (HOSPITAL, STRANGER);
		last_event(Event::AgentAppointed { institution, who, roles: given.clone() });
		assert_eq!(Agents::<Test>::get(STRANGER), Some(Agent { institution, roles: given }));
		let state = AgentsByInstitution::<Test>::get(HOSPITAL, STRANGER);
		assert_eq!(state, Some(AgentState::Acting));
		assert!(!Invitations::<Test>::contains_key(STRANGER, HOSPITAL));
		assert_eq!(admins_agents_and_invitations(), (2, 4, 0));
		accepted(signed(STRANGER), Call::remove_agent { who: ADMIN });
	});
}

#[test]
fn who_was_not_invited_or_has_answered_does_not_join() {
	run(|| {
		refused(signed(STRANGER), ACCEPT, Error::<Test>::InvitationNotFound);
		invited(STRANGER);
		accepted(signed(STRANGER), ACCEPT);
		refused(signed(STRANGER), ACCEPT, Error::<Test>::InvitationNotFound);
		accepted(signed(STRANGER), Call::remove_agent { who: STRANGER });
		refused(signed(STRANGER), ACCEPT, Error::<Test>::InvitationNotFound);
		let call = Call::accept_invitation { institution: NOBODY };
		refused(signed(STRANGER), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn an_agent_leaves_one_institution_before_it_joins_another() {
	run(|| {
		invited(OTHER_STOREKEEPER);
		refused(signed(OTHER_STOREKEEPER), ACCEPT, Error::<Test>::AgentAlreadyExists);
		accepted(signed(OTHER_STOREKEEPER), Call::remove_agent { who: OTHER_STOREKEEPER });
		accepted(signed(OTHER_STOREKEEPER), ACCEPT);
		lot_by(OTHER_STOREKEEPER, masks(), 1, Some(WARD));
	});
}

#[test]
fn an_account_that_ten_institutions_invite_joins_the_one_that_it_wants() {
	run(|| {
		for institution in (2..12).map(InstitutionId) {
			let admission = admission("Clinic");
			accepted(root(), Call::admit_institution { admission, admin: STRANGER });
			assert!(Invitations::<Test>::contains_key(STRANGER, institution));
		}
		invited(STRANGER);
		accepted(signed(STRANGER), ACCEPT);
		assert_eq!(Registry::agent_of(STRANGER).map(|agent| agent.institution), Some(HOSPITAL));
		let other = Call::accept_invitation { institution: InstitutionId(4) };
		refused(signed(STRANGER), other.clone(), Error::<Test>::AgentAlreadyExists);
		accepted(signed(STRANGER), Call::remove_agent { who: STRANGER });
		accepted(signed(STRANGER), other);
		assert_eq!(Invitations::<Test>::iter_prefix(STRANGER).count(), 9);
	});
}

#[test]
fn nobody_joins_a_suspended_institution() {
	run(|| {
		invited(STRANGER);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		refused(signed(STRANGER), ACCEPT, Error::<Test>::InstitutionSuspended);
		accepted(root(), Call::reinstate_institution { institution: HOSPITAL });
		accepted(signed(STRANGER), ACCEPT);
	});
}

#[test]
fn only_an_account_accepts() {
	run(|| {
		invited(STRANGER);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, ACCEPT, DispatchError::BadOrigin);
		}
		refused(signed(ADMIN), ACCEPT, Error::<Test>::InvitationNotFound);
	});
}
