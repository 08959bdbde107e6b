use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_rules::{Condition, Reach};
use salus_primitives::{Quantity, RuleId, Terms, Unmet};

fn at_most(quantity: Quantity) -> Condition {
	Condition::AtMost { quantity, days: 30, to: Reach::Everybody }
}

fn yields(transfer: salus_primitives::TransferId, quantity: Quantity, rules: &[RuleId]) -> Outcome {
	let yielded = rules.to_vec().try_into().expect("few rules");
	Outcome::Made { transfer, quantity, short: None, yielded }
}

/// The donor proposes by itself.
fn propose(lot: salus_primitives::LotId, quantity: Quantity) -> sp_runtime::DispatchResult {
	let proposal = pallet_circulation::Proposal {
		to: HOSPITAL,
		from_site: None,
		to_site: None,
		terms: Terms::Gift,
		legs: vec![pallet_circulation::Leg { lot, quantity, pack: None }]
			.try_into()
			.expect("one leg"),
		dispatch_by: DISPATCH_BY,
		receive_by: RECEIVE_BY,
		serves: None,
	};
	Circulation::propose(by(DONOR_AGENT), proposal).map(drop).map_err(|refusal| refusal.error)
}

#[test]
fn the_givers_own_rules_yield_and_the_line_says_which() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let caps = write_rule(by(DONOR_AGENT), MASKS, at_most(5));
		let keeps = write_rule(by(DONOR_AGENT), MASKS, Condition::KeepsUnits { units: 900 });
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		assert_eq!(outcome(plan, 0), yields(transfer, 50, &[caps]));
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 100));
		assert_eq!(outcome(plan, 0), yields(transfer, 100, &[caps, keeps]));
		let told = events();
		for rule in [caps, keeps] {
			assert!(told.contains(&Event::RuleYielded { plan, line: 0, rule }));
		}
		assert_ok!(dispatch(DONOR_AGENT, transfer));
	});
}

#[test]
fn a_rule_that_is_met_does_not_yield() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		write_rule(by(DONOR_AGENT), MASKS, at_most(50));
		let (plan, _) = decided(gives(Goods::Lot(lot), 50));
		assert_eq!(outcome(plan, 0), whole(0, 50));
	});
}

#[test]
fn what_was_decided_counts_against_the_givers_own_limit() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		write_rule(by(DONOR_AGENT), MASKS, at_most(60));
		decided(gives(Goods::Lot(lot), 70));
		assert_noop!(propose(lot, 1), pallet_circulation::Error::<Test>::RuleNotMet);
	});
}

#[test]
fn what_was_decided_and_never_left_counts_no_more() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		write_rule(by(DONOR_AGENT), MASKS, at_most(60));
		let (_, transfer) = decided(gives(Goods::Lot(lot), 70));
		assert_ok!(withdraw(HOSPITAL_AGENT, transfer));
		assert_ok!(propose(lot, 60));
	});
}

#[test]
fn rules_that_the_giver_writes_afterwards_yield_when_the_goods_leave() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		assert_eq!(outcome(plan, 0), whole(0, 50));
		let rule = write_rule(by(DONOR_AGENT), MASKS, at_most(5));
		assert_ok!(dispatch(DONOR_AGENT, transfer));
		let yielded = pallet_circulation::Event::RuleYielded { transfer, rule };
		System::assert_has_event(yielded.into());
	});
}

#[test]
fn governances_rules_do_not_yield_and_the_report_names_the_condition() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let own = write_rule(by(DONOR_AGENT), MASKS, at_most(5));
		let between = Condition::Between { least: 1, most: 40 };
		let rule = write_rule(RuntimeOrigin::root(), MASKS, between);
		let plan = decide(&[gives(Goods::Lot(lot), 50), gives(Goods::Lot(lot), 40)]);
		let error = pallet_circulation::Error::<Test>::RuleNotMet.into();
		let unmet = Some(Unmet { rule, alternative: 0, condition: 0 });
		assert_eq!(outcome(plan, 0), Outcome::Refused { error, unmet });
		assert!(events().contains(&Event::LineRefused { plan, line: 0, error, unmet }));
		assert_eq!(outcome(plan, 1), yields(made(plan, 1), 40, &[own]));
	});
}

#[test]
fn governances_rules_bind_again_when_the_goods_leave() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (_, transfer) = decided(gives(Goods::Lot(lot), 50));
		let between = Condition::Between { least: 1, most: 40 };
		write_rule(RuntimeOrigin::root(), MASKS, between);
		let refused = pallet_circulation::Error::<Test>::RuleNotMet;
		assert_noop!(dispatch(DONOR_AGENT, transfer), refused);
	});
}

#[test]
fn own_rules_bind_what_the_giver_sends_by_itself() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		write_rule(by(DONOR_AGENT), MASKS, at_most(5));
		assert_noop!(propose(lot, 6), pallet_circulation::Error::<Test>::RuleNotMet);
	});
}
