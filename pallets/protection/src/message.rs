//! What is signed and proven: the messages, and the names of contexts. Each is BLAKE2b-256 of a SCALE encoding
//! that begins with what it is for and the hash of the chain's first block, so that nothing made for one
//! purpose or chain is worth anything for another.
//!
//! Whoever makes proofs outside the chain computes the same: the text in front is encoded as SCALE encodes
//! text, its length first.

use crate::{Config, Pallet};
use codec::Encode;
use frame_system::pallet_prelude::BlockNumberFor;
use salus_primitives::{ContextId, InstitutionId, Role};
use salus_rings::MemberKey;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::Zero;

/// What the secret of a member key signs, so that it may be registered by this institution for this role:
/// of `salus/key`, genesis, role, institution, key.
pub fn possession_message(
	genesis: H256,
	role: Role,
	institution: InstitutionId,
	key: &MemberKey,
) -> [u8; 32] {
	("salus/key", genesis, role, institution, key).using_encoded(blake2_256)
}

/// The context for which a proof is made: of `salus/context`, genesis, identifier.
pub fn context_name(genesis: H256, context: ContextId) -> [u8; 32] {
	("salus/context", genesis, context).using_encoded(blake2_256)
}

/// The message that a proof says: of `salus/bind`, genesis, context, account, last block.
pub fn binding_message<AccountId: Encode, BlockNumber: Encode>(
	genesis: H256,
	context: ContextId,
	account: &AccountId,
	until: &BlockNumber,
) -> [u8; 32] {
	("salus/bind", genesis, context, account, until).using_encoded(blake2_256)
}

impl<T: Config> Pallet<T> {
	/// The hash of the first block of this chain, by which messages are bound to it.
	pub(crate) fn genesis() -> H256 {
		let first = BlockNumberFor::<T>::zero();
		H256::from_slice(frame_system::Pallet::<T>::block_hash(first).as_ref())
	}
}
