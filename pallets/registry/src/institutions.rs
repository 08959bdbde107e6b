//! Institutions: admission, licences, suspension, profile; and the [`Directory`] that other pallets
//! ask.

use crate::{
	sequence::assign, AccountIdLookupOf, Admission, Agents, Config, Error, Event, Institution,
	InstitutionOf, Institutions, InstitutionsByExternalId, Licence, NextInstitutionId, Pallet,
	Regions, Suspended,
};
use frame_support::{ensure, BoundedVec};
use salus_primitives::{
	Act, Action, Capability, Directory, ExternalId, InstitutionId, OnInstitution, Roles, Seat,
	SiteNumber, Standing, Step, Subject, Trail,
};
use sp_core::H256;
use sp_runtime::{traits::StaticLookup, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit_institution(
		act: Act<T::AccountId>,
		admission: Admission,
		admin: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::InstitutionAdmitted, &(&admission, &admin));
		let admin = T::Lookup::lookup(admin)?;
		let (institution, mut entry) = Self::admit(admission)?;
		Self::enlist(institution, &mut entry, &admin, Self::with_admin(Roles::new())?)?;
		let subject = Subject::Institution(institution);
		T::Trail::record(&mut step, subject, &mut entry.newest_record)?;
		Institutions::<T>::insert(institution, entry);
		Self::deposit_event(Event::InstitutionAdmitted { institution, admin });
		Ok(())
	}

	pub(crate) fn do_grant_licence(
		act: Act<T::AccountId>,
		institution: InstitutionId,
		licence: Licence,
	) -> DispatchResult {
		let Licence { capability, expires, claim } = licence;
		let arguments = (institution, capability, expires, claim);
		let mut step = Step::new(act, Action::LicenceGranted, &arguments);
		Self::change_institution(&mut step, institution, |entry| Self::license(entry, licence))?;
		Self::deposit_event(Event::LicenceGranted { institution, capability, expires });
		Ok(())
	}

	pub(crate) fn do_revoke_licence(
		act: Act<T::AccountId>,
		institution: InstitutionId,
		capability: Capability,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::LicenceRevoked, &(institution, capability));
		Self::change_institution(&mut step, institution, |entry| {
			let before = entry.licences.len();
			entry.licences.retain(|licence| licence.capability != capability);
			ensure!(entry.licences.len() < before, Error::LicenceNotFound);
			Ok(())
		})?;
		Self::deposit_event(Event::LicenceRevoked { institution, capability });
		Ok(())
	}

	pub(crate) fn do_suspend_institution(
		act: Act<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::InstitutionSuspended, &institution);
		Self::change_institution(&mut step, institution, |_| {
			Suspended::<T>::try_mutate(|suspended| {
				let inserted = suspended.try_insert(institution);
				ensure!(inserted.map_err(|_| Error::TooManySuspended)?, Error::Unchanged);
				Ok(())
			})
		})?;
		T::OnInstitution::standing_changed(institution, Standing::Suspended);
		Self::deposit_event(Event::InstitutionSuspended { institution });
		Ok(())
	}

	pub(crate) fn do_reinstate_institution(
		act: Act<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::InstitutionReinstated, &institution);
		Self::change_institution(&mut step, institution, |_| {
			Suspended::<T>::try_mutate(|suspended| {
				ensure!(suspended.remove(&institution), Error::Unchanged);
				Ok(())
			})
		})?;
		T::OnInstitution::standing_changed(institution, Standing::Active);
		Self::deposit_event(Event::InstitutionReinstated { institution });
		Ok(())
	}

	pub(crate) fn do_amend_profile(
		act: Act<T::AccountId>,
		profile: Option<H256>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::ProfileAmended, &profile);
		Self::change_institution(&mut step, institution, |entry| {
			ensure!(entry.profile != profile, Error::Unchanged);
			entry.profile = profile;
			Ok(())
		})?;
		Self::deposit_event(Event::ProfileAmended { institution, profile });
		Ok(())
	}

	/// An institution that has no agents yet, under a new identifier. The caller stores it.
	pub(crate) fn admit(
		admission: Admission,
	) -> Result<(InstitutionId, InstitutionOf<T>), Error<T>> {
		let Admission { kind, region, name, external, parent, profile } = admission;
		name.check()?;
		ensure!(Regions::<T>::contains_key(&region), Error::RegionNotFound);
		if let Some(parent) = parent {
			ensure!(Self::institution_exists(parent), Error::InstitutionNotFound);
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
		let entry = Institution {
			kind,
			region,
			name,
			external,
			parent,
			profile,
			licences: BoundedVec::new(),
			admins: 0,
			agents: 0,
			newest_record: None,
		};
		Ok((id, entry))
	}

	/// Adds a licence, in place of an earlier one for the same capability.
	pub(crate) fn license(entry: &mut InstitutionOf<T>, licence: Licence) -> Result<(), Error<T>> {
		ensure!(licence.expires > T::Trail::now(), Error::LicenceExpired);
		let same = |held: &&mut Licence| held.capability == licence.capability;
		match entry.licences.iter_mut().find(same) {
			Some(held) if *held == licence => Err(Error::Unchanged),
			Some(held) => {
				*held = licence;
				Ok(())
			}
			None => entry.licences.try_push(licence).map_err(|_| Error::TooManyLicences),
		}
	}

	/// Changes an institution's entry, with the step's record on the institution.
	pub(crate) fn change_institution(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
		change: impl FnOnce(&mut InstitutionOf<T>) -> Result<(), Error<T>>,
	) -> DispatchResult {
		let entry = Institutions::<T>::get(institution);
		let mut entry = entry.ok_or(Error::<T>::InstitutionNotFound)?;
		change(&mut entry)?;
		T::Trail::record(step, Subject::Institution(institution), &mut entry.newest_record)?;
		Institutions::<T>::insert(institution, entry);
		Ok(())
	}

	/// Whether there is an institution. Identifiers are handed out in sequence and none is removed,
	/// so the next one tells.
	pub(crate) fn institution_exists(institution: InstitutionId) -> bool {
		institution < NextInstitutionId::<T>::get()
	}

	/// Whether an institution may not act.
	pub(crate) fn is_suspended(institution: InstitutionId) -> bool {
		Suspended::<T>::get().contains(&institution)
	}
}

impl<T: Config> Directory<T::AccountId> for Pallet<T> {
	fn standing(institution: InstitutionId) -> Option<Standing> {
		Self::institution_exists(institution).then(|| match Self::is_suspended(institution) {
			true => Standing::Suspended,
			false => Standing::Active,
		})
	}

	fn is_licensed(institution: InstitutionId, capability: Capability) -> bool {
		let now = T::Trail::now();
		let holds = |licence: &Licence| licence.capability == capability && licence.expires > now;
		Institutions::<T>::get(institution).is_some_and(|entry| entry.licences.iter().any(holds))
	}

	fn seat(institution: InstitutionId) -> Option<Seat> {
		let Institution { kind, region, .. } = Institutions::<T>::get(institution)?;
		Some(Seat { kind, region })
	}

	fn institution_of(who: &T::AccountId) -> Option<InstitutionId> {
		Agents::<T>::get(who).map(|agent| agent.institution)
	}

	fn has_site(institution: InstitutionId, site: SiteNumber) -> bool {
		Self::site_exists(institution, site)
	}

	fn record(step: &mut Step<T::AccountId>, institution: InstitutionId) -> DispatchResult {
		Self::change_institution(step, institution, |_| Ok(()))
	}
}
