//! Who governs: a council of health commissions, by motions.
//!
//! | decision | takes |
//! |---|---|
//! | admit, license, suspend institutions; register regions and classes | more than half |
//! | arbitrate a dispute | more than half |
//! | open, seal and call off rounds of observations | more than half |
//! | schedule a motion for later | more than half |
//! | seats of the council, collators, cancelling a motion | three quarters |
//! | anything that only root may do, such as new code | more than half to whitelist the call, then three quarters to dispatch it |
//!
//! Shares are of all seats, not of the votes cast. Root has no key: the last row is the only way to
//! it. It takes two motions, in either order, so that a call is known by its hash and can be read
//! before it runs.

use crate::*;
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, EitherOfDiverse, EqualPrivilegeOnly,
		LinearStoragePrice, MapSuccess,
	},
};
use frame_system::EnsureRoot;
use pallet_collective::{
	DefaultVote, EnsureProportionAtLeast, EnsureProportionMoreThan, Instance1,
};
use salus_primitives::{Actor, Authority};
use sp_runtime::{traits::Morph, Either};

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
/// The council of health commissions.
pub type CouncilCollective = Instance1;

parameter_types! {
	/// How long a motion is open, and a deferred dispatch waits.
	pub const MotionDuration: BlockNumber = 7 * DAYS;
	/// Room for a seat per region, and some.
	pub const MaxCouncilMembers: u32 = 40;
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

/// Who is silent has not agreed. A seat that leads the council, its prime, would otherwise carry a
/// motion alone, by waiting until the time for it is over.
pub struct SilenceIsNo;

impl DefaultVote for SilenceIsNo {
	fn default_vote(_: Option<bool>, _: u32, _: u32, _: u32) -> bool {
		false
	}
}

impl pallet_collective::Config<CouncilCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<100>;
	type MaxMembers = MaxCouncilMembers;
	type DefaultVote = SilenceIsNo;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Self>;
	// Seats are kept by `CouncilMembers`.
	type SetMembersOrigin = EnsureRoot<AccountId>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureSupermajority;
	type KillOrigin = EnsureSupermajority;
	type Consideration = ();
}

impl pallet_membership::Config<Instance1> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = EnsureSupermajority;
	type RemoveOrigin = EnsureSupermajority;
	type SwapOrigin = EnsureSupermajority;
	type ResetOrigin = EnsureSupermajority;
	type PrimeOrigin = EnsureSupermajority;
	type MembershipInitialized = Council;
	type MembershipChanged = Council;
	type MaxMembers = MaxCouncilMembers;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Self>;
}

impl pallet_whitelist::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WhitelistOrigin = EnsureMajority;
	type DispatchWhitelistedOrigin = EnsureSupermajority;
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

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxScheduledWeight;
	// What is scheduled runs later with the origin that scheduled it, no other.
	type ScheduleOrigin = EnsureMajority;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<50>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Self>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}
