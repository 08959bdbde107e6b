//! The books as other pallets move them.

use crate::{mock::*, Error, Holdings, HoldingsByCustodian, LotIdentity};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{
	Bucket, Capability, Holding, HoldingKey, LotFacts, LotId, Quantity, Serial, Stock, WriteOff,
};

const ALL: [Bucket; 5] =
	[Bucket::Available, Bucket::Reserved, Bucket::Quarantined, Bucket::InTransit, Bucket::Disputed];

fn own(lot: LotId) -> HoldingKey {
	HoldingKey::own(lot, HOSPITAL)
}

fn held(key: &HoldingKey) -> Holding {
	<Registry as Stock>::holding(key)
}

#[test]
fn a_lot_tells_what_a_transfer_must_know() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let ventilator = lot(LotIdentity { serial, ..plain(VENTILATORS) }, 1);
		let facts = LotFacts {
			class: VENTILATORS,
			expires_at: None,
			capability: Some(Capability::Ventilation),
		};
		assert_eq!(<Registry as Stock>::lot(ventilator), Some(facts));
		let masks = lot(masks(), 1);
		let expires_at = Some(date(2022, 1, 1).starts());
		let facts = LotFacts { class: MASKS, expires_at, capability: None };
		assert_eq!(<Registry as Stock>::lot(masks), Some(facts));
		assert_eq!(<Registry as Stock>::lot(LotId(9)), None);
	});
}

#[test]
fn a_holding_that_is_not_there_is_empty() {
	run(|| assert_eq!(held(&own(LotId(9))), Holding::default()));
}

#[test]
fn units_shift_between_any_two_buckets() {
	run(|| {
		let key = own(lot(masks(), 100));
		let mut from = Bucket::Available;
		for to in ALL.into_iter().rev() {
			assert_ok!(<Registry as Stock>::shift(&key, from, to, 100));
			assert_eq!(held(&key).quantity(to), 100);
			assert_eq!(held(&key).total(), Some(100));
			from = to;
		}
		let more = <Registry as Stock>::shift(&key, from, Bucket::Reserved, 101);
		assert_noop!(more, Error::<Test>::InsufficientStock);
		let own = HoldingKey::own(key.lot, DONOR);
		let none = <Registry as Stock>::shift(&own, from, Bucket::Reserved, 1);
		assert_noop!(none, Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn a_hand_over_opens_and_closes_holdings_and_their_index() {
	run(|| {
		let lot = lot(masks(), 100);
		let (from, to) = (own(lot), HoldingKey { lot, custodian: DONOR, owner: HOSPITAL });
		let hand_over = |quantity, site| {
			<Registry as Stock>::hand_over(
				(&from, Bucket::Available),
				(&to, Bucket::Quarantined),
				quantity,
				site,
			)
		};
		assert_ok!(hand_over(60, Some(DEPOT)));
		assert_eq!(held(&from).available, 40);
		let got = held(&to);
		assert_eq!((got.quarantined, got.site), (60, Some(DEPOT)));
		assert!(HoldingsByCustodian::<Test>::contains_key(DONOR, (lot, HOSPITAL)));
		assert_noop!(hand_over(41, None), Error::<Test>::InsufficientStock);

		// A holding that is open stays where it is, if nobody says otherwise.
		assert_ok!(hand_over(40, None));
		assert_eq!(held(&to).site, Some(DEPOT));
		assert!(!Holdings::<Test>::contains_key(lot, (HOSPITAL, HOSPITAL)));
		assert!(!HoldingsByCustodian::<Test>::contains_key(HOSPITAL, (lot, HOSPITAL)));
		assert_noop!(hand_over(1, None), Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn goods_that_arrive_at_a_second_site_leave_the_holding_at_no_single_one() {
	run(|| {
		let lot = lot(masks(), 100);
		let (from, to) = (own(lot), HoldingKey { lot, custodian: DONOR, owner: HOSPITAL });
		let arrive = |site| {
			let bucket = Bucket::Available;
			assert_ok!(<Registry as Stock>::hand_over((&from, bucket), (&to, bucket), 10, site));
			held(&to).site
		};
		assert_eq!(arrive(Some(DEPOT)), Some(DEPOT));
		assert_eq!(arrive(Some(DEPOT)), Some(DEPOT));
		assert_eq!(arrive(Some(WARD)), None);
		assert_eq!(arrive(Some(DEPOT)), None);
	});
}

#[test]
fn a_hand_over_within_one_holding_is_a_shift() {
	run(|| {
		let key = own(lot(masks(), 100));
		assert_ok!(<Registry as Stock>::hand_over(
			(&key, Bucket::Available),
			(&key, Bucket::Disputed),
			30,
			None,
		));
		assert_eq!((held(&key).available, held(&key).disputed), (70, 30));
		assert_eq!(held(&key).site, Some(WAREHOUSE));
	});
}

#[test]
fn goods_of_one_lot_do_not_become_goods_of_another() {
	run(|| {
		let (one, another) = (own(lot(masks(), 1)), own(lot(masks(), 1)));
		let (from, to) = ((&one, Bucket::Available), (&another, Bucket::Available));
		let mixed = <Registry as Stock>::hand_over(from, to, 1, None);
		assert_noop!(mixed, Error::<Test>::LotsDiffer);
	});
}

#[test]
fn units_are_written_off_as_lost_or_destroyed() {
	run(|| {
		let lot = lot(masks(), 100);
		let key = own(lot);
		assert_ok!(<Registry as Stock>::shift(&key, Bucket::Available, Bucket::Disputed, 50));
		let write_off =
			|quantity, how| <Registry as Stock>::write_off(&key, Bucket::Disputed, quantity, how);
		assert_ok!(write_off(20, WriteOff::Lost));
		assert_ok!(write_off(10, WriteOff::Destroyed));
		assert_noop!(write_off(21, WriteOff::Lost), Error::<Test>::InsufficientStock);
		let ledger = Registry::ledger(lot).expect("it has one");
		assert_eq!((ledger.lost, ledger.destroyed), (20, 10));
		assert_eq!(held(&key).disputed, 20);
	});
}

#[test]
fn units_turn_up_at_a_site() {
	run(|| {
		let lot = lot(masks(), 100);
		let key = HoldingKey::own(lot, DONOR);
		let find = |lot, quantity| {
			let key = HoldingKey { lot, ..key };
			<Registry as Stock>::find(&key, Bucket::Quarantined, quantity, Some(DEPOT))
		};
		assert_ok!(find(lot, 7));
		assert_eq!((held(&key).quarantined, held(&key).site), (7, Some(DEPOT)));
		assert_eq!(Registry::ledger(lot).expect("it has one").found, 7);
		assert_noop!(find(LotId(9), 1), Error::<Test>::LotNotFound);
		assert_noop!(find(lot, Quantity::MAX - 100), Error::<Test>::Overflow);
	});
}
