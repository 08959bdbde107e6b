use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

#[test]
fn anybody_frees_goods_that_did_not_leave_in_time() {
	play(|| {
		let proposed = proposed(&[leg(MASKS, 10), leg(MASKS, 1)]);
		let accepted = accepted(&[leg(MASKS, 20)]);
		turn_to(DISPATCH_BY + 1);
		for id in [proposed, accepted] {
			assert_ok!(Circulation::release(by(NOBODY), id));
			assert_eq!(last_event(), Event::TransferExpired { transfer: id });
			assert_eq!(status(id), Status::Expired);
		}
		assert_eq!((own(MASKS, DONOR).available, own(MASKS, DONOR).reserved), (1_000, 0));
	});
}

#[test]
fn anybody_puts_goods_that_did_not_arrive_in_time_in_dispute() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 5)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(3, 2, 0), found(5, 0, 0)]));
		turn_to(RECEIVE_BY + 1);
		assert_ok!(Circulation::release(by(CLINIC_SENDS_AND_RECEIVES), id));
		assert_eq!(last_event(), Event::TransferDisputed { transfer: id });
		assert_eq!(status(id), Status::Disputed);
		let donor = own(MASKS, DONOR);
		assert_eq!((donor.in_transit, donor.disputed), (0, 7));
		let legs = Circulation::transfer(id).expect("a transfer").legs;
		assert_eq!((legs[0].accepted, legs[0].rejected, legs[0].missing), (3, 2, 5));
		assert_eq!((legs[1].accepted, legs[1].missing), (5, 0));
	});
}

#[test]
fn a_deadline_belongs_to_the_other_party_up_to_its_last_moment() {
	play(|| {
		let release = |id| Circulation::release(by(NOBODY), id);
		let waiting = proposed(&[leg(MASKS, 10)]);
		let under_way = dispatched(&[leg(MASKS, 10)]);
		turn_to(DISPATCH_BY);
		assert_noop!(release(waiting), Error::<Test>::DeadlineNotReached);
		turn_to(RECEIVE_BY);
		assert_ok!(release(waiting));
		assert_noop!(release(under_way), Error::<Test>::DeadlineNotReached);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(release(under_way));
	});
}

#[test]
fn only_what_is_waiting_is_released() {
	play(|| {
		let release = |id| Circulation::release(by(NOBODY), id);
		assert_noop!(release(TransferId(7)), Error::<Test>::TransferNotFound);
		let settled = delivered(&[leg(MASKS, 10)]);
		let disputed = dispatched(&[leg(MASKS, 10)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, disputed, &[found(0, 0, 10)]));
		let expired = proposed(&[leg(MASKS, 10)]);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(release(expired));
		assert_noop!(release(settled), Error::<Test>::Ended);
		assert_noop!(release(disputed), Error::<Test>::AlreadyReceived);
		assert_noop!(release(expired), Error::<Test>::Ended);
	});
}
