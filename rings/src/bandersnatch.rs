//! Ring proofs on the curve Bandersnatch (Burdges, Ciobotaru, Alper, Stewart and Vasilyev, *Ring Verifiable
//! Random Functions and Zero-Knowledge Continuations*, <https://eprint.iacr.org/2023/002>), as the crate
//! `verifiable` makes and verifies them, over the powers of tau of Zcash's ceremony.
//!
//! All of it is computed in the runtime itself: no function of the host is called.

#[cfg(feature = "std")]
use crate::RingProver;
use crate::{
	Alias, Malformed, MemberKey, Possession, Refusal, RingScheme, Root, Unfinished, PROOF_LENGTH,
};
use alloc::vec::Vec;
use codec::Encode;
use core::ops::Range;
use verifiable::{
	ring::{
		bandersnatch::{BandersnatchSha512Ell2 as Suite, BandersnatchVrfVerifiable as Ring},
		ring_signature_size, RingDomainSize, RingSuiteExt, StaticChunk,
	},
	DecodeUnchecked, Error, GenerateVerifiable,
};

type Intermediate = <Ring as GenerateVerifiable>::Intermediate;
type Members = <Ring as GenerateVerifiable>::Members;
type Proof = <Ring as GenerateVerifiable>::Proof;

/// The size of the domain in which is computed: the smallest that there is.
const DOMAIN: RingDomainSize = RingDomainSize::Domain11;

const UNFINISHED_LENGTH: usize = Suite::MEMBERS_SET_SIZE;
const ROOT_LENGTH: usize = Suite::MEMBERS_COMMITMENT_SIZE;
const POINT_LENGTH: usize = Suite::STATIC_CHUNK_SIZE;

const _: () = assert!(ring_signature_size::<Suite>(1) == PROOF_LENGTH);

/// The points by which members are committed to, one for each place in a ring, as `build.rs` wrote them.
/// Whoever could change them could forge memberships: a test compares their digest.
pub(crate) static POINTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/points.bin"));

/// Member keys on the curve Bandersnatch; rings of at most 255 members.
pub struct Bandersnatch;

/// Decodes what this scheme has made: what is on the curve is not checked again.
fn believe<T: DecodeUnchecked>(bytes: &[u8]) -> Result<T, Malformed> {
	T::decode_unchecked(&mut &bytes[..]).map_err(|_| Malformed)
}

/// The points of a range of places.
fn points(places: Range<usize>) -> Result<Vec<StaticChunk<Suite>>, ()> {
	let (points, _) = POINTS.as_chunks::<POINT_LENGTH>();
	let asked = points.get(places).ok_or(())?;
	asked.iter().map(|point| believe(point).map_err(|Malformed| ())).collect()
}

fn unfinished(ring: &Intermediate) -> Unfinished {
	let mut bytes = [0; UNFINISHED_LENGTH];
	ring.using_encoded(|encoded| bytes.copy_from_slice(encoded));
	Unfinished(bytes)
}

impl RingScheme for Bandersnatch {
	const MOST_MEMBERS: u32 = DOMAIN.max_ring_size::<Suite>() as u32;

	fn is_key(key: &MemberKey) -> bool {
		Ring::is_member_valid(&key.0)
	}

	fn is_possessed(key: &MemberKey, message: &[u8], possession: &Possession) -> bool {
		Ring::verify_signature(&possession.0, message, &key.0)
	}

	fn start() -> Unfinished {
		unfinished(&Ring::start_members(DOMAIN))
	}

	fn push(ring: &mut Unfinished, keys: &[MemberKey]) -> Result<(), Malformed> {
		let mut members: Intermediate = believe(&ring.0)?;
		Ring::push_members(&mut members, keys.iter().map(|key| key.0), points)
			.map_err(|_| Malformed)?;
		*ring = unfinished(&members);
		Ok(())
	}

	fn finish(ring: &Unfinished) -> Result<Root, Malformed> {
		let root = Ring::finish_members(believe(&ring.0)?);
		let mut bytes = [0; ROOT_LENGTH];
		root.using_encoded(|encoded| bytes.copy_from_slice(encoded));
		Ok(Root(bytes))
	}

	fn verify(root: &Root, context: &[u8], message: &[u8], proof: &[u8]) -> Result<Alias, Refusal> {
		// Of this length are proofs for one context, and no others.
		if proof.len() != PROOF_LENGTH {
			return Err(Refusal::Malformed);
		}
		let root: Members = believe(&root.0)?;
		let proof = Proof::try_from(proof.to_vec()).map_err(|_| Refusal::Malformed)?;
		Ring::validate(DOMAIN, &proof, &root, context, message).map(Alias).map_err(|error| {
			match error {
				Error::VerificationFailed => Refusal::NotProven,
				_ => Refusal::Malformed,
			}
		})
	}
}

#[cfg(feature = "std")]
impl RingProver for Bandersnatch {
	type Secret = <Ring as GenerateVerifiable>::Secret;

	fn secret(seed: &[u8; 32]) -> Self::Secret {
		Ring::new_secret(*seed)
	}

	fn key(secret: &Self::Secret) -> MemberKey {
		MemberKey(Ring::member_from_secret(secret))
	}

	fn possess(secret: &Self::Secret, message: &[u8]) -> Possession {
		Possession(Ring::sign(secret, message).expect("a signature has 64 bytes; qed"))
	}

	fn alias(secret: &Self::Secret, context: &[u8]) -> Alias {
		Alias(Ring::alias_in_context(secret, context).expect("every text has a point; qed"))
	}

	fn prove(
		secret: &Self::Secret,
		keys: &[MemberKey],
		context: &[u8],
		message: &[u8],
	) -> Result<Vec<u8>, Malformed> {
		let key = Self::key(secret);
		let keys = keys.iter().map(|key| key.0);
		let opened = Ring::open(DOMAIN, &key.0, keys).map_err(|_| Malformed)?;
		let (proof, _) = Ring::create(opened, secret, context, message).map_err(|_| Malformed)?;
		Ok(proof.into_inner())
	}
}
