//! What the registry stores, and what its calls and views speak of.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	pallet_prelude::Get, BoundedBTreeSet, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound,
	PartialEqNoBound,
};
use salus_primitives::{
	Action, BaseUnit, Batch, Belt, CalendarDate, Capability, ClassId, EventClaim, Expiry,
	ExternalId, Gtin, InstitutionId, InstitutionKind, LotId, Malformed, Moment, Quantity,
	RegionCode, Role, Serial, Step, TemperatureRange, Text,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::{ConstU32, H256};

/// An administrative area.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Region {
	/// What people call it.
	pub name: Text<64>,
	/// The area that it is a part of.
	#[serde(default)]
	pub parent: Option<RegionCode>,
	/// The belt by which reports group it.
	#[serde(default)]
	pub belt: Option<Belt>,
	/// How many people live there.
	pub population: u64,
}

/// Whether an institution may act.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Status {
	/// It may.
	Active,
	/// Its agents may do nothing but leave.
	Suspended,
}

/// A permission to handle what not everybody may handle.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Licence {
	/// For what.
	pub capability: Capability,
	/// The first moment at which it no longer holds.
	pub expires: Moment,
	/// Digest of the document that proves it.
	#[serde(default)]
	pub claim: Option<H256>,
}

/// What an institution is when it is admitted.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Admission {
	/// Its kind.
	pub kind: InstitutionKind,
	/// Where it is.
	pub region: RegionCode,
	/// What people call it.
	pub name: Text<64>,
	/// How the world outside knows it; no two institutions share one.
	#[serde(default)]
	pub external: Option<ExternalId>,
	/// The institution that it is a part of, or answers to.
	#[serde(default)]
	pub parent: Option<InstitutionId>,
	/// Digest of a profile kept off chain, where it can be erased.
	#[serde(default)]
	pub profile: Option<H256>,
}

/// A licensed body.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[codec(mel_bound())]
#[scale_info(skip_type_params(MaxLicences))]
pub struct Institution<MaxLicences: Get<u32>> {
	/// Its kind.
	pub kind: InstitutionKind,
	/// Where it is.
	pub region: RegionCode,
	/// What people call it.
	pub name: Text<64>,
	/// How the world outside knows it.
	pub external: Option<ExternalId>,
	/// The institution that it is a part of, or answers to.
	pub parent: Option<InstitutionId>,
	/// Digest of a profile kept off chain.
	pub profile: Option<H256>,
	/// Whether it may act.
	pub status: Status,
	/// At most one for each capability, expired ones included.
	pub licences: BoundedVec<Licence, MaxLicences>,
	/// How many of its agents are admins.
	pub admins: u32,
	/// How many agents it has.
	pub agents: u32,
}

/// What happens at a site.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum SiteKind {
	/// Goods are stored.
	Warehouse,
	/// Drugs are issued.
	Pharmacy,
	/// Patients are treated.
	Ward,
	/// Samples are tested.
	Laboratory,
	/// Goods are loaded and unloaded.
	Dock,
	/// None of these.
	Office,
}

/// A position, coarse enough not to give away an address.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GridSquare {
	/// Hundredths of a degree, north positive.
	pub latitude: i16,
	/// Hundredths of a degree, east positive.
	pub longitude: i16,
}

impl GridSquare {
	fn check(&self) -> Result<(), Malformed> {
		if (-9_000..=9_000).contains(&self.latitude) && (-18_000..=18_000).contains(&self.longitude)
		{
			Ok(())
		} else {
			Err(Malformed::Range)
		}
	}
}

/// What is known of a site beside whose it is.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Place {
	/// What people call it.
	pub name: Text<64>,
	/// How the world outside knows it; no two sites share one.
	#[serde(default)]
	pub external: Option<ExternalId>,
	/// Where it is.
	pub region: RegionCode,
	/// What happens there.
	pub kind: SiteKind,
	/// What it keeps goods at.
	#[serde(default)]
	pub temperature: Option<TemperatureRange>,
	/// Where it is, roughly.
	#[serde(default)]
	pub grid: Option<GridSquare>,
}

impl Place {
	/// Refuses what cannot be: an empty name, a wrong key, an upper bound below the lower one, a
	/// position off the globe.
	pub(crate) fn check(&self) -> Result<(), Malformed> {
		self.name.check()?;
		self.external.as_ref().map_or(Ok(()), ExternalId::check)?;
		self.temperature.map_or(Ok(()), |range| range.check())?;
		self.grid.map_or(Ok(()), |square| square.check())
	}
}

/// A place of an institution.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Site {
	/// Whose.
	pub institution: InstitutionId,
	/// What is known of it.
	pub place: Place,
}

/// What sort of resource a class is.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum ClassKind {
	/// Used up.
	Consumable,
	/// Used again.
	Device,
	/// Taken.
	Drug,
	/// Made from blood.
	BloodProduct,
	/// Beds, hours of staff, slots of a laboratory.
	Capacity,
}

impl ClassKind {
	/// The code of FHIR's supply-item type, which a SupplyDelivery must carry.
	pub const fn fhir_delivery_type(self) -> &'static str {
		match self {
			Self::Consumable | Self::Device | Self::Capacity => "device",
			Self::Drug => "medication",
			Self::BloodProduct => "biologicallyderivedproduct",
		}
	}
}

/// What a lot of a class must say of itself.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Requirement {
	/// Its batch number.
	Batch,
	/// When it expires.
	Expiry,
	/// Its serial number.
	Serial,
}

/// A code of a clinical terminology.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClinicalCode {
	/// URI of the terminology.
	pub system: Text<128>,
	/// The code within it.
	pub code: Text<32>,
}

/// A kind of resource.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Class {
	/// What people call it.
	pub name: Text<64>,
	/// What sort of resource it is.
	pub kind: ClassKind,
	/// Its trade item number; no two classes share one.
	#[serde(default)]
	pub gtin: Option<Gtin>,
	/// What its quantities count.
	pub unit: BaseUnit,
	/// How many base units one pack holds; at least one.
	pub units_per_pack: u32,
	/// What its lots must say of themselves.
	#[serde(default)]
	pub requirements: BoundedBTreeSet<Requirement, ConstU32<3>>,
	/// What it must be kept at.
	#[serde(default)]
	pub temperature: Option<TemperatureRange>,
	/// What a receiver must be licensed for.
	#[serde(default)]
	pub capability: Option<Capability>,
	/// Its code in a clinical terminology.
	#[serde(default)]
	pub clinical_code: Option<ClinicalCode>,
}

impl Class {
	/// Refuses what cannot be: empty text, a wrong key, an upper bound below the lower one.
	pub(crate) fn check(&self) -> Result<(), Malformed> {
		self.name.check()?;
		self.gtin.map_or(Ok(()), |gtin| gtin.check())?;
		self.temperature.map_or(Ok(()), |range| range.check())?;
		self.clinical_code
			.as_ref()
			.map_or(Ok(()), |code| code.system.check().and_then(|()| code.code.check()))
	}
}

/// Whether the registering institution brought the lot into the world, or came to hold it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Commissioning {
	/// It made or imported the lot.
	Commissioned,
	/// It found the lot in its stock.
	Observed,
}

/// What a lot is. Never changes; quantities are not a part of it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LotIdentity {
	/// Of what kind.
	pub class: ClassId,
	/// Batch number.
	pub batch: Option<Batch>,
	/// Serial number; a lot with one is a single unit.
	pub serial: Option<Serial>,
	/// When it was made.
	pub made: Option<CalendarDate>,
	/// When it expires, as printed.
	pub expiry: Option<Expiry>,
	/// Who gave it.
	pub donor: Option<InstitutionId>,
	/// What the donor meant it for.
	pub earmark: Option<Text<64>>,
	/// Whether its registrant made or imported it.
	pub commissioning: Commissioning,
	/// Digest of the document that came with it.
	pub document: Option<H256>,
}

impl LotIdentity {
	/// Refuses what cannot be: wrong characters, dates of no calendar, made after its expiry.
	pub(crate) fn check(&self) -> Result<(), Malformed> {
		self.batch.as_ref().map_or(Ok(()), Batch::check)?;
		self.serial.as_ref().map_or(Ok(()), Serial::check)?;
		self.earmark.as_ref().map_or(Ok(()), Text::check)?;
		self.made.map_or(Ok(()), |date| date.check())?;
		self.expiry.map_or(Ok(()), |expiry| expiry.check())?;
		match (self.made, self.expires_at()) {
			(Some(made), Some(expires_at)) if made.starts() >= expires_at => Err(Malformed::Range),
			_ => Ok(()),
		}
	}

	/// The first moment at which the lot is expired; `None` when it does not expire.
	pub fn expires_at(&self) -> Option<Moment> {
		self.expiry.map(|expiry| expiry.expires_at())
	}

	/// Whether the lot is expired at `now`.
	pub fn is_expired(&self, now: Moment) -> bool {
		self.expires_at().is_some_and(|at| at <= now)
	}

	/// Whether the lot would be used beyond `limit`; never, when there is no limit.
	pub fn outlives(&self, limit: Option<Moment>) -> bool {
		limit.is_some_and(|limit| self.expires_at().is_none_or(|at| at > limit))
	}
}

/// How a lot came out of another.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Derivation {
	/// Its units were repacked.
	Repacked,
	/// The other's identity was wrong.
	Corrected,
}

/// The lot that another came out of.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LotOrigin {
	/// Which. Of several inputs, the first; all of them are kept beside the lot.
	pub lot: LotId,
	/// How.
	pub by: Derivation,
}

/// A lot, as registered.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lot {
	/// What it is.
	pub identity: LotIdentity,
	/// What it came out of, when it was not registered anew.
	pub origin: Option<LotOrigin>,
	/// Who registered it, and alone may correct it.
	pub registered_by: InstitutionId,
}

/// Everything that ever entered or left the books under one lot, in base units.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Ledger {
	/// Registered.
	#[codec(compact)]
	pub registered: Quantity,
	/// Came out of other lots.
	#[codec(compact)]
	pub repacked_in: Quantity,
	/// Counted, or received, beyond what the books knew.
	#[codec(compact)]
	pub found: Quantity,
	/// Used.
	#[codec(compact)]
	pub consumed: Quantity,
	/// Destroyed.
	#[codec(compact)]
	pub destroyed: Quantity,
	/// Gone.
	#[codec(compact)]
	pub lost: Quantity,
	/// Went into other lots.
	#[codec(compact)]
	pub repacked_out: Quantity,
}

impl Ledger {
	/// What must still be held; `None` when the figures contradict each other.
	pub fn held(&self) -> Option<Quantity> {
		let sum = |parts: &[Quantity]| {
			parts.iter().try_fold(0, |sum: Quantity, part| sum.checked_add(*part))
		};
		let entered = sum(&[self.registered, self.repacked_in, self.found])?;
		let left = sum(&[self.consumed, self.destroyed, self.lost, self.repacked_out])?;
		entered.checked_sub(left)
	}
}

/// Why a count differs from the books.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum CountReason {
	/// A regular stock-take.
	StockTake,
	/// Broken.
	Breakage,
	/// Stolen.
	Theft,
	/// Gone bad.
	Spoilage,
	/// The books were wrong.
	ClericalError,
}

/// What may be destroyed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DestroyFrom {
	/// Goods free to use.
	Available,
	/// Goods set aside.
	Quarantined,
}

/// Why goods are destroyed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DestroyReason {
	/// Past their expiry.
	Expired,
	/// Damaged.
	Damaged,
	/// Contaminated.
	Contaminated,
	/// Recalled by their maker or an authority.
	Recalled,
	/// As the document says.
	Other,
}

/// How goods are destroyed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Destruction {
	/// Which of them.
	pub from: DestroyFrom,
	/// Why.
	pub reason: DestroyReason,
	/// Digest of the certificate.
	pub document: Option<H256>,
}

/// Why goods are set aside.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum QuarantineReason {
	/// Damaged.
	Damage,
	/// They were too warm or too cold.
	ColdChainBreach,
	/// Something is wrong with them, perhaps.
	Suspicion,
	/// They are to be inspected.
	Inspection,
}

/// Units that a repacking takes from a lot.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct RepackInput {
	/// From which.
	pub lot: LotId,
	/// How many base units.
	pub quantity: Quantity,
}

/// A lot that a repacking makes.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RepackOutput {
	/// What it is.
	pub identity: LotIdentity,
	/// How many base units.
	pub quantity: Quantity,
}

/// A lot that a repacking made.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct MadeLot {
	/// Which.
	pub lot: LotId,
	/// How many base units.
	pub quantity: Quantity,
}

/// A lot as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LotView {
	/// As registered.
	pub lot: Lot,
	/// The first moment at which it is expired; `None` when it does not expire.
	pub expires_at: Option<Moment>,
	/// Whether that moment has come.
	pub expired: bool,
}

/// Whether a lot's books balance.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Conservation {
	/// What entered and left.
	pub ledger: Ledger,
	/// The sum over all holdings and buckets.
	pub held: Quantity,
	/// Whether what entered is what left and what is held.
	pub balanced: bool,
}

/// An agent, and for which institution the call acts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agency<AccountId> {
	/// Who acts.
	pub who: AccountId,
	/// For whom.
	pub institution: InstitutionId,
}

impl<AccountId> Agency<AccountId> {
	/// What the records of this act have in common.
	pub(crate) fn step(
		self,
		action: Action,
		digest: H256,
		event: Option<EventClaim>,
	) -> Step<AccountId> {
		let actor = salus_primitives::Actor::Account(self.who);
		Step { actor, institution: Some(self.institution), action, digest, event }
	}
}

/// A region at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegionSeed {
	/// Its code.
	pub code: RegionCode,
	/// The rest of it.
	pub region: Region,
}

/// An agent at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgentSeed<AccountId> {
	/// Which account.
	pub account: AccountId,
	/// In which roles.
	pub roles: Vec<Role>,
}

/// An institution at genesis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstitutionSeed<AccountId> {
	/// What it is. Its identifier is its place in the list, counted from zero.
	pub admission: Admission,
	/// What it is licensed for.
	#[serde(default)]
	pub licences: Vec<Licence>,
	/// Who acts for it; at least one admin.
	pub agents: Vec<AgentSeed<AccountId>>,
	/// Its places. Identifiers count on through all institutions.
	#[serde(default)]
	pub sites: Vec<Place>,
}
