//! What came can go back.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{Movement, Rules as _, Source, TermsKind};

/// What was lent goes back.
fn back() -> Movement {
	Movement { terms: TermsKind::Return, owner: CLINIC, ..masks(1) }
}

#[test]
fn what_is_the_senders_own_leaves_by_its_own_rules() {
	play(|| {
		let given = Movement { owner: HOSPITAL, ..back() };
		let rule = written(by(HOSPITAL_ADMIN), None, only(terms(&[TermsKind::Gift])));
		assert_eq!(refusals(&given), [unmet(rule, 0, 0)]);
		assert!(passes(&back()));
		// Governance says so in so many words, or not at all.
		assert_ok!(Ruling::withdraw_rule(by(HOSPITAL_ADMIN), rule));
		written(root(), None, only(terms(&[TermsKind::Gift])));
		assert!(passes(&given));
	});
}

#[test]
fn what_goes_back_from_quarantine_leaves_nothing_that_is_available() {
	play(|| {
		set_level(HOSPITAL, MASKS, 60, 0);
		let rule =
			written(by(HOSPITAL_ADMIN), Some(MASKS), only(Condition::KeepsUnits { units: 60 }));
		let from = |source| Movement { owner: HOSPITAL, source, ..back() };
		assert_eq!(refusals(&from(Source::AvailableForReturn)), [unmet(rule, 0, 0)]);
		assert!(passes(&from(Source::QuarantinedForReturn)));
		set_level(HOSPITAL, MASKS, 59, 0);
		assert_eq!(refusals(&from(Source::QuarantinedForReturn)), [unmet(rule, 0, 0)]);
	});
}

#[test]
fn no_rule_of_who_has_them_keeps_goods_from_going_back() {
	play(|| {
		written(by(HOSPITAL_ADMIN), None, only(terms(&[TermsKind::Gift])));
		let named = wording(&[&[not(terms(&[TermsKind::Return]))]]);
		written(by(HOSPITAL_ADMIN), Some(MASKS), named);
		assert!(passes(&back()));
		assert_eq!(Ruling::rules_of(HOSPITAL, MASKS, TermsKind::Return), []);
	});
}

#[test]
fn a_rule_of_governance_binds_returns_only_if_it_names_them() {
	play(|| {
		let rule = ruled(only(terms(&[TermsKind::Gift, TermsKind::Sale])));
		assert!(passes(&back()));
		let named = wording(&[&[
			clause(terms(&[TermsKind::Gift, TermsKind::Return])),
			clause(Condition::Between { least: 2, most: 9 }),
		]]);
		assert_ok!(Ruling::amend_rule(root(), rule, named, DIGEST));
		assert_eq!(refusals(&back()), [unmet(rule, 0, 1)]);
	});
}

#[test]
fn fewer_rules_bind_goods_that_go_back() {
	play(|| {
		for class in [None, Some(MASKS)] {
			for _ in 0..GOVERNANCE_RULES {
				written(root(), class, only(terms(&[TermsKind::Return])));
			}
			for _ in 0..OWN_RULES {
				written(by(HOSPITAL_ADMIN), class, only(terms(&[TermsKind::Return])));
			}
		}
		let most = Ruling::rules_of(HOSPITAL, MASKS, TermsKind::Return).len();
		assert_eq!(most as u32, Ruling::most_back());
		assert!(passes(&back()));
	});
}
