//! Writes what is built in: the points that rings are made of and, for benchmarks, a ring and a proof.
//!
//! The points are taken from the crate `verifiable`, which has them for rings of three sizes, and the powers
//! of tau of which proofs are made: five megabytes in all, of which a runtime needs what is written here.

use std::{env, fs, path::PathBuf};
use verifiable::ring::{
	bandersnatch::BandersnatchSha512Ell2 as Suite, Bls12_381Params, RingCurveParams,
	RingDomainSize, RingSuiteExt,
};

const DOMAIN: RingDomainSize = RingDomainSize::Domain11;
const MEMBERS: usize = DOMAIN.max_ring_size::<Suite>();

fn main() {
	println!("cargo:rerun-if-changed=build.rs");
	println!("cargo:rerun-if-changed=src/fixtures/terms.rs");
	write("points", points());
	#[cfg(feature = "runtime-benchmarks")]
	fixtures::write_all();
}

fn write(name: &str, bytes: &[u8]) {
	let folder = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo names it"));
	fs::write(folder.join(name).with_extension("bin"), bytes).expect("the folder is there");
}

/// The points of the places of members: behind how many there are, in 8 bytes, and before those that belong
/// to no member.
fn points() -> &'static [u8] {
	let (count, points) = Bls12_381Params::ring_builder_params(DOMAIN).split_at(8);
	assert_eq!(count, 512u64.to_le_bytes());
	assert_eq!(points.len(), 512 * Suite::STATIC_CHUNK_SIZE);
	&points[..MEMBERS * Suite::STATIC_CHUNK_SIZE]
}

#[cfg(feature = "runtime-benchmarks")]
#[path = "src/fixtures/terms.rs"]
mod terms;

#[cfg(feature = "runtime-benchmarks")]
mod fixtures {
	use super::{terms::*, write, Suite, DOMAIN, MEMBERS};
	use sp_crypto_hashing::blake2_256;
	use verifiable::{
		ring::{
			ark_vrf::{reexports::ark_serialize::CanonicalSerialize, ring::SrsLookup},
			bandersnatch::BandersnatchVrfVerifiable as Ring,
			ring_verifier_builder_params, MembersCommitment, StaticChunk,
		},
		GenerateVerifiable,
	};

	/// BLAKE2b-256 of a text, as SCALE encodes it, and what follows.
	fn digest(text: &str, parts: &[&[u8]]) -> [u8; 32] {
		assert!(text.len() < 64, "a longer one has a longer length");
		let length = [(text.len() as u8) << 2];
		blake2_256(&[&[&length, text.as_bytes()][..], parts].concat().concat())
	}

	/// The ring as `push` and `finish` would make it.
	fn root(keys: &[[u8; 32]]) -> MembersCommitment<Suite> {
		let points = ring_verifier_builder_params::<Suite>(DOMAIN);
		let mut members = Ring::start_members(DOMAIN);
		Ring::push_members(&mut members, keys.iter().copied(), |places| {
			let points = (&points).lookup(places).ok_or(())?;
			Ok(points.into_iter().map(StaticChunk).collect())
		})
		.expect("the ring has room for all keys");
		Ring::finish_members(members)
	}

	pub fn write_all() {
		let secrets: Vec<_> = (0..MEMBERS).map(|i| Ring::new_secret([i as u8; 32])).collect();
		let keys: Vec<[u8; 32]> = secrets.iter().map(Ring::member_from_secret).collect();
		write("keys", &keys.concat());

		let role_and_holder: &[u8] = &[&[ROLE][..], &INSTITUTION.to_le_bytes()].concat();
		let message = digest("salus/key", &[&GENESIS, role_and_holder, &keys[0]]);
		write("possession", &Ring::sign(&secrets[0], &message).expect("it can be signed"));

		let root = root(&keys);
		let mut bytes = Vec::new();
		root.serialize_uncompressed(&mut bytes).expect("there is room in memory");
		write("root", &bytes);

		let (number, until) = (CONTEXT.to_le_bytes(), UNTIL.to_le_bytes());
		let context = digest("salus/context", &[&GENESIS, &number]);
		let message = digest("salus/bind", &[&GENESIS, &number, &ACCOUNT, &until]);
		let opened = Ring::open(DOMAIN, &keys[0], keys.iter().copied()).expect("it is a member");
		let (proof, alias) =
			Ring::create(opened, &secrets[0], &context, &message).expect("a member can prove it");
		assert_eq!(Ring::validate(DOMAIN, &proof, &root, &context, &message), Ok(alias));
		write("proof", &proof);
		write("alias", &alias);
	}
}
