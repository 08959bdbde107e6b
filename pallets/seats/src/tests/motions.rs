//! What a seat may fill of the agenda.

use crate::{mock::*, Error, Futile, MotionTicket, Motions};
use frame_support::{
	assert_ok,
	traits::{Consideration, MaybeConsideration},
};
use salus_primitives::Standing;

#[test]
fn one_seat_does_not_fill_the_agenda() {
	run(|| {
		assert_ok!(propose(WU, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		assert_eq!(propose(WU, remark(b"three")), error(Error::TooManyMotions));
		assert_ok!(propose(JING, remark(b"three")));
	});
}

#[test]
fn a_seat_gets_no_more_motions_by_changing_its_speaker() {
	run(|| {
		assert_ok!(propose(WU, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		accepted(signed(ADMIN), crate::Call::reassign_seat { speaker: ADMIN });
		assert_eq!(propose(ADMIN, remark(b"three")), error(Error::TooManyMotions));
	});
}

#[test]
fn a_motion_that_ended_is_not_counted_however_it_ended() {
	run(|| {
		let close = |call: &_| {
			assert_ok!(vote(WU, call, newest_motion(), true));
			assert_ok!(vote(JING, call, newest_motion(), true));
			let bound = frame_support::weights::Weight::MAX;
			assert_ok!(Council::close(signed(WU), hash_of(call), newest_motion(), bound, 100));
		};
		let expire = |call: &_| {
			System::set_block_number(System::block_number() + DURATION);
			let bound = frame_support::weights::Weight::MAX;
			assert_ok!(Council::close(signed(WU), hash_of(call), newest_motion(), bound, 100));
		};
		let kill = |call: &_| {
			assert_ok!(Council::kill(root(), hash_of(call)));
		};
		let end: [&dyn Fn(&RuntimeCall); 4] = [&close, &expire, &kill, &disapprove];
		for (number, end) in (0u8..).zip(end) {
			let (kept, ended) = (remark(&[number, 0]), remark(&[number, 1]));
			assert_ok!(propose(WU, kept.clone()));
			assert_ok!(propose(WU, ended.clone()));
			assert_eq!(propose(WU, remark(b"more")), error(Error::TooManyMotions));
			end(&ended);
			// Nobody has released what the motion cost.
			assert_ok!(propose(WU, remark(&[number, 2])));
			assert_eq!(propose(WU, remark(b"more")), error(Error::TooManyMotions));
			disapprove(&kept);
			disapprove(&remark(&[number, 2]));
		}
	});
}

#[test]
fn a_motion_proposed_again_by_another_is_counted_for_the_other_alone() {
	run(|| {
		assert_ok!(propose(WU, remark(b"one")));
		disapprove(&remark(b"one"));
		assert_ok!(propose(JING, remark(b"one")));
		assert_eq!(Motions::<Test>::get().into_inner(), [(BEIJING, hash_of(&remark(b"one")))]);
		assert_ok!(propose(WU, remark(b"two")));
		assert_ok!(propose(WU, remark(b"three")));
	});
}

#[test]
fn a_motion_proposed_again_gives_back_the_deposit_of_the_first() {
	run(|| {
		assert_ok!(propose(JING, remark(b"other")));
		assert_ok!(propose(WU, remark(b"one")));
		disapprove(&remark(b"one"));
		assert_eq!(MockDeposit::held(WU), 1);
		assert_ok!(propose(JING, remark(b"one")));
		assert_eq!((MockDeposit::held(WU), MockDeposit::held(JING)), (0, 1));
	});
}

#[test]
fn a_motion_costs_a_deposit_beside_its_place() {
	run(|| {
		assert_ok!(propose(PAUPER, remark(b"one")));
		assert_eq!(propose(PAUPER, remark(b"two")), Err(MockDeposit::POOR));
		assert_eq!(Seats::motions_left(SHANGHAI), Some(1));
		assert_ok!(propose(WU, remark(b"two")));
		assert_eq!(MockDeposit::held(WU), 1);
	});
}

#[test]
fn a_ticket_is_worth_its_deposit() {
	run(|| {
		assert_ok!(propose(JING, remark(b"one")));
		let ticket = <MotionTicket<Test> as Consideration<u64, u32>>::new(&WU, 0).expect("a seat");
		assert!(ticket.is_none());
		let ticket = ticket.update(&WU, 3).expect("a seat");
		assert!(!ticket.is_none());
		assert_eq!(MockDeposit::held(WU), 3);
		ticket.burn(&WU);
		assert_eq!(MockDeposit::held(WU), 0);
		let nobody = <MotionTicket<Test> as Consideration<u64, u32>>::new(&STRANGER, 0);
		assert_eq!(nobody, Err(Error::<Test>::SeatNotFound.into()));
	});
}

#[test]
fn a_motion_that_can_never_succeed_is_refused_by_its_name() {
	run(|| {
		for (text, futile) in CouncilAgenda::FUTILE {
			let refusal = match futile {
				Futile::LicenceExpired => Error::LicenceExpired,
				Futile::DeadlinePassed => Error::DeadlinePassed,
				Futile::TooManyParts => Error::TooManyParts,
				Futile::TooDeep => Error::TooDeep,
			};
			assert_eq!(propose(WU, remark(text)), error(refusal));
			assert_eq!(Seats::explain_motion(remark(text)), Some(Error::from(futile)));
		}
		assert_eq!(Seats::explain_motion(remark(b"fine")), None);
	});
}

#[test]
fn a_seat_without_room_is_told_so_whatever_it_proposes() {
	run(|| {
		assert_ok!(propose(WU, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		for (text, _) in CouncilAgenda::FUTILE {
			assert_eq!(propose(WU, remark(text)), error(Error::TooManyMotions));
		}
	});
}

#[test]
fn a_seat_that_is_silent_keeps_the_count_of_its_motions() {
	run(|| {
		assert_ok!(propose(WU, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		stands(HUBEI, Standing::Suspended);
		stands(HUBEI, Standing::Active);
		assert_eq!(propose(WU, remark(b"three")), error(Error::TooManyMotions));
	});
}
