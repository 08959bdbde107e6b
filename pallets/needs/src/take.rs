//! The call `take`.

use crate::{
	serving::good_until, Config, Error, Event, Need, Offer, OfferEnding, Origin, Pallet, WeightInfo,
};
use codec::Compact;
use frame_support::{ensure, pallet_prelude::DispatchResult, weights::Weight};
use salus_primitives::{
	Act, Action, Custody, Directory, LotStock, Mandate, NeedId, NewTransfer, OfferId, Purpose,
	Quantity, Source, Step, Stock, Total, Trail, TransferId, Transfers,
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
		Ok(T::WeightInfo::take().saturating_add(made.weight))
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
		let transfer = Self::examine_taking(&offer, (need_id, &need), quantity, &mut Err)?;
		Ok((offer, transfer.ok_or(Error::<T>::NeedNotOpen)?))
	}

	/// Tells every reason why its publisher could not take so much of an offer for a need, the transfer's own
	/// aside, and stops as soon as `tell` fails. Answers with the transfer, if there is time for one.
	pub(crate) fn examine_taking<E>(
		offer: &Offer,
		(need_id, need): (NeedId, &Need),
		quantity: Quantity,
		tell: &mut impl FnMut(Error<T>) -> Result<(), E>,
	) -> Result<Option<NewTransfer>, E> {
		if offer.institution == need.institution {
			tell(Error::OwnOffer)?;
		}
		if let Err(error) = Self::check_takeable(offer) {
			tell(error)?;
		}
		Self::examine_scope(&offer.supply.scope, need, tell)?;
		if quantity < Self::least_taken(offer) {
			tell(Error::BelowLeast)?;
		}
		if quantity > offer.left {
			tell(Error::InsufficientOffer)?;
		}
		let (dispatch_by, receive_by) = match Self::deadlines(&offer.supply.pace, need) {
			Ok(deadlines) => deadlines,
			Err(error) => {
				tell(error)?;
				return Ok(None);
			}
		};
		Ok(Some(NewTransfer {
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
		}))
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

	/// Whether something could be taken of an offer for a need, rules aside.
	pub(crate) fn could_take(offer: &Offer, need: &Need) -> bool {
		let now = T::Trail::now();
		let Ok((_, receive_by)) = Self::deadlines(&offer.supply.pace, need) else { return false };
		let Some(mut lot) = T::Stock::open(offer.supply.lot) else { return false };
		let expiry = lot.facts().expires_at;
		offer.institution != need.institution
			&& T::Directory::may_act(offer.institution)
			&& Self::check_takeable(offer).is_ok()
			&& Self::is_for(&offer.supply.scope, need)
			&& need.is_open(now)
			&& need.open() >= Total::from(Self::least_taken(offer))
			&& need.request.window.from.is_none_or(|from| from <= receive_by)
			&& expiry.is_none_or(|expiry| expiry > good_until(need, receive_by))
			&& lot.ensure_free(Custody::own(offer.institution), Purpose::Send).is_ok()
	}
}
