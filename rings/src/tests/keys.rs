use super::{key, secret};
use crate::{MemberKey, Possession, RingProver};

with_each_scheme! {
	the_key_of_a_secret_is_a_key
	other_bytes_are_no_key
	a_seed_has_one_secret_and_another_seed_has_another
	whoever_has_the_secret_shows_that_it_does
	a_possession_of_another_key_is_refused
	a_possession_with_another_message_is_refused
	a_possession_of_which_a_bit_is_another_is_refused
}

fn the_key_of_a_secret_is_a_key<S: RingProver>() {
	assert!((0..50).all(|number| S::is_key(&key::<S>(number))));
}

fn other_bytes_are_no_key<S: RingProver>() {
	assert!(!S::is_key(&MemberKey([0; 32])));
	assert!(!S::is_key(&MemberKey([0xff; 32])));
}

fn a_seed_has_one_secret_and_another_seed_has_another<S: RingProver>() {
	assert_eq!(key::<S>(1), key::<S>(1));
	assert_ne!(key::<S>(1), key::<S>(2));
}

fn whoever_has_the_secret_shows_that_it_does<S: RingProver>() {
	for message in [&b"registered"[..], b"", &[7; 1_000]] {
		let possession = S::possess(&secret::<S>(1), message);
		assert!(S::is_possessed(&key::<S>(1), message, &possession));
	}
}

fn a_possession_of_another_key_is_refused<S: RingProver>() {
	let possession = S::possess(&secret::<S>(1), b"registered");
	assert!(!S::is_possessed(&key::<S>(2), b"registered", &possession));
	assert!(!S::is_possessed(&MemberKey([0; 32]), b"registered", &possession));
}

fn a_possession_with_another_message_is_refused<S: RingProver>() {
	let possession = S::possess(&secret::<S>(1), b"registered");
	for message in [&b"registerea"[..], b"registere", b"registered ", b""] {
		assert!(!S::is_possessed(&key::<S>(1), message, &possession));
	}
}

fn a_possession_of_which_a_bit_is_another_is_refused<S: RingProver>() {
	let possession = S::possess(&secret::<S>(1), b"registered");
	for bit in 0..64 * 8 {
		let mut changed = possession.0;
		changed[bit / 8] ^= 1 << (bit % 8);
		assert!(!S::is_possessed(&key::<S>(1), b"registered", &Possession(changed)), "bit {bit}");
	}
	assert!(!S::is_possessed(&key::<S>(1), b"registered", &Possession([0; 64])));
	assert!(!S::is_possessed(&key::<S>(1), b"registered", &Possession([0xff; 64])));
}
