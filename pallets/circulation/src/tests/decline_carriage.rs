use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Action, TransferId};

/// Masks, under way, with the carrier named.
fn carried() -> TransferId {
	let id = accepted(&[leg(MASKS, 10)]);
	dispatch_by(DONOR_SENDS, id, Some(CARRIER)).expect("an accepted transfer");
	id
}

fn decline(who: u64, id: TransferId) -> sp_runtime::DispatchResult {
	Circulation::decline_carriage(by(who), id)
}

#[test]
fn who_declines_is_named_no_more() {
	play(|| {
		let id = carried();
		assert_ok!(decline(CARRIER_SENDS, id));
		assert_eq!(last_event(), Event::CarriageDeclined { transfer: id, carrier: CARRIER });
		let shipment = Circulation::transfer(id).and_then(|transfer| transfer.shipment);
		assert_eq!(shipment.expect("a shipment").carriage, None);
		assert_noop!(decline(CARRIER_SENDS, id), Error::<Test>::NotCarrier);
		assert_eq!(status(id), Status::Dispatched);
	});
}

#[test]
fn who_has_acknowledged_does_not_decline() {
	play(|| {
		let id = carried();
		assert_ok!(Circulation::acknowledge_carriage(by(CARRIER_SENDS), id));
		assert_noop!(decline(CARRIER_SENDS, id), Error::<Test>::AlreadyAcknowledged);
		assert_ok!(Circulation::approve_sender(by(CARRIER_SENDS), DONOR, Capacity::Carrier));
		let second = carried();
		assert_noop!(decline(CARRIER_SENDS, second), Error::<Test>::AlreadyAcknowledged);
	});
}

#[test]
fn only_the_carrier_that_is_named_declines() {
	play(|| {
		let id = carried();
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CARRIER_RECEIVES, MockDirectory::NOT_AUTHORIZED),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotCarrier.into()),
			(DONOR_SENDS, Error::<Test>::NotCarrier.into()),
		] {
			assert_noop!(decline(who, id), error);
		}
		let waiting = accepted(&[leg(MASKS, 1)]);
		assert_noop!(decline(CARRIER_SENDS, waiting), Error::<Test>::NotDispatched);
		assert_noop!(decline(CARRIER_SENDS, TransferId(7)), Error::<Test>::TransferNotFound);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = carried();
		let record = recorded_with_digest(by(CARRIER_SENDS), Call::decline_carriage { transfer });
		let expected = (Action::CarriageDeclined, Some(CARRIER));
		assert_eq!((record.action, record.institution), expected);
	});
}
