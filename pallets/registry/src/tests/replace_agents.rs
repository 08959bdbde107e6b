use crate::{
	mock::*, Agents, AgentsByInstitution, Call, Config, Error, Event, Institutions, Invitations,
};
use frame_support::pallet_prelude::Get;
use salus_primitives::{Action, Actor, Authority, InstitutionId, Role, Subject};

fn replace<const N: usize>(institution: InstitutionId, admins: [u64; N]) -> Call<Test> {
	let admins = admins.to_vec().try_into().expect("four at most");
	Call::replace_agents { institution, admins }
}

fn replaced<const K: usize, const I: usize>(kept: [u64; K], invited: [u64; I]) -> Event<Test> {
	let bounded = |who: &[u64]| {
		let who: alloc::collections::BTreeSet<_> = who.iter().copied().collect();
		who.try_into().expect("four at most")
	};
	Event::AgentsReplaced {
		institution: HOSPITAL,
		kept: bounded(&kept),
		invited: bounded(&invited),
	}
}

/// The accounts of the hospital's agents.
fn agents() -> Vec<u64> {
	let mut agents: Vec<_> = Agents::<Test>::iter()
		.filter_map(|(who, agent)| (agent.institution == HOSPITAL).then_some(who))
		.collect();
	agents.sort_unstable();
	agents
}

#[test]
fn all_agents_leave_and_a_stranger_is_invited_to_be_admin() {
	run(|| {
		let records = accepted(root(), replace(HOSPITAL, [STRANGER]));
		by_authority(&records, Action::AgentsReplaced, Subject::Institution(HOSPITAL));
		last_event(replaced([], [STRANGER]));
		assert!(agents().is_empty());
		assert_eq!(Invitations::<Test>::get(STRANGER, HOSPITAL), Some(roles([Role::Admin])));
		assert_eq!(admins_agents_and_invitations(), (0, 0, 1));
		let left = [ADMIN, STOREKEEPER, PORTER].map(|who| News::Left(HOSPITAL, who));
		let mut news = left.to_vec();
		news.push(News::Replaced(HOSPITAL, Actor::Authority(Authority::Root)));
		assert_eq!(MockNeighbour::news(), news);

		accepted(signed(STRANGER), Call::accept_invitation { institution: HOSPITAL });
		assert_eq!(admins_agents_and_invitations(), (1, 1, 0));
		joined(STRANGER, STOREKEEPER, roles([Role::Stock]));
	});
}

#[test]
fn an_agent_that_is_named_acts_on_as_an_admin_and_keeps_its_roles() {
	run(|| {
		let records = accepted(signed(COMMISSION), replace(HOSPITAL, [STOREKEEPER, STRANGER]));
		assert_eq!(records.len(), 1);
		last_event(replaced([STOREKEEPER], [STRANGER]));
		assert_eq!(agents(), [STOREKEEPER]);
		let agent = Agents::<Test>::get(STOREKEEPER).expect("it is kept");
		assert_eq!(agent.roles, roles([Role::Admin, Role::Stock]));
		assert_eq!(admins_agents_and_invitations(), (1, 1, 1));
		// Who acts on has not left.
		assert_eq!(
			MockNeighbour::news(),
			[
				News::Left(HOSPITAL, ADMIN),
				News::Left(HOSPITAL, PORTER),
				News::Replaced(HOSPITAL, Actor::Account(COMMISSION)),
			]
		);
		accepted(signed(STOREKEEPER), Call::withdraw_invitation { who: STRANGER });
	});
}

#[test]
fn a_stolen_admin_key_that_has_taken_all_places_is_replaced_in_one_step() {
	run(|| {
		const THIEF: u64 = ADMIN;
		for who in [STOREKEEPER, PORTER] {
			accepted(signed(THIEF), Call::remove_agent { who });
		}
		joined(THIEF, 100, roles([Role::Admin]));
		let most: u32 = <Test as Config>::MaxAgents::get();
		for who in 2..u64::from(most) {
			let call = Call::invite_agent { who: 100 + who, roles: roles([Role::Admin]) };
			accepted(signed(THIEF), call);
		}
		assert_eq!(admins_agents_and_invitations(), (2, 2, most - 2));

		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		accepted(root(), replace(HOSPITAL, [STOREKEEPER]));
		accepted(root(), Call::reinstate_institution { institution: HOSPITAL });
		accepted(signed(STOREKEEPER), Call::accept_invitation { institution: HOSPITAL });
		assert_eq!(agents(), [STOREKEEPER]);
		assert_eq!(AgentsByInstitution::<Test>::iter_prefix(HOSPITAL).count(), 1);
		for who in [THIEF, 100] {
			let call = Call::invite_agent { who: 8, roles: roles([Role::Stock]) };
			refused(signed(who), call, Error::<Test>::NotAgent);
		}
		let accept = Call::accept_invitation { institution: HOSPITAL };
		refused(signed(102), accept, Error::<Test>::InvitationNotFound);
	});
}

#[test]
fn an_institution_that_is_not_suspended_is_given_other_agents_too() {
	run(|| {
		accepted(root(), replace(HOSPITAL, [PORTER]));
		assert_eq!(agents(), [PORTER]);
		accepted(signed(PORTER), Call::amend_profile { profile: Some(Default::default()) });
	});
}

#[test]
fn an_invited_admin_who_is_silent_is_replaced() {
	run(|| {
		accepted(root(), replace(HOSPITAL, [STRANGER]));
		accepted(root(), replace(HOSPITAL, [8]));
		last_event(replaced([], [8]));
		let accept = Call::accept_invitation { institution: HOSPITAL };
		refused(signed(STRANGER), accept.clone(), Error::<Test>::InvitationNotFound);
		accepted(signed(8), accept);
		// Who is invited again has a new invitation.
		accepted(root(), replace(HOSPITAL, [STRANGER]));
		accepted(root(), replace(HOSPITAL, [STRANGER]));
		assert_eq!(admins_agents_and_invitations(), (0, 0, 1));
	});
}

#[test]
fn agents_of_another_institution_are_invited_and_not_taken() {
	run(|| {
		accepted(root(), replace(HOSPITAL, [OTHER_ADMIN]));
		last_event(replaced([], [OTHER_ADMIN]));
		let donor = Institutions::<Test>::get(DONOR).expect("it exists");
		assert_eq!((donor.admins, donor.agents), (1, 2));
	});
}

#[test]
fn as_many_are_named_as_may_be_and_one_that_is_named_twice_counts_once() {
	run(|| {
		accepted(root(), replace(HOSPITAL, [30, 31, 32, 33]));
		assert_eq!(admins_agents_and_invitations(), (0, 0, 4));
		accepted(root(), replace(HOSPITAL, [STRANGER, STRANGER]));
		last_event(replaced([], [STRANGER]));
		assert_eq!(admins_agents_and_invitations(), (0, 0, 1));
	});
}

#[test]
fn nobody_is_no_admin() {
	run(|| {
		refused(root(), replace(HOSPITAL, []), Error::<Test>::NoAdmins);
		refused(root(), replace(NOBODY, [STRANGER]), Error::<Test>::InstitutionNotFound);
		accepted(root(), Call::wind_up { institution: HOSPITAL });
		refused(root(), replace(HOSPITAL, [STRANGER]), Error::<Test>::WoundUp);
	});
}

#[test]
fn nobody_but_accreditation_replaces_agents() {
	run(|| refused_to_all_but_accreditation(replace(HOSPITAL, [STRANGER])));
}

#[test]
fn whoever_is_told_of_it_may_refuse() {
	run(|| {
		MockNeighbour::refuse_agents();
		refused(root(), replace(HOSPITAL, [STRANGER]), MockNeighbour::TOO_MANY);
	});
}
