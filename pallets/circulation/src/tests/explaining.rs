use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::SiteId;

fn whole(fault: Fault) -> Finding {
	Finding { leg: None, fault }
}

fn in_leg(leg: u32, fault: Fault) -> Finding {
	Finding { leg: Some(leg), fault }
}

#[test]
fn a_sound_proposal_has_no_faults() {
	play(|| {
		let proposal = gift(&[leg(MASKS, 10), leg(VENTILATORS, 1)]);
		assert_eq!(Circulation::explain_transfer(DONOR, proposal), []);
	});
}

#[test]
fn every_fault_is_told_not_the_first_only() {
	play(|| {
		suspend(DONOR);
		suspend(CLINIC);
		turn_to(SUITS_EXPIRE);
		let proposal = ProposalOf::<Test> {
			to: CLINIC,
			from_site: Some(SiteId(9)),
			to_site: Some(HOSPITAL_DOCK),
			terms: Terms::Loan { due: 0 },
			dispatch_by: NOW,
			receive_by: NOW - 1,
			..gift(&[
				leg(MASKS, 600),
				Leg { pack: Some(wrong_label()), ..leg(MASKS, 401) },
				leg(SUITS, 0),
				leg(VENTILATORS, 21),
			])
		};
		assert_eq!(
			Circulation::explain_transfer(DONOR, proposal),
			[
				whole(Fault::Suspended),
				whole(Fault::ReceiverSuspended),
				whole(Fault::SiteNotFound),
				whole(Fault::SiteOfAnother),
				whole(Fault::DeadlinePassed),
				whole(Fault::DeadlinesReversed),
				whole(Fault::DueTooEarly),
				in_leg(1, Fault::InvalidCheckDigit),
				in_leg(1, Fault::InsufficientStock),
				in_leg(2, Fault::ZeroQuantity),
				in_leg(2, Fault::LotExpired),
				in_leg(3, Fault::CapabilityMissing),
				in_leg(3, Fault::InsufficientStock),
			]
		);
	});
}

#[test]
fn the_other_faults_are_told_too() {
	play(|| {
		let explain = |sender, proposal| Circulation::explain_transfer(sender, proposal);
		let odd = ProposalOf::<Test> {
			to: NOWHERE,
			to_site: None,
			dispatch_by: Moment::MAX - MaxTransit::get() - 1,
			receive_by: Moment::MAX,
			..gift(&[])
		};
		assert_eq!(
			explain(DONOR, odd),
			[
				whole(Fault::ReceiverNotFound),
				whole(Fault::ReservationTooLong),
				whole(Fault::TransitTooLong),
				whole(Fault::NoLegs),
			]
		);
		let unknown = ProposalOf::<Test> {
			to: NOWHERE,
			from_site: None,
			to_site: None,
			..gift(&[Leg { pack: Some(Sscc([0; 18])), ..leg(LotId(9), 1) }])
		};
		assert_eq!(
			explain(NOWHERE, unknown),
			[
				whole(Fault::SenderNotFound),
				whole(Fault::SameInstitution),
				in_leg(0, Fault::InvalidCharacters),
				in_leg(0, Fault::LotNotFound),
				in_leg(0, Fault::InsufficientStock),
			]
		);
		let of = delivered(&[leg(MASKS, 5)]);
		delivered(&[leg(MASKS, 5)]);
		let back = giving_back(of, &[leg(MASKS, 6)]);
		assert_eq!(explain(HOSPITAL, back.clone()), [in_leg(0, Fault::ExceedsAccepted)]);
		let elsewhere = ProposalOf::<Test> { to: CLINIC, ..back };
		assert_eq!(explain(HOSPITAL, elsewhere), [whole(Fault::NotReturnable)]);
		let unknown = giving_back(TransferId(9), &[leg(MASKS, 6)]);
		assert_eq!(explain(HOSPITAL, unknown), [whole(Fault::TransferNotFound)]);
	});
}

#[test]
fn the_first_finding_is_the_error_of_the_call() {
	play(|| {
		for proposal in [
			gift(&[]),
			gift(&[leg(MASKS, 0)]),
			gift(&[leg(MASKS, 1_001), leg(LotId(9), 1)]),
			ProposalOf::<Test> { to: DONOR, ..gift(&[leg(MASKS, 1)]) },
		] {
			let first = Circulation::explain_transfer(DONOR, proposal.clone())[0].fault;
			let refused = Circulation::propose(by(DONOR_SENDS), proposal);
			assert_eq!(refused, Err(Error::<Test>::from(first).into()));
		}
	});
}

#[test]
fn every_reason_against_a_dispatch_is_told() {
	play(|| {
		let id = accepted(&[leg(SUITS, 1), leg(VENTILATORS, 1), leg(SUITS, 1)]);
		assert_eq!(Circulation::explain_dispatch(id), []);
		turn_to(SUITS_EXPIRE);
		license(HOSPITAL, &[]);
		suspend(HOSPITAL);
		suspend(DONOR);
		assert_eq!(
			Circulation::explain_dispatch(id),
			[
				whole(Fault::Suspended),
				whole(Fault::DeadlinePassed),
				whole(Fault::ReceiverSuspended),
				in_leg(0, Fault::LotExpired),
				in_leg(1, Fault::CapabilityMissing),
				in_leg(2, Fault::LotExpired),
			]
		);
	});
}

#[test]
fn only_an_accepted_transfer_can_be_dispatched() {
	play(|| {
		let unknown = Circulation::explain_dispatch(TransferId(9));
		assert_eq!(unknown, [whole(Fault::TransferNotFound)]);
		let id = proposed(&[leg(MASKS, 1)]);
		assert_eq!(Circulation::explain_dispatch(id), [whole(Fault::NotAccepted)]);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_eq!(Circulation::explain_dispatch(id), []);
	});
}
