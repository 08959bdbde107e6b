//! What whoever holds and recalls goods is told of lots.

use crate::{
	mock::*, Call, Commissioning, CountReason, LotIdentity, NextLotId, RepackInput, RepackOutput,
};
use frame_support::assert_ok;
use salus_primitives::{
	Custody, HoldKind, Holding, HoldingKey, InstitutionId, LotId, LotSummary, Lots,
};

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };
const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };

fn summary(lot: LotId) -> Option<LotSummary> {
	<Registry as Lots>::summary(lot)
}

#[test]
fn a_lot_is_summed_up() {
	run(|| {
		let observed = lot(masks(), 10);
		let told = LotSummary {
			class: MASKS,
			registered_by: HOSPITAL,
			commissioned: false,
			has_temperature_range: false,
			held: false,
			is_empty: false,
			// Ten, and as many that turn up.
			at_most: 20,
		};
		assert_eq!(summary(observed), Some(told));
		hold_lot(observed, true);
		assert_eq!(summary(observed), Some(LotSummary { held: true, ..told }));
		hold_lot(observed, false);
		// What others have of it counts.
		assert_ok!(handed_over(observed, (HOSPITALS, DONORS), 10, None));
		assert_eq!(summary(observed), Some(told));
		let (lot, event) = (observed, None);
		accepted(signed(OTHER_STOREKEEPER), Call::consume { lot, quantity: 10, event });
		assert_eq!(summary(observed), Some(LotSummary { is_empty: true, ..told }));

		let commissioning = Commissioning::Commissioned;
		let made =
			lot_by(OTHER_STOREKEEPER, LotIdentity { commissioning, ..plain(GLOVES) }, 1, None);
		let of_donor = LotSummary {
			class: GLOVES,
			registered_by: DONOR,
			commissioned: true,
			has_temperature_range: false,
			held: false,
			is_empty: false,
			at_most: 2,
		};
		assert_eq!(summary(made), Some(of_donor));
		// Nothing turns up of a lot that came out of others.
		let input = RepackInput { lot: made, quantity: 1 };
		let output = RepackOutput { identity: plain(GLOVES), quantity: 1, class_change: None };
		let repack = Call::repack {
			inputs: vec![input].try_into().expect("three at most"),
			outputs: vec![output].try_into().expect("three at most"),
			event: None,
		};
		accepted(signed(OTHER_STOREKEEPER), repack);
		assert_eq!(summary(LotId(made.0 + 1)).map(|summary| summary.at_most), Some(1));
		assert_eq!(summary(LotId(9)), None);
	});
}

#[test]
fn a_lot_that_is_archived_is_no_lot() {
	run(|| {
		let lot = lot(masks(), 1);
		accepted(signed(STOREKEEPER), Call::consume { lot, quantity: 1, event: None });
		pass(ARCHIVE_AFTER);
		let digest = Registry::lot_archive(lot).expect("it is in the books").digest();
		accepted(signed(STRANGER), Call::archive_lot { lot, digest });
		assert_eq!(summary(lot), None);
	});
}

#[test]
fn offspring_come_in_pages() {
	run(|| {
		let first = lot(masks(), 9);
		let other = lot(masks(), 9);
		let mut made = Vec::new();
		for quantity in [3, 3, 3] {
			made.push(NextLotId::<Test>::get());
			let inputs = vec![RepackInput { lot: first, quantity }];
			let outputs = vec![RepackOutput { identity: masks(), quantity, class_change: None }];
			let call = Call::repack {
				inputs: inputs.try_into().expect("three at most"),
				outputs: outputs.try_into().expect("three at most"),
				event: None,
			};
			accepted(signed(STOREKEEPER), call);
		}
		let offspring = |after, most| <Registry as Lots>::offspring(first, after, most);
		let mut all = offspring(None, 9);
		let (head, rest) = (offspring(None, 2), offspring(Some(all[1]), 9));
		assert_eq!([head, rest].concat(), all);
		assert!(offspring(Some(all[2]), 9).is_empty());
		assert!(offspring(None, 0).is_empty());
		all.sort();
		assert_eq!(all, made);
		assert!(<Registry as Lots>::offspring(other, None, 9).is_empty());
	});
}

#[test]
fn holdings_come_in_pages_with_those_of_which_nothing_is_left_but_a_hold() {
	run(|| {
		let lot = lot(masks(), 10);
		assert_ok!(handed_over(lot, (HOSPITALS, DONORS), 4, None));
		hold_whole(lot, HOSPITALS, HoldKind::Legal);
		let (owner, reason) = (HOSPITAL, CountReason::StockTake);
		accepted(signed(STOREKEEPER), Call::count { lot, owner, counted: 0, reason, event: None });
		let empty = Holding { site: Some(WAREHOUSE), held: true, ..Default::default() };
		let given = Holding { available: 4, ..Default::default() };
		let holdings = |after, most| <Registry as Lots>::holdings(lot, after, most);
		assert_eq!(holdings(None, 9), [(HOSPITALS, empty), (DONORS, given)]);
		assert_eq!(holdings(None, 1), [(HOSPITALS, empty)]);
		assert_eq!(holdings(Some(HOSPITALS), 9), [(DONORS, given)]);
		assert!(holdings(Some(DONORS), 9).is_empty());

		let beds = lot_by(STOREKEEPER, plain(BEDS), 2, None);
		let of = |after: Option<(LotId, InstitutionId)>, most| -> Vec<HoldingKey> {
			let told = <Registry as Lots>::holdings_of(HOSPITAL, after, most);
			told.into_iter().map(|(key, _)| key).collect()
		};
		assert_eq!(of(None, 9), [HOSPITALS.of(lot), HOSPITALS.of(beds)]);
		assert_eq!(of(None, 1), [HOSPITALS.of(lot)]);
		assert_eq!(of(Some((lot, HOSPITAL)), 9), [HOSPITALS.of(beds)]);
		assert!(of(Some((LotId(9), HOSPITAL)), 9).is_empty());
	});
}

#[test]
fn all_is_told_to_who_checks_the_state() {
	run(|| {
		let (one, two) = (lot(masks(), 10), lot(masks(), 10));
		assert_ok!(handed_over(one, (HOSPITALS, DONORS), 4, None));
		hold_lot(two, true);
		let (mut lots, holdings) = <Registry as Lots>::all();
		lots.sort();
		assert_eq!(lots, [(one, false), (two, true)]);
		let mut keys: Vec<_> = holdings.iter().map(|(key, _)| *key).collect();
		keys.sort();
		assert_eq!(keys, [HOSPITALS.of(one), DONORS.of(one), HOSPITALS.of(two)]);
		let units: u128 = holdings.iter().map(|(_, holding)| holding.total()).sum();
		assert_eq!(units, 20);
	});
}
