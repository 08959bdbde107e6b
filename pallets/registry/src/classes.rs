//! Classes.

use crate::{
	sequence::assign, Class, Classes, ClassesByGtin, Config, Error, Event, NextClassId, Pallet,
};
use frame_support::pallet_prelude::*;
use salus_primitives::{digest_of, Action, Actor, ClassId, Subject, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_class(actor: Actor<T::AccountId>, class: Class) -> DispatchResult {
		let digest = digest_of(&class);
		let class = Self::add_class(class)?;
		let step = Self::authority_step(actor, Action::ClassRegistered, digest);
		T::Trail::record(step, &[Subject::Class(class)])?;
		Self::deposit_event(Event::ClassRegistered { class });
		Ok(())
	}

	/// Adds a class.
	pub(crate) fn add_class(class: Class) -> Result<ClassId, Error<T>> {
		class.check()?;
		ensure!(class.units_per_pack > 0, Error::EmptyPack);
		if let Some(gtin) = class.gtin {
			ensure!(!ClassesByGtin::<T>::contains_key(gtin), Error::ClassAlreadyExists);
		}
		let id = assign::<T, _, NextClassId<T>>(ClassId::next)?;
		if let Some(gtin) = class.gtin {
			ClassesByGtin::<T>::insert(gtin, id);
		}
		Classes::<T>::insert(id, class);
		Ok(id)
	}
}
