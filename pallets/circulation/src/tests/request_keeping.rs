use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Action, TransferId};

/// 100 masks were sent: 80 accepted, 12 rejected, 8 missing.
fn disputed() -> TransferId {
	let id = dispatched(&[leg(MASKS, 100)]);
	receive(HOSPITAL_RECEIVES, id, &[found(80, 12, 8)]).expect("goods under way");
	id
}

fn request(who: u64, id: TransferId, quantity: u64) -> sp_runtime::DispatchResult {
	Circulation::request_keeping(by(who), id, 0, quantity)
}

#[test]
fn a_request_is_kept_until_another_takes_its_place() {
	play(|| {
		let id = disputed();
		for quantity in [12, 1, 5, 0] {
			assert_ok!(request(HOSPITAL_RECEIVES, id, quantity));
			assert_eq!(last_event(), Event::KeepingRequested { transfer: id, leg: 0, quantity });
			assert_eq!(Circulation::transfer(id).expect("a transfer").legs[0].keeping, quantity);
		}
		assert_noop!(request(HOSPITAL_RECEIVES, id, 0), Error::<Test>::Unchanged);
	});
}

#[test]
fn a_request_alone_moves_nothing() {
	play(|| {
		let id = disputed();
		assert_ok!(request(HOSPITAL_RECEIVES, id, 12));
		assert_eq!((own(MASKS, HOSPITAL).available, own(MASKS, DONOR).disputed), (80, 20));
		let kept = Outcome::Rejected(RejectedGoods::Delivered);
		assert_noop!(resolve(by(HOSPITAL_RECEIVES), id, kept, 12), Error::<Test>::NotParty);
	});
}

#[test]
fn only_what_is_rejected_is_asked_for() {
	play(|| {
		let id = disputed();
		assert_noop!(request(HOSPITAL_RECEIVES, id, 13), Error::<Test>::ExceedsDisputed);
		assert_noop!(request(HOSPITAL_RECEIVES, id, u64::MAX), Error::<Test>::ExceedsDisputed);
		let second = Circulation::request_keeping(by(HOSPITAL_RECEIVES), id, 1, 1);
		assert_noop!(second, Error::<Test>::LegNotFound);
		let waiting = proposed(&[leg(MASKS, 1)]);
		assert_noop!(request(HOSPITAL_RECEIVES, waiting, 1), Error::<Test>::ExceedsDisputed);
		let unknown = TransferId(77);
		assert_noop!(request(HOSPITAL_RECEIVES, unknown, 1), Error::<Test>::TransferNotFound);
	});
}

#[test]
fn only_the_receiver_asks() {
	play(|| {
		let id = disputed();
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into()),
			(DONOR_RECEIVES, Error::<Test>::NotParty.into()),
			(HOSPITAL_SENDS, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(request(who, id, 1), error);
		}
		suspend(HOSPITAL);
		assert_noop!(request(HOSPITAL_RECEIVES, id, 1), MockDirectory::SUSPENDED);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = disputed();
		let call = Call::request_keeping { transfer, leg: 0, quantity: 7 };
		let record = recorded_with_digest(by(HOSPITAL_RECEIVES), call);
		assert_eq!(record.action, Action::KeepingRequested);
	});
}
