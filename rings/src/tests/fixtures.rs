use super::root;
use crate::{
	fixtures::{
		alias, keys, possession, proof, root as made_root, ACCOUNT, CONTEXT, GENESIS, INSTITUTION,
		ROLE, UNTIL,
	},
	Bandersnatch, RingProver, RingScheme,
};
use codec::Encode;
use sp_crypto_hashing::blake2_256;

#[test]
fn the_ring_is_full_and_consists_of_the_keys() {
	assert_eq!(keys().len(), 255);
	assert_eq!(made_root(), root::<Bandersnatch>(&keys()));
	let secrets = (0..=254).map(|number| Bandersnatch::secret(&[number; 32]));
	assert!(secrets.map(|secret| Bandersnatch::key(&secret)).eq(keys()));
}

#[test]
fn the_proof_binds_the_account() {
	let context = ("salus/context", GENESIS, CONTEXT).using_encoded(blake2_256);
	let message = ("salus/bind", GENESIS, CONTEXT, ACCOUNT, UNTIL).using_encoded(blake2_256);
	let verified = Bandersnatch::verify(&made_root(), &context, &message, &proof());
	assert_eq!(verified, Ok(alias()));
}

#[test]
fn the_first_key_is_possessed() {
	let key = keys()[0];
	let signed = ("salus/key", GENESIS, ROLE, INSTITUTION, key).using_encoded(blake2_256);
	assert!(Bandersnatch::is_possessed(&key, &signed, &possession()));
}
