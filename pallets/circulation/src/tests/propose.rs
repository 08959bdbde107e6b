use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Actor, LotId, Quantity, Role, SiteNumber, Source, Sscc, Subject, TransferId,
};

fn refused(proposal: ProposalOf<Test>, error: Error<Test>) {
	assert_noop!(Circulation::propose(by(DONOR_SENDS), proposal), error);
}

#[test]
fn a_proposal_reserves_the_goods() {
	play(|| {
		assert_ok!(Circulation::propose(
			by(DONOR_SENDS),
			gift(&[leg(MASKS, 600), leg(SUITS, 100)])
		));
		let transfer = TransferId(0);
		assert_eq!(
			last_event(),
			Event::TransferProposed { transfer, sender: DONOR, receiver: HOSPITAL }
		);
		let masks = own(MASKS, DONOR);
		assert_eq!((masks.available, masks.reserved), (400, 600));
		let suits = own(SUITS, DONOR);
		assert_eq!((suits.available, suits.reserved), (400, 100));
		let written = Circulation::transfer(transfer).expect("a transfer");
		assert_eq!(written.status, Status::Proposed);
		assert_eq!((written.sender, written.receiver), (DONOR, HOSPITAL));
		assert_eq!((written.from_site, written.to_site), (Some(DONOR_DOCK), Some(HOSPITAL_DOCK)));
		assert_eq!((written.dispatch_by, written.receive_by), (DISPATCH_BY, RECEIVE_BY));
		assert!(written.ownership_moves());
	});
}

#[test]
fn transfers_are_numbered_in_sequence() {
	play(|| {
		assert_eq!(proposed(&[leg(MASKS, 1)]), TransferId(0));
		assert_eq!(proposed(&[leg(MASKS, 1)]), TransferId(1));
		assert_eq!(NextTransferId::<Test>::get(), TransferId(2));
	});
}

#[test]
fn an_approved_sender_is_accepted_at_once() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
		let id = proposed(&[leg(MASKS, 10)]);
		assert_eq!(status(id), Status::Accepted);
		assert_eq!(last_event(), Event::TransferAccepted { transfer: id });
		assert_ok!(dispatch(DONOR_SENDS, id));
	});
}

#[test]
fn two_legs_of_one_lot_may_together_take_all_of_it_and_no_more() {
	play(|| {
		refused(gift(&[leg(MASKS, 600), leg(MASKS, 401)]), Error::InsufficientStock);
		let id = proposed(&[leg(MASKS, 600), leg(MASKS, 400)]);
		assert_eq!(own(MASKS, DONOR).reserved, 1_000);
		assert_eq!(Circulation::transfer(id).expect("a transfer").legs.len(), 2);
	});
}

#[test]
fn a_sum_beyond_all_numbers_is_refused() {
	play(|| {
		let sand = LotId(7);
		register(sand, DONOR, Quantity::MAX, None, None);
		// Half of all numbers, and a half: twice that is one less than the largest number.
		let half = leg(sand, MaxLegQuantity::get());
		refused(gift(&[half, half, leg(sand, 2)]), Error::QuantityTooLarge);
		refused(gift(&[leg(sand, 2), half, leg(MASKS, 1), half]), Error::QuantityTooLarge);
		refused(gift(&[half, half, half, half]), Error::QuantityTooLarge);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), gift(&[half, half, leg(sand, 1)])));
		assert_eq!(own(sand, DONOR).reserved, Quantity::MAX);
	});
}

#[test]
fn a_leg_is_of_no_more_than_one_may_be() {
	play(|| {
		let sand = LotId(7);
		register(sand, DONOR, Quantity::MAX, None, None);
		let largest = MaxLegQuantity::get();
		refused(gift(&[leg(sand, largest + 1)]), Error::LegTooLarge);
		refused(gift(&[leg(sand, Quantity::MAX), leg(sand, 1)]), Error::LegTooLarge);
		refused(gift(&[leg(sand, 1), leg(sand, Quantity::MAX)]), Error::LegTooLarge);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), gift(&[leg(sand, largest)])));
	});
}

#[test]
fn a_lot_of_several_legs_is_opened_once() {
	play(|| {
		let legs = [leg(MASKS, 10), leg(SUITS, 5), leg(MASKS, 20)];
		let propose = || {
			proposed(&legs);
		};
		assert_eq!(opened(propose), [MASKS, SUITS]);
	});
}

#[test]
fn goods_that_go_back_are_told_apart_from_goods_that_are_sent() {
	play(|| {
		let there = || {
			delivered(&[leg(MASKS, 10)]);
		};
		assert_eq!(sources(there), [Source::Available]);
		let back = || {
			propose(HOSPITAL_SENDS, giving_back(TransferId(0), &[leg(MASKS, 10)]));
		};
		assert_eq!(sources(back), [Source::AvailableForReturn]);
	});
}

#[test]
fn a_transfer_names_its_newest_record() {
	play(|| {
		let id = proposed(&[leg(MASKS, 1)]);
		let newest = || Circulation::transfer(id).expect("a transfer").newest_record;
		let first = newest();
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		let records = MockTrail::records_of(&Subject::Transfer(id));
		assert_eq!(records[1].previous, first);
		assert_eq!(newest(), MockTrail::newest(&Subject::Transfer(id)));
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let proposal = gift(&[leg(MASKS, 10), leg(SUITS, 5)]);
		let record = recorded_with_digest(by(DONOR_SENDS), Call::propose { proposal });
		assert_eq!(record.actor, Actor::Account(DONOR_SENDS));
		assert_eq!((record.institution, record.event), (Some(DONOR), None));
	});
}

#[test]
fn reserved_goods_are_not_proposed_again() {
	play(|| {
		proposed(&[leg(MASKS, 600)]);
		refused(gift(&[leg(MASKS, 401)]), Error::InsufficientStock);
	});
}

#[test]
fn one_bad_leg_spoils_the_whole() {
	play(|| {
		refused(gift(&[leg(MASKS, 1), leg(SUITS, 501)]), Error::InsufficientStock);
		assert_eq!(own(MASKS, DONOR).available, 1_000);
	});
}

#[test]
fn only_an_agent_for_dispatch_proposes() {
	play(|| {
		let proposal = gift(&[leg(MASKS, 1)]);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(DONOR_RECEIVES, MockDirectory::NOT_AUTHORIZED),
			(HOSPITAL_RECEIVES, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(Circulation::propose(by(who), proposal.clone()), error);
		}
	});
}

#[test]
fn a_sender_proposes_only_what_it_holds() {
	play(|| {
		let proposal = ProposalOf::<Test> {
			to: DONOR,
			from_site: None,
			to_site: None,
			..gift(&[leg(MASKS, 1)])
		};
		assert_noop!(
			Circulation::propose(by(HOSPITAL_SENDS), proposal),
			Error::<Test>::InsufficientStock
		);
	});
}

#[test]
fn both_institutions_must_be_there_and_active() {
	play(|| {
		let to = |to| ProposalOf::<Test> { to, to_site: None, ..gift(&[leg(MASKS, 1)]) };
		refused(to(NOWHERE), Error::ReceiverNotFound);
		refused(to(DONOR), Error::SameInstitution);
		suspend(HOSPITAL);
		refused(to(HOSPITAL), Error::ReceiverSuspended);
		MockDirectory::wind_up(HOSPITAL);
		refused(to(HOSPITAL), Error::ReceiverWoundUp);
		let propose = || Circulation::propose(by(DONOR_SENDS), to(CLINIC));
		suspend(DONOR);
		assert_noop!(propose(), MockDirectory::SUSPENDED);
		MockDirectory::appoint(DONOR_SENDS, NOWHERE, &[Role::Dispatch]);
		assert_noop!(propose(), MockDirectory::SUSPENDED);
	});
}

#[test]
fn sites_belong_to_the_party_that_they_stand_for() {
	play(|| {
		let sound = gift(&[leg(MASKS, 1)]);
		let from = |site| ProposalOf::<Test> { from_site: Some(site), ..sound.clone() };
		let to = |site| ProposalOf::<Test> { to_site: Some(site), ..sound.clone() };
		refused(from(SiteNumber(9)), Error::SiteNotFound);
		refused(to(SiteNumber(9)), Error::SiteNotFound);
		// The donor has one site, the hospital two.
		refused(from(HOSPITAL_DOCK), Error::SiteNotFound);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), to(SiteNumber(0))));
	});
}

#[test]
fn deadlines_hold_at_their_exact_bounds() {
	play(|| {
		let times = |dispatch_by, receive_by| ProposalOf::<Test> {
			dispatch_by,
			receive_by,
			..gift(&[leg(MASKS, 1)])
		};
		refused(times(NOW - 1, NOW + DAY), Error::DeadlinePassed);
		refused(times(NOW, NOW), Error::TransitTooShort);
		refused(times(NOW, NOW + HOUR - 1), Error::TransitTooShort);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), times(NOW, NOW + HOUR)));
		let latest = NOW + MaxReservation::get();
		refused(times(latest + 1, latest + DAY), Error::ReservationTooLong);
		refused(times(NOW + 2, NOW + 1), Error::DeadlinesReversed);
		refused(times(latest, latest + MaxTransit::get() + 1), Error::TransitTooLong);
		let longest = times(latest, latest + MaxTransit::get());
		assert_ok!(Circulation::propose(by(DONOR_SENDS), longest));
	});
}

#[test]
fn a_loan_is_due_after_it_arrived() {
	play(|| {
		let loan =
			|due| ProposalOf::<Test> { terms: Terms::Loan { due }, ..gift(&[leg(VENTILATORS, 1)]) };
		refused(loan(RECEIVE_BY - 1), Error::DueTooEarly);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), loan(RECEIVE_BY)));
	});
}

#[test]
fn a_loan_is_due_within_the_longest_loan() {
	play(|| {
		let loan =
			|due| ProposalOf::<Test> { terms: Terms::Loan { due }, ..gift(&[leg(VENTILATORS, 1)]) };
		let latest = RECEIVE_BY + MaxLoan::get();
		refused(loan(latest + 1), Error::LoanTooLong);
		refused(loan(u64::MAX), Error::LoanTooLong);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), loan(latest)));
	});
}

#[test]
fn legs_are_sound() {
	play(|| {
		refused(gift(&[]), Error::NoLegs);
		refused(gift(&[leg(MASKS, 1), leg(SUITS, 0)]), Error::ZeroQuantity);
		refused(gift(&[leg(LotId(9), 1)]), Error::LotNotFound);
		let packed = |pack| gift(&[Leg { pack: Some(pack), ..leg(MASKS, 1) }]);
		refused(packed(wrong_label()), Error::InvalidCheckDigit);
		refused(packed(Sscc([b'x'; 18])), Error::InvalidCharacters);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), packed(label())));
	});
}

#[test]
fn a_lot_expires_at_the_exact_moment() {
	play(|| {
		turn_to(SUITS_EXPIRE - 1);
		let late = ProposalOf::<Test> {
			dispatch_by: SUITS_EXPIRE + 1,
			receive_by: SUITS_EXPIRE + DAY,
			..gift(&[leg(SUITS, 1)])
		};
		assert_ok!(Circulation::propose(by(DONOR_SENDS), late.clone()));
		turn_to(SUITS_EXPIRE);
		refused(late, Error::LotExpired);
	});
}

#[test]
fn the_receiver_must_be_licensed_for_the_class() {
	play(|| {
		let ventilators = gift(&[leg(VENTILATORS, 1)]);
		assert_ok!(Circulation::propose(by(DONOR_SENDS), ventilators.clone()));
		license(HOSPITAL, &[]);
		refused(ventilators, Error::CapabilityMissing);
	});
}

#[test]
fn identifiers_run_out_without_a_trace() {
	play(|| {
		NextTransferId::<Test>::put(TransferId(u64::MAX));
		refused(gift(&[leg(MASKS, 1)]), Error::IdsExhausted);
	});
}
