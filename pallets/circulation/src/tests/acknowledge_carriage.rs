use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Action, InstitutionId, TransferId};

/// Masks, under way, with a carrier named.
fn carried_by(carrier: InstitutionId) -> TransferId {
	let id = accepted(&[leg(MASKS, 10)]);
	dispatch_by(DONOR_SENDS, id, Some(carrier)).expect("an accepted transfer");
	id
}

fn acknowledge(who: u64, id: TransferId) -> sp_runtime::DispatchResult {
	Circulation::acknowledge_carriage(by(who), id)
}

#[test]
fn a_carrier_says_that_it_carries() {
	play(|| {
		let id = carried_by(CARRIER);
		turn_to(NOW + 7);
		assert_ok!(acknowledge(CARRIER_SENDS, id));
		assert_eq!(last_event(), Event::CarriageAcknowledged { transfer: id, carrier: CARRIER });
		let shipment = Circulation::transfer(id).and_then(|transfer| transfer.shipment);
		let carriage = Carriage { carrier: CARRIER, acknowledged_at: Some(NOW + 7) };
		assert_eq!(shipment.expect("a shipment").carriage, Some(carriage));
		assert_noop!(acknowledge(CARRIER_SENDS, id), Error::<Test>::AlreadyAcknowledged);
	});
}

#[test]
fn a_receiver_that_fetches_the_goods_says_so_in_the_role_dispatch() {
	play(|| {
		let id = carried_by(HOSPITAL);
		assert_noop!(acknowledge(HOSPITAL_RECEIVES, id), MockDirectory::NOT_AUTHORIZED);
		assert_ok!(acknowledge(HOSPITAL_SENDS, id));
	});
}

#[test]
fn nobody_waits_for_a_carrier() {
	play(|| {
		let id = carried_by(CARRIER);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(10, 0, 0)]));
		assert_eq!(status(id), Status::Settled);
		assert_ok!(acknowledge(CARRIER_SENDS, id));
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn only_the_carrier_that_is_named_acknowledges() {
	play(|| {
		let id = carried_by(CARRIER);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CARRIER_RECEIVES, MockDirectory::NOT_AUTHORIZED),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotCarrier.into()),
			(DONOR_SENDS, Error::<Test>::NotCarrier.into()),
		] {
			assert_noop!(acknowledge(who, id), error);
		}
		let unnamed = dispatched(&[leg(MASKS, 1)]);
		assert_noop!(acknowledge(CARRIER_SENDS, unnamed), Error::<Test>::NotCarrier);
		let waiting = accepted(&[leg(MASKS, 1)]);
		assert_noop!(acknowledge(CARRIER_SENDS, waiting), Error::<Test>::NotDispatched);
		assert_noop!(acknowledge(CARRIER_SENDS, TransferId(7)), Error::<Test>::TransferNotFound);
		suspend(CARRIER);
		assert_noop!(acknowledge(CARRIER_SENDS, id), MockDirectory::SUSPENDED);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = carried_by(CARRIER);
		let call = Call::acknowledge_carriage { transfer };
		let record = recorded_with_digest(by(CARRIER_SENDS), call);
		let expected = (Action::CarriageAcknowledged, Some(CARRIER));
		assert_eq!((record.action, record.institution), expected);
	});
}
