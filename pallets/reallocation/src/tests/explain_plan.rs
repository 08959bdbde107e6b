use crate::{mock::*, *};
use pallet_rules::{Condition, Reach};
use salus_primitives::{mock::MockTrail, Trail};

#[test]
fn an_explanation_says_what_each_line_would_come_to_and_changes_nothing() {
	play(|| {
		let lot = stock(DONOR, MASKS, 30, None);
		let cap = Condition::AtMost { quantity: 5, days: 30, to: Reach::Everybody };
		let rule = write_rule(by(DONOR_AGENT), MASKS, cap);
		let line = gives(Goods::Lot(lot), 20);
		let refused = LineOrder { receiver: NOWHERE, ..line };
		let lines = orders(&[line, refused, line, line]);
		let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
		let told = Reallocation::explain_plan(lines.clone(), DISPATCH_BY, RECEIVE_BY);
		assert_eq!(sp_io::storage::root(sp_core::storage::StateVersion::V1), before);
		assert_eq!(told.findings, []);
		let expected: Vec<_> = told.lines.iter().map(|line| line.outcome.clone()).collect();
		let Outcome::Made { quantity: 20, yielded, .. } = &expected[0] else { panic!("made") };
		assert_eq!(yielded.to_vec(), [rule]);
		assert!(told.lines.iter().zip(&expected).all(|(line, outcome)| {
			line.findings.is_empty() || matches!(outcome, Outcome::Refused { .. })
		}));
		let plan = decide(&lines);
		idle(frame_support::weights::Weight::MAX);
		let became: Vec<_> = (0..4).map(|line| outcome(plan, line)).collect();
		assert_eq!(became, expected);
	});
}

#[test]
fn it_names_every_reason_why_a_transfer_would_be_refused() {
	play(|| {
		let lot = stock(DONOR, VENTILATORS, 30, None);
		let between = Condition::Between { least: 1, most: 10 };
		write_rule(RuntimeOrigin::root(), VENTILATORS, between);
		let line = LineOrder { receiver: CLINIC, ..gives(Goods::Lot(lot), 20) };
		let told = Reallocation::explain_plan(orders(&[line]), DISPATCH_BY, RECEIVE_BY);
		let missing = pallet_circulation::Error::<Test>::CapabilityMissing;
		assert_eq!(told.lines[0].outcome, refused(missing.clone()));
		let errors: Vec<_> =
			told.lines[0].findings.iter().map(|finding| finding.error.clone()).collect();
		assert_eq!(errors, [missing, pallet_circulation::Error::RuleNotMet]);
	});
}

#[test]
fn it_names_everything_that_is_wrong_with_the_plan() {
	play(|| {
		let line = gives(Goods::Class(MASKS), 0);
		let to_itself = LineOrder { receiver: DONOR, ..line };
		let now = MockTrail::now();
		let told = Reallocation::explain_plan(orders(&[line, to_itself]), now - 1, now - 2);
		let of = |line, error| FormFinding::<Test> { line, error };
		let expected = [
			of(None, Error::DeadlinePassed),
			of(None, Error::DeadlinesReversed),
			of(Some(0), Error::ZeroQuantity),
			of(Some(1), Error::ZeroQuantity),
			of(Some(1), Error::SameInstitution),
		];
		assert_eq!(told.findings, expected);
		let told = Reallocation::explain_plan(orders(&[]), DISPATCH_BY, RECEIVE_BY);
		assert_eq!(told.findings, [of(None, Error::NoLines)]);
		assert_eq!(told.lines, []);
	});
}
