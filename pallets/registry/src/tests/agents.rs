use crate::{mock::*, Agents, Call, Error, Event, Institutions};
use salus_primitives::{Action, Agent, Role, Roles, Subject};

const SUBJECT: [Subject; 1] = [Subject::Institution(HOSPITAL)];

fn appoint(who: u64, roles: Roles) -> Call<Test> {
	Call::appoint_agent { who, roles }
}

fn change(who: u64, roles: Roles) -> Call<Test> {
	Call::change_roles { who, roles }
}

fn remove(who: u64) -> Call<Test> {
	Call::remove_agent { who }
}

fn admins_and_agents() -> (u32, u32) {
	let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
	(stored.admins, stored.agents)
}

#[test]
fn an_admin_appoints_an_agent() {
	run(|| {
		let given = roles([Role::Dispatch, Role::Admin]);
		let notes = accepted(signed(ADMIN), appoint(STRANGER, given.clone()));
		by_agent(ADMIN, &notes, Action::AgentAppointed, &SUBJECT);
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
		let none = Roles::new();
		refused(signed(ADMIN), appoint(STRANGER, none.clone()), Error::<Test>::NoRoles);
		refused(signed(ADMIN), change(STOREKEEPER, none), Error::<Test>::NoRoles);
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
		accepted(signed(ADMIN), remove(STRANGER));
		accepted(signed(ADMIN), fifth);
	});
}

#[test]
fn an_admin_changes_roles() {
	run(|| {
		let given = roles([Role::Admin, Role::Stock]);
		let notes = accepted(signed(ADMIN), change(STOREKEEPER, given.clone()));
		by_agent(ADMIN, &notes, Action::AgentRolesChanged, &SUBJECT);
		let event = Event::AgentRolesChanged {
			institution: HOSPITAL,
			who: STOREKEEPER,
			roles: given.clone(),
		};
		last_event(event);
		assert_eq!(admins_and_agents(), (2, 3));
		refused(signed(ADMIN), change(STOREKEEPER, given), Error::<Test>::Unchanged);

		accepted(signed(ADMIN), change(STOREKEEPER, roles([Role::Stock])));
		assert_eq!(admins_and_agents(), (1, 3));
	});
}

#[test]
fn an_admin_removes_an_agent() {
	run(|| {
		let notes = accepted(signed(ADMIN), remove(STOREKEEPER));
		by_agent(ADMIN, &notes, Action::AgentRemoved, &SUBJECT);
		last_event(Event::AgentRemoved { institution: HOSPITAL, who: STOREKEEPER });
		assert_eq!(Agents::<Test>::get(STOREKEEPER), None);
		assert_eq!(admins_and_agents(), (1, 2));
	});
}

#[test]
fn the_last_admin_stays() {
	run(|| {
		refused(signed(ADMIN), remove(ADMIN), Error::<Test>::LastAdmin);
		let stock = change(ADMIN, roles([Role::Stock]));
		refused(signed(ADMIN), stock.clone(), Error::<Test>::LastAdmin);
		accepted(signed(ADMIN), appoint(STRANGER, roles([Role::Admin])));
		accepted(signed(ADMIN), stock);
		refused(signed(STRANGER), remove(STRANGER), Error::<Test>::LastAdmin);
	});
}

#[test]
fn an_admin_may_take_on_more_and_may_leave_to_another() {
	run(|| {
		accepted(signed(ADMIN), change(ADMIN, roles([Role::Admin, Role::Stock])));
		accepted(signed(ADMIN), appoint(STRANGER, roles([Role::Admin])));
		accepted(signed(ADMIN), remove(ADMIN));
		refused(signed(ADMIN), remove(STRANGER), Error::<Test>::NotAgent);
		assert_eq!(admins_and_agents(), (1, 3));
	});
}

#[test]
fn an_agent_leaves_in_whatever_role() {
	run(|| {
		let notes = accepted(signed(PORTER), remove(PORTER));
		by_agent(PORTER, &notes, Action::AgentRemoved, &SUBJECT);
		last_event(Event::AgentRemoved { institution: HOSPITAL, who: PORTER });
		assert_eq!(Agents::<Test>::get(PORTER), None);
		assert_eq!(admins_and_agents(), (1, 2));
		refused(signed(PORTER), remove(PORTER), Error::<Test>::NotAgent);
		refused(signed(STOREKEEPER), remove(ADMIN), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn an_agent_leaves_a_suspended_institution_too() {
	run(|| {
		accepted(signed(ADMIN), appoint(STRANGER, roles([Role::Admin, Role::Stock])));
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		refused(signed(ADMIN), remove(STRANGER), Error::<Test>::Suspended);
		accepted(signed(STOREKEEPER), remove(STOREKEEPER));
		accepted(signed(STRANGER), remove(STRANGER));
		refused(signed(ADMIN), remove(ADMIN), Error::<Test>::LastAdmin);
		assert_eq!(admins_and_agents(), (1, 2));
	});
}

#[test]
fn agents_of_others_are_out_of_reach() {
	run(|| {
		for who in [OTHER_STOREKEEPER, STRANGER] {
			refused(signed(ADMIN), remove(who), Error::<Test>::AgentNotFound);
			let call = change(who, roles([Role::Receive]));
			refused(signed(ADMIN), call, Error::<Test>::AgentNotFound);
		}
	});
}

#[test]
fn nobody_but_an_admin_manages_agents() {
	run(|| {
		refused_to_all_but(Role::Admin, appoint(STRANGER, roles([Role::Stock])));
		refused_to_all_but(Role::Admin, change(PORTER, roles([Role::Stock])));
		refused_to_all_but(Role::Admin, remove(PORTER));
	});
}
