//! Tokens, in a runtime that is compiled to be measured and in no other: the transfer that everybody
//! knows the cost of, to set the steps of a transfer of goods beside.

use crate::*;
use codec::Compact;
use frame_support::{
	derive_impl,
	traits::{AsEnsureOriginWithArg, ConstU128},
};
use frame_system::{EnsureRoot, EnsureSigned};

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type AssetIdParameter = Compact<u32>;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type AssetDeposit = ConstU128<{ deposit(1, 190) }>;
	type AssetAccountDeposit = ConstU128<{ deposit(1, 16) }>;
	type MetadataDepositBase = ConstU128<{ deposit(1, 68) }>;
	type MetadataDepositPerByte = ConstU128<{ deposit(0, 1) }>;
	type ApprovalDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Self>;
	type BenchmarkHelper = ();
}
