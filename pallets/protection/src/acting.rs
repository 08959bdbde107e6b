//! How an origin becomes the act of a pseudonym.

use crate::{Config, Context, Error, Pallet, Party, PartyOf, Pseudonym, Pseudonyms, Purpose};
use frame_support::{ensure, pallet_prelude::DispatchError, traits::OriginTrait};
use frame_system::pallet_prelude::OriginFor;
use salus_primitives::{Access, Act, Actor, Directory, Role};

/// An act of a pseudonym, the pseudonym, its context, and what that is for.
type Acting<AccountId, For> = (Act<AccountId>, Pseudonym, Context, For);

impl<T: Config> Pallet<T> {
	/// The act of a pseudonym that does what its context is for, once more. `wanted` tells what a purpose is for,
	/// and `None` of any other than that is wanted.
	///
	/// Fails with [`Error::NotPseudonym`], [`Error::ContextNotFound`], [`Error::ContextOver`],
	/// [`Error::WrongPurpose`], [`Error::UsedUp`], in this order.
	pub(crate) fn acting_as<For>(
		who: &T::AccountId,
		wanted: impl FnOnce(&Purpose) -> Option<For>,
	) -> Result<Acting<T::AccountId, For>, Error<T>> {
		let pseudonym = Pseudonyms::<T>::get(who).ok_or(Error::NotPseudonym)?;
		let context = Self::load_context(pseudonym.context)?;
		ensure!(!Self::is_over(&context), Error::ContextOver);
		let purpose = wanted(&context.terms.purpose).ok_or(Error::WrongPurpose)?;
		ensure!(pseudonym.used < context.terms.uses, Error::UsedUp);
		Ok((Act::by(Actor::Pseudonym(who.clone())), pseudonym, context, purpose))
	}

	/// Writes a pseudonym that did what its context is for.
	pub(crate) fn spend(who: &T::AccountId, pseudonym: Pseudonym) {
		let used = pseudonym.used.saturating_add(1);
		Pseudonyms::<T>::insert(who, Pseudonym { used, ..pseudonym });
	}

	/// The act of a party of documents: of the pseudonym that signs, whether its context is over or not;
	/// otherwise of an agent in `role`. Whoever acts for an institution does so, even if somebody has bound its
	/// account.
	///
	/// Fails as [`Config::Access`] does.
	pub(crate) fn party(
		origin: OriginFor<T>,
		role: Role,
	) -> Result<(Act<T::AccountId>, PartyOf<T>), DispatchError> {
		let pseudonym = origin.as_signer().filter(|who| {
			Pseudonyms::<T>::contains_key(who) && T::Directory::institution_of(who).is_none()
		});
		if let Some(who) = pseudonym.cloned() {
			return Ok((Act::by(Actor::Pseudonym(who.clone())), Party::Pseudonym(who)));
		}
		let act = T::Access::agent(origin, role)?;
		let institution = act.institution()?;
		Ok((act, Party::Institution(institution)))
	}
}
