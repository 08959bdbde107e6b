//! Institutions: admission, licences, suspension, profile; and the [`Directory`] that other pallets
//! ask.

use crate::{
	sequence::assign, AccountIdLookupOf, Admission, Agency, Agents, Config, Error, Event,
	Institution, Institutions, InstitutionsByExternalId, Licence, NextInstitutionId, Pallet,
	Regions, Sites, Status,
};
use frame_support::pallet_prelude::*;
use salus_primitives::{
	digest_of, Action, Actor, Agent, Capability, Directory, ExternalId, InstitutionId, Roles,
	SiteId, Standing, Subject, Trail,
};
use sp_core::H256;
use sp_runtime::traits::StaticLookup;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit_institution(
		actor: Actor<T::AccountId>,
		admission: Admission,
		admin: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let digest = digest_of(&(&admission, &admin));
		let admin = T::Lookup::lookup(admin)?;
		let institution = Self::admit(admission)?;
		Self::enlist(institution, &admin, Self::with_admin(Roles::new())?)?;
		let step = Self::authority_step(actor, Action::InstitutionAdmitted, digest);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::InstitutionAdmitted { institution, admin });
		Ok(())
	}

	pub(crate) fn do_grant_licence(
		actor: Actor<T::AccountId>,
		institution: InstitutionId,
		licence: Licence,
	) -> DispatchResult {
		let Licence { capability, expires, claim } = licence;
		let digest = digest_of(&(institution, capability, expires, claim));
		Self::license(institution, licence)?;
		let step = Self::authority_step(actor, Action::LicenceGranted, digest);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::LicenceGranted { institution, capability, expires });
		Ok(())
	}

	pub(crate) fn do_revoke_licence(
		actor: Actor<T::AccountId>,
		institution: InstitutionId,
		capability: Capability,
	) -> DispatchResult {
		let digest = digest_of(&(institution, capability));
		Institutions::<T>::try_mutate(institution, |stored| {
			let stored = stored.as_mut().ok_or(Error::<T>::InstitutionNotFound)?;
			let before = stored.licences.len();
			stored.licences.retain(|licence| licence.capability != capability);
			ensure!(stored.licences.len() < before, Error::<T>::LicenceNotFound);
			Ok::<_, Error<T>>(())
		})?;
		let step = Self::authority_step(actor, Action::LicenceRevoked, digest);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::LicenceRevoked { institution, capability });
		Ok(())
	}

	pub(crate) fn do_set_status(
		actor: Actor<T::AccountId>,
		institution: InstitutionId,
		status: Status,
	) -> DispatchResult {
		let digest = digest_of(&institution);
		Institutions::<T>::try_mutate(institution, |stored| {
			let stored = stored.as_mut().ok_or(Error::<T>::InstitutionNotFound)?;
			ensure!(stored.status != status, Error::<T>::Unchanged);
			stored.status = status;
			Ok::<_, Error<T>>(())
		})?;
		let (action, event) = match status {
			Status::Active => {
				(Action::InstitutionReinstated, Event::InstitutionReinstated { institution })
			}
			Status::Suspended => {
				(Action::InstitutionSuspended, Event::InstitutionSuspended { institution })
			}
		};
		let step = Self::authority_step(actor, action, digest);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_amend_profile(
		by: Agency<T::AccountId>,
		profile: Option<H256>,
	) -> DispatchResult {
		let institution = by.institution;
		Institutions::<T>::try_mutate(institution, |stored| {
			let stored = stored.as_mut().ok_or(Error::<T>::InstitutionNotFound)?;
			ensure!(stored.profile != profile, Error::<T>::Unchanged);
			stored.profile = profile;
			Ok::<_, Error<T>>(())
		})?;
		let step = by.step(Action::ProfileAmended, digest_of(&profile), None);
		T::Trail::record(step, &[Subject::Institution(institution)])?;
		Self::deposit_event(Event::ProfileAmended { institution, profile });
		Ok(())
	}

	/// Adds an institution that has no agents yet.
	pub(crate) fn admit(admission: Admission) -> Result<InstitutionId, Error<T>> {
		let Admission { kind, region, name, external, parent, profile } = admission;
		name.check()?;
		ensure!(Regions::<T>::contains_key(&region), Error::RegionNotFound);
		if let Some(parent) = parent {
			ensure!(Institutions::<T>::contains_key(parent), Error::InstitutionNotFound);
		}
		if let Some(external) = &external {
			external.check()?;
			let extended = matches!(external, ExternalId::Gln { extension: Some(_), .. });
			ensure!(!extended, Error::UnexpectedExtension);
			let known = InstitutionsByExternalId::<T>::contains_key(external);
			ensure!(!known, Error::InstitutionAlreadyExists);
		}
		let id = assign::<T, _, NextInstitutionId<T>>(InstitutionId::next)?;
		if let Some(external) = &external {
			InstitutionsByExternalId::<T>::insert(external, id);
		}
		let institution = Institution {
			kind,
			region,
			name,
			external,
			parent,
			profile,
			status: Status::Active,
			licences: BoundedVec::new(),
			admins: 0,
			agents: 0,
		};
		Institutions::<T>::insert(id, institution);
		Ok(id)
	}

	/// Adds a licence, in place of an earlier one for the same capability.
	pub(crate) fn license(institution: InstitutionId, licence: Licence) -> Result<(), Error<T>> {
		ensure!(licence.expires > T::Trail::now(), Error::LicenceExpired);
		Institutions::<T>::try_mutate(institution, |stored| {
			let licences = &mut stored.as_mut().ok_or(Error::InstitutionNotFound)?.licences;
			let same = |held: &&mut Licence| held.capability == licence.capability;
			match licences.iter_mut().find(same) {
				Some(held) if *held == licence => Err(Error::Unchanged),
				Some(held) => {
					*held = licence;
					Ok(())
				}
				None => licences.try_push(licence).map_err(|_| Error::TooManyLicences),
			}
		})
	}
}

impl<T: Config> Directory<T::AccountId> for Pallet<T> {
	fn agent(who: &T::AccountId) -> Option<Agent> {
		Agents::<T>::get(who)
	}

	fn standing(institution: InstitutionId) -> Option<Standing> {
		let now = T::Trail::now();
		let Institution { kind, region, status, licences, .. } =
			Institutions::<T>::get(institution)?;
		let capabilities = licences
			.iter()
			.filter(|licence| licence.expires > now)
			.map(|licence| licence.capability)
			.collect();
		Some(Standing { active: status == Status::Active, kind, region, capabilities })
	}

	fn owner_of_site(site: SiteId) -> Option<InstitutionId> {
		Sites::<T>::get(site).map(|site| site.institution)
	}
}
