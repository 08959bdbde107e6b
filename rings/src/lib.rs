//! # Rings
//!
//! Proofs that somebody is a member of a ring of keys, without saying which one.
//!
//! | term | meaning |
//! |---|---|
//! | *member key* | the public key of a member, 32 bytes |
//! | *proof of possession* | a signature by which somebody shows that it has the secret of a member key |
//! | *ring* | a list of at most [`RingScheme::MOST_MEMBERS`] member keys |
//! | *root* | what a ring is reduced to; proofs are verified against it |
//! | *context* | for what a proof is: proofs of one member for two contexts cannot be linked |
//! | *alias* | what a member is called in a context: always the same there, and another one elsewhere |
//! | *message* | what a proof says: it is worth nothing with another one |
//!
//! A proof shows that whoever made it has the secret of some key of the ring, and what its alias is in the
//! context. It does not show which key that is.
//!
//! [`Bandersnatch`] is the implementation for use; `mock::Plain` (feature `mocks`) hides nothing, and is for
//! tests of what uses rings.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod bandersnatch;
#[cfg(feature = "runtime-benchmarks")]
pub mod fixtures;
#[cfg(any(test, feature = "mocks"))]
pub mod mock;
#[cfg(test)]
mod tests;
mod types;

pub use bandersnatch::Bandersnatch;
pub use types::{Alias, Malformed, MemberKey, Possession, Refusal, Root, Unfinished, PROOF_LENGTH};

/// Verifies ring proofs, and reduces rings to their roots.
///
/// Proofs have [`PROOF_LENGTH`] bytes in every scheme. Unfinished rings and roots are believed to be what
/// this scheme has made: whoever can change them decides who is a member.
pub trait RingScheme {
	/// The most members of one ring.
	const MOST_MEMBERS: u32;

	/// Whether bytes are a member key: a point of the curve, and not one that anybody has the secret of.
	fn is_key(key: &MemberKey) -> bool;

	/// Whether whoever signed `message` has the secret of `key`.
	fn is_possessed(key: &MemberKey, message: &[u8], possession: &Possession) -> bool;

	/// A ring without members, to push keys to.
	fn start() -> Unfinished;

	/// Adds members to an unfinished ring, in this order.
	///
	/// # Errors
	///
	/// [`Malformed`], if a key is none, the ring would have too many members, or the bytes are no unfinished
	/// ring of this scheme. Then none is added.
	fn push(unfinished: &mut Unfinished, keys: &[MemberKey]) -> Result<(), Malformed>;

	/// The root of a ring to which all keys were pushed.
	///
	/// # Errors
	///
	/// [`Malformed`], if the bytes are no unfinished ring of this scheme.
	fn finish(unfinished: &Unfinished) -> Result<Root, Malformed>;

	/// The alias of whoever made `proof`, if it proves that somebody in the ring with this root says
	/// `message` in `context`.
	///
	/// # Errors
	///
	/// [`Refusal::Malformed`], if the bytes are no proof, or no root; [`Refusal::NotProven`], if they do not
	/// prove that.
	fn verify(root: &Root, context: &[u8], message: &[u8], proof: &[u8]) -> Result<Alias, Refusal>;
}

/// Makes ring proofs: on a member's own machine, and never in a runtime.
#[cfg(feature = "std")]
pub trait RingProver: RingScheme {
	/// What a member knows and nobody else.
	type Secret;

	/// The secret that 32 random bytes are the seed of.
	fn secret(seed: &[u8; 32]) -> Self::Secret;

	/// The member key of a secret.
	fn key(secret: &Self::Secret) -> MemberKey;

	/// Signs `message` to show that the secret is possessed.
	fn possess(secret: &Self::Secret, message: &[u8]) -> Possession;

	/// The alias that a secret has in a context.
	fn alias(secret: &Self::Secret, context: &[u8]) -> Alias;

	/// A proof that the secret's key is among `keys`, the ring in its order, for a context and a message.
	///
	/// # Errors
	///
	/// [`Malformed`], if the key is not among them, a key is none, or there are too many.
	fn prove(
		secret: &Self::Secret,
		keys: &[MemberKey],
		context: &[u8],
		message: &[u8],
	) -> Result<alloc::vec::Vec<u8>, Malformed>;
}
