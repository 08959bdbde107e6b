//! What an institution is can change: it moves, merges, is renamed, or was admitted under a wrong
//! identifier.

use crate::{
	access::Finality, Amendment, Config, Error, Event, Institutions, InstitutionsByExternalId,
	Pallet,
};
use frame_support::ensure;
use salus_primitives::{Act, Action, InstitutionId, OnInstitution, Step};
use sp_runtime::DispatchResult;

/// How far above an institution its topmost ancestor may be when its parent is amended. It bounds the
/// search for a cycle.
pub(crate) const MAX_ANCESTORS: u32 = 8;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_amend_institution(
		act: Act<T::AccountId>,
		finality: Finality,
		institution: InstitutionId,
		amendment: Amendment,
	) -> DispatchResult {
		let arguments = (institution, &amendment);
		let mut step = Step::new(act, Action::InstitutionAmended, &arguments);
		let Amendment { kind, region, name, external, parent } = amendment.clone();
		let before = Self::change_institution(&mut step, institution, |entry| {
			Self::ensure_not_wound_up(institution)?;
			let same = (entry.kind, &entry.region, &entry.name, &entry.external, entry.parent)
				== (kind, &region, &name, &external, parent);
			ensure!(!same, Error::Unchanged);
			ensure!(entry.kind == kind || finality == Finality::Final, Error::KindFixed);
			Self::check_institution(&name, &region, external.as_ref())?;
			if entry.parent != parent {
				Self::ensure_parent(parent)?;
				Self::ensure_no_cycle(institution, parent)?;
			}
			if entry.external != external {
				if let Some(former) = &entry.external {
					InstitutionsByExternalId::<T>::remove(former);
				}
				Self::claim_identifier(institution, external.as_ref())?;
			}
			let before = core::mem::replace(&mut entry.kind, kind);
			entry.region = region;
			entry.name = name;
			entry.external = external;
			entry.parent = parent;
			Ok(before)
		})?;
		if before != kind {
			T::OnInstitution::kind_changed(institution, kind);
		}
		Self::deposit_event(Event::InstitutionAmended { institution, amendment });
		Ok(())
	}

	/// Refuses a parent that is the institution itself or a part of it, and one from which the top is
	/// too far to tell.
	fn ensure_no_cycle(
		institution: InstitutionId,
		parent: Option<InstitutionId>,
	) -> Result<(), Error<T>> {
		let mut above = parent;
		for _ in 0..MAX_ANCESTORS {
			let Some(ancestor) = above else { return Ok(()) };
			ensure!(ancestor != institution, Error::ParentCycle);
			above = Institutions::<T>::get(ancestor).and_then(|entry| entry.parent);
		}
		ensure!(above.is_none(), Error::TooManyAncestors);
		Ok(())
	}
}
