//! Random bytes, of the operating system.

use crate::derive::Secret;
use hpke::rand_core::{CryptoRng, RngCore};
use sp_core::{sr25519, Pair};
use zeroize::Zeroizing;

/// 32 random bytes, drawn as the seed of a key is.
pub fn secret() -> Secret {
	let (_, seed) = sr25519::Pair::generate();
	Zeroizing::new(seed)
}

/// So many random bytes.
pub fn bytes<const N: usize>() -> [u8; N] {
	let mut bytes = [0; N];
	System.fill_bytes(&mut bytes);
	bytes
}

/// The same, for whoever asks for a generator.
pub struct System;

impl RngCore for System {
	fn next_u32(&mut self) -> u32 {
		u32::from_le_bytes(bytes())
	}

	fn next_u64(&mut self) -> u64 {
		u64::from_le_bytes(bytes())
	}

	fn fill_bytes(&mut self, bytes: &mut [u8]) {
		for part in bytes.chunks_mut(32) {
			let drawn = secret();
			part.copy_from_slice(&drawn[..part.len()]);
		}
	}
}

impl CryptoRng for System {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_part_of_a_draw_is_drawn_anew() {
		let drawn = bytes::<96>();
		let parts: Vec<_> = drawn.chunks(32).collect();
		assert!(parts.iter().all(|part| part.iter().any(|byte| *byte != 0)));
		assert!(parts[0] != parts[1] && parts[1] != parts[2] && parts[0] != parts[2]);
		assert_ne!(secret(), secret());
	}
}
