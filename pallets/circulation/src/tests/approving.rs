use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

#[test]
fn an_approval_holds_until_it_is_revoked() {
	play(|| {
		let (receiver, sender) = (HOSPITAL, DONOR);
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR));
		assert_eq!(last_event(), Event::SenderApproved { receiver, sender });
		let first = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::revoke_sender(by(HOSPITAL_RECEIVES), DONOR));
		assert_eq!(last_event(), Event::SenderApprovalRevoked { receiver, sender });
		let second = proposed(&[leg(MASKS, 1)]);
		assert_eq!((status(first), status(second)), (Status::Accepted, Status::Proposed));
	});
}

#[test]
fn an_approval_is_of_one_sender_by_one_receiver() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), CLINIC));
		assert_ok!(Circulation::approve_sender(by(CLINIC_SENDS_AND_RECEIVES), DONOR));
		assert_eq!(status(proposed(&[leg(MASKS, 1)])), Status::Proposed);
	});
}

#[test]
fn only_an_agent_for_receipt_approves_and_revokes() {
	play(|| {
		for who in [NOBODY, HOSPITAL_SENDS] {
			let error = || match who {
				NOBODY => Error::<Test>::NotAgent,
				_ => Error::NotAuthorized,
			};
			assert_noop!(Circulation::approve_sender(by(who), DONOR), error());
			assert_noop!(Circulation::revoke_sender(by(who), DONOR), error());
		}
		suspend(HOSPITAL);
		let who = HOSPITAL_RECEIVES;
		assert_noop!(Circulation::approve_sender(by(who), DONOR), Error::<Test>::Suspended);
		assert_noop!(Circulation::revoke_sender(by(who), DONOR), Error::<Test>::Suspended);
	});
}

#[test]
fn approvals_are_sound() {
	play(|| {
		let approve = |sender| Circulation::approve_sender(by(HOSPITAL_RECEIVES), sender);
		let revoke = |sender| Circulation::revoke_sender(by(HOSPITAL_RECEIVES), sender);
		assert_noop!(approve(HOSPITAL), Error::<Test>::SameInstitution);
		assert_noop!(approve(NOWHERE), Error::<Test>::SenderNotFound);
		assert_noop!(revoke(DONOR), Error::<Test>::NotApproved);
		assert_ok!(approve(DONOR));
		assert_noop!(approve(DONOR), Error::<Test>::AlreadyApproved);
		assert_ok!(revoke(DONOR));
		assert_noop!(revoke(DONOR), Error::<Test>::NotApproved);
	});
}
