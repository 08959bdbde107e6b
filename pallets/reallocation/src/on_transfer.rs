//! What becomes of transfers that were decided.

use crate::{Config, Event, NotSent, Outcome, Pallet, WeightInfo};
use frame_support::weights::Weight;
use salus_primitives::{
	Change, Directory, Line, NeedId, OnTransfer, Service, Step, Trail, TransferId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> OnTransfer<T::AccountId> for Pallet<T> {
	fn weight_of_unsent() -> Weight {
		T::WeightInfo::unsent().max(T::WeightInfo::ask())
	}

	fn unsent(
		step: &mut Step<T::AccountId>,
		transfer: TransferId,
		_: Option<Service>,
		_: &[Line],
	) -> Result<Weight, DispatchError> {
		let Some((id, line)) = Self::bound(transfer) else { return Ok(T::WeightInfo::ask()) };
		Self::unbind(transfer);
		// The goods must be free whatever is known here; by the invariants, the plan is, and the line was made.
		let Ok(plan) = Self::load(id) else { return Ok(T::WeightInfo::unsent()) };
		if let Some(Outcome::Made { quantity, .. }) = Self::outcome(id, line) {
			let orders = Self::orders(id);
			let is_barred = orders.get(line as usize).is_some_and(|order| {
				[order.giver, order.receiver].iter().any(|party| !T::Directory::may_act(*party))
			});
			let how = match T::Trail::now() > plan.dispatch_by {
				_ if is_barred => NotSent::Barred,
				true => NotSent::Overdue,
				false => NotSent::TurnedDown,
			};
			Self::put_outcome(id, line, &Outcome::Unsent { transfer, quantity, how });
			Self::deposit_event(Event::LineUnsent { plan: id, line, transfer, how });
		}
		Self::save(step, id, plan)?;
		Ok(T::WeightInfo::unsent())
	}

	fn weight_of_changed() -> Weight {
		Weight::zero()
	}

	/// What left was sent as decided, whatever becomes of it.
	fn changed(
		_: &mut Step<T::AccountId>,
		_: TransferId,
		_: Option<NeedId>,
		_: &[Change],
	) -> DispatchResult {
		Ok(())
	}
}
