//! A stage for benchmarks, here and in pallets that meet this one: everything as large as it may be.

use crate::{
	Admission, Class, ClassKind, ClinicalCode, Commissioning, Config, GridSquare, Licence, Lot,
	LotIdentity, NextClassId, NextInstitutionId, NextSiteId, Pallet, Place, Region, Regions,
	Requirement, SiteKind,
};
use alloc::{collections::BTreeSet, format, string::String, vec};
use frame_support::pallet_prelude::*;
use salus_primitives::{
	BaseUnit, Batch, Belt, CalendarDate, Capability, ClassId, Expiry, ExternalId, Gtin,
	InstitutionId, InstitutionKind, LotId, Moment, Quantity, RegionCode, Rehearsal, Role, Roles,
	Serial, SiteId, TemperatureRange, Text,
};
use sp_core::H256;

const CAPABILITIES: [Capability; 7] = [
	Capability::Ventilation,
	Capability::ColdChain,
	Capability::BloodProducts,
	Capability::ControlledDrugs,
	Capability::IntensiveCare,
	Capability::BiosafetyLaboratory,
	Capability::DangerousGoods,
];

pub(crate) const ROLES: [Role; 5] =
	[Role::Admin, Role::Stock, Role::Dispatch, Role::Receive, Role::Statistics];

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

/// A region that is a part of another, which is there.
pub(crate) fn region<T: Config>() -> (RegionCode, Region) {
	let whole = code("ZZ");
	let name = Text(bytes(b'r'));
	let mut region = Region { name, parent: None, belt: None, population: u64::MAX };
	if !Regions::<T>::contains_key(&whole) {
		Regions::<T>::insert(&whole, region.clone());
	}
	region.parent = Some(whole);
	region.belt = Some(Belt::Central);
	(code("ZZ-999"), region)
}

/// An institution to be admitted, in a region that is there.
pub(crate) fn admission<T: Config>() -> Admission {
	let (code, region) = region::<T>();
	Regions::<T>::insert(&code, region);
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
pub(crate) fn place<T: Config>() -> Place {
	let (code, region) = region::<T>();
	Regions::<T>::insert(&code, region);
	Place {
		name: Text(bytes(b's')),
		external: Some(uri(NextSiteId::<T>::get().0)),
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

impl<T: Config> Pallet<T> {
	fn license_fully(id: InstitutionId) {
		for capability in CAPABILITIES.into_iter().take(T::MaxLicences::get() as usize) {
			Self::license(id, licence(capability)).expect("there is room for the licence");
		}
	}
}

impl<T: Config> Rehearsal<T::AccountId> for Pallet<T> {
	fn institution(admin: &T::AccountId) -> InstitutionId {
		let id = Self::admit(admission::<T>()).expect("a fresh institution is admitted");
		Self::license_fully(id);
		Self::enlist(id, admin, roles(ROLES)).expect("the account is no agent yet");
		id
	}

	fn agent(institution: InstitutionId, who: &T::AccountId, role: Role) {
		Self::enlist(institution, who, roles([role])).expect("the account is no agent yet");
	}

	fn site(institution: InstitutionId) -> SiteId {
		Self::add_site(institution, place::<T>()).expect("a fresh site is registered")
	}

	fn lot(institution: InstitutionId, quantity: Quantity) -> LotId {
		let class = class::<T>([Requirement::Batch, Requirement::Expiry]);
		let class = Self::add_class(class).expect("a fresh class is registered");
		let identity = identity(class, institution, quantity);
		Self::check_lot(&identity, quantity).expect("the lot says what its class demands");
		let lot = Lot { identity, origin: None, registered_by: institution };
		let site = Some(<Self as Rehearsal<_>>::site(institution));
		Self::add_lot(lot, crate::holdings::Entry::Registered(quantity), site)
			.expect("identifiers are left")
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
		Regions::<T>::insert(&code, region);
		code
	}

	fn commission(region: RegionCode, who: &T::AccountId) -> InstitutionId {
		let kind = InstitutionKind::HealthCommission;
		let id = Self::admit(Admission { kind, region, ..admission::<T>() })
			.expect("a fresh institution is admitted");
		Self::license_fully(id);
		Self::enlist(id, who, roles(ROLES)).expect("the account is no agent yet");
		id
	}
}
