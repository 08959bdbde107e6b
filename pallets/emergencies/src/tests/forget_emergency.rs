//! Forgetting.

use crate::{mock::*, Call, Covers, Error, Event};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, time::DAY, EmergencyId, RecordId, Subject, Subjects};
use sp_runtime::DispatchError;

fn forget(emergency: EmergencyId) -> Call<Test> {
	Call::forget_emergency { emergency }
}

#[test]
fn what_is_closed_and_pruned_is_removed() {
	run(|| {
		let id = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		refused(by(STRANGER), forget(id), Error::<Test>::NotClosed);
		turn_to(NOW + DAY);
		refused(by(STRANGER), forget(id), Error::<Test>::NotClosed);
		assert_ok!(close(id));
		let newest = MockTrail::newest(&Subject::Emergency(id)).expect("there is a record");
		MockTrail::prune_before(newest);
		refused(by(STRANGER), forget(id), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		events();
		assert_ok!(Emergencies::forget_emergency(by(STRANGER), id));
		assert_eq!(events(), [Event::EmergencyForgotten { emergency: id }]);
		assert_eq!(Emergencies::emergency(id), None);
		assert_eq!(Emergencies::newest_record(&Subject::Emergency(id)), None);
		refused(by(STRANGER), forget(id), Error::<Test>::EmergencyNotFound);
		// Its number is not given away.
		assert_eq!(declared(ASSEMBLY, of_one("CN-HB", MASKS)), EmergencyId(id.0 + 1));
	});
}

#[test]
fn nothing_of_it_is_left_with_ratification() {
	run(|| {
		let pending = declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		let spent = declared(COUNCIL, declaration(&["CN-SH"], &[MASKS], NOW + DAY));
		assert_ok!(Emergencies::call_off(by(COUNCIL), spent));
		turn_to(NOW + DAY + COOLING);
		for id in [pending, spent] {
			assert_ok!(close(id));
			assert!(Ratification::act(matter(id)).is_some());
		}
		MockTrail::prune_before(RecordId(u64::MAX));
		for id in [pending, spent] {
			assert_ok!(Emergencies::forget_emergency(by(STRANGER), id));
			assert_eq!(Ratification::act(matter(id)), None);
			assert!(ratify(id).is_err());
		}
		assert_eq!(crate::Emergencies::<Test>::iter().count(), 0);
		assert!(listed().is_empty());
		assert_eq!(Covers::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_still_binds_the_council_is_not_forgotten() {
	run(|| {
		let id = declared(COUNCIL, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		turn_to(NOW + DAY);
		// Somebody else covers all that it did; it is listed all the same.
		declared(ASSEMBLY, of_one("CN-HB", MASKS));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_eq!(stored(id).covers, 0);
		refused(by(STRANGER), forget(id), Error::<Test>::NotClosed);
		turn_to(NOW + DAY + COOLING);
		refused(by(STRANGER), forget(id), Error::<Test>::NotClosed);
		assert_ok!(close(id));
		assert_ok!(Emergencies::forget_emergency(by(STRANGER), id));
	});
}

#[test]
fn who_forgets_signs() {
	run(|| {
		let id = declared(ASSEMBLY, declaration(&["CN-HB"], &[MASKS], NOW + DAY));
		turn_to(NOW + DAY);
		assert_ok!(close(id));
		MockTrail::prune_before(RecordId(u64::MAX));
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, forget(id), DispatchError::BadOrigin);
		}
	});
}
