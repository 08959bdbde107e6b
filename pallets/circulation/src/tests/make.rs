use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use salus_primitives::{
	time::DAY, Act, Action, Actor, Custody, LotStock, MadeTransfer, Mandate, NeedId, Needs,
	NewTransfer, NotMade, OrderId, PendingTransfer, Priority, Refusal, RuleId, Ruling, Source,
	Step, Stock, Subject, TransferId, Transfers as MakesTransfers, Unmet,
};
use sp_runtime::DispatchError;

fn step() -> Step<u64> {
	Step::new(Act::by(Actor::Order(OrderId(7))), Action::OrderSent, &())
}

/// Masks of the donor's, for the hospital's need.
fn new() -> NewTransfer {
	NewTransfer {
		sender: DONOR,
		receiver: HOSPITAL,
		terms: Terms::Gift,
		source: Source::Available,
		lines: vec![(MASKS, 3), (SUITS, 2)],
		dispatch_by: DISPATCH_BY,
		receive_by: RECEIVE_BY,
		serves: Some(NEED),
		agreed: false,
		mandate: Mandate::Consent,
	}
}

fn make(new: NewTransfer) -> Result<TransferId, DispatchError> {
	let made = <Circulation as MakesTransfers<u64>>::make(&mut step(), new);
	made.map(|made| made.id).map_err(DispatchError::from)
}

#[test]
fn what_is_made_is_a_proposal_like_any_other() {
	play(|| {
		let mut step = step();
		let made = <Circulation as MakesTransfers<u64>>::make(&mut step, new());
		let MadeTransfer { id, weight, agreed, yielded } = made.expect("nothing is against it");
		assert!(!agreed);
		assert_eq!(yielded, []);
		let transfer = Circulation::transfer(id).expect("it was made");
		assert_eq!((transfer.sender, transfer.receiver), (DONOR, HOSPITAL));
		assert_eq!((transfer.status, transfer.promised_to()), (Status::Proposed, None));
		assert_eq!(transfer.serves.map(|service| service.need), Some(NEED));
		assert_eq!(transfer.to_site, Some(HOSPITAL_DOCK));
		let serving = MockNeeds::weight_of_serving();
		assert_eq!(weight, <() as WeightInfo>::propose(2, 0) + serving);
		assert!(step.record_on(&Subject::Transfer(id)).is_some());
		assert!(step.record_on(&Subject::Lot(MASKS)).is_some());
		assert_eq!(own(MASKS, DONOR).reserved, 3);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
	});
}

#[test]
fn it_is_accepted_at_once_by_consent_or_approval() {
	play(|| {
		let id = make(NewTransfer { agreed: true, ..new() }).expect("nothing is against it");
		assert_eq!(status(id), Status::Accepted);
		let approval =
			Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver);
		assert_ok!(approval);
		let id = make(new()).expect("nothing is against it");
		assert_eq!(status(id), Status::Accepted);
	});
}

#[test]
fn goods_that_were_offered_are_taken_from_there() {
	play(|| {
		let offered = NewTransfer { source: Source::Offered, lines: vec![(MASKS, 3)], ..new() };
		assert_noop!(make(offered.clone()), Error::<Test>::InsufficientStock);
		let mut stock = MockStock::open(MASKS).expect("a lot");
		assert_ok!(stock.offer(Custody::own(DONOR), 3));
		assert_ok!(stock.close(&mut step()));
		let before = own(MASKS, DONOR);
		let examined = MockRules::examined(|| {
			assert_ok!(make(offered));
		});
		assert_eq!(examined[0].source, Source::Offered);
		let after = own(MASKS, DONOR);
		assert_eq!((after.offered, after.reserved), (0, before.reserved + 3));
		assert_eq!(after.available, before.available);
	});
}

#[test]
fn whatever_forbids_a_proposal_forbids_it() {
	play(|| {
		let lines = vec![(MASKS, 1_000_000)];
		assert_noop!(make(NewTransfer { lines, ..new() }), Error::<Test>::InsufficientStock);
		let lines = vec![(MASKS, 1); 5];
		assert_noop!(make(NewTransfer { lines, ..new() }), Error::<Test>::TooManyLegs);
		let serves = Some(NeedId(9));
		assert_noop!(make(NewTransfer { serves, ..new() }), Error::<Test>::NeedNotFound);
		let dispatch_by = NOW - 1;
		assert_noop!(make(NewTransfer { dispatch_by, ..new() }), Error::<Test>::DeadlinePassed);
		suspend(DONOR);
		assert_noop!(make(new()), Error::<Test>::SenderSuspended);
	});
}

#[test]
fn its_bounds_are_those_of_a_proposal() {
	type Makes = Circulation;
	assert_eq!(<Makes as MakesTransfers<u64>>::most_lines(), 4);
	assert_eq!(<Makes as MakesTransfers<u64>>::transit(), (HOUR, 14 * DAY));
	assert_eq!(<Makes as MakesTransfers<u64>>::longest_reservation(), 7 * DAY);
	let most = <Makes as MakesTransfers<u64>>::weight_of_making(2);
	let serving = MockNeeds::weight_of_serving();
	// All lines are of one class, for which an emergency may be looked for.
	let looking = Weight::from_parts(70, 7);
	assert_eq!(most, <() as WeightInfo>::propose(2, 4) + looking + serving);
	let free = <Makes as MakesTransfers<u64>>::weight_of_making_free(2);
	assert_eq!(free, <() as WeightInfo>::propose(2, 0) + serving);
}

/// The same by a decision, which serves no need.
fn decided() -> NewTransfer {
	NewTransfer { serves: None, mandate: Mandate::Decision, ..new() }
}

fn of(rule: RuleId, condition: u8) -> Unmet {
	Unmet { rule, alternative: 0, condition }
}

#[test]
fn what_is_decided_is_accepted_at_once() {
	play(|| {
		let id = make(decided()).expect("nothing is against it");
		assert_eq!(status(id), Status::Accepted);
		let made = Circulation::transfer(id).expect("it was made");
		assert_eq!(made.serves, None);
	});
}

#[test]
fn the_senders_own_rules_yield_to_a_decision_and_each_is_told_once() {
	play(|| {
		let own = [Refusal::Unmet(of(OWN_RULE, 0)), Refusal::Unmet(of(OWN_RULE, 1))];
		MockRules::say(1, &own);
		assert_noop!(make(NewTransfer { serves: None, ..new() }), Error::<Test>::RuleNotMet);
		let made = <Circulation as MakesTransfers<u64>>::make(&mut step(), decided());
		assert_eq!(made.map(|made| made.yielded), Ok(vec![OWN_RULE]));
		assert_eq!(<Circulation as MakesTransfers<u64>>::explain(decided()), []);
	});
}

#[test]
fn governances_rules_do_not_yield_and_the_condition_is_told() {
	play(|| {
		let unmet = of(RuleId(3), 2);
		MockRules::say(2, &[Refusal::Unmet(of(OWN_RULE, 0)), Refusal::Unmet(unmet)]);
		let mut step = step();
		let made = <Circulation as MakesTransfers<u64>>::make(&mut step, decided());
		let error = Error::<Test>::RuleNotMet.into();
		assert_eq!(made, Err(NotMade { error, unmet: Some(unmet) }));
		let told = <Circulation as MakesTransfers<u64>>::explain(decided());
		let finding = Finding { leg: None, error: Error::RuleNotMet, unmet: Some(unmet) };
		assert_eq!(told, [finding]);
		MockRules::say(11, &[Refusal::TooManyRules]);
		assert_noop!(make(decided()), Error::<Test>::TooManyRules);
	});
}

#[test]
fn what_is_pending_is_told_until_it_leaves_or_ends() {
	play(|| {
		let pending = |id| <Circulation as MakesTransfers<u64>>::pending(id);
		let id = make(NewTransfer { serves: None, ..new() }).expect("nothing is against it");
		let expected =
			PendingTransfer { sender: DONOR, receiver: HOSPITAL, agreed: false, quantity: 5 };
		assert_eq!(pending(id), Some(expected));
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_eq!(pending(id), Some(PendingTransfer { agreed: true, ..expected }));
		assert_ok!(dispatch(DONOR_SENDS, id));
		assert_eq!(pending(id), None);
		let id = make(decided()).expect("nothing is against it");
		assert_ok!(Circulation::withdraw(by(HOSPITAL_RECEIVES), id));
		assert_eq!(pending(id), None);
		assert_eq!(pending(TransferId(99)), None);
	});
}

fn ruling(new: &NewTransfer) -> Ruling {
	<Circulation as MakesTransfers<u64>>::ask_rules(new, Some(Priority::Urgent))
}

#[test]
fn rules_see_the_movement_that_making_shows_them() {
	play(|| {
		MockRules::say(2, &[]);
		let allowed = Ruling { is_forbidden: false, rules: 2 };
		let asked = MockRules::examined(|| assert_eq!(ruling(&new()), allowed));
		let made = MockRules::examined(|| {
			assert_ok!(make(new()));
		});
		assert_eq!(asked, made);
		// Rules know of no need which they are not told of.
		let none = <Circulation as MakesTransfers<u64>>::ask_rules;
		let asked = MockRules::examined(|| assert_eq!(none(&new(), None), allowed));
		assert_eq!(asked[0].serves, None);
	});
}

#[test]
fn rules_are_asked_whatever_else_stands_in_the_way_and_nothing_is_made() {
	play(|| {
		let too_much = NewTransfer { lines: vec![(MASKS, 1_000_000)], ..new() };
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		MockRules::say(1, &[]);
		let before = root();
		assert_eq!(ruling(&too_much), Ruling { is_forbidden: false, rules: 1 });
		assert_eq!(root(), before);
		// How many it falls under is not known then: four are the most.
		for refusal in [
			Refusal::TooManyRules,
			Refusal::Unmet(Unmet { rule: OWN_RULE, alternative: 0, condition: 0 }),
		] {
			MockRules::say(1, &[refusal]);
			assert_eq!(ruling(&new()), Ruling { is_forbidden: true, rules: 4 });
		}
		assert_eq!(<Circulation as MakesTransfers<u64>>::most_rules(), 4);
	});
}
