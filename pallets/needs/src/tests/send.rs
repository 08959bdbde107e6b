//! What standing orders send, when somebody rings.

use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::{assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use salus_primitives::{
	chance::Random,
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Action, Actor, Capability, Fate, InstitutionKind, LotId, NeedId, OrderId, Priority, Quantity,
	RecordId, Service, Subject, Terms, Total, TransferId,
};
use sp_runtime::{DispatchError, Percent};

/// The donor sends this share of its masks above the floor, and so many a week at most.
fn ordered(share: u8, most: Quantity, floor: Floor) -> OrderId {
	let share = Percent::from_percent(share);
	let duty = Duty::Send { share, most, days: 7 };
	given(DONOR_SENDS, Instruction { floor, duty, ..sending() })
}

/// The donor sends all that it has, at once.
fn sends_all() -> OrderId {
	ordered(100, Quantity::MAX, Floor::Units(0))
}

/// Has an order send to a need, and tells how much that was.
#[track_caller]
fn sent(order: OrderId, need: NeedId) -> Quantity {
	assert_ok!(ring(Alarm::Send { order, need }));
	lines().into_iter().map(|(_, quantity)| quantity).sum()
}

/// The lines of the newest transfer.
fn lines() -> Vec<(LotId, Quantity)> {
	made(*transfers().last().expect("a transfer")).lines
}

#[track_caller]
fn refuses(order: OrderId, need: NeedId, error: Error<Test>) {
	refused(by(NOBODY), Call::ring { alarm: Alarm::Send { order, need } }, error);
}

#[test]
fn a_transfer_is_proposed_to_the_need() {
	play(|| {
		let lot = lot(DONOR, MASKS, 200, None);
		let id = given(DONOR_SENDS, sending());
		let for_need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_ok!(ring(Alarm::Send { order: id, need: for_need }));
		let [transfer] = transfers()[..] else { panic!("one transfer") };
		let expected = MockTransfer {
			sender: DONOR,
			receiver: HOSPITAL,
			lines: vec![(lot, 100)],
			dispatch_by: NOW + 2 * DAY,
			receive_by: NOW + 5 * DAY,
			serves: Service { need: for_need, priority: Priority::Urgent, promised: false },
			agreed: false,
			terms: Terms::Gift,
		};
		assert_eq!(made(transfer), expected);
		let event = Event::OrderSent { order: id, need: for_need, transfer, quantity: 100 };
		assert_eq!(last_event(), event);
		// Until the receiver answers it covers nothing, but is not sent again.
		let found = need(for_need);
		assert_eq!((found.unanswered, found.promised, found.open()), (100, 0, 1_000));
		assert_eq!(buckets(lot, DONOR), [100, 0, 100]);
		// 23 January 2020 is day 18,284 from 1970 on, the first of week 2,612.
		assert_eq!(order(id).lately.sent, Sent { period: 2_612, quantity: 100 });
	});
}

#[test]
fn what_is_sent_is_an_act_of_the_order_whoever_rings() {
	play(|| {
		let lot = lot(DONOR, MASKS, 200, None);
		let order = ordered(50, 60, Floor::Units(0));
		// Not even when an agent of the sender's rings.
		for (number, who) in [NOBODY, DONOR_SENDS].into_iter().enumerate() {
			let need = published(HOSPITAL_RECEIVES, masks(30));
			let records = recorded(by(who), Call::ring { alarm: Alarm::Send { order, need } });
			let transfer = Subject::Transfer(TransferId(number as u64));
			let subjects =
				[Subject::Lot(lot), transfer, Subject::Need(need), Subject::Order(order)];
			were_left(&records, Actor::Order(order), None, Action::OrderSent, &subjects);
		}
	});
}

#[test]
fn anybody_rings_with_a_signature() {
	play(|| {
		lot(DONOR, MASKS, 200, None);
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(100));
		for origin in [root(), RuntimeOrigin::none()] {
			let call = Call::ring { alarm: Alarm::Send { order, need } };
			refused(origin, call, DispatchError::BadOrigin);
		}
		assert_eq!(sent(order, need), 100);
	});
}

#[test]
fn no_more_is_sent_than_is_open() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(30));
		assert_eq!(sent(order, need), 30);
		refuses(order, need, Error::NeedCovered);
		// Others may still promise what nobody has accepted; orders do not send it twice.
		assert_eq!((crate::mock::need(need).open(), crate::mock::need(need).unsent()), (30, 0));
		lot(COMMISSION, MASKS, 1_000, None);
		let other = given(COMMISSION_SENDS, sending());
		refuses(other, need, Error::NeedCovered);
		never_left(TransferId(0));
		assert_eq!(crate::mock::need(need).unsent(), 30);
	});
}

#[test]
fn what_was_turned_down_is_not_sent_again_in_the_period() {
	play(|| {
		let goods = lot(DONOR, MASKS, 1_000, None);
		let id = sends_all();
		let window = Window { from: None, until: NOW + 30 * DAY };
		let need = published(HOSPITAL_RECEIVES, Request { window, ..masks(30) });
		assert_eq!(sent(id, need), 30);
		never_left(TransferId(0));
		refuses(id, need, Error::TurnedDown);
		assert_eq!(NeedsPallet::explain_order(id, need).findings, [Error::TurnedDown]);
		// That concerns neither other needs nor other givers.
		let other = published(HOSPITAL_RECEIVES, masks(20));
		assert_eq!(sent(id, other), 20);
		proposed(DONOR, need, &[(goods, 10)]);
		pass(7 * DAY);
		assert_eq!(sent(id, need), 20);
		assert_eq!(order(id).lately.times, 1);
	});
}

#[test]
fn what_was_accepted_and_never_left_is_not_sent_again_either() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let id = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(30));
		assert_eq!(sent(id, need), 30);
		assert!(accepted(TransferId(0)));
		assert_eq!((crate::mock::need(need).promised, crate::mock::need(need).unanswered), (30, 0));
		never_left(TransferId(0));
		assert_eq!((crate::mock::need(need).promised, crate::mock::need(need).unanswered), (0, 0));
		refuses(id, need, Error::TurnedDown);
	});
}

#[test]
fn who_approved_the_giver_is_promised_what_is_sent_at_once() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let id = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(30));
		approve_senders(true);
		assert_eq!(sent(id, need), 30);
		assert_eq!((crate::mock::need(need).promised, crate::mock::need(need).unanswered), (30, 0));
		became(TransferId(0), 30, Fate::Outstanding, Fate::Delivered);
		assert_eq!(crate::mock::need(need).ended, Some((Ending::Filled, NOW)));
	});
}

#[test]
fn a_bounded_number_of_transfers_is_made_in_a_period() {
	play(|| {
		lot(DONOR, MASKS, 100_000, None);
		let id = sends_all();
		let window = Window { from: None, until: NOW + 30 * DAY };
		let once = |quantity| {
			let need = published(HOSPITAL_RECEIVES, Request { window, ..masks(quantity) });
			assert_eq!(sent(id, need), quantity);
			assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		};
		(0..u64::from(MAX_SENDINGS)).for_each(|number| once(1 + number));
		let last = published(HOSPITAL_RECEIVES, Request { window, ..masks(10) });
		refuses(id, last, Error::PeriodUsedUp);
		// However many of them are turned down.
		for transfer in transfers() {
			never_left(transfer);
		}
		assert_eq!(order(id).lately.turned_down.len(), usize::from(MAX_SENDINGS));
		assert_eq!(order(id).lately.sent.quantity, 0);
		refuses(id, last, Error::PeriodUsedUp);
		pass(7 * DAY);
		assert_eq!(sent(id, last), 10);
	});
}

#[test]
fn no_line_is_larger_than_it_may_be() {
	play(|| {
		let [first, second] = [(); 2].map(|()| lot(DONOR, MASKS, 100, None));
		let id = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(100));
		set_largest_line(40);
		assert_eq!(sent(id, need), 80);
		assert_eq!(lines(), [(first, 40), (second, 40)]);
	});
}

#[test]
fn nothing_is_sent_for_a_giver_that_may_not_act() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let id = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(10));
		MockDirectory::set_active(DONOR, false);
		refuses(id, need, Error::GiverInactive);
	});
}

#[test]
fn the_share_is_rounded_down_and_sent_once_in_a_period() {
	play(|| {
		for (class, has, share, sends) in
			[(MASKS, 101, 50, 50), (RESPIRATORS, 99, 1, 0), (OXYGEN, 100, 1, 1)]
		{
			lot(DONOR, class, has, None);
			let share = Percent::from_percent(share);
			let duty = Duty::Send { share, most: 1_000, days: 7 };
			let order = given(DONOR_SENDS, Instruction { class, duty, ..sending() });
			let need = published(HOSPITAL_RECEIVES, Request { class, ..masks(1_000) });
			if sends > 0 {
				assert_eq!(sent(order, need), sends);
				refuses(order, need, Error::PeriodUsedUp);
			} else {
				// Nothing was sent: there is too little to share.
				refuses(order, need, Error::BelowFloor);
			}
		}
	});
}

#[test]
fn the_share_is_of_what_was_there_in_the_period() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = ordered(50, 1_000, Floor::Units(0));
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 50);
		// 20 more: half of 120 less 50.
		lot(DONOR, MASKS, 20, None);
		assert_eq!(sent(order, need), 10);
		refuses(order, need, Error::PeriodUsedUp);
		// Half of the 60 that are left, in the next week.
		pass(7 * DAY);
		let need = published(CLINIC_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 30);
	});
}

#[test]
fn the_cap_of_a_period_holds_over_all_needs() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = ordered(100, 100, Floor::Units(0));
		let first = published(HOSPITAL_RECEIVES, masks(99));
		let second = published(CLINIC_RECEIVES, masks(99));
		assert_eq!(sent(order, first), 99);
		assert_eq!(sent(order, second), 1);
		refuses(order, second, Error::PeriodUsedUp);
	});
}

#[test]
fn periods_follow_each_other_from_1970_on() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let id = ordered(100, 100, Floor::Units(0));
		let until = NOW + 30 * DAY;
		let request = Request { window: Window { from: None, until }, ..masks(1_000) };
		let need = published(HOSPITAL_RECEIVES, request);
		assert_eq!(sent(id, need), 100);
		// At noon of its first day, six and a half days of the week are left.
		let end = NOW + 6 * DAY + DAY / 2;
		turn_to(end - 1);
		refuses(id, need, Error::PeriodUsedUp);
		turn_to(end);
		assert_eq!(sent(id, need), 100);
		assert_eq!(order(id).lately.sent, Sent { period: 2_613, quantity: 100 });
		// A week in which nothing is sent is not made up for.
		turn_to(end + 14 * DAY);
		assert_eq!(sent(id, need), 100);
		assert_eq!(order(id).lately.sent, Sent { period: 2_615, quantity: 100 });
		refuses(id, need, Error::PeriodUsedUp);
	});
}

#[test]
fn what_never_left_is_given_back_in_its_period() {
	play(|| {
		let lot = lot(DONOR, MASKS, 1_000, None);
		let id = ordered(100, 100, Floor::Units(0));
		// Whoever rejects again and again uses nothing up.
		for transfer in 0..4 {
			let need = published(HOSPITAL_RECEIVES, masks(200));
			assert_eq!(sent(id, need), 100);
			refuses(id, need, Error::PeriodUsedUp);
			never_left(TransferId(transfer));
			assert_eq!(buckets(lot, DONOR), [1_000, 0, 0]);
			assert_eq!(order(id).lately.sent, Sent { period: 2_612, quantity: 0 });
		}
		// Of two transfers, what the one carried that never left.
		let [small, large, last] =
			[30, 300, 500].map(|quantity| published(CLINIC_RECEIVES, masks(quantity)));
		assert_eq!(sent(id, small), 30);
		assert_eq!(sent(id, large), 70);
		never_left(TransferId(4));
		assert_eq!(order(id).lately.sent.quantity, 70);
		assert_eq!(sent(id, last), 30);
		refuses(id, large, Error::PeriodUsedUp);
	});
}

#[test]
fn what_never_left_counts_no_more_against_the_share() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = ordered(50, 1_000, Floor::Units(0));
		let [first, second] = [(); 2].map(|()| published(HOSPITAL_RECEIVES, masks(500)));
		assert_eq!(sent(order, first), 50);
		refuses(order, second, Error::PeriodUsedUp);
		never_left(TransferId(0));
		assert_eq!(sent(order, second), 50);
		refuses(order, second, Error::PeriodUsedUp);
	});
}

#[test]
fn giving_back_is_recorded_on_the_order_in_the_step_of_who_ended_the_transfer() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = ordered(100, 100, Floor::Units(0));
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 100);
		let records = || MockTrail::records_of(&Subject::Order(order));
		let before = records().len();
		never_left(TransferId(0));
		let told = records();
		assert_eq!(told.len(), before + 1);
		let newest = told.last().map(|record| (record.action, record.actor.clone()));
		assert_eq!(newest, Some((Action::TransferRejected, Actor::Chain)));
	});
}

#[test]
fn what_never_left_is_given_back_to_no_other_period() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let id = ordered(100, 100, Floor::Units(0));
		let window = Window { from: None, until: NOW + 30 * DAY };
		let need = published(HOSPITAL_RECEIVES, Request { window, ..masks(1_000) });
		assert_eq!(sent(id, need), 100);
		pass(7 * DAY);
		assert_eq!(sent(id, need), 100);
		// The first one counts in a week that is over.
		never_left(TransferId(0));
		assert_eq!(order(id).lately.sent, Sent { period: 2_613, quantity: 100 });
		refuses(id, need, Error::PeriodUsedUp);
		// The second one in this week; and if it ends in the next one, the cap of that is as it was.
		pass(7 * DAY);
		never_left(TransferId(1));
		assert_eq!(order(id).lately.sent, Sent { period: 2_613, quantity: 0 });
		assert_eq!(sent(id, need), 100);
		refuses(id, need, Error::PeriodUsedUp);
		assert_eq!(order(id).lately.sent, Sent { period: 2_614, quantity: 100 });
	});
}

#[test]
fn what_never_left_is_given_back_to_a_revoked_order_and_not_to_one_that_is_forgotten() {
	play(|| {
		let lot = lot(DONOR, MASKS, 1_000, None);
		let id = ordered(100, 100, Floor::Units(0));
		let small = published(CLINIC_RECEIVES, masks(30));
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(id, small), 30);
		assert_eq!(sent(id, need), 70);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), id));
		never_left(TransferId(0));
		assert_eq!(order(id).lately.sent.quantity, 70);
		assert_eq!(order(id).ended, Some(NOW));
		assert_eq!(OrdersOf::<Test>::iter().count() + OrdersByClass::<Test>::iter().count(), 0);
		refuses(id, need, Error::Ended);
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Order(id)));
		never_left(TransferId(1));
		assert_eq!(NeedsPallet::order(id), None);
		assert_eq!(buckets(lot, DONOR), [1_000, 0, 0]);
	});
}

#[test]
fn what_was_rejected_is_sent_again_within_the_cap() {
	play(|| {
		lot(DONOR, MASKS, 1_000, None);
		let order = ordered(100, 100, Floor::Units(0));
		let need = published(HOSPITAL_RECEIVES, masks(70));
		assert_eq!(sent(order, need), 70);
		assert!(accepted(TransferId(0)));
		became(TransferId(0), 50, Fate::Outstanding, Fate::Disputed);
		// Of the 50 that the need lacks again, 30 are left of the cap.
		assert_eq!(sent(order, need), 30);
		refuses(order, need, Error::PeriodUsedUp);
	});
}

#[test]
fn the_floor_in_units_stays() {
	play(|| {
		let masks_of_donor = lot(DONOR, MASKS, 100, None);
		lot(DONOR, OXYGEN, 1_000, None);
		lot(CLINIC, MASKS, 1_000, None);
		let order = ordered(100, 1_000, Floor::Units(100));
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		refuses(order, need, Error::BelowFloor);
		lot(DONOR, MASKS, 1, None);
		assert_eq!(sent(order, need), 1);
		refuses(order, need, Error::BelowFloor);
		spend(masks_of_donor, DONOR, 1);
		refuses(order, need, Error::BelowFloor);
	});
}

#[test]
fn the_share_is_of_what_is_above_the_floor() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = ordered(50, 1_000, Floor::Units(80));
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 10);
		refuses(order, need, Error::PeriodUsedUp);
	});
}

#[test]
fn the_floor_in_days_is_rounded_up_to_whole_units() {
	// Three days of use, in thousandths of a unit.
	for (daily_use, floor) in [(0, 0), (1, 1), (1_000, 3), (1_001, 4), (1_333, 4), (1_334, 5)] {
		play(|| {
			set_use(DONOR, MASKS, daily_use, 1);
			let order = ordered(100, 1_000, Floor::Days(3));
			let need = published(HOSPITAL_RECEIVES, masks(1_000));
			if floor > 0 {
				lot(DONOR, MASKS, floor, None);
			}
			refuses(order, need, Error::BelowFloor);
			lot(DONOR, MASKS, 1, None);
			assert_eq!(sent(order, need), 1);
		});
	}
}

#[test]
fn what_expires_first_is_sent_first() {
	play(|| {
		let never = lot(DONOR, MASKS, 10, None);
		let late = lot(DONOR, MASKS, 10, Some(NOW + 30 * DAY));
		let early = lot(DONOR, MASKS, 10, Some(NOW + 20 * DAY));
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(25));
		assert_eq!(sent(order, need), 25);
		assert_eq!(lines(), [(early, 10), (late, 10), (never, 5)]);
	});
}

#[test]
fn goods_are_sent_that_last_as_long_as_the_need_asks() {
	play(|| {
		// In five days they are there, and then they must be good for ten.
		let need = published(HOSPITAL_RECEIVES, Request { shelf_life: 10, ..masks(100) });
		let order = sends_all();
		lot(DONOR, MASKS, 10, Some(NOW + 1));
		lot(DONOR, MASKS, 10, Some(NOW + 15 * DAY));
		refuses(order, need, Error::NothingToSend);
		let lasting = lot(DONOR, MASKS, 10, Some(NOW + 15 * DAY + 1));
		assert_eq!(sent(order, need), 10);
		assert_eq!(lines(), [(lasting, 10)]);
		refuses(order, need, Error::NothingToSend);
	});
}

#[test]
fn a_transfer_has_as_many_lots_as_it_may() {
	play(|| {
		let lots: Vec<_> = (0..MAX_LINES + 1).map(|_| lot(DONOR, MASKS, 10, None)).collect();
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 30);
		assert_eq!(lines(), [(lots[0], 10), (lots[1], 10), (lots[2], 10)]);
		assert_eq!(sent(order, need), 10);
		assert_eq!(lines(), [(lots[3], 10)]);
	});
}

#[test]
fn four_lots_are_sent_where_a_transfer_may_have_more() {
	play(|| {
		set_most_lines(10);
		let lots: Vec<_> = (0..MAX_SENT_LOTS + 1).map(|_| lot(DONOR, MASKS, 10, None)).collect();
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 40);
		assert_eq!(lines(), [0, 1, 2, 3].map(|place: usize| (lots[place], 10)));
		assert_eq!(sent(order, need), 10);
		assert_eq!(lines(), [(lots[4], 10)]);
	});
}

#[test]
fn a_bounded_number_of_places_on_the_shelf_is_looked_at() {
	assert_eq!(PLACES_LOOKED_AT, 16);
	for (empty, found) in [(15, true), (16, false)] {
		play(|| {
			for _ in 0..empty {
				lot(DONOR, MASKS, 0, Some(NOW + 20 * DAY));
			}
			let goods = lot(DONOR, MASKS, 10, None);
			let order = sends_all();
			let need = published(HOSPITAL_RECEIVES, masks(1_000));
			if found {
				assert_eq!(sent(order, need), 10);
				assert_eq!(lines(), [(goods, 10)]);
			} else {
				refuses(order, need, Error::NothingToSend);
			}
		});
	}
}

#[test]
fn the_goods_of_others_on_the_shelf_are_not_sent() {
	play(|| {
		let both = lot(DONOR, MASKS, 10, Some(NOW + 20 * DAY));
		borrow(DONOR, HOSPITAL, both);
		let lent = lot(CLINIC, MASKS, 10, Some(NOW + 21 * DAY));
		borrow(DONOR, CLINIC, lent);
		let own = lot(DONOR, MASKS, 10, None);
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 20);
		assert_eq!(lines(), [(both, 10), (own, 10)]);
		assert_eq!(buckets(lent, CLINIC), [10, 0, 0]);
	});
}

#[test]
fn what_is_offered_or_reserved_is_not_sent() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		offered(DONOR_SENDS, supply(lot, 30));
		let order = ordered(50, 1_000, Floor::Units(0));
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_eq!(sent(order, need), 35);
		assert_eq!(buckets(lot, DONOR), [35, 30, 35]);
	});
}

#[test]
fn goods_leave_within_the_pace_and_before_the_time_of_the_need_is_over() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = sends_all();
		for (until, dispatch_by) in [
			(NOW + 2 * DAY - 1, NOW + 2 * DAY - 1),
			(NOW + 2 * DAY, NOW + 2 * DAY),
			(NOW + 2 * DAY + 1, NOW + 2 * DAY),
		] {
			let request = Request { window: Window { from: None, until }, ..masks(1) };
			let need = published(HOSPITAL_RECEIVES, request);
			assert_eq!(sent(order, need), 1);
			let transfer = made(*transfers().last().expect("a transfer"));
			assert_eq!(transfer.dispatch_by, dispatch_by);
			assert_eq!(transfer.receive_by, dispatch_by + 3 * DAY);
		}
	});
}

#[test]
fn whoever_is_to_dispatch_has_four_hours_at_least() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = sends_all();
		let least = DAY / 6;
		let within = |time| {
			let window = Window { from: None, until: NOW + time };
			published(HOSPITAL_RECEIVES, Request { window, ..masks(1) })
		};
		let [short, enough] = [least - 1, least].map(within);
		refuses(order, short, Error::NeedEndsTooSoon);
		assert_eq!(NeedsPallet::explain_order(order, short).findings, [Error::NeedEndsTooSoon]);
		assert_eq!(sent(order, enough), 1);
		let transfer = made(TransferId(0));
		assert_eq!(
			(transfer.dispatch_by, transfer.receive_by),
			(NOW + least, NOW + least + 3 * DAY)
		);
		// Once it is asked of another region, there is time again.
		pass(least);
		assert_ok!(ring(Alarm::Lapse { need: short }));
		assert_eq!(sent(order, short), 1);
	});
}

#[test]
fn an_order_and_a_need_must_be_there_and_act() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(10));
		refuses(OrderId(9), need, Error::OrderNotFound);
		refuses(order, NeedId(9), Error::NeedNotFound);
		turn_to(NOW + 5 * DAY);
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), order));
		refuses(order, need, Error::OrderPaused);
		assert_ok!(NeedsPallet::resume_order(by(DONOR_SENDS), order));
		turn_to(NOW + 5 * DAY + 1);
		refuses(order, need, Error::NeedNotOpen);
		turn_to(NOW + 5 * DAY);
		refuses(order, need, Error::NeedEndsTooSoon);
		turn_to(NOW + 5 * DAY - DAY / 6);
		assert_eq!(sent(order, need), 10);
		let closed = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), closed));
		refuses(order, closed, Error::NeedNotOpen);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), order));
		refuses(order, need, Error::Ended);
	});
}

#[test]
fn an_order_that_offers_does_not_send() {
	play(|| {
		lot(DONOR, MASKS, 100, Some(NOW + 5 * DAY));
		let order = given(DONOR_SENDS, offering());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		refuses(order, need, Error::OtherDuty);
	});
}

#[test]
fn an_order_does_not_send_to_its_own_institution() {
	play(|| {
		lot(HOSPITAL, MASKS, 100, None);
		let order = given(HOSPITAL_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		refuses(order, need, Error::OwnNeed);
	});
}

#[test]
fn an_order_sends_its_class_to_needs_that_accept_it() {
	play(|| {
		let goods = lot(DONOR, RESPIRATORS, 100, None);
		lot(DONOR, MASKS, 100, None);
		let order = given(DONOR_SENDS, Instruction { class: RESPIRATORS, ..sending() });
		let plain = published(HOSPITAL_RECEIVES, masks(10));
		refuses(order, plain, Error::ClassNotNeeded);
		let substitutes = vec![RESPIRATORS].try_into().expect("few classes");
		let wide = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(10) });
		assert_eq!(sent(order, wide), 10);
		assert_eq!(lines(), [(goods, 10)]);
	});
}

#[test]
fn an_order_sends_to_needs_in_its_scope() {
	play(|| {
		lot(COMMISSION, MASKS, 100, None);
		let hospital = published(HOSPITAL_RECEIVES, masks(10));
		let clinic = published(CLINIC_RECEIVES, masks(10));
		let donor = published(DONOR_RECEIVES, masks(10));
		for (scope, need, error) in [
			(Scope { priority: Priority::Asap, ..anybody() }, hospital, Error::NotUrgentEnough),
			(
				Scope {
					kinds: vec![InstitutionKind::Hospital].try_into().expect("few"),
					..anybody()
				},
				donor,
				Error::KindOutsideScope,
			),
			(
				Scope { regions: vec![code("CN-HB")].try_into().expect("few"), ..anybody() },
				donor,
				Error::RegionOutsideScope,
			),
			(
				Scope {
					capabilities: vec![Capability::Ventilation].try_into().expect("few"),
					..anybody()
				},
				clinic,
				Error::CapabilityMissing,
			),
		] {
			let order = given(COMMISSION_SENDS, Instruction { scope, ..sending() });
			refuses(order, need, error.clone());
			// Urgent, of a hospital in a part of Hubei that ventilates.
			if error != Error::NotUrgentEnough {
				assert_eq!(sent(order, hospital), 10);
				never_left(*transfers().last().expect("a transfer"));
			}
			assert_ok!(NeedsPallet::revoke_order(by(COMMISSION_SENDS), order));
		}
	});
}

#[test]
fn what_a_transfer_is_refused_with_refuses_the_sending() {
	play(|| {
		lot(DONOR, MASKS, 100, None);
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(10));
		refuse_transfers(true);
		let call = |need| Call::ring { alarm: Alarm::Send { order, need } };
		refused(by(NOBODY), call(need), FORBIDDEN);
		refuse_transfers(false);
		// Goods that must arrive in five days are too early for the sixth.
		let window = Window { from: Some(NOW + 5 * DAY + 1), until: NOW + 20 * DAY };
		let later = published(HOSPITAL_RECEIVES, Request { window, ..masks(10) });
		refused(by(NOBODY), call(later), DispatchError::Other("too early for need"));
		pass(1);
		assert_eq!(sent(order, later), 10);
	});
}

#[test]
fn any_quantity_can_be_sent() {
	play(|| {
		let most = Quantity::MAX;
		assert_ok!(NeedsPallet::set_need_bound(root(), MASKS, Some(most)));
		let [first, second] = [(); 2].map(|()| lot(DONOR, MASKS, most, None));
		let id = ordered(100, most, Floor::Units(most));
		let all = published(HOSPITAL_RECEIVES, masks(most));
		assert_ok!(ring(Alarm::Send { order: id, need: all }));
		assert_eq!(lines(), [(first, most)]);
		assert_eq!(need(all).unsent(), 0);
		assert_eq!(order(id).lately.sent.quantity, Total::from(most));
		let other = published(CLINIC_RECEIVES, masks(most));
		refuses(id, other, Error::BelowFloor);
		lot(DONOR, MASKS, 1, None);
		refuses(id, other, Error::PeriodUsedUp);
		// More than fits into a quantity is available, in several lots.
		let half = ordered(50, most, Floor::Units(0));
		spend(second, DONOR, most - 10);
		lot(DONOR, MASKS, most, None);
		assert_ok!(ring(Alarm::Send { order: half, need: other }));
		let quantity: Total = lines().iter().map(|(_, quantity)| Total::from(*quantity)).sum();
		// Half of 2^64 - 1 + 11, rounded down.
		assert_eq!(quantity, Total::from(most / 2 + 6));
		// A floor in days beyond all figures.
		set_use(DONOR, MASKS, Total::MAX, 1);
		let days = ordered(100, most, Floor::Days(u16::MAX));
		refuses(days, other, Error::BelowFloor);
	});
}

#[test]
fn sending_weighs_itself_and_the_making_of_a_transfer_of_as_many_lots_as_are_sent() {
	play(|| {
		lot(DONOR, MASKS, 10, None);
		lot(DONOR, MASKS, 10, None);
		let order = sends_all();
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		let alarm = Alarm::Send { order, need };
		// As the mock's weights say: 2,000, the question whether the need is frozen, and a million for each lot
		// of the transfer.
		let most = Call::<Test>::ring { alarm }.get_dispatch_info().call_weight;
		assert_eq!(most, Weight::from_parts(2_000 + FREEZING + 3_000_000, 0));
		let rung = NeedsPallet::ring(by(NOBODY), alarm).map(|info| info.actual_weight);
		let cost = Weight::from_parts(2_000 + FREEZING + 2_000_000, 0);
		assert_eq!(rung, Ok(Some(cost)));
	});
}

/// What is above a floor over some time: what there was at its beginning, and what came.
fn above(floor: Quantity, ever: Quantity) -> Quantity {
	ever.saturating_sub(floor)
}

#[test]
fn however_often_it_is_rung_no_more_is_sent_than_the_share_and_the_cap_leave() {
	for seed in 0..40 {
		play(|| {
			let mut random = Random(seed);
			let share = random.pick(&[1, 10, 33, 50, 90, 100]);
			let most = 1 + random.below(120);
			let floor = random.below(60);
			let id = ordered(share, most, Floor::Units(floor));
			let needs = [HOSPITAL_RECEIVES, CLINIC_RECEIVES]
				.map(|who| published(who, masks(1 + random.below(200))));
			let (mut ever, mut lots) = (0, Vec::new());
			for _ in 0..30 {
				if random.one_in(3) {
					let quantity = random.below(50);
					let days = 6 + random.below(9);
					let expiry = random.maybe(NOW + days * DAY);
					lots.push(lot(DONOR, MASKS, quantity, expiry));
					ever += quantity;
				}
				if random.one_in(4) && !lots.is_empty() {
					let some = random.pick(&lots);
					spend(some, DONOR, own(some, DONOR).available.min(3));
				}
				// It moves something, or changes nothing.
				let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
				let before = (root(), order(id).lately.sent.quantity);
				match ring(Alarm::Send { order: id, need: random.pick(&needs) }) {
					Ok(()) => assert!(order(id).lately.sent.quantity > before.1),
					Err(_) => assert_eq!(root(), before.0),
				}
			}
			let sent: Quantity =
				transfers().into_iter().flat_map(|id| made(id).lines).map(|(_, sent)| sent).sum();
			assert_eq!(order(id).lately.sent.quantity, Total::from(sent));
			assert!(sent <= most, "{sent} of {most}");
			assert!(sent * 100 <= above(floor, ever) * u64::from(share), "{share} of {ever}");
		});
	}
}
