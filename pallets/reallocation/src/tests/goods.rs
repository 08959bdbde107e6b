use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{LotId, Quantity, TransferId};

/// What the transfer of the first line of a plan carries.
fn carried(plan: salus_primitives::PlanId) -> Vec<(LotId, Quantity)> {
	let transfer = Circulation::transfer(made(plan, 0)).expect("it was made");
	transfer.legs.iter().map(|leg| (leg.lot, leg.quantity)).collect()
}

/// The identifier of a plan that is decided, of which no line waits.
fn all_carried_out(lines: &[LineOrder]) -> salus_primitives::PlanId {
	let plan = decide(lines);
	idle(frame_support::weights::Weight::MAX);
	plan
}

fn short(transfer: u64, quantity: Quantity, why: Shortage) -> Outcome {
	let transfer = TransferId(transfer);
	Outcome::Made { transfer, quantity, short: Some(why), yielded: Default::default() }
}

#[test]
fn of_a_lot_what_is_there_moves_and_the_line_says_what_is_short() {
	play(|| {
		let lot = stock(DONOR, MASKS, 30, None);
		let plan = all_carried_out(&[gives(Goods::Lot(lot), 40)]);
		assert_eq!(outcome(plan, 0), short(0, 30, Shortage::Stock));
		assert_eq!(own(lot, DONOR).reserved, 30);
	});
}

#[test]
fn earlier_lines_take_before_later_ones() {
	play(|| {
		let lot = stock(DONOR, MASKS, 30, None);
		let line = gives(Goods::Lot(lot), 20);
		let plan = all_carried_out(&[line, line, line]);
		assert_eq!(outcome(plan, 0), whole(0, 20));
		assert_eq!(outcome(plan, 1), short(1, 10, Shortage::Stock));
		assert_eq!(outcome(plan, 2), refused(Error::<Test>::NothingAvailable));
	});
}

#[test]
fn what_is_used_up_or_was_never_there_is_refused_by_name() {
	play(|| {
		let lot = stock(DONOR, MASKS, 30, None);
		assert_ok!(Registry::consume(by(DONOR_AGENT), lot, 30, None));
		let lines = [
			gives(Goods::Lot(lot), 20),
			gives(Goods::Class(MASKS), 20),
			gives(Goods::Lot(LotId(77)), 20),
		];
		let plan = all_carried_out(&lines);
		assert_eq!(outcome(plan, 0), refused(Error::<Test>::NothingAvailable));
		assert_eq!(outcome(plan, 1), refused(Error::<Test>::NothingAvailable));
		assert_eq!(outcome(plan, 2), refused(Error::<Test>::LotNotFound));
	});
}

#[test]
fn of_a_class_the_first_expiring_lots_go_that_are_good_until_they_arrive() {
	play(|| {
		let late = stock(DONOR, MASKS, 100, day(2020, 6, 1));
		let expired = stock(DONOR, MASKS, 100, day(2020, 1, 30));
		let soon = stock(DONOR, MASKS, 100, day(2020, 3, 1));
		let plan = all_carried_out(&[gives(Goods::Class(MASKS), 150)]);
		assert_eq!(carried(plan), [(soon, 100), (late, 50)]);
		assert_eq!(outcome(plan, 0), whole(0, 150));
		// A lot that is named goes all the same, as long as it may.
		let plan =
			all_carried_out(&[gives(Goods::Lot(expired), 10), gives(Goods::Class(MASKS), 150)]);
		assert_eq!(outcome(plan, 0), whole(1, 10));
		assert_eq!(outcome(plan, 1), short(2, 50, Shortage::Stock));
	});
}

#[test]
fn one_transfer_carries_so_many_lots_and_no_more() {
	play(|| {
		let lots: Vec<_> = (0..=MAX_LEGS).map(|_| stock(DONOR, MASKS, 10, None)).collect();
		let line = gives(Goods::Class(MASKS), 100);
		let plan = all_carried_out(&[line, line]);
		assert_eq!(outcome(plan, 0), short(0, 40, Shortage::Transfer));
		assert_eq!(carried(plan), [lots[0], lots[1], lots[2], lots[3]].map(|lot| (lot, 10)));
		assert_eq!(outcome(plan, 1), short(1, 10, Shortage::Stock));
	});
}

#[test]
fn behind_the_places_that_are_looked_at_there_may_be_more() {
	play(|| {
		for _ in 0..PLACES_LOOKED_AT - 1 {
			stock(DONOR, MASKS, 10, None);
		}
		let seen = stock(DONOR, MASKS, 10, None);
		let unseen = stock(DONOR, MASKS, 10, None);
		let line = gives(Goods::Class(MASKS), 40);
		let plan = all_carried_out(&[line; 6]);
		for number in 0..6 {
			assert_eq!(outcome(plan, number), whole(number.into(), 40));
		}
		assert_eq!(own(seen, DONOR).reserved, 10);
		let plan = all_carried_out(&[line, gives(Goods::Lot(unseen), 40)]);
		assert_eq!(outcome(plan, 0), refused(Error::<Test>::NothingWithinReach));
		assert_eq!(outcome(plan, 1), short(6, 10, Shortage::Stock));
		// One place is seen again.
		assert_ok!(withdraw(HOSPITAL_AGENT, TransferId(5)));
		let plan = all_carried_out(&[gives(Goods::Class(MASKS), 50)]);
		assert_eq!(outcome(plan, 0), short(7, 40, Shortage::Transfer));
		assert_ok!(withdraw(HOSPITAL_AGENT, TransferId(7)));
		assert_ok!(Registry::consume(by(DONOR_AGENT), seen, 10, None));
		let plan = all_carried_out(&[gives(Goods::Class(MASKS), 40)]);
		assert_eq!(outcome(plan, 0), short(8, 30, Shortage::Shelf));
	});
}

#[test]
fn figures_at_the_end_of_their_range_are_cut_to_what_a_transfer_carries() {
	play(|| {
		let lot = stock(DONOR, MASKS, Quantity::MAX, None);
		let other = stock(DONOR, MASKS, Quantity::MAX, None);
		let lines =
			[gives(Goods::Lot(lot), Quantity::MAX), gives(Goods::Class(MASKS), Quantity::MAX)];
		let plan = all_carried_out(&lines);
		assert_eq!(outcome(plan, 0), short(0, LARGEST, Shortage::Transfer));
		assert_eq!(outcome(plan, 1), short(1, 2 * LARGEST, Shortage::Transfer));
		assert_eq!(own(lot, DONOR).reserved, 2 * LARGEST);
		assert_eq!(own(other, DONOR).reserved, LARGEST);
	});
}

#[test]
fn what_a_giver_borrowed_is_not_its_own() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 10, None);
		let (dispatch_by, receive_by) = (DISPATCH_BY, RECEIVE_BY);
		let loan = pallet_circulation::Proposal {
			to: DONOR,
			from_site: None,
			to_site: None,
			terms: salus_primitives::Terms::Loan { due: receive_by },
			legs: vec![pallet_circulation::Leg { lot, quantity: 10, pack: None }]
				.try_into()
				.expect("one leg"),
			dispatch_by,
			receive_by,
			serves: None,
		};
		assert_ok!(Circulation::propose(by(HOSPITAL_AGENT), loan));
		let id = TransferId(0);
		assert_ok!(Circulation::accept(by(DONOR_AGENT), id));
		assert_ok!(dispatch(HOSPITAL_AGENT, id));
		let found = pallet_circulation::LegReceipt { accepted: 10, ..Default::default() };
		let event = salus_primitives::EventClaim { at: NOW, utc_offset: 480 };
		let legs = vec![found].try_into().expect("one leg");
		assert_ok!(Circulation::receive(by(DONOR_AGENT), id, legs, None, None, event));
		let plan = all_carried_out(&[gives(Goods::Lot(lot), 1), gives(Goods::Class(MASKS), 1)]);
		for line in [0, 1] {
			assert_eq!(outcome(plan, line), refused(Error::<Test>::NothingAvailable));
		}
	});
}

#[test]
fn whatever_else_forbids_a_proposal_forbids_a_line() {
	use pallet_circulation::Error as Refused;
	play(|| {
		let lot = stock(DONOR, VENTILATORS, 10, None);
		let line = gives(Goods::Lot(lot), 1);
		let unlicensed = LineOrder { receiver: CLINIC, ..line };
		let plan = all_carried_out(&[unlicensed]);
		assert_eq!(outcome(plan, 0), refused(Refused::<Test>::CapabilityMissing));
		assert_ok!(Registry::suspend_institution(RuntimeOrigin::root(), HOSPITAL));
		let plan = all_carried_out(&[line]);
		assert_eq!(outcome(plan, 0), refused(Refused::<Test>::ReceiverSuspended));
		assert_ok!(Registry::suspend_institution(RuntimeOrigin::root(), DONOR));
		let plan = all_carried_out(&[line]);
		assert_eq!(outcome(plan, 0), refused(Refused::<Test>::SenderSuspended));
	});
}
