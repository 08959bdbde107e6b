//! What may move in a period.

use crate::{mock::*, *};
use frame_support::{assert_ok, weights::Weight};
use salus_primitives::{mock::MockDirectory, time::DAY, Movement, OnTransfer, TransferId};

const WEEK: u64 = 7 * DAY;

/// The first moment of the period after this one.
fn next_period() -> u64 {
	(NOW / WEEK + 1) * WEEK
}

fn to(receiver: salus_primitives::InstitutionId, quantity: u64) -> Movement {
	Movement { receiver, ..masks(quantity) }
}

#[test]
fn what_is_proposed_counts_until_the_limit() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Receiver)));
		assert!(propose(&masks(60)).is_some());
		assert_eq!(counted(rule, Among::Receiver(CLINIC)), 60);
		assert_eq!(refusals(&masks(41)), [unmet(rule, 0, 0)]);
		assert!(propose(&masks(40)).is_some());
		assert_eq!(refusals(&masks(1)), [unmet(rule, 0, 0)]);
		// Another receiver has its own.
		assert!(propose(&to(DONOR, 100)).is_some());
		assert_eq!(counted(rule, Among::Receiver(DONOR)), 100);
	});
}

#[test]
fn looking_counts_nothing() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Receiver)));
		for _ in 0..3 {
			assert!(passes(&masks(100)));
		}
		assert_eq!(counted(rule, Among::Receiver(CLINIC)), 0);
	});
}

#[test]
fn a_region_and_everybody_share_a_limit() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Region)));
		assert!(propose(&to(COMMISSION, 60)).is_some());
		// Wuhan is a part of Hubei, and has a limit of its own.
		assert!(propose(&masks(60)).is_some());
		assert!(propose(&to(HOSPITAL, 40)).is_some());
		assert!(propose(&to(HOSPITAL, 1)).is_none());
		assert_eq!(counted(rule, Among::Region(code("CN-HB"))), 100);
		assert_ok!(Ruling::withdraw_rule(root(), rule));

		let rule = ruled(only(at_most(100, Reach::Everybody)));
		assert!(propose(&to(DONOR, 60)).is_some());
		let by_donor = Movement { sender: DONOR, ..to(CLINIC, 40) };
		assert!(propose(&by_donor).is_some());
		assert!(propose(&masks(1)).is_none());
		assert_eq!(counted(rule, Among::Everybody), 100);
	});
}

#[test]
fn the_rule_of_one_sender_counts_what_that_one_sends() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), Some(MASKS), only(at_most(100, Reach::Everybody)));
		assert!(propose(&Movement { sender: DONOR, ..masks(1_000) }).is_some());
		assert_eq!(counted(rule, Among::Everybody), 0);
		assert!(propose(&masks(100)).is_some());
		assert!(propose(&masks(1)).is_none());
	});
}

#[test]
fn nothing_counts_to_a_region_of_nobody() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Region)));
		let nobody = salus_primitives::InstitutionId(99);
		assert_eq!(refusals(&to(nobody, 1)), [unmet(rule, 0, 0)]);
	});
}

#[test]
fn the_next_period_begins_at_zero() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		turn_to(next_period() - 1);
		assert!(propose(&masks(100)).is_some());
		assert!(propose(&masks(1)).is_none());
		turn_to(next_period());
		assert_eq!(counted(rule, Among::Everybody), 0);
		assert!(propose(&masks(70)).is_some());
		assert_eq!(counted(rule, Among::Everybody), 70);
	});
}

#[test]
fn what_never_left_is_given_back() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let ids = [60, 40].map(|quantity| propose(&masks(quantity)).expect("it passes"));
		end(ids[0]);
		assert_eq!(counted(rule, Among::Everybody), 40);
		assert!(propose(&masks(61)).is_none());
		end(ids[1]);
		assert_eq!(Counts::<Test>::iter().count() + Passages::<Test>::iter().count(), 0);
		// Nobody gives the same back twice.
		end(ids[1]);
		assert_eq!(counted(rule, Among::Everybody), 0);
	});
}

#[test]
fn giving_back_is_charged_by_what_is_given_back() {
	play(|| {
		let to_receiver = clause(at_most(100, Reach::Receiver));
		ruled(wording(&[&[to_receiver, clause(at_most(200, Reach::Everybody))]]));
		ruled(only(at_most(100, Reach::Everybody)));
		let id = propose(&masks(1)).expect("it passes");
		let cost = |shares| Weight::from_parts(shares, 0);
		assert_eq!(unsent(id), cost(3));
		assert_eq!(unsent(TransferId(77)), cost(0));
		let most = u64::from(MAX_APPLICABLE * MAX_LIMITS);
		assert_eq!(<Ruling as OnTransfer<u64>>::weight_of_unsent(), cost(most));
		assert_eq!(<Ruling as OnTransfer<u64>>::weight_of_changed(), cost(0));
	});
}

#[test]
fn what_ends_in_a_later_period_takes_nothing_from_that_one() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let id = propose(&masks(100)).expect("it passes");
		turn_to(next_period());
		assert!(propose(&masks(80)).is_some());
		end(id);
		assert_eq!(counted(rule, Among::Everybody), 80);
	});
}

#[test]
fn what_left_counts_whatever_becomes_of_it() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let id = propose(&masks(100)).expect("it passes");
		assert!(dispatch(id, &masks(100)));
		assert_eq!(counted(rule, Among::Everybody), 100);
		assert_eq!(Passages::<Test>::iter().count(), 0);
		end(id);
		assert_eq!(counted(rule, Among::Everybody), 100);
	});
}

#[test]
fn a_transfer_is_counted_once_whenever_it_leaves() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let id = propose(&masks(100)).expect("it passes");
		// When the limit is lower than what is counted, and when it is not.
		let less = only(at_most(50, Reach::Everybody));
		assert_ok!(Ruling::amend_rule(root(), rule, less, DIGEST));
		assert_eq!(refusals(&leaving(id, HOSPITAL, &masks(100))), [unmet(rule, 0, 0)]);
		let same = only(at_most(100, Reach::Everybody));
		assert_ok!(Ruling::amend_rule(root(), rule, same, DIGEST));
		assert!(dispatch(id, &masks(100)));
		assert_eq!(counted(rule, Among::Everybody), 100);
	});
}

#[test]
fn under_another_wording_it_is_counted_in_the_period_in_which_it_leaves() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let [kept, first, second] = [(); 3].map(|()| propose(&masks(30)).expect("it passes"));
		turn_to(NOW + 7 * DAY);
		// Under the wording of its proposal, it is counted in the period of that.
		assert!(dispatch(kept, &masks(30)));
		assert_eq!(counted(rule, Among::Everybody), 0);
		let less = only(at_most(50, Reach::Everybody));
		assert_ok!(Ruling::amend_rule(root(), rule, less, DIGEST));
		assert!(dispatch(first, &masks(30)));
		assert_eq!(counted(rule, Among::Everybody), 30);
		assert_eq!(refusals(&leaving(second, HOSPITAL, &masks(30))), [unmet(rule, 0, 0)]);
	});
}

#[test]
fn a_limit_that_is_written_since_counts_at_dispatch() {
	play(|| {
		let id = propose(&masks(60)).expect("no rule");
		let other = propose(&masks(60)).expect("no rule");
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		assert!(dispatch(id, &masks(60)));
		assert_eq!(counted(rule, Among::Everybody), 60);
		assert_eq!(refusals(&leaving(other, HOSPITAL, &masks(60))), [unmet(rule, 0, 0)]);
	});
}

#[test]
fn counts_outlive_another_wording() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		assert!(propose(&masks(90)).is_some());
		let more = only(at_most(120, Reach::Everybody));
		assert_ok!(Ruling::amend_rule(root(), rule, more, DIGEST));
		assert!(propose(&masks(31)).is_none());
		assert!(propose(&masks(30)).is_some());
	});
}

#[test]
fn whatever_passes_counts_by_whichever_alternative() {
	play(|| {
		let serves = clause(Condition::Serves { priority: salus_primitives::Priority::Stat });
		let limit = clause(at_most(100, Reach::Everybody));
		let rule = ruled(wording(&[&[limit], &[serves]]));
		let urgent = |quantity| Movement {
			serves: Some(salus_primitives::Priority::Stat),
			..masks(quantity)
		};
		assert!(propose(&urgent(500)).is_some());
		assert_eq!(counted(rule, Among::Everybody), 500);
		assert!(propose(&masks(1)).is_none());
		assert!(propose(&urgent(1)).is_some());
	});
}

#[test]
fn a_limit_that_must_be_exceeded_counts_as_well() {
	play(|| {
		let serves = clause(Condition::Serves { priority: salus_primitives::Priority::Stat });
		let limit = at_most(100, Reach::Everybody);
		let rule = ruled(wording(&[&[clause(limit.clone())], &[not(limit), serves]]));
		assert!(propose(&masks(100)).is_some());
		assert_eq!(refusals(&masks(1)), [unmet(rule, 0, 0), unmet(rule, 1, 1)]);
	});
}

#[test]
fn the_largest_quantities_are_counted() {
	play(|| {
		let rule = ruled(only(at_most(u64::MAX, Reach::Everybody)));
		assert!(propose(&masks(u64::MAX)).is_some());
		assert!(propose(&masks(1)).is_none());
		assert!(propose(&masks(u64::MAX)).is_none());
		let huge = Movement { lines: vec![line(MASKS, u64::MAX); 16], ..masks(1) };
		assert_eq!(refusals(&huge), [unmet(rule, 0, 0)]);
		let open = wording(&[
			&[clause(at_most(1, Reach::Everybody))],
			&[not(at_most(1, Reach::Everybody))],
		]);
		assert_ok!(Ruling::amend_rule(root(), rule, open, DIGEST));
		assert!(propose(&huge).is_some());
		assert_eq!(counted(rule, Among::Everybody), 17 * u128::from(u64::MAX));
	});
}

#[test]
fn a_receiver_that_is_moved_to_another_region_does_not_take_its_count_along() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Region)));
		let id = propose(&masks(60)).expect("it passes");
		MockDirectory::change(CLINIC, |clinic| clinic.region = code("CN-SH"));
		end(id);
		assert_eq!(counted(rule, Among::Region(code("CN-WH"))), 0);
		assert_eq!(counted(rule, Among::Region(code("CN-SH"))), 0);
	});
}
