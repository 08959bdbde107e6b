//! The points that are built in are those of the ceremony.

use super::root;
use crate::{bandersnatch::POINTS, Bandersnatch, MemberKey, Root};
use sp_crypto_hashing::blake2_256;
use verifiable::ring::{
	ark_vrf::{
		reexports::ark_serialize::{CanonicalDeserialize, CanonicalSerialize},
		ring::G1Affine,
	},
	bandersnatch::BandersnatchSha512Ell2,
};

/// What `b2sum --length 256` says of the points of the first 255 places in the file that the crate
/// `verifiable` 0.4.1 was published with, behind the 8 bytes that count them:
///
/// ```sh
/// tail --bytes +9 src/ring/data/bls12-381/ring-builder-params-domain11.bin | head --bytes 24480
/// ```
const DIGEST: &str = "655d5be43de61a79eba1c1c05b685aea86ddf2ee236e637a3006f181d31de38c";

/// A ring and its commitment, as the crate `ark-vrf` 0.6.1 publishes them: vector 1 in
/// `data/vectors/bandersnatch_sha-512_ell2_ring.json`, computed from the powers of tau themselves.
const RING: [&str; 8] = [
	"8b3031022897595ba3a280d6af047a46498f6fbfd62081d1df6a2e4b713014df",
	"bd7fcb7c0956648c043bc345a8fb3e1a2c73815bf87f6c3cb985a00c9e95e991",
	"307d3bef5e82f857b97f987da190e5fc6d77a9d24ac2068b701df1ab0487a1d8",
	"5a538209ff1fc7b1c9c8e1da05b3e169acf10a8b1591b3af029fe4eede0bbc71",
	"72ce1e7899c633b92709702bdfbe74347d9bdcd1ad62b13f960ade3d1df899b3",
	"73154c7a701d5d6d38216c4be09800c024c35e4739e43f2b7aa5e0b55a281757",
	"a4cc78b2e3eb6a19a777ff20bb801c043f73d836aab81038e286560e260922b4",
	"0c5335e7855f8a38e9ffada8eadb2415f82b5822319fa53b66ef1c0469048ec3",
];
const COMMITMENT: [&str; 3] = [
	"b0b98118b398c44a391065d9ff7d1afb3b7d3ce2c4d81db787ccf6f7d90cf36c8e15688183f5e4c1d2688aaaf289a444",
	"8c2b9665fc06b8d1fbb42010f1c7b7c61669f4a2922bd9ec90ba95f5bc8e4cc6d3faa1af74a2a83f3a5870c15f4e18cf",
	"92e630ae2b14e758ab0960e372172203f4c9a41777dadd529971d7ab9d23ab29fe0e9c85ec450505dde7f5ac038274cf",
];

/// The bytes that hexadecimal digits stand for.
fn bytes<const LENGTH: usize>(digits: &str) -> [u8; LENGTH] {
	assert_eq!(digits.len(), LENGTH * 2);
	core::array::from_fn(|i| {
		u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).expect("they are digits")
	})
}

#[test]
fn the_points_are_those_that_were_published() {
	assert_eq!(POINTS.len(), 255 * 96);
	assert_eq!(blake2_256(POINTS), bytes(DIGEST));
}

#[test]
fn a_published_ring_has_the_root_that_was_published_with_it() {
	let keys = RING.map(|key| MemberKey(bytes(key)));
	let mut expected = Vec::new();
	for part in COMMITMENT {
		type Point = G1Affine<BandersnatchSha512Ell2>;
		let point = Point::deserialize_compressed(&bytes::<48>(part)[..]).expect("it is a point");
		point.serialize_uncompressed(&mut expected).expect("there is room");
	}
	assert_eq!(root::<Bandersnatch>(&keys), Root(expected.try_into().expect("it has 288 bytes")));
}
