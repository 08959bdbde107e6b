use crate::{mock::*, Agents, Call, Error, Event, Institutions};
use salus_primitives::{Action, Agent, Role, Roles, Subject};

fn appoint(who: u64, roles: Roles) -> Call<Test> {
	Call::appoint_agent { who, roles }
}

fn admins_and_agents() -> (u32, u32) {
	let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
	(stored.admins, stored.agents)
}

#[test]
fn an_admin_appoints_an_agent() {
	run(|| {
		let given = roles([Role::Dispatch, Role::Admin]);
		let records = accepted(signed(ADMIN), appoint(STRANGER, given.clone()));
		by_agent(ADMIN, &records, Action::AgentAppointed, &[Subject::Institution(HOSPITAL)]);
		let event =
			Event::AgentAppointed { institution: HOSPITAL, who: STRANGER, roles: given.clone() };
		last_event(event);
		let agent = Agent { institution: HOSPITAL, roles: given };
		assert_eq!(Agents::<Test>::get(STRANGER), Some(agent));
		assert_eq!(admins_and_agents(), (2, 4));
	});
}

#[test]
fn an_agent_has_roles() {
	run(|| {
		refused(signed(ADMIN), appoint(STRANGER, Roles::new()), Error::<Test>::NoRoles);
	});
}

#[test]
fn an_agent_is_not_appointed_twice_nor_enticed_away() {
	run(|| {
		for who in [STOREKEEPER, OTHER_STOREKEEPER] {
			let call = appoint(who, roles([Role::Stock]));
			refused(signed(ADMIN), call, Error::<Test>::AgentAlreadyExists);
		}
	});
}

#[test]
fn agents_are_counted() {
	run(|| {
		accepted(signed(ADMIN), appoint(STRANGER, roles([Role::Stock])));
		let fifth = appoint(8, roles([Role::Stock]));
		refused(signed(ADMIN), fifth.clone(), Error::<Test>::TooManyAgents);
		accepted(signed(ADMIN), Call::remove_agent { who: STRANGER });
		accepted(signed(ADMIN), fifth);
	});
}

#[test]
fn nobody_but_an_admin_appoints_an_agent() {
	run(|| refused_to_all_but(Role::Admin, appoint(STRANGER, roles([Role::Stock]))));
}
