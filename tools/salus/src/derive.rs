//! What is derived from the seed in a key file: whoever has the file and its passphrase has all of it.
//!
//! Each is BLAKE2b-256 of a SCALE encoding that begins with what it is for and the seed, so that none tells
//! anything of another, or of the seed:
//!
//! | what | of |
//! |---|---|
//! | the seed of the member's secret | `salus/member`, seed |
//! | the sealing secret of an institution | `salus/sealing`, seed, `None` |
//! | the sealing secret of a pseudonym | `salus/sealing`, seed, `Some` genesis, context |
//! | the seed of an account of a pseudonym | `salus/account`, seed, genesis, context, number |
//!
//! A sealing key is public beside the name or the account that it is of. So each pseudonym has one of its own:
//! one for all would tell that they are one member's.
//!
//! Accounts are numbered since one of them may be spoilt: whoever sees a binding before it is in a block may bind the
//! account to an alias of its own. Then the next one is bound.

use codec::Encode;
use salus_primitives::ContextId;
use sp_core::{sr25519, Pair, H256};
use sp_runtime::traits::{BlakeTwo256, Hash};
use zeroize::Zeroizing;

/// 32 secret bytes.
pub type Secret = Zeroizing<[u8; 32]>;

/// How many accounts there are for one context.
pub const ACCOUNTS: u32 = 16;

/// The seed of the secret of the member key.
pub fn member(seed: &Secret) -> Secret {
	secret("salus/member", seed, &())
}

/// The secret to whose public key documents are sealed: of the institution, or of the pseudonym in a context of
/// the chain with this first block.
pub fn sealing(seed: &Secret, pseudonym: Option<(H256, ContextId)>) -> Secret {
	secret("salus/sealing", seed, &pseudonym)
}

/// An account for a context of the chain with this first block.
pub fn account(seed: &Secret, genesis: H256, context: ContextId, number: u32) -> sr25519::Pair {
	sr25519::Pair::from_seed(&secret("salus/account", seed, &(genesis, context, number)))
}

fn secret(label: &str, seed: &Secret, rest: &impl Encode) -> Secret {
	// Large enough for all of them: a vector that grows leaves what it held behind.
	let mut bytes = Zeroizing::new(Vec::with_capacity(128));
	label.encode_to(&mut *bytes);
	seed.encode_to(&mut *bytes);
	rest.encode_to(&mut *bytes);
	Zeroizing::new(BlakeTwo256::hash(&bytes).0)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::hex;

	const GENESIS: H256 = H256([0x67; 32]);
	const CONTEXT: ContextId = ContextId(5);

	fn seed() -> Secret {
		Zeroizing::new(std::array::from_fn(|place| place as u8))
	}

	// Expected hashes: `hashlib.blake2b` of Python, with `digest_size=32`.
	#[test]
	fn secrets_are_hashes_of_the_seed() {
		for (secret, expected) in [
			(member(&seed()), "0x5a696c6036824bfe9b77254afaa823c287346031e00f09d4b78e55433c14b34c"),
			(
				sealing(&seed(), None),
				"0x085013086245a7051db21b0d55a84ea20e2b669b17ae7f26b9d850820dce3042",
			),
			(
				sealing(&seed(), Some((GENESIS, CONTEXT))),
				"0x87d264e31b4e070bb1aecad4a7bfa8912f04dc8d0d00006b53614a0340be92f6",
			),
		] {
			assert_eq!(hex::write(&*secret), expected);
		}
	}

	// Expected accounts: `sr25519PairFromSeed` of `@polkadot/util-crypto`, of the hashes by Python
	// 7effe803…f68c557 and 418f12bb…d04a06.
	#[test]
	fn accounts_are_keys_of_hashes_of_the_seed() {
		for (number, expected) in [
			(0, "0xc841042f4fba6672d2d7b88afaaad7594cd9165fd9d51be77cd0f6a4793c3142"),
			(1, "0xccb755ea807620b8866464fbb46f81bffb5d833b535be5dc7beb8b40c650c956"),
		] {
			let account = account(&seed(), GENESIS, CONTEXT, number);
			assert_eq!(hex::write(account.public().as_ref()), expected);
		}
	}

	#[test]
	fn nothing_of_one_context_or_chain_is_that_of_another() {
		let (other_genesis, other_context) = (H256([0x68; 32]), ContextId(6));
		let accounts = [
			account(&seed(), GENESIS, CONTEXT, 0),
			account(&seed(), other_genesis, CONTEXT, 0),
			account(&seed(), GENESIS, other_context, 0),
			account(&seed(), GENESIS, CONTEXT, 1),
		]
		.map(|account| account.public().0);
		let sealing = [
			sealing(&seed(), None),
			sealing(&seed(), Some((GENESIS, CONTEXT))),
			sealing(&seed(), Some((other_genesis, CONTEXT))),
			sealing(&seed(), Some((GENESIS, other_context))),
		]
		.map(|secret| *secret);
		for all in [accounts, sealing] {
			let different: std::collections::BTreeSet<_> = all.iter().collect();
			assert_eq!(different.len(), all.len());
		}
	}
}
