//! The call `take`.

use crate::{Config, Error, Event, Offer, Pallet, WeightInfo};
use frame_support::{ensure, pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{
	time::DAY, Act, Action, Moment, NeedId, NewTransfer, OfferId, Quantity, Source, Step, Trail,
	TransferId, Transfers,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with what it cost.
	pub(crate) fn do_take(
		act: Act<T::AccountId>,
		id: OfferId,
		need: NeedId,
		quantity: Quantity,
	) -> Result<Weight, DispatchError> {
		let (offer, transfer) = Self::clear_taking(&act, id, need, quantity)?;
		let mut step = Step::new(act, Action::OfferTaken, &(id, need, quantity));
		let (transfer, made) = T::Transfers::make(&mut step, transfer)?;
		Self::note_taken(&mut step, id, offer, (need, transfer), quantity)?;
		Ok(T::WeightInfo::take().saturating_add(made))
	}

	/// Refuses what cannot be taken. Answers with the offer, and with the transfer that is to be made.
	pub(crate) fn clear_taking(
		act: &Act<T::AccountId>,
		id: OfferId,
		need_id: NeedId,
		quantity: Quantity,
	) -> Result<(Offer, NewTransfer), DispatchError> {
		let offer = Self::load_offer(id)?;
		let need = Self::load_need(need_id)?;
		ensure!(act.institution()? == need.institution, Error::<T>::NotOwn);
		ensure!(offer.institution != need.institution, Error::<T>::OwnOffer);
		Self::check_takeable(&offer)?;
		Self::examine_scope(&offer.supply.scope, &need, &mut Err)?;
		ensure!(quantity >= Self::least_taken(&offer), Error::<T>::BelowLeast);
		ensure!(quantity <= offer.left, Error::<T>::InsufficientOffer);

		let days_from =
			|moment: Moment, days: u16| moment.saturating_add(DAY.saturating_mul(days.into()));
		let pace = offer.supply.pace;
		let dispatch_by = days_from(T::Trail::now(), pace.dispatch).min(need.until);
		let transfer = NewTransfer {
			sender: offer.institution,
			receiver: need.institution,
			terms: offer.supply.terms,
			source: Source::Offered,
			lines: [(offer.supply.lot, quantity)].into(),
			dispatch_by,
			receive_by: days_from(dispatch_by, pace.transit),
			serves: need_id,
			agreed: true,
		};
		Ok((offer, transfer))
	}

	/// Enters what a transfer took of an offer for a need.
	pub(crate) fn note_taken(
		step: &mut Step<T::AccountId>,
		id: OfferId,
		mut offer: Offer,
		(need, transfer): (NeedId, TransferId),
		quantity: Quantity,
	) -> DispatchResult {
		let left = offer.left.checked_sub(quantity).ok_or(Error::<T>::InsufficientOffer)?;
		offer.left = left;
		if left == 0 {
			Self::end_offer(id, &mut offer);
		}
		Self::save_offer(step, id, offer)?;
		Self::deposit_event(Event::OfferTaken { offer: id, need, transfer, quantity, left });
		Ok(())
	}
}
