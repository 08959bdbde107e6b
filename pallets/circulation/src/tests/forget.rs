use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockTrail, RecordId, Subject, Subjects, TransferId};
use sp_runtime::DispatchError;

/// An archived transfer, and its newest record.
fn archived() -> (TransferId, RecordId) {
	let id = delivered(&[leg(MASKS, 1)]);
	turn_to(NOW + ArchiveAfter::get());
	archive(id).expect("it ended long ago");
	(id, MockTrail::newest(&Subject::Transfer(id)).expect("a record"))
}

#[test]
fn what_is_archived_is_forgotten_when_its_records_are_pruned() {
	play(|| {
		let (id, newest) = archived();
		let forget = || Circulation::forget(by(NOBODY), id);
		assert_noop!(forget(), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(newest);
		assert_noop!(forget(), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		assert_ok!(forget());
		assert_eq!(last_event(), Event::TransferForgotten { transfer: id });
		assert_eq!(Circulation::newest_record(&Subject::Transfer(id)), None);
		assert_noop!(forget(), Error::<Test>::NotArchived);
		assert_noop!(archive(id), Error::<Test>::TransferNotFound);
	});
}

#[test]
fn only_what_is_archived_is_forgotten() {
	play(|| {
		MockTrail::prune_before(RecordId(u64::MAX));
		let id = delivered(&[leg(MASKS, 1)]);
		for id in [id, TransferId(77)] {
			assert_noop!(Circulation::forget(by(NOBODY), id), Error::<Test>::NotArchived);
		}
		assert!(Circulation::transfer(id).is_some());
	});
}

#[test]
fn nobody_forgets_without_a_signature() {
	play(|| {
		let (id, _) = archived();
		MockTrail::prune_before(RecordId(u64::MAX));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Circulation::forget(origin, id), DispatchError::BadOrigin);
		}
	});
}
