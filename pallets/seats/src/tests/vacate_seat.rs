//! Vacating a seat.

use crate::{mock::*, Call, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{Action, InstitutionId, Standing};
use sp_runtime::DispatchError;

fn vacate(institution: InstitutionId) -> Call<Test> {
	Call::vacate_seat { institution }
}

#[test]
fn who_had_the_seat_neither_votes_nor_is_counted() {
	run(|| {
		let call = remark(b"masks");
		assert_ok!(propose(WU, call.clone()));
		assert_ok!(vote(WU, &call, newest_motion(), true));
		assert_ok!(vote(JING, &call, newest_motion(), true));
		let record = accepted(root(), vacate(HUBEI));
		assert_eq!(record.action, Action::SeatVacated);
		last_event(Event::SeatVacated { institution: HUBEI });
		assert_eq!(members(), [JING, PAUPER]);
		assert_eq!(votes(&call), (vec![JING], vec![]));
		assert_eq!(vote(WU, &call, newest_motion(), true), Err(CouncilError::NotMember.into()));
	});
}

#[test]
fn nobody_vacates_a_seat_but_the_origin_of_seats() {
	run(|| {
		for origin in [signed(WU), signed(ADMIN), RuntimeOrigin::none()] {
			refused(origin, vacate(HUBEI), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn what_is_no_seat_is_not_vacated() {
	run(|| refused(root(), vacate(HUNAN), Error::<Test>::SeatNotFound));
}

#[test]
fn the_last_sitting_seat_stays() {
	run(|| {
		accepted(root(), vacate(HUBEI));
		stands(BEIJING, Standing::Suspended);
		refused(root(), vacate(SHANGHAI), Error::<Test>::LastSeat);
		accepted(root(), vacate(BEIJING));
		refused(root(), vacate(SHANGHAI), Error::<Test>::LastSeat);
		assert_eq!(members(), [PAUPER]);
	});
}

#[test]
fn a_deposit_comes_back_to_who_has_no_seat_any_more() {
	run(|| {
		assert_ok!(propose(JING, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		assert_eq!(MockDeposit::held(WU), 1);
		accepted(root(), vacate(HUBEI));
		disapprove(&remark(b"two"));
		assert_ok!(Council::release_proposal_cost(signed(STRANGER), hash_of(&remark(b"two"))));
		assert_eq!(MockDeposit::held(WU), 0);
	});
}

#[test]
fn a_seat_given_again_has_the_motions_that_it_had() {
	run(|| {
		assert_ok!(propose(WU, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		accepted(root(), vacate(HUBEI));
		accepted(root(), Call::give_seat { institution: HUBEI, speaker: ADMIN });
		assert_eq!(propose(ADMIN, remark(b"three")), error(Error::TooManyMotions));
	});
}
