//! What becomes of transfers.

use crate::{Config, Pallet, WeightInfo, MAX_APPLICABLE, MAX_LIMITS};
use frame_support::weights::Weight;
use salus_primitives::{Change, Line, NeedId, OnTransfer, Service, Step, TransferId};
use sp_runtime::{DispatchError, DispatchResult};

/// What never left counts no more. What left counts whatever becomes of it.
impl<T: Config> OnTransfer<T::AccountId> for Pallet<T> {
	fn weight_of_unsent() -> Weight {
		T::WeightInfo::unsent(MAX_APPLICABLE.saturating_mul(MAX_LIMITS))
	}

	fn unsent(
		_: &mut Step<T::AccountId>,
		transfer: TransferId,
		_: Option<Service>,
		_: &[Line],
	) -> Result<Weight, DispatchError> {
		Ok(T::WeightInfo::unsent(Self::undo_passages(transfer)))
	}

	fn weight_of_changed() -> Weight {
		Weight::zero()
	}

	fn changed(
		_: &mut Step<T::AccountId>,
		_: TransferId,
		_: Option<NeedId>,
		_: &[Change],
	) -> DispatchResult {
		Ok(())
	}
}
