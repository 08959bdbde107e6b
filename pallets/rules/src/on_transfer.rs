//! What becomes of transfers.

use crate::{Config, Pallet, WeightInfo, MAX_APPLICABLE, MAX_CAPS};
use frame_support::weights::Weight;
use salus_primitives::{Change, Line, OnTransfer, TransferId};

/// What never left counts no more. What left counts whatever becomes of it.
impl<T: Config> OnTransfer for Pallet<T> {
	fn weight_of_unsent() -> Weight {
		T::WeightInfo::unsent(MAX_APPLICABLE.saturating_mul(MAX_CAPS))
	}

	fn unsent(transfer: TransferId, _: &[Line]) -> Weight {
		T::WeightInfo::unsent(Self::undo_passages(transfer))
	}

	fn weight_of_changed() -> Weight {
		Weight::zero()
	}

	fn changed(_: TransferId, _: &[Change]) {}
}
