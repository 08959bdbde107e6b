//! The call `withdraw_offer`.

use crate::{Config, Error, Event, OfferEnding, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, OfferId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_withdraw_offer(act: Act<T::AccountId>, id: OfferId) -> DispatchResult {
		let mut offer = Self::load_offer(id)?;
		ensure!(act.institution()? == offer.institution, Error::<T>::NotOwn);
		ensure!(offer.ended.is_none(), Error::<T>::Ended);
		let mut step = Step::new(act, Action::OfferWithdrawn, &(id,));
		let quantity = offer.left;
		Self::release_rest(&mut step, id, &mut offer, OfferEnding::Withdrawn)?;
		Self::save_offer(&mut step, id, offer)?;
		Self::deposit_event(Event::OfferWithdrawn { offer: id, quantity });
		Ok(())
	}
}
