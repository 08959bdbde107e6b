//! How a call is signed and sent.

use crate::{chain::Chain, hex, refusals, texts, Outcome};
use codec::Encode;
use frame_support::storage::storage_prefix;
use frame_system::{offchain::CreateAuthorizedTransaction, EventRecord, Phase};
use jsonrpsee::core::client::Subscription;
use pallet_protection::Call;
use salus_runtime::{
	configs::transactions::tx_extension, AccountId, Address, Hash, Nonce, Runtime, RuntimeCall,
	RuntimeEvent, SignedPayload, UncheckedExtrinsic, VERSION,
};
use serde_json::Value;
use sp_core::{sr25519, Pair, H256};
use std::time::Duration;
use tokio::time::timeout;

/// For how long a transaction is waited for.
const PATIENCE: Duration = Duration::from_secs(180);

/// A transaction that is in a block, and did what it should.
pub struct Included {
	/// What pallet `protection` has told of it.
	pub events: Vec<pallet_protection::Event<Runtime>>,
}

impl Included {
	/// What `find` finds in what was told.
	pub fn told<T>(
		&self,
		find: impl Fn(&pallet_protection::Event<Runtime>) -> Option<T>,
	) -> Outcome<T> {
		let found = self.events.iter().find_map(find);
		found.ok_or_else(|| {
			"the transaction is in a block, and the node does not tell its events".into()
		})
	}
}

/// Sends a call that authorises itself, and waits until it is in a block.
///
/// # Errors
///
/// Why it was refused.
pub async fn authorised(chain: &Chain, call: Call<Runtime>) -> Outcome<Included> {
	include(chain, make(call), true).await
}

/// The transaction that a worker would make of the same call.
fn make(call: Call<Runtime>) -> Vec<u8> {
	type Local = Call<Runtime>;
	let call = RuntimeCall::from(call);
	<Runtime as CreateAuthorizedTransaction<Local>>::create_authorized_transaction(call).encode()
}

/// Signs a call, sends it, and waits until it is in a block.
///
/// # Errors
///
/// Why it was refused, by the pool or in the block.
pub async fn signed(chain: &Chain, key: &sr25519::Pair, call: Call<Runtime>) -> Outcome<Included> {
	let nonce = chain.next_nonce(&texts::account(&key.public().into())).await?;
	include(chain, sign(key, nonce, chain.genesis, call.into()), false).await
}

/// A signed transaction that never expires, pays no tip, and is the account's transaction of this number.
fn sign(key: &sr25519::Pair, nonce: Nonce, genesis: Hash, call: RuntimeCall) -> Vec<u8> {
	// What is signed and not sent: the versions, the first block, and once more the first block for a transaction
	// that never expires; no hash of the metadata.
	let (spec, transaction) = (VERSION.spec_version, VERSION.transaction_version);
	let implicit = ((), (), spec, transaction, genesis, genesis, (), (), (), None);
	let payload = SignedPayload::from_raw(call, tx_extension(nonce), implicit);
	let signature = payload.using_encoded(|bytes| key.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	let who = Address::Id(AccountId::from(key.public()));
	UncheckedExtrinsic::new_signed(call, who, signature.into(), extension).encode()
}

async fn include(chain: &Chain, transaction: Vec<u8>, authorised: bool) -> Outcome<Included> {
	let mut updates = chain.submit(&transaction).await.map_err(|error| {
		let why =
			if authorised { refusals::of_authorised(&error) } else { refusals::of_pool(&error) };
		format!("refused: {why}")
	})?;
	let block = timeout(PATIENCE, inclusion(&mut updates)).await.map_err(|_| {
		"the transaction is in no block after three minutes, and may still come into one: look later"
	})??;
	outcome(chain, block, &transaction).await
}

/// The block that a transaction comes into.
async fn inclusion(updates: &mut Subscription<Value>) -> Outcome<H256> {
	while let Some(update) = updates.next().await {
		if let Some(block) = block_of(&update?)? {
			return Ok(block);
		}
	}
	Err("the node does not tell any more what becomes of the transaction: look later".into())
}

/// The block that a transaction is in, if an update says so.
///
/// # Errors
///
/// If the update says that it is in none, nor will be.
fn block_of(update: &Value) -> Outcome<Option<H256>> {
	if let Some(block) = update.get("inBlock").or_else(|| update.get("finalized")) {
		let block = block.as_str().ok_or("the node tells no hash of the block")?;
		return Ok(Some(H256(hex::read(block)?)));
	}
	match update.as_str() {
		Some("dropped") => Err("refused: the node has no room for the transaction".into()),
		Some("invalid") => Err("refused: the transaction is not valid any more; try again".into()),
		_ if update.get("usurped").is_some() => {
			Err("refused: another transaction took its place".into())
		}
		_ => Ok(None),
	}
}

/// What the block has for the transaction.
async fn outcome(chain: &Chain, block: H256, transaction: &[u8]) -> Outcome<Included> {
	let transactions = chain.transactions(block).await?;
	let sent = hex::write(transaction);
	let index = transactions.iter().position(|transaction| *transaction == sent);
	let index = index.ok_or("the node tells a block in which the transaction is not")?;
	let records: Vec<EventRecord<RuntimeEvent, Hash>> =
		chain.after(block).value(&storage_prefix(b"System", b"Events")).await?.unwrap_or_default();
	let mut events = Vec::new();
	for record in records.into_iter().filter(|record| is_of(&record.phase, index)) {
		match record.event {
			RuntimeEvent::System(frame_system::Event::ExtrinsicFailed {
				dispatch_error, ..
			}) => {
				return Err(format!("refused: {}", refusals::of_dispatch(dispatch_error)).into());
			}
			event => events.extend(event.try_into().ok()),
		}
	}
	Ok(Included { events })
}

fn is_of(phase: &Phase, index: usize) -> bool {
	matches!(phase, Phase::ApplyExtrinsic(number) if usize::try_from(*number) == Ok(index))
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;
	use pallet_protection::BuildStep;
	use salus_primitives::{RingId, Role};
	use serde_json::json;
	use sp_runtime::traits::{BlakeTwo256, Hash as _};

	/// A transaction without its length.
	fn body(transaction: &[u8]) -> Vec<u8> {
		Vec::decode(&mut &transaction[..]).expect("a transaction is led by its length")
	}

	#[test]
	fn a_call_that_authorises_itself_is_a_general_transaction() {
		let ring = RingId { role: Role::Vote, number: 0 };
		let step = BuildStep::Finish { ring, revision: 1 };
		let call = Call::advance_ring { step, discriminator: 7 };
		let body = body(&make(call.clone()));
		// General, format 5; version 0 of the extensions.
		let head = [vec![0b0100_0101, 0], tx_extension(0).encode()].concat();
		assert_eq!(body, [head, RuntimeCall::from(call).encode()].concat());
	}

	// As the benchmarks of the chain put a signed transaction together, byte for byte.
	#[test]
	fn a_signature_covers_the_call_its_number_the_versions_and_the_chain() {
		for note in [0, 300] {
			let key = sr25519::Pair::from_seed(&[7; 32]);
			let genesis = H256([0x67; 32]);
			let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![1; note] });
			let body = body(&sign(&key, 3, genesis, call.clone()));

			let (call, extension) = (call.encode(), tx_extension(3).encode());
			let (spec, transaction) = (VERSION.spec_version, VERSION.transaction_version);
			let implicit = (spec, transaction, genesis, genesis, None::<[u8; 32]>).encode();
			let payload = [call.clone(), extension.clone(), implicit].concat();
			let payload = match payload.len() {
				0..=256 => payload,
				_ => BlakeTwo256::hash(&payload).as_bytes().to_vec(),
			};
			let who = Address::Id(AccountId::from(key.public())).encode();
			let (head, rest) = body.split_at(1 + who.len());
			assert_eq!(head, [vec![0b1000_0100], who].concat());
			let (signature, rest) = rest.split_at(65);
			assert_eq!(rest, [extension, call].concat());
			assert_eq!(signature[0], 1, "sr25519");
			let signature = signature[1..].try_into().expect("it has 64 bytes");
			let signature = sr25519::Signature::from_raw(signature);
			assert!(sr25519::Pair::verify(&signature, payload, &key.public()));
		}
	}

	#[test]
	fn updates_tell_the_block_or_why_there_is_none() {
		let hash = hex::write(&[0xb1; 32]);
		for waiting in [
			json!("future"),
			json!("ready"),
			json!({ "broadcast": ["a"] }),
			json!({ "retracted": hash }),
		] {
			assert_eq!(block_of(&waiting).expect("it waits"), None);
		}
		for included in [json!({ "inBlock": hash }), json!({ "finalized": hash })] {
			assert_eq!(block_of(&included).expect("it is in one"), Some(H256([0xb1; 32])));
		}
		for refused in [json!("dropped"), json!("invalid"), json!({ "usurped": hash })] {
			assert!(block_of(&refused).is_err(), "{refused}");
		}
	}
}
