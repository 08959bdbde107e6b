//! What clients ask.

use crate::mock::*;
use frame_support::assert_ok;
use salus_primitives::Standing;

#[test]
fn seats_are_told_with_their_speakers() {
	run(|| {
		stands(BEIJING, Standing::Suspended);
		leaves(SHANGHAI, PAUPER);
		assert_eq!(
			Seats::seats(),
			[(HUBEI, Some(WU), true), (BEIJING, Some(JING), false), (SHANGHAI, None, false)]
		);
	});
}

#[test]
fn a_seat_knows_how_many_motions_it_may_propose() {
	run(|| {
		assert_eq!(Seats::motions_left(HUNAN), None);
		assert_eq!(Seats::motions_left(HUBEI), Some(2));
		assert_ok!(propose(WU, remark(b"one")));
		assert_ok!(propose(WU, remark(b"two")));
		assert_eq!(Seats::motions_left(HUBEI), Some(0));
		assert_eq!(Seats::motions_left(BEIJING), Some(2));
		disapprove(&remark(b"one"));
		assert_eq!(Seats::motions_left(HUBEI), Some(1));
	});
}
