use crate::{mock::*, *};
use frame_support::{assert_ok, assert_storage_noop};
use salus_primitives::{
	mock::MockDirectory, Capability, LotId, Moment, Quantity, SiteNumber, Sscc, TransferId,
};

fn whole(error: Error<Test>) -> Finding<Test> {
	Finding { leg: None, error, unmet: None }
}

fn in_leg(leg: u32, error: Error<Test>) -> Finding<Test> {
	Finding { leg: Some(leg), error, unmet: None }
}

#[test]
fn a_sound_proposal_has_no_findings() {
	play(|| {
		let proposal = gift(&[leg(MASKS, 10), leg(VENTILATORS, 1)]);
		assert_eq!(Circulation::explain_transfer(DONOR, proposal), []);
	});
}

#[test]
fn every_finding_is_told_not_the_first_only() {
	play(|| {
		suspend(DONOR);
		suspend(CLINIC);
		turn_to(SUITS_EXPIRE);
		let proposal = ProposalOf::<Test> {
			to: CLINIC,
			from_site: Some(SiteNumber(9)),
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
				whole(Error::SenderSuspended),
				whole(Error::ReceiverSuspended),
				whole(Error::SiteNotFound),
				whole(Error::SiteNotFound),
				whole(Error::DeadlinePassed),
				whole(Error::DeadlinesReversed),
				whole(Error::DueTooEarly),
				in_leg(1, Error::InvalidCheckDigit),
				in_leg(1, Error::InsufficientStock),
				in_leg(2, Error::ZeroQuantity),
				in_leg(2, Error::LotExpired),
				in_leg(3, Error::CapabilityMissing),
				in_leg(3, Error::InsufficientStock),
			]
		);
	});
}

#[test]
fn the_other_findings_are_told_too() {
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
				whole(Error::ReceiverNotFound),
				whole(Error::ReservationTooLong),
				whole(Error::TransitTooLong),
				whole(Error::NoLegs),
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
				whole(Error::SenderNotFound),
				whole(Error::SameInstitution),
				in_leg(0, Error::InvalidCharacters),
				in_leg(0, Error::LotNotFound),
			]
		);
		let too_many = gift(&[leg(MASKS, 10), leg(MASKS, Quantity::MAX), leg(MASKS, 990)]);
		let errors = [in_leg(1, Error::LegTooLarge), in_leg(1, Error::QuantityTooLarge)];
		assert_eq!(explain(DONOR, too_many), errors);
		let loan = ProposalOf::<Test> {
			terms: Terms::Loan { due: Moment::MAX },
			receive_by: DISPATCH_BY,
			..gift(&[leg(MASKS, 1)])
		};
		let errors = [whole(Error::TransitTooShort), whole(Error::LoanTooLong)];
		assert_eq!(explain(DONOR, loan), errors);
		let of = delivered(&[leg(MASKS, 5)]);
		delivered(&[leg(MASKS, 5)]);
		let back = giving_back(of, &[leg(MASKS, 6)]);
		assert_eq!(explain(HOSPITAL, back.clone()), [in_leg(0, Error::ExceedsAccepted)]);
		let elsewhere = ProposalOf::<Test> { to: CLINIC, ..back };
		assert_eq!(explain(HOSPITAL, elsewhere), [whole(Error::NotReturnable)]);
		let unknown = giving_back(TransferId(9), &[leg(MASKS, 6)]);
		assert_eq!(explain(HOSPITAL, unknown), [whole(Error::TransferNotFound)]);
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
			let first = Circulation::explain_transfer(DONOR, proposal.clone()).remove(0).error;
			let refused = Circulation::propose(by(DONOR_SENDS), proposal);
			assert_eq!(refused, Err(first.into()));
		}
	});
}

#[test]
fn every_reason_against_a_dispatch_is_told() {
	play(|| {
		let id = accepted(&[leg(SUITS, 1), leg(VENTILATORS, 1), leg(SUITS, 1)]);
		assert_eq!(Circulation::explain_dispatch(id, None), []);
		turn_to(SUITS_EXPIRE);
		license(HOSPITAL, &[]);
		suspend(HOSPITAL);
		suspend(DONOR);
		assert_eq!(
			Circulation::explain_dispatch(id, None),
			[
				whole(Error::SenderSuspended),
				whole(Error::DeadlinePassed),
				whole(Error::ReceiverSuspended),
				in_leg(0, Error::LotExpired),
				in_leg(1, Error::CapabilityMissing),
				in_leg(2, Error::LotExpired),
			]
		);
	});
}

#[test]
fn every_reason_against_a_carrier_is_told() {
	play(|| {
		let id = accepted(&[leg(SUITS, 1), leg(MASKS, 1), leg(VENTILATORS, 1)]);
		demand_of_carriers(SUITS, Capability::DangerousGoods);
		demand_of_carriers(VENTILATORS, Capability::Ventilation);
		let explain = |carrier| Circulation::explain_dispatch(id, Some(carrier));
		let lacks = |leg| in_leg(leg, Error::CarrierLacksCapability);
		assert_eq!(explain(HOSPITAL), [lacks(0)]);
		assert_eq!(explain(DONOR), [lacks(0), lacks(2)]);
		assert_eq!(explain(NOWHERE), [whole(Error::CarrierNotFound)]);
		suspend(CARRIER);
		assert_eq!(explain(CARRIER), [whole(Error::CarrierSuspended), lacks(0), lacks(2)]);
		license(CARRIER, &[Capability::DangerousGoods, Capability::Ventilation]);
		MockDirectory::wind_up(CARRIER);
		assert_eq!(explain(CARRIER), [whole(Error::CarrierWoundUp)]);
		MockDirectory::set_active(CARRIER, true);
		assert_eq!(explain(CARRIER), []);
	});
}

#[test]
fn who_is_wound_up_is_told_apart_from_who_is_suspended() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		MockDirectory::wind_up(DONOR);
		MockDirectory::wind_up(HOSPITAL);
		let errors = [whole(Error::SenderWoundUp), whole(Error::ReceiverWoundUp)];
		assert_eq!(Circulation::explain_transfer(DONOR, gift(&[leg(MASKS, 1)])), errors);
		assert_eq!(Circulation::explain_dispatch(id, None), errors);
	});
}

#[test]
fn only_an_accepted_transfer_can_be_dispatched() {
	play(|| {
		let unknown = Circulation::explain_dispatch(TransferId(9), None);
		assert_eq!(unknown, [whole(Error::TransferNotFound)]);
		let id = proposed(&[leg(MASKS, 1)]);
		assert_eq!(Circulation::explain_dispatch(id, None), [whole(Error::NotAccepted)]);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_eq!(Circulation::explain_dispatch(id, None), []);
	});
}

#[test]
fn an_explanation_writes_nothing_and_opens_each_lot_once() {
	play(|| {
		let legs = [leg(MASKS, 10), leg(SUITS, 1), leg(MASKS, 2_000)];
		let explain = || {
			assert_storage_noop!({
				Circulation::explain_transfer(DONOR, gift(&legs));
			});
		};
		assert_eq!(opened(explain), [MASKS, SUITS]);
		let id = accepted(&[leg(SUITS, 1), leg(MASKS, 1), leg(SUITS, 1)]);
		let explain = || {
			assert_storage_noop!({
				Circulation::explain_dispatch(id, None);
			});
		};
		assert_eq!(opened(explain), [SUITS, MASKS]);
	});
}

#[test]
fn a_finding_is_encoded_as_its_leg_the_index_of_its_error_and_what_is_unmet() {
	use codec::{Decode, Encode};
	let finding = in_leg(3, Error::ReceiverSuspended);
	// `Some`, a leg of four bytes, the third error of the pallet, and `None`.
	assert_eq!(finding.encode(), [1, 3, 0, 0, 0, 2, 0]);
	assert_eq!(Finding::<Test>::decode(&mut &finding.encode()[..]), Ok(finding));
}
