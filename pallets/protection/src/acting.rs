//! How an origin becomes the act of a pseudonym.

use crate::{Config, Context, Error, Pallet, Party, PartyOf, Pseudonym, Pseudonyms, Purpose};
use frame_support::{ensure, pallet_prelude::DispatchError, traits::OriginTrait};
use frame_system::pallet_prelude::OriginFor;
use salus_primitives::{Access, Act, Actor, Role};

/// An act of a pseudonym, the pseudonym, and its context.
type Acting<AccountId> = (Act<AccountId>, Pseudonym, Context);

impl<T: Config> Pallet<T> {
	/// The act of a pseudonym that does what its context is for, once more.
	///
	/// Fails with [`Error::NotPseudonym`], [`Error::ContextNotFound`], [`Error::ContextOver`],
	/// [`Error::WrongPurpose`], [`Error::UsedUp`], in this order.
	pub(crate) fn acting_as(
		who: &T::AccountId,
		is_wanted: impl FnOnce(&Purpose) -> bool,
	) -> Result<Acting<T::AccountId>, Error<T>> {
		let pseudonym = Pseudonyms::<T>::get(who).ok_or(Error::NotPseudonym)?;
		let context = Self::load_context(pseudonym.context)?;
		ensure!(!Self::is_over(&context), Error::ContextOver);
		ensure!(is_wanted(&context.terms.purpose), Error::WrongPurpose);
		ensure!(pseudonym.used < context.terms.uses, Error::UsedUp);
		Ok((Act::by(Actor::Pseudonym(who.clone())), pseudonym, context))
	}

	/// Writes a pseudonym that did what its context is for.
	pub(crate) fn spend(who: &T::AccountId, pseudonym: Pseudonym) {
		let used = pseudonym.used.saturating_add(1);
		Pseudonyms::<T>::insert(who, Pseudonym { used, ..pseudonym });
	}

	/// The act of a party of documents: of the pseudonym that signs, whether its context is over or not;
	/// otherwise of an agent in `role`.
	///
	/// Fails as [`Config::Access`] does.
	pub(crate) fn party(
		origin: OriginFor<T>,
		role: Role,
	) -> Result<(Act<T::AccountId>, PartyOf<T>), DispatchError> {
		let pseudonym = origin.as_signer().filter(|who| Pseudonyms::<T>::contains_key(who));
		if let Some(who) = pseudonym.cloned() {
			return Ok((Act::by(Actor::Pseudonym(who.clone())), Party::Pseudonym(who)));
		}
		let act = T::Access::agent(origin, role)?;
		let institution = act.institution()?;
		Ok((act, Party::Institution(institution)))
	}
}
