//! What becomes of the transfers that carry out lines.

use crate::{Config, LineOutcome, Pallet, TransferLine, WeightInfo};
use frame_support::weights::Weight;
use salus_primitives::{
	Action, AllocationId, Change, Line, NeedId, OnTransfer, Service, Step, TransferId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> OnTransfer<T::AccountId> for Pallet<T> {
	fn weight_of_unsent() -> Weight {
		T::WeightInfo::unsent().max(T::WeightInfo::ask())
	}

	/// The need is open again, and the goods are offered again: whoever knows needs and offers is told as well.
	fn unsent(
		step: &mut Step<T::AccountId>,
		transfer: TransferId,
		_: Option<Service>,
		_: &[Line],
	) -> Result<Weight, DispatchError> {
		let Some(carrier) = Self::line_of_transfer(transfer) else {
			return Ok(T::WeightInfo::ask());
		};
		let TransferLine { allocation: id, line, .. } = carrier;
		// The goods must be free whatever is known here; by the invariants, the line was made.
		if let Some(LineOutcome::Made { transfer, quantity }) = Self::outcome(id, line) {
			let outcome = LineOutcome::Unsent { transfer, quantity };
			Self::put_outcome(id, line, &outcome);
			Self::tell_of(id, line, outcome);
		}
		if let Ok(mut allocation) = Self::load_allocation(id) {
			Self::save_allocation(step, id, &mut allocation)?;
			Self::note_who_ended_it(step, id, &carrier);
		}
		Ok(T::WeightInfo::unsent())
	}

	fn weight_of_changed() -> Weight {
		Weight::zero()
	}

	/// What left was shared out, whatever becomes of it.
	fn changed(
		_: &mut Step<T::AccountId>,
		_: TransferId,
		_: Option<NeedId>,
		_: &[Change],
	) -> DispatchResult {
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Keeps what a transfer came to nothing of from later allocations: the offer, whose giver withdrew or let the time
	/// for the dispatch pass; or the need, whose institution withdrew. Otherwise goods that never leave would be
	/// promised again and again, and cover needs for nothing.
	fn note_who_ended_it(step: &Step<T::AccountId>, id: AllocationId, carrier: &TransferLine) {
		let is_of_giver = step.act.institution == Some(carrier.giver);
		match step.action {
			Action::TransferExpired => Self::put_failed(carrier.offer, id),
			Action::TransferWithdrawn if is_of_giver => Self::put_failed(carrier.offer, id),
			Action::TransferWithdrawn => Self::put_declined(carrier.need, id),
			_ => {}
		}
	}
}
