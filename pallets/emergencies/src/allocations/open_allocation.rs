//! The call `open_allocation`.

use crate::{Allocation, Config, Emergency, Error, Event, Pallet, Stage};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{EnsureOrigin, Get},
};
use frame_system::pallet_prelude::OriginFor;
use salus_primitives::{
	Access, Act, Action, ClassId, Directory, EmergencyId, Geography, InstitutionId,
	InstitutionKind, Role, Step, Trail,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// An act of who may open an allocation in an emergency: an authority; or a health commission of one of its
	/// regions, or of a part of one, by an agent in the role dispatch.
	pub(crate) fn opener(
		origin: OriginFor<T>,
		id: EmergencyId,
	) -> Result<Act<T::AccountId>, DispatchError> {
		match T::OpenOrigin::try_origin(origin) {
			Ok(actor) => Ok(Act::by(actor)),
			Err(origin) => T::Access::agent_as(origin, |institution| {
				let emergency = Self::load_emergency(id)?;
				let may_open = Self::is_commission_in(institution, &emergency);
				ensure!(may_open, Error::<T>::NotAuthorized);
				Ok(Role::Dispatch)
			}),
		}
	}

	/// Whether an institution is a health commission of a region that an emergency names, or of a part of one.
	fn is_commission_in(institution: InstitutionId, emergency: &Emergency) -> bool {
		let Some(body) = T::Directory::body(institution) else { return false };
		let regions = &emergency.declaration.regions;
		body.kind == InstitutionKind::HealthCommission
			&& T::Geography::lineage(&body.region).iter().any(|region| regions.contains(region))
	}

	pub(crate) fn do_open_allocation(
		act: Act<T::AccountId>,
		emergency: EmergencyId,
		class: ClassId,
	) -> DispatchResult {
		let known = Self::load_in_force(emergency)?;
		let counts = !Self::regions_counting(emergency, &known, class).is_empty();
		ensure!(counts, Error::<T>::ClassNotCovered);
		let is_running = Self::running_list()
			.into_iter()
			.any(|id| Self::load_allocation(id).is_ok_and(|running| running.class == class));
		ensure!(!is_running, Error::<T>::AlreadyRunning);
		let now = T::Trail::now();
		let opens_from = Self::opens_from(emergency, class);
		let has_paused = opens_from.is_none_or(|opens_from| now >= opens_from);
		ensure!(has_paused, Error::<T>::TooSoon);

		let mut step = Step::new(act, Action::AllocationOpened, &(emergency, class));
		let id = Self::take_allocation_id()?;
		let allocation = Allocation {
			emergency,
			class,
			opened_at: now,
			release_at: now.saturating_add(T::LongestAllocation::get()),
			stage: Stage::GatheringNeeds { after: None, looked: 0 },
			needs: 0,
			offers: 0,
			lines: 0,
			carried_out: 0,
			unit_km: 0,
			unit_days_held: 0,
			left_out: 0,
			barred: 0,
			method: None,
			fingerprint: None,
			quality: None,
			archived: 0,
			newest_record: None,
		};
		Self::enter_allocation(&mut step, id, allocation)?;
		Self::deposit_event(Event::AllocationOpened { allocation: id, emergency, class });
		Ok(())
	}
}
