use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{Action, RuleId};

fn never() -> Wording {
	only(terms(&[salus_primitives::TermsKind::Sale]))
}

#[test]
fn whoever_paused_a_rule_resumes_it() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), None, never());
		assert_ok!(Ruling::pause_rule(by(HOSPITAL_ADMIN), rule));
		assert!(passes(&masks(1)));
		assert_ok!(Ruling::resume_rule(by(HOSPITAL_ADMIN), rule));
		assert_eq!(last_event(), Event::RuleResumed { rule });
		assert!(!passes(&masks(1)));
		assert_noop!(Ruling::resume_rule(by(HOSPITAL_ADMIN), rule), Error::<Test>::NotPaused);
	});
}

#[test]
fn resuming_is_recorded_with_its_arguments() {
	play(|| {
		let rule = ruled(never());
		assert_ok!(Ruling::pause_rule(root(), rule));
		let record = recorded_with_digest(root(), Call::resume_rule { rule });
		assert_eq!(record.action, Action::RuleResumed);
	});
}

#[test]
fn nobody_withdraws_what_governance_paused_but_governance() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), None, never());
		assert_ok!(Ruling::pause_rule(root(), rule));
		let withdraw = |origin| Ruling::withdraw_rule(origin, rule);
		assert_noop!(withdraw(by(HOSPITAL_ADMIN)), Error::<Test>::PausedByAnother);
		assert_ok!(withdraw(root()));
	});
}

#[test]
fn nobody_resumes_what_another_paused() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), None, never());
		assert_ok!(Ruling::pause_rule(by(HOSPITAL_ADMIN), rule));
		assert_noop!(Ruling::resume_rule(root(), rule), Error::<Test>::PausedByAnother);
		assert_ok!(Ruling::pause_rule(root(), rule));
		let resume = |origin| Ruling::resume_rule(origin, rule);
		assert_noop!(resume(by(HOSPITAL_ADMIN)), Error::<Test>::PausedByAnother);
		assert_noop!(resume(by(CLINIC_ADMIN)), Error::<Test>::NotAuthor);
		assert_ok!(resume(root()));
		assert_noop!(Ruling::resume_rule(root(), RuleId(9)), Error::<Test>::RuleNotFound);
	});
}
