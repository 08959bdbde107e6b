use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::mock::MockDirectory;

fn approved() {
	assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
}

#[test]
fn an_approval_holds_until_it_is_revoked() {
	play(|| {
		approved();
		let first = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::revoke_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
		let capacity = Capacity::Receiver;
		let revoked = Event::SenderApprovalRevoked { by: HOSPITAL, sender: DONOR, capacity };
		assert_eq!(last_event(), revoked);
		let second = proposed(&[leg(MASKS, 1)]);
		assert_eq!((status(first), status(second)), (Status::Accepted, Status::Proposed));
	});
}

#[test]
fn only_an_agent_for_receipt_revokes() {
	play(|| {
		approved();
		let revoke = |who| Circulation::revoke_sender(by(who), DONOR, Capacity::Receiver);
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
		let revoke =
			|| Circulation::revoke_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver);
		assert_noop!(revoke(), Error::<Test>::NotApproved);
		approved();
		let as_carrier = Circulation::revoke_sender(by(HOSPITAL_SENDS), DONOR, Capacity::Carrier);
		assert_noop!(as_carrier, Error::<Test>::NotApproved);
		assert_ok!(revoke());
		assert_noop!(revoke(), Error::<Test>::NotApproved);
		assert!(!ApprovalCount::<Test>::contains_key(HOSPITAL));
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		approved();
		let capacity = Capacity::Receiver;
		recorded_with_digest(
			by(HOSPITAL_RECEIVES),
			Call::revoke_sender { sender: DONOR, capacity },
		);
	});
}
