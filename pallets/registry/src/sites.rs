//! The sites of institutions.

use crate::{
	Config, Error, Event, NextSiteNumber, Pallet, Place, Regions, SiteEntry, Sites,
	SitesByExternalId,
};
use frame_support::{ensure, pallet_prelude::Get};
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

	pub(crate) fn do_amend_site(
		act: Act<T::AccountId>,
		site: SiteNumber,
		place: Place,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::SiteAmended, &(site, &place));
		let mut entry = Sites::<T>::get(institution, site).ok_or(Error::<T>::SiteNotFound)?;
		ensure!(entry.place != place, Error::<T>::Unchanged);
		Self::check_place(&place)?;
		if entry.place.external != place.external {
			if let Some(former) = &entry.place.external {
				SitesByExternalId::<T>::remove(institution, former);
			}
			Self::claim_site_identifier(institution, site, &place)?;
		}
		entry.place = place;
		let subject = Subject::Site(SiteId { institution, number: site });
		T::Trail::record(&mut step, subject, &mut entry.newest_record)?;
		Sites::<T>::insert(institution, site, entry);
		Self::deposit_event(Event::SiteAmended { institution, site });
		Ok(())
	}

	/// A site of an institution that exists, under its next number. The caller stores it.
	pub(crate) fn new_site(
		institution: InstitutionId,
		place: Place,
	) -> Result<(SiteNumber, SiteEntry), Error<T>> {
		Self::check_place(&place)?;
		let number = NextSiteNumber::<T>::get(institution);
		ensure!(number.0 < T::MaxSites::get(), Error::TooManySites);
		NextSiteNumber::<T>::insert(institution, number.next().ok_or(Error::TooManySites)?);
		Self::claim_site_identifier(institution, number, &place)?;
		Ok((number, SiteEntry { place, newest_record: None }))
	}

	fn check_place(place: &Place) -> Result<(), Error<T>> {
		place.check()?;
		ensure!(Regions::<T>::contains_key(&place.region), Error::RegionNotFound);
		Ok(())
	}

	/// Makes an external identifier lead to a site, among the sites of one institution. What others
	/// say of theirs is no hindrance: nobody proves that an identifier is its own.
	fn claim_site_identifier(
		institution: InstitutionId,
		site: SiteNumber,
		place: &Place,
	) -> Result<(), Error<T>> {
		let Some(external) = &place.external else { return Ok(()) };
		let known = SitesByExternalId::<T>::contains_key(institution, external);
		ensure!(!known, Error::SiteAlreadyExists);
		SitesByExternalId::<T>::insert(institution, external, site);
		Ok(())
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
