//! The call `acknowledge_recall`.

use crate::{Answer, Config, Duty, Error, Event, Pallet, Recall};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, EventClaim, Quantity, RecallId, Step, Total, Trail};
use sp_core::H256;

/// The arguments of the call but for the recall.
pub(crate) struct Acknowledging {
	pub(crate) found: Quantity,
	pub(crate) done: Quantity,
	pub(crate) document: Option<H256>,
	pub(crate) event: Option<EventClaim>,
}

impl<T: Config> Pallet<T> {
	/// `duty` is what is asked of the institution that acts.
	pub(crate) fn do_acknowledge_recall(
		act: Act<T::AccountId>,
		(id, mut recall): (RecallId, Recall),
		duty: Duty,
		acknowledging: Acknowledging,
	) -> DispatchResult {
		let Acknowledging { found, done, document, event } = acknowledging;
		ensure!(done <= found, Error::<T>::ExceedsFound);
		ensure!(Total::from(found) <= recall.goods, Error::<T>::ExceedsReached);
		let institution = act.institution()?;
		let arguments = (id, found, done, document, event);
		let mut step = Step::new(act, Action::RecallAcknowledged, &arguments).at(event);

		let answer = Answer { found, done, document, at: T::Trail::now() };
		Self::put_answer((id, &mut recall), institution, duty, answer);
		Self::save_recall(&mut step, id, recall)?;
		Self::deposit_event(Event::RecallAcknowledged { recall: id, institution, found, done });
		Ok(())
	}
}
