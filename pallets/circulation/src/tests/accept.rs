use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, TransferId};

#[test]
fn the_receiver_accepts() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_eq!(last_event(), Event::TransferAccepted { transfer: id });
		assert_eq!(status(id), Status::Accepted);
		assert_eq!(own(MASKS, DONOR).reserved, 10);
	});
}

#[test]
fn nobody_else_accepts() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into()),
			(DONOR_RECEIVES, Error::<Test>::NotParty.into()),
			(HOSPITAL_SENDS, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(Circulation::accept(by(who), id), error);
		}
		suspend(HOSPITAL);
		assert_noop!(Circulation::accept(by(HOSPITAL_RECEIVES), id), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_a_proposal_is_accepted() {
	play(|| {
		let nothing = TransferId(7);
		let accept = |id| Circulation::accept(by(HOSPITAL_RECEIVES), id);
		assert_noop!(accept(nothing), Error::<Test>::TransferNotFound);
		for id in [accepted(&[leg(MASKS, 1)]), dispatched(&[leg(MASKS, 1)])] {
			assert_noop!(accept(id), Error::<Test>::NotProposed);
		}
	});
}

#[test]
fn it_is_not_too_late_until_the_deadline_is_over() {
	play(|| {
		let first = proposed(&[leg(MASKS, 1)]);
		let second = proposed(&[leg(MASKS, 1)]);
		turn_to(DISPATCH_BY);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), first));
		turn_to(DISPATCH_BY + 1);
		assert_noop!(
			Circulation::accept(by(HOSPITAL_RECEIVES), second),
			Error::<Test>::DeadlinePassed
		);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = proposed(&[leg(MASKS, 10)]);
		let record = recorded_with_digest(by(HOSPITAL_RECEIVES), Call::accept { transfer });
		assert_eq!(record.event, None);
	});
}
