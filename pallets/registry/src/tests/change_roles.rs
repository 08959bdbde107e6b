use crate::{mock::*, Call, Error, Event, Institutions};
use salus_primitives::{Action, Role, Roles, Subject};

fn change(who: u64, roles: Roles) -> Call<Test> {
	Call::change_roles { who, roles }
}

fn admins_and_agents() -> (u32, u32) {
	let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
	(stored.admins, stored.agents)
}

#[test]
fn an_admin_changes_roles() {
	run(|| {
		let given = roles([Role::Admin, Role::Stock]);
		let records = accepted(signed(ADMIN), change(STOREKEEPER, given.clone()));
		by_agent(ADMIN, &records, Action::AgentRolesChanged, &[Subject::Institution(HOSPITAL)]);
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
fn an_agent_keeps_a_role() {
	run(|| {
		refused(signed(ADMIN), change(STOREKEEPER, Roles::new()), Error::<Test>::NoRoles);
	});
}

#[test]
fn the_last_admin_stays_one() {
	run(|| {
		let stock = change(ADMIN, roles([Role::Stock]));
		refused(signed(ADMIN), stock.clone(), Error::<Test>::LastAdmin);
		let another = Call::invite_agent { who: STRANGER, roles: roles([Role::Admin]) };
		accepted(signed(ADMIN), another);
		refused(signed(ADMIN), stock.clone(), Error::<Test>::LastAdmin);
		accepted(signed(STRANGER), Call::accept_invitation { institution: HOSPITAL });
		accepted(signed(ADMIN), stock);
		assert_eq!(admins_and_agents(), (1, 4));
	});
}

#[test]
fn an_admin_may_take_on_more() {
	run(|| {
		accepted(signed(ADMIN), change(ADMIN, roles([Role::Admin, Role::Stock])));
		assert_eq!(admins_and_agents(), (1, 3));
	});
}

#[test]
fn agents_of_others_and_who_is_only_invited_are_out_of_reach() {
	run(|| {
		accepted(signed(ADMIN), Call::invite_agent { who: STRANGER, roles: roles([Role::Stock]) });
		for who in [OTHER_STOREKEEPER, STRANGER] {
			let call = change(who, roles([Role::Receive]));
			refused(signed(ADMIN), call, Error::<Test>::AgentNotFound);
		}
	});
}

#[test]
fn nobody_but_an_admin_changes_roles() {
	run(|| refused_to_all_but(Role::Admin, change(PORTER, roles([Role::Stock]))));
}
