//! What the views tell; those that explain have a file of their own.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{InstitutionId, RecordId, Subject, Subjects, TransferId};

#[test]
fn the_loan_view_tells_what_is_outstanding_and_overdue() {
	play(|| {
		let gift = delivered(&[leg(MASKS, 1)]);
		let id = lent(&[leg(VENTILATORS, 8), leg(MASKS, 5)]);
		let state = |overdue, ventilators, masks| {
			let legs = Vec::from([
				Lent { lot: VENTILATORS, outstanding: ventilators, called_in: 0 },
				Lent { lot: MASKS, outstanding: masks, called_in: 0 },
			]);
			Some(LoanState { due: RECEIVE_BY, overdue, legs })
		};
		turn_to(RECEIVE_BY);
		assert_eq!(Circulation::loan(id), state(false, 8, 5));
		turn_to(RECEIVE_BY + 1);
		assert_eq!(Circulation::loan(id), state(true, 8, 5));
		propose(HOSPITAL_SENDS, giving_back(id, &[leg(VENTILATORS, 8), leg(MASKS, 1)]));
		assert_eq!(Circulation::loan(id), state(true, 0, 4));
		propose(HOSPITAL_SENDS, giving_back(id, &[leg(MASKS, 4)]));
		assert_eq!(Circulation::loan(id), state(true, 0, 0));
		assert_eq!(Circulation::loan(gift), None);
		assert_eq!(Circulation::loan(TransferId(77)), None);
	});
}

#[test]
fn the_loan_view_tells_what_is_called_in() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8)]);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(call_in(NOBODY, id));
		let loan = Circulation::loan(id).expect("a loan");
		assert!(loan.overdue);
		assert_eq!(loan.legs, [Lent { lot: VENTILATORS, outstanding: 0, called_in: 8 }]);
		let lost = Outcome::CalledIn(CalledInGoods::Lost { reason: Discrepancy::Stolen });
		assert_ok!(resolve(by(DONOR_SENDS), id, lost, 8));
		let loan = Circulation::loan(id).expect("a loan");
		assert!(!loan.overdue);
		assert_eq!(loan.legs, [Lent { lot: VENTILATORS, outstanding: 0, called_in: 0 }]);
	});
}

#[test]
fn a_loan_is_overdue_until_the_lender_has_the_goods() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8)]);
		let overdue = || Circulation::loan(id).expect("a loan").overdue;
		let back = sent_back(id, &[leg(VENTILATORS, 8)]);
		turn_to(RECEIVE_BY);
		assert!(!overdue());
		turn_to(RECEIVE_BY + 1);
		assert!(overdue());
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(8, 0, 0)]));
		assert!(!overdue());
	});
}

#[test]
fn a_second_loan_of_the_same_lot_counts_as_overdue_too() {
	play(|| {
		let first = lent(&[leg(VENTILATORS, 2), leg(VENTILATORS, 1)]);
		lent(&[leg(VENTILATORS, 4)]);
		let back = sent_back(first, &[leg(VENTILATORS, 3)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(3, 0, 0)]));
		turn_to(RECEIVE_BY + 1);
		let loan = opened(|| {
			assert!(Circulation::loan(first).expect("a loan").overdue);
		});
		assert_eq!(loan, [VENTILATORS]);
	});
}

#[test]
fn there_is_nothing_to_tell_of_a_transfer_that_is_not_there() {
	play(|| {
		assert_eq!(Circulation::transfer(TransferId(7)), None);
		assert_eq!(Circulation::receipts(TransferId(7)), []);
		assert_eq!(Circulation::archive_digest(TransferId(7)), None);
	});
}

#[test]
fn the_newest_record_is_told_of_transfers_alone() {
	play(|| {
		let id = proposed(&[leg(MASKS, 1)]);
		let newest = |subject| Circulation::newest_record(&subject);
		assert_eq!(newest(Subject::Transfer(id)), Some(RecordId(0)));
		assert_eq!(newest(Subject::Transfer(TransferId(7))), None);
		assert_eq!(newest(Subject::Lot(MASKS)), None);
		assert_eq!(newest(Subject::Institution(InstitutionId(0))), None);
	});
}

/// What waits for an institution, the newest first.
fn waits_for(institution: InstitutionId) -> Vec<(TransferId, Awaited)> {
	let page = Circulation::awaiting(institution, None, 99);
	assert_eq!(page.next, None);
	page.transfers
}

#[test]
fn whoever_is_to_act_next_is_told() {
	play(|| {
		let id = propose(DONOR_SENDS, gift(&[leg(MASKS, 10)]));
		assert_eq!(waits_for(HOSPITAL), [(id, Awaited::Answer)]);
		assert_eq!(waits_for(DONOR), []);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_eq!(waits_for(DONOR), [(id, Awaited::Dispatch)]);
		assert_eq!(waits_for(HOSPITAL), []);
		let event = at(NOW);
		let dispatched =
			Circulation::dispatch(by(DONOR_SENDS), id, Some(CARRIER), None, None, None, event);
		assert_ok!(dispatched);
		assert_eq!(waits_for(HOSPITAL), [(id, Awaited::Receipt)]);
		assert_eq!(waits_for(CARRIER), [(id, Awaited::Carriage)]);
		assert_eq!(waits_for(DONOR), []);
		assert_ok!(Circulation::acknowledge_carriage(by(CARRIER_SENDS), id));
		assert_eq!(waits_for(CARRIER), []);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(4, 2, 0)]));
		assert_eq!(waits_for(HOSPITAL), [(id, Awaited::Receipt)]);
		assert_eq!(waits_for(DONOR), [(id, Awaited::Resolution)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(4, 0, 0)]));
		assert_eq!(waits_for(HOSPITAL), []);
		let returned = Outcome::Rejected(RejectedGoods::Returned);
		assert_ok!(resolve(by(DONOR_SENDS), id, returned, 2));
		assert_eq!(waits_for(DONOR), []);
	});
}

#[test]
fn what_waits_is_told_in_pages_the_newest_first() {
	play(|| {
		let ids: Vec<_> = (0..5).map(|_| propose(DONOR_SENDS, gift(&[leg(MASKS, 1)]))).collect();
		let page = |before| Circulation::awaiting(HOSPITAL, before, 2);
		let first = page(None);
		assert_eq!(first.transfers, [(ids[4], Awaited::Answer), (ids[3], Awaited::Answer)]);
		assert_eq!(first.next, Some(ids[3]));
		let second = page(first.next);
		assert_eq!(second.transfers, [(ids[2], Awaited::Answer), (ids[1], Awaited::Answer)]);
		let third = page(second.next);
		assert_eq!(third.transfers, [(ids[0], Awaited::Answer)]);
		assert_eq!(third.next, None);
		// A page of none is one of one, and no transfer is later than the last.
		assert_eq!(Circulation::awaiting(HOSPITAL, None, 0).transfers.len(), 1);
		let all = Circulation::awaiting(HOSPITAL, Some(TransferId(u64::MAX)), 99);
		assert_eq!(all.transfers.len(), 5);
		assert_eq!(Circulation::awaiting(NOWHERE, None, 99).transfers, []);
	});
}
