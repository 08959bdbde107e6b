use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, TransferId};

#[test]
fn the_sender_withdraws_before_and_after_acceptance() {
	play(|| {
		for id in [proposed(&[leg(MASKS, 10)]), accepted(&[leg(MASKS, 10)])] {
			assert_ok!(Circulation::withdraw(by(DONOR_SENDS), id));
			assert_eq!(last_event(), Event::TransferWithdrawn { transfer: id, by: DONOR });
			assert_eq!(status(id), Status::Withdrawn);
		}
		assert_eq!(own(MASKS, DONOR).available, 1_000);
	});
}

#[test]
fn the_receiver_withdraws_from_what_it_accepted() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		assert_ok!(Circulation::withdraw(by(HOSPITAL_RECEIVES), id));
		assert_eq!(last_event(), Event::TransferWithdrawn { transfer: id, by: HOSPITAL });
		assert_eq!(own(MASKS, DONOR).available, 1_000);
	});
}

#[test]
fn the_receiver_rejects_what_it_has_not_accepted() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		assert_noop!(Circulation::withdraw(by(HOSPITAL_RECEIVES), id), Error::<Test>::NotAccepted);
	});
}

#[test]
fn nobody_else_withdraws() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into()),
			(DONOR_RECEIVES, MockDirectory::NOT_AUTHORIZED),
			(HOSPITAL_SENDS, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(Circulation::withdraw(by(who), id), error);
		}
		suspend(DONOR);
		assert_noop!(Circulation::withdraw(by(DONOR_SENDS), id), MockDirectory::SUSPENDED);
	});
}

#[test]
fn goods_that_have_left_are_not_withdrawn() {
	play(|| {
		let withdraw = |id| Circulation::withdraw(by(DONOR_SENDS), id);
		assert_noop!(withdraw(TransferId(7)), Error::<Test>::TransferNotFound);
		let under_way = dispatched(&[leg(MASKS, 1)]);
		assert_noop!(withdraw(under_way), Error::<Test>::AlreadyDispatched);
		let settled = delivered(&[leg(MASKS, 1)]);
		assert_noop!(withdraw(settled), Error::<Test>::AlreadyDispatched);
	});
}

#[test]
fn nothing_is_withdrawn_twice() {
	play(|| {
		let id = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::withdraw(by(DONOR_SENDS), id));
		assert_noop!(Circulation::withdraw(by(DONOR_SENDS), id), Error::<Test>::Ended);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = proposed(&[leg(MASKS, 1)]);
		let record = recorded_with_digest(by(DONOR_SENDS), Call::withdraw { transfer });
		assert_eq!(record.institution, Some(DONOR));
	});
}

#[test]
fn the_sender_does_not_withdraw_from_what_was_decided_but_the_receiver_does() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		MockDecisions::bind(id);
		for now in [NOW, DISPATCH_BY + 1] {
			turn_to(now);
			let withdrawn = Circulation::withdraw(by(DONOR_SENDS), id);
			assert_noop!(withdrawn, Error::<Test>::BoundByDecision);
		}
		let asked = MockDecisions::asked(|| {
			assert_ok!(Circulation::withdraw(by(HOSPITAL_RECEIVES), id));
		});
		assert_eq!(asked, 0);
		assert_eq!(own(MASKS, DONOR).available, 1_000);
	});
}

#[test]
fn what_was_decided_and_not_dispatched_is_released_by_anybody() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		MockDecisions::bind(id);
		turn_to(DISPATCH_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), id));
		assert_eq!(own(MASKS, DONOR).available, 1_000);
	});
}
