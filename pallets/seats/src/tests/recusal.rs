//! Whose votes count on a motion.

use crate::{mock::*, recuse, Call, Concern, Error};
use salus_primitives::{InstitutionId, Standing};

type Tally = Result<(u32, u32), Error<Test>>;

/// What a vote of these speakers, of all that sit, amounts to.
fn tally(voters: &[u64], concern: &Concern) -> Tally {
	Seats::tally((voters.len() as u32, members().len() as u32), Some(voters), concern)
}

fn about(institutions: &[InstitutionId]) -> Concern {
	Concern::about(institutions.iter().copied())
}

/// A council of four.
fn four(test: impl FnOnce()) {
	run(|| {
		accepted(root(), Call::give_seat { institution: HUNAN, speaker: XIANG });
		test();
	});
}

#[test]
fn ayes_and_seats_are_taken_out() {
	assert_eq!(recuse(3, 5, 0, 0), Some((3, 5)));
	assert_eq!(recuse(3, 5, 1, 1), Some((2, 4)));
	assert_eq!(recuse(3, 5, 0, 1), Some((3, 4)));
	assert_eq!(recuse(1, 5, 2, 2), Some((0, 3)));
}

#[test]
fn nobody_is_left_when_all_are_concerned() {
	assert_eq!(recuse(0, 0, 0, 0), None);
	assert_eq!(recuse(2, 2, 2, 2), None);
	assert_eq!(recuse(2, 2, 0, 3), None);
	assert_eq!(recuse(u32::MAX, u32::MAX, 0, u32::MAX), None);
}

#[test]
fn a_share_is_never_above_the_whole() {
	for ayes in 0..6 {
		for (concerned_ayes, concerned_seats) in [(0, 0), (0, 2), (2, 0), (9, 1), (1, 4)] {
			let counted = recuse(ayes, 5, concerned_ayes, concerned_seats);
			assert!(counted.is_some_and(|(ayes, seats)| ayes <= seats && seats > 0));
		}
	}
}

#[test]
fn a_motion_about_nobody_counts_everybody() {
	four(|| {
		assert_eq!(tally(&[WU, JING], &Concern::nobody()), Ok((2, 4)));
		assert_eq!(tally(&[WU, JING], &about(&[HOSPITAL, HAINAN])), Ok((2, 4)));
	});
}

#[test]
fn a_seat_does_not_vote_on_itself() {
	four(|| {
		assert_eq!(tally(&[WU, JING], &about(&[HUBEI])), Ok((1, 3)));
		assert_eq!(tally(&[JING, XIANG], &about(&[HUBEI])), Ok((2, 3)));
		assert_eq!(tally(&[WU, JING], &about(&[HUBEI, BEIJING, HOSPITAL])), Ok((0, 2)));
	});
}

#[test]
fn where_the_voters_are_not_known_whoever_is_concerned_voted_aye() {
	four(|| {
		assert_eq!(Seats::tally((1, 4), None, &about(&[HUBEI])), Ok((0, 3)));
		assert_eq!(Seats::tally((3, 4), None, &about(&[HUBEI])), Ok((2, 3)));
		assert_eq!(Seats::tally((3, 4), None, &Concern::nobody()), Ok((3, 4)));
	});
}

#[test]
fn a_silent_seat_is_not_counted_twice() {
	four(|| {
		stands(HUBEI, Standing::Suspended);
		assert_eq!(tally(&[JING, XIANG], &about(&[HUBEI])), Ok((2, 3)));
	});
}

#[test]
fn a_motion_that_concerns_everybody_is_decided_by_nobody() {
	four(|| {
		let all = about(&[HUBEI, BEIJING, SHANGHAI, HUNAN]);
		assert_eq!(tally(&[WU, JING, PAUPER, XIANG], &all), Err(Error::NobodyVotes));
	});
}

#[test]
fn a_part_that_concerns_somebody_does_not_lower_what_the_rest_takes() {
	four(|| {
		let bundle = |parts: &[Concern]| Concern::of_parts(parts.to_vec());
		let opponents = [about(&[HUBEI]), about(&[BEIJING])];
		assert_eq!(tally(&[PAUPER, XIANG], &bundle(&opponents)), Ok((2, 4)));
		let same = [about(&[HUBEI, BEIJING]), about(&[HUBEI])];
		assert_eq!(tally(&[PAUPER, XIANG], &bundle(&same)), Ok((2, 3)));
		let rest = [about(&[HUBEI]), Concern::nobody()];
		assert_eq!(tally(&[WU, PAUPER, XIANG], &bundle(&rest)), Ok((2, 4)));
		assert_eq!(bundle(&[]), Concern::nobody());
	});
}

#[test]
fn what_changes_who_votes_takes_three_quarters_of_all_without_the_seat_itself() {
	four(|| {
		let silence = Concern::voice_of(HUBEI);
		assert_eq!(tally(&[JING, PAUPER, XIANG], &silence), Ok((3, 4)));
		assert_eq!(tally(&[JING, PAUPER], &silence), Err(Error::TooFewAyes));
		assert_eq!(tally(&[WU, JING, PAUPER], &silence), Err(Error::TooFewAyes));
		// A majority that names its opponent in the same batch gains nothing.
		let bundle = Concern::of_parts([about(&[BEIJING]), silence]);
		assert_eq!(tally(&[PAUPER, XIANG], &bundle), Err(Error::TooFewAyes));
	});
}

#[test]
fn an_institution_without_a_seat_has_no_voice_at_stake() {
	four(|| assert_eq!(tally(&[JING], &Concern::voice_of(HOSPITAL)), Ok((1, 4))));
}

#[test]
fn who_votes_for_anybody_in_the_assembly_takes_three_quarters() {
	four(|| {
		let replace = Concern::vote_of(HOSPITAL);
		assert_eq!(tally(&[WU, JING, PAUPER], &replace), Ok((3, 4)));
		assert_eq!(tally(&[WU, JING], &replace), Err(Error::TooFewAyes));
		// In a batch too, whatever else is in it.
		let bundle = Concern::of_parts([Concern::nobody(), replace]);
		assert_eq!(tally(&[WU, JING], &bundle), Err(Error::TooFewAyes));
		// Of one that has a seat, its own aye does not count.
		let own = Concern::vote_of(HUBEI);
		assert_eq!(tally(&[WU, JING, PAUPER], &own), Err(Error::TooFewAyes));
		assert_eq!(tally(&[JING, PAUPER, XIANG], &own), Ok((3, 4)));
	});
}

#[test]
fn voters_that_a_motion_is_not_about_are_counted() {
	four(|| {
		let count = |voters: &[u64], concern| Seats::unconcerned(voters, &concern);
		assert_eq!(count(&[WU, JING], Concern::nobody()), 2);
		assert_eq!(count(&[WU, JING], about(&[HUBEI])), 1);
		assert_eq!(count(&[WU, JING], about(&[HUBEI, BEIJING, HOSPITAL])), 0);
		assert_eq!(count(&[], about(&[HUBEI])), 0);
	});
}

#[test]
fn a_silent_seat_is_made_to_sit_by_three_quarters() {
	four(|| {
		stands(HUBEI, Standing::Suspended);
		let reinstate = Concern::voice_of(HUBEI);
		assert_eq!(tally(&[JING, PAUPER], &reinstate), Err(Error::TooFewAyes));
		assert_eq!(tally(&[JING, PAUPER, XIANG], &reinstate), Ok((3, 3)));
	});
}

#[test]
fn the_only_seat_does_not_remove_itself() {
	run(|| {
		stands(HUBEI, Standing::Suspended);
		stands(BEIJING, Standing::Suspended);
		let silence = Concern::voice_of(SHANGHAI);
		assert_eq!(tally(&[PAUPER], &silence), Err(Error::TooFewAyes));
	});
}
