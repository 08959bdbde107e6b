//! Each invariant, broken by hand, is missed.

use crate::{mock::*, *};
use frame_support::{assert_ok, BoundedVec};
use salus_primitives::{
	ExternalId, Gtin, Holding, HoldingKey, InstitutionId, LotId, SiteId, Stock,
};
use sp_runtime::TryRuntimeError;

/// Runs `harm` on books that hold something, and expects `complaint`.
fn broken(complaint: &'static str, harm: impl FnOnce(LotId)) {
	let storage = genesis();
	let storage = sp_runtime::BuildStorage::build_storage(&storage).expect("it is storage");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		Timestamp::set_timestamp(NOW);
		let lot = lot(masks(), 100);
		assert_ok!(Registry::do_try_state());
		harm(lot);
		assert_eq!(Registry::do_try_state(), Err(TryRuntimeError::Other(complaint)));
	});
}

fn with_holding(lot: LotId, change: impl FnOnce(&mut Holding)) {
	Holdings::<Test>::mutate(lot, (HOSPITAL, HOSPITAL), |held| {
		change(held.as_mut().expect("it is there"));
	});
}

fn with_lot(lot: LotId, change: impl FnOnce(&mut Lot)) {
	Lots::<Test>::mutate(lot, |lot| change(lot.as_mut().expect("it is there")));
}

fn with_hospital(change: impl FnOnce(&mut InstitutionOf<Test>)) {
	Institutions::<Test>::mutate(HOSPITAL, |stored| change(stored.as_mut().expect("it is there")));
}

fn with_ward(change: impl FnOnce(&mut Site)) {
	Sites::<Test>::mutate(WARD, |stored| change(stored.as_mut().expect("it is there")));
}

#[test]
fn units_out_of_nothing_are_noticed() {
	broken("a lot is not conserved", |lot| with_holding(lot, |held| held.disputed = 1));
	broken("the holdings of a lot do not sum up", |lot| {
		with_holding(lot, |held| held.disputed = u64::MAX);
	});
}

#[test]
fn lots_without_ledger_and_ledgers_without_lot_are_noticed() {
	broken("a ledger is of no lot", |_| {
		Ledgers::<Test>::insert(LotId(9), Ledger::default());
	});
	broken("a lot has no ledger", |lot| {
		Holdings::<Test>::remove(lot, (HOSPITAL, HOSPITAL));
		Ledgers::<Test>::remove(lot);
	});
}

#[test]
fn holdings_of_nobody_nothing_and_nowhere_are_noticed() {
	broken("a holding is empty", |lot| {
		Holdings::<Test>::insert(lot, (DONOR, DONOR), Holding::default());
	});
	broken("a holding is of no lot", |_| {
		let held = Holding { available: 1, ..Default::default() };
		Holdings::<Test>::insert(LotId(9), (DONOR, DONOR), held);
	});
	broken("a holding has a party that does not exist", |lot| {
		let (from, to) = (
			HoldingKey::own(lot, HOSPITAL),
			HoldingKey { lot, custodian: HOSPITAL, owner: NOBODY },
		);
		let bucket = salus_primitives::Bucket::Available;
		assert_ok!(<Registry as Stock>::hand_over((&from, bucket), (&to, bucket), 1, None));
	});
	broken("a holding is kept at no site", |lot| {
		with_holding(lot, |held| held.site = Some(NOWHERE));
	});
	broken("a holding is kept at another's site", |lot| {
		with_holding(lot, |held| held.site = Some(DEPOT));
	});
}

#[test]
fn a_serial_number_of_many_is_noticed() {
	broken("a lot with a serial number is many", |lot| {
		with_lot(lot, |lot| lot.identity.serial = "S".try_into().ok());
	});
	broken("a lot with a serial number is many", |lot| {
		let (quantity, event) = (98, None);
		accepted(signed(STOREKEEPER), Call::consume { lot, quantity, event });
		let (from, to) = (HoldingKey::own(lot, HOSPITAL), HoldingKey::own(lot, DONOR));
		let bucket = salus_primitives::Bucket::Available;
		assert_ok!(<Registry as Stock>::hand_over((&from, bucket), (&to, bucket), 1, None));
		with_lot(lot, |lot| lot.identity.serial = "S".try_into().ok());
	});
}

#[test]
fn parents_that_are_forgotten_or_made_up_are_noticed() {
	let inputs = |lot, quantity| {
		let inputs = vec![RepackInput { lot, quantity }];
		BoundedVec::<_, <Test as Config>::MaxRepack>::try_from(inputs).expect("three at most")
	};
	let repack = |lot| {
		let outputs = vec![RepackOutput { identity: masks(), quantity: 100 }];
		let outputs = outputs.try_into().expect("three at most");
		let call = Call::repack { inputs: inputs(lot, 100), outputs, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_ok!(Registry::do_try_state());
		LotId(1)
	};
	broken("what a repacked lot is made of is forgotten", |lot| {
		Repackings::<Test>::remove(repack(lot));
	});
	let complaint = "a lot is made of what it did not come from";
	broken(complaint, |lot| Repackings::<Test>::insert(lot, inputs(lot, 1)));
	broken(complaint, |lot| Repackings::<Test>::insert(LotId(9), inputs(lot, 1)));
	broken(complaint, |lot| Repackings::<Test>::insert(repack(lot), inputs(LotId(1), 100)));
	broken("a lot is made of none", |lot| {
		Repackings::<Test>::mutate(repack(lot), |inputs| {
			let input = RepackInput { lot: LotId(9), quantity: 1 };
			inputs.try_push(input).expect("three at most");
		});
	});
	broken("a lot is made of nothing", |lot| {
		Repackings::<Test>::insert(repack(lot), inputs(lot, 0));
	});
}

#[test]
fn an_index_out_of_step_is_noticed() {
	let complaint = "the index of holdings by custodian is out of step";
	broken(complaint, |lot| HoldingsByCustodian::<Test>::remove(HOSPITAL, (lot, HOSPITAL)));
	broken(complaint, |lot| HoldingsByCustodian::<Test>::insert(DONOR, (lot, DONOR), ()));
}

#[test]
fn institutions_that_miscount_are_noticed() {
	broken("an agent has no roles", |_| {
		let agent = salus_primitives::Agent { institution: HOSPITAL, roles: Default::default() };
		Agents::<Test>::insert(PORTER, agent);
	});
	broken("an agent acts for no institution", |_| {
		Agents::<Test>::mutate(PORTER, |agent| {
			agent.as_mut().expect("it is one").institution = NOBODY;
		});
	});
	broken("an institution miscounts its agents", |_| with_hospital(|stored| stored.agents = 2));
	broken("an institution miscounts its agents", |_| with_hospital(|stored| stored.admins = 2));
	broken("an institution has no admin", |_| {
		Agents::<Test>::remove(ADMIN);
		with_hospital(|stored| (stored.admins, stored.agents) = (0, 2));
	});
	broken("an institution has two licences for one capability", |_| {
		with_hospital(|stored| {
			let licence = stored.licences[0].clone();
			stored.licences.try_push(licence).expect("there is room");
		});
	});
}

#[test]
fn keys_that_lead_astray_are_noticed() {
	let external = ExternalId::Uri(text("urn:x"));
	let gtin = Gtin(*b"06291041500213");
	broken("an external identifier does not lead to its institution", |_| {
		with_hospital(|stored| stored.external = Some(external.clone()));
	});
	broken("an external identifier leads to an institution without it", |_| {
		InstitutionsByExternalId::<Test>::insert(&external, HOSPITAL);
	});
	broken("an external identifier does not lead to its site", |_| {
		with_ward(|site| site.place.external = Some(external.clone()));
	});
	broken("an external identifier leads to a site without it", |_| {
		SitesByExternalId::<Test>::insert(&external, WARD);
	});
	broken("a GTIN does not lead to its class", |_| {
		Classes::<Test>::mutate(GLOVES, |class| {
			class.as_mut().expect("it is there").gtin = Some(gtin);
		});
	});
	broken("a GTIN leads to a class without it", |_| ClassesByGtin::<Test>::insert(gtin, GLOVES));
}

#[test]
fn pointers_to_nothing_are_noticed() {
	broken("a region is a part of none", |_| Regions::<Test>::remove(code("CN")));
	broken("an institution is in no region", |_| {
		with_hospital(|stored| stored.region = code("FR"));
	});
	broken("an institution is a part of none", |_| {
		with_hospital(|stored| stored.parent = Some(NOBODY));
	});
	broken("a site is in no region", |_| with_ward(|site| site.place.region = code("FR")));
	broken("a site belongs to no institution", |_| with_ward(|site| site.institution = NOBODY));
	broken("a lot is of no class", |_| Classes::<Test>::remove(MASKS));
	broken("a lot was registered by nobody", |lot| {
		with_lot(lot, |lot| lot.registered_by = NOBODY);
	});
	broken("a lot was given by nobody", |lot| {
		with_lot(lot, |lot| lot.identity.donor = Some(NOBODY));
	});
	broken("a lot came out of none", |lot| {
		let origin = Some(LotOrigin { lot: LotId(9), by: Derivation::Repacked });
		with_lot(lot, |lot| lot.origin = origin);
	});
}

#[test]
fn identifiers_that_were_not_handed_out_are_noticed() {
	broken("an institution has an identifier that was not handed out", |_| {
		NextInstitutionId::<Test>::put(InstitutionId(1));
	});
	broken("a site has an identifier that was not handed out", |_| {
		NextSiteId::<Test>::put(SiteId(0));
	});
	broken("a class has an identifier that was not handed out", |_| {
		NextClassId::<Test>::put(salus_primitives::ClassId(3));
	});
	broken("a lot has an identifier that was not handed out", |_| {
		NextLotId::<Test>::put(LotId(0));
	});
}
