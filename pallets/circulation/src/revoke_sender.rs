//! The call `revoke_sender`.

use crate::{Capacity, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, InstitutionId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_revoke_sender(
		act: Act<T::AccountId>,
		sender: InstitutionId,
		capacity: Capacity,
	) -> DispatchResult {
		let by = act.institution()?;
		ensure!(Self::approves(by, capacity, sender), Error::<T>::NotApproved);

		let mut step = Step::new(act, Action::SenderApprovalRevoked, &(sender, capacity));
		Self::remove_approval(&mut step, by, capacity, sender)?;
		Self::deposit_event(Event::SenderApprovalRevoked { by, sender, capacity });
		Ok(())
	}
}
