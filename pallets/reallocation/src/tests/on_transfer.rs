use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::MockTrail, Act, Action, Actor, Decisions, OnTransfer, Step, Subject, TransferId,
};

fn unsent(transfer: TransferId, quantity: u64, how: NotSent) -> Outcome {
	Outcome::Unsent { transfer, quantity, how }
}

#[test]
fn the_giver_cannot_withdraw_and_the_receiver_can() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		let bound = pallet_circulation::Error::<Test>::BoundByDecision;
		assert_noop!(withdraw(DONOR_AGENT, transfer), bound);
		events();
		assert_ok!(withdraw(HOSPITAL_AGENT, transfer));
		let how = NotSent::TurnedDown;
		assert_eq!(outcome(plan, 0), unsent(transfer, 50, how));
		assert_eq!(events(), [Event::LineUnsent { plan, line: 0, transfer, how }]);
		assert_eq!(own(lot, DONOR).available, 1_000);
		assert!(!Reallocation::binds(transfer));
		let newest = MockTrail::records_of(&Subject::Plan(plan)).pop().expect("a record");
		assert_eq!(newest.action, Action::TransferWithdrawn);
		assert_eq!(
			(newest.actor, newest.institution),
			(Actor::Account(HOSPITAL_AGENT), Some(HOSPITAL))
		);
	});
}

#[test]
fn a_giver_that_lets_the_time_pass_is_overdue() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		turn_to(DISPATCH_BY);
		assert_noop!(release(transfer), pallet_circulation::Error::<Test>::DeadlineNotReached);
		turn_to(DISPATCH_BY + 1);
		let late = pallet_circulation::Error::<Test>::DeadlinePassed;
		assert_noop!(dispatch(DONOR_AGENT, transfer), late);
		assert_ok!(release(transfer));
		let how = NotSent::Overdue;
		assert_eq!(outcome(plan, 0), unsent(transfer, 50, how));
		assert!(events().contains(&Event::LineUnsent { plan, line: 0, transfer, how }));
		assert_eq!(own(lot, DONOR).available, 1_000);
	});
}

#[test]
fn a_receiver_that_withdraws_after_the_time_says_that_the_giver_is_overdue() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		turn_to(DISPATCH_BY + 1);
		assert_ok!(withdraw(HOSPITAL_AGENT, transfer));
		assert_eq!(outcome(plan, 0), unsent(transfer, 50, NotSent::Overdue));
	});
}

#[test]
fn goods_of_a_suspended_giver_are_released_when_the_time_is_over() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		assert_ok!(Registry::suspend_institution(RuntimeOrigin::root(), DONOR));
		turn_to(DISPATCH_BY + 1);
		assert_ok!(release(transfer));
		assert_eq!(outcome(plan, 0), unsent(transfer, 50, NotSent::Barred));
		let report = Reallocation::report(plan, None, 1).lines;
		assert_eq!(report[0].state, LineState::Barred);
		assert_eq!(Reallocation::overdue(None, 9).lines, []);
	});
}

#[test]
fn a_giver_whose_receiver_may_not_act_withdraws() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		assert_ok!(Registry::suspend_institution(RuntimeOrigin::root(), HOSPITAL));
		assert_ok!(withdraw(DONOR_AGENT, transfer));
		assert_eq!(outcome(plan, 0), unsent(transfer, 50, NotSent::Barred));
		assert_eq!(own(lot, DONOR).available, 1_000);
	});
}

#[test]
fn what_left_was_sent_as_decided() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, transfer) = decided(gives(Goods::Lot(lot), 50));
		assert_ok!(dispatch(DONOR_AGENT, transfer));
		turn_to(RECEIVE_BY + 1);
		assert_ok!(release(transfer));
		assert_eq!(outcome(plan, 0), whole(transfer.0, 50));
		assert!(Reallocation::binds(transfer));
	});
}

#[test]
fn other_transfers_are_asked_about_and_nothing_else() {
	play(|| {
		let lot = stock(DONOR, MASKS, 1_000, None);
		let (plan, _) = decided(gives(Goods::Lot(lot), 50));
		events();
		let before = records(plan);
		let mut step = Step::new(Act::by(Actor::Account(NOBODY)), Action::TransferExpired, &());
		let other = TransferId(77);
		let told = <Reallocation as OnTransfer<u64>>::unsent(&mut step, other, None, &[]);
		assert_eq!(told, Ok(<()>::ask()));
		assert_eq!((events(), records(plan)), (vec![], before));
		let most = <Reallocation as OnTransfer<u64>>::weight_of_unsent();
		assert_eq!(most, <() as WeightInfo>::unsent());
		assert_eq!(Reallocation::weight_of_binding(), <()>::ask());
	});
}
