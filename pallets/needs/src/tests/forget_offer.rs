use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, OfferId, RecordId, Subject, Subjects};
use sp_runtime::DispatchError;

#[track_caller]
fn refuses(offer: OfferId, error: Error<Test>) {
	refused(by(NOBODY), Call::forget { posting: Posting::Offer(offer) }, error);
}

#[test]
fn an_offer_that_ended_is_forgotten_when_its_records_are_pruned() {
	play(|| {
		let id = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 10));
		MockTrail::prune_before(RecordId(u64::MAX));
		refuses(id, Error::NotEnded);
		MockTrail::prune_before(RecordId(0));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), id));
		let newest = offer(id).newest_record.expect("a record");
		MockTrail::prune_before(newest);
		refuses(id, Error::RecordNotPruned);
		MockTrail::prune_before(newest.next().expect("few records"));
		let before = MockTrail::records();
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Offer(id)));
		assert_eq!(last_event(), Event::Forgotten { posting: Posting::Offer(id) });
		assert_eq!(MockTrail::records(), before);
		assert_eq!(NeedsPallet::offer(id), None);
		assert_eq!(NeedsPallet::newest_record(&Subject::Offer(id)), None);
		refuses(id, Error::OfferNotFound);
		// Its identifier is not handed out again.
		let next = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 10));
		assert_eq!(next, OfferId(1));
	});
}

#[test]
fn what_was_taken_of_a_forgotten_offer_still_comes_or_goes_back() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = offered(DONOR_SENDS, supply(goods, 10));
		let need_id = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(take(HOSPITAL_RECEIVES, id, need_id, 10));
		MockTrail::prune_before(RecordId(MockTrail::records().len() as u64));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Offer(id)));
		never_left(transfers()[0]);
		assert_eq!(buckets(goods, DONOR), [100, 0, 0]);
		assert_eq!(need(need_id).open(), 10);
	});
}

#[test]
fn whoever_has_an_offer_forgotten_signs() {
	play(|| {
		let id = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 10));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), id));
		MockTrail::prune_before(RecordId(u64::MAX));
		for origin in [root(), RuntimeOrigin::none()] {
			let call = Call::forget { posting: Posting::Offer(id) };
			refused(origin, call, DispatchError::BadOrigin);
		}
	});
}
