//! Who and what the presets start with. The [table](super#the-cast) is in the module above.

use super::regions::REGIONS;
use crate::AccountId;
use alloc::{collections::BTreeSet, format, vec, vec::Vec};
use pallet_registry::{
	Admission, AgentSeed, Class, ClassKind, ClinicalCode, GridSquare, InstitutionSeed, Licence,
	Place, Requirement, SiteKind,
};
use salus_primitives::{
	BaseUnit, CalendarDate, Capability, ExternalId, Gln, InstitutionId, InstitutionKind,
	RegionCode, Role, TemperatureRange, Text,
};
use sp_core::{crypto::get_public_from_string_or_panic, sr25519};

/// The seats of the council: the commission's region, and its key's path.
pub const COUNCIL: [(&str, &str); 5] = [
	("CN-HB", "Alice//stash"),
	("CN-SH", "Bob//stash"),
	("CN-BJ", "Charlie//stash"),
	("CN-GD", "Dave//stash"),
	("CN-ZJ", "Eve//stash"),
];

const ALL: &[Role] =
	&[Role::Admin, Role::Stock, Role::Dispatch, Role::Receive, Role::Statistics, Role::Vote];

/// The account of a key derived from the development phrase, `Alice` standing for `//Alice`.
pub fn account(path: &str) -> AccountId {
	AccountId::from(get_public_from_string_or_panic::<sr25519::Public>(path).0)
}

/// The seats of the council: the commission of each region, and the account that speaks for it.
pub fn seats() -> Vec<(InstitutionId, AccountId)> {
	let institutions = institutions();
	let commission_of = |region: &str| {
		let region = code(region);
		let place = institutions.iter().position(|InstitutionSeed { admission, .. }| {
			admission.kind == InstitutionKind::HealthCommission && admission.region == region
		});
		place.and_then(|place| u32::try_from(place).ok()).map(InstitutionId)
	};
	COUNCIL
		.iter()
		.filter_map(|(region, path)| Some((commission_of(region)?, account(path))))
		.collect()
}

/// Every account of the cast.
pub fn accounts() -> Vec<AccountId> {
	let agents = institutions().into_iter().flat_map(|institution| institution.agents);
	agents.map(|agent| agent.account).collect::<BTreeSet<_>>().into_iter().collect()
}

// The presets are constants of the runtime, and a test builds both: what would not fit is seen
// there, not on a chain.
pub(super) fn text<const N: u32>(text: &str) -> Text<N> {
	text.try_into().expect("the presets' texts fit; qed")
}

pub(super) fn code(code: &str) -> RegionCode {
	code.try_into().expect("the presets' region codes are well-formed; qed")
}

fn gln(number: &str, extension: Option<&str>) -> Option<ExternalId> {
	let gln = Gln::try_from(number).expect("the presets' location numbers are well-formed; qed");
	Some(ExternalId::Gln { gln, extension: extension.map(text) })
}

fn agents(agents: &[(&str, &[Role])]) -> Vec<AgentSeed<AccountId>> {
	agents
		.iter()
		.map(|(path, roles)| AgentSeed { account: account(path), roles: roles.to_vec() })
		.collect()
}

fn licences(capabilities: &[Capability]) -> Vec<Licence> {
	let expires = CalendarDate { year: 2036, month: 1, day: 1 }.starts();
	capabilities
		.iter()
		.map(|capability| Licence { capability: *capability, expires, claim: None })
		.collect()
}

fn place(
	name: &str,
	external: Option<ExternalId>,
	region: &str,
	kind: SiteKind,
	(latitude, longitude): (i16, i16),
) -> Place {
	Place {
		name: text(name),
		external,
		region: code(region),
		kind,
		temperature: None,
		grid: Some(GridSquare { latitude, longitude }),
	}
}

fn admission(kind: InstitutionKind, region: &str, name: &str) -> Admission {
	Admission {
		kind,
		region: code(region),
		name: text(name),
		external: None,
		parent: None,
		profile: None,
	}
}

/// The institutions, in the order of their identifiers.
pub fn institutions() -> Vec<InstitutionSeed<AccountId>> {
	// Centres of Shanghai, Wuhan and Hangzhou, in hundredths of a degree.
	const SHANGHAI: (i16, i16) = (3123, 12147);
	const WUHAN: (i16, i16) = (3059, 11430);
	const HANGZHOU: (i16, i16) = (3027, 12016);
	const COLD: TemperatureRange = TemperatureRange { min: 20, max: 80 };
	let demonstration = |kind, region, name: &str, number| Admission {
		external: gln(number, None),
		..admission(kind, region, &format!("{name} (demonstration)"))
	};
	let mut all = vec![
		InstitutionSeed {
			admission: demonstration(
				InstitutionKind::Donor,
				"CN-SH",
				"Pujiang Foundation",
				"9521000001008",
			),
			licences: vec![],
			agents: agents(&[("Alice", ALL), ("Two", &[Role::Dispatch])]),
			sites: vec![place(
				"Pudong warehouse",
				gln("9521000001008", Some("WH1")),
				"CN-SH",
				SiteKind::Warehouse,
				SHANGHAI,
			)],
		},
		InstitutionSeed {
			admission: demonstration(
				InstitutionKind::Hospital,
				"CN-HB",
				"Hankou General Hospital",
				"9521000002005",
			),
			licences: licences(&[
				Capability::Ventilation,
				Capability::IntensiveCare,
				Capability::ColdChain,
				Capability::DangerousGoods,
			]),
			agents: agents(&[("Bob", ALL), ("One", &[Role::Stock])]),
			sites: vec![
				place(
					"Goods dock",
					gln("9521000002005", Some("DOCK")),
					"CN-HB",
					SiteKind::Dock,
					WUHAN,
				),
				place(
					"Pharmacy",
					gln("9521000002005", Some("PHARM")),
					"CN-HB",
					SiteKind::Pharmacy,
					WUHAN,
				),
				place(
					"Intensive care ward",
					gln("9521000002005", Some("ICU")),
					"CN-HB",
					SiteKind::Ward,
					WUHAN,
				),
			],
		},
		InstitutionSeed {
			admission: demonstration(
				InstitutionKind::Hospital,
				"CN-HB",
				"Qingshan District Hospital",
				"9521000003002",
			),
			licences: vec![],
			agents: agents(&[("Dave", ALL)]),
			sites: vec![place(
				"Store room",
				gln("9521000003002", Some("STORE")),
				"CN-HB",
				SiteKind::Warehouse,
				WUHAN,
			)],
		},
		InstitutionSeed {
			admission: demonstration(
				InstitutionKind::DiseaseControlCentre,
				"CN-HB",
				"Chu River Disease Control Centre",
				"9521000004009",
			),
			licences: licences(&[Capability::BiosafetyLaboratory, Capability::ColdChain]),
			agents: agents(&[("Eve", ALL)]),
			sites: vec![
				place(
					"Laboratory",
					gln("9521000004009", Some("LAB")),
					"CN-HB",
					SiteKind::Laboratory,
					WUHAN,
				),
				Place {
					temperature: Some(COLD),
					..place(
						"Cold store",
						gln("9521000004009", Some("COLD")),
						"CN-HB",
						SiteKind::Warehouse,
						WUHAN,
					)
				},
			],
		},
		// Small organisations have no location number; an identifier of their own serves as well.
		InstitutionSeed {
			admission: Admission {
				external: Some(ExternalId::Uri(text("https://dongting-relief.example/id"))),
				..admission(
					InstitutionKind::ReliefOrganisation,
					"CN-HB",
					"Dongting Relief Society (demonstration)",
				)
			},
			licences: vec![],
			agents: agents(&[("Ferdie", ALL)]),
			sites: vec![place(
				"Relief warehouse",
				Some(ExternalId::Uri(text("https://dongting-relief.example/site/1"))),
				"CN-HB",
				SiteKind::Warehouse,
				WUHAN,
			)],
		},
		InstitutionSeed {
			admission: demonstration(
				InstitutionKind::Supplier,
				"CN-ZJ",
				"Qiantang Medical Supply",
				"9521000006003",
			),
			licences: licences(&[Capability::ColdChain]),
			agents: agents(&[("Ferdie//stash", ALL)]),
			sites: vec![place(
				"Factory warehouse",
				gln("9521000006003", Some("WH1")),
				"CN-ZJ",
				SiteKind::Warehouse,
				HANGZHOU,
			)],
		},
		InstitutionSeed {
			admission: demonstration(
				InstitutionKind::Carrier,
				"CN-HB",
				"Jianghan Carriers",
				"9521000007000",
			),
			licences: licences(&[Capability::ColdChain, Capability::DangerousGoods]),
			agents: agents(&[("Charlie", ALL)]),
			sites: vec![place(
				"Depot",
				gln("9521000007000", Some("DEPOT")),
				"CN-HB",
				SiteKind::Dock,
				WUHAN,
			)],
		},
	];
	all.extend(REGIONS.iter().map(|(region, name, _, _)| {
		let seat = COUNCIL.iter().find(|(of, _)| of == region);
		let path = seat.map_or(*region, |(_, path)| path);
		InstitutionSeed {
			admission: admission(
				InstitutionKind::HealthCommission,
				region,
				&format!("{name} Health Commission (demonstration)"),
			),
			licences: vec![],
			agents: agents(&[(path, &[Role::Admin, Role::Statistics, Role::Vote])]),
			sites: vec![],
		}
	}));
	all
}

/// The classes, in the order of their identifiers.
pub fn classes() -> Vec<Class> {
	use Requirement::{Batch, Expiry, Sensor, Serial};
	let class = |name, kind, gtin: Option<&str>, unit, units_per_pack, requirements: &[_]| Class {
		name: text(name),
		kind,
		gtin: gtin
			.map(|gtin| gtin.try_into().expect("the presets' item numbers are well-formed; qed")),
		unit,
		units_per_pack,
		requirements: requirements
			.iter()
			.copied()
			.collect::<BTreeSet<_>>()
			.try_into()
			.expect("there are four requirements in all; qed"),
		temperature: None,
		capability: None,
		carrier_capability: None,
		clinical_code: None,
	};
	let snomed = |concept| {
		Some(ClinicalCode { system: text("http://snomed.info/sct"), code: text(concept) })
	};
	let (consumable, device) = (ClassKind::Consumable, ClassKind::Device);
	vec![
		Class {
			clinical_code: snomed("261352009"),
			..class(
				"Surgical mask",
				consumable,
				Some("09521000000100"),
				BaseUnit::Piece,
				50,
				&[Batch, Expiry],
			)
		},
		class(
			"Protective suit",
			consumable,
			Some("09521000000209"),
			BaseUnit::Piece,
			20,
			&[Batch, Expiry],
		),
		Class {
			temperature: Some(TemperatureRange { min: 20, max: 80 }),
			capability: Some(Capability::BiosafetyLaboratory),
			carrier_capability: Some(Capability::ColdChain),
			..class(
				"Nucleic acid test kit",
				consumable,
				Some("09521000000308"),
				BaseUnit::Piece,
				48,
				&[Batch, Expiry, Sensor],
			)
		},
		Class {
			capability: Some(Capability::Ventilation),
			clinical_code: snomed("706172005"),
			..class("Ventilator", device, Some("09521000000407"), BaseUnit::Piece, 1, &[Serial])
		},
		class("Oxygen concentrator", device, Some("09521000000506"), BaseUnit::Piece, 1, &[Serial]),
		Class {
			capability: Some(Capability::IntensiveCare),
			..class("Intensive care bed", ClassKind::Capacity, None, BaseUnit::Day, 1, &[])
		},
		class("Nurse hours", ClassKind::Capacity, None, BaseUnit::Hour, 1, &[]),
	]
}
