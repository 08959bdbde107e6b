//! The fee token, and what a transaction costs.

use crate::*;
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		ConstU128, ConstU32, ConstU8, OnUnbalanced, VariantCountOf,
	},
	weights::{ConstantMultiplier, WeightToFee as WeightToFeeT},
};
use pallet_transaction_payment::FungibleAdapter;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;

/// What a transaction would pay that fills a block on its own.
const FULL_BLOCK_FEE: Balance = 10 * UNIT;

parameter_types! {
	/// What a byte of a transaction costs.
	pub const TransactionByteFee: Balance = 10 * MICROUNIT;
}

/// Charges for the scarcer of time and proof: a transaction pays for the share of a block that it
/// keeps others from using. Rounds down.
pub struct WeightToFee;

impl WeightToFeeT for WeightToFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		let share = |part: u64, whole: u64| {
			FULL_BLOCK_FEE.saturating_mul(part.into()) / Balance::from(whole)
		};
		share(weight.ref_time(), MAXIMUM_BLOCK_WEIGHT.ref_time())
			.max(share(weight.proof_size(), MAXIMUM_BLOCK_WEIGHT.proof_size()))
	}
}

/// Hands fees and tips to the author of the block, at once. The pot of the collators would pay them out
/// by halves, block after block, and so hide what happens on the chain among its own transfers.
pub struct FeesToAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for FeesToAuthor {
	fn on_nonzero_unbalanced(fees: Credit<AccountId, Balances>) {
		// Without an author, and with one whose account they would not open, they are burnt.
		if let Some(author) = Authorship::author() {
			drop(Balances::resolve(&author, fees));
		}
	}
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Self>;
	type Balance = Balance;
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, FeesToAuthor>;
	type WeightToFee = WeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, TransactionByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Self>;
}
