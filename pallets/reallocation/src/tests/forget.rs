use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockTrail, PlanId, RecordId, Subject, Subjects};
use sp_runtime::DispatchError;

#[test]
fn what_is_archived_is_forgotten_when_its_records_are_pruned() {
	play(|| {
		let plan = decide(&[gives(Goods::Class(MASKS), 1)]);
		turn_to(DISPATCH_BY + ARCHIVE_AFTER);
		let forget = || Reallocation::forget(by(NOBODY), plan);
		assert_noop!(forget(), Error::<Test>::NotArchived);
		assert_ok!(archive(plan));
		let newest = MockTrail::newest(&Subject::Plan(plan)).expect("a record");
		MockTrail::prune_before(newest);
		assert_noop!(forget(), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		let unsigned = Reallocation::forget(RuntimeOrigin::none(), plan);
		assert_noop!(unsigned, DispatchError::BadOrigin);
		events();
		assert_ok!(forget());
		assert_eq!(events(), [Event::PlanForgotten { plan }]);
		assert_eq!(Reallocation::newest_record(&Subject::Plan(plan)), None);
		assert_noop!(forget(), Error::<Test>::NotArchived);
		assert_noop!(archive(plan), Error::<Test>::PlanNotFound);
		let unknown = Reallocation::forget(by(NOBODY), PlanId(7));
		assert_noop!(unknown, Error::<Test>::NotArchived);
	});
}
