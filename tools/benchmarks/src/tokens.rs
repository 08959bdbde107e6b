//! A transfer of tokens, which others are compared with. The runtime has `pallet_assets` only when it is
//! compiled to be measured, so its call is encoded by hand.

use codec::{Compact, Encode};
use salus_runtime::{AccountId, Address};
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::traits::{BlakeTwo256, Hash};

/// Where `pallet_assets` stands in such a runtime, and its `transfer`.
const TRANSFER: [u8; 2] = [90, 8];
const ASSET: u32 = 1;

/// What a chain begins with: the asset, and how much of it each of these accounts has.
pub fn genesis(accounts: impl IntoIterator<Item = (AccountId, u64)>) -> serde_json::Value {
	let accounts: Vec<_> =
		accounts.into_iter().map(|(account, amount)| (ASSET, account, amount)).collect();
	serde_json::json!({ "assets": {
		"assets": [[ASSET, Alice.to_account_id(), true, 1]],
		"accounts": accounts,
	} })
}

/// Sends ten units of the asset.
pub fn transfer(to: AccountId) -> impl Encode {
	(TRANSFER, Compact(ASSET), Address::Id(to), Compact(10u128))
}

/// One of any number of accounts.
pub fn stranger(place: u64) -> AccountId {
	AccountId::new(BlakeTwo256::hash(&place.to_le_bytes()).0)
}
