//! Who makes blocks, and how they reach the relay chain.

use super::governance::EnsureSupermajority;
use crate::*;
use cumulus_pallet_parachain_system::RelayNumberMonotonicallyIncreases;
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU128, ConstU32, ConstU64, EnqueueWithOrigin},
	PalletId,
};
use pallet_supervision::collators::Recorded;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;

parameter_types! {
	/// Set aside for messages of other parachains.
	pub const ReservedXcmpWeight: Weight = BLOCK_SHARE.saturating_div(4);
	/// Set aside for messages of the relay chain.
	pub const ReservedDmpWeight: Weight = BLOCK_SHARE.saturating_div(4);
	/// Where messages of the relay chain come from.
	pub const RelayOrigin: AggregateMessageOrigin = AggregateMessageOrigin::Parent;
	/// How long a session lasts.
	pub const Period: BlockNumber = 6 * HOURS;
	/// When the first session ends, within a period.
	pub const Offset: BlockNumber = 0;
	/// Names the account of collator selection's pot. Fees do not go there, but to the author of
	/// the block.
	pub const PotId: PalletId = PalletId(*b"PotStake");
}

impl cumulus_pallet_parachain_system::Config for Runtime {
	type WeightInfo = cumulus_pallet_parachain_system::weights::SubstrateWeight<Self>;
	type RuntimeEvent = RuntimeEvent;
	type OnSystemEvent = ();
	type SelfParaId = staging_parachain_info::Pallet<Self>;
	type OutboundXcmpMessageSource = XcmpQueue;
	type DmpQueue = EnqueueWithOrigin<MessageQueue, RelayOrigin>;
	type ReservedDmpWeight = ReservedDmpWeight;
	type XcmpMessageHandler = XcmpQueue;
	type ReservedXcmpWeight = ReservedXcmpWeight;
	// Several blocks are built on one relay block.
	type CheckAssociatedRelayNumber = RelayNumberMonotonicallyIncreases;
	type ConsensusHook = ConsensusHook;
	type RelayParentOffset = ConstU32<RELAY_PARENT_OFFSET>;
	type SchedulingSignatureVerifier = ();
}

impl staging_parachain_info::Config for Runtime {}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = (CollatorSelection,);
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = ();
	type MaxAuthorities = ConstU32<100>;
	type AllowMultipleBlocksPerSlot = ConstBool<true>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl cumulus_pallet_aura_ext::Config for Runtime {}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ShouldEndSession = pallet_session::PeriodicSessions<Period, Offset>;
	type NextSessionRotation = pallet_session::PeriodicSessions<Period, Offset>;
	type SessionManager = Recorded<CollatorSelection, Runtime>;
	type SessionHandler = <SessionKeys as sp_runtime::traits::OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = ();
	type WeightInfo = pallet_session::weights::SubstrateWeight<Self>;
	type Currency = Balances;
	type KeyDeposit = ConstU128<{ deposit(2, 96) }>;
}

impl pallet_collator_selection::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type UpdateOrigin = EnsureSupermajority;
	type PotId = PotId;
	type MaxCandidates = ConstU32<50>;
	type MinEligibleCollators = ConstU32<1>;
	type MaxInvulnerables = ConstU32<50>;
	// A multiple of the session, or a collator could be dropped in the midst of one.
	type KickThreshold = Period;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ValidatorRegistration = Session;
	type WeightInfo = pallet_collator_selection::weights::SubstrateWeight<Self>;
}
