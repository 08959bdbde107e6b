//! The council before the first block.

use crate::{mock::*, Seats as Stored};

#[test]
fn the_council_starts_with_its_seats_and_without_a_record() {
	run(|| {
		assert_eq!(members(), [WU, JING, PAUPER]);
		let speakers: Vec<_> = Stored::<Test>::get().into_iter().collect();
		assert_eq!(speakers, [(HUBEI, Some(WU)), (BEIJING, Some(JING)), (SHANGHAI, Some(PAUPER))]);
		assert_eq!(crate::NewestRecord::<Test>::get(), None);
	});
}

#[test]
#[should_panic(expected = "two seats")]
fn no_commission_starts_with_two_seats() {
	externalities(vec![(HUBEI, WU), (HUBEI, ADMIN)]);
}

#[test]
#[should_panic(expected = "speak for two seats")]
fn no_account_starts_with_two_seats() {
	externalities(vec![(HUBEI, WU), (BEIJING, WU)]);
}

#[test]
#[should_panic(expected = "no more seats than there may be")]
fn there_are_no_more_seats_than_may_be() {
	let all = [HUBEI, BEIJING, SHANGHAI, HUNAN, HAINAN];
	externalities(all.into_iter().zip(100..).collect());
}
