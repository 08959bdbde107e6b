//! What a custodian's stock agents do to what it holds.

use crate::{
	Agency, Config, CountReason, DestroyFrom, Destruction, Error, Event, Lot, Lots, Pallet,
	QuarantineReason,
};
use frame_support::pallet_prelude::*;
use salus_primitives::{
	digest_of, Action, Bucket, EventClaim, HoldingKey, InstitutionId, LotId, Quantity, SiteId,
	Subject, Trail,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_count(
		by: Agency<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		counted: Quantity,
		reason: CountReason,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, owner, counted, reason, event));
		let institution = by.institution;
		ensure!(owner == institution, Error::<T>::NotOwner);
		let holding = HoldingKey::own(lot, institution);
		let booked = Self::recount(&holding, counted)?;
		let step = by.step(Action::LotCounted, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotCounted { holding, booked, counted, reason });
		Ok(())
	}

	pub(crate) fn do_consume(
		by: Agency<T::AccountId>,
		lot: LotId,
		quantity: Quantity,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, quantity, event));
		let institution = by.institution;
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let Lot { identity, .. } = Lots::<T>::get(lot).ok_or(Error::<T>::LotNotFound)?;
		ensure!(!identity.is_expired(T::Trail::now()), Error::<T>::Expired);
		Self::use_up(&HoldingKey::own(lot, institution), quantity)?;
		let step = by.step(Action::LotConsumed, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotConsumed { lot, institution, quantity });
		Ok(())
	}

	pub(crate) fn do_destroy(
		by: Agency<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		quantity: Quantity,
		how: Destruction,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, owner, quantity, how, event));
		let institution = by.institution;
		ensure!(owner == institution, Error::<T>::NotOwner);
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let bucket = match how.from {
			DestroyFrom::Available => Bucket::Available,
			DestroyFrom::Quarantined => Bucket::Quarantined,
		};
		Self::destroy_from(&HoldingKey::own(lot, institution), bucket, quantity)?;
		let step = by.step(Action::LotDestroyed, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotDestroyed { lot, institution, quantity, how });
		Ok(())
	}

	pub(crate) fn do_quarantine(
		by: Agency<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		quantity: Quantity,
		reason: QuarantineReason,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, owner, quantity, reason, event));
		let holding = HoldingKey { lot, custodian: by.institution, owner };
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		Self::rebucket(&holding, Bucket::Available, Bucket::Quarantined, quantity)?;
		let step = by.step(Action::LotQuarantined, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotQuarantined { holding, quantity, reason });
		Ok(())
	}

	pub(crate) fn do_release(
		by: Agency<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		quantity: Quantity,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, owner, quantity, event));
		let holding = HoldingKey { lot, custodian: by.institution, owner };
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		Self::rebucket(&holding, Bucket::Quarantined, Bucket::Available, quantity)?;
		let step = by.step(Action::LotReleased, digest, event);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotReleased { holding, quantity });
		Ok(())
	}

	pub(crate) fn do_relocate(
		by: Agency<T::AccountId>,
		lot: LotId,
		owner: InstitutionId,
		site: Option<SiteId>,
	) -> DispatchResult {
		let digest = digest_of(&(lot, owner, site));
		let holding = HoldingKey { lot, custodian: by.institution, owner };
		Self::ensure_site_of(by.institution, site)?;
		Self::keep_at(&holding, site)?;
		let step = by.step(Action::LotRelocated, digest, None);
		T::Trail::record(step, &[Subject::Lot(lot)])?;
		Self::deposit_event(Event::LotRelocated { holding, site });
		Ok(())
	}
}
