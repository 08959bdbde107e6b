use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Action, RuleId};

fn never() -> Wording {
	only(Condition::ShelfLife { days: u16::MAX })
}

fn soon() -> salus_primitives::Movement {
	let expiring = salus_primitives::Line { expires_at: Some(RECEIVE_BY), ..line(MASKS, 1) };
	salus_primitives::Movement { lines: vec![expiring], ..masks(1) }
}

#[test]
fn a_paused_rule_binds_nobody() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), None, never());
		assert!(!passes(&soon()));
		assert_ok!(Ruling::pause_rule(by(HOSPITAL_ADMIN), rule));
		let author = Author::Institution(HOSPITAL);
		assert_eq!(last_event(), Event::RulePaused { rule, by: author });
		assert!(passes(&soon()));
		assert_noop!(Ruling::pause_rule(by(HOSPITAL_ADMIN), rule), Error::<Test>::AlreadyPaused);
	});
}

#[test]
fn pausing_is_recorded_with_its_arguments() {
	play(|| {
		let rule = ruled(never());
		let record = recorded_with_digest(root(), Call::pause_rule { rule });
		assert_eq!(record.action, Action::RulePaused);
	});
}

#[test]
fn governance_pauses_the_rules_of_institutions_whatever_has_become_of_them() {
	play(|| {
		for end in [
			|| MockDirectory::set_active(HOSPITAL, false),
			|| MockDirectory::wind_up(HOSPITAL),
			|| MockDirectory::set_active(HOSPITAL, true),
		] {
			MockDirectory::set_active(HOSPITAL, true);
			let rule = written(by(HOSPITAL_ADMIN), None, never());
			end();
			assert_ok!(Ruling::pause_rule(root(), rule));
			assert_eq!(last_event(), Event::RulePaused { rule, by: Author::Governance });
			assert!(passes(&soon()));
			assert_ok!(Ruling::withdraw_rule(root(), rule));
		}
	});
}

#[test]
fn what_its_author_paused_governance_pauses_too_and_not_the_other_way_round() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), None, never());
		assert_ok!(Ruling::pause_rule(by(HOSPITAL_ADMIN), rule));
		assert_ok!(Ruling::pause_rule(root(), rule));
		for origin in [root(), by(HOSPITAL_ADMIN)] {
			assert_noop!(Ruling::pause_rule(origin, rule), Error::<Test>::AlreadyPaused);
		}
	});
}

#[test]
fn nobody_else_pauses() {
	play(|| {
		let own = written(by(HOSPITAL_ADMIN), None, never());
		let of_governance = ruled(never());
		for (who, rule) in [(CLINIC_ADMIN, own), (HOSPITAL_ADMIN, of_governance)] {
			assert_noop!(Ruling::pause_rule(by(who), rule), Error::<Test>::NotAuthor);
		}
		assert_noop!(Ruling::pause_rule(by(NOBODY), own), MockDirectory::NOT_AGENT);
		assert_noop!(Ruling::pause_rule(root(), RuleId(9)), Error::<Test>::RuleNotFound);
	});
}
