//! The end of an institution. What it holds and owes stays on the books, for others to settle.

use crate::{Config, Event, InactiveSince, InstitutionsByExternalId, Pallet, Suspended};
use frame_support::BoundedVec;
use salus_primitives::{
	Act, Action, Haste, InstitutionId, Matter, OnInstitution, Standing, Step, Trail,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_wind_up(act: Act<T::AccountId>, institution: InstitutionId) -> DispatchResult {
		let mut step = Step::new(act, Action::InstitutionWoundUp, &institution);
		Self::change_institution(&mut step, institution, |entry| {
			Self::ensure_not_wound_up(institution)?;
			let former = Self::dismiss_all(institution, entry);
			entry.licences = BoundedVec::new();
			if let Some(external) = entry.external.take() {
				InstitutionsByExternalId::<T>::remove(external);
			}
			Suspended::<T>::mutate(|suspended| suspended.remove(&institution));
			InactiveSince::<T>::insert(institution, T::Trail::now());
			Self::tell_left(institution, &former);
			Ok(())
		})?;
		T::Haste::closed(Matter::Standing(institution));
		T::OnInstitution::standing_changed(institution, Standing::WoundUp);
		Self::deposit_event(Event::InstitutionWoundUp { institution });
		Ok(())
	}
}
