//! How lines become transfers.

use crate::{mock::*, Error, Event, LineOutcome, Stage, TransferLine, TransferLines, WeightInfo};
use frame_support::{assert_ok, dispatch::Pays};
use pallet_circulation::{Leg, NextTransferId, Proposal, Status};
use pallet_needs::Request;
use pallet_rules::Condition;
use salus_primitives::{
	mock::MockTrail, time::DAY, Action, Actor, AllocationId, LotId, NeedId, Priority, Quantity,
	Subject, Terms, TransferId, Unmet,
};
use sp_runtime::DispatchError;

/// Takes one step of an allocation that carries out so many lines.
fn carry_out(id: AllocationId, lines: u32) {
	assert_ok!(Emergencies::advance(by(STRANGER), id, lines));
}

fn transfer(id: TransferId) -> pallet_circulation::TransferOf<Test> {
	Circulation::transfer(id).expect("a transfer")
}

/// The donor proposes some of a lot for a need of the hospital.
fn propose(lot: LotId, quantity: Quantity, need: NeedId) -> TransferId {
	let id = NextTransferId::<Test>::get();
	let proposal = Proposal {
		to: HOSPITAL,
		from_site: None,
		to_site: None,
		terms: Terms::Gift,
		legs: vec![Leg { lot, quantity, pack: None }].try_into().expect("one leg"),
		dispatch_by: now() + 5 * DAY,
		receive_by: now() + 8 * DAY,
		serves: Some(need),
	};
	assert_ok!(Circulation::propose(by(agent_of(DONOR)), proposal));
	id
}

#[test]
fn a_line_becomes_an_accepted_transfer_as_if_so_much_was_taken() {
	run(|| {
		let need = asks(HOSPITAL, 30);
		let lot = stock(DONOR, MASKS, 50, None);
		let offer = offers_of(DONOR, supply(lot, 50));
		let id = decided();
		events();
		let records = MockTrail::records().len();
		carry_out(id, 1);
		let of_line = made(id, 0);
		let expected = LineOutcome::Made { transfer: of_line, quantity: 30 };
		assert_eq!(outcome(id, 0), expected);
		let told = Event::LineMade { allocation: id, line: 0, transfer: of_line, quantity: 30 };
		assert_eq!(events(), [told]);
		let carrier = TransferLine { allocation: id, line: 0, offer, need, giver: DONOR };
		assert_eq!(TransferLines::<Test>::get(of_line), Some(carrier));

		let transfer = transfer(of_line);
		assert_eq!((transfer.sender, transfer.receiver), (DONOR, HOSPITAL));
		assert_eq!((transfer.terms, transfer.status), (Terms::Gift, Status::Accepted));
		let deadlines = (NOW + 2 * DAY, NOW + 5 * DAY);
		assert_eq!((transfer.dispatch_by, transfer.receive_by), deadlines);
		let serves = transfer.serves.expect("it serves the need");
		assert_eq!((serves.need, serves.priority, serves.promised), (need, Priority::Urgent, true));
		assert_eq!((open_of(need), left_of(offer)), (0, 20));

		// One record on everything that changed, of the allocation.
		let records = MockTrail::records().split_off(records);
		let subjects: Vec<_> = records.iter().map(|record| record.subject.clone()).collect();
		for subject in [
			Subject::Transfer(of_line),
			Subject::Lot(lot),
			Subject::Need(need),
			Subject::Offer(offer),
			Subject::Allocation(id),
		] {
			assert_eq!(subjects.iter().filter(|other| **other == subject).count(), 1);
		}
		assert_eq!(subjects.len(), 5);
		for record in records {
			let (actor, action) = (Actor::Allocation(id), Action::LinesAllocated);
			assert_eq!((record.actor, record.action), (actor, action));
			assert_eq!(record.institution, None);
			let digest = salus_primitives::digest_of(&(id, 0u16, 1u16));
			assert_eq!(record.digest, digest);
		}
	});
}

#[test]
fn an_offer_that_was_withdrawn_is_skipped_and_the_others_are_not() {
	run(|| {
		let need = asks(HOSPITAL, 50);
		let (withdrawn, kept) = (offers(DONOR, 20), offers(SUPPLIER, 20));
		let id = decided();
		assert_ok!(withdraw_offer(DONOR, withdrawn));
		events();
		carry_out(id, 2);
		let ended: DispatchError = pallet_needs::Error::<Test>::Ended.into();
		assert_eq!(outcome(id, 0), skipped(ended));
		let told = [
			Event::LineSkipped { allocation: id, line: 0, error: ended, unmet: None },
			Event::LineMade { allocation: id, line: 1, transfer: made(id, 1), quantity: 20 },
		];
		assert_eq!(events(), told);
		assert_eq!((open_of(need), left_of(kept)), (30, 0));
		assert_eq!(known(id).stage, Stage::Escalating { next: 0 });
	});
}

#[test]
fn a_giver_that_was_suspended_between_gives_nothing() {
	run(|| {
		let need = asks(HOSPITAL, 50);
		let offer = offers(DONOR, 20);
		offers(SUPPLIER, 20);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		assert_ok!(suspend(DONOR));
		decide(id);
		carry_out(id, 2);
		let suspended = pallet_circulation::Error::<Test>::SenderSuspended;
		assert_eq!(outcome(id, 0), skipped(suspended));
		assert!(matches!(outcome(id, 1), LineOutcome::Made { quantity: 20, .. }));
		assert_eq!((open_of(need), left_of(offer)), (30, 20));
		// Nothing of what failed is left.
		assert_eq!(NextTransferId::<Test>::get(), TransferId(1));
	});
}

#[test]
fn a_need_that_was_closed_gets_nothing() {
	run(|| {
		let (closed, kept) = (asks(HOSPITAL, 10), asks(CLINIC, 10));
		let offer = offers(DONOR, 20);
		let id = decided();
		assert_ok!(close_need(HOSPITAL, closed));
		carry_out(id, 2);
		let not_open = pallet_needs::Error::<Test>::NeedNotOpen;
		assert_eq!(outcome(id, 0), skipped(not_open));
		assert_eq!((open_of(kept), left_of(offer)), (0, 10));
	});
}

#[test]
fn where_less_is_open_by_then_less_goes() {
	run(|| {
		let need = asks(HOSPITAL, 100);
		let own = stock(DONOR, MASKS, 30, None);
		let proposed = propose(own, 30, need);
		let offer = offers(SUPPLIER, 100);
		let id = decided();
		assert_eq!(shares(id), [100]);
		assert_ok!(Circulation::accept(by(agent_of(HOSPITAL)), proposed));
		carry_out(id, 1);
		assert!(matches!(outcome(id, 0), LineOutcome::Made { quantity: 70, .. }));
		assert_eq!((open_of(need), left_of(offer)), (0, 30));
		assert_eq!(crate::AskedBy::<Test>::get(id)[0].promised, 70);
	});
}

#[test]
fn a_rule_that_is_not_met_is_told_and_the_line_is_not_cut() {
	run(|| {
		asks(HOSPITAL, 50);
		asks_for(CLINIC, Request { priority: Priority::Stat, ..wanted(40) });
		offers(DONOR, 100);
		let rule = write_rule(root(), Condition::Between { least: 1, most: 40 });
		let id = decided();
		events();
		carry_out(id, 2);
		let error = pallet_circulation::Error::<Test>::RuleNotMet.into();
		let unmet = Some(Unmet { rule, alternative: 0, condition: 0 });
		assert_eq!(outcome(id, 0), LineOutcome::Skipped { error, unmet });
		let told = Event::LineSkipped { allocation: id, line: 0, error, unmet };
		assert_eq!(events()[0], told);
		assert!(matches!(outcome(id, 1), LineOutcome::Made { quantity: 40, .. }));
	});
}

#[test]
fn the_givers_own_rules_do_not_yield() {
	run(|| {
		asks(HOSPITAL, 50);
		offers(DONOR, 100);
		let rule = write_rule(by(agent_of(DONOR)), Condition::Between { least: 1, most: 40 });
		let id = decided();
		carry_out(id, 1);
		let error = pallet_circulation::Error::<Test>::RuleNotMet.into();
		let unmet = Some(Unmet { rule, alternative: 0, condition: 0 });
		assert_eq!(outcome(id, 0), LineOutcome::Skipped { error, unmet });
	});
}

#[test]
fn a_call_carries_out_as_many_lines_as_it_asks_for_and_sixteen_at_most() {
	run(|| {
		asks(HOSPITAL, 100);
		offers_of_one(40);
		let id = decided();
		for (asked, carried_out) in [(1, 1), (0, 2), (3, 5), (16, 21), (u32::MAX, 37)] {
			let before = known(id).carried_out;
			let info = Emergencies::advance(by(STRANGER), id, asked).expect("there are lines");
			assert_eq!(known(id).carried_out, carried_out);
			assert_eq!(known(id).stage, Stage::CarryingOut { next: carried_out });
			// Here rules cost nothing.
			let weight = <() as WeightInfo>::carry_out(u32::from(carried_out - before));
			// As many as a call may have carried out are free of charge.
			let pays = if carried_out - before < 16 { Pays::Yes } else { Pays::No };
			assert_eq!((info.actual_weight, info.pays_fee), (Some(weight), pays));
		}
		carry_out(id, 16);
		assert_eq!(known(id).stage, Stage::Escalating { next: 0 });
		let digests: Vec<_> = MockTrail::records_of(&Subject::Allocation(id))
			.into_iter()
			.filter(|record| record.action == Action::LinesAllocated)
			.map(|record| record.digest)
			.collect();
		let steps = [(0u16, 1u16), (1, 1), (2, 3), (5, 16), (21, 16), (37, 3)];
		let expected = steps.map(|(first, count)| salus_primitives::digest_of(&(id, first, count)));
		assert_eq!(digests, expected);
	});
}

#[test]
fn an_allocation_that_has_ended_carries_nothing_out() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let id = decided();
		carry_through(id);
		let call = crate::Call::advance { allocation: id, lines: 1 };
		refused(by(STRANGER), call, Error::<Test>::AllocationEnded);
	});
}
