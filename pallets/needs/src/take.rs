//! The call `take`.

use crate::{Config, Error, Event, Pallet, WeightInfo};
use codec::Compact;
use frame_support::{ensure, weights::Weight};
use salus_primitives::{
	time::DAY, Act, Action, NeedId, NewTransfer, OfferId, Quantity, Source, Step, Trail, Transfers,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with what it cost.
	pub(crate) fn do_take(
		act: Act<T::AccountId>,
		id: OfferId,
		need_id: NeedId,
		quantity: Quantity,
	) -> Result<Weight, DispatchError> {
		let mut offer = Self::load_offer(id)?;
		let need = Self::load_need(need_id)?;
		ensure!(act.institution()? == need.institution, Error::<T>::NotOwn);
		ensure!(offer.institution != need.institution, Error::<T>::OwnOffer);
		Self::check_takeable(&offer)?;
		Self::examine_scope(&offer.supply.scope, &need, &mut Err)?;
		ensure!(quantity >= Self::least_taken(&offer), Error::<T>::BelowLeast);
		let left = offer.left.checked_sub(quantity).ok_or(Error::<T>::InsufficientOffer)?;

		let mut step = Step::new(act, Action::OfferTaken, &(id, need_id, Compact(quantity)));
		let pace = offer.supply.pace;
		let dispatch_by = T::Trail::now().saturating_add(DAY.saturating_mul(pace.dispatch.into()));
		let (transfer, made) = T::Transfers::make(
			&mut step,
			NewTransfer {
				sender: offer.institution,
				receiver: need.institution,
				terms: offer.supply.terms,
				source: Source::Offered,
				lines: [(offer.supply.lot, quantity)].into(),
				dispatch_by: dispatch_by.min(need.until),
				receive_by: dispatch_by
					.min(need.until)
					.saturating_add(DAY.saturating_mul(pace.transit.into())),
				serves: need_id,
				agreed: true,
			},
		)?;
		offer.left = left;
		if left == 0 {
			Self::end_offer(id, &mut offer);
		}
		Self::save_offer(&mut step, id, offer)?;
		Self::deposit_event(Event::OfferTaken {
			offer: id,
			need: need_id,
			transfer,
			quantity,
			left,
		});
		Ok(T::WeightInfo::take().saturating_add(made))
	}
}
