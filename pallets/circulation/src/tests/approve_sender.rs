use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::mock::MockDirectory;

#[test]
fn an_approved_sender_is_accepted_without_an_answer() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR));
		let approved = Event::SenderApproved { receiver: HOSPITAL, sender: DONOR };
		assert_eq!(last_event(), approved);
		assert_eq!(status(proposed(&[leg(MASKS, 1)])), Status::Accepted);
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
fn only_an_agent_for_receipt_approves() {
	play(|| {
		let approve = |who| Circulation::approve_sender(by(who), DONOR);
		assert_noop!(approve(NOBODY), MockDirectory::NOT_AGENT);
		assert_noop!(approve(HOSPITAL_SENDS), MockDirectory::NOT_AUTHORIZED);
		suspend(HOSPITAL);
		assert_noop!(approve(HOSPITAL_RECEIVES), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_another_institution_is_approved_and_only_once() {
	play(|| {
		let approve = |sender| Circulation::approve_sender(by(HOSPITAL_RECEIVES), sender);
		assert_noop!(approve(HOSPITAL), Error::<Test>::SameInstitution);
		assert_noop!(approve(NOWHERE), Error::<Test>::SenderNotFound);
		assert_ok!(approve(DONOR));
		assert_noop!(approve(DONOR), Error::<Test>::AlreadyApproved);
	});
}

#[test]
fn a_suspended_sender_may_be_approved() {
	play(|| {
		suspend(DONOR);
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR));
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		recorded_with_digest(by(HOSPITAL_RECEIVES), Call::approve_sender { sender: DONOR });
	});
}
