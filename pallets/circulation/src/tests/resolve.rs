use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Access, Actor, Authority, InstitutionId, TransferId};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use Outcome::{CalledIn, Missing, Rejected};

const BACK: Outcome = Rejected(RejectedGoods::Returned);
const DESTROYED: Outcome = Rejected(RejectedGoods::Destroyed);
const KEPT: Outcome = Rejected(RejectedGoods::Delivered);
const FOUND: Outcome = Missing(MissingGoods::Found);
const GONE: Outcome = Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost });
const ARRIVED: Outcome = Missing(MissingGoods::Delivered);

/// 100 masks were sent: 80 accepted, 12 rejected, 8 missing.
fn disputed() -> TransferId {
	let id = dispatched(&[leg(MASKS, 100)]);
	receive(HOSPITAL_RECEIVES, id, &[found(80, 12, 8)]).expect("goods under way");
	id
}

#[test]
fn what_is_back_is_quarantined() {
	play(|| {
		let id = disputed();
		for (outcome, quantity) in [(BACK, 12), (FOUND, 8)] {
			assert_ok!(resolve(by(DONOR_SENDS), id, outcome, quantity));
		}
		let event = Event::DisputeResolved {
			transfer: id,
			leg: 0,
			outcome: FOUND,
			quantity: 8,
			document: None,
			status: Status::Settled,
		};
		assert_eq!(last_event(), event);
		let donor = own(MASKS, DONOR);
		assert_eq!((donor.available, donor.quarantined, donor.disputed), (900, 20, 0));
		assert_eq!(Circulation::transfer(id).expect("a transfer").legs[0].recovered, 20);
	});
}

#[test]
fn what_is_destroyed_or_gone_leaves_the_books() {
	play(|| {
		let id = disputed();
		for (outcome, quantity) in [(DESTROYED, 12), (GONE, 8)] {
			assert_ok!(resolve(by(DONOR_SENDS), id, outcome, quantity));
		}
		assert_eq!(status(id), Status::Settled);
		assert_eq!(own(MASKS, DONOR).disputed, 0);
		assert_eq!(written_off(MASKS), 20);
		let leg = Circulation::transfer(id).expect("a transfer").legs[0];
		assert_eq!((leg.destroyed, leg.lost), (12, 8));
	});
}

#[test]
fn what_the_receiver_has_after_all_is_its_own() {
	play(|| {
		let id = disputed();
		assert_ok!(request_keeping(id, 12));
		assert_ok!(resolve(by(DONOR_SENDS), id, KEPT, 12));
		assert_ok!(resolve(by(HOSPITAL_RECEIVES), id, ARRIVED, 8));
		assert_eq!(status(id), Status::Settled);
		// Whether it is fit for use, somebody has to see.
		let hospital = own(MASKS, HOSPITAL);
		assert_eq!((hospital.available, hospital.quarantined), (80, 20));
		assert_eq!(Circulation::transfer(id).expect("a transfer").legs[0].accepted, 100);
	});
}

#[test]
fn a_dispute_may_be_resolved_in_parts() {
	play(|| {
		let id = disputed();
		assert_ok!(resolve(by(DONOR_SENDS), id, BACK, 5));
		assert_ok!(resolve(by(DONOR_SENDS), id, DESTROYED, 4));
		assert_ok!(request_keeping(id, 3));
		assert_ok!(resolve(by(DONOR_SENDS), id, KEPT, 3));
		assert_ok!(resolve(by(DONOR_SENDS), id, GONE, 7));
		assert_eq!(status(id), Status::Disputed);
		assert_ok!(resolve(by(DONOR_SENDS), id, FOUND, 1));
		assert_eq!(status(id), Status::Settled);
	});
}

fn request_keeping(id: TransferId, quantity: u64) -> DispatchResult {
	Circulation::request_keeping(by(HOSPITAL_RECEIVES), id, 0, quantity)
}

fn keeping(id: TransferId) -> u64 {
	Circulation::transfer(id).expect("a transfer").legs[0].keeping
}

#[test]
fn the_sender_assents_to_as_much_as_was_asked_for() {
	play(|| {
		let id = disputed();
		let kept = |origin, quantity| resolve(origin, id, KEPT, quantity);
		assert_noop!(kept(by(DONOR_SENDS), 1), Error::<Test>::ExceedsRequested);
		assert_ok!(request_keeping(id, 5));
		assert_noop!(kept(by(DONOR_SENDS), 6), Error::<Test>::ExceedsRequested);
		assert_ok!(kept(by(DONOR_SENDS), 3));
		assert_eq!(keeping(id), 2);
		assert_noop!(kept(by(DONOR_SENDS), 3), Error::<Test>::ExceedsRequested);
		// The arbiter needs no request, and takes what was asked for first.
		assert_ok!(kept(RuntimeOrigin::root(), 1));
		assert_eq!(keeping(id), 1);
		assert_ok!(kept(RuntimeOrigin::root(), 4));
		assert_eq!(keeping(id), 0);
		assert_eq!((own(MASKS, HOSPITAL).available, own(MASKS, HOSPITAL).quarantined), (80, 8));
	});
}

#[test]
fn a_request_does_not_outlive_what_it_asks_for() {
	play(|| {
		let id = disputed();
		assert_ok!(request_keeping(id, 10));
		assert_ok!(resolve(by(DONOR_SENDS), id, BACK, 5));
		assert_eq!(keeping(id), 7);
		assert_ok!(resolve(by(DONOR_SENDS), id, GONE, 8));
		assert_eq!(keeping(id), 7);
		assert_ok!(resolve(by(DONOR_SENDS), id, DESTROYED, 7));
		assert_eq!((keeping(id), status(id)), (0, Status::Settled));
	});
}

#[test]
fn a_lender_takes_what_it_had_rejected_without_asking() {
	play(|| {
		let of = lent(&[leg(VENTILATORS, 8)]);
		let back = sent_back(of, &[leg(VENTILATORS, 8)]);
		assert_ok!(receive(DONOR_RECEIVES, back, &[found(4, 4, 0)]));
		assert_noop!(resolve(by(HOSPITAL_SENDS), back, KEPT, 1), Error::<Test>::NotParty);
		assert_ok!(resolve(by(DONOR_RECEIVES), back, KEPT, 4));
		assert_eq!(status(back), Status::Settled);
		let donor = own(VENTILATORS, DONOR);
		assert_eq!((donor.available, donor.quarantined), (16, 4));
	});
}

#[test]
fn nothing_is_resolved_before_the_goods_left() {
	play(|| {
		let id = accepted(&[leg(MASKS, 100)]);
		turn_to(NOW + 9);
		assert_ok!(dispatch(DONOR_SENDS, id));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(0, 100, 0)]));
		let resolve = |moment| {
			let event = Some(at(moment));
			Circulation::resolve(by(DONOR_SENDS), id, 0, BACK, 1, None, event)
		};
		assert_noop!(resolve(NOW + 8), Error::<Test>::ResolvedBeforeDispatch);
		assert_ok!(resolve(NOW + 9));
	});
}

/// Eight ventilators, lent until [`RECEIVE_BY`], due, and called in.
fn called_in() -> TransferId {
	let id = lent(&[leg(VENTILATORS, 8)]);
	turn_to(RECEIVE_BY + 1);
	call_in(NOBODY, id).expect("a loan that is due");
	id
}

const BROUGHT_BACK: Outcome = CalledIn(CalledInGoods::Returned);
const GIVEN: Outcome = CalledIn(CalledInGoods::Kept);
const BROKEN: Outcome = CalledIn(CalledInGoods::Destroyed { reason: Discrepancy::Damaged });
const STOLEN: Outcome = CalledIn(CalledInGoods::Lost { reason: Discrepancy::Stolen });

#[test]
fn the_lender_says_what_becomes_of_a_loan_that_is_called_in() {
	play(|| {
		let id = called_in();
		assert_ok!(resolve(by(DONOR_SENDS), id, BROUGHT_BACK, 1));
		let donor = own(VENTILATORS, DONOR);
		assert_eq!((donor.available, donor.quarantined), (12, 1));
		assert_ok!(resolve(by(DONOR_SENDS), id, GIVEN, 2));
		assert_eq!(own(VENTILATORS, HOSPITAL).quarantined, 2);
		assert_ok!(resolve(by(DONOR_SENDS), id, BROKEN, 2));
		assert_eq!(status(id), Status::Disputed);
		assert_ok!(resolve(by(DONOR_SENDS), id, STOLEN, 3));
		assert_eq!(written_off(VENTILATORS), 5);
		assert_eq!(status(id), Status::Settled);
		assert_eq!(borrowed(VENTILATORS), Default::default());
		let leg = Circulation::transfer(id).expect("a transfer").legs[0];
		assert_eq!((leg.accepted, leg.called_in, leg.concluded), (8, 0, 8));
		assert_eq!((leg.destroyed, leg.lost, leg.returned), (0, 0, 0));
		let event = Event::DisputeResolved {
			transfer: id,
			leg: 0,
			outcome: STOLEN,
			quantity: 3,
			document: None,
			status: Status::Settled,
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn a_borrower_says_nothing_of_a_loan_that_is_called_in() {
	play(|| {
		let id = called_in();
		for outcome in [BROUGHT_BACK, GIVEN, BROKEN, STOLEN] {
			let refused = |who, error: DispatchError| {
				assert_noop!(resolve(by(who), id, outcome, 1), error);
			};
			refused(HOSPITAL_SENDS, Error::<Test>::NotParty.into());
			refused(HOSPITAL_RECEIVES, Error::<Test>::NotParty.into());
			refused(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into());
			refused(DONOR_RECEIVES, MockDirectory::NOT_AUTHORIZED);
			assert_noop!(resolve(by(DONOR_SENDS), id, outcome, 9), Error::<Test>::ExceedsDisputed);
		}
	});
}

#[test]
fn the_arbiter_resolves_the_loan_of_a_lender_that_is_wound_up() {
	play(|| {
		let id = called_in();
		MockDirectory::wind_up(DONOR);
		MockDirectory::wind_up(HOSPITAL);
		assert_noop!(resolve(by(DONOR_SENDS), id, GIVEN, 1), MockDirectory::SUSPENDED);
		for outcome in [BROUGHT_BACK, GIVEN, BROKEN, STOLEN] {
			assert_ok!(resolve(RuntimeOrigin::root(), id, outcome, 2));
		}
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn a_part_is_resolved_while_the_rest_is_under_way() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 100), leg(SUITS, 10)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(0, 0, 0), found(8, 2, 0)]));
		let resolve =
			|leg| Circulation::resolve(by(DONOR_SENDS), id, leg, BACK, 2, None, Some(at(NOW)));
		assert_noop!(resolve(0), Error::<Test>::ExceedsDisputed);
		assert_ok!(resolve(1));
		assert_eq!(status(id), Status::Dispatched);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(100, 0, 0), found(0, 0, 0)]));
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn it_is_said_by_the_party_that_it_costs() {
	play(|| {
		let id = disputed();
		for outcome in [BACK, DESTROYED, KEPT, FOUND, GONE] {
			let refused = |who, error: DispatchError| {
				assert_noop!(resolve(by(who), id, outcome, 1), error);
			};
			refused(HOSPITAL_RECEIVES, Error::<Test>::NotParty.into());
			refused(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into());
			refused(DONOR_RECEIVES, MockDirectory::NOT_AUTHORIZED);
			refused(NOBODY, MockDirectory::NOT_AGENT);
		}
		let refused = |who, error: DispatchError| {
			assert_noop!(resolve(by(who), id, ARRIVED, 1), error);
		};
		refused(DONOR_SENDS, Error::<Test>::NotParty.into());
		refused(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into());
		refused(HOSPITAL_SENDS, MockDirectory::NOT_AUTHORIZED);
		refused(NOBODY, MockDirectory::NOT_AGENT);
		suspend(DONOR);
		assert_noop!(resolve(by(DONOR_SENDS), id, BACK, 1), MockDirectory::SUSPENDED);
		assert_noop!(resolve(by(DONOR_SENDS), id, GONE, 1), MockDirectory::SUSPENDED);
	});
}

/// Whom an account acts for.
fn institution_of(who: u64) -> Option<InstitutionId> {
	MockDirectory::anyone(by(who)).expect("a signature").institution
}

#[test]
fn a_write_off_is_said_by_the_owner_whatever_the_terms() {
	play(|| {
		let disputed = |sender, receiver, receiving, proposal: ProposalOf<Test>| {
			let id = propose(sender, proposal);
			assert_ok!(Circulation::accept(by(receiver), id));
			assert_ok!(dispatch(sender, id));
			assert_ok!(receive(receiver, id, &[receiving]));
			id
		};
		let says_it = |id, owner, others: [u64; 3]| {
			for outcome in [DESTROYED, GONE] {
				for who in others {
					let error = if institution_of(who) == institution_of(owner) {
						MockDirectory::NOT_AUTHORIZED
					} else {
						Error::<Test>::NotParty.into()
					};
					assert_noop!(resolve(by(who), id, outcome, 1), error);
				}
				assert_ok!(resolve(by(owner), id, outcome, 1));
			}
		};
		let there = |terms| {
			let proposal = ProposalOf::<Test> { terms, ..gift(&[leg(MASKS, 10)]) };
			disputed(DONOR_SENDS, HOSPITAL_RECEIVES, found(8, 1, 1), proposal)
		};
		let back = |of| {
			let proposal = giving_back(of, &[leg(MASKS, 8)]);
			disputed(HOSPITAL_SENDS, DONOR_RECEIVES, found(6, 1, 1), proposal)
		};
		let but_donor_sends = [DONOR_RECEIVES, HOSPITAL_SENDS, HOSPITAL_RECEIVES];
		let given = there(Terms::Gift);
		let sold = there(Terms::Sale);
		let lent = there(Terms::Loan { due: RECEIVE_BY });
		for id in [given, sold, lent] {
			says_it(id, DONOR_SENDS, but_donor_sends);
		}
		for of in [given, sold] {
			says_it(back(of), HOSPITAL_SENDS, [DONOR_SENDS, DONOR_RECEIVES, HOSPITAL_RECEIVES]);
		}
		says_it(back(lent), DONOR_RECEIVES, [DONOR_SENDS, HOSPITAL_SENDS, HOSPITAL_RECEIVES]);
	});
}

#[test]
fn a_resolution_tells_its_document() {
	play(|| {
		let id = disputed();
		let paper = Some(H256::repeat_byte(7));
		assert_ok!(Circulation::resolve(by(DONOR_SENDS), id, 0, DESTROYED, 2, paper, None));
		let event = Event::DisputeResolved {
			transfer: id,
			leg: 0,
			outcome: DESTROYED,
			quantity: 2,
			document: paper,
			status: Status::Disputed,
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn the_arbiter_says_anything_even_of_the_suspended() {
	play(|| {
		let id = disputed();
		suspend(DONOR);
		suspend(HOSPITAL);
		for outcome in [BACK, DESTROYED, KEPT, FOUND, GONE, ARRIVED] {
			assert_ok!(resolve(RuntimeOrigin::root(), id, outcome, 1));
		}
		let leg = Circulation::transfer(id).expect("a transfer").legs[0];
		assert_eq!((leg.accepted, leg.recovered, leg.destroyed, leg.lost), (82, 2, 1, 1));
		assert_eq!((leg.rejected, leg.missing), (9, 5));
	});
}

#[test]
fn a_resolution_is_sound() {
	play(|| {
		let id = disputed();
		let say = |id, leg, outcome, quantity| {
			Circulation::resolve(by(DONOR_SENDS), id, leg, outcome, quantity, None, None)
		};
		assert_noop!(say(TransferId(7), 0, BACK, 1), Error::<Test>::TransferNotFound);
		assert_noop!(say(id, 1, BACK, 1), Error::<Test>::LegNotFound);
		assert_noop!(say(id, 0, BACK, 0), Error::<Test>::ZeroQuantity);
		assert_noop!(say(id, 0, BACK, 13), Error::<Test>::ExceedsDisputed);
		assert_noop!(say(id, 0, FOUND, 9), Error::<Test>::ExceedsDisputed);
	});
}

#[test]
fn nothing_is_in_dispute_before_dispatch_or_after_settlement() {
	play(|| {
		for id in [proposed(&[leg(MASKS, 1)]), delivered(&[leg(MASKS, 1)])] {
			assert_noop!(resolve(by(DONOR_SENDS), id, BACK, 1), Error::<Test>::ExceedsDisputed);
		}
	});
}

#[test]
fn late_goods_settle_a_dispute() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), id));
		assert_ok!(resolve(by(HOSPITAL_RECEIVES), id, ARRIVED, 10));
		assert_eq!(status(id), Status::Settled);
		assert_eq!(own(MASKS, HOSPITAL).quarantined, 10);
		assert_eq!(own(MASKS, HOSPITAL).site, Some(HOSPITAL_DOCK));
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = disputed();
		turn_to(NOW + 3);
		let call = |quantity| Call::resolve {
			transfer,
			leg: 0,
			outcome: GONE,
			quantity,
			document: Some(H256::repeat_byte(7)),
			event: Some(at(NOW + 3)),
		};
		let record = recorded_with_digest(RuntimeOrigin::root(), call(3));
		assert_eq!(record.actor, Actor::Authority(Authority::Root));
		assert_eq!((record.institution, record.event), (None, Some(at(NOW + 3))));
		let record = recorded_with_digest(by(DONOR_SENDS), call(1));
		assert_eq!(record.actor, Actor::Account(DONOR_SENDS));
		assert_eq!(record.institution, Some(DONOR));
	});
}
