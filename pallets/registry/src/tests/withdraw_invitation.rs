use crate::{mock::*, AgentsByInstitution, Call, Error, Event, Invitations};
use salus_primitives::{Action, Role, Subject};

fn withdraw(who: u64) -> Call<Test> {
	Call::withdraw_invitation { who }
}

fn invited(who: u64) {
	accepted(signed(ADMIN), Call::invite_agent { who, roles: roles([Role::Stock]) });
}

#[test]
fn an_admin_withdraws_an_invitation() {
	run(|| {
		invited(STRANGER);
		let records = accepted(signed(ADMIN), withdraw(STRANGER));
		by_agent(ADMIN, &records, Action::InvitationEnded, &[Subject::Institution(HOSPITAL)]);
		last_event(Event::InvitationEnded { institution: HOSPITAL, who: STRANGER });
		assert!(!Invitations::<Test>::contains_key(STRANGER, HOSPITAL));
		assert!(!AgentsByInstitution::<Test>::contains_key(HOSPITAL, STRANGER));
		assert_eq!(admins_agents_and_invitations(), (1, 3, 0));
		let accept = Call::accept_invitation { institution: HOSPITAL };
		refused(signed(STRANGER), accept, Error::<Test>::InvitationNotFound);
	});
}

#[test]
fn invitations_of_others_and_agents_are_out_of_reach() {
	run(|| {
		let roles = roles([Role::Stock]);
		accepted(signed(OTHER_ADMIN), Call::invite_agent { who: STRANGER, roles });
		for who in [STRANGER, STOREKEEPER] {
			refused(signed(ADMIN), withdraw(who), Error::<Test>::InvitationNotFound);
		}
	});
}

#[test]
fn nobody_but_an_admin_withdraws_an_invitation() {
	run(|| {
		invited(STRANGER);
		refused_to_all_but(Role::Admin, withdraw(STRANGER));
	});
}
