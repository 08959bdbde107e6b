//! The call `rate`.
//!
//! All writes of [`Ratings`] and [`Reputations`] go through this file, save that the ratings of a pseudonym
//! that is forgotten go with it. A reputation stays.

use crate::{Config, Error, Event, Pallet, Purpose, Rating, Ratings, Reputations};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Action, Dealings, Directory, InstitutionId, Step, TransferId};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_rate(
		who: T::AccountId,
		transfer: TransferId,
		institution: InstitutionId,
		rating: Rating,
	) -> DispatchResult {
		let for_ratings = |purpose: &Purpose| matches!(purpose, Purpose::Rate).then_some(());
		let (act, pseudonym, ..) = Self::acting_as(&who, for_ratings)?;
		let dealing = T::Dealings::dealing(transfer).ok_or(Error::<T>::TransferNotFound)?;
		let parties = [dealing.sender, dealing.receiver];
		ensure!(parties.contains(&institution), Error::<T>::NotParty);
		ensure!(dealing.ended, Error::<T>::TransferNotOver);
		let key = (&who, transfer, institution);
		ensure!(!Ratings::<T>::contains_key(key), Error::<T>::Rated);
		let arguments = (transfer, institution, rating);
		let mut step = Step::new(act, Action::RatingGiven, &arguments);
		T::Directory::record(&mut step, institution)?;
		Ratings::<T>::insert(key, rating);
		Reputations::<T>::mutate(institution, |reputation| {
			let count = &mut reputation[rating as usize];
			*count = count.saturating_add(1);
		});
		Self::spend(&who, pseudonym);
		Self::deposit_event(Event::RatingGiven { transfer, institution, rating });
		Ok(())
	}
}
