//! What benchmarks need, here and in pallets that meet this one: everything as large as it may be.

use crate::{
	books::Entrance, Admission, Class, ClassKind, Classes, ClinicalCode, Commissioning, Config,
	GridSquare, InstitutionOf, Institutions, Licence, Lot, LotIdentity, NextClassId,
	NextInstitutionId, NextSiteNumber, Pallet, Place, Region, RegionEntry, Regions, Requirement,
	SiteKind, Sites, Window,
};
use alloc::{collections::BTreeSet, format, string::String, vec};
use frame_support::{pallet_prelude::Get, BoundedVec};
use salus_primitives::{
	geography::LONGEST_LINEAGE, Act, Action, Actor, Authority, BaseUnit, Batch, Belt,
	BenchmarkHelper, CalendarDate, Capability, ClassId, Expiry, ExternalId, Gtin, InstitutionId,
	InstitutionKind, LotId, Moment, Quantity, RecordId, RegionCode, Role, Roles, Serial,
	SiteNumber, Step, TemperatureRange, Text, Trail,
};
use sp_core::{ConstU32, H256};

const CAPABILITIES: [Capability; 7] = [
	Capability::Ventilation,
	Capability::ColdChain,
	Capability::BloodProducts,
	Capability::ControlledDrugs,
	Capability::IntensiveCare,
	Capability::BiosafetyLaboratory,
	Capability::DangerousGoods,
];

fn bytes<const N: u32>(byte: u8) -> BoundedVec<u8, ConstU32<N>> {
	BoundedVec::truncate_from(vec![byte; N as usize])
}

fn code(text: &str) -> RegionCode {
	RegionCode(BoundedVec::truncate_from(text.as_bytes().to_vec()))
}

/// A set of roles.
pub(crate) fn roles(roles: impl IntoIterator<Item = Role>) -> Roles {
	Roles::try_from(roles.into_iter().collect::<BTreeSet<_>>()).unwrap_or_default()
}

/// A URI of full length, unlike that of any other `number`.
fn uri(number: u32) -> ExternalId {
	let text: String = format!("urn:salus:{number:0>118}");
	ExternalId::Uri(Text(BoundedVec::truncate_from(text.into_bytes())))
}

/// A trade item number, unlike that of any other `number`.
fn gtin(number: u32) -> Option<Gtin> {
	(0..10).find_map(|digit| Gtin::try_from(format!("{number:0>13}{digit}").as_str()).ok())
}

/// Stores a region, with a record behind it.
pub(crate) fn store_region<T: Config>(code: &RegionCode, region: Region) {
	Regions::<T>::insert(code, RegionEntry { region, newest_record: Some(RecordId(0)) });
}

/// The regions that a region is a part of, the one that is a part of no other first. With the region
/// itself, they are as long a lineage as is looked at.
const WHOLES: [&str; LONGEST_LINEAGE - 1] = ["ZT", "ZU", "ZV", "ZW", "ZX", "ZY", "ZZ"];

/// A region that is a part of others, which are there.
pub(crate) fn region<T: Config>() -> (RegionCode, Region) {
	let name = Text(bytes(b'r'));
	let mut region = Region { name, parent: None, belt: None, population: u64::MAX };
	for whole in WHOLES.map(code) {
		if !Regions::<T>::contains_key(&whole) {
			store_region::<T>(&whole, region.clone());
		}
		region.parent = Some(whole);
	}
	region.belt = Some(Belt::Central);
	(code("ZZ-999"), region)
}

/// An institution to be admitted, in a region that is there.
pub(crate) fn admission<T: Config>() -> Admission {
	let (code, region) = region::<T>();
	store_region::<T>(&code, region);
	let next = NextInstitutionId::<T>::get();
	Admission {
		kind: InstitutionKind::Hospital,
		region: code,
		name: Text(bytes(b'i')),
		external: Some(uri(next.0)),
		parent: next.0.checked_sub(1).map(InstitutionId),
		profile: Some(H256::repeat_byte(1)),
	}
}

/// A site to be registered, in a region that is there.
pub(crate) fn place<T: Config>(institution: InstitutionId) -> Place {
	let (code, region) = region::<T>();
	store_region::<T>(&code, region);
	let number = u32::from(NextSiteNumber::<T>::get(institution).0);
	Place {
		name: Text(bytes(b's')),
		external: Some(uri((institution.0 << 16) | number)),
		region: code,
		kind: SiteKind::Warehouse,
		temperature: Some(TemperatureRange { min: 20, max: 80 }),
		grid: Some(GridSquare { latitude: 3_000, longitude: 11_400 }),
	}
}

/// A class to be registered, whose lots must say `requirements`.
pub(crate) fn class<T: Config>(requirements: impl IntoIterator<Item = Requirement>) -> Class {
	let requirements: BTreeSet<_> = requirements.into_iter().collect();
	Class {
		name: Text(bytes(b'c')),
		kind: ClassKind::Drug,
		gtin: gtin(NextClassId::<T>::get().0),
		unit: BaseUnit::Piece,
		units_per_pack: u32::MAX,
		requirements: requirements.try_into().unwrap_or_default(),
		temperature: Some(TemperatureRange { min: 20, max: 80 }),
		capability: Some(Capability::ColdChain),
		carrier_capability: Some(Capability::ColdChain),
		clinical_code: Some(ClinicalCode { system: Text(bytes(b'y')), code: Text(bytes(b'z')) }),
	}
}

/// A lot to be registered.
pub(crate) fn identity(class: ClassId, donor: InstitutionId, quantity: Quantity) -> LotIdentity {
	LotIdentity {
		class,
		batch: Some(Batch(bytes(b'B'))),
		serial: (quantity == 1).then(|| Serial(bytes(b'S'))),
		made: Some(CalendarDate { year: 2020, month: 1, day: 1 }),
		expiry: Some(Expiry::Day(CalendarDate { year: 9999, month: 12, day: 31 })),
		window: None,
		donor: Some(donor),
		earmark: Some(Text(bytes(b'e'))),
		commissioning: Commissioning::Commissioned,
		document: Some(H256::repeat_byte(2)),
	}
}

/// A licence for a capability.
pub(crate) fn licence(capability: Capability) -> Licence {
	Licence { capability, expires: Moment::MAX, claim: Some(H256::repeat_byte(3)) }
}

/// Registers a class, whose lots must say `requirements`.
pub(crate) fn registered_class<T: Config>(
	requirements: impl IntoIterator<Item = Requirement>,
) -> ClassId {
	store_class::<T>(class::<T>(requirements))
}

fn store_class<T: Config>(class: Class) -> ClassId {
	let class = Pallet::<T>::new_class(class);
	let (id, entry) = class.expect("a fresh class is registered");
	Classes::<T>::insert(id, entry);
	id
}

/// A lot of capacity, for as long a window as may be, of which `institution` holds and owns `quantity`.
pub(crate) fn capacity<T: Config>(institution: InstitutionId, quantity: Quantity) -> LotId {
	let class = Class { kind: ClassKind::Capacity, ..class::<T>([Requirement::Batch]) };
	let class = store_class::<T>(class);
	let from = T::Trail::now();
	let window = Some(Window { from, until: from.saturating_add(T::MaxWindow::get()) });
	let identity = identity(class, institution, quantity);
	let identity = LotIdentity { made: None, expiry: None, window, ..identity };
	store_lot::<T>(institution, identity, quantity)
}

/// Registers a lot, kept at a site of its own.
fn store_lot<T: Config>(
	institution: InstitutionId,
	identity: LotIdentity,
	quantity: Quantity,
) -> LotId {
	let class = Pallet::<T>::check_lot(institution, &identity, quantity)
		.expect("the lot says what its class demands");
	let lot = Lot { identity, origin: None, registered_by: institution };
	let site = Some(<Pallet<T> as BenchmarkHelper<_>>::site(institution));
	let book = Pallet::<T>::begin_lot(lot, &class, Entrance::Registered(quantity), site)
		.expect("identifiers are left");
	let lot = book.id();
	let act = Act { institution: Some(institution), actor: Actor::Proof };
	book.close(&mut Step::new(act, Action::LotRegistered, &lot)).expect("nothing is claimed");
	lot
}

impl<T: Config> Pallet<T> {
	/// Admits an institution under every licence it can hold, with an admin in all roles.
	fn admit_fully(admission: Admission, admin: &T::AccountId) -> InstitutionId {
		let (id, mut entry) = Self::admit(admission).expect("a fresh institution is admitted");
		Self::license_fully(&mut entry);
		Self::enlist(id, &mut entry, admin, roles(Role::ALL)).expect("the account is no agent yet");
		entry.newest_record = Some(RecordId(0));
		Institutions::<T>::insert(id, entry);
		id
	}

	fn license_fully(entry: &mut InstitutionOf<T>) {
		for capability in CAPABILITIES.into_iter().take(T::MaxLicences::get() as usize) {
			Self::license(entry, licence(capability)).expect("there is room for the licence");
		}
	}
}

impl<T: Config> BenchmarkHelper<T::AccountId> for Pallet<T> {
	fn institution(admin: &T::AccountId) -> InstitutionId {
		Self::admit_fully(admission::<T>(), admin)
	}

	fn agent(institution: InstitutionId, who: &T::AccountId, role: Role) {
		let mut entry = Institutions::<T>::get(institution).expect("the institution is there");
		Self::enlist(institution, &mut entry, who, roles([role]))
			.expect("the account is no agent yet");
		Institutions::<T>::insert(institution, entry);
	}

	fn suspend_in_haste(institution: InstitutionId) {
		let act = Act::by(Actor::Authority(Authority::Council));
		Self::do_suspend_institution(act, institution).expect("the institution is active");
	}

	fn site(institution: InstitutionId) -> SiteNumber {
		let site = Self::new_site(institution, place::<T>(institution));
		let (number, entry) = site.expect("a fresh site is registered");
		Sites::<T>::insert(institution, number, entry);
		number
	}

	fn class() -> ClassId {
		registered_class::<T>([Requirement::Batch, Requirement::Expiry])
	}

	fn lot_of(institution: InstitutionId, class: ClassId, quantity: Quantity) -> LotId {
		store_lot::<T>(institution, identity(class, institution, quantity), quantity)
	}

	fn region(number: u32) -> RegionCode {
		// Three digits of base 36 in the order of ASCII.
		let digit = |place: u32| match number / 36u32.pow(place) % 36 {
			digit @ 0..=9 => b'0' + digit as u8,
			letter => b'A' + (letter - 10) as u8,
		};
		let code = RegionCode(BoundedVec::truncate_from(vec![
			b'Z',
			b'Z',
			b'-',
			digit(2),
			digit(1),
			digit(0),
		]));
		let (_, region) = region::<T>();
		store_region::<T>(&code, region);
		code
	}

	fn commission(region: RegionCode, who: &T::AccountId) -> InstitutionId {
		let kind = InstitutionKind::HealthCommission;
		Self::admit_fully(Admission { kind, region, ..admission::<T>() }, who)
	}
}
