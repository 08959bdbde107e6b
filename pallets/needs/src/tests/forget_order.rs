use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, time::DAY, OfferId, OrderId, RecordId, Subject, Subjects};

#[track_caller]
fn refuses(order: OrderId, error: Error<Test>) {
	refused(by(NOBODY), Call::forget { posting: Posting::Order(order) }, error);
}

#[test]
fn an_order_that_was_revoked_is_forgotten_when_its_records_are_pruned() {
	play(|| {
		let id = given(DONOR_SENDS, sending());
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), id));
		MockTrail::prune_before(RecordId(u64::MAX));
		refuses(id, Error::NotEnded);
		MockTrail::prune_before(RecordId(0));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), id));
		let newest = order(id).newest_record.expect("a record");
		MockTrail::prune_before(newest);
		refuses(id, Error::RecordNotPruned);
		MockTrail::prune_before(newest.next().expect("few records"));
		let before = MockTrail::records();
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Order(id)));
		assert_eq!(last_event(), Event::Forgotten { posting: Posting::Order(id) });
		assert_eq!(MockTrail::records(), before);
		assert_eq!(NeedsPallet::order(id), None);
		assert_eq!(NeedsPallet::newest_record(&Subject::Order(id)), None);
		refuses(id, Error::OrderNotFound);
		assert_eq!(given(DONOR_SENDS, sending()), OrderId(1));
	});
}

#[test]
fn what_a_forgotten_order_offered_stays_offered() {
	play(|| {
		lot(DONOR, MASKS, 10, Some(NOW + 8 * DAY));
		let id = given(DONOR_SENDS, offering());
		assert_ok!(ring(Alarm::Offer { order: id }));
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), id));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Order(id)));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(take(HOSPITAL_RECEIVES, OfferId(0), need, 10));
		assert_eq!(offer(OfferId(0)).order, Some(id));
	});
}
