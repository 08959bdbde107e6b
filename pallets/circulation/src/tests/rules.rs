use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, weights::Weight};
use salus_primitives::{
	mock::MockTrail, time::DAY, Change, ClassId, Decisions, Fate, Line, Movement, Occasion,
	Refusal, RuleId, Source, TermsKind, Trail, TransferId, Unmet,
};

fn unmet(condition: u8) -> Unmet {
	Unmet { rule: RuleId(3), alternative: 1, condition }
}

fn whole(error: Error<Test>, unmet: Option<Unmet>) -> Finding<Test> {
	Finding { leg: None, error, unmet }
}

fn line(quantity: u64, expires_at: Option<u64>) -> Line {
	Line { class: ClassId(0), quantity, expires_at }
}

fn change(quantity: u64, from: Fate, to: Fate) -> Change {
	Change { class: ClassId(0), quantity, from, to }
}

#[test]
fn a_proposal_that_no_rule_lets_pass_is_refused() {
	play(|| {
		MockRules::say(1, &[Refusal::Unmet(unmet(0))]);
		let proposal = gift(&[leg(MASKS, 1)]);
		let refused = Error::<Test>::RuleNotMet;
		assert_noop!(Circulation::propose(by(DONOR_SENDS), proposal.clone()), refused);
		MockRules::say(1, &[Refusal::TooManyRules]);
		let refused = Error::<Test>::TooManyRules;
		assert_noop!(Circulation::propose(by(DONOR_SENDS), proposal.clone()), refused);
		MockRules::say(1, &[]);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), proposal));
	});
}

#[test]
fn every_unmet_condition_is_a_finding_beside_the_other_ones() {
	play(|| {
		let refusals = [Refusal::Unmet(unmet(0)), Refusal::Unmet(unmet(2)), Refusal::TooManyRules];
		MockRules::say(1, &refusals);
		let of_rules = [
			whole(Error::RuleNotMet, Some(unmet(0))),
			whole(Error::RuleNotMet, Some(unmet(2))),
			whole(Error::TooManyRules, None),
		];
		let proposal = gift(&[leg(MASKS, 1_001)]);
		let mut told = Circulation::explain_transfer(DONOR, proposal);
		let first = told.remove(0);
		assert_eq!((first.leg, first.error), (Some(0), Error::InsufficientStock));
		assert_eq!(told, of_rules);

		MockRules::say(1, &[]);
		let id = accepted(&[leg(MASKS, 1)]);
		MockRules::say(1, &refusals);
		assert_eq!(Circulation::explain_dispatch(id, None), of_rules);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::RuleNotMet);
	});
}

#[test]
fn the_rules_are_told_what_moves() {
	play(|| {
		let id = accepted(&[leg(MASKS, 3)]);
		let sent = [leg(MASKS, 1), leg(SUITS, 5), leg(MASKS, 2)];
		let examined = MockRules::examined(|| {
			propose(DONOR_SENDS, gift(&sent));
		});
		let movement = Movement {
			occasion: Occasion::Proposal,
			sender: DONOR,
			receiver: HOSPITAL,
			owner: DONOR,
			terms: TermsKind::Gift,
			source: Source::Available,
			dispatch_by: DISPATCH_BY,
			receive_by: RECEIVE_BY,
			serves: None,
			lines: vec![line(3, None), line(5, Some(SUITS_EXPIRE))],
		};
		assert_eq!(examined, std::slice::from_ref(&movement));

		let leaves = |carrier| Movement {
			occasion: Occasion::Dispatch { transfer: id, carrier, rules: 0 },
			lines: vec![line(3, None)],
			..movement.clone()
		};
		let by_carrier = Some(CARRIER);
		let explain = || drop(Circulation::explain_dispatch(id, by_carrier));
		assert_eq!(MockRules::examined(explain), [leaves(CARRIER)]);
		let examined = MockRules::examined(|| {
			assert_ok!(dispatch(DONOR_SENDS, id));
		});
		assert_eq!(examined, [leaves(DONOR)]);
	});
}

#[test]
fn loans_and_returns_are_examined_like_everything_else() {
	play(|| {
		let due = RECEIVE_BY + DAY;
		let loan = ProposalOf::<Test> { terms: Terms::Loan { due }, ..gift(&[leg(MASKS, 1)]) };
		let examined = MockRules::examined(|| {
			propose(DONOR_SENDS, loan);
		});
		assert_eq!(examined[0].terms, TermsKind::Loan);
		let sale = ProposalOf::<Test> { terms: Terms::Sale, ..gift(&[leg(MASKS, 1)]) };
		let examined = MockRules::examined(|| {
			propose(DONOR_SENDS, sale);
		});
		assert_eq!(examined[0].terms, TermsKind::Sale);
		let of = delivered(&[leg(MASKS, 1)]);
		let back = giving_back(of, &[leg(MASKS, 1)]);
		let examined = MockRules::examined(|| {
			propose(HOSPITAL_SENDS, back);
		});
		assert_eq!(examined[0].terms, TermsKind::Return);
		assert_eq!((examined[0].sender, examined[0].receiver), (HOSPITAL, DONOR));
	});
}

#[test]
fn what_passed_is_settled_once_when_proposed_and_once_when_dispatched() {
	play(|| {
		MockRules::say(2, &[]);
		let mut id = None;
		let settled = MockRules::settled(|| id = Some(accepted(&[leg(MASKS, 1)])));
		let id = id.expect("a transfer");
		assert_eq!(settled.len(), 1);
		assert_eq!((settled[0].0, settled[0].1.occasion), (id, Occasion::Proposal));
		assert_eq!(Circulation::transfer(id).map(|transfer| transfer.rules), Some(2));
		// None applies any more; that two did is told all the same.
		MockRules::say(0, &[]);
		let settled = MockRules::settled(|| {
			assert_ok!(dispatch(DONOR_SENDS, id));
		});
		let occasion = Occasion::Dispatch { transfer: id, carrier: DONOR, rules: 2 };
		assert_eq!(settled.len(), 1);
		assert_eq!((settled[0].0, settled[0].1.occasion), (id, occasion));
	});
}

#[test]
fn explaining_settles_nothing() {
	play(|| {
		let settled = MockRules::settled(|| {
			assert_eq!(Circulation::explain_transfer(DONOR, gift(&[leg(MASKS, 1)])), []);
		});
		assert_eq!(settled, []);
	});
}

#[test]
fn whoever_ends_a_transfer_before_its_dispatch_tells_that_it_never_left() {
	play(|| {
		let promised = |id| vec![(id, vec![line(3, None)])];
		let legs = [leg(MASKS, 1), leg(MASKS, 2)];
		let id = proposed(&legs);
		let told = Listener::unsent(|| {
			assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), id));
		});
		assert_eq!(told, promised(id));
		let id = proposed(&legs);
		let told = Listener::unsent(|| {
			assert_ok!(Circulation::withdraw(by(DONOR_SENDS), id));
		});
		assert_eq!(told, promised(id));
		let id = proposed(&legs);
		turn_to(DISPATCH_BY + 1);
		let told = Listener::unsent(|| {
			assert_ok!(Circulation::release(by(NOBODY), id));
		});
		assert_eq!(told, promised(id));
	});
}

#[test]
fn what_a_receipt_says_is_told() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let first = Listener::changed(|| {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 1, 3)]));
		});
		let told = [
			(id, change(6, Fate::Outstanding, Fate::Delivered)),
			(id, change(4, Fate::Outstanding, Fate::Disputed)),
		];
		assert_eq!(first, told);
		let late = Listener::changed(|| {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(2, 0, 0)]));
		});
		assert_eq!(late, [(id, change(2, Fate::Disputed, Fate::Delivered))]);
	});
}

#[test]
fn what_is_not_received_in_time_and_what_becomes_of_it_is_told() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		turn_to(RECEIVE_BY + 1);
		let told = Listener::changed(|| {
			assert_ok!(Circulation::release(by(NOBODY), id));
		});
		assert_eq!(told, [(id, change(10, Fate::Outstanding, Fate::Disputed))]);
		let resolve = |who, outcome, quantity| {
			Listener::changed(|| {
				assert_ok!(Circulation::resolve(by(who), id, 0, outcome, quantity, None, None));
			})
		};
		let found = Outcome::Missing(MissingGoods::Found);
		let told = resolve(DONOR_SENDS, found, 3);
		assert_eq!(told, [(id, change(3, Fate::Disputed, Fate::Undelivered))]);
		let lost = Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost });
		let told = resolve(DONOR_SENDS, lost, 2);
		assert_eq!(told, [(id, change(2, Fate::Disputed, Fate::Undelivered))]);
		let delivered = Outcome::Missing(MissingGoods::Delivered);
		let told = resolve(HOSPITAL_RECEIVES, delivered, 5);
		assert_eq!(told, [(id, change(5, Fate::Disputed, Fate::Delivered))]);
	});
}

#[test]
fn goods_that_are_called_in_had_arrived() {
	play(|| {
		let id = lent(&[leg(MASKS, 4)]);
		turn_to(NOW + MaxLoan::get() + MaxTransit::get());
		let told = Listener::changed(|| {
			assert_ok!(call_in(NOBODY, id));
			let kept = Outcome::CalledIn(CalledInGoods::Kept);
			assert_ok!(Circulation::resolve(by(DONOR_SENDS), id, 0, kept, 4, None, None));
		});
		assert_eq!(told, []);
	});
}

#[test]
fn telling_is_charged_for_and_what_it_did_not_cost_is_given_back() {
	play(|| {
		let id = proposed(&[leg(MASKS, 1)]);
		let reject = Call::<Test>::reject { transfer: id };
		assert_eq!(reject.get_dispatch_info().call_weight.ref_time(), 7);
		let told = Circulation::reject(by(HOSPITAL_RECEIVES), id).expect("a proposal");
		assert_eq!(told.actual_weight.map(|weight| weight.ref_time()), Some(3));
		for call in [
			Call::<Test>::receive {
				transfer: id,
				legs: Default::default(),
				sensor: None,
				document: None,
				event: at(NOW),
			},
			Call::<Test>::resolve {
				transfer: id,
				leg: 0,
				outcome: Outcome::Missing(MissingGoods::Found),
				quantity: 1,
				document: None,
				event: None,
			},
		] {
			assert_eq!(call.get_dispatch_info().call_weight.ref_time(), 5);
		}
	});
}

#[test]
fn looking_for_emergencies_is_charged_for_and_what_was_not_looked_for_is_given_back() {
	play(|| {
		let looks = |count| Weight::from_parts(70, 7).saturating_mul(count);
		let proposal = gift(&[leg(MASKS, 1), leg(SUITS, 1), leg(MASKS, 2)]);
		let call = Call::<Test>::propose { proposal: proposal.clone() };
		assert_eq!(call.get_dispatch_info().call_weight, looks(3));
		for rules in [0, 2] {
			MockRules::say(rules, &[]);
			let made = Circulation::propose(by(DONOR_SENDS), proposal.clone());
			let spent = made.expect("a sound proposal").actual_weight;
			assert_eq!(spent, Some(looks(rules.into())));
		}
		let dispatch = Call::<Test>::dispatch {
			transfer: TransferId(0),
			carrier: None,
			sscc: None,
			expected: None,
			sensor: None,
			event: at(NOW),
		};
		let binding = MockDecisions::weight_of_binding();
		assert_eq!(dispatch.get_dispatch_info().call_weight, looks(4) + binding);
	});
}

fn of(rule: RuleId) -> Refusal {
	Refusal::Unmet(Unmet { rule, ..unmet(0) })
}

#[test]
fn at_dispatch_the_senders_own_rules_yield_to_a_decision_and_governances_do_not() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		MockRules::say(1, &[of(OWN_RULE)]);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::RuleNotMet);
		MockDecisions::bind(id);
		MockRules::say(2, &[of(OWN_RULE), of(RuleId(3))]);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::RuleNotMet);
		MockRules::say(1, &[of(OWN_RULE)]);
		assert_eq!(Circulation::explain_dispatch(id, None), []);
		let sent = Circulation::dispatch(
			by(DONOR_SENDS),
			id,
			None,
			None,
			None,
			None,
			at(MockTrail::now()),
		);
		let weight = sent.expect("it is bound").actual_weight.expect("it is told");
		let sending = <() as WeightInfo>::dispatch(1, 1) + Weight::from_parts(70, 7);
		assert_eq!(weight, sending + MockDecisions::weight_of_binding());
		assert_eq!(last_event(), Event::RuleYielded { transfer: id, rule: OWN_RULE });
	});
}

#[test]
fn whether_it_was_decided_is_asked_only_when_a_rule_that_yields_is_not_met() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		MockDecisions::bind(id);
		MockRules::say(1, &[of(RuleId(3))]);
		let asked = MockDecisions::asked(|| drop(Circulation::explain_dispatch(id, None)));
		assert_eq!(asked, 0);
		MockRules::say(1, &[]);
		let asked = MockDecisions::asked(|| {
			assert_ok!(dispatch(DONOR_SENDS, id));
		});
		assert_eq!(asked, 0);
	});
}
