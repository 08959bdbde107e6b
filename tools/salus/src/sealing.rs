//! Sealed documents: HPKE (RFC 9180) in the base mode, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
//! ChaCha20-Poly1305.
//!
//! A sealed document is
//!
//! | bytes | what |
//! |---|---|
//! | 7 | `SALUSDO` |
//! | 1 | the version of this format, 1 |
//! | 4 | the number of the receiver's sealing key, the least significant byte first |
//! | 32 | the encapsulated key |
//! | as the document, and 16 more | the ciphertext, with its tag |
//!
//! The bytes before the encapsulated key are authenticated with the document; so are the chain, the receiver and
//! the number of its key ([`info`]). Nothing tells who sealed it: the chain does, of what was sent there.

use crate::{derive::Secret, randomness, Outcome};
use codec::Encode;
use hpke::{
	aead::ChaCha20Poly1305, kdf::HkdfSha256, kem::X25519HkdfSha256, single_shot_open,
	single_shot_seal, Deserializable, Kem, OpModeR, OpModeS, Serializable,
};
use sp_core::H256;
use std::fmt;
use zeroize::Zeroizing;

type PublicKey = <X25519HkdfSha256 as Kem>::PublicKey;
type PrivateKey = <X25519HkdfSha256 as Kem>::PrivateKey;
type EncappedKey = <X25519HkdfSha256 as Kem>::EncappedKey;

const MAGIC: [u8; 7] = *b"SALUSDO";
const VERSION: u8 = 1;

/// Why a document is not opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unopened {
	/// It does not begin as a sealed document does.
	NotSealed,
	/// It is of another version of the format.
	Version(u8),
	/// It ends too early.
	Truncated,
	/// It is sealed to another key, or anything was changed.
	NotAuthentic,
}

impl std::error::Error for Unopened {}

impl fmt::Display for Unopened {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotSealed => f.write_str("it is no sealed document"),
			Self::Version(version) => {
				write!(
					f,
					"it is of version {version} of the format, which this program does not know"
				)
			}
			Self::Truncated => f.write_str("it ends too early: a part of it was lost on the way"),
			Self::NotAuthentic => f.write_str(
				"it is sealed to somebody else, for another chain, or was changed on the way",
			),
		}
	}
}

/// The public key of a sealing secret.
pub fn public_key(secret: &Secret) -> Outcome<[u8; 32]> {
	Ok(X25519HkdfSha256::sk_to_pk(&private(secret)?).to_bytes().into())
}

/// What a document is sealed for: of `salus/seal`, the hash of the chain's first block, the receiver, and the
/// number of its sealing key.
pub fn info(genesis: H256, receiver: &impl Encode, number: u32) -> Vec<u8> {
	("salus/seal", genesis, receiver, number).encode()
}

/// Seals a document to the public key of this number.
///
/// # Errors
///
/// If the key is one with which nothing is secret.
pub fn seal(key: &[u8; 32], number: u32, info: &[u8], document: &[u8]) -> Outcome<Vec<u8>> {
	let key = PublicKey::from_bytes(key).map_err(|error| error.to_string())?;
	let head = [&MAGIC[..], &[VERSION], &number.to_le_bytes()].concat();
	let (encapsulated, ciphertext) = encrypt(&key, info, &head, document, &mut randomness::System)
		.map_err(|_| "the receiver's sealing key is one with which nothing is secret")?;
	Ok([head, encapsulated.to_bytes().to_vec(), ciphertext].concat())
}

/// A sealed document, in its parts.
pub struct Sealed<'a> {
	/// The number of the receiver's sealing key.
	pub number: u32,
	head: &'a [u8],
	encapsulated: &'a [u8; 32],
	ciphertext: &'a [u8],
}

impl<'a> Sealed<'a> {
	/// Takes a sealed document apart.
	///
	/// # Errors
	///
	/// If it is none, or of another version, or too short.
	pub fn parse(bytes: &'a [u8]) -> Result<Self, Unopened> {
		let rest = bytes.strip_prefix(&MAGIC).ok_or(Unopened::NotSealed)?;
		let (version, rest) = rest.split_first().ok_or(Unopened::Truncated)?;
		if *version != VERSION {
			return Err(Unopened::Version(*version));
		}
		let (number, rest) = rest.split_first_chunk().ok_or(Unopened::Truncated)?;
		let (encapsulated, ciphertext) = rest.split_first_chunk().ok_or(Unopened::Truncated)?;
		let (head, _) = bytes.split_at(bytes.len() - rest.len());
		Ok(Self { number: u32::from_le_bytes(*number), head, encapsulated, ciphertext })
	}

	/// The document, opened by the secret of the key that it is sealed to.
	///
	/// # Errors
	///
	/// [`Unopened::NotAuthentic`].
	pub fn open(&self, secret: &Secret, info: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
		let key = private(secret).map_err(|_| Unopened::NotAuthentic)?;
		let encapsulated =
			EncappedKey::from_bytes(self.encapsulated).map_err(|_| Unopened::NotAuthentic)?;
		decrypt(&key, &encapsulated, info, self.head, self.ciphertext)
			.map(Zeroizing::new)
			.map_err(|_| Unopened::NotAuthentic)
	}
}

fn private(secret: &Secret) -> Outcome<PrivateKey> {
	Ok(PrivateKey::from_bytes(&**secret).map_err(|error| error.to_string())?)
}

fn encrypt(
	key: &PublicKey,
	info: &[u8],
	associated: &[u8],
	text: &[u8],
	random: &mut impl hpke::rand_core::CryptoRng,
) -> Result<(EncappedKey, Vec<u8>), hpke::HpkeError> {
	single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256, _>(
		&OpModeS::Base,
		key,
		info,
		text,
		associated,
		random,
	)
}

fn decrypt(
	key: &PrivateKey,
	encapsulated: &EncappedKey,
	info: &[u8],
	associated: &[u8],
	ciphertext: &[u8],
) -> Result<Vec<u8>, hpke::HpkeError> {
	single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
		&OpModeR::Base,
		key,
		encapsulated,
		info,
		ciphertext,
		associated,
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::hex;
	use hpke::rand_core::{CryptoRng, RngCore};

	const GENESIS: H256 = H256([0x67; 32]);
	const NUMBER: u32 = 3;
	const DOCUMENT: &[u8] = b"Deliver 500 masks to the rear gate.";

	/// Random bytes that are given.
	struct Given(Vec<u8>);

	impl RngCore for Given {
		fn next_u32(&mut self) -> u32 {
			unreachable!("keys are made of bytes")
		}
		fn next_u64(&mut self) -> u64 {
			unreachable!("keys are made of bytes")
		}
		fn fill_bytes(&mut self, bytes: &mut [u8]) {
			let rest = self.0.split_off(bytes.len());
			bytes.copy_from_slice(&std::mem::replace(&mut self.0, rest));
		}
	}

	impl CryptoRng for Given {}

	fn secret() -> Secret {
		Zeroizing::new([9; 32])
	}

	/// Stands for a receiver: a variant, and an account.
	fn receiver() -> (u8, [u8; 32]) {
		(1, [0x61; 32])
	}

	fn sealed() -> Vec<u8> {
		let key = public_key(&secret()).expect("any bytes are a secret");
		seal(&key, NUMBER, &info(GENESIS, &receiver(), NUMBER), DOCUMENT)
			.expect("the key is a good one")
	}

	fn open(bytes: &[u8], secret: &Secret, info: &[u8]) -> Result<Vec<u8>, Unopened> {
		Sealed::parse(bytes)?.open(secret, info).map(|document| document.to_vec())
	}

	fn opened(bytes: &[u8]) -> Result<Vec<u8>, Unopened> {
		open(bytes, &secret(), &info(GENESIS, &receiver(), NUMBER))
	}

	#[test]
	fn what_is_sealed_is_opened_by_its_receiver() {
		let sealed = sealed();
		assert_eq!(sealed.len(), 7 + 1 + 4 + 32 + DOCUMENT.len() + 16);
		assert_eq!(&sealed[..12], b"SALUSDO\x01\x03\0\0\0");
		assert_eq!(Sealed::parse(&sealed).expect("it was sealed here").number, NUMBER);
		assert_eq!(opened(&sealed).expect("it was sealed to this key"), DOCUMENT);
	}

	#[test]
	fn an_empty_document_is_sealed_too() {
		let (key, info) = (public_key(&secret()).expect("any bytes are a secret"), b"");
		let sealed = seal(&key, 1, info, b"").expect("the key is a good one");
		assert_eq!(open(&sealed, &secret(), info), Ok(Vec::new()));
	}

	#[test]
	fn the_same_document_is_never_sealed_alike() {
		assert_ne!(sealed(), sealed());
	}

	#[test]
	fn a_document_of_which_any_bit_was_changed_is_refused() {
		let sealed = sealed();
		for place in 0..sealed.len() * 8 {
			let mut changed = sealed.clone();
			changed[place / 8] ^= 1 << (place % 8);
			// The last bit of a public key means nothing to X25519; the key is authenticated all the same.
			assert!(opened(&changed).is_err(), "bit {place}");
		}
	}

	#[test]
	fn a_document_that_was_cut_or_lengthened_is_refused() {
		let sealed = sealed();
		for length in 0..sealed.len() {
			assert!(opened(&sealed[..length]).is_err(), "{length} bytes");
		}
		assert_eq!(opened(&[&sealed[..], &[0]].concat()), Err(Unopened::NotAuthentic));
	}

	#[test]
	fn a_document_is_refused_with_the_reason() {
		let sealed = sealed();
		assert_eq!(opened(b"Dear colleague"), Err(Unopened::NotSealed));
		assert_eq!(opened(b""), Err(Unopened::NotSealed));
		assert_eq!(opened(b"SALUSDO"), Err(Unopened::Truncated));
		assert_eq!(opened(b"SALUSDO\x02"), Err(Unopened::Version(2)));
		assert_eq!(opened(&sealed[..43]), Err(Unopened::Truncated));
		assert_eq!(opened(&sealed[..44]), Err(Unopened::NotAuthentic));
	}

	#[test]
	fn a_document_for_another_key_chain_receiver_or_number_is_refused() {
		let sealed = sealed();
		let another = Zeroizing::new([8; 32]);
		let here = info(GENESIS, &receiver(), NUMBER);
		assert_eq!(open(&sealed, &another, &here), Err(Unopened::NotAuthentic));
		for elsewhere in [
			info(H256([0x68; 32]), &receiver(), NUMBER),
			info(GENESIS, &(1u8, [0x62; 32]), NUMBER),
			info(GENESIS, &(0u8, [0x61; 32]), NUMBER),
			info(GENESIS, &receiver(), NUMBER + 1),
		] {
			assert_eq!(open(&sealed, &secret(), &elsewhere), Err(Unopened::NotAuthentic));
		}
	}

	#[test]
	fn nothing_is_sealed_to_a_key_with_which_nothing_is_secret() {
		assert!(seal(&[0; 32], 1, b"", DOCUMENT).is_err());
	}

	// Expected key: `X25519PrivateKey.public_key` of `cryptography` for Python (OpenSSL).
	#[test]
	fn a_sealing_key_is_that_of_x25519() {
		let secret =
			hex::read("0x085013086245a7051db21b0d55a84ea20e2b669b17ae7f26b9d850820dce3042");
		let secret = Zeroizing::new(secret.expect("it has 32 bytes"));
		assert_eq!(
			hex::write(&public_key(&secret).expect("any bytes are a secret")),
			"0xc3270d7f23c215b6c87919c7c27345de49c2baab24d574cbd7180516e8710753"
		);
	}

	// RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode, the
	// encryption of sequence number 0.
	#[test]
	fn the_suite_is_that_of_the_standard() {
		let bytes = |digits| sp_core::bytes::from_hex(digits).expect("the standard writes digits");
		let ephemeral = bytes("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
		let secret = bytes("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
		let public = bytes("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
		let info = bytes("4f6465206f6e2061204772656369616e2055726e");
		let associated = bytes("436f756e742d30");
		let text = bytes("4265617574792069732074727574682c20747275746820626561757479");
		let encapsulated =
			bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
		let ciphertext = bytes(
			"1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db\
			 21993c62ce81883d2dd1b51a28",
		);

		let key = PublicKey::from_bytes(&public).expect("it has 32 bytes");
		let (made, sealed) =
			encrypt(&key, &info, &associated, &text, &mut Given(ephemeral)).expect("it is a key");
		assert_eq!(made.to_bytes().to_vec(), encapsulated);
		assert_eq!(sealed, ciphertext);

		let key = PrivateKey::from_bytes(&secret).expect("it has 32 bytes");
		assert_eq!(X25519HkdfSha256::sk_to_pk(&key).to_bytes().to_vec(), public);
		let made = EncappedKey::from_bytes(&encapsulated).expect("it has 32 bytes");
		assert_eq!(decrypt(&key, &made, &info, &associated, &ciphertext), Ok(text));
	}
}
