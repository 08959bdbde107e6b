//! The call `revoke_sender`.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, InstitutionId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_revoke_sender(
		act: Act<T::AccountId>,
		sender: InstitutionId,
	) -> DispatchResult {
		let receiver = act.institution()?;
		ensure!(Self::approves(receiver, sender), Error::<T>::NotApproved);

		let mut step = Step::new(act, Action::SenderApprovalRevoked, &(sender,));
		Self::remove_approval(&mut step, receiver, sender)?;
		Self::deposit_event(Event::SenderApprovalRevoked { receiver, sender });
		Ok(())
	}
}
