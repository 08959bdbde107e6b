//! Points that are no keys, made with the curve's own arithmetic.

use super::{key, keys, proof, root, CONTEXT, MESSAGE};
use crate::{Bandersnatch, Malformed, MemberKey, Possession, Refusal, RingScheme};
use verifiable::ring::ark_vrf::{
	reexports::{
		ark_ec::{AffineRepr, CurveGroup},
		ark_ff::{BigInteger, PrimeField, Zero},
		ark_serialize::{CanonicalDeserialize, CanonicalSerialize},
	},
	suites::bandersnatch::{AffinePoint, BaseField},
};

fn bytes(point: AffinePoint) -> [u8; 32] {
	let mut bytes = [0; 32];
	point.serialize_compressed(&mut bytes[..]).expect("a point has 32 bytes");
	bytes
}

fn point(key: MemberKey) -> AffinePoint {
	AffinePoint::deserialize_compressed(&key.0[..]).expect("a key is a point")
}

/// The point of order two.
fn half_turn() -> AffinePoint {
	AffinePoint::new_unchecked(BaseField::zero(), -BaseField::from(1))
}

/// It is refused wherever a key is asked for.
fn refused(bytes: [u8; 32], what: &str) {
	let key = MemberKey(bytes);
	assert!(!Bandersnatch::is_key(&key), "{what}");
	assert_eq!(Bandersnatch::push(&mut Bandersnatch::start(), &[key]), Err(Malformed), "{what}");
	assert!(!Bandersnatch::is_possessed(&key, b"", &Possession([0; 64])), "{what}");
}

#[test]
fn the_identity_is_no_key() {
	// Everybody knows its secret, which is zero.
	let identity = bytes(AffinePoint::zero());
	refused(identity, "the identity");
	let mut signed = identity;
	signed[31] |= 0x80;
	refused(signed, "the identity with a sign");
}

#[test]
fn a_number_without_a_point_is_no_key() {
	let mut none = 0;
	for y in 2..100u64 {
		let y = BaseField::from(y);
		if AffinePoint::get_point_from_y_unchecked(y, false).is_none() {
			let mut bytes = [0; 32];
			y.serialize_compressed(&mut bytes[..]).expect("a number has 32 bytes");
			refused(bytes, "a number without a point");
			none += 1;
		}
	}
	assert!(none > 20, "about half of all numbers have no point");
}

#[test]
fn a_point_outside_the_subgroup_is_no_key() {
	refused(bytes(half_turn()), "the point of order two");
	for number in 0..20 {
		let outside = (point(key::<Bandersnatch>(number)) + half_turn()).into_affine();
		assert!(outside.is_on_curve() && !outside.is_in_correct_subgroup_assuming_on_curve());
		refused(bytes(outside), "a key and the point of order two");
	}
}

#[test]
fn a_point_is_written_in_one_way() {
	let modulus = BaseField::MODULUS;
	let mut others = 0;
	for number in 0..=u8::MAX {
		let key = key::<Bandersnatch>(number);
		let point = point(key);
		let mut larger = point.y.into_bigint();
		// The highest bit is the sign of the other coordinate.
		if larger.add_with_carry(&modulus) || larger.num_bits() > 255 {
			continue;
		}
		let mut bytes: [u8; 32] = larger.to_bytes_le().try_into().expect("it has 32 bytes");
		bytes[31] |= key.0[31] & 0x80;
		assert_ne!(bytes, key.0);
		refused(bytes, "a key, and the modulus once more");
		others += 1;
	}
	assert!(others > 5, "{others} keys leave room for the modulus");
}

#[test]
fn a_proof_whose_alias_comes_of_another_point_is_refused() {
	let ring = keys::<Bandersnatch>(5);
	let root = root::<Bandersnatch>(&ring);
	let proof = proof::<Bandersnatch>(1, &ring, CONTEXT, MESSAGE);
	let (start, output) = proof.split_at(proof.len() - 32);
	let output = AffinePoint::deserialize_compressed(output).expect("it is a point");
	let with = |output: AffinePoint| {
		let changed = [start, &bytes(output)].concat();
		Bandersnatch::verify(&root, CONTEXT, MESSAGE, &changed)
	};
	assert!(with(output).is_ok());
	assert_eq!(with((output + half_turn()).into_affine()), Err(Refusal::Malformed));
	assert_eq!(with(AffinePoint::zero()), Err(Refusal::Malformed));
	assert_eq!(with(-output), Err(Refusal::NotProven));
	assert_eq!(with(AffinePoint::generator()), Err(Refusal::NotProven));
	assert_eq!(with((output + output).into_affine()), Err(Refusal::NotProven));
}
