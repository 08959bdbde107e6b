//! Each condition, its opposite, and when it is asked.

use crate::{mock::*, *};
use frame_support::{assert_ok, weights::Weight};
use salus_primitives::{
	mock::MockDirectory, time::DAY, Capability, InstitutionId, InstitutionKind, Line, Movement,
	Priority, Rules, Severity, TermsKind,
};

/// Shows that a condition of a rule for masks holds of a movement or not, and that its opposite does not
/// or does.
fn is(holds: bool, condition: Condition, movement: &Movement) {
	for (clause, passing) in [(clause(condition.clone()), holds), (not(condition), !holds)] {
		let rule = ruled(wording(&[&[clause]]));
		assert_eq!(passes(movement), passing, "{:?}", Ruling::rule(rule));
		if !passing {
			assert_eq!(refusals(movement), [unmet(rule, 0, 0)]);
		}
		assert_ok!(Ruling::withdraw_rule(root(), rule));
	}
}

#[test]
fn a_party_holds_a_licence() {
	play(|| {
		let licensed = |party, capability| Condition::Licensed { party, capability };
		is(true, licensed(Party::Sender, Capability::Ventilation), &masks(1));
		is(false, licensed(Party::Receiver, Capability::Ventilation), &masks(1));
		is(false, licensed(Party::Sender, Capability::ColdChain), &masks(1));
	});
}

#[test]
fn a_party_is_of_a_kind() {
	play(|| {
		let of_kind = |party, kind| Condition::OfKind { party, kind };
		is(true, of_kind(Party::Receiver, InstitutionKind::Hospital), &masks(1));
		is(false, of_kind(Party::Receiver, InstitutionKind::Donor), &masks(1));
		let to_donor = Movement { receiver: DONOR, ..masks(1) };
		is(true, of_kind(Party::Receiver, InstitutionKind::Donor), &to_donor);
		let to_nobody = Movement { receiver: InstitutionId(99), ..masks(1) };
		is(false, of_kind(Party::Receiver, InstitutionKind::Donor), &to_nobody);
	});
}

#[test]
fn a_party_is_in_a_region_or_in_a_part_of_it() {
	play(|| {
		let within = |party, region| Condition::Within { party, region: code(region) };
		for region in ["CN-WH", "CN-HB", "CN"] {
			is(true, within(Party::Receiver, region), &masks(1));
		}
		is(false, within(Party::Receiver, "CN-SH"), &masks(1));
		is(false, within(Party::Sender, "CN-WH"), &masks(1));
	});
}

#[test]
fn a_carrier_is_asked_about_when_it_is_known() {
	play(|| {
		let cold = |negated| Clause {
			condition: Condition::Licensed {
				party: Party::Carrier,
				capability: Capability::ColdChain,
			},
			negated,
		};
		for negated in [false, true] {
			let rule = ruled(wording(&[&[cold(negated)]]));
			// Nobody knows who carries when a transfer is proposed.
			let id = propose(&masks(1)).expect("it passes");
			assert_eq!(passes(&leaving(id, CARRIER, &masks(1))), !negated);
			assert_eq!(passes(&leaving(id, HOSPITAL, &masks(1))), negated);
			end(id);
			assert_ok!(Ruling::withdraw_rule(root(), rule));
		}
	});
}

#[test]
fn goods_last_for_so_many_days_after_the_latest_receipt() {
	play(|| {
		let lasting = |days: &[Option<u64>]| {
			let line = |days: &Option<u64>| Line {
				expires_at: days.map(|days| RECEIVE_BY + days * DAY),
				..line(MASKS, 1)
			};
			Movement { lines: days.iter().map(line).collect(), ..masks(1) }
		};
		let condition = || Condition::ShelfLife { days: 30 };
		is(true, condition(), &lasting(&[Some(30)]));
		is(false, condition(), &lasting(&[Some(29)]));
		is(true, condition(), &lasting(&[None]));
		is(false, condition(), &lasting(&[Some(90), None, Some(29)]));
		let expired = Movement { receive_by: u64::MAX, ..lasting(&[Some(1)]) };
		is(false, condition(), &expired);
	});
}

#[test]
fn the_sender_keeps_units() {
	play(|| {
		set_level(HOSPITAL, MASKS, 100, 0);
		let keeps = |units| Condition::KeepsUnits { units };
		is(true, keeps(60), &masks(40));
		is(false, keeps(60), &masks(41));
		// Two lots are one quantity.
		let lines = vec![line(MASKS, 20), line(MASKS, 21), line(SUITS, 500)];
		is(false, keeps(60), &Movement { lines, ..masks(1) });
		is(false, keeps(0), &masks(101));
		is(false, keeps(u64::MAX), &masks(1));
	});
}

#[test]
fn the_sender_keeps_days_of_its_own_use() {
	play(|| {
		// Two and a half a day.
		set_level(HOSPITAL, MASKS, 100, 2_500);
		let keeps = |days| Condition::KeepsDays { days };
		is(true, keeps(8), &masks(80));
		is(false, keeps(8), &masks(81));
		is(true, keeps(0), &masks(100));
		set_level(HOSPITAL, MASKS, 100, 0);
		is(true, keeps(u16::MAX), &masks(100));
		set_level(HOSPITAL, MASKS, u128::MAX, u128::MAX);
		is(true, keeps(u16::MAX), &masks(u64::MAX));
	});
}

#[test]
fn days_are_kept_of_every_class_that_moves() {
	play(|| {
		let rule = written(root(), None, only(Condition::KeepsDays { days: 7 }));
		set_level(HOSPITAL, MASKS, 100, 10_000);
		set_level(HOSPITAL, SUITS, 100, 1_000);
		let of = |masks_too, suits| Movement {
			lines: vec![line(MASKS, masks_too), line(SUITS, suits)],
			..masks(1)
		};
		assert!(passes(&of(30, 93)));
		assert_eq!(refusals(&of(31, 1)), [unmet(rule, 0, 0)]);
		assert_eq!(refusals(&of(1, 94)), [unmet(rule, 0, 0)]);
	});
}

#[test]
fn terms_are_among_some() {
	play(|| {
		let condition = || terms(&[TermsKind::Gift, TermsKind::Loan]);
		for (kind, holds) in
			[(TermsKind::Gift, true), (TermsKind::Loan, true), (TermsKind::Sale, false)]
		{
			is(holds, condition(), &Movement { terms: kind, ..masks(1) });
		}
	});
}

#[test]
fn a_quantity_is_between_bounds() {
	play(|| {
		let between = || Condition::Between { least: 10, most: 20 };
		for (quantity, holds) in [(9, false), (10, true), (20, true), (21, false)] {
			is(holds, between(), &masks(quantity));
		}
		let lines = vec![line(MASKS, u64::MAX), line(MASKS, u64::MAX), line(SUITS, 15)];
		is(false, between(), &Movement { lines, ..masks(1) });
		let lines = vec![line(MASKS, 5), line(MASKS, 5), line(SUITS, 500)];
		is(true, between(), &Movement { lines, ..masks(1) });
	});
}

#[test]
fn a_need_of_some_priority_is_served() {
	play(|| {
		let serves = || Condition::Serves { priority: Priority::Asap };
		for (serves_what, holds) in [
			(None, false),
			(Some(Priority::Urgent), false),
			(Some(Priority::Asap), true),
			(Some(Priority::Stat), true),
		] {
			is(holds, serves(), &Movement { serves: serves_what, ..masks(1) });
		}
	});
}

#[test]
fn an_emergency_is_in_force_where_the_receiver_is() {
	play(|| {
		let grave = || Condition::Emergency { severity: Severity::Serious };
		is(false, grave(), &masks(1));
		declare("CN-HB", MASKS, Severity::Extreme);
		is(false, grave(), &masks(1));
		declare("CN-WH", MASKS, Severity::Major);
		is(false, grave(), &masks(1));
		declare("CN-WH", MASKS, Severity::Serious);
		is(true, grave(), &masks(1));
		let to_nobody = Movement { receiver: InstitutionId(99), ..masks(1) };
		is(false, grave(), &to_nobody);
	});
}

#[test]
fn each_class_costs_one_look_for_an_emergency_and_only_if_a_rule_asks() {
	play(|| {
		let spent = |movement: &Movement| {
			let passed = <Ruling as Rules>::examine(movement, &mut |_| Ok::<_, ()>(()));
			<Ruling as Rules>::weight_of_emergencies(&passed.expect("nothing stops it"))
		};
		declare("CN-WH", MASKS, Severity::Serious);
		let lines = vec![line(MASKS, 1), line(MASKS, 2), line(SUITS, 3)];
		let movement = Movement { lines, ..masks(1) };
		assert_eq!(spent(&movement), Weight::zero());
		written(root(), None, only(terms(&[TermsKind::Gift])));
		assert_eq!(spent(&movement), Weight::zero());
		// Of the masks alone, by two rules.
		for severity in [Severity::General, Severity::Serious] {
			ruled(only(Condition::Emergency { severity }));
		}
		assert_eq!(spent(&movement), Weight::from_parts(70, 7));
		// Of the suits too.
		written(root(), None, only(Condition::Emergency { severity: Severity::General }));
		assert_eq!(spent(&movement), Weight::from_parts(140, 14));
		assert_eq!(<Ruling as Rules>::most_of_emergencies(3), Weight::from_parts(210, 21));
	});
}

#[test]
fn somebody_of_a_kind_has_signed_for_the_pair() {
	play(|| {
		let rule = ruled(only(co_signed(Signing::Pair)));
		let refused = [unmet(rule, 0, 0)];
		assert_eq!(refusals(&masks(1)), refused);
		let signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		assert!(passes(&masks(1)));
		let id = propose(&masks(1)).expect("it passes");
		assert_eq!(refusals(&Movement { receiver: DONOR, ..masks(1) }), refused);
		// It ends, whatever has been proposed.
		turn_to(NOW + DAY);
		assert!(passes(&leaving(id, HOSPITAL, &masks(1))));
		turn_to(NOW + DAY + 1);
		assert_eq!(refusals(&leaving(id, HOSPITAL, &masks(1))), refused);
		assert_eq!(refusals(&masks(1)), refused);
	});
}

#[test]
fn somebody_of_a_kind_has_signed_for_the_transfer_before_it_leaves() {
	play(|| {
		let rule = ruled(only(co_signed(Signing::Transfer)));
		let ids = [1, 2].map(|quantity| propose(&masks(quantity)).expect("not asked yet"));
		for id in ids {
			assert_eq!(refusals(&leaving(id, HOSPITAL, &masks(1))), [unmet(rule, 0, 0)]);
		}
		let signed = Signed::Transfer(ids[0]);
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		assert!(passes(&leaving(ids[0], HOSPITAL, &masks(1))));
		assert!(!passes(&leaving(ids[1], HOSPITAL, &masks(1))));
	});
}

#[test]
fn a_signature_counts_while_its_giver_may_act_and_is_of_the_kind() {
	play(|| {
		let rule = ruled(only(co_signed(Signing::Pair)));
		let signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		assert!(passes(&masks(1)));
		MockDirectory::set_active(COMMISSION, false);
		assert!(!passes(&masks(1)));
		MockDirectory::set_active(COMMISSION, true);
		assert!(passes(&masks(1)));
		MockDirectory::change(COMMISSION, |commission| commission.kind = InstitutionKind::Donor);
		assert!(!passes(&masks(1)));
	});
}

#[test]
fn nobody_signs_its_own_transfer() {
	play(|| {
		let rule = ruled(only(co_signed(Signing::Transfer)));
		let own = Movement { sender: COMMISSION, ..masks(1) };
		let to_it = Movement { receiver: COMMISSION, ..masks(1) };
		for movement in [own, to_it] {
			let id = propose(&movement).expect("not asked yet");
			let signed = Signed::Transfer(id);
			assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
			let leaving = leaving(id, movement.sender, &movement);
			assert_eq!(refusals(&leaving), [unmet(rule, 0, 0)]);
		}
	});
}

#[test]
fn an_amended_rule_wants_another_signature() {
	play(|| {
		let rule = ruled(only(co_signed(Signing::Pair)));
		let signed = Signed::Pair { sender: HOSPITAL, receiver: CLINIC };
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		let more = [clause(co_signed(Signing::Pair)), clause(terms(&[TermsKind::Gift]))];
		assert_ok!(Ruling::amend_rule(root(), rule, wording(&[&more]), DIGEST));
		assert_eq!(refusals(&masks(1)), [unmet(rule, 0, 0)]);
		assert_ok!(Ruling::co_sign(by(COMMISSION_SIGNS), rule, signed, NOW + DAY));
		assert!(passes(&masks(1)));
	});
}
