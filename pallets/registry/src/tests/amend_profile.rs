use crate::{mock::*, Call, Error, Event, Institutions};
use salus_primitives::{Action, Role, Subject};
use sp_core::H256;

const PROFILE: Option<H256> = Some(H256::repeat_byte(7));

#[test]
fn an_admin_amends_the_profile() {
	run(|| {
		let call = Call::amend_profile { profile: PROFILE };
		let records = accepted(signed(ADMIN), call.clone());
		by_agent(ADMIN, &records, Action::ProfileAmended, &[Subject::Institution(HOSPITAL)]);
		last_event(Event::ProfileAmended { institution: HOSPITAL, profile: PROFILE });
		let stored = Institutions::<Test>::get(HOSPITAL).expect("it exists");
		assert_eq!(stored.profile, PROFILE);
		refused(signed(ADMIN), call, Error::<Test>::Unchanged);
	});
}

#[test]
fn nobody_but_an_admin_amends_it() {
	run(|| refused_to_all_but(Role::Admin, Call::amend_profile { profile: PROFILE }));
}
