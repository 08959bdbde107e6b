//! Each invariant, broken by hand, is missed.

use crate::{mock::*, *};
use frame_support::{assert_ok, BoundedVec};
use salus_primitives::{
	Capability, ClassId, ColdChain, Custody, ExternalId, Gtin, Holding, InstitutionId, LotId,
	RecordId, Role, Seat, ShelfPlace, SiteNumber,
};
use sp_runtime::TryRuntimeError;

const HOSPITALS: Page = Page::Holding(Custody { custodian: HOSPITAL, owner: HOSPITAL });
const DONORS: Page = Page::Holding(Custody { custodian: DONOR, owner: DONOR });

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
	Books::<Test>::mutate(lot, HOSPITALS, |entry| match entry {
		Some(Entry::Holding(holding)) => change(holding),
		_ => panic!("the hospital holds some"),
	});
}

fn with_entry(lot: LotId, change: impl FnOnce(&mut LotEntry)) {
	Books::<Test>::mutate(lot, Page::Lot, |entry| match entry {
		Some(Entry::Lot(entry)) => change(entry),
		_ => panic!("a lot has a page"),
	});
}

fn with_lot(lot: LotId, change: impl FnOnce(&mut Lot)) {
	with_entry(lot, |entry| change(&mut entry.lot));
}

fn with_hospital(change: impl FnOnce(&mut InstitutionOf<Test>)) {
	Institutions::<Test>::mutate(HOSPITAL, |stored| change(stored.as_mut().expect("it is there")));
}

fn with_ward(change: impl FnOnce(&mut SiteEntry)) {
	Sites::<Test>::mutate(HOSPITAL, WARD, |stored| change(stored.as_mut().expect("it is there")));
}

fn available(available: u64) -> Entry {
	Entry::Holding(Holding { available, ..Default::default() })
}

#[test]
fn units_out_of_nothing_are_noticed() {
	let complaint = "registry: invariant 1: a lot is not conserved";
	broken(complaint, |lot| with_holding(lot, |held| held.disputed = 1));
	broken(complaint, |lot| with_holding(lot, |held| held.offered = u64::MAX));
	broken(complaint, |lot| with_entry(lot, |entry| entry.ledger.lost = 101));
}

#[test]
fn pages_of_another_kind_or_of_no_lot_are_noticed() {
	let complaint = "registry: invariant 1: a page of the books holds what it is not for";
	broken(complaint, |lot| Books::<Test>::insert(lot, Page::Lot, available(100)));
	broken(complaint, |lot| {
		let entry = Books::<Test>::get(lot, Page::Lot).expect("it is there");
		Books::<Test>::insert(lot, HOSPITALS, entry);
	});
	let complaint = "registry: invariant 1: a holding is of no lot";
	broken(complaint, |_| Books::<Test>::insert(LotId(9), DONORS, available(1)));
	broken(complaint, |lot| Books::<Test>::remove(lot, Page::Lot));
}

#[test]
fn holdings_of_nobody_nothing_and_nowhere_are_noticed() {
	broken("registry: invariant 2: a holding is empty, and not held", |lot| {
		Books::<Test>::insert(lot, DONORS, available(0));
	});
	broken("registry: invariant 2: a party of a holding does not exist", |lot| {
		let to = Custody { custodian: HOSPITAL, owner: NOBODY };
		assert_ok!(handed_over(lot, (Custody::own(HOSPITAL), to), 1, None));
	});
	broken("registry: invariant 2: a holding is kept at no site", |lot| {
		with_holding(lot, |held| held.site = Some(NOWHERE));
	});
}

#[test]
fn a_serial_number_of_many_is_noticed() {
	let complaint = "registry: invariant 2: a lot with a serial number is many";
	broken(complaint, |lot| with_lot(lot, |lot| lot.identity.serial = "S".try_into().ok()));
	broken(complaint, |lot| {
		let (quantity, event) = (98, None);
		accepted(signed(STOREKEEPER), Call::consume { lot, quantity, event });
		let parties = (Custody::own(HOSPITAL), Custody::own(DONOR));
		assert_ok!(handed_over(lot, parties, 1, None));
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
		let outputs = vec![RepackOutput { identity: masks(), quantity: 100, class_change: None }];
		let outputs = outputs.try_into().expect("three at most");
		let call = Call::repack { inputs: inputs(lot, 100), outputs, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_ok!(Registry::do_try_state());
		LotId(1)
	};
	broken("registry: invariant 7: what a repacked lot is made of is forgotten", |lot| {
		Repackings::<Test>::remove(repack(lot));
	});
	let complaint = "registry: invariant 7: a lot is made of what it did not come from";
	broken(complaint, |lot| Repackings::<Test>::insert(lot, inputs(lot, 1)));
	broken(complaint, |lot| Repackings::<Test>::insert(LotId(9), inputs(lot, 1)));
	broken(complaint, |lot| Repackings::<Test>::insert(repack(lot), inputs(LotId(1), 100)));
	broken("registry: invariant 7: a lot is made of none", |lot| {
		Repackings::<Test>::mutate(repack(lot), |inputs| {
			let input = RepackInput { lot: LotId(9), quantity: 1 };
			inputs.try_push(input).expect("three at most");
		});
	});
	broken("registry: invariant 7: a lot is made of nothing", |lot| {
		Repackings::<Test>::insert(repack(lot), inputs(lot, 0));
	});
}

#[test]
fn an_index_out_of_step_is_noticed() {
	let complaint = "registry: invariant 3: the index by custodian is out of step";
	let key = |custodian, class, expires_at, lot, owner| {
		(custodian, class, ShelfKey::from(ShelfPlace { expires_at, lot, owner }))
	};
	let end = masks().expires_at();
	broken(complaint, |lot| {
		HoldingsByCustodian::<Test>::remove(key(HOSPITAL, MASKS, end, lot, HOSPITAL));
	});
	for (custodian, class, expires_at) in
		[(DONOR, MASKS, end), (HOSPITAL, GLOVES, end), (HOSPITAL, MASKS, None)]
	{
		broken(complaint, |lot| {
			let key = key(custodian, class, expires_at, lot, custodian);
			HoldingsByCustodian::<Test>::insert(key, ());
		});
	}
}

#[test]
fn institutions_that_miscount_are_noticed() {
	broken("registry: invariant 4: an agent has no roles", |_| {
		let agent = salus_primitives::Agent { institution: HOSPITAL, roles: Default::default() };
		Agents::<Test>::insert(PORTER, agent);
	});
	broken("registry: invariant 4: an agent acts for no institution", |_| {
		Agents::<Test>::mutate(PORTER, |agent| {
			agent.as_mut().expect("it is one").institution = NOBODY;
		});
	});
	broken("registry: invariant 4: an institution miscounts its agents", |_| {
		with_hospital(|stored| stored.agents = 2)
	});
	broken("registry: invariant 4: an institution miscounts its agents", |_| {
		with_hospital(|stored| stored.admins = 2)
	});
	broken("registry: invariant 4: an institution miscounts its agents", |_| {
		with_hospital(|stored| stored.invitations = 1)
	});
	broken("registry: invariant 4: an institution has too many agents", |_| {
		for who in [30, 31] {
			let agent =
				salus_primitives::Agent { institution: HOSPITAL, roles: roles([Role::Stock]) };
			Agents::<Test>::insert(who, agent);
			AgentsByInstitution::<Test>::insert(HOSPITAL, who, AgentState::Acting);
		}
		with_hospital(|stored| stored.agents = 5);
	});
	broken("registry: invariant 4: an institution has two licences for one capability", |_| {
		with_hospital(|stored| {
			let licence = stored.licences[0].clone();
			stored.licences.try_push(licence).expect("there is room");
		});
	});
}

#[test]
fn invitations_and_agents_that_are_listed_wrongly_are_noticed() {
	let invite = || {
		let call = Call::invite_agent { who: STRANGER, roles: roles([Role::Stock]) };
		accepted(signed(ADMIN), call);
		assert_ok!(Registry::do_try_state());
	};
	broken("registry: invariant 4: an invitation has no roles", |_| {
		invite();
		Invitations::<Test>::insert(STRANGER, HOSPITAL, roles([]));
	});
	broken("registry: invariant 4: an agent is invited", |_| {
		Invitations::<Test>::insert(PORTER, HOSPITAL, roles([Role::Stock]));
	});
	let complaint = "registry: invariant 4: the index of agents is out of step";
	broken(complaint, |_| AgentsByInstitution::<Test>::remove(HOSPITAL, PORTER));
	broken(complaint, |_| {
		AgentsByInstitution::<Test>::insert(HOSPITAL, PORTER, AgentState::Invited);
	});
	broken(complaint, |_| {
		AgentsByInstitution::<Test>::insert(HOSPITAL, STRANGER, AgentState::Acting);
	});
	broken(complaint, |_| {
		invite();
		Invitations::<Test>::remove(STRANGER, HOSPITAL);
	});
	broken("registry: invariant 4: an invitation is of no institution", |_| {
		Invitations::<Test>::insert(STRANGER, NOBODY, roles([Role::Stock]));
		AgentsByInstitution::<Test>::insert(NOBODY, STRANGER, AgentState::Invited);
	});
}

#[test]
fn institutions_that_are_half_wound_up_are_noticed() {
	let complaint = "registry: invariant 4: an institution is not all wound up";
	broken(complaint, |_| InactiveSince::<Test>::insert(HOSPITAL, NOW));
	let after = |change: fn(&mut InstitutionOf<Test>)| {
		broken(complaint, |_| {
			accepted(root(), Call::wind_up { institution: HOSPITAL });
			assert_ok!(Registry::do_try_state());
			with_hospital(change);
		});
	};
	after(|stored| {
		let (capability, expires) = (Capability::Ventilation, NOW + 1);
		let licence = Licence { capability, expires, claim: None };
		stored.licences.try_push(licence).expect("there is room");
	});
	after(|stored| stored.external = Some(ExternalId::Uri(text("urn:x"))));
	broken(complaint, |_| {
		accepted(root(), Call::wind_up { institution: HOSPITAL });
		Invitations::<Test>::insert(STRANGER, HOSPITAL, roles([Role::Stock]));
		AgentsByInstitution::<Test>::insert(HOSPITAL, STRANGER, AgentState::Invited);
		with_hospital(|stored| stored.invitations = 1);
	});
}

#[test]
fn keys_that_lead_astray_are_noticed() {
	let external = ExternalId::Uri(text("urn:x"));
	let gtin = Gtin(*b"06291041500213");
	broken(
		"registry: invariant 5: an external identifier does not lead to its institution",
		|_| {
			with_hospital(|stored| stored.external = Some(external.clone()));
		},
	);
	broken(
		"registry: invariant 5: an external identifier leads to an institution without it",
		|_| {
			InstitutionsByExternalId::<Test>::insert(&external, HOSPITAL);
		},
	);
	broken("registry: invariant 5: an external identifier does not lead to its site", |_| {
		with_ward(|site| site.place.external = Some(external.clone()));
	});
	broken("registry: invariant 5: an external identifier leads to a site without it", |_| {
		SitesByExternalId::<Test>::insert(HOSPITAL, &external, WARD);
	});
	broken("registry: invariant 5: a GTIN does not lead to its class", |_| {
		Classes::<Test>::mutate(GLOVES, |class| {
			class.as_mut().expect("it is there").class.gtin = Some(gtin);
		});
	});
	broken("registry: invariant 5: a GTIN leads to a class without it", |_| {
		ClassesByGtin::<Test>::insert(gtin, GLOVES)
	});
}

#[test]
fn pointers_to_nothing_are_noticed() {
	broken("registry: invariant 6: a region is a part of none", |_| {
		Regions::<Test>::remove(code("CN"))
	});
	broken("registry: invariant 6: a seat is of no region", |_| {
		RegionSeats::<Test>::insert(code("FR"), WUHAN);
	});
	broken("registry: invariant 6: a seat is nowhere", |_| {
		RegionSeats::<Test>::insert(code("CN"), Seat { latitude: 90_001, longitude: 0 });
	});
	broken("registry: invariant 6: an institution is in no region", |_| {
		with_hospital(|stored| stored.region = code("FR"));
	});
	broken("registry: invariant 6: an institution is a part of none", |_| {
		with_hospital(|stored| stored.parent = Some(NOBODY));
	});
	broken("registry: invariant 6: an institution is a part of itself", |_| {
		with_hospital(|stored| stored.parent = Some(HOSPITAL));
	});
	broken("registry: invariant 6: an institution is a part of itself", |_| {
		with_hospital(|stored| stored.parent = Some(DONOR));
		Institutions::<Test>::mutate(DONOR, |stored| {
			stored.as_mut().expect("it is there").parent = Some(HOSPITAL);
		});
	});
	broken("registry: invariant 6: a site is in no region", |_| {
		with_ward(|site| site.place.region = code("FR"))
	});
	broken("registry: invariant 6: a site belongs to no institution", |_| {
		Sites::<Test>::insert(
			NOBODY,
			WARD,
			SiteEntry { place: place("Ward"), newest_record: None },
		);
	});
	broken("registry: invariant 6: a lot is of no class", |_| Classes::<Test>::remove(MASKS));
	broken("registry: invariant 6: a lot demands what its class does not", |lot| {
		with_entry(lot, |entry| entry.capability = Some(Capability::ColdChain));
	});
	broken("registry: invariant 6: a lot demands what its class does not", |lot| {
		with_entry(lot, |entry| entry.carrier_capability = Some(Capability::ColdChain));
	});
	broken("registry: invariant 6: a lot demands what its class does not", |lot| {
		with_entry(lot, |entry| {
			entry.cold_chain = Some(ColdChain { range: FRIDGE, sensor: false });
		});
	});
	broken("registry: invariant 6: a lot demands what its class does not", |_| {
		let lot = lot(plain(vaccines()), 1);
		assert_ok!(Registry::do_try_state());
		with_entry(lot, |entry| {
			entry.cold_chain = Some(ColdChain { range: FRIDGE, sensor: false });
		});
	});
	broken("registry: invariant 6: a lot was registered by nobody", |lot| {
		with_lot(lot, |lot| lot.registered_by = NOBODY);
	});
	broken("registry: invariant 6: a lot was given by nobody", |lot| {
		with_lot(lot, |lot| lot.identity.donor = Some(NOBODY));
	});
	broken("registry: invariant 6: a lot came out of none", |lot| {
		let origin = Some(LotOrigin { lot: LotId(9), by: Derivation::Repacked });
		with_lot(lot, |lot| lot.origin = origin);
	});
}

#[test]
fn identifiers_that_were_not_handed_out_are_noticed() {
	broken("registry: invariant 8: an institution was not numbered", |_| {
		NextInstitutionId::<Test>::put(InstitutionId(1));
	});
	broken("registry: invariant 8: a site was not numbered", |_| {
		NextSiteNumber::<Test>::insert(HOSPITAL, SiteNumber(1));
	});
	broken("registry: invariant 8: a class was not numbered", |_| {
		NextClassId::<Test>::put(salus_primitives::ClassId(3));
	});
	broken("registry: invariant 8: a lot was not numbered", |_| {
		NextLotId::<Test>::put(LotId(0));
	});
}

#[test]
fn institutions_and_sites_that_are_missing_are_noticed() {
	broken("registry: invariant 8: an institution is missing", |_| {
		NextInstitutionId::<Test>::put(InstitutionId(3));
	});
	broken("registry: invariant 8: a site is missing", |_| {
		NextSiteNumber::<Test>::insert(DONOR, SiteNumber(2));
	});
	broken("registry: invariant 8: an institution has too many sites", |_| {
		NextSiteNumber::<Test>::insert(DONOR, SiteNumber(9));
	});
	broken("registry: invariant 8: nobody is suspended", |_| {
		Suspended::<Test>::mutate(|suspended| {
			suspended.try_insert(NOBODY).expect("there is room");
		});
	});
	broken("registry: invariant 8: an institution is suspended since never", |_| {
		Suspended::<Test>::mutate(|suspended| {
			suspended.try_insert(HOSPITAL).expect("there is room");
		});
	});
	broken("registry: invariant 8: nobody is inactive", |_| {
		InactiveSince::<Test>::insert(NOBODY, NOW);
	});
}

#[test]
fn more_than_entered_is_noticed() {
	broken("registry: invariant 9: more turned up of a lot than entered", |lot| {
		with_entry(lot, |entry| (entry.ledger.found, entry.ledger.lost) = (101, 101));
	});
}

#[test]
fn claims_of_nobody_nothing_and_no_end_are_noticed() {
	let claim = CountClaim {
		excess: 1,
		reason: CountReason::StockTake,
		event: None,
		until: NOW + CLAIM_PERIOD,
	};
	let put = |lot, custodian, claim| CountClaims::<Test>::insert(lot, custodian, claim);
	broken("registry: invariant 10: a claim is of no lot", |_| put(LotId(9), DONOR, claim));
	broken("registry: invariant 10: nobody claims", |lot| put(lot, NOBODY, claim));
	broken("registry: invariant 10: a registrant claims", |lot| put(lot, HOSPITAL, claim));
	broken("registry: invariant 10: a claim is of nothing", |lot| {
		put(lot, DONOR, CountClaim { excess: 0, ..claim });
	});
	broken("registry: invariant 10: a claim ends too late", |lot| {
		put(lot, DONOR, CountClaim { until: claim.until + 1, ..claim });
	});
}

#[test]
fn miscounted_offspring_and_archives_of_what_is_not_gone_are_noticed() {
	let complaint = "registry: invariant 11: a lot miscounts its offspring";
	broken(complaint, |lot| with_entry(lot, |entry| entry.offspring = 1));
	broken(complaint, |lot| {
		let identity = LotIdentity { batch: "M-2021".try_into().ok(), ..masks() };
		let call = Call::correct_lot { lot, identity, class_change: None, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_ok!(Registry::do_try_state());
		with_entry(lot, |entry| entry.offspring = 0);
	});
	let complaint = "registry: invariant 11: the index by origin is out of step";
	broken(complaint, |lot| LotsByOrigin::<Test>::insert(lot, LotId(9), ()));
	broken(complaint, |lot| {
		let identity = LotIdentity { batch: "M-2021".try_into().ok(), ..masks() };
		let call = Call::correct_lot { lot, identity, class_change: None, event: None };
		accepted(signed(STOREKEEPER), call);
		LotsByOrigin::<Test>::remove(lot, LotId(lot.0 + 1));
	});
	broken("registry: invariant 11: an archived lot is in the books", |lot| {
		ArchivedLots::<Test>::insert(lot, RecordId(0));
	});
	broken("registry: invariant 11: an archived lot was not numbered", |_| {
		ArchivedLots::<Test>::insert(LotId(9), RecordId(0));
	});
}

#[test]
fn levels_that_are_not_what_is_held_are_noticed() {
	let level = |change: fn(&mut LevelEntry)| {
		Levels::<Test>::mutate(HOSPITAL, MASKS, |level| {
			change(level.as_mut().expect("the hospital has masks"));
		});
	};
	let used = LevelEntry { used: 1, ..Default::default() };
	let complaint = "registry: invariant 12: a level is not what is held";
	broken(complaint, |_| level(|level| level.available = 99));
	broken(complaint, |_| {
		Levels::<Test>::insert(DONOR, MASKS, LevelEntry { available: 1, ..used });
	});
	broken("registry: invariant 12: a level is missing", |_| {
		Levels::<Test>::remove(HOSPITAL, MASKS);
	});
	let complaint = "registry: invariant 12: a level is of nobody or nothing";
	broken(complaint, |_| Levels::<Test>::insert(NOBODY, MASKS, used));
	broken(complaint, |_| Levels::<Test>::insert(HOSPITAL, ClassId(9), used));
	broken("registry: invariant 12: a level says nothing", |_| {
		Levels::<Test>::insert(HOSPITAL, GLOVES, LevelEntry::default());
	});
	let complaint = "registry: invariant 12: a day of use has not begun";
	broken(complaint, |_| level(|level| (level.used, level.day) = (1, u64::MAX)));
	broken(complaint, |_| level(|level| level.day = 1));
	let complaint = "registry: invariant 12: a mean rests on no days";
	broken(complaint, |_| level(|level| (level.used, level.mean) = (1, 1)));
	broken(complaint, |_| level(|level| level.days = 1));
	let complaint = "registry: invariant 12: a level is beyond its bound";
	broken(complaint, |_| level(|level| level.used = 1 << 80));
	broken(complaint, |_| level(|level| (level.used, level.days, level.mean) = (1, 1, 1 << 112)));
}

#[test]
fn windows_that_cannot_be_are_noticed() {
	// The window ends with the expiry of the masks, so that the index stays right.
	let until = date(2022, 1, 1).starts();
	let complaint = "registry: invariant 13: a window does not fit the class";
	broken(complaint, |lot| {
		with_lot(lot, |lot| lot.identity.window = Some(Window { from: NOW, until }));
	});
	broken(complaint, |_| {
		let beds = lot(care(10, 20), 1);
		let expiry = Some(salus_primitives::Expiry::Month { year: 2021, month: 12 });
		let place = ShelfPlace { expires_at: Some(NOW + 20), lot: beds, owner: HOSPITAL };
		HoldingsByCustodian::<Test>::remove((HOSPITAL, CARE, ShelfKey::from(place)));
		let place = ShelfPlace { expires_at: Some(until), ..place };
		HoldingsByCustodian::<Test>::insert((HOSPITAL, CARE, ShelfKey::from(place)), ());
		with_lot(beds, |lot| (lot.identity.window, lot.identity.expiry) = (None, expiry));
	});
	broken("registry: invariant 13: a window ends before it begins", |_| {
		let beds = lot(care(10, 20), 1);
		let window = Some(Window { from: NOW + 20, until: NOW + 20 });
		with_lot(beds, |lot| lot.identity.window = window);
	});
	broken("registry: invariant 13: capacity has an expiry", |_| {
		let beds = lot(care(10, 20), 1);
		with_lot(beds, |lot| lot.identity.expiry = masks().expiry);
	});
	broken("registry: invariant 13: a window is not in that of an input", |_| {
		let beds = lot(care(10, 20), 1);
		let made = NextLotId::<Test>::get();
		let inputs = vec![RepackInput { lot: beds, quantity: 1 }];
		let identity = care(10, 20);
		let outputs = vec![RepackOutput { identity, quantity: 1, class_change: None }];
		let call = Call::repack {
			inputs: inputs.try_into().expect("three at most"),
			outputs: outputs.try_into().expect("three at most"),
			event: None,
		};
		accepted(signed(STOREKEEPER), call);
		assert_ok!(Registry::do_try_state());
		let window = Some(Window { from: NOW + 9, until: NOW + 20 });
		with_lot(made, |lot| lot.identity.window = window);
	});
}
