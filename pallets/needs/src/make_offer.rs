//! The call `make_offer`.

use crate::{Config, Event, Pallet, Supply};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_make_offer(act: Act<T::AccountId>, supply: Supply) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::OfferMade, &(&supply,));
		let quantity = supply.quantity;
		let (id, offer) = Self::add_offer(&mut step, institution, supply, None)?;
		let class = offer.class;
		Self::deposit_event(Event::OfferMade { offer: id, institution, class, quantity });
		Ok(())
	}
}
