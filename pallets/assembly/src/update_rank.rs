//! The call `update_rank`.

use crate::{Config, Error, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Directory, InstitutionId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_update_rank(
		act: Act<T::AccountId>,
		institution: InstitutionId,
	) -> DispatchResult {
		let known = T::Directory::standing(institution).is_some();
		ensure!(known, Error::<T>::InstitutionNotFound);
		let changed = Self::enrol(institution, Self::due_rank(institution))?;
		let action = changed.ok_or(Error::<T>::Unchanged)?;
		Self::record(&mut Step::new(act, action, &institution))
	}
}
