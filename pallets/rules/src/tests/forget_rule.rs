use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::MockTrail, time::DAY, InstitutionKind, RecordId, RuleId, Subject, Subjects,
};
use sp_runtime::{DispatchError, DispatchResult};

fn forget(rule: RuleId) -> DispatchResult {
	Ruling::forget_rule(by(NOBODY), rule)
}

#[test]
fn a_withdrawn_rule_is_forgotten_when_its_records_are_pruned() {
	play(|| {
		let rule = ruled(only(Condition::ShelfLife { days: 1 }));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_noop!(forget(rule), Error::<Test>::NotWithdrawn);
		MockTrail::prune_before(RecordId(0));
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		assert_noop!(forget(rule), Error::<Test>::RecordNotPruned);
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(forget(rule));
		assert_eq!(last_event(), Event::RuleForgotten { rule });
		assert_eq!(Ruling::newest_record(&Subject::Rule(rule)), None);
		assert_noop!(forget(rule), Error::<Test>::NotWithdrawn);
	});
}

#[test]
fn what_is_left_under_a_rule_goes_first() {
	play(|| {
		let both = [clause(at_most(9, Reach::Everybody)), clause(co_signed(Signing::Pair))];
		let rule = ruled(wording(&[&both]));
		let signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		assert!(propose(&masks(1)).is_some());
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_noop!(forget(rule), Error::<Test>::CountsRemain);
		let key = CountKey { days: 7, among: Among::Everybody };
		assert_ok!(Ruling::clear_count(by(NOBODY), rule, key));
		assert_noop!(forget(rule), Error::<Test>::SignaturesRemain);
		let kind = InstitutionKind::HealthCommission;
		assert_ok!(Ruling::expire_signature(by(NOBODY), rule, signed, kind, COMMISSION));
		assert_ok!(forget(rule));
	});
}

#[test]
fn nobody_forgets_without_a_signature() {
	play(|| {
		let rule = ruled(only(Condition::ShelfLife { days: 1 }));
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		MockTrail::prune_before(RecordId(u64::MAX));
		for origin in [root(), RuntimeOrigin::none()] {
			assert_noop!(Ruling::forget_rule(origin, rule), DispatchError::BadOrigin);
		}
	});
}
