//! Lots: registering one, and correcting an identity by a new one.

use crate::{
	holdings::Entry, repacking::Bequest, sequence::assign, Agency, Class, Classes, Config,
	Derivation, Error, Event, Institutions, Lot, LotIdentity, LotOrigin, Lots, NextLotId, Pallet,
	Requirement,
};
use frame_support::pallet_prelude::*;
use salus_primitives::{
	digest_of, Action, EventClaim, HoldingKey, LotId, Quantity, SiteId, Subject, Trail,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_lot(
		by: Agency<T::AccountId>,
		identity: LotIdentity,
		quantity: Quantity,
		site: Option<SiteId>,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(&identity, quantity, site, event));
		let institution = by.institution;
		Self::check_lot(&identity, quantity)?;
		Self::ensure_site_of(institution, site)?;
		let lot = Lot { identity, origin: None, registered_by: institution };
		let lot = Self::add_lot(lot, Entry::Registered(quantity), site)?;
		let step = by.step(Action::LotRegistered, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotRegistered { lot, institution, quantity });
		Ok(())
	}

	pub(crate) fn do_correct_lot(
		by: Agency<T::AccountId>,
		lot: LotId,
		identity: LotIdentity,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, &identity, event));
		let institution = by.institution;
		let wrong = Lots::<T>::get(lot).ok_or(Error::<T>::LotNotFound)?;
		ensure!(wrong.registered_by == institution, Error::<T>::NotRegistrant);
		ensure!(wrong.identity != identity, Error::<T>::Unchanged);

		let key = HoldingKey::own(lot, institution);
		let quantity = Self::available(&key)?;
		ensure!(quantity > 0, Error::<T>::InsufficientStock);
		let class = Self::check_lot(&identity, quantity)?;
		let before = Classes::<T>::get(wrong.identity.class).ok_or(Error::<T>::ClassNotFound)?;
		ensure!(class.unit == before.unit, Error::<T>::UnitsDiffer);
		// What came out of another lot must not gain in two steps what repacking refuses in one.
		if wrong.origin.is_some() {
			let mut bequest = Bequest::default();
			bequest.add::<T>(&wrong.identity, &before)?;
			bequest.check::<T>(&identity, &class)?;
		}

		let site = Self::repack_out(&key, quantity)?;
		let origin = Some(LotOrigin { lot, by: Derivation::Corrected });
		let right = Lot { identity, origin, registered_by: institution };
		let corrected = Self::add_lot(right, Entry::RepackedIn(quantity), site)?;
		let step = by.step(Action::LotCorrected, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot), Subject::Lot(corrected)])?;
		Self::deposit_event(Event::LotCorrected { lot, corrected, quantity });
		Ok(())
	}

	/// Adds a lot that has passed [`check_lot`](Self::check_lot), all of it held and owned by its
	/// registrant.
	pub(crate) fn add_lot(lot: Lot, entry: Entry, site: Option<SiteId>) -> Result<LotId, Error<T>> {
		let id = assign::<T, _, NextLotId<T>>(LotId::next)?;
		Self::open_books(&HoldingKey::own(id, lot.registered_by), entry, site);
		Lots::<T>::insert(id, lot);
		Ok(id)
	}

	/// Refuses a lot that cannot be what it says, or says less than its class demands; answers
	/// with the class.
	pub(crate) fn check_lot(identity: &LotIdentity, quantity: Quantity) -> Result<Class, Error<T>> {
		ensure!(quantity > 0, Error::ZeroQuantity);
		identity.check()?;
		let class = Classes::<T>::get(identity.class).ok_or(Error::ClassNotFound)?;
		for requirement in &class.requirements {
			match requirement {
				Requirement::Batch => ensure!(identity.batch.is_some(), Error::BatchRequired),
				Requirement::Expiry => ensure!(identity.expiry.is_some(), Error::ExpiryRequired),
				Requirement::Serial => ensure!(identity.serial.is_some(), Error::SerialRequired),
			}
		}
		ensure!(identity.serial.is_none() || quantity == 1, Error::SerialIsSingle);
		if let Some(donor) = identity.donor {
			ensure!(Institutions::<T>::contains_key(donor), Error::InstitutionNotFound);
		}
		Ok(class)
	}
}
