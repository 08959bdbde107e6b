use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockTrail, time::DAY, RuleId};
use sp_runtime::{DispatchError, DispatchResult};

fn key() -> CountKey {
	CountKey { days: 7, among: Among::Everybody }
}

fn clear(rule: RuleId) -> DispatchResult {
	Ruling::clear_count(by(NOBODY), rule, key())
}

#[test]
fn anybody_clears_a_count_whose_period_is_over() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let id = propose(&masks(60)).expect("it passes");
		assert_noop!(clear(rule), Error::<Test>::PeriodNotOver);
		turn_to((NOW / (7 * DAY) + 1) * 7 * DAY);
		let records = MockTrail::records();
		assert_ok!(clear(rule));
		assert_eq!(last_event(), Event::CountCleared { rule, key: key() });
		assert_eq!(MockTrail::records(), records);
		assert_eq!(Counts::<Test>::iter().count(), 0);
		assert_noop!(clear(rule), Error::<Test>::CountNotFound);
		// What was counted in it is given back to nobody.
		assert!(propose(&masks(50)).is_some());
		end(id);
		assert_eq!(counted(rule, Among::Everybody), 50);
	});
}

#[test]
fn counts_under_a_withdrawn_rule_are_cleared_at_once() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		let id = propose(&masks(60)).expect("it passes");
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		assert_ok!(clear(rule));
		end(id);
		assert_eq!(Counts::<Test>::iter().count() + Passages::<Test>::iter().count(), 0);
	});
}

#[test]
fn nobody_clears_without_a_signature() {
	play(|| {
		let rule = ruled(only(at_most(100, Reach::Everybody)));
		assert!(propose(&masks(60)).is_some());
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		for origin in [root(), RuntimeOrigin::none()] {
			assert_noop!(Ruling::clear_count(origin, rule, key()), DispatchError::BadOrigin);
		}
	});
}
