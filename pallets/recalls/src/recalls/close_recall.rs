//! The call `close_recall`.

use crate::{Config, Error, Event, Pallet, Reason, Recall, RecallState};
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Act, Action, RecallId, Step, Trail};

impl<T: Config> Pallet<T> {
	/// Closes a recall that is in force. Its lots are freed in steps, and its issuer rests.
	pub(crate) fn do_close_recall(
		act: Act<T::AccountId>,
		(id, mut recall): (RecallId, Recall),
		reason: Reason,
	) -> DispatchResult {
		reason.check().map_err(Error::<T>::from)?;
		let mut step = Step::new(act, Action::RecallClosed, &(id, &reason));
		recall.closed_at = Some(T::Trail::now());
		Self::set_state(id, &mut recall, RecallState::Closing);
		Self::add_rest(&recall);
		Self::save_recall(&mut step, id, recall)?;
		Self::deposit_event(Event::RecallClosed { recall: id });
		Ok(())
	}
}
