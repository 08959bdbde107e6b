//! Who may do what with a rule.

use crate::{Author, Config, Error, Force, Pallet, Rule};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::pallet_prelude::OriginFor;
use salus_primitives::{Access, Act, Directory, Role, Standing};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Whoever writes rules: governance, or an admin for its institution. Whoever dispatches is bound by
	/// them, and does not lift them.
	pub(crate) fn author(
		origin: OriginFor<T>,
	) -> Result<(Act<T::AccountId>, Author), DispatchError> {
		match T::GovernanceOrigin::try_origin(origin) {
			Ok(actor) => Ok((Act::by(actor), Author::Governance)),
			Err(origin) => {
				let act = T::Access::agent(origin, Role::Admin)?;
				let institution = act.institution()?;
				Ok((act, Author::Institution(institution)))
			}
		}
	}

	/// Whoever withdraws a rule: its author, governance, and anybody once its author is wound up.
	pub(crate) fn withdrawer(
		origin: OriginFor<T>,
		rule: &Rule,
	) -> Result<Act<T::AccountId>, DispatchError> {
		if let Author::Institution(institution) = rule.author {
			if T::Directory::standing(institution) == Some(Standing::WoundUp)
				&& T::GovernanceOrigin::ensure_origin(origin.clone()).is_err()
			{
				return T::Access::anyone(origin);
			}
		}
		let (act, author) = Self::author(origin)?;
		ensure_governs(rule, author).map_err(Error::<T>::from)?;
		// Or the author would write it anew.
		let paused = rule.force == Force::Paused { by: Author::Governance };
		ensure!(!paused || author == Author::Governance, Error::<T>::PausedByAnother);
		Ok(act)
	}
}

/// Whoever asks is neither the author of the rule nor governance.
pub(crate) struct NotAuthor;

impl<T> From<NotAuthor> for Error<T> {
	fn from(_: NotAuthor) -> Self {
		Self::NotAuthor
	}
}

/// Refuses everybody but the author of a rule.
pub(crate) fn ensure_author(rule: &Rule, author: Author) -> Result<(), NotAuthor> {
	ensure!(rule.author == author, NotAuthor);
	Ok(())
}

/// Refuses everybody but the author of a rule and governance.
pub(crate) fn ensure_governs(rule: &Rule, author: Author) -> Result<(), NotAuthor> {
	ensure!(author == Author::Governance || rule.author == author, NotAuthor);
	Ok(())
}
