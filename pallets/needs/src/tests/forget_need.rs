use crate::{mock::*, *};
use frame_support::{assert_ok, assert_storage_noop};
use salus_primitives::{mock::MockTrail, Fate, NeedId, RecordId, Subject, Subjects};
use sp_runtime::DispatchError;

fn forget(need: NeedId) -> Call<Test> {
	Call::forget { posting: Posting::Need(need) }
}

fn closed(quantity: u64) -> NeedId {
	let id = published(HOSPITAL_RECEIVES, masks(quantity));
	assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
	id
}

#[test]
fn nothing_is_left_of_a_need_that_is_forgotten() {
	play(|| {
		let id = closed(10);
		MockTrail::prune_before(RecordId(u64::MAX));
		let records = MockTrail::records().len();
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Need(id)));
		assert_eq!(last_event(), Event::Forgotten { posting: Posting::Need(id) });
		assert_eq!(Needs::<Test>::iter().count(), 0);
		assert_eq!(NeedsPallet::need(id), None);
		assert_eq!(<NeedsPallet as Subjects>::newest_record(&Subject::Need(id)), None);
		assert_eq!(MockTrail::records().len(), records, "it leaves no record");
		refused(by(NOBODY), forget(id), Error::<Test>::NeedNotFound);
		// Its identifier is not used again.
		assert_eq!(published(HOSPITAL_RECEIVES, masks(1)), NeedId(1));
	});
}

#[test]
fn an_open_need_is_not_forgotten() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		MockTrail::prune_before(RecordId(u64::MAX));
		refused(by(NOBODY), forget(id), Error::<Test>::NotEnded);
		pass(100 * salus_primitives::time::DAY);
		refused(by(NOBODY), forget(id), Error::<Test>::NotEnded);
	});
}

#[test]
fn a_need_is_forgotten_once_its_newest_record_is_pruned() {
	play(|| {
		let id = closed(10);
		let newest = need(id).newest_record.expect("a record");
		refused(by(NOBODY), forget(id), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(newest);
		refused(by(NOBODY), forget(id), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Need(id)));
	});
}

#[test]
fn what_is_under_way_is_waited_for_and_a_dispute_is_not() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let transfer = proposed(DONOR, id, &[(goods, 10)]);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		MockTrail::prune_before(RecordId(u64::MAX));
		refused(by(NOBODY), forget(id), Error::<Test>::StillPromised);
		became(transfer, 9, Fate::Outstanding, Fate::Delivered);
		refused(by(NOBODY), forget(id), Error::<Test>::StillPromised);
		became(transfer, 1, Fate::Outstanding, Fate::Disputed);
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Need(id)));
	});
}

#[test]
fn however_a_need_ended_it_is_forgotten() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let closed = closed(10);
		let filled = published(HOSPITAL_RECEIVES, masks(10));
		delivered(proposed(DONOR, filled, &[(goods, 10)]));
		let expired = published(HOSPITAL_RECEIVES, masks(10));
		for _ in 0..3 {
			pass(6 * salus_primitives::time::DAY);
			assert_ok!(ring(Alarm::Lapse { need: expired }));
		}
		let ends = [closed, filled, expired].map(|id| need(id).ended.map(|(ending, _)| ending));
		assert_eq!(ends, [Ending::Closed, Ending::Filled, Ending::Expired].map(Some));
		MockTrail::prune_before(RecordId(u64::MAX));
		for id in [closed, filled, expired] {
			assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Need(id)));
		}
	});
}

#[test]
fn whoever_forgets_signs() {
	play(|| {
		let id = closed(10);
		MockTrail::prune_before(RecordId(u64::MAX));
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, forget(id), DispatchError::BadOrigin);
		}
		assert_ok!(NeedsPallet::forget(by(HOSPITAL_RECEIVES), Posting::Need(id)));
	});
}

#[test]
fn the_newest_record_of_a_need_is_told_and_of_nothing_else() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		let newest = MockTrail::newest(&Subject::Need(id));
		assert!(newest.is_some());
		assert_eq!(<NeedsPallet as Subjects>::newest_record(&Subject::Need(id)), newest);
		for subject in [Subject::Need(NeedId(1)), Subject::Class(MASKS), Subject::Runtime] {
			assert_eq!(<NeedsPallet as Subjects>::newest_record(&subject), None);
		}
		assert_storage_noop!(<NeedsPallet as Subjects>::newest_record(&Subject::Need(id)));
	});
}
