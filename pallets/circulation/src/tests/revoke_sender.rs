use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::mock::MockDirectory;

fn approved() {
	assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR));
}

#[test]
fn an_approval_holds_until_it_is_revoked() {
	play(|| {
		approved();
		let first = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::revoke_sender(by(HOSPITAL_RECEIVES), DONOR));
		let revoked = Event::SenderApprovalRevoked { receiver: HOSPITAL, sender: DONOR };
		assert_eq!(last_event(), revoked);
		let second = proposed(&[leg(MASKS, 1)]);
		assert_eq!((status(first), status(second)), (Status::Accepted, Status::Proposed));
	});
}

#[test]
fn only_an_agent_for_receipt_revokes() {
	play(|| {
		approved();
		let revoke = |who| Circulation::revoke_sender(by(who), DONOR);
		assert_noop!(revoke(NOBODY), MockDirectory::NOT_AGENT);
		assert_noop!(revoke(HOSPITAL_SENDS), MockDirectory::NOT_AUTHORIZED);
		assert_noop!(revoke(CLINIC_SENDS_AND_RECEIVES), Error::<Test>::NotApproved);
		suspend(HOSPITAL);
		assert_noop!(revoke(HOSPITAL_RECEIVES), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_what_is_approved_is_revoked() {
	play(|| {
		let revoke = || Circulation::revoke_sender(by(HOSPITAL_RECEIVES), DONOR);
		assert_noop!(revoke(), Error::<Test>::NotApproved);
		approved();
		assert_ok!(revoke());
		assert_noop!(revoke(), Error::<Test>::NotApproved);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		approved();
		recorded_with_digest(by(HOSPITAL_RECEIVES), Call::revoke_sender { sender: DONOR });
	});
}
