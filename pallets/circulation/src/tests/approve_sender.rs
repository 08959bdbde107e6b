use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::mock::MockDirectory;

#[test]
fn an_approved_sender_is_accepted_without_an_answer() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
		let capacity = Capacity::Receiver;
		let approved = Event::SenderApproved { by: HOSPITAL, sender: DONOR, capacity };
		assert_eq!(last_event(), approved);
		assert_eq!(status(proposed(&[leg(MASKS, 1)])), Status::Accepted);
	});
}

#[test]
fn an_approval_is_of_one_sender_by_one_receiver() {
	play(|| {
		for (who, sender, capacity) in [
			(HOSPITAL_RECEIVES, CLINIC, Capacity::Receiver),
			(CLINIC_SENDS_AND_RECEIVES, DONOR, Capacity::Receiver),
			(HOSPITAL_SENDS, DONOR, Capacity::Carrier),
		] {
			assert_ok!(Circulation::approve_sender(by(who), sender, capacity));
		}
		assert_eq!(status(proposed(&[leg(MASKS, 1)])), Status::Proposed);
	});
}

#[test]
fn only_an_agent_for_receipt_approves() {
	play(|| {
		let approve = |who| Circulation::approve_sender(by(who), DONOR, Capacity::Receiver);
		assert_noop!(approve(NOBODY), MockDirectory::NOT_AGENT);
		assert_noop!(approve(HOSPITAL_SENDS), MockDirectory::NOT_AUTHORIZED);
		suspend(HOSPITAL);
		assert_noop!(approve(HOSPITAL_RECEIVES), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_another_institution_is_approved_and_only_once() {
	play(|| {
		let approve =
			|sender| Circulation::approve_sender(by(HOSPITAL_RECEIVES), sender, Capacity::Receiver);
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
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		for (who, capacity) in
			[(HOSPITAL_RECEIVES, Capacity::Receiver), (HOSPITAL_SENDS, Capacity::Carrier)]
		{
			recorded_with_digest(by(who), Call::approve_sender { sender: DONOR, capacity });
		}
	});
}

#[test]
fn only_an_agent_for_dispatch_approves_for_a_carrier() {
	play(|| {
		let approve = |who| Circulation::approve_sender(by(who), DONOR, Capacity::Carrier);
		assert_noop!(approve(CARRIER_RECEIVES), MockDirectory::NOT_AUTHORIZED);
		assert_ok!(approve(CARRIER_SENDS));
		let capacity = Capacity::Carrier;
		let approved = Event::SenderApproved { by: CARRIER, sender: DONOR, capacity };
		assert_eq!(last_event(), approved);
		assert_noop!(approve(CARRIER_SENDS), Error::<Test>::AlreadyApproved);
	});
}

#[test]
fn approvals_are_counted_and_bounded() {
	play(|| {
		let approve = |sender, capacity| {
			let who =
				if capacity == Capacity::Carrier { HOSPITAL_SENDS } else { HOSPITAL_RECEIVES };
			Circulation::approve_sender(by(who), sender, capacity)
		};
		assert_ok!(approve(DONOR, Capacity::Receiver));
		assert_ok!(approve(DONOR, Capacity::Carrier));
		assert_ok!(approve(CLINIC, Capacity::Receiver));
		let fourth = || approve(CARRIER, Capacity::Receiver);
		assert_noop!(fourth(), Error::<Test>::TooManyApprovals);
		assert_ok!(Circulation::revoke_sender(by(HOSPITAL_SENDS), DONOR, Capacity::Carrier));
		assert_ok!(fourth());
		assert_eq!(ApprovalCount::<Test>::get(HOSPITAL), 3);
	});
}
