//! Institutions: admission, licences, suspension, profile; who stands how; and the [`Directory`] that
//! other pallets ask.

use crate::{
	sequence::assign, AccountIdLookupOf, Admission, Agents, Config, Error, Event, InactiveSince,
	Institution, InstitutionOf, Institutions, InstitutionsByExternalId, Licence, NextInstitutionId,
	Pallet, Regions, Suspended,
};
use frame_support::{ensure, BoundedVec};
use salus_primitives::{
	Act, Action, Body, Capability, Directory, Effect, ExternalId, Haste, InstitutionId, Matter,
	Moment, OnInstitution, RegionCode, Roles, SiteNumber, Standing, Step, Subject, Text, Trail,
};
use sp_core::H256;
use sp_runtime::{traits::StaticLookup, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit_institution(
		act: Act<T::AccountId>,
		admission: Admission,
		admin: AccountIdLookupOf<T>,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::InstitutionAdmitted, &(&admission, &admin));
		let admin = T::Lookup::lookup(admin)?;
		let (institution, mut entry) = Self::admit(admission)?;
		Self::invite(institution, &mut entry, &admin, Self::with_admin(Roles::new())?)?;
		let subject = Subject::Institution(institution);
		T::Trail::record(&mut step, subject, &mut entry.newest_record)?;
		Institutions::<T>::insert(institution, entry);
		T::Haste::acted(&step.act.actor, Matter::Standing(institution), Effect::InForce)?;
		T::OnInstitution::standing_changed(institution, Standing::Active);
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
		Self::change_institution(&mut step, institution, |entry| {
			Self::ensure_not_wound_up(institution)?;
			Self::license(entry, licence)
		})?;
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
		Self::suspend(&mut step, institution)?;
		T::Haste::acted(&step.act.actor, Matter::Standing(institution), Effect::OutOfForce)?;
		Self::tell_suspended(institution);
		Ok(())
	}

	pub(crate) fn do_reinstate_institution(
		act: Act<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::InstitutionReinstated, &institution);
		Self::reinstate(&mut step, institution)?;
		T::Haste::acted(&step.act.actor, Matter::Standing(institution), Effect::InForce)?;
		Self::tell_reinstated(institution);
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

	/// Suspends an institution, with the step's record on it. The caller tells who is told.
	pub(crate) fn suspend(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		Self::change_institution(step, institution, |_| {
			Self::ensure_not_wound_up(institution)?;
			Suspended::<T>::try_mutate(|suspended| {
				let inserted = suspended.try_insert(institution);
				ensure!(inserted.map_err(|_| Error::TooManySuspended)?, Error::Unchanged);
				InactiveSince::<T>::insert(institution, T::Trail::now());
				Ok(())
			})
		})
	}

	/// Reinstates an institution, with the step's record on it. The caller tells who is told.
	pub(crate) fn reinstate(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		Self::change_institution(step, institution, |_| {
			Self::ensure_not_wound_up(institution)?;
			Suspended::<T>::try_mutate(|suspended| {
				ensure!(suspended.remove(&institution), Error::Unchanged);
				InactiveSince::<T>::remove(institution);
				Ok(())
			})
		})
	}

	/// Tells that an institution was suspended.
	pub(crate) fn tell_suspended(institution: InstitutionId) {
		T::OnInstitution::standing_changed(institution, Standing::Suspended);
		Self::deposit_event(Event::InstitutionSuspended { institution });
	}

	/// Tells that an institution was reinstated.
	pub(crate) fn tell_reinstated(institution: InstitutionId) {
		T::OnInstitution::standing_changed(institution, Standing::Active);
		Self::deposit_event(Event::InstitutionReinstated { institution });
	}

	/// An institution that has no agents yet, under a new identifier. The caller stores it.
	pub(crate) fn admit(
		admission: Admission,
	) -> Result<(InstitutionId, InstitutionOf<T>), Error<T>> {
		let Admission { kind, region, name, external, parent, profile } = admission;
		Self::check_institution(&name, &region, external.as_ref())?;
		Self::ensure_parent(parent)?;
		let id = assign::<T, _, NextInstitutionId<T>>(InstitutionId::next)?;
		Self::claim_identifier(id, external.as_ref())?;
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
			invitations: 0,
			newest_record: None,
		};
		Ok((id, entry))
	}

	/// Refuses what an institution cannot be: of an empty name, in no region, or known under what
	/// names no party.
	pub(crate) fn check_institution(
		name: &Text<64>,
		region: &RegionCode,
		external: Option<&ExternalId>,
	) -> Result<(), Error<T>> {
		name.check()?;
		ensure!(Regions::<T>::contains_key(region), Error::RegionNotFound);
		external.map_or(Ok(()), ExternalId::check)?;
		let extended = matches!(external, Some(ExternalId::Gln { extension: Some(_), .. }));
		ensure!(!extended, Error::UnexpectedExtension);
		Ok(())
	}

	/// Refuses a parent that does not exist, or no longer.
	pub(crate) fn ensure_parent(parent: Option<InstitutionId>) -> Result<(), Error<T>> {
		let Some(parent) = parent else { return Ok(()) };
		ensure!(Self::institution_exists(parent), Error::InstitutionNotFound);
		Self::ensure_not_wound_up(parent)
	}

	/// Makes an external identifier lead to an institution, unless it leads to one already.
	pub(crate) fn claim_identifier(
		institution: InstitutionId,
		external: Option<&ExternalId>,
	) -> Result<(), Error<T>> {
		let Some(external) = external else { return Ok(()) };
		let known = InstitutionsByExternalId::<T>::contains_key(external);
		ensure!(!known, Error::InstitutionAlreadyExists);
		InstitutionsByExternalId::<T>::insert(external, institution);
		Ok(())
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

	/// Changes an institution's entry, with the step's record on the institution. Answers as `change`
	/// does.
	pub(crate) fn change_institution<Answer>(
		step: &mut Step<T::AccountId>,
		institution: InstitutionId,
		change: impl FnOnce(&mut InstitutionOf<T>) -> Result<Answer, Error<T>>,
	) -> Result<Answer, DispatchError> {
		let entry = Institutions::<T>::get(institution);
		let mut entry = entry.ok_or(Error::<T>::InstitutionNotFound)?;
		let answer = change(&mut entry)?;
		T::Trail::record(step, Subject::Institution(institution), &mut entry.newest_record)?;
		Institutions::<T>::insert(institution, entry);
		Ok(answer)
	}

	/// Whether there is an institution. Identifiers are handed out in sequence and none is removed,
	/// so the next one tells.
	pub(crate) fn institution_exists(institution: InstitutionId) -> bool {
		institution < NextInstitutionId::<T>::get()
	}

	/// Whether an institution is suspended. One small value tells it for all of them.
	pub(crate) fn is_suspended(institution: InstitutionId) -> bool {
		Suspended::<T>::get().contains(&institution)
	}

	/// Since when an institution may not act: it was suspended then, or wound up.
	pub(crate) fn inactive_since(institution: InstitutionId) -> Option<Moment> {
		InactiveSince::<T>::get(institution)
	}

	/// Refuses an institution that is wound up.
	pub(crate) fn ensure_not_wound_up(institution: InstitutionId) -> Result<(), Error<T>> {
		ensure!(Self::standing_of(institution) != Standing::WoundUp, Error::WoundUp);
		Ok(())
	}

	/// How an institution that exists stands.
	pub(crate) fn standing_of(institution: InstitutionId) -> Standing {
		if Self::is_suspended(institution) {
			Standing::Suspended
		} else if InactiveSince::<T>::contains_key(institution) {
			Standing::WoundUp
		} else {
			Standing::Active
		}
	}
}

impl<T: Config> Directory<T::AccountId> for Pallet<T> {
	fn standing(institution: InstitutionId) -> Option<Standing> {
		Self::institution_exists(institution).then(|| Self::standing_of(institution))
	}

	fn is_licensed(institution: InstitutionId, capability: Capability) -> bool {
		let now = T::Trail::now();
		let holds = |licence: &Licence| licence.capability == capability && licence.expires > now;
		Institutions::<T>::get(institution).is_some_and(|entry| entry.licences.iter().any(holds))
	}

	fn body(institution: InstitutionId) -> Option<Body> {
		let Institution { kind, region, .. } = Institutions::<T>::get(institution)?;
		Some(Body { kind, region })
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
