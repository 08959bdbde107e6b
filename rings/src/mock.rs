//! A scheme without cryptography, which keeps what [`RingScheme`] promises and hides nothing: proofs show
//! the secret itself. For tests of what uses rings, which are done in a moment.
//!
//! A secret is its seed; a key is the byte 1, and 31 bytes of a digest of the seed. A ring is a Merkle tree of
//! 256 leaves, the last of which is never taken, and its root is that of the tree. A proof is the seed, the
//! member's place and the path from there to the root, and a digest of the seed, the context and the message.
//! A proof of possession is the seed, and a digest of the seed and the message.

#[cfg(feature = "std")]
use crate::RingProver;
use crate::{
	Alias, Malformed, MemberKey, Possession, Refusal, RingScheme, Root, Unfinished, PROOF_LENGTH,
};
#[cfg(feature = "std")]
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_crypto_hashing::blake2_256;

/// The levels of the tree below its root.
const DEPTH: usize = 8;

type Digest = [u8; 32];

/// What is in front of a key, so that not all bytes are keys.
const MARK: u8 = 1;

/// A leaf that is not taken.
const EMPTY: Digest = [0; 32];

/// A scheme that hides nothing; rings of at most 255 members.
pub struct Plain;

fn digest(what: &impl Encode) -> Digest {
	what.using_encoded(blake2_256)
}

fn key_of(seed: &Digest) -> MemberKey {
	let mut key = digest(&("key", seed));
	key[0] = MARK;
	MemberKey(key)
}

fn leaf(key: &MemberKey) -> Digest {
	digest(&("leaf", key))
}

fn above(left: &Digest, right: &Digest) -> Digest {
	digest(&("node", left, right))
}

fn alias_of(key: &MemberKey, context: &[u8]) -> Alias {
	Alias(digest(&("alias", key, context)))
}

fn owned(seed: &Digest, message: &[u8]) -> Digest {
	digest(&("possession", seed, message))
}

fn said(seed: &Digest, context: &[u8], message: &[u8]) -> Digest {
	digest(&("proof", seed, context, message))
}

/// A value and what comes behind it, all of which is zero.
fn padded<T: Encode, const LENGTH: usize>(value: &T) -> [u8; LENGTH] {
	let mut bytes = [0; LENGTH];
	value.using_encoded(|encoded| bytes[..encoded.len()].copy_from_slice(encoded));
	bytes
}

/// The value of which these are the bytes.
fn unpadded<T: Decode>(mut bytes: &[u8]) -> Result<T, Malformed> {
	let value = T::decode(&mut bytes).map_err(|_| Malformed)?;
	bytes.iter().all(|byte| *byte == 0).then_some(value).ok_or(Malformed)
}

/// A tree to which leaves are being added.
#[derive(Default, Encode, Decode)]
struct Tree {
	leaves: u8,
	/// On each level, the newest node that is a left one: it waits for the one on its right.
	waiting: [Digest; DEPTH],
}

impl Tree {
	fn push(&mut self, key: &MemberKey) -> Result<(), Malformed> {
		let mut node = leaf(key);
		let mut index = self.leaves;
		self.leaves = self.leaves.checked_add(1).ok_or(Malformed)?;
		for waiting in &mut self.waiting {
			if index.is_multiple_of(2) {
				*waiting = node;
				break;
			}
			node = above(waiting, &node);
			index /= 2;
		}
		Ok(())
	}

	fn root(&self) -> Digest {
		let (mut node, mut empty, mut index) = (EMPTY, EMPTY, self.leaves);
		for waiting in &self.waiting {
			node = match index % 2 {
				0 => above(&node, &empty),
				_ => above(waiting, &node),
			};
			empty = above(&empty, &empty);
			index /= 2;
		}
		node
	}
}

#[derive(Encode, Decode)]
struct Proof {
	seed: Digest,
	place: u8,
	/// The node beside each one on the way to the root.
	path: [Digest; DEPTH],
	said: Digest,
}

impl Proof {
	/// The root of the tree in which this is a path.
	fn root(&self, key: &MemberKey) -> Digest {
		let mut index = self.place;
		self.path.iter().fold(leaf(key), |node, beside| {
			let left = index.is_multiple_of(2);
			index /= 2;
			if left {
				above(&node, beside)
			} else {
				above(beside, &node)
			}
		})
	}
}

impl RingScheme for Plain {
	const MOST_MEMBERS: u32 = u8::MAX as u32;

	fn is_key(key: &MemberKey) -> bool {
		key.0[0] == MARK
	}

	fn is_possessed(key: &MemberKey, message: &[u8], possession: &Possession) -> bool {
		let Ok((seed, said)) = <(Digest, Digest)>::decode(&mut possession.as_ref()) else {
			return false;
		};
		key_of(&seed) == *key && said == owned(&seed, message)
	}

	fn start() -> Unfinished {
		Unfinished(padded(&Tree::default()))
	}

	fn push(unfinished: &mut Unfinished, keys: &[MemberKey]) -> Result<(), Malformed> {
		let mut tree: Tree = unpadded(&unfinished.0)?;
		for key in keys {
			if !Self::is_key(key) {
				return Err(Malformed);
			}
			tree.push(key)?;
		}
		*unfinished = Unfinished(padded(&tree));
		Ok(())
	}

	fn finish(unfinished: &Unfinished) -> Result<Root, Malformed> {
		let tree: Tree = unpadded(&unfinished.0)?;
		Ok(Root(padded(&tree.root())))
	}

	fn verify(root: &Root, context: &[u8], message: &[u8], proof: &[u8]) -> Result<Alias, Refusal> {
		if proof.len() != PROOF_LENGTH {
			return Err(Refusal::Malformed);
		}
		let root: Digest = unpadded(&root.0)?;
		let proof: Proof = unpadded(proof)?;
		let key = key_of(&proof.seed);
		if proof.root(&key) != root || proof.said != said(&proof.seed, context, message) {
			return Err(Refusal::NotProven);
		}
		Ok(alias_of(&key, context))
	}
}

#[cfg(feature = "std")]
impl RingProver for Plain {
	type Secret = Digest;

	fn secret(seed: &[u8; 32]) -> Self::Secret {
		*seed
	}

	fn key(secret: &Self::Secret) -> MemberKey {
		key_of(secret)
	}

	fn possess(secret: &Self::Secret, message: &[u8]) -> Possession {
		Possession(padded(&(secret, owned(secret, message))))
	}

	fn alias(secret: &Self::Secret, context: &[u8]) -> Alias {
		alias_of(&key_of(secret), context)
	}

	fn prove(
		secret: &Self::Secret,
		keys: &[MemberKey],
		context: &[u8],
		message: &[u8],
	) -> Result<Vec<u8>, Malformed> {
		if keys.len() > usize::from(u8::MAX) || !keys.iter().all(Self::is_key) {
			return Err(Malformed);
		}
		let key = key_of(secret);
		let place = keys.iter().position(|other| *other == key).ok_or(Malformed)?;
		let mut level: Vec<Digest> = keys.iter().map(leaf).collect();
		level.resize(1 << DEPTH, EMPTY);
		let path = core::array::from_fn(|height| {
			let beside = level[(place >> height) ^ 1];
			level = level.chunks_exact(2).map(|pair| above(&pair[0], &pair[1])).collect();
			beside
		});
		let said = said(secret, context, message);
		let proof = Proof { seed: *secret, place: place as u8, path, said };
		Ok(padded::<_, PROOF_LENGTH>(&proof).to_vec())
	}
}
