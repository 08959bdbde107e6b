//! # Registry
//!
//! Who exists, what exists, how much of it, and where.
//!
//! | term | meaning |
//! |---|---|
//! | *region* | an administrative area with a code, a parent, a belt and a population |
//! | *institution* | a licensed body; acts through its *agents*, accounts with roles |
//! | *licence* | a capability that an institution holds until a moment |
//! | *site* | a place of an institution |
//! | *class* | a kind of resource |
//! | *lot* | an immutable identity of goods of one class; quantities are not a part of it |
//! | *holding* | how much of one lot one institution has in custody for one owner, by bucket |
//! | *ledger* | everything that ever entered or left the books under one lot |
//!
//! An accreditation origin registers regions and classes, admits institutions, licenses and
//! suspends them. An institution's admins manage its agents, sites and profile. Its stock agents
//! register lots and keep the books of what it holds.
//!
//! ## A short story
//!
//! The commission admits a hospital in `CN-HB` and names its first admin. The admin appoints a
//! storekeeper and registers the warehouse. A pallet of masks arrives: the storekeeper registers a
//! lot of 1,000, batch and expiry as printed, kept at the warehouse. Wards consume 300. A box fell
//! into water: 50 are quarantined, and then destroyed under a certificate. The yearly count finds
//! 648 where the books say 650, and sets them right as lost. Whoever asks for the lot's
//! conservation reads: registered 1,000 = held 648 + consumed 300 + destroyed 50 + lost 2.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them.
//!
//! 1. For each lot: registered + repacked in + found = the sum over its holdings of all buckets +
//!    consumed + destroyed + lost + repacked out. Lots and ledgers are the same set.
//! 2. No holding is empty; each belongs to a lot, a custodian and an owner that exist, and is kept
//!    nowhere or at a site of its custodian. All holdings of a lot with a serial number hold one
//!    unit at most.
//! 3. The index of holdings by custodian names exactly the holdings.
//! 4. An institution counts its agents and admins right, has at least one admin, and at most one
//!    licence for each capability. Agents have roles.
//! 5. Every external identifier and GTIN leads to the one thing that carries it, and back.
//! 6. What things point at exists: regions, parents, classes, origins, donors, registrants.
//! 7. What a lot is made of is kept exactly for lots that were repacked, and begins with the lot
//!    that its origin names.
//! 8. No identifier is in use that was not handed out.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod agents;
mod classes;
mod genesis;
mod holdings;
mod institutions;
mod lots;
mod malformed;
mod places;
mod repacking;
mod sequence;
mod stocktaking;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
mod rehearsal;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_system::Config as SystemConfig;
use sp_runtime::traits::StaticLookup;

/// An institution, under the limits of a runtime.
pub type InstitutionOf<T> = Institution<<T as Config>::MaxLicences>;

/// How a call names an account.
pub type AccountIdLookupOf<T> = <<T as SystemConfig>::Lookup as StaticLookup>::Source;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use salus_primitives::{
		Agent, Belt, Capability, ClassId, EventClaim, ExternalId, Gtin, Holding, HoldingKey,
		InstitutionId, LotId, Moment, Quantity, RegionCode, Role, Roles, SiteId, Trail,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What a runtime decides.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who admits, licenses and suspends institutions, and registers regions and classes.
		type AccreditationOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Keeps the record of every change, and the time.
		type Trail: Trail<Self::AccountId>;

		/// The most licences that one institution holds.
		#[pallet::constant]
		type MaxLicences: Get<u32>;

		/// The most agents that act for one institution.
		#[pallet::constant]
		type MaxAgents: Get<u32>;

		/// The most inputs, and the most outputs, of one repacking.
		#[pallet::constant]
		type MaxRepack: Get<u32>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
	}

	/// Regions by their code.
	#[pallet::storage]
	pub type Regions<T: Config> = StorageMap<_, Blake2_128Concat, RegionCode, Region>;

	/// The identifier of the next institution.
	#[pallet::storage]
	pub type NextInstitutionId<T: Config> = StorageValue<_, InstitutionId, ValueQuery>;

	/// Institutions.
	#[pallet::storage]
	pub type Institutions<T: Config> = StorageMap<_, Identity, InstitutionId, InstitutionOf<T>>;

	/// The institution that the world outside knows under an identifier.
	#[pallet::storage]
	pub type InstitutionsByExternalId<T: Config> =
		StorageMap<_, Blake2_128Concat, ExternalId, InstitutionId>;

	/// Agents by their account. An account acts for one institution at most.
	#[pallet::storage]
	pub type Agents<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Agent>;

	/// The identifier of the next site.
	#[pallet::storage]
	pub type NextSiteId<T: Config> = StorageValue<_, SiteId, ValueQuery>;

	/// Sites.
	#[pallet::storage]
	pub type Sites<T: Config> = StorageMap<_, Identity, SiteId, Site>;

	/// The site that the world outside knows under an identifier.
	#[pallet::storage]
	pub type SitesByExternalId<T: Config> = StorageMap<_, Blake2_128Concat, ExternalId, SiteId>;

	/// The identifier of the next class.
	#[pallet::storage]
	pub type NextClassId<T: Config> = StorageValue<_, ClassId, ValueQuery>;

	/// Classes.
	#[pallet::storage]
	pub type Classes<T: Config> = StorageMap<_, Identity, ClassId, Class>;

	/// The class that a trade item number names.
	#[pallet::storage]
	pub type ClassesByGtin<T: Config> = StorageMap<_, Blake2_128Concat, Gtin, ClassId>;

	/// The identifier of the next lot.
	#[pallet::storage]
	pub type NextLotId<T: Config> = StorageValue<_, LotId, ValueQuery>;

	/// Lots.
	#[pallet::storage]
	pub type Lots<T: Config> = StorageMap<_, Identity, LotId, Lot>;

	/// What each lot that a repacking made is made of: all its inputs, and what was taken of each
	/// for all its outputs together.
	#[pallet::storage]
	pub type Repackings<T: Config> =
		StorageMap<_, Identity, LotId, BoundedVec<RepackInput, T::MaxRepack>, ValueQuery>;

	/// What entered and left the books under each lot.
	#[pallet::storage]
	pub type Ledgers<T: Config> = StorageMap<_, Identity, LotId, Ledger>;

	/// What is held of each lot, by custodian and owner.
	#[pallet::storage]
	pub type Holdings<T: Config> =
		StorageDoubleMap<_, Identity, LotId, Identity, (InstitutionId, InstitutionId), Holding>;

	/// Which holdings a custodian has, by lot and owner.
	#[pallet::storage]
	pub type HoldingsByCustodian<T: Config> =
		StorageDoubleMap<_, Identity, InstitutionId, Identity, (LotId, InstitutionId), ()>;

	/// What the chain knows before its first block.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Regions; a parent before its parts.
		pub regions: Vec<RegionSeed>,
		/// Institutions with their licences, agents and sites; identifiers in this order.
		pub institutions: Vec<InstitutionSeed<T::AccountId>>,
		/// Classes; identifiers in this order.
		pub classes: Vec<Class>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.plant();
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A region was registered.
		RegionRegistered {
			/// Its code.
			code: RegionCode,
		},
		/// A region's figures were amended.
		RegionAmended {
			/// Its code.
			code: RegionCode,
			/// How many people live there now.
			population: u64,
			/// The belt by which reports group it now.
			belt: Option<Belt>,
		},
		/// An institution was admitted.
		InstitutionAdmitted {
			/// Its identifier.
			institution: InstitutionId,
			/// Its first agent.
			admin: T::AccountId,
		},
		/// A licence was granted, or an earlier one replaced.
		LicenceGranted {
			/// To whom.
			institution: InstitutionId,
			/// For what.
			capability: Capability,
			/// The first moment at which it no longer holds.
			expires: Moment,
		},
		/// A licence was revoked.
		LicenceRevoked {
			/// Whose.
			institution: InstitutionId,
			/// For what.
			capability: Capability,
		},
		/// An institution was suspended.
		InstitutionSuspended {
			/// Which.
			institution: InstitutionId,
		},
		/// A suspended institution was reinstated.
		InstitutionReinstated {
			/// Which.
			institution: InstitutionId,
		},
		/// A class was registered.
		ClassRegistered {
			/// Its identifier.
			class: ClassId,
		},
		/// An institution's profile was amended.
		ProfileAmended {
			/// Whose.
			institution: InstitutionId,
			/// The digest now.
			profile: Option<H256>,
		},
		/// An agent was appointed.
		AgentAppointed {
			/// For whom it acts.
			institution: InstitutionId,
			/// Which account.
			who: T::AccountId,
			/// In which roles.
			roles: Roles,
		},
		/// An agent's roles were changed.
		AgentRolesChanged {
			/// For whom it acts.
			institution: InstitutionId,
			/// Which account.
			who: T::AccountId,
			/// In which roles now.
			roles: Roles,
		},
		/// An agent was removed.
		AgentRemoved {
			/// For whom it acted.
			institution: InstitutionId,
			/// Which account.
			who: T::AccountId,
		},
		/// A site was registered.
		SiteRegistered {
			/// Whose.
			institution: InstitutionId,
			/// Its identifier.
			site: SiteId,
		},
		/// A lot was registered.
		LotRegistered {
			/// Its identifier.
			lot: LotId,
			/// By whom.
			institution: InstitutionId,
			/// How many base units.
			quantity: Quantity,
		},
		/// The available units of a holding were set to what was counted.
		LotCounted {
			/// Which holding.
			holding: HoldingKey,
			/// What the books said, in base units.
			booked: Quantity,
			/// What was counted, in base units.
			counted: Quantity,
			/// Why they differ.
			reason: CountReason,
		},
		/// Units were used.
		LotConsumed {
			/// Of which lot.
			lot: LotId,
			/// By whom.
			institution: InstitutionId,
			/// How many base units.
			quantity: Quantity,
		},
		/// Units were destroyed.
		LotDestroyed {
			/// Of which lot.
			lot: LotId,
			/// By whom.
			institution: InstitutionId,
			/// How many base units.
			quantity: Quantity,
			/// Which, why, and under which certificate.
			how: Destruction,
		},
		/// Units were set aside from use.
		LotQuarantined {
			/// Of which holding.
			holding: HoldingKey,
			/// How many base units.
			quantity: Quantity,
			/// Why.
			reason: QuarantineReason,
		},
		/// Units were released from quarantine.
		LotReleased {
			/// Of which holding.
			holding: HoldingKey,
			/// How many base units.
			quantity: Quantity,
		},
		/// Units of some lots became others.
		LotRepacked {
			/// By whom.
			institution: InstitutionId,
			/// What they were taken from, and how many of each.
			inputs: BoundedVec<RepackInput, T::MaxRepack>,
			/// What they became, and how many of each.
			outputs: BoundedVec<MadeLot, T::MaxRepack>,
		},
		/// Units moved to a lot whose identity is right.
		LotCorrected {
			/// The lot whose identity was wrong.
			lot: LotId,
			/// The lot that takes its place.
			corrected: LotId,
			/// How many base units moved.
			quantity: Quantity,
		},
		/// A holding was moved to another site of its custodian.
		LotRelocated {
			/// Which holding.
			holding: HoldingKey,
			/// Where it is kept now.
			site: Option<SiteId>,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// No such region.
		RegionNotFound,
		/// No such institution.
		InstitutionNotFound,
		/// The institution has no licence for the capability.
		LicenceNotFound,
		/// The institution has no such agent.
		AgentNotFound,
		/// No such site.
		SiteNotFound,
		/// No such class.
		ClassNotFound,
		/// No such lot.
		LotNotFound,
		/// Nothing is held under the lot, custodian and owner.
		HoldingNotFound,
		/// The code has a region already.
		RegionAlreadyExists,
		/// The external identifier has an institution already.
		InstitutionAlreadyExists,
		/// The account is an agent already, of this institution or another.
		AgentAlreadyExists,
		/// The external identifier has a site already.
		SiteAlreadyExists,
		/// The GTIN has a class already.
		ClassAlreadyExists,
		/// The signer acts for no institution.
		NotAgent,
		/// The agent lacks the role.
		NotAuthorized,
		/// The agent's institution is suspended.
		Suspended,
		/// The institution would be left without an admin.
		LastAdmin,
		/// An agent must have a role.
		NoRoles,
		/// The institution has as many licences as it may.
		TooManyLicences,
		/// The institution has as many agents as it may.
		TooManyAgents,
		/// The licence would have expired already.
		LicenceExpired,
		/// Everything is so already.
		Unchanged,
		/// A GS1 key whose last digit is not its check digit.
		InvalidCheckDigit,
		/// Text that is empty, is not UTF-8, or has characters that its standard does not allow.
		InvalidCharacters,
		/// A date that no calendar has.
		InvalidDate,
		/// A lower bound above its upper bound, or a figure off its scale.
		InvalidRange,
		/// A location number with an extension names a place inside a party, not the party.
		UnexpectedExtension,
		/// Not an ISO 3166-2 code.
		InvalidRegionCode,
		/// A pack must hold at least one unit.
		EmptyPack,
		/// Lots of the class must state their batch.
		BatchRequired,
		/// Lots of the class must state their expiry.
		ExpiryRequired,
		/// Lots of the class must state their serial number.
		SerialRequired,
		/// A lot with a serial number is a single unit.
		SerialIsSingle,
		/// Nothing would be moved.
		ZeroQuantity,
		/// The bucket holds less.
		InsufficientStock,
		/// The goods belong to another institution.
		NotOwner,
		/// Only who registered the lot may correct it.
		NotRegistrant,
		/// The site belongs to another institution.
		SiteOfAnother,
		/// A lot is named twice.
		DuplicateLot,
		/// Goods of one lot cannot become goods of another.
		LotsDiffer,
		/// The classes count in different units.
		UnitsDiffer,
		/// As many units must come out as go in.
		UnitsNotConserved,
		/// A lot would expire later than what it is made of.
		ExpiryExtended,
		/// A lot would demand no licence that what it is made of demands.
		CapabilityDropped,
		/// A lot would not carry the earmark of what it is made of.
		EarmarkDropped,
		/// The lot is expired: it can only be returned or destroyed.
		Expired,
		/// The figures do not fit.
		Overflow,
		/// No identifier is left.
		IdsExhausted,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxAgents::get() > 0, "an institution needs its first admin");
			assert!(T::MaxRepack::get() > 0, "a repacking needs an input and an output");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The institution under an identifier.
		pub fn institution(id: InstitutionId) -> Option<InstitutionOf<T>> {
			Institutions::<T>::get(id)
		}

		/// For whom an account acts, and in which roles.
		pub fn agent_of(who: T::AccountId) -> Option<Agent> {
			Agents::<T>::get(who)
		}

		/// A lot, with its expiry as a moment.
		pub fn lot(id: LotId) -> Option<LotView> {
			Self::view_lot(id)
		}

		/// Everything that ever entered or left the books under a lot.
		pub fn ledger(lot: LotId) -> Option<Ledger> {
			Self::ledger_of(lot)
		}

		/// What a lot that a repacking made is made of; empty for any other. Outputs of one
		/// repacking share their inputs, with what was taken for all of them together.
		pub fn made_of(lot: LotId) -> Vec<RepackInput> {
			Repackings::<T>::get(lot).into_inner()
		}

		/// Whether a lot's books balance.
		pub fn conservation(lot: LotId) -> Option<Conservation> {
			Self::view_conservation(lot)
		}

		/// Every holding of a lot.
		pub fn holdings_of_lot(lot: LotId) -> Vec<(HoldingKey, Holding)> {
			Self::pages_of_lot(lot)
		}

		/// The holdings of a custodian, each with whether its lot is expired, that follow the one
		/// of lot and owner `after`; at most `limit` of them, and at most 256. The order is that
		/// of storage.
		pub fn holdings_of(
			custodian: InstitutionId,
			after: Option<(LotId, InstitutionId)>,
			limit: u32,
		) -> Vec<(HoldingKey, Holding, bool)> {
			Self::view_holdings_of(custodian, after, limit)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers a region.
		///
		/// By the accreditation origin. `code` follows ISO 3166-2; a parent must be registered
		/// before its parts. Deposits [`Event::RegionRegistered`].
		///
		/// Errors: [`Error::InvalidRegionCode`], [`Error::InvalidCharacters`],
		/// [`Error::RegionAlreadyExists`], [`Error::RegionNotFound`] (the parent).
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_region())]
		pub fn register_region(
			origin: OriginFor<T>,
			code: RegionCode,
			region: Region,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_register_region(actor, code, region)
		}

		/// Amends a region's population, in persons, and belt.
		///
		/// By the accreditation origin. Deposits [`Event::RegionAmended`].
		///
		/// Errors: [`Error::RegionNotFound`], [`Error::Unchanged`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::amend_region())]
		pub fn amend_region(
			origin: OriginFor<T>,
			code: RegionCode,
			population: u64,
			belt: Option<Belt>,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_amend_region(actor, code, population, belt)
		}

		/// Admits an institution, with `admin` as its first agent, in the role of admin alone.
		///
		/// By the accreditation origin. Deposits [`Event::InstitutionAdmitted`].
		///
		/// Errors: [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`],
		/// [`Error::UnexpectedExtension`], [`Error::RegionNotFound`],
		/// [`Error::InstitutionNotFound`] (the parent), [`Error::InstitutionAlreadyExists`], [`Error::AgentAlreadyExists`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::admit_institution())]
		pub fn admit_institution(
			origin: OriginFor<T>,
			admission: Admission,
			admin: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_admit_institution(actor, admission, admin)
		}

		/// Grants a licence, in place of an earlier one for the same capability.
		///
		/// By the accreditation origin. `expires` is the first moment at which it no longer holds,
		/// in milliseconds since 1970; `claim` the digest of the document that proves it. Deposits
		/// [`Event::LicenceGranted`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::LicenceExpired`],
		/// [`Error::TooManyLicences`], [`Error::Unchanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::grant_licence())]
		pub fn grant_licence(
			origin: OriginFor<T>,
			institution: InstitutionId,
			capability: Capability,
			expires: Moment,
			claim: Option<H256>,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_grant_licence(actor, institution, Licence { capability, expires, claim })
		}

		/// Revokes a licence, expired or not.
		///
		/// By the accreditation origin. Deposits [`Event::LicenceRevoked`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::LicenceNotFound`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::revoke_licence())]
		pub fn revoke_licence(
			origin: OriginFor<T>,
			institution: InstitutionId,
			capability: Capability,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_revoke_licence(actor, institution, capability)
		}

		/// Suspends an institution: from now on its agents are refused, but may leave.
		///
		/// By the accreditation origin. Deposits [`Event::InstitutionSuspended`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::Unchanged`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::suspend_institution())]
		pub fn suspend_institution(
			origin: OriginFor<T>,
			institution: InstitutionId,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_set_status(actor, institution, Status::Suspended)
		}

		/// Reinstates a suspended institution.
		///
		/// By the accreditation origin. Deposits [`Event::InstitutionReinstated`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::Unchanged`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reinstate_institution())]
		pub fn reinstate_institution(
			origin: OriginFor<T>,
			institution: InstitutionId,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_set_status(actor, institution, Status::Active)
		}

		/// Registers a class.
		///
		/// By the accreditation origin. Deposits [`Event::ClassRegistered`].
		///
		/// Errors: [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`],
		/// [`Error::InvalidRange`], [`Error::EmptyPack`], [`Error::ClassAlreadyExists`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::register_class())]
		pub fn register_class(origin: OriginFor<T>, class: Class) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_register_class(actor, class)
		}

		/// Replaces the digest of the institution's profile.
		///
		/// By its admins. Deposits [`Event::ProfileAmended`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::amend_profile())]
		pub fn amend_profile(origin: OriginFor<T>, profile: Option<H256>) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Admin)?;
			Self::do_amend_profile(agency, profile)
		}

		/// Appoints an agent of the institution.
		///
		/// By its admins. Deposits [`Event::AgentAppointed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::NoRoles`], [`Error::AgentAlreadyExists`], [`Error::TooManyAgents`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::appoint_agent())]
		pub fn appoint_agent(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
			roles: Roles,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Admin)?;
			Self::do_appoint_agent(agency, who, roles)
		}

		/// Changes the roles of an agent of the institution.
		///
		/// By its admins. Deposits [`Event::AgentRolesChanged`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::NoRoles`], [`Error::AgentNotFound`], [`Error::LastAdmin`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::change_roles())]
		pub fn change_roles(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
			roles: Roles,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Admin)?;
			Self::do_change_roles(agency, who, roles)
		}

		/// Removes an agent of the institution.
		///
		/// By its admins, and by the agent itself, which may leave in any role and even when the
		/// institution is suspended. Deposits [`Event::AgentRemoved`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::AgentNotFound`], [`Error::LastAdmin`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::remove_agent())]
		pub fn remove_agent(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			let agency = Self::ensure_remover(origin, &who)?;
			Self::do_remove_agent(agency, who)
		}

		/// Registers a site of the institution.
		///
		/// By its admins. Deposits [`Event::SiteRegistered`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`], [`Error::InvalidRange`],
		/// [`Error::RegionNotFound`], [`Error::SiteAlreadyExists`], [`Error::IdsExhausted`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::register_site())]
		pub fn register_site(origin: OriginFor<T>, place: Place) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Admin)?;
			Self::do_register_site(agency, place)
		}

		/// Registers a lot that the institution holds and owns, all of it available.
		///
		/// By its stock agents. `quantity` counts base units of the class; `site` is where it is
		/// kept; `event` when it came to be, or was found. Deposits [`Event::LotRegistered`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::ZeroQuantity`], [`Error::ClassNotFound`], [`Error::BatchRequired`],
		/// [`Error::ExpiryRequired`], [`Error::SerialRequired`], [`Error::SerialIsSingle`],
		/// [`Error::InvalidCharacters`], [`Error::InvalidDate`], [`Error::InvalidRange`] (made
		/// after its expiry), [`Error::InstitutionNotFound`] (the donor), [`Error::SiteNotFound`],
		/// [`Error::SiteOfAnother`], [`Error::IdsExhausted`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::register_lot())]
		pub fn register_lot(
			origin: OriginFor<T>,
			identity: LotIdentity,
			quantity: Quantity,
			site: Option<SiteId>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_register_lot(agency, identity, quantity, site, event)
		}

		/// Sets the available units that the institution holds and owns to what was counted.
		///
		/// By its stock agents. `owner` must be the institution itself: what a loan costs its
		/// lender the lender says, on the return. `counted` counts base units. The difference goes
		/// to found or lost. Where the institution held none, it may find goods only of a lot that
		/// it registered itself. Deposits [`Event::LotCounted`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::NotOwner`], [`Error::LotNotFound`], [`Error::HoldingNotFound`], [`Error::SerialIsSingle`],
		/// [`Error::Overflow`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::count())]
		pub fn count(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			counted: Quantity,
			reason: CountReason,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_count(agency, lot, owner, counted, reason, event)
		}

		/// Uses available units that the institution holds and owns, and that are not expired.
		///
		/// By its stock agents. `quantity` counts base units. Deposits [`Event::LotConsumed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::Expired`],
		/// [`Error::HoldingNotFound`], [`Error::InsufficientStock`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::consume())]
		pub fn consume(
			origin: OriginFor<T>,
			lot: LotId,
			quantity: Quantity,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_consume(agency, lot, quantity, event)
		}

		/// Destroys units that the institution holds and owns.
		///
		/// By its stock agents. `owner` must be the institution itself: who borrows may not
		/// destroy. `quantity` counts base units. Deposits [`Event::LotDestroyed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::NotOwner`], [`Error::ZeroQuantity`], [`Error::LotNotFound`],
		/// [`Error::HoldingNotFound`], [`Error::InsufficientStock`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::destroy())]
		pub fn destroy(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			quantity: Quantity,
			how: Destruction,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_destroy(agency, lot, owner, quantity, how, event)
		}

		/// Sets available units of a holding aside from use.
		///
		/// By the custodian's stock agents. `quantity` counts base units. Deposits
		/// [`Event::LotQuarantined`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::HoldingNotFound`],
		/// [`Error::InsufficientStock`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::quarantine())]
		pub fn quarantine(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			quantity: Quantity,
			reason: QuarantineReason,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_quarantine(agency, lot, owner, quantity, reason, event)
		}

		/// Makes quarantined units of a holding available again.
		///
		/// By the custodian's stock agents. `quantity` counts base units. Deposits
		/// [`Event::LotReleased`].
		///
		/// Errors: as for [`quarantine`](Pallet::quarantine).
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::release())]
		pub fn release(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			quantity: Quantity,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_release(agency, lot, owner, quantity, event)
		}

		/// Makes new lots out of available units that the institution holds and owns, and that are
		/// not expired.
		///
		/// By its stock agents. All classes count in one base unit, and as many units come out as
		/// go in. No output expires later than the earliest of the inputs, and each demands every
		/// licence that an input demands. An earmark binds: inputs of different earmarks do not
		/// mix, and every output carries that of the inputs. Outputs are kept where the first
		/// input was. Deposits [`Event::LotRepacked`].
		///
		/// Errors: those of [`register_lot`](Pallet::register_lot) and
		/// [`consume`](Pallet::consume), [`Error::DuplicateLot`], [`Error::UnitsDiffer`],
		/// [`Error::UnitsNotConserved`], [`Error::ExpiryExtended`],
		/// [`Error::CapabilityDropped`], [`Error::EarmarkDropped`], [`Error::Overflow`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::repack(inputs.len() as u32, outputs.len() as u32))]
		pub fn repack(
			origin: OriginFor<T>,
			inputs: BoundedVec<RepackInput, T::MaxRepack>,
			outputs: BoundedVec<RepackOutput, T::MaxRepack>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_repack(agency, inputs, outputs, event)
		}

		/// Moves all available units that the institution holds and owns of a lot to a new lot
		/// whose identity is right.
		///
		/// By the stock agents of whoever registered the lot. A lot that came out of another keeps
		/// what [`repack`](Pallet::repack) makes outputs keep: its expiry or an earlier one, its
		/// class's licence, and its earmark. Deposits [`Event::LotCorrected`].
		///
		/// Errors: those of [`register_lot`](Pallet::register_lot), [`Error::LotNotFound`],
		/// [`Error::NotRegistrant`], [`Error::Unchanged`], [`Error::UnitsDiffer`],
		/// [`Error::HoldingNotFound`], [`Error::InsufficientStock`], [`Error::ExpiryExtended`],
		/// [`Error::CapabilityDropped`], [`Error::EarmarkDropped`] (these three only for a lot that
		/// came out of another itself).
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::correct_lot())]
		pub fn correct_lot(
			origin: OriginFor<T>,
			lot: LotId,
			identity: LotIdentity,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_correct_lot(agency, lot, identity, event)
		}

		/// Says at which site of the custodian a holding is kept.
		///
		/// By the custodian's stock agents. Deposits [`Event::LotRelocated`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::NotAuthorized`], [`Error::Suspended`],
		/// [`Error::LotNotFound`], [`Error::HoldingNotFound`], [`Error::SiteNotFound`],
		/// [`Error::SiteOfAnother`], [`Error::Unchanged`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::relocate())]
		pub fn relocate(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			site: Option<SiteId>,
		) -> DispatchResult {
			let agency = Self::ensure_agent(origin, Role::Stock)?;
			Self::do_relocate(agency, lot, owner, site)
		}

		/// Makes an account an admin of an institution whose own admins cannot: their keys are lost
		/// or stolen. An agent keeps its other roles.
		///
		/// By the accreditation origin. Deposits [`Event::AgentAppointed`], or
		/// [`Event::AgentRolesChanged`] for who was an agent of the institution.
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::AgentAlreadyExists`] (of another
		/// institution), [`Error::TooManyAgents`], [`Error::Unchanged`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::appoint_admin())]
		pub fn appoint_admin(
			origin: OriginFor<T>,
			institution: InstitutionId,
			who: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let actor = Self::ensure_accreditation(origin)?;
			Self::do_appoint_admin(actor, institution, who)
		}
	}
}
