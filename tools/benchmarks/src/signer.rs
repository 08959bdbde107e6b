//! Signs extrinsics as a wallet does.

use codec::Encode;
use salus_runtime::{configs::transactions::tx_extension, AccountId, Address, Signature, VERSION};
use sp_core::{sr25519, Pair, H256};
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::{BlakeTwo256, Hash};

/// A key and the number of the next transaction it signs.
#[derive(Clone)]
pub struct Signer {
	key: sr25519::Pair,
	nonce: u32,
	genesis: H256,
}

impl Signer {
	/// Starts at the first transaction.
	pub fn new(key: Sr25519Keyring, genesis: H256) -> Self {
		Self::of(key.pair(), genesis)
	}

	/// The same of any key.
	pub fn of(key: sr25519::Pair, genesis: H256) -> Self {
		Self { key, nonce: 0, genesis }
	}

	/// An encoded version 4 extrinsic of `call`, which may also be a call that only the runtime
	/// under test knows, already encoded.
	pub fn sign(&mut self, call: &impl Encode) -> Vec<u8> {
		let extension = tx_extension(self.nonce);
		self.nonce += 1;
		// What the extensions add to the payload without storing it: specification version,
		// transaction version, genesis hash twice (once for the immortal era), no metadata hash.
		let implicit = (
			VERSION.spec_version,
			VERSION.transaction_version,
			self.genesis,
			self.genesis,
			None::<[u8; 32]>,
		);
		let call = call.encode();
		let payload = [call.clone(), extension.encode(), implicit.encode()].concat();
		let signature: Signature = match payload.len() {
			0..=256 => self.key.sign(&payload),
			_ => self.key.sign(BlakeTwo256::hash(&payload).as_bytes()),
		}
		.into();
		const SIGNED_VERSION_4: u8 = 0b1000_0100;
		let sender = Address::Id(AccountId::from(self.key.public()));
		let body =
			[vec![SIGNED_VERSION_4], sender.encode(), signature.encode(), extension.encode(), call]
				.concat();
		body.encode()
	}
}
