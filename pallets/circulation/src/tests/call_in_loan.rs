use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Bucket, Custody, Moment, Subject, TransferId,
};
use sp_runtime::DispatchError;

const LONG: Moment = RECEIVE_BY + 60 * DAY;

/// The donor lends the hospital goods until `due`, and they are under way.
fn lending(legs: &[Leg], due: Moment) -> TransferId {
	let loan = ProposalOf::<Test> { terms: Terms::Loan { due }, ..gift(legs) };
	let id = propose(DONOR_SENDS, loan);
	Circulation::accept(by(HOSPITAL_RECEIVES), id).expect("a proposal");
	dispatch(DONOR_SENDS, id).expect("an accepted transfer");
	id
}

/// The same, and they have arrived.
fn lent_until(legs: &[Leg], due: Moment) -> TransferId {
	let id = lending(legs, due);
	let found: Vec<_> = legs.iter().map(|leg| found(leg.quantity, 0, 0)).collect();
	receive(HOSPITAL_RECEIVES, id, &found).expect("goods under way");
	id
}

fn called(id: TransferId) -> Vec<u64> {
	let transfer = Circulation::transfer(id).expect("a transfer");
	transfer.legs.iter().map(|leg| leg.called_in).collect()
}

#[test]
fn anybody_calls_in_what_is_due() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8), leg(MASKS, 5), leg(VENTILATORS, 2)]);
		turn_to(RECEIVE_BY);
		assert_noop!(call_in(NOBODY, id), Error::<Test>::LoanNotDue);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(call_in(NOBODY, id));
		assert_eq!(last_event(), Event::LoanCalledIn { transfer: id, status: Status::Disputed });
		assert_eq!(status(id), Status::Disputed);
		assert_eq!(called(id), [8, 5, 2]);
		assert_eq!((borrowed(VENTILATORS).available, borrowed(VENTILATORS).disputed), (0, 10));
		assert_eq!((borrowed(MASKS).available, borrowed(MASKS).disputed), (0, 5));
		assert_eq!(Circulation::transfer(id).expect("a transfer").ended_at, None);
	});
}

#[test]
fn a_borrower_that_may_not_act_is_not_waited_for() {
	play(|| {
		let first = lent_until(&[leg(VENTILATORS, 4)], LONG);
		let second = lent_until(&[leg(VENTILATORS, 2)], LONG);
		assert_noop!(call_in(NOBODY, first), Error::<Test>::LoanNotDue);
		suspend(HOSPITAL);
		assert_ok!(call_in(NOBODY, first));
		MockDirectory::wind_up(HOSPITAL);
		assert_ok!(call_in(NOBODY, second));
		assert_eq!(borrowed(VENTILATORS).disputed, 6);
	});
}

#[test]
fn a_silent_borrower_is_not_waited_for_much_longer() {
	play(|| {
		let id = lent_until(&[leg(VENTILATORS, 4)], LONG);
		turn_to(NOW + DAY);
		// An act of any of its agents, about anything.
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), CLINIC, Capacity::Receiver));
		turn_to(NOW + DAY + SilentAfter::get());
		assert_noop!(call_in(NOBODY, id), Error::<Test>::LoanNotDue);
		turn_to(NOW + DAY + SilentAfter::get() + 1);
		assert_ok!(call_in(NOBODY, id));
	});
}

#[test]
fn a_fresh_borrower_is_not_silent() {
	play(|| {
		// The arbiter says that goods arrived at a hospital that last acted long ago.
		let loan = ProposalOf::<Test> {
			terms: Terms::Loan { due: LONG },
			dispatch_by: NOW + 7 * DAY,
			receive_by: NOW + 12 * DAY,
			..gift(&[leg(VENTILATORS, 4)])
		};
		let id = propose(DONOR_SENDS, loan);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		let dispatched = NOW + 7 * DAY;
		turn_to(dispatched);
		assert_ok!(dispatch(DONOR_SENDS, id));
		turn_to(NOW + 12 * DAY + 1);
		assert_ok!(Circulation::release(by(NOBODY), id));
		let arrived = Outcome::Missing(MissingGoods::Delivered);
		assert_ok!(resolve(RuntimeOrigin::root(), id, arrived, 4));
		turn_to(dispatched + SilentAfter::get());
		assert_noop!(call_in(NOBODY, id), Error::<Test>::LoanNotDue);
		turn_to(dispatched + SilentAfter::get() + 1);
		assert_ok!(call_in(NOBODY, id));
	});
}

#[test]
fn what_is_quarantined_is_called_in_too_and_what_is_offered_is_not() {
	play(|| {
		let id = lent(&[leg(MASKS, 10)]);
		let custody = Custody { custodian: HOSPITAL, owner: DONOR };
		shift(MASKS, custody, Bucket::Available, Bucket::Quarantined, 3);
		shift(MASKS, custody, Bucket::Available, Bucket::Offered, 4);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(call_in(NOBODY, id));
		assert_eq!((borrowed(MASKS).disputed, borrowed(MASKS).offered), (6, 4));
		assert_eq!(borrowed(MASKS).total(), 10);
	});
}

#[test]
fn a_return_under_way_stays_with_its_deadlines_and_what_comes_back_is_called_in_again() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8)]);
		turn_to(RECEIVE_BY + 1);
		let back = propose(HOSPITAL_SENDS, giving_back(id, &[leg(VENTILATORS, 5)]));
		assert_ok!(call_in(NOBODY, id));
		assert_eq!(called(id), [3]);
		assert_eq!((borrowed(VENTILATORS).reserved, borrowed(VENTILATORS).disputed), (5, 3));
		assert_noop!(call_in(NOBODY, id), Error::<Test>::NothingToCallIn);
		turn_to(RECEIVE_BY + 2 * DAY);
		assert_ok!(Circulation::release(by(NOBODY), back));
		assert_ok!(call_in(NOBODY, id));
		assert_eq!(called(id), [8]);
		assert_noop!(call_in(NOBODY, id), Error::<Test>::NothingToCallIn);
	});
}

#[test]
fn no_more_is_called_in_than_this_loan_brought() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 5)]);
		let second = lent_until(&[leg(VENTILATORS, 7)], LONG);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(call_in(NOBODY, id));
		assert_eq!((borrowed(VENTILATORS).available, borrowed(VENTILATORS).disputed), (7, 5));
		let back = sent_back(second, &[leg(VENTILATORS, 7)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(7, 0, 0)]));
		let lost = Outcome::CalledIn(CalledInGoods::Lost { reason: Discrepancy::Lost });
		assert_noop!(resolve(by(DONOR_SENDS), id, lost, 6), Error::<Test>::ExceedsDisputed);
		assert_ok!(resolve(by(DONOR_SENDS), id, lost, 5));
		assert_eq!(borrowed(VENTILATORS), Default::default());
	});
}

#[test]
fn what_has_arrived_is_called_in_while_the_rest_is_under_way() {
	play(|| {
		let id = lending(&[leg(MASKS, 10)], LONG);
		assert_noop!(call_in(NOBODY, id), Error::<Test>::NothingToCallIn);
		let excess = shortfall(1, Discrepancy::MismatchQuantity);
		let receipt = [LegReceipt { excess, ..found(4, 0, 0) }];
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt));
		suspend(HOSPITAL);
		assert_ok!(call_in(NOBODY, id));
		assert_eq!(last_event(), Event::LoanCalledIn { transfer: id, status: Status::Dispatched });
		assert_eq!(called(id), [4]);
		MockDirectory::set_active(HOSPITAL, true);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0)]));
		assert_eq!((status(id), called(id)), (Status::Disputed, [4].to_vec()));
		suspend(HOSPITAL);
		assert_ok!(call_in(NOBODY, id));
		assert_eq!(called(id), [10]);
	});
}

#[test]
fn a_loan_of_several_lots_is_called_in_although_one_of_them_is_archived() {
	play(|| {
		let id = lending(&[leg(MASKS, 10), leg(SUITS, 5)], LONG);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(10, 0, 0), found(5, 0, 0)]));
		suspend(HOSPITAL);
		// The masks have left the books by another way than this pallet.
		forget_lot(MASKS);
		assert_ok!(call_in(NOBODY, id));
		assert_eq!(called(id), [0, 5]);
		let lost = Outcome::CalledIn(CalledInGoods::Lost { reason: Discrepancy::Lost });
		let resolve = Circulation::resolve(by(DONOR_SENDS), id, 1, lost, 5, None, None);
		assert_ok!(resolve);
		assert_noop!(call_in(NOBODY, id), Error::<Test>::NothingToCallIn);
	});
}

#[test]
fn only_loans_with_something_out_are_called_in() {
	play(|| {
		let refused = |id, error: Error<Test>| {
			assert_noop!(call_in(NOBODY, id), error);
		};
		let given = delivered(&[leg(MASKS, 1)]);
		let loan = ProposalOf::<Test> {
			terms: Terms::Loan { due: RECEIVE_BY },
			..gift(&[leg(VENTILATORS, 1)])
		};
		let waiting = propose(DONOR_SENDS, loan);
		let id = lent(&[leg(VENTILATORS, 2)]);
		let back = sent_back(id, &[leg(VENTILATORS, 2)]);
		turn_to(RECEIVE_BY + 1);
		refused(TransferId(77), Error::TransferNotFound);
		refused(given, Error::NotLoan);
		refused(back, Error::NotLoan);
		refused(waiting, Error::NothingToCallIn);
		refused(id, Error::NothingToCallIn);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(2, 0, 0)]));
		refused(id, Error::NothingToCallIn);
	});
}

#[test]
fn what_left_the_books_of_the_borrower_another_way_is_not_called_in() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 2), leg(MASKS, 3)]);
		let custody = Custody { custodian: HOSPITAL, owner: DONOR };
		// As if another transfer had it.
		shift(VENTILATORS, custody, Bucket::Available, Bucket::Reserved, 2);
		turn_to(RECEIVE_BY + 1);
		let records = recorded(|| {
			assert_ok!(call_in(NOBODY, id));
		});
		let subjects: Vec<_> = records.into_iter().map(|record| record.subject).collect();
		assert_eq!(subjects, [Subject::Transfer(id), Subject::Lot(MASKS)]);
		assert_eq!(called(id), [0, 3]);
		assert_noop!(call_in(NOBODY, id), Error::<Test>::NothingToCallIn);
		shift(VENTILATORS, custody, Bucket::Reserved, Bucket::Available, 2);
	});
}

#[test]
fn nobody_calls_in_without_a_signature() {
	play(|| {
		let id = lent(&[leg(MASKS, 1)]);
		turn_to(RECEIVE_BY + 1);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let refused = Circulation::call_in_loan(origin, id);
			assert_eq!(refused.map_err(|told| told.error).err(), Some(DispatchError::BadOrigin));
		}
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = lent(&[leg(MASKS, 1)]);
		turn_to(RECEIVE_BY + 1);
		let record = recorded_with_digest(by(DONOR_SENDS), Call::call_in_loan { transfer });
		assert_eq!((record.institution, record.event), (Some(DONOR), None));
		let records = MockTrail::records_of(&Subject::Transfer(transfer));
		let last = records.last().expect("a record");
		assert_eq!(last.action, salus_primitives::Action::LoanCalledIn);
	});
}
