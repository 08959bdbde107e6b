//! # Assembly
//!
//! Who votes in the assembly of institutions, with which rank, and on what.
//!
//! The votes are counted by pallets of the SDK: referenda, which go through tracks, and a ranked
//! collective, which knows accounts alone. This pallet keeps which institutions are members of that
//! collective and with which rank, and lets their agents act in it.
//!
//! | term | meaning |
//! |---|---|
//! | *member* | an institution whose standing is ratified as active, by an account of its own, of which nobody has the key |
//! | *rank* | by a member's kind: 2 for health commissions and disease-control centres, 1 for hospitals, 0 for the rest, until the assembly changes the table |
//! | *track* | what a referendum is about: accreditation, regulation, reallocation, emergency, upgrade |
//! | *proposal* | the call that a referendum is on; it runs with the origin of the track |
//! | *ballot* | what a member said in a referendum: aye or nay, and what it weighs |
//! | *support* | the share of all members that are for a proposal: one institution, one vote |
//! | *approval* | the share of the ballots that are for it, by weight: 1, 2 or 3 for the ranks 0, 1 and 2 |
//! | *open* | a referendum that its institution submitted and that is not decided |
//! | *put to a ring* | a referendum that its institution wanted to take secret votes, and that takes no others |
//!
//! ## A short story
//!
//! A hospital that owns no token submits a referendum: 200 ventilators go from one region to another. Its
//! agent in the role *vote* says aye for it. A week later the agent is replaced; the successor may change
//! the ballot, and cannot add a second one. A donor is suspended by the assembly: it votes no more from that
//! block on, what it said counts on, and the rest of the members are one fewer. The referendum passes, and
//! its proposal runs as an act of the assembly. Anybody has the outcome recorded; more than a year later, when
//! the records of the ballots are pruned, anybody has the referendum forgotten.
//!
//! ## Members
//!
//! Membership follows accreditation, and nothing else: an institution is a member from its admission on,
//! not while it is suspended, and never again once it is wound up. What the council does in haste changes
//! nothing of that before the assembly has ratified it: who judges an act is not chosen by it. Whom the
//! council admits or reinstates is a member once that is ratified; whom it suspends is one until then, and
//! votes and submits as before, although it may do nothing else. An institution whose agents the council
//! names does not vote for as long as any referendum can take ([`Config::Silence`]), and it names those of
//! no more than a tenth of the members in that time ([`SILENCED_AMONG`]). A member's account is
//! derived from the institution's identifier. So agents come and go, and the institution keeps its vote; and
//! an account that acts for another institution tomorrow votes for that one.
//!
//! The assembly may give a kind another rank ([`set_rank`](Pallet::set_rank)). That changes the table alone:
//! the number of members has no bound. A member of that kind has its new rank as soon as anybody asks for it
//! ([`update_rank`](Pallet::update_rank)), or its standing or kind changes. A ballot weighs what its
//! member's rank was when it was cast.
//!
//! ## Referenda
//!
//! A referendum carries its proposal, whatever its length, and nobody deposits anything for it: what is kept
//! for long proposals is let go when the outcome is recorded ([`record_outcome`](Pallet::record_outcome)).
//! An institution has at most [`Config::MaxOpen`] open referenda on a track, so nobody fills a track's queue
//! alone. What is decided does not count, and nobody has to report that it is. The origin of a proposal
//! follows from the track ([`Origin`]); the track of upgrades dispatches as root.
//!
//! ## Secret votes
//!
//! Whoever submits a referendum says whether it is to take secret votes
//! ([`submit_for_ring`](Pallet::submit_for_ring)). It takes no votes then for a part of its time
//! ([`Ballots::ring_wait`]), so nobody keeps it from being secret by an early vote, and nobody makes it secret once
//! votes have shown how it goes. In that time another pallet may put it to a ring
//! ([`SecretPolls`](salus_primitives::SecretPolls)), if more than half of the members are in the ring, or in those
//! that vote on it; if nobody does, it takes open votes. The track's time runs meanwhile, so the wait is a small
//! part of it. Emergencies cannot wait, and regulation and upgrades are for ranks to decide: none is ever secret.
//!
//! From then on [`vote`](Pallet::vote) refuses it, and that pallet counts: a secret vote is one head and weighs as
//! one of rank 0, since nobody knows whose it is. For that reason it is not enough that an institution wants it. No
//! ballots are kept here, so no view tells who has voted. Track, support and approval are what they are for any
//! referendum: the share of all members that are for it, in the ring or not.
//!
//! ## Records
//!
//! Submission, every ballot and the outcome are recorded on the referendum, with the agent and its
//! institution; that it was put to a ring, and every secret vote, as acts of whoever did so. The digest of a
//! ballot's record is that of the referendum and *true* or *false*. Changes of the members and of the table are
//! recorded on the assembly. A record of the chain itself (`Actor::Chain`) says that a member was inducted,
//! ranked or removed because of what became of the institution, which has a record of its own; its digest is
//! that of the institution.
//!
//! ## What ends what
//!
//! | wait | ends |
//! |---|---|
//! | an open referendum | its track decides it, by time at the latest |
//! | a member at its kind's earlier rank | anybody has it updated |
//! | a referendum that is to be put to a ring | it is; once its time for that is over, it takes open votes |
//! | a referendum that was put to a ring | as any other: secret votes or none, its track decides it |
//! | the votes on a decided referendum | anybody removes them by the collective's `cleanup_poll`, [`Config::RetentionPeriod`] after the decision |
//! | a member that does not vote, since the council named its agents | [`Config::Silence`] later, or as soon as the assembly names them |
//! | a long proposal that is kept for a decided referendum | anybody has the outcome recorded |
//! | what is left of it | anybody has it forgotten, once its newest record is pruned too |
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. The members are exactly the active institutions, each by its account, as if nothing had happened that
//!    was done in haste and is not ratified.
//! 2. A member has the rank of its kind; where the assembly has changed that, it may wait at another.
//! 3. Every referendum was submitted, and has a record; what is recorded of its outcome is what happened.
//!    There is no ongoing referendum that is not known here. No proposal is kept beyond the record of the
//!    outcome.
//! 4. The ongoing referenda are listed by the institution that submitted them and by track, at most
//!    [`Config::MaxOpen`] each; and nothing is listed that the institution did not submit on that track.
//! 5. What an ongoing referendum counts is what its ballots amount to. One that was put to a ring, or waits for
//!    it, is known here and has no ballots, and those who are for it weigh as so many members of rank 0: which
//!    votes they are is known to the pallet that counts them.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod calls;
mod forget;
mod genesis;
mod members;
pub mod migrations;
mod on_institution;
mod origins;
mod record_outcome;
mod referenda;
mod secret;
mod set_rank;
mod subjects;
mod submit;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod update_rank;
mod views;
mod vote;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use origins::{EnsureAccreditation, EnsureEmergency, EnsureReallocation, EnsureRegulation};
pub use pallet::*;
pub use types::{initial_rank, Referendum, Secrecy, MAX_RANK, MAX_SILENCED, SILENCED_AMONG};
pub use views::{Count, ListPage, Obstacle, ReferendumView, TallyPage, VoteExplanation};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;
use frame_system::pallet_prelude::BlockNumberFor;
use salus_primitives::Ballots;

/// A call that is put to the vote, under the types of a runtime.
pub type ProposalOf<T> = <<T as Config>::Ballots as Ballots<BlockNumberFor<T>>>::Proposal;
/// When it is carried out, if it is approved.
pub type EnactmentOf<T> = <<T as Config>::Ballots as Ballots<BlockNumberFor<T>>>::Enactment;

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
	use core::{marker::PhantomData, num::NonZeroU32};
	use frame_support::{pallet_prelude::*, PartialEqNoBound};
	use frame_system::pallet_prelude::*;
	use salus_primitives::{
		Access, Act, Actor, Directory, Electorate, Haste, InstitutionId, InstitutionKind, Moment,
		Outcome, Rank, RecordId, ReferendumId, Track, Trail,
	};
	use scale_info::TypeInfo;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Every period lasts as long as its track says.
	pub struct RealTime;

	impl Get<NonZeroU32> for RealTime {
		fn get() -> NonZeroU32 {
			NonZeroU32::MIN
		}
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who gives kinds of institution their rank.
		type RankOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions.
		type Directory: Directory<Self::AccountId>;

		/// Keeps the trail.
		type Trail: Trail<Self::AccountId>;

		/// The members, as the collective knows them. Nobody else changes them.
		type Electorate: Electorate<Self::AccountId>;

		/// The referenda. Nobody but members submits any, and members submit theirs here alone.
		type Ballots: Ballots<BlockNumberFor<Self>>;

		/// Knows what was done in haste, and is not ratified.
		type Haste: Haste<Self::AccountId>;

		/// For how long an institution does not vote whose agents the council has named, in milliseconds:
		/// longer than any referendum takes.
		#[pallet::constant]
		type Silence: Get<Moment>;

		/// The most open referenda of one institution on one track.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// For how many blocks the votes on a referendum are kept once it is decided.
		#[pallet::constant]
		type RetentionPeriod: Get<BlockNumberFor<Self>>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up institutions for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// With which origin a proposal runs that the assembly approved. Scheduled calls carry it, so indices
	/// are fixed.
	#[pallet::origin]
	#[derive(
		Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
	)]
	pub enum Origin {
		/// On the track of accreditation.
		#[codec(index = 0)]
		Accreditation,
		/// On the track of regulation.
		#[codec(index = 1)]
		Regulation,
		/// On the track of reallocation.
		#[codec(index = 2)]
		Reallocation,
		/// On the track of emergencies.
		#[codec(index = 3)]
		Emergency,
	}

	/// The ranks that the assembly gave to kinds of institution. A kind that is not here has its
	/// [initial rank](initial_rank).
	#[pallet::storage]
	pub type RankOf<T> = StorageMap<_, Identity, InstitutionKind, Rank>;

	/// All referenda.
	#[pallet::storage]
	pub type Referenda<T> = StorageMap<_, Identity, ReferendumId, Referendum>;

	/// The referenda of each institution on each track that are open. Some may be decided: they are left
	/// out when it submits the next one.
	#[pallet::storage]
	pub type OpenOf<T: Config> = StorageDoubleMap<
		_,
		Identity,
		InstitutionId,
		Identity,
		Track,
		BoundedVec<ReferendumId, T::MaxOpen>,
		ValueQuery,
	>;

	/// The referenda that were submitted to be put to a ring, and whether they were.
	#[pallet::storage]
	pub type SecrecyOf<T: Config> =
		StorageMap<_, Identity, ReferendumId, Secrecy<BlockNumberFor<T>>>;

	/// The institutions whose agents the council named, and from when on each of them votes.
	#[pallet::storage]
	pub type Silenced<T> =
		StorageValue<_, BoundedVec<(InstitutionId, Moment), ConstU32<MAX_SILENCED>>, ValueQuery>;

	/// The newest record of the assembly.
	#[pallet::storage]
	pub type NewestRecord<T> = StorageValue<_, RecordId>;

	/// How many times shorter every period of the tracks is on this chain. Genesis sets it, and nothing
	/// changes it.
	#[pallet::storage]
	pub type Pace<T> = StorageValue<_, NonZeroU32, ValueQuery, RealTime>;

	/// The assembly before the first block: every institution that is active by then is a member. The
	/// institutions must be built before it.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T> {
		/// How many times shorter every period of the tracks is: 1 where anything is at stake.
		pub pace: NonZeroU32,
		#[serde(skip)]
		pub runtime: PhantomData<T>,
	}

	impl<T> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { pace: RealTime::get(), runtime: PhantomData }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pace::<T>::put(self.pace);
			Pallet::<T>::induct_all();
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An institution is a member of the assembly: it was admitted or reinstated, by the assembly or with
		/// its ratification.
		MemberInducted { institution: InstitutionId, rank: Rank },
		/// A member has another rank. What it said before weighs as before.
		MemberRanked { institution: InstitutionId, rank: Rank },
		/// An institution is no member any more: it was suspended, by the assembly or with its ratification,
		/// or wound up. What it said counts on.
		MemberRemoved { institution: InstitutionId },
		/// The council named who acts for an institution: it votes from `until` on, in milliseconds since
		/// 1970, or as soon as the assembly names its agents.
		MemberSilenced { institution: InstitutionId, until: Moment },
		/// A kind of institution has another rank. Its members have it as soon as anybody calls
		/// `update_rank` for them.
		RankSet { kind: InstitutionKind, rank: Rank },
		/// A referendum was submitted.
		ReferendumSubmitted {
			referendum: ReferendumId,
			/// Who submitted it.
			institution: InstitutionId,
			track: Track,
		},
		/// An institution said something in a referendum, in place of what it had said before.
		VoteCast { referendum: ReferendumId, institution: InstitutionId, aye: bool },
		/// The outcome of a referendum is on the trail.
		OutcomeRecorded { referendum: ReferendumId, outcome: Outcome },
		/// Nothing is left of a referendum that was decided long ago but its outcome.
		ReferendumForgotten { referendum: ReferendumId },
		/// A referendum is to take secret votes: until this block it takes none, and may be put to a ring.
		SecrecyWanted { referendum: ReferendumId, until: BlockNumberFor<T> },
		/// A referendum was put to a ring: from now on it takes secret votes, and no others.
		ReferendumPutToRing { referendum: ReferendumId },
	}

	#[pallet::error]
	#[derive(PartialEqNoBound)]
	pub enum Error<T> {
		/// There is no institution with this identifier: check it.
		InstitutionNotFound,
		/// The institution is no member of the assembly: until the assembly ratifies its admission, or its
		/// rank is updated.
		NotMember,
		/// There is no referendum with this identifier: check it.
		ReferendumNotFound,
		/// The referendum is decided: it takes no votes any more.
		ReferendumNotOngoing,
		/// The institution has as many open referenda on this track as it may: wait until one is decided.
		TooManyOpen,
		/// There is no rank as high as this: choose 2 at most.
		RankTooHigh,
		/// Nothing to change.
		Unchanged,
		/// The referendum is not decided yet: wait until it is.
		NotDecided,
		/// The outcome is on the trail already.
		AlreadyRecorded,
		/// The referendum was decided too short a time ago: wait until the retention period is over.
		RetentionNotOver,
		/// Its newest record is not pruned yet: wait until its epoch is.
		RecordNotPruned,
		/// The proposal is too long: put it to the vote in parts.
		ProposalTooLong,
		/// The proposal is too heavy ever to be carried out: put it to the vote in parts.
		ProposalTooHeavy,
		/// The proposal would be carried out more than a year from now: choose an earlier block.
		EnactmentTooLate,
		/// The council named the institution's agents: it votes from the moment on that the view
		/// `explain_vote` tells.
		AgentsReplaced,
		/// Its outcome is not on the trail yet: have it recorded first.
		NotRecorded,
		/// Votes on the referendum are left: remove them first, by the collective's `cleanup_poll`.
		BallotsLeft,
		/// As many institutions do not vote, since the council named their agents, as may be at one time:
		/// wait until one of them votes again, or let the assembly name these agents.
		TooManySilenced,
		/// The referendum was put to a ring: vote in secret, under a pseudonym.
		SecretBallot,
		/// The referendum waits to be put to a ring: ask the view `explain_vote` again later.
		AwaitsRing,
		/// Whoever submitted the referendum did not want secret votes: submit another by `submit_for_ring`.
		SecrecyNotWanted,
		/// The time is over in which the referendum could be put to a ring: it takes open votes.
		WaitOver,
		/// The referendum was not put to a ring: it takes no secret votes.
		OpenBallot,
		/// Referenda on the tracks of regulation, emergencies and upgrades are decided by open votes alone.
		NeverSecret,
		/// No more than half of the members have a key in a ring that votes: wait until more have.
		TooFewVoters,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpen::get() > 0, "an institution may submit");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The account as which an institution is a member. Nobody has its key.
		pub fn account_of(institution: InstitutionId) -> T::AccountId {
			T::Electorate::account_of(institution)
		}

		/// How many times shorter every period of the tracks is on this chain than where anything is at
		/// stake.
		pub fn pace() -> NonZeroU32 {
			Pace::<T>::get()
		}

		/// The rank of each kind of institution, by the table.
		pub fn ranks() -> Vec<(InstitutionKind, Rank)> {
			Self::view_ranks()
		}

		/// With which rank an institution votes in a referendum, every reason why it may not, the roles of
		/// its agents aside, and what it has said.
		pub fn explain_vote(
			institution: InstitutionId,
			referendum: ReferendumId,
		) -> VoteExplanation {
			Self::view_explain_vote(institution, referendum)
		}

		/// What the votes on a referendum amount to, by rank and by kind: of at most 256 votes behind that
		/// of `after`. `None` when there is no such referendum. Secret votes are not among them: nobody knows
		/// whose they are.
		pub fn tally(referendum: ReferendumId, after: Option<InstitutionId>) -> Option<TallyPage> {
			Self::view_tally(referendum, after)
		}

		/// The ongoing referenda behind `after` that take open votes, and in which an institution has said
		/// nothing.
		pub fn waiting_for(
			institution: InstitutionId,
			after: Option<ReferendumId>,
			limit: u32,
		) -> ListPage<ReferendumView<BlockNumberFor<T>>, ReferendumId> {
			Self::view_waiting_for(institution, after, limit)
		}

		/// The decided referenda behind `after` that are not forgotten.
		pub fn decided(
			after: Option<ReferendumId>,
			limit: u32,
		) -> ListPage<ReferendumView<BlockNumberFor<T>>, ReferendumId> {
			Self::view_decided(after, limit)
		}
	}
}
