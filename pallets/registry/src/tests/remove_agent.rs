use crate::{mock::*, Agents, Call, Error, Event, Institutions};
use salus_primitives::{Action, Role, Subject};

const SUBJECT: [Subject; 1] = [Subject::Institution(HOSPITAL)];

fn remove(who: u64) -> Call<Test> {
	Call::remove_agent { who }
}

fn admins_and_agents() -> (u32, u32) {
	let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
	(stored.admins, stored.agents)
}

#[test]
fn an_admin_removes_an_agent() {
	run(|| {
		let records = accepted(signed(ADMIN), remove(STOREKEEPER));
		by_agent(ADMIN, &records, Action::AgentRemoved, &SUBJECT);
		last_event(Event::AgentRemoved { institution: HOSPITAL, who: STOREKEEPER });
		assert_eq!(Agents::<Test>::get(STOREKEEPER), None);
		assert_eq!(admins_and_agents(), (1, 2));
	});
}

#[test]
fn the_last_admin_stays() {
	run(|| {
		refused(signed(ADMIN), remove(ADMIN), Error::<Test>::LastAdmin);
		joined(ADMIN, STRANGER, roles([Role::Admin]));
		accepted(signed(ADMIN), remove(ADMIN));
		refused(signed(STRANGER), remove(STRANGER), Error::<Test>::LastAdmin);
	});
}

#[test]
fn an_admin_may_leave_to_another() {
	run(|| {
		joined(ADMIN, STRANGER, roles([Role::Admin]));
		accepted(signed(ADMIN), remove(ADMIN));
		refused(signed(ADMIN), remove(STRANGER), Error::<Test>::NotAgent);
		assert_eq!(admins_and_agents(), (1, 3));
	});
}

#[test]
fn an_agent_leaves_in_whatever_role() {
	run(|| {
		let records = accepted(signed(PORTER), remove(PORTER));
		by_agent(PORTER, &records, Action::AgentRemoved, &SUBJECT);
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
		joined(ADMIN, STRANGER, roles([Role::Admin, Role::Stock]));
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		refused(signed(ADMIN), remove(STRANGER), Error::<Test>::Suspended);
		accepted(signed(STOREKEEPER), remove(STOREKEEPER));
		accepted(signed(STRANGER), remove(STRANGER));
		assert_eq!(admins_and_agents(), (1, 2));
	});
}

#[test]
fn the_last_admin_of_a_suspended_institution_leaves() {
	run(|| {
		let institution = HOSPITAL;
		accepted(root(), Call::suspend_institution { institution });
		let records = accepted(signed(ADMIN), remove(ADMIN));
		by_agent(ADMIN, &records, Action::AgentRemoved, &SUBJECT);
		last_event(Event::AgentRemoved { institution, who: ADMIN });
		assert_eq!(admins_and_agents(), (0, 2));
		joined(OTHER_ADMIN, ADMIN, roles([Role::Stock]));

		// Once reinstated, it has no admin, and accreditation gives it one.
		accepted(root(), Call::reinstate_institution { institution });
		let profile = Call::amend_profile { profile: None };
		refused(signed(STOREKEEPER), profile, Error::<Test>::NotAuthorized);
		let admins = vec![STOREKEEPER].try_into().expect("four at most");
		accepted(root(), Call::replace_agents { institution, admins });
		assert_eq!(admins_and_agents(), (1, 1));
	});
}

#[test]
fn whoever_leaves_is_told_of() {
	run(|| {
		accepted(signed(ADMIN), remove(STOREKEEPER));
		accepted(signed(PORTER), remove(PORTER));
		let news = [News::Left(HOSPITAL, STOREKEEPER), News::Left(HOSPITAL, PORTER)];
		assert_eq!(MockNeighbour::news(), news);
	});
}

#[test]
fn agents_of_others_are_out_of_reach() {
	run(|| {
		for who in [OTHER_STOREKEEPER, STRANGER] {
			refused(signed(ADMIN), remove(who), Error::<Test>::AgentNotFound);
		}
	});
}

#[test]
fn nobody_but_an_admin_removes_another() {
	run(|| refused_to_all_but(Role::Admin, remove(PORTER)));
}
