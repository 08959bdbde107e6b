//! What transfers promise to needs: the [`Needs`] that circulation asks.

use crate::{Config, Event, Pallet, WeightInfo};
use frame_support::weights::Weight;
use salus_primitives::{
	time::DAY, Freezes, Line, Moment, Movement, NeedId, Needs, Served, Source, Step, Total, Trail,
	TransferId, Unserved,
};
use sp_runtime::DispatchError;

impl<T: Config> Needs<T::AccountId> for Pallet<T> {
	fn examine<E>(
		id: NeedId,
		movement: &Movement,
		tell: &mut impl FnMut(Unserved) -> Result<(), E>,
	) -> Result<Option<Served>, E> {
		let Ok(need) = Self::load_need(id) else {
			tell(Unserved::NeedNotFound)?;
			return Ok(None);
		};
		if !need.is_open(T::Trail::now()) {
			tell(Unserved::NeedNotOpen)?;
		}
		// What comes of an offer is taken, which asks this itself, or shared out by the allocation.
		if movement.source != Source::Offered && T::Freezes::need(id) {
			tell(Unserved::NeedFrozen)?;
		}
		if movement.receiver != need.institution {
			tell(Unserved::NeedOfAnother)?;
		}
		let lines = &movement.lines;
		if !lines.iter().all(|line| need.request.accepted().any(|class| class == line.class)) {
			tell(Unserved::ClassNotNeeded)?;
		}
		let good_until = good_until(need.request.shelf_life, movement.receive_by);
		if lines.iter().any(|line| line.expires_at.is_some_and(|expiry| expiry <= good_until)) {
			tell(Unserved::ShelfLifeTooShort)?;
		}
		if movement.dispatch_by > need.until {
			tell(Unserved::TooLateForNeed)?;
		}
		if need.request.window.from.is_some_and(|from| movement.receive_by < from) {
			tell(Unserved::TooEarlyForNeed)?;
		}
		if sum(lines) > need.open() {
			tell(Unserved::MoreThanNeeded)?;
		}
		Ok(Some(Served { priority: need.request.priority, site: need.request.site }))
	}

	fn weight_of_serving() -> Weight {
		T::WeightInfo::serve().saturating_add(T::Freezes::weight())
	}

	fn promise(
		step: &mut Step<T::AccountId>,
		transfer: TransferId,
		id: NeedId,
		quantity: Total,
	) -> Result<bool, DispatchError> {
		let Ok(mut need) = Self::load_need(id) else {
			Self::forget_origin(transfer);
			return Ok(false);
		};
		let is_sent = Self::is_of_order(transfer);
		if is_sent {
			need.unanswered = need.unanswered.saturating_sub(quantity);
		}
		let counts = need.ended.is_none() && need.open() > 0;
		if counts {
			// The receiver may consent to more than it asked for.
			need.promised = need.promised.saturating_add(quantity);
			Self::deposit_event(Event::NeedPromised { need: id, quantity, open: need.open() });
		} else {
			// What comes all the same is the receiver's own affair.
			Self::forget_origin(transfer);
		}
		if counts || is_sent {
			Self::save_need(step, id, need)?;
		}
		Ok(counts)
	}
}

/// The last moment at which goods must not be expired yet that may arrive at `receive_by`, for a need of so
/// many days of shelf life.
pub(crate) fn good_until(shelf_life: u16, receive_by: Moment) -> Moment {
	receive_by.saturating_add(DAY.saturating_mul(shelf_life.into()))
}

/// How much moves, in base units.
fn sum(lines: &[Line]) -> Total {
	lines.iter().map(|line| Total::from(line.quantity)).sum()
}
