//! The sites of institutions.

use crate::{
	Config, Error, Event, NextSiteNumber, Pallet, Place, Regions, SiteEntry, Sites,
	SitesByExternalId,
};
use frame_support::ensure;
use salus_primitives::{Act, Action, InstitutionId, SiteId, SiteNumber, Step, Subject, Trail};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_site(act: Act<T::AccountId>, place: Place) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::SiteRegistered, &place);
		let (site, mut entry) = Self::new_site(institution, place)?;
		let subject = Subject::Site(SiteId { institution, number: site });
		T::Trail::record(&mut step, subject, &mut entry.newest_record)?;
		Sites::<T>::insert(institution, site, entry);
		Self::deposit_event(Event::SiteRegistered { institution, site });
		Ok(())
	}

	/// A site of an institution that exists, under its next number. The caller stores it.
	pub(crate) fn new_site(
		institution: InstitutionId,
		place: Place,
	) -> Result<(SiteNumber, SiteEntry), Error<T>> {
		place.check()?;
		ensure!(Regions::<T>::contains_key(&place.region), Error::RegionNotFound);
		if let Some(external) = &place.external {
			let known = SitesByExternalId::<T>::contains_key(external);
			ensure!(!known, Error::SiteAlreadyExists);
		}
		let number = NextSiteNumber::<T>::get(institution);
		NextSiteNumber::<T>::insert(institution, number.next().ok_or(Error::IdsExhausted)?);
		if let Some(external) = &place.external {
			SitesByExternalId::<T>::insert(external, SiteId { institution, number });
		}
		Ok((number, SiteEntry { place, newest_record: None }))
	}

	/// Whether an institution has a site of this number. Numbers are handed out in sequence and none
	/// is removed, so the next one tells.
	pub(crate) fn site_exists(institution: InstitutionId, site: SiteNumber) -> bool {
		site < NextSiteNumber::<T>::get(institution)
	}

	/// Refuses to keep goods of an institution where it has no site.
	pub(crate) fn ensure_site(
		institution: InstitutionId,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		let known = site.is_none_or(|site| Self::site_exists(institution, site));
		ensure!(known, Error::SiteNotFound);
		Ok(())
	}
}
