use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::MockTrail, Action, Bucket, Custody, Moment, RecordId, Subject, Subjects, Trail,
	TransferId,
};
use sp_core::H256;
use sp_runtime::DispatchError;

/// Turns to the first moment at which what ends now can be archived.
fn wait() -> Moment {
	let then = MockTrail::now() + ArchiveAfter::get();
	turn_to(then);
	then
}

#[test]
fn what_ended_long_ago_leaves_the_storage() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(4, 0, 0)]));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0)]));
		wait();
		let digest = Circulation::archive_digest(id).expect("a transfer");
		assert_ok!(Circulation::archive(by(NOBODY), id, digest));
		assert_eq!(last_event(), Event::TransferArchived { transfer: id, digest });
		assert_eq!(Circulation::transfer(id), None);
		assert_eq!(Circulation::receipts(id), []);
		assert_eq!(Receipts::<Test>::iter_keys().count(), 0);
		let newest = MockTrail::newest(&Subject::Transfer(id));
		assert_eq!(Circulation::newest_record(&Subject::Transfer(id)), newest);
		assert_eq!(Archived::<Test>::get(id), newest);
		assert_eq!(archive(id), Err(Error::<Test>::TransferArchived.into()));
	});
}

#[test]
fn the_digest_is_of_the_transfer_and_its_receipts_as_they_are_stored() {
	play(|| {
		let id = delivered(&[leg(MASKS, 10)]);
		let transfer = Transfers::<Test>::get(id).expect("a transfer");
		let receipts: Vec<_> = (0..1).filter_map(|n| Receipts::<Test>::get(id, n)).collect();
		assert_eq!(receipts.len(), 1);
		let bytes = [id.encode(), transfer.encode(), receipts.encode()].concat();
		let digest = H256(sp_io::hashing::blake2_256(&bytes));
		assert_eq!(Circulation::archive_digest(id), Some(digest));
		wait();
		let other = H256::repeat_byte(7);
		let refused = Circulation::archive(by(NOBODY), id, other);
		assert_noop!(refused.map_err(|told| told.error), Error::<Test>::DigestMismatch);
		assert_ok!(Circulation::archive(by(NOBODY), id, digest));
	});
}

#[test]
fn every_end_can_be_archived_when_it_is_long_ago() {
	play(|| {
		let settled = delivered(&[leg(MASKS, 1)]);
		let rejected = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), rejected));
		let withdrawn = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::withdraw(by(DONOR_SENDS), withdrawn));
		let expired = proposed(&[leg(MASKS, 1)]);
		turn_to(DISPATCH_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), expired));
		let ended = |id| Circulation::transfer(id).expect("a transfer").ended_at;
		assert_eq!([settled, rejected, withdrawn].map(ended), [Some(NOW); 3]);
		assert_eq!(ended(expired), Some(DISPATCH_BY + 1));
		turn_to(DISPATCH_BY + ArchiveAfter::get());
		for id in [settled, rejected, withdrawn] {
			assert_ok!(archive(id));
		}
		assert_noop!(archive(expired), Error::<Test>::RetentionNotOver);
		turn_to(DISPATCH_BY + 1 + ArchiveAfter::get());
		assert_ok!(archive(expired));
	});
}

#[test]
fn what_has_not_ended_is_not_archived() {
	play(|| {
		let disputed = dispatched(&[leg(MASKS, 1)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, disputed, &[found(0, 1, 0)]));
		let ids = [
			proposed(&[leg(MASKS, 1)]),
			accepted(&[leg(MASKS, 1)]),
			dispatched(&[leg(MASKS, 1)]),
			disputed,
		];
		wait();
		for id in ids {
			assert_noop!(archive(id), Error::<Test>::NotEnded);
		}
		assert_noop!(archive(TransferId(77)), Error::<Test>::TransferNotFound);
		assert_ok!(resolve(
			by(DONOR_SENDS),
			disputed,
			Outcome::Rejected(RejectedGoods::Returned),
			1
		));
		assert_noop!(archive(disputed), Error::<Test>::RetentionNotOver);
		wait();
		assert_ok!(archive(disputed));
	});
}

#[test]
fn nothing_of_an_archived_transfer_goes_back() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10)]);
		wait();
		let back = || Circulation::propose(by(HOSPITAL_SENDS), giving_back(of, &[leg(MASKS, 1)]));
		assert_ok!(archive(of));
		assert_noop!(back(), Error::<Test>::TransferArchived);
		let told = Circulation::explain_transfer(HOSPITAL, giving_back(of, &[leg(MASKS, 1)]));
		assert_eq!(told, [Finding { leg: None, error: Error::TransferArchived, unmet: None }]);
	});
}

#[test]
fn a_loan_is_archived_when_nothing_of_it_is_out() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8)]);
		wait();
		assert_noop!(archive(id), Error::<Test>::LoanOutstanding);
		let back = sent_back(id, &[leg(VENTILATORS, 5)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(5, 0, 0)]));
		assert_noop!(archive(id), Error::<Test>::LoanOutstanding);
		assert_ok!(call_in(NOBODY, id));
		assert_noop!(archive(id), Error::<Test>::NotEnded);
		assert_ok!(resolve(by(DONOR_SENDS), id, Outcome::CalledIn(CalledInGoods::Kept), 3));
		wait();
		assert_noop!(archive(id), Error::<Test>::ReturnsNotArchived);
		assert_ok!(archive(back));
		assert_ok!(archive(id));
	});
}

#[test]
fn a_loan_whose_goods_left_the_borrower_another_way_is_archived() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8)]);
		wait();
		assert_noop!(archive(id), Error::<Test>::LoanOutstanding);
		let custody = Custody { custodian: HOSPITAL, owner: DONOR };
		hand_over(VENTILATORS, custody, Custody::own(CLINIC));
		assert_noop!(call_in(NOBODY, id), Error::<Test>::NothingToCallIn);
		assert_ok!(archive(id));
	});
}

#[test]
fn a_return_is_archived_before_what_it_carried_back() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10), leg(MASKS, 5)]);
		let back = sent_back(of, &[leg(MASKS, 12)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(10, 2, 0)]));
		assert_ok!(resolve(
			by(HOSPITAL_SENDS),
			back,
			Outcome::Rejected(RejectedGoods::Returned),
			2
		));
		shift(MASKS, Custody::own(HOSPITAL), Bucket::Quarantined, Bucket::Available, 2);
		// More of the lot, so that stock is not what is lacking.
		delivered(&[leg(MASKS, 20)]);
		wait();
		assert_noop!(archive(of), Error::<Test>::ReturnsNotArchived);
		assert_ok!(archive(back));
		let legs = Circulation::transfer(of).expect("a transfer").legs;
		let concluded: Vec<_> = legs.iter().map(|leg| (leg.returned, leg.concluded)).collect();
		assert_eq!(concluded.iter().map(|(returned, _)| returned).sum::<u64>(), 0);
		assert_eq!(concluded.iter().map(|(_, concluded)| concluded).sum::<u64>(), 10);
		// What is still there can go back as long as the transfer is stored.
		let rest = |quantity| {
			let proposal = giving_back(of, &[leg(MASKS, quantity)]);
			Circulation::propose(by(HOSPITAL_SENDS), proposal)
		};
		assert_noop!(rest(6), Error::<Test>::ExceedsAccepted);
		assert_ok!(rest(5));
		assert_noop!(archive(of), Error::<Test>::ReturnsNotArchived);
		let second = TransferId(NextTransferId::<Test>::get().0 - 1);
		assert_ok!(Circulation::withdraw(by(HOSPITAL_SENDS), second));
		assert_ok!(archive(of));
		// A return that never left carried nothing, and needs nothing of what it was to carry back.
		wait();
		assert_ok!(archive(second));
	});
}

#[test]
fn an_acknowledgement_after_the_end_does_not_move_the_end() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		assert_ok!(dispatch_by(DONOR_SENDS, id, Some(CARRIER)));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(10, 0, 0)]));
		wait();
		assert_ok!(Circulation::acknowledge_carriage(by(CARRIER_SENDS), id));
		assert_eq!(Circulation::transfer(id).expect("a transfer").ended_at, Some(NOW));
		assert_ok!(archive(id));
	});
}

#[test]
fn nobody_archives_without_a_signature() {
	play(|| {
		let id = delivered(&[leg(MASKS, 1)]);
		wait();
		let digest = Circulation::archive_digest(id).expect("a transfer");
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let refused = Circulation::archive(origin, id, digest);
			assert_eq!(refused.map_err(|told| told.error).err(), Some(DispatchError::BadOrigin));
		}
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = delivered(&[leg(MASKS, 1)]);
		wait();
		let before = Circulation::newest_record(&Subject::Transfer(transfer));
		let digest = Circulation::archive_digest(transfer).expect("a transfer");
		let record = recorded_with_digest(by(NOBODY), Call::archive { transfer, digest });
		assert_eq!((record.action, record.previous), (Action::TransferArchived, before));
		assert_ne!(before, None::<RecordId>);
	});
}

#[test]
fn a_return_leaves_a_record_on_both() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10)]);
		let back = sent_back(of, &[leg(MASKS, 10)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(10, 0, 0)]));
		wait();
		let records = recorded(|| {
			assert_ok!(archive(back));
		});
		let subjects: Vec<_> = records.into_iter().map(|record| record.subject).collect();
		assert_eq!(subjects, [Subject::Transfer(of), Subject::Transfer(back)]);
	});
}
