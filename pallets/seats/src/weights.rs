//! What the calls cost. The runtime supplies the measured weights.

use frame_support::weights::Weight;

/// The weights of the calls, and of what the collective and the registry cause here.
pub trait WeightInfo {
	fn give_seat() -> Weight;
	fn vacate_seat() -> Weight;
	fn reassign_seat() -> Weight;
	/// A commission that has a seat stands otherwise than before, while the agenda is full.
	fn standing_changed() -> Weight;
	/// The last motion that fits on the agenda takes its place, besides what the collective does.
	fn enter_motion() -> Weight;
	/// What a vote amounts to on a motion that concerns every seat.
	fn tally() -> Weight;
}

/// Mocks do not weigh, save what no call is charged for.
impl WeightInfo for () {
	fn give_seat() -> Weight {
		Weight::zero()
	}
	fn vacate_seat() -> Weight {
		Weight::zero()
	}
	fn reassign_seat() -> Weight {
		Weight::zero()
	}
	fn standing_changed() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn enter_motion() -> Weight {
		Weight::zero()
	}
	fn tally() -> Weight {
		Weight::zero()
	}
}
