//! What rings are made of: bytes, each sort in a type of its own.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How many bytes a proof for one context has.
pub const PROOF_LENGTH: usize = 785;

macro_rules! bytes {
	($($(#[$doc:meta])* $name:ident($length:literal);)*) => {$(
		$(#[$doc])*
		#[derive(
			Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		pub struct $name(pub [u8; $length]);

		impl AsRef<[u8]> for $name {
			fn as_ref(&self) -> &[u8] {
				&self.0
			}
		}
	)*};
}

bytes! {
	/// The public key of a member.
	MemberKey(32);
	/// A signature that shows that somebody has the secret of a member key.
	Possession(64);
	/// What a member is called in a context.
	Alias(32);
	/// What a ring is reduced to.
	Root(288);
	/// A ring to which keys are being pushed.
	Unfinished(848);
}

/// Something that is not what it should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Malformed;

/// Why a proof is not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// The bytes are no proof, or no root.
	Malformed,
	/// It does not prove what it should.
	NotProven,
}

impl From<Malformed> for Refusal {
	fn from(Malformed: Malformed) -> Self {
		Self::Malformed
	}
}
