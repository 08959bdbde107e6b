//! What both schemes promise is tested with both; what is on a curve, with the one that has one.

use crate::{MemberKey, RingProver, RingScheme, Root};

/// Runs tests that are written for any scheme, with each.
macro_rules! with_each_scheme {
	($($name:ident)*) => {
		mod bandersnatch {
			$(#[test]
			fn $name() {
				super::$name::<crate::Bandersnatch>();
			})*
		}

		mod plain {
			$(#[test]
			fn $name() {
				super::$name::<crate::mock::Plain>();
			})*
		}
	};
}

mod curve;
#[cfg(feature = "runtime-benchmarks")]
mod fixtures;
mod keys;
mod mutations;
mod points;
mod proofs;
mod rings;

const CONTEXT: &[u8] = b"appeals";
const MESSAGE: &[u8] = b"this account is mine";

fn secret<S: RingProver>(number: u8) -> S::Secret {
	S::secret(&[number; 32])
}

fn key<S: RingProver>(number: u8) -> MemberKey {
	S::key(&secret::<S>(number))
}

/// The keys of the first members.
fn keys<S: RingProver>(count: u8) -> Vec<MemberKey> {
	(0..count).map(key::<S>).collect()
}

fn root<S: RingScheme>(keys: &[MemberKey]) -> Root {
	let mut ring = S::start();
	S::push(&mut ring, keys).expect("the keys are keys, and there is room");
	S::finish(&ring).expect("it is a ring")
}

/// A proof of one member, in its context, of a message.
fn proof<S: RingProver>(number: u8, ring: &[MemberKey], context: &[u8], message: &[u8]) -> Vec<u8> {
	S::prove(&secret::<S>(number), ring, context, message).expect("it is a member")
}
