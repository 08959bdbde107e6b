use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, InstitutionId, RuleId, Subject, Subjects, TermsKind,
};

fn never() -> Wording {
	only(terms(&[TermsKind::Sale]))
}

#[test]
fn a_withdrawn_rule_is_gone_and_its_place_is_free() {
	play(|| {
		let rules: Vec<_> =
			(0..OWN_RULES).map(|_| written(by(HOSPITAL_ADMIN), None, never())).collect();
		assert!(!passes(&masks(1)));
		for rule in &rules {
			assert_ok!(Ruling::withdraw_rule(by(HOSPITAL_ADMIN), *rule));
			assert_eq!(last_event(), Event::RuleWithdrawn { rule: *rule });
			assert_eq!(Ruling::rule(*rule), None);
			let newest = MockTrail::newest(&Subject::Rule(*rule));
			assert_eq!(Ruling::newest_record(&Subject::Rule(*rule)), newest);
		}
		assert!(passes(&masks(1)));
		assert_eq!(OwnRules::<Test>::iter().count(), 0);
		assert_eq!(Index::<Test>::get(), RuleIndex::default());
		assert_noop!(Ruling::withdraw_rule(root(), rules[0]), Error::<Test>::RuleNotFound);
		written(by(HOSPITAL_ADMIN), None, never());
	});
}

#[test]
fn withdrawing_is_recorded_with_its_arguments() {
	play(|| {
		let rule = ruled(never());
		let record = recorded_with_digest(root(), Call::withdraw_rule { rule });
		assert_eq!(record.action, Action::RuleWithdrawn);
	});
}

#[test]
fn governance_withdraws_the_rules_of_institutions() {
	play(|| {
		let rule = written(by(HOSPITAL_ADMIN), Some(MASKS), never());
		MockDirectory::set_active(HOSPITAL, false);
		assert_ok!(Ruling::withdraw_rule(root(), rule));
	});
}

#[test]
fn anybody_withdraws_the_rules_of_who_is_wound_up() {
	play(|| {
		let rules = [0, 1].map(|_| written(by(HOSPITAL_ADMIN), None, never()));
		let refused = MockDirectory::NOT_AGENT;
		assert_noop!(Ruling::withdraw_rule(by(NOBODY), rules[0]), refused);
		MockDirectory::wind_up(HOSPITAL);
		assert_ok!(Ruling::withdraw_rule(by(NOBODY), rules[0]));
		let record = MockTrail::records().pop().expect("a record");
		assert_eq!(record.actor, salus_primitives::Actor::Account(NOBODY));
		assert_ok!(Ruling::withdraw_rule(root(), rules[1]));
	});
}

#[test]
fn nobody_else_withdraws() {
	play(|| {
		let own = written(by(HOSPITAL_ADMIN), None, never());
		let of_governance = ruled(never());
		for (who, rule) in [(CLINIC_ADMIN, own), (HOSPITAL_ADMIN, of_governance)] {
			assert_noop!(Ruling::withdraw_rule(by(who), rule), Error::<Test>::NotAuthor);
		}
		let refused = MockDirectory::NOT_AUTHORIZED;
		assert_noop!(Ruling::withdraw_rule(by(HOSPITAL_SENDS), own), refused);
		assert_noop!(Ruling::withdraw_rule(root(), RuleId(9)), Error::<Test>::RuleNotFound);
	});
}

#[test]
fn the_bits_of_authors_are_set_and_cleared() {
	let mut known = Institutions::default();
	let few = [0, 7, 8, 1_000, 8_191].map(InstitutionId);
	for institution in few {
		assert!(!known.may_have(institution));
		known.set(institution, true);
		assert!(known.may_have(institution));
	}
	assert!(!known.may_have(InstitutionId(9)));
	// Beyond what it holds, anybody may be one.
	assert!(known.may_have(InstitutionId(8_192)));
	known.set(InstitutionId(8_192), true);
	assert_eq!(known.iter().collect::<Vec<_>>(), few);
	for institution in few {
		known.set(institution, false);
		assert!(!known.may_have(institution));
	}
	assert_eq!(known, Institutions::default());
}
