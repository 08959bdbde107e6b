//! The call `approve_sender`.

use crate::{Capacity, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Directory, InstitutionId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_approve_sender(
		act: Act<T::AccountId>,
		sender: InstitutionId,
		capacity: Capacity,
	) -> DispatchResult {
		let by = act.institution()?;
		ensure!(sender != by, Error::<T>::SameInstitution);
		ensure!(T::Directory::standing(sender).is_some(), Error::<T>::SenderNotFound);
		ensure!(!Self::approves(by, capacity, sender), Error::<T>::AlreadyApproved);

		let mut step = Step::new(act, Action::SenderApproved, &(sender, capacity));
		Self::add_approval(&mut step, by, capacity, sender)?;
		Self::deposit_event(Event::SenderApproved { by, sender, capacity });
		Ok(())
	}
}
