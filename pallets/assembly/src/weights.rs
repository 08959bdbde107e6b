//! What the calls cost. The runtime supplies measured weights.

use frame_support::weights::Weight;

/// What the calls cost, and what the registry causes here.
pub trait WeightInfo {
	/// `submit`, with as many referenda as may be open but one, all of them decided.
	fn submit() -> Weight;
	/// `submit_for_ring`, with the same.
	fn submit_for_ring() -> Weight;
	/// `vote`, in place of an earlier vote.
	fn vote() -> Weight;
	/// `set_rank`.
	fn set_rank() -> Weight;
	/// `update_rank`, from the highest rank to the lowest.
	fn update_rank() -> Weight;
	/// `record_outcome`.
	fn record_outcome() -> Weight;
	/// `forget`.
	fn forget() -> Weight;
	/// A member of the highest rank, and not the newest one of it, is removed.
	fn member_changed() -> Weight;
}

/// Mocks do not weigh, save what no call is charged for, and what a migration takes.
impl WeightInfo for () {
	fn submit() -> Weight {
		Weight::zero()
	}
	fn submit_for_ring() -> Weight {
		Weight::zero()
	}
	fn vote() -> Weight {
		Weight::zero()
	}
	fn set_rank() -> Weight {
		Weight::zero()
	}
	fn update_rank() -> Weight {
		Weight::from_parts(1_000, 0)
	}
	fn record_outcome() -> Weight {
		Weight::zero()
	}
	fn forget() -> Weight {
		Weight::zero()
	}
	fn member_changed() -> Weight {
		Weight::from_parts(1_000, 0)
	}
}
