use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, TransferId};

#[test]
fn a_rejected_proposal_frees_the_goods() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10), leg(MASKS, 5), leg(SUITS, 7)]);
		assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), id));
		assert_eq!(last_event(), Event::TransferRejected { transfer: id });
		assert_eq!(status(id), Status::Rejected);
		assert_eq!((own(MASKS, DONOR).available, own(MASKS, DONOR).reserved), (1_000, 0));
		assert_eq!((own(SUITS, DONOR).available, own(SUITS, DONOR).reserved), (500, 0));
	});
}

#[test]
fn only_the_receiver_rejects() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into()),
			(DONOR_RECEIVES, Error::<Test>::NotParty.into()),
			(DONOR_SENDS, MockDirectory::NOT_AUTHORIZED),
			(HOSPITAL_SENDS, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(Circulation::reject(by(who), id), error);
		}
		suspend(HOSPITAL);
		assert_noop!(Circulation::reject(by(HOSPITAL_RECEIVES), id), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_a_proposal_is_rejected() {
	play(|| {
		let reject = |id| Circulation::reject(by(HOSPITAL_RECEIVES), id);
		assert_noop!(reject(TransferId(7)), Error::<Test>::TransferNotFound);
		let answered = accepted(&[leg(MASKS, 1)]);
		assert_noop!(reject(answered), Error::<Test>::NotProposed);
		let id = proposed(&[leg(MASKS, 1)]);
		assert_ok!(reject(id));
		assert_noop!(reject(id), Error::<Test>::NotProposed);
	});
}

#[test]
fn a_lot_of_several_legs_is_opened_once() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10), leg(SUITS, 7), leg(MASKS, 5)]);
		let reject = || {
			assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), id));
		};
		assert_eq!(opened(reject), [MASKS, SUITS]);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = proposed(&[leg(MASKS, 1)]);
		recorded_with_digest(by(HOSPITAL_RECEIVES), Call::reject { transfer });
	});
}
