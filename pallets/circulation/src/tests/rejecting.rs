use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

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
			(NOBODY, Error::<Test>::NotAgent),
			(CLINIC_SENDS_AND_RECEIVES, Error::NotParty),
			(DONOR_SENDS, Error::NotParty),
			(HOSPITAL_SENDS, Error::NotAuthorized),
		] {
			assert_noop!(Circulation::reject(by(who), id), error);
		}
		suspend(HOSPITAL);
		assert_noop!(Circulation::reject(by(HOSPITAL_RECEIVES), id), Error::<Test>::Suspended);
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
