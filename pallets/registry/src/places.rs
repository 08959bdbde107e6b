//! Regions, which the [`Geography`] tells other pallets of, and the sites of institutions.

use crate::{
	sequence::assign, Agency, Config, Error, Event, NextSiteId, Pallet, Place, Region, Regions,
	Site, Sites, SitesByExternalId,
};
use frame_support::pallet_prelude::*;
use salus_primitives::{
	digest_of, Action, Actor, Area, Belt, Geography, InstitutionId, RegionCode, SiteId, Subject,
	Trail,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_region(
		actor: Actor<T::AccountId>,
		code: RegionCode,
		region: Region,
	) -> DispatchResult {
		let digest = digest_of(&(&code, &region));
		Self::add_region(&code, region)?;
		let step = Self::authority_step(actor, Action::RegionRegistered, digest);
		T::Trail::record(step, &[Subject::Region(code.clone())])?;
		Self::deposit_event(Event::RegionRegistered { code });
		Ok(())
	}

	pub(crate) fn do_amend_region(
		actor: Actor<T::AccountId>,
		code: RegionCode,
		population: u64,
		belt: Option<Belt>,
	) -> DispatchResult {
		let digest = digest_of(&(&code, population, belt));
		Regions::<T>::try_mutate(&code, |stored| {
			let region = stored.as_mut().ok_or(Error::<T>::RegionNotFound)?;
			let same = region.population == population && region.belt == belt;
			ensure!(!same, Error::<T>::Unchanged);
			region.population = population;
			region.belt = belt;
			Ok::<_, Error<T>>(())
		})?;
		let step = Self::authority_step(actor, Action::RegionAmended, digest);
		T::Trail::record(step, &[Subject::Region(code.clone())])?;
		Self::deposit_event(Event::RegionAmended { code, population, belt });
		Ok(())
	}

	pub(crate) fn do_register_site(by: Agency<T::AccountId>, place: Place) -> DispatchResult {
		let digest = digest_of(&place);
		let institution = by.institution;
		let site = Self::add_site(institution, place)?;
		let step = by.step(Action::SiteRegistered, digest, None);
		T::Trail::record(step, &[Subject::Site(site)])?;
		Self::deposit_event(Event::SiteRegistered { institution, site });
		Ok(())
	}

	/// Adds a region whose parent, if any, is known.
	pub(crate) fn add_region(code: &RegionCode, region: Region) -> Result<(), Error<T>> {
		code.check()?;
		region.name.check()?;
		ensure!(!Regions::<T>::contains_key(code), Error::RegionAlreadyExists);
		if let Some(parent) = &region.parent {
			ensure!(Regions::<T>::contains_key(parent), Error::RegionNotFound);
		}
		Regions::<T>::insert(code, region);
		Ok(())
	}

	/// Adds a site of an institution that exists.
	pub(crate) fn add_site(institution: InstitutionId, place: Place) -> Result<SiteId, Error<T>> {
		place.check()?;
		ensure!(Regions::<T>::contains_key(&place.region), Error::RegionNotFound);
		if let Some(external) = &place.external {
			let known = SitesByExternalId::<T>::contains_key(external);
			ensure!(!known, Error::SiteAlreadyExists);
		}
		let id = assign::<T, _, NextSiteId<T>>(SiteId::next)?;
		if let Some(external) = &place.external {
			SitesByExternalId::<T>::insert(external, id);
		}
		Sites::<T>::insert(id, Site { institution, place });
		Ok(id)
	}

	/// Refuses to keep goods of `institution` at a site that is not its own.
	pub(crate) fn ensure_site_of(
		institution: InstitutionId,
		site: Option<SiteId>,
	) -> Result<(), Error<T>> {
		let Some(site) = site else { return Ok(()) };
		let site = Sites::<T>::get(site).ok_or(Error::SiteNotFound)?;
		ensure!(site.institution == institution, Error::SiteOfAnother);
		Ok(())
	}
}

impl<T: Config> Geography for Pallet<T> {
	fn area(region: &RegionCode) -> Option<Area> {
		Regions::<T>::get(region).map(|Region { belt, .. }| Area { belt })
	}
}
