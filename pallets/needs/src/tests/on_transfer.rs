use crate::{mock::*, *};
use frame_support::{assert_ok, assert_storage_noop, weights::Weight};
use salus_primitives::{
	mock::{MockRecord, MockTrail},
	Act, Action, Actor, Change, Fate, Line, NeedId, OnTransfer, OrderId, Priority, Quantity,
	RecordId, Service, Step, Subject, Total, TransferId,
};

/// A need for 100 masks, to which the donor has promised so many of 1,000.
fn promised(quantity: Quantity) -> (NeedId, TransferId) {
	let goods = lot(DONOR, MASKS, 1_000, None);
	let id = published(HOSPITAL_RECEIVES, masks(100));
	(id, proposed(DONOR, id, &[(goods, quantity)]))
}

/// What is promised, delivered and open.
fn figures(id: NeedId) -> (Total, Total, Total) {
	let need = need(id);
	(need.promised, need.delivered, need.open())
}

/// What the last event says is open and delivered of the need, and whether it was reopened.
fn change(id: NeedId) -> (Total, Total, bool) {
	match last_event() {
		Event::NeedChanged { need, open, delivered, reopened } if need == id => {
			(open, delivered, reopened)
		}
		other => panic!("a change of {id:?}, not {other:?}"),
	}
}

fn tell(serves: Option<NeedId>, changes: &[Change]) {
	let mut step = Step::new(Act::by(Actor::Chain), Action::TransferReceived, &());
	let of = TransferId(0);
	assert_ok!(<NeedsPallet as OnTransfer<u64>>::changed(&mut step, of, serves, changes));
}

fn unsent(need: Option<NeedId>, lines: &[Line]) -> Weight {
	let mut step = Step::new(Act::by(Actor::Chain), Action::TransferExpired, &());
	let of = TransferId(0);
	let serves = need.map(|need| Service { need, priority: Priority::Urgent, promised: true });
	let told = <NeedsPallet as OnTransfer<u64>>::unsent(&mut step, of, serves, lines);
	told.expect("nothing is against it")
}

fn of(quantity: Quantity, from: Fate, to: Fate) -> Change {
	Change { class: MASKS, quantity, from, to }
}

fn listed(id: NeedId) -> bool {
	OpenNeeds::<Test>::contains_key((MASKS, code("CN-WH"), id))
		&& NeedsOf::<Test>::get(HOSPITAL, MASKS).contains(&id)
}

#[test]
fn what_never_left_opens_the_need_again() {
	play(|| {
		let (id, transfer) = promised(60);
		assert_eq!(figures(id), (60, 0, 40));
		never_left(transfer);
		assert_eq!(figures(id), (0, 0, 100));
		assert_eq!(change(id), (100, 0, true));
		assert!(listed(id));
	});
}

#[test]
fn every_line_that_never_left_counts() {
	play(|| {
		let (first, second) = (lot(DONOR, MASKS, 9, None), lot(DONOR, MASKS, 9, None));
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let transfer = proposed(DONOR, id, &[(first, 9), (second, 4)]);
		assert_eq!(figures(id), (13, 0, 87));
		never_left(transfer);
		assert_eq!(figures(id), (0, 0, 100));
	});
}

#[test]
fn every_fate_of_goods_that_left() {
	play(|| {
		use Fate::{Delivered, Disputed, Outstanding, Undelivered};
		// Sixty of a hundred are promised; then so much becomes known, one after the other.
		for (fates, expected, reopened) in [
			(&[(10, Outstanding, Delivered)][..], (50, 10, 40), false),
			(&[(10, Outstanding, Disputed)], (50, 0, 50), true),
			(&[(10, Outstanding, Undelivered)], (50, 0, 50), true),
			(&[(10, Outstanding, Disputed), (10, Disputed, Delivered)], (50, 10, 40), false),
			(&[(10, Outstanding, Disputed), (10, Disputed, Undelivered)], (50, 0, 50), false),
			(&[(60, Outstanding, Delivered)], (0, 60, 40), false),
			(&[(60, Outstanding, Disputed), (7, Disputed, Delivered)], (0, 7, 93), false),
		] {
			let (id, transfer) = promised(60);
			for (quantity, from, to) in fates {
				became(transfer, *quantity, *from, *to);
			}
			assert_eq!(figures(id), expected, "{fates:?}");
			let (_, delivered, open) = expected;
			assert_eq!(change(id), (open, delivered, reopened), "{fates:?}");
			assert!(listed(id));
			assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
			// What is still promised counts until it is known what became of it.
			let (promised, ..) = expected;
			let rest = Quantity::try_from(promised).expect("few");
			assert_eq!(NeedsOf::<Test>::get(HOSPITAL, MASKS).contains(&id), rest > 0, "{fates:?}");
			became(transfer, rest, Outstanding, Undelivered);
			assert_eq!(NeedsOf::<Test>::iter().count(), 0);
		}
	});
}

#[test]
fn changes_that_are_told_together_count_together() {
	play(|| {
		let (id, _) = promised(60);
		let records = || MockTrail::records_of(&Subject::Need(id)).len();
		let before = records();
		tell(
			Some(id),
			&[
				of(30, Fate::Outstanding, Fate::Delivered),
				of(7, Fate::Outstanding, Fate::Disputed),
				of(3, Fate::Outstanding, Fate::Undelivered),
			],
		);
		assert_eq!(figures(id), (20, 30, 50));
		assert_eq!(change(id), (50, 30, true));
		assert_eq!(records(), before + 1);
		// Two units come after all, and two others do not: as much is open as before.
		tell(
			Some(id),
			&[of(2, Fate::Disputed, Fate::Delivered), of(2, Fate::Outstanding, Fate::Undelivered)],
		);
		assert_eq!(figures(id), (18, 32, 50));
		assert_eq!(change(id), (50, 32, false));
	});
}

#[test]
fn what_becomes_known_is_recorded_in_the_step_of_who_told_it() {
	play(|| {
		let (id, transfer) = promised(60);
		became(transfer, 1, Fate::Outstanding, Fate::Delivered);
		let newest = || MockTrail::records_of(&Subject::Need(id)).pop().expect("a record");
		let MockRecord { action, actor, .. } = newest();
		assert_eq!((action, actor), (Action::TransferReceived, Actor::Chain));
		assert_eq!(need(id).newest_record, MockTrail::newest(&Subject::Need(id)));
		let (id, transfer) = promised(60);
		never_left(transfer);
		assert_eq!(newest().action, Action::TransferReceived);
		let newest = MockTrail::records_of(&Subject::Need(id)).pop().expect("a record");
		assert_eq!(newest.action, Action::TransferRejected);
	});
}

#[test]
fn what_concerns_no_need_changes_nothing() {
	play(|| {
		let (id, _) = promised(60);
		let line = Line { class: MASKS, quantity: 60, expires_at: None };
		assert_storage_noop!(tell(None, &[of(10, Fate::Outstanding, Fate::Delivered)]));
		assert_storage_noop!(tell(Some(id), &[]));
		assert_storage_noop!(assert_eq!(unsent(None, &[line]), Weight::zero()));
	});
}

#[test]
fn a_need_is_filled_once_as_much_arrived_as_was_needed() {
	play(|| {
		let (id, transfer) = promised(100);
		became(transfer, 99, Fate::Outstanding, Fate::Delivered);
		assert_eq!(need(id).ended, None);
		assert!(listed(id));
		pass(5);
		became(transfer, 1, Fate::Outstanding, Fate::Delivered);
		assert_eq!(need(id).ended, Some((Ending::Filled, NOW + 5)));
		assert!(!listed(id));
		assert_eq!(OpenNeeds::<Test>::iter().count() + NeedsOf::<Test>::iter().count(), 0);
		let filled = RuntimeEvent::NeedsPallet(Event::NeedFilled { need: id });
		assert!(System::events().iter().any(|record| record.event == filled));
		assert_eq!(change(id), (0, 100, false));
	});
}

#[test]
fn any_number_of_transfers_fills_a_need() {
	play(|| {
		let goods = lot(DONOR, MASKS, 50, None);
		let other = lot(CLINIC, RESPIRATORS, 50, None);
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let id = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(100) });
		for turn in 1..=5 {
			delivered(proposed(DONOR, id, &[(goods, 10)]));
			delivered(proposed(CLINIC, id, &[(other, 10)]));
			assert_eq!(figures(id), (0, 20 * turn, 100 - 20 * turn));
		}
		assert_eq!(need(id).ended, Some((Ending::Filled, NOW)));
	});
}

#[test]
fn what_is_taken_from_an_offer_and_what_an_order_sends_serves_a_need_like_a_proposal() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let offered = offered(DONOR_SENDS, supply(goods, 50));
		let order = given(DONOR_SENDS, sending());
		let id = published(HOSPITAL_RECEIVES, masks(100));
		assert_ok!(take(HOSPITAL_RECEIVES, offered, id, 40));
		assert_eq!((figures(id), offer(offered).left), ((40, 0, 60), 10));
		// Half of the fifty that are available.
		assert_ok!(ring(Alarm::Send { order, need: id }));
		assert_eq!((figures(id), need(id).unanswered), ((40, 0, 60), 25));
		assert_eq!(crate::mock::order(order).lately.sent.quantity, 25);
		let [taken, sent] = transfers()[..] else { panic!("two transfers") };
		assert!(accepted(sent));
		assert_eq!((figures(id), need(id).unanswered), ((65, 0, 35), 0));
		never_left(sent);
		became(taken, 30, Fate::Outstanding, Fate::Delivered);
		became(taken, 10, Fate::Outstanding, Fate::Disputed);
		assert_eq!(figures(id), (0, 30, 70));
		assert_eq!(change(id), (70, 30, true));
		// What never left counts no more; what left is not offered again.
		assert_eq!(crate::mock::order(order).lately.sent.quantity, 0);
		assert_eq!(offer(offered).left, 10);
		assert_eq!(Origins::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_a_transfer_came_from_is_remembered_until_its_goods_are_known_or_it_ended() {
	play(|| {
		let goods = lot(DONOR, MASKS, 1_000, None);
		let offered = offered(DONOR_SENDS, supply(goods, 50));
		let order = given(DONOR_SENDS, sending());
		let id = published(HOSPITAL_RECEIVES, masks(1_000));
		for _ in 0..2 {
			assert_ok!(take(HOSPITAL_RECEIVES, offered, id, 5));
			let duty = Duty::Send { share: sp_runtime::Percent::one(), most: 10, days: 7 };
			let next = given(DONOR_SENDS, Instruction { duty, ..sending() });
			assert_ok!(ring(Alarm::Send { order: next, need: id }));
			assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), next));
		}
		assert_ok!(ring(Alarm::Send { order, need: id }));
		proposed(DONOR, id, &[(goods, 1)]);
		let [taken, sent, other_taken, other_sent, last, plain] = transfers()[..] else {
			panic!("six transfers")
		};
		assert_eq!(Origins::<Test>::get(taken), Some(Origin::Offer(offered)));
		let counted = Sent { period: 2_612, quantity: 10 };
		assert_eq!(Origins::<Test>::get(sent), Some(Origin::Order(OrderId(1), id, counted)));
		let of_last = Sent { period: 2_612, quantity: 100 };
		assert_eq!(Origins::<Test>::get(last), Some(Origin::Order(order, id, of_last)));
		assert_eq!(Origins::<Test>::get(plain), None);
		for id in [taken, sent] {
			never_left(id);
			assert_eq!(Origins::<Test>::get(id), None);
		}
		for id in [other_sent, last] {
			assert!(accepted(id));
		}
		for id in [other_taken, other_sent, last] {
			became(id, 1, Fate::Outstanding, Fate::Delivered);
			assert_eq!(Origins::<Test>::get(id), None);
		}
		assert_eq!(Origins::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_need_may_get_more_than_it_asked_for_when_a_dispute_ends_well() {
	play(|| {
		let (id, first) = promised(60);
		let goods = lot(CLINIC, MASKS, 1_000, None);
		became(first, 60, Fate::Outstanding, Fate::Disputed);
		let second = proposed(CLINIC, id, &[(goods, 70)]);
		assert_eq!(figures(id), (70, 0, 30));
		became(first, 60, Fate::Disputed, Fate::Delivered);
		assert_eq!(figures(id), (70, 60, 0));
		assert_eq!(change(id), (0, 60, false));
		became(second, 30, Fate::Outstanding, Fate::Undelivered);
		assert_eq!(figures(id), (40, 60, 0));
		assert_eq!(change(id), (0, 60, false), "all of it is covered still");
		became(second, 40, Fate::Outstanding, Fate::Delivered);
		assert_eq!(figures(id), (0, 100, 0));
		assert_eq!(need(id).ended, Some((Ending::Filled, NOW)));
	});
}

#[test]
fn a_need_that_is_filled_by_a_dispute_waits_for_nothing_that_is_under_way() {
	play(|| {
		let (id, first) = promised(60);
		let goods = lot(CLINIC, MASKS, 1_000, None);
		became(first, 60, Fate::Outstanding, Fate::Disputed);
		delivered(proposed(CLINIC, id, &[(goods, 40)]));
		let third = proposed(CLINIC, id, &[(goods, 60)]);
		became(first, 60, Fate::Disputed, Fate::Delivered);
		assert_eq!(figures(id), (60, 100, 0));
		assert_eq!(need(id).ended, Some((Ending::Filled, NOW)));
		// What was promised to it is still delivered.
		pass(5);
		delivered(third);
		assert_eq!(figures(id), (0, 160, 0));
		assert_eq!(need(id).ended, Some((Ending::Filled, NOW)), "it ended once");
		let filled = RuntimeEvent::NeedsPallet(Event::NeedFilled { need: id });
		let events = System::events().into_iter().filter(|record| record.event == filled);
		assert_eq!(events.count(), 1);
	});
}

#[test]
fn a_need_that_ended_is_not_opened_again() {
	play(|| {
		let (id, first) = promised(60);
		let goods = lot(CLINIC, MASKS, 1_000, None);
		let second = proposed(CLINIC, id, &[(goods, 30)]);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		never_left(first);
		assert_eq!(figures(id), (30, 0, 70));
		assert_eq!(change(id), (70, 0, false));
		became(second, 10, Fate::Outstanding, Fate::Disputed);
		assert_eq!(change(id), (80, 0, false));
		became(second, 20, Fate::Outstanding, Fate::Delivered);
		assert_eq!(change(id), (80, 20, false));
		assert!(!listed(id));
		assert_eq!(NeedsOf::<Test>::iter().count(), 0);
		assert_eq!(need(id).ended, Some((Ending::Closed, NOW)));
	});
}

#[test]
fn a_closed_need_that_gets_all_of_it_stays_closed() {
	play(|| {
		let (id, transfer) = promised(100);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		delivered(transfer);
		assert_eq!(figures(id), (0, 100, 0));
		assert_eq!(need(id).ended, Some((Ending::Closed, NOW)));
	});
}

#[test]
fn what_is_told_of_a_need_that_was_forgotten_meanwhile_is_passed_over() {
	play(|| {
		let (id, transfer) = promised(60);
		became(transfer, 60, Fate::Outstanding, Fate::Disputed);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Need(id)));
		let ended = of(60, Fate::Disputed, Fate::Delivered);
		assert_storage_noop!(tell(Some(id), &[ended]));
		let line = Line { class: MASKS, quantity: 60, expires_at: None };
		assert_storage_noop!({
			unsent(Some(id), &[line]);
		});
	});
}

#[test]
fn more_than_was_promised_does_not_underflow() {
	play(|| {
		let (id, _) = promised(60);
		tell(Some(id), &[of(Quantity::MAX, Fate::Outstanding, Fate::Undelivered)]);
		assert_eq!(figures(id), (0, 0, 100));
		let line = Line { class: MASKS, quantity: Quantity::MAX, expires_at: None };
		unsent(Some(id), &[line, line]);
		assert_eq!(figures(id), (0, 0, 100));
		tell(Some(id), &[of(Quantity::MAX, Fate::Disputed, Fate::Delivered)]);
		assert_eq!(figures(id), (0, Quantity::MAX.into(), 0));
	});
}
