//! What the calls cost. The runtime supplies the measured weights.

use frame_support::weights::Weight;

/// The weights of the calls.
pub trait WeightInfo {
	/// Pruning an epoch of full length.
	fn prune() -> Weight;
}

/// Mocks do not weigh.
impl WeightInfo for () {
	fn prune() -> Weight {
		Weight::zero()
	}
}
