use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Action, RuleId};
use sp_core::H256;

fn some() -> Wording {
	only(Condition::ShelfLife { days: 30 })
}

fn other() -> Wording {
	only(Condition::ShelfLife { days: 60 })
}

#[test]
fn the_author_amends_and_the_version_rises() {
	play(|| {
		let own = written(by(HOSPITAL_ADMIN), None, some());
		assert_ok!(Ruling::amend_rule(by(HOSPITAL_ADMIN), own, other(), DIGEST));
		assert_eq!(last_event(), Event::RuleAmended { rule: own, version: 1 });
		let rule = Ruling::rule(own).expect("a rule");
		assert_eq!((rule.version, rule.wording), (1, other()));
		let digest = H256::repeat_byte(8);
		assert_ok!(Ruling::amend_rule(by(HOSPITAL_ADMIN), own, other(), digest));
		assert_eq!(Ruling::rule(own).map(|rule| (rule.version, rule.digest)), Some((2, digest)));
	});
}

#[test]
fn amending_is_recorded_with_its_arguments() {
	play(|| {
		let rule = ruled(some());
		let call = Call::amend_rule { rule, wording: other(), digest: DIGEST };
		assert_eq!(recorded_with_digest(root(), call).action, Action::RuleAmended);
	});
}

#[test]
fn nobody_amends_what_is_not_its_own() {
	play(|| {
		let of_governance = ruled(some());
		let own = written(by(HOSPITAL_ADMIN), None, some());
		let amend = |origin, rule| Ruling::amend_rule(origin, rule, other(), DIGEST);
		let refused = Error::<Test>::NotAuthor;
		assert_noop!(amend(by(HOSPITAL_ADMIN), of_governance), refused);
		let refused = Error::<Test>::NotAuthor;
		assert_noop!(amend(by(CLINIC_ADMIN), own), refused);
		let refused = Error::<Test>::NotAuthor;
		assert_noop!(amend(root(), own), refused);
		assert_noop!(amend(by(HOSPITAL_SENDS), own), MockDirectory::NOT_AUTHORIZED);
	});
}

#[test]
fn what_is_amended_is_there_and_changes() {
	play(|| {
		let rule = ruled(some());
		let amend = |rule, wording| Ruling::amend_rule(root(), rule, wording, DIGEST);
		assert_noop!(amend(rule, some()), Error::<Test>::Unchanged);
		assert_noop!(amend(RuleId(9), other()), Error::<Test>::RuleNotFound);
		assert_noop!(amend(rule, Wording::default()), Error::<Test>::NoAlternatives);
		Rules::<Test>::mutate(rule, |rule| rule.as_mut().expect("a rule").version = u32::MAX);
		let overflow = sp_runtime::ArithmeticError::Overflow;
		assert_noop!(amend(rule, other()), overflow);
	});
}

#[test]
fn a_paused_rule_stays_paused() {
	play(|| {
		let rule = ruled(some());
		assert_ok!(Ruling::pause_rule(root(), rule));
		assert_ok!(Ruling::amend_rule(root(), rule, other(), DIGEST));
		let force = Force::Paused { by: Author::Governance };
		assert_eq!(Ruling::rule(rule).map(|rule| rule.force), Some(force));
	});
}
