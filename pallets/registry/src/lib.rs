//! # Registry
//!
//! Who exists, what exists, how much of it, and where.
//!
//! | term | meaning |
//! |---|---|
//! | *region* | an administrative area with a code, a parent, a belt and a population |
//! | *seat* | the place of a region from which and to which ways are reckoned |
//! | *institution* | a licensed body; acts through its *agents*, accounts with roles |
//! | *invitation* | what an account must accept to become an agent |
//! | *licence* | a capability that an institution holds until a moment |
//! | *site* | a place of an institution, numbered within it |
//! | *class* | a kind of resource |
//! | *lot* | an immutable identity of goods of one class; quantities are not a part of it |
//! | *holding* | how much of one lot one institution has in custody for one owner, by bucket |
//! | *ledger* | everything that ever entered or left the books under one lot |
//! | *books* | a lot, its ledger and its holdings, page by page under one prefix |
//! | *level* | what an institution has available of a class, and its mean daily use |
//! | *shelf* | the holdings of a class in one custody, in the order in which they expire |
//! | *claim* | units that a custodian counted beyond the books of a lot of another, until a second party answers |
//! | *capacity* | beds, hours of staff, slots of a laboratory; a lot of it is used within its *window* |
//! | *lapse* | to leave the books after the window, unused |
//! | *held* | of a lot, or the whole of a holding: nobody uses its goods or passes them on |
//! | *quarantined* | of units of a holding: under a hold of their own |
//! | *cold chain* | what a lot must be kept at, as its class says, and whether its receipts tell what a sensor measured |
//! | *archived* | a lot of which nothing is left, whose page a record with its digest has replaced |
//!
//! An accreditation origin registers regions and classes, and admits, licenses, amends, suspends and
//! winds up institutions. An institution's admins manage its agents, sites and profile. Its stock
//! agents register lots and keep the books of what it holds.
//!
//! An account becomes an agent by accepting an invitation, and only then. An invitation binds the
//! invited account to nothing, and ends when it is accepted, declined or withdrawn. An agent leaves
//! by its own call, whether the institution may act or not; only the last admin of an institution
//! that may act stays. When an institution's admins are silent, have lost their keys or had them
//! stolen, the accreditation origin replaces all agents in one step.
//!
//! An institution has no agents while nobody has accepted its first invitation, after its agents were
//! replaced, when all have left while it was suspended, and when it is wound up. It can do nothing
//! until an invited account accepts; the accreditation origin can invite others at any time, unless it
//! is wound up.
//!
//! The external identifier of an institution is checked by the accreditation origin and leads to one
//! institution. That of a site is what the institution says, checked by nobody: it leads to one site
//! among the institution's own, so that nobody can take it from others.
//!
//! ## A short story
//!
//! The commission admits a hospital in `CN-HB` and invites its first admin, who accepts. The admin
//! registers the warehouse and invites a storekeeper, who accepts. A pallet of masks arrives: the
//! storekeeper registers a lot of 1,000, batch and expiry as printed, kept at the warehouse. Wards
//! consume 300. A box fell into water: 50 are quarantined, and then destroyed under a certificate.
//! The yearly count finds 648 where the books say 650, and sets them right as lost. Whoever asks for
//! the lot's conservation reads: registered 1,000 = held 648 + consumed 300 + destroyed 50 + lost 2.
//!
//! Another hospital, which was given 100 of the masks, counts 104. Its count is a claim: nothing
//! enters the books until the first hospital, which registered the lot, has looked at its own
//! shelves and confirms 4. They are quarantined until the other's storekeeper lifts the hold. A year
//! after the last mask was used, somebody saves the lot's page, and archives the lot under the
//! page's digest.
//!
//! On Friday the hospital registers the free intensive care beds of next week: a lot of 70 bed-days, whose
//! window is that week. It repacks 20 of them for the last two days, and sends these to a clinic. Until
//! Monday nobody can use any. On each morning the wards consume the beds of the night, and say when that
//! was. A day after the window, somebody lets the 6 that nobody lay in lapse, and they are booked as
//! destroyed.
//!
//! ## What turns up
//!
//! Under one lot no more is ever found than was registered and repacked in, by counts and excess
//! of receipts together. Goods beyond that are registered as a lot of their own. So nobody creates
//! more of another's lot than that other once said it has, and only with that other's word, or
//! accreditation's, or as the excess of a transfer that somebody sent it.
//!
//! ## What is held
//!
//! Whoever keeps holds says of a lot, or of the whole of a holding, that it is held; the registry writes that
//! on the page, reads nothing else to know it, and refuses ([`Error::Held`]) what a hold bars:
//!
//! | goods of what is held | |
//! |---|---|
//! | are used, offered, sent, repacked or corrected | refused |
//! | are returned, set aside, counted or destroyed | allowed |
//!
//! That goes for what was set aside for a transfer before the hold as well: it is not dispatched. What is
//! under way arrives quarantined when its lot or the holding of its sender is held. What is quarantined goes
//! back to where it came from, or is destroyed; else whoever keeps holds makes it available again.
//! [`Config::Holds`] is told of every unit that enters or leaves *quarantined* by another call, of every
//! count of a holding that is held, of a breach that a sensor told of, and of every change of what is left of
//! a lot that is held. Units that lose the hold that they were under, by a dispute, a return or an estate,
//! are told as entering, of kind `Quarantine`. A holding stays in the books while it is held, though nothing
//! is left of it: who counts nothing and then finds goods has not shed the hold.
//!
//! ## Who is gone
//!
//! What rests with an institution that is wound up, or has been suspended for
//! [`Config::EstateAfter`], or belongs to it, is handed over or written off by
//! [`Config::EstateOrigin`]. What is reserved, in transit or in dispute is left to its transfer.
//!
//! ## What is done in haste
//!
//! [`Config::Haste`] is told of who admitted, suspended or reinstated an institution. Where that was done
//! in haste and is not ratified in time, an admission or a reinstatement ends in a suspension, and a
//! suspension in a reinstatement. The record of it says that the act lapsed; events and those who are told
//! are the same.
//!
//! ## Claimed times
//!
//! A call with an `event` also fails with the trail's errors when the claimed time is out of bounds.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. For each lot: registered + repacked in + found = the sum over its holdings of all buckets +
//!    consumed + destroyed + lost + repacked out. Each page of the books holds what it is for, and
//!    belongs to a lot.
//! 2. No holding is empty unless it is held; each has a custodian and an owner that exist, and is kept
//!    nowhere or at a site of its custodian. All holdings of a lot with a serial number hold one unit at
//!    most.
//! 3. The index of holdings by custodian names exactly the holdings, each under the class and the expiry
//!    of its lot.
//! 4. An institution counts its agents, admins and invitations right, has no more agents and
//!    invitations than it may, and at most one licence for each capability. Agents have roles, and
//!    so have invitations; the index by institution names exactly them. An institution that is wound
//!    up has no agents, invitations, licences or external identifier.
//! 5. Every external identifier and GTIN leads to the one thing that carries it, and back; that of a
//!    site does so among the sites of its institution.
//! 6. What things point at exists: regions, parents, classes, donors, registrants. A seat is of a region
//!    that exists, and on earth. No institution is a part of itself, however many are between. A lot that is in the books came out of lots that are
//!    in the books; whatever else names a lot, such as a leg of a transfer that has ended, may name
//!    one that is archived. A lot demands of a receiver and of a carrier what its class demands, and is
//!    to be kept at what its class is to be kept at.
//! 7. What a lot is made of is kept exactly for lots in the books that were repacked, and begins
//!    with the lot that its origin names.
//! 8. No identifier is in use that was not handed out. Every institution and every site that was
//!    numbered is there, and no institution has more sites than it may. Who is suspended has been so
//!    since a moment, and who may not act exists.
//! 9. Of no lot did more turn up than was registered and repacked in together.
//! 10. A claim is of a lot in the books, by an institution that exists and did not register the lot,
//!     of at least one unit, and over within [`Config::ClaimPeriod`].
//! 11. A lot counts the lots in the books that came out of it, and the index by origin names exactly them.
//!     An archived lot is not in the books, and has an identifier that was handed out.
//! 12. What an institution has available of a class is what its own holdings have available. A level is
//!     of an institution and a class that exist, and is stored only while something is available or was
//!     used. What was used before a day of use has a mean exactly when there were such days. No figure
//!     is beyond its bound, and no day of use has not begun.
//! 13. A lot has a window exactly when its class is capacity. A window begins before it ends; a lot with one
//!     has no expiry, and one that was repacked has all of it in the windows of what it is made of.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod access;
mod agents;
mod amend_institution;
mod archive_lot;
mod books;
mod calls;
mod claims;
mod classes;
mod confirm_count;
mod consume;
mod correct_lot;
mod count;
mod destroy;
mod dismiss_count;
mod errors;
mod estates;
mod events;
mod forget_level;
mod forget_lot;
mod genesis;
mod hand_over;
mod institutions;
mod invitations;
mod lapse_lot;
mod levels;
mod lots;
mod lots_trait;
mod malformed;
mod offspring;
mod region_stock;
mod regions;
mod register_lot;
mod relocate;
mod repack;
mod replace_agents;
mod reversal;
mod sequence;
mod set_seat;
mod shelf;
mod sites;
mod stock;
mod subjects;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
mod weights;
mod whereabouts;
mod wind_up;
mod write_off;

#[cfg(feature = "runtime-benchmarks")]
mod benchmark_helper;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use archive_lot::LotArchive;
pub use books::{Entry, LotBook, LotEntry, Page};
pub use claims::CountClaim;
pub use count::CountReason;
pub use destroy::{DestroyFrom, DestroyReason, Destruction};
pub use pallet::*;
pub use repack::{MadeLot, RepackInput, RepackOutput};
pub use shelf::ShelfKey;
pub use types::{
	Admission, AgentSeed, AgentState, Amendment, Class, ClassChange, ClassEntry, ClassKind,
	ClinicalCode, Commissioning, Conservation, Derivation, GridSquare, Institution,
	InstitutionSeed, InstitutionStanding, InstitutionView, Ledger, LevelEntry, LevelView, Licence,
	Lot, LotIdentity, LotOrigin, LotView, Place, Region, RegionEntry, RegionSeed, RegionStock,
	Requirement, SiteEntry, SiteKind, Window,
};
pub use weights::WeightInfo;
pub use whereabouts::{LotWhereabouts, Told, Whereabouts, WhereaboutsPlace};

use frame_support::pallet_macros::import_section;
use frame_system::Config as SystemConfig;
use sp_runtime::traits::StaticLookup;

/// An institution, under the limits of a runtime.
pub type InstitutionOf<T> = Institution<<T as Config>::MaxLicences>;

/// How a call names an account.
pub type AccountIdLookupOf<T> = <<T as SystemConfig>::Lookup as StaticLookup>::Source;

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::{
		AccountIdLookupOf, Admission, AgentState, Amendment, Class, ClassChange, ClassEntry,
		Conservation, CountClaim, CountReason, Destruction, Entry, InstitutionOf, InstitutionSeed,
		InstitutionView, Ledger, LevelEntry, LevelView, Licence, LotArchive, LotIdentity, LotView,
		MadeLot, Page, Place, Region, RegionEntry, RegionSeed, RegionStock, RepackInput,
		RepackOutput, ShelfKey, SiteEntry, WeightInfo, Whereabouts, WhereaboutsPlace,
	};
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use salus_primitives::{
		Access, Actor, Agent, Belt, Capability, ClassId, Custody, EventClaim, ExternalId, Gtin,
		Haste, Holding, HoldingKey, Holds, InstitutionId, LotId, Moment, OnInstitution, Quantity,
		RecordId, RegionCode, Role, Roles, Seat, ShelfPlace, SiteNumber, Trail, WriteOff,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What a runtime decides.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who admits, licenses, amends and suspends institutions, replaces their agents, registers
		/// regions and classes, and answers counts.
		type AccreditationOrigin: EnsureOrigin<
			Self::RuntimeOrigin,
			Success = Actor<Self::AccountId>,
		>;

		/// Who winds up institutions, for good, and makes them ones of another kind, which gives their vote
		/// another weight.
		type FinalOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Who disposes of the goods of institutions that act no more.
		type EstateOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Keeps the record of every change, and the time.
		type Trail: Trail<Self::AccountId>;

		/// Keeps the holds on goods, and is told of what happens to what is held or quarantined. Its
		/// errors are errors of every call that does such a thing: `count`, `confirm_count`, `destroy`,
		/// `hand_over`, `write_off` and `lapse_lot`.
		type Holds: Holds<Self::AccountId>;

		/// Told of admissions, suspensions and reinstatements, which may be hasty: such an act may be
		/// undone later. Its errors are errors of `admit_institution`, `suspend_institution` and
		/// `reinstate_institution`.
		type Haste: Haste<Self::AccountId>;

		/// Told of what becomes of institutions and their agents.
		type OnInstitution: OnInstitution<Self::AccountId>;

		/// The most institutions that are suspended at one time.
		#[pallet::constant]
		type MaxSuspended: Get<u32>;

		/// The most licences that one institution holds.
		#[pallet::constant]
		type MaxLicences: Get<u32>;

		/// The most agents that act for one institution, together with the accounts that it has
		/// invited.
		#[pallet::constant]
		type MaxAgents: Get<u32>;

		/// The most sites of one institution. None is ever removed; each can be amended.
		#[pallet::constant]
		type MaxSites: Get<u16>;

		/// The most inputs, and the most outputs, of one repacking.
		#[pallet::constant]
		type MaxRepack: Get<u32>;

		/// The most units of one lot that are registered, repacked into it, or counted of it at one
		/// place. Far enough below the end of any figure that no sum over a lot comes near it.
		#[pallet::constant]
		type MaxLotQuantity: Get<Quantity>;

		/// How long a claim of a count waits for a second party, in milliseconds.
		#[pallet::constant]
		type ClaimPeriod: Get<Moment>;

		/// How long an institution has been suspended when others may dispose of its goods, in
		/// milliseconds.
		#[pallet::constant]
		type EstateAfter: Get<Moment>;

		/// How long nothing has happened to a lot of which nothing is left when it may be archived,
		/// in milliseconds.
		#[pallet::constant]
		type ArchiveAfter: Get<Moment>;

		/// The longest window of a lot of capacity, in milliseconds.
		#[pallet::constant]
		type MaxWindow: Get<Moment>;

		/// How long before its window begins a lot of capacity is registered at the earliest, in
		/// milliseconds.
		#[pallet::constant]
		type MaxWindowAhead: Get<Moment>;

		/// How long a window is over when what is left of it may be taken out of the books, in
		/// milliseconds: for so long, whoever has it records what was used.
		#[pallet::constant]
		type LapseAfter: Get<Moment>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
	}

	/// Regions by their code.
	#[pallet::storage]
	pub type Regions<T: Config> = StorageMap<_, Blake2_128Concat, RegionCode, RegionEntry>;

	/// Where the seat of a region is, of those of which that was said. An entry goes when the seat is unset.
	#[pallet::storage]
	pub type RegionSeats<T: Config> = StorageMap<_, Blake2_128Concat, RegionCode, Seat>;

	/// The identifier of the next institution. None is ever removed, so this tells which there are.
	#[pallet::storage]
	pub type NextInstitutionId<T: Config> = StorageValue<_, InstitutionId, ValueQuery>;

	#[pallet::storage]
	pub type Institutions<T: Config> = StorageMap<_, Identity, InstitutionId, InstitutionOf<T>>;

	/// Institutions that are suspended.
	#[pallet::storage]
	pub type Suspended<T: Config> =
		StorageValue<_, BoundedBTreeSet<InstitutionId, T::MaxSuspended>, ValueQuery>;

	/// Since when an institution may not act: it is suspended, or, when [`Suspended`] does not name it,
	/// wound up. An institution that may act has no entry.
	#[pallet::storage]
	pub type InactiveSince<T: Config> = StorageMap<_, Identity, InstitutionId, Moment>;

	/// The institution that the world outside knows under an identifier.
	#[pallet::storage]
	pub type InstitutionsByExternalId<T: Config> =
		StorageMap<_, Blake2_128Concat, ExternalId, InstitutionId>;

	/// Agents by their account. An account acts for one institution at most.
	#[pallet::storage]
	pub type Agents<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Agent>;

	/// The agents of each institution, and the accounts that it has invited.
	#[pallet::storage]
	pub type AgentsByInstitution<T: Config> =
		StorageDoubleMap<_, Identity, InstitutionId, Blake2_128Concat, T::AccountId, AgentState>;

	/// The invitations of each account that it has not answered, and the roles that each is for.
	#[pallet::storage]
	pub type Invitations<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, InstitutionId, Roles>;

	/// The number of an institution's next site. None is ever removed, so this tells which there are.
	#[pallet::storage]
	pub type NextSiteNumber<T: Config> =
		StorageMap<_, Identity, InstitutionId, SiteNumber, ValueQuery>;

	/// The sites of each institution.
	#[pallet::storage]
	pub type Sites<T: Config> =
		StorageDoubleMap<_, Identity, InstitutionId, Identity, SiteNumber, SiteEntry>;

	/// Which of an institution's sites the institution says that the world outside knows under an
	/// identifier.
	#[pallet::storage]
	pub type SitesByExternalId<T: Config> =
		StorageDoubleMap<_, Identity, InstitutionId, Blake2_128Concat, ExternalId, SiteNumber>;

	/// The identifier of the next class.
	#[pallet::storage]
	pub type NextClassId<T: Config> = StorageValue<_, ClassId, ValueQuery>;

	#[pallet::storage]
	pub type Classes<T: Config> = StorageMap<_, Identity, ClassId, ClassEntry>;

	/// The class that a trade item number names.
	#[pallet::storage]
	pub type ClassesByGtin<T: Config> = StorageMap<_, Blake2_128Concat, Gtin, ClassId>;

	/// The identifier of the next lot.
	#[pallet::storage]
	pub type NextLotId<T: Config> = StorageValue<_, LotId, ValueQuery>;

	/// The books of each lot: a page for the lot itself, with its ledger, and one for each holding.
	#[pallet::storage]
	pub type Books<T: Config> = StorageDoubleMap<_, Identity, LotId, Identity, Page, Entry>;

	/// What each lot that a repacking made is made of: all its inputs, and what was taken of each
	/// for all its outputs together.
	#[pallet::storage]
	pub type Repackings<T: Config> =
		StorageMap<_, Identity, LotId, BoundedVec<RepackInput, T::MaxRepack>, ValueQuery>;

	/// Which lots in the books came out of each lot, by repacking or correction.
	#[pallet::storage]
	pub type LotsByOrigin<T: Config> = StorageDoubleMap<_, Identity, LotId, Identity, LotId, ()>;

	/// Which holdings a custodian has, by class, and in each class by expiry, lot and owner: the order
	/// of the keys is first-expired-first-out.
	#[pallet::storage]
	pub type HoldingsByCustodian<T: Config> = StorageNMap<
		_,
		(NMapKey<Identity, InstitutionId>, NMapKey<Identity, ClassId>, NMapKey<Identity, ShelfKey>),
		(),
	>;

	/// What each institution has available of each class, and its mean daily use. An entry is there
	/// while something is available or was used.
	#[pallet::storage]
	pub type Levels<T: Config> =
		StorageDoubleMap<_, Identity, InstitutionId, Identity, ClassId, LevelEntry>;

	/// What custodians counted beyond the books, by lot and custodian, until a second party answers.
	/// Made only by who has some of the lot, or a holding of it that is held; each ends after
	/// [`Config::ClaimPeriod`].
	#[pallet::storage]
	pub type CountClaims<T: Config> =
		StorageDoubleMap<_, Identity, LotId, Identity, InstitutionId, CountClaim>;

	/// The record that archived each archived lot. Anybody removes it when that record is pruned.
	#[pallet::storage]
	pub type ArchivedLots<T: Config> = StorageMap<_, Identity, LotId, RecordId>;

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

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxSuspended::get() > 0, "an institution can be suspended");
			assert!(T::MaxAgents::get() > 0, "an institution needs its first admin");
			assert!(T::MaxSites::get() > 0, "an institution may have a site");
			assert!(T::MaxRepack::get() > 0, "a repacking needs an input and an output");
			assert!(T::MaxLotQuantity::get() > 0, "a lot has a unit");
			assert!(T::ClaimPeriod::get() > 0, "a claim can be confirmed");
			assert!(T::MaxWindow::get() > 0, "a window lasts");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// An institution, and how it stands: active, suspended since when, or wound up when.
		pub fn institution(id: InstitutionId) -> Option<InstitutionView<InstitutionOf<T>>> {
			Self::view_institution(id)
		}

		/// A site of an institution.
		pub fn site(institution: InstitutionId, number: SiteNumber) -> Option<SiteEntry> {
			Sites::<T>::get(institution, number)
		}

		/// For whom an account acts, and in which roles.
		pub fn agent_of(who: T::AccountId) -> Option<Agent> {
			Agents::<T>::get(who)
		}

		/// The agents of an institution and the accounts that it has invited, each with its roles,
		/// that follow the account `after`; at most `limit` of them, and at most 256. The order is
		/// that of storage.
		pub fn agents_of(
			institution: InstitutionId,
			after: Option<T::AccountId>,
			limit: u32,
		) -> Vec<(T::AccountId, AgentState, Roles)> {
			Self::view_agents_of(institution, after, limit)
		}

		/// The institutions that have invited an account, each with the roles that it would have,
		/// that follow the institution `after`; at most `limit` of them, and at most 256. The order
		/// is that of storage.
		pub fn invitations_of(
			who: T::AccountId,
			after: Option<InstitutionId>,
			limit: u32,
		) -> Vec<(InstitutionId, Roles)> {
			Self::view_invitations_of(who, after, limit)
		}

		/// A lot, with its expiry as a moment.
		pub fn lot(id: LotId) -> Option<LotView> {
			Self::view_lot(id)
		}

		/// Everything that ever entered or left the books under a lot.
		pub fn ledger(lot: LotId) -> Option<Ledger> {
			Self::lot_entry(lot).map(|entry| entry.ledger)
		}

		/// What a lot that a repacking made is made of; empty for any other. Outputs of one
		/// repacking share their inputs, with what was taken for all of them together.
		pub fn made_of(lot: LotId) -> Vec<RepackInput> {
			Repackings::<T>::get(lot).into_inner()
		}

		/// Where the goods of a lot, and of everything that was made of it directly or through other
		/// lots, are now: for each of these lots, who has some of it, for whom and in which bucket, and
		/// what became of the rest. A lot that was made of several tells all that it has, from
		/// whichever of them. An archived lot, of which nothing is left, is not told. A page looks at
		/// `limit` holdings and lots at most, and at most 256, so that it may be empty. A client begins
		/// with no `after`, and goes on with `next` until there is none, all at one block.
		pub fn whereabouts(lot: LotId, after: Option<WhereaboutsPlace>, limit: u32) -> Whereabouts {
			Self::view_whereabouts(lot, after, limit)
		}

		/// Whether a lot's books balance: its ledger, what all holdings must hold together, and what
		/// the holdings that follow that in custody `after` hold, at most `limit` of them, and at
		/// most 256. A client begins with no `after`, goes on with `next` until there is none, all
		/// at one block, and adds the `held` of all pages up: the sum must be `due`.
		pub fn conservation(
			lot: LotId,
			after: Option<Custody>,
			limit: u32,
		) -> Option<Conservation> {
			Self::view_conservation(lot, after, limit)
		}

		/// What a custodian counted of a lot beyond the books, while it waits for a second party.
		pub fn count_claim(lot: LotId, custodian: InstitutionId) -> Option<CountClaim> {
			CountClaims::<T>::get(lot, custodian)
		}

		/// What archiving a lot would take out of the state, which whoever archives it keeps. The call
		/// is made with the BLAKE2b-256 digest of these bytes, as SCALE encodes them.
		pub fn lot_archive(lot: LotId) -> Option<LotArchive> {
			Self::lot_archive_of(lot)
		}

		/// What a custodian has of a lot for an owner.
		pub fn holding(
			lot: LotId,
			custodian: InstitutionId,
			owner: InstitutionId,
		) -> Option<Holding> {
			Self::holding_entry(lot, &Custody { custodian, owner })
		}

		/// The holdings of a lot that follow that in custody `after`; at most `limit` of them, and at
		/// most 256. The order is that of storage.
		pub fn holdings_of_lot(
			lot: LotId,
			after: Option<Custody>,
			limit: u32,
		) -> Vec<(HoldingKey, Holding)> {
			Self::view_holdings_of_lot(lot, after, limit)
		}

		/// The holdings of a custodian, each with whether its lot is expired, that follow the one
		/// of lot and owner `after`; at most `limit` of them, and at most 256. They are told class by
		/// class, and in each class those that expire first are the first. A lot that is not in the books
		/// is followed by nothing: a client asks for all pages at one block.
		pub fn holdings_of(
			custodian: InstitutionId,
			after: Option<(LotId, InstitutionId)>,
			limit: u32,
		) -> Vec<(HoldingKey, Holding, bool)> {
			Self::view_holdings_of(custodian, after, limit)
		}

		/// The holdings of a class that an institution has in custody, those that expire first in
		/// front, from behind the place `after`; at most `limit` of them, and at most 256. Without
		/// `after`, those that are not expired. Where `owner` is another institution, the goods are
		/// borrowed. Holdings of which nothing is left but a hold are left out.
		pub fn next_to_expire(
			institution: InstitutionId,
			class: ClassId,
			after: Option<ShelfPlace>,
			limit: u32,
		) -> Vec<(ShelfPlace, Holding)> {
			Self::view_next_to_expire(institution, class, after, limit)
		}

		/// What an institution has available of a class, what it uses of it in a day, and for how
		/// many days that lasts.
		pub fn level(institution: InstitutionId, class: ClassId) -> LevelView {
			Self::view_level(institution, class)
		}

		/// The same of all classes of which an institution has or used some, that follow the class
		/// `after`; at most `limit` of them, and at most 256. The order is that of storage.
		pub fn levels(
			institution: InstitutionId,
			after: Option<ClassId>,
			limit: u32,
		) -> Vec<(ClassId, LevelView)> {
			Self::view_levels(institution, after, limit)
		}

		/// What the institutions in a region and in its parts, up to seven levels below it, have
		/// and use of a class, from the institution `from`, in the order of their identifiers. A page
		/// lists at most `limit` of them, and at most 256 institutions are looked at for it, so that it
		/// may be empty. A client goes on with `next` until there is none.
		pub fn region_stock(
			region: RegionCode,
			class: ClassId,
			from: Option<InstitutionId>,
			limit: u32,
		) -> RegionStock {
			Self::view_region_stock(region, class, from, limit)
		}
	}
}
