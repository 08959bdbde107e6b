//! The genesis states.

use crate::chain::{genesis, on};
use pallet_efficiency::{Dmu, Stage};
use pallet_protection::Purpose;
use salus_primitives::{
	ContextId, Geography, InstitutionId, InstitutionKind, RegionCode, Role, RoundId, Seat,
};
use salus_runtime::{
	configs::{governance::CouncilCollective, protection::pot},
	presets::{
		cast,
		regions::{REGIONS, SEATS},
		PARA_ID,
	},
	Aura, Balances, Block, Efficiency, ParachainInfo, Protection, Registry, Runtime, Session, UNIT,
};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilderV1;

const PRESETS: [&str; 2] =
	[sp_genesis_builder::DEV_RUNTIME_PRESET, sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET];

#[test]
fn both_presets_are_offered_by_name() {
	assert_eq!(
		<Runtime as GenesisBuilderV1<Block>>::preset_names(),
		PRESETS.map(sp_genesis_builder::PresetId::from)
	);
	assert_eq!(<Runtime as GenesisBuilderV1<Block>>::get_preset(&Some("mainnet".into())), None);
}

#[test]
fn both_presets_build_and_hold_the_same_world() {
	for preset in PRESETS {
		on(preset, |_| {
			assert_eq!(pallet_registry::Regions::<Runtime>::iter().count(), 32);
			assert_eq!(pallet_registry::Classes::<Runtime>::iter().count(), 7);
			assert_eq!(pallet_registry::Institutions::<Runtime>::iter().count(), 38);
			assert_eq!(pallet_registry::Sites::<Runtime>::iter().count(), 10);
			assert_eq!(u32::from(ParachainInfo::parachain_id()), PARA_ID);
		});
	}
	let world = |preset| genesis(preset)["registry"].clone();
	assert_eq!(world(PRESETS[0]), world(PRESETS[1]));
}

#[test]
fn a_local_network_has_two_collators_and_a_development_chain_one() {
	for (preset, collators) in PRESETS.into_iter().zip([1, 2]) {
		on(preset, |_| {
			assert_eq!(Session::validators().len(), collators);
			assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), collators);
			assert_eq!(Aura::slot_duration(), 6_000);
		});
	}
}

#[test]
fn the_country_counts_the_people_of_its_regions() {
	on(PRESETS[0], |_| {
		let region = |code: &str| {
			let code = RegionCode::try_from(code).expect("a region code");
			pallet_registry::Regions::<Runtime>::get(code).expect("the region exists")
		};
		// The figure of the National Bureau of Statistics for 2019, and the sum of all 31.
		assert_eq!(region("CN-HB").region.population, 59_270_000);
		assert_eq!(region("CN").region.population, 1_408_050_000);
		assert_eq!(
			region("CN-HB").region.parent,
			Some(RegionCode::try_from("CN").expect("a code"))
		);
		assert_eq!(REGIONS.len(), 31);
	});
}

/// Degrees with three decimals, in thousandths.
fn thousandths(degrees: &str) -> i32 {
	let (whole, decimals) = degrees.split_once('.').expect("a decimal point");
	assert_eq!(decimals.len(), 3, "{degrees}");
	format!("{whole}{decimals}").parse().expect("digits")
}

// As the distances between them are tested.
#[test]
fn each_region_has_its_seat_as_published_and_the_country_has_none() {
	let published = include_str!("../../../analysis/tests/data/distance/region-seats.csv");
	let rows: Vec<_> = published
		.lines()
		.skip(1)
		.map(|row| match row.split(',').collect::<Vec<_>>()[..] {
			[code, _, _, latitude, longitude] => {
				(code, thousandths(latitude), thousandths(longitude))
			}
			_ => panic!("five columns: {row}"),
		})
		.collect();
	assert_eq!(rows, SEATS);
	on(PRESETS[0], |_| {
		let seat = |code: &str| Registry::seat(&RegionCode::try_from(code).expect("a code"));
		for (code, latitude, longitude) in rows {
			assert_eq!(seat(code), Some(Seat { latitude, longitude }), "{code}");
		}
		assert_eq!(seat("CN"), None);
		assert_eq!(pallet_registry::RegionSeats::<Runtime>::iter().count(), REGIONS.len());
	});
}

#[test]
fn each_region_has_one_health_commission() {
	on(PRESETS[0], |_| {
		for (place, (code, ..)) in REGIONS.iter().enumerate() {
			let id = InstitutionId(7 + u32::try_from(place).expect("31 regions"));
			let commission = Registry::institution(id).expect("the commission exists").institution;
			assert_eq!(commission.kind, InstitutionKind::HealthCommission);
			assert_eq!(commission.region, RegionCode::try_from(*code).expect("a code"));
		}
	});
}

#[test]
fn the_council_is_five_agents_of_their_own_commissions() {
	on(PRESETS[0], |_| {
		let members = pallet_collective::Members::<Runtime, CouncilCollective>::get();
		assert_eq!(members.len(), 5);
		for (region, path) in cast::COUNCIL {
			let seat = cast::account(path);
			assert!(members.contains(&seat), "{path} holds a seat");
			let agent = Registry::agent_of(seat).expect("a seat's account is an agent");
			let commission = Registry::institution(agent.institution).expect("it exists");
			let commission = commission.institution;
			assert_eq!(commission.kind, InstitutionKind::HealthCommission);
			assert_eq!(commission.region, RegionCode::try_from(region).expect("a code"));
		}
	});
}

#[test]
fn every_agent_can_pay_for_its_transactions() {
	on(PRESETS[0], |_| {
		let agents: Vec<_> = pallet_registry::Agents::<Runtime>::iter().collect();
		assert_eq!(agents.len(), 9 + 31);
		for (account, agent) in agents {
			assert!(Balances::free_balance(account) >= 1_000 * UNIT);
			assert!(!agent.roles.is_empty());
		}
	});
}

#[test]
fn the_storekeeper_and_the_dispatcher_have_one_role_each() {
	on(PRESETS[0], |_| {
		for (path, institution, role) in [("One", 1, Role::Stock), ("Two", 0, Role::Dispatch)] {
			let agent = Registry::agent_of(cast::account(path)).expect("it is an agent");
			assert_eq!(agent.institution, InstitutionId(institution));
			assert_eq!(agent.roles.into_iter().collect::<Vec<_>>(), [role]);
		}
	});
}

#[test]
fn the_figures_of_the_regions_are_sealed_before_the_first_block() {
	on(PRESETS[0], |_| {
		let round = |id| Efficiency::round(RoundId(id)).expect("the round exists");
		let hospitals = round(0);
		assert_eq!(hospitals.stage, Stage::Sealed);
		assert_eq!(hospitals.seal.map(|seal| (seal.dmus, seal.excluded)), Some((31, 0)));
		assert_eq!(hospitals.specification.widths(), (2, 2));
		for id in 1..=3 {
			assert_eq!(
				(round(id).stage, round(id).specification.widths()),
				(Stage::Complete, (0, 0))
			);
		}
		// As published, and said to be doubtful.
		let note = hospitals.specification.note.expect("there is a note").0.into_inner();
		assert!(String::from_utf8(note).expect("it is text").contains("95.7752"));
		let guangxi = Dmu::Region(RegionCode::try_from("CN-GX").expect("a code"));
		let observations = Efficiency::observations(RoundId(0), 0, 31);
		let found = observations.iter().find(|told| told.dmu == guangxi).expect("it is there");
		assert_eq!(found.values[0], Some(957_752));
	});
}

#[test]
fn members_may_appeal_complain_and_rate_without_their_names() {
	for preset in PRESETS {
		on(preset, |_| {
			let page = Protection::contexts(None, 256);
			let told = page.items.into_iter().map(|view| {
				let terms = view.context.terms;
				assert_eq!((terms.role, terms.until, view.is_over), (Role::Receive, None, false));
				(view.id, terms.purpose, terms.uses, terms.purse)
			});
			assert_eq!(
				told.collect::<Vec<_>>(),
				[
					(ContextId(0), Purpose::Appeal, 8, UNIT),
					(ContextId(1), Purpose::Complain, 4, UNIT / 5),
					(ContextId(2), Purpose::Rate, 16, UNIT / 2),
				]
			);
			assert_eq!(Balances::free_balance(pot()), 100 * UNIT);
		});
	}
}
