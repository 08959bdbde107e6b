//! The assembly of institutions, as it meets what counts its votes.
//!
//! A member is an institution, whoever acts for it: so an agent that is replaced takes no vote with it,
//! and brings none.

use crate::{InstitutionId, ReferendumId, Step};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{dispatch::Pays, Parameter};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{traits::TrailingZeroInput, DispatchError, DispatchResult};

/// How much a member's vote weighs against those of others: the higher, the more.
pub type Rank = u16;

/// What a referendum is about, which says how long and by how many it is decided, and what its proposal
/// may do. A part of every referendum, so indices are fixed.
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
)]
pub enum Track {
	/// Who takes part.
	#[codec(index = 0)]
	Accreditation,
	/// The rules that bind everybody, and what each kind's vote weighs.
	#[codec(index = 1)]
	Regulation,
	/// Who gives what to whom.
	#[codec(index = 2)]
	Reallocation,
	/// When supplies are shared by rule.
	#[codec(index = 3)]
	Emergency,
	/// The chain's code, and whatever else only root may do.
	#[codec(index = 4)]
	Upgrade,
}

impl Track {
	/// Every track, in the order of the indices.
	pub const ALL: [Self; 5] =
		[Self::Accreditation, Self::Regulation, Self::Reallocation, Self::Emergency, Self::Upgrade];
}

/// How a referendum ended. A part of what is kept of it, so indices are fixed.
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
pub enum Outcome {
	/// Its proposal is carried out.
	#[codec(index = 0)]
	Approved,
	/// It was never carried for long enough.
	#[codec(index = 1)]
	Rejected,
	/// It was called off.
	#[codec(index = 2)]
	CalledOff,
	/// Its time ran out before its decision began.
	#[codec(index = 3)]
	TimedOut,
}

/// Where a referendum stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum Progress<BlockNumber> {
	/// It takes votes.
	Ongoing,
	/// It takes none any more.
	Decided {
		/// How it ended.
		outcome: Outcome,
		/// In which block.
		at: BlockNumber,
	},
}

/// What a member said in a referendum.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Ballot {
	/// Whether it is for the proposal.
	pub aye: bool,
	/// What it weighs in the approval, by the rank that the member had.
	pub weight: u32,
}

/// What the ballots of a referendum amount to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
	/// How many members are for the proposal.
	pub heads: u32,
	/// What their ballots weigh.
	pub ayes: u32,
	/// What the ballots against it weigh.
	pub nays: u32,
}

impl Tally {
	/// Counts a ballot.
	pub fn add(&mut self, ballot: Ballot) {
		if ballot.aye {
			self.heads = self.heads.saturating_add(1);
			self.ayes = self.ayes.saturating_add(ballot.weight);
		} else {
			self.nays = self.nays.saturating_add(ballot.weight);
		}
	}

	/// Counts a ballot no more that was counted.
	pub fn subtract(&mut self, ballot: Ballot) {
		if ballot.aye {
			self.heads = self.heads.saturating_sub(1);
			self.ayes = self.ayes.saturating_sub(ballot.weight);
		} else {
			self.nays = self.nays.saturating_sub(ballot.weight);
		}
	}
}

/// The members of the assembly, each with its rank.
///
/// What it costs is part of the benchmarks of the calls that ask it, which run in the runtime that wires
/// it.
pub trait Electorate<AccountId> {
	/// The account as which an institution is a member. Nobody has its key.
	fn account_of(institution: InstitutionId) -> AccountId;

	/// The rank of an institution; `None` when it is no member.
	fn rank_of(institution: InstitutionId) -> Option<Rank>;

	/// Makes an institution a member that is none.
	fn induct(institution: InstitutionId, rank: Rank) -> DispatchResult;

	/// Gives a member another rank.
	fn set_rank(institution: InstitutionId, rank: Rank) -> DispatchResult;

	/// Removes a member. What it said in referenda counts on.
	fn remove(institution: InstitutionId) -> DispatchResult;

	/// How many members there are.
	fn count() -> u32;

	/// Every member. For checks alone: there may be any number of them.
	fn members() -> Vec<(AccountId, Rank)>;
}

/// There are no members, and every institution's account is that of all zeros.
impl<AccountId: Decode> Electorate<AccountId> for () {
	fn account_of(_: InstitutionId) -> AccountId {
		AccountId::decode(&mut TrailingZeroInput::zeroes())
			.expect("every sequence of bytes is an account; qed")
	}
	fn rank_of(_: InstitutionId) -> Option<Rank> {
		None
	}
	fn induct(_: InstitutionId, _: Rank) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn set_rank(_: InstitutionId, _: Rank) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn remove(_: InstitutionId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn count() -> u32 {
		0
	}
	fn members() -> Vec<(AccountId, Rank)> {
		Vec::new()
	}
}

/// Why a call cannot be put to the vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfit {
	/// Its encoding is too long.
	TooLong,
	/// It is too heavy ever to be carried out.
	TooHeavy,
	/// It is to be carried out too late.
	TooLate,
}

/// A referendum that was submitted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Submitted {
	/// The referendum.
	pub id: ReferendumId,
	/// Under which hash its proposal is kept, if it is too long to stand in the referendum itself. Whoever
	/// submitted it [releases](Ballots::release) it.
	pub preimage: Option<H256>,
}

/// The referenda, and the ballots that are cast in them.
///
/// What it costs is part of the benchmarks of the calls that ask it, which run in the runtime that wires
/// it.
pub trait Ballots<BlockNumber> {
	/// A call that is put to the vote.
	type Proposal: Parameter;

	/// When it is carried out, if it is approved.
	type Enactment: Parameter;

	/// Refuses a call that cannot be put to the vote, or not to be carried out then.
	fn check(proposal: &Self::Proposal, enactment: &Self::Enactment) -> Result<(), Unfit>;

	/// Submits a referendum for a member, ready to be decided, and keeps its proposal.
	fn submit(
		institution: InstitutionId,
		track: Track,
		proposal: Self::Proposal,
		enactment: Self::Enactment,
	) -> Result<Submitted, DispatchError>;

	/// For how many blocks from its submission on a referendum waits to be put to a ring; `None` on a track where it
	/// cannot wait, or where ranks must count.
	fn ring_wait(track: Track) -> Option<BlockNumber>;

	/// Keeps a proposal no more for a referendum that is decided. Until it is carried out, it is kept all the
	/// same.
	fn release(preimage: H256);

	/// Casts a member's ballot, in place of its earlier one. Answers with whether the call is paid for.
	fn vote(
		institution: InstitutionId,
		referendum: ReferendumId,
		aye: bool,
	) -> Result<Pays, DispatchError>;

	/// Counts a vote without a ballot, in place of the one that was counted `before`, if one was. It weighs as
	/// that of a member of rank zero.
	///
	/// Fails when the referendum takes no votes any more.
	fn count(referendum: ReferendumId, before: Option<bool>, aye: bool) -> DispatchResult;

	/// The identifier of the next referendum.
	fn next() -> ReferendumId;

	/// Where a referendum stands; `None` when there is none.
	fn progress(referendum: ReferendumId) -> Option<Progress<BlockNumber>>;

	/// In which block the proposal of an approved referendum is carried out; `None` when it was, or never
	/// is.
	fn enactment(referendum: ReferendumId) -> Option<BlockNumber>;

	/// What a member of this rank weighs in the approval.
	fn weight_of(rank: Rank) -> u32;

	/// What an institution said in a referendum.
	fn ballot(institution: InstitutionId, referendum: ReferendumId) -> Option<Ballot>;

	/// The ballots of a referendum behind that of `after`, at most as many as `limit`. Their order is
	/// fixed, and no other.
	fn ballots(
		referendum: ReferendumId,
		after: Option<InstitutionId>,
		limit: u32,
	) -> Vec<(InstitutionId, Ballot)>;

	/// What an ongoing referendum counts, with or without ballots; `None` when it is not ongoing.
	fn tally(referendum: ReferendumId) -> Option<Tally>;

	/// Removes what can be removed of a decided referendum without ballots.
	fn remove(referendum: ReferendumId);

	/// The longest proposal, which does nothing and is like no other of another `number`, and the earliest
	/// enactment.
	#[cfg(feature = "runtime-benchmarks")]
	fn nothing(number: u32) -> (Self::Proposal, Self::Enactment);

	/// Decides a referendum at once.
	#[cfg(feature = "runtime-benchmarks")]
	fn decide(referendum: ReferendumId);
}

/// There are no referenda, and nobody submits one.
impl<BlockNumber> Ballots<BlockNumber> for () {
	type Proposal = ();
	type Enactment = ();

	fn check(_: &(), _: &()) -> Result<(), Unfit> {
		Ok(())
	}
	fn submit(_: InstitutionId, _: Track, _: (), _: ()) -> Result<Submitted, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn ring_wait(_: Track) -> Option<BlockNumber> {
		None
	}
	fn release(_: H256) {}
	fn vote(_: InstitutionId, _: ReferendumId, _: bool) -> Result<Pays, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn count(_: ReferendumId, _: Option<bool>, _: bool) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn next() -> ReferendumId {
		ReferendumId(0)
	}
	fn progress(_: ReferendumId) -> Option<Progress<BlockNumber>> {
		None
	}
	fn enactment(_: ReferendumId) -> Option<BlockNumber> {
		None
	}
	fn weight_of(_: Rank) -> u32 {
		0
	}
	fn ballot(_: InstitutionId, _: ReferendumId) -> Option<Ballot> {
		None
	}
	fn ballots(_: ReferendumId, _: Option<InstitutionId>, _: u32) -> Vec<(InstitutionId, Ballot)> {
		Vec::new()
	}
	fn tally(_: ReferendumId) -> Option<Tally> {
		None
	}
	fn remove(_: ReferendumId) {}
	#[cfg(feature = "runtime-benchmarks")]
	fn nothing(_: u32) -> ((), ()) {
		((), ())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn decide(_: ReferendumId) {}
}

/// Puts referenda to a ring of members, who vote in secret.
///
/// Its cost is part of the benchmarks of the calls that ask it, which run in the runtime that wires it.
pub trait SecretPolls<AccountId> {
	/// Puts a referendum to rings of so many voters in all: from now on it takes secret votes, and no others.
	/// Appends the step's record to the referendum's trail.
	///
	/// Fails when there is no such referendum, when it takes no votes any more, when it was put to a ring
	/// before, when it was not submitted for that or its time for that is over, and when no more than half of
	/// the members are among the voters.
	fn put_to_ring(
		step: &mut Step<AccountId>,
		referendum: ReferendumId,
		voters: u32,
	) -> DispatchResult;

	/// Whether an institution votes on referenda: it is a member, and not silenced.
	fn may_vote(institution: InstitutionId) -> bool;

	/// Whether a referendum takes votes.
	fn is_ongoing(referendum: ReferendumId) -> bool;

	/// Counts a secret vote, in place of the one that the same pseudonym cast `before`, if it did. Each counts
	/// as that of a member of rank zero: a ring does not tell which rank. Appends the step's record to the
	/// referendum's trail.
	///
	/// Fails when the referendum was not put to a ring, or takes no votes any more.
	fn count_secret(
		step: &mut Step<AccountId>,
		referendum: ReferendumId,
		before: Option<bool>,
		aye: bool,
	) -> DispatchResult;

	/// Makes a referendum that waits to be put to a ring, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn wanted() -> ReferendumId;
}

/// There are no referenda.
impl<AccountId> SecretPolls<AccountId> for () {
	fn put_to_ring(_: &mut Step<AccountId>, _: ReferendumId, _: u32) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
	fn may_vote(_: InstitutionId) -> bool {
		false
	}
	fn is_ongoing(_: ReferendumId) -> bool {
		false
	}
	fn count_secret(
		_: &mut Step<AccountId>,
		_: ReferendumId,
		_: Option<bool>,
		_: bool,
	) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn wanted() -> ReferendumId {
		ReferendumId(0)
	}
}
