//! The call `declare`.

use crate::{Config, Declaration, Emergency, Error, Event, Hasty, Pallet, MAX_UNRATIFIED};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	time::DAY, Act, Action, Actor, Authority, Catalogue, Effect, Geography, Haste, Matter, Moment,
	RegionCode, Step, Trail,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_declare(act: Act<T::AccountId>, declaration: Declaration) -> DispatchResult {
		let now = T::Trail::now();
		let lineages = Self::examine_declaration(&declaration, now)?;
		for (region, class) in declaration.pairs() {
			let is_free = Self::counting(region, class, now).is_none();
			ensure!(is_free, Error::<T>::AlreadyDeclared);
		}
		if is_hasty(&act.actor) {
			Self::examine_unratified(&declaration, &lineages, now)?;
		}
		let mut step = Step::new(act, Action::EmergencyDeclared, &declaration);
		let id = Self::take_emergency_id()?;
		let matter = Matter::Emergency(id);
		T::Haste::acted(&step.act.actor, matter, Effect::InForce)?;
		let ratify_by = T::Haste::lapses_at(matter);
		Self::deposit_event(Event::EmergencyDeclared {
			emergency: id,
			severity: declaration.severity,
			until: declaration.until,
			ratify_by,
		});
		let emergency = Emergency {
			declaration,
			declared_at: now,
			hasty: ratify_by.map_or(Hasty::No, |ratify_by| Hasty::Pending { ratify_by }),
			ended: None,
			covers: 0,
			allocations: 0,
			newest_record: None,
		};
		Self::enter_emergency(&mut step, id, emergency)
	}

	/// Refuses a declaration that is not what it may be. Answers with the lineages of its regions.
	fn examine_declaration(
		declaration: &Declaration,
		now: Moment,
	) -> Result<Vec<Vec<RegionCode>>, Error<T>> {
		let Declaration { regions, classes, until, .. } = declaration;
		ensure!(!regions.is_empty(), Error::<T>::NoRegions);
		ensure!(!classes.is_empty(), Error::<T>::NoClasses);
		ensure!(declaration.is_ascending(), Error::<T>::NotAscending);
		let lineages: Vec<_> = regions.iter().map(T::Geography::lineage).collect();
		let are_there = lineages.iter().all(|lineage| !lineage.is_empty());
		ensure!(are_there, Error::<T>::RegionNotFound);
		let are_there = classes.iter().all(|class| T::Catalogue::unit(*class).is_some());
		ensure!(are_there, Error::<T>::ClassNotFound);
		ensure!(*until > now, Error::<T>::EndPassed);
		Self::ensure_not_too_long(*until, now)?;
		Ok(lineages)
	}

	/// Refuses an end that is too far ahead.
	pub(crate) fn ensure_not_too_long(until: Moment, now: Moment) -> Result<(), Error<T>> {
		let most = DAY.saturating_mul(T::MaxDays::get().into());
		ensure!(until <= now.saturating_add(most), Error::<T>::TooLong);
		Ok(())
	}

	/// Refuses the council what it declared lately and nobody has ratified, and more than it may wait for.
	fn examine_unratified(
		declaration: &Declaration,
		lineages: &[Vec<RegionCode>],
		now: Moment,
	) -> Result<(), Error<T>> {
		let cooling = Self::cooling();
		let is_barred =
			cooling.iter().any(|(_, known)| Self::binds(known, declaration, lineages, now));
		ensure!(!is_barred, Error::<T>::NotRatifiedLately);
		let is_full = cooling.len() >= MAX_UNRATIFIED as usize;
		ensure!(!is_full, Error::<T>::TooManyUnratified);
		Ok(())
	}

	/// Whether what the council declared keeps it from a declaration, of whose regions these are the lineages.
	/// If both have a class in common: for the same region and for one around, as long as it is listed; for a
	/// part, when it is not in force.
	fn binds(
		known: &Emergency,
		declaration: &Declaration,
		lineages: &[Vec<RegionCode>],
		now: Moment,
	) -> bool {
		let Declaration { regions, classes, .. } = &known.declaration;
		if !classes.iter().any(|class| declaration.classes.contains(class)) {
			return false;
		}
		// The lineages of what is new are known; those of what is listed are read.
		let bars_parts = !(known.is_pending() && known.is_in_force(now));
		let is_part = lineages.iter().flatten().any(|place| regions.contains(place));
		let is_same_or_around = || {
			let mut listed = regions.iter().map(T::Geography::lineage);
			listed.any(|around| declaration.regions.iter().any(|new| around.contains(new)))
		};
		(bars_parts && is_part) || is_same_or_around()
	}
}

/// Whether what somebody declares is to be ratified.
pub(super) fn is_hasty<AccountId>(actor: &Actor<AccountId>) -> bool {
	matches!(actor, Actor::Authority(Authority::Council))
}
