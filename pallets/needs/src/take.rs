//! The call `take`.

use crate::{Config, Error, Event, Need, Offer, OfferEnding, Origin, Pallet, WeightInfo};
use codec::Compact;
use frame_support::{ensure, pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{
	Act, Action, Freezes, Mandate, Moment, NeedId, NewTransfer, OfferId, Quantity, Source, Step,
	Trail, TransferId, Transfers,
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
		let mut step = Step::new(act, Action::OfferTaken, &(id, need, Compact(quantity)));
		let made = T::Transfers::make(&mut step, transfer)?;
		Self::note_taken(&mut step, id, offer, (need, made.id), quantity)?;
		Ok(Self::weight_of_taking().saturating_add(made.weight))
	}

	/// What taking weighs, without making the transfer: whether something is frozen is asked of the offer and of
	/// the need.
	pub(crate) fn weight_of_taking() -> Weight {
		T::WeightInfo::take().saturating_add(T::Freezes::weight().saturating_mul(2))
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
		let transfer = Self::examine_taking((id, &offer), (need_id, &need), quantity, &mut Err)?;
		Ok((offer, transfer.ok_or(Error::<T>::NeedNotOpen)?))
	}

	/// Tells every reason why its publisher could not take so much of an offer for a need, the transfer's own
	/// aside, and stops as soon as `tell` fails. Answers with the transfer, if there is time for one.
	pub(crate) fn examine_taking<E>(
		(id, offer): (OfferId, &Offer),
		need: (NeedId, &Need),
		quantity: Quantity,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<NewTransfer>, E> {
		if T::Freezes::offer(id) || T::Freezes::need(need.0) {
			tell(Error::Frozen)?;
		}
		Self::examine_giving(offer, need, (quantity, Self::least_taken(offer)), tell)
	}

	/// Tells every reason why so much of an offer, of which `least` goes at once, could not go to a need, the
	/// transfer's own aside, and stops as soon as `tell` fails. Answers with the transfer, if there is time for
	/// one.
	pub(crate) fn examine_giving<E>(
		offer: &Offer,
		(need_id, need): (NeedId, &Need),
		(quantity, least): (Quantity, Quantity),
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<NewTransfer>, E> {
		if offer.institution == need.institution {
			tell(Error::OwnOffer)?;
		}
		if let Err(error) = Self::check_takeable(offer) {
			tell(error)?;
		}
		Self::examine_scope(&offer.supply.scope, need, tell)?;
		if quantity < least {
			tell(Error::BelowLeast)?;
		}
		if quantity > offer.left {
			tell(Error::InsufficientOffer)?;
		}
		let deadlines = Self::deadlines(&offer.supply.pace, need.until, T::Trail::now());
		let deadlines = match deadlines {
			Ok(deadlines) => deadlines,
			Err(error) => {
				tell(error)?;
				return Ok(None);
			}
		};
		Ok(Some(giving(offer, (need_id, need), quantity, deadlines)))
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
			Self::end_offer(id, &mut offer, OfferEnding::Taken);
		}
		Self::save_offer(step, id, offer)?;
		Self::remember_origin(transfer, Origin::Offer(id));
		Self::deposit_event(Event::OfferTaken { offer: id, need, transfer, quantity, left });
		Ok(())
	}
}

/// The transfer of so much of an offer to a need, with the last moments of its dispatch and of its receipt.
pub(crate) fn giving(
	offer: &Offer,
	(need_id, need): (NeedId, &Need),
	quantity: Quantity,
	(dispatch_by, receive_by): (Moment, Moment),
) -> NewTransfer {
	NewTransfer {
		sender: offer.institution,
		receiver: need.institution,
		terms: offer.supply.terms,
		source: Source::Offered,
		lines: [(offer.supply.lot, quantity)].into(),
		dispatch_by,
		receive_by,
		serves: Some(need_id),
		agreed: true,
		mandate: Mandate::Consent,
	}
}
