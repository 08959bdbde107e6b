//! The call `approve_sender`.

use crate::{Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Directory, InstitutionId, Step};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_approve_sender(
		act: Act<T::AccountId>,
		sender: InstitutionId,
	) -> DispatchResult {
		let receiver = act.institution()?;
		ensure!(sender != receiver, Error::<T>::SameInstitution);
		ensure!(T::Directory::standing(sender).is_some(), Error::<T>::SenderNotFound);
		ensure!(!Self::approves(receiver, sender), Error::<T>::AlreadyApproved);

		let mut step = Step::new(act, Action::SenderApproved, &(sender,));
		Self::add_approval(&mut step, receiver, sender)?;
		Self::deposit_event(Event::SenderApproved { receiver, sender });
		Ok(())
	}
}
