use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Capability, Moment, Sscc, TransferId,
};

#[test]
fn dispatch_puts_the_goods_in_transit() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10), leg(MASKS, 20), leg(SUITS, 5)]);
		turn_to(NOW + 60_000);
		let claim = at(NOW + 30_000);
		let sensor = SensorSummary { from: NOW, to: NOW + 30_000, ..measured(20, 80) };
		assert_ok!(Circulation::dispatch(
			by(DONOR_SENDS),
			id,
			Some(CARRIER),
			Some(label()),
			Some(RECEIVE_BY),
			Some(sensor.clone()),
			claim
		));
		assert_eq!(last_event(), Event::TransferDispatched { transfer: id });
		let masks = own(MASKS, DONOR);
		assert_eq!((masks.available, masks.reserved, masks.in_transit), (970, 0, 30));
		assert_eq!(own(SUITS, DONOR).in_transit, 5);
		let transfer = Circulation::transfer(id).expect("a transfer");
		assert_eq!(transfer.status, Status::Dispatched);
		let shipment = Shipment {
			carriage: Some(Carriage { carrier: CARRIER, acknowledged_at: None }),
			sscc: Some(label()),
			expected: Some(RECEIVE_BY),
			sensor: Some(sensor),
			event: claim,
			dispatched_at: NOW + 60_000,
		};
		assert_eq!(transfer.shipment, Some(shipment));
	});
}

#[test]
fn the_sender_may_carry_by_itself() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		assert_ok!(dispatch_by(DONOR_SENDS, id, Some(DONOR)));
		let carriage = Carriage { carrier: DONOR, acknowledged_at: Some(NOW) };
		assert_eq!(carriage_of(id), Some(carriage));
		assert_eq!(last_event(), Event::CarriageAcknowledged { transfer: id, carrier: DONOR });
	});
}

fn carriage_of(id: TransferId) -> Option<Carriage> {
	let transfer = Circulation::transfer(id).expect("a transfer");
	transfer.shipment.expect("a shipment").carriage
}

#[test]
fn a_carrier_that_approved_the_sender_has_acknowledged_at_once() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(CARRIER_SENDS), DONOR, Capacity::Carrier));
		let id = accepted(&[leg(MASKS, 10)]);
		turn_to(NOW + 5);
		assert_ok!(dispatch_by(DONOR_SENDS, id, Some(CARRIER)));
		let carriage = Carriage { carrier: CARRIER, acknowledged_at: Some(NOW + 5) };
		assert_eq!(carriage_of(id), Some(carriage));
		assert_eq!(last_event(), Event::CarriageAcknowledged { transfer: id, carrier: CARRIER });
		assert_ok!(Circulation::revoke_sender(by(CARRIER_SENDS), DONOR, Capacity::Carrier));
		let id = accepted(&[leg(MASKS, 10)]);
		assert_ok!(dispatch_by(DONOR_SENDS, id, Some(CARRIER)));
		assert_eq!(carriage_of(id), Some(Carriage { carrier: CARRIER, acknowledged_at: None }));
	});
}

#[test]
fn approval_as_a_receiver_is_none_as_a_carrier() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(CARRIER_RECEIVES), DONOR, Capacity::Receiver));
		let id = accepted(&[leg(MASKS, 10)]);
		assert_ok!(dispatch_by(DONOR_SENDS, id, Some(CARRIER)));
		assert_eq!(carriage_of(id), Some(Carriage { carrier: CARRIER, acknowledged_at: None }));
	});
}

#[test]
fn whoever_is_named_as_carrier_holds_the_licence_that_the_class_demands() {
	play(|| {
		demand_of_carriers(SUITS, Capability::DangerousGoods);
		let id = accepted(&[leg(MASKS, 10), leg(SUITS, 5)]);
		for carrier in [CARRIER, DONOR, HOSPITAL] {
			let refused = dispatch_by(DONOR_SENDS, id, Some(carrier));
			assert_noop!(refused, Error::<Test>::CarrierLacksCapability);
		}
		license(CARRIER, &[Capability::DangerousGoods]);
		assert_ok!(dispatch_by(DONOR_SENDS, id, Some(CARRIER)));
	});
}

#[test]
fn a_sender_that_names_no_carrier_carries_and_needs_the_licence() {
	play(|| {
		demand_of_carriers(SUITS, Capability::DangerousGoods);
		let id = accepted(&[leg(MASKS, 10), leg(SUITS, 5)]);
		let refused = dispatch_by(DONOR_SENDS, id, None);
		assert_noop!(refused, Error::<Test>::CarrierLacksCapability);
		let findings = Circulation::explain_dispatch(id, None);
		let finding = Finding { leg: Some(1), error: Error::CarrierLacksCapability, unmet: None };
		assert_eq!(findings, [finding]);
		license(DONOR, &[Capability::DangerousGoods]);
		assert_ok!(dispatch_by(DONOR_SENDS, id, None));
	});
}

#[test]
fn goods_are_not_expected_before_they_leave() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		let dispatch = |expected| {
			Circulation::dispatch(by(DONOR_SENDS), id, None, None, Some(expected), None, at(NOW))
		};
		for early in [0, NOW - 1] {
			assert_noop!(dispatch(early), Error::<Test>::ExpectedBeforeDispatch);
		}
		assert_ok!(dispatch(NOW));
	});
}

#[test]
fn a_return_needs_a_licensed_carrier_too() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10)]);
		demand_of_carriers(MASKS, Capability::DangerousGoods);
		let id = propose(HOSPITAL_SENDS, giving_back(of, &[leg(MASKS, 10)]));
		assert_ok!(Circulation::accept(by(DONOR_RECEIVES), id));
		let by_carrier = || dispatch_by(HOSPITAL_SENDS, id, Some(CARRIER));
		assert_noop!(by_carrier(), Error::<Test>::CarrierLacksCapability);
		license(CARRIER, &[Capability::DangerousGoods]);
		assert_ok!(by_carrier());
	});
}

#[test]
fn the_receiver_may_fetch_the_goods() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		let origin = by(DONOR_SENDS);
		assert_ok!(Circulation::dispatch(origin, id, Some(HOSPITAL), None, None, None, at(NOW)));
	});
}

#[test]
fn a_lot_of_several_legs_is_opened_once() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10), leg(SUITS, 5), leg(MASKS, 20)]);
		let dispatch = || {
			assert_ok!(dispatch(DONOR_SENDS, id));
		};
		assert_eq!(opened(dispatch), [MASKS, SUITS]);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = accepted(&[leg(MASKS, 10), leg(SUITS, 5)]);
		turn_to(NOW + 2);
		let call = Call::dispatch {
			transfer,
			carrier: Some(CARRIER),
			sscc: Some(label()),
			expected: Some(NOW + 1),
			sensor: Some(SensorSummary { from: NOW, to: NOW + 1, ..measured(20, 80) }),
			event: at(NOW + 1),
		};
		let record = recorded_with_digest(by(DONOR_SENDS), call);
		assert_eq!(record.event, Some(at(NOW + 1)));
	});
}

#[test]
fn only_the_sender_dispatches() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into()),
			(HOSPITAL_SENDS, Error::<Test>::NotParty.into()),
			(DONOR_RECEIVES, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(dispatch(who, id), error);
		}
		suspend(DONOR);
		assert_noop!(dispatch(DONOR_SENDS, id), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_what_is_accepted_is_dispatched() {
	play(|| {
		assert_noop!(dispatch(DONOR_SENDS, TransferId(7)), Error::<Test>::TransferNotFound);
		let id = proposed(&[leg(MASKS, 10)]);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::NotAccepted);
		let id = dispatched(&[leg(MASKS, 10)]);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::NotAccepted);
	});
}

#[test]
fn it_is_not_too_late_until_the_deadline_is_over() {
	play(|| {
		let first = accepted(&[leg(MASKS, 1)]);
		let second = accepted(&[leg(MASKS, 1)]);
		turn_to(DISPATCH_BY);
		assert_ok!(dispatch(DONOR_SENDS, first));
		turn_to(DISPATCH_BY + 1);
		assert_noop!(dispatch(DONOR_SENDS, second), Error::<Test>::DeadlinePassed);
	});
}

#[test]
fn a_lot_that_expired_since_does_not_leave() {
	play(|| {
		turn_to(SUITS_EXPIRE - 1);
		let proposal = ProposalOf::<Test> {
			dispatch_by: SUITS_EXPIRE,
			receive_by: SUITS_EXPIRE + HOUR,
			..gift(&[leg(MASKS, 1), leg(SUITS, 1)])
		};
		let id = propose(DONOR_SENDS, proposal);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		turn_to(SUITS_EXPIRE);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::LotExpired);
	});
}

#[test]
fn a_receiver_that_lost_its_standing_since_gets_nothing() {
	play(|| {
		let id = accepted(&[leg(VENTILATORS, 1)]);
		license(HOSPITAL, &[]);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::CapabilityMissing);
		suspend(HOSPITAL);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::ReceiverSuspended);
		MockDirectory::wind_up(HOSPITAL);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::ReceiverWoundUp);
	});
}

#[test]
fn carrier_and_label_are_sound() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		let send = |carrier, sscc| {
			let origin = by(DONOR_SENDS);
			Circulation::dispatch(origin, id, carrier, sscc, None, None, at(NOW))
				.map(|_| ())
				.map_err(|refusal| refusal.error)
		};
		assert_noop!(send(Some(NOWHERE), None), Error::<Test>::CarrierNotFound);
		assert_noop!(send(None, Some(wrong_label())), Error::<Test>::InvalidCheckDigit);
		assert_noop!(send(None, Some(Sscc([b' '; 18]))), Error::<Test>::InvalidCharacters);
		suspend(CARRIER);
		assert_noop!(send(Some(CARRIER), None), Error::<Test>::CarrierSuspended);
		MockDirectory::wind_up(CARRIER);
		assert_noop!(send(Some(CARRIER), None), Error::<Test>::CarrierWoundUp);
	});
}

#[test]
fn a_claimed_time_that_the_trail_refuses_changes_nothing() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		let ahead = at(Moment::MAX);
		let refused = Circulation::dispatch(by(DONOR_SENDS), id, None, None, None, None, ahead);
		assert_eq!(refused.map_err(|refusal| refusal.error).err(), Some(MockTrail::AHEAD));
		assert_eq!(status(id), Status::Accepted);
		assert_eq!(own(MASKS, DONOR).in_transit, 0);
	});
}
