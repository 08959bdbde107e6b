//! Proofs and messages that were changed: none is accepted.

use super::{keys, proof, root, CONTEXT};
use crate::{Refusal, RingProver, PROOF_LENGTH};
use salus_primitives::chance::Random;

/// How many changed proofs, and how many changed messages.
const TRIALS: usize = 10_000;

const MESSAGE: [u8; 32] = *b"an account in a context, a block";

/// How many bytes the numbers and points have of which proofs and messages consist.
const PARTS: [usize; 3] = [1, 32, 48];

with_each_scheme! {
	no_changed_proof_is_accepted
	no_message_is_accepted_with_the_proof_of_another
}

/// Some bytes, changed in one way of many, and made of others where that is the way.
fn change(chance: &mut Random, bytes: &[u8], others: &[Vec<u8>]) -> Vec<u8> {
	let mut changed = bytes.to_vec();
	let length = bytes.len();
	let part = chance.pick(&PARTS).min(length / 2);
	let place = |chance: &mut Random| chance.below((length - part) as u64) as usize;
	match chance.below(9) {
		0 => {
			for _ in 0..=chance.below(16) {
				let place = chance.below(length as u64) as usize;
				changed[place] ^= 1 << chance.below(8);
			}
		}
		1 => changed.truncate(chance.below(length as u64) as usize),
		2 => changed.extend((0..=chance.below(100)).map(|_| chance.draw() as u8)),
		3 => {
			let added = chance.below(100) as usize;
			changed.resize(length + 1 + added, 0);
		}
		4 => {
			let (one, other) = (place(chance), place(chance));
			for i in 0..part {
				changed.swap(one + i, other + i);
			}
		}
		5 => {
			let place = place(chance);
			changed[place..place + part].fill_with(|| chance.draw() as u8);
		}
		6 => {
			let place = place(chance);
			let value = chance.pick(&[0, 0xff]);
			changed[place..place + part].fill(value);
		}
		7 => {
			// A part of another one, in its place or elsewhere.
			let other = chance.pick(others);
			let (from, to) = (place(chance), place(chance));
			let to = if chance.one_in(2) { from } else { to };
			changed[to..to + part].copy_from_slice(&other[from..from + part]);
		}
		_ => {
			// The beginning of one and the end of another.
			let other = chance.pick(others);
			let place = chance.below(length as u64) as usize;
			changed[place..].copy_from_slice(&other[place..]);
		}
	}
	changed
}

/// Each bit is another one, and then changes by chance, none of which is among `others`.
fn changes(bytes: &[u8], others: &[Vec<u8>]) -> Vec<Vec<u8>> {
	let flips = (0..bytes.len() * 8).map(|bit| {
		let mut changed = bytes.to_vec();
		changed[bit / 8] ^= 1 << (bit % 8);
		changed
	});
	let mut chance = Random(1);
	let random = core::iter::repeat_with(|| change(&mut chance, bytes, others))
		.filter(|changed| changed != bytes && !others.contains(changed));
	flips.chain(random).take(TRIALS).collect()
}

fn no_changed_proof_is_accepted<S: RingProver>() {
	let ring = keys::<S>(20);
	let root = root::<S>(&ring);
	let proven = proof::<S>(3, &ring, CONTEXT, &MESSAGE);
	let others = [
		proof::<S>(4, &ring, CONTEXT, &MESSAGE),
		proof::<S>(3, &ring, b"another context", &MESSAGE),
		proof::<S>(3, &ring, CONTEXT, b"another message"),
		proof::<S>(3, &ring[..10], CONTEXT, &MESSAGE),
	];
	assert!(S::verify(&root, CONTEXT, &MESSAGE, &proven).is_ok());

	let (mut malformed, mut not_proven) = (0, 0);
	for (number, changed) in changes(&proven, &others).iter().enumerate() {
		match S::verify(&root, CONTEXT, &MESSAGE, changed) {
			Ok(alias) => panic!("change {number} is accepted, of {alias:?}: {changed:?}"),
			Err(Refusal::Malformed) => malformed += 1,
			Err(Refusal::NotProven) => {
				assert_eq!(changed.len(), PROOF_LENGTH);
				not_proven += 1;
			}
		}
	}
	assert_eq!(malformed + not_proven, TRIALS);
	assert!(malformed > TRIALS / 20 && not_proven > TRIALS / 20, "{malformed}, {not_proven}");
}

fn no_message_is_accepted_with_the_proof_of_another<S: RingProver>() {
	let ring = keys::<S>(20);
	let root = root::<S>(&ring);
	let proven = proof::<S>(3, &ring, CONTEXT, &MESSAGE);
	assert!(S::verify(&root, CONTEXT, &MESSAGE, &proven).is_ok());

	let others = [vec![0; 32], vec![0xff; 32], b"another account, another context".to_vec()];
	for (number, changed) in changes(&MESSAGE, &others).iter().chain(&others).enumerate() {
		let verified = S::verify(&root, CONTEXT, changed, &proven);
		assert_eq!(verified, Err(Refusal::NotProven), "change {number}: {changed:?}");
	}
}
