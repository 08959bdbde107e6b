use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn dispatch_puts_the_goods_in_transit() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10), leg(MASKS, 20), leg(SUITS, 5)]);
		turn_to(NOW + 60_000);
		let claim = at(NOW + 30_000);
		assert_ok!(Circulation::dispatch(
			by(DONOR_SENDS),
			id,
			Some(CARRIER),
			Some(label()),
			Some(RECEIVE_BY),
			claim
		));
		assert_eq!(last_event(), Event::TransferDispatched { transfer: id });
		let masks = own(MASKS, DONOR);
		assert_eq!((masks.available, masks.reserved, masks.in_transit), (970, 0, 30));
		assert_eq!(own(SUITS, DONOR).in_transit, 5);
		let transfer = Circulation::transfer(id).expect("a transfer");
		assert_eq!(transfer.status, Status::Dispatched);
		let shipment = Shipment {
			carrier: Some(CARRIER),
			sscc: Some(label()),
			expected: Some(RECEIVE_BY),
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
		let origin = by(DONOR_SENDS);
		assert_ok!(Circulation::dispatch(origin, id, Some(DONOR), None, None, at(NOW)));
	});
}

#[test]
fn only_the_sender_dispatches() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		for (who, error) in [
			(NOBODY, Error::<Test>::NotAgent),
			(CLINIC_SENDS_AND_RECEIVES, Error::NotParty),
			(HOSPITAL_SENDS, Error::NotParty),
			(DONOR_RECEIVES, Error::NotAuthorized),
		] {
			assert_noop!(dispatch(who, id), error);
		}
		suspend(DONOR);
		assert_noop!(dispatch(DONOR_SENDS, id), Error::<Test>::Suspended);
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
			receive_by: SUITS_EXPIRE,
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
	});
}

#[test]
fn carrier_and_label_are_sound() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		let send = |carrier, sscc| {
			let origin = by(DONOR_SENDS);
			Circulation::dispatch(origin, id, carrier, sscc, None, at(NOW))
				.map(|_| ())
				.map_err(|refusal| refusal.error)
		};
		assert_noop!(send(Some(NOWHERE), None), Error::<Test>::CarrierNotFound);
		assert_noop!(send(None, Some(wrong_label())), Error::<Test>::InvalidCheckDigit);
		assert_noop!(send(None, Some(Sscc([b' '; 18]))), Error::<Test>::InvalidCharacters);
		suspend(CARRIER);
		assert_noop!(send(Some(CARRIER), None), Error::<Test>::CarrierSuspended);
	});
}

#[test]
fn a_claimed_time_that_the_trail_refuses_changes_nothing() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		let ahead = at(Moment::MAX);
		let refused = Circulation::dispatch(by(DONOR_SENDS), id, None, None, None, ahead);
		assert_eq!(
			refused.map_err(|refusal| refusal.error).err(),
			Some(DispatchError::Other("event time ahead"))
		);
		assert_eq!(status(id), Status::Accepted);
		assert_eq!(own(MASKS, DONOR).in_transit, 0);
	});
}
