//! The call `accept`.

use crate::{Config, Error, Event, Pallet, Status, WeightInfo};
use frame_support::{ensure, weights::Weight};
use salus_primitives::{Act, Action, Needs, Step, Trail, TransferId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with what it cost.
	pub(crate) fn do_accept(
		act: Act<T::AccountId>,
		id: TransferId,
	) -> Result<Weight, DispatchError> {
		let mut transfer = Self::load(id)?;
		Self::ensure_party(&act, transfer.receiver)?;
		ensure!(transfer.status == Status::Proposed, Error::<T>::NotProposed);
		ensure!(T::Trail::now() <= transfer.dispatch_by, Error::<T>::DeadlinePassed);

		let mut step = Step::new(act, Action::TransferAccepted, &(id,));
		transfer.status = Status::Accepted;
		let mut weight = T::WeightInfo::accept();
		let quantity = transfer.quantity();
		if let Some(service) = transfer.serves.as_mut().filter(|service| !service.promised) {
			service.promised = T::Needs::promise(&mut step, id, service.need, quantity)?;
			weight = weight.saturating_add(T::Needs::weight_of_serving());
		}
		Self::save(&mut step, id, transfer)?;
		Self::deposit_event(Event::TransferAccepted { transfer: id });
		Ok(weight)
	}
}
