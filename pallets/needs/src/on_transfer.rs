//! What becomes of transfers: a need opens again by as much as a transfer promised and did not deliver.
//!
//! Goods that are in dispute are with nobody who needs them, so the need does not wait for the dispute. If
//! they are delivered after all, the need has got more.

use crate::{Config, Event, Need, Needs, Pallet, WeightInfo};
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{Change, Fate, Line, NeedId, OnTransfer, Service, Step, Total, TransferId};
use sp_runtime::DispatchError;

impl<T: Config> OnTransfer<T::AccountId> for Pallet<T> {
	fn weight_of_unsent() -> Weight {
		T::WeightInfo::reopen().saturating_add(T::WeightInfo::offer_again())
	}

	fn unsent(
		step: &mut Step<T::AccountId>,
		transfer: TransferId,
		serves: Option<Service>,
		lines: &[Line],
	) -> Result<Weight, DispatchError> {
		let Some(service) = serves else { return Ok(Weight::zero()) };
		let quantity: Total = lines.iter().map(|line| Total::from(line.quantity)).sum();
		let unanswered = !service.promised && Self::is_of_order(transfer);
		Self::return_to_origin(step, transfer, quantity)?;
		if service.promised || unanswered {
			Self::note(step, service.need, |need| {
				let figure = if unanswered { &mut need.unanswered } else { &mut need.promised };
				*figure = figure.saturating_sub(quantity);
			})?;
		}
		Ok(Self::weight_of_unsent())
	}

	fn weight_of_changed() -> Weight {
		T::WeightInfo::reopen()
	}

	fn changed(
		step: &mut Step<T::AccountId>,
		transfer: TransferId,
		serves: Option<NeedId>,
		changes: &[Change],
	) -> DispatchResult {
		let Some(id) = serves.filter(|_| !changes.is_empty()) else { return Ok(()) };
		Self::forget_origin(transfer);
		Self::note(step, id, |need| changes.iter().for_each(|change| enter(need, change)))
	}
}

impl<T: Config> Pallet<T> {
	/// Enters what became known of a need, if it is still stored.
	fn note(
		step: &mut Step<T::AccountId>,
		id: NeedId,
		enter: impl FnOnce(&mut Need),
	) -> DispatchResult {
		let Some(mut need) = Needs::<T>::get(id) else { return Ok(()) };
		let before = need.open();
		enter(&mut need);
		let (open, delivered) = (need.open(), need.delivered);
		Self::end_if_filled(id, &mut need);
		let ended = need.ended.is_some();
		Self::save_need(step, id, need)?;
		let reopened = !ended && open > before;
		Self::deposit_event(Event::NeedChanged { need: id, open, delivered, reopened });
		Ok(())
	}
}

/// Enters a change into a need.
fn enter(need: &mut Need, change: &Change) {
	let quantity = Total::from(change.quantity);
	if change.from == Fate::Outstanding {
		need.promised = need.promised.saturating_sub(quantity);
	}
	if change.to == Fate::Delivered {
		need.delivered = need.delivered.saturating_add(quantity);
	}
}
