use crate::{mock::*, AgentSeed, GenesisConfig, Institutions, NextSiteNumber, RegionSeats, Sites};
use salus_primitives::{ExternalId, Role, Seat, SiteNumber};
use sp_runtime::BuildStorage;

fn build(config: GenesisConfig<Test>) {
	let storage = config.build_storage().expect("it is storage");
	sp_io::TestExternalities::new(storage).execute_with(|| {
		Registry::do_try_state().expect("every invariant stands");
	});
}

#[test]
fn identifiers_follow_the_order_of_the_lists() {
	run(|| {
		let hospital = Institutions::<Test>::get(HOSPITAL).expect("it is the first");
		assert_eq!(hospital.name, text("Jinyintan Hospital"));
		assert_eq!((hospital.admins, hospital.agents, hospital.invitations), (1, 3, 0));
		lot(masks(), 1);
		let name = |institution, site| {
			Sites::<Test>::get(institution, site).expect("it is there").place.name
		};
		assert_eq!(name(HOSPITAL, WARD), text("Ward 7"));
		assert_eq!(name(DONOR, DEPOT), text("Depot"));
		assert_eq!(NextSiteNumber::<Test>::get(DONOR), SiteNumber(1));
	});
}

#[test]
fn it_is_json_that_people_can_read() {
	let json = serde_json::json!({
		"regions": [
			{ "code": "CN", "region": { "name": "China", "population": 1_400_050_000u64 } },
			{ "code": "CN-HB", "region": {
				"name": "Hubei", "parent": "CN", "belt": "Central", "population": 59_270_000u64,
			}, "seat": { "latitude": 30_583, "longitude": 114_267 } },
		],
		"classes": [{
			"name": "Ventilator",
			"kind": "Device",
			"gtin": "06291041500213",
			"unit": "Piece",
			"unitsPerPack": 1,
			"requirements": ["Serial"],
			"capability": "Ventilation",
			"clinicalCode": { "system": "http://snomed.info/sct", "code": "706172005" },
		}],
		"institutions": [{
			"admission": {
				"kind": "Hospital",
				"region": "CN-HB",
				"name": "Jinyintan Hospital",
				"external": { "Gln": { "gln": "6291041500213", "extension": null } },
			},
			"licences": [{ "capability": "Ventilation", "expires": 4_102_444_800_000u64 }],
			"agents": [{ "account": 10, "roles": ["Admin", "Stock"] }],
			"sites": [{
				"name": "Ward 7",
				"region": "CN-HB",
				"kind": "Ward",
				"temperature": { "min": 150, "max": 250 },
				"grid": { "latitude": 3_058, "longitude": 11_429 },
			}],
		}],
	});
	let config: GenesisConfig<Test> = serde_json::from_value(json).expect("it reads");
	let told = serde_json::to_value(&config).expect("it writes");
	assert_eq!(told["classes"][0]["requirements"], serde_json::json!(["Serial"]));
	assert_eq!(told["institutions"][0]["admission"]["region"], "CN-HB");
	assert_eq!(config.regions[0].seat, None);
	assert_eq!(config.regions[1].seat, Some(WUHAN));
	build(config);
}

#[test]
#[should_panic(expected = "unknown field")]
fn a_misspelt_field_is_refused() {
	let json = serde_json::json!({ "regions": [
		{ "code": "CN", "region": { "name": "China", "population": 1, "belts": "Central" } },
	] });
	serde_json::from_value::<GenesisConfig<Test>>(json).map(drop).expect("it reads");
}

#[test]
#[should_panic(expected = "genesis: region CN-HB: Err(RegionNotFound)")]
fn a_part_before_its_whole_is_refused() {
	let mut config = genesis();
	config.regions.reverse();
	build(config);
}

#[test]
fn a_seat_is_there_from_the_first_block_where_it_is_named() {
	run(|| {
		let seats: Vec<_> = RegionSeats::<Test>::iter().collect();
		assert_eq!(seats, [(code("CN-HB"), WUHAN)]);
	});
}

#[test]
#[should_panic(expected = "genesis: seat of CN-HB: Err(SeatOutOfRange)")]
fn a_seat_that_is_nowhere_is_refused() {
	let mut config = genesis();
	config.regions[1].seat = Some(Seat { latitude: 0, longitude: 180_001 });
	build(config);
}

#[test]
#[should_panic(expected = "genesis: class \"Masks\": Err(EmptyPack)")]
fn a_class_that_cannot_be_is_refused() {
	let mut config = genesis();
	config.classes[0].units_per_pack = 0;
	build(config);
}

#[test]
#[should_panic(expected = "genesis: institution \"Jack's Foundation\": Err(NoAdmins)")]
fn an_institution_without_an_admin_is_refused() {
	let mut config = genesis();
	config.institutions[1].agents = vec![AgentSeed { account: 20, roles: vec![Role::Stock] }];
	build(config);
}

#[test]
#[should_panic(expected = "genesis: institution \"Jack's Foundation\": Err(AgentAlreadyExists)")]
fn an_agent_of_two_institutions_is_refused() {
	let mut config = genesis();
	let shared = config.institutions[0].agents[0].clone();
	config.institutions[1].agents.push(shared);
	build(config);
}

#[test]
#[should_panic(expected = "Err(SiteAlreadyExists)")]
fn two_sites_under_one_identifier_are_refused() {
	let mut config = genesis();
	for site in &mut config.institutions[0].sites {
		site.external = Some(ExternalId::Uri(text("https://example.org/site")));
	}
	build(config);
}
