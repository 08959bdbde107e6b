//! Who may act for whom, as other pallets ask.

use crate::{mock::*, Call, Error};
use frame_support::assert_err;
use salus_primitives::{Access, Act, Actor, Effect, Matter, Role};
use sp_runtime::DispatchError;

fn agent(origin: RuntimeOrigin, role: Role) -> Result<Act<u64>, DispatchError> {
	<Registry as Access<RuntimeOrigin, u64>>::agent(origin, role)
}

fn anyone(origin: RuntimeOrigin) -> Result<Act<u64>, DispatchError> {
	<Registry as Access<RuntimeOrigin, u64>>::anyone(origin)
}

#[test]
fn an_agent_acts_for_its_institution_in_its_role() {
	run(|| {
		let act = Act::of_agent(STOREKEEPER, HOSPITAL);
		assert_eq!(agent(signed(STOREKEEPER), Role::Stock), Ok(act));
		assert_err!(agent(signed(STOREKEEPER), Role::Admin), Error::<Test>::NotAuthorized);
		assert_err!(agent(signed(STRANGER), Role::Stock), Error::<Test>::NotAgent);
		assert_err!(agent(root(), Role::Stock), DispatchError::BadOrigin);
	});
}

#[test]
fn the_role_may_depend_on_the_institution() {
	run(|| {
		let act = <Registry as Access<RuntimeOrigin, u64>>::agent_as(signed(PORTER), |who| {
			assert_eq!(who, HOSPITAL);
			Ok(Role::Receive)
		});
		assert_eq!(act, Ok(Act::of_agent(PORTER, HOSPITAL)));
	});
}

#[test]
fn the_first_reason_is_told() {
	run(|| {
		let no_party = DispatchError::Other("no party");
		let agent_as = |who| {
			let role_of = |_| Err(no_party);
			<Registry as Access<RuntimeOrigin, u64>>::agent_as(signed(who), role_of)
		};
		assert_err!(agent_as(STRANGER), Error::<Test>::NotAgent);
		assert_err!(agent_as(STOREKEEPER), no_party);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		assert_err!(agent_as(STOREKEEPER), Error::<Test>::Suspended);
		assert_err!(agent(signed(STOREKEEPER), Role::Admin), Error::<Test>::Suspended);
		assert!(agent(signed(OTHER_STOREKEEPER), Role::Stock).is_ok());
	});
}

#[test]
fn who_is_suspended_in_haste_votes_and_does_nothing_else() {
	run(|| {
		let voter = |who| <Registry as Access<RuntimeOrigin, u64>>::voter(signed(who));
		accepted(signed(ADMIN), Call::change_roles { who: PORTER, roles: roles([Role::Vote]) });
		assert_eq!(voter(PORTER), Ok(Act::of_agent(PORTER, HOSPITAL)));
		assert_err!(voter(STOREKEEPER), Error::<Test>::NotAuthorized);
		assert_err!(voter(STRANGER), Error::<Test>::NotAgent);
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		assert_err!(voter(PORTER), Error::<Test>::Suspended);
		let matter = Matter::Standing(HOSPITAL);
		MockHaste::set_pending(matter, Some(Effect::OutOfForce));
		assert_eq!(voter(PORTER), Ok(Act::of_agent(PORTER, HOSPITAL)));
		assert_err!(voter(STOREKEEPER), Error::<Test>::NotAuthorized);
		assert_err!(agent(signed(PORTER), Role::Vote), Error::<Test>::Suspended);
		MockHaste::set_pending(matter, None);
		assert_err!(voter(PORTER), Error::<Test>::Suspended);
	});
}

#[test]
fn anyone_who_signs_is_told_with_its_institution_suspended_or_not() {
	run(|| {
		accepted(root(), Call::suspend_institution { institution: HOSPITAL });
		assert_eq!(anyone(signed(PORTER)), Ok(Act::of_agent(PORTER, HOSPITAL)));
		assert_eq!(anyone(signed(STRANGER)), Ok(Act::by(Actor::Account(STRANGER))));
		assert_err!(anyone(root()), DispatchError::BadOrigin);
		assert_err!(anyone(RuntimeOrigin::none()), DispatchError::BadOrigin);
	});
}
