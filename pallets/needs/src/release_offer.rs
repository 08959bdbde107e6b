//! What becomes of an offer whose time ran out, or whose giver may not act any more, when somebody rings.

use crate::{Config, Error, Event, OfferEnding, Pallet};
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Directory, OfferId, Step, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn release_offer(
		act: Act<T::AccountId>,
		id: OfferId,
		arguments: &impl Encode,
	) -> DispatchResult {
		let mut offer = Self::load_offer(id)?;
		ensure!(offer.ended.is_none(), Error::<T>::Ended);
		let over = T::Trail::now() > offer.supply.until;
		ensure!(over || !T::Directory::may_act(offer.institution), Error::<T>::TimeNotOver);
		let mut step = Step::new(act, Action::OfferReleased, arguments);
		let quantity = offer.left;
		Self::release_rest(&mut step, id, &mut offer, OfferEnding::Released)?;
		Self::save_offer(&mut step, id, offer)?;
		Self::deposit_event(Event::OfferReleased { offer: id, quantity });
		Ok(())
	}
}
