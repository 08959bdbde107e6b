use crate::{mock::*, Agents, Call, Error, Event, Institutions};
use salus_primitives::{Action, Agent, InstitutionId, Role, Subject};

fn appoint(institution: InstitutionId, who: u64) -> Call<Test> {
	Call::appoint_admin { institution, who }
}

fn admins_and_agents() -> (u32, u32) {
	let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
	(stored.admins, stored.agents)
}

#[test]
fn a_new_account_becomes_an_admin() {
	run(|| {
		let records = accepted(root(), appoint(HOSPITAL, STRANGER));
		by_authority(&records, Action::AgentAppointed, Subject::Institution(HOSPITAL));
		let given = roles([Role::Admin]);
		let event =
			Event::AgentAppointed { institution: HOSPITAL, who: STRANGER, roles: given.clone() };
		last_event(event);
		let agent = Agent { institution: HOSPITAL, roles: given };
		assert_eq!(Agents::<Test>::get(STRANGER), Some(agent));
		assert_eq!(admins_and_agents(), (2, 4));
		accepted(signed(STRANGER), Call::remove_agent { who: ADMIN });
	});
}

#[test]
fn an_agent_becomes_an_admin_and_keeps_its_roles() {
	run(|| {
		let records = accepted(signed(COMMISSION), appoint(HOSPITAL, STOREKEEPER));
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].action, Action::AgentRolesChanged);
		assert_eq!(records[0].subject, Subject::Institution(HOSPITAL));
		let given = roles([Role::Admin, Role::Stock]);
		let event = Event::AgentRolesChanged {
			institution: HOSPITAL,
			who: STOREKEEPER,
			roles: given.clone(),
		};
		last_event(event);
		let agent = Agent { institution: HOSPITAL, roles: given };
		assert_eq!(Agents::<Test>::get(STOREKEEPER), Some(agent));
		assert_eq!(admins_and_agents(), (2, 3));
	});
}

#[test]
fn an_admin_is_appointed_while_the_institution_is_suspended() {
	run(|| {
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		accepted(root(), appoint(HOSPITAL, STRANGER));
		assert_eq!(admins_and_agents(), (2, 4));
	});
}

#[test]
fn what_cannot_be_an_admin_is_refused() {
	run(|| {
		refused(root(), appoint(HOSPITAL, ADMIN), Error::<Test>::Unchanged);
		let call = appoint(HOSPITAL, OTHER_STOREKEEPER);
		refused(root(), call, Error::<Test>::AgentAlreadyExists);
		refused(root(), appoint(NOBODY, STRANGER), Error::<Test>::InstitutionNotFound);
		accepted(root(), appoint(HOSPITAL, STRANGER));
		refused(root(), appoint(HOSPITAL, 8), Error::<Test>::TooManyAgents);
	});
}

#[test]
fn nobody_but_accreditation_appoints_an_admin() {
	run(|| refused_to_all_but_accreditation(appoint(HOSPITAL, STRANGER)));
}
