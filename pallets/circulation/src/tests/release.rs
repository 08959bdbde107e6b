use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{Actor, TransferId};

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
fn a_dispatch_at_the_last_moment_leaves_the_receiver_its_time() {
	play(|| {
		// The tightest times that a sender can set to a receiver that has approved it.
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
		let (dispatch_by, receive_by) = (NOW, NOW + MinTransit::get());
		let tight = ProposalOf::<Test> { dispatch_by, receive_by, ..gift(&[leg(MASKS, 10)]) };
		let id = propose(DONOR_SENDS, tight);
		assert_ok!(dispatch(DONOR_SENDS, id));
		let release = || Circulation::release(by(DONOR_SENDS), id);
		assert_noop!(release(), Error::<Test>::DeadlineNotReached);
		turn_to(NOW + MinTransit::get());
		assert_noop!(release(), Error::<Test>::DeadlineNotReached);
		turn_to(NOW + MinTransit::get() + 1);
		assert_ok!(release());
		// And the receiver is not shut out after that.
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(10, 0, 0)]));
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn whatever_the_parties_do_anybody_and_the_arbiter_bring_a_transfer_to_its_end() {
	play(|| {
		let unanswered = proposed(&[leg(MASKS, 10)]);
		let unsent = accepted(&[leg(MASKS, 10)]);
		let unreceived = dispatched(&[leg(MASKS, 10)]);
		suspend(DONOR);
		suspend(HOSPITAL);
		turn_to(RECEIVE_BY + 1);
		for id in [unanswered, unsent, unreceived] {
			assert_ok!(Circulation::release(by(NOBODY), id));
		}
		let found = Outcome::Missing(MissingGoods::Found);
		assert_ok!(resolve(RuntimeOrigin::root(), unreceived, found, 10));
		let donor = own(MASKS, DONOR);
		assert_eq!((donor.available, donor.quarantined), (990, 10));
		assert!([unanswered, unsent, unreceived].into_iter().all(|id| status(id).has_ended()));
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

#[test]
fn even_the_suspended_release() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		suspend(DONOR);
		turn_to(DISPATCH_BY + 1);
		assert_ok!(Circulation::release(by(DONOR_SENDS), id));
	});
}

#[test]
fn nobody_releases_without_a_signature() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		turn_to(DISPATCH_BY + 1);
		let release = |origin| Circulation::release(origin, id);
		assert_noop!(release(RuntimeOrigin::root()), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(release(RuntimeOrigin::none()), sp_runtime::DispatchError::BadOrigin);
	});
}

#[test]
fn only_lots_of_which_something_is_outstanding_are_opened() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 5), leg(MASKS, 3)]);
		let receipt = [found(0, 0, 0), found(5, 0, 0), found(0, 0, 0)];
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt));
		turn_to(RECEIVE_BY + 1);
		let release = || {
			assert_ok!(Circulation::release(by(NOBODY), id));
		};
		assert_eq!(opened(release), [MASKS]);
		assert_eq!(own(MASKS, DONOR).disputed, 13);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = proposed(&[leg(MASKS, 1)]);
		turn_to(DISPATCH_BY + 1);
		let record = recorded_with_digest(by(NOBODY), Call::release { transfer });
		assert_eq!((record.actor, record.institution), (Actor::Account(NOBODY), None));
		turn_to(NOW);
		let transfer = dispatched(&[leg(MASKS, 1)]);
		turn_to(RECEIVE_BY + 1);
		let record = recorded_with_digest(by(DONOR_SENDS), Call::release { transfer });
		assert_eq!((record.actor, record.institution), (Actor::Account(DONOR_SENDS), Some(DONOR)));
	});
}
