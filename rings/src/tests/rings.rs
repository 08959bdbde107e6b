use super::{key, keys, root};
use crate::{Malformed, MemberKey, RingProver, Unfinished};

with_each_scheme! {
	a_ring_has_room_for_255_members_and_no_more
	keys_that_are_pushed_in_parts_make_the_same_ring
	the_order_of_the_members_makes_another_ring
	pushing_nothing_changes_nothing
	a_push_with_something_that_is_no_key_adds_none
	a_push_of_too_many_adds_none
	an_unfinished_ring_can_be_finished_and_goes_on
	other_bytes_are_no_unfinished_ring
}

fn a_ring_has_room_for_255_members_and_no_more<S: RingProver>() {
	assert_eq!(S::MOST_MEMBERS, 255);
	let mut ring = S::start();
	assert_eq!(S::push(&mut ring, &keys::<S>(255)), Ok(()));
	let full = ring;
	assert_eq!(S::push(&mut ring, &[key::<S>(255)]), Err(Malformed));
	assert_eq!(ring, full);
	assert_eq!(S::push(&mut ring, &[]), Ok(()));
	assert!(S::finish(&ring).is_ok());
}

fn keys_that_are_pushed_in_parts_make_the_same_ring<S: RingProver>() {
	let keys = keys::<S>(40);
	for size in [1, 7, 16] {
		let mut ring = S::start();
		for part in keys.chunks(size) {
			assert_eq!(S::push(&mut ring, part), Ok(()));
		}
		assert_eq!(S::finish(&ring), Ok(root::<S>(&keys)), "parts of {size}");
	}
}

fn the_order_of_the_members_makes_another_ring<S: RingProver>() {
	let keys = keys::<S>(5);
	let backwards: Vec<MemberKey> = keys.iter().rev().copied().collect();
	assert_ne!(root::<S>(&keys), root::<S>(&backwards));
	assert_ne!(root::<S>(&keys), root::<S>(&keys[..4]));
	assert_ne!(root::<S>(&keys), root::<S>(&[]));
}

fn pushing_nothing_changes_nothing<S: RingProver>() {
	let mut ring = S::start();
	assert_eq!(S::push(&mut ring, &[]), Ok(()));
	assert_eq!(ring, S::start());
	assert_eq!(S::push(&mut ring, &keys::<S>(3)), Ok(()));
	let before = ring;
	assert_eq!(S::push(&mut ring, &[]), Ok(()));
	assert_eq!(ring, before);
}

fn a_push_with_something_that_is_no_key_adds_none<S: RingProver>() {
	let mut ring = S::start();
	assert_eq!(S::push(&mut ring, &keys::<S>(3)), Ok(()));
	let before = ring;
	for place in 0..3 {
		let mut more = [key::<S>(10), key::<S>(11), key::<S>(12)];
		more[place] = MemberKey([0; 32]);
		assert_eq!(S::push(&mut ring, &more), Err(Malformed));
		assert_eq!(ring, before);
	}
}

fn a_push_of_too_many_adds_none<S: RingProver>() {
	let mut ring = S::start();
	assert_eq!(S::push(&mut ring, &keys::<S>(250)), Ok(()));
	let before = ring;
	assert_eq!(S::push(&mut ring, &keys::<S>(6)), Err(Malformed));
	assert_eq!(ring, before);
	assert_eq!(S::push(&mut ring, &keys::<S>(5)), Ok(()));

	let mut ring = S::start();
	let many = [keys::<S>(255), keys::<S>(255)].concat();
	assert_eq!(S::push(&mut ring, &many), Err(Malformed));
	assert_eq!(ring, S::start());
}

fn an_unfinished_ring_can_be_finished_and_goes_on<S: RingProver>() {
	let keys = keys::<S>(6);
	let mut ring = S::start();
	assert_eq!(S::push(&mut ring, &keys[..4]), Ok(()));
	assert_eq!(S::finish(&ring), Ok(root::<S>(&keys[..4])));
	assert_eq!(S::push(&mut ring, &keys[4..]), Ok(()));
	assert_eq!(S::finish(&ring), Ok(root::<S>(&keys)));
}

fn other_bytes_are_no_unfinished_ring<S: RingProver>() {
	let mut ring = Unfinished([0xff; 848]);
	assert_eq!(S::push(&mut ring, &keys::<S>(1)), Err(Malformed));
	assert_eq!(ring, Unfinished([0xff; 848]));
	assert_eq!(S::finish(&ring), Err(Malformed));
}
