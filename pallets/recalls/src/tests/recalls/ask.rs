//! Who is asked because goods of a recalled lot moved.

use crate::{mock::*, *};
use frame_support::{assert_ok, dispatch::DispatchClass};
use pallet_registry::{DestroyFrom, DestroyReason, Destruction};
use salus_primitives::{
	time::DAY, HoldKind, InstitutionId, LotId, Moment, RecallId, ReturnFrom, Terms,
};

fn duty(recall: RecallId, institution: InstitutionId) -> Duty {
	Duties::<Test>::get(recall, institution).expect("it is asked")
}

fn asked_at(recall: RecallId, institution: InstitutionId) -> Moment {
	duty(recall, institution).asked_at
}

fn destroy(who: InstitutionId, lot: LotId) {
	let from = DestroyFrom::Available;
	let how = Destruction { from, reason: DestroyReason::Damaged, document: None };
	assert_ok!(Registry::destroy(by(agent_of(who)), lot, who, 1, how, None));
}

#[test]
fn who_receives_what_was_on_the_road_is_asked_when_it_arrives() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let lorry = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		let recall = spread(by(MAKER_AGENT), &[lot]);
		assert_eq!(asked(recall), [(MAKER, true)]);
		pass(HOUR);
		events();
		assert_ok!(receive(HOSPITAL, lorry, 10));
		assert!(events().contains(&Event::HolderAsked { recall, institution: HOSPITAL }));
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true)]);
		assert_eq!((asked_at(recall, MAKER), asked_at(recall, HOSPITAL)), (NOW, NOW + HOUR));
		assert_eq!(holds(at(lot, HOSPITAL)), [by_chain(HoldKind::Quarantine, 10)]);
	});
}

#[test]
fn who_has_given_everything_back_before_the_walk_comes_is_asked_all_the_same() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let loan = delivered(MAKER, HOSPITAL, Terms::Loan { due: NOW + 30 * DAY }, (lot, 40));
		let recall = issued(by(MAKER_AGENT), &[lot]);
		let terms = Terms::Return { of: loan, from: ReturnFrom::Available };
		delivered(HOSPITAL, MAKER, terms, (lot, 40));
		let both = [(MAKER, true), (HOSPITAL, true)];
		assert_eq!(asked(recall), both);
		carry_through(recall);
		assert_eq!(asked(recall), both);
		assert_eq!(known(recall).asked, 2);
	});
}

#[test]
fn a_lender_that_gets_goods_back_is_asked_anew() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let loan = delivered(MAKER, HOSPITAL, Terms::Loan { due: NOW + 30 * DAY }, (lot, 40));
		let recall = spread(by(MAKER_AGENT), &[lot]);
		pass(HOUR);
		assert_ok!(answer(MAKER, recall, 60, 60));
		assert_ok!(answer(HOSPITAL, recall, 40, 0));
		assert_eq!(known(recall).answered, 2);
		pass(HOUR);
		let terms = Terms::Return { of: loan, from: ReturnFrom::Available };
		delivered(HOSPITAL, MAKER, terms, (lot, 40));
		// The borrower has less than when it answered, the lender more.
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, false)]);
		assert_eq!((asked_at(recall, MAKER), asked_at(recall, HOSPITAL)), (NOW + 2 * HOUR, NOW));
		let Recall { answered, found, done, .. } = known(recall);
		assert_eq!((answered, found, done), (1, 100, 60));
		assert_ok!(answer(MAKER, recall, 100, 100));
		assert_ok!(answer(HOSPITAL, recall, 40, 40));
		let Recall { answered, found, done, .. } = known(recall);
		assert_eq!((answered, found, done), (2, 140, 140));
	});
}

#[test]
fn who_has_not_answered_gets_no_more_time() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let lorries = [(); 2].map(|()| sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10)));
		let recall = spread(by(MAKER_AGENT), &[lot]);
		assert_ok!(receive(HOSPITAL, lorries[0], 10));
		pass(HOUR);
		events();
		assert_ok!(receive(HOSPITAL, lorries[1], 10));
		assert!(!events().contains(&Event::HolderAsked { recall, institution: HOSPITAL }));
		assert_eq!(asked_at(recall, HOSPITAL), NOW);
	});
}

#[test]
fn who_has_less_than_when_it_answered_is_not_asked_anew() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let recall = spread(by(MAKER_AGENT), &[lot]);
		pass(1);
		assert_ok!(answer(MAKER, recall, 100, 0));
		pass(HOUR);
		destroy(MAKER, lot);
		assert_eq!(asked(recall), [(MAKER, false)]);
		assert_eq!(asked_at(recall, MAKER), NOW);
	});
}

#[test]
fn who_parts_with_a_lot_that_was_reached_after_it_had_answered_is_asked_anew() {
	play(|| {
		let [first, other] = [(); 2].map(|()| made(MAKER, MASKS, 100));
		for lot in [first, other] {
			delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		}
		let boxes = repacked(HOSPITAL, &[(first, 10)]);
		let recall = issued(by(MAKER_AGENT), &[first, other]);
		// What came out of the other lot, and whoever has some of it.
		assert_ok!(advance(recall, 4));
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true)]);
		pass(HOUR);
		assert_ok!(answer(HOSPITAL, recall, 10, 10));
		pass(HOUR);
		assert_ok!(advance(recall, 1));
		assert_eq!(lots_of(recall), [first, other, boxes]);
		// Nobody has come to ask who has the boxes when the last of them is gone.
		let how = Destruction {
			from: DestroyFrom::Available,
			reason: DestroyReason::Recalled,
			document: None,
		};
		assert_ok!(Registry::destroy(by(HOSPITAL_AGENT), boxes, HOSPITAL, 10, how, None));
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true)]);
		assert_eq!(asked_at(recall, HOSPITAL), NOW + 2 * HOUR);
		assert_eq!(known(recall).answered, 0);
		carry_through(recall);
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, true)]);
		pass(HOUR);
		assert_ok!(answer(HOSPITAL, recall, 20, 20));
		assert_eq!(known(recall).answered, 1);
	});
}

#[test]
fn the_block_is_charged_for_whom_it_asks() {
	play(|| {
		let weight = || System::block_weight().get(DispatchClass::Mandatory).ref_time();
		let lot = made(MAKER, MASKS, 100);
		let lorry = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		spread(by(MAKER_AGENT), &[lot]);
		spread(governance(), &[lot]);
		// As the weights of mocks have it: 10,000 to look, 10,000 for each recall, and 30,000 if it asks.
		let before = weight();
		destroy(MAKER, lot);
		assert_eq!(weight() - before, 30_000);
		// The maker has ten less, and waits to answer both; the hospital has ten, and is asked by both. They
		// arrive quarantined, for 1,000.
		let before = weight();
		assert_ok!(receive(HOSPITAL, lorry, 10));
		assert_eq!(weight() - before, 30_000 + 70_000 + 1_000);
	});
}

#[test]
fn an_answer_in_the_same_block_does_not_count_for_what_arrives_after_it() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let lorries = [(); 2].map(|()| sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10)));
		let recall = spread(by(MAKER_AGENT), &[lot]);
		pass(HOUR);
		assert_ok!(receive(HOSPITAL, lorries[0], 10));
		assert_ok!(answer(HOSPITAL, recall, 10, 0));
		assert!(!duty(recall, HOSPITAL).is_open);
		assert_ok!(receive(HOSPITAL, lorries[1], 10));
		assert_eq!(asked_at(recall, HOSPITAL), NOW + HOUR);
		assert!(duty(recall, HOSPITAL).is_open);
		assert_ok!(answer(HOSPITAL, recall, 20, 0));
		assert!(!duty(recall, HOSPITAL).is_open);
		assert_eq!(duty(recall, HOSPITAL).answer.map(|answer| answer.at), Some(NOW + HOUR));
	});
}

#[test]
fn every_recall_in_force_asks_and_one_that_was_closed_does_not() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let lorry = sent(MAKER, HOSPITAL, Terms::Gift, (lot, 10));
		let standing = spread(by(MAKER_AGENT), &[lot]);
		let spreading = issued(governance(), &[lot]);
		let closing = spread(by(SHANGHAI_AGENT), &[lot]);
		assert_ok!(close(by(SHANGHAI_AGENT), closing));
		assert_ok!(receive(HOSPITAL, lorry, 10));
		assert_eq!(asked(standing), [(MAKER, true), (HOSPITAL, true)]);
		// The maker has less than before.
		assert_eq!(asked(spreading), [(MAKER, true), (HOSPITAL, true)]);
		assert_eq!(asked(closing), [(MAKER, true)]);
	});
}

#[test]
fn who_moves_what_is_held_and_not_recalled_is_not_asked() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let recall = spread(by(MAKER_AGENT), &[lot]);
		let other = made(MAKER, MASKS, 100);
		placed(governance(), HoldPlace::Lot(other), Extent::Whole, HoldKind::Legal);
		destroy(MAKER, other);
		assert_eq!(asked(recall), [(MAKER, true)]);
		assert_eq!(Duties::<Test>::iter().count(), 1);
	});
}
