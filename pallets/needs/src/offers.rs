//! Offers.
//!
//! All reads and writes of [`NextOfferId`], [`Offers`], [`OpenOffers`], [`OffersOf`] and [`OfferCount`] go
//! through this file; only `try_state` iterates over them itself. What is left of an offer lies in the
//! bucket *offered* of its giver's own holding, and both change together.

use crate::{
	Config, Error, Event, NextOfferId, Offer, OfferCount, OfferEnding, Offers, OffersOf,
	OpenOffers, Pallet, Supply,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	ClassId, Custody, Directory, InstitutionId, Levels, LotStock, OfferId, OrderId, Quantity,
	RecordId, Step, Stock, Subject, Terms, Total, Trail,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The offer under `id`.
	pub(crate) fn load_offer(id: OfferId) -> Result<Offer, Error<T>> {
		Offers::<T>::get(id).ok_or(Error::OfferNotFound)
	}

	/// Records the step on the offer, and writes it.
	pub(crate) fn save_offer(
		step: &mut Step<T::AccountId>,
		id: OfferId,
		mut offer: Offer,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Offer(id), &mut offer.newest_record)?;
		Offers::<T>::insert(id, offer);
		Ok(())
	}

	/// Sets goods aside, and enters an offer of them.
	pub(crate) fn add_offer(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
		supply: Supply,
		order: Option<OrderId>,
	) -> Result<(OfferId, Offer), DispatchError> {
		let mut stock = T::Stock::open(supply.lot).ok_or(Error::<T>::LotNotFound)?;
		let class = stock.facts().class;
		Self::check_supply(institution, &supply, &mut stock)?;
		let id = NextOfferId::<T>::get();
		NextOfferId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Self::list_offer(id, institution, class)?;
		stock.offer(Custody::own(institution), supply.quantity)?;
		stock.close(step)?;
		let left = supply.quantity;
		let (ended, newest_record) = (None, None);
		let offer = Offer { institution, class, supply, left, order, ended, newest_record };
		Self::save_offer(step, id, offer.clone())?;
		Ok((id, offer))
	}

	/// Lists an offer that is open.
	fn list_offer(id: OfferId, institution: InstitutionId, class: ClassId) -> Result<(), Error<T>> {
		ensure!(Self::room_for_offers(institution) > 0, Error::<T>::TooManyOffers);
		OfferCount::<T>::mutate(institution, |count| *count = count.saturating_add(1));
		OpenOffers::<T>::insert(class, id, ());
		OffersOf::<T>::insert(institution, id, ());
		Ok(())
	}

	/// Offers again what was taken of an offer and is available with its giver, if nothing but that has ended
	/// it.
	pub(crate) fn take_back(
		step: &mut Step<T::AccountId>,
		id: OfferId,
		mut offer: Offer,
		quantity: Quantity,
	) -> DispatchResult {
		ensure!(T::Trail::now() <= offer.supply.until, Error::<T>::EndPassed);
		ensure!(T::Directory::may_act(offer.institution), Error::<T>::GiverInactive);
		match offer.ended {
			None => {}
			Some((OfferEnding::Taken, _)) => {
				Self::list_offer(id, offer.institution, offer.class)?;
				offer.ended = None;
			}
			Some(_) => return Err(Error::<T>::Ended.into()),
		}
		let mut stock = T::Stock::open(offer.supply.lot).ok_or(Error::<T>::LotNotFound)?;
		stock.offer(Custody::own(offer.institution), quantity)?;
		stock.close(step)?;
		offer.left = offer.left.saturating_add(quantity);
		let left = offer.left;
		Self::save_offer(step, id, offer)?;
		Self::deposit_event(Event::OfferReturned { offer: id, quantity, left });
		Ok(())
	}

	/// How many more offers an institution may have.
	pub(crate) fn room_for_offers(institution: InstitutionId) -> u32 {
		T::MaxOffers::get().saturating_sub(OfferCount::<T>::get(institution))
	}

	/// Refuses what cannot be offered.
	fn check_supply(
		institution: InstitutionId,
		supply: &Supply,
		stock: &mut <T::Stock as Stock<T::AccountId>>::Lot,
	) -> Result<(), Error<T>> {
		let facts = stock.facts();
		ensure!(supply.quantity > 0, Error::<T>::ZeroQuantity);
		ensure!(supply.least > 0 && supply.least <= supply.quantity, Error::<T>::InvalidLeast);
		ensure!(!matches!(supply.terms, Terms::Return { .. }), Error::<T>::ReturnNotOffered);
		Self::check_scope(&supply.scope)?;
		Self::check_pace(&supply.pace)?;
		let now = T::Trail::now();
		let time = supply.until.checked_sub(now).filter(|time| *time > 0);
		ensure!(time.ok_or(Error::<T>::EndPassed)? <= T::MaxOfferTime::get(), Error::<T>::TooLong);
		let lasts = facts.expires_at.is_none_or(|expiry| supply.until < expiry);
		ensure!(lasts, Error::<T>::ExpiresBeforeEnd);
		let available = stock.holding(Custody::own(institution)).available;
		ensure!(supply.quantity <= available, Error::<T>::InsufficientStock);
		let kept = T::Levels::level(institution, facts.class).available;
		let kept = kept.checked_sub(supply.quantity.into());
		ensure!(kept.is_some_and(|kept| kept >= supply.keeps.into()), Error::<T>::BelowFloor);
		Ok(())
	}

	/// Ends an offer; what is left of it is available again. The caller saves it.
	pub(crate) fn release_rest(
		step: &mut Step<T::AccountId>,
		id: OfferId,
		offer: &mut Offer,
		ending: OfferEnding,
	) -> DispatchResult {
		let mut stock = T::Stock::open(offer.supply.lot).ok_or(Error::<T>::LotNotFound)?;
		stock.withdraw_offer(Custody::own(offer.institution), offer.left)?;
		stock.close(step)?;
		offer.left = 0;
		Self::end_offer(id, offer, ending);
		Ok(())
	}

	/// Ends an offer of which nothing is left. The caller saves it.
	pub(crate) fn end_offer(id: OfferId, offer: &mut Offer, ending: OfferEnding) {
		OpenOffers::<T>::remove(offer.class, id);
		OffersOf::<T>::remove(offer.institution, id);
		OfferCount::<T>::mutate_exists(offer.institution, |count| {
			*count = count.map(|count| count.saturating_sub(1)).filter(|count| *count > 0);
		});
		offer.ended = Some((ending, T::Trail::now()));
	}

	/// Whether something can be taken of an offer, as far as time and its giver's floor are concerned.
	pub(crate) fn check_takeable(offer: &Offer) -> Result<(), Error<T>> {
		ensure!(offer.ended.is_none(), Error::<T>::Ended);
		ensure!(T::Trail::now() <= offer.supply.until, Error::<T>::EndPassed);
		let available = T::Levels::level(offer.institution, offer.class).available;
		ensure!(available >= Total::from(offer.supply.keeps), Error::<T>::BelowFloor);
		Ok(())
	}

	/// The least that can be taken of an offer at once.
	pub(crate) fn least_taken(offer: &Offer) -> Quantity {
		offer.supply.least.min(offer.left)
	}

	/// Removes an offer that ended and whose newest record is pruned.
	pub(crate) fn remove_offer(
		id: OfferId,
		is_pruned: impl Fn(RecordId) -> bool,
	) -> DispatchResult {
		let offer = Self::load_offer(id)?;
		Self::ensure_forgettable(offer.ended.is_some(), offer.newest_record, is_pruned)?;
		Offers::<T>::remove(id);
		Ok(())
	}
}
