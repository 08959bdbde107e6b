//! What the institutions of a region have and use of a class.

use crate::{mock::*, Admission, Call, Institutions, LevelView, NextInstitutionId, RegionStock};
use alloc::collections::BTreeMap;
use salus_primitives::{
	Arrival, Custody, InstitutionId, LotStock, Purpose, RegionCode, Source, Total,
};

fn registered(part: &str, whole: Option<&str>) -> RegionCode {
	let call = Call::register_region { code: code(part), region: region(part, whole) };
	accepted(root(), call);
	code(part)
}

/// An institution in a region, with a number of gloves.
fn placed(region: &str, gloves: u64) -> InstitutionId {
	let institution = NextInstitutionId::<Test>::get();
	let admin = 1_000 + u64::from(institution.0);
	admitted(Admission { region: code(region), ..admission("Clinic") }, admin);
	let call = Call::change_roles {
		who: admin,
		roles: roles([salus_primitives::Role::Admin, salus_primitives::Role::Stock]),
	};
	accepted(signed(admin), call);
	if gloves > 0 {
		lot_by(admin, plain(GLOVES), gloves, None);
	}
	institution
}

fn stock(region: &str) -> Vec<(InstitutionId, Total)> {
	let RegionStock { levels, next } = Registry::region_stock(code(region), GLOVES, None, 256);
	assert_eq!(next, None);
	levels.into_iter().map(|(institution, level)| (institution, level.available)).collect()
}

#[test]
fn a_region_has_what_its_parts_have() {
	run(|| {
		registered("CN-GD", Some("CN"));
		registered("CN-GD1", Some("CN-GD"));
		registered("DE", None);
		let guangdong = placed("CN-GD", 5);
		let guangzhou = placed("CN-GD1", 7);
		let berlin = placed("DE", 9);
		placed("CN-GD1", 0);
		lot(plain(GLOVES), 3);
		lot(masks(), 1);
		assert_eq!(stock("CN"), [(HOSPITAL, 3), (guangdong, 5), (guangzhou, 7)]);
		assert_eq!(stock("CN-GD"), [(guangdong, 5), (guangzhou, 7)]);
		assert_eq!(stock("CN-GD1"), [(guangzhou, 7)]);
		assert_eq!(stock("CN-HB"), [(HOSPITAL, 3)]);
		assert_eq!(stock("DE"), [(berlin, 9)]);
		assert!(stock("FR").is_empty());
	});
}

#[test]
fn an_institution_that_has_moved_is_where_it_is_now() {
	run(|| {
		registered("CN-GD", Some("CN"));
		lot(plain(GLOVES), 3);
		let institution = Registry::institution(HOSPITAL).expect("it exists").institution;
		let amendment = crate::Amendment {
			kind: institution.kind,
			region: code("CN-GD"),
			name: institution.name,
			external: None,
			parent: None,
		};
		let call = Call::amend_institution { institution: HOSPITAL, amendment };
		accepted(root(), call);
		assert_eq!((stock("CN-HB"), stock("CN-GD")), (vec![], vec![(HOSPITAL, 3)]));
	});
}

#[test]
fn a_class_that_is_used_and_not_there_is_told() {
	run(|| {
		let lot = lot(plain(GLOVES), 3);
		accepted(signed(STOREKEEPER), Call::consume { lot, quantity: 3, event: None });
		pass(salus_primitives::time::DAY);
		let told = Registry::region_stock(code("CN"), GLOVES, None, 9);
		let level = LevelView { available: 0, daily_use: 3_000, days: 1, days_of_cover: Some(0) };
		assert_eq!(told, RegionStock { levels: vec![(HOSPITAL, level)], next: None });
	});
}

#[test]
fn a_region_comes_in_pages_without_gap_or_repetition() {
	run(|| {
		registered("CN-GD", Some("CN"));
		let mut entry = Institutions::<Test>::get(HOSPITAL).expect("it is there");
		entry.licences = Default::default();
		(entry.agents, entry.admins) = (0, 0);
		let own = Custody::own(HOSPITAL);
		let lot = lot(plain(GLOVES), 10_000);
		let mut expected = BTreeMap::new();
		moved(lot, |stock| {
			stock.reserve(own, Source::Available, 9_000)?;
			stock.send(own, 9_000, Purpose::Send)?;
			for number in 2..602 {
				let institution = InstitutionId(number);
				entry.region = code(if number % 2 == 0 { "CN-HB" } else { "CN-GD" });
				Institutions::<Test>::insert(institution, &entry);
				// The first and the last pages have some, one between has none.
				let gloves = if (280..560).contains(&number) { 0 } else { number % 3 };
				if gloves > 0 {
					let (to, usable) = (Custody::own(institution), Arrival::Usable);
					stock.deliver(own, to, gloves.into(), usable, None)?;
				}
				if gloves > 0 && number % 2 == 1 {
					expected.insert(institution, Total::from(gloves));
				}
			}
			NextInstitutionId::<Test>::put(InstitutionId(602));
			Ok(())
		})
		.expect("there is enough");
		for limit in [0, 1, 10, u32::MAX] {
			let (mut seen, mut from, mut pages) = (BTreeMap::new(), None, 0);
			loop {
				let page = Registry::region_stock(code("CN-GD"), GLOVES, from, limit);
				pages += 1;
				assert!(page.levels.len() <= limit.max(1) as usize);
				for (institution, level) in page.levels {
					let before = seen.insert(institution, level.available);
					assert_eq!(before, None, "an institution is told once");
				}
				from = page.next;
				if from.is_none() {
					break;
				}
			}
			assert_eq!(seen, expected, "{limit}");
			assert!(pages >= 3, "256 institutions are looked at for a page");
		}
		let beyond = Registry::region_stock(code("CN"), GLOVES, Some(InstitutionId(u32::MAX)), 9);
		assert_eq!(beyond, RegionStock { levels: vec![], next: None });
	});
}

#[test]
fn a_part_that_is_too_far_below_is_not_found() {
	run(|| {
		let mut whole = "CN-HB".to_string();
		for level in 1..=8 {
			let part = format!("CN-HB{level}");
			registered(&part, Some(&whole));
			whole = part;
		}
		let near = placed("CN-HB7", 1);
		placed("CN-HB8", 1);
		assert_eq!(stock("CN-HB"), [(near, 1)]);
	});
}
