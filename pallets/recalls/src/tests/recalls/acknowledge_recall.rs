use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::Error as Refused;
use salus_primitives::{
	digest_of, mock::MockTrail, time::DAY, Action, Actor, EventClaim, Quantity, RecallId, Subject,
	Terms,
};
use sp_core::H256;
use sp_runtime::DispatchError;

/// A recall that asks a maker and a hospital, within two days.
fn standing() -> RecallId {
	let lot = made(MAKER, MASKS, 100);
	delivered(MAKER, HOSPITAL, Terms::Gift, (lot, 40));
	let recall = spread(by(MAKER_AGENT), &[lot]);
	events();
	recall
}

/// What all answers together found and did, and how many there are.
fn sums(recall: RecallId) -> (u32, u128, u128) {
	let Recall { answered, found, done, .. } = known(recall);
	(answered, found, done)
}

#[track_caller]
fn refused(
	origin: RuntimeOrigin,
	recall: RecallId,
	(found, done): (Quantity, Quantity),
	error: impl Into<DispatchError>,
) {
	let error: DispatchError = error.into();
	assert_noop!(Recalls::acknowledge_recall(origin, recall, found, done, None, None), error);
}

#[test]
fn who_is_asked_answers() {
	play(|| {
		let recall = standing();
		pass(HOUR);
		let document = Some(H256::repeat_byte(5));
		let event = Some(EventClaim { at: NOW, utc_offset: 480 });
		assert_ok!(Recalls::acknowledge_recall(
			by(HOSPITAL_AGENT),
			recall,
			38,
			30,
			document,
			event
		));
		assert_eq!(
			events(),
			[Event::RecallAcknowledged { recall, institution: HOSPITAL, found: 38, done: 30 }]
		);
		let answer = Answer { found: 38, done: 30, document, at: NOW + HOUR };
		assert_eq!(
			Duties::<Test>::get(recall, HOSPITAL),
			Some(Duty { asked_at: NOW, answer: Some(answer), is_open: false })
		);
		assert_eq!(sums(recall), (1, 38, 30));
		let newest = MockTrail::newest(&Subject::Recall(recall));
		assert_eq!(known(recall).newest_record, newest);
		let record = MockTrail::records_of(&Subject::Recall(recall)).pop().expect("a record");
		assert_eq!(record.action, Action::RecallAcknowledged);
		assert_eq!(record.actor, Actor::Account(HOSPITAL_AGENT));
		assert_eq!((record.institution, record.event), (Some(HOSPITAL), event));
		assert_eq!(record.digest, digest_of(&(recall, 38u64, 30u64, document, event)));
	});
}

#[test]
fn the_newest_answer_counts() {
	play(|| {
		let recall = standing();
		assert_ok!(answer(HOSPITAL, recall, 38, 30));
		assert_ok!(answer(MAKER, recall, 60, 60));
		assert_eq!(sums(recall), (2, 98, 90));
		assert_ok!(answer(HOSPITAL, recall, 40, 40));
		assert_eq!(sums(recall), (2, 100, 100));
		// It may have been wrong as well.
		assert_ok!(answer(HOSPITAL, recall, 0, 0));
		assert_eq!(sums(recall), (2, 60, 60));
	});
}

#[test]
fn an_answer_may_be_late() {
	play(|| {
		let recall = standing();
		pass(30 * DAY);
		assert_ok!(answer(HOSPITAL, recall, 40, 40));
		assert_eq!(sums(recall), (1, 40, 40));
		assert_eq!(asked(recall), [(MAKER, true), (HOSPITAL, false)]);
	});
}

#[test]
fn no_more_is_done_than_found() {
	play(|| {
		let recall = standing();
		refused(by(HOSPITAL_AGENT), recall, (5, 6), Error::<Test>::ExceedsFound);
		assert_ok!(answer(HOSPITAL, recall, 5, 5));
	});
}

#[test]
fn no_more_is_found_than_there_can_be_of_the_lots() {
	play(|| {
		let lot = made(MAKER, MASKS, 100);
		let boxes = repacked(MAKER, &[(lot, 10)]);
		let recall = issued(by(MAKER_AGENT), &[lot]);
		// Boxes, the end of that list, and who has some of them: the boxes are reached first of all.
		assert_ok!(advance(recall, 32));
		assert_eq!(lots_of(recall), [lot, boxes]);
		// A hundred were made, as many may turn up; and ten are in boxes.
		refused(by(MAKER_AGENT), recall, (211, 0), Error::<Test>::ExceedsReached);
		refused(by(MAKER_AGENT), recall, (Quantity::MAX, 0), Error::<Test>::ExceedsReached);
		assert_ok!(answer(MAKER, recall, 210, 210));
		assert_eq!(sums(recall), (1, 210, 210));
	});
}

#[test]
fn who_is_not_asked_does_not_answer() {
	play(|| {
		let recall = standing();
		for institution in [CLINIC, CITY, SHANGHAI] {
			let who = by(agent_of(institution));
			refused(who, recall, (1, 1), Error::<Test>::NotAsked);
		}
		refused(governance(), recall, (1, 1), DispatchError::BadOrigin);
		refused(by(NOBODY), recall, (1, 1), Refused::<Test>::NotAgent);
		refused(by(HOSPITAL_ADMIN), recall, (1, 1), Refused::<Test>::NotAuthorized);
		assert_ok!(Registry::suspend_institution(governance(), HOSPITAL));
		refused(by(HOSPITAL_AGENT), recall, (1, 1), Refused::<Test>::Suspended);
		// Until the walk has come to it, nobody is.
		let lot = made(MAKER, MASKS, 100);
		let spreading = issued(by(MAKER_AGENT), &[lot]);
		refused(by(MAKER_AGENT), spreading, (1, 1), Error::<Test>::NotAsked);
	});
}

#[test]
fn a_recall_that_was_closed_is_not_answered() {
	play(|| {
		let recall = standing();
		assert_ok!(close(by(MAKER_AGENT), recall));
		refused(by(HOSPITAL_AGENT), recall, (1, 1), Error::<Test>::RecallClosed);
		carry_through(recall);
		refused(by(HOSPITAL_AGENT), recall, (1, 1), Error::<Test>::RecallClosed);
		refused(by(HOSPITAL_AGENT), RecallId(7), (1, 1), Error::<Test>::RecallNotFound);
	});
}

#[test]
fn nobody_has_found_what_is_still_to_come() {
	play(|| {
		let recall = standing();
		let event = Some(EventClaim { at: NOW + 1, utc_offset: 480 });
		let who = by(HOSPITAL_AGENT);
		assert_noop!(Recalls::acknowledge_recall(who, recall, 1, 1, None, event), MockTrail::AHEAD);
	});
}
