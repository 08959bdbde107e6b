//! The call `forget`.
//!
//! It leaves no record: the records are pruned, so that there is no trail that a record could be the newest
//! of. What is left of votes stays in the ballot of the context until that is forgotten too.

use crate::{
	Aliases, Config, Correspondents, Error, Event, Pallet, Party, Pseudonyms, Ratings, Remnant,
	SealingKeys, MAX_USES,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::Purses;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_forget(remnant: Remnant<T::AccountId>) -> DispatchResult {
		match &remnant {
			Remnant::Context(id) => Self::remove_context(*id)?,
			Remnant::Pseudonym(who) => Self::remove_pseudonym(who)?,
			Remnant::Appeal(id) => Self::remove_appeal(*id)?,
			Remnant::Complaint(id) => Self::remove_complaint(*id)?,
			Remnant::Document(id) => Self::remove_document(*id)?,
		}
		Self::deposit_event(Event::Forgotten { remnant });
		Ok(())
	}

	/// Removes a pseudonym of a context that is over and whose newest record is pruned, with its ratings and its
	/// sealing key, and takes back what is left in its purse. Whoever promised something to an appeal of it may
	/// write to it until that is forgotten, so the appeal goes first.
	fn remove_pseudonym(who: &T::AccountId) -> DispatchResult {
		let pseudonym = Pseudonyms::<T>::get(who).ok_or(Error::<T>::NotPseudonym)?;
		let context = Self::load_context(pseudonym.context)?;
		ensure!(Self::is_over(&context), Error::<T>::ContextNotOver);
		let corresponds = Correspondents::<T>::iter_key_prefix(who).next().is_some();
		ensure!(!corresponds, Error::<T>::AppealsLeft);
		Self::ensure_context_pruned(&context)?;
		// Each was a use, so there are no more.
		let _ = Ratings::<T>::clear_prefix((who,), MAX_USES.into(), None);
		SealingKeys::<T>::remove(Party::Pseudonym(who.clone()));
		Pseudonyms::<T>::remove(who);
		Aliases::<T>::remove(pseudonym.context, pseudonym.alias);
		Self::discount_pseudonym_of(pseudonym.context);
		T::Purses::empty(who, context.terms.purse);
		Ok(())
	}
}
