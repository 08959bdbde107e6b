use crate::{
	mock::*, Call, Class, ClassEntry, ClassKind, Classes, ClassesByGtin, ClinicalCode, Error,
	Event, NextClassId, Requirement,
};
use alloc::collections::BTreeSet;
use salus_primitives::{
	Action, BaseUnit, Capability, ClassId, Gtin, RecordId, Subject, TemperatureRange,
};

const NEW: ClassId = ClassId(5);

fn vaccine() -> Class {
	Class {
		kind: ClassKind::Drug,
		gtin: Some(Gtin(*b"06291041500213")),
		units_per_pack: 10,
		temperature: Some(TemperatureRange { min: 20, max: 80 }),
		capability: Some(Capability::ColdChain),
		clinical_code: Some(ClinicalCode {
			system: text("http://snomed.info/sct"),
			code: text("1119349007"),
		}),
		..class("Vaccine", BaseUnit::Millilitre, [])
	}
}

fn wrong(class: Class, error: Error<Test>) {
	refused(root(), Call::register_class { class }, error);
}

#[test]
fn a_class_is_found_by_its_gtin() {
	run(|| {
		let records = accepted(root(), Call::register_class { class: vaccine() });
		by_authority(&records, Action::ClassRegistered, Subject::Class(NEW));
		last_event(Event::ClassRegistered { class: NEW });
		let stored = ClassEntry { class: vaccine(), newest_record: Some(RecordId(0)) };
		assert_eq!(Classes::<Test>::get(NEW), Some(stored));
		assert_eq!(ClassesByGtin::<Test>::get(Gtin(*b"06291041500213")), Some(NEW));
	});
}

#[test]
fn a_gtin_has_one_class() {
	run(|| {
		accepted(root(), Call::register_class { class: vaccine() });
		wrong(vaccine(), Error::ClassAlreadyExists);
	});
}

#[test]
fn what_a_class_says_is_checked() {
	run(|| {
		wrong(Class { name: text(""), ..vaccine() }, Error::InvalidCharacters);
		let gtin = Some(Gtin(*b"06291041500214"));
		wrong(Class { gtin, ..vaccine() }, Error::InvalidCheckDigit);
		let gtin = Some(Gtin(*b"0629104150021X"));
		wrong(Class { gtin, ..vaccine() }, Error::InvalidCharacters);
		let temperature = Some(TemperatureRange { min: 80, max: 20 });
		wrong(Class { temperature, ..vaccine() }, Error::InvalidRange);
		wrong(Class { units_per_pack: 0, ..vaccine() }, Error::EmptyPack);
		let empty = |system: &str, code: &str| {
			Some(ClinicalCode { system: text(system), code: text(code) })
		};
		wrong(Class { clinical_code: empty("", "1"), ..vaccine() }, Error::InvalidCharacters);
		wrong(Class { clinical_code: empty("s", ""), ..vaccine() }, Error::InvalidCharacters);
	});
}

#[test]
fn a_class_of_capacity_requires_no_expiry() {
	run(|| {
		let beds = |requirements: &[Requirement]| Class {
			kind: ClassKind::Capacity,
			requirements: BTreeSet::from_iter(requirements.to_vec())
				.try_into()
				.expect("there are four"),
			..class("Beds", BaseUnit::Day, [])
		};
		wrong(beds(&[Requirement::Batch, Requirement::Expiry]), Error::UnexpectedExpiry);
		let call = Call::register_class { class: beds(&[Requirement::Batch]) };
		accepted(root(), call);
	});
}

#[test]
fn a_class_whose_receipts_tell_what_a_sensor_measured_says_what_it_is_kept_at() {
	run(|| {
		let measured = class("Vaccine", BaseUnit::Millilitre, [Requirement::Sensor]);
		wrong(measured.clone(), Error::TemperatureRequired);
		let temperature = Some(TemperatureRange { min: 20, max: 80 });
		accepted(root(), Call::register_class { class: Class { temperature, ..measured } });
	});
}

#[test]
fn nobody_but_accreditation_registers_a_class() {
	run(|| refused_to_all_but_accreditation(Call::register_class { class: vaccine() }));
}

#[test]
fn identifiers_end() {
	run(|| {
		NextClassId::<Test>::put(ClassId(u32::MAX));
		wrong(vaccine(), Error::IdsExhausted);
	});
}

// Codes of http://hl7.org/fhir/supplydelivery-supplyitemtype, to which SupplyDelivery.type is bound.
#[test]
fn every_kind_has_a_fhir_delivery_type() {
	assert_eq!(ClassKind::Drug.fhir_delivery_type(), "medication");
	assert_eq!(ClassKind::BloodProduct.fhir_delivery_type(), "biologicallyderivedproduct");
	for kind in [ClassKind::Consumable, ClassKind::Device, ClassKind::Capacity] {
		assert_eq!(kind.fhir_delivery_type(), "device");
	}
}
