//! What the calls cost. The runtime supplies the measured weights.

use frame_support::weights::Weight;

/// The weights of the calls, and of what other pallets cause here.
pub trait WeightInfo {
	/// `ratify`.
	fn ratify() -> Weight;
	/// `lapse` of an admission, with the institution's suspension.
	fn lapse() -> Weight;
	/// `clear`.
	fn clear() -> Weight;
	/// The council undoes its own act: of what an act writes here, the most.
	fn acted() -> Weight;
}

/// Mocks do not weigh, save what no call is charged for.
impl WeightInfo for () {
	fn ratify() -> Weight {
		Weight::zero()
	}
	fn lapse() -> Weight {
		Weight::zero()
	}
	fn clear() -> Weight {
		Weight::zero()
	}
	fn acted() -> Weight {
		Weight::from_parts(1_000, 0)
	}
}
