//! Forgetting.

use crate::{mock::*, Archived, Call, Error, Event, OpensFrom};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, time::DAY, AllocationId, RecordId, Subject, Subjects};
use sp_runtime::DispatchError;

fn forget(allocation: AllocationId) -> Call<Test> {
	Call::forget_allocation { allocation }
}

#[test]
fn what_is_archived_and_pruned_is_forgotten() {
	run(|| {
		let id = opened(masks_in_hubei());
		carry_through(id);
		refused(by(STRANGER), forget(id), Error::<Test>::NotArchived);
		pass(ARCHIVE_AFTER);
		assert_ok!(archive(id));
		let newest = MockTrail::newest(&Subject::Allocation(id)).expect("there is a record");
		MockTrail::prune_before(newest);
		refused(by(STRANGER), forget(id), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, forget(id), DispatchError::BadOrigin);
		}
		events();
		assert_ok!(Emergencies::forget_allocation(by(STRANGER), id));
		assert_eq!(events(), [Event::AllocationForgotten { allocation: id }]);
		assert_eq!(Emergencies::newest_record(&Subject::Allocation(id)), None);
		assert_eq!(Archived::<Test>::iter().count(), 0);
		refused(by(STRANGER), forget(id), Error::<Test>::NotArchived);
	});
}

#[test]
fn an_emergency_is_kept_as_long_as_allocations_of_it_are() {
	run(|| {
		let emergency = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		let id = opened(emergency);
		carry_through(id);
		pass(ARCHIVE_AFTER);
		assert_ok!(close(emergency));
		MockTrail::prune_before(RecordId(u64::MAX));
		let forget_emergency = || Call::<Test>::forget_emergency { emergency };
		refused(by(STRANGER), forget_emergency(), Error::<Test>::AllocationsStored);
		// It had nothing to share, so the pause behind it was over in five minutes.
		let opens_from = NOW + 5 * 60_000;
		assert_eq!(OpensFrom::<Test>::get(emergency, MASKS), Some(opens_from));
		assert_ok!(archive(id));
		assert_ok!(Emergencies::forget_emergency(by(STRANGER), emergency));
		assert_eq!(OpensFrom::<Test>::iter().count(), 0);
	});
}
