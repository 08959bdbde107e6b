use crate::{mock::*, ArchivedLots, Call, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, LotId, RecordId, Subject, Subjects};
use sp_runtime::DispatchError;

/// An archived lot, with the record that archived it.
fn archived() -> (LotId, RecordId) {
	let lot = lot(masks(), 10);
	accepted(signed(STOREKEEPER), Call::consume { lot, quantity: 10, event: None });
	pass(ARCHIVE_AFTER);
	let digest = Registry::lot_archive(lot).expect("it is in the books").digest();
	accepted(signed(STRANGER), Call::archive_lot { lot, digest });
	(lot, ArchivedLots::<Test>::get(lot).expect("it is archived"))
}

#[test]
fn an_archived_lot_is_forgotten_once_its_record_is_pruned() {
	run(|| {
		let (lot, record) = archived();
		let call = Call::forget_lot { lot };
		MockTrail::prune_before(record);
		refused(signed(STRANGER), call.clone(), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(record.0 + 1));
		let before = MockTrail::records().len();
		assert_ok!(Registry::forget_lot(signed(STRANGER), lot));
		assert_eq!(MockTrail::records().len(), before, "nothing is left to record it on");
		last_event(Event::LotForgotten { lot });
		assert_eq!(<Registry as Subjects>::newest_record(&Subject::Lot(lot)), None);
		refused(signed(STRANGER), call, Error::<Test>::NotArchived);
	});
}

#[test]
fn what_is_in_the_books_or_was_never_is_not_forgotten() {
	run(|| {
		let lot = lot(masks(), 10);
		MockTrail::prune_before(RecordId(9));
		for lot in [lot, LotId(9)] {
			refused(signed(STRANGER), Call::forget_lot { lot }, Error::<Test>::NotArchived);
		}
	});
}

#[test]
fn an_origin_that_does_not_sign_forgets_nothing() {
	run(|| {
		let (lot, record) = archived();
		MockTrail::prune_before(RecordId(record.0 + 1));
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, Call::forget_lot { lot }, DispatchError::BadOrigin);
		}
	});
}
