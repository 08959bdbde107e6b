use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, time::DAY, Act, Action, Actor, ClassId, Line, Moment, Movement, NeedId,
	Needs as KnowsNeeds, Occasion, Priority, Quantity, Served, SiteNumber, Source, Step, Subject,
	TermsKind, Total, TransferId, Unserved,
};

const LEAVES_BY: Moment = NOW + 2 * DAY;
const ARRIVES_BY: Moment = NOW + 4 * DAY;

fn line(class: ClassId, quantity: Quantity) -> Line {
	Line { class, quantity, expires_at: None }
}

fn expiring(expires_at: Moment) -> Line {
	Line { expires_at: Some(expires_at), ..line(MASKS, 1) }
}

fn movement(lines: &[Line]) -> Movement {
	Movement {
		occasion: Occasion::Proposal,
		sender: DONOR,
		receiver: HOSPITAL,
		owner: DONOR,
		terms: TermsKind::Gift,
		source: Source::Available,
		dispatch_by: LEAVES_BY,
		receive_by: ARRIVES_BY,
		serves: None,
		lines: lines.to_vec(),
	}
}

/// Everything that is told of a movement, and the answer.
fn examined(id: NeedId, movement: &Movement) -> (Vec<Unserved>, Option<Served>) {
	let mut told = Vec::new();
	let answer = <NeedsPallet as KnowsNeeds<u64>>::examine(id, movement, &mut |unserved| {
		told.push(unserved);
		Ok::<_, ()>(())
	});
	(told, answer.expect("telling does not fail"))
}

fn told(id: NeedId, movement: &Movement) -> Vec<Unserved> {
	examined(id, movement).0
}

#[test]
fn a_frozen_need_is_told_but_of_goods_that_were_offered() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		freeze_need(id, true);
		let goods = movement(&[line(MASKS, 1)]);
		assert_eq!(told(id, &goods), [Unserved::NeedFrozen]);
		// Whoever takes them has asked, and an allocation knows.
		assert_eq!(told(id, &Movement { source: Source::Offered, ..goods.clone() }), []);
		freeze_need(id, false);
		assert_eq!(told(id, &goods), []);
	});
}

/// Promises so much to a need, and tells whether it was counted.
fn promise(id: NeedId, quantity: Total) -> bool {
	let mut step = Step::new(Act::by(Actor::Chain), Action::TransferProposed, &());
	let counted = <NeedsPallet as KnowsNeeds<u64>>::promise(&mut step, TransferId(0), id, quantity);
	counted.expect("nothing is against it")
}

#[test]
fn of_a_need_that_is_served_its_priority_and_site_are_told() {
	play(|| {
		let of = |priority, site| Request { priority, site, ..masks(10) };
		for (priority, site) in [(Priority::Routine, None), (Priority::Stat, Some(SiteNumber(1)))] {
			let id = published(HOSPITAL_RECEIVES, of(priority, site));
			let served = Some(Served { priority, site });
			assert_eq!(examined(id, &movement(&[line(MASKS, 10)])), (vec![], served));
			// The answer is the same when something is against it.
			let (told, answer) = examined(id, &movement(&[line(MASKS, 11)]));
			assert_eq!((told, answer), (vec![Unserved::MoreThanNeeded], served));
		}
	});
}

#[test]
fn a_need_that_is_not_there_is_not_served() {
	play(|| {
		let expected = (vec![Unserved::NeedNotFound], None);
		assert_eq!(examined(NeedId(0), &movement(&[])), expected);
	});
}

#[test]
fn a_need_is_served_until_the_last_moment_of_its_time() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		let goods = movement(&[line(MASKS, 1)]);
		turn_to(NOW + 5 * DAY);
		assert_eq!(told(id, &goods), []);
		turn_to(NOW + 5 * DAY + 1);
		assert_eq!(told(id, &goods), [Unserved::NeedNotOpen]);
	});
}

#[test]
fn a_need_that_ended_is_not_served() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		assert_eq!(told(id, &movement(&[line(MASKS, 1)])), [Unserved::NeedNotOpen]);
	});
}

#[test]
fn a_need_is_served_by_what_goes_to_its_publisher() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		let elsewhere = Movement { receiver: CLINIC, ..movement(&[line(MASKS, 1)]) };
		assert_eq!(told(id, &elsewhere), [Unserved::NeedOfAnother]);
	});
}

#[test]
fn every_line_is_of_a_class_that_is_accepted() {
	play(|| {
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let id = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(10) });
		let strict = published(HOSPITAL_RECEIVES, masks(10));
		let both = movement(&[line(MASKS, 4), line(RESPIRATORS, 6)]);
		assert_eq!(told(id, &both), []);
		assert_eq!(told(strict, &both), [Unserved::ClassNotNeeded]);
		let other = movement(&[line(MASKS, 1), line(OXYGEN, 1)]);
		assert_eq!(told(id, &other), [Unserved::ClassNotNeeded]);
	});
}

#[test]
fn goods_last_for_as_long_as_is_asked_after_the_latest_moment_of_receipt() {
	play(|| {
		for days in [0, 1, 30, u16::MAX] {
			let id = published(HOSPITAL_RECEIVES, Request { shelf_life: days, ..masks(10) });
			// At the moment of its expiry a lot is expired.
			let last = ARRIVES_BY + DAY * Moment::from(days);
			let short = [Unserved::ShelfLifeTooShort];
			assert_eq!(told(id, &movement(&[expiring(last - 1)])), short, "{days}");
			assert_eq!(told(id, &movement(&[expiring(last)])), short, "{days}");
			assert_eq!(told(id, &movement(&[expiring(last + 1)])), [], "{days}");
			let mixed = [line(MASKS, 1), expiring(last + 1), expiring(last)];
			assert_eq!(told(id, &movement(&mixed)), short, "{days}");
		}
	});
}

#[test]
fn goods_that_never_arrive_by_anything_do_not_overflow() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, Request { shelf_life: u16::MAX, ..masks(10) });
		let late = |goods| Movement { receive_by: Moment::MAX, ..movement(&[goods]) };
		assert_eq!(told(id, &late(expiring(Moment::MAX))), [Unserved::ShelfLifeTooShort]);
		assert_eq!(told(id, &late(line(MASKS, 1))), []);
	});
}

#[test]
fn goods_leave_while_they_are_needed_and_need_not_arrive_before_they_are_wanted() {
	play(|| {
		let window = Window { from: Some(ARRIVES_BY), until: LEAVES_BY.max(ARRIVES_BY) };
		let id = published(HOSPITAL_RECEIVES, Request { window, ..masks(10) });
		let timed = |dispatch_by, receive_by| Movement {
			dispatch_by,
			receive_by,
			..movement(&[line(MASKS, 1)])
		};
		let end = window.until;
		assert_eq!(told(id, &timed(end, end)), []);
		assert_eq!(told(id, &timed(end + 1, end + 1)), [Unserved::TooLateForNeed]);
		assert_eq!(told(id, &timed(NOW, ARRIVES_BY - 1)), [Unserved::TooEarlyForNeed]);
		let both = [Unserved::TooLateForNeed, Unserved::TooEarlyForNeed];
		assert_eq!(told(id, &timed(Moment::MAX, 0)), both);
	});
}

#[test]
fn an_escalated_need_takes_what_leaves_by_its_new_end() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		turn_to(NOW + 6 * DAY);
		assert_ok!(ring(Alarm::Lapse { need: id }));
		let end = NOW + 7 * DAY;
		let timed = |dispatch_by| Movement {
			dispatch_by,
			receive_by: end + DAY,
			..movement(&[line(MASKS, 1)])
		};
		assert_eq!(told(id, &timed(end)), []);
		assert_eq!(told(id, &timed(end + 1)), [Unserved::TooLateForNeed]);
	});
}

#[test]
fn no_more_moves_than_is_open_over_all_lines() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		assert_eq!(told(id, &movement(&[line(MASKS, 4), line(MASKS, 6)])), []);
		let more = [line(MASKS, 4), line(MASKS, 7)];
		assert_eq!(told(id, &movement(&more)), [Unserved::MoreThanNeeded]);
		let most = [line(MASKS, Quantity::MAX), line(MASKS, Quantity::MAX)];
		assert_eq!(told(id, &movement(&most)), [Unserved::MoreThanNeeded]);
		assert!(promise(id, 3));
		assert_eq!(told(id, &movement(&[line(MASKS, 7)])), []);
		assert_eq!(told(id, &movement(&[line(MASKS, 8)])), [Unserved::MoreThanNeeded]);
	});
}

#[test]
fn every_reason_is_told_or_the_first_alone() {
	play(|| {
		let window = Window { from: Some(NOW + DAY), until: NOW + DAY };
		let id = published(HOSPITAL_RECEIVES, Request { window, ..masks(1) });
		turn_to(NOW + 2 * DAY);
		let wrong = Movement {
			receiver: CLINIC,
			dispatch_by: NOW + DAY + 1,
			receive_by: NOW,
			..movement(&[line(OXYGEN, 1), expiring(NOW)])
		};
		let expected = [
			Unserved::NeedNotOpen,
			Unserved::NeedOfAnother,
			Unserved::ClassNotNeeded,
			Unserved::ShelfLifeTooShort,
			Unserved::TooLateForNeed,
			Unserved::TooEarlyForNeed,
			Unserved::MoreThanNeeded,
		];
		assert_eq!(told(id, &wrong), expected);
		let first = <NeedsPallet as KnowsNeeds<u64>>::examine(id, &wrong, &mut Err);
		assert_eq!(first, Err(Unserved::NeedNotOpen));
	});
}

#[test]
fn a_promise_covers_the_need_at_once_and_leaves_a_record() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		let before = MockTrail::records_of(&Subject::Need(id)).len();
		assert!(promise(id, 6));
		assert_eq!(last_event(), Event::NeedPromised { need: id, quantity: 6, open: 4 });
		let stored = need(id);
		assert_eq!((stored.promised, stored.delivered, stored.open()), (6, 0, 4));
		assert_eq!(stored.lacking(), 10);
		let records = MockTrail::records_of(&Subject::Need(id));
		assert_eq!(records.len(), before + 1);
		assert_eq!(records.last().map(|record| record.action), Some(Action::TransferProposed));
		assert!(promise(id, 4));
		assert_eq!(last_event(), Event::NeedPromised { need: id, quantity: 4, open: 0 });
		assert_eq!(need(id).ended, None, "what is promised has not arrived");
	});
}

#[test]
fn a_receiver_may_be_promised_more_than_is_open() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		assert!(promise(id, 9));
		assert!(promise(id, 5));
		assert_eq!(last_event(), Event::NeedPromised { need: id, quantity: 5, open: 0 });
		assert_eq!((need(id).promised, need(id).asked()), (14, 14));
		// Of what is covered nothing more is promised.
		assert!(!promise(id, 1));
		assert_eq!(need(id).promised, 14);
		let other = published(HOSPITAL_RECEIVES, masks(10));
		assert!(promise(other, 9));
		assert!(promise(other, Total::MAX));
		assert_eq!((need(other).promised, need(other).open()), (Total::MAX, 0));
	});
}

#[test]
fn what_has_ended_or_is_not_there_is_promised_nothing() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		let before = MockTrail::records().len();
		assert!(!promise(id, 1));
		assert!(!promise(NeedId(1), 1));
		assert_eq!(need(id).promised, 0);
		assert_eq!(MockTrail::records().len(), before);
	});
}
