//! The owner of [`Acts`]: every read and write goes through here.
//!
//! - An act enters as pending, in place of nothing or of a spent one that has cooled. It leaves when it is
//!   ratified, when its matter is closed, or when it is spent and has cooled.
//! - Whoever spends an act has undone it, or was told that it is undone.

use crate::{ActState, Acts, Config, Error, HastyAct, Pallet};
use frame_support::{ensure, traits::Get};
use salus_primitives::{Effect, Matter, Moment, Trail};
use sp_runtime::traits::Convert;

impl<T: Config> Pallet<T> {
	/// What is kept of a matter.
	pub(crate) fn find(matter: Matter) -> Option<HastyAct> {
		Acts::<T>::get(matter)
	}

	/// What is kept of a matter; [`Error::ActNotFound`] when nothing is.
	pub(crate) fn load(matter: Matter) -> Result<HastyAct, Error<T>> {
		Self::find(matter).ok_or(Error::ActNotFound)
	}

	/// The pending act of a matter; [`Error::ActNotFound`], [`Error::NotPending`] when there is none.
	pub(crate) fn load_pending(matter: Matter) -> Result<HastyAct, Error<T>> {
		let act = Self::load(matter)?;
		ensure!(act.state == ActState::Pending, Error::NotPending);
		Ok(act)
	}

	/// Everything that is kept behind a matter, in the order of storage.
	pub(crate) fn acts_behind(after: Option<Matter>) -> impl Iterator<Item = (Matter, HastyAct)> {
		match after {
			Some(after) => Acts::<T>::iter_from(Acts::<T>::hashed_key_for(after)),
			None => Acts::<T>::iter(),
		}
	}

	/// Keeps an act as pending from now on. Answers with when it lapses.
	pub(crate) fn put_pending(matter: Matter, effect: Effect) -> Moment {
		let acted_at = T::Trail::now();
		let lapses_at = acted_at.saturating_add(T::Term::convert(matter));
		let state = ActState::Pending;
		Acts::<T>::insert(matter, HastyAct { effect, acted_at, lapses_at, state });
		lapses_at
	}

	/// Keeps an act as spent. Answers with until when it is.
	pub(crate) fn put_spent(matter: Matter, act: HastyAct) -> Moment {
		// Whoever is late in letting an act lapse does not shorten the cooling.
		let undone_at = act.lapses_at.max(T::Trail::now());
		let until = undone_at.saturating_add(T::Cooling::get());
		Acts::<T>::insert(matter, HastyAct { state: ActState::Spent { until }, ..act });
		until
	}

	/// Removes what is kept of a matter. Answers with whether anything was.
	pub(crate) fn remove(matter: Matter) -> bool {
		Acts::<T>::take(matter).is_some()
	}
}
