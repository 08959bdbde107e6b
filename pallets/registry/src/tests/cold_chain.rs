//! Goods that are to be kept at temperatures: what is told of them, and that nobody sheds a breach by a
//! detour.

use crate::{
	mock::*, Books, Call, ClassChange, Classes, Entry, Error, NextClassId, Page, RepackInput,
	RepackOutput, Requirement,
};
use frame_support::assert_ok;
use salus_primitives::{
	Arrival, ClassId, ColdChain, Custody, HoldKind, LotId, LotStock, Purpose, Quantity, Source,
	Stock, TemperatureRange,
};

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };
const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };

fn facts(lot: LotId) -> Option<ColdChain> {
	let stock = <Registry as Stock<u64>>::open(lot).expect("it is there");
	stock.facts().cold_chain
}

fn kinds(lot: LotId, custody: Custody) -> Vec<(HoldKind, Quantity)> {
	MockHolds::on_units(custody.of(lot))
}

/// Lots of ten of vaccines and of gloves.
fn lots() -> [LotId; 2] {
	[vaccines(), GLOVES].map(|class| lot(plain(class), 10))
}

#[test]
fn a_lot_tells_what_its_class_is_kept_at() {
	run(|| {
		let chilled = ColdChain { range: FRIDGE, sensor: true };
		let vaccine = lot(plain(vaccines()), 10);
		assert_eq!(facts(vaccine), Some(chilled));
		let Some(Entry::Lot(entry)) = Books::<Test>::get(vaccine, Page::Lot) else {
			panic!("a lot has a page")
		};
		assert_eq!(entry.cold_chain, Some(chilled));
		assert_eq!(facts(lot(plain(GLOVES), 10)), None);
		// A class may say what it is kept at, and demand no summary.
		let class = crate::Class {
			temperature: Some(FRIDGE),
			..class("Serum", salus_primitives::BaseUnit::Millilitre, [])
		};
		let serum = ClassId(6);
		accepted(root(), Call::register_class { class });
		let expected = ColdChain { range: FRIDGE, sensor: false };
		assert_eq!(facts(lot(plain(serum), 10)), Some(expected));
	});
}

#[test]
fn what_is_back_after_a_dispute_is_under_a_new_hold() {
	run(|| {
		for lot in lots() {
			assert_ok!(quarantined(lot, HOSPITALS, HoldKind::ColdChainBreach, 10));
			assert_ok!(moved(lot, |stock| stock.call_in(HOSPITALS, 10).map(drop)));
			assert!(kinds(lot, HOSPITALS).is_empty());
			assert_ok!(moved(lot, |stock| stock.recover(HOSPITALS, 4)));
			assert_eq!(kinds(lot, HOSPITALS), [(HoldKind::Quarantine, 4)]);
			let damaged = Arrival::Quarantined(HoldKind::Damage);
			assert_ok!(moved(lot, |stock| {
				stock.deliver_disputed(HOSPITALS, DONORS, 6, damaged, None)
			}));
			assert_eq!(kinds(lot, DONORS), [(HoldKind::Damage, 6)]);
		}
	});
}

#[test]
fn a_return_out_of_quarantine_that_is_withdrawn_is_quarantined_again() {
	run(|| {
		let source = Source::QuarantinedForReturn;
		for lot in lots() {
			assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Legal, 10));
			assert_ok!(moved(lot, |stock| stock.reserve(HOSPITALS, source, 10)));
			assert_ok!(moved(lot, |stock| stock.unreserve(HOSPITALS, source, 10)));
			assert_eq!(kinds(lot, HOSPITALS), [(HoldKind::Quarantine, 10)]);
		}
	});
}

#[test]
fn what_an_estate_hands_over_is_quarantined() {
	run(|| {
		let lots = lots();
		gone(HOSPITAL);
		for lot in lots {
			let (custody, document) = (HOSPITALS, None);
			let call = Call::hand_over { lot, custody, to: DONOR, quantity: 10, document };
			accepted(root(), call);
			assert_eq!(kinds(lot, DONORS), [(HoldKind::Quarantine, 10)]);
		}
	});
}

#[test]
fn what_leaves_a_lot_or_a_holding_that_is_held_arrives_quarantined_or_worse() {
	run(|| {
		for lot in lots().into_iter().chain(lots()) {
			assert_ok!(moved(lot, |stock| {
				stock.reserve(HOSPITALS, Source::Available, 6)?;
				stock.send(HOSPITALS, 6, Purpose::Send)
			}));
			match lot.0 % 2 {
				0 => hold_lot(lot, true),
				_ => hold_whole(lot, HOSPITALS, HoldKind::Legal),
			}
			let arrive = |quantity, arrival| {
				assert_ok!(moved(lot, |stock| {
					stock.deliver(HOSPITALS, DONORS, quantity, arrival, None)
				}));
			};
			arrive(4, Arrival::Usable);
			assert_eq!(kinds(lot, DONORS), [(HoldKind::Quarantine, 4)]);
			arrive(2, Arrival::Quarantined(HoldKind::ColdChainBreach));
			let expected = [(HoldKind::Quarantine, 4), (HoldKind::ColdChainBreach, 2)];
			assert_eq!(kinds(lot, DONORS), expected);
		}
	});
}

#[test]
fn what_is_made_of_cold_goods_is_kept_as_cold_and_measured() {
	run(|| {
		let vaccine = lot(plain(vaccines()), 10);
		let chilled = |name: &str, range: TemperatureRange, sensor: bool| {
			let requirements = [Requirement::Sensor].into_iter().filter(|_| sensor);
			let class = crate::Class {
				temperature: Some(range),
				requirements: requirements
					.collect::<alloc::collections::BTreeSet<_>>()
					.try_into()
					.expect("one"),
				..Classes::<Test>::get(vaccines()).expect("it is there").class
			};
			let class = crate::Class { name: text(name), ..class };
			let id = NextClassId::<Test>::get();
			accepted(root(), Call::register_class { class });
			id
		};
		let repack = |class| {
			let inputs = vec![RepackInput { lot: vaccine, quantity: 1 }];
			let class_change = Some(ClassChange::WronglyRegistered);
			let output = RepackOutput { identity: plain(class), quantity: 1, class_change };
			Call::repack {
				inputs: inputs.try_into().expect("one"),
				outputs: vec![output].try_into().expect("one"),
				event: None,
			}
		};
		let TemperatureRange { min, max } = FRIDGE;
		let warmer = TemperatureRange { min, max: max + 1 };
		let colder = TemperatureRange { min: min - 1, max };
		for (name, range, sensor) in
			[("Warmer", warmer, true), ("Colder", colder, true), ("Unmeasured", FRIDGE, false)]
		{
			let class = chilled(name, range, sensor);
			refused(signed(STOREKEEPER), repack(class), Error::<Test>::ColdChainDropped);
		}
		let narrower = TemperatureRange { min: min + 1, max };
		let class = chilled("Narrower", narrower, true);
		accepted(signed(STOREKEEPER), repack(class));
	});
}
