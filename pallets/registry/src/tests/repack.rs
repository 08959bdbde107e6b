use crate::{
	mock::*, Call, Class, ClassChange, Commissioning, Derivation, Error, Event, Lot, LotIdentity,
	LotOrigin, MadeLot, NextLotId, RepackInput, RepackOutput,
};
use salus_primitives::{
	Action, BaseUnit, Capability, ClassId, Expiry, LotId, Quantity, Role, Serial, Subject,
};

fn repack(inputs: &[(LotId, Quantity)], outputs: &[(LotIdentity, Quantity)]) -> Call<Test> {
	let inputs: Vec<_> =
		inputs.iter().map(|&(lot, quantity)| RepackInput { lot, quantity }).collect();
	// A change of class is explained exactly when there is one.
	let classes: Vec<_> = inputs
		.iter()
		.filter_map(|input| Some(Registry::lot(input.lot)?.lot.identity.class))
		.collect();
	let outputs: Vec<_> = outputs
		.iter()
		.map(|(identity, quantity)| RepackOutput {
			identity: identity.clone(),
			quantity: *quantity,
			class_change: (!classes.contains(&identity.class)).then_some(ClassChange::PacksSplit),
		})
		.collect();
	repack_as(inputs, outputs)
}

fn repack_as(inputs: Vec<RepackInput>, outputs: Vec<RepackOutput>) -> Call<Test> {
	Call::repack {
		inputs: inputs.try_into().expect("three at most"),
		outputs: outputs.try_into().expect("three at most"),
		event: None,
	}
}

fn expiring(year: u16, month: u8) -> LotIdentity {
	LotIdentity { expiry: Some(Expiry::Month { year, month }), ..masks() }
}

fn wrong(inputs: &[(LotId, Quantity)], outputs: &[(LotIdentity, Quantity)], error: Error<Test>) {
	refused(signed(STOREKEEPER), repack(inputs, outputs), error);
}

#[test]
fn units_of_some_lots_become_others() {
	run(|| {
		let (first, second) = (lot(masks(), 100), lot(plain(GLOVES), 50));
		let kit = expiring(2021, 6);
		let outputs = [(kit.clone(), 60), (masks(), 20)];
		let records = accepted(signed(STOREKEEPER), repack(&[(second, 50), (first, 30)], &outputs));
		let made = [LotId(2), LotId(3)];
		let inputs =
			[RepackInput { lot: second, quantity: 50 }, RepackInput { lot: first, quantity: 30 }];
		let subjects = [second, first, made[0], made[1]].map(Subject::Lot);
		by_agent(STOREKEEPER, &records, Action::LotRepacked, &subjects);
		last_event(Event::LotRepacked {
			institution: HOSPITAL,
			inputs: inputs.to_vec().try_into().expect("three at most"),
			outputs: vec![
				MadeLot { lot: made[0], quantity: 60, class_change: None },
				MadeLot { lot: made[1], quantity: 20, class_change: None },
			]
			.try_into()
			.expect("three at most"),
		});
		assert_eq!(made.map(Registry::made_of), [inputs.to_vec(), inputs.to_vec()]);
		assert_eq!(Registry::made_of(first), vec![]);
		let origin = Some(LotOrigin { lot: second, by: Derivation::Repacked });
		let stored = Lot { identity: kit, origin, registered_by: HOSPITAL };
		assert_eq!(Registry::lot(made[0]).expect("it is there").lot, stored);
		assert_eq!(holding(first).available, 70);
		assert_eq!(holding(second).total(), 0);
		assert_eq!((holding(made[0]).available, holding(made[1]).available), (60, 20));
		assert_eq!(Registry::ledger(second).expect("it has one").repacked_out, 50);
		assert_eq!(Registry::ledger(made[0]).expect("it has one").repacked_in, 60);
	});
}

#[test]
fn outputs_are_kept_where_the_first_input_was() {
	run(|| {
		let here = lot(masks(), 10);
		let there = lot_by(STOREKEEPER, masks(), 10, Some(WARD));
		accepted(signed(STOREKEEPER), repack(&[(there, 10), (here, 10)], &[(masks(), 20)]));
		assert_eq!(holding(LotId(2)).site, Some(WARD));
	});
}

#[test]
fn as_much_comes_out_as_goes_in() {
	run(|| {
		let lot = lot(masks(), 100);
		wrong(&[(lot, 10)], &[(masks(), 11)], Error::UnitsNotConserved);
		wrong(&[(lot, 10)], &[(masks(), 4), (masks(), 5)], Error::UnitsNotConserved);
		wrong(&[(lot, 10)], &[], Error::UnitsNotConserved);
		wrong(&[], &[(masks(), 10)], Error::ZeroQuantity);
		wrong(&[(lot, 0)], &[(masks(), 10)], Error::ZeroQuantity);
		wrong(&[(lot, 10)], &[(masks(), 10), (masks(), 0)], Error::ZeroQuantity);
	});
}

#[test]
fn no_output_outlives_the_first_input_to_expire() {
	run(|| {
		let early = lot(expiring(2020, 6), 10);
		let late = lot(expiring(2022, 6), 10);
		let never = lot(plain(GLOVES), 10);
		let inputs = [(late, 5), (early, 5), (never, 5)];
		wrong(&inputs, &[(expiring(2020, 7), 15)], Error::ExpiryExtended);
		wrong(&inputs, &[(plain(GLOVES), 15)], Error::ExpiryExtended);
		let last_day = Some(Expiry::Day(date(2020, 6, 30)));
		let same = LotIdentity { expiry: last_day, ..masks() };
		accepted(signed(STOREKEEPER), repack(&inputs, &[(same, 15)]));
		accepted(signed(STOREKEEPER), repack(&[(never, 5)], &[(expiring(2030, 1), 5)]));
	});
}

#[test]
fn no_output_demands_less_than_an_input() {
	run(|| {
		let serial = |number| LotIdentity {
			serial: Some(Serial::try_from(number).expect("it is a serial number")),
			..plain(VENTILATORS)
		};
		let (ventilator, gloves) = (lot(serial("V-1"), 1), lot(plain(GLOVES), 1));
		wrong(&[(ventilator, 1)], &[(plain(GLOVES), 1)], Error::CapabilityDropped);
		let outputs = [(serial("V-2"), 1), (plain(GLOVES), 1)];
		wrong(&[(gloves, 1), (ventilator, 1)], &outputs, Error::CapabilityDropped);
		accepted(signed(STOREKEEPER), repack(&[(ventilator, 1)], &[(serial("V-2"), 1)]));
		accepted(signed(STOREKEEPER), repack(&[(gloves, 1)], &[(serial("V-3"), 1)]));
	});
}

#[test]
fn no_output_demands_less_of_a_carrier_than_an_input() {
	run(|| {
		let cold = |name| Class {
			carrier_capability: Some(Capability::ColdChain),
			..class(name, BaseUnit::Piece, [])
		};
		accepted(root(), Call::register_class { class: cold("Vaccine") });
		accepted(root(), Call::register_class { class: cold("Vaccine, ten doses") });
		let (vaccine, doses) = (plain(ClassId(5)), plain(ClassId(6)));
		let vaccines = lot(vaccine, 10);
		wrong(&[(vaccines, 5)], &[(plain(GLOVES), 5)], Error::CapabilityDropped);
		accepted(signed(STOREKEEPER), repack(&[(vaccines, 5)], &[(doses, 5)]));
	});
}

#[test]
fn an_earmark_binds() {
	run(|| {
		let marked = |mark: &str| LotIdentity { earmark: Some(text(mark)), ..masks() };
		let (ward, clinic) = (lot(marked("Ward 7"), 10), lot(marked("Clinic"), 10));
		let free = lot(masks(), 10);
		let inputs = [(free, 5), (ward, 5)];
		wrong(&inputs, &[(masks(), 10)], Error::EarmarkDropped);
		wrong(&inputs, &[(marked("Clinic"), 10)], Error::EarmarkDropped);
		let outputs = [(marked("Ward 7"), 5), (masks(), 5)];
		wrong(&inputs, &outputs, Error::EarmarkDropped);
		wrong(&[(ward, 5), (clinic, 5)], &[(marked("Ward 7"), 10)], Error::EarmarkDropped);
		wrong(&[(clinic, 5), (ward, 5)], &[(marked("Ward 7"), 10)], Error::EarmarkDropped);
		let outputs = [(marked("Ward 7"), 4), (marked("Ward 7"), 6)];
		accepted(signed(STOREKEEPER), repack(&inputs, &outputs));
		accepted(signed(STOREKEEPER), repack(&[(free, 5)], &[(marked("Clinic"), 5)]));
	});
}

#[test]
fn expired_goods_are_not_repacked() {
	run(|| {
		let (masks_lot, gloves) = (lot(masks(), 10), lot(plain(GLOVES), 10));
		let inputs = [(gloves, 5), (masks_lot, 5)];
		let end = date(2022, 1, 1).starts();
		Timestamp::set_timestamp(end - 1);
		accepted(signed(STOREKEEPER), repack(&inputs, &[(masks(), 10)]));
		Timestamp::set_timestamp(end);
		wrong(&inputs, &[(masks(), 10)], Error::Expired);
	});
}

#[test]
fn everything_counts_in_one_unit() {
	run(|| {
		let (masks_lot, beds) = (lot(masks(), 10), lot(plain(BEDS), 10));
		wrong(&[(masks_lot, 5), (beds, 5)], &[(masks(), 10)], Error::UnitsDiffer);
		wrong(&[(beds, 5)], &[(masks(), 5)], Error::UnitsDiffer);
	});
}

#[test]
fn inputs_are_own_available_and_named_once() {
	run(|| {
		let (own, borrowed) = (lot(masks(), 10), lent(10));
		wrong(&[(own, 5), (own, 5)], &[(masks(), 10)], Error::DuplicateLot);
		wrong(&[(own, 11)], &[(masks(), 11)], Error::InsufficientStock);
		wrong(&[(borrowed, 5)], &[(masks(), 5)], Error::HoldingNotFound);
		wrong(&[(LotId(9), 5)], &[(masks(), 5)], Error::LotNotFound);
		// The second input fails after the first has been taken.
		wrong(&[(own, 5), (borrowed, 5)], &[(masks(), 10)], Error::HoldingNotFound);
	});
}

#[test]
fn outputs_are_lots_like_any_other() {
	run(|| {
		let lot = lot(masks(), 10);
		let serial = Some(Serial::try_from("M-1").expect("it is a serial number"));
		let single = LotIdentity { serial, ..masks() };
		wrong(&[(lot, 2)], &[(single.clone(), 2)], Error::SerialIsSingle);
		wrong(&[(lot, 2)], &[(plain(MASKS), 2)], Error::BatchRequired);
		accepted(signed(STOREKEEPER), repack(&[(lot, 2)], &[(single, 1), (masks(), 1)]));
	});
}

#[test]
fn figures_must_fit() {
	run(|| {
		MaxLotQuantity::set(&Quantity::MAX);
		let (all, one) = (lot(masks(), Quantity::MAX), lot(masks(), 1));
		wrong(&[(all, Quantity::MAX), (one, 1)], &[(masks(), 1)], Error::Overflow);
		let outputs = [(masks(), Quantity::MAX), (masks(), 1)];
		wrong(&[(all, Quantity::MAX)], &outputs, Error::Overflow);
	});
}

#[test]
fn no_more_is_repacked_than_one_lot_may_be() {
	run(|| {
		let most = MaxLotQuantity::get();
		let (all, one) = (lot(masks(), most), lot(masks(), 1));
		wrong(&[(all, most), (one, 1)], &[(masks(), most + 1)], Error::QuantityTooLarge);
		for absurd in [most + 1, Quantity::MAX] {
			wrong(&[(all, absurd)], &[(masks(), absurd)], Error::QuantityTooLarge);
			wrong(&[(all, 1)], &[(masks(), absurd)], Error::QuantityTooLarge);
		}
		let halves = [(masks(), most), (masks(), 1)];
		accepted(signed(STOREKEEPER), repack(&[(all, most), (one, 1)], &halves));
	});
}

#[test]
fn a_donor_is_named_on_all_that_comes_of_its_gift_and_on_nothing_else() {
	run(|| {
		let clinic = clinic();
		let of = |donor| LotIdentity { donor, ..masks() };
		let (gift, other) = (lot(of(Some(DONOR)), 10), lot(of(Some(clinic)), 10));
		let own = lot(masks(), 10);
		wrong(&[(own, 5), (gift, 5)], &[(masks(), 10)], Error::DonorDropped);
		wrong(&[(gift, 5)], &[(of(Some(clinic)), 5)], Error::DonorDropped);
		wrong(&[(gift, 5), (other, 5)], &[(of(Some(DONOR)), 10)], Error::DonorDropped);
		wrong(&[(gift, 5)], &[(of(Some(DONOR)), 4), (masks(), 1)], Error::DonorDropped);
		wrong(&[(own, 5)], &[(of(Some(DONOR)), 5)], Error::DonorAdded);
		wrong(&[(own, 5), (gift, 5)], &[(of(Some(DONOR)), 10)], Error::DonorDropped);
		wrong(&[(gift, 5), (own, 5)], &[(of(Some(DONOR)), 10)], Error::DonorDropped);
		let outputs = [(of(Some(DONOR)), 4), (of(Some(DONOR)), 6)];
		accepted(signed(STOREKEEPER), repack(&[(gift, 10)], &outputs));
	});
}

#[test]
fn what_is_made_of_observed_goods_is_not_commissioned() {
	run(|| {
		let made = LotIdentity { commissioning: Commissioning::Commissioned, ..masks() };
		let (commissioned, observed) = (lot(made.clone(), 10), lot(masks(), 10));
		let inputs = [(commissioned, 5), (observed, 5)];
		wrong(&inputs, &[(made.clone(), 10)], Error::CommissioningAdded);
		wrong(&[(observed, 5)], &[(made.clone(), 5)], Error::CommissioningAdded);
		accepted(signed(STOREKEEPER), repack(&inputs, &[(masks(), 10)]));
		accepted(signed(STOREKEEPER), repack(&[(commissioned, 5)], &[(made, 5)]));
	});
}

#[test]
fn a_change_of_class_is_explained_and_no_other_repacking_is() {
	run(|| {
		let gloves = lot(plain(GLOVES), 10);
		let output = |identity, class_change| {
			let inputs = vec![RepackInput { lot: gloves, quantity: 1 }];
			repack_as(inputs, vec![RepackOutput { identity, quantity: 1, class_change }])
		};
		let refused = |identity, class_change, error: Error<Test>| {
			refused(signed(STOREKEEPER), output(identity, class_change), error);
		};
		let reasons = [
			ClassChange::Relabelled,
			ClassChange::PacksSplit,
			ClassChange::PacksJoined,
			ClassChange::WronglyRegistered,
		];
		refused(masks(), None, Error::ClassChangeUnexplained);
		for reason in reasons {
			refused(plain(GLOVES), Some(reason), Error::ClassUnchanged);
			accepted(signed(STOREKEEPER), output(masks(), Some(reason)));
			let made = LotId(NextLotId::<Test>::get().0 - 1);
			let told = vec![MadeLot { lot: made, quantity: 1, class_change: Some(reason) }];
			last_event(Event::LotRepacked {
				institution: HOSPITAL,
				inputs: vec![RepackInput { lot: gloves, quantity: 1 }]
					.try_into()
					.expect("three at most"),
				outputs: told.try_into().expect("three at most"),
			});
		}
		accepted(signed(STOREKEEPER), output(plain(GLOVES), None));
	});
}

#[test]
fn who_repacks_is_licensed_for_what_it_makes() {
	run(|| {
		let serial = Some(Serial::try_from("V-1").expect("it is a serial number"));
		let ventilator = LotIdentity { serial, ..plain(VENTILATORS) };
		let gloves = lot(plain(GLOVES), 2);
		// The licence ends.
		pass(1_000);
		wrong(&[(gloves, 1)], &[(ventilator, 1)], Error::CapabilityMissing);
	});
}

#[test]
fn an_input_counts_what_came_out_of_it() {
	run(|| {
		let (first, second) = (lot(masks(), 10), lot(masks(), 10));
		let outputs = [(masks(), 1), (masks(), 1)];
		accepted(signed(STOREKEEPER), repack(&[(first, 1), (second, 1)], &outputs));
		accepted(signed(STOREKEEPER), repack(&[(first, 1)], &[(masks(), 1)]));
		let offspring = |lot| Registry::lot_archive(lot).expect("it is there").entry.offspring;
		assert_eq!([first, second, LotId(2)].map(offspring), [3, 2, 0]);
	});
}

#[test]
fn nobody_but_a_stock_agent_repacks() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, repack(&[(lot, 1)], &[(masks(), 1)]));
	});
}

#[test]
fn capacity_is_repacked_within_its_window() {
	run(|| {
		let week = lot(care(10, 80), 70);
		wrong(&[(week, 1)], &[(care(9, 80), 1)], Error::WindowExtended);
		wrong(&[(week, 1)], &[(care(10, 81), 1)], Error::WindowExtended);
		let days = [(care(10, 20), 30), (care(70, 80), 40)];
		accepted(signed(STOREKEEPER), repack(&[(week, 70)], &days));
		let (first, last) = (LotId(1), LotId(2));
		assert_eq!((holding(first).available, holding(last).available), (30, 40));
		assert_eq!(Registry::lot(first).expect("it is there").expires_at, Some(NOW + 20));
		// Nothing is for a time that is in the windows of both.
		for (from, until) in [(10, 20), (70, 80), (20, 70)] {
			let output = [(care(from, until), 2)];
			wrong(&[(first, 1), (last, 1)], &output, Error::WindowExtended);
		}
		let longer = lot(care(15, 90), 1);
		wrong(&[(longer, 1), (first, 1)], &[(care(14, 20), 2)], Error::WindowExtended);
		wrong(&[(longer, 1), (first, 1)], &[(care(15, 21), 2)], Error::WindowExtended);
		let both = repack(&[(longer, 1), (first, 1)], &[(care(15, 20), 2)]);
		accepted(signed(STOREKEEPER), both);
		// What is over is repacked no more, nor made.
		wrong(&[(first, 1)], &[(plain(CARE), 1)], Error::WindowRequired);
		pass(20);
		wrong(&[(first, 1)], &[(care(10, 20), 1)], Error::Expired);
		let running = lot(care(10, 90), 1);
		wrong(&[(running, 1)], &[(care(10, 20), 1)], Error::WindowOver);
	});
}

#[test]
fn capacity_and_goods_do_not_become_each_other() {
	run(|| {
		let (capacity, goods) = (lot(care(10, 20), 5), lot(plain(BEDS), 5));
		wrong(&[(capacity, 1)], &[(plain(BEDS), 1)], Error::CapacityMixed);
		wrong(&[(goods, 1)], &[(care(10, 20), 1)], Error::CapacityMixed);
		for inputs in [[(goods, 1), (capacity, 1)], [(capacity, 1), (goods, 1)]] {
			for output in [care(10, 20), plain(BEDS)] {
				wrong(&inputs, &[(output, 2)], Error::CapacityMixed);
			}
		}
	});
}
