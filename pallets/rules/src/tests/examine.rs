//! Which rules a movement falls under, and how it passes them.

use crate::{mock::*, *};
use frame_support::{assert_ok, assert_storage_noop};
use salus_primitives::{
	mock::MockDirectory, ClassId, InstitutionKind, Movement, Refusal, Rules as _, TermsKind,
};

fn sale() -> Clause {
	clause(terms(&[TermsKind::Sale]))
}

fn gift() -> Clause {
	clause(terms(&[TermsKind::Gift]))
}

#[test]
fn without_rules_everything_passes_and_rules_of_others_do_not_matter() {
	play(|| {
		written(by(DONOR_ADMIN), None, only(terms(&[TermsKind::Sale])));
		written(root(), Some(SUITS), only(terms(&[TermsKind::Sale])));
		assert_storage_noop!(assert!(passes(&masks(1))));
		let nothing = Movement { lines: vec![], ..masks(1) };
		assert!(passes(&nothing));
	});
}

#[test]
fn one_alternative_must_hold_wholly() {
	play(|| {
		let rule = ruled(wording(&[&[gift(), sale()], &[sale(), gift(), sale()]]));
		let all = [unmet(rule, 0, 1), unmet(rule, 1, 0), unmet(rule, 1, 2)];
		assert_eq!(refusals(&masks(1)), all);
		let mended = wording(&[&[gift(), sale()], &[gift(), gift()]]);
		assert_ok!(Ruling::amend_rule(root(), rule, mended, DIGEST));
		assert!(passes(&masks(1)));
	});
}

#[test]
fn every_rule_must_be_passed_and_each_is_told() {
	play(|| {
		let all = written(root(), None, wording(&[&[sale()]]));
		let masks_of_all = ruled(wording(&[&[sale()], &[sale()]]));
		let own = written(by(HOSPITAL_ADMIN), None, wording(&[&[sale()]]));
		let own_masks = written(by(HOSPITAL_ADMIN), Some(MASKS), wording(&[&[sale()]]));
		written(by(HOSPITAL_ADMIN), Some(MASKS), wording(&[&[gift()]]));
		written(by(CLINIC_ADMIN), None, wording(&[&[sale()]]));
		let told = [
			unmet(all, 0, 0),
			unmet(masks_of_all, 0, 0),
			unmet(masks_of_all, 1, 0),
			unmet(own, 0, 0),
			unmet(own_masks, 0, 0),
		];
		assert_eq!(refusals(&masks(1)), told);
		assert!(!passes(&Movement { terms: TermsKind::Sale, ..masks(1) }));
		let listed = Ruling::rules_of(HOSPITAL, MASKS, TermsKind::Gift);
		assert_eq!(listed.len(), 5);
		assert_eq!(listed[..2], [all, masks_of_all]);
	});
}

#[test]
fn a_call_stops_at_the_first_thing_told() {
	play(|| {
		ruled(wording(&[&[sale(), sale()]]));
		let mut told = 0;
		let refused = Ruling::examine(&masks(1), &mut |_| {
			told += 1;
			Err(())
		});
		assert_eq!((refused.is_err(), told), (true, 1));
	});
}

#[test]
fn goods_of_one_class_never_fall_under_too_many_rules_and_those_of_two_may() {
	play(|| {
		for class in [None, Some(MASKS)] {
			for _ in 0..GOVERNANCE_RULES {
				written(root(), class, wording(&[&[gift()]]));
			}
			for _ in 0..OWN_RULES {
				written(by(HOSPITAL_ADMIN), class, wording(&[&[gift()]]));
			}
		}
		let (refusals, count) = told(&masks(1));
		assert_eq!((refusals, count), (vec![], MAX_APPLICABLE as u8));
		assert_eq!(MAX_APPLICABLE, Ruling::most());
		// One more, for another class that moves with them.
		written(root(), Some(SUITS), wording(&[&[gift()]]));
		let both = Movement { lines: vec![line(MASKS, 1), line(SUITS, 1)], ..masks(1) };
		let (refusals, count) = told(&both);
		assert_eq!((refusals, count), (vec![Refusal::TooManyRules], MAX_APPLICABLE as u8));
		assert!(passes(&Movement { lines: vec![line(SUITS, 1)], ..masks(1) }));
	});
}

/// What is told, and how many rules the movement falls under.
fn told(movement: &Movement) -> (Vec<Refusal>, u8) {
	let mut told = Vec::new();
	let passed = Ruling::examine(movement, &mut |refusal| {
		told.push(refusal);
		Ok::<(), core::convert::Infallible>(())
	});
	let Ok(passed) = passed;
	(told, Ruling::count(&passed))
}

#[test]
fn what_changes_between_proposal_and_dispatch_is_asked_again() {
	play(|| {
		let (party, kind) = (Party::Receiver, InstitutionKind::Hospital);
		let rule = ruled(only(Condition::OfKind { party, kind }));
		let id = propose(&masks(1)).expect("the clinic is a hospital");
		MockDirectory::change(CLINIC, |clinic| clinic.kind = InstitutionKind::Donor);
		let leaving = leaving(id, HOSPITAL, &masks(1));
		assert_eq!(refusals(&leaving), [unmet(rule, 0, 0)]);
		assert_ok!(Ruling::pause_rule(root(), rule));
		assert!(passes(&leaving));
		assert_ok!(Ruling::resume_rule(root(), rule));
		assert!(!dispatch(id, &masks(1)));
		MockDirectory::change(CLINIC, |clinic| clinic.kind = InstitutionKind::Hospital);
		assert!(dispatch(id, &masks(1)));
		assert_eq!(Passages::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_the_sender_keeps_is_decided_when_it_proposes() {
	play(|| {
		set_level(HOSPITAL, MASKS, 100, 0);
		let rule = ruled(only(Condition::KeepsUnits { units: 60 }));
		let id = propose(&masks(40)).expect("sixty are left");
		set_level(HOSPITAL, MASKS, 10, 0);
		assert!(passes(&leaving(id, HOSPITAL, &masks(40))));
		// Under another wording it is decided anew: the goods are not available any more.
		let less = only(Condition::KeepsUnits { units: 11 });
		assert_ok!(Ruling::amend_rule(root(), rule, less, DIGEST));
		assert_eq!(refusals(&leaving(id, HOSPITAL, &masks(40))), [unmet(rule, 0, 0)]);
		let less = only(Condition::KeepsUnits { units: 10 });
		assert_ok!(Ruling::amend_rule(root(), rule, less, DIGEST));
		assert!(dispatch(id, &masks(40)));
	});
}

#[test]
fn another_alternative_is_not_open_because_the_sender_keeps_enough_now() {
	play(|| {
		set_level(HOSPITAL, MASKS, 100, 0);
		let (party, kind) = (Party::Receiver, InstitutionKind::Hospital);
		let hospital = clause(Condition::OfKind { party, kind });
		let keeps = clause(Condition::KeepsUnits { units: 60 });
		let rule = ruled(wording(&[&[hospital], &[keeps]]));
		let id = propose(&masks(90)).expect("the clinic is a hospital");
		set_level(HOSPITAL, MASKS, 1_000, 0);
		MockDirectory::change(CLINIC, |clinic| clinic.kind = InstitutionKind::Donor);
		let told = [unmet(rule, 0, 0), unmet(rule, 1, 0)];
		assert_eq!(refusals(&leaving(id, HOSPITAL, &masks(90))), told);
	});
}

#[test]
fn a_rule_that_is_written_since_binds_at_dispatch() {
	play(|| {
		let id = propose(&masks(1)).expect("no rule");
		let rule = ruled(wording(&[&[sale()]]));
		assert_eq!(refusals(&leaving(id, HOSPITAL, &masks(1))), [unmet(rule, 0, 0)]);
		assert_ok!(Ruling::withdraw_rule(root(), rule));
		assert!(dispatch(id, &masks(1)));
	});
}

#[test]
fn classes_that_nobody_knows_are_like_others() {
	play(|| {
		let unknown = ClassId(u32::MAX);
		let rule = written(root(), Some(unknown), wording(&[&[sale()]]));
		let movement = Movement { lines: vec![line(unknown, 1)], ..masks(1) };
		assert_eq!(refusals(&movement), [unmet(rule, 0, 0)]);
	});
}
