use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, Actor, Custody, Quantity, Text, TransferId};
use sp_core::H256;

#[test]
fn what_is_accepted_is_the_receivers() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 5)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(10, 0, 0), found(5, 0, 0)]));
		let settled = Event::TransferReceived { transfer: id, receipt: 0, status: Status::Settled };
		assert_eq!(last_event(), settled);
		assert_eq!((own(MASKS, DONOR).in_transit, own(MASKS, HOSPITAL).available), (0, 10));
		assert_eq!(own(SUITS, HOSPITAL).available, 5);
		assert_eq!(own(MASKS, HOSPITAL).site, Some(HOSPITAL_DOCK));
	});
}

#[test]
fn a_sale_moves_ownership_as_a_gift_does() {
	play(|| {
		let sale = ProposalOf::<Test> { terms: Terms::Sale, ..gift(&[leg(MASKS, 10)]) };
		let id = propose(DONOR_SENDS, sale);
		assert!(Circulation::transfer(id).expect("a transfer").ownership_moves());
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert_ok!(dispatch(DONOR_SENDS, id));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(10, 0, 0)]));
		assert_eq!(own(MASKS, HOSPITAL).available, 10);
	});
}

#[test]
fn what_is_rejected_or_missing_is_in_dispute_with_the_sender() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 1_000)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(990, 6, 4)]));
		assert_eq!(status(id), Status::Disputed);
		let donor = own(MASKS, DONOR);
		assert_eq!((donor.available, donor.in_transit, donor.disputed), (0, 0, 10));
		assert_eq!(own(MASKS, HOSPITAL).available, 990);
		let leg = Circulation::transfer(id).expect("a transfer").legs[0];
		assert_eq!((leg.accepted, leg.rejected, leg.missing), (990, 6, 4));
	});
}

#[test]
fn goods_accepted_as_damaged_are_quarantined_and_the_receipt_tells_so() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let damaged = LegReceipt { condition: Condition::Damaged, ..found(10, 0, 0) };
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[damaged]));
		assert_eq!(status(id), Status::Settled);
		assert_eq!(own(MASKS, HOSPITAL).available, 0);
		assert_eq!(own(MASKS, HOSPITAL).quarantined, 10);
		assert_eq!(Circulation::receipts(id)[0].legs[0].condition, Condition::Damaged);
	});
}

#[test]
fn nothing_is_not_damaged() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let damaged = |found| LegReceipt { condition: Condition::Damaged, ..found };
		for (receipt, error) in [
			(damaged(found(0, 0, 0)), Error::<Test>::NothingReported),
			(damaged(found(0, 10, 0)), Error::ZeroQuantity),
		] {
			assert_noop!(receive(HOSPITAL_RECEIVES, id, &[receipt]), error);
		}
	});
}

#[test]
fn excess_is_told_to_the_stock() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let excess = shortfall(3, Discrepancy::MismatchQuantity);
		let receipt = [LegReceipt { excess, ..found(10, 0, 0) }];
		let told = in_excess(|| {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt));
		});
		assert_eq!(told, [(MASKS, Custody::own(HOSPITAL), 3, Some(HOSPITAL_DOCK))]);
		assert_eq!(status(id), Status::Settled);
		let hospital = own(MASKS, HOSPITAL);
		assert_eq!((hospital.available, hospital.quarantined), (10, 0));
		assert_eq!(Circulation::transfer(id).expect("a transfer").legs[0].excess, 3);
	});
}

#[test]
fn excess_is_at_most_as_much_again_as_was_shipped() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let error = || Error::<Test>::ExcessTooLarge;
		let receipt = |excess| {
			let excess = shortfall(excess, Discrepancy::Unknown);
			[LegReceipt { excess, ..found(1, 0, 0) }]
		};
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt(Quantity::MAX)), error());
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt(11)), error());
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt(7)));
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt(4)), error());
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt(Quantity::MAX)), error());
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt(3)));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(8, 0, 0)]));
		assert_eq!(Circulation::transfer(id).expect("a transfer").legs[0].excess, 10);
	});
}

#[test]
fn a_lot_of_several_legs_is_opened_once() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 5), leg(MASKS, 20)]);
		let excess = shortfall(2, Discrepancy::MismatchQuantity);
		let receipt = [
			LegReceipt { excess, ..found(5, 3, 2) },
			found(5, 0, 0),
			LegReceipt { excess, ..found(15, 4, 1) },
		];
		let receive = || {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt));
		};
		assert_eq!(opened(receive), [MASKS, SUITS]);
		let (donor, hospital) = (own(MASKS, DONOR), own(MASKS, HOSPITAL));
		assert_eq!((donor.available, donor.in_transit, donor.disputed), (970, 0, 10));
		assert_eq!((hospital.available, hospital.quarantined), (20, 0));
	});
}

#[test]
fn a_lot_of_which_nothing_is_said_is_not_opened() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 5)]);
		let receipt = [found(0, 0, 0), found(5, 0, 0)];
		let receive = || {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &receipt));
		};
		assert_eq!(opened(receive), [SUITS]);
	});
}

#[test]
fn the_record_has_the_digest_of_exactly_the_arguments() {
	play(|| {
		let transfer = dispatched(&[leg(MASKS, 10), leg(SUITS, 5)]);
		turn_to(NOW + 2);
		let sensor = SensorSummary {
			min: 20,
			max: 80,
			mean: 45,
			device: Text::try_from("logger 7").expect("short"),
			from: NOW,
			to: NOW + 1,
			digest: H256::repeat_byte(1),
		};
		let call = Call::receive {
			transfer,
			legs: entries(&[found(3, 4, 3), found(5, 0, 0)]),
			sensor: Some(sensor),
			document: Some(H256::repeat_byte(7)),
			event: at(NOW + 2),
		};
		let record = recorded_with_digest(by(HOSPITAL_RECEIVES), call);
		assert_eq!(record.event, Some(at(NOW + 2)));
	});
}

#[test]
fn goods_may_arrive_in_several_parts() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 100), leg(SUITS, 50)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(40, 0, 0), found(0, 0, 0)]));
		assert_eq!(status(id), Status::Dispatched);
		assert_eq!(own(MASKS, DONOR).in_transit, 60);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(0, 10, 0), found(50, 0, 0)]));
		assert_eq!(status(id), Status::Dispatched);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(45, 0, 5), found(0, 0, 0)]));
		assert_eq!(status(id), Status::Disputed);
		let receipts = Circulation::receipts(id);
		assert_eq!(receipts.len(), 3);
		assert_eq!(receipts[1].legs[0], found(0, 10, 0));
		assert_eq!(own(MASKS, HOSPITAL).available, 85);
		assert_eq!(own(MASKS, DONOR).disputed, 15);
	});
}

#[test]
fn a_receipt_keeps_what_was_stated() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 100)]);
		turn_to(NOW + 1_000);
		let sensor = SensorSummary {
			min: 20,
			max: 80,
			mean: 45,
			device: Text::try_from("logger 7").expect("short"),
			from: NOW,
			to: NOW + 900,
			digest: H256::repeat_byte(1),
		};
		let document = Some(H256::repeat_byte(2));
		let event = at(NOW + 950);
		let legs = entries(&[found(90, 6, 4)]);
		assert_ok!(Circulation::receive(
			by(HOSPITAL_RECEIVES),
			id,
			legs.clone(),
			Some(sensor.clone()),
			document,
			event
		));
		let receipt = Receipt {
			by: Actor::Account(HOSPITAL_RECEIVES),
			legs,
			sensor: Some(sensor),
			document,
			event,
			recorded_at: NOW + 1_000,
		};
		assert_eq!(Circulation::receipts(id), [receipt]);
	});
}

#[test]
fn nothing_is_received_twice() {
	play(|| {
		let settled = delivered(&[leg(MASKS, 10)]);
		let again = [found(10, 0, 0)];
		assert_noop!(receive(HOSPITAL_RECEIVES, settled, &again), Error::<Test>::AlreadyReceived);
		let disputed = dispatched(&[leg(MASKS, 10)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, disputed, &[found(9, 1, 0)]));
		// Rejected is not missing.
		let again = [found(1, 0, 0)];
		assert_noop!(receive(HOSPITAL_RECEIVES, disputed, &again), Error::<Test>::AlreadyReceived);
	});
}

#[test]
fn no_more_is_reported_than_was_shipped() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10), leg(SUITS, 10)]);
		let refused = |receipt: [LegReceipt; 2]| {
			assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt), Error::<Test>::ExceedsShipped);
		};
		refused([found(11, 0, 0), found(0, 0, 0)]);
		refused([found(4, 4, 3), found(0, 0, 0)]);
		refused([found(1, 0, 0), found(9, 1, 1)]);
		refused([found(Quantity::MAX, 1, 0), found(0, 0, 0)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0), found(0, 0, 0)]));
		refused([found(5, 0, 0), found(0, 0, 0)]);
		refused([found(Quantity::MAX, 0, 0), found(0, 0, 0)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(4, 0, 0), found(10, 0, 0)]));
	});
}

#[test]
fn only_the_receiver_receives() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		for (who, error) in [
			(NOBODY, MockDirectory::NOT_AGENT),
			(CLINIC_SENDS_AND_RECEIVES, Error::<Test>::NotParty.into()),
			(DONOR_RECEIVES, Error::<Test>::NotParty.into()),
			(HOSPITAL_SENDS, MockDirectory::NOT_AUTHORIZED),
		] {
			assert_noop!(receive(who, id, &[found(10, 0, 0)]), error);
		}
		suspend(HOSPITAL);
		let receipt = [found(10, 0, 0)];
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt), MockDirectory::SUSPENDED);
	});
}

#[test]
fn only_what_is_under_way_is_received() {
	play(|| {
		let receipt = [found(1, 0, 0)];
		let refused = |id, error: Error<Test>| {
			assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt), error);
		};
		refused(TransferId(7), Error::TransferNotFound);
		refused(proposed(&[leg(MASKS, 1)]), Error::NotDispatched);
		refused(accepted(&[leg(MASKS, 1)]), Error::NotDispatched);
		let withdrawn = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::withdraw(by(DONOR_SENDS), withdrawn));
		refused(withdrawn, Error::NotDispatched);
	});
}

#[test]
fn a_receipt_is_sound() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let refused = |receipt: &[LegReceipt], error: Error<Test>| {
			assert_noop!(receive(HOSPITAL_RECEIVES, id, receipt), error);
		};
		refused(&[], Error::LegsDiffer);
		refused(&[found(1, 0, 0), found(1, 0, 0)], Error::LegsDiffer);
		refused(&[found(0, 0, 0)], Error::NothingReported);
		let nil = Some(Shortfall { quantity: 0, reason: Discrepancy::Lost });
		refused(&[LegReceipt { rejected: nil, ..found(1, 0, 0) }], Error::ZeroQuantity);
		refused(&[LegReceipt { missing: nil, ..found(1, 0, 0) }], Error::ZeroQuantity);
		refused(&[LegReceipt { excess: nil, ..found(1, 0, 0) }], Error::ZeroQuantity);
	});
}

#[test]
fn a_sensor_is_sound() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		let sound = SensorSummary {
			min: 0,
			max: 10,
			mean: 5,
			device: Text::try_from("logger").expect("short"),
			from: NOW,
			to: NOW,
			digest: H256::zero(),
		};
		let refused = |sensor: SensorSummary, error: Error<Test>| {
			let (origin, legs) = (by(HOSPITAL_RECEIVES), entries(&[found(1, 0, 0)]));
			assert_noop!(
				Circulation::receive(origin, id, legs, Some(sensor), None, at(NOW)),
				error
			);
		};
		refused(SensorSummary { min: 6, ..sound.clone() }, Error::InvalidRange);
		refused(SensorSummary { max: 4, ..sound.clone() }, Error::InvalidRange);
		refused(SensorSummary { from: NOW + 1, ..sound.clone() }, Error::InvalidRange);
		let nameless = Text::try_from("").expect("short");
		refused(SensorSummary { device: nameless, ..sound }, Error::InvalidCharacters);
	});
}

#[test]
fn receipts_are_counted_and_bounded() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		for _ in 0..3 {
			assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(1, 0, 0)]));
		}
		let fourth = [found(1, 0, 0)];
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &fourth), Error::<Test>::TooManyReceipts);
	});
}

#[test]
fn late_goods_are_received_until_somebody_ends_the_waiting() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		turn_to(RECEIVE_BY + 1);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(4, 0, 0)]));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0)]));
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn late_goods_are_received_out_of_the_dispute() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 20), leg(SUITS, 5)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(4, 0, 2), found(5, 0, 0)]));
		turn_to(RECEIVE_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), id));
		assert_eq!((own(MASKS, DONOR).in_transit, own(MASKS, DONOR).disputed), (0, 16));
		let late = LegReceipt {
			condition: Condition::Damaged,
			excess: shortfall(1, Discrepancy::MismatchQuantity),
			..found(7, 3, 0)
		};
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[late, found(0, 0, 0)]));
		let received =
			Event::TransferReceived { transfer: id, receipt: 1, status: Status::Disputed };
		assert_eq!(last_event(), received);
		let leg = Circulation::transfer(id).expect("a transfer").legs[0];
		assert_eq!((leg.accepted, leg.rejected, leg.missing, leg.excess), (11, 3, 6, 1));
		assert_eq!(own(MASKS, DONOR).disputed, 9);
		let hospital = own(MASKS, HOSPITAL);
		assert_eq!((hospital.available, hospital.quarantined), (4, 7));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0), found(0, 0, 0)]));
		let again = [found(1, 0, 0), found(0, 0, 0)];
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &again), Error::<Test>::AlreadyReceived);
		assert_ok!(resolve(by(DONOR_SENDS), id, Outcome::Rejected(RejectedGoods::Returned), 3));
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn late_goods_are_no_more_than_are_missing_and_do_not_go_missing_again() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(0, 0, 10)]));
		let refused = |receipt: LegReceipt| {
			let receipt = [receipt];
			assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt), Error::<Test>::ExceedsShipped);
		};
		refused(found(11, 0, 0));
		refused(found(5, 6, 0));
		refused(found(0, 11, 0));
		refused(found(1, 0, 1));
		refused(found(Quantity::MAX, 1, 0));
		refused(found(Quantity::MAX, Quantity::MAX, 0));
		refused(found(1, 0, Quantity::MAX));
		assert_ok!(resolve(by(DONOR_SENDS), id, Outcome::Missing(MissingGoods::Found), 4));
		refused(found(7, 0, 0));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(6, 0, 0)]));
		assert_eq!(status(id), Status::Settled);
	});
}

#[test]
fn what_is_outstanding_arrives_before_what_is_missing() {
	play(|| {
		let id = dispatched(&[leg(MASKS, 10)]);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(0, 0, 4)]));
		let receipt = [found(7, 0, 1)];
		assert_noop!(receive(HOSPITAL_RECEIVES, id, &receipt), Error::<Test>::ExceedsShipped);
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(5, 2, 0)]));
		let leg = Circulation::transfer(id).expect("a transfer").legs[0];
		assert_eq!((leg.accepted, leg.rejected, leg.missing), (5, 2, 3));
		assert_eq!(own(MASKS, DONOR).disputed, 5);
		assert_eq!(own(MASKS, HOSPITAL).available, 5);
	});
}

#[test]
fn nothing_is_received_before_it_left() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		turn_to(NOW + 1_000);
		let claim = at(NOW + 500);
		assert_ok!(Circulation::dispatch(by(DONOR_SENDS), id, None, None, None, None, claim));
		let receive = |moment| {
			let legs = entries(&[found(5, 0, 0)]);
			Circulation::receive(by(HOSPITAL_RECEIVES), id, legs, None, None, at(moment))
		};
		assert_noop!(receive(NOW + 499), Error::<Test>::ReceivedBeforeDispatch);
		assert_ok!(receive(NOW + 500));
	});
}

#[test]
fn a_sensor_measures_between_dispatch_and_receipt() {
	play(|| {
		let id = accepted(&[leg(MASKS, 10)]);
		turn_to(NOW + 1_000);
		let claim = at(NOW + 500);
		assert_ok!(Circulation::dispatch(by(DONOR_SENDS), id, None, None, None, None, claim));
		let receive = |from, to| {
			let device = Text::try_from("logger").expect("short");
			let digest = H256::zero();
			let sensor = SensorSummary { min: 0, max: 10, mean: 5, device, from, to, digest };
			let legs = entries(&[found(5, 0, 0)]);
			let event = at(NOW + 900);
			Circulation::receive(by(HOSPITAL_RECEIVES), id, legs, Some(sensor), None, event)
		};
		let outside = || Error::<Test>::SensorOutsideTransit;
		assert_noop!(receive(NOW + 499, NOW + 900), outside());
		assert_noop!(receive(NOW + 500, NOW + 901), outside());
		assert_noop!(receive(NOW, u64::MAX), outside());
		assert_ok!(receive(NOW + 500, NOW + 900));
	});
}
