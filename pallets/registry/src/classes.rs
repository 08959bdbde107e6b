//! Classes.

use crate::{
	sequence::assign, Class, ClassEntry, ClassKind, Classes, ClassesByGtin, Config, Error, Event,
	NextClassId, Pallet, Requirement,
};
use frame_support::ensure;
use salus_primitives::{Act, Action, BaseUnit, Catalogue, ClassId, Step, Subject, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_class(act: Act<T::AccountId>, class: Class) -> DispatchResult {
		let mut step = Step::new(act, Action::ClassRegistered, &class);
		let (class, mut entry) = Self::new_class(class)?;
		T::Trail::record(&mut step, Subject::Class(class), &mut entry.newest_record)?;
		Classes::<T>::insert(class, entry);
		Self::deposit_event(Event::ClassRegistered { class });
		Ok(())
	}

	/// A class under a new identifier. The caller stores it.
	pub(crate) fn new_class(class: Class) -> Result<(ClassId, ClassEntry), Error<T>> {
		class.check()?;
		ensure!(class.units_per_pack > 0, Error::EmptyPack);
		let capacity = class.kind == ClassKind::Capacity;
		let expires = class.requirements.contains(&Requirement::Expiry);
		ensure!(!(capacity && expires), Error::UnexpectedExpiry);
		let measured = class.requirements.contains(&Requirement::Sensor);
		ensure!(!measured || class.temperature.is_some(), Error::TemperatureRequired);
		if let Some(gtin) = class.gtin {
			ensure!(!ClassesByGtin::<T>::contains_key(gtin), Error::ClassAlreadyExists);
		}
		let id = assign::<T, _, NextClassId<T>>(ClassId::next)?;
		if let Some(gtin) = class.gtin {
			ClassesByGtin::<T>::insert(gtin, id);
		}
		Ok((id, ClassEntry { class, newest_record: None }))
	}
}

impl<T: Config> Catalogue<T::AccountId> for Pallet<T> {
	fn unit(class: ClassId) -> Option<BaseUnit> {
		Classes::<T>::get(class).map(|entry| entry.class.unit)
	}

	fn record(step: &mut Step<T::AccountId>, class: ClassId) -> DispatchResult {
		Classes::<T>::try_mutate(class, |entry| {
			let entry = entry.as_mut().ok_or(Error::<T>::ClassNotFound)?;
			T::Trail::record(step, Subject::Class(class), &mut entry.newest_record)
		})
	}
}
