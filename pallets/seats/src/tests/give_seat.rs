//! Giving a seat.

use crate::{mock::*, Call, Error, Event};
use salus_primitives::{mock::MockDirectory, Action, Actor, Authority, InstitutionId};
use sp_runtime::DispatchError;

fn give(institution: InstitutionId, speaker: u64) -> Call<Test> {
	Call::give_seat { institution, speaker }
}

#[test]
fn a_commission_with_a_seat_votes() {
	run(|| {
		let record = accepted(root(), give(HUNAN, XIANG));
		assert_eq!(record.action, Action::SeatGiven);
		assert_eq!(record.actor, Actor::Authority(Authority::Root));
		last_event(Event::SeatGiven { institution: HUNAN, speaker: XIANG });
		assert_eq!(members(), [WU, JING, PAUPER, XIANG]);
		let call = remark(b"masks");
		assert_eq!(propose(XIANG, call.clone()), Ok(()));
		assert_eq!(vote(XIANG, &call, newest_motion(), true), Ok(()));
	});
}

#[test]
fn nobody_gives_a_seat_but_the_origin_of_seats() {
	run(|| {
		for origin in [signed(WU), signed(XIANG), RuntimeOrigin::none()] {
			refused(origin, give(HUNAN, XIANG), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_commission_has_one_seat() {
	run(|| refused(root(), give(HUBEI, ADMIN), Error::<Test>::SeatAlreadyExists));
}

#[test]
fn an_institution_that_is_not_there_has_no_seat() {
	run(|| refused(root(), give(NOBODY, XIANG), Error::<Test>::InstitutionNotFound));
}

#[test]
fn a_hospital_has_no_seat() {
	run(|| refused(root(), give(HOSPITAL, DOCTOR), Error::<Test>::NotCommission));
}

#[test]
fn a_suspended_or_wound_up_commission_is_given_no_seat() {
	run(|| {
		MockDirectory::set_active(HUNAN, false);
		refused(root(), give(HUNAN, XIANG), Error::<Test>::CommissionNotActive);
		MockDirectory::wind_up(HUNAN);
		refused(root(), give(HUNAN, XIANG), Error::<Test>::CommissionNotActive);
	});
}

#[test]
fn who_speaks_is_an_agent_of_the_commission() {
	run(|| {
		for who in [STRANGER, WU, DOCTOR] {
			refused(root(), give(HUNAN, who), Error::<Test>::AgentNotFound);
		}
	});
}

#[test]
fn there_are_no_more_seats_than_may_be() {
	run(|| {
		accepted(root(), give(HUNAN, XIANG));
		refused(root(), give(HAINAN, QIONG), Error::<Test>::TooManySeats);
	});
}
