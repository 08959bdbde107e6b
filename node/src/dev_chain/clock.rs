//! What time a block carries.
//!
//! Record time is the product of this chain's trail, so a block carries the wall clock's time and
//! nothing else. Two rules come from the runtime: time never runs backwards, and the slot of the
//! block is the slot of the relay chain block it names. Deriving both from one reading keeps the
//! second; the first is kept by waiting.

use std::time::{SystemTime, UNIX_EPOCH};

/// Length of a relay chain slot, in milliseconds: fixed by the relay chain, not by us.
pub const RELAY_SLOT: u64 = 6_000;

/// The system's clock, in milliseconds since 1970, or why it cannot be used.
pub fn wall_clock() -> Result<u64, &'static str> {
	SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.ok()
		.and_then(|since| u64::try_from(since.as_millis()).ok())
		.ok_or("the system's clock stands before 1970")
}

/// The time a block carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockTime {
	/// Milliseconds since 1970.
	pub millis: u64,
	/// How far the system's clock stands behind the parent block, in milliseconds.
	pub behind: u64,
}

impl BlockTime {
	/// The time of a block built now on a parent that carries `parent`.
	///
	/// A clock that was put back must not take the chain with it: time stands still at the
	/// parent's until the clock has caught up.
	pub fn new(wall: u64, parent: u64) -> Self {
		Self { millis: wall.max(parent), behind: parent.saturating_sub(wall) }
	}

	/// The relay chain slot this time falls in, which also serves as the relay chain's block
	/// number: one block per slot, as on an ideal relay chain.
	pub fn relay_slot(&self) -> Result<u32, &'static str> {
		u32::try_from(self.millis / RELAY_SLOT).map_err(|_| "the system's clock is out of range")
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_block_carries_the_wall_clock() {
		let time = BlockTime::new(1_700_000_002_000, 1_700_000_000_000);
		assert_eq!(time, BlockTime { millis: 1_700_000_002_000, behind: 0 });
	}

	#[test]
	fn time_stands_still_while_the_wall_clock_is_behind() {
		let time = BlockTime::new(1_700_000_000_000, 1_700_000_009_000);
		assert_eq!(time, BlockTime { millis: 1_700_000_009_000, behind: 9_000 });
	}

	#[test]
	fn the_relay_slot_is_the_slot_of_the_same_time() {
		assert_eq!(BlockTime::new(5_999, 0).relay_slot(), Ok(0));
		assert_eq!(BlockTime::new(6_000, 0).relay_slot(), Ok(1));
		assert_eq!(BlockTime::new(1_700_000_002_000, 0).relay_slot(), Ok(283_333_333));
	}

	#[test]
	fn a_clock_out_of_range_is_refused() {
		assert!(BlockTime::new(u64::MAX, 0).relay_slot().is_err());
	}
}
