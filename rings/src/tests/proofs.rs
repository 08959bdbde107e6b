use super::{key, keys, proof, root, secret, CONTEXT, MESSAGE};
use crate::{Bandersnatch, Malformed, Refusal, RingProver, Root, PROOF_LENGTH};

with_each_scheme! {
	every_member_proves_that_it_is_one
	a_member_of_the_largest_ring_proves_that_it_is_one
	a_proof_for_another_context_is_refused
	a_proof_of_another_message_is_refused
	a_proof_against_another_root_is_refused
	a_proof_of_a_ring_in_another_order_is_refused
	whoever_is_no_member_can_prove_nothing
	nothing_is_proven_of_a_ring_that_is_none
	bytes_of_another_length_are_no_proof
	other_bytes_are_no_proof
	other_bytes_are_no_root
	a_member_has_one_alias_in_a_context_whatever_it_says_and_in_whatever_ring
	a_member_has_another_alias_in_another_context
	members_have_different_aliases
	contexts_and_messages_may_have_any_length
}

fn every_member_proves_that_it_is_one<S: RingProver>() {
	for size in [1, 2, 5] {
		let ring = keys::<S>(size);
		let root = root::<S>(&ring);
		for number in 0..size {
			let proof = proof::<S>(number, &ring, CONTEXT, MESSAGE);
			assert_eq!(proof.len(), PROOF_LENGTH);
			let alias = S::alias(&secret::<S>(number), CONTEXT);
			assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Ok(alias));
		}
	}
}

fn a_member_of_the_largest_ring_proves_that_it_is_one<S: RingProver>() {
	let ring = keys::<S>(255);
	let root = root::<S>(&ring);
	for number in [0, 100, 254] {
		let proof = proof::<S>(number, &ring, CONTEXT, MESSAGE);
		let alias = S::alias(&secret::<S>(number), CONTEXT);
		assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Ok(alias));
	}
}

fn a_proof_for_another_context_is_refused<S: RingProver>() {
	let ring = keys::<S>(5);
	let root = root::<S>(&ring);
	let proof = proof::<S>(1, &ring, CONTEXT, MESSAGE);
	for context in [&b"appealt"[..], b"appeal", b"appeals ", b"", MESSAGE] {
		assert_eq!(S::verify(&root, context, MESSAGE, &proof), Err(Refusal::NotProven));
	}
	// What ends one and begins the other cannot be moved.
	assert_eq!(
		S::verify(&root, b"appealst", b"his account is mine", &proof),
		Err(Refusal::NotProven)
	);
}

fn a_proof_of_another_message_is_refused<S: RingProver>() {
	let ring = keys::<S>(5);
	let root = root::<S>(&ring);
	let proof = proof::<S>(1, &ring, CONTEXT, MESSAGE);
	for message in [&b"this account is mina"[..], b"this account is", b"", CONTEXT] {
		assert_eq!(S::verify(&root, CONTEXT, message, &proof), Err(Refusal::NotProven));
	}
}

fn a_proof_against_another_root_is_refused<S: RingProver>() {
	let ring = keys::<S>(5);
	let proof = proof::<S>(1, &ring, CONTEXT, MESSAGE);
	for other in [keys::<S>(4), keys::<S>(6), vec![], vec![key::<S>(1)]] {
		let root = root::<S>(&other);
		assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Err(Refusal::NotProven));
	}
}

fn a_proof_of_a_ring_in_another_order_is_refused<S: RingProver>() {
	let ring = keys::<S>(5);
	let mut backwards = ring.clone();
	backwards.reverse();
	let proof = proof::<S>(2, &backwards, CONTEXT, MESSAGE);
	assert_eq!(S::verify(&root::<S>(&ring), CONTEXT, MESSAGE, &proof), Err(Refusal::NotProven));
}

fn whoever_is_no_member_can_prove_nothing<S: RingProver>() {
	let ring = keys::<S>(5);
	let root = root::<S>(&ring);
	assert_eq!(S::prove(&secret::<S>(9), &ring, CONTEXT, MESSAGE), Err(Malformed));
	// It puts itself into a ring, in place of another or behind all, or makes one for itself.
	let mut replaced = ring.clone();
	replaced[2] = key::<S>(9);
	let extended = [ring, vec![key::<S>(9)]].concat();
	for other in [replaced, extended, vec![key::<S>(9)]] {
		let proof = proof::<S>(9, &other, CONTEXT, MESSAGE);
		assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Err(Refusal::NotProven));
	}
}

fn nothing_is_proven_of_a_ring_that_is_none<S: RingProver>() {
	let mut ring = keys::<S>(5);
	ring[3].0 = [0; 32];
	assert_eq!(S::prove(&secret::<S>(1), &ring, CONTEXT, MESSAGE), Err(Malformed));
	let many = [keys::<S>(255), vec![key::<S>(255)]].concat();
	assert_eq!(S::prove(&secret::<S>(1), &many, CONTEXT, MESSAGE), Err(Malformed));
}

fn bytes_of_another_length_are_no_proof<S: RingProver>() {
	let ring = keys::<S>(5);
	let root = root::<S>(&ring);
	let mut proof = proof::<S>(1, &ring, CONTEXT, MESSAGE);
	for length in [0, 1, 784] {
		let shorter = &proof[..length];
		assert_eq!(S::verify(&root, CONTEXT, MESSAGE, shorter), Err(Refusal::Malformed));
	}
	proof.push(0);
	assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Err(Refusal::Malformed));
	proof.resize(5_000, 0);
	assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Err(Refusal::Malformed));
}

fn other_bytes_are_no_proof<S: RingProver>() {
	let root = root::<S>(&keys::<S>(5));
	let proof = [0xff; PROOF_LENGTH];
	assert_eq!(S::verify(&root, CONTEXT, MESSAGE, &proof), Err(Refusal::Malformed));
}

fn other_bytes_are_no_root<S: RingProver>() {
	let proof = proof::<S>(1, &keys::<S>(5), CONTEXT, MESSAGE);
	let refusal = S::verify(&Root([0xff; 288]), CONTEXT, MESSAGE, &proof);
	assert_eq!(refusal, Err(Refusal::Malformed));
}

fn a_member_has_one_alias_in_a_context_whatever_it_says_and_in_whatever_ring<S: RingProver>() {
	let alias = S::alias(&secret::<S>(1), CONTEXT);
	let later: Vec<_> = (1..9).rev().map(key::<S>).collect();
	for ring in [keys::<S>(5), later] {
		let root = root::<S>(&ring);
		for message in [MESSAGE, b"another message"] {
			let proof = proof::<S>(1, &ring, CONTEXT, message);
			assert_eq!(S::verify(&root, CONTEXT, message, &proof), Ok(alias));
		}
	}
}

fn a_member_has_another_alias_in_another_context<S: RingProver>() {
	let secret = secret::<S>(1);
	let mut aliases: Vec<_> = (0u8..100).map(|context| S::alias(&secret, &[context])).collect();
	aliases.sort();
	aliases.dedup();
	assert_eq!(aliases.len(), 100);
	assert!(aliases.iter().all(|alias| alias.0 != key::<S>(1).0));
}

fn members_have_different_aliases<S: RingProver>() {
	let mut aliases: Vec<_> =
		(0..100).map(|number| S::alias(&secret::<S>(number), CONTEXT)).collect();
	aliases.sort();
	aliases.dedup();
	assert_eq!(aliases.len(), 100);
}

fn contexts_and_messages_may_have_any_length<S: RingProver>() {
	let ring = keys::<S>(2);
	let root = root::<S>(&ring);
	for (context, message) in [(&b""[..], &b""[..]), (&[1; 1_000], &[2; 10_000])] {
		let proof = proof::<S>(1, &ring, context, message);
		let alias = S::alias(&secret::<S>(1), context);
		assert_eq!(S::verify(&root, context, message, &proof), Ok(alias));
	}
}

/// In how many places two proofs have the same byte. Of 592 random bytes about two are equal by chance.
fn equal(one: &[u8], other: &[u8]) -> usize {
	one.iter().zip(other).filter(|(one, other)| one == other).count()
}

#[test]
fn proofs_for_two_contexts_have_nothing_in_common() {
	let ring = keys::<Bandersnatch>(5);
	let one = proof::<Bandersnatch>(1, &ring, CONTEXT, MESSAGE);
	let other = proof::<Bandersnatch>(1, &ring, b"votes", MESSAGE);
	// One byte says for how many contexts a proof is.
	assert!(equal(&one, &other) < 25, "{one:?} {other:?}");
}

#[test]
fn the_proof_of_membership_is_another_one_each_time() {
	let ring = keys::<Bandersnatch>(5);
	let [one, other] = [(); 2].map(|()| proof::<Bandersnatch>(1, &ring, CONTEXT, MESSAGE));
	// It stands behind what follows from the secret, the context and the message.
	assert_eq!(one[..160], other[..160]);
	assert!(equal(&one[160..752], &other[160..752]) < 25, "{one:?} {other:?}");
}

#[test]
fn no_key_of_the_ring_stands_in_a_proof() {
	let ring = keys::<Bandersnatch>(5);
	let proof = proof::<Bandersnatch>(1, &ring, CONTEXT, MESSAGE);
	for key in ring {
		assert!(!proof.windows(8).any(|bytes| key.0.windows(8).any(|part| part == bytes)));
	}
}
