use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	time::DAY, Act, Action, Actor, Arrival, Custody, HoldKind, LotStock, Mandate, NewTransfer,
	Purpose, Source, Step, Stock, TransferId, Transfers as MakesTransfers,
};
use sp_runtime::DispatchResult;

/// Masks are held from now on, or not: the lot, or what the donor has of it.
const HOLDS: [fn(bool); 2] =
	[|held| hold(MASKS, held), |held| hold_at(MASKS, Custody::own(DONOR), held)];

fn held(leg: u32) -> Finding<Test> {
	Finding { leg: Some(leg), error: Error::Held, unmet: None }
}

fn propose_as(who: u64, proposal: ProposalOf<Test>) -> DispatchResult {
	Circulation::propose(by(who), proposal).map(drop).map_err(|refusal| refusal.error)
}

/// The donor's gift to the hospital, `quarantined` of whose masks the hospital then sets aside.
fn delivered_and_quarantined(masks: u64, quarantined: u64) -> TransferId {
	let id = delivered(&[leg(MASKS, masks)]);
	let mut stock = MockStock::open(MASKS).expect("a lot");
	assert_ok!(stock.quarantine(Custody::own(HOSPITAL), quarantined));
	assert_ok!(stock.close(&mut step()));
	id
}

fn step() -> Step<u64> {
	Step::new(Act::by(Actor::Chain), Action::HoldPlaced, &())
}

/// What the hospital has of masks: available, reserved, quarantined.
fn of_hospital() -> [u64; 3] {
	let holding = own(MASKS, HOSPITAL);
	[holding.available, holding.reserved, holding.quarantined]
}

#[test]
fn what_is_held_is_not_proposed() {
	play(|| {
		let proposal = || gift(&[leg(SUITS, 1), leg(MASKS, 1)]);
		for hold in HOLDS {
			hold(true);
			assert_noop!(propose_as(DONOR_SENDS, proposal()), Error::<Test>::Held);
			assert_eq!(Circulation::explain_transfer(DONOR, proposal()), [held(1)]);
			hold(false);
			assert_eq!(Circulation::explain_transfer(DONOR, proposal()), []);
			assert_ok!(propose_as(DONOR_SENDS, proposal()));
		}
	});
}

#[test]
fn that_goods_are_held_is_told_beside_everything_else() {
	play(|| {
		hold(SUITS, true);
		turn_to(SUITS_EXPIRE);
		let proposal = ProposalOf::<Test> {
			dispatch_by: SUITS_EXPIRE,
			receive_by: SUITS_EXPIRE + DAY,
			..gift(&[leg(SUITS, 501)])
		};
		let found = Circulation::explain_transfer(DONOR, proposal);
		let errors: Vec<_> = found.into_iter().map(|finding| finding.error).collect();
		assert_eq!(errors, [Error::Held, Error::LotExpired, Error::InsufficientStock]);
	});
}

#[test]
fn a_hold_on_what_one_institution_has_binds_no_other() {
	play(|| {
		delivered(&[leg(MASKS, 10)]);
		hold_at(MASKS, Custody::own(HOSPITAL), true);
		assert_ok!(propose_as(DONOR_SENDS, gift(&[leg(MASKS, 1)])));
		let onwards = ProposalOf::<Test> {
			to: CLINIC,
			from_site: None,
			to_site: None,
			..gift(&[leg(MASKS, 1)])
		};
		assert_noop!(propose_as(HOSPITAL_SENDS, onwards), Error::<Test>::Held);
	});
}

#[test]
fn what_was_reserved_before_a_hold_does_not_leave_under_it() {
	play(|| {
		for hold in HOLDS {
			let id = proposed(&[leg(SUITS, 1), leg(MASKS, 1)]);
			hold(true);
			// The receiver may answer all the same.
			assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
			assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::Held);
			assert_eq!(Circulation::explain_dispatch(id, None), [held(1)]);
			hold(false);
			assert_eq!(Circulation::explain_dispatch(id, None), []);
			assert_ok!(dispatch(DONOR_SENDS, id));
		}
	});
}

#[test]
fn reserved_goods_that_are_held_are_withdrawn_rejected_and_released() {
	play(|| {
		let rejected = proposed(&[leg(MASKS, 1)]);
		let withdrawn = accepted(&[leg(MASKS, 2)]);
		let expired = accepted(&[leg(MASKS, 4)]);
		hold(MASKS, true);
		hold_at(MASKS, Custody::own(DONOR), true);
		assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), rejected));
		assert_ok!(Circulation::withdraw(by(DONOR_SENDS), withdrawn));
		turn_to(DISPATCH_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), expired));
		let donor = own(MASKS, DONOR);
		assert_eq!((donor.available, donor.reserved, donor.held), (1_000, 0, true));
	});
}

#[test]
fn what_was_offered_before_a_hold_is_not_sent_under_it() {
	play(|| {
		let mut stock = MockStock::open(MASKS).expect("a lot");
		assert_ok!(stock.offer(Custody::own(DONOR), 3));
		assert_ok!(stock.close(&mut step()));
		let taken = || {
			let new = NewTransfer {
				sender: DONOR,
				receiver: HOSPITAL,
				terms: Terms::Gift,
				source: Source::Offered,
				lines: vec![(MASKS, 3)],
				dispatch_by: DISPATCH_BY,
				receive_by: RECEIVE_BY,
				serves: None,
				agreed: true,
				mandate: Mandate::Consent,
			};
			let made = <Circulation as MakesTransfers<u64>>::make(&mut step(), new);
			made.map(|made| made.id).map_err(|refusal| refusal.error)
		};
		hold(MASKS, true);
		assert_noop!(taken(), Error::<Test>::Held);
		hold(MASKS, false);
		assert_ok!(taken());
	});
}

#[test]
fn held_goods_go_back_to_where_they_came_from() {
	play(|| {
		let gift = delivered(&[leg(MASKS, 10)]);
		let loan = lent(&[leg(VENTILATORS, 2)]);
		hold(MASKS, true);
		hold_at(MASKS, Custody::own(HOSPITAL), true);
		hold_at(VENTILATORS, Custody { custodian: HOSPITAL, owner: DONOR }, true);
		let back = giving_back(gift, &[leg(MASKS, 4)]);
		assert_eq!(Circulation::explain_transfer(HOSPITAL, back.clone()), []);
		let masks = sent_back(gift, &[leg(MASKS, 4)]);
		let ventilators = sent_back(loan, &[leg(VENTILATORS, 2)]);
		assert_ok!(receive(DONOR_RECEIVES, masks, &[found(4, 0, 0)]));
		assert_ok!(receive(DONOR_RECEIVES, ventilators, &[found(2, 0, 0)]));
		assert_eq!(own(MASKS, DONOR).quarantined, 4);
		assert_eq!(own(VENTILATORS, DONOR).quarantined, 2);
	});
}

#[test]
fn quarantined_goods_go_back_from_quarantine() {
	play(|| {
		let of = delivered_and_quarantined(10, 6);
		assert_eq!(of_hospital(), [4, 0, 6]);
		let back = |masks| giving_back_quarantined(of, &[leg(MASKS, masks)]);
		let too_many = Finding { error: Error::InsufficientStock, ..held(0) };
		assert_eq!(Circulation::explain_transfer(HOSPITAL, back(7)), [too_many]);
		assert_noop!(propose_as(HOSPITAL_SENDS, back(7)), Error::<Test>::InsufficientStock);
		assert_eq!(Circulation::explain_transfer(HOSPITAL, back(6)), []);
		let mut id = TransferId(0);
		let from = sources(|| id = propose(HOSPITAL_SENDS, back(6)));
		assert_eq!(from, [Source::QuarantinedForReturn]);
		assert_eq!(of_hospital(), [4, 6, 0]);
		assert_ok!(Circulation::accept(by(DONOR_RECEIVES), id));
		assert_ok!(dispatch(HOSPITAL_SENDS, id));
		let receipt = || {
			assert_ok!(receive(DONOR_RECEIVES, id, &[found(6, 0, 0)]));
		};
		let kind = Arrival::Quarantined(HoldKind::Quarantine);
		assert_eq!(arrived(receipt), [(MASKS, Custody::own(DONOR), 6, kind)]);
		let donor = own(MASKS, DONOR);
		assert_eq!((donor.available, donor.quarantined), (990, 6));
	});
}

#[test]
fn what_was_to_go_back_from_quarantine_and_does_not_is_quarantined_again() {
	play(|| {
		let of = delivered_and_quarantined(10, 6);
		let back = || propose(HOSPITAL_SENDS, giving_back_quarantined(of, &[leg(MASKS, 5)]));
		let rejected = back();
		assert_eq!(of_hospital(), [4, 5, 1]);
		assert_ok!(Circulation::reject(by(DONOR_RECEIVES), rejected));
		assert_eq!(of_hospital(), [4, 0, 6]);
		let withdrawn = back();
		assert_ok!(Circulation::withdraw(by(HOSPITAL_SENDS), withdrawn));
		assert_eq!(of_hospital(), [4, 0, 6]);
		let expired = back();
		turn_to(NOW + DAY + 1);
		assert_ok!(Circulation::release(by(NOBODY), expired));
		assert_eq!(of_hospital(), [4, 0, 6]);
		// What was available is available again.
		let withdrawn = propose(HOSPITAL_SENDS, giving_back(of, &[leg(MASKS, 4)]));
		assert_eq!(of_hospital(), [0, 4, 6]);
		assert_ok!(Circulation::withdraw(by(HOSPITAL_SENDS), withdrawn));
		assert_eq!(of_hospital(), [4, 0, 6]);
	});
}

#[test]
fn a_return_says_what_for_its_goods_leave() {
	for (terms, purpose) in [
		(Terms::Gift, Purpose::Send),
		(Terms::Sale, Purpose::Send),
		(Terms::Loan { due: NOW }, Purpose::Send),
		(Terms::Return { of: TransferId(0), from: ReturnFrom::Available }, Purpose::Return),
		(Terms::Return { of: TransferId(0), from: ReturnFrom::Quarantined }, Purpose::Return),
	] {
		let source = crate::propose::source_under(terms);
		assert_eq!(crate::propose::purpose_of(source), purpose, "{terms:?}");
	}
	assert_eq!(crate::propose::purpose_of(Source::Offered), Purpose::Send);
}

#[test]
fn goods_in_different_conditions_are_quarantined_for_what_is_said_of_them() {
	play(|| {
		let damaged =
			|accepted| LegReceipt { condition: Condition::Damaged, ..found(accepted, 0, 0) };
		let id = dispatched(&[leg(MASKS, 10)]);
		let receipt = || {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &[damaged(4)]));
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0)]));
		};
		let to = Custody::own(HOSPITAL);
		let expected = [
			(MASKS, to, 4, Arrival::Quarantined(HoldKind::Damage)),
			(MASKS, to, 6, Arrival::Usable),
		];
		assert_eq!(arrived(receipt), expected);
		// Damaged goods that come back from quarantine are damaged still.
		let back = propose(HOSPITAL_SENDS, giving_back_quarantined(id, &[leg(MASKS, 4)]));
		assert_ok!(Circulation::accept(by(DONOR_RECEIVES), back));
		assert_ok!(dispatch(HOSPITAL_SENDS, back));
		let receipt = || {
			assert_ok!(receive(DONOR_RECEIVES, back, &[damaged(4)]));
		};
		let expected = (MASKS, Custody::own(DONOR), 4, Arrival::Quarantined(HoldKind::Damage));
		assert_eq!(arrived(receipt), [expected]);
	});
}

#[test]
fn held_goods_are_called_in_and_disputes_about_them_end() {
	play(|| {
		let loan = lent(&[leg(VENTILATORS, 8)]);
		let gift = dispatched(&[leg(VENTILATORS, 2)]);
		hold(VENTILATORS, true);
		assert_ok!(receive(HOSPITAL_RECEIVES, gift, &[found(0, 1, 1)]));
		let back = Outcome::Rejected(RejectedGoods::Returned);
		assert_ok!(resolve(by(DONOR_SENDS), gift, back, 1));
		let there = Outcome::Missing(MissingGoods::Delivered);
		let resolution = || {
			assert_ok!(resolve(by(HOSPITAL_RECEIVES), gift, there, 1));
		};
		let kind = Arrival::Quarantined(HoldKind::Quarantine);
		assert_eq!(arrived(resolution), [(VENTILATORS, Custody::own(HOSPITAL), 1, kind)]);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(call_in(NOBODY, loan));
		assert_ok!(resolve(by(DONOR_SENDS), loan, Outcome::CalledIn(CalledInGoods::Returned), 8));
		assert_eq!(own(VENTILATORS, DONOR).quarantined, 9);
	});
}
