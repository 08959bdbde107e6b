use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, time::DAY, Bucket, Custody, Quantity, TransferId};
use sp_runtime::DispatchError;

fn outstanding(id: TransferId) -> Vec<Quantity> {
	let loan = Circulation::loan(id).expect("a loan");
	loan.legs.iter().map(|lent| lent.outstanding).collect()
}

fn returned(id: TransferId) -> Vec<Quantity> {
	let transfer = Circulation::transfer(id).expect("a transfer");
	transfer.legs.iter().map(|leg| leg.returned).collect()
}

#[test]
fn a_loan_moves_custody_only() {
	play(|| {
		let id = lent(&[leg(VENTILATORS, 8)]);
		assert!(!Circulation::transfer(id).expect("a transfer").ownership_moves());
		assert_eq!(borrowed(VENTILATORS).available, 8);
		assert_eq!(own(VENTILATORS, HOSPITAL).available, 0);
		assert_eq!(own(VENTILATORS, DONOR).available, 12);
	});
}

#[test]
fn a_loan_comes_back_to_its_owner() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 8)]);
		let back = sent_back(of, &[leg(VENTILATORS, 8)]);
		assert!(!Circulation::transfer(back).expect("a transfer").ownership_moves());
		assert_eq!(borrowed(VENTILATORS).in_transit, 8);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(8, 0, 0)]));
		assert_eq!(status(back), Status::Settled);
		assert_eq!(own(VENTILATORS, DONOR).available, 20);
		assert_eq!(borrowed(VENTILATORS), Default::default());
	});
}

#[test]
fn a_gift_goes_back_too() {
	play(|| {
		let of = delivered(&[leg(MASKS, 100)]);
		let back = sent_back(of, &[leg(MASKS, 30)]);
		assert!(Circulation::transfer(back).expect("a transfer").ownership_moves());
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(30, 0, 0)]));
		assert_eq!((own(MASKS, DONOR).available, own(MASKS, HOSPITAL).available), (930, 70));
	});
}

#[test]
fn a_borrower_does_not_pass_a_loan_on() {
	play(|| {
		lent(&[leg(MASKS, 8)]);
		let onwards = ProposalOf::<Test> {
			to: CLINIC,
			from_site: None,
			to_site: None,
			..gift(&[leg(MASKS, 8)])
		};
		assert_noop!(
			Circulation::propose(by(HOSPITAL_SENDS), onwards),
			Error::<Test>::InsufficientStock
		);
	});
}

#[test]
fn no_more_goes_back_than_came() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 8), leg(VENTILATORS, 2)]);
		let refused = |legs: &[Leg]| {
			assert_noop!(
				Circulation::propose(by(HOSPITAL_SENDS), giving_back(of, legs)),
				Error::<Test>::ExceedsAccepted
			);
		};
		// A second loan, so that stock is not what is lacking.
		lent(&[leg(VENTILATORS, 5)]);
		lent(&[leg(MASKS, 5)]);
		refused(&[leg(VENTILATORS, 11)]);
		refused(&[leg(VENTILATORS, 6), leg(VENTILATORS, 5)]);
		refused(&[leg(MASKS, 1)]);
		propose(HOSPITAL_SENDS, giving_back(of, &[leg(VENTILATORS, 9)]));
		assert_eq!(returned(of), [8, 1]);
		refused(&[leg(VENTILATORS, 2)]);
		propose(HOSPITAL_SENDS, giving_back(of, &[leg(VENTILATORS, 1)]));
		assert_eq!(outstanding(of), [0, 0]);
	});
}

#[test]
fn only_available_goods_go_back() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10)]);
		let onwards = ProposalOf::<Test> {
			to: CLINIC,
			from_site: None,
			to_site: None,
			..gift(&[leg(MASKS, 8)])
		};
		propose(HOSPITAL_SENDS, onwards);
		let back = giving_back(of, &[leg(MASKS, 3)]);
		assert_noop!(
			Circulation::propose(by(HOSPITAL_SENDS), back),
			Error::<Test>::InsufficientStock
		);
	});
}

#[test]
fn quarantined_goods_are_not_available_until_they_are_released() {
	play(|| {
		let of = dispatched(&[leg(MASKS, 10)]);
		let damaged = LegReceipt { condition: Condition::Damaged, ..found(10, 0, 0) };
		assert_ok!(receive(HOSPITAL_RECEIVES, of, &[damaged]));
		let back = || Circulation::propose(by(HOSPITAL_SENDS), giving_back(of, &[leg(MASKS, 10)]));
		assert_noop!(back(), Error::<Test>::InsufficientStock);
		shift(MASKS, Custody::own(HOSPITAL), Bucket::Quarantined, Bucket::Available, 10);
		assert_ok!(back());
	});
}

#[test]
fn goods_go_back_to_where_they_came_from() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10)]);
		let back = giving_back(of, &[leg(MASKS, 1)]);
		let elsewhere = ProposalOf::<Test> { to: CLINIC, ..back.clone() };
		let refused = |who, proposal, error: Error<Test>| {
			assert_noop!(Circulation::propose(by(who), proposal), error);
		};
		refused(HOSPITAL_SENDS, elsewhere, Error::NotReturnable);
		refused(CLINIC_SENDS_AND_RECEIVES, back.clone(), Error::NotReturnable);
		let unknown = giving_back(TransferId(77), &[leg(MASKS, 1)]);
		refused(HOSPITAL_SENDS, unknown, Error::TransferNotFound);
		let returned = sent_back(of, &[leg(MASKS, 1)]);
		assert_ok!(receive(DONOR_RECEIVES, returned, &[found(1, 0, 0)]));
		let terms = Terms::Return { of: returned, from: ReturnFrom::Available };
		let again = ProposalOf::<Test> { terms, ..gift(&[leg(MASKS, 1)]) };
		refused(DONOR_SENDS, again, Error::NotReturnable);
	});
}

#[test]
fn a_return_that_does_not_happen_is_not_counted() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 8)]);
		let back = || propose(HOSPITAL_SENDS, giving_back(of, &[leg(VENTILATORS, 8)]));
		let rejected = back();
		assert_eq!(returned(of), [8]);
		assert_ok!(Circulation::reject(by(DONOR_RECEIVES), rejected));
		assert_eq!(returned(of), [0]);
		let withdrawn = back();
		assert_ok!(Circulation::withdraw(by(HOSPITAL_SENDS), withdrawn));
		assert_eq!(returned(of), [0]);
		let expired = back();
		turn_to(RECEIVE_BY);
		assert_ok!(Circulation::release(by(NOBODY), expired));
		assert_eq!(returned(of), [0]);
		assert_eq!(borrowed(VENTILATORS).available, 8);
	});
}

#[test]
fn what_the_borrower_has_again_is_outstanding_again() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 10)]);
		let back = sent_back(of, &[leg(VENTILATORS, 10)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(4, 3, 3)]));
		assert_eq!(outstanding(of), [0]);
		let say = |outcome, quantity| resolve(by(HOSPITAL_SENDS), back, outcome, quantity);
		assert_ok!(say(Outcome::Rejected(RejectedGoods::Returned), 2));
		assert_eq!(outstanding(of), [2]);
		assert_ok!(say(Outcome::Missing(MissingGoods::Found), 1));
		assert_eq!(outstanding(of), [3]);
		assert_eq!(borrowed(VENTILATORS).quarantined, 3);
		let give_up = |outcome, quantity| resolve(by(DONOR_RECEIVES), back, outcome, quantity);
		assert_ok!(give_up(Outcome::Rejected(RejectedGoods::Destroyed), 1));
		assert_ok!(give_up(
			Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost }),
			2
		));
		assert_eq!(outstanding(of), [3]);
		let leg = Circulation::transfer(back).expect("a transfer").legs[0];
		assert_eq!((leg.destroyed, leg.lost), (1, 2));
		assert_eq!(status(back), Status::Settled);
		assert_eq!(own(VENTILATORS, DONOR).available, 14);
	});
}

#[test]
fn a_borrower_does_not_end_a_loan_by_writing_it_off() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 10)]);
		let back = sent_back(of, &[leg(VENTILATORS, 10)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(4, 3, 3)]));
		for outcome in [
			Outcome::Rejected(RejectedGoods::Destroyed),
			Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost }),
		] {
			let refused = |who, error: DispatchError| {
				assert_noop!(resolve(by(who), back, outcome, 1), error);
			};
			refused(HOSPITAL_SENDS, Error::<Test>::NotParty.into());
			refused(HOSPITAL_RECEIVES, Error::<Test>::NotParty.into());
			refused(DONOR_SENDS, MockDirectory::NOT_AUTHORIZED);
			assert_ok!(resolve(by(DONOR_RECEIVES), back, outcome, 3));
		}
		assert_eq!(status(back), Status::Settled);
		assert_eq!(written_off(VENTILATORS), 6);
	});
}

#[test]
fn excess_of_a_loan_is_no_part_of_what_goes_back() {
	play(|| {
		let loan = ProposalOf::<Test> {
			terms: Terms::Loan { due: RECEIVE_BY },
			..gift(&[leg(VENTILATORS, 8)])
		};
		let id = propose(DONOR_SENDS, loan);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_ok!(dispatch(DONOR_SENDS, id));
		let excess = shortfall(1, Discrepancy::MismatchQuantity);
		let receipt = [LegReceipt { excess, ..found(8, 0, 0) }];
		let told = in_excess(|| {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt));
		});
		let custody = Custody { custodian: HOSPITAL, owner: DONOR };
		assert_eq!(told, [(VENTILATORS, custody, 1, Some(HOSPITAL_DOCK))]);
		assert_eq!(outstanding(id), [8]);
		let back = sent_back(id, &[leg(VENTILATORS, 8)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(8, 0, 0)]));
		assert_eq!(outstanding(id), [0]);
	});
}

#[test]
fn expired_lots_go_back_and_need_no_licence() {
	play(|| {
		let loan = lent(&[leg(SUITS, 10), leg(VENTILATORS, 1)]);
		turn_to(SUITS_EXPIRE);
		let back = sent_back(loan, &[leg(SUITS, 10), leg(VENTILATORS, 1)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(10, 0, 0), found(1, 0, 0)]));
		assert_eq!(own(SUITS, DONOR).available, 500);
	});
}

#[test]
fn what_is_called_in_does_not_go_back() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 8)]);
		// A second loan of the lot, so that stock is not what is lacking.
		let second = ProposalOf::<Test> {
			terms: Terms::Loan { due: RECEIVE_BY + 30 * DAY },
			..gift(&[leg(VENTILATORS, 5)])
		};
		let second = propose(DONOR_SENDS, second);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), second));
		assert_ok!(dispatch(DONOR_SENDS, second));
		assert_ok!(receive(HOSPITAL_RECEIVES, second, &[found(5, 0, 0)]));
		turn_to(RECEIVE_BY + 1);
		assert_ok!(call_in(NOBODY, of));
		let back = |quantity| {
			let proposal = giving_back(of, &[leg(VENTILATORS, quantity)]);
			Circulation::propose(by(HOSPITAL_SENDS), proposal)
		};
		assert_noop!(back(1), Error::<Test>::ExceedsAccepted);
		let kept = Outcome::CalledIn(CalledInGoods::Kept);
		assert_ok!(resolve(by(DONOR_SENDS), of, kept, 8));
		assert_noop!(back(1), Error::<Test>::ExceedsAccepted);
		assert_eq!(outstanding(second), [5]);
	});
}

#[test]
fn what_has_arrived_goes_back_while_the_rest_is_under_way() {
	play(|| {
		let of = dispatched(&[leg(MASKS, 100)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, of, &[found(40, 0, 0)]));
		sent_back(of, &[leg(MASKS, 40)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, of, &[found(60, 0, 0)]));
		assert_eq!(returned(of), [40]);
		assert_eq!(status(of), Status::Settled);
	});
}
