//! What becomes of the transfers that were made.

use crate::{
	mock::*, AllocationEnding, DeclinedNeeds, Event, FailedOffers, LeftOut, LineOutcome, LineState,
	Stage, TransferLine, TransferLines, WeightInfo,
};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use salus_primitives::{
	mock::MockTrail, time::DAY, Act, Action, Actor, AllocationId, NeedId, OfferId, OnTransfer,
	Step, Subject, TransferId,
};

/// An allocation of ten of the donor's to the hospital, which has ended.
fn shared() -> (AllocationId, NeedId, OfferId) {
	let (need, offer) = (asks(HOSPITAL, 10), offers(DONOR, 10));
	let id = decided();
	carry_through(id);
	(id, need, offer)
}

#[test]
fn a_giver_that_withdraws_opens_the_need_again_and_the_line_says_so() {
	run(|| {
		let (id, need, offer) = shared();
		let transfer = made(id, 0);
		assert_eq!((open_of(need), left_of(offer)), (0, 0));
		events();
		assert_ok!(withdraw(DONOR, transfer));
		assert_eq!(outcome(id, 0), LineOutcome::Unsent { transfer, quantity: 10 });
		assert_eq!(events(), [Event::LineUnsent { allocation: id, line: 0, transfer }]);
		assert_eq!((open_of(need), left_of(offer)), (10, 10));
		assert!(!TransferLines::<Test>::contains_key(transfer));
		let newest = MockTrail::records_of(&Subject::Allocation(id)).pop().expect("a record");
		let actor = Actor::Account(agent_of(DONOR));
		assert_eq!((newest.actor, newest.action), (actor, Action::TransferWithdrawn));
		assert_eq!(newest.institution, Some(DONOR));
		// Nothing waits: it is taken, as before.
		assert_ok!(take(HOSPITAL, offer, need, 10));
		assert_eq!(outcome(id, 0), LineOutcome::Unsent { transfer, quantity: 10 });
	});
}

#[test]
fn it_may_while_the_allocation_runs() {
	run(|| {
		let (need, offer) = (asks(HOSPITAL, 10), offers(DONOR, 10));
		let other = asks(CLINIC, 10);
		offers(SUPPLIER, 10);
		let id = decided();
		assert_ok!(Emergencies::advance(by(STRANGER), id, 1));
		let transfer = made(id, 0);
		assert_ok!(withdraw(DONOR, transfer));
		check_all();
		// It is open again, and waits still.
		assert_eq!((open_of(need), left_of(offer)), (10, 10));
		let frozen = pallet_needs::Error::<Test>::Frozen;
		assert_noop!(take(HOSPITAL, offer, need, 10), frozen);
		let ended = carry_through(id);
		assert_eq!(outcome(id, 0), LineOutcome::Unsent { transfer, quantity: 10 });
		assert_eq!(open_of(other), 0);
		let quality = ended.quality.expect("it ended well");
		assert_eq!(quality.all.promised, 20);
	});
}

#[test]
fn what_is_not_dispatched_in_time_is_released_by_anybody() {
	run(|| {
		let (id, need, _) = shared();
		let transfer = made(id, 0);
		turn_to(NOW + 2 * DAY);
		assert!(release(transfer).is_err());
		turn_to(NOW + 2 * DAY + 1);
		assert_ok!(release(transfer));
		assert_eq!(outcome(id, 0), LineOutcome::Unsent { transfer, quantity: 10 });
		assert_eq!(open_of(need), 10);
	});
}

#[test]
fn what_left_stays_made_whatever_becomes_of_it() {
	run(|| {
		let (id, need, _) = shared();
		let transfer = made(id, 0);
		let state = || Emergencies::lines(id, None, 1).lines[0].state;
		assert_eq!(state(), LineState::Reserved);
		assert_ok!(dispatch(DONOR, transfer));
		assert_eq!(state(), LineState::UnderWay);
		assert_ok!(receive(HOSPITAL, transfer));
		assert_eq!(state(), LineState::Arrived);
		assert_eq!(outcome(id, 0), LineOutcome::Made { transfer, quantity: 10 });
		assert_eq!(open_of(need), 0);
	});
}

#[test]
fn other_transfers_are_asked_about_and_nothing_else() {
	run(|| {
		let (id, ..) = shared();
		events();
		let before = deeds(id);
		let mut step = Step::new(Act::by(Actor::Account(STRANGER)), Action::TransferExpired, &());
		let other = TransferId(77);
		let told = <Emergencies as OnTransfer<u64>>::unsent(&mut step, other, None, &[]);
		assert_eq!(told, Ok(<() as WeightInfo>::ask()));
		assert_eq!((events(), deeds(id)), (vec![], before));
		let told = <Emergencies as OnTransfer<u64>>::unsent(&mut step, made(id, 0), None, &[]);
		assert_eq!(told, Ok(<() as WeightInfo>::unsent()));
		let most = <Emergencies as OnTransfer<u64>>::weight_of_unsent();
		assert_eq!(most, <() as WeightInfo>::unsent());
		assert_eq!(<Emergencies as OnTransfer<u64>>::weight_of_changed(), Weight::zero());
		// The transfer is pending in truth.
		let outcome = LineOutcome::Made { transfer: TransferId(0), quantity: 10 };
		crate::Outcomes::<Test>::insert(id, 0u16, outcome);
		let (need, offer) = (NeedId(0), OfferId(0));
		let carrier = TransferLine { allocation: id, line: 0, offer, need, giver: DONOR };
		TransferLines::<Test>::insert(TransferId(0), carrier);
	});
}

/// Opens an allocation an hour after the first, and has it gather everything.
fn an_hour_later(first: AllocationId) -> AllocationId {
	pass(HOUR);
	let id = opened(known(first).emergency);
	events();
	advance_until(id, |stage| {
		!matches!(stage, Stage::GatheringNeeds { .. } | Stage::GatheringOffers { .. })
	});
	id
}

#[test]
fn an_offer_that_its_giver_withdrew_from_is_not_gathered_again_and_a_new_one_is() {
	run(|| {
		let (first, need, offer) = shared();
		assert_ok!(withdraw(DONOR, made(first, 0)));
		assert_eq!(FailedOffers::<Test>::get(offer), Some(first));
		let id = an_hour_later(first);
		assert_eq!(offers_left_out(), [(offer, LeftOut::Failed)]);
		let how = AllocationEnding::NothingToShare;
		assert!(matches!(carry_through(id).stage, Stage::Ended { how: other, .. } if other == how));
		let anew = offers(DONOR, 4);
		pass(HOUR);
		let id = opened(known(first).emergency);
		decide(id);
		assert_eq!(lines(id), [(anew, need, 4)]);
	});
}

#[test]
fn so_is_one_whose_giver_let_the_time_pass_and_what_is_left_of_it() {
	run(|| {
		let need = asks(HOSPITAL, 10);
		let offer = offers(DONOR, 30);
		let first = decided();
		carry_through(first);
		turn_to(NOW + 2 * DAY + 1);
		assert_ok!(release(made(first, 0)));
		assert_eq!((left_of(offer), open_of(need)), (30, 10));
		an_hour_later(first);
		assert_eq!(offers_left_out(), [(offer, LeftOut::Failed)]);
	});
}

#[test]
fn a_need_whose_institution_withdrew_is_not_gathered_again_and_its_offer_is() {
	run(|| {
		let (first, need, offer) = shared();
		let other = asks(CLINIC, 10);
		assert_ok!(withdraw(HOSPITAL, made(first, 0)));
		assert_eq!(
			(DeclinedNeeds::<Test>::get(need), FailedOffers::<Test>::iter().count()),
			(Some(first), 0)
		);
		let id = an_hour_later(first);
		assert_eq!(needs_left_out(), [(need, LeftOut::Declined)]);
		decide(id);
		assert_eq!(lines(id), [(offer, other, 10)]);
	});
}

#[test]
fn what_failed_is_forgotten_with_its_allocation() {
	run(|| {
		let (first, ..) = shared();
		assert_ok!(withdraw(DONOR, made(first, 0)));
		asks(CLINIC, 10);
		offers(SUPPLIER, 10);
		pass(HOUR);
		let second = opened(known(first).emergency);
		carry_through(second);
		// Five for the hospital, whose need is open again, and five for the clinic.
		assert_ok!(withdraw(HOSPITAL, made(second, 0)));
		assert_eq!(
			(FailedOffers::<Test>::iter().count(), DeclinedNeeds::<Test>::iter().count()),
			(1, 1)
		);
		pass(ARCHIVE_AFTER);
		assert_ok!(archive(first));
		assert_eq!(
			(FailedOffers::<Test>::iter().count(), DeclinedNeeds::<Test>::iter().count()),
			(0, 1)
		);
		for line in 1..known(second).lines {
			assert_ok!(release(made(second, line)));
		}
		assert_ok!(archive(second));
		assert_eq!(
			(FailedOffers::<Test>::iter().count(), DeclinedNeeds::<Test>::iter().count()),
			(0, 0)
		);
	});
}
