//! Who governs: the [assembly](super::assembly) of all institutions, by referenda, and a council of health
//! commissions, by motions, for what cannot wait and for what comes up every day.
//!
//! | decision | the council | the assembly, on the track of |
//! |---|---|---|
//! | admit, suspend and reinstate institutions | more than half | accreditation |
//! | license and amend institutions; register regions and classes; confirm counts | more than half | accreditation |
//! | replace the agents of an institution | three quarters | accreditation |
//! | suspend, reinstate or amend a commission that has a seat, or replace its agents | three quarters, the seat's own aye not counted | accreditation |
//! | wind up an institution, or make it one of another kind | | accreditation |
//! | arbitrate a dispute; dispose of the goods of institutions that act no more | more than half | accreditation |
//! | open rounds of observations | more than half | regulation |
//! | seal and call off rounds, which is too heavy for a referendum | more than half | |
//! | write, pause and withdraw rules of governance; bound needs; revoke standing orders | more than half | regulation |
//! | declare and close contexts, in which members act under pseudonyms | more than half | regulation |
//! | put a referendum to a ring that was submitted for it, which does not wait for a slow track | three quarters | |
//! | place and lift holds on goods, anybody's; issue and close recalls; open, take over and end cases | more than half | regulation |
//! | decide a plan, by which goods move between institutions | | reallocation |
//! | declare an emergency; call off one that the council declared and nobody has ratified | more than half | emergency |
//! | ratify, prolong and call off any emergency | | emergency |
//! | open an allocation, as a health commission of a region of the emergency may too | more than half | emergency |
//! | give and vacate seats of the council; give kinds of institution their rank | | regulation |
//! | enter the safe mode | three quarters | emergency |
//! | prolong the safe mode | | emergency |
//! | leave the safe mode | three quarters | emergency |
//! | carry out, as root, a call that is too urgent for the track of upgrades | three quarters to whitelist it | emergency, to dispatch it |
//! | anything that only root may do, such as new code | | upgrade |
//! | collators; disapprove and kill a motion | three quarters | upgrade |
//!
//! What the council may, the assembly may too. What cannot be undone, and who sits on the council, is the
//! assembly's alone. Shares of the council are of all sitting seats, not of the votes cast. The seats that a
//! motion is about are taken out of the count ([`motions`](super::motions)). Root has no key: the assembly is
//! the only way to it.
//!
//! ## The agenda
//!
//! A seat has four open motions at most, and forty seats have room for all of theirs. The first eight that
//! are open cost no deposit; the ninth costs 0.1 SAL, and each further one a twentieth more than the one
//! before: 0.5 SAL when 40 are open, 3.4 when 80 are, 158 for the last. The deposit is given back when it
//! is claimed after the motion has ended, and lost when the motion is killed.
//!
//! ## When a migration fails
//!
//! The chain enters the safe mode: transactions are taken again, but only those with which the council and
//! the assembly mend the chain ([`Mending`]).

use super::{
	assembly::MaxAlarms,
	motions::{CouncilAgenda, Motion, MAX_LOOKED_UP},
};
use crate::*;
use core::cmp::Ordering;
use frame_support::{
	migrations::{
		EnterSafeModeOnFailedMigration, FailedMigrationHandler, FailedMigrationHandling,
		FreezeChainOnFailedMigration,
	},
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, Contains, EitherOf, EitherOfDiverse,
		EqualPrivilegeOnly, LinearStoragePrice, MapSuccess, NeverEnsureOrigin, PrivilegeCmp,
		SortedMembers,
	},
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use pallet_assembly::{EnsureAccreditation, EnsureEmergency, EnsureReallocation, EnsureRegulation};
use pallet_collective::{
	deposit::{Delayed, Geometric},
	DefaultVote, EnsureProportionAtLeast, EnsureProportionMoreThan, Instance1,
};
use pallet_efficiency::Call as EfficiencyCall;
use pallet_protection::{Call as ProtectionCall, Purpose, Terms};
use pallet_seats::{MotionTicket, WeightInfo as _};
use salus_primitives::{Actor, Authority};
use sp_runtime::{
	traits::{Morph, Replace},
	Either, FixedU128,
};

/// The council's origin holds more than half of its seats, or root.
pub type EnsureMajority = EitherOfDiverse<
	EnsureRoot<AccountId>,
	EnsureProportionMoreThan<AccountId, CouncilCollective, 1, 2>,
>;
/// [`EnsureMajority`], resolved into who acts.
pub type MajorityActs = MapSuccess<EnsureMajority, RootOrCouncil>;
/// The council's origin holds at least three quarters of its seats, or root.
pub type EnsureSupermajority = EitherOfDiverse<
	EnsureRoot<AccountId>,
	EnsureProportionAtLeast<AccountId, CouncilCollective, 3, 4>,
>;
/// The council's majority, or the assembly on the track of accreditation, resolved into who acts.
pub type AccreditationActs = EitherOf<MajorityActs, EnsureAccreditation<AccountId>>;
/// The council's majority, or the assembly on the track of regulation, resolved into who acts.
pub type RegulationActs = EitherOf<MajorityActs, EnsureRegulation<AccountId>>;
/// The council's three quarters, or root, resolved into who acts.
pub type BallotActs = MapSuccess<EnsureSupermajority, RootOrCouncil>;
/// The assembly on the track of accreditation, or root, resolved into who acts: what cannot be undone.
pub type FinalActs =
	EitherOf<EnsureRootWithSuccess<AccountId, Root>, EnsureAccreditation<AccountId>>;
/// The assembly on the track of regulation, or root, resolved into who acts: who votes, and with which rank.
pub type ConstitutionActs =
	EitherOf<EnsureRootWithSuccess<AccountId, Root>, EnsureRegulation<AccountId>>;
/// The assembly on the track of reallocation, or root, resolved into who acts: what moves from whom to whom.
pub type ReallocationActs =
	EitherOf<EnsureRootWithSuccess<AccountId, Root>, EnsureReallocation<AccountId>>;
/// The council's majority, or the assembly on the track of emergencies, resolved into who acts.
pub type DeclarationActs = EitherOf<MajorityActs, EnsureEmergency<AccountId>>;
/// The assembly on the track of emergencies, or root, resolved into who acts: what outlasts the council's haste.
pub type UrgentActs = EitherOf<EnsureRootWithSuccess<AccountId, Root>, EnsureEmergency<AccountId>>;
/// The assembly on the track of emergencies, or root.
pub type EnsureUrgent = EitherOfDiverse<EnsureRoot<AccountId>, EnsureEmergency<AccountId>>;
/// The council of health commissions.
pub type CouncilCollective = Instance1;

parameter_types! {
	/// Root, as an actor.
	pub const Root: Actor<AccountId> = Actor::Authority(Authority::Root);
	/// How long a motion is open, and a deferred dispatch waits.
	pub const MotionDuration: BlockNumber = 7 * DAYS;
	/// Room for a seat per region, and some.
	pub const MaxCouncilMembers: u32 = 40;
	/// How many motions of one seat are open at one time.
	pub const MaxMotionsPerSeat: u32 = 4;
	/// How many motions are open at one time: every seat has room for its own.
	pub const MaxMotions: u32 = MaxCouncilMembers::get() * MaxMotionsPerSeat::get();
	/// How many open motions cost no deposit.
	pub const FreeMotions: u32 = 8;
	/// The deposit of the first motion that costs one.
	pub const MotionDeposit: Balance = 100 * MILLIUNIT;
	/// By how much each open motion raises the deposit of the next.
	pub MotionDepositGrowth: FixedU128 = FixedU128::from_rational(21, 20);
	/// Why the deposit for a motion is held.
	pub const MotionHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Council(pallet_collective::HoldReason::ProposalSubmission);
	/// The heaviest call that a motion may carry. What closes the motion may take a whole core.
	pub MaxProposalWeight: Weight = Perbill::from_percent(50) * MAXIMUM_BLOCK_WEIGHT;
	/// What scheduled calls may take of a block. Of its share: which block a call falls into is not
	/// known beforehand, and a call that is too heavy for its block is given up.
	pub MaxScheduledWeight: Weight = Perbill::from_percent(50) * BLOCK_SHARE;
	/// Why the deposit for a preimage is held.
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	/// The deposit for a preimage, whatever its length.
	pub const PreimageBaseDeposit: Balance = deposit(2, 64);
	/// The deposit for each of its bytes.
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
}

/// Who acts by [`EnsureMajority`].
pub struct RootOrCouncil;

impl Morph<Either<(), ()>> for RootOrCouncil {
	type Outcome = Actor<AccountId>;

	fn morph(origin: Either<(), ()>) -> Actor<AccountId> {
		Actor::Authority(match origin {
			Either::Left(()) => Authority::Root,
			Either::Right(()) => Authority::Council,
		})
	}
}

/// Who is silent has not agreed, whether the collective has a prime or not. It has none: seats set
/// the members, and name no prime.
pub struct SilenceIsNo;

impl DefaultVote for SilenceIsNo {
	fn default_vote(_: Option<bool>, _: u32, _: u32, _: u32) -> bool {
		false
	}
}

/// The weights of the council's calls, with what its seats add to them.
pub struct CouncilWeights;

/// What the collective itself costs.
type CollectiveWeights = pallet_collective::weights::SubstrateWeight<Runtime>;
/// What the seats cost.
type SeatsWeights = weights::pallet_seats::WeightInfo<Runtime>;

/// What it costs to know whose votes count: the tally, and the parties of the transfers and the authors
/// of the rules that a motion is about. Reading a transfer is a part of accepting it, and nothing else that
/// is looked up is as long as a transfer.
fn recusal() -> Weight {
	let transfer = <weights::pallet_circulation::WeightInfo<Runtime> as pallet_circulation::WeightInfo>::accept();
	SeatsWeights::tally().saturating_add(transfer.saturating_mul(MAX_LOOKED_UP))
}

impl pallet_collective::WeightInfo for CouncilWeights {
	fn set_members(m: u32, n: u32, p: u32) -> Weight {
		CollectiveWeights::set_members(m, n, p)
	}
	fn execute(b: u32, m: u32) -> Weight {
		CollectiveWeights::execute(b, m)
	}
	fn propose_execute(b: u32, m: u32) -> Weight {
		CollectiveWeights::propose_execute(b, m).saturating_add(recusal())
	}
	fn propose_proposed(b: u32, m: u32, p: u32) -> Weight {
		CollectiveWeights::propose_proposed(b, m, p).saturating_add(SeatsWeights::enter_motion())
	}
	fn vote(m: u32) -> Weight {
		CollectiveWeights::vote(m)
	}
	fn close_early_disapproved(m: u32, p: u32) -> Weight {
		CollectiveWeights::close_early_disapproved(m, p)
	}
	fn close_early_approved(b: u32, m: u32, p: u32) -> Weight {
		// Once to know whether it may be closed, and once to know what the vote comes to.
		CollectiveWeights::close_early_approved(b, m, p)
			.saturating_add(recusal())
			.saturating_add(recusal())
	}
	fn close_disapproved(m: u32, p: u32) -> Weight {
		CollectiveWeights::close_disapproved(m, p)
	}
	fn close_approved(b: u32, m: u32, p: u32) -> Weight {
		CollectiveWeights::close_approved(b, m, p).saturating_add(recusal())
	}
	fn disapprove_proposal(p: u32) -> Weight {
		CollectiveWeights::disapprove_proposal(p)
	}
	fn kill(d: u32, p: u32) -> Weight {
		CollectiveWeights::kill(d, p)
	}
	fn release_proposal_cost() -> Weight {
		CollectiveWeights::release_proposal_cost()
	}
}

impl pallet_collective::Config<CouncilCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = Motion;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = MaxMotions;
	type MaxMembers = MaxCouncilMembers;
	type DefaultVote = SilenceIsNo;
	type WeightInfo = CouncilWeights;
	// `Seats` alone says who the members are.
	type SetMembersOrigin = NeverEnsureOrigin<()>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureSupermajority;
	type KillOrigin = EnsureSupermajority;
	type Consideration = MotionTicket<Self>;
}

/// The council's members as the collective knows them.
pub struct CouncilMembers;

impl SortedMembers<AccountId> for CouncilMembers {
	fn sorted_members() -> Vec<AccountId> {
		pallet_collective::Members::<Runtime, CouncilCollective>::get()
	}
}

impl pallet_seats::Config for Runtime {
	type SeatOrigin = ConstitutionActs;
	type Access = Registry;
	type Directory = Registry;
	type Trail = Supervision;
	type Members = CouncilMembers;
	type MembersChanged = Council;
	type Agenda = CouncilAgenda;
	type Deposit = HoldConsideration<
		AccountId,
		Balances,
		MotionHoldReason,
		Delayed<FreeMotions, Geometric<MotionDepositGrowth, MotionDeposit>>,
		u32,
	>;
	type MaxSeats = MaxCouncilMembers;
	type MaxMotionsPerSeat = MaxMotionsPerSeat;
	type MaxMotions = MaxMotions;
	type WeightInfo = SeatsWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

impl pallet_whitelist::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	// The council says what is urgent, and the assembly whether it is done.
	type WhitelistOrigin = EnsureSupermajority;
	type DispatchWhitelistedOrigin = EnsureUrgent;
	type Preimages = Preimage;
	type DeferredDispatchExpiration = MotionDuration;
	type BlockNumberProvider = System;
	type WeightInfo = pallet_whitelist::weights::SubstrateWeight<Self>;
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Self>;
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
	>;
}

/// Root stands above all, so that what the assembly approved on any track can be called off while it waits.
pub struct RootAbove;

impl PrivilegeCmp<OriginCaller> for RootAbove {
	fn cmp_privilege(left: &OriginCaller, right: &OriginCaller) -> Option<Ordering> {
		let is_root = |origin: &OriginCaller| {
			matches!(origin, OriginCaller::system(frame_system::RawOrigin::Root))
		};
		match (is_root(left), is_root(right)) {
			(true, false) => Some(Ordering::Greater),
			(false, true) => Some(Ordering::Less),
			_ => EqualPrivilegeOnly::cmp_privilege(left, right),
		}
	}
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxScheduledWeight;
	// Referenda schedule by themselves, and depend on it: who else schedules could fill their agendas, or
	// hold up what stands there. The council acts at once, and schedules nothing.
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = RootAbove;
	type MaxScheduledPerBlock = MaxAlarms;
	type WeightInfo = weights::pallet_scheduler::WeightInfo<Self>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// What the safe mode lets through: the calls with which the council and the assembly mend the chain, those
/// that blocks are made of, and those that wrap others, each of which is put to the filter again. Calls of the
/// safe mode itself always pass, and so does whatever root does.
///
/// Seats are among them, although they write to the trail: the council may need another speaker to be able to
/// decide. So are certificates: workers send them whether anybody mends or not, they are verified where they
/// are stored, and sealed figures must not run out of time. So are secret votes, as open ones are, the
/// bindings without which nobody casts any, and contexts for votes, for which referenda do not wait long.
/// Plans of allocations are not: nothing would be carried out, and what waits for them is free by itself.
/// Rings are not built either: a vote is for those who are in them when it is declared.
pub struct Mending;

impl Contains<RuntimeCall> for Mending {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::System(..)
				| RuntimeCall::ParachainSystem(..)
				| RuntimeCall::Timestamp(..)
				| RuntimeCall::CollatorSelection(..)
				| RuntimeCall::Session(..)
				| RuntimeCall::Utility(..)
				| RuntimeCall::Multisig(..)
				| RuntimeCall::Proxy(..)
				| RuntimeCall::Preimage(..)
				| RuntimeCall::Council(..)
				| RuntimeCall::Seats(..)
				| RuntimeCall::Whitelist(..)
				| RuntimeCall::Assembly(..)
				| RuntimeCall::RankedPolls(..)
				| RuntimeCall::RankedCollective(..)
				| RuntimeCall::Efficiency(
					EfficiencyCall::post_certificates { .. }
						| EfficiencyCall::submit_certificates { .. }
				) | RuntimeCall::Protection(
				ProtectionCall::bind { .. }
					| ProtectionCall::vote { .. }
					| ProtectionCall::declare_context {
						terms: Terms { purpose: Purpose::Vote(_), .. }
					}
			)
		)
	}
}

parameter_types! {
	/// Nobody buys the safe mode.
	pub const NotForSale: Option<Balance> = None;
	/// There are no deposits to release.
	pub const NoRelease: Option<BlockNumber> = None;
}

/// For how many blocks the safe mode is entered or prolonged at a time.
type SafeModeDuration = ConstU32<{ 7 * DAYS }>;
/// Who enters and leaves the safe mode.
type EnsureGuarding = EitherOfDiverse<EnsureSupermajority, EnsureEmergency<AccountId>>;

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = Mending;
	type EnterDuration = SafeModeDuration;
	type ExtendDuration = SafeModeDuration;
	type EnterDepositAmount = NotForSale;
	type ExtendDepositAmount = NotForSale;
	type ForceEnterOrigin = MapSuccess<EnsureGuarding, Replace<SafeModeDuration>>;
	// Seven days are enough for the assembly to say whether they are.
	type ForceExtendOrigin = MapSuccess<EnsureUrgent, Replace<SafeModeDuration>>;
	type ForceExitOrigin = EnsureGuarding;
	type ForceDepositOrigin = EnsureRoot<AccountId>;
	type Notify = ();
	type ReleaseDelay = NoRelease;
	type WeightInfo = pallet_safe_mode::SubstrateWeight<Self>;
}

/// Enters the safe mode for good, and takes transactions again: the state that the migration left may be
/// written to by nobody but those who mend it.
///
/// The SDK's handler enters the safe mode too, but leaves the migration stuck, and while one is stuck a
/// block takes no transactions at all: nobody could call anything.
pub struct MendInSafeMode;

impl FailedMigrationHandler for MendInSafeMode {
	fn failed(migration: Option<u32>) -> FailedMigrationHandling {
		let handling =
			EnterSafeModeOnFailedMigration::<SafeMode, FreezeChainOnFailedMigration>::failed(
				migration,
			);
		match SafeMode::is_entered() {
			true => FailedMigrationHandling::ForceUnstuck,
			false => handling,
		}
	}
}
