//! # Seats
//!
//! Who sits on the council, and what a seat may fill of its agenda.
//!
//! The council's motions and votes are a collective's, which knows accounts alone. This pallet keeps
//! which account votes for which health commission, and tells the collective.
//!
//! | term | meaning |
//! |---|---|
//! | *seat* | the place of a health commission on the council |
//! | *speaker* | the account that proposes and votes for a seat: an agent of the commission |
//! | *sitting* | a seat is sitting when it has a speaker and its commission is active; the speakers of the sitting seats are the collective's members |
//! | *silent* | a seat that is not sitting; it keeps its place, proposes nothing, votes on nothing and is not counted |
//! | *motion* | a call that is proposed to the council, known by its hash |
//! | *agenda* | the motions that are open |
//! | *concerned* | a seat whose commission a motion is about; its vote does not count |
//!
//! ## A short story
//!
//! The assembly gives the commission of Hubei a seat, with one of its agents as the speaker. The speaker
//! proposes four motions and is refused a fifth until one of them ends. Its key is stolen: an admin of
//! the commission lets another agent speak, and what the thief voted on open motions is void. Months
//! later the other seats suspend the commission. Its seat is silent from that block on, and is
//! sitting again when the commission is reinstated.
//!
//! ## Who gets out
//!
//! - A speaker that left its commission, or whose key is lost: an admin of the commission names another
//!   ([`reassign_seat`](Pallet::reassign_seat)). Without an admin, accreditation names one.
//! - A commission that is silent for good: who gives seats ([`Config::SeatOrigin`]) vacates it. One that is
//!   wound up, or is no health commission any more, loses it at once.
//! - The council itself: its last sitting seat cannot be vacated, and a commission does not vote on its
//!   own suspension. If no seat is sitting all the same, an admin of an active commission that
//!   has a seat names a speaker; if there is none, who gives seats gives others.
//!
//! ## Votes of those concerned
//!
//! [`tally`](Pallet::tally) says what a vote on a motion amounts to:
//!
//! - The aye of a seat that any part of the motion is about is not counted.
//! - A seat that every part of the motion is about is not counted among all seats either. So a part
//!   that is about somebody does not lower what the rest of a batch takes.
//! - A motion that makes a seat sit, fall silent or obey another admin takes three quarters of all
//!   seats, the concerned one included in their number and its aye not. A majority could otherwise remove
//!   its opponents one by one, until it is three quarters itself. So does one that names the agents of any
//!   institution, who vote for it in the assembly.
//!
//! ## The agenda
//!
//! A seat has at most [`Config::MaxMotionsPerSeat`] open motions, whoever speaks for it and whoever did.
//! The pallet keeps hashes, not a number: a motion that is not on the agenda any more is not counted,
//! however it ended, and nobody has to report that it did. In addition the collective takes
//! [`Config::Deposit`] from the speaker. It gives it back to the account that paid, seated or not, when
//! anybody calls its `release_proposal_cost` after the motion has ended.
//!
//! ## Records
//!
//! Every change of who votes is recorded on the council. A record of the chain itself
//! (`Actor::Chain`) says that a seat fell silent or was lost (`SeatVacated`) or is sitting again
//! (`SeatGiven`) because of what became of the commission or its agent, which has a record of its own;
//! its digest is that of the institution.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. The collective's members are the speakers of the sitting seats, in order, each once.
//! 2. A speaker is an agent of the commission that has the seat, and speaks for no other seat.
//! 3. A seat belongs to a health commission that is not wound up.
//! 4. No motion is counted twice, and no seat has more motions than it may.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod genesis;
mod give_seat;
mod motions;
mod on_institution;
mod reassign_seat;
mod recusal;
mod table;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod vacate_seat;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use motions::{Agenda, Futile, MotionTicket};
pub use pallet::*;
pub use recusal::{recuse, Concern};
pub use weights::WeightInfo;

use frame_system::Config as SystemConfig;
use salus_primitives::InstitutionId;
use sp_runtime::traits::StaticLookup;

/// How a call names an account.
pub type AccountIdLookupOf<T> = <<T as SystemConfig>::Lookup as StaticLookup>::Source;

/// A motion, under the types of a runtime.
pub type MotionOf<T> = <<T as Config>::Agenda as Agenda<
	<T as SystemConfig>::AccountId,
	<T as SystemConfig>::Hash,
>>::Motion;

/// Seats with their speakers, under the limits of a runtime.
pub type SeatsOf<T> = frame_support::BoundedBTreeMap<
	InstitutionId,
	Option<<T as SystemConfig>::AccountId>,
	<T as Config>::MaxSeats,
>;

#[frame_support::pallet]
pub mod pallet {
	use super::{AccountIdLookupOf, Agenda, MotionOf, SeatsOf, WeightInfo};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{ChangeMembers, InitializeMembers, MaybeConsideration, SortedMembers},
		PartialEqNoBound,
	};
	use frame_system::pallet_prelude::*;
	use salus_primitives::{Access, Act, Actor, Directory, InstitutionId, RecordId, Role, Trail};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What a runtime decides.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who gives and vacates seats.
		type SeatOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves the origins of members.
		type Access: Access<OriginFor<Self>, Self::AccountId>;

		/// Knows the institutions and their agents.
		type Directory: Directory<Self::AccountId>;

		/// Keeps the record of every change.
		type Trail: Trail<Self::AccountId>;

		/// The collective's members as it knows them. Nobody else changes them.
		type Members: SortedMembers<Self::AccountId>;

		/// Told of the collective's members: the collective itself.
		type MembersChanged: ChangeMembers<Self::AccountId> + InitializeMembers<Self::AccountId>;

		/// The collective's open motions.
		type Agenda: Agenda<Self::AccountId, Self::Hash>;

		/// What a motion costs its proposer while it is open, by the number of motions that are open
		/// besides. Its errors are errors of the collective's `propose`.
		type Deposit: MaybeConsideration<Self::AccountId, u32>;

		/// How many commissions may hold a seat.
		#[pallet::constant]
		type MaxSeats: Get<u32>;

		/// The most motions of one seat that are open at one time.
		#[pallet::constant]
		type MaxMotionsPerSeat: Get<u32>;

		/// The most motions that the collective has open at one time.
		#[pallet::constant]
		type MaxMotions: Get<u32>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;

		/// Sets up commissions for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The seats by their commission, each with its speaker.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, SeatsOf<T>, ValueQuery>;

	/// The newest record of the council. Apart from the seats, which are read far more often than they
	/// are changed.
	#[pallet::storage]
	pub type NewestRecord<T: Config> = StorageValue<_, RecordId>;

	/// Motions by the seat that proposed them, in the order of their proposal. Some may have ended:
	/// they are left out when the next one is proposed.
	#[pallet::storage]
	pub type Motions<T: Config> =
		StorageValue<_, BoundedVec<(InstitutionId, T::Hash), T::MaxMotions>, ValueQuery>;

	/// The council before the first block.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Seats, each with its speaker. The institutions are not built yet and are not asked: each
		/// must be an active health commission, and the speaker its agent.
		pub seats: Vec<(InstitutionId, T::AccountId)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.plant();
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A commission was given a seat of the council.
		SeatGiven {
			institution: InstitutionId,
			/// Who votes for it.
			speaker: T::AccountId,
		},
		/// A commission has no seat any more.
		SeatVacated { institution: InstitutionId },
		/// Another account votes for a seat. What its predecessor voted on open motions is void.
		SeatReassigned { institution: InstitutionId, speaker: T::AccountId },
		/// A seat fell silent, because its commission was suspended or its speaker left. It keeps its
		/// place; what it voted on open motions is void.
		SeatSilenced { institution: InstitutionId },
		/// A silent seat is sitting again, because its commission was reinstated.
		SeatResumed { institution: InstitutionId, speaker: T::AccountId },
	}

	#[pallet::error]
	#[derive(PartialEqNoBound)]
	pub enum Error<T> {
		/// There is no institution of this identifier.
		InstitutionNotFound,
		/// Only a health commission may have a seat: the institution is of another kind.
		NotCommission,
		/// The commission is suspended or wound up: it must be reinstated before it is given a seat.
		CommissionNotActive,
		/// The account is no agent of the commission: an admin invites it, and it accepts.
		AgentNotFound,
		/// The commission has a seat already.
		SeatAlreadyExists,
		/// The council has as many seats as it may: vacate one first.
		TooManySeats,
		/// The institution has no seat of the council.
		SeatNotFound,
		/// Nobody would be left to vote: give another commission a seat first.
		LastSeat,
		/// Nothing to change: the account speaks for the seat already.
		Unchanged,
		/// The seat has as many open motions as it may: wait until one of them is closed.
		TooManyMotions,
		/// The motion grants a licence that has expired already: propose a later moment.
		LicenceExpired,
		/// The motion opens a round whose figures are due in the past, or declares an emergency whose end is
		/// past: propose a later moment.
		DeadlinePassed,
		/// The motion wraps its call in more batches or other wrappers than are looked into: propose
		/// the call itself.
		TooDeep,
		/// The motion concerns every seat that could vote on it: divide it, so that those who are not
		/// concerned decide on each part; or let the assembly decide, by a referendum.
		NobodyVotes,
		/// What changes who votes on the council, or for an institution in the assembly, takes three
		/// quarters of all seats, and the aye of the seat in question does not count: gather more ayes.
		TooFewAyes,
		/// The motion carries more calls than are looked into, or is about too many transfers: divide
		/// it.
		TooManyParts,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxMotionsPerSeat::get() > 0, "a seat may propose");
			assert!(
				T::MaxSeats::get().saturating_mul(T::MaxMotionsPerSeat::get())
					<= T::MaxMotions::get(),
				"the agenda has room for every seat's motions"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The seats by their commission, each with its speaker, and whether it is sitting.
		pub fn seats() -> Vec<(InstitutionId, Option<T::AccountId>, bool)> {
			Self::seats_as_they_are()
		}

		/// How many more motions the seat of a commission may propose now; `None` when it has no seat.
		pub fn motions_left(institution: InstitutionId) -> Option<u32> {
			Self::room_of(institution)
		}

		/// Why a motion can never succeed, however the council votes: what its proposal is refused with.
		/// `None` says nothing about whether it will succeed.
		pub fn explain_motion(motion: MotionOf<T>) -> Option<Error<T>> {
			T::Agenda::check(&motion).err().map(Error::from)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Gives a health commission a seat of the council.
		///
		/// By [`Config::SeatOrigin`]. `speaker` is the agent of the commission that votes for it.
		/// Deposits [`Event::SeatGiven`].
		///
		/// Errors: [`Error::SeatAlreadyExists`], [`Error::InstitutionNotFound`],
		/// [`Error::NotCommission`], [`Error::CommissionNotActive`], [`Error::AgentNotFound`],
		/// [`Error::TooManySeats`].
		#[pallet::call_index(0)]
		#[pallet::weight((T::WeightInfo::give_seat(), DispatchClass::Operational))]
		pub fn give_seat(
			origin: OriginFor<T>,
			institution: InstitutionId,
			speaker: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let act = Act::by(T::SeatOrigin::ensure_origin(origin)?);
			Self::do_give_seat(act, institution, speaker)
		}

		/// Takes a seat of the council from a commission.
		///
		/// By [`Config::SeatOrigin`]. What the seat voted on open motions is void; what it proposed stays
		/// open. Deposits [`Event::SeatVacated`].
		///
		/// Errors: [`Error::SeatNotFound`], [`Error::LastSeat`].
		#[pallet::call_index(1)]
		#[pallet::weight((T::WeightInfo::vacate_seat(), DispatchClass::Operational))]
		pub fn vacate_seat(origin: OriginFor<T>, institution: InstitutionId) -> DispatchResult {
			let act = Act::by(T::SeatOrigin::ensure_origin(origin)?);
			Self::do_vacate_seat(act, institution)
		}

		/// Lets another agent of the commission speak for its seat.
		///
		/// By the commission's admins. What the predecessor voted on open motions is void: the new
		/// speaker votes anew. Deposits [`Event::SeatReassigned`].
		///
		/// Errors: those of access (`NotAgent`, `Suspended`, `NotAuthorized`),
		/// [`Error::SeatNotFound`], [`Error::AgentNotFound`], [`Error::Unchanged`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::reassign_seat())]
		pub fn reassign_seat(
			origin: OriginFor<T>,
			speaker: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Admin)?;
			Self::do_reassign_seat(act, speaker)
		}
	}
}
