//! How fast blocks may come.

use crate::chain::on;
use salus_runtime::{
	MAXIMUM_BLOCK_RATE, MILLISECS_PER_BLOCK, RELAY_CHAIN_SLOT_DURATION_MILLIS, SLOT_DURATION,
	TARGET_BLOCK_RATE, UNINCLUDED_SEGMENT_CAPACITY,
};

#[test]
fn the_target_is_a_block_every_two_seconds() {
	assert_eq!(MILLISECS_PER_BLOCK, 2_000);
	assert_eq!(SLOT_DURATION, u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS));
	assert_eq!(UNINCLUDED_SEGMENT_CAPACITY, 9);
	const { assert!(TARGET_BLOCK_RATE <= MAXIMUM_BLOCK_RATE) };
}

#[test]
fn blocks_may_come_every_half_second_for_many_slots() {
	on("development", |chain| {
		for _ in 0..5 * MAXIMUM_BLOCK_RATE {
			chain.advance(500);
		}
	});
}

#[test]
fn blocks_may_come_slower_than_slots() {
	on("development", |chain| {
		for _ in 0..5 {
			chain.advance(20_000);
		}
	});
}

#[test]
#[should_panic(expected = "authored blocks limit is reached")]
fn faster_blocks_are_refused() {
	on("development", |chain| {
		for _ in 0..2 * MAXIMUM_BLOCK_RATE {
			chain.advance(100);
		}
	});
}
